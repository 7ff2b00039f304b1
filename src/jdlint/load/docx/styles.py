"""Paragraph and character styles with everything they inherit."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from jdlint.load.docx.names import PPR, RPR, VAL, w, whole_number
from jdlint.model.pattern import expression
from jdlint.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = expression(r"(?:heading|заголовок)\s*(\d)", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off", "none"})
_LEFT, _START, _FIRST, _HANGING = w("left"), w("start"), w("firstLine"), w("hanging")
_GREY = expression(r"(7[0-9A-F]|8[0-9A-F]|9[0-9A-F]|A[0-9A-F]|B[0-9A-F]|C[0-9A-F]|D[0-9A-F])\1\1")

_COLOUR = expression(r"[0-9A-F]{6}")
# Shades of pages and tables are pale or grey: their channels lie close together.
_VIVID = 0x80


class Look(NamedTuple):
    """What a style says of characters; None where it says nothing."""

    bold: bool | None = None
    underline: bool | None = None
    size: int | None = None
    raised: bool | None = None
    tinted: bool | None = None
    hidden: bool | None = None
    marked: bool | None = None


@record
class TabStop:
    """A tab stop: its position in twips and the leader drawn up to it ("" for none)."""

    position: int
    leader: str = ""


@record
class Edges:
    """Which borders a paragraph or a cell sets: None where it says nothing."""

    left: bool | None = None
    right: bool | None = None
    top: bool | None = None
    bottom: bool | None = None
    across: bool | None = None
    between: bool | None = None


_SILENT = Look()
_UNDRAWN = Edges()


@record
class Style:
    """A style with everything it inherits."""

    identity: str = ""
    name: str = ""
    look: Look = _SILENT
    outline: int | None = None
    heading: int = 0
    centered: bool | None = None
    num: str = "0"
    depth: int = 0
    stops: tuple[TabStop, ...] = ()
    edges: Edges = _UNDRAWN
    left: int = 0


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._known: dict[str, Style] = {}
        self._default = ""
        self.default_look = Look()
        for element in () if root is None else root:
            if element.tag == w("style"):
                identity = element.get(w("styleId"), "")
                self._elements[identity] = element
                if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
                    self._default = identity
            elif element.tag == w("docDefaults"):
                self.default_look = look_of(element.find(f"{w('rPrDefault')}/{RPR}"))

    def paragraph(self, identity: str | None) -> Style:
        """The paragraph style of that id, the default one for None."""
        return self.style(identity if identity in self._elements else self._default)

    def style(self, identity: str | None) -> Style:
        """The style of that id; an unknown id says nothing."""
        if not identity or identity not in self._elements:
            return Style()
        for one in reversed(self._unknown(identity)):
            self._known[one] = self._resolve(one)
        return self._known[identity]

    def _unknown(self, identity: str) -> list[str]:
        """The style and those that it inherits from, up to one that is known or was met: a circle ends there."""
        chain: dict[str, None] = {}
        while identity in self._elements and identity not in self._known and identity not in chain:
            chain[identity] = None
            identity = self._base(identity)
        return list(chain)

    def _base(self, identity: str) -> str:
        based = self._elements[identity].find(w("basedOn"))
        return "" if based is None else based.get(VAL, "")

    def number_of(self, identity: str) -> str:
        """The numbering instance that a numbering style names, "0" for none."""
        return self.style(identity).num

    def _resolve(self, identity: str) -> Style:
        element = self._elements[identity]
        style = replace(self._known.get(self._base(identity), Style()), identity=identity)
        name_element = element.find(w("name"))
        name = "" if name_element is None else name_element.get(VAL, "")
        found = _HEADING.fullmatch(name.strip())
        style = replace(
            style,
            name=name,
            look=merged(style.look, look_of(element.find(RPR))),
            heading=int(found[1]) if found else 1 if name.lower() in ("title", "название") else style.heading,
        )
        properties = element.find(PPR)
        if properties is not None:
            style = _with_paragraph(style, properties)
        table = element.find(w("tblPr"))
        if table is not None:
            style = replace(style, edges=joined(style.edges, edges_of(table.find(w("tblBorders")))))
        return style


def _with_paragraph(style: Style, properties: _Element) -> Style:
    for child in properties:
        tag, value = child.tag, child.get(VAL)
        if tag == w("outlineLvl"):
            style = replace(style, outline=whole_number(value))
        elif tag == w("jc"):
            style = replace(style, centered=value == "center")
        elif tag == w("tabs"):
            style = replace(style, stops=stops_of(child, style.stops))
        elif tag == w("pBdr"):
            style = replace(style, edges=joined(style.edges, edges_of(child)))
        elif tag == w("ind"):
            style = replace(style, left=indent_of(child, style.left))
        elif tag == w("numPr"):
            number, depth = child.find(w("numId")), child.find(w("ilvl"))
            if number is not None:
                style = replace(style, num=number.get(VAL, "0"))
            if depth is not None:
                style = replace(style, depth=whole_number(depth.get(VAL)))
    return style


def look_of(properties: _Element | None) -> Look:
    """What run properties say of how the characters look."""
    said = Look()
    for child in () if properties is None else properties:
        tag, value = child.tag, child.get(VAL)
        if tag == w("b"):
            said = said._replace(bold=value not in _OFF)
        elif tag == w("u"):
            said = said._replace(underline=value not in _OFF and value is not None)
        elif tag == w("sz"):
            said = said._replace(size=whole_number(value))
        elif tag == w("vertAlign"):
            said = said._replace(raised=value in ("superscript", "subscript"))
        elif tag == w("vanish"):
            said = said._replace(hidden=value not in _OFF)
        elif tag == w("highlight"):
            drawn = value not in _OFF and value != "white"
            said = said._replace(tinted=drawn, marked=drawn)
        elif tag == w("shd"):
            fill = child.get(w("fill"), "auto").upper()
            if fill not in ("AUTO", "FFFFFF"):
                said = said._replace(tinted=True, marked=_is_vivid(fill) or said.marked)
        elif tag == w("color") and _GREY.fullmatch((value or "").upper()):
            said = said._replace(tinted=True)
    return said


def _is_vivid(fill: str) -> bool:
    """Whether a shade is the colour of a marker: other editors than Word draw their marker as a shade of the run."""
    if not _COLOUR.fullmatch(fill):
        return False
    channels = bytes.fromhex(fill)
    return max(channels) - min(channels) >= _VIVID


def merged(below: Look, above: Look) -> Look:
    """`below` with everything that `above` says instead."""
    return Look(
        below.bold if above.bold is None else above.bold,
        below.underline if above.underline is None else above.underline,
        below.size if above.size is None else above.size,
        below.raised if above.raised is None else above.raised,
        below.tinted if above.tinted is None else above.tinted,
        below.hidden if above.hidden is None else above.hidden,
        below.marked if above.marked is None else above.marked,
    )


def stops_of(tabs: _Element, inherited: tuple[TabStop, ...]) -> tuple[TabStop, ...]:
    """The tab stops that hold where `tabs` is said on top of the inherited ones."""
    known = {stop.position: stop for stop in inherited}
    for tab in tabs:
        if not isinstance(tab.tag, str):
            continue
        position = whole_number(tab.get(w("pos")))
        if tab.get(VAL) == "clear":
            known.pop(position, None)
        else:
            leader = tab.get(w("leader"), "none")
            known[position] = TabStop(position, "" if leader == "none" else leader)
    return tuple(known[position] for position in sorted(known))


def edges_of(borders: _Element | None) -> Edges:
    """Which edges `borders` draws."""
    said: dict[str, bool] = {}
    for child in () if borders is None else borders:
        if not isinstance(child.tag, str):
            continue
        name = child.tag.rpartition("}")[2]
        key = {"start": "left", "end": "right", "insideH": "across", "insideV": "between", "between": "across"}.get(
            name, name
        )
        if key in ("left", "right", "top", "bottom", "across", "between"):
            said[key] = child.get(VAL) not in ("nil", "none", None) and child.get(w("color"), "").upper() != "FFFFFF"
    return Edges(**said)


def joined(below: Edges, above: Edges) -> Edges:
    """`below` with everything that `above` says instead."""
    return Edges(
        below.left if above.left is None else above.left,
        below.right if above.right is None else above.right,
        below.top if above.top is None else above.top,
        below.bottom if above.bottom is None else above.bottom,
        below.across if above.across is None else above.across,
        below.between if above.between is None else above.between,
    )


def indent_of(element: _Element, inherited: int) -> int:
    """Where the first line begins, in twips."""
    said = element.get(_LEFT) or element.get(_START)
    left = inherited if said is None else whole_number(said)
    first = whole_number(element.get(_FIRST)) or -whole_number(element.get(_HANGING))
    return left + first
