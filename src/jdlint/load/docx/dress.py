"""How the runs of a paragraph look: the paragraph's style, the character style, and what the run says itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdlint.load.docx.flow import Marks
from jdlint.load.docx.names import VAL, w
from jdlint.load.docx.styles import Look, Styles, look_of, merged

if TYPE_CHECKING:
    from lxml.etree import _Element

_RSTYLE, _SHADE, _FILL = w("rStyle"), w("shd"), w("fill")


class Dress:
    """Tells how runs look under one paragraph style; equal properties are resolved once."""

    def __init__(self, styles: Styles, look: Look) -> None:
        """`look` is that of the paragraph's style."""
        self._styles = styles
        self._look = look
        self._plain = _marks_of(look)
        self._known: dict[tuple[object, ...], Marks] = {(): self._plain}

    def marks(self, properties: _Element | None) -> Marks:
        """The marks of a run with these properties."""
        if properties is None:
            return self._plain
        signature = tuple([said for child in properties for said in (child.tag, child.get(VAL))])
        if _SHADE in signature:
            signature += tuple([child.get(_FILL) for child in properties.iterchildren(_SHADE)])
        marks = self._known.get(signature)
        if marks is None:
            marks = self._known[signature] = self._resolve(properties)
        return marks

    def _resolve(self, properties: _Element) -> Marks:
        style = properties.find(_RSTYLE)
        above = self._styles.style(None if style is None else style.get(VAL)).look
        look = merged(self._look, above)
        if self._look.bold and above.bold:
            look = merged(look, Look(bold=False))
        return _marks_of(merged(look, look_of(properties)))


def _marks_of(look: Look) -> Marks:
    """A look with every silence broken."""
    return Marks(
        bool(look.bold),
        bool(look.underline),
        look.size or 0,
        bool(look.raised),
        bool(look.tinted),
        bool(look.hidden),
        bool(look.marked),
    )
