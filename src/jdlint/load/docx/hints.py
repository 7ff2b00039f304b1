"""Hints that stand in a line of their own under the blanks they explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from jdlint.load.docx.line import Line
from jdlint.model.document import Blank, Block, Shape
from jdlint.model.pattern import expression
from jdlint.model.span import Span

_BRACKETED = expression(r"\(((?:[^()]|\([^()]{0,200}\)){2,400})\)[.,;]?")
_GAP = expression(r"\s{3,}|\t+")
# Type this much smaller than that of the line above is a footnote to it.
_SMALLER: Final = 0.85
_LONGEST: Final = 200
_UNASKED: Final = frozenset({Shape.DATE, Shape.BRACKETS, Shape.FILLER, Shape.HINT, Shape.ITEM})


def with_hints(
    blanks: Sequence[Blank], blocks: Sequence[Block], lines: Sequence[Line], plain: str
) -> tuple[Blank, ...]:
    """The blanks with the hints of the line below: as many bracketed ones as there are blanks in the line above, or
    words in small or raised type. Such a line asks for nothing itself.
    """
    out = list(blanks)
    legends: list[Span] = []
    at = 0
    for index, (block, below) in enumerate(pairwise(blocks)):
        while at < len(out) and out[at].span.start < block.span.start:
            at += 1
        last = at
        while last < len(out) and out[last].span.end <= block.span.end:
            last += 1
        own = [n for n in range(at, last) if out[n].shape not in _UNASKED]
        if not own or below.part is not block.part:
            continue
        words = _hints(below.span.of(plain).strip(), lines[index], lines[index + 1])
        if words:
            legends.append(below.span)
        if len(words) == len(own) > 1:
            for order, number in enumerate(own):
                out[number] = replace(out[number], hint=" ".join(words[order].split()))
        elif len(words) == 1 and not out[own[-1]].hint:
            hint = " ".join(words[0].split())
            # A hint that was found below another of the blanks is that one's.
            if all(out[n].hint != hint for n in own):
                out[own[-1]] = replace(out[own[-1]], hint=hint)
    return tuple(b for b in out if b.shape is not Shape.HINT or not any(span.covers(b.span) for span in legends))


def _hints(text: str, above: Line, line: Line) -> list[str]:
    found = _BRACKETED.findall(text)
    if found and not _BRACKETED.sub("", text).strip():
        return found
    if len(text) <= _LONGEST and not line.label and _is_small(line, above):
        return [words.strip(" ()") for words in _GAP.split(text) if words.strip(" ()")]
    return []


def _is_small(line: Line, above: Line) -> bool:
    marks = [p.marks for p in line.pieces if p.text.strip()]
    if all(one.raised for one in marks):
        return True
    size = max(one.size for one in marks)
    return bool(size) and any(size <= p.marks.size * _SMALLER for p in above.pieces if p.text.strip())
