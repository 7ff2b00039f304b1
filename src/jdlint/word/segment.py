"""Cuts runs so that any stretch of characters stands in runs of its own, formatting kept."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from jdlint.load.docx.glyphs import GLYPHS, glyphs
from jdlint.load.docx.names import RPR, SPACE, T, runs_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jdlint.load.docx.runs import Map, RunPiece


class Segments:
    """The runs of a document by their first numbers, however often they have been cut since.

    What was cut stays between the same neighbours, so that a mark after a run stays after all of it.
    """

    def __init__(self, way: Map) -> None:
        self._of = {anchor: [[run] for run in runs_of(element)] for anchor, element in way.paragraphs()}

    def of(self, piece: RunPiece) -> list[_Element]:
        """The runs that hold the characters of `piece` and no others; empty where there is no such run."""
        found = self._run(piece)
        if not found:
            return []
        self._cut(found, piece.start)
        self._cut(found, piece.end)
        out, at = [], 0
        for run in found:
            length = len(text_of(run))
            if piece.start <= at and at + length <= piece.end and length:
                out.append(run)
            at += length
        return out

    def shows(self, piece: RunPiece) -> str:
        """The characters of `piece` as the file has them."""
        return "".join([text_of(run) for run in self._run(piece)])[piece.start : piece.end]

    def _run(self, piece: RunPiece) -> list[_Element]:
        runs = self._of.get(piece.anchor, [])
        return runs[piece.run] if piece.run < len(runs) else []

    def _cut(self, found: list[_Element], offset: int) -> None:
        at = 0
        for index, run in enumerate(found):
            length = len(text_of(run))
            if at < offset < at + length:
                found.insert(index + 1, _cut(run, offset - at))
                return
            at += length


def text_of(run: _Element) -> str:
    """The characters of a run."""
    return "".join([glyphs(child) for child in run if child.tag in GLYPHS])


def _cut(run: _Element, offset: int) -> _Element:
    """Leave the first `offset` characters in `run`; the rest goes into a new run after it, which is given back."""
    rest = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(RPR)
    if properties is not None:
        rest.append(deepcopy(properties))
    at = 0
    for child in list(run):
        shown = glyphs(child) if child.tag in GLYPHS else ""
        if at >= offset and child.tag != RPR:
            rest.append(child)
        elif at + len(shown) > offset:
            rest.append(_halve(child, shown, offset - at))
        at += len(shown)
    run.addnext(rest)
    return rest


def _halve(child: _Element, shown: str, offset: int) -> _Element:
    """Cut a `w:t` in two: what stood at its ends as space must now be kept by word of mouth."""
    if child.tag != T:
        raise ValueError(f"only text can be cut, not {child.tag!r}")
    other = child.makeelement(T, dict(child.attrib))
    child.text, other.text = shown[:offset], shown[offset:]
    for half in (child, other):
        half.set(SPACE, "preserve")
    return other
