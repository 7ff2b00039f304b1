"""A document as it reads, with its findings marked and their cards beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from itertools import groupby

from jdlint.model.document import Block, BlockKind, Document
from jdlint.model.report import Report
from jdlint.report.html.card import card
from jdlint.report.html.marking import marked
from jdlint.report.html.sheet import Mark, Ruler, Sheet
from jdlint.report.html.table import Place, noted, table
from jdlint.report.look import Look

DEEPEST = 4


class Text:
    """Makes the markup of the blocks of one document."""

    def __init__(self, sheet: Sheet, ruler: Ruler, sheets: Mapping[str, Sheet], report: Report, look: Look) -> None:
        self._sheet, self._sheets, self._report, self._look = sheet, sheets, report, look
        self._document = ruler.document
        # In the file of a Markdown document its markup stands between the words; a reader does not see it.
        self._shown = self._document.plain if self._document.format == "markdown" else self._document.text
        self._headings = {ruler.block(ruler.start(s.line)) for s in sheet.told.sections if s.heading}
        self._marks = marks_of_blocks(self._document, sheet.marks)

    def markup(self) -> str:
        """All blocks in order."""
        return "\n".join(self._blocks())

    def _blocks(self) -> Iterator[str]:
        blocks = self._document.blocks
        for number, group in groupby(range(len(blocks)), key=lambda n: (cell := blocks[n].cell) and cell.table):
            numbers = list(group)
            places = [Place(n, cell, len(blocks[n].span)) for n in numbers if (cell := blocks[n].cell)]
            if places:
                yield table(places, self._words, self.cards)
            for n in numbers if number is None else ():
                yield noted(self.cards(n), self._paragraph(n))

    def cards(self, number: int) -> str:
        """The cards that stand beside a block."""
        beside = self._sheet.beside.get(number, ())
        return "".join(card(entry, self._sheets, self._report, self._look, beside=True) for entry in beside)

    def _paragraph(self, number: int) -> str:
        block = self._document.blocks[number]
        heading = block.kind is BlockKind.HEADING or number in self._headings
        kinds = [
            *(["bold"] if block.bold and not heading else []),
            *(["middle"] if block.centered else []),
            *([f"item{min(block.level, DEEPEST)}"] if block.kind is BlockKind.ITEM and block.level > 1 else []),
        ]
        tag = "h4" if heading else "p"
        told = f' class="{" ".join(kinds)}"' if kinds else ""
        return f'<{tag} id="{self._sheet.block_id(number)}"{told}>{self._words_of(block, number)}</{tag}>'

    def _words(self, number: int) -> str:
        block = self._document.blocks[number]
        bold = ' class="bold"' if block.bold else ""
        return f'<p id="{self._sheet.block_id(number)}"{bold}>{self._words_of(block, number)}</p>'

    def _words_of(self, block: Block, number: int) -> str:
        return marked(self._shown, block.span, self._marks.get(number, ()), self._look.lang)


def marks_of_blocks(document: Document, marks: tuple[Mark, ...]) -> dict[int, list[Mark]]:
    """The marks that share a character with each block, by its number."""
    ends = [block.span.end for block in document.blocks]
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        number = bisect_left(ends, mark.span.start + 1)
        while number < len(ends) and document.blocks[number].span.start < mark.span.end:
            found.setdefault(number, []).append(mark)
            number += 1
    return found
