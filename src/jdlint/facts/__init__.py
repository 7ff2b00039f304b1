"""Reading → facts: what a job description states, in a form that can be counted and compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from jdlint.facts.abbreviation import abbreviations
from jdlint.facts.citation import citations
from jdlint.facts.command import undelimited
from jdlint.facts.commonplace import commonplaces
from jdlint.facts.duty import duties, positions, requirements
from jdlint.facts.employer import employers, renamed
from jdlint.facts.formal import approvals, blank_registrations, visas
from jdlint.facts.item import weak_items
from jdlint.facts.jobholder import own_lemmas
from jdlint.facts.knowing import knowing
from jdlint.facts.leftover import leftovers
from jdlint.facts.misplaced import misplaced
from jdlint.facts.numeral import heading_formats, mixed_numbering
from jdlint.facts.order import another_document, displaced
from jdlint.facts.particulars import particulars
from jdlint.facts.power import lacking_powers
from jdlint.facts.qualification import education, knowledge, qualifications
from jdlint.facts.staff import categories, heads_of_units, subordinates
from jdlint.facts.stand_in import vague_substitutions
from jdlint.facts.standard import followed
from jdlint.facts.subordination import subordination
from jdlint.facts.substitution import substitution
from jdlint.facts.told import told
from jdlint.facts.typography import typos
from jdlint.facts.unfinished import unfinished
from jdlint.facts.wording import Subordination
from jdlint.model.reading import Fact, Reading
from jdlint.model.standard import Standard


def with_facts(
    reading: Reading, vocabulary: Mapping[str, Any], acts: Mapping[str, Any], standards: Sequence[Standard] = ()
) -> Reading:
    """The same reading with all its facts, in the order of the text; `standards` are those on the user's shelf."""
    words = Subordination.of(vocabulary)
    own = own_lemmas(reading, words)
    outline = reading.outline
    listed = list(duties(outline, vocabulary))
    replaced = list(substitution(reading, vocabulary, own))
    cited = citations(outline, acts)
    commanded = list(subordination(reading, words))
    facts: list[Fact] = [
        *positions(reading, vocabulary, own),
        *commanded,
        *undelimited(reading, commanded, vocabulary),
        *categories(reading, vocabulary),
        *subordinates(reading, commanded, vocabulary),
        *heads_of_units(outline, vocabulary),
        *particulars(outline, vocabulary),
        *told(outline, vocabulary),
        *replaced,
        *vague_substitutions(reading, replaced, vocabulary),
        *requirements(reading.outline, vocabulary),
        *listed,
        *weak_items(reading, listed, vocabulary),
        *lacking_powers(reading.outline, listed, vocabulary),
        *misplaced(reading, vocabulary),
        *commonplaces(reading.outline, vocabulary),
        *qualifications(reading, vocabulary),
        *knowledge(reading, vocabulary),
        *knowing(outline, vocabulary),
        *education(reading, vocabulary),
        *cited,
        *followed(outline, cited, standards, acts, vocabulary),
        *another_document(outline),
        *displaced(outline),
        *approvals(outline, vocabulary),
        *visas(outline, vocabulary),
        *blank_registrations(outline, vocabulary),
        *heading_formats(outline),
        *mixed_numbering(outline),
        *typos(outline, vocabulary),
        *abbreviations(reading, vocabulary),
        *employers(outline, vocabulary),
        *renamed(reading, vocabulary),
        *leftovers(outline, vocabulary),
        *unfinished(outline, vocabulary),
    ]
    return replace(reading, facts=tuple(sorted(facts, key=lambda f: (f.span, f.kind, f.value))))
