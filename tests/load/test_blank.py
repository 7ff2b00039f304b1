"""Places left to be filled are found however they are drawn with characters, with their hints."""

from __future__ import annotations

import pytest

from jdlint.load.blank import find_blanks
from jdlint.model.document import Blank, Block, BlockKind, Cell, Shape
from jdlint.model.label import read_label
from jdlint.model.span import Span


def found(text: str, *drawn: Blank, cell: Cell | None = None) -> list[tuple[str, str, str]]:
    """Shape, characters and hint of every blank of a text with one paragraph a line."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            label = read_label(line)
            kind = BlockKind.ITEM if label and label.style == "bullet" else BlockKind.PARAGRAPH
            blocks.append(Block(Span(at, at + len(line)), kind, cell=cell))
        at += len(line) + 1
    return [(b.shape.value, b.span.of(text), b.hint) for b in find_blanks(text, blocks, drawn)]


DRAWN = {
    "черта": ("Кок ____ уху", [("underscores", "____", "")]),
    "разорванная черта": ("Кок ____ ____ уху", [("underscores", "____ ____", "")]),
    "черта через пробелы": ("Кок варит _ _ _ _ _ .", [("underscores", "_ _ _ _ _", "")]),
    "пропавшая черта": ("2.7.      .", [("spaces", "2.7.      .", "")]),
    "две черты через знак": ("Кок ____ / ____", [("underscores", "____", ""), ("underscores", "____", "")]),
    "номер": ("Судно № _", [("underscores", "_", "")]),
    "номер слитно": ("Судно №_ порта", [("underscores", "_", "")]),
    "две черты": ("Кок __ уху", [("underscores", "__", "")]),
    "черта в скобках": ("Стаж [__] лет", [("underscores", "__", "")]),
    "рамочная линия": ("Кок ─────── уху", [("box", "───────", "")]),
    "точки": ("Кок ........ уху", [("dots", "........", "")]),
    "многоточия": ("Кок ………… уху", [("dots", "…………", "")]),
    "точки с пробелами": ("Кок . . . . . . уху", [("dots", ". . . . . . ", "")]),
    "дефисы": ("Кок -------- уху", [("dashes", "--------", "")]),
    "открытый пункт": ("6) … (другие блюда)", [("dots", "…", "другие блюда")]),
    "пункт из одной подсказки": ("2.3. (иные блюда)", [("hint", "(иные блюда)", "иные блюда")]),
    "пустая дата": ("с 00.00.0000 по 00.00.2000", [("date", "00.00.0000", ""), ("date", "00.00.2000", "")]),
    "дата из букв": ("от ХХ.ХХ.20ХХ", [("date", "ХХ.ХХ.20ХХ", "")]),
    "заполнитель": ("Кок [имя кока] варит", [("brackets", "[имя кока]", "")]),
    "ссылка на источник": ("Варит по книге [2, с. 5] и [3; 4, т. 1, с. 10–12] уху", []),
    "число и слова": (
        "Варит [2 литра] и [5, не больше] ухи",
        [("brackets", "[2 литра]", ""), ("brackets", "[5, не больше]", "")],
    ),
    "решётки": (
        "Кок #СУДНО# и «Наименование организации»",
        [("brackets", "#СУДНО#", ""), ("brackets", "«Наименование организации»", "")],
    ),
    "точки перед мерой": ("Доплата ...% за вахту", [("dots", "...", "")]),
    "имя переменной": (
        "Кок {reportsTo} и [SHIP_NAME]",
        [("brackets", "{reportsTo}", ""), ("brackets", "[SHIP_NAME]", "")],
    ),
    "фигурные скобки": ("Кок {{ name }} и {имя}", [("brackets", "{{ name }}", ""), ("brackets", "{имя}", "")]),
    "переменные в пути": ("Кок читает {камбуз}/меню и {год}_{рейс}.txt", []),
    "часть обозначения": ("По ГОСТ [Р 51740] варит", []),
    "пустые кавычки": ("Кок парохода «» варит", [("underscores", "«", "")]),
    "конец строки": ("Кок подчиняется боцману\n.\nКок варит уху.\n\t\t.", []),
    "остаток пункта": ("Кок варит уху\n—;\n.\nи компот", [("item", "—;", ""), ("item", ".", "")]),
    "подсказка с вопросом": ("Отдаёт (кому – указать).", [("hint", "(кому – указать)", "кому – указать")]),
    "угловые скобки": ("Кок <имя кока> варит", [("brackets", "<имя кока>", "")]),
    "подсказка вместо слов": (
        "Подчиняется (указать должность).",
        [("hint", "(указать должность)", "указать должность")],
    ),
    "подсказка с прописной": ("Кок (Ф.И.О.) варит", [("hint", "(Ф.И.О.)", "Ф.И.О.")]),
}


@pytest.mark.parametrize(("text", "expected"), DRAWN.values(), ids=DRAWN)
def test_drawn_with_characters(text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each way to draw a blank is one blank of its shape."""
    assert expected == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Кок варит уху... и чай…",
        "Файл menu_1 и __init__",
        "Вахта 8-12, тире — и – дефис",
        "Дата 01.01.2020, дом 00",
        "Кок [1] и [2] и {x}",
        "Кок (он же юнга) варит",
        "Кок (должностное лицо) варит",
        "1. Общие положения .......... 3",
        "x < y > z",
    ],
)
def test_what_is_no_blank(text: str) -> None:
    """Ellipses, dashes, footnotes, remarks, leaders of a table of contents and names are no blanks."""
    assert [] == found(text)


HINTS = {
    "рядом": ("Подчиняется ____ (кому именно).", "кому именно"),
    "под чертой": ("Подчиняется ____\n(кому именно)", "кому именно"),
    "через запятую": ("Подчиняется ____, (кому  именно)", "кому именно"),
    "далеко": ("Подчиняется ____ и ещё варит уху (кому именно)", ""),
    "в скобках сама": ("Кок [имя] (да)", ""),
}


@pytest.mark.parametrize(("text", "expected"), HINTS.values(), ids=HINTS)
def test_hint_of_a_blank(text: str, expected: str) -> None:
    """A bracket right after or below a blank says what belongs there; it is no blank of its own."""
    assert [expected] == [hint for _, _, hint in found(text)]


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
}


@pytest.mark.parametrize(("text", "expected"), ITEMS.values(), ids=ITEMS)
def test_empty_item(text: str, expected: list[str]) -> None:
    """A label with nothing after it is a blank, unless its text stands in the next paragraph."""
    assert expected == [quote for shape, quote, _ in found(text) if shape == "item"]


def test_number_in_a_cell_is_no_empty_item() -> None:
    """A cell that holds only a number is what tables are made of."""
    assert [] == found("2.", cell=Cell(1, 2, 1, 3))


def test_what_the_loader_drew_wins() -> None:
    """A border or a control at the same place is reported once, as the loader saw it."""
    text = "Подчиняется ____ (кому)"
    drawn = Blank(Span(12, 16), Shape.CONTROL)

    assert [("control", "____", "кому")] == found(text, drawn)


def test_overlapping_blanks_become_one() -> None:
    """Two drawn blanks that overlap are one that covers both."""
    text = "Подчиняется        кому"
    drawn = (Blank(Span(12, 15), Shape.BORDER), Blank(Span(13, 18), Shape.SPACES))

    assert [("border", text[12:18], "")] == found(text, *drawn)


def test_no_block_no_blank() -> None:
    """A document without blocks has no blanks."""
    assert () == find_blanks("", ())
