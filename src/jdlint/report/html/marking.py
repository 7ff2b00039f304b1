"""The words of a block with those of findings marked, however they overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdlint.model.span import Span
from jdlint.report.html.safe import safe
from jdlint.report.html.sheet import Entry, Mark
from jdlint.report.html.wording import WORDS


def marked(text: str, span: Span, marks: Sequence[Mark], lang: str) -> str:
    """The characters of `text` in `span` as markup; `marks` are those that share a character with it, in order."""
    return "".join(_piece(text, start, end, over, lang) for start, end, over in _pieces(span, marks))


def _pieces(span: Span, marks: Sequence[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Stretches of the span with the marks that lie over each."""
    cuts = {span.start, span.end}
    for mark in marks:
        cuts |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    edges = sorted(cuts)
    over: list[Mark] = []
    coming = 0
    for start, end in pairwise(edges):
        over = [mark for mark in over if mark.span.end > start]
        while coming < len(marks) and marks[coming].span.start <= start:
            over.append(marks[coming])
            coming += 1
        yield start, end, over


def _piece(text: str, start: int, end: int, over: Sequence[Mark], lang: str) -> str:
    words = safe(text[start:end])
    if not over:
        return words
    worst = max(over, key=lambda mark: (mark.entry.finding.severity.rank, -mark.entry.number)).entry
    ids = "".join(f'<a id="{mark.entry.mark}"></a>' for mark in over[1:] if mark.span.start == start)
    own = f' id="{over[0].entry.mark}"' if over[0].span.start == start else ""
    numbers = " ".join(str(mark.entry.number) for mark in over)
    ends = "".join(_number(mark.entry, lang) for mark in over if mark.span.end == end)
    kind = worst.finding.severity.value
    return f'{ids}<a{own} class="mark {kind}" data-n="{numbers}" href="#{worst.card}">{words}{ends}</a>'


def _number(entry: Entry, lang: str) -> str:
    before = f'<span class="spoken"> ({WORDS[lang]["finding"].lower()} </span>'
    return f'<sup data-n="{entry.number}">{before}{entry.number}<span class="spoken">)</span></sup>'
