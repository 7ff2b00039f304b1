"""Reads what stands inside one paragraph: runs, fields, controls, drawings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Protocol

from jdlint.load.docx.controls import Control, chosen, control_of
from jdlint.load.docx.dress import Dress
from jdlint.load.docx.fields import Field, Fields
from jdlint.load.docx.flow import BLANK, PLAIN, Piece, Place
from jdlint.load.docx.glyphs import GLYPHS, glyphs
from jdlint.load.docx.margin import COMMENT_RANGE, COMMENT_SIGN, REVISIONS, Margin, Mark, Point, words_of
from jdlint.load.docx.names import (
    ALTERNATE,
    BOX,
    MATH,
    MATH_TEXT,
    REMOVED,
    RPR,
    SDT,
    SDT_CONTENT,
    TRANSPARENT,
    R,
    T,
    runs_of,
    w,
)
from jdlint.load.docx.shapes import draws_line
from jdlint.model.document import NoteKind, Shape

if TYPE_CHECKING:
    from lxml.etree import _Element

_FIELD_CHAR, _INSTRUCTION, _FIELD = w("fldChar"), w("instrText"), w("fldSimple")
_RUBY, _RUBY_BASE = w("ruby"), w("rubyBase")
_KIND = w("fldCharType")
_PICTURES: Final = frozenset({w("drawing"), w("pict"), w("object")})


class Story(Protocol):
    """What the walk over a story keeps for its paragraphs."""

    fields: Fields
    controls: list[Control]
    margin: Margin

    def box(self, content: _Element) -> None:
        """Read a text box for the place after the body."""
        ...


class Inline:
    """Collects the pieces of one paragraph."""

    def __init__(self, story: Story, place: Place, point: Point, dress: Dress) -> None:
        """`place` is the paragraph's address, `point` the beginning of its runs."""
        self.pieces: list[Piece] = []
        self._story = story
        self._place = place
        self._point = point
        self._dress = dress
        self._count = -1
        self._run = self._count

    @property
    def _here(self) -> Point:
        return self._point._replace(run=self._count + 1)

    def read(self, parent: _Element) -> None:
        """Read the children of a paragraph or of a wrapper inside it."""
        for child in parent:
            tag = child.tag
            if tag == R:
                self._read_run(child)
            elif tag in TRANSPARENT:
                start = self._here
                self.read(child)
                if tag in REVISIONS:
                    self._story.margin.revise(child, start, self._here)
            elif tag == SDT:
                self._read_control(child)
            elif tag in REMOVED:
                self._pass_over(child)
            elif tag == _FIELD:
                self._read_simple_field(child)
            elif tag == ALTERNATE:
                self._read_alternate(child)
            elif tag in COMMENT_RANGE:
                self._story.margin.note(child, self._here)
            elif isinstance(tag, str) and tag.startswith(f"{{{MATH}}}"):
                self._read_formula(child)

    def _read_alternate(self, element: _Element) -> None:
        taken = chosen(element)
        for version in element:
            if version is taken:
                self.read(version)
            else:
                self._count += sum(1 for _ in runs_of(version))

    def _read_formula(self, element: _Element) -> None:
        self._count += sum(1 for _ in element.iter(R))
        text = "".join([t.text or "" for t in element.iter(MATH_TEXT)])
        if text and not self._story.fields.instructing:
            self.pieces.append(Piece(text))

    def _read_control(self, element: _Element) -> None:
        content = element.find(SDT_CONTENT)
        if content is None:
            return
        control = control_of(element)
        start = len(self.pieces)
        self._story.controls.append(control)
        self.read(content)
        self._story.controls.pop()
        if (
            control.filled_in
            and not any(p.text.strip() or p.shape for p in self.pieces[start:])
            and not _pictures(content)
        ):
            self._fill(start, Shape.CONTROL, control.hint)

    def _read_simple_field(self, element: _Element) -> None:
        fields = self._story.fields
        fields.begin(element, len(self.pieces))
        fields.instruct(element.get(w("instr"), ""))
        fields.separate(len(self.pieces))
        self.read(element)
        self._end_field(fields.end())

    def _pass_over(self, element: _Element) -> None:
        """Removed text is not read; the fields and comments that begin or end in it still do."""
        fields, margin = self._story.fields, self._story.margin
        start = self._here
        for mark in element.iterchildren(*COMMENT_RANGE):
            margin.note(mark, start)
        for run in runs_of(element):
            self._count += 1
            for child in run:
                if child.tag == _FIELD_CHAR:
                    kind = child.get(_KIND)
                    if kind == "begin":
                        fields.begin(child, len(self.pieces))
                    elif kind == "separate":
                        fields.separate(len(self.pieces))
                    else:
                        fields.end()
                elif child.tag == COMMENT_SIGN:
                    margin.refer(child, start)
        margin.revise(element, start, self._here, words_of(element))

    def _read_run(self, run: _Element) -> None:
        self._count += 1
        self._run = self._count
        said: _Element | None = None
        offset = 0
        text = ""
        for child in run:
            tag = child.tag
            if tag in GLYPHS:
                text += glyphs(child)
            elif tag == RPR:
                said = child
            elif tag == _INSTRUCTION:
                self._story.fields.instruct(child.text or "")
            elif tag in _ACTIVE:
                offset, text = self._add(text, said, offset), ""
                self._read_active(child, said, offset)
            elif tag == COMMENT_SIGN:
                self._story.margin.refer(child, self._here)
        if text:
            self._add(text, said, offset)

    def _read_active(self, element: _Element, said: _Element | None, offset: int) -> None:
        """A field mark, a drawing or a ruby: what ends the text before it."""
        if element.tag == _FIELD_CHAR:
            self._read_field_char(element, self._run, offset)
        elif element.tag == _RUBY:
            self._read_ruby(element)
        else:
            self._read_picture(element, self._run, offset, said)

    def _read_ruby(self, element: _Element) -> None:
        """The words, without the small ones above them."""
        own = self._run
        for part in element:
            if part.tag == _RUBY_BASE:
                self.read(part)
            else:
                self._count += sum(1 for _ in runs_of(part))
        self._run = own

    def _add(self, text: str, said: _Element | None, offset: int) -> int:
        if not text:
            return offset
        story = self._story
        marks = self._dress.marks(said)
        length = len(text)
        if marks.hidden and not story.fields.instructing and text.strip():
            stop = self._here
            story.margin.add(Mark(NoteKind.HIDDEN, stop._replace(run=self._run), stop, text))
        if not marks.hidden and not story.fields.instructing:
            shape, hint = None, ""
            if story.controls:
                control = story.controls[-1]
                if control.prompting and control.filled_in and text.strip():
                    shape, hint = Shape.CONTROL, control.hint
            self.pieces.append(Piece(text, marks, self._place, self._run, offset, length, shape, hint))
        return offset + length

    def _read_field_char(self, element: _Element, run: int, offset: int) -> None:
        kind = element.get(_KIND)
        fields = self._story.fields
        if kind == "begin":
            fields.begin(element, len(self.pieces))
        elif kind == "separate":
            fields.separate(len(self.pieces))
        elif kind == "end":
            self._end_field(fields.end(), run, offset)

    def _end_field(self, field: Field | None, run: int = -1, offset: int = 0) -> None:
        if field is None or self._story.fields.instructing:
            return
        name = field.name
        result = self.pieces[field.start :]
        if name == "FORMTEXT":
            if not any(p.text.strip() for p in result):
                self._fill(field.start, Shape.FIELD, field.hint())
        elif name == "FORMCHECKBOX":
            self._show(field.check_box(), run, offset)
        elif name == "FORMDROPDOWN":
            if not any(p.text.strip() for p in result):
                self._show(field.choice(), run, offset)
        elif name in ("MACROBUTTON", "GOTOBUTTON"):
            if field.button():
                self.pieces.append(Piece(field.button(), shape=Shape.FIELD, place=self._place, run=run, offset=offset))
        elif name == "SYMBOL" and not result:
            self._show(field.sign(), run, offset)

    def _show(self, text: str, run: int, offset: int) -> None:
        if text:
            self.pieces.append(Piece(text, PLAIN, self._place, run, offset))

    def _fill(self, start: int, shape: Shape, hint: str) -> None:
        """Put a drawn line in place of the empty pieces from `start` on."""
        first = self.pieces[start] if start < len(self.pieces) else Piece("", place=self._place)
        length = sum(p.length for p in self.pieces[start:] if p.run == first.run)
        self.pieces[start:] = [Piece(BLANK, first.marks, first.place, first.run, first.offset, length, shape, hint)]

    def _read_picture(self, element: _Element, run: int, offset: int, said: _Element | None) -> None:
        marks = self._dress.marks(said)
        shown = chosen(element) if element.tag == ALTERNATE else element
        if shown is None or marks.hidden or self._story.fields.instructing:
            return
        if element.tag == ALTERNATE and any(child.tag == T for child in shown):
            self._add("".join([child.text or "" for child in shown if child.tag == T]), said, offset)
        boxes = [box for box in shown.iter(BOX) if not any(a.tag == BOX for a in _above(box, shown))]
        for box in boxes:
            self._story.box(box)
        if not boxes and draws_line(shown):
            self.pieces.append(Piece(BLANK, marks, self._place, run, offset, 0, Shape.DRAWING))


_ACTIVE: Final = _PICTURES | {_FIELD_CHAR, _RUBY, ALTERNATE}


def _above(element: _Element, top: _Element) -> Iterator[_Element]:
    for ancestor in element.iterancestors():
        if ancestor is top:
            return
        yield ancestor


def _pictures(content: _Element) -> bool:
    return any(True for _ in content.iter(*_PICTURES))
