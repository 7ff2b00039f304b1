"""Sections that are too many: of one role, in one document, for one occasion."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from jdlint.model.finding import Hit
from jdlint.model.kind import Measure
from jdlint.model.outline import Role
from jdlint.model.reading import Reading

Read = Callable[[str], Reading]
Measuring = Callable[..., Iterator[Hit]]
TITLE = "# Должностная инструкция боцмана\n\n"


HEADINGS = {
    "одна": (Role.DUTIES, "Обязанности", ""),
    "две": (Role.RIGHTS, "Права | Права и льготы", "Права и льготы"),
    "три": (Role.RIGHTS, "Права | Права и льготы | Права капитана", "Права и льготы | Права капитана"),
    "другими словами": (Role.RIGHTS, "Права | Полномочия", "Полномочия"),
    "разный повод": (Role.RIGHTS, "Права перед вахтой | Права после вахты", ""),
    "один повод": (Role.RIGHTS, "Права на вахте | Права на  ВАХТЕ", "Права на  ВАХТЕ"),
    "повод у одной": (Role.RIGHTS, "Права | Права на вахте", "Права на вахте"),
    "повод у первой": (Role.RIGHTS, "Права на вахте | Права", "Права"),
    "снова первый повод": (Role.RIGHTS, "Права в море | Права в порту | Права в море", "Права в море"),
    "работа с двух сторон": (Role.DUTIES, "Обязанности | Функции", ""),
    "третья сторона": (Role.DUTIES, "Обязанности | Функции | Функции юнги", ""),
    "снова первая сторона": (Role.DUTIES, "Обязанности | Функции | Обязанности юнги", "Обязанности юнги"),
    "общее слово": (Role.DUTIES, "Должностные обязанности | Основные обязанности", "Основные обязанности"),
    "общее начало": (Role.DUTIES, "Обязанности | Обязательства", "Обязательства"),
    "короткое начало": (Role.DUTIES, "Обязанности | Обязон", ""),
    "короткое общее слово": (Role.DUTIES, "Обязанности: что он умеет | Функции: что он делает", ""),
    "приложение": (Role.RIGHTS, "Права | Приложение 1", ""),
}


@pytest.mark.parametrize(("role", "headings", "expected"), HEADINGS.values(), ids=HEADINGS)
def test_headings_of_one_role(read: Read, measure: Measuring, role: Role, headings: str, expected: str) -> None:
    """The same work for another occasion, or told from another side, is no second section."""
    text = TITLE + "".join(f"## {heading}\n\nСвистит {n} раз.\n\n" for n, heading in enumerate(headings.split(" | ")))
    outline = read(text).outline
    outline = replace(outline, sections=tuple(replace(section, role=role) for section in outline.sections))
    hits = list(measure(Measure("section", maximum=1), replace(read(text), outline=outline), frozenset({role})))

    assert expected == " | ".join(hit.span.of(text) for hit in hits)
    assert {role.value} >= {hit.values["role"] for hit in hits}


def test_more_sections_may_be_allowed(read: Read, measure: Measuring) -> None:
    """As many as the rule says; the first goes with each that is too many; nothing said allows one."""
    text = TITLE + "".join(f"## Права {who}\n\nСвистит.\n\n" for who in ("боцмана", "капитана", "юнги"))
    reading = read(text)
    roles = frozenset({Role.RIGHTS})

    found = {most: list(measure(Measure("section", maximum=most), reading, roles)) for most in (None, 1, 2, 3)}
    assert {None: 2, 1: 2, 2: 1, 3: 0} == {most: len(hits) for most, hits in found.items()}
    assert ["Права боцмана"] == [aside.span.of(text) for hit in found[2] for aside in hit.related]
    assert ["first"] == [aside.key for hit in found[2] for aside in hit.related]


@pytest.mark.parametrize(
    ("count", "between"),
    [
        (1, "1.2. Пить."),
        (0, "Приложение № 1"),
        (0, "Приложение 1 к инструкции боцмана"),
        (0, "Приложение"),
        (0, "Приложение А"),
        (1, "Приложение ведёт сам."),
        (1, "См. приложение 1"),
        (1, f"Приложение 1 {'к инструкции ' * 7}"),
    ],
)
def test_where_an_annex_begins(read: Read, measure: Measuring, count: int, between: str) -> None:
    """A line that is only the name of an annex, behind the first heading, begins another document."""
    text = f"{TITLE}## 1. Права\n\n1.1. Есть.\n\n{between}\n\n## 2. Права\n\nСпать.\n"
    reading = read(text)

    assert count == len(list(measure(Measure("section"), reading, frozenset({Role.RIGHTS}))))


def test_an_annex_before_the_sections(read: Read, measure: Measuring) -> None:
    """A line above the first heading says whose annex this document is."""
    text = f"УТВЕРЖДАЮ\n\nПриложение № 3\n\n{TITLE}## 1. Права\n\n1.1. Есть.\n\n## 2. Права\n\nСпать.\n"

    assert 1 == len(list(measure(Measure("section"), read(text), frozenset({Role.RIGHTS}))))
