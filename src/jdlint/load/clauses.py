"""Clauses that stand in a row in one paragraph, as copying from a page leaves them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from jdlint.model.label import read_label
from jdlint.model.pattern import expression

_NUMBER = expression(r"(?<=\s)(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[А-ЯЁA-Z«\"(])")
_ENDS = ".;:!?"
# «См. п. 2.2. Правил»: a reference, not the number of a clause.
_REFERENCE = expression(r"(?<!\w)(?:пп?|ст|разд|гл|см|подп|рис|табл)\.$", re.IGNORECASE)
_LONGEST_REFERENCE = len("разд.")
_LONGEST_TITLE = 100
# «1. Общие положения 1.1.», «I. Общие положения 1.1.»: a section whose first clause follows its title.
_SECTION = expression(
    rf"(?<=\s)(?=(?:\d{{1,2}}|[IVX]{{1,4}})\.\s+[А-ЯЁ][^.;:!?\n]{{2,{_LONGEST_TITLE}}}\s(?P<first>\d{{1,2}})\.1\.?\s)"
)
# What stands above the sections, each on a line of its own.
_HEAD = expression(
    r"(?<=\s)(?=(?:УТВЕРЖДАЮ|УТВЕРЖДЕНО|УТВЕРЖДЕНА|СОГЛАСОВАНО)\b"
    r"|(?:Д(?i:олжностная)|Р(?i:абочая)|П(?i:роизводственная))\s+(?i:инструкция)\b)"
)


def clauses_in_row(text: str) -> list[int]:
    """Where in a paragraph the next clauses begin, by numbers that go on from its own: «2. ПРАВА 2.1. Вправе … 2.2. …».

    Nothing at a number that does not follow the one before. A paragraph without a number is parted where it holds the
    sections of a whole document, from the first on.
    """
    label = read_label(text)
    if label is None:
        return _document_in_row(text)
    return list(_cuts(text, label.parts, label.end)) if label.style == "arabic" else []


def _document_in_row(text: str) -> list[int]:
    """The beginnings of the head's lines, the sections and their clauses."""
    sections: list[int] = []
    for found in _SECTION.finditer(text):
        label = read_label(text[found.start() : found.start("first")])
        if label is not None and label.parts[:1] == (len(sections) + 1,) == (int(found["first"]),):
            sections.append(found.start())
    if not sections:
        return []
    cuts = [found.start() for found in _HEAD.finditer(text, 0, sections[0])]
    for number, (start, end) in enumerate(pairwise([*sections, len(text)]), 1):
        behind = text.index(".", start) + 1
        cuts += [start, *_cuts(text[:end], (number,), behind)]
    return cuts


def _cuts(text: str, parts: tuple[int, ...], end: int) -> Iterator[int]:
    for found in _NUMBER.finditer(text, end):
        number = tuple(map(int, found["number"].split(".")))
        last = found.start()
        while last > end and text[last - 1].isspace():
            last -= 1
        if last == end or number not in _following(parts):
            continue
        if text[last - 1] in _ENDS:
            begins = not _REFERENCE.search(text, max(end, last - _LONGEST_REFERENCE), last)
        else:
            begins = len(parts) == 1 and found.start() - end <= _LONGEST_TITLE
        if begins:
            yield found.start()
            parts, end = number, found.end()


def _following(parts: tuple[int, ...]) -> set[tuple[int, ...]]:
    """The numbers that a clause may have after the one with `parts`: its first part, or the next on any level."""
    ways = {(*parts[:depth], parts[depth] + 1) for depth in range(1, len(parts))}
    return ways | {(*parts, 1)}
