"""Duties among rights or general provisions, and rights among duties: facts `misplaced`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]
HEADINGS = {"general": "Общие положения", "duties": "Должностные обязанности", "rights": "Права"}


@pytest.mark.parametrize(
    ("section", "clause", "words", "says"),
    [
        ("rights", "Соблюдать тишину у летков.", "Соблюдать тишину у", "duty"),
        ("rights", "Пасечник обязан чинить рамки.", "обязан чинить", "duty"),
        ("general", "Пасечник должен ежедневно осматривать ульи.", "должен ежедневно осматривать", "duty"),
        ("general", "Пасечник должен знать и соблюдать правила.", "должен знать и соблюдать", "duty"),
        ("general", "Главной обязанностью пасечника является уход.", "Главной обязанностью пасечника является", "duty"),
        ("duties", "Пасечник имеет право брать дымарь.", "имеет право", "right"),
    ],
)
def test_out_of_place(read: Read, section: str, clause: str, words: str, says: str) -> None:
    """The words that tell it are quoted, with what they say and the section they stand in."""
    text = f"# Должностная инструкция пасечника\n\n## 1. {HEADINGS[section]}\n\n1.1. {clause}\n"
    facts = [f for f in read(text).facts if f.kind == "misplaced"]

    assert [(words, says, section)] == [(f.span.of(text), f.marks["says"], f.marks["among"]) for f in facts]


@pytest.mark.parametrize(
    ("section", "clause"),
    [
        ("rights", "Требовать соблюдать тишину у летков."),
        ("rights", "Выполнять работу по совместительству."),
        ("general", "Пасечник должен знать устройство улья и иметь допуск."),
        ("general", "Работодатель обязан выдать маску."),
        ("general", "Пасечник не обязан косить траву."),
        ("general", "Инструкция, которую должен подписать пасечник, хранится в конторе."),
        ("duties", "Соблюдает права соседей."),
        ("duties", "При роении вправе и обязан закрыть проход."),
    ],
)
def test_in_its_place(read: Read, section: str, clause: str) -> None:
    """Knowledge is no duty, nor is what others must do or what the worker need not."""
    text = f"# Должностная инструкция пасечника\n\n## 1. {HEADINGS[section]}\n\n1.1. {clause}\n"

    assert [] == [f for f in read(text).facts if f.kind == "misplaced"]
