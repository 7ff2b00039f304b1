"""What a document states, in the form that outlives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jdlint.check.engine import place_of
from jdlint.check.form import keyed, told
from jdlint.check.meaning import Meaning, Predication, Unit
from jdlint.check.normal import written
from jdlint.check.said import said_in
from jdlint.check.words import Words
from jdlint.model.reading import Fact, Reading
from jdlint.model.report import FactLine
from jdlint.model.span import Lines

_DUTY, _POSITION = "duty", "position"


def fact_lines(reading: Reading, lines: Lines, words: Words) -> Iterator[FactLine]:
    """The facts of a reading, in order; duties that say enough to be compared, and the position, with their meaning."""
    acting = (said for said in said_in(_DUTY, reading, words) if _tells_to_act(said.meaning, words))
    meanings = {said.fact.span: said.meaning for said in acting}
    for fact in reading.facts:
        meaning = meanings.get(fact.span) if fact.kind == _DUTY else None
        keys = told(keyed(meaning, words)) if meaning else ""
        if fact.kind == _POSITION:
            meaning = _named(fact, reading, words)
        text = written(meaning) if meaning else ""
        place = place_of(fact.span, reading, lines)
        if place.context == place.quote:
            place = replace(place, context=place.quote)  # one string in memory, not two
        yield FactLine(fact.kind, fact.value, place, dict(fact.marks), text, keys, reading.outline.ordinal)


def _tells_to_act(meaning: Meaning, words: Words) -> bool:
    """Whether it tells to do something: by a verb, or by a noun for an action («Ведение журнала»)."""
    if meaning.verbal:
        return True
    acts = (act.keys for p in meaning.predications for act in p.acts)
    return any(words.names_action(frozenset(key[2:] for key in keys if key[0] == "l")) for keys in acts)


def _named(fact: Fact, reading: Reading, words: Words) -> Meaning:
    """What a title is about: its words, without those for a person and without adjectives of rank."""
    units = [
        Unit(words.keys(t.word), t.word.pos)
        for t in reading.tokens_in(fact.span)
        if t.word.pos == "NOUN" and not any(p.animacy == "anim" for p in t.word.best)
    ]
    return Meaning((Predication(rest=units),))
