"""The grid of a table: its rows and cells inside whatever wraps them, how far they reach, the lines between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jdlint.load.docx.controls import chosen
from jdlint.load.docx.flow import Row
from jdlint.load.docx.names import ALTERNATE, SDT, SDT_CONTENT, TRANSPARENT, VAL, child, w
from jdlint.load.docx.properties import number
from jdlint.load.docx.styles import Edges, edges_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPAN, _BORDERS, _CELL_DELETED = w("gridSpan"), w("tcBorders"), w("cellDel")
_MERGES: Final = frozenset({w("vMerge"), w("hMerge")})
_NO_EDGES: Final = Edges()


def unwrapped(parent: _Element, wanted: str) -> Iterator[tuple[_Element, list[_Element]]]:
    """Rows of a table or cells of a row, with the content controls around each."""
    for one in parent:
        if one.tag == wanted:
            yield one, []
        elif one.tag == SDT:
            content = child(one, SDT_CONTENT)
            if content is not None:
                for element, controls in unwrapped(content, wanted):
                    yield element, [one, *controls]
        elif one.tag in TRANSPARENT:
            yield from unwrapped(one, wanted)
        elif one.tag == ALTERNATE:
            taken = chosen(one)
            if taken is not None:
                yield from unwrapped(taken, wanted)


def share_edges(rows: list[Row]) -> None:
    """What is the top of a cell is the bottom of the cell above it; likewise for left and right."""
    for row in rows:
        for one, other in pairwise(row.cells):
            one.right = other.left = one.right or other.left
    for row, below in pairwise(rows):
        topped, at = [c for c in below.cells if c.top], 0
        for cell in row.cells:
            while at < len(topped) and topped[at].last <= cell.first:
                at += 1
            if at < len(topped) and topped[at].first < cell.last:
                cell.bottom = True


def extent(properties: _Element | None) -> tuple[int, Edges, bool, _Element | None]:
    """How many columns a cell covers, which edges it sets, whether it is not seen, and what says it is removed."""
    span, own, unseen, removed = 1, _NO_EDGES, False, None
    for one in () if properties is None else properties:
        tag = one.tag
        if tag == _SPAN:
            span = max(1, number(one, 1))
        elif tag == _BORDERS:
            if len(one):
                own = edges_of(one)
        elif tag in _MERGES:
            unseen = unseen or one.get(VAL, "continue") == "continue"
        elif tag == _CELL_DELETED:
            unseen, removed = True, one
    return span, own, unseen, removed


def either(own: bool | None, inherited: bool | None) -> bool:  # noqa: FBT001 two answers to one question
    return bool(inherited if own is None else own)
