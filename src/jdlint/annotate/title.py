"""Names of positions brought to their dictionary form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdlint.annotate.morphology import Morphology
from jdlint.model.reading import Parse
from jdlint.model.spelling import normal

_PIECE = re.compile(r"[а-яёa-z]+(?:-[а-яёa-z0-9]+)*|[^\sа-яёa-z]+", re.IGNORECASE)
_SECOND_NAME = re.compile(r"([^()]+?)\s*\(([а-яё][а-яё\s-]+)\)", re.IGNORECASE)
_ATTRIBUTES = ("ADJF", "PRTF")
_SINGULAR = frozenset({"nomn", "sing"})
OBLIQUE = ("gent", "datv", "ablt", "accs", "loct")


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
    if twice := _twice_named(whole, morphology, prefer):
        return twice
    words = whole.split(" ")
    lower = [w.lower() for w in words]
    # An acronym agrees with nothing («заведующему МБДОУ»), unless all of the title is in capitals.
    spoken = lower if title.isupper() else ["" if is_acronym(w) else w.lower() for w in words]
    head = _head(spoken, morphology, prefer)
    if head is None:
        return " ".join(lower)
    index, parse = head
    out = list(lower)
    if _bare(lower[index]).split("-")[-1] in indeclinable:
        return " ".join(lower)
    if parse.case != "nomn" or parse.number == "plur":
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
    first, second = (_head(found[n].lower().split(), morphology, prefer) for n in (1, 2))
    if first is None or second is None or second[1].animacy != "anim" or second[1].case != first[1].case:
        return None
    both = (nominative(found[n], morphology, prefer=(first[1].case,)) for n in (1, 2))
    return "{} ({})".format(*both)


def is_acronym(word: str) -> bool:
    """Whether a word is written in capitals alone («МБДОУ»)."""
    return word.isupper() and len(word) > 1


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
            left = _inflected(halves[0], first, morphology) if first else halves[0]
            return f"{left}-{_inflected(halves[1], second, morphology)}"
    form = morphology.inflect(word, _SINGULAR, lemma=parse.lemma, pos=parse.pos)
    return form or (parse.lemma if parse.number != "plur" and parse.pos == "NOUN" else word)


def _bare(word: str) -> str:
    match = _PIECE.search(word.strip("«»\"'(),"))
    return match[0] if match else word


def _head(words: Sequence[str], morphology: Morphology, prefer: Sequence[str]) -> tuple[int, Parse] | None:
    """The noun that the title is about, as a person rather than a thing, in the reading whose case comes first in
    `prefer`.

    An adjective or participle with no noun of its own is the head itself («заведующий складом»).
    """
    readings = [_unprepositional(morphology.word(_bare(w)).parses) for w in words[:7]]
    for index, parses in enumerate(readings[:6]):
        later = [p for following in readings[index + 1 : index + 3] for p in following if p.pos == "NOUN"]
        attributes = [p for p in parses if p.pos in _ATTRIBUTES]
        if needs_no_noun(parses) and any(never_bends(following) for following in readings[index + 1 : index + 2]):
            later = []
        meant = [noun for noun in later if any(_agree(a, noun) for a in attributes)]
        if meant and not _governs(attributes, meant):
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
                p.number == "plur",
                known and p.animacy == "inan",
                order.index(p.case) if p.case in order else len(order),
                p.animacy != "anim",
            ),
        )
    return None


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
        if not _agreeing(_bare(words[i]), parse, morphology) or words[i][:1] in '(«"':
            break
        out.append(i)
    if out and out[-1] + 1 < len(words):
        following = morphology.word(_bare(words[out[-1] + 1]))
        if any(p.pos == "NOUN" for p in following.parses) and normal(words[out[-1] + 1])[:1].isalpha():
            return []
    return out
