"""Reading → facts: what a job description states, in a form that can be counted and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from jdlint.facts.citation import citations
from jdlint.facts.commonplace import commonplaces
from jdlint.facts.duty import duties, positions, requirements
from jdlint.facts.item import wording
from jdlint.facts.jobholder import own_lemmas
from jdlint.facts.misplaced import misplaced
from jdlint.facts.power import lacking_powers
from jdlint.facts.qualification import knowledge, qualifications
from jdlint.facts.subordination import subordination
from jdlint.facts.substitution import substitution
from jdlint.facts.wording import Subordination
from jdlint.model.reading import Fact, Reading


def with_facts(reading: Reading, vocabulary: Mapping[str, Any], acts: Mapping[str, Any]) -> Reading:
    """The same reading with all its facts, in the order of the text."""
    words = Subordination.of(vocabulary)
    own = own_lemmas(reading, words.worker)
    listed = list(duties(reading.outline))
    facts: list[Fact] = [
        *positions(reading, vocabulary, own),
        *subordination(reading, words),
        *substitution(reading, vocabulary, own),
        *requirements(reading.outline, vocabulary),
        *listed,
        *wording(reading, listed, vocabulary),
        *lacking_powers(reading.outline, listed, vocabulary),
        *misplaced(reading, vocabulary),
        *commonplaces(reading.outline, vocabulary),
        *qualifications(reading, vocabulary),
        *knowledge(reading, vocabulary),
        *citations(reading.outline, acts),
    ]
    return replace(reading, facts=tuple(sorted(facts, key=lambda f: (f.span, f.kind, f.value))))
