"""What the properties of a paragraph and its style come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jdlint.load.docx.flow import Paragraph
from jdlint.load.docx.margin import REVISIONS
from jdlint.load.docx.names import REMOVED, RPR, VAL, w, whole_number
from jdlint.load.docx.numbering import Numbering
from jdlint.load.docx.styles import Styles, edges_of, indent_of, joined, stops_of
from jdlint.model.document import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF: Final = frozenset({"0", "false", "off"})
_PSTYLE, _TABS, _IND, _JC, _PBDR = w("pStyle"), w("tabs"), w("ind"), w("jc"), w("pBdr")
_OUTLINE, _NUMPR, _NUM_ID, _ILVL = w("outlineLvl"), w("numPr"), w("numId"), w("ilvl")
_VANISH, _SPEC_VANISH = w("vanish"), w("specVanish")
_BODY_LEVEL: Final = 9


class Properties:
    """What `w:pPr` says; `goes_on` is true when the paragraph's mark is removed or hidden, so that the
    next paragraph stands in the same line; `revisions` say that the mark itself is put in or taken out.
    """

    def __init__(self, styles: Styles, properties: _Element | None) -> None:
        self._found = found = {} if properties is None else {child.tag: child for child in properties}
        named = found.get(_PSTYLE)
        self.style = styles.paragraph(None if named is None else named.get(VAL))
        self._removed = self._hidden = self._separates = False
        mark = found.get(RPR)
        self.revisions: list[_Element] = []
        for child in () if mark is None else mark:
            tag = child.tag
            if tag in REVISIONS:
                self.revisions.append(child)
                self._removed = self._removed or tag in REMOVED
            elif tag == _VANISH:
                self._hidden = is_on(child)
            elif tag == _SPEC_VANISH:
                self._separates = is_on(child)
        self.goes_on = self._removed or self._hidden or self._separates
        tabs = found.get(_TABS)
        self.stops = self.style.stops if tabs is None else stops_of(tabs, self.style.stops)

    @property
    def left(self) -> int:
        """Where the first line begins, in twips."""
        indent = self._found.get(_IND)
        return self.style.left if indent is None else indent_of(indent, self.style.left)

    def dress(self, paragraph: Paragraph, numbering: Numbering) -> None:
        """Give the paragraph its kind, number and lines; it is counted unless its mark is gone."""
        style, found = self.style, self._found
        paragraph.style = style.identity
        paragraph.leads = self._separates
        align = found.get(_JC)
        paragraph.centered = bool(style.centered) if align is None else align.get(VAL) == "center"
        borders = found.get(_PBDR)
        edges = style.edges if borders is None else joined(style.edges, edges_of(borders))
        if not (edges.left or edges.right):
            paragraph.ruled = bool(edges.bottom or edges.across)
            paragraph.lined = bool(edges.across)
            paragraph.topped = bool(edges.top)
            if paragraph.topped:
                paragraph.left = self.left
        outline = found.get(_OUTLINE)
        level = style.outline if outline is None else number(outline)
        outlined = level is not None and level < _BODY_LEVEL
        if style.heading or outlined:
            paragraph.kind = BlockKind.HEADING
            paragraph.level = level + 1 if level is not None and outlined else style.heading
        if not self._removed and (self._separates or not self._hidden):
            self._count(paragraph, numbering)

    def _count(self, paragraph: Paragraph, numbering: Numbering) -> None:
        style = self.style
        own = self._found.get(_NUMPR)
        num_element = None if own is None else own.find(_NUM_ID)
        num = style.num if num_element is None else num_element.get(VAL, "0")
        if num == "0":
            return
        depth_element = None if own is None else own.find(_ILVL)
        if depth_element is not None:
            depth = number(depth_element)
        else:
            tied = numbering.depth_of_style(num, style.identity) if num_element is None else None
            depth = style.depth if tied is None else tied
        numbered = numbering.next(num, depth)
        if numbered is None:
            return
        paragraph.label, paragraph.gap = numbered.label, numbered.gap
        if paragraph.kind is not BlockKind.HEADING:
            paragraph.kind, paragraph.level = BlockKind.ITEM, depth + 1


def is_on(element: _Element | None) -> bool:
    """Whether a yes-or-no property is said and says yes."""
    return element is not None and element.get(VAL) not in _OFF


def number(element: _Element | None, default: int = 0) -> int:
    """The number that a property says."""
    return default if element is None else whole_number(element.get(VAL), default)
