"""What a document states, line by line, as other documents are compared with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from jdlint.check.normal import meaning_in
from jdlint.check.stated import fact_lines
from jdlint.check.words import Words
from jdlint.linter import Linter
from jdlint.model.outline import Outline
from jdlint.model.report import FactLine
from jdlint.model.span import Lines

DUTIES = {
    "Чинит насосы.": True,
    "Ведение журнала осмотров.": True,
    "Чистка насоса.": True,
    "Склад насосов.": False,
    "Насос, кран и якорь порта.": False,
    "Дружелюбие.": False,
}
TEXT = "# Должностная инструкция {}\n\n## 2. Обязанности\n\n" + "".join(
    f"2.{number}. {duty}\n\n" for number, duty in enumerate(DUTIES, 1)
)
Stated = Callable[[str], list[FactLine]]


@pytest.fixture(scope="module")
def stated(linter: Linter, words: Words, outlines: Callable[[str], Sequence[Outline]]) -> Stated:
    """The facts of all job descriptions of a text."""

    def lines(text: str) -> list[FactLine]:
        return [line for one in outlines(text) for line in fact_lines(linter.read(one), Lines(text), words)]

    return lines


def test_duties_that_can_be_compared(stated: Stated) -> None:
    """A duty that tells to act, by a verb or the noun of an action, has a meaning and what it is found by."""
    told = [line for line in stated(TEXT.format("механика")) if line.kind == "duty"]

    assert list(DUTIES) == [line.value for line in told]
    assert list(DUTIES.values()) == [bool(line.meaning) for line in told] == [bool(line.keys) for line in told]


def test_place_and_marks(stated: Stated) -> None:
    """Each fact knows where it stands and in what way it is stated; the words alone where they are the block."""
    duty = next(line for line in stated(TEXT.format("механика")) if line.kind == "duty")
    bare = stated("# Должностная инструкция механика\n\n## 2. Обязанности\n\n- чинить насосы;\n\nЧистить краны.\n")
    places = [line.place for line in bare if line.kind == "duty"]

    assert (5, 6, 5, 19, "Чинит насосы.", "2.1. Чинит насосы.", "duties", "2.1") == (
        *(duty.place.line, duty.place.column, duty.place.end_line, duty.place.end_column),
        *(duty.place.quote, duty.place.context, duty.place.section, duty.place.clause),
    )
    assert {"clause": "2.1", "lead": ""} == duty.marks
    assert ["Чистить краны."] * 2 == [places[-1].quote, places[-1].context]


def test_only_duties_and_the_position_mean_something(stated: Stated) -> None:
    """Other facts are compared by their value."""
    text = "## 1. Общие положения\n\n1.1. Механик подчиняется капитану и чинит насосы.\n\n## 2. "
    kinds = {line.kind for line in stated(TEXT.format("механика").replace("## 2. ", text)) if line.meaning}

    assert {"position", "duty"} == kinds


@pytest.mark.parametrize(
    ("expected", "title"),
    [
        ("склад", "старшего механика склада"),
        ("ремонт насос", "специалиста по срочному ремонту насосов"),
        ("", "механика"),
        ("", "механика капитана"),
    ],
)
def test_what_a_title_is_about(stated: Stated, words: Words, expected: str, title: str) -> None:
    """Its nouns but those for persons: what a job is done with tells more of it than its rank."""
    (position,) = (line for line in stated(TEXT.format(title)) if line.kind == "position")
    meaning = meaning_in(position.meaning, words)

    assert not position.keys
    assert expected.split() == [next(k[2:] for k in unit.keys if k[0] == "l") for unit in meaning.units]
    assert {"NOUN"} >= {unit.pos for unit in meaning.units}


def test_every_fact_knows_its_description(stated: Stated) -> None:
    """Facts of the second job description of a file are told as its own."""
    lines = stated(TEXT.format("механика") + TEXT.format("кока"))

    assert [("механик", 1), ("кок", 2)] == [(line.value, line.job) for line in lines if line.kind == "position"]
