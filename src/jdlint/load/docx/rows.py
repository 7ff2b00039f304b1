"""Lays out tables: a row of a form read as one line, a cell of a real table as a block of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from jdlint.load.docx.flow import BLANK, Paragraph, Piece, Row, Table, TableCell
from jdlint.load.docx.line import Line, line_of
from jdlint.model.document import BlockKind, Cell, Part, Shape

_MARK = re.compile(r"[.,;:)»\"]{1,3}")
_HINT = re.compile(r"\([^()]*\)[.,;]?")
_FEW: Final = 3


class What(Enum):
    """What a cell of a form's row is for."""

    EMPTY = auto()
    BLANK = auto()
    MARK = auto()
    TEXT = auto()
    OTHER = auto()


@dataclass(slots=True)
class _Seen:
    """A cell and what it holds."""

    cell: TableCell
    what: What
    text: str
    paragraphs: list[Paragraph]


@dataclass(slots=True)
class _Sentence:
    """A line that goes through the cells of a form: its blanks by their columns, and the hint under one."""

    line: Line
    blanks: list[tuple[int, int, int]] = field(default_factory=list)
    ended: bool = False
    hint: Line | None = None
    words: list[str] = field(default_factory=list)
    first: int = 0
    last: int = 0
    depth: int = 0
    over: int = -1

    def finish(self) -> None:
        """Write the hint to its blank."""
        if self.words and self.over >= 0:
            words = " ".join(" ".join(self.words).split()).rstrip(".,; ")
            _tell(self.line, self.over, words)
        self.words = []
        self.depth = 0


def lay_table(table: Table) -> list[Line]:
    """The lines of a table in reading order."""
    out: list[Line] = []
    sentence: _Sentence | None = None
    seen: list[_Seen] = []
    filled = _filled_columns(table)
    for row in table.rows:
        if not _is_open(row):
            _finish(sentence)
            sentence, seen = None, []
            out.extend(_real_row(table, row, filled))
            continue
        above, seen = seen, [_look(cell, table.part) for cell in row.cells]
        if sentence is not None and _goes_on(sentence, seen, table, row, out):
            continue
        _finish(sentence)
        under, sentence = sentence, None
        if _is_sentence(seen):
            beside = [s for s in seen if s.what is What.TEXT] if _stands_under(above, seen) else []
            for one in beside:
                out.extend(_cell(table, row, one.cell))
            sentence = _begin([s for s in seen if s not in beside])
            out.append(sentence.line)
        elif _are_hints(seen):
            out.append(_hint_row(seen, under))
        else:
            out.extend(_cell_lines(table, row, seen))
    _finish(sentence)
    return out


def _finish(sentence: _Sentence | None) -> None:
    if sentence is not None:
        sentence.finish()


def _is_open(row: Row) -> bool:
    """Whether no line is drawn between the cells, so that they read as one line."""
    if len(row.cells) == 1:
        return not (row.cells[0].left or row.cells[0].right)
    return not any(cell.right for cell in row.cells[:-1])


def _look(cell: TableCell, part: Part) -> _Seen:
    paragraphs: list[Paragraph] = []
    for item in cell.items:
        if isinstance(item, Table):
            return _Seen(cell, What.OTHER, "", [])
        if item.label or item.text.strip():
            paragraphs.append(item)
    if not paragraphs:
        drawn = cell.bottom and part not in (Part.HEADER, Part.FOOTER)
        return _Seen(cell, What.BLANK if drawn else What.EMPTY, "", paragraphs)
    text = " ".join([p.text.strip() for p in paragraphs])
    if _MARK.fullmatch(text):
        return _Seen(cell, What.MARK, text, paragraphs)
    return _Seen(cell, What.TEXT if len(paragraphs) == 1 else What.OTHER, text, paragraphs)


def _is_sentence(seen: Sequence[_Seen]) -> bool:
    if any(s.what is What.OTHER for s in seen):
        return False
    if any(s.what is What.BLANK for s in seen):
        return True
    words = [s for s in seen if s.what is What.TEXT]
    if len(words) > 1 and _filled_in(words, seen):
        return True
    return len(words) == 1 and seen[-1].what is What.MARK and words[0] is not seen[-1]


def _stands_under(above: Sequence[_Seen], seen: Sequence[_Seen]) -> bool:
    """Whether the blank goes on with the column of words above it («УТВЕРЖДАЮ»), not with the cell to its left."""
    words = [s for s in seen if s.what is What.TEXT]
    blanks = [s for s in seen if s.what is What.BLANK]
    if len(words) != 1 or len(blanks) != 1 or words[0].cell.first > blanks[0].cell.first or seen[-1].what is What.MARK:
        return False
    over = [
        s for s in above if s.paragraphs and s.cell.first < blanks[0].cell.last and blanks[0].cell.first < s.cell.last
    ]
    left = [s for s in above if s.paragraphs and s.cell.last <= blanks[0].cell.first]
    return bool(left) and any(any(c.isalpha() for c in s.text) and not s.text.startswith("(") for s in over)


def _filled_in(words: Sequence[_Seen], seen: Sequence[_Seen]) -> bool:
    """Whether a line of a form has been filled in: words, then words above a drawn line."""
    ruled = [s for s in words if s.cell.bottom]
    if not ruled or len(ruled) == len(words) or words[0].cell.bottom:
        return False
    before = words[0].text.rstrip()
    return (
        bool(re.search(r"(?:^|\s)[а-яё]{3,}$", before))
        and before.count(" ") >= 1
        and (seen[-1].what is What.MARK or all(s.text[:1].islower() for s in words[1:]))
    )


def _are_hints(seen: Sequence[_Seen]) -> bool:
    words = [s for s in seen if s.what in (What.TEXT, What.OTHER)]
    return bool(words) and all(_HINT.fullmatch(s.text.strip()) for s in words)


def _begin(seen: Sequence[_Seen]) -> _Sentence:
    first = next((s for s in seen if s.paragraphs), None)
    anchor = first.paragraphs[0] if first else next(i for i in seen[0].cell.items if isinstance(i, Paragraph))
    line = line_of(anchor)
    line.kind = BlockKind.PARAGRAPH if line.kind is not BlockKind.ITEM else line.kind
    line.pieces, line.row = [], True
    sentence = _Sentence(line)
    for before, one in zip([None, *seen], seen, strict=False):
        if one.what is What.BLANK:
            place = next((i.place for i in one.cell.items if isinstance(i, Paragraph)), anchor.place)
            if before is not None and before.what is What.BLANK:
                # Two ruled cells side by side are one drawn line.
                start, _, number = sentence.blanks[-1]
                sentence.blanks[-1] = (start, one.cell.last, number)
                continue
            sentence.blanks.append((one.cell.first, one.cell.last, len(sentence.blanks) + 1))
            line.add([Piece(BLANK, place=place, shape=Shape.BORDER, group=-len(sentence.blanks))])
        elif one.paragraphs:
            line.add(one.paragraphs[0].pieces)
            sentence.ended = one.what is What.MARK
    return sentence


def _goes_on(sentence: _Sentence, seen: Sequence[_Seen], table: Table, row: Row, out: list[Line]) -> bool:
    """Let the open sentence take the row; false when the row begins something else."""
    words = [s for s in seen if s.what in (What.TEXT, What.OTHER)]
    marks = [s for s in seen if s.what is What.MARK]
    blanks = [s for s in seen if s.what is What.BLANK]
    if not (words or marks or blanks):
        return False
    if not words:
        if sentence.ended and not sentence.depth:
            return False
        leads = bool(blanks) and blanks[0] is seen[0] and bool(sentence.blanks)
        if not (leads or (marks and not blanks) or sentence.depth):
            return False
        if not sentence.line.text.strip("_ ") and not sentence.depth:
            return False
        _end(sentence, marks)
        return True
    if sentence.depth:
        return _more_hint(sentence, words, marks, table, row, seen, out)
    if len(words) == 1 and words[0].text.lstrip().startswith("(") and sentence.blanks:
        return _first_hint(sentence, words[0], marks, out)
    return False


def _first_hint(sentence: _Sentence, word: _Seen, marks: Sequence[_Seen], out: list[Line]) -> bool:
    over = next((n for first, last, n in sentence.blanks if first < word.cell.last and word.cell.first < last), 0)
    if not over or sentence.words:
        return False
    text = word.text.strip()
    sentence.over, sentence.words = over, [text]
    sentence.depth = text.count("(") - text.count(")")
    sentence.first, sentence.last = word.cell.first, word.cell.last
    sentence.hint = _hint_line(word)
    out.append(sentence.hint)
    _end(sentence, marks)
    if sentence.depth <= 0:
        sentence.finish()
    return True


def _more_hint(
    sentence: _Sentence,
    words: Sequence[_Seen],
    marks: Sequence[_Seen],
    table: Table,
    row: Row,
    seen: Sequence[_Seen],
    out: list[Line],
) -> bool:
    under = [s for s in words if s.cell.first < sentence.last and sentence.first < s.cell.last]
    if not under:
        return False
    for one in under:
        sentence.words.append(one.text.strip())
        sentence.depth += one.text.count("(") - one.text.count(")")
        sentence.first, sentence.last = min(sentence.first, one.cell.first), max(sentence.last, one.cell.last)
    if len(under) == len(words) and sentence.hint is not None and sentence.hint is out[-1]:
        for one in under:
            for paragraph in one.paragraphs:
                sentence.hint.add(paragraph.pieces)
        _end(sentence, marks)
    else:
        out.extend(_cell_lines(table, row, seen))
    if sentence.depth <= 0:
        sentence.finish()
    return True


def _end(sentence: _Sentence, marks: Sequence[_Seen]) -> None:
    for mark in marks:
        if not sentence.ended:
            sentence.line.add(mark.paragraphs[0].pieces)
        sentence.ended = True


def _hint_line(word: _Seen) -> Line:
    line = line_of(word.paragraphs[0])
    line.pieces, line.row, line.small = [], True, True
    for paragraph in word.paragraphs:
        line.add(paragraph.pieces)
    return line


def _hint_row(seen: Sequence[_Seen], sentence: _Sentence | None) -> Line:
    words = [s for s in seen if s.what in (What.TEXT, What.OTHER)]
    line = _hint_line(words[0])
    for one in words[1:]:
        for paragraph in one.paragraphs:
            line.add(paragraph.pieces)
    for one in words:
        for first, last, number in sentence.blanks if sentence else ():
            if first < one.cell.last and one.cell.first < last:
                _tell(sentence.line if sentence else line, number, one.text.strip(" ().,;"))
    return line


def _tell(line: Line, number: int, words: str) -> None:
    """Give the blank of that number its hint."""
    bare = words[1:-1] if words.startswith("(") and words.endswith(")") else words.lstrip("(")
    line.pieces = [p._replace(hint=bare.strip()) if p.group == -number and not p.hint else p for p in line.pieces]


def _cell_lines(table: Table, row: Row, seen: Sequence[_Seen]) -> list[Line]:
    """The cells of a form's row that do not make one line."""
    out: list[Line] = []
    for one in seen:
        if one.what is What.BLANK:
            place = next((i for i in one.cell.items if isinstance(i, Paragraph)), None)
            if place is not None:
                line = line_of(place, _where(table, row, one.cell))
                line.pieces = [Piece(BLANK, place=place.place, shape=Shape.BORDER)]
                out.append(line)
        else:
            out.extend(_cell(table, row, one.cell))
    return out


def _real_row(table: Table, row: Row, filled: frozenset[int]) -> list[Line]:
    out: list[Line] = []
    before: TableCell | None = None
    for cell in row.cells:
        lines = _cell(table, row, cell)
        if not lines and len(row.cells) > 1:
            hint = _label_beside(before)
            paragraph = next((i for i in cell.items if isinstance(i, Paragraph)), None)
            if paragraph is not None and (hint or (cell.first in filled and before is not None and _words(before))):
                line = line_of(paragraph, _where(table, row, cell))
                line.pieces = [Piece(BLANK, place=paragraph.place, shape=Shape.CELL, hint=hint)]
                lines = [line]
        out.extend(lines)
        before = cell
    return out


def _cell(table: Table, row: Row, cell: TableCell) -> list[Line]:
    where = _where(table, row, cell)
    written = [i for i in cell.items if isinstance(i, Paragraph) and (i.label or i.text.strip())]
    alone = len(row.cells) == 1 and (not (cell.left or cell.right) or len(written) > _FEW)
    out: list[Line] = []
    for item in cell.items:
        if isinstance(item, Table):
            out.extend(lay_table(item))
        elif item.label or item.text.strip():
            line = line_of(item, where)
            if alone and line.kind is BlockKind.CELL:
                line.kind = BlockKind.PARAGRAPH
            out.append(line)
    return out


def _where(table: Table, row: Row, cell: TableCell) -> Cell:
    return Cell(table.ordinal, row.ordinal, cell.ordinal, max(row.cells[-1].ordinal, len(row.cells)))


def _words(cell: TableCell) -> list[str]:
    return [i.text.strip() for i in cell.items if isinstance(i, Paragraph) and i.text.strip()]


def _label_beside(cell: TableCell | None) -> str:
    """The words of a label cell («Образование:») that ask for the cell beside it."""
    for text in () if cell is None else _words(cell):
        if text.endswith(":"):
            return text.rstrip(": ")
    return ""


def _filled_columns(table: Table) -> frozenset[int]:
    """Columns of a real table in which nearly every cell under the heading holds something."""
    counts: dict[int, list[bool]] = {}
    for row in table.rows[1:]:
        if len(row.cells) > 1 and not _is_open(row):
            for cell in row.cells:
                counts.setdefault(cell.first, []).append(
                    bool(_words(cell)) or any(isinstance(i, Table) for i in cell.items)
                )
    return frozenset(first for first, full in counts.items() if len(full) >= 4 and sum(full) >= 0.7 * len(full))
