"""Tables of a document, cut where a row has findings, so that their cards stand beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from jdlint.model.document import Cell

MOST_COLUMNS = 40
_STEP = 5
_NARROWEST, _WIDEST = 8, 120


class Place(NamedTuple):
    """A block of a table: its number in the document, its cell and its length."""

    block: int
    cell: Cell
    length: int


def table(places: Sequence[Place], words: Callable[[int], str], cards: Callable[[int], str]) -> str:
    """The blocks of one table; `words` gives the markup of a block and `cards` that of the cards beside it."""
    columns = min(MOST_COLUMNS, max(place.cell.columns for place in places))
    head = f"<table><colgroup>{_widths(places, columns)}</colgroup>"
    out: list[str] = []
    for _, group in groupby(places, key=lambda place: place.cell.row):
        row = list(group)
        beside = "".join(cards(place.block) for place in row)
        if beside or not out:
            out += ["</table>"] if out else []
            out += [beside, head]
        out.append(f"<tr>{''.join(_row(row, words, columns))}</tr>")
    return "\n".join([*out, "</table>"])


def _row(row: Sequence[Place], words: Callable[[int], str], columns: int) -> Iterator[str]:
    """The cells of a row. The last one reaches to the edge; it holds all that comes after the columns that we show."""
    cells = [(at, list(group)) for at, group in groupby(row, key=lambda place: min(columns, place.cell.column))]
    before = 0
    for at, group in cells:
        yield "<td></td>" * (at - before - 1)
        last = at == cells[-1][0] and at >= group[0].cell.columns
        span = f' colspan="{columns - at + 1}"' if last and at < columns else ""
        yield f"<td{span}>{''.join(words(place.block) for place in group)}</td>"
        before = at


def _widths(places: Sequence[Place], columns: int) -> str:
    """The widths of the columns by what stands in them, in steps that the style knows."""
    longest = [_NARROWEST] * columns
    for place in places:
        if place.cell.columns == columns and place.cell.column <= columns:
            at = place.cell.column - 1
            longest[at] = max(longest[at], min(_WIDEST, place.length))
    shares = [round(100 * one / sum(longest) / _STEP) * _STEP for one in longest]
    return "".join(f'<col class="w{max(_STEP, share)}">' for share in shares)
