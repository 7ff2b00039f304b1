"""Kind `repeat`: the same thing said twice in one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from jdlint.check.likeness import is_same, nearness
from jdlint.check.meaning import Meaning, Predication
from jdlint.check.retelling import retelling
from jdlint.check.said import Said, said_in, said_outside
from jdlint.check.words import Words, as_verb, words_of
from jdlint.model.finding import Aside, Hit
from jdlint.model.kind import Repeat
from jdlint.model.once import once
from jdlint.model.reading import Reading

MOST_ALIKE = 30


def check_repeat(options: Repeat, reading: Reading, vocabulary: Mapping[str, Any]) -> Iterator[Hit]:
    """Later facts of one kind that repeat an earlier one, each once; `related` is the earlier place.

    Degree `same`: equal but for word forms, word order and nouns standing for their verbs. Degree `near`: the same
    action on the same thing in other words, or one holding the other. What is `same` as any is never `near`.
    Values: `other` and `other_clause`, the earlier place. Duties are
    compared with what the general provisions tell to do, too.
    """
    words = words_of(vocabulary)
    said, pairs = _compared(options.of, reading, words)
    same: dict[int, int] = {}
    near: dict[int, list[tuple[int, int]]] = {}
    for first, second, equal in pairs:
        if equal:
            same.setdefault(second, first)
        elif options.degree == "near" and (score := _nearness(said[first].meaning, said[second].meaning, words)):
            near.setdefault(second, []).append((-score, first))
    nearest = {second: min(found)[1] for second, found in near.items() if second not in same}
    partners = same if options.degree == "same" else nearest
    for second in sorted(partners):
        yield _hit(said[partners[second]], said[second], reading)


def _nearness(a: Meaning, b: Meaning, words: Words) -> int:
    return nearness(a, b, words) or retelling(a, b, words)


@once(2)
def _compared(kind: str, reading: Reading, words: Words) -> tuple[list[Said], list[tuple[int, int, bool]]]:
    """What is said, and the pairs that may be one thing: an earlier, a later, and whether they are the same."""
    listed = said_in(kind, reading, words)
    outside = list(said_outside(reading, words)) if kind == "duty" else []
    said = sorted([*outside, *listed], key=lambda s: s.span)
    pairs = []
    for first, second in _candidates([s.meaning for s in said], words):
        a, b = said[first], said[second]
        apart = a.row != b.row or (a.whose and b.whose and a.whose != b.whose) or (a in outside and b in outside)
        if not apart and not _one_in_other(a, b):
            pairs.append((first, second, is_same(a.meaning, b.meaning)))
    return said, pairs


def _hit(first: Said, second: Said, reading: Reading) -> Hit:
    values = {
        "other": " ".join(first.span.of(reading.outline.document.plain).split()),
        "other_clause": first.fact.marks.get("clause", ""),
    }
    return Hit(second.span, values, (Aside(first.span),))


def _one_in_other(a: Said, b: Said) -> bool:
    """Whether one is the lead-in of the other."""
    bare = a.fact.value.rstrip(" .;:"), b.fact.value.rstrip(" .;:")
    return a.lead.rstrip(" .;") == bare[1] or b.lead.rstrip(" .;") == bare[0]


def _candidates(meanings: Sequence[Meaning], words: Words) -> Iterator[tuple[int, int]]:
    """Pairs in which the earlier names an action and a thing that are at the centre of the later, the earliest first.

    Found by an index of both together: duties that share only a common verb never meet. To one that names no thing at
    its centre («берёт дойки ежемесячно») any thing will do. Of more than MOST_ALIKE
    duties that say one action of one thing, the last are compared with: a list of thousands is no list of duties.
    """
    index: dict[tuple[str, str], list[int]] = {}
    elliptic: dict[tuple[str, str], list[int]] = {}
    for number, meaning in enumerate(meanings):
        met: set[int] = set()
        central, every = (_index_keys(meaning.predications, words, centre=centre) for centre in (True, False))
        for held, asked in ((index, central), (elliptic, every)):
            for key in asked:
                met.update(held.get(key, ())[-MOST_ALIKE:])
        for earlier in sorted(met):
            yield earlier, number
        for key in every:
            index.setdefault(key, []).append(number)
        for key in _index_keys([p for p in meaning.predications if not p.heads], words, centre=False):
            elliptic.setdefault(key, []).append(number)


def _index_keys(predications: Iterable[Predication], words: Words, *, centre: bool) -> set[tuple[str, str]]:
    keys = set()
    for p in predications:
        things = [u.keys for u in (*p.heads, *p.rest, *p.recalled)]
        central = [u.keys for u in p.heads] if centre and p.heads else things
        told = [thing | words.groups(thing) for thing in central or [u.keys for u in p.acts]]
        named = {key for thing in told for key in thing if key[0] in "lfs"}
        for act in p.acts:
            names = as_verb(act.keys) | words.senses(act.keys)
            keys |= {(name, thing) for name in names for thing in named}
    return keys
