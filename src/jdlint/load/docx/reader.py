"""Reads every story of a Word file in the order of the reading text."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING

from jdlint.load.docx.flow import Piece, Place
from jdlint.load.docx.layout import lay_out
from jdlint.load.docx.line import Line
from jdlint.load.docx.margin import Margin, comments_of
from jdlint.load.docx.names import DRAWING, RELATIONSHIPS, w
from jdlint.load.docx.numbering import Numbering
from jdlint.load.docx.package import Package, parsed
from jdlint.load.docx.styles import Styles
from jdlint.load.docx.walk import Walk
from jdlint.model.document import Part
from jdlint.record import record

if TYPE_CHECKING:
    from lxml.etree import _Element


@record
class Content:
    """The lines of a document, what its margin says of them, and its paragraphs by their addresses."""

    lines: list[Line]
    margin: Margin
    elements: dict[Place, _Element]


def read(package: Package) -> Content:
    """Read a document: body, text boxes, headers, footers, footnotes, endnotes."""
    main = package.main
    document = package.document()
    styles = _styles(package)
    definitions = _single(package, "numbering")
    comments = _single(package, "comments")
    margin = Margin({} if comments is None else comments_of(comments))
    walk = Walk(styles, Numbering(definitions, styles), margin)
    body = document.find(w("body"))
    lines = lay_out(walk.story(body, main, Part.BODY, "body")) if body is not None else []
    own = len(walk.boxes)
    for items in walk.boxes:
        lines.extend(lay_out(items))
    for name in package.related(main, "diagramData"):
        lines.extend(_diagram(package.parse(name), name))
    # Word counts the lists of headers and footers together, apart from the body's.
    walk.numbering = Numbering(definitions, styles)
    for part, kind in ((Part.HEADER, "header"), (Part.FOOTER, "footer")):
        for name in _references(package, document, kind):
            stem = posixpath.splitext(posixpath.basename(name))[0]
            items = walk.story(package.parse(name), name, part, stem)
            lines.extend(lay_out(items))
            for box in walk.boxes[own:]:
                lines.extend(lay_out(box))
            own = len(walk.boxes)
    for part, kind in ((Part.FOOTNOTE, "footnotes"), (Part.ENDNOTE, "endnotes")):
        for name in package.related(main, kind):
            walk.numbering = Numbering(definitions, styles)
            for number, note in _notes(package.parse(name)):
                lines.extend(lay_out(walk.story(note, name, part, f"{part.value}[{number}]")))
    return Content(lines, margin, walk.elements)


def _styles(package: Package) -> Styles:
    found = package.related(package.main, "styles")
    return _styles_in(found[0], package.unpacked(found[0])) if found else Styles(None)


@lru_cache(maxsize=2)
def _styles_in(part: str, data: bytes) -> Styles:
    """The styles of those bytes: documents made of one template have the same, and no part of them is larger."""
    return Styles(parsed(part, data))


def _single(package: Package, kind: str) -> _Element | None:
    found = package.related(package.main, kind)
    return package.parse(found[0]) if found else None


def _references(package: Package, document: _Element, kind: str) -> list[str]:
    """The headers or footers that the sections show, each once."""
    relations = package.relations(package.main)
    out: list[str] = []
    key = f"{{{RELATIONSHIPS}}}id"
    for reference in document.iter(w(f"{kind}Reference")):
        relation = relations.get(reference.get(key, ""))
        if relation is not None and relation.target not in out and package.has(relation.target):
            out.append(relation.target)
    return out


def _notes(root: _Element) -> list[tuple[str, _Element]]:
    return [
        (note.get(w("id"), ""), note)
        for note in root
        if isinstance(note.tag, str) and note.get(w("type"), "normal") == "normal"
    ]


def _diagram(root: _Element, name: str) -> list[Line]:
    """The words of a SmartArt diagram, such as a chart of who reports to whom."""
    stem = posixpath.splitext(posixpath.basename(name))[0]
    words = ["".join([t.text or "" for t in p.iter(f"{{{DRAWING}}}t")]) for p in root.iter(f"{{{DRAWING}}}p")]
    return [
        Line(Place(name, f"{stem}/p[{number}]"), Part.TEXTBOX, [Piece(text)])
        for number, text in enumerate(words, 1)
        if text.strip()
    ]
