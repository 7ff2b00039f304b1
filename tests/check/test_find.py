"""What excuses a hit of kind `find` beyond the words themselves, and what goes with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Found = Callable[..., list[Any]]


def document(*lines: str, position: str = "наладчика") -> str:
    """A job description with these clauses."""
    clauses = "\n\n".join(f"1.{number}. {line}" for number, line in enumerate(lines, 1))
    return f"# Должностная инструкция {position}\n\n## 1. Общие положения\n\n{clauses}\n"


def quotes(findings: list[Any]) -> list[str]:
    """The words found."""
    return [finding.place.quote for finding in findings]


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ([], "Отвечает по действующему законодательству (ст. 192 ТК РФ)."),
        ([], "Соблюдает действующее законодательство, в том числе Трудовой кодекс РФ."),
        (["действующее законодательство"], "Знает действующее законодательство, устав и Трудовой кодекс РФ."),
        (["действующему законодательству"], "Отвечает по действующему законодательству. Знает Трудовой кодекс РФ."),
    ],
)
def test_a_citation_beside_the_words_excuses_them(found: Found, expected: list[str], line: str) -> None:
    """`uncited: beside` asks that the act belong to the words, and not to a list or a sentence beside them."""
    assert expected == quotes(found(document(line), "LAW009"))


def test_a_citation_anywhere_in_the_sentence_excuses_that_hit_alone(found: Found) -> None:
    """`uncited: sentence` looks no further than the sentence."""
    lines = ("Работает в выходные дни, как позволяет ст. 113 ТК РФ.", "Работает сверхурочно.")

    assert ["Работает сверхурочно"] == quotes(found(document(*lines), "LAW011"))


def test_one_full_mention_is_enough_for_the_document(found: Found) -> None:
    """With `uncited: document` what is named in full once may be called by its short name elsewhere."""
    short = "Повышает разряд по профстандарту."
    full = "Отвечает профессиональному стандарту «Повар» (приказ Минтруда России от 09.03.2022 № 113н)."

    assert ["профстандарту"] == quotes(found(document(short), "PRO004"))
    assert [] == found(document(short, full), "PRO004")


def test_what_the_law_allows_some_positions(found: Found) -> None:
    """`lawful` words are excused for the positions of `lawful_for`, by the title of the document, and for no other."""
    five, twelve = "Устанавливается испытание на пять месяцев.", "Устанавливается испытание на двенадцать месяцев."

    assert 1 == len(found(document(five), "LAW013"))
    assert [] == found(document(five, position="коммерческого директора"), "LAW013")
    assert 1 == len(found(document(twelve, position="коммерческого директора"), "LAW013"))


def test_related_places_go_with_the_hit(found: Found) -> None:
    """Places of `related` are told with the hit, and are no hits themselves."""
    annex, change = "Инструкция является приложением к трудовому договору.", "Завод оставляет за собой право"
    both = found(document(annex, f"{change} изменять должностную инструкцию."), "LAW014")

    assert [] == found(document(annex), "LAW014")
    assert [["является приложением к трудовому договору"]] == [[p.quote for p in f.related] for f in both]
