"""Clauses that stand in a row in one paragraph, as copying from a page leaves them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.model.label import read_label

_NUMBER = re.compile(r"(?<=\s)(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=[А-ЯЁA-Z«\"(])")
_ENDED = re.compile(r"[.;:!?]\s*$")
# «См. п. 2.2. Правил»: a reference, not the number of a clause.
_REFERENCE = re.compile(r"(?<!\w)(?:пп?|ст|разд|гл|см|подп|рис|табл)\.\s*$", re.IGNORECASE)
_LONGEST_TITLE = 100


def clauses_in_row(text: str) -> list[int]:
    """Where in a paragraph the next clauses begin, by numbers that go on from its own: «2. ПРАВА 2.1. Вправе … 2.2. …».

    Nothing where the paragraph has no number, and nothing at a number that does not follow the one before.
    """
    label = read_label(text)
    if label is None or label.style != "arabic":
        return []
    return list(_cuts(text, label.parts, label.end))


def _cuts(text: str, parts: tuple[int, ...], end: int) -> Iterator[int]:
    for found in _NUMBER.finditer(text, end):
        number = tuple(map(int, found["number"].split(".")))
        before = text[end : found.start()]
        titled = len(parts) == 1 and len(before) <= _LONGEST_TITLE and not _ENDED.search(before)
        ended = _ENDED.search(before) is not None and not _REFERENCE.search(before)
        if before.strip() and number in _following(parts) and (ended or titled):
            yield found.start()
            parts, end = number, found.end()


def _following(parts: tuple[int, ...]) -> set[tuple[int, ...]]:
    """The numbers that a clause may have after the one with `parts`: its first part, or the next on any level."""
    ways = {(*parts[:depth], parts[depth] + 1) for depth in range(1, len(parts))}
    return ways | {(*parts, 1)}
