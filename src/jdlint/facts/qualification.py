"""What is asked of the jobholder in years and degrees, and what he must know: facts `qualification`, `knowledge`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.facts.education import enough
from jdlint.model.folded import blocks_for, may_match
from jdlint.model.outline import Clause, RequisiteKind, Role
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span

_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE}
_ELSEWHERE = (Role.DUTIES, Role.RIGHTS, Role.RESPONSIBILITY, Role.CONDITIONS, Role.EVALUATION, Role.TASKS)
_NONE = "не требуется"


def qualifications(reading: Reading, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """Experience (mark `of` experience, `value` «3 лет» or «не требуется») and education (`of` education, `value`
    its level or «не требуется»). Mark `alone` is `no` where the clause offers a choice or speaks of somebody else.
    """
    told = vocabulary["qualification"]
    numbers: Mapping[str, Any] = told["numbers"]
    none, years = compiled(told["no_experience"]), compiled(told["experience"])
    education, choice = compiled(told["education"]), compiled(told["alternative"])
    for clause in _asking(reading):
        text = clause.body.of(reading.outline.document.plain)
        alone = "no" if choice.search(text) else "yes"
        found: list[tuple[str, str, tuple[int, int]]] = [("experience", _NONE, m.span()) for m in none.finditer(text)]
        for match in years.finditer(text):
            if not any(start < match.end() and match.start() < end for _, _, (start, end) in found):
                number = str(match["years"]).lower().replace("ё", "е")
                found.append(("experience", f"{numbers.get(number, number)} лет", match.span()))
        found += [("education", _NONE, m.span()) for m in compiled(told["no_education"]).finditer(text)]
        found += [("education", _level(m["level"]), m.span()) for m in education.finditer(text)]
        for of, value, (start, end) in found:
            several = {v for o, v, _ in found if o == of} - {value}
            span = Span(clause.body.start + start, clause.body.start + end)
            yield Fact("qualification", value, span, {"of": of, "alone": "no" if several else alone})


def education(reading: Reading, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """What each clause that asks for education is content with: `value` its words, marks `least` and `most` the rungs
    of the ladder (register `levels`) between which it lies. Clauses that speak of somebody else are left out.
    """
    told = vocabulary["education"]
    for clause in _asking(reading):
        found = enough(clause.body.of(reading.outline.document.plain), told)
        if found:
            span = Span(clause.body.start + found.start, clause.body.start + found.end)
            words = " ".join(span.of(reading.outline.document.plain).split())
            yield Fact("education", words, span, {"least": str(found.least), "most": str(found.most)})


def _asking(reading: Reading) -> Iterator[Clause]:
    """The clauses that may ask something of the jobholder."""
    outline = reading.outline
    for clause in outline.clauses:
        section = outline.sections[clause.section] if clause.section >= 0 else None
        if (section is None or section.role not in _ELSEWHERE) and not outline.requisites_at(clause.span) & _FORMAL:
            yield clause


def _level(words: str) -> str:
    low = re.sub(r"\s*\([^()]*\)\s*", " ", words.lower())
    if low.startswith("высш"):
        return "высшее образование"
    if low.startswith("начальн"):
        return "начальное профессиональное образование"
    if "общ" in low or "полн" in low or " " not in low:
        return "среднее общее образование"
    return "среднее профессиональное образование"


def knowledge(reading: Reading, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """One fact for each place that says what the jobholder must know and names it."""
    told = vocabulary["qualification"]
    pattern, nothing = compiled(told["knowledge"]), frozenset(map(str, told["not_knowledge"]))
    outline = reading.outline
    for section in outline.sections:
        if section.role is not Role.DUTIES and "знани" in section.heading.lower():
            yield Fact("knowledge", "", section.heading_span)
    for number, clause in enumerate(outline.clauses) if blocks_for(pattern, outline.document) else ():
        role = outline.sections[clause.section].role if clause.section >= 0 else None
        if role in (Role.DUTIES, Role.RIGHTS, Role.RESPONSIBILITY):
            continue
        text = clause.body.of(outline.document.plain)
        found = pattern.search(text) if may_match(pattern, text) else None
        if found and _names(reading, number, clause.body.start + found.end(), nothing):
            yield Fact("knowledge", "", Span(clause.body.start + found.start(), clause.body.start + found.end()))


def _names(reading: Reading, number: int, start: int, nothing: frozenset[str]) -> bool:
    """Whether a thing to know is named after `start`, in the clause or, when it leads a list, in the next one."""
    clauses = reading.outline.clauses
    spans = [Span(start, max(start, clauses[number].body.end))]
    following = clauses[number + 1] if number + 1 < len(clauses) else None
    formal = following is not None and reading.outline.requisites_at(following.span) & _FORMAL
    if following is not None and not formal and following.section == clauses[number].section:
        spans.append(following.body)
    waits = True
    for span in spans:
        words = [t.word for t in reading.tokens_in(span) if t.word.norm[:1].isalpha()] if waits else []
        if any((w.pos == "NOUN" and not w.lemmas & nothing) or w.norm.isascii() for w in words):
            return True
        waits = not words
    return False
