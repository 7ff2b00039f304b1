"""An article is found to be about something else only when the words around it leave no doubt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Found = Callable[..., list[Any]]


def document(line: str) -> str:
    """A job description with one clause to be looked at."""
    return f"# Должностная инструкция наладчика\n\n## 1. Общие положения\n\n1.1. {line}\n\n1.2. Ведёт журнал.\n"


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ("ст. 220", "Периодические медосмотры наладчик проходит на основании статьи 213 ТК РФ."),
        ("ст. 219", "Проходит обучение по охране труда (ст. 225 ТК РФ)."),
        ("ст. 216", "Отказывается от выполнения работ при опасности для жизни (ст. 219 ТК РФ)."),
        ("ст. 192, 193, 194, 195", "Выговор объявляется согласно ст. 238 Трудового кодекса РФ."),
        ("ст. 60.2, 151", "Исполнение обязанностей отсутствующего токаря оформляется по ст. 60.1 ТК РФ."),
        ("ст. 242, 243, 244, 245", "Полная материальная ответственность наступает по ст. 241 ТК РФ."),
        ("ст. 166, 167, 168", "Направляется в командировки по ст. 99 ТК РФ."),
        ("ст. 80", "Увольнение по собственному желанию оформляется по ст. 81 ТК РФ."),
        ("ст. 70, 71", "Согласно ст. 68 ТК РФ установлен испытательный срок."),
    ],
)
def test_what_the_article_is_not_about(found: Found, expected: str, line: str) -> None:
    """The claim is told by the words before the article, or behind it; the articles that fit are named."""
    assert [expected] == [finding.values["expected"] for finding in found(document(line), "LAW003")]


@pytest.mark.parametrize(
    "line",
    [
        "За нарушение требований охраны труда взыскание налагается по ст. 192 ТК РФ.",
        "Дисциплинарная ответственность — ст. 192 ТК РФ, материальная — ст. 238 ТК РФ.",
        "В порядке ст. 192, 193, 238 и 241 ТК РФ несёт дисциплинарную и материальную ответственность.",
        "За неисполнение обязанностей, названных в ст. 21 ТК РФ, объявляется выговор.",
        "Работодатель обязан обеспечить охрану труда и спецодежду (ст. 214, 221 ТК РФ).",
        "Взыскание ущерба производится по ст. 248 ТК РФ.",
        "Система управления охраной труда строится по ст. 217 ТК РФ.",
        "Микротравмы учитываются при проверке охраны труда по ст. 226 ТК РФ.",
        "Дисциплинарная ответственность не назначается по утратившей силу ст. 238 ТК РФ.",
        "Инструктажи проводит по ст. 214 КоАП РФ.",
        "Наладчик пользуется правами, названными в ст. 238 ТК РФ.",
    ],
)
def test_what_stays_silent(found: Found, line: str) -> None:
    """A fitting article beside it, words of a claim that it does fit, another code, or no claim at all."""
    assert [] == found(document(line), "LAW003")


def test_renumbering_is_told_with_its_day(found: Found) -> None:
    """An old number of the part on labour protection says since when it means something else; one place a list."""
    findings = found(document("Медицинские осмотры проходит по ст. 212 и 213 ТК РФ."), "LAW003")

    assert ["01.03.2022"] == [finding.values["since"] for finding in findings]


def test_an_article_that_does_not_exist_is_not_this_rules_business(found: Found) -> None:
    """Of the two rules on articles only one speaks."""
    text = document("Выговор объявляется по ст. 451 ТК РФ.")

    assert ["LAW002"] == [finding.code for finding in found(text, "LAW002", "LAW003")]
