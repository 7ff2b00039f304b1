"""Edits written into Word files, as tracked changes or outright."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jdlint.fix.text import EditError, Placed, applied, placed
from jdlint.fix.ways import Mode
from jdlint.load.docx import load
from jdlint.load.docx.names import P
from jdlint.model.document import Block, Source
from jdlint.model.finding import Edit
from jdlint.word.copy import Copy
from jdlint.word.paragraph import is_removable, take_out
from jdlint.word.revision import Reviser, is_writable

if TYPE_CHECKING:
    from lxml.etree import _Element


def mended(source: Source, edits: Sequence[Edit], mode: Mode, as_of: dt.date) -> bytes:
    """The bytes of the file with these edits made, formatting kept; the day is that of the tracked changes.

    Raises EditError where the file is not the one they were made for, where words stand in what Word fills itself
    (a field, a bound control), and where anything else would read otherwise.
    """
    copy = Copy(source)
    text = copy.way.document.text
    reviser = Reviser(copy, f"{as_of.isoformat()}T00:00:00Z", tracked=mode is Mode.TRACKED)
    # From the end: what is taken out no longer counts among the characters of its run.
    for edit in reversed(placed(text, edits)):
        blocks = [b for b in copy.way.document.blocks if b.span.overlaps(edit.span)]
        if not edit.new and blocks and all(edit.span.covers(b.span) for b in blocks):
            for block in blocks:
                _remove(copy, reviser, block)
        else:
            _replace(copy, reviser, edit, text)
    data = copy.written()
    if load(Source(source.path, data)).text != applied(text, edits):
        raise EditError("the file would read otherwise than the edits say")
    return data


def _replace(copy: Copy, reviser: Reviser, edit: Placed, text: str) -> None:
    pieces = copy.way.locate(edit.span)
    exact = "".join([copy.segments.shows(piece) for piece in pieces])
    if exact != edit.span.of(text):
        raise EditError(f"{edit.span.of(text)!r} stands in no run of its own")
    runs: list[tuple[str, _Element]] = []
    for piece in pieces:
        home = copy.way.paragraph(piece.anchor)
        if home is None or not is_writable(copy, piece, home[1]):
            raise EditError(f"{edit.span.of(text)!r} stands where Word itself writes")
        runs += [(piece.part, run) for run in copy.segments.of(piece)]
    reviser.replace(runs, edit.new)


def _remove(copy: Copy, reviser: Reviser, block: Block) -> None:
    """Take out the paragraph that a block is made of; raises EditError where it holds anything else."""
    home = copy.way.paragraph(block.anchor)
    others = [b for b in copy.way.document.blocks if b is not block and b.anchor == block.anchor]
    pieces = copy.way.locate(block.span)
    strange = any(piece.anchor != block.anchor for piece in pieces)
    if home is None or others or strange or home[1].tag != P or not is_removable(home[1]):
        raise EditError("the paragraph cannot be taken out")
    take_out(reviser, home[0], home[1])
