"""The words of a finding in their sentence, cut to the width of a terminal, with carets below."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from jdlint.model.finding import Place
from jdlint.model.visible import visible
from jdlint.record import record

LEAD = 24


@record
class Excerpt:
    """A line of text; the carets begin under the column `start` (from 0) and are `length` columns."""

    text: str
    start: int
    length: int


class _Sign(NamedTuple):
    """A character as a terminal shows it, and whether it belongs to the words of the finding."""

    text: str
    columns: int
    marked: bool


def excerpt(place: Place, width: int) -> Excerpt:
    """The sentence around the place's words in at most `width` columns.

    Line breaks and runs of white space are one space; what a terminal would obey, or nobody would see, is written out.
    """
    context, at = place.context, place.context.find(place.quote)
    if at < 0:
        context, at = place.quote, 0
    signs = list(_signs(context, at, at + len(place.quote)))
    marked = [i for i, sign in enumerate(signs) if sign.marked]
    if not marked:
        return Excerpt("…", 0, 1)
    first, last = marked[0], marked[-1]
    start = _start(signs, first, last, width)
    head = "…" if start else ""
    room = width - len(head)
    stop = start
    while stop < len(signs) and room - signs[stop].columns >= (stop + 1 < len(signs)):
        room -= signs[stop].columns
        stop += 1
    tail = "…" if stop < len(signs) else ""
    text = head + "".join(sign.text for sign in signs[start:stop]) + tail
    lead = len(head) + _columns(signs[start:first])
    return Excerpt(text, lead, max(1, _columns(signs[first : min(last + 1, stop)])))


def plain(text: str) -> str:
    """`text` in one line, with what a terminal would obey, or nobody would see, written out."""
    if text.isprintable() and "  " not in text:  # so are most texts, and nothing has to be changed in them
        return text.strip()
    return "".join(sign.text for sign in _signs(text, 0, 0)).strip()


def _start(signs: list[_Sign], first: int, last: int, width: int) -> int:
    """Where to begin, so that the words are seen, with whole words of what stands before them."""
    if _columns(signs) <= width:
        return 0
    start = first
    room = max(LEAD, width - _columns(signs[first:]) - 1)
    room = min(room, max(0, width - 2 - _columns(signs[first : last + 1])))
    while start and room >= signs[start - 1].columns:
        start -= 1
        room -= signs[start].columns
    while start and start < first and signs[start - 1].text != " ":
        start += 1
    return start


def _signs(text: str, start: int, end: int) -> Iterator[_Sign]:
    space = False
    for i, character in enumerate(text):
        if character.isspace():
            if not space:
                yield _Sign(" ", 1, start <= i < end)
            space = True
            continue
        space = False
        shown, columns = _shown(character)
        if shown:
            yield _Sign(shown, columns, start <= i < end)


@cache
def _shown(character: str) -> tuple[str, int]:
    """What stands for the character in a terminal, and its columns; nothing for one that is not to be seen."""
    written = visible(character)
    if written != character:
        return written, len(written)
    category = unicodedata.category(character)
    if category in ("Cf", "Cs"):
        return "", 0
    return character, 0 if category in ("Mn", "Me") else 1 + (unicodedata.east_asian_width(character) in "WF")


def _columns(signs: list[_Sign]) -> int:
    return sum(sign.columns for sign in signs)
