"""Sections that say nothing of their own: facts `bare_rights` and `bare_liability`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.model.outline import Clause, Outline, RequisiteKind, Role
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact
from jdlint.model.span import Span

_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE}
_LETTERS = 6


def commonplaces(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """`bare_rights`: every right is one that any worker has by law. `bare_liability`: nothing says which liability
    there is or how far it goes. At most one of each, at the section's first clause.
    """
    told = {name: compiled(text) for name, text in vocabulary["commonplaces"].items()}
    plain = outline.document.plain
    rights = [c.body.of(plain) for c in _clauses(outline, Role.RIGHTS) if not c.lead]
    if rights and all(told["right"].search(text) and not told["own_right"].search(text) for text in rights):
        yield _first("bare_rights", outline, Role.RIGHTS)
    liability = [c.body.of(plain) for c in _clauses(outline, Role.RESPONSIBILITY)]
    limited = (text for text in liability if told["liability"].search(text) and not told["conflated"].search(text))
    if liability and not any(limited):
        yield _first("bare_liability", outline, Role.RESPONSIBILITY)


def _clauses(outline: Outline, role: Role) -> list[Clause]:
    """The clauses of the sections of that role alone which say something."""
    found = []
    for clause in outline.clauses:
        section = outline.sections[clause.section] if clause.section >= 0 else None
        if section is None or section.role is not role or section.also or outline.requisites_at(clause.span) & _FORMAL:
            continue
        text = clause.body.of(outline.document.plain)
        if clause.body.start >= section.heading_span.end and sum(c.isalpha() for c in text) >= _LETTERS:
            found.append(clause)
    return found


def _first(kind: str, outline: Outline, role: Role) -> Fact:
    plain = outline.document.plain
    body = _clauses(outline, role)[0].body
    text = body.of(plain)
    line = text.splitlines()[0].rstrip(" .;:,") if text.strip() else text
    start = body.start + len(text) - len(text.lstrip())
    return Fact(kind, "", Span(start, max(start + 1, body.start + len(line))))
