"""Where rules look: in the description they are asked about, in the sections they name, and not in forms around it."""

from __future__ import annotations

from collections.abc import Callable

from jdlint.check.where import blocks_in
from jdlint.linter import Linter
from jdlint.model.outline import Outline, Role

LOADER = """\
# Должностная инструкция грузчика

## 1. Общие положения

1.1. Грузчик подчиняется бригадиру.

## 2. Должностные обязанности

2.1. Грузчик носит ящики.

"""
TWO = LOADER + LOADER.replace("Грузчик", "Весовщик").replace("грузчика", "весовщика").replace("носит", "взвешивает")


def texts(linter: Linter, outline: Outline, *roles: Role) -> list[str]:
    """The blocks of these sections."""
    reading = linter.read(outline)
    return [block.span.of(outline.document.text) for _, block in blocks_in(reading, frozenset(roles), "content")]


def test_each_description_of_a_file_has_its_own(linter: Linter, outlines: Callable[[str], tuple[Outline, ...]]) -> None:
    """What is said in another description of the same file is not looked at, before or behind."""
    first, second = outlines(TWO)

    assert ["2.1. Грузчик носит ящики."] == texts(linter, first, Role.DUTIES)[1:]
    assert ["2.1. Весовщик взвешивает ящики."] == texts(linter, second, Role.DUTIES)[1:]
