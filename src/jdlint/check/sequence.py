"""Numbers of clauses and sections that skip or repeat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from jdlint.check.where import FORMAL
from jdlint.model.document import Document
from jdlint.model.finding import Aside, Hit
from jdlint.model.folded import blocks_for, may_match
from jdlint.model.label import Label, read_label
from jdlint.model.outline import Clause, Section
from jdlint.model.pattern import expression
from jdlint.model.reading import Reading
from jdlint.model.span import Span

_REMOVED = expression(r"исключ[её]н|утратил[аои]? силу|не применяется|\(удал[её]н", re.IGNORECASE)
_LONGEST_PLACE = 90
_ENOUGH_TO_BE_A_COPY = 20


@dataclass(slots=True)
class _Series:
    """The numbers of one list as they come."""

    seen: dict[int, Clause] = field(default_factory=dict)
    last: int = 0


@dataclass(slots=True)
class _Lists:
    """The lists of one section: those of compound numbers by prefix, and simple ones nested in each other.

    A simple number goes on with the innermost list that expects it; a «1» that none expects opens a list.
    """

    compound: dict[tuple[int, ...], _Series] = field(default_factory=dict)
    nested: list[_Series] = field(default_factory=list)
    bracketed: list[_Series] = field(default_factory=list)
    headings: _Series = field(default_factory=_Series)
    texts: dict[tuple[str, str], Clause] = field(default_factory=dict)
    section: str = ""

    def divide(self) -> None:
        """A sub-heading: simple lists begin anew below it."""
        self.nested, self.bracketed = [], []
        self.texts.clear()

    def skipped(self, label: Label) -> int:
        """The number of the clause that is lost between «2.» and «4.1»; 0 where none is."""
        if len(label.parts) != 2 or label.parts[:1] in self.compound or not self.nested:
            return 0
        outer, number = self.nested[0], label.parts[0]
        lost = outer.last + 1 if str(number) != self.section and number > outer.last + 1 else 0
        outer.last = max(outer.last, number) if str(number) != self.section else outer.last
        return lost

    def series(self, label: Label, *, bracket: bool) -> _Series:
        """The list that the label belongs to."""
        if len(label.parts) > 1:
            return self.compound.setdefault(label.parts[:-1], _Series())
        stack = self.bracketed if bracket else self.nested
        number = label.parts[0]
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth].last + 1 == number:
                del stack[depth + 1 :]
                return stack[depth]
        if number == 1 or not stack:
            stack.append(_Series())
        return stack[-1]


def clause_numbers(reading: Reading, sequence: Sequence[str]) -> Iterator[Hit]:
    """Clauses whose number repeats an earlier one of the same list, skips some, or begins with another section's."""
    strays = list(_strays(reading))
    if "section" in sequence:
        yield from strays
    plain = reading.outline.document.plain
    lists = _Lists()
    section = -2
    removed = False
    for clause in reading.outline.clauses:
        if clause.section != section:
            # A lead-in that stands for a heading («Работник вправе:») goes on with the numbers above it.
            told = reading.outline.sections[clause.section] if clause.section >= 0 else None
            if told is None or not told.implied or section < 0:
                lists = _Lists(section=told.number if told else "")
            section = clause.section
        if clause.heading:
            lists.divide()
        label = numbered(reading, clause)
        if label is not None:
            # A clause with another section's number is told of as such, and nothing is lost before it.
            whole = not removed and all(hit.span.start != clause.span.start for hit in strays)
            yield from _judge(lists, clause, label, plain, [s for s in sequence if s == "repeat" or whole])
        # A clause that is read as an approval or a signature still has its number.
        removed = is_said_removed(clause, reading.outline.document) or (
            label is None and bool(reading.outline.requisites_at(clause.span) & FORMAL)
        )


def is_said_removed(clause: Clause, document: Document) -> bool:
    """Whether a clause says of itself or of its neighbours that it was taken out, so that its number stays."""
    if not blocks_for(_REMOVED, document):
        return False
    text = clause.span.of(document.plain)
    return may_match(_REMOVED, text) and _REMOVED.search(text) is not None


def numbered(reading: Reading, clause: Clause) -> Label | None:
    """The arabic number that counts a clause of the content; None for other labels, formal parts and tables."""
    outline = reading.outline
    label = read_label(clause.span.of(outline.document.plain))
    formal = outline.requisites_at(clause.span) & FORMAL or outline.block(clause.block).cell
    return label if label is not None and label.style == "arabic" and not formal else None


def _judge(lists: _Lists, clause: Clause, label: Label, plain: str, sequence: Sequence[str]) -> Iterator[Hit]:
    bracket = plain[clause.span.start + label.end - 1] == ")"
    lost = lists.skipped(label)
    series = lists.headings if clause.heading and len(label.parts) == 1 else lists.series(label, bracket=bracket)
    number = label.parts[-1]
    words = " ".join(clause.body.of(plain).lower().split())[:60]
    copied = lists.texts.get((label.number, words)) if len(words) > _ENOUGH_TO_BE_A_COPY else None
    first = series.seen.get(number) or copied
    if first is not None:
        if "repeat" in sequence:
            yield Hit(_place(clause, plain), {"found": label.number}, (Aside(_place(first, plain), "first"),))
    elif lost and "gap" in sequence:
        yield Hit(_place(clause, plain), {"found": label.number, "expected": str(lost)})
    else:
        begun = series.last or len(label.parts) > 1
        if number > series.last + 1 and begun and "gap" in sequence:
            expected = ".".join([*map(str, label.parts[:-1]), str(series.last + 1)])
            yield Hit(_place(clause, plain), {"found": label.number, "expected": expected})
    series.last = max(series.last, number)
    series.seen.setdefault(number, clause)
    lists.texts.setdefault((label.number, words), clause)


def _strays(reading: Reading) -> Iterator[Hit]:
    """Clauses «3.1» of a section that is numbered 4; among clauses «1.», «2.» they belong to those instead."""
    outline = reading.outline
    simple: set[int] = set()
    for clause in outline.clauses:
        label = numbered(reading, clause)
        section = outline.sections[clause.section] if clause.section >= 0 else None
        if label is None or section is None:
            continue
        if len(label.parts) == 1:
            simple.add(clause.section)
            continue
        own = _section_label(section, outline.document.plain)
        if own is None or label.parts[0] == own.parts[0] or clause.section in simple:
            continue
        place = _place(clause, outline.document.plain)
        expected = ".".join(map(str, (own.parts[0], *label.parts[1:])))
        aside = Aside(Span(section.span.start, section.heading_span.end), "section")
        yield Hit(place, {"found": label.number, "expected": expected}, (aside,))


def _place(clause: Clause, plain: str) -> Span:
    """The beginning of the clause, cut between words."""
    text = clause.span.of(plain)
    cut = len(text) if len(text) <= _LONGEST_PLACE else text.rfind(" ", 0, _LONGEST_PLACE)
    return Span(clause.span.start, clause.span.start + (cut if cut > 0 else len(text)))


def section_numbers(reading: Reading, sequence: Sequence[str]) -> Iterator[Hit]:
    """Section headings whose number skips or repeats."""
    last = 0
    again = False
    before: tuple[Aside, ...] = ()
    for section in reading.outline.sections:
        label = _section_label(section, reading.outline.document.plain)
        if label is None:
            continue
        number = label.parts[0]
        # Behind «II, II» the number that the second of them should have had is not lost: IV is right.
        gap = number > last + 1 + again
        again = number == last
        wrong = (gap and "gap" in sequence) or (again and "repeat" in sequence)
        place = Span(section.span.start, section.heading_span.end)
        if wrong:
            yield Hit(place, {"found": section.number, "expected": str(last + 1)}, before)
        last, before = number, (Aside(place, "first"),)


def _section_label(section: Section, plain: str) -> Label | None:
    """The label of a heading with a simple number."""
    if not section.number:
        return None
    label = read_label(plain[section.span.start : section.heading_span.start] + " А")
    label = label or read_label(f"{section.number}. А")
    return label if label is not None and len(label.parts) == 1 and label.style in ("arabic", "roman") else None
