"""Rows of a form that read as one line: words, a drawn line, a full stop, and the hint underneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from jdlint.load.docx.flow import BLANK, Paragraph, Piece, Table, TableCell
from jdlint.load.docx.line import Line, line_of
from jdlint.model.document import BlockKind, Part, Shape
from jdlint.model.pattern import expression

_MARK: Final = expression(r"[.,;:)»\"]{1,3}")
_HINT: Final = expression(r"\([^()]*\)[.,;]?")
_LAST_WORD: Final = expression(r"\s[а-яё]{3,}$")


class What(Enum):
    """What a cell of a form's row is for; a `BLANK` has a paragraph to write in."""

    EMPTY = auto()
    BLANK = auto()
    MARK = auto()
    TEXT = auto()
    OTHER = auto()


class Taken(Enum):
    """What became of a row that a sentence took; of an `APART` one only the hint was noted."""

    WHOLE = auto()
    APART = auto()


@dataclass(slots=True)
class Seen:
    """A cell and what it holds."""

    cell: TableCell
    what: What
    text: str
    paragraphs: list[Paragraph]

    def stands_over(self, first: int, last: int) -> bool:
        """Whether it shares a column with `[first, last)`."""
        return self.cell.first < last and first < self.cell.last


def see(cell: TableCell, part: Part) -> Seen:
    """Look into a cell."""
    paragraphs: list[Paragraph] = []
    for item in cell.items:
        if isinstance(item, Table):
            return Seen(cell, What.OTHER, "", [])
        if item.label or item.text.strip():
            paragraphs.append(item)
    if not paragraphs:
        drawn = cell.bottom and cell.items and part not in (Part.HEADER, Part.FOOTER)
        return Seen(cell, What.BLANK if drawn else What.EMPTY, "", paragraphs)
    text = " ".join([p.text.strip() for p in paragraphs])
    if _MARK.fullmatch(text):
        return Seen(cell, What.MARK, text, paragraphs)
    return Seen(cell, What.TEXT if len(paragraphs) == 1 else What.OTHER, text, paragraphs)


def is_sentence(seen: Sequence[Seen]) -> bool:
    """Whether a row reads as one line."""
    if any(s.what is What.OTHER for s in seen):
        return False
    if any(s.what is What.BLANK for s in seen):
        return True
    words = [s for s in seen if s.what is What.TEXT]
    if len(words) > 1:
        return _is_filled_in(words, seen)
    return len(words) == 1 and seen[-1].what is What.MARK


def _is_filled_in(words: Sequence[Seen], seen: Sequence[Seen]) -> bool:
    """Whether a line of a form has been filled in: words, then words above a drawn line."""
    ruled = [s for s in words if s.cell.bottom]
    if not ruled or words[0].cell.bottom or not _LAST_WORD.search(words[0].text.rstrip()):
        return False
    return seen[-1].what is What.MARK or all(s.text[:1].islower() for s in words[1:])


def stands_under(above: Sequence[Seen], seen: Sequence[Seen]) -> bool:
    """Whether the blank goes on with the column of words above it («УТВЕРЖДАЮ»), not with the cell to its left."""
    words = [s for s in seen if s.what is What.TEXT]
    blanks = [s for s in seen if s.what is What.BLANK]
    if len(words) != 1 or len(blanks) != 1 or words[0].cell.first > blanks[0].cell.first or seen[-1].what is What.MARK:
        return False
    first, last = blanks[0].cell.first, blanks[0].cell.last
    over = [s for s in above if s.paragraphs and s.stands_over(first, last)]
    beside = any(s.paragraphs and s.cell.last <= first for s in above)
    return beside and any(any(c.isalpha() for c in s.text) and not s.text.startswith("(") for s in over)


def are_hints(seen: Sequence[Seen]) -> bool:
    """Whether a row holds nothing but bracketed hints."""
    words = [s for s in seen if s.what in (What.TEXT, What.OTHER)]
    return bool(words) and all(_HINT.fullmatch(s.text.strip()) for s in words)


@dataclass(slots=True)
class Sentence:
    """A line that goes through the cells of a form: its blanks by their columns, and the hint under one."""

    line: Line
    blanks: list[tuple[int, int, int]] = field(default_factory=list)
    ended: bool = False
    _hint: Line | None = None
    _words: list[str] = field(default_factory=list)
    _depth: int = 0
    _first: int = field(init=False)
    _last: int = field(init=False)
    _over: int = field(init=False)

    def finish(self) -> None:
        """Write the hint to its blank."""
        if self._words:
            self.tell(self._over, " ".join(" ".join(self._words).split()).rstrip(".,; "))
        self._words = []
        self._depth = 0

    def tell(self, number: int, words: str) -> None:
        """Give the blank of that number its hint."""
        bare = words[1:-1] if words.startswith("(") and words.endswith(")") else words.lstrip("(")
        self.line.pieces = [
            p._replace(hint=bare.strip()) if p.group == number and not p.hint else p for p in self.line.pieces
        ]

    def take(self, seen: Sequence[Seen], out: list[Line]) -> Taken | None:
        """Go on with a row, where it does: more of the line, its hint, or its full stop."""
        words = [s for s in seen if s.what in (What.TEXT, What.OTHER)]
        marks = [s for s in seen if s.what is What.MARK]
        if not words:
            return self._take_line(seen, marks)
        if self._depth:
            return self._take_more_hint(words, marks, out)
        if len(words) == 1 and words[0].text.lstrip().startswith("(") and not self._words:
            return self._take_hint(words[0], marks, out)
        return None

    def _take_line(self, seen: Sequence[Seen], marks: Sequence[Seen]) -> Taken | None:
        blanks = [s for s in seen if s.what is What.BLANK]
        if not (blanks or marks):
            return None
        if not self._depth:
            leads = bool(blanks and self.blanks) and blanks[0] is seen[0]
            if self.ended or not self.line.text.strip("_ ") or not (leads or (marks and not blanks)):
                return None
        self._end(marks)
        return Taken.WHOLE

    def _take_hint(self, word: Seen, marks: Sequence[Seen], out: list[Line]) -> Taken | None:
        over = next((n for first, last, n in self.blanks if word.stands_over(first, last)), 0)
        if not over:
            return None
        self._over = over
        self._first, self._last = word.cell.first, word.cell.last
        self._note(word)
        self._hint = hint_line(word)
        out.append(self._hint)
        self._end(marks)
        if self._depth <= 0:
            self.finish()
        return Taken.WHOLE

    def _take_more_hint(self, words: Sequence[Seen], marks: Sequence[Seen], out: list[Line]) -> Taken | None:
        under = [s for s in words if s.stands_over(self._first, self._last)]
        if not under:
            return None
        for one in under:
            self._note(one)
            self._first, self._last = min(self._first, one.cell.first), max(self._last, one.cell.last)
        alone = len(under) == len(words) and self._hint is not None and self._hint is out[-1]
        if alone and self._hint is not None:
            for paragraph in (p for one in under for p in one.paragraphs):
                self._hint.add(paragraph.pieces)
            self._end(marks)
        if self._depth <= 0:
            self.finish()
        return Taken.WHOLE if alone else Taken.APART

    def _note(self, word: Seen) -> None:
        self._words.append(word.text.strip())
        self._depth += word.text.count("(") - word.text.count(")")

    def _end(self, marks: Sequence[Seen]) -> None:
        for mark in marks:
            if not self.ended:
                self.line.add(mark.paragraphs[0].pieces)
            self.ended = True


def begin(seen: Sequence[Seen]) -> Sentence:
    """The sentence that a row begins."""
    first = next((s.paragraphs[0] for s in seen if s.paragraphs), None)
    line = line_of(first or next(i for s in seen for i in s.cell.items if isinstance(i, Paragraph)))
    line.kind = line.kind if line.kind is BlockKind.ITEM else BlockKind.PARAGRAPH
    line.pieces, line.row = [], True
    sentence = Sentence(line)
    before: Seen | None = None
    for one in seen:
        if one.what is What.BLANK:
            if before is not None and before.what is What.BLANK:
                # Two ruled cells side by side are one drawn line.
                start, _, number = sentence.blanks[-1]
                sentence.blanks[-1] = (start, one.cell.last, number)
            else:
                place = next(i.place for i in one.cell.items if isinstance(i, Paragraph))
                sentence.blanks.append((one.cell.first, one.cell.last, len(sentence.blanks) + 1))
                line.add([Piece(BLANK, place=place, shape=Shape.BORDER, group=len(sentence.blanks))])
        elif one.paragraphs:
            line.add(one.paragraphs[0].pieces)
            sentence.ended = one.what is What.MARK
        before = one
    return sentence


def hint_line(word: Seen) -> Line:
    """The line of a hint that begins in a cell."""
    line = line_of(word.paragraphs[0])
    line.pieces, line.small = [], True
    for paragraph in word.paragraphs:
        line.add(paragraph.pieces)
    return line


def hint_row(seen: Sequence[Seen], sentence: Sentence | None) -> Line:
    """A row of hints as one line; each goes to the blank over it."""
    words = [s for s in seen if s.what in (What.TEXT, What.OTHER)]
    line = hint_line(words[0])
    for paragraph in (p for one in words[1:] for p in one.paragraphs):
        line.add(paragraph.pieces)
    if sentence is not None:
        for one in words:
            for first, last, number in sentence.blanks:
                if one.stands_over(first, last):
                    sentence.tell(number, one.text.strip(" ().,;"))
    return line
