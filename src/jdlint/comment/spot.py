"""Finds where in the file a comment on some words of the reading text may stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from jdlint.load.docx.margin import COMMENT_SIGN
from jdlint.load.docx.names import BOX, REMOVED, SDT, SDT_CONTENT, SDTPR, P, runs_of, w
from jdlint.model.document import Part
from jdlint.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jdlint.load.docx.runs import RunPiece
    from jdlint.model.document import Block
    from jdlint.model.span import Span
    from jdlint.word.copy import Copy

# Elements inside a paragraph that the standard lets hold the ends of a comment.
_OPEN: Final = frozenset(
    {P} | {w(n) for n in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir")}
)
# Content controls that hold a value and no markup.
_PLAIN: Final = tuple(
    w(n) for n in ("text", "dataBinding", "comboBox", "dropDownList", "date", "citation", "equation", "picture")
)
_NOTES: Final = {Part.FOOTNOTE: w("footnoteReference"), Part.ENDNOTE: w("endnoteReference")}


@record
class Spot:
    """Where a comment goes: from before `start` to after `end`, or, where there is neither, into `paragraph`.

    `elsewhere` is the part of the document that the words themselves stand in when no comment may.
    """

    paragraph: _Element
    start: _Element | None = None
    end: _Element | None = None
    elsewhere: Part | None = None


def spot(copy: Copy, span: Span) -> Spot | None:
    """The spot for these words: they themselves, or the nearest place of the body that leads to them."""
    blocks = [b for b in copy.way.document.blocks if b.span.overlaps(span)]
    pieces = [p for p in copy.way.locate(span) if p.start < p.end]
    own = [p for p in pieces if _is_commentable(copy, p)]
    if own:
        return _around(copy, own)
    if not blocks:
        return None
    block = blocks[0]
    home = copy.way.paragraph(copy.way.anchor(span) or block.anchor)
    if home is None or home[0] != copy.main:
        return _leading_to(copy, block)
    if _host(home[1]) is not home[1]:
        host = _host(home[1])
        return _at(host, _climbed(home[1], host), Part.TEXTBOX)
    return first_of(home[1])


def first_of(paragraph: _Element) -> Spot:
    """The first run of a paragraph, for what no run holds (a computed number, a missing thing)."""
    for run in runs_of(paragraph):
        removed = any(ancestor.tag in REMOVED for ancestor in _between(run, paragraph))
        if not removed and run.find(COMMENT_SIGN) is None:
            return _at(paragraph, _climbed(run, paragraph))
    return Spot(paragraph)


def body_paragraphs(copy: Copy) -> Iterator[_Element]:
    """The paragraphs of the body in the order of the file, text boxes left out."""
    for paragraph in copy.root(copy.main).iter(P):
        if _host(paragraph) is paragraph:
            yield paragraph


def _is_commentable(copy: Copy, piece: RunPiece) -> bool:
    home = copy.way.paragraph(piece.anchor)
    return piece.part == copy.main and home is not None and _host(home[1]) is home[1]


def _around(copy: Copy, pieces: Sequence[RunPiece]) -> Spot | None:
    """Around the words of the first container that they stand in: a cell, or the body."""
    found: list[tuple[_Element, _Element]] = []
    for piece in pieces:
        home = copy.way.paragraph(piece.anchor)
        if home is None or (found and home[1].getparent() is not found[0][0].getparent()):
            break
        found += [(home[1], run) for run in copy.segments.of(piece)]
    if not found:
        home = copy.way.paragraph(pieces[0].anchor)
        return None if home is None else first_of(home[1])
    (first, start), (last, end) = found[0], found[-1]
    return Spot(last, _climbed(start, first), _climbed(end, last))


def _leading_to(copy: Copy, block: Block) -> Spot | None:
    """The mark of a note in the body; None for headers and footers, which have none."""
    tag = _NOTES.get(block.part)
    number = block.anchor.partition("[")[2].partition("]")[0]
    for mark in copy.root(copy.main).iter(tag) if tag else ():
        if mark.get(w("id")) == number:
            host = _host(next(mark.iterancestors(P)))
            return _at(host, _climbed(mark, host), block.part)
    return None


def _at(paragraph: _Element, element: _Element, elsewhere: Part | None = None) -> Spot:
    return Spot(paragraph, element, element, elsewhere)


def _host(paragraph: _Element) -> _Element:
    """The paragraph of the body that a paragraph of a text box hangs on; any other is its own host."""
    host = paragraph
    for ancestor in paragraph.iterancestors(BOX):
        host = next(ancestor.iterancestors(P), host)
    return host


def _climbed(element: _Element, paragraph: _Element) -> _Element:
    """The element itself, or the outermost thing around it that a comment must not cut into."""
    best = element
    for ancestor in _between(element, paragraph):
        if ancestor.tag == SDT:
            best = ancestor if best.getparent() is ancestor else best
        elif ancestor.tag not in _OPEN and not (ancestor.tag == SDT_CONTENT and _is_rich(ancestor)):
            best = ancestor
    return best


def _is_rich(content: _Element) -> bool:
    control = content.getparent()
    properties = None if control is None else control.find(SDTPR)
    return properties is None or all(properties.find(name) is None for name in _PLAIN)


def _between(element: _Element, top: _Element) -> Iterator[_Element]:
    for ancestor in element.iterancestors():
        if ancestor is top:
            return
        yield ancestor
