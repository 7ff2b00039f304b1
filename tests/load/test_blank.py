"""Places left to be filled are found however they are drawn with characters, with their hints."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.load.blank import find_blanks
from jdlint.model.document import Blank, Block, BlockKind, Shape
from jdlint.model.span import Span

Blanks = Callable[..., list[tuple[str, str, str]]]


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
def test_drawn_with_characters(blanks: Blanks, text: str, expected: list[tuple[str, str, str]]) -> None:
    """Each way to draw a blank is one blank of its shape."""
    assert expected == blanks(text)


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
        "Варит соль1\n____\n1 Морская",
        "5\nуха",
        "Кок\n;",
        "Кок варит\n;",
        "Кок\n. ;",
        "... ",
        "1) … (ин)",
        "1) (прочие)",
        "1) (другое дело)",
        "(иные блюда)",
        "1) (иные блюда) да",
    ],
)
def test_what_is_no_blank(blanks: Blanks, text: str) -> None:
    """Ellipses, dashes, footnotes, remarks, leaders of a table of contents and names are no blanks."""
    assert [] == blanks(text)


HINTS = {
    "рядом": ("Подчиняется ____ (кому именно).", "кому именно"),
    "под чертой": ("Подчиняется ____\n(кому именно)", "кому именно"),
    "через запятую": ("Подчиняется ____, (кому  именно)", "кому именно"),
    "далеко": ("Подчиняется ____ и ещё варит уху (кому именно)", ""),
    "в скобках сама": ("Кок [имя] (да)", ""),
    "две буквы": ("Кок ____ (да)", "да"),
    "одна буква": ("Кок ____ (я)", ""),
    "двести букв": (f"Кок ____ ({'я' * 200})", "я" * 200),
    "больше двухсот": (f"Кок ____ ({'я' * 201})", ""),
    "на двух строках": ("Кок ____ (кем\nименно)", "кем именно"),
    "через точку": ("Кок ____ . (кем)", "кем"),
    "через точку с запятой": ("Кок ____;(кем)", "кем"),
    "через восклицание": ("Кок ____! (кем)", ""),
    "у даты": ("00.00.2000 (кем)", ""),
    "у двух черт одна": ("Кок ____ ____ (кем)", "кем"),
}


@pytest.mark.parametrize(("text", "expected"), HINTS.values(), ids=HINTS)
def test_hint_of_a_blank(blanks: Blanks, text: str, expected: str) -> None:
    """A bracket right after or below a blank says what belongs there; it is no blank of its own."""
    assert [expected] == [hint for _, _, hint in blanks(text)]


NOTES = {
    "сноска": ("Варит соль1\n____\n1 Морская", 0),
    "слово со скобкой": ("Варит (соль)1\n____\n1 «Морская»", 0),
    "нет сноски": ("Варит соль1\n____", 1),
    "никто не ссылается": ("Варит соль\n____\n1 Морская", 1),
    "ссылка ниже": ("Варит\n____\n1 Морская соль1", 1),
    "другой номер": ("Варит соль1\n____\n2 Морская", 1),
    "номер длиннее": ("Варит соль12\n____\n1 Морская", 1),
    "не только черта": ("Варит соль1\nКок ____\n1 Морская", 1),
    "не сноска": ("Варит соль1\n____\n1 морская", 1),
}


@pytest.mark.parametrize(("text", "expected"), NOTES.values(), ids=NOTES)
def test_line_above_footnotes(blanks: Blanks, text: str, expected: int) -> None:
    """A line between the text and a footnote that the text refers to is no blank; any other line is."""
    assert [("underscores", "____", "")] * expected == blanks(text)


ASKED = {
    "перед чертой": ("(указать блюдо) ____", [("hint", "указать блюдо"), ("underscores", "")]),
    "за чертой": ("____ (указать блюдо)", [("underscores", "указать блюдо")]),
    "вплотную за чертой": ("____(указать блюдо)", [("underscores", "указать блюдо")]),
    "вторая за чертой": (
        "____ (указать блюдо) (указать день)",
        [("underscores", "указать блюдо"), ("hint", "указать день")],
    ),
    "за словом": ("____ и (указать блюдо)", [("underscores", ""), ("hint", "указать блюдо")]),
    "внутри заполнителя": ("[указать (дата)]", [("brackets", "")]),
    "далеко": (f"____{' ' * 199}(указать)", [("underscores", "")]),
    "слишком далеко": (f"____{' ' * 200}(указать)", [("underscores", ""), ("hint", "указать")]),
    "между двумя": (
        "____ (день) и (указать) ____",
        [("underscores", "день"), ("hint", "указать"), ("underscores", "")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ASKED.values(), ids=ASKED)
def test_hint_that_is_no_legend(blanks: Blanks, text: str, expected: list[tuple[str, str]]) -> None:
    """A hint with only a blank before it belongs to that; any other is a blank itself."""
    assert expected == [(shape, hint) for shape, _, hint in blanks(text)]


LINES = {
    "через черту": ("Кок ____ / ____", ["____", "____"]),
    "через запятую": ("Кок ____, ____", ["____", "____"]),
    "через пробел": ("Кок ____ ____", ["____ ____"]),
    "через много пробелов": ("Кок ____     ____     ____", ["____     ____     ____"]),
    "через слово": ("Кок ____ и ____", ["____", "____"]),
    "на двух строках": ("Кок ____\n____", ["____", "____"]),
    "разные линии": ("Кок ____     ────", ["____", "────"]),
    "до номера страницы": ("Кок ........ 12\nЮнга ........ 1234\nБоцман ........ уху", ["........", "........"]),
}


@pytest.mark.parametrize(("text", "expected"), LINES.values(), ids=LINES)
def test_lines_side_by_side(blanks: Blanks, text: str, expected: list[str]) -> None:
    """Pieces of one line are one blank; a mark, a word or the end of the line stand between two."""
    assert expected == [quote for _, quote, _ in blanks(text)]


def test_what_the_loader_drew_wins(blanks: Blanks) -> None:
    """A border or a control at the same place is reported once, as the loader saw it."""
    text = "Подчиняется ____ (кому)"
    drawn = Blank(Span(12, 16), Shape.CONTROL)

    assert [("control", "____", "кому")] == blanks(text, drawn)


def test_overlapping_blanks_become_one(blanks: Blanks) -> None:
    """Two drawn blanks that overlap are one that covers both."""
    text = "Подчиняется        кому"
    drawn = (Blank(Span(12, 15), Shape.BORDER), Blank(Span(13, 18), Shape.SPACES))

    assert [("border", text[12:18], "")] == blanks(text, *drawn)


OVERLAPS = {
    "короче": ((12, 16, Shape.BORDER), (13, 15, Shape.SPACES), [("border", 12, 16)]),
    "такой же": ((12, 16, Shape.BORDER), (12, 16, Shape.SPACES), [("border", 12, 16)]),
    "длиннее": ((12, 14, Shape.BORDER), (13, 17, Shape.SPACES), [("border", 12, 17)]),
    "длиннее пункта": ((12, 14, Shape.ITEM), (13, 17, Shape.SPACES), [("item", 12, 14)]),
    "той же длины": ((12, 16, Shape.BORDER), (13, 17, Shape.SPACES), [("border", 12, 16)]),
    "рядом": ((12, 14, Shape.BORDER), (14, 17, Shape.SPACES), [("border", 12, 14), ("spaces", 14, 17)]),
}


@pytest.mark.parametrize(("first", "second", "expected"), OVERLAPS.values(), ids=OVERLAPS)
def test_which_of_two_wins(
    first: tuple[int, int, Shape], second: tuple[int, int, Shape], expected: list[tuple[str, int, int]]
) -> None:
    """The first of two that overlap stays, as long as both where the second is longer, and as it is for an item."""
    text = "Подчиняется        кому"
    drawn = [Blank(Span(a, b), shape) for a, b, shape in (first, second)]

    assert expected == [(b.shape.value, b.span.start, b.span.end) for b in find_blanks(text, (), drawn)]


@pytest.mark.parametrize(("start", "end"), [(4, 6), (6, 8), (4, 8), (5, 7)])
def test_characters_give_way(start: int, end: int) -> None:
    """A line of characters that begins or ends where the loader saw a blank is that blank."""
    text = "Кок ____ уху"
    blocks = [Block(Span(0, len(text)), BlockKind.PARAGRAPH)]
    expected = [("tabs", start, end)] if (start, end) != (5, 7) else [("underscores", 4, 8)]
    found = find_blanks(text, blocks, [Blank(Span(start, end), Shape.TABS)])

    assert expected == [(b.shape.value, b.span.start, b.span.end) for b in found]


def test_no_block_no_blank() -> None:
    """A document without blocks has no blanks."""
    assert () == find_blanks("", ())
