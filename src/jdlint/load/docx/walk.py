"""Walks over a story of the document: body, header, note or text box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from jdlint.load.docx.controls import Control, chosen, control_of
from jdlint.load.docx.drawn import draw
from jdlint.load.docx.fields import Fields
from jdlint.load.docx.flow import BLANK, Item, Marks, Paragraph, Piece, Place, Row, Table, TableCell
from jdlint.load.docx.inline import Inline
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
from jdlint.load.docx.styles import Edges, Look, Style, Styles, edges_of, joined, merged
from jdlint.model.document import Part, Shape

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST: Final = 40
_NO_EDGES: Final = Edges()
_TBLPR, _EXCEPTION = w("tblPr"), w("tblPrEx")
_SPAN, _BORDERS, _CELL_DELETED = w("gridSpan"), w("tcBorders"), w("cellDel")
_MERGES: Final = frozenset({w("vMerge"), w("hMerge")})


@dataclass(slots=True)
class _Frame:
    """Counts the paragraphs and tables of one container, to address them."""

    paragraphs: str
    tables: str
    paragraph: int = 0
    table: int = 0


class Walk:
    """Reads the stories of one document; numbers are counted in the order of reading."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.styles = styles
        self.numbering = numbering
        self.fields = Fields()
        self.controls: list[Control] = []
        self.boxes: list[list[Item]] = []
        self.elements: dict[Place, _Element] = {}
        self._controls = 0
        self._tables = 0
        self._depth = 0
        self._name = ""
        self._part = Part.BODY
        self._looks: dict[str, tuple[Look, dict[tuple[object, ...], Marks]]] = {}

    def story(self, element: _Element, name: str, part: Part, prefix: str) -> list[Item]:
        """The paragraphs and tables of a story; `name` is the file's part, `prefix` begins the anchors."""
        self._name, self._part = name, part
        self.fields = Fields()
        self.controls = []
        frame = _Frame(f"{prefix}/", "" if part is Part.BODY else f"{prefix}/")
        return self._items(element, frame)

    def control(self, element: _Element) -> Control:
        """Number a content control."""
        self._controls += 1
        return control_of(element, self._controls)

    def box(self, content: _Element) -> None:
        """Read a text box for the place after the body."""
        part = self._part if self._part in (Part.HEADER, Part.FOOTER) else Part.TEXTBOX
        items: list[Item] = []
        self.boxes.append(items)
        prefix = f"textbox[{len(self.boxes)}]"
        kept = self.fields, self.controls, self._part
        self.fields, self.controls, self._part = Fields(), [], part
        items.extend(self._items(content, _Frame(f"{prefix}/", f"{prefix}/")))
        self.fields, self.controls, self._part = kept

    def _items(self, element: _Element, frame: _Frame) -> list[Item]:
        items: list[Item] = []
        self._depth += 1
        if self._depth <= _DEEPEST:
            self._fill(element, frame, items)
        self._depth -= 1
        for item in items:
            if isinstance(item, Paragraph):
                item.open = False
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

    def _control(self, element: _Element, frame: _Frame, items: list[Item]) -> None:
        content = child(element, SDT_CONTENT)
        if content is None:
            return
        control = self.control(element)
        start = len(items)
        self.controls.append(control)
        self._fill(content, frame, items)
        self.controls.pop()
        _fill_if_empty(items[start:], control)

    def _paragraph(self, element: _Element, frame: _Frame, items: list[Item]) -> None:
        frame.paragraph += 1
        place = Place(self._name, f"{frame.paragraphs}p[{frame.paragraph}]")
        self.elements[place] = element
        properties = leading(element, PPR)
        before = items[-1] if items and isinstance(items[-1], Paragraph) and items[-1].open else None
        said = Properties(self.styles, properties)
        leads = before is not None and before.leads
        paragraph = Paragraph(place, self._part)
        if not leads:
            said.dress(paragraph, self.numbering)
        pieces = [] if len(element) == (properties is not None) else self._pieces(element, place, said)
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

    def _pieces(self, element: _Element, place: Place, said: Properties) -> list[Piece]:
        look, known = self._look(said.style)
        inline = Inline(self, place, look, known)
        inline.read(element)
        self.fields.paragraph_ends()
        return draw(inline.pieces, said) if inline.pieces else []

    def _look(self, style: Style) -> tuple[Look, dict[tuple[object, ...], Marks]]:
        known = self._looks.get(style.identity)
        if known is None:
            known = self._looks[style.identity] = merged(self.styles.default_look, style.look), {}
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
        rows = list(_unwrapped(element, TR))
        for ordinal, (row, controls) in enumerate(rows, 1):
            properties = child(row, TRPR)
            if (
                properties is not None
                and len(properties)
                and (child(properties, w("del")) is not None or is_on(child(properties, w("hidden"))))
            ):
                continue
            cells = self._cells(row, controls, f"{anchor}/r[{ordinal}]", edges)
            table.rows.append(Row(ordinal, cells))
        _share_edges(table.rows)
        return table

    def _cells(self, row: _Element, around: list[_Element], anchor: str, edges: Edges) -> list[TableCell]:
        exception = leading(row, _EXCEPTION)
        if exception is not None:
            edges = joined(edges, edges_of(exception.find(w("tblBorders"))))
        given = child(row, TRPR)
        column = 0 if given is None else number(child(given, w("gridBefore")))
        cells: list[TableCell] = []
        found = list(_unwrapped(row, TC))
        row_controls = [self.control(e) for e in around]
        for ordinal, (element, controls) in enumerate(found, 1):
            span, own, unseen = _extent(leading(element, TCPR))
            first, column = column, column + span
            if unseen:
                continue
            prefix = f"{anchor}/c[{ordinal}]/"
            if row_controls or controls:
                items = self._controlled(element, prefix, row_controls, [self.control(e) for e in controls])
            else:
                items = self._items(element, _Frame(prefix, prefix))
            cells.append(
                TableCell(
                    ordinal, first, column, items,
                    _either(own.left, edges.left if ordinal == 1 else edges.between),
                    _either(own.right, edges.right if ordinal == len(found) else edges.between),
                    bool(own.top),
                    _either(own.bottom, edges.across),
                )
            )  # fmt: skip
        return cells

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
    first.put([Piece(BLANK, place=first.place, shape=Shape.CONTROL, hint=control.hint, group=control.number)])


def _unwrapped(parent: _Element, wanted: str) -> Iterator[tuple[_Element, list[_Element]]]:
    """Rows of a table or cells of a row, with the content controls around each."""
    for one in parent:
        if one.tag == wanted:
            yield one, []
        elif one.tag == SDT:
            content = child(one, SDT_CONTENT)
            if content is not None:
                for element, controls in _unwrapped(content, wanted):
                    yield element, [one, *controls]
        elif one.tag in TRANSPARENT:
            yield from _unwrapped(one, wanted)
        elif one.tag == ALTERNATE:
            taken = chosen(one)
            if taken is not None:
                yield from _unwrapped(taken, wanted)


def _share_edges(rows: list[Row]) -> None:
    """What is the top of a cell is the bottom of the cell above it; likewise for left and right."""
    for row in rows:
        for one, other in pairwise(row.cells):
            one.right = other.left = one.right or other.left
    for row, below in pairwise(rows):
        for cell in row.cells:
            if not cell.bottom and any(c.top and c.first < cell.last and cell.first < c.last for c in below.cells):
                cell.bottom = True


def _extent(properties: _Element | None) -> tuple[int, Edges, bool]:
    """How many columns a cell covers, which edges it sets, and whether it goes on with another."""
    span, own, unseen = 1, _NO_EDGES, False
    for one in () if properties is None else properties:
        tag = one.tag
        if tag == _SPAN:
            span = max(1, number(one, 1))
        elif tag == _BORDERS:
            if len(one):
                own = edges_of(one)
        elif tag in _MERGES:
            unseen = unseen or one.get(VAL, "continue") == "continue"
        elif tag == _CELL_DELETED:
            unseen = True
    return span, own, unseen


def _either(own: bool | None, inherited: bool | None) -> bool:  # noqa: FBT001 two answers to one question
    return bool(inherited if own is None else own)
