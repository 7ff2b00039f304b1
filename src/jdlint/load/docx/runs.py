"""Leads from the reading text back to the runs of the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jdlint.load.docx.compose import compose
from jdlint.load.docx.flow import Piece, Place
from jdlint.load.docx.notes import Trace
from jdlint.load.docx.package import Package
from jdlint.load.docx.reader import read
from jdlint.model.span import Span
from jdlint.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jdlint.model.document import Document, Source


@record
class RunPiece:
    """Characters `[start, end)` of one run, and the place where they stand in the reading text.

    `run` counts the `w:r` of the paragraph in the order of the file from 0, removed ones included, those of
    text boxes inside it left out. `start` and `end` count what the run shows: a tab, a break, a hyphen
    or a symbol is one character. A drawn blank stands in the text with other characters than in its run.
    """

    part: str
    anchor: str
    run: int
    start: int
    end: int
    span: Span


class Map:
    """The way back from the reading text of one file; its elements may be changed and written."""

    def __init__(self, source: Source) -> None:
        self.package = Package(source)
        content = read(self.package)
        self._paragraphs = {place.anchor: (place.part, element) for place, element in content.elements.items()}
        self._trace: Trace = []
        self.document: Document = compose(source.path, content, self._trace)
        self._starts = [span.start for span, _ in self._trace]

    def locate(self, span: Span) -> tuple[RunPiece, ...]:
        """The pieces of runs that make up `span`; what the loader wrote itself (labels, lines) is left out."""
        return tuple([_piece(where, piece, span) for where, piece in self._pieces(span) if piece.run >= 0])

    def anchor(self, span: Span) -> str:
        """The address of the paragraph that `span` begins in, whether a run holds it or not; "" where none does."""
        return next((piece.place.anchor for _, piece in self._pieces(span) if piece.place is not None), "")

    def paragraph(self, anchor: str) -> tuple[str, _Element] | None:
        """The part and the `w:p` of that address; None for what stands in no paragraph (a diagram)."""
        return self._paragraphs.get(anchor)

    def paragraphs(self) -> Iterator[tuple[str, _Element]]:
        """All paragraphs by their addresses."""
        for anchor, (_, element) in self._paragraphs.items():
            yield anchor, element

    def _pieces(self, span: Span) -> Iterator[tuple[Span, Piece]]:
        for index in range(max(0, bisect_right(self._starts, span.start) - 1), len(self._trace)):
            where, piece = self._trace[index]
            if where.start >= span.end:
                return
            if where.overlaps(span):
                yield where, piece


def _piece(where: Span, piece: Piece, span: Span) -> RunPiece:
    place = piece.place or Place("", "")
    start, end = max(where.start, span.start), min(where.end, span.end)
    if piece.length != len(piece.text):
        return RunPiece(place.part, place.anchor, piece.run, piece.offset, piece.offset + piece.length, where)
    first = piece.offset + start - where.start
    return RunPiece(place.part, place.anchor, piece.run, first, first + end - start, Span(start, end))
