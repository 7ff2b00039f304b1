"""Kind `measure`: counts, distinct values, numbers in sequence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from jdlint.check.require import marked
from jdlint.check.sequence import clause_numbers, section_numbers
from jdlint.model.finding import Aside, Hit
from jdlint.model.kind import Measure
from jdlint.model.once import once
from jdlint.model.outline import RequisiteKind, Role
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span

_OCCASION = expression(r"\s(?:перед|до|при|во\s+время|в|на|по|после|для)\s+\w.*$", re.IGNORECASE)
_ANNEX = expression(r"\W*приложение\W*(?:№|N)?\s*(?:\d{1,2}\b.{0,80}|[А-Я]?)$", re.IGNORECASE)
_LONG_WORD, _STEM = expression(r"[а-яё]{5,}"), 5
_SMALL = {"и", "по", "на", "в", "с", "о", "для", "при"}


_Same = Callable[[str, str], bool]


def check_measure(
    options: Measure, reading: Reading, roles: frozenset[Role], vocabulary: Mapping[str, Any]
) -> Iterator[Hit]:
    """A hit where there are more than allowed, or where a sequence breaks."""
    same = partial(same_name, in_full=_in_full(vocabulary))
    if options.of == "clause-number":
        yield from clause_numbers(reading, options.sequence)
    elif options.of == "section-number":
        yield from section_numbers(reading, options.sequence)
    elif options.of == "section":
        yield from _sections(reading, roles, options.maximum or 1)
    else:
        facts = _facts(options, reading, roles)
        if options.maximum == 0:
            yield from _none(options, reading, facts, same)
        elif options.per == "section":
            yield from _count(options, reading, roles, len(facts))
        elif options.per == "clause":
            yield from _within(options, reading, facts, same)
        else:
            for mark in dict.fromkeys(f.marks.get(options.by, "") for f in facts):
                one = [f for f in facts if f.marks.get(options.by, "") == mark]
                yield from _between(options, reading, one, same)


@once(4)
def _in_full(vocabulary: Mapping[str, Any]) -> Mapping[str, str]:
    """Short and colloquial words of titles, with what they stand for: «медсестра», «ОТК»."""
    titles = vocabulary["titles"]
    return {str(k): str(v) for part in ("joined", "feminine", "letters") for k, v in titles[part].items()}


def _facts(options: Measure, reading: Reading, roles: frozenset[Role]) -> list[Fact]:
    outline = reading.outline
    leftovers = frozenset((RequisiteKind.LEFTOVER, RequisiteKind.SIGNATURE, RequisiteKind.AGREEMENT))
    return [
        f
        for f in reading.facts
        if f.kind in (options.name, *options.also)
        and marked(f, options.where)
        and (not roles or (outline.role_at(f.span.start) in roles))
        and (options.zones == "all" or not outline.requisites_at(f.span) & leftovers)
    ]


def _sections(reading: Reading, roles: frozenset[Role], maximum: int) -> Iterator[Hit]:
    for role in sorted(roles):
        same = [s for s in reading.outline.sections if s.role is role and s.heading]
        same = [s for s in same if s.heading_span.start < _annex(reading)]
        top = [s for s in same if not (s.level and same[0].level and s.level > same[0].level)]
        for extra in top[maximum:]:
            occasions = _occasion(top[0].heading), _occasion(extra.heading)
            if all(occasions) and occasions[0] != occasions[1]:
                continue  # «Обязанности перед началом смены», «Обязанности при аварии»
            if role is Role.DUTIES and not _one_word(top[0].heading, extra.heading):
                continue  # «Матрица функций», «Зоны ответственности»: the work told from two sides
            yield Hit(extra.heading_span, {"role": role.value}, (Aside(same[0].heading_span, "first"),))


def _occasion(heading: str) -> str:
    """What a heading says of when or in what the section applies: «перед началом смены»."""
    found = _OCCASION.search(heading)
    return found[0].strip().lower() if found else ""


def _one_word(first: str, second: str) -> bool:
    """Whether two headings share a word, whatever its ending."""
    a, b = ({word[:_STEM] for word in _LONG_WORD.findall(heading.lower())} for heading in (first, second))
    return bool(a & b)


def _annex(reading: Reading) -> int:
    """Where the first annex behind the sections, of which there are some, begins: it is a document of its own."""
    outline = reading.outline
    first = outline.sections[0].heading_span.end
    return next(
        (
            block.span.start
            for block in outline.document.blocks
            if block.span.start > first and _ANNEX.match(block.span.of(outline.document.plain))
        ),
        outline.span.end,
    )


def _count(options: Measure, reading: Reading, roles: frozenset[Role], count: int) -> Iterator[Hit]:
    """One hit, at the heading of the first such section, when there are too few facts or too many."""
    section = next((s for s in reading.outline.sections if roles & {s.role, *s.also}), None)
    if section is None or options.minimum <= count <= (options.maximum or count):
        return
    yield Hit(section.heading_span, {options.values: (str(count),), "count": str(count), "role": section.role.value})


def _quoted(fact: Fact) -> Span:
    """The words from the verb on, where the fact knows its verb."""
    start = int(fact.marks.get("from", fact.span.start))
    return Span(min(start, fact.span.start), fact.span.end)


def _none(options: Measure, reading: Reading, facts: Sequence[Fact], same: _Same) -> Iterator[Hit]:
    """Every fact; with `per`, each value once in the document or once in each clause."""
    told: list[tuple[Fact, int]] = []
    for fact in facts:
        place = reading.outline.block_at(fact.span.start) if options.per == "clause" else 0
        if options.per and fact.value and any(at == place and same(fact.value, t.value) for t, at in told):
            continue
        told.append((fact, place))
        yield Hit(_quoted(fact), {options.values: (fact.value,), "count": "1"})


def _clauses(reading: Reading, facts: Sequence[Fact]) -> list[list[Fact]]:
    """Facts of one clause together: of the block where their verb stands, though the names be listed below it."""
    groups: dict[int, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(reading.outline.block_at(_quoted(fact).start), []).append(fact)
    return list(groups.values())


def _within(options: Measure, reading: Reading, facts: Sequence[Fact], same: _Same) -> Iterator[Hit]:
    for group in _clauses(reading, facts):
        distinct = _distinct(group, same)
        if len(distinct) > (options.maximum or 1):
            first, last = _quoted(distinct[0]), distinct[-1].span
            yield Hit(
                Span(first.start, max(first.end, last.end)),
                {options.values: tuple(f.value for f in distinct), "count": str(len(distinct))},
            )


def _between(options: Measure, reading: Reading, facts: Sequence[Fact], same: _Same) -> Iterator[Hit]:
    """Clauses that name quite other values than the first clause does."""
    clauses = _clauses(reading, facts)
    for other in clauses[1:]:
        first = clauses[0]
        if any(same(a.value, b.value) for a in first for b in other):
            continue
        values = tuple(f.value for f in _distinct([*first, *other], same))
        yield Hit(
            _quoted(other[0]),
            {options.values: values, "first": first[0].value, "second": other[0].value, "count": str(len(values))},
            (Aside(_quoted(first[0]), "first"),),
        )


def _distinct(facts: Sequence[Fact], same: _Same) -> list[Fact]:
    """Facts that name different positions; in one list of names every name counts as it stands."""
    out: list[Fact] = []
    for fact in facts:
        if not any(_is_same(fact, known, same) for known in out):
            out.append(fact)
    return out


def _is_same(one: Fact, other: Fact, same: _Same) -> bool:
    listed = "from" in one.marks and one.marks["from"] == other.marks.get("from")
    return one.value == other.value if listed else same(one.value, other.value)


def same_name(one: str, other: str, *, in_full: Mapping[str, str]) -> bool:
    """Whether two names can be the same position: equal, or one is the other with more said; words of them may be short
    for what they are `in_full`.
    """
    first, second = (
        " ".join(in_full.get(word, word) for word in name.replace("ё", "е").split()).split() for name in (one, other)
    )
    a, b = ({w for w in words if w not in _SMALL} for words in (first, second))
    return first == second or (bool(a and b) and first[0] == second[0] and (a <= b or b <= a))
