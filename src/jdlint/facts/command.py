"""Lines of command that are named side by side and not told apart: facts `undelimited`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.model.outline import RequisiteKind
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span

_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE, RequisiteKind.APPROVAL}
_NAMED = ("position", "body", "person")


def undelimited(reading: Reading, said: Sequence[Fact], vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """One fact for each clause that names a second line of command and not the matters it is about.

    `said` are the facts of subordination; `value` is the superior of the second line, in the nominative.
    """
    told = vocabulary["command"]
    matters, second, double, whole = (compiled(told[name]) for name in ("matters", "second", "double", "whole"))
    outline, plain = reading.outline, reading.outline.document.plain
    superiors = [f for f in said if f.kind == "reports_to" and f.marks.get("form") in _NAMED]
    seen: set[int] = set()
    for fact in superiors:
        index = outline.block_at(fact.span.start)
        if index < 0 or index in seen or outline.requisites_at(fact.span) & _FORMAL:
            continue
        block = outline.block(index).span
        functional = fact.marks.get("line") == "functional"
        beside = [f for f in superiors if f.value != fact.value and (functional or block.covers(f.span))]
        words = whole.sub("", _words(reading, fact, block).of(plain))
        if not beside or matters.search(words):
            continue
        if functional or double.search(words) or second.search(words):
            seen.add(index)
            here = [f for f in (fact, *beside) if block.covers(f.span)]
            start = min([int(f.marks.get("from", f.span.start)) for f in here])
            end = max(f.span.end for f in here)
            named = next((f for f in here if f.marks.get("line") == "functional"), fact)
            yield Fact("undelimited", named.value, Span(min(start, fact.span.start), end))


def _words(reading: Reading, fact: Fact, block: Span) -> Span:
    """The sentence that names the superior, or its whole block where the sentence has no more than the name."""
    sentence = reading.sentence_at(fact.span.start)
    return sentence if len(sentence) > 2 * len(fact.span) else block
