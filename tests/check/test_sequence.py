"""Numbers that skip or repeat are told at the clause where they do, with what was expected."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.check.sequence import clause_numbers, section_numbers
from jdlint.model.reading import Reading

Read = Callable[[str], Reading]
HEAD = "# Должностная инструкция боцмана\n\n## 1. Общие положения\n\n"


def clauses(read: Read, text: str, *sequence: str) -> list[tuple[str, str]]:
    """Number found and number expected (empty for a repeat) of every hit."""
    hits = clause_numbers(read(HEAD + text + "\n"), sequence)
    return [(str(h.values["found"]), str(h.values.get("expected", ""))) for h in hits]


GAPS = {
    "подряд": ("1.1. А\n\n1.2. Б\n\n1.3. В", []),
    "пропуск": ("1.1. А\n\n1.3. В", [("1.3", "1.2")]),
    "пропуск дважды": ("1.1. А\n\n1.3. Б\n\n1.4. В\n\n1.7. Г", [("1.3", "1.2"), ("1.7", "1.5")]),
    "не с первого": ("1.2. А\n\n1.3. Б", [("1.2", "1.1")]),
    "глубже": ("1.1. А\n\n1.1.1. Б\n\n1.1.3. В\n\n1.2. Г", [("1.1.3", "1.1.2")]),
    "простые": ("1. А\n\n2. Б\n\n4. В", [("4", "3")]),
    "простые не с первого": ("3. А\n\n4. Б", []),
    "список в пункте": ("1. А:\n\n1) б;\n\n2) в.\n\n2. Г:\n\n1) д;\n\n2) е.", []),
    "список в списке": ("1. А\n\n2. Б:\n\n1. в\n\n2. г\n\n3. Д", []),
    "исключённый": ("1.1. А\n\n1.2. Исключён.\n\n1.4. Б", []),
    "буквы": ("1.1. А:\n\nа) б;\n\nв) г.\n\n1.2. Д", []),
    "таблица": ("| 1.1 | А |\n|---|---|\n| 1.5 | Б |", []),
    "подзаголовок": ("### На берегу\n\n1. Красит\n\n2. Моет\n\n### В море\n\n1. Свистит", []),
}


@pytest.mark.parametrize(("text", "expected"), GAPS.values(), ids=GAPS)
def test_gap(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    """A number follows the one before it in its own list."""
    assert expected == clauses(read, text, "gap")


REPEATS = {
    "подряд": ("1.1. А\n\n1.2. Б", []),
    "дважды": ("1.1. А\n\n1.2. Б\n\n1.2. В", ["1.2"]),
    "трижды": ("1.1. А\n\n1.1. Б\n\n1.1. В", ["1.1", "1.1"]),
    "через пункт": ("1.1. А\n\n1.2. Б\n\n1.1. В", ["1.1"]),
    "простые": ("1. А\n\n2. Б\n\n2. В", ["2"]),
    "новый список": ("1. А\n\n2. Б\n\n1. В\n\n2. Г", []),
    "другой раздел": ("1. А\n\n## 2. Права\n\n1. Б", []),
    "копия пункта": ("1. Свистит к подъёму якоря\n\n2. Б\n\n1. Свистит к подъёму якоря", ["1"]),
}


@pytest.mark.parametrize(("text", "expected"), REPEATS.values(), ids=REPEATS)
def test_repeat(read: Read, text: str, expected: list[str]) -> None:
    """A number stands once in its list; the first holder is told beside the second."""
    assert expected == [found for found, _ in clauses(read, text, "repeat")]


def test_place_of_a_repeat(read: Read) -> None:
    """The clause is quoted by its beginning, cut between words, and so is the first holder."""
    long = "Свистит " * 30
    text = f"{HEAD}1.1. {long}первым.\n\n1.1. Молчит.\n"
    (hit,) = clause_numbers(read(text), ["repeat"])

    assert "1.1. Молчит." == hit.span.of(text)
    (first,) = (aside.span.of(text) for aside in hit.related)
    assert first.startswith("1.1. Свистит Свистит")
    assert first.endswith("Свистит")
    assert len(first) <= 90


def test_stray_numbers(read: Read) -> None:
    """A clause whose number begins with another section's is told with the number that it should have."""
    text = HEAD + "1.1. А\n\n## 2. Права\n\n3.1. Б\n\n2.2. В\n\n## Ответственность\n\n9.1. Г\n"
    hits = list(clause_numbers(read(text), ["section"]))

    assert [("3.1", "2.1")] == [(h.values["found"], h.values["expected"]) for h in hits]
    assert ["2. Права"] == [aside.span.of(text).removeprefix("## ") for h in hits for aside in h.related]


def test_a_stray_clause_is_no_gap(read: Read) -> None:
    """A clause with another section's number is told of once: nothing is lost before it."""
    text = HEAD + "1.1. А\n\n## 2. Права\n\n3.5. Б\n"

    assert [] == list(clause_numbers(read(text), ["gap"]))


def test_a_clause_of_its_own_number_is_no_stray(read: Read) -> None:
    """«3.1» below a clause 3 of the same section is its sub-clause."""
    assert [] == clauses(read, "1. А\n\n2. Б\n\n3. В\n\n3.1. Г\n\n3.2. Д", "section")


SECTIONS = {
    "подряд": (["1. Общие положения", "2. Обязанности", "3. Права"], []),
    "пропуск": (["1. Общие положения", "3. Права"], [("3", "2")]),
    "римские": (["I. Общие положения", "II. Обязанности", "IV. Ответственность"], [("IV", "3")]),
    "дважды": (["1. Общие положения", "2. Обязанности", "2. Права"], [("2", "3")]),
    "без номеров": (["Общие положения", "Права"], []),
    "не с первого": (["2. Обязанности", "3. Права"], [("2", "1")]),
}


@pytest.mark.parametrize(("headings", "expected"), SECTIONS.values(), ids=SECTIONS)
def test_sections(read: Read, headings: list[str], expected: list[tuple[str, str]]) -> None:
    """Sections are counted from one without gap or repeat, in Arabic or Roman numbers."""
    body = "\n\n".join(f"## {heading}\n\nСвистит {n} раз." for n, heading in enumerate(headings))
    hits = section_numbers(read(f"# Должностная инструкция боцмана\n\n{body}\n"), ["gap", "repeat"])

    assert expected == [(h.values["found"], h.values["expected"]) for h in hits]
