"""Replacements that leave open who replaces: facts `vague_substitution`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.model.folded import blocks_for, may_match
from jdlint.model.outline import RequisiteKind
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span, trimmed

_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE}
_NEXT = 160
_STEM = 5


def vague_substitutions(reading: Reading, said: Sequence[Fact], vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """Sentences on replacement that name neither a position nor the paper by which somebody is appointed.

    `said` are the facts of substitution.
    """
    outline, plain = reading.outline, reading.outline.document.plain
    told = vocabulary["substitution"]
    anybody, paper, passing = (compiled(told[name]) for name in ("anybody_at_all", "paper", "passing"))
    if not blocks_for(anybody, outline.document):
        return
    known = {f.span: f for f in said if f.kind == "substituted_by"}
    passed = bool(blocks_for(passing, outline.document))
    for sentence in reading.sentences:
        if outline.requisites_at(sentence) & _FORMAL:
            continue
        text = sentence.of(plain)
        fact = next((f for span, f in known.items() if span.overlaps(sentence)), None)
        if fact is None and not (passed and may_match(passing, text) and passing.search(text)):
            continue
        found = anybody.search(text)
        if found and fact is not None and fact.value and fact.value[:_STEM] not in found[0].lower():
            continue
        # The paper may be named in the words that follow: «… Назначается приказом».
        if found and not paper.search(text + plain[sentence.end : sentence.end + _NEXT].split("\n")[0]):
            span = Span(sentence.start + found.start(), sentence.start + found.end())
            yield Fact("vague_substitution", "", trimmed(span, plain))
