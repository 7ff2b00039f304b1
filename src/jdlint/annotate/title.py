"""Names of positions brought to their dictionary form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from jdlint.annotate.morphology import Morphology
from jdlint.model.pattern import expression
from jdlint.model.reading import Parse
from jdlint.model.spelling import normal

_PIECE = expression(r"[а-яёa-z]+(?:-[а-яёa-z0-9]+)*|[^\sа-яёa-z]+", re.IGNORECASE)
_JOINED = expression(r"\s*,\s*|\s+и\s+|\s*/\s*|\s+[–—-]\s+")
_GOVERNING = expression(r"\s(?:по|для|с|в|на|при)\s", re.IGNORECASE)
_SECOND_NAME = expression(r"([^()]+?)\s*\(([а-яё][а-яё\s-]+)\)(\s[^()]+)?", re.IGNORECASE)
_ATTRIBUTES = ("ADJF", "PRTF")
_SINGULAR = frozenset({"nomn", "sing"})
OBLIQUE = ("gent", "datv", "ablt", "accs", "loct")


@lru_cache(maxsize=2048)  # a document names few people, and again and again
def nominative(
    title: str,
    morphology: Morphology,
    *,
    prefer: Sequence[str] = ("nomn", *OBLIQUE),
    indeclinable: frozenset[str] = frozenset(),
) -> str:
    """A position's title in the nominative singular, lower case: «главному бухгалтеру» → «главный бухгалтер».

    `prefer` are cases in the order in which to read an ambiguous form; words that depend on the head stay.
    """
    whole = _unquoted(" ".join(title.replace("\u00ad", "").split()))
    if twice := _twice_named(whole, morphology, prefer) or _several(whole, morphology, prefer, indeclinable):
        return twice
    words = whole.split(" ")
    lower = [w.lower() for w in words]
    # An acronym agrees with nothing («заведующему МБДОУ»), unless all of the title is in capitals.
    spoken = lower if title.isupper() else ["" if is_acronym(w) else w.lower() for w in words]
    head = head_of(spoken, morphology, prefer)
    if head is None:
        return " ".join(lower)
    index, parse = head
    out = list(lower)
    bends = _bare(lower[index]).split("-")[-1] not in indeclinable
    if bends and (parse.case != "nomn" or parse.number == "plur"):
        out[index] = lower[index].replace(_bare(lower[index]), _inflected(_bare(lower[index]), parse, morphology))
    for i in [*range(index), *_after(spoken, index, parse, morphology)]:
        agreed = _agreeing(_bare(lower[i]), parse, morphology)
        if agreed and parse.case != "nomn":
            wanted = _SINGULAR | {parse.gender} if parse.gender in ("masc", "femn", "neut") else _SINGULAR
            form = morphology.inflect(_bare(lower[i]), wanted, lemma=agreed.lemma, pos=agreed.pos)
            if form:
                out[i] = lower[i].replace(_bare(lower[i]), form)
    return " ".join(out)


def _twice_named(title: str, morphology: Morphology, prefer: Sequence[str]) -> str | None:
    """A title with a second name of the job in brackets («производителя работ (прораба)»), or None."""
    found = _SECOND_NAME.fullmatch(title)
    if found is None:
        return None
    first, second = (head_of(found[n].lower().split(), morphology, prefer) for n in (1, 2))
    if first is None or second is None or not _is_of_person(second[1]) or second[1].case != first[1].case:
        return None
    both = (nominative(found[n], morphology, prefer=(first[1].case,)) for n in (1, 2))
    return "{} ({}){}".format(*both, (found[3] or "").lower())


def _several(title: str, morphology: Morphology, prefer: Sequence[str], indeclinable: frozenset[str]) -> str | None:
    """A title of two jobs held together («продавца и кассира», «врача – реаниматолога»), or None."""
    mark = _JOINED.search(title)
    if mark is None or "(" in title or _GOVERNING.search(title[: mark.start()]):
        return None
    parts = title[: mark.start()], title[mark.end() :]
    heads = [head_of(part.lower().split(), morphology, prefer) for part in parts]
    first, second = (head[1] if head else None for head in heads)
    if first is None or second is None or not first.animacy == second.animacy == "anim":
        return None
    if (first.case, first.number) != (second.case, second.number) or (heads[1] and heads[1][0] > 1):
        return None
    one, other = (nominative(part, morphology, prefer=(first.case,), indeclinable=indeclinable) for part in parts)
    return f"{one}{mark[0].lower()}{other}"


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals alone («МБДОУ»)."""
    return word.isupper() and len(word) > 1


def _is_of_person(head: Parse) -> bool:
    return head.animacy == "anim" or needs_no_noun((head,))


def needs_no_noun(parses: Sequence[Parse]) -> bool:
    """Whether an attribute may stand for a person by itself («заведующий»)."""
    return any(p.pos in _ATTRIBUTES and "Subx" in p.marks for p in parses)


def never_bends(parses: Sequence[Parse]) -> bool:
    """Whether a noun is the same in the nominative and the genitive singular, as no noun is that bends («кафе»)."""
    return {"nomn", "gent"} <= {p.case for p in parses if p.pos == "NOUN" and p.number == "sing"}


def _unquoted(title: str) -> str:
    """The title without quotes and marks around it; a name in quotes at its end keeps them."""
    bare = title.strip(" .,;:«»\"'")
    if bare.count("«") > bare.count("»"):
        return f"{bare}»"
    return f'{bare}"' if bare.count('"') % 2 else bare


def _inflected(word: str, parse: Parse, morphology: Morphology) -> str:
    """The head in the nominative singular; both halves of a compound («врача-интерна»)."""
    halves = word.split("-")
    if len(halves) == 2 and all(halves) and not morphology.knows(word):
        first = next((p for p in morphology.word(halves[0]).parses if p.pos == "NOUN" and p.case == parse.case), None)
        second = next((p for p in morphology.word(halves[1]).parses if p.pos == "NOUN" and p.case == parse.case), None)
        if second:
            bends = first is not None and (morphology.knows(halves[0]) or halves[0][-1] in "ая")  # not «скрам-»
            left = _inflected(halves[0], first, morphology) if first and bends else halves[0]
            return f"{left}-{_inflected(halves[1], second, morphology)}"
    person = {parse.gender} & {"masc", "femn"} if parse.pos != "NOUN" else set()
    form = morphology.inflect(word, _SINGULAR | person, lemma=parse.lemma, pos=parse.pos)
    return form or (parse.lemma if parse.number != "plur" and parse.pos == "NOUN" else word)


def _bare(word: str) -> str:
    match = _PIECE.search(word.strip("«»\"'(),"))
    return match[0] if match else word


def head_of(words: Sequence[str], morphology: Morphology, prefer: Sequence[str]) -> tuple[int, Parse] | None:
    """The noun that the title is about, as a person rather than a thing, in the reading whose case comes first in
    `prefer`.

    An adjective or participle with no noun of its own is the head itself («заведующий складом»).
    """
    if _is_prefix(words, morphology):
        following = head_of(words[1:], morphology, prefer)
        return (following[0] + 1, following[1]) if following else None
    readings = [_unprepositional(morphology.word(_bare(w)).parses) for w in words[:7]]
    for index, parses in enumerate(readings[:6]):
        later = _nouns_ahead(readings[index + 1 : index + 5])
        attributes = [p for p in parses if p.pos in _ATTRIBUTES]
        if needs_no_noun(parses) and any(never_bends(following) for following in readings[index + 1 : index + 2]):
            later = []
        meant = [noun for noun in later if any(_agree(a, noun) for a in attributes)]
        by_itself = any(p.pos == "NOUN" and p.animacy == "anim" and "Surn" not in p.marks for p in parses)
        thing = by_itself and all(noun.animacy == "inan" for noun in meant)  # «рабочего зелёного хозяйства»
        if meant and not thing and not _governs(attributes, meant):
            continue
        nouns = [p for p in parses if p.pos == "NOUN" and "Abbr" not in p.marks] or attributes
        fitting = [p for p in nouns if all(any(_agree(a, p) for a in before) for before in readings[:index])]
        if not fitting:
            continue
        known = morphology.knows(_bare(words[index]))
        order = prefer if known else [*prefer[1:], prefer[0]]
        return index, min(
            fitting,
            key=lambda p: (
                "Surn" in p.marks,
                p.pos != "NOUN" and p.gender == "neut",  # «ночного дежурного» is a person
                p.number == "plur",
                known and p.animacy == "inan",
                order.index(p.case) if p.case in order else len(order),
                p.animacy != "anim",
            ),
        )
    return None


def _is_prefix(words: Sequence[str], morphology: Morphology) -> bool:
    """Whether a title begins with a word that would stand before a hyphen («офис менеджера», «SMM менеджера»)."""
    if len(words) < 2 or (words[0] and not words[0].isalnum()):
        return False
    first, second = (morphology.word(_bare(w)).parses for w in words[:2])
    person = [p for p in second if p.pos == "NOUN" and p.animacy == "anim" and p.number == "sing"]
    if not person or any(p.case == "nomn" for p in person) or any(p.pos in _ATTRIBUTES for p in second):
        return False
    if morphology.knows(f"{words[0]}-{_bare(words[1])}"):
        return True
    nouns = [p for p in first if p.pos == "NOUN"]
    thing = not nouns or (all(p.animacy == "inan" for p in nouns) and any(p.case == "nomn" for p in nouns))
    return thing and not any(p.pos in (*_ATTRIBUTES, "PREP") for p in first)


def _nouns_ahead(readings: Sequence[Sequence[Parse]]) -> list[Parse]:
    """The readings as nouns of the words, up to the first that can be no attribute."""
    found: list[Parse] = []
    for parses in readings:
        found += [p for p in parses if p.pos == "NOUN"]
        if not any(p.pos in _ATTRIBUTES for p in parses):
            break
    return found


def _unprepositional(parses: Sequence[Parse]) -> Sequence[Parse]:
    """The readings, none for a preposition: «по» is a river too."""
    return () if any(p.pos == "PREP" for p in parses) else parses


def _agree(attribute: Parse, noun: Parse) -> bool:
    same_gender = (
        noun.number == "plur" or not attribute.gender or not noun.gender or noun.gender in (attribute.gender, "ms-f")
    )
    return (
        attribute.pos in _ATTRIBUTES and attribute.case == noun.case and attribute.number == noun.number and same_gender
    )


def _governs(attributes: Sequence[Parse], nouns: Sequence[Parse]) -> bool:
    """Whether these are what somebody is in charge of, and no noun of the words before: «заведующей аптекой»."""
    return all(a.pos == "PRTF" for a in attributes) and all(n.case == "ablt" and n.animacy == "inan" for n in nouns)


def _agreeing(word: str, noun: Parse, morphology: Morphology) -> Parse | None:
    return next((a for a in morphology.word(word).parses if _agree(a, noun)), None)


def _after(words: Sequence[str], index: int, parse: Parse, morphology: Morphology) -> list[int]:
    """Attributes put behind the head («агента коммерческого»), unless a noun of their own follows."""
    out = []
    for i in range(index + 1, len(words)):
        bracketed = words[i][:1] == "(" and words[i][-1:] == ")"  # «сестры палатной (постовой)»
        if not _agreeing(_bare(words[i]), parse, morphology) or (words[i][:1] in '(«"' and not bracketed):
            break
        out.append(i)
    if out and out[-1] + 1 < len(words):
        following = morphology.word(_bare(words[out[-1] + 1]))
        if any(p.pos == "NOUN" for p in following.parses) and normal(words[out[-1] + 1])[:1].isalpha():
            return []
    return out
