"""What a job description has to say in some words or other: a fact for each kind of `statements.yaml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.facts.wording import compiled
from jdlint.model.outline import Outline, RequisiteKind
from jdlint.model.reading import Fact
from jdlint.model.span import Span

_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE, RequisiteKind.APPROVAL}
_NEAR = 40


def told(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """The places where something is told; of each kind, one for each clause.

    What `said` matches tells it, unless `not` matches the clause. With `lead`, the words behind the lead-in and the
    clauses that hang on it must be such as `said` matches. A kind with `anywhere` is told in the formal parts too.
    """
    plain = outline.document.plain
    for kind, words in vocabulary["statements"].items():
        said = compiled(words["said"])
        lead = compiled(words["lead"]) if "lead" in words else None
        besides = compiled(words["not"]) if "not" in words else None
        for number, clause in enumerate(outline.clauses):
            if outline.requisites_at(clause.span) & _FORMAL:
                continue
            span = clause.span
            text = span.of(plain)
            if lead is not None:
                begun = lead.search(text)
                if begun is None:
                    continue
                place = Span(span.start + begun.start(), span.start + begun.end())
                behind = text[begun.end() :] + _below(outline, number)
                found = said.search(behind)
            else:
                found = said.search(text)
                place = Span(span.start + found.start(), span.start + found.end()) if found else span
            if found and not (besides and besides.search(text)):
                yield Fact(kind, "", place)


def _below(outline: Outline, number: int) -> str:
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
        elif not lead.lead or clause.number or clause.heading:
            break
        parts.append(clause.body.of(plain))
    return "\n".join(["", *parts])
