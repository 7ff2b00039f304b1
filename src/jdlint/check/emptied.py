"""Takes out whole items and lines."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.check.change import Change
from jdlint.check.renumber import without
from jdlint.model.label import read_label
from jdlint.model.reading import Reading
from jdlint.model.span import Span


def removed(span: Span, reading: Reading) -> Sequence[Change]:
    """The blocks of the place taken out, and what was numbered after them counted anew.

    Nothing where the place holds a part of a block only, where a number would leave a gap, and in tables.
    """
    outline = reading.outline
    blocks = [b for b in outline.document.blocks if b.span.overlaps(span)]
    if not blocks or any(b.cell for b in blocks) or not all(span.covers(b.span) for b in blocks):
        return ()
    changes = [Change(b.span, "") for b in blocks]
    label = read_label(blocks[0].span.of(outline.document.plain))
    if label is None or not label.parts:
        return changes
    if len(blocks) > 1 or label.style != "arabic":
        return ()
    clause = outline.clause_at(blocks[0].span.start)
    after = without(clause, reading) if clause is not None else None
    return () if after is None else [*changes, *after]
