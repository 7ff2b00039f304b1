"""Numbers of clauses and sections that skip or repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jdlint.check.where import FORMAL
from jdlint.model.finding import Aside, Hit
from jdlint.model.label import read_label
from jdlint.model.outline import Clause
from jdlint.model.reading import Reading
from jdlint.model.span import Span

_REMOVED = re.compile(r"исключ[её]н|утратил[аои]? силу|не применяется|\(удал[её]н", re.IGNORECASE)


@dataclass(slots=True)
class _Series:
    """The numbers of one list as they come."""

    seen: dict[int, Clause]
    last: int = 0


def clause_numbers(reading: Reading, sequence: Sequence[str]) -> Iterator[Hit]:
    """Clauses whose number repeats an earlier one of the same list, or skips some.

    A list is one section's numbers of one depth; a bare «1.» after a paragraph without number begins another.
    """
    outline = reading.outline
    plain = outline.document.plain
    series: dict[tuple[object, ...], _Series] = {}
    texts: dict[tuple[int, str, str], Clause] = {}
    opened = 0
    key: tuple[object, ...]
    previous: Clause | None = None
    for clause in outline.clauses:
        label = read_label(clause.span.of(plain))
        if clause.heading and label is None:
            texts.clear()
            opened += 1
        if (
            label is None
            or label.style != "arabic"
            or outline.requisites_at(clause.span) & FORMAL
            or outline.block(clause.block).cell
        ):
            previous = clause
            continue
        if clause.heading:
            texts.clear()
            opened += 1
        number = label.parts[-1]
        bracket = plain[clause.span.start + label.end - 1] == ")"
        if clause.heading and len(label.parts) == 1:
            key = (clause.section, "heading", outline.block(clause.block).level)
        elif len(label.parts) == 1:
            key = (clause.section, opened, bracket, clause.parent if bracket else -1)
            fresh = (
                number == 1
                and key in series
                and (bracket or previous is None or not read_numbered(previous, plain) or previous.lead)
            )
            if fresh:
                opened += 1
                key = (clause.section, opened, bracket, clause.parent if bracket else -1)
        else:
            key = (clause.section, label.parts[:-1])
        run = series.setdefault(key, _Series({}))
        same = (clause.section, label.number, " ".join(clause.body.of(plain).lower().split())[:60])
        copied = texts.get(same) if len(same[2]) > 20 else None
        first = run.seen.get(number) or copied
        if first is not None:
            if "repeat" in sequence:
                yield Hit(_place(clause, plain), {"found": label.number}, (Aside(_place(first, plain), "first"),))
        elif (
            number > run.last + 1
            and "gap" in sequence
            and not _removed(outline.clauses, clause, plain)
            and (run.last or len(label.parts) > 1)
        ):
            expected = ".".join([*map(str, label.parts[:-1]), str(run.last + 1)])
            yield Hit(_place(clause, plain), {"found": label.number, "expected": expected})
        run.seen.setdefault(number, clause)
        texts.setdefault(same, clause)
        run.last = max(run.last, number) if first is None else run.last
        previous = clause


def read_numbered(clause: Clause, plain: str) -> bool:
    """Whether the clause has a number of its own."""
    label = read_label(clause.span.of(plain))
    return label is not None and label.style == "arabic"


def _removed(clauses: Sequence[Clause], clause: Clause, plain: str) -> bool:
    index = clauses.index(clause)
    return bool(index and _REMOVED.search(clauses[index - 1].span.of(plain)))


def _place(clause: Clause, plain: str) -> Span:
    text = clause.span.of(plain)
    words = text[:90]
    cut = len(words) if len(text) <= 90 else words.rfind(" ")
    return Span(clause.span.start, clause.span.start + cut)


def section_numbers(reading: Reading, sequence: Sequence[str]) -> Iterator[Hit]:
    """Section headings whose number skips or repeats."""
    plain = reading.outline.document.plain
    last, first = 0, None
    for section in reading.outline.sections:
        label = (
            read_label(section.span.of(plain)[: section.heading_span.start - section.span.start + 1] + " А")
            if section.number
            else None
        )
        if label is None or len(label.parts) != 1 or label.style not in ("arabic", "roman"):
            continue
        number = label.parts[0]
        place = Span(section.span.start, section.heading_span.end)
        if (number > last + 1 and "gap" in sequence) or (number == last and "repeat" in sequence):
            yield Hit(
                place, {"found": section.number, "expected": str(last + 1)}, (Aside(first, "first"),) if first else ()
            )
        last, first = number, place
