"""The jobholder among the staff: facts `category`, `unnamed_subordinates`, `unanswered_subordinates`, `heads_unit` and
`no_subordinates`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.model.folded import blocks_for
from jdlint.model.outline import Outline, RequisiteKind, Role
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span

_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE, RequisiteKind.APPROVAL}
_STEM = 5
_SAYS = (Role.GENERAL, Role.TASKS, Role.DUTIES, Role.RELATIONS, Role.OTHER)


def categories(reading: Reading, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """The category of staff that the jobholder is said to belong to; mark `known` is no when there is none of that
    name, or when a worker's trade is put among the managers.
    """
    outline, told = reading.outline, vocabulary["staff"]
    said = compiled(told["category"])
    known, managing, trade = (compiled(told[name]) for name in ("known", "managing", "trade"))
    for block in _blocks(outline, said):
        if found := said.search(block.of(outline.document.plain)):
            words = found["what"] or found["label"]
            right = known.search(words) and not (managing.search(words) and trade.search(outline.position))
            span = Span(block.start + found.start(), block.start + found.end())
            yield Fact("category", words.lower(), span, {"known": "yes" if right else "no"})


def subordinates(reading: Reading, said: Sequence[Fact], vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """A jobholder who leads people and of whom it is not said whom (`unnamed_subordinates`), or whose section on
    responsibility leaves them out (`unanswered_subordinates`). `said` are the facts of subordination.
    """
    outline, told = reading.outline, vocabulary["staff"]
    plain = outline.document.plain
    leads, names, none, answers = (compiled(told[n]) for n in ("leads", "names", "none", "answers"))
    text = "\n".join(span.of(plain) for span in _blocks(outline))
    if none.search(text):
        return
    named = any(f.kind == "supervises" for f in said) or names.search(text) is not None
    mention = next(_mentions(outline, leads), None)
    if not named:
        place = mention
        if place is None and compiled(told["leader"]).search(outline.position):
            place = outline.position_span
        if place is not None:
            yield Fact("unnamed_subordinates", outline.position, place)
    if not named and mention is None:
        return
    liable = [s for s in outline.sections if Role.RESPONSIBILITY in (s.role, *s.also)]
    told_there = " ".join(s.span.of(plain) for s in liable)
    own = {word[:_STEM] for f in said if f.kind == "supervises" for word in f.value.split()[:1] if len(word) >= _STEM}
    if any(word[:_STEM] in own for word in re.findall(r"\w+", told_there.lower())):
        return  # «за ошибки кладовщиков»
    if liable and len(re.findall(r"\w{3,}", told_there)) > 3 and not answers.search(told_there):
        place = liable[0].heading_span if len(liable[0].heading_span) else liable[0].span
        yield Fact("unanswered_subordinates", outline.position, place)


def heads_of_units(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """The first place that puts the jobholder over a unit or a crew as such (`heads_unit`), and the first that says
    that he has no subordinates (`no_subordinates`).
    """
    told = vocabulary["staff"]
    for kind, name in (("heads_unit", "over"), ("no_subordinates", "none")):
        pattern = compiled(told[name])
        if place := next(_mentions(outline, pattern), None):
            yield Fact(kind, " ".join(place.of(outline.document.plain).lower().split()), place)


def _mentions(outline: Outline, leads: re.Pattern[str]) -> Iterator[Span]:
    """Where general provisions or duties say that the jobholder leads people."""
    for index in blocks_for(leads, outline.document):
        block = outline.document.blocks[index]
        number = outline.section_of[index]
        if number < 0 or outline.sections[number].role not in _SAYS or not outline.span.covers(block.span):
            continue
        if outline.requisites_at(block.span) & _FORMAL:
            continue
        if found := leads.search(block.span.of(outline.document.plain)):
            yield Span(block.span.start + found.start(), block.span.start + found.end())


def _blocks(outline: Outline, pattern: re.Pattern[str] | None = None) -> Iterator[Span]:
    """The blocks of this job description without its signatures and visas; only those that the pattern may match in."""
    document = outline.document
    for index in blocks_for(pattern, document) if pattern else range(len(document.blocks)):
        block = document.blocks[index]
        if outline.span.covers(block.span) and not outline.requisites_at(block.span) & _FORMAL:
            yield block.span
