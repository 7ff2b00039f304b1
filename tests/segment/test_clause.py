"""Clauses get the numbers by which a lawyer cites them, and hang where a reader sees them hang."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.document import Block, BlockKind, Document, Part
from jdlint.model.outline import Clause, Outline
from jdlint.model.span import Span
from jdlint.segment.clause import number_clauses

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
    "два уровня в скобке": ("1. Знает:\n\n1.1) раз;\n\n1.2) два.", ["1", "1.1", "1.2"]),
    "номер с буквой": ("4. Знает:\n\n4.а. раз;\n\n4б) два.\n\n5.а) три.", ["4", "4.а", "4б", "5.а"]),
    "римские в скобке": ("1.1. Знает:\n\nI) раз;\n\nII) два.", ["1.1", "1.1.I", "1.1.II"]),
    "римские с точкой": ("1.1. Знает:\n\nIV. Раз.", ["1.1", "IV"]),
    "скобка за буквой": ("1.1. Знает:\n\nа) раз:\n\n1) нос;\n\nб) два.", ["1.1", "1.1.а", "1.1.1)", "1.1.1).б"]),
    "буквы с точкой": ("1.1. Знает:\n\nа. раз;\n\nб. два.", ["1.1", "1.1.а", "1.1.б"]),
    "буквы без пункта": ("а) раз;\n\nб) два.", ["а", "б"]),
    "буквы под вводной": ("Знает:\n\nа) раз;\n\n1.1. Два.", ["", "а", "1.1"]),
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


def test_the_first_line_may_be_a_clause(outline: Read) -> None:
    """What hangs on the first clause of a text is cited with it."""
    assert ["1.1", "1.1.а"] == [c.number for c in outline("1.1. Знает:\n\nа) раз;\n").clauses]


TREES = {
    "числа": (
        "1. Знает:\n\n2) якорь;\n\n1.1. Снасти\n\n1.1.1. Канат\n\n1.2. Нос\n\n10. Рубка\n\n10.1. Руль\n\n1.3. Кок",
        [
            ("1", "Знает:", "", 0),
            ("1.2)", "якорь;", "Знает:", 1),
            ("1.1", "Снасти", "Знает:", 1),
            ("1.1.1", "Канат", "Снасти", 2),
            ("1.2", "Нос", "Знает:", 1),
            ("10", "Рубка", "", 0),
            ("10.1", "Руль", "Рубка", 1),
            ("1.3", "Кок", "", 0),
        ],
    ),
    "скобка над числом": (
        "1) Знает:\n\n1.1. якорь;\n\n1) Умеет\n\n2) Ест",
        [
            ("1)", "Знает:", "", 0),
            ("1.1", "якорь;", "Знает:", 1),
            ("1.1.1)", "Умеет", "якорь;", 2),
            ("1.1.2)", "Ест", "якорь;", 2),
        ],
    ),
    "тот же номер": ("1.1. Знает\n\n1.1. Умеет", [("1.1", "Знает", "", 0), ("1.1", "Умеет", "", 0)]),
    "похожий номер": (
        "12. Знает\n\n1.1. Умеет\n\n121. Ест",
        [("12", "Знает", "", 0), ("1.1", "Умеет", "", 0), ("121", "Ест", "", 0)],
    ),
    "буква под своим числом": (
        "4. Знает\n\n4а) якорь\n\n5. Умеет\n\n6б) плыть",
        [("4", "Знает", "", 0), ("4а", "якорь", "Знает", 1), ("5", "Умеет", "", 0), ("6б", "плыть", "", 0)],
    ),
    "на точках не висят": (
        "1.1. Знает:\n\n- нос:\n- руль:\n\nа) трюм.\n\n- кок:\n\n1) рубка.\n\nЕст.\n\n- пьёт.",
        [
            ("1.1", "Знает:", "", 0),
            ("", "нос:", "Знает:", 1),
            ("", "руль:", "Знает:", 1),
            ("1.1.а", "трюм.", "Знает:", 1),
            ("", "кок:", "трюм.", 2),
            ("1.1.1)", "рубка.", "Знает:", 1),
            ("", "Ест.", "", 0),
            ("", "пьёт.", "", 0),
        ],
    ),
    "под вводной": (
        "Знает:\n\n1) нос;\n\nI. Руль.\n\n- кок.\n\nУмеет:\n\nа) плыть.",
        [
            ("", "Знает:", "", 0),
            ("1)", "нос;", "Знает:", 1),
            ("I", "Руль.", "Знает:", 1),
            ("", "кок.", "Руль.", 2),
            ("", "Умеет:", "", 0),
            ("а", "плыть.", "Умеет:", 1),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TREES.values(), ids=TREES)
def test_tree(outline: Read, text: str, expected: list[tuple[str, str, str, int]]) -> None:
    """Number, words, the clause above and the depth of each clause."""
    read = outline(f"{HEAD}{text}\n")
    plain = read.document.plain

    assert expected == [
        (c.number, c.body.of(plain), read.clauses[c.parent].body.of(plain) if c.parent >= 0 else "", c.depth)
        for c in of_section(read)
    ]


APART = {
    "строка": ("1.1.\n\nЗнает:\n\n- нос.", [("1.1", "Знает:", [2, 3]), ("", "нос.", [4])]),
    "скобка": ("1.1)\n\nЗнает", [("1.1", "Знает", [2, 3])]),
    "номер списка": ("1)\n\nЗнает", [("1)", "", [2]), ("", "Знает", [3])]),
    "буква": ("а)\n\nЗнает", [("", "а)", [2]), ("", "Знает", [3])]),
    "над номером": ("1.1.\n\n1.2.\n\nДва", [("1.1", "", [2]), ("1.2", "Два", [3, 4])]),
    "последняя": ("Знает\n\n1.1.", [("", "Знает", [2]), ("1.1", "", [3])]),
    "над разделом": ("1.1.\n\nЗнает\n\n## 2. Права", [("1.1", "Знает", [2, 3])]),
    "над таблицей": ("1.1.\n\n|Знает|\n|-|", [("1.1", "", [2]), ("", "Знает", [3])]),
    "под таблицей": ("|1.1.|\n|-|\n\nЗнает", [("1.1", "", [2]), ("", "Знает", [3])]),
    "ячейка": ("|1.1.|Знает|\n|-|-|", [("1.1", "Знает", [2, 3])]),
    "три ячейки": ("|1.1.|Знает|нос|\n|-|-|-|", [("1.1", "Знает", [2, 3]), ("", "нос", [4])]),
    "буква в ячейке": ("|а)|Знает|\n|-|-|", [("", "а)", [2]), ("", "Знает", [3])]),
    "номер у номера": ("|1.1.|1.2. Знает|\n|-|-|", [("1.2", "Знает", [2, 3])]),
    "иная строка": (
        "|Знает|1.1.|\n|-|-|\n|нос|руль|",
        [("", "Знает", [2]), ("1.1", "", [3]), ("", "нос", [4]), ("", "руль", [5])],
    ),
    "иная таблица": ("|1.1.|\n|-|\n\n<!-- -->\n\n|Знает|\n|-|", [("1.1", "", [2]), ("", "Знает", [3])]),
}


@pytest.mark.parametrize(("text", "expected"), APART.values(), ids=APART)
def test_number_apart_from_its_words(outline: Read, text: str, expected: list[tuple[str, str, list[int]]]) -> None:
    """A number alone is that of the next line, or of the next cell in its row; both blocks are the clause."""
    read = outline(f"{HEAD}{text}\n")
    found = [
        (c.number, c.body.of(read.document.plain), [i for i, of in enumerate(read.clause_of) if of == n])
        for n, c in enumerate(read.clauses)
        if c.section == 0
    ]

    assert expected == found


def test_a_number_alone_above_a_heading(outline: Read) -> None:
    """It is not that of what stands below the heading."""
    for number in ("|1.1.|\n|-|", "1.1."):
        read = outline(f"{HEAD}{number}\n\n## 2. Права\n\nЕст.\n")

        assert [(0, "1.1", ""), (1, "", "Ест.")] == [
            (c.section, c.number, c.body.of(read.document.plain)) for c in read.clauses if c.section >= 0
        ]


WORD = {
    "строка под автоматическим номером": ("1.", "", Part.BODY, ["1", ""]),
    "набранный номер": ("", "", Part.BODY, ["1"]),
    "у слов свой номер": ("", "• ", Part.BODY, ["1", ""]),
    "сноска": ("", "", Part.FOOTNOTE, ["1"]),
}


@pytest.mark.parametrize(("label", "below", "part", "expected"), WORD.values(), ids=WORD)
def test_numbers_of_word(label: str, below: str, part: Part, expected: list[str]) -> None:
    """A number that Word counts belongs to its own paragraph, though it is empty; notes are no clauses."""
    text = f"1.\n{below}Знает"
    blocks = (
        Block(Span(0, 2), BlockKind.ITEM, label=label),
        Block(Span(3, len(text)), BlockKind.PARAGRAPH, label=below.strip(), part=part),
    )
    clauses, _ = number_clauses(Document("a.docx", "docx", text, text, blocks), range(2), set(), set(), [0, 0])

    assert expected == [c.number for c in clauses]


KNOWN = {
    "1.1. Знает:": ("Знает:", True, False, False),
    "1.1. Знает": ("Знает", False, False, False),
    "Знает: ": ("Знает:", True, False, False),
    "- канат:": ("канат:", True, True, False),
    "- канат;": ("канат;", False, True, False),
    "### Канат": ("Канат", True, False, True),
}


@pytest.mark.parametrize(("text", "expected"), KNOWN.items())
def test_what_a_clause_knows(outline: Read, text: str, expected: tuple[str, bool, bool, bool]) -> None:
    """Its body is without the label; a colon or a heading makes it a lead-in; a bullet and a heading are marked."""
    read = outline(f"{HEAD}{text}\n")

    assert [expected] == [(c.body.of(read.document.plain), c.lead, c.bullet, c.heading) for c in of_section(read)]


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
