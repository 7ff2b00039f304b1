"""Paragraphs taken out whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from jdlint.load.docx.names import PPR, REMOVED, RPR, TC, P, leading, runs_of, w

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jdlint.word.revision import Reviser

# What must not be lost with a paragraph, or would lose its other half.
_KEPT: Final = tuple(
    w(n)
    for n in (
        "sectPr",
        "drawing",
        "pict",
        "object",
        "fldChar",
        "fldSimple",
        "footnoteReference",
        "endnoteReference",
        "commentReference",
        "commentRangeStart",
        "commentRangeEnd",
        "sdt",
        "ins",
        "moveTo",
    )
)
_BOOKMARKS: Final = (w("bookmarkStart"), w("bookmarkEnd"))


def is_removable(paragraph: _Element) -> bool:
    """Whether a paragraph can go: another follows it where it stands, and nothing but words stands in it."""
    following = paragraph.getnext()
    parent = paragraph.getparent()
    return (
        following is not None
        and following.tag == P
        and parent is not None
        and parent.tag != TC
        and next(paragraph.iter(*_KEPT), None) is None
    )


def take_out(reviser: Reviser, part: str, paragraph: _Element) -> None:
    """Take the paragraph out with its mark; bookmarks in it move to the next one."""
    reviser.touch(part)
    following = paragraph.getnext()
    if reviser.tracked:
        for run in list(runs_of(paragraph)):
            parent = run.getparent()
            if parent is not None and parent.tag not in REMOVED:
                reviser.remove(run)
        _properties(paragraph).insert(0, reviser.marked(paragraph, w("del")))
        return
    if following is not None:
        at = 1 if leading(following, PPR) is not None else 0
        for number, mark in enumerate(list(paragraph.iterchildren(*_BOOKMARKS))):
            following.insert(at + number, mark)
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def _properties(paragraph: _Element) -> _Element:
    """The properties of the mark at the end of a paragraph."""
    own = leading(paragraph, PPR)
    if own is None:
        own = paragraph.makeelement(PPR)
        paragraph.insert(0, own)
    marks = own.find(RPR)
    if marks is None:
        marks = own.makeelement(RPR)
        after = [own.find(w(name)) for name in ("sectPr", "pPrChange")]
        first = next((e for e in after if e is not None), None)
        if first is not None:
            first.addprevious(marks)
        else:
            own.append(marks)
    return marks
