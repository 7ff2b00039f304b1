"""What a job description has to say in some words or other: a fact for each kind of `statements.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.model.folded import blocks_for, may_match
from jdlint.model.outline import Clause, Outline, RequisiteKind
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact
from jdlint.model.span import Span

_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE, RequisiteKind.APPROVAL}
_NEAR = 40


def told(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """The places where something is told; of each kind, one for each clause.

    What `said` matches tells it. With `lead`, the words behind the lead-in or in the clauses that hang on it must be
    such as `said` matches.
    """
    for kind, words in vocabulary["statements"].items():
        said = compiled(words["said"])
        if not blocks_for(said, outline.document):
            continue
        lead = words.get("lead")
        places = _listed(outline, compiled(lead), said) if lead else _said(outline, said)
        yield from (Fact(kind, "", place) for place in places)


def _said(outline: Outline, said: re.Pattern[str]) -> Iterator[Span]:
    for clause in _clauses(outline):
        text = clause.span.of(outline.document.plain)
        if may_match(said, text) and (found := said.search(text)):
            yield Span(clause.span.start + found.start(), clause.span.start + found.end())


def _listed(outline: Outline, lead: re.Pattern[str], said: re.Pattern[str]) -> Iterator[Span]:
    """Lead-ins, headings among them, behind which such words stand."""
    plain = outline.document.plain
    for section in outline.sections:
        begun = lead.search(section.heading)
        if begun and said.search(plain[section.heading_span.end : section.span.end]):
            yield section.heading_span
    for number, clause in enumerate(outline.clauses) if blocks_for(lead, outline.document) else ():
        if outline.requisites_at(clause.span) & _FORMAL:
            continue
        text = clause.span.of(plain)
        begun = lead.search(text) if may_match(lead, text) else None
        if begun is None:
            continue
        behind = text[begun.end() :]
        opens = clause.lead or not re.search(r"\w", behind)
        if said.search(behind + _below(outline, number, opens=opens)):
            yield Span(clause.span.start + begun.start(), clause.span.start + begun.end())


def _clauses(outline: Outline) -> Iterator[Clause]:
    return (c for c in outline.clauses if not outline.requisites_at(c.span) & _FORMAL)


def _below(outline: Outline, number: int, *, opens: bool) -> str:
    """The text of the clauses that hang on a clause, or that follow a lead-in until the next numbered one."""
    plain = outline.document.plain
    lead = outline.clauses[number]
    under = {number}
    parts: list[str] = []
    for at in range(number + 1, min(len(outline.clauses), number + _NEAR)):
        clause = outline.clauses[at]
        if clause.section != lead.section:
            break
        if clause.parent in under:
            under.add(at)
        elif not opens or clause.heading or (clause.number and outline.block(clause.block).cell is None):
            break
        parts.append(clause.body.of(plain))
    return "\n".join(["", *parts])
