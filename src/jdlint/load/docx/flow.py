"""What the walk hands to the layout: pieces of text in paragraphs, rows of cells in tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from jdlint.model.document import BlockKind, Part, Shape

BLANK = "____"


class Place(NamedTuple):
    """A paragraph of the file: the name of its part and its address there."""

    part: str
    anchor: str


class Marks(NamedTuple):
    """How the characters of a run look; `size` in half-points, 0 where nothing tells.

    `tinted` are all that stand out by colour, `marked` those of them that a marker was drawn over.
    """

    bold: bool = False
    underline: bool = False
    size: int = 0
    raised: bool = False
    tinted: bool = False
    hidden: bool = False
    marked: bool = False


PLAIN = Marks()


class Piece(NamedTuple):
    """Characters that stand together.

    They come from `length` characters at `offset` of the run `run` of `place`; `run` is -1 for what
    no run holds. `shape` says that they are a blank; `group` numbers those drawn through a row of a form, from 1.
    """

    text: str
    marks: Marks = PLAIN
    place: Place | None = None
    run: int = -1
    offset: int = 0
    length: int = 0
    shape: Shape | None = None
    hint: str = ""
    group: int = 0


def cut(piece: Piece, start: int, stop: int) -> Piece:
    """Characters `[start, stop)` of a piece."""
    exact = piece.length == len(piece.text)
    return piece._replace(
        text=piece.text[start:stop],
        offset=piece.offset + start if exact else piece.offset,
        length=stop - start if exact else piece.length,
    )


@dataclass(slots=True)
class Paragraph:
    """A paragraph, its text and its computed label; `ruled` when a line is drawn under it and nothing
    else around. An `open` one goes on with the next, whose look it keeps unless it `leads`."""

    place: Place
    part: Part
    pieces: list[Piece] = field(default_factory=list)
    text: str = ""
    label: str = ""
    gap: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    style: str = field(init=False)
    centered: bool = field(init=False)
    ruled: bool = False
    topped: bool = False
    lined: bool = False
    left: int = field(init=False)
    open: bool = field(init=False)
    leads: bool = field(init=False)

    def put(self, pieces: list[Piece]) -> None:
        """Let these pieces stand in it."""
        self.pieces = pieces
        self.text = "".join([p.text for p in pieces])


@dataclass(slots=True)
class TableCell:
    """A cell: its ordinal in the row, the grid columns `[first, last)` it covers, its visible edges."""

    ordinal: int
    first: int
    last: int
    items: list[Item]
    left: bool
    right: bool
    top: bool
    bottom: bool


@dataclass(slots=True)
class Row:
    """The cells of a row that a reader sees; cells continued from above are left out."""

    ordinal: int
    cells: list[TableCell]


@dataclass(slots=True)
class Table:
    """A table: its ordinal in the document, its rows."""

    ordinal: int
    part: Part
    rows: list[Row]


Item = Paragraph | Table
