"""What the elements of a run show: words, tabs, breaks, hyphens, symbols."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from jdlint.load.docx.names import SPACE, T, w
from jdlint.load.docx.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_SYM = w("sym")
_SIGNS: Final[Mapping[object, str]] = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
GLYPHS: Final = frozenset({T, _SYM, *_SIGNS})


def glyphs(element: _Element) -> str:
    """What a reader sees where the element stands; its tag is one of GLYPHS."""
    if element.tag == T:
        return _words(element)
    return _symbol(element) if element.tag == _SYM else _SIGNS[element.tag]


def _words(element: _Element) -> str:
    """The words of a `w:t`; Word drops the spaces at its ends unless it is told to keep them."""
    text = (element.text or "").replace("\r", "").replace("\n", " ")
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
