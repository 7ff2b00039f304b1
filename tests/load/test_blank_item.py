"""Items, rows and lines that lost their words are blanks, unless the words stand beside or below."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.load.blank import find_blanks
from jdlint.load.markdown import parse
from jdlint.model.document import Block, BlockKind, Cell
from jdlint.model.span import Span

Blanks = Callable[..., list[tuple[str, str, str]]]


ITEMS = {
    "потерянные слова": ("7. .\n\nПрава кока\n", ["7. ."]),
    "пункт": ("2.1. Варит уху.\n2.2.\n2.3. Моет.", ["2.2."]),
    "номер с точкой": ("1. Уха.\n2.\n3. Чай.", ["2."]),
    "номер со скобкой": ("1) Уха.\n2)\n3) Чай.", ["2)"]),
    "последний": ("1. Уха.\n2.", ["2."]),
    "точка с запятой": ("- уха;\n- ;\n- чай.", ["- ;"]),
    "номер отдельно от слов": ("2.2.\nВарит уху.", []),
    "номер отдельно в конце списка": ("- чай;\n- уха.\n2.2.\nВарит уху.", []),
    "номер страницы": ("Кок варит.\n7", []),
    "слово": ("3.1. Чай.", []),
    "номер без точки": ("5", []),
    "номер из двух": ("2.1", ["2.1"]),
    "номер из двух над словом": ("2.1\nуха", []),
    "буква": ("а)\nуха", []),
    "буква с точкой": ("а) .\nуха", ["а) ."]),
    "над номером": ("-\n1. уха", ["-"]),
    "над точкой списка": ("2.2.\n- уха", ["2.2."]),
    "остаток над словом": ("- ;\nуха", ["- ;"]),
    "за точкой с запятой": ("Кок варит;\n;", [";"]),
    "за двоеточием": ("Кок варит:\n.", ["."]),
    "за восклицанием": ("Кок!\n.", ["."]),
    "за вопросом": ("Кок?\n.", ["."]),
    "первый знак": (".", ["."]),
    "первый знак под пустой строкой": ("\n.", ["."]),
    "знак с отступом": (" .", []),
    "тире за словом": ("Кок\n-;", ["-;"]),
    "одно многоточие": ("1) ...", ["1) ..."]),
}


@pytest.mark.parametrize(("text", "expected"), ITEMS.values(), ids=ITEMS)
def test_empty_item(blanks: Blanks, text: str, expected: list[str]) -> None:
    """A label with nothing after it is a blank, unless its text stands in the next paragraph."""
    assert expected == [quote for shape, quote, _ in blanks(text) if shape == "item"]


LOST = {"2.1.   ;": "spaces", "2.1.  .": "spaces", "2.1. ;": "item", "2.1.": "item"}


@pytest.mark.parametrize(("text", "shape"), LOST.items())
def test_line_that_was_lost(blanks: Blanks, text: str, shape: str) -> None:
    """Two spaces between a number and its stop are what is left of a line."""
    assert [(shape, text, "")] == blanks(text)


OPEN = {
    "1) …": [("dots", "…", "")],
    "1) … ;": [("dots", "…", "")],
    "1) … (иное).": [("dots", "…", "иное")],
    "1) (Другие блюда).": [("hint", "(Другие блюда)", "Другие блюда")],
}


@pytest.mark.parametrize(("text", "expected"), OPEN.items())
def test_item_left_open(blanks: Blanks, text: str, expected: list[tuple[str, str, str]]) -> None:
    """Dots or a hint in place of the words of an item are the blank."""
    assert expected == blanks(text)


HEAD = "|№|Блюдо|День|\n|-|-|-|\n|1|уха|среда|\n"
ROWS = {
    "только номер": (f"{HEAD}|2|||", [("item", "2")]),
    "номер с точкой": (f"{HEAD}|2.|||", [("item", "2.")]),
    "номер из трёх цифр": (f"{HEAD}|222|||", [("item", "222")]),
    "номер пункта": (f"{HEAD}|2.8|||", [("item", "2.8")]),
    "не номер": (f"{HEAD}|2222|||", [("cell", "2222||")]),
    "одна ячейка пуста": (f"{HEAD}|2|щи||", [("cell", "2|щи|")]),
    "черта в ячейке": (f"{HEAD}|2|___||", [("item", "2")]),
    "номер не впереди": ("|Блюдо|№|День|\n|-|-|-|\n|уха|1|среда|\n|щи|2||\n||3||", [("cell", "щи|2|")]),
    "две таблицы": (f"{HEAD}|2|||\n\nКок\n\n{HEAD}|кок|||\n|3|||", [("item", "2"), ("cell", "кок||"), ("item", "3")]),
    "ниже таблицы": (f"{HEAD}|2|||\n\nКок ____ уху", [("item", "2"), ("underscores", "____")]),
}


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=ROWS)
def test_rows(text: str, expected: list[tuple[str, str]]) -> None:
    """A row that says nothing but its number is one empty item; an empty cell beside words is a blank of its own."""
    assert expected == [(b.shape.value, b.span.of(text)) for b in parse("a.md", text).blanks]


def items(*told: tuple[str, str, Cell | None]) -> list[str]:
    """The blanks of list items and paragraphs with these labels of Word, texts and cells, one a line."""
    text = "\n".join(words for _, words, _ in told)
    blocks, at = [], 0
    for label, words, cell in told:
        kind = BlockKind.ITEM if label else BlockKind.PARAGRAPH
        blocks.append(Block(Span(at, at + len(words)), kind, label=label, cell=cell))
        at += len(words) + 1
    return [b.span.of(text) for b in find_blanks(text, blocks)]


WORD = {
    "пустой пункт": ([("1.", "1.", None), ("", "уха", None)], ["1."]),
    "точка списка над строкой": ([("•", "•", None), ("", "уха", None)], []),
    "точка списка над прописной": ([("•", "•", None), ("", "Уха", None)], ["•"]),
    "точка списка над пустой строкой": ([("•", "•", None), ("", "", None), ("", "уха", None)], ["•"]),
    "точка списка над кавычкой": ([("•", "•", None), ("", "«уха»", None)], ["•"]),
    "точка списка над номером": ([("•", "•", None), ("", "а) уха", None)], ["•"]),
    "точка списка над точкой": ([("•", "•", None), ("•", "уха", None)], ["•"]),
    "точка списка последней": ([("•", "•", None)], ["•"]),
    "пункт в ячейке у слов": ([("1.", "1.", Cell(1, 1, 1, 2)), ("", "уха", Cell(1, 1, 2, 2))], []),
    "пункт над словами той же ячейки": ([("1.", "1.", Cell(1, 1, 2, 2)), ("", "уха", Cell(1, 1, 2, 2))], ["1."]),
    "пункт над другой строкой": ([("1.", "1.", Cell(1, 1, 1, 2)), ("", "уха", Cell(1, 2, 2, 2))], ["1."]),
    "пункт над другой таблицей": ([("1.", "1.", Cell(1, 1, 1, 2)), ("", "уха", Cell(2, 1, 2, 2))], ["1."]),
    "пункт над абзацем": ([("1.", "1.", Cell(1, 1, 1, 2)), ("", "уха", None)], ["1."]),
    "последний пункт в ячейке": ([("1.", "1.", Cell(1, 1, 1, 2))], ["1."]),
    "знак в ячейке": ([("", "Кок!", None), ("", ";", Cell(1, 1, 1, 1))], []),
}


@pytest.mark.parametrize(("told", "expected"), WORD.values(), ids=WORD)
def test_items_of_word(told: list[tuple[str, str, Cell | None]], expected: list[str]) -> None:
    """An item that Word numbers is empty unless its words stand beside it in the row or go on in the next line."""
    assert expected == items(*told)


def test_number_in_a_cell_is_no_empty_item(blanks: Blanks) -> None:
    """A cell that holds only a number is what tables are made of."""
    assert [] == blanks("2.", cell=Cell(1, 2, 1, 3))
