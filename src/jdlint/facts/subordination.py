"""Who is whose superior: facts `reports_to` and `supervises`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jdlint.facts.jobholder import jobholder
from jdlint.facts.label import labelled
from jdlint.facts.scope import OWN, Scope, Told
from jdlint.facts.statement import statements
from jdlint.facts.wording import Subordination
from jdlint.model.outline import RequisiteKind
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact, Reading

_FRONT = ("reports_to", "supervisor", "подчиняется", "руководитель")
# An approval block may reach over a table of particulars that says who the superior is.
_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE, RequisiteKind.APPROVAL}
_HIS = (OWN, "")
_GOING_ON = frozenset({"—", "–", "-", ","})
_ADMINISTRATIVE = frozenset({"административно", "непосредственно", "линейно"})
_VERBAL = frozenset({"VERB", "INFN", "PRTS", "ADJS", "GRND"})
_ABBREVIATION = expression(r"\b[А-ЯЁ]{2,6}\b")


def subordination(reading: Reading, words: Subordination) -> Iterator[Fact]:
    """All statements of subordination.

    Marks of `reports_to`: `line` (direct, accountable, general, functional, area, absence, guided, report,
    front), `form` (position, body, person, vague, blank), `person` = yes where a person is named, and `from`, the
    offset of the words that say it.
    """
    worker = jobholder(reading, words)
    told: list[Told] = []
    for first, last in reading.ranges:
        if reading.outline.requisites_at(reading.tokens[first].span) & _FORMAL:
            continue
        scope = Scope(reading, words, worker, first, last)
        for index in range(first, last):
            told += [(fact, _of_superior(scope, index, told) or whose) for fact, whose in statements(scope, index)]
        told += _without_verb(scope)
    for fact in labelled(reading, words):
        if not any(fact.span.overlaps(known.span) for known, whose in told if whose in _HIS):
            told.append((fact, ""))
    yield from _written_out(list(_ranked(_said_of_jobholder(told))), reading)
    for prop in reading.outline.document.front:
        if prop.name in _FRONT:
            for value in re.split(r"\s*[/;,]\s*", prop.value):
                yield Fact("reports_to", value.lower(), prop.span, {"line": "front", "form": "position"})


def _of_superior(scope: Scope, index: int, told: Sequence[Told]) -> str:
    """Whom the verb at `index` has for its subject where he was named as a superior before («Старший кассир
    подчиняется главному бухгалтеру»); "" where it is nobody of these.
    """
    phrase = scope.reading.noun_phrase(scope.first, "nomn", index)
    if phrase is None or scope.worker.is_called(phrase[1]):
        return ""
    named = (fact.value for fact, _ in told if fact.kind == "reports_to" and fact.value)
    return phrase[1] if any(_is_one(phrase[1], value) for value in named) else ""


def _without_verb(scope: Scope) -> Iterator[Told]:
    """«Функционально – главному технологу.»: a sentence that leaves out the verb of the one before."""
    tokens = scope.reading.tokens[scope.first : scope.last]
    begins = len(tokens) > 2 and tokens[1].text in _GOING_ON
    way = tokens[0].word.norm
    if not begins or way not in scope.words.functional | _ADMINISTRATIVE or any(t.word.pos in _VERBAL for t in tokens):
        return
    for fact, whose in scope.chain(scope.first, ("datv", "ablt"), "direct", scope.first):
        if fact.value:
            yield fact, whose


def _said_of_jobholder(told: Sequence[Told]) -> list[Fact]:
    """What is said of the jobholder, and what is said of a title left over from another document.

    A title is left over where the jobholder is nowhere named beside his superior, and the one who is named is
    nobody's superior or subordinate; where nobody's superior is told otherwise, the first such title counts.
    """
    said = [fact for fact, whose in told if whose in _HIS]
    mine = [whose for fact, whose in told if whose in _HIS and fact.kind == "reports_to"]
    known = {fact.value for fact, _ in told if fact.kind in ("reports_to", "supervises")}
    left_over = list(dict.fromkeys(w for _, w in told if w not in _HIS and not any(_is_one(w, name) for name in known)))
    if OWN in mine or not left_over or (mine and len(left_over) > 1):
        return said
    return said + [fact for fact, whose in told if whose == left_over[0]]


def _ranked(facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts, whoever is said to stand `above` taken for the immediate superior where there is no other."""
    line = "general" if any(fact.marks.get("line") == "direct" for fact in facts) else "direct"
    for fact in facts:
        yield replace(fact, marks={**fact.marks, "line": line}) if fact.marks.get("line") == "above" else fact


def _is_one(a: str, b: str) -> bool:
    """Whether two titles are one, or one the other without its end («мастер участка № 3»)."""
    shorter, longer = sorted((a, b), key=len)
    return f"{longer} ".startswith(f"{shorter} ")


def _written_out(facts: Sequence[Fact], reading: Reading) -> Iterator[Fact]:
    """The facts, an abbreviation written out where another fact does so («ОК» — «отдел кадров»)."""
    values = {fact.value for fact in facts if fact.kind == "reports_to"}
    for fact in facts:
        short = _ABBREVIATION.search(fact.span.of(reading.outline.document.plain))
        if short is None or fact.kind != "reports_to":
            yield fact
            continue
        letters = short[0].lower()
        meant = r"\s+".join(f"{letter}[а-яё-]+" for letter in letters)
        pattern = re.escape(fact.value).replace(letters, meant, 1)
        full = sorted(value for value in values if value != fact.value and re.fullmatch(pattern, value))
        yield replace(fact, value=full[0]) if full else fact
