"""How headings and items are set: `heading_format`, `mixed_numbering`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]

TITLE = "# Должностная инструкция бондаря\n\n"
HEADINGS = [
    ("## 1. общие положения", ["lower"]),
    ("## Iv. Общие положения", ["roman"]),
    ("## 1. ОБЩИЕ положения", ["mixed"]),
    ("## IV. Общие положения", []),
    ("## 1. ОБЩИЕ ПОЛОЖЕНИЯ", []),
]


@pytest.mark.parametrize(("heading", "how"), HEADINGS)
def test_headings(read: Read, heading: str, how: list[str]) -> None:
    """A small first letter, a Roman numeral in mixed case and mixed capitals are told."""
    reading = read(f"{TITLE}{heading}\n\n1. Бондарь подчиняется мастеру.\n")
    assert how == [f.value for f in reading.facts if f.kind == "heading_format"]


LISTS = [
    ("1) Гнёт клёпки.\n\n2. Точит дно.", ["2. Точит дно."]),
    ("а) гнёт клёпки;\n\n2) точит дно.", ["2) точит дно."]),
    ("2.1. Гнёт клёпки.\n\n2.2. Точит дно.\n\n— Моет бочки.\n\n2.4. Метит бочки.", ["— Моет бочки."]),
    ("2.1. Готовит:\n\n- клёпки;\n- обручи.\n\n2.2. Точит дно.", []),
    ("1. Готовит:\n\n1) клёпки;\n\n2) обручи.\n\n2. Точит дно.", []),
    ("1. Готовит:\n\nа) клёпки;\n\nб) обручи.\n\n2. Точит дно.", []),
]


@pytest.mark.parametrize(("items", "odd"), LISTS)
def test_lists(read: Read, items: str, odd: list[str]) -> None:
    """An item in another manner than the one it follows is told; a level below may have a manner of its own."""
    reading = read(f"{TITLE}## 2. Должностные обязанности\n\n{items}\n")
    facts = [f for f in reading.facts if f.kind == "mixed_numbering"]
    assert odd == [f.span.of(reading.outline.document.text) for f in facts]
