"""Which duties of a document are compared, and which earlier place a repeat is told with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.check.repeat import check_repeat
from jdlint.model.kind import Repeat
from jdlint.model.reading import Reading
from jdlint.model.rule import Rulebook

Pairs = Callable[[str, str], list[tuple[str, str, str]]]


@pytest.fixture(scope="module")
def pairs(read: Callable[[str], Reading], rulebook: Rulebook, with_duties: Callable[[str], str]) -> Pairs:
    """The later place, the clause and the words of the earlier, of all repeats of this degree in a section."""

    def of(degree: str, text: str) -> list[tuple[str, str, str]]:
        whole = text if text.startswith("# ") else with_duties(text)
        hits = list(check_repeat(Repeat("duty", degree), read(whole), rulebook.vocabulary))
        assert [h.values["other"] for h in hits] == [" ".join(h.related[0].span.of(whole).split()) for h in hits]
        return [(h.span.of(whole), h.values["other_clause"], h.values["other"]) for h in hits]

    return of


def numbered(*items: str) -> str:
    """Items of the section of duties."""
    return "".join(f"2.{number}. {item}.\n\n" for number, item in enumerate(items, 1))


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (("Моет пол", "Моет пол", "Мытьё пола"), [("Моет пол", "2.1"), ("Мытьё пола", "2.1")]),
        (("Моет пол", "Красит борт", "Красить борт", "Мыть пол"), [("Красить борт", "2.2"), ("Мыть пол", "2.1")]),
        (("Моет и сушит", "Сушит и моет"), [("Сушит и моет", "2.1")]),
        (("Моет пол", "Моет борт"), []),
    ],
)
def test_the_first_of_the_same(pairs: Pairs, items: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    """Each later one once, in the order of the text."""
    assert expected == [(later, clause) for later, clause, _ in pairs("same", numbered(*items))]
    assert [] == pairs("near", numbered(*items))


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (("Чинит катер порта", "Чинит катер порта мастера"), [("Чинит катер порта мастера", "2.1")]),
        (
            ("Чинит катер порта", "Чинит катер порта мастера", "Чинит катер порта мастера кистью"),
            [("Чинит катер порта мастера", "2.1"), ("Чинит катер порта мастера кистью", "2.2")],
        ),
        (
            ("Чинит катер порта мастера", "Чинит катер порта ежедневно кистью", "Чинит катер порта"),
            [("Чинит катер порта", "2.1")],
        ),
    ],
)
def test_the_nearest_place(pairs: Pairs, items: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    """The one that shares most words, the first of several."""
    found = [(later, clause) for later, clause, _ in pairs("near", numbered(*items))]

    assert expected == [pair for pair in found if pair[0] != "Чинит катер порта ежедневно кистью"]
    assert [] == pairs("same", numbered(*items))


@pytest.mark.parametrize("order", [1, -1])
def test_a_duty_that_names_no_thing(pairs: Pairs, order: int) -> None:
    """It may be about any thing, whichever stands first."""
    items = ("Красит сильно ежедневно", "Красит борт сильно ежедневно")[::order]

    assert [(items[1], "2.1", items[0])] == pairs("near", numbered(*items))


@pytest.mark.parametrize(("between", "expected"), [(29, 1), (30, 0)])
def test_of_many_alike_the_last_are_compared(pairs: Pairs, between: int, expected: int) -> None:
    """Thirty that do one thing to one thing, and no more."""
    many = [f"Чинит {number} лодок" for number in range(between)]

    assert expected == len(pairs("same", numbered("Чинит лодки", *many, "Чинит лодки")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Моет борта\n\n### Боцман\n\n1. Моет борта\n", 1),
        ("### Боцман\n\n1. Моет борта\n\n### Кок\n\n1. Моет борта\n", 0),
        ("### Боцман\n\n1. Моет борта\n\n2. Моет борта\n", 1),
        ("### Ремонт\n\n1. Моет борта\n\n### Весенние работы\n\n1. Моет борта\n", 1),
        ("| Где | Что делает |\n|---|---|\n| Порт | моет борта |\n| Порт | моет борта |\n", 1),
        ("| Где | Что делает |\n|---|---|\n| Порт | моет борта |\n| Склад | моет борта |\n", 0),
        ("| Где | Что делает |\n|---|---|\n| Порт | моет борта |\n\n2.1. Моет борта\n", 0),
        ("2.1. Моет катер\n\n- моет катер;\n\n- сушит катер.\n", 0),
    ],
)
def test_places_that_are_not_compared(pairs: Pairs, text: str, expected: int) -> None:
    """Duties of two persons, but not of two topics; of two rows; and a lead-in with its own item."""
    assert expected == len(pairs("same", text))


def test_general_provisions_are_compared_with_the_duties_alone(pairs: Pairs) -> None:
    """What they say twice themselves is no repeat of duties."""
    general = "# Должностная инструкция кладовщика\n\n## 1. Общие положения\n\n1.1. Кладовщик обязан сушить зерно.\n\n"
    twice = general + "1.2. Кладовщик обязан сушить зерно.\n\n"

    assert [] == pairs("same", twice + "## 2. Должностные обязанности\n\n2.1. Моет борта.\n")
    assert [("Сушит зерно", "1.1", "обязан сушить зерно")] == pairs(
        "same", twice + "## 2. Должностные обязанности\n\n2.1. Сушит зерно.\n"
    )
