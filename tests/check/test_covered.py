"""Which clause carries which item of a standard, and which duties no standard knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from jdlint.check.coverage import covered, followed_functions, foreign, without_repeats
from jdlint.model.coverage import ACTIONS, KNOWLEDGE, SKILLS, SORTS
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span
from jdlint.model.standard import GeneralFunction, LabourFunction, Standard

if TYPE_CHECKING:
    from jdlint.linter import Linter

FIRST: Final = LabourFunction(
    "A/01.3",
    "Уход за садом",
    3,
    ("Полив клумб порта", "Стрижка и (или) прополка газонов"),
    ("Точить косу", "Поливать клумбы порта"),
    ("Устройство насосов", "Порядок полива клумб"),
)
SECOND: Final = LabourFunction("A/02.3", "Побелка деревьев", 3, ("Полив клумб порта", "Побелка стволов"), (), ())
ONE: Final = GeneralFunction("A", "Содержание сада", 3, functions=(FIRST, SECOND))
OTHER: Final = GeneralFunction(
    "B", "Ремонт заборов", 3, functions=(LabourFunction("B/01.3", "Окраска досок", 3, ("Проверка документов",)),)
)
GARDEN: Final = Standard("98.003", "Садовник", "903н", dt.date(2025, 3, 14), functions=(ONE, OTHER))


def document(*duties: str, knows: Sequence[str] = (), can: Sequence[str] = ()) -> str:
    """A job description with these duties, and what the job takes to know and to be able to."""
    lists = [("знать", knows), ("уметь", can)]
    told = [
        f"1.{n}. Садовник должен {verb}: {'; '.join(things)}." for n, (verb, things) in enumerate(lists, 1) if things
    ]
    items = [f"2.{n}. {duty}." for n, duty in enumerate(duties, 1)]
    parts = ["# Должностная инструкция садовника", "## 1. Требования", *told, "## 2. Обязанности", *items]
    return "\n\n".join(parts) + "\n"


@pytest.mark.parametrize(
    ("facts", "functions", "expected"),
    [
        ([("98.003", "A")], (ONE, OTHER), "A"),
        ([("98.003", "B")], (ONE, OTHER), "B"),
        ([("98.003", "BA")], (ONE, OTHER), "AB"),
        ([("98.003", "A"), ("98.003", "B")], (ONE, OTHER), "AB"),
        ([("98.003", "C")], (ONE, OTHER), ""),
        ([("98.003", "")], (ONE, OTHER), ""),
        ([("98.004", "A")], (ONE, OTHER), ""),
        ([], (ONE,), "A"),
        ([("98.003", "C")], (ONE,), "A"),
        ([], (ONE, OTHER), ""),
    ],
)
def test_the_functions_followed(
    read: Callable[[str], Reading],
    facts: list[tuple[str, str]],
    functions: tuple[GeneralFunction, ...],
    expected: str,
) -> None:
    """Those named by their letters, in the order of the standard; else the only one that there is."""
    stated = tuple(Fact("standard", code, Span(0, 1), {"functions": letters}) for code, letters in facts)
    reading = replace(
        read(document("Моет вёдра")), facts=(*stated, Fact("level", "98.003", Span(0, 1), {"functions": "A"}))
    )

    assert expected == "".join(
        general.code for general in followed_functions(reading, replace(GARDEN, functions=functions))
    )


@pytest.mark.parametrize(
    ("duties", "knows", "can", "expected"),
    [
        ((), (), (), ["", "", "", "", "", "", "", ""]),
        (
            ("Поливает клумбы",),
            (),
            (),
            ["Поливает клумбы.", "", "", "Поливает клумбы.", "", "", "Поливает клумбы.", ""],
        ),
        (
            ("Поливает клумбы", "Поливает клумбы порта"),
            (),
            ("точить косу", "поливать клумбы порта"),
            [
                "Поливает клумбы порта.",
                "",
                "точить косу",
                "поливать клумбы порта",
                "",
                "",
                "Поливает клумбы порта.",
                "",
            ],
        ),
        (
            ("Пропалывает газоны", "Белит стволы", "Стрижёт газоны"),
            ("устройство насосов и лебёдок", "полив клумб"),
            (),
            ["", "Пропалывает газоны.", "", "", "устройство насосов и лебёдок", "полив клумб", "", "Белит стволы."],
        ),
    ],
)
def test_what_carries_each_item(
    linter: Linter,
    read: Callable[[str], Reading],
    duties: Sequence[str],
    knows: Sequence[str],
    can: Sequence[str],
    expected: list[str],
) -> None:
    """Actions by duties, knowledge by what is to be known, skills by what one is able to or by the duty that takes
    them; the fullest carrier, the first of equals.
    """
    reading = read(document(*duties, knows=knows, can=can))
    lines = list(covered(reading, [ONE], linter.rulebook.vocabulary, linter.annotator.tokens))
    texts = [(f.code, sort, text) for f in (FIRST, SECOND) for sort in SORTS for text in getattr(f, sort)]

    assert texts == [(line.function.code, line.sort, line.text) for line in lines]
    assert expected == [line.carrier.value if line.carrier else "" for line in lines]


@pytest.mark.parametrize("sort", [ACTIONS, SKILLS, KNOWLEDGE])
def test_only_what_is_asked_for(linter: Linter, read: Callable[[str], Reading], sort: str) -> None:
    """Items of the sorts wanted, and of no others."""
    reading = read(document("Поливает клумбы"))
    lines = covered(reading, [ONE, OTHER], linter.rulebook.vocabulary, linter.annotator.tokens, [sort])

    assert [text for f in (FIRST, SECOND, *OTHER.functions) for text in getattr(f, sort)] == [
        line.text for line in lines
    ]


@pytest.mark.parametrize(
    ("duty", "expected"),
    [
        ("Поливает клумбы", False),
        ("Красит клумбы", False),
        ("Белит потолки", True),
        ("Красит забор", False),
        ("Красит доски", False),
        ("Чинит насосы", False),
        ("Начисляет зарплату водителям", True),
        ("Соблюдает требования охраны труда", False),
        ("Проверяет документы", False),
        ("Проверяет хлеб", True),
        ("Белит ежедневно быстро", False),
        ("Варит ежедневно быстро", True),
    ],
)
def test_duties_that_no_function_knows(
    linter: Linter, read: Callable[[str], Reading], duty: str, *, expected: bool
) -> None:
    """Neither its thing nor its action; what every job has to do with makes no duty one of the standard's."""
    reading = read(document(duty))
    found = foreign(reading, [GARDEN], linter.rulebook.vocabulary, linter.annotator.tokens)

    assert [f"{duty}."] * expected == [fact.value for fact in found]


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        (("Полив клумб порта", "Полив клумб порта мастера"), ["Полив клумб порта мастера"]),
        (("Полив клумб порта мастера", "Полив клумб порта"), ["Полив клумб порта мастера"]),
        (("Полив клумб", "Полив клумб порта"), ["Полив клумб", "Полив клумб порта"]),
        (("Полив клумб", "Поливать клумбы", "Побелка стволов"), ["Поливать клумбы", "Побелка стволов"]),
        (("Полив клумб", "Полив газонов"), ["Полив клумб", "Полив газонов"]),
        ((), []),
    ],
)
def test_actions_said_over_again(linter: Linter, actions: tuple[str, ...], expected: list[str]) -> None:
    """The shorter is left out where the fuller carries it."""
    assert expected == without_repeats(actions, linter.rulebook.vocabulary, linter.annotator.tokens)
