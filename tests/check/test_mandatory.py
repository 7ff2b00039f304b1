"""A position whose qualification a law sets must name that law, a standard or a handbook."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Found = Callable[..., list[Any]]


def document(position: str, line: str) -> str:
    """A job description of that position with one clause."""
    return f"# Должностная инструкция {position}\n\n## 1. Общие положения\n\n1.1. {line}\n"


@pytest.mark.parametrize(
    ("law", "position"),
    [
        ("2487-1", "охранника"),
        ("323-ФЗ", "медицинской сестры процедурного кабинета"),
        ("69-ФЗ", "ответственного за пожарную безопасность"),
        ("196-ФЗ", "водителя автобуса"),
        ("44-ФЗ", "контрактного управляющего"),
        ("273-ФЗ", "учителя химии"),
    ],
)
def test_the_law_that_is_missing_is_named(found: Found, law: str, position: str) -> None:
    """The finding stands at the title and says which law sets the qualification."""
    findings = found(document(position, "Имеет нужную подготовку."), "PRO001")

    assert [True] == [law in finding.values["expected"] for finding in findings]
    assert [position] == [finding.place.quote for finding in findings]


@pytest.mark.parametrize(
    ("position", "line"),
    [
        ("охранника", "Отвечает требованиям Закона РФ от 11.03.1992 № 2487-1."),
        ("водителя автобуса", "Соблюдает Федеральный закон от 10.12.1995 № 196-ФЗ."),
        ("аудитора", "Имеет аттестат по Федеральному закону от 30.12.2008 № 307-ФЗ."),
        ("учителя химии", "Квалификация — по ЕКС."),
        ("медицинской сестры", "Квалификация отвечает профстандарту."),
        ("помощника врача", "Ведёт запись на приём."),
        ("главного бухгалтера", "Имеет высшее образование."),
        ("водителя погрузчика", "Имеет удостоверение."),
    ],
)
def test_what_is_enough(found: Found, position: str, line: str) -> None:
    """The act by requisites, even one the register lacks, a standard or a handbook; other positions ask for nothing."""
    assert [] == found(document(position, line), "PRO001")
