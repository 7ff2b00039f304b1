"""Duties told among rights or general provisions, and rights told among duties: facts `misplaced`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.model.outline import Clause, RequisiteKind, Role
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact, Reading, Token
from jdlint.model.span import Span

_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE}
_ENDS = {":", ";", "."}
_MODAL = {"обязанный", "обязать", "должный"}


def misplaced(reading: Reading, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """One fact for each clause that says a duty outside of the duties, or a right among them.

    `value` is the words that tell; marks: `says`, `duty` or `right`, and `among`, the role of the section.
    """
    outline = reading.outline
    told = vocabulary["items"]
    main_duty, right_said, both_said = (compiled(told[name]) for name in ("main_duty", "right_said", "both_said"))
    right_after = compiled(told["right_after"])
    duty_verbs, others, allowed = (frozenset(map(str, told[n])) for n in ("duty_verbs", "others", "not_duties"))
    for clause in outline.clauses:
        section = outline.sections[clause.section] if clause.section >= 0 else None
        if section is None or section.also or clause.heading or outline.requisites_at(clause.span) & _FORMAL:
            continue
        text = clause.body.of(outline.document.plain)
        if section.role is Role.DUTIES:
            found = right_said.search(text)
            if found and not clause.lead and not both_said.search(text):
                yield _fact(reading, _at(clause, found.span("said")), section.role, "right")
            continue
        if section.role not in (Role.GENERAL, Role.RIGHTS):
            continue
        span = None
        if section.role is Role.RIGHTS and not clause.lead and not right_after.search(text):
            span = _headed(reading, clause, duty_verbs)
        if section.role is Role.GENERAL and (found := main_duty.search(text)):
            span = _at(clause, found.span())
        if span is None and not _grants(text):
            span = _obliged(reading, clause, others, allowed)
        if span is not None:
            yield _fact(reading, span, section.role, "duty")


def _fact(reading: Reading, span: Span, role: Role, says: str) -> Fact:
    words = " ".join(span.of(reading.outline.document.plain).split())
    return Fact("misplaced", words, span, {"says": says, "among": role.value})


def _grants(text: str) -> bool:
    """Whether a right is what the clause is about («вправе и обязан»)."""
    return "вправе" in text or "имеет право" in text


def _at(clause: Clause, found: tuple[int, int]) -> Span:
    return Span(clause.body.start + found[0], clause.body.start + found[1])


def _headed(reading: Reading, clause: Clause, verbs: frozenset[str]) -> Span | None:
    """The first words of an item that begins with one of these verbs."""
    tokens = [t for t in reading.tokens_in(clause.body) if t.word.norm[:1].isalpha()]
    if not tokens or not tokens[0].word.lemmas & verbs:
        return None
    return Span(tokens[0].span.start, tokens[min(2, len(tokens) - 1)].span.end)


def _obliged(reading: Reading, clause: Clause, others: frozenset[str], allowed: frozenset[str]) -> Span | None:
    """«Обязан ⟨do something⟩» said of the jobholder; knowing and having is no duty, unless doing stands beside it."""
    tokens = reading.tokens_in(clause.body)
    for i, token in enumerate(tokens):
        if not token.word.lemmas & _MODAL or token.word.pos == "ADJF":
            continue
        before = tokens[max(0, i - 6) : i]
        if any(t.word.lemmas & others for t in before) or any(t.text == "," or t.word.norm == "не" for t in before):
            continue
        last = _act(tokens, i + 1, allowed)
        if last:
            return Span(token.span.start, tokens[last].span.end)
    return None


def _act(tokens: Sequence[Token], first: int, allowed: frozenset[str]) -> int:
    """Index of the infinitive of an action right after a modal word, 0 when there is none."""
    known = False
    for i in range(first, min(first + 5, len(tokens))):
        word = tokens[i].word
        if word.pos == "INFN":
            if not word.lemmas & allowed:
                return i
            known = True
        elif (known and word.norm not in {"и", ","}) or word.pos in {"NOUN", "PREP"} or tokens[i].text in _ENDS:
            return 0
    return 0
