"""Walks over a story of the document: body, header, note or text box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from jdlint.load.docx.controls import Control, chosen, control_of
from jdlint.load.docx.drawn import draw
from jdlint.load.docx.dress import Dress
from jdlint.load.docx.fields import Fields
from jdlint.load.docx.flow import BLANK, Item, Paragraph, Piece, Place, Row, Table, TableCell
from jdlint.load.docx.grid import either, extent, share_edges, unwrapped
from jdlint.load.docx.inline import Inline
from jdlint.load.docx.margin import COMMENT_RANGE, Margin, Point, words_of
from jdlint.load.docx.names import (
    ALTERNATE,
    PPR,
    SDT,
    SDT_CONTENT,
    TBL,
    TC,
    TCPR,
    TR,
    TRANSPARENT,
    TRPR,
    VAL,
    P,
    child,
    leading,
    w,
)
from jdlint.load.docx.numbering import Numbering
from jdlint.load.docx.properties import Properties, is_on, number
from jdlint.load.docx.styles import Edges, Style, Styles, edges_of, joined, merged
from jdlint.model.document import Part, Shape

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST: Final = 40
_ROW_DELETED, _ROW_HIDDEN = w("del"), w("hidden")
_TBLPR, _EXCEPTION = w("tblPr"), w("tblPrEx")


@dataclass(slots=True)
class _Frame:
    """Counts the paragraphs and tables of one container, to address them."""

    paragraphs: str
    tables: str
    paragraph: int = 0
    table: int = 0


class Walk:
    """Reads the stories of one document; numbers are counted in the order of reading."""

    def __init__(self, styles: Styles, numbering: Numbering, margin: Margin) -> None:
        self.styles = styles
        self.numbering = numbering
        self.margin = margin
        self.fields = Fields()
        self.controls: list[Control] = []
        self.boxes: list[list[Item]] = []
        self.elements: dict[Place, _Element] = {}
        self._tables = 0
        self._depth = 0
        self._name = ""
        self._part = Part.BODY
        self._dresses: dict[str, Dress] = {}

    def story(self, element: _Element, name: str, part: Part, prefix: str) -> list[Item]:
        """The paragraphs and tables of a story; `name` is the file's part, `prefix` begins the anchors."""
        self._name, self._part = name, part
        self.margin.begin_story()
        self.fields = Fields()
        self.controls = []
        frame = _Frame(f"{prefix}/", "" if part is Part.BODY else f"{prefix}/")
        return self._items(element, frame)

    def box(self, content: _Element) -> None:
        """Read a text box for the place after the body."""
        part = self._part if self._part in (Part.HEADER, Part.FOOTER) else Part.TEXTBOX
        items: list[Item] = []
        self.boxes.append(items)
        prefix = f"textbox[{len(self.boxes)}]"
        kept = self.fields, self.controls, self._part
        around = self.margin.begin_story()
        self.fields, self.controls, self._part = Fields(), [], part
        items.extend(self._items(content, _Frame(f"{prefix}/", f"{prefix}/")))
        self.fields, self.controls, self._part = kept
        self.margin.go_back(around)

    def _items(self, element: _Element, frame: _Frame) -> list[Item]:
        items: list[Item] = []
        self._depth += 1
        if self._depth <= _DEEPEST:
            self._fill(element, frame, items)
        self._depth -= 1
        return items

    def _fill(self, parent: _Element, frame: _Frame, items: list[Item]) -> None:
        for one in parent:
            tag = one.tag
            if tag == P:
                self._paragraph(one, frame, items)
            elif tag == TBL:
                frame.table += 1
                items.append(self._table(one, f"{frame.tables}tbl[{frame.table}]"))
            elif tag == SDT:
                self._control(one, frame, items)
            elif tag in TRANSPARENT:
                self._fill(one, frame, items)
            elif tag == ALTERNATE:
                taken = chosen(one)
                if taken is not None:
                    self._fill(taken, frame, items)
            elif tag in COMMENT_RANGE:
                self.margin.note(one, self.margin.between())

    def _control(self, element: _Element, frame: _Frame, items: list[Item]) -> None:
        content = child(element, SDT_CONTENT)
        if content is None:
            return
        control = control_of(element)
        start = len(items)
        self.controls.append(control)
        self._fill(content, frame, items)
        self.controls.pop()
        _fill_if_empty(items[start:], control)

    def _paragraph(self, element: _Element, frame: _Frame, items: list[Item]) -> None:
        frame.paragraph += 1
        place = Place(self._name, f"{frame.paragraphs}p[{frame.paragraph}]")
        self.elements[place] = element
        point = self.margin.enter(place)
        properties = leading(element, PPR)
        before = items[-1] if items and isinstance(items[-1], Paragraph) and items[-1].open else None
        said = Properties(self.styles, properties)
        leads = before is not None and before.leads
        paragraph = Paragraph(place, self._part)
        if not leads:
            said.dress(paragraph, self.numbering)
        pieces = [] if len(element) == (properties is not None) else self._pieces(element, place, point, said)
        for revision in said.revisions:
            self.margin.revise_mark(revision, point)
        if before is not None:
            pieces = before.pieces + pieces
            if leads:
                before.put(pieces)
                before.open = said.goes_on
                return
            paragraph.place = before.place
            items.pop()
        if pieces:
            paragraph.put(pieces)
        paragraph.open = said.goes_on
        items.append(paragraph)

    def _pieces(self, element: _Element, place: Place, point: Point, said: Properties) -> list[Piece]:
        inline = Inline(self, place, point, self._dress(said.style))
        inline.read(element)
        self.fields.paragraph_ends()
        return draw(inline.pieces, said) if inline.pieces else []

    def _dress(self, style: Style) -> Dress:
        known = self._dresses.get(style.identity)
        if known is None:
            look = merged(self.styles.default_look, style.look)
            known = self._dresses[style.identity] = Dress(self.styles, look)
        return known

    def _table(self, element: _Element, anchor: str) -> Table:
        self._tables += 1
        table = Table(self._tables, self._part, [])
        own = child(element, _TBLPR)
        edges = Edges()
        if own is not None:
            style = own.find(w("tblStyle"))
            edges = self.styles.style(None if style is None else style.get(VAL)).edges
            edges = joined(edges, edges_of(own.find(w("tblBorders"))))
        rows = list(unwrapped(element, TR))
        for ordinal, (row, controls) in enumerate(rows, 1):
            properties = child(row, TRPR)
            if properties is not None and len(properties):
                removed = child(properties, _ROW_DELETED)
                if removed is not None:
                    self._remove(removed, row)
                if removed is not None or is_on(child(properties, _ROW_HIDDEN)):
                    continue
            cells = self._cells(row, controls, f"{anchor}/r[{ordinal}]", edges)
            table.rows.append(Row(ordinal, cells))
        share_edges(table.rows)
        return table

    def _cells(self, row: _Element, around: list[_Element], anchor: str, edges: Edges) -> list[TableCell]:
        exception = leading(row, _EXCEPTION)
        if exception is not None:
            edges = joined(edges, edges_of(exception.find(w("tblBorders"))))
        given = child(row, TRPR)
        column = 0 if given is None else number(child(given, w("gridBefore")))
        cells: list[TableCell] = []
        found = list(unwrapped(row, TC))
        row_controls = [control_of(e) for e in around]
        for ordinal, (element, controls) in enumerate(found, 1):
            span, own, unseen, removed = extent(leading(element, TCPR))
            first, column = column, column + span
            if removed is not None:
                self._remove(removed, element)
            if unseen:
                continue
            prefix = f"{anchor}/c[{ordinal}]/"
            if row_controls or controls:
                items = self._controlled(element, prefix, row_controls, [control_of(e) for e in controls])
            else:
                items = self._items(element, _Frame(prefix, prefix))
            cells.append(
                TableCell(
                    ordinal, first, column, items,
                    either(own.left, edges.left if ordinal == 1 else edges.between),
                    either(own.right, edges.right if ordinal == len(found) else edges.between),
                    bool(own.top),
                    either(own.bottom, edges.across),
                )
            )  # fmt: skip
        return cells

    def _remove(self, revision: _Element, element: _Element) -> None:
        """A row or a cell is taken out with all its words."""
        here = self.margin.between()
        self.margin.revise(revision, here, here, words_of(element))

    def _controlled(self, element: _Element, prefix: str, row: list[Control], own: list[Control]) -> list[Item]:
        """The items of a cell that content controls stand around: those of its row, and its own."""
        kept = self.controls
        self.controls = [*kept, *row, *own]
        items = self._items(element, _Frame(prefix, prefix))
        self.controls = kept
        for control in own:
            _fill_if_empty(items, control)
        return items


def _fill_if_empty(items: list[Item], control: Control) -> None:
    """A content control without a character is a place to be filled."""
    if not control.filled_in or not items or any(isinstance(item, Table) for item in items):
        return
    paragraphs = [item for item in items if isinstance(item, Paragraph)]
    if any(p.text.strip() for p in paragraphs):
        return
    first = paragraphs[0]
    first.put([Piece(BLANK, place=first.place, shape=Shape.CONTROL, hint=control.hint)])
