"""Headings are known with one misprint, and with letters of another alphabet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.segment.misspelt import one_slip, slips

SLIPS = {
    ("маяк", "маяк"): False,
    ("маак", "маяк"): True,
    ("мак", "маяк"): True,
    ("маяяк", "маяк"): True,
    ("мая", "маяк"): True,
    ("маякк", "маяк"): True,
    ("маяки", "маяк"): True,
    ("мяак", "маяк"): True,
    ("маки", "маяк"): False,
    ("аяк", "маяк"): False,
    ("ваяк", "маяк"): False,
    ("м", "маяк"): False,
    ("", "м"): False,
}


@pytest.mark.parametrize(("words", "expected"), SLIPS.items(), ids=map(repr, SLIPS))
def test_one_slip(words: tuple[str, str], *, expected: bool) -> None:
    """One letter is another, missing or too many, or two have changed places; the first letter is never mistaken."""
    assert expected is one_slip(*words)


def test_slips_of_a_pattern() -> None:
    """A word that begins so has no slip, with a misprint in its beginning it has one."""
    assert [0, 0, 1, 1, 1, 2] == [
        slips(word, "маячн*") for word in ("маячн", "маячные", "маячые", "маяччные", "маяны", "маховые")
    ]
    assert [0, 1, 2] == [slips(word, "маяк") for word in ("маяк", "маяки", "маяками")]


HEADINGS = {
    "**1. Ответсвенность**": "responsibility",
    "**1. Обязаности**": "duties",
    "1. Должностные обязаности": "duties",
    "**1. ОБШИЕ ПОЛОЖЕНИЯ**": "general",
    "**1. Требованя к лоцману**": "requirements",
    "**1. Правa**": "rights",
    "**1. Прова**": "other",
    "**1. Контракты**": "other",
    "**1. Разработана**": "other",
    "**1. Ответственный**": "other",
}


@pytest.mark.parametrize(("heading", "role"), HEADINGS.items(), ids=HEADINGS)
def test_misspelt_heading(told: Callable[[str], list[tuple[str, str, str]]], heading: str, role: str) -> None:
    """One misprint in all of the heading; a short word with another letter is another word."""
    rest = "**2. Взаимоотношения**\n\n2.1. С портом.\n\n**3. Заключительные положения**\n\n3.1. Хранится.\n"

    assert role == told(f"# Должностная инструкция лоцмана\n\n{heading}\n\n1.1. Водит суда.\n\n{rest}")[0][0]
