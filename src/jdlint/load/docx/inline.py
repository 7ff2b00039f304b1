"""Reads what stands inside one paragraph: runs, fields, controls, drawings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Protocol

from jdlint.load.docx.controls import Control, chosen
from jdlint.load.docx.fields import Field, Fields
from jdlint.load.docx.flow import BLANK, PLAIN, Marks, Piece, Place
from jdlint.load.docx.names import (
    ALTERNATE,
    BOX,
    MATH,
    MATH_TEXT,
    REMOVED,
    RPR,
    SDT,
    SDT_CONTENT,
    SPACE,
    TRANSPARENT,
    VAL,
    R,
    T,
    w,
)
from jdlint.load.docx.shapes import draws_line
from jdlint.load.docx.styles import Look, Styles, look_of, merged
from jdlint.load.docx.symbols import symbol
from jdlint.model.document import Shape

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT: Final[dict[object, str]] = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_SYM, _FIELD_CHAR, _INSTRUCTION, _FIELD, _RUBY = w("sym"), w("fldChar"), w("instrText"), w("fldSimple"), w("ruby")
_KIND = w("fldCharType")
_PICTURES: Final = frozenset({w("drawing"), w("pict"), w("object")})


class Story(Protocol):
    """What the walk over a story keeps for its paragraphs."""

    styles: Styles
    fields: Fields
    controls: list[Control]

    def control(self, element: _Element) -> Control:
        """Number a content control."""
        ...

    def box(self, content: _Element) -> None:
        """Read a text box for the place after the body."""
        ...


class Inline:
    """Collects the pieces of one paragraph."""

    def __init__(self, story: Story, place: Place, look: Look, known: dict[tuple[object, ...], Marks]) -> None:
        """`look` is that of the paragraph's style; `known` remembers how runs look under that style."""
        self.pieces: list[Piece] = []
        self._story = story
        self._place = place
        self._look = look
        self._run = -1
        self._known = known
        plain = known.get(())
        self._plain = marks_of(look) if plain is None else plain
        known[()] = self._plain

    def read(self, parent: _Element) -> None:
        """Read the children of a paragraph or of a wrapper inside it."""
        for child in parent:
            tag = child.tag
            if tag == R:
                self._read_run(child)
            elif tag in TRANSPARENT:
                self.read(child)
            elif tag == SDT:
                self._read_control(child)
            elif tag in REMOVED:
                self._pass_over(child)
            elif tag == _FIELD:
                self._read_simple_field(child)
            elif tag == ALTERNATE:
                self._read_alternate(child)
            elif isinstance(tag, str) and tag.startswith(f"{{{MATH}}}"):
                self._read_formula(child)

    def _read_alternate(self, element: _Element) -> None:
        taken = chosen(element)
        for version in element:
            if version is taken:
                self.read(version)
            else:
                self._run += sum(1 for _ in _runs(version))

    def _read_formula(self, element: _Element) -> None:
        self._run += sum(1 for _ in element.iter(R))
        text = "".join([t.text or "" for t in element.iter(MATH_TEXT)])
        if text and not self._story.fields.instructing:
            self.pieces.append(Piece(text))

    def _read_control(self, element: _Element) -> None:
        content = element.find(SDT_CONTENT)
        if content is None:
            return
        control = self._story.control(element)
        start = len(self.pieces)
        self._story.controls.append(control)
        self.read(content)
        self._story.controls.pop()
        if (
            control.filled_in
            and not any(p.text.strip() or p.shape for p in self.pieces[start:])
            and not _pictures(content)
        ):
            self._fill(start, Shape.CONTROL, control.hint, control.number)

    def _read_simple_field(self, element: _Element) -> None:
        fields = self._story.fields
        fields.begin(element, len(self.pieces))
        fields.instruct(element.get(w("instr"), ""))
        fields.separate(len(self.pieces))
        self.read(element)
        self._end_field(fields.end())

    def _pass_over(self, element: _Element) -> None:
        """Removed text is not read; the fields that begin or end in it still do."""
        fields = self._story.fields
        for run in _runs(element):
            self._run += 1
            for child in run:
                if child.tag == _FIELD_CHAR:
                    kind = child.get(_KIND)
                    if kind == "begin":
                        fields.begin(child, len(self.pieces))
                    elif kind == "separate":
                        fields.separate(len(self.pieces))
                    else:
                        fields.end()

    def _read_run(self, run: _Element) -> None:
        self._run += 1
        said: _Element | None = None
        offset = 0
        text = ""
        for child in run:
            tag = child.tag
            if tag == T:
                text += _words(child)
            elif tag == RPR:
                said = child
            elif tag in _TEXT:
                text += _TEXT[tag]
            elif tag == _SYM:
                text += _symbol(child)
            elif tag == _INSTRUCTION:
                self._story.fields.instruct(child.text or "")
            elif tag in _ACTIVE:
                offset, text = self._add(text, said, offset), ""
                self._read_active(child, said, offset)
        if text:
            self._add(text, said, offset)

    def _read_active(self, element: _Element, said: _Element | None, offset: int) -> None:
        """A field mark, a drawing or a ruby: what ends the text before it."""
        if element.tag == _FIELD_CHAR:
            self._read_field_char(element, self._run, offset)
        elif element.tag == _RUBY:
            base = element.find(w("rubyBase"))
            if base is not None:
                self.read(base)
        else:
            self._read_picture(element, self._run, offset, said)

    def _add(self, text: str, said: _Element | None, offset: int) -> int:
        if not text:
            return offset
        story = self._story
        marks = self._plain if said is None else self._marks_of(said)
        length = len(text)
        if not marks.hidden and not story.fields.instructing:
            shape, hint, group = None, "", 0
            if story.controls:
                control = story.controls[-1]
                if control.prompting and control.filled_in and text.strip():
                    shape, hint, group = Shape.CONTROL, control.hint, control.number
            self.pieces.append(Piece(text, marks, self._place, self._run, offset, length, shape, hint, group))
        return offset + length

    def _marks_of(self, properties: _Element) -> Marks:
        signature = tuple([said for child in properties for said in (child.tag, child.get(VAL))])
        if _SHADE in signature:
            signature += tuple([child.get(_FILL) for child in properties.iterchildren(_SHADE)])
        marks = self._known.get(signature)
        if marks is None:
            marks = self._known[signature] = self._resolve(properties)
        return marks

    def _resolve(self, properties: _Element) -> Marks:
        style = properties.find(w("rStyle"))
        above = self._story.styles.style(None if style is None else style.get(VAL)).look
        look = merged(self._look, above)
        if self._look.bold and above.bold:
            look = merged(look, Look(bold=False))
        look = merged(look, look_of(properties))
        return marks_of(look)

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
                self._fill(field.start, Shape.FIELD, field.hint(), 0)
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

    def _fill(self, start: int, shape: Shape, hint: str, group: int) -> None:
        """Put a drawn line in place of the empty pieces from `start` on."""
        first = self.pieces[start] if start < len(self.pieces) else Piece("", place=self._place)
        length = sum(p.length for p in self.pieces[start:] if p.run == first.run)
        self.pieces[start:] = [
            Piece(BLANK, first.marks, first.place, first.run, first.offset, length, shape, hint, group)
        ]

    def _read_picture(self, element: _Element, run: int, offset: int, said: _Element | None) -> None:
        marks = self._plain if said is None else self._marks_of(said)
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
_SHADE, _FILL = w("shd"), w("fill")


def marks_of(look: Look) -> Marks:
    """A look with every silence broken."""
    return Marks(
        bool(look.bold),
        bool(look.underline),
        look.size or 0,
        bool(look.raised),
        bool(look.tinted),
        bool(look.hidden),
    )


def _words(element: _Element) -> str:
    """The words of a `w:t`; Word drops the spaces at its ends unless it is told to keep them."""
    text = element.text or ""
    if "\n" in text or "\r" in text:
        text = text.replace("\r", "").replace("\n", " ")
    if text and (text[0].isspace() or text[-1].isspace()) and element.get(SPACE) != "preserve" and _trims(element):
        return text.strip()
    return text


def _symbol(element: _Element) -> str:
    code = element.get(w("char"), "")
    try:
        return symbol(int(code, 16), element.get(w("font"), ""))
    except ValueError:
        return ""


def _trims(element: _Element) -> bool:
    return not any(a.get(SPACE) == "preserve" for a in element.iterancestors())


def _above(element: _Element, top: _Element) -> Iterator[_Element]:
    for ancestor in element.iterancestors():
        if ancestor is top:
            return
        yield ancestor


def _runs(element: _Element) -> Iterator[_Element]:
    """The runs inside `element`, those of text boxes left out."""
    for child in element:
        if child.tag == R:
            yield child
        if child.tag != BOX:
            yield from _runs(child)


def _pictures(content: _Element) -> bool:
    return any(True for _ in content.iter(*_PICTURES))
