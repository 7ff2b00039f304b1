"""Whom an example speaks of, bent into the genitive that a title wants."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_NOBODY = {
    "работник",
    "сотрудник",
    "служащий",
    "лицо",
    "учреждение",
    "работодатель",
    "наниматель",
    "женщина",
    "мужчина",
    "член",
    "персонал",
}


def position(text: str, whose: str) -> str:
    """The position that an example speaks for, in the genitive: whom it names, or the subject of its sentence."""
    named = noun_phrase(re.sub(r"^(?:обязанность|для|ДИ)\s+", "", re.split(r"[;,]", whose)[0]))
    if named:
        return _genitive(named)
    subject = noun_phrase(text)
    rest = text[len(subject) :]
    if subject and (
        rest.startswith(":") or any(_predicate(w) for w in re.findall(r"[а-яё]+", re.split(r"[.;]", rest)[0]))
    ):
        return _genitive(subject)
    return ""


def noun_phrase(text: str) -> str:
    """The person at the very beginning of a text: adjectives, the noun, what depends on it; or nothing."""
    words = re.match(r"[А-ЯЁа-яё\- ]*", text)
    out: list[str] = []
    head = False
    for word in (words[0] if words else "").split():
        tags = _morphology().parse(word)[0].tag
        if not head:
            if _person(word):
                head = True
            elif "ADJF" not in tags or "Apro" in tags or len(out) > 2 or tags.number == "plur":
                return ""
        elif not ((tags.case in {"gent", "datv"} and ("NOUN" in tags or "ADJF" in tags)) or word == "по"):
            break
        out.append(word)
    return " ".join(out) if head else ""


@cache
def _morphology() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def _person(word: str) -> Parse | None:
    """The word read as one person's position, or None."""
    for parse in _morphology().parse(word.rsplit("-", maxsplit=1)[-1])[:3]:
        tag = parse.tag
        if "VERB" in tag or "ADJF" in tag:
            return None
        if "NOUN" in tag and "anim" in tag and tag.number == "sing" and not {"Name", "Surn", "Patr"} & {*tag.grammemes}:
            return parse if tag.case in {"nomn", "datv", "gent", "accs"} and parse.normal_form not in _NOBODY else None
    return None


def _predicate(word: str) -> bool:
    tag = _morphology().parse(word)[0].tag
    return "VERB" in tag or "ADJS" in tag


def _genitive(phrase: str) -> str:
    """The noun and the adjectives before it bent, the rest as it is."""
    out: list[str] = []
    words = phrase.lower().split()
    for i, word in enumerate(words):
        if person := _person(word):
            first, dash, _ = word.rpartition("-")
            before = _morphology().parse(first)[0].inflect({"gent", "sing"}) if dash else None
            bent = person.inflect({"gent", "sing"})
            return " ".join(
                [*out, (before.word if before else first) + dash + (bent.word if bent else word), *words[i + 1 :]]
            )
        form = _morphology().parse(word)[0].inflect({"gent", "sing", "masc"})
        out.append(form.word if form else word)
    return phrase
