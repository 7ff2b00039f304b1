"""What the document lists for the jobholder to know and to be able to do: facts `known` and `able`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from jdlint.model.folded import blocks_for, may_match
from jdlint.model.outline import Clause, Outline, RequisiteKind, Role
from jdlint.model.pattern import compiled, expression
from jdlint.model.reading import Fact
from jdlint.model.span import Span

_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE}
_ELSEWHERE = (Role.DUTIES, Role.RIGHTS, Role.RESPONSIBILITY, Role.RELATIONS, Role.FINAL)
_ENDS = expression(r"[;.]\s+(?=[А-ЯЁа-яё])|;\s*$")
_LETTERS = 4


def knowing(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """One fact for each thing listed under «должен знать» (`known`) or «должен уметь» (`able`), or named after it.

    `value` is its plain text; mark `clause` the number of its clause. A list under «должен знать и уметь» is both.
    """
    told = vocabulary["qualification"]
    patterns = {"known": compiled(told["knowledge"]), "able": compiled(told["ability"])}
    there = {kind: pattern for kind, pattern in patterns.items() if blocks_for(pattern, outline.document)}
    held: dict[int, frozenset[str]] = {}  # what the items of a lead-in are
    titled: frozenset[str] = frozenset()
    for number, clause in enumerate(outline.clauses):
        section = outline.sections[clause.section] if clause.section >= 0 else None
        if (section and section.role in _ELSEWHERE) or outline.requisites_at(clause.span) & _FORMAL:
            titled = frozenset()
            continue
        text = clause.body.of(outline.document.plain)
        found = {
            kind: match
            for kind, pattern in there.items()
            if may_match(pattern, text) and (match := pattern.search(text))
        }
        if clause.heading:
            titled = frozenset(found)
        kinds = frozenset(found) or held.get(clause.parent, frozenset()) or titled
        held[number] = kinds
        if clause.heading or not kinds:
            continue
        start = max((match.end() for match in found.values()), default=0)
        for span in _parts(text, start, clause):
            for kind in sorted(kinds):
                value = " ".join(span.of(outline.document.plain).split())
                yield Fact(kind, value, span, {"clause": clause.number})


def _parts(text: str, start: int, clause: Clause) -> Iterator[Span]:
    """What a clause names from `start` on, parted at semicolons and full stops."""
    edges = [start, *(m.end() for m in _ENDS.finditer(text, start)), len(text)]
    for begin, end in pairwise(edges):
        part = text[begin:end]
        inner = part.strip(" \t\n:;.,—–-")
        if sum(c.isalpha() for c in inner) >= _LETTERS:
            at = clause.body.start + begin + part.index(inner)
            yield Span(at, at + len(inner))
