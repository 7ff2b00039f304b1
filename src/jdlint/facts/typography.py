"""Slips of typing: facts `typo`, whose `value` names the slip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.model.folded import blocks_for
from jdlint.model.outline import Clause, Outline, RequisiteKind, Role
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact
from jdlint.model.span import Places, Span

_FORMAL = frozenset(RequisiteKind)
_ENDS = ".;,:!?…"
_ENOUGH = 3
_MOST_OF = 0.6


def typos(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """Slips told by the vocabulary file `typography`, and items whose end is marked unlike that of the others."""
    document = outline.document
    slips = {name: expression(slip["find"]) for name, slip in vocabulary["typography"].items()}
    places = {name: blocks_for(pattern, document) for name, pattern in slips.items()}
    for index in sorted({index for indexes in places.values() for index in indexes}):
        block = document.blocks[index]
        if not outline.span.covers(block.span) or outline.requisites_at(block.span):
            continue
        for name, pattern in slips.items():
            if index not in places[name]:
                continue
            for found in pattern.finditer(document.plain, block.span.start, block.span.end):
                # Markup stands as spaces in the plain text: a slip is one only where it was typed so.
                if found[0] == document.text[found.start() : found.end()]:
                    yield Fact("typo", name, Span(found.start(), found.end()))
                    break
    yield from _ends(outline)


def _ends(outline: Outline) -> Iterator[Fact]:
    """An item without mark among marked ones; a list without full stops in a section that sets them."""
    lists: dict[tuple[int, int, bool], list[Clause]] = {}
    blanks = Places.of(blank.span for blank in outline.document.blanks)
    for clause in outline.clauses:
        block = outline.block(clause.block)
        broken = blanks.overlap(clause.span.start, clause.span.end) or blanks.begins_at(clause.span.end)
        if broken or _runs_on(outline, clause.block):
            continue
        if (
            clause.lead
            or block.cell
            or outline.requisites_at(clause.span) & _FORMAL
            or not (clause.number or clause.bullet)
        ):
            continue
        if clause.section < 0 or outline.sections[clause.section].role is Role.OTHER:
            continue
        lists.setdefault((clause.section, clause.parent, clause.bullet), []).append(clause)
    for key, clauses in lists.items():
        beside = [cs for other, cs in lists.items() if other != key and other[0] == key[0]]
        others = [bool(_mark(outline, c)) for cs in beside for c in cs]
        usual = len(others) >= _ENOUGH and sum(others) >= _MOST_OF * len(others)
        if len(clauses) < _ENOUGH:
            continue
        bare = [c for c in clauses if not _mark(outline, c)]
        marks = [mark for c in clauses[:-1] if (mark := _mark(outline, c))]
        if bare and len(bare) == len(clauses) and usual and not clauses[0].bullet:
            yield Fact("typo", "end_of_list", _tail(outline, bare[0]))
        elif bare and len(bare) * 2 < len(clauses) and len(set(marks)) == 1 and bare[0] is not clauses[-1]:
            yield Fact("typo", "end_of_item", _tail(outline, bare[0]))


def _runs_on(outline: Outline, index: int) -> bool:
    """Whether the text of a block may go on in the next one: a paragraph of no list, right below."""
    blocks = outline.document.blocks
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    number = outline.clause_of[index + 1] if below is not None else -1
    clause = outline.clauses[number] if number >= 0 else None
    unmarked = clause is not None and not (clause.number or clause.bullet or clause.heading)
    plain = outline.document.plain
    return unmarked and below is not None and plain[blocks[index].span.end : below.span.start].count("\n") < 2


def _mark(outline: Outline, clause: Clause) -> str:
    """The mark at the end of a clause, "" where a letter or digit ends it."""
    last = clause.body.of(outline.document.plain).rstrip(' »")*_`')[-1:]
    return last if last in _ENDS else ""


def _tail(outline: Outline, clause: Clause) -> Span:
    """The last words of a clause."""
    text = clause.body.of(outline.document.plain).rstrip()
    words: Sequence[re.Match[str]] = list(re.finditer(r"\S+", text))
    start = words[-3].start() if len(words) > 2 else 0
    return Span(clause.body.start + start, clause.body.start + len(text))
