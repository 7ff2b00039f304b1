"""Tells a drawn line from other drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jdlint.load.docx.names import DRAWING, INLINE, OFFICE, SHAPE, VML
from jdlint.model.pattern import expression

if TYPE_CHECKING:
    from lxml.etree import _Element

_LINES: Final = frozenset({"line", "lineInv", "straightConnector1"})
# The numbers Word gives to "line" and "straight arrow connector" among its VML shapes.
_VML_LINE_TYPES: Final = ("_x0000_t20", "_x0000_t32")
_LENGTH = expression(r"(?:^|;)\s*(width|height)\s*:\s*(-?[\d.]+)")
_POINT = expression(r"-?[\d.]+")
# How much longer than high a line is at least, to write on.
_FLAT = 8


def draws_line(element: _Element) -> bool:
    """Whether a drawing is one level line, as forms draw it to be written on."""
    for geometry in element.iter(f"{{{DRAWING}}}prstGeom"):
        if geometry.get("prst") in _LINES and _is_alone(geometry):
            return _is_flat(element)
    for line in element.iter(f"{{{VML}}}line"):
        start, end = (_POINT.findall(line.get(name, "")) for name in ("from", "to"))
        return (
            len(start) > 1 and len(end) > 1 and _level(float(end[0]) - float(start[0]), float(end[1]) - float(start[1]))
        )
    for shape in element.iter(f"{{{VML}}}shape"):
        if (
            shape.get("type", "").lstrip("#") in _VML_LINE_TYPES
            or shape.get(f"{{{OFFICE}}}connectortype") == "straight"
        ):
            lengths = {name: float(value) for name, value in _LENGTH.findall(shape.get("style", ""))}
            return _level(lengths.get("width", 0), lengths.get("height", 0))
    return False


def _is_alone(geometry: _Element) -> bool:
    """Whether the line is a shape of its own, no side of a picture or part of a drawing of many shapes."""
    shape = next(geometry.iterancestors(f"{{{SHAPE}}}wsp"), None)
    parent = None if shape is None else shape.getparent()
    return parent is not None and parent.tag == f"{{{DRAWING}}}graphicData"


def _is_flat(element: _Element) -> bool:
    extent = next(element.iter(f"{{{INLINE}}}extent"), None)
    return extent is None or _level(float(extent.get("cx", 0)), float(extent.get("cy", 0)))


def _level(across: float, down: float) -> bool:
    return abs(across) > 0 and abs(down) * _FLAT <= abs(across)
