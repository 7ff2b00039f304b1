"""Puts paragraphs and tables of a story into lines, as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.load.docx.flow import BLANK, Item, Paragraph, Piece, Table
from jdlint.load.docx.line import Line, goes_on, line_of, parted, unfinished
from jdlint.load.docx.rows import lay_table
from jdlint.load.wrap import MAXIMUM_WIDTH, continues, width_of
from jdlint.model.document import BlockKind, Part, Shape
from jdlint.model.pattern import expression

_ONLY_BLANK = expression(r"[\s_─━.,;]*[_─━]{3}[\s_─━.,;]*")
_ENDS_BLANK = expression(r"[_─━]{3}[.,;]?\s*$")
_HINTS_ONLY = expression(r"(?:\s*\([^()]*\))+\s*[.,;]?\s*")
_HINT_START = expression(r"\s*\(")
# A word that cannot end a sentence: what follows in lower case belongs to it.
_LEADS_ON = expression(
    r"(?:^|[^;,]\s)(?:в|во|на|по|за|из|от|до|с|со|к|ко|о|об|при|для|без|под|над|между|через|и|или|а также|который|"
    r"которые|которая|является|являются|не|согласно|путем|путём)$|[а-яё]-$"
)


def lay_out(items: Sequence[Item]) -> list[Line]:
    """The lines of a story."""
    widths = _widths(items)
    out: list[Line] = []
    wrapping = _Wrapping()
    for index, item in enumerate(items):
        if isinstance(item, Table):
            wrapping = _Wrapping()
            for line in lay_table(item):
                _append(out, line)
            continue
        following = items[index + 1] if index + 1 < len(items) else None
        text = item.text
        if not text.strip() and not item.label:
            wrapping = _Wrapping()
            if _is_drawn_under(item, items[index - 1] if index else None, following, out):
                out.append(_drawn(item))
            continue
        width = widths.get(item.style, 0)
        if width and not item.label and item.kind is BlockKind.PARAGRAPH and wrapping.take(item, text, width):
            continue
        line = line_of(item)
        if isinstance(following, Paragraph) and _writes_beside(item, following):
            line.add([Piece(BLANK, place=item.place, shape=Shape.BORDER)])
        lines = parted(line)
        joined = _append(out, lines[0])
        out.extend(lines[1:])
        wrapping = _Wrapping() if joined or not width or len(lines) > 1 else wrapping.begin(line, text)
    return out


class _Wrapping:
    """The physical lines of a typewritten paragraph while they are being put together."""

    def __init__(self, line: Line | None = None, last: str = "", above: Line | None = None) -> None:
        self._line = line
        self._last = last
        self._above = above

    def begin(self, line: Line, text: str) -> _Wrapping:
        """A new line begins; a hint remembers the line above it."""
        above = self._line if self._line and _HINT_START.match(text) and _ENDS_BLANK.search(self._line.text) else None
        return _Wrapping(line, text, above)

    def take(self, paragraph: Paragraph, text: str, width: int) -> bool:
        """Put a physical line to what it goes on with; false when it begins something new."""
        line = self._line
        if line is None:
            return False
        if self._above is not None and line.text.count("(") > line.text.count(")"):
            if _ONLY_BLANK.fullmatch(text):
                self._above.add(paragraph.pieces, broken=True)
            else:
                line.add(paragraph.pieces, broken=True)
                self._last = text
            return True
        if _HINTS_ONLY.fullmatch(self._last) or not continues(self._last, text, width=width):
            return False
        line.add(paragraph.pieces, broken=True)
        self._last = text
        return True


def _widths(items: Sequence[Item]) -> dict[str, int]:
    """By paragraph style, the width at which the document breaks its lines itself."""
    by_style: dict[str, list[str]] = {}
    for item in items:
        if isinstance(item, Paragraph) and not item.label:
            by_style.setdefault(item.style, []).append(item.text)
    return {style: width_of(lines) for style, lines in by_style.items() if max(map(len, lines)) <= MAXIMUM_WIDTH}


def _append(out: list[Line], line: Line) -> bool:
    """Add a line, or go on with the one before when that plainly stops in mid-sentence."""
    before = out[-1] if out else None
    if before is not None and before.part is line.part and before.cell is None and line.cell is None:
        by_row = (before.row or line.row) and unfinished(before) and (goes_on(line) or _begins_blank(line))
        by_word = (
            goes_on(line)
            and not line.row
            and _LEADS_ON.search(before.text.rstrip())
            and line.kind is BlockKind.PARAGRAPH
        )
        if before.kind is not BlockKind.HEADING and not before.small and (by_row or by_word):
            before.add(line.pieces, broken=not line.row and not before.row)
            before.row = before.row or line.row
            return True
    out.append(line)
    return False


def _begins_blank(line: Line) -> bool:
    return line.row and bool(line.pieces) and line.pieces[0].shape is Shape.BORDER


def _is_drawn_under(paragraph: Paragraph, before: Item | None, following: Item | None, out: Sequence[Line]) -> bool:
    """Whether an empty paragraph is a line to write on: one that words ask for or a hint explains.

    A line that stands alone only divides the page.
    """
    if paragraph.part in (Part.HEADER, Part.FOOTER):
        return False
    hinted = isinstance(following, Paragraph) and bool(_HINT_START.match(following.text))
    if not paragraph.ruled:
        return hinted and isinstance(following, Paragraph) and following.topped
    follows = isinstance(following, Paragraph) and following.ruled and not following.text.strip()
    if follows and not paragraph.lined:
        return False
    asked = bool(out) and (unfinished(out[-1]) or out[-1].text.rstrip().endswith(":"))
    several = any(isinstance(one, Paragraph) and one.ruled and not one.text.strip() for one in (before, following))
    return hinted or asked or several


def _drawn(paragraph: Paragraph) -> Line:
    line = line_of(paragraph)
    line.pieces = [Piece(BLANK, place=paragraph.place, shape=Shape.BORDER)]
    return line


def _writes_beside(paragraph: Paragraph, hint: Paragraph) -> bool:
    """Whether the line drawn above a hint begins where the words of the paragraph before it end."""
    if not hint.topped or not _HINT_START.match(hint.text) or paragraph.part in (Part.HEADER, Part.FOOTER):
        return False
    size = next((p.marks.size for p in paragraph.pieces if p.marks.size), 24)
    return hint.left > 0 and len(paragraph.text.strip()) * size * 4.2 < hint.left + 600
