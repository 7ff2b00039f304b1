"""A paragraph that holds a heading and its clauses in a row is parted where each of them begins."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest

from jdlint.load.clauses import clauses_in_row
from jdlint.load.docx import load
from jdlint.load.markdown import parse
from jdlint.model.document import Source
from jdlint.model.outline import Outline

ROWS = {
    "заголовок и пункты": (
        "2. ПРАВА КОКА 2.1. Кок вправе варить. 2.2. Кок вправе пробовать.",
        ["2. ПРАВА КОКА", "2.1. Кок вправе варить.", "2.2. Кок вправе пробовать."],
    ),
    "подпункты": (
        "3.1. Кок обязан: 3.1.1. Варить уху. 3.1.2. Печь хлеб; 3.2. Кок не спит.",
        ["3.1. Кок обязан:", "3.1.1. Варить уху.", "3.1.2. Печь хлеб;", "3.2. Кок не спит."],
    ),
    "без точки": ("4.1 Варит уху. 4.2 Печёт хлеб.", ["4.1 Варит уху.", "4.2 Печёт хлеб."]),
    "ссылка": ("2.1. Варит по рецепту, см. 2.2. Правил камбуза.", ["2.1. Варит по рецепту, см. 2.2. Правил камбуза."]),
    "ссылка на пункт": ("2.1. Спит в часы из п. 2.2. Устава.", ["2.1. Спит в часы из п. 2.2. Устава."]),
    "не по порядку": ("2.1. Варит. 2.7. Печёт.", ["2.1. Варит. 2.7. Печёт."]),
    "внутри фразы": ("2.1. Варит на плите 2.2. Печь не топит.", ["2.1. Варит на плите 2.2. Печь не топит."]),
    "без номера": ("Кок варит. 1.1. Кок печёт.", ["Кок варит. 1.1. Кок печёт."]),
    "слова без точки": ("2.1. Варит уху 2.1.1. Печёт хлеб.", ["2.1. Варит уху 2.1.1. Печёт хлеб."]),
    "заголовок с точкой": ("2. Права. 2.1. Ест.", ["2. Права.", "2.1. Ест."]),
    "заголовок в сто знаков": (f"2. {'П' * 98} 2.1. Ест.", [f"2. {'П' * 98}", "2.1. Ест."]),
    "длинный заголовок": (f"2. {'П' * 99} 2.1. Ест.", [f"2. {'П' * 99} 2.1. Ест."]),
    "длинное предложение": (f"2. {'П' * 99}. 2.1. Ест.", [f"2. {'П' * 99}.", "2.1. Ест."]),
    "после точки с запятой": ("2.1. Варит; 2.2. Ест.", ["2.1. Варит;", "2.2. Ест."]),
    "после запятой": ("2.1. Варит, 2.2. Ест.", ["2.1. Варит, 2.2. Ест."]),
    "на уровень выше": ("2.1.3. Варит. 2.2. Ест. 2.2.1. Пьёт.", ["2.1.3. Варит.", "2.2. Ест.", "2.2.1. Пьёт."]),
    "другой раздел": ("2.1. Варит. 3.1. Ест.", ["2.1. Варит. 3.1. Ест."]),
    "ниже через один": ("2.1. Варит. 2.1.2. Ест.", ["2.1. Варит. 2.1.2. Ест."]),
    "пустой пункт": ("2.1. 2.2. Ест.", ["2.1. 2.2. Ест."]),
    "буква впереди": ("а) Варит. 1.1. Ест.", ["а) Варит. 1.1. Ест."]),
    "дата": ("1. Введена приказом от 01.02. Кок ознакомлен.", ["1. Введена приказом от 01.02. Кок ознакомлен."]),
}


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=ROWS)
def test_where_clauses_begin(text: str, expected: list[str]) -> None:
    """Only numbers that go on from the one before, behind the end of a sentence or the heading, begin a clause."""
    cuts = [0, *clauses_in_row(text), len(text)]

    assert expected == [text[a:b].strip() for a, b in pairwise(cuts)]


def test_both_formats_part_them(x: Any, outlines: Callable[[str], tuple[Outline, ...]]) -> None:
    """A paragraph of Word and a line of Markdown become the same blocks."""
    text = "2. ПРАВА КОКА 2.1. Кок вправе варить. 2.2. Кок вправе пробовать."
    word = load(Source("a.docx", x.pack(x.p(text))))
    markdown = parse("a.md", text)

    assert ROWS["заголовок и пункты"][1] == [b.span.of(word.text) for b in word.blocks]
    assert ROWS["заголовок и пункты"][1] == [b.span.of(markdown.text) for b in markdown.blocks]
    assert [("rights", "ПРАВА КОКА")] == [(s.role.value, s.heading) for s in outlines(text)[0].sections]
