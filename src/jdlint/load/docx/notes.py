"""Finds the places in the reading text of what the margin says, and of the words that a marker was drawn over."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from jdlint.load.docx.flow import Piece, Place
from jdlint.load.docx.margin import Margin, Mark, Point
from jdlint.model.document import Block, Note, NoteKind
from jdlint.model.span import Span, trimmed

Trace = list[tuple[Span, Piece]]


def find_notes(margin: Margin, trace: Trace, blocks: Sequence[Block], text: str) -> tuple[Note, ...]:
    """All notes of a document in the order of the text; `trace` are its pieces and where they stand."""
    spans = [block.span for block in blocks]
    found = list(_highlights(trace, spans, text))
    if margin.marks:
        runs = _Runs(margin.points, trace)
        found += [note for mark in margin.marks for note in _note(mark, runs, spans, text)]
    return tuple(sorted(found, key=lambda n: (n.span, n.kind.value, n.text, n.author)))


class _Runs:
    """The pieces of the text in the order of the file."""

    def __init__(self, points: Mapping[Place, Point], trace: Trace) -> None:
        keyed = sorted(
            (points[piece.place]._replace(run=piece.run), span)
            for span, piece in trace
            if piece.place is not None and piece.run >= 0
        )
        self._keys = [key for key, _ in keyed]
        self._spans = [span for _, span in keyed]

    def covered(self, mark: Mark) -> Sequence[Span]:
        """The places of the runs that a mark is about."""
        return self._spans[bisect_left(self._keys, mark.start) : bisect_left(self._keys, mark.stop)]

    def beside(self, point: Point) -> int | None:
        """The place in the text of a point between runs: the end of what stands before it, the start of what follows
        where that is nearer; None when nothing of its story is in the text.
        """
        at = bisect_left(self._keys, point)
        before = at - 1 if at and self._keys[at - 1].story == point.story else None
        after = at if at < len(self._keys) and self._keys[at].story == point.story else None
        if after is not None and (before is None or self._is_nearer(after, before, point)):
            return self._spans[after].start
        return None if before is None else self._spans[before].end

    def _is_nearer(self, after: int, before: int, point: Point) -> bool:
        return self._keys[after].paragraph == point.paragraph != self._keys[before].paragraph


def _note(mark: Mark, runs: _Runs, blocks: Sequence[Span], text: str) -> Iterator[Note]:
    """The mark with its place; none for one that neither has words nor is about any."""
    covered = [trimmed(span, text) for span in runs.covered(mark)]
    covered = [span for span in covered if len(span)]
    if covered:
        span = Span(min(s.start for s in covered), max(s.end for s in covered))
    elif mark.text or mark.kind is NoteKind.COMMENT:
        at = runs.beside(mark.start)
        if at is None:
            return
        span = Span(at, at)
    else:
        return
    first, last = (_block_at(offset, blocks) for offset in (span.start, max(span.start, span.end - 1)))
    yield Note(mark.kind, span, Span(blocks[first].start, blocks[last].end), mark.text, mark.author)


def _block_at(offset: int, blocks: Sequence[Span]) -> int:
    return max(0, bisect_right(blocks, offset, key=lambda block: block.start) - 1)


def _highlights(trace: Trace, blocks: Sequence[Span], text: str) -> Iterator[Note]:
    """Each stretch of highlighted words inside a block, the spaces in it not asked."""
    run: Span | None = None
    at = 0
    for span, piece in trace:
        if not piece.marks.marked:
            if piece.text.strip():
                yield from _highlight(run, blocks[at], text) if run else ()
                run = None
            continue
        here = _block_at(span.start, blocks)
        if run is not None and here == at:
            run = Span(run.start, span.end)
        else:
            yield from _highlight(run, blocks[at], text) if run else ()
            run, at = span, here
    yield from _highlight(run, blocks[at], text) if run else ()


def _highlight(run: Span, block: Span, text: str) -> Iterator[Note]:
    span = trimmed(run, text)
    if len(span):
        yield Note(NoteKind.HIGHLIGHT, span, block)
