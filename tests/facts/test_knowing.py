"""What is listed under «должен знать» and «должен уметь»."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

HEAD = "# Должностная инструкция настройщика органов\n\n## 1. Общие положения\n\n1.1. Принимается мастером.\n\n"


@pytest.mark.parametrize(
    ("text", "known", "able"),
    [
        (
            "1.2. Настройщик должен знать:\n\n- устройство труб;\n\n- виды строя.",
            ["устройство труб", "виды строя"],
            [],
        ),
        (
            "1.2. Должен знать устройство труб; виды строя.",
            ["устройство труб", "виды строя"],
            [],
        ),
        ("1.2. Должен уметь:\n\n1) менять язычки;\n\n2) слышать биения.", [], ["менять язычки", "слышать биения"]),
        (
            "1.2. Должен знать и уметь:\n\n1) язычки труб.",
            ["язычки труб"],
            ["язычки труб"],
        ),
        ("1.2. Должен знать:\n\n- виды строя.\n\n1.3. Ездит по городам.", ["виды строя"], []),
        ("1.2. Настройщик знаком с мастером.", [], []),
        ("## 2. Должностные обязанности\n\n2.1. Обязан знать город.", [], []),
    ],
)
def test_things_to_know_and_to_do(read: Callable[[str], Reading], text: str, known: list[str], able: list[str]) -> None:
    """Items of a list, or the words after the lead-in parted at semicolons; none from other sections."""
    facts = read(HEAD + text).facts

    assert known == [f.value for f in facts if f.kind == "known"]
    assert able == [f.value for f in facts if f.kind == "able"]
