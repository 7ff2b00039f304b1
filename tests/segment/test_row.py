"""Where in the row of a form a heading stands, and what stands beside it."""

from __future__ import annotations

import pytest

from jdlint.load.markdown import parse
from jdlint.segment.candidate import candidate
from jdlint.segment.row import Place, beside, place_of

PLACES = {
    "абзац": ("Права", 0, None),
    "одна ячейка": ("|Права|\n|-|", 0, Place(1, 1, 1)),
    "вторая строка": ("|Юнга|\n|-|\n|Права|", 1, Place(2, 1, 1)),
    "первая из двух": ("|Права|Ест|\n|-|-|", 0, Place(1, 1, 2)),
    "вторая из двух": ("|Юнга|Права|\n|-|-|", 1, Place(1, 2, 2)),
    "за номером в двух": ("|1.|Права|\n|-|-|", 1, Place(1, 2, 2)),
    "за номером в трёх": ("|1.|Права|Ест|\n|-|-|-|", 1, Place(1, 1, 2, "1")),
    "за номером в четырёх": ("|2|Права|Ест|Пьёт|\n|-|-|-|-|", 1, Place(1, 1, 3, "2")),
    "за номером пункта": ("|1.1|Права|Ест|\n|-|-|-|", 1, Place(1, 1, 2, "1.1")),
    "за номером со словом": ("|1. Юнга|Права|Ест|\n|-|-|-|", 1, Place(1, 2, 3)),
    "за словом": ("|Юнга|Права|Ест|\n|-|-|-|", 1, Place(1, 2, 3)),
    "за точкой списка": ("|•|Права|Ест|\n|-|-|-|", 1, Place(1, 2, 3)),
    "за пустой": ("||Права|Ест|\n|-|-|-|", 0, Place(1, 2, 3)),
    "третья за номером": ("|Юнга|1.|Права|\n|-|-|-|", 2, Place(1, 3, 3)),
    "под номером другой строки": ("|1.|\n|-|\n||Права|Ест|", 1, Place(2, 2, 3)),
    "под номером другой таблицы": ("|1.|\n|-|\n\n<!-- -->\n\n||Права|Ест|\n|-|-|-|", 1, Place(1, 2, 3)),
    "за номером абзаца": ("1.\n\n||Права|Ест|\n|-|-|-|", 1, Place(1, 2, 3)),
}


@pytest.mark.parametrize(("text", "index", "expected"), PLACES.values(), ids=PLACES)
def test_place(text: str, index: int, expected: Place | None) -> None:
    """Row, column and columns as counted in the file, but for a first cell that only numbers a row of three or more."""
    document = parse("a.md", text)
    found = candidate(document, index)

    assert found is not None
    assert expected == place_of(document, found)


@pytest.mark.parametrize(
    ("place", "text", "expected"),
    [
        (Place(2, 1, 2), "ест", True),
        (Place(2, 1, 2), "", True),
        (Place(2, 2, 2), "ест", False),
        (Place(2, 1, 1), "ест", False),
        (Place(2, 1, 3), "ест", False),
        (Place(1, 1, 2), "ест уху", False),
        (Place(1, 1, 2), "ест уху первым", True),
    ],
)
def test_announcing(place: Place, text: str, *, expected: bool) -> None:
    """The first of two cells announces the other; in the first row only where that holds more than a name."""
    assert expected == place.announces(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Права", ""), ("Права\n\nЕст", "Ест"), ("Права\n\nЕст\n\nПьёт", "Ест"), ("|Права|Ест|\n|-|-|", "Ест")],
)
def test_beside(text: str, expected: str) -> None:
    """The block that follows, whatever it is."""
    document = parse("a.md", text)
    found = candidate(document, 0)

    assert found is not None
    assert expected == beside(document, found)
