"""Where a place to be filled is told, and what goes with it; `▢` draws such a place of the given shape."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from jdlint.check.blank import check_blank
from jdlint.model.document import Blank, Shape
from jdlint.model.finding import Hit
from jdlint.model.kind import Fill
from jdlint.model.reading import Reading
from jdlint.model.span import Span
from jdlint.rulebook.phrase import parse_phrase

HEAD = "# Должностная инструкция боцмана\n\n## 1. Общие положения\n\n"
Told = Callable[..., list[Hit]]
Read = Callable[[str], Reading]


@pytest.fixture
def told(read: Callable[[str], Reading]) -> Told:
    """Hits for the drawn places; those of other shapes are drawn by `◇`."""

    def look(text: str, shape: Shape, hint: str = "", *, other: Shape = Shape.BOX, **phrases: str) -> list[Hit]:
        drawn = [(Span(*m.span()), shape) for m in re.finditer("▢+", HEAD + text)]
        drawn += [(Span(*m.span()), other) for m in re.finditer("◇+", HEAD + text)]
        reading = with_blanks(read(HEAD + text), *(Blank(span, kind, hint) for span, kind in drawn))
        asked = {name: (parse_phrase(phrase),) for name, phrase in phrases.items()}
        return list(check_blank(Fill(frozenset({shape, other}), **asked), reading, frozenset()))

    return look


def with_blanks(reading: Reading, *blanks: Blank) -> Reading:
    """The same document with just these places to be filled."""
    document = replace(reading.outline.document, blanks=blanks)
    return replace(reading, outline=replace(reading.outline, document=document))


def hits_of(shape: Shape, reading: Reading, zones: str = "content") -> list[Hit]:
    """Hits for the places of this shape."""
    return list(check_blank(Fill(frozenset({shape}), zones=zones), reading, frozenset()))


def words(text: str, hits: list[Hit]) -> list[str]:
    """What every hit quotes."""
    return [hit.span.of(HEAD + text) for hit in hits]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["1.1. Моет ▢▢"], "1.1. Моет ▢▢ и ▢▢.\n"),
        (["1.1. Моет ▢▢", "1.2. Ест ▢▢"], "1.1. Моет ▢▢.\n\n1.2. Ест ▢▢.\n"),
        (["1.1. Моет ▢▢"], "1.1. Моет ▢▢ и ◇◇.\n"),
        (["1.1. Моет ◇◇"], "1.1. Моет ◇◇ и ▢▢.\n"),
        (["два три четыре пять шесть ▢"], "два три четыре пять шесть ▢\n"),
        (["два три четыре пять шесть семь ▢"], "раз два три четыре пять шесть семь ▢\n"),
        (["да да да да да да ▢"], "да да да да да да да да ▢\n"),
        (["▢▢"], "▢▢ моет.\n"),
    ],
)
def test_words_before(told: Told, expected: list[str], text: str) -> None:
    """The first line of a block with up to six words before it."""
    assert expected == words(text, told(text, Shape.UNDERSCORES))


@pytest.mark.parametrize("shape", [Shape.BRACKETS, Shape.HINT])
def test_each_in_its_place(told: Told, shape: Shape) -> None:
    """A bracket or a hint is told each time, alone, beside a line of its block too."""
    text = "1.1. Моет ▢▢, ест ▢▢▢ и ◇◇, пьёт ▢.\n"

    assert ["▢▢", "▢▢▢", "▢"] == words(text, [hit for hit in told(text, shape) if hit.values["shape"] == shape.value])


TABLE = "| Что | Где |\n|---|---|\n"


@pytest.mark.parametrize(
    ("count", "table"),
    [
        (1, TABLE + "| якорь▢ | да |\n"),
        (1, TABLE + "| якорь 1▢ | да |\n"),
        (0, TABLE + "| 1▢ | да |\n"),
        (0, TABLE + "| 1.12.▢ | да |\n"),
        (0, TABLE + "| № 12 ▢ | да |\n"),
        (1, TABLE + "| 123▢ | да |\n"),
        (1, "якорь▢\n"),
        (1, "1▢ якорь\n"),
    ],
)
def test_empty_cells(told: Told, count: int, table: str) -> None:
    """The cell beside the number of a row asks for nothing."""
    assert count == len(told(table, Shape.CELL))
    assert (count or 1) == len(told(table, Shape.UNDERSCORES))


def test_the_row_of_a_heading(told: Told) -> None:
    """Cells beside the heading of a section ask for nothing; those of other rows and tables do."""
    other = "| якорь▢ | да |\n|---|---|\n| цепь▢ | да |\n"
    text = "| 2. Права | и |\n|---|---|\n| якорь▢ | да |\n\nМоет.\n\n" + other
    heading = text.replace("| и |", "| и▢ |")

    assert 3 == len(told(text, Shape.CELL))
    assert 3 == len(told(heading, Shape.CELL))
    assert 4 == len(told(heading, Shape.UNDERSCORES))


HINTED = {
    "рядом": ("1.1. Моет ▢▢ (что моет) сам.\n", "1.1. Моет ▢▢", ["что моет"]),
    "под строкой": ("▢▢▢\n(что моет)\n", "▢▢▢\n(что моет)", ["что моет"]),
    "под строкой без скобки": ("▢▢▢\nчто моет\n", "▢▢▢", ["что моет"]),
    "в двухстах знаках": (f"Моет ▢▢{'.' * 200}что моет.\n", "Моет ▢▢", ["что моет"]),
    "дальше двухсот": (f"Моет ▢▢{'.' * 201}что моет.\n", "Моет ▢▢", []),
    "вразрядку": (f"Моет ▢▢ (что{' ' * 29}моет).\n", "Моет ▢▢", [f"что{' ' * 29}моет"]),
    "слишком вразрядку": (f"Моет ▢▢ (что{' ' * 30}моет).\n", "Моет ▢▢", []),
    "за словами": ("Моет ▢▢ палубу (что моет).\n", "Моет ▢▢", []),
    "не весь": ("Моет ▢▢ (что чистит).\n", "Моет ▢▢", []),
    "до пропуска": ("Что моет: ▢▢.\n", "Что моет: ▢▢", []),
}


@pytest.mark.parametrize(("text", "quote", "beside"), HINTED.values(), ids=HINTED)
def test_hints(told: Told, text: str, quote: str, beside: list[str]) -> None:
    """A hint right behind the place goes with it; a line of its own is quoted with the hint below."""
    (hit,) = told(text, Shape.UNDERSCORES, "что моет")

    assert [quote] == words(text, [hit])
    assert [("hint", words) for words in beside] == [(a.key, a.span.of(HEAD + text)) for a in hit.related]
    assert ("underscores", "что моет") == (hit.values["shape"], hit.values["hint"])


ABOVE = {
    "середина фразы": ("Боцман служит на бриге\n\n▢▢▢\n", ["Боцман служит на бриге"]),
    "конец фразы": ("Боцман служит на бриге.\n\n▢▢▢\n", []),
    "мало слов": ("на бриге\n\n▢▢▢\n", []),
    "имя в конце": ("Боцман служит на Бриге\n\n▢▢▢\n", []),
    "слова у строки": ("Боцман служит на бриге\n\n▢▢▢ моет\n", []),
}


@pytest.mark.parametrize(("text", "above"), ABOVE.values(), ids=ABOVE)
def test_the_sentence_above(told: Told, text: str, above: list[str]) -> None:
    """A line that is nothing but a place to fill ends the sentence that stops above it."""
    (hit,) = told(text, Shape.UNDERSCORES)

    assert [("above", words) for words in above] == [(a.key, a.span.of(HEAD + text)) for a in hit.related]


def test_the_first_line_of_a_document(read: Callable[[str], Reading]) -> None:
    """It has nothing above it."""
    text = "▢▢\n\n" + HEAD + "Моет палубу сам\n"
    reading = read(text)
    for shape in (Shape.UNDERSCORES, Shape.ITEM):
        assert [()] == [hit.related for hit in hits_of(shape, with_blanks(reading, Blank(Span(0, 2), shape)), "all")]


def test_an_empty_item(told: Told) -> None:
    """It is told alone, with the line above it, whatever that says."""
    text = "1.1. Моет.\n\n▢▢ палуба\n"
    (hit,) = told(text, Shape.ITEM)

    assert ["▢▢"] == words(text, [hit])
    assert [("above", "1.1. Моет.")] == [(a.key, a.span.of(HEAD + text)) for a in hit.related]


@pytest.mark.parametrize(("expected", "drawn"), [("▢▢", " ▢▢ "), ("  ", "  ")])
@pytest.mark.parametrize("shape", [Shape.ITEM, Shape.BRACKETS, Shape.HINT])
def test_white_space_around(read: Read, shape: Shape, expected: str, drawn: str) -> None:
    """It is no part of the place, unless there is nothing else."""
    text = f"{HEAD}Моет{drawn}сам.\n"
    at = text.index(f"{drawn}сам")
    blank = Blank(Span(at, at + len(drawn)), shape)

    assert [expected] == [hit.span.of(text) for hit in hits_of(shape, with_blanks(read(text), blank))]


def test_a_place_that_several_cells_share(read: Read) -> None:
    """A place that runs through several blocks is told in each, as far as it reaches there."""
    text = f"{HEAD}Моет борт.\n\nПоёт песни.\n"
    blank = Blank(Span(text.index("борт"), text.index("песни")), Shape.BORDER)

    assert ["Моет борт.", "Поёт"] == [
        hit.span.of(text) for hit in hits_of(Shape.BORDER, with_blanks(read(text), blank))
    ]


NEAR = {
    "сразу перед": ("Имя порта ▢▢.\n", True, False),
    "через знаки": ("Имя порта: ( ▢▢.\n", True, False),
    "через слово": ("Имя порта моря ▢▢.\n", False, True),
    "через цифру": ("Имя порта 5 ▢▢.\n", False, True),
    "после": ("Имя ▢▢ порта.\n", False, True),
    "в другом пункте": ("Имя порта\n\n▢▢.\n", False, True),
    "подпись": ("Начальник порта ▢▢ И. И. Волнов\n", False, False),
    "подпись через дробь": ("Начальник порта ▢▢ / И.И. Волнов\n", False, False),
    "подпись наоборот": ("Начальник порта ▢▢ Волнов И.\n", False, False),
    "одно имя": ("Начальник порта ▢▢ Волнов\n", True, False),
    "имя в стороне": ("Начальник порта ▢▢, И. И. Волнов\n", True, False),
}


@pytest.mark.parametrize(("text", "near", "other"), NEAR.values(), ids=NEAR)
def test_words_beside(told: Told, text: str, *, near: bool, other: bool) -> None:
    """`near` wants its words right before the place and no person behind it; `unless` only looks at the words."""
    assert near is bool(told(text, Shape.UNDERSCORES, near="порт"))
    assert other is bool(told(text, Shape.UNDERSCORES, unless="порт"))
    assert not told(text, Shape.UNDERSCORES, near="порт", unless="порт")


def test_words_of_the_hint(told: Told) -> None:
    """The hint behind a place, or words inside it, name it as well."""
    hinted = "Моет ▢▢ (имя порта).\n"

    assert told(hinted, Shape.UNDERSCORES, "имя порта", near="порт")
    assert not told(hinted, Shape.UNDERSCORES, "имя порта", near="флот")
    assert not told(hinted, Shape.UNDERSCORES, "имя порта", unless="порт")
    assert not told(hinted, Shape.UNDERSCORES, near="порт")
