"""Reading → facts: what a job description states, in a form that can be counted and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from jdlint.facts.citation import citations
from jdlint.facts.duty import duties, positions, requirements
from jdlint.facts.subordination import own_lemmas, subordination
from jdlint.facts.substitution import substitution
from jdlint.facts.wording import Subordination
from jdlint.model.reading import Fact, Reading


def with_facts(reading: Reading, vocabulary: Mapping[str, Any], acts: Mapping[str, Any]) -> Reading:
    """The same reading with all its facts, in the order of the text."""
    words = Subordination.of(vocabulary)
    own = own_lemmas(reading, words.worker)
    facts: list[Fact] = [
        *positions(reading, vocabulary, own),
        *subordination(reading, words),
        *substitution(reading, vocabulary, own),
        *requirements(reading.outline, vocabulary),
        *duties(reading.outline),
        *citations(reading.outline, acts),
    ]
    return replace(reading, facts=tuple(sorted(facts, key=lambda f: (f.span, f.kind, f.value))))
