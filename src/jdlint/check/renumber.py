"""Counts the clauses of a section anew, and mends what refers to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from jdlint.check.change import Change
from jdlint.check.refer import clause_references
from jdlint.check.sequence import is_said_removed, numbered
from jdlint.model.label import Label
from jdlint.model.outline import Clause
from jdlint.model.pattern import expression
from jdlint.model.reading import Reading
from jdlint.model.span import Span
from jdlint.record import record

_NUMBER: Final = expression(r"(?<![\d.,])\d{1,3}(?:\.\d{1,3})+(?!\d|\.\d|,\d)")
Parts = tuple[int, ...]


@record
class _Item:
    """A numbered clause: where its number stands, what it is and what it becomes (None: it goes)."""

    span: Span
    old: Parts
    new: Parts | None


class _UnclearError(Exception):
    """The numbers cannot be counted anew without knowing what their author meant."""


def renumbered(span: Span, reading: Reading) -> Sequence[Change]:
    """The numbers of the section that holds `span`, in order from its first one, and the references to them.

    Nothing where a number is computed, the order is in doubt, a clause is said to be removed, or something refers
    to a number that stands twice or nowhere.
    """
    clause = reading.outline.clause_at(span.start)
    plan = None if clause is None else _plan(reading, clause.section, None)
    mends = clause is not None and any(clause.span.covers(change.span) for change in plan or ())
    return plan if plan and mends else ()


def without(gone: Clause, reading: Reading) -> Sequence[Change] | None:
    """The same for the section of `gone` when that clause is taken out; None where the numbers are to be left."""
    return _plan(reading, gone.section, gone)


def _plan(reading: Reading, section: int, gone: Clause | None) -> list[Change] | None:
    try:
        items = list(_counted(reading, section, gone))
        changed = [item for item in items if item.old != item.new]
        numbers = [Change(item.span, _written(item.new)) for item in changed if item.new is not None]
        return [*numbers, *_references(reading, items)] if changed else []
    except _UnclearError:
        return None


@dataclass(slots=True)
class _Count:
    """One list while it is counted: the last number as it was and as it becomes, and all that were seen."""

    old: int = 0
    new: int = 0
    seen: dict[int, str] = field(default_factory=dict)


def _counted(reading: Reading, section: int, gone: Clause | None) -> Iterator[_Item]:
    """The numbered clauses of a section with their new numbers; raises _UnclearError where they are in doubt."""
    outline = reading.outline
    plain = outline.document.plain
    counts: dict[tuple[str, Parts], _Count] = {}
    became: dict[Parts, Parts] = {}
    for clause in outline.clauses:
        if clause.section != section:
            continue
        label = numbered(reading, clause)
        parent = outline.clauses[clause.parent] if clause.parent >= 0 else None
        if is_said_removed(clause, outline.document) or (gone is not None and parent is gone):
            raise _UnclearError
        if label is None or _is_apart(clause, parent, label):
            continue
        simple = len(label.parts) == 1
        prefix = label.parts[:-1]
        mark = plain[clause.span.start + label.end - 1] if simple else "."
        above = became.get(prefix, prefix)
        count = counts.setdefault((mark if mark == ")" else ".", above), _Count())
        span = _number_span(reading, clause, label)
        if clause is gone:
            count.old = max(count.old, label.parts[-1])
            yield _Item(span, label.parts, None)
            continue
        new = (*above, _next(count, label, clause.body.of(plain)))
        became[label.parts] = new
        yield _Item(span, label.parts, new)


def _is_apart(clause: Clause, parent: Clause | None, label: Label) -> bool:
    """Whether a simple number is of a list inside another clause or of a sub-heading: these begin anew at will."""
    return len(label.parts) == 1 and (clause.heading or (parent is not None and bool(parent.number)))


def _next(count: _Count, label: Label, body: str) -> int:
    """The number that comes next in a list; a new beginning, a step back or a copied clause is no slip."""
    number, words = label.parts[-1], " ".join(body.lower().split())
    if number in count.seen:
        again = number != count.old and (number == 1 or len(label.parts) == 1)
        if again or (words and count.seen[number] == words):
            raise _UnclearError
    elif number < count.old or (not count.old and number > 1):
        raise _UnclearError
    count.seen.setdefault(number, words)
    count.old = max(count.old, number)
    count.new += 1
    return count.new


def _number_span(reading: Reading, clause: Clause, label: Label) -> Span:
    """Where the digits of a label stand; raises _UnclearError for one that Word computes."""
    document = reading.outline.document
    plain = document.plain
    if document.format != "markdown" and reading.outline.block(clause.block).label:
        raise _UnclearError
    found = expression(r"\d[\d.\s]*\d|\d").search(plain, clause.span.start, clause.span.start + label.end)
    if found is None:
        raise _UnclearError  # «🔟»
    return Span(*found.span())


def _references(reading: Reading, items: Sequence[_Item]) -> Iterator[Change]:
    """What the references to the section's clauses become; raises _UnclearError where that is not sure."""
    outline = reading.outline
    plain = outline.document.plain
    moved: dict[Parts, list[Parts | None]] = {}
    for item in items:
        moved.setdefault(item.old, []).append(item.new)
    doubtful = {old for old, new in moved.items() if [old] != new}
    elsewhere = {c.number for c in outline.clauses}
    heads = {old[:-1] for old in moved}
    labels = {item.span for item in items}
    told: set[Span] = set()
    blocks = [block.span for block in outline.document.blocks if outline.span.covers(block.span)]
    for reference in [one for block in blocks for one in clause_references(plain, block)]:
        for number, span in reference.numbers:
            told.add(span)
            parts = _parts(number)
            if reference.foreign and not reference.this:
                continue
            if parts not in doubtful:
                if len(parts) > 1 and parts[:-1] in heads and number not in elsewhere:
                    raise _UnclearError
                continue
            targets = moved[parts]
            if len(parts) == 1 or len(targets) > 1 or targets[0] is None:
                raise _UnclearError
            yield Change(span, _written(targets[0]))
    for found in _NUMBER.finditer(plain, outline.span.start, outline.span.end):
        span = Span(*found.span())
        if _parts(found[0]) in doubtful and span not in told and not any(span.overlaps(label) for label in labels):
            raise _UnclearError


def _parts(number: str) -> Parts:
    return tuple(map(int, number.split(".")))


def _written(parts: Parts) -> str:
    return ".".join(map(str, parts))
