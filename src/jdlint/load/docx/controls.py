"""Content controls, and the choice between versions of the same content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jdlint.load.docx.names import CHOICE, FALLBACK, SDTPR, VAL, w
from jdlint.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

# Controls that Word fills itself, or that only wrap what stands in them.
_NOT_FILLED_IN: Final = tuple(
    w(n) for n in ("docPartObj", "docPartList", "group", "picture", "bibliography", "citation", "equation")
)
# Versions of markup that the walk reads; a choice that needs another is left for its fallback.
_UNDERSTOOD: Final = frozenset(
    (
        "wps",
        "wpg",
        "wpc",
        "wpi",
        "w14",
        "w15",
        "w16",
        "w16se",
        "w16cex",
        "w16cid",
        "wp14",
        "a14",
        "cx",
        "cx1",
        "v",
        "aink",
        "am3d",
    )
)


@record
class Control:
    """A content control: its title, whether it shows its prompt, whether people fill it in."""

    hint: str
    prompting: bool
    filled_in: bool


def chosen(alternate: _Element) -> _Element | None:
    """The one of several versions of the same content that is read."""
    for choice in alternate.findall(CHOICE):
        if all(need in _UNDERSTOOD for need in choice.get("Requires", "").split()):
            return choice
    return alternate.find(FALLBACK)


def control_of(element: _Element) -> Control:
    """What the properties of a content control say."""
    properties = element.find(SDTPR)
    if properties is None:
        return Control("", prompting=False, filled_in=True)
    prompt = properties.find(w("showingPlcHdr"))
    title = properties.find(w("alias"))
    return Control(
        "" if title is None else " ".join(title.get(VAL, "").split()),
        prompting=prompt is not None and prompt.get(VAL) not in ("0", "false", "off"),
        filled_in=all(properties.find(name) is None for name in _NOT_FILLED_IN),
    )
