"""A position whose qualification a law sets must name that law, a standard or a handbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from jdlint.check.mandatory import entry_of, unsupported
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span

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


REGISTER: dict[str, Any] = {
    "named": "справочник",
    "confidence": "medium",
    "positions": [
        {"position": "боцман|юнга", "acts": ["ship", "77-ФЗ"], "law": {"ru": "закон о судах", "en": "law of ships"}},
        {"position": "лоцман(?! порта)", "acts": ["port"], "law": {"ru": "закон о портах", "en": "law of ports"}},
    ],
}
ACTS = {"ship": {"number": "12"}}


@pytest.mark.parametrize(
    ("expected", "position", "line", "fact"),
    [
        ("закон о судах", "боцман", "Свистит.", None),
        ("закон о судах", "юнга флота", "Свистит.", None),
        ("закон о портах", "лоцман", "Свистит.", None),
        ("", "лоцман порта", "Свистит.", None),
        ("", "старший боцман", "Свистит.", None),
        ("", "боцманша", "Свистит.", None),
        ("", "", "Свистит.", None),
        ("", "боцман", "Свистит по Справочнику.", None),
        ("", "боцман", "Свистит.", Fact("citation", "ship", Span(0, 1))),
        ("", "боцман", "Свистит.", Fact("citation", "unknown", Span(0, 1), {"number": "12"})),
        ("", "боцман", "Свистит.", Fact("citation", "unknown", Span(0, 1), {"number": "77-ФЗ"})),
        ("закон о судах", "боцман", "Свистит.", Fact("citation", "unknown", Span(0, 1), {"number": "13"})),
        ("закон о судах", "боцман", "Свистит.", Fact("citation", "port", Span(0, 1))),
        ("закон о судах", "боцман", "Свистит.", Fact("mention", "ship", Span(0, 1), {"number": "12"})),
    ],
)
def test_unsupported(
    read: Callable[[str], Reading], expected: str, position: str, line: str, fact: Fact | None
) -> None:
    """One of the position's acts by name or by number, or the words that show a standard, are enough."""
    reading = read(document("боцмана", line))
    outline = replace(reading.outline, position=position)
    reading = replace(reading, outline=outline, facts=(fact,) if fact else ())
    hits = list(unsupported(reading, ACTS, REGISTER))

    assert ([(expected, "medium")] if expected else []) == [
        (h.values["expected"], h.values["confidence"]) for h in hits
    ]


def test_the_place_of_what_is_missing(read: Callable[[str], Reading]) -> None:
    """The words of the position, else the title; without either, and without a register, nothing is told."""
    reading = read(document("боцмана", "Свистит."))
    outline = reading.outline
    by_title = replace(reading, outline=replace(outline, position_span=None))
    nowhere = replace(reading, outline=replace(outline, position_span=None, title=None))

    assert [[outline.position_span], [outline.title], [], []] == [
        [hit.span for hit in unsupported(one, ACTS, register)]
        for one, register in ((reading, REGISTER), (by_title, REGISTER), (nowhere, REGISTER), (reading, {}))
    ]


def test_entry_of_a_position() -> None:
    """The first entry whose words begin the title, as whole words."""
    assert ["закон о судах", "закон о портах", None] == [
        entry and entry["law"]["ru"] for entry in (entry_of(p, REGISTER) for p in ("юнга", "лоцман", "кок"))
    ]
