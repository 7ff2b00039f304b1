"""Slips of typing: `typo`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]

HEAD = "# Должностная инструкция пасечника\n\n## 2. Должностные обязанности\n\n"
SLIPS = [
    ("2.1. Пишет планово–учётный лист.", ["dash_for_hyphen"]),
    ("2.1. Сдаёт отчёт за 2025г. мастеру.", ["year_joined"]),
    ("2.1. Исполняет приказ №8.", ["number_joined"]),
    ("2.1. Качает  мёд.", ["double_space"]),
    ("2.1. Качает мёд , воск.", ["comma_before_space"]),
    ("2.1. Качает **мёд** и `воск` за 2024–2026 гг. по приказу № 8.", []),
    ("- качает мёд;\n- топит воск\n- чистит ульи;\n- красит ульи;\n- сушит рамки.", ["end_of_item"]),
    ("- качает мёд;\n- топит воск;\n- чистит ульи", []),
    ("- качает мёд\n- топит воск\n- чистит ульи", []),
    ("1. Раз.\n\n2. Два.\n\n3. Три.\n\n4. Носит:\n\n4.1. Маску\n\n4.2. Сетку\n\n4.3. Дымарь", ["end_of_list"]),
]


@pytest.mark.parametrize(("text", "slips"), SLIPS)
def test_slips(read: Read, text: str, slips: list[str]) -> None:
    """Each slip has a name; what markup puts in between is none."""
    assert slips == [f.value for f in read(f"{HEAD}{text}\n").facts if f.kind == "typo"]
