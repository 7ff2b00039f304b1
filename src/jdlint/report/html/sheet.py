"""A document of the report with its findings numbered, and where in its text they belong."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import field

from jdlint.model.document import Document
from jdlint.model.finding import Finding, Place
from jdlint.model.report import DocumentReport, Report
from jdlint.model.span import Lines, Span
from jdlint.record import record


@record
class Entry:
    """A finding under the number that it has in its document; `sheet` is the number of the document."""

    sheet: int
    number: int
    finding: Finding

    @property
    def card(self) -> str:
        """The id of its card."""
        return f"d{self.sheet}-f{self.number}"

    @property
    def mark(self) -> str:
        """The id of its words in the text."""
        return f"d{self.sheet}-m{self.number}"


@record
class Mark:
    """The words of a finding in the reading text."""

    span: Span
    entry: Entry


class Ruler:
    """Tells where lines and columns of one document are in its text and in which of its blocks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._lines = Lines(document.text)
        self._last = document.text.count("\n") + 1
        self._starts = [block.span.start for block in document.blocks]

    def span(self, place: Place) -> Span | None:
        """The words of a place; None where the text does not hold them there."""
        if not place.quote or place.end_line > self._last:
            return None
        span = Span(self._lines.offset(place.line, place.column), self._lines.offset(place.end_line, place.end_column))
        return span if span.of(self.document.text) == place.quote else None

    def start(self, line: int) -> int:
        """Where a line begins."""
        return self._lines.offset(min(line, self._last), 1)

    def block(self, offset: int) -> int:
        """The last block that begins at or before `offset`; that of the whole text where there is none."""
        return max(0, bisect_right(self._starts, offset) - 1)


@record
class Sheet:
    """A document and what was found in it.

    `marks` are in the order of the text; `beside` are findings by the block that their cards stand beside, and
    `whole` those that no words of the text are about. `anchors` are the blocks that other findings refer to.
    """

    number: int
    told: DocumentReport
    entries: tuple[Entry, ...]
    ruler: Ruler | None = None
    marks: tuple[Mark, ...] = ()
    beside: Mapping[int, Sequence[Entry]] = field(default_factory=dict)
    whole: tuple[Entry, ...] = ()

    def anchor(self, place: Place) -> str:
        """The id of the block that a place stands in; empty where it is not in the text."""
        span = self.ruler.span(place) if self.ruler else None
        return self.block_id(self.ruler.block(span.start)) if self.ruler and span else ""

    def block_id(self, block: int) -> str:
        """The id of a block that something refers to."""
        return f"d{self.number}-b{block}"


def sheets_of(report: Report) -> dict[str, Sheet]:
    """The documents of a report by path, in its order."""
    found: dict[str, list[Finding]] = {told.path: [] for told in report.documents}
    for finding in report.shown:
        found[finding.place.path].append(finding)
    return {
        told.path: _sheet(number, told, found[told.path], report.texts.get(told.path))
        for number, told in enumerate(report.documents, 1)
    }


def _sheet(number: int, told: DocumentReport, findings: Sequence[Finding], text: Document | None) -> Sheet:
    entries = tuple(Entry(number, n, finding) for n, finding in enumerate(findings, 1))
    if text is None or not text.blocks:
        return Sheet(number, told, entries, whole=entries)
    ruler = Ruler(text)
    marks, whole = [], []
    beside: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        span = ruler.span(entry.finding.place)
        if span is None:
            whole.append(entry)
        else:
            marks.append(Mark(span, entry))
            beside[ruler.block(span.start)].append(entry)
    marks.sort(key=lambda mark: (mark.span, mark.entry.number))
    return Sheet(number, told, entries, ruler, tuple(marks), beside, tuple(whole))
