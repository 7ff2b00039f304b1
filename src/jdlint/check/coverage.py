"""What of a professional standard a document carries, item by item, and which of its duties are no part of one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from typing import Any

from jdlint.check.carry import Matter, about, adapted, carries, matter_of, requires
from jdlint.check.form import is_alike
from jdlint.check.meaning import Meaning
from jdlint.check.predication import meaning_of
from jdlint.check.said import Said, said_in
from jdlint.check.words import Keys, Words, words_of
from jdlint.model.coverage import ACTIONS, KNOWLEDGE, SKILLS, SORTS, Line
from jdlint.model.once import once
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact, Reading, Token
from jdlint.model.standard import GeneralFunction, Standard
from jdlint.record import record

Reader = Callable[[str], Sequence[Token]]


@record
class _Item:
    meaning: Meaning
    matter: Matter


def followed_functions(reading: Reading, standard: Standard) -> tuple[GeneralFunction, ...]:
    """The generalised functions of a standard that the document follows: named, by its title, or the only one."""
    letters = {c for f in reading.facts if f.kind == "standard" and f.value == standard.code for c in _letters(f)}
    told = tuple(g for g in standard.functions if g.code in letters)
    return told or (standard.functions if len(standard.functions) == 1 else ())


def _letters(fact: Fact) -> str:
    return fact.marks.get("functions", "")


def covered(
    reading: Reading,
    functions: Sequence[GeneralFunction],
    vocabulary: Mapping[str, Any],
    read: Reader,
    sorts: Sequence[str] = SORTS,
) -> Iterator[Line]:
    """Every item of these functions in the order of the standard; an item that two of them share comes twice.

    An action is carried by a duty, knowledge by a thing under «должен знать», a skill by one under «должен уметь»
    or by the duty that takes it.
    """
    words = words_of(vocabulary)
    duties = [(s.fact, s.meaning) for s in said_in("duty", reading, words)]
    known, able = _named("known", reading, vocabulary), _named("able", reading, vocabulary)
    for general in functions:
        for function in general.functions:
            for sort in sorts:
                for text in getattr(function, sort):
                    item = _item(text, vocabulary, read)
                    carrier = {
                        ACTIONS: lambda item=item: _doing(duties, item, words),
                        SKILLS: lambda item=item: _naming(able, item, words) or _doing(duties, item, words),
                        KNOWLEDGE: lambda item=item: _naming(known, item, words),
                    }[sort]()
                    yield Line(function, sort, text, carrier)


def _doing(duties: Sequence[tuple[Fact, Meaning]], item: _Item, words: Words) -> Fact | None:
    return _best((fact, carries(meaning, item.meaning, words)) for fact, meaning in duties)


def _naming(named: Sequence[tuple[Fact, Matter]], item: _Item, words: Words) -> Fact | None:
    return _best((fact, requires(matter, item.matter, words)) for fact, matter in named)


def _best(scored: Iterator[tuple[Fact, int]]) -> Fact | None:
    fact, score = max(scored, key=lambda pair: pair[1], default=(None, 0))
    return fact if score else None


def _named(kind: str, reading: Reading, vocabulary: Mapping[str, Any]) -> list[tuple[Fact, Matter]]:
    words, topics = words_of(vocabulary), _listed(vocabulary, "topics")
    found = [f for f in reading.facts if f.kind == kind]
    return [(f, matter_of(meaning_of(reading.tokens_in(f.span), words), topics)) for f in found]


def _listed(vocabulary: Mapping[str, Any], name: str) -> Keys:
    return frozenset(map(str, vocabulary["standard"][name]))


@once(4096)
def _item(text: str, vocabulary: Mapping[str, Any], read: Reader) -> _Item:
    meaning = meaning_of(read(adapted(text)), words_of(vocabulary))
    return _Item(meaning, matter_of(meaning, _listed(vocabulary, "topics")))


def without_repeats(actions: Sequence[str], vocabulary: Mapping[str, Any], read: Reader) -> list[str]:
    """The actions in order, without those that another one left says over again and carries."""
    words = words_of(vocabulary)
    left = {text: _item(text, vocabulary, read).meaning for text in actions}
    for text, meaning in sorted(left.items(), key=lambda pair: len(pair[0])):
        others = (other for key, other in left.items() if key != text)
        if any(carries(other, meaning, words) and is_alike(other, meaning, words) for other in others):
            del left[text]
    return list(left)


def foreign(reading: Reading, standards: Sequence[Standard], vocabulary: Mapping[str, Any], read: Reader) -> list[Fact]:
    """The duties that no function of these standards knows the action or the thing of.

    Duties of every job, and things that every job has to do with, tell nothing.
    """
    words, anywhere = words_of(vocabulary), compiled(vocabulary["common_duties"]["any_position"])
    everywhere = frozenset(f"l:{lemma}" for lemma in _listed(vocabulary, "everywhere"))
    matters = [m for s in standards for m in _matters(s, vocabulary, read)]
    objects: Keys = reduce(frozenset.union, (things | acts for acts, things in matters), frozenset())
    return [
        said.fact
        for said in said_in("duty", reading, words)
        if not anywhere.search(said.fact.value) and not _at_home(said, matters, objects - everywhere, words)
    ]


def _at_home(said: Said, matters: Sequence[tuple[Keys, Keys]], objects: Keys, words: Words) -> bool:
    done, things = about(said.meaning, words)
    if things & objects:
        return True
    return any(done & acts and (things & known or not (things and known)) for acts, known in matters)


@once(8)
def _matters(standard: Standard, vocabulary: Mapping[str, Any], read: Reader) -> tuple[tuple[Keys, Keys], ...]:
    """The actions and things of all that a standard lists or calls its functions."""
    words = words_of(vocabulary)
    texts = [t for g in standard.functions for t in (g.name, *_texts(g))]
    return tuple(about(_item(t, vocabulary, read).meaning, words) for t in dict.fromkeys(texts))


def _texts(general: GeneralFunction) -> Iterator[str]:
    for function in general.functions:
        yield function.name
        for sort in SORTS:
            yield from getattr(function, sort)
