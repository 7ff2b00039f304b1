"""The small general reader: what the words of an example of the catalogue say, and where they would stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from draft import DUTIES, GENERAL, REQUIREMENTS, RESPONSIBILITY, RIGHTS, ROLES

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause that an example quotes: its number and section where the example names them."""

    text: str
    number: str = ""
    role: str = ""


_TITLES = {
    GENERAL: r"общи[ехм]\w*\s+положени\w+",
    DUTIES: r"обязанност[иья]\w*",
    RIGHTS: r"прав(?:а|ах)",
    RESPONSIBILITY: r"ответственност[ьи]",
    REQUIREMENTS: r"требовани\w+",
}
_NUMBER = r"\d+(?:\.\d+)*"
_HEADING = re.compile(rf"^(?:\d+\.\s*)?(?P<title>{'|'.join(_TITLES.values())}):\s+(?=\d|[А-ЯЁ])", re.IGNORECASE)
_NUMBERED = re.compile(rf"(?:^|(?<=[;.:,…]\s)|(?<=\s))(?:п\.\s*)?(?P<number>{_NUMBER})\.?\s+(?=[«А-ЯЁа-яё(])")
_REMARK = re.compile(r"(?:(?<=[.!?»])|(?<=\s))\s*\((?P<words>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")
_SEED = re.compile(r"\s*\((?:ещё\s|[^()]*\bseed\b)[^()]*\)|\s*→\s*[A-Z]{3}\d{3}.*$")
_GLUE = re.compile(
    r"^(?:[\s/;,+.…–—-]|\bи\b|\bп\.|\d|\bесть\b|\bтолько\b|\bлишь\b|\bдважды\b|\bфраза\b|\bв\b|\bзаголовок\b|[:()])*$",
    re.IGNORECASE,
)
_WORKER = {"работник", "сотрудник", "служащий", "лицо", "учреждение", "работодатель", "наниматель", "женщина", "мужчина"}


def read(example: str) -> tuple[list[Piece], str]:
    """The clauses that an example quotes, and the remark in brackets behind it."""
    text = _SEED.sub("", example).replace("`", "").strip()
    remark = _REMARK.search(text)
    words = ""
    if remark and (text[: remark.start()].rstrip().endswith((".", "»")) or _is_remark(remark["words"])):
        words, text = remark["words"], text[: remark.start()].rstrip()
    quotes = _quotes(text)
    if quotes and _GLUE.match(text[: quotes[0][0]]) and all(_joins(text, a, b) for a, b in zip(quotes, quotes[1:], strict=False)):
        hint = _role(text[quotes[-1][1] :])
        pieces = []
        for i, (start, end) in enumerate(quotes):
            before = text[quotes[i - 1][1] if i else 0 : start]
            number = re.search(rf"({_NUMBER})\D*$", before)
            pieces += _split(text[start + 1 : end - 1], number[1] if number and "." in number[1] else "", hint)
        if "дважды" in text[quotes[-1][1] :]:
            pieces *= 2
        return pieces, words
    return _split(text, "", ""), words


def _is_remark(words: str) -> bool:
    """Whether brackets speak about the example: who says it, or which of two readings is meant."""
    return bool(re.match(r"(?:обязанность|для\s|ТФ|ур\.|ещё|право|локальн|стиль|действует|последний|цифра)", words)) or (
        _noun_phrase(words.split(";")[0]) == words.split(";")[0] and "," not in words
    )


def _quotes(text: str) -> list[tuple[int, int]]:
    """Where the outermost «…» stand."""
    out, depth, start = [], 0, 0
    for i, letter in enumerate(text):
        if letter == "«":
            start = i if depth == 0 else start
            depth += 1
        elif letter == "»" and depth:
            depth -= 1
            if depth == 0:
                out.append((start, i + 1))
    return out


def _joins(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    return bool(_GLUE.match(text[one[1] : other[0]]))


def _role(words: str) -> str:
    return next((role for role, title in _TITLES.items() if re.search(rf"\b{title}", words, re.IGNORECASE)), "")


def _split(text: str, number: str, role: str) -> list[Piece]:
    """The clauses of a passage: a heading with a colon before them, « / » between lines, numbers inside."""
    if heading := _HEADING.match(text):
        role = role or _role(heading["title"])
        text = text[heading.end() :]
    pieces = []
    for line in re.split(r"\s/\s", text) if " / " in text and "[" not in text else [text]:
        marks = list(_NUMBERED.finditer(line))
        if not marks:
            pieces.append(Piece(line.strip(" …"), number, role))
            continue
        if lead := line[: marks[0].start()].strip(" ;,…"):
            pieces.append(Piece(lead, number, role))
        for i, mark in enumerate(marks):
            said = line[mark.end() : marks[i + 1].start() if i + 1 < len(marks) else None].strip(" ;…")
            pieces.append(Piece(said, mark["number"] if "." in mark["number"] else "", role))
    return [p for p in pieces if p.text]


def place(piece: Piece, usual: str) -> str:
    """The section of a piece: the one it names, the one of its number, or the usual one."""
    if piece.role:
        return piece.role
    if re.match(r"[1-5]\.\d", piece.number):
        return ROLES[int(piece.number[0]) - 1]
    return usual


def position(text: str, remark: str) -> str:
    """The position that an example speaks for, in the genitive: the subject of its sentence, or a remark's noun."""
    remark = re.sub(r"^(?:обязанность|для|ДИ)\s+", "", remark)
    for words in (remark.split(";")[0].split(",")[0], text):
        if phrase := _noun_phrase(words):
            return genitive(phrase)
    return ""


@cache
def _morphology() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")


def _person(word: str) -> Parse | None:
    for parse in _morphology().parse(word.split("-")[-1])[:3]:
        tag = parse.tag
        if "NOUN" in tag and "anim" in tag and "sing" in tag and not {"Name", "Surn", "Patr"} & set(tag.grammemes):
            if tag.case in {"nomn", "datv", "gent"} and parse.normal_form not in _WORKER:
                return parse
    return None


def _noun_phrase(text: str) -> str:
    """The position at the very beginning of a text: adjectives, the noun of a person, what depends on it; or nothing."""
    words = re.match(r"[А-ЯЁа-яё\- ]*", text)
    out: list[str] = []
    head = False
    for word in (words[0] if words else "").split():
        tags = _morphology().parse(word)[0].tag
        if not head:
            if _person(word) and not {"VERB", "INFN"} & set(tags.grammemes):
                head = True
            elif not ({"ADJF", "PRTF"} & set(tags.grammemes)) or "Apro" in tags or len(out) > 2:
                return ""
        elif not (tags.case in {"gent", "datv"} and {"NOUN", "ADJF"} & set(tags.grammemes) or word == "по"):
            break
        out.append(word)
    return " ".join(out) if head else ""


def genitive(phrase: str) -> str:
    """A position in the genitive: its noun and the adjectives before it bent, the rest as it is."""
    out = []
    bent = False
    for word in phrase.split():
        parse = _morphology().parse(word)[0] if not bent else None
        if parse is None:
            out.append(word.lower())
            continue
        person = _person(word)
        head, _, tail = word.lower().rpartition("-")
        if person:
            bent = True
            inflected = person.inflect({"gent", "sing"})
            first = _morphology().parse(head)[0].inflect({"gent", "sing"}) if head else None
            out.append((f"{first.word if first else head}-" if head else "") + (inflected.word if inflected else tail))
        else:
            inflected = parse.inflect({"gent", "sing", "masc"})
            out.append(inflected.word if inflected else word.lower())
    return " ".join(out)
