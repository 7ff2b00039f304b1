"""A document as it was read: one text, its blocks and the places left to be filled."""

from __future__ import annotations

import hashlib
from dataclasses import field
from enum import StrEnum

from jdlint.model.span import Span
from jdlint.record import record


@record
class Source:
    """A file as found: its path as given (posix), its bytes."""

    path: str
    data: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.data).hexdigest()


class BlockKind(StrEnum):
    """What a reader takes a block for."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"


class Part(StrEnum):
    """Which part of the file a block comes from; all but the body follow the body in the text."""

    FRONT = "front"
    BODY = "body"
    TEXTBOX = "textbox"
    HEADER = "header"
    FOOTER = "footer"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


@record
class Cell:
    """Where a block stands in a table: ordinals from 1; `columns` is the width of its row."""

    table: int
    row: int
    column: int
    columns: int


@record
class Block:
    """What a person reads as one paragraph, heading, list item or table cell.

    `span` covers the whole of it, number label included; inside it line breaks are only those of
    the file's layout. `label` is the number or bullet that markup or Word's automatic numbering
    puts in front (it stands at the start of `span` in the text); a number typed by hand is not a label.
    `level` is the heading level or the depth of a list item, from 1; 0 where nothing tells.
    """

    span: Span
    kind: BlockKind
    level: int = 0
    label: str = ""
    anchor: str = ""
    part: Part = Part.BODY
    cell: Cell | None = None
    bold: bool = False
    centered: bool = False


class Shape(StrEnum):
    """How a blank is drawn."""

    UNDERSCORES = "underscores"
    DOTS = "dots"
    DASHES = "dashes"
    BOX = "box"
    SPACES = "spaces"
    TABS = "tabs"
    BORDER = "border"
    CELL = "cell"
    CONTROL = "control"
    FIELD = "field"
    DRAWING = "drawing"
    BRACKETS = "brackets"
    HINT = "hint"
    FILLER = "filler"
    DATE = "date"
    ITEM = "item"


@record
class Blank:
    """A place left to be filled, and the hint beside or below it that says with what."""

    span: Span
    shape: Shape
    hint: str = ""


class NoteKind(StrEnum):
    """How the editors of a document left a note in it."""

    INSERTION = "insertion"
    DELETION = "deletion"
    MOVE = "move"
    COMMENT = "comment"
    HIDDEN = "hidden"
    HIGHLIGHT = "highlight"


@record
class Note:
    """What a Word file tells its editors beside the words of the reading text.

    `span` are the words it is about: those put in, highlighted or commented on. It is empty, at the place itself, where
    no words of the text are: those taken out, moved away or hidden stand in `text`, and so does what a comment
    says. `block` is the block of `span`, or all from the first to the last that `span` runs through.
    """

    kind: NoteKind
    span: Span
    block: Span
    text: str = ""
    author: str = ""


@record
class Property:
    """A named value of the front matter."""

    name: str
    value: str
    span: Span


@record
class Document:
    """The reading text of one file.

    `text` is what line and column count in: a Markdown file itself, or one block per line for DOCX.
    `plain` is as long as `text`, character for character: markup, HTML and layout breaks inside a
    block stand as spaces, every kind of space as a space, every kind of hyphen inside a word as "-".
    All that jdlint recognises it recognises in `plain`; all that it quotes it quotes from `text`.
    `hidden` are places that no reader of the rendered document sees (comments, suppressions); `notes`, in the order
    of the text, are what a Word file keeps apart from its words. `encoding` is that of a text file not in UTF-8.
    """

    path: str
    format: str
    text: str = field(repr=False)
    plain: str = field(repr=False)
    blocks: tuple[Block, ...] = ()
    blanks: tuple[Blank, ...] = ()
    front: tuple[Property, ...] = ()
    hidden: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    encoding: str = ""

    def __post_init__(self) -> None:
        if len(self.text) != len(self.plain):
            raise ValueError(f"{self.path}: plain text must be as long as the text")
