"""Kind `require`: what must be there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.check.find import is_for
from jdlint.check.where import FORMAL, spans_in
from jdlint.model.document import BlockKind, Shape
from jdlint.model.finding import Hit
from jdlint.model.kind import Pattern, Require
from jdlint.model.outline import Role, Section
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span

NOWHERE = Span(0, 0)
_ITEMS = frozenset({Role.DUTIES, Role.RIGHTS, Role.RESPONSIBILITY})
# Words, or hours and shifts: «8:00–17:00», «2/2».
_SAYING = expression(r"[а-яёa-z]{2,}|\d\s?[:/]\s?\d", re.IGNORECASE)
# What a template has in place of a clause.
_FILLER = expression(
    r"\W*(?:текст|(?:под)?заголовок|содержание|описание|пункт|обязанность|право|пример|образец)(?:\s+(?:раздела|пункта|текста))?\s*\d{0,2}\W*",
    re.IGNORECASE,
)
_HINT = expression(r"\([^()]*\)")


def check_require(
    options: Require, reading: Reading, roles: frozenset[Role], vocabulary: Mapping[str, Any]
) -> Iterator[Hit]:
    """A hit for each thing that is missing; its span is empty when the whole document lacks it."""
    if _found(options.unless, reading, [reading.outline.span]):
        return
    if options.only_for and not is_for(reading, options.only_for):
        return
    if options.of == "section":
        yield from _sections(options, reading, vocabulary)
    elif options.of == "content":
        yield from _contents(options, reading)
    elif options.of == "requisite":
        have = {r.kind.value for r in reading.outline.requisites}
        yield from (Hit(NOWHERE, {"missing": name}) for name in options.names if name not in have)
    elif (place := _asked(options, reading, roles)) is not None and not _stated(options, reading, roles):
        yield Hit(place, {"missing": options.names or tuple(p.source for p in options.phrases)})


def _found(phrases: tuple[Pattern, ...], reading: Reading, spans: Sequence[Span]) -> bool:
    return any(True for phrase in phrases for _ in reading.search(phrase, spans))


def _asked(options: Require, reading: Reading, roles: frozenset[Role]) -> Span | None:
    """Where the thing is asked for: at what gives rise to it, or at the heading of the section that lacks it."""
    if options.when:
        spans = spans_in(reading, roles, "content")
        places = [match.span for phrase in options.when for match in reading.search(phrase, spans)]
        return min(places, default=None)
    if options.of != "phrase" or not roles:
        return NOWHERE
    return next((s.heading_span for s in reading.outline.sections if roles & {s.role, *s.also}), None)


def _stated(options: Require, reading: Reading, roles: frozenset[Role]) -> bool:
    """Whether one of the facts, acts or phrases asked for is there."""
    if options.of == "fact":
        return any(f.kind in options.names and marked(f, options.where) for f in reading.facts)
    if options.of == "act":
        return any(f.kind == "citation" and f.value in options.names for f in reading.facts)
    where = frozenset[Role]() if options.when else roles
    return _found(options.phrases, reading, spans_in(reading, where, "content"))


def marked(fact: Fact, where: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the fact's marks are among those asked for."""
    return all(fact.marks.get(name, "") in values for name, values in where.items())


def _sections(options: Require, reading: Reading, vocabulary: Mapping[str, Any]) -> Iterator[Hit]:
    have = {r for s in reading.outline.sections for r in (s.role, *s.also)}
    instead: Mapping[str, str] = vocabulary["sections"]["satisfied"]
    told = {role.value for role in have}
    for fact in reading.facts:
        if fact.kind == instead[Role.GENERAL.value] and reading.outline.role_at(fact.span.start) in _ITEMS:
            continue  # «Оформляет приём приказом» is what he does for others
        told |= {fact.kind, " ".join((fact.kind, fact.marks.get("form", "")))}
    for name in options.names:
        if Role(name) not in have and instead.get(name, "") not in told:
            yield Hit(NOWHERE, {"role": name, "missing": name})


def _contents(options: Require, reading: Reading) -> Iterator[Hit]:
    sections = reading.outline.sections
    for number, section in enumerate(sections):
        if section.role.value not in options.names or section.implied:
            continue
        following = sections[number + 1] if number + 1 < len(sections) else None
        if following is not None and _divides(section, following):
            continue
        if not _says_something(reading, number):
            yield Hit(section.heading_span, {"role": section.role.value})


def _divides(section: Section, following: Section) -> bool:
    """Whether the next heading is only a sub-heading of this section."""
    if section.level and following.level:
        return following.level > section.level
    return following.role in (Role.OTHER, section.role)


def _says_something(reading: Reading, number: int) -> bool:
    outline = reading.outline
    plain = outline.document.plain
    for clause in outline.clauses:
        if clause.section != number or outline.requisites_at(clause.span) & FORMAL:
            continue
        if clause.lead and outline.block(clause.block).kind is not BlockKind.HEADING:
            continue
        text = clause.body.of(plain)
        if _FILLER.fullmatch(text):
            continue
        for blank in outline.document.blanks:
            # An empty cell takes in the words that it belongs to.
            if clause.body.overlaps(blank.span) and blank.shape is not Shape.CELL:
                start, end = max(blank.span.start, clause.body.start), min(blank.span.end, clause.body.end)
                text = text[: start - clause.body.start] + " " * (end - start) + text[end - clause.body.start :]
        if _SAYING.search(_HINT.sub(" ", text)):
            return True
    return False
