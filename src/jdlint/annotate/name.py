"""Where the name of a position ends in the line that begins with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdlint.annotate.morphology import Morphology
from jdlint.annotate.title import head_of, is_acronym, nominative
from jdlint.model.name import Name
from jdlint.model.pattern import expression
from jdlint.model.reading import Parse

_WORD = expression(r"\S+")
_INITIALS = expression(r"[А-ЯЁ]\.(?:[А-ЯЁ]\.?)?[,;]?$")
_MARKS = " .,;:«»\"'–—-("
_LONGEST_ACRONYM = 6
_OWN = frozenset({"Surn", "Name", "Patr"})
# A title is in the nominative or hangs on the word for the document: «инструкция бухгалтера», «положение о бухгалтере».
_CASES = ("nomn", "gent", "datv", "ablt", "accs", "loct")


def name(
    text: str, morphology: Morphology, indeclinable: frozenset[str], people: frozenset[str], shortened: re.Pattern[str]
) -> Name:
    """The position that `text` begins with; `people` are nouns for people that the dictionary may take for things,
    `shortened` are shortened adjectives («гл.», «ст.»), which do not bend.
    """
    if (short := shortened.match(text)) and short.end() < len(text):
        rest = name(text[short.end() :], morphology, indeclinable, people, shortened)
        return Name(f"{short[0].lower()}{rest.nominative}", short.end() + rest.length, rest.person)
    words = list(_WORD.finditer(text))
    said = [word[0] for word in words]
    head = head_of([w.lower() for w in said], morphology, _CASES)
    first = head[0] if head else 0
    end = next((i for i in range(first + 1, len(said)) if _is_apart(said, i, morphology)), len(said))
    length = len(text[: words[end - 1].end()].rstrip(_MARKS)) if end and words else 0
    whole = text[:length]
    person = _is_person(said[first], head[1], morphology, indeclinable | people) if head else None
    return Name(nominative(whole, morphology, prefer=_CASES, indeclinable=indeclinable), length, person)


def _is_person(word: str, read: Parse, morphology: Morphology, people: frozenset[str]) -> bool | None:
    bare = word.strip(_MARKS + ")").lower()
    halves = bare.split("-")
    if read.lemma in people or halves[-1] in people:
        return True
    if len(halves) > 1 and any(p.animacy == "anim" for half in halves for p in morphology.word(half).parses):
        return True
    if (is_acronym(word) and "-" not in word and len(word) < _LONGEST_ACRONYM) or not morphology.knows(bare):
        return None
    if read.pos != "NOUN":
        return "Subx" in read.marks
    like = [p for p in morphology.word(bare).parses if (p.pos, p.case, p.number) == (read.pos, read.case, read.number)]
    kinds = {p.animacy for p in like}
    return None if len(kinds & {"anim", "inan"}) > 1 else "anim" in kinds


def _is_apart(said: Sequence[str], i: int, morphology: Morphology) -> bool:
    """Whether the word begins something else than the name: a verb, or somebody's own name."""
    parses = morphology.word(said[i].strip(_MARKS)).parses
    if parses and parses[0].pos == "VERB" and morphology.knows(said[i]):
        return not any(p.pos in ("NOUN", "ADJF") for p in parses)
    if _INITIALS.match(said[i]):
        return True
    if not said[i][:1].isupper() or is_acronym(said[i]):
        return False
    following = said[i + 1] if i + 1 < len(said) else ""
    after = morphology.word(following.strip(_MARKS)).parses
    surname = any("Surn" in p.marks for p in parses) and not any(p.pos == "ADJF" and not _OWN & p.marks for p in parses)
    named = following[:1].isupper() and any({"Name", "Patr"} & p.marks for p in after)
    return bool(_INITIALS.match(following)) or named or (surname and i + 1 == len(said))
