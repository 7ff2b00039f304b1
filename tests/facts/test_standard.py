"""Which standard, functions and level a document follows: by order, code, name or title; near misses are none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jdlint.facts.standard import followed
from jdlint.linter import Linter
from jdlint.model.reading import Fact, Reading
from jdlint.standard.official import read_standards

XML = Path(__file__).parents[1] / "data/standards/mayak.xml"
SHELF = read_standards("маяк.xml", XML.read_bytes())


@pytest.fixture
def facts(linter: Linter, read: Callable[[str], Reading]) -> Callable[..., list[Fact]]:
    """The facts `standard` and `level` of a document with that first clause."""

    def of(clause: str, title: str = "смотрителя маяка") -> list[Fact]:
        reading = read(f"# Должностная инструкция {title}\n\n## 1. Общие положения\n\n1.1. {clause}\n")
        cited = [f for f in reading.facts if f.kind == "citation"]
        book = linter.rulebook
        return list(followed(reading.outline, cited, SHELF, book.acts, book.vocabulary))

    return of


@pytest.mark.parametrize(
    ("clause", "via", "code"),
    [
        ("Основа — стандарт (приказ Минтруда России от 05.02.2025 № 901н).", "order", "98.001"),
        ("Основа — профессиональный стандарт 98.001.", "code", "98.001"),
        ("Основа — профстандарт (код 98.001), утверждённый приказом.", "code", "98.001"),
        ("Основа — профстандарт «Смотритель маяка».", "name", "98.001"),
        ("Основа — профессиональный стандарт «Смотритель моста».", "name", ""),
        ("Огонь зажигают в срок.", "title", "98.001"),
    ],
)
def test_how_a_standard_is_told(facts: Callable[..., list[Fact]], clause: str, via: str, code: str) -> None:
    """The best-known way wins; only the title leaves a doubt."""
    (standard,) = (f for f in facts(clause) if f.kind == "standard")

    assert (via, code) == (standard.marks["via"], standard.value)
    assert ("medium" if via == "title" else "high") == standard.marks["confidence"]


def test_functions_and_their_level(facts: Callable[..., list[Fact]]) -> None:
    """Functions by letter, Cyrillic too, or by the title; the level is theirs."""
    by_letter = facts("Функция А/01.3 профстандарта «Смотритель маяка».", "сторожа")
    by_title = facts("Основа — профстандарт «Смотритель маяка».")
    unknown = facts("Основа — профстандарт «Смотритель маяка».", "сторожа")

    assert [("A", "3")] * 2 == [(f[0].marks["functions"], f[0].marks["level"]) for f in (by_letter, by_title)]
    assert "functions" not in unknown[0].marks


@pytest.mark.parametrize(
    "clause", ["Требуется 4 уровень квалификации.", "Уровень квалификации: 4.", "4-й квалификационный уровень."]
)
def test_the_level_named(facts: Callable[..., list[Fact]], clause: str) -> None:
    """A level in words around its digit."""
    assert ["4"] == [f.value for f in facts(clause, "сторожа") if f.kind == "level"]


@pytest.mark.parametrize(
    "clause",
    [
        "Телефон 98.001 дежурного.",
        "Основа — профстандарт, пункт 98.001.2.",
        "Приказ директора от 05.02.2024 № 901н.",
        "Соблюдает стандарты чистоты «Смотритель маяка».",
        "Повышает уровень до 4 баллов.",
    ],
)
def test_near_misses(facts: Callable[..., list[Fact]], clause: str) -> None:
    """A number that looks like a code, an order of another day, a name that is no standard's."""
    assert [] == facts(clause, "сторожа")


@pytest.mark.parametrize(
    ("clause", "levels"),
    [
        ("Должность шестого уровня квалификации.", ["6"]),
        ("Квалификационный уровень — четвёртый.", ["4"]),
        ("Уровень квалификации: третий.", ["3"]),
        ("Работа соответствует 7-му уровню.", ["7"]),
        ("Шум соответствует 2 уровню опасности.", []),
        ("Сравнивает уровень квалификации третьих лиц.", []),
    ],
)
def test_a_level_is_read_in_words_too(facts: Callable[..., list[Fact]], clause: str, levels: list[str]) -> None:
    """The word for its number, before or behind; not a level of something else, nor «третьих лиц»."""
    assert levels == [f.value for f in facts(clause, "сторожа") if f.kind == "level"]
