"""Clauses get the numbers by which a lawyer cites them, and hang where a reader sees them hang."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.outline import Clause, Outline

Read = Callable[[str], Outline]
HEAD = "# Должностная инструкция боцмана\n\n## 1. Общие положения\n\n"

LISTS = {
    "номера": ("1.1. Раз.\n\n1.2. Два.\n\n1.10. Три.", ["1.1", "1.2", "1.10"]),
    "буквы": ("1.1. Знает:\n\nа) раз;\n\nб) два.\n\n1.2. Три.", ["1.1", "1.1.а", "1.1.б", "1.2"]),
    "скобки": ("1.1. Знает:\n\n1) раз;\n\n2) два.\n\n1.2. Три.", ["1.1", "1.1.1)", "1.1.2)", "1.2"]),
    "точки списка": ("1.1. Знает:\n\n- раз;\n- два.\n\n1.2. Три.", ["1.1", "", "", "1.2"]),
    "скобки без пункта": ("Знает:\n\n1) раз;\n\n2) два.", ["", "1)", "2)"]),
    "глубже": ("1.1. Раз.\n\n1.1.1. Два.\n\n1.1.2. Три.\n\n1.2. Четыре.", ["1.1", "1.1.1", "1.1.2", "1.2"]),
    "простые номера": ("1. Раз.\n\n2. Два.", ["1", "2"]),
    "с пробелами": ("1. 1. Раз.\n\n1. 2 . Два.", ["1.1", "1.2"]),
    "без номера": ("Раз.\n\nДва.", ["", ""]),
    "число без точки": ("1.1 Раз.\n\n5 рабочих дней.", ["1.1", ""]),
    "номер на своей строке": ("1.1.\n\nРаз.\n\n1.2.\n\nДва.", ["1.1", "1.2"]),
    "таблица": ("| 1.1 | Раз |\n|---|---|\n| 1.2 | Два |", ["1.1", "1.2"]),
}


def of_section(outline: Outline) -> list[Clause]:
    """The clauses of the first section, those that say something."""
    return [c for c in outline.clauses if c.section == 0 and c.body.of(outline.document.plain).strip()]


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_numbers(outline: Read, text: str, expected: list[str]) -> None:
    """Typed numbers, letters, brackets and bullets: a letter is cited with the clause it stands under."""
    assert expected == [c.number for c in of_section(outline(HEAD + text + "\n"))]


def test_numbers_begin_anew_in_each_section(outline: Read) -> None:
    """The same number may stand in two sections; each clause knows its own."""
    read = outline(f"{HEAD}1. Раз.\n\n2. Два.\n\n## 2. Права\n\n1. Три.\n")
    found = [(c.number, read.sections[c.section].role.value) for c in read.clauses if c.section >= 0]

    assert [("1", "general"), ("2", "general"), ("1", "rights")] == found


def test_a_chapter_above_its_title_is_no_clause(outline: Read) -> None:
    """«ГЛАВА 2» on a line of its own belongs to the heading below it."""
    text = "# Должностная инструкция боцмана\n\nГЛАВА 1\n\nОБЩИЕ ПОЛОЖЕНИЯ\n\n1. Раз.\n\nГЛАВА 2\n\nПРАВА\n\n2. Два.\n"

    read = outline(text)

    assert ["1", "2"] == [c.number for c in read.clauses if c.section >= 0]
    assert [("1", "ОБЩИЕ ПОЛОЖЕНИЯ"), ("2", "ПРАВА")] == [(s.number, s.heading) for s in read.sections]
    assert ["ГЛАВА 1", "ГЛАВА 2"] == [s.span.of(read.document.plain).split("\n")[0] for s in read.sections]


def test_parents(outline: Read) -> None:
    """Items hang on the lead-in above them, letters on their clause, and a plain paragraph on nothing."""
    read = outline(f"{HEAD}1.1. Знает:\n\nа) снасти:\n\n- канат;\n\nб) якорь.\n\nПросто так.\n\nБережёт:\n\n- раз;\n")
    plain = read.document.plain
    found = {c.body.of(plain): read.clauses[c.parent].body.of(plain) if c.parent >= 0 else "" for c in of_section(read)}

    assert {
        "Знает:": "",
        "снасти:": "Знает:",
        "канат;": "снасти:",
        "якорь.": "Знает:",
        "Просто так.": "",
        "Бережёт:": "",
        "раз;": "Бережёт:",
    } == found


def test_what_a_clause_knows(outline: Read) -> None:
    """Its body is without the label; a colon makes it a lead-in; a bullet is marked."""
    read = outline(f"{HEAD}1.1. Знает:\n\n- канат;\n")
    lead, bullet = of_section(read)

    assert ("Знает:", True, False, 0) == (lead.body.of(read.document.plain), lead.lead, lead.bullet, lead.depth)
    assert ("канат;", False, True, 1) == (bullet.body.of(read.document.plain), bullet.lead, bullet.bullet, bullet.depth)


def test_finding_the_clause_of_a_place(outline: Read) -> None:
    """Any offset inside a clause leads to it; between blocks and beyond the text there is none."""
    text = f"{HEAD}1.1. Знает канат.\n\n1.2. Вяжет узлы.\n"
    read = outline(text)
    clause = read.clause_at(text.index("узлы"))

    assert clause is not None
    assert "1.2" == clause.number
    assert read.clause_at(text.index("\n\n1.2.")) is None
    assert read.clause_at(len(text) + 9) is None
    assert read.clause_at(text.index("Общие")) is None
