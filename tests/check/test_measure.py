"""Counts of facts and sections: more than allowed, fewer than needed, values that disagree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from jdlint.check.measure import check_measure as measure_with
from jdlint.check.measure import same_name
from jdlint.model.finding import Hit
from jdlint.model.kind import Measure
from jdlint.model.outline import Role
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span

Read = Callable[[str], Reading]
TITLE = "# Должностная инструкция боцмана\n\n"
TEXT = """\
# Должностная инструкция боцмана

## 1. Общие положения

1.1. Слушается капитана и лоцмана.

1.2. Слушается старпома.

## 2. Обязанности

2.1. Слушается капитана порта.

СОГЛАСОВАНО: ____________ (подпись) радист
"""


NAMES = {"titles": {"joined": {"старпом": "старший помощник"}, "feminine": {}, "letters": {"ов": "отдела водолазов"}}}
check_measure = partial(measure_with, vocabulary=NAMES)


def measured(read: Read, facts: list[tuple[str, str]], *roles: Role, **options: Any) -> list[Hit]:
    """Hits of a rule in the text with these facts: each is words of the text and the value."""
    reading = read(TEXT)
    start = TEXT.index("1.1.")
    told = []
    for words, value in facts:
        at = TEXT.index(words, start)
        told.append(Fact("obeys", value, Span(at, at + len(words)), {"from": str(at), "line": "direct"}))
    return list(
        check_measure(Measure("fact", "obeys", **options), replace(reading, facts=tuple(told)), frozenset(roles))
    )


def told(hits: list[Hit]) -> list[tuple[str, Any]]:
    """The words of every hit and the values that it captured."""
    return [(hit.span.of(TEXT), hit.values.get("chiefs")) for hit in hits]


ALL = [("капитана", "капитан"), ("лоцмана", "лоцман"), ("старпома", "старпом"), ("капитана порта", "капитан порта")]


def test_distinct_values_in_a_clause(read: Read) -> None:
    """More values than allowed in one clause are one hit over all of them; the same name twice is one value."""
    hits = measured(read, ALL, per="clause", maximum=1, values="chiefs")

    assert [("капитана и лоцмана", ("капитан", "лоцман"))] == told(hits)
    assert "2" == hits[0].values["count"]
    assert [] == measured(read, ALL, per="clause", maximum=2)
    assert [] == measured(read, [("капитана", "капитан"), ("лоцмана", "капитан порта")], per="clause", maximum=1)


def test_clauses_that_disagree(read: Read) -> None:
    """A clause that names quite other values than the first one is told, with the first beside it."""
    hits = measured(read, ALL, maximum=1, values="chiefs")

    assert [("старпома", ("капитан", "лоцман", "старпом"))] == told(hits)
    assert ("капитан", "старпом") == (hits[0].values["first"], hits[0].values["second"])
    assert ["капитана"] == [aside.span.of(TEXT) for aside in hits[0].related]
    assert [] == measured(read, ALL[:1], maximum=1)


def test_none_allowed(read: Read) -> None:
    """With a maximum of nothing every fact is told; with `per`, a value once in the document or in each clause."""
    again = [*ALL, ("капитана порта", "капитан порта")]

    assert [words for words, _ in again] == [q for q, _ in told(measured(read, again, maximum=0))]
    assert ["капитана", "лоцмана", "старпома"] == [q for q, _ in told(measured(read, again, maximum=0, per="document"))]
    assert ["капитана", "лоцмана", "старпома", "капитана порта"] == [
        q for q, _ in told(measured(read, again, maximum=0, per="clause"))
    ]


def test_only_facts_of_these_marks_and_places(read: Read) -> None:
    """Marks, sections and zones narrow what is counted; a fact told in the visas does not count."""
    formal = [("капитана", "капитан"), ("радист", "радист")]

    assert [] == measured(read, ALL, maximum=0, where={"line": ("functional",)})
    assert ["капитана порта"] == [q for q, _ in told(measured(read, ALL, Role.DUTIES, maximum=0))]
    assert ["капитана"] == [q for q, _ in told(measured(read, formal, maximum=0))]
    assert ["капитана", "радист"] == [q for q, _ in told(measured(read, formal, maximum=0, zones="all"))]


@pytest.mark.parametrize(
    ("expected", "least", "most"), [([], 1, 3), ([], 3, 3), (["Общие положения"], 4, None), (["Общие положения"], 0, 2)]
)
def test_how_many_in_a_section(read: Read, expected: list[str], least: int, most: int | None) -> None:
    """Facts of a section are counted themselves, alike or not; the heading is told when they are too few or many."""
    hits = measured(read, ALL[:3], Role.GENERAL, per="section", minimum=least, maximum=most, values="chiefs")

    assert expected == [quote for quote, _ in told(hits)]
    assert all(("3", "general") == (hit.values["count"], hit.values["role"]) for hit in hits)
    assert [] == measured(read, ALL, Role.RIGHTS, per="section", minimum=9)


def test_values_are_compared_among_their_like(read: Read) -> None:
    """Only facts whose mark `by` is the same have to agree."""
    reading = read(TEXT)
    facts = tuple(
        Fact("obeys", value, Span(TEXT.index(words), TEXT.index(words) + len(words)), {"when": when})
        for words, value, when in (
            ("лоцмана", "лоцман", "днём"),
            ("старпома", "старпом", "ночью"),
            ("капитана порта", "капитан", "ночью"),
        )
    )
    hits = list(check_measure(Measure("fact", "obeys", by="when"), replace(reading, facts=facts), frozenset()))

    assert ["капитана порта"] == [hit.span.of(TEXT) for hit in hits]


def test_sections_of_one_role(read: Read) -> None:
    """A second section of a role is told with the first beside it; a deeper one only divides."""
    text = TITLE + "## Права\n\nЕст.\n\n## Обязанности\n\nСвистит.\n\n## Права и льготы\n\nПьёт.\n"
    deeper = text.replace("## Права и льготы", "### Права и льготы")
    hits = list(check_measure(Measure("section", maximum=1), read(text), frozenset({Role.RIGHTS, Role.DUTIES})))

    assert [("Права и льготы", "rights")] == [(hit.span.of(text), hit.values["role"]) for hit in hits]
    assert ["Права"] == [aside.span.of(text) for aside in hits[0].related]
    assert [] == list(check_measure(Measure("section", maximum=1), read(deeper), frozenset({Role.RIGHTS})))


def test_sequences_are_measured_too(read: Read) -> None:
    """Clause and section numbers go through the same kind."""
    text = TITLE + "## 1. Права\n\n1.1. Ест.\n\n1.3. Пьёт.\n\n## 3. Обязанности\n\n3.1. Спит.\n"

    for of, expected in (("clause-number", "1.3"), ("section-number", "3")):
        hits = list(check_measure(Measure(of, sequence=("gap",)), read(text), frozenset()))
        assert [expected] == [hit.values["found"] for hit in hits]


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (True, "капитан", "капитан"),
        (True, "капитан", "капитан порта"),
        (True, "начальник отдела по сбыту", "начальник отдела сбыта по сбыту"),
        (True, "приём", "прием груза"),
        (False, "капитан", "лоцман"),
        (False, "капитан порта", "капитан флота"),
        (False, "старший капитан", "капитан"),
        (False, "", "капитан"),
        (True, "старпом", "старший помощник капитана"),
        (True, "начальник ов", "начальник отдела водолазов"),
        (False, "начальник ов", "начальник отдела радистов"),
    ],
)
def test_same_name(one: str, other: str, *, expected: bool) -> None:
    """Two names can be one position when one only says more than the other, or is short for it."""
    assert expected == same_name(
        one, other, in_full={k: v for part in NAMES["titles"].values() for k, v in part.items()}
    )


def test_facts_of_other_kinds(read: Read) -> None:
    """Facts of the kinds `also` count together with those of `name`."""
    reading = read(TEXT)
    at = TEXT.index("лоцмана")
    fact = Fact("replaces", "лоцман", Span(at, at + 7))
    reading = replace(reading, facts=(fact,))

    assert [] == list(check_measure(Measure("fact", "obeys", maximum=0), reading, frozenset()))
    assert 1 == len(list(check_measure(Measure("fact", "obeys", also=("replaces",), maximum=0), reading, frozenset())))


def test_a_verb_behind_its_names(read: Read) -> None:
    """The quotation begins with the verb, wherever it stands; a fact that knows no verb is quoted alone."""
    reading = read(TEXT)
    start, verb = TEXT.index("капитана и"), TEXT.index("Слушается капитана")
    for marks, expected in (
        ({"from": str(verb)}, "Слушается капитана"),
        ({}, "капитана"),
        ({"from": "999"}, "капитана"),
    ):
        fact = Fact("obeys", "капитан", Span(start, start + 8), marks)
        hits = check_measure(Measure("fact", "obeys", maximum=0), replace(reading, facts=(fact,)), frozenset())
        assert [expected] == [hit.span.of(TEXT) for hit in hits]


def test_a_value_once_and_the_next_one(read: Read) -> None:
    """A value that was told before, or agrees with the first, hides none of those behind it."""
    three = [("капитана", "капитан"), ("старпома", "капитан порта"), ("капитана порта", "юнга")]

    assert ["капитана", "капитана порта"] == [q for q, _ in told(measured(read, three, maximum=0, per="document"))]
    assert ["капитана порта"] == [q for q, _ in told(measured(read, three, maximum=1))]


def test_facts_in_visas(read: Read) -> None:
    """Signatures and visas are no content; an approval and what only registers are looked at."""
    text = "УТВЕРЖДАЮ\n\nДиректор порта\n\n" + TEXT
    reading = read(text)
    told = []
    for words in ("Директор", "радист", "лоцмана"):
        at = text.index(words)
        facts = (Fact("obeys", words, Span(at, at + len(words))),)
        hits = list(check_measure(Measure("fact", "obeys", maximum=0), replace(reading, facts=facts), frozenset()))
        told.append(len(hits))

    assert [1, 0, 1] == told


def test_one_list_of_names(read: Read) -> None:
    """Names of one list differ as they stand; those of two lists may be one position told more fully."""
    captains = [("капитана", "капитан"), ("капитана порта", "капитан порта")]
    reading = read(TEXT)
    spans = [TEXT.index("капитана и"), TEXT.index("лоцмана")]

    def count(first: str, second: str) -> int:
        facts = tuple(
            Fact("obeys", value, Span(at, at + 7), {"from": mark} if mark else {})
            for at, mark, (_, value) in zip(spans, (first, second), captains, strict=True)
        )
        rule = Measure("fact", "obeys", per="clause", maximum=1)
        return len(list(check_measure(rule, replace(reading, facts=facts), frozenset())))

    start = TEXT.index("Слушается капитана")
    assert [1, 0, 0] == [count(str(start), str(start)), count(str(start), str(start + 1)), count("", "")]


def test_maximum_in_a_clause(read: Read) -> None:
    """Without a maximum one value is allowed in a clause."""
    assert 1 == len(measured(read, ALL[:2], per="clause"))
    assert 0 == len(measured(read, ALL[:1], per="clause"))
