"""Powers that duties need and rights do not grant: facts `lacking_power`."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading
from jdlint.model.rule import Rulebook

Read = Callable[[str], Reading]


def lacking(read: Read, duty: str, right: str) -> list[tuple[str, str]]:
    """The powers that lack, with the words of the duty that needs them."""
    rights = f"## 3. Права\n\n3.1. {right}\n" if right else ""
    text = f"# Должностная инструкция егеря\n\n## 2. Обязанности\n\n2.1. {duty}\n\n{rights}"
    return [(f.value, f.span.of(text)) for f in read(text).facts if f.kind == "lacking_power"]


def test_power_that_no_right_grants(read: Read) -> None:
    """The power is named, and the words that need it; no section on rights grants none."""
    assert [("signature", "Подписывает")] == lacking(read, "Подписывает путёвки.", "Носить ружьё.")
    assert [("signature", "Подписывает")] == lacking(read, "Подписывает путёвки.", "")


@pytest.mark.parametrize(
    ("duty", "right"),
    [
        ("Подписывает путёвки.", "Действовать по доверенности."),
        ("Контролирует отстрел.", "Запрашивать объяснения."),
        ("Руководит бригадой загонщиков.", "Давать загонщикам указания."),
        ("Готовит путёвки, которые подписывает лесничий.", "Носить ружьё."),
    ],
)
def test_power_granted_or_not_needed(read: Read, duty: str, right: str) -> None:
    """A right of that sort in any words is enough; what another does needs no power of the jobholder."""
    assert [] == lacking(read, duty, right)


def test_powers_are_called_in_both_languages(rulebook: Rulebook) -> None:
    """A message names the power in its own language."""
    names = rulebook.vocabulary["names"]["power"]
    powers = {power["name"] for power in rulebook.vocabulary["powers"]["powers"]}

    assert powers == set(names)
    assert [] == [code for code, told in names.items() if re.search("[а-яё]", told["en"]) or not told["ru"]]
