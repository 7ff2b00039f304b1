"""Names of the WordprocessingML elements that the walk knows, as lxml spells them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
VML: Final = "urn:schemas-microsoft-com:vml"
OFFICE: Final = "urn:schemas-microsoft-com:office:office"
DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
DIAGRAM: Final = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
INLINE: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
SHAPE: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def w(name: str) -> str:
    """`name` in the main namespace."""
    return f"{{{MAIN}}}{name}"


def child(element: _Element, tag: str) -> _Element | None:
    """The first child of that name; several times faster than `find`, which compiles a path."""
    return next(element.iterchildren(tag), None)


def leading(element: _Element, tag: str) -> _Element | None:
    """The first child if it has that name: where the standard puts the properties of paragraphs and cells."""
    first = element[0] if len(element) else None
    return first if first is not None and first.tag == tag else None


def runs_of(element: _Element) -> Iterator[_Element]:
    """The runs inside `element` in the order of the file, those of text boxes left out."""
    for one in element:
        if one.tag == R:
            yield one
        if one.tag != BOX:
            yield from runs_of(one)


def whole_number(said: str | None, default: int = 0) -> int:
    """The number that an attribute says, its fraction left out; `default` for none, or for what Word cannot count."""
    try:
        value = int(float(said)) if said else default
    except (ValueError, OverflowError):
        return default
    return value if abs(value) < _MOST else default


_MOST: Final = 2**31
VAL: Final = w("val")
P: Final = w("p")
R: Final = w("r")
T: Final = w("t")
TBL: Final = w("tbl")
TR: Final = w("tr")
TC: Final = w("tc")
PPR: Final = w("pPr")
RPR: Final = w("rPr")
TCPR: Final = w("tcPr")
TRPR: Final = w("trPr")
SDT: Final = w("sdt")
SDTPR: Final = w("sdtPr")
SDT_CONTENT: Final = w("sdtContent")
BOX: Final = w("txbxContent")
ALTERNATE: Final = f"{{{COMPATIBILITY}}}AlternateContent"
CHOICE: Final = f"{{{COMPATIBILITY}}}Choice"
FALLBACK: Final = f"{{{COMPATIBILITY}}}Fallback"
MATH_TEXT: Final = f"{{{MATH}}}t"

# Wrappers that a reader does not see: their content counts as if it stood in their place.
TRANSPARENT: Final = frozenset(
    {w(n) for n in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "bdo", "dir", "rt", "rubyBase", "subDoc")}
)
# Taken out by tracked changes.
REMOVED: Final = frozenset({w("del"), w("moveFrom")})
