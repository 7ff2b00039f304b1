"""The small general reader: what the words of an example of the catalogue say, and where they would stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from draft import DUTIES, GENERAL, REQUIREMENTS, RESPONSIBILITY, RIGHTS, ROLES
from jobholder import noun_phrase


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
_NUMBER = r"[1-9]\d?(?:\.\d{1,2}){1,3}(?![\d])"
_HEADING = re.compile(
    rf"^(?:\d+\.\s*)?(?P<title>{'|'.join(_TITLES.values())}):\s+(?=\d+\.\d|[А-ЯЁа-яё])", re.IGNORECASE
)
_NUMBERED = re.compile(
    rf"(?:^(?P<first>\d+\.|{_NUMBER})|(?<=[;.:…]\s)(?<!ст\.\s)(?<!п\.\s)(?P<next>{_NUMBER}))\.?\s+(?=\S)"
)
_REMARK = re.compile(r"\s*\((?P<words>[^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")
_REMARK_OPENS = re.compile(
    r"(?:обязанность|для\s|ТФ|ур\.|ещё|право|локальн|стиль|действует|последний|цифра|таблиц|как\s|микро|в\s+реквизитах|"
    r"данных\s+не|спорно|историческ|нет\s+|без\s+перевода|без\s+«|гриф|латинск|тире|мало|с\s+01\.|утратил|должность!|другой|"
    r"указать\s+не|неизвестн|пунктов\s|приложений\s|последний|акт\s|есть\)|нет\))",
    re.IGNORECASE,
)
_SEED = re.compile(r"\s*\((?:ещё\s[^()]*|[^()]*\bseed\b[^()]*)\)|\s*→\s*[A-Z]{3}\d{3}.*$")
_ABSENCE = re.compile(r"[;,]\s*[^;,«»]*(?:«[^»]*»[^;,«»]*)*(?:\bни\s+слова|\bне\s+упомянут\w*|\bнет|\bничего)$")
_ABOUT = re.compile(r"^(?:ДИ|Заголовок)\s+(?P<whose>[^:«»]+?)\s*(?::|без\b)\s*")
_GLUE = re.compile(
    r"(?:[\s/;,+.…–—\d:()-]|\bи\b|\bп\.|\bесть\b|\bтолько\b|\bлишь\b|\bфраза\b|\bв\b|\bшапке\b|\bразделе?\b|\bур\.|[IVX]+\s+категории)*",
    re.IGNORECASE,
)


def read(example: str) -> tuple[list[Piece], str]:
    """The clauses that an example quotes, and whom it speaks of: a remark in brackets, «ДИ такого-то»."""
    text = _ABSENCE.sub("", _SEED.sub("", example).replace("`", "").strip())
    whose = ""
    if about := _ABOUT.match(text):
        whose, text = about["whose"], text[about.end() :]
    remark = _REMARK.search(text)
    if remark and (
        text[: remark.start()].endswith((".", "»"))
        or _REMARK_OPENS.match(remark["words"])
        or noun_phrase(remark["words"])
    ):
        whose, text = whose or remark["words"], text[: remark.start()].rstrip()
    quotes = _quotes(text)
    lead = text[: quotes[0][0]] if quotes else ""
    person = noun_phrase(lead) if quotes and text[quotes[0][0] + 1].islower() else ""
    if quotes and all(_glues(between) for between in (lead.removeprefix(person), *_between(text, quotes))):
        hint = _role(text[quotes[-1][1] :]) or _role(lead)
        pieces = []
        for i, (start, end) in enumerate(quotes):
            number = re.search(rf"({_NUMBER})\D*$", text[quotes[i - 1][1] if i else 0 : start])
            pieces += _split(text[start + 1 : end - 1], number[1] if number else "", hint)
        repeated = 2 if re.search(r"дважды|пункты\s+\d+\s+и\s+\d+", text[quotes[-1][1] :]) else 1
        return pieces * repeated, person or whose
    return _split(text, "", ""), whose


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


def _between(text: str, quotes: list[tuple[int, int]]) -> list[str]:
    return [text[one[1] : other[0]] for one, other in pairwise(quotes)]


def _glues(words: str) -> bool:
    """Whether words only join quotations: numbers, dashes, «и», «в шапке», the name of a section."""
    for title in _TITLES.values():
        words = re.sub(rf"\b{title}", "", words, flags=re.IGNORECASE)
    return bool(_GLUE.fullmatch(words))


def _role(words: str) -> str:
    return next((role for role, title in _TITLES.items() if re.search(rf"\b{title}", words, re.IGNORECASE)), "")


def _split(text: str, number: str, role: str) -> list[Piece]:
    """The clauses of a passage: a heading with a colon before them, « / » between lines, numbers inside."""
    if heading := _HEADING.match(text):
        role = role or _role(heading["title"])
        text = text[heading.end() :]
    pieces = []
    for line in re.split(r"\s/\s+(?=[А-ЯЁA-Z\d_«])", text):
        marks = list(_NUMBERED.finditer(line))
        if not marks:
            pieces.append(Piece(_bare(line), number, role))
            continue
        if lead := _bare(line[: marks[0].start()]):
            pieces.append(Piece(lead, number, role))
        for i, mark in enumerate(marks):
            said = _bare(line[mark.end() : marks[i + 1].start() if i + 1 < len(marks) else None])
            number = (mark["first"] or mark["next"]).rstrip(".")
            pieces.append(Piece(said, number if "." in number else "", role))
    return [p for p in pieces if p.text]


def _bare(words: str) -> str:
    """Words without the lone ellipsis or semicolon that parts them from what was left out."""
    return re.sub(r"^\s*(?:…(?!…))?\s*|\s*(?:(?<!…)…|;)?\s*$", "", words)


def quotations(example: str) -> list[str]:
    """What stands between the outermost «…» of an example, ellipses at the ends taken off."""
    return [_bare(example[start + 1 : end - 1]) for start, end in _quotes(example)]


def place(piece: Piece, usual: str) -> str:
    """The section of a piece: the one it names, the one of its number, or the usual one."""
    if piece.role:
        return piece.role
    if re.match(r"[1-5]\.", piece.number):
        return ROLES[int(piece.number[0]) - 1]
    return usual
