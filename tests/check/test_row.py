"""What a cell says beside the one that names it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.check.row import named_in_rows
from jdlint.check.where import spans_in
from jdlint.model.outline import Role
from jdlint.model.reading import Reading
from jdlint.rulebook.phrase import parse_phrase

NAME = "якорь порта"
RULE = tuple(map(parse_phrase, (NAME, "ржавый", "старый")))


def found(read: Callable[[str], Reading], table: str, *roles: Role) -> list[str]:
    """What stands beside the anchor."""
    text = f"# Должностная инструкция боцмана\n\n## Обязанности\n\n{table}\n"
    reading = read(text)
    spans = spans_in(reading, frozenset(roles), "content")
    return [span.of(text) for span in named_in_rows(RULE, reading, spans)]


def row(*cells: str) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |\n"


HEAD = row("Что", "Какое") + "|---|---|\n"
TABLES = {
    "рядом": (HEAD + row(NAME, "ржавый"), ["ржавый"]),
    "два слова": (HEAD + row(NAME, "старый, ржавый"), ["ржавый", "старый"]),
    "среди слов": (HEAD + row(f"наш {NAME} здесь", "очень старый"), ["старый"]),
    "перед именем": (HEAD + row("ржавый", NAME), []),
    "через ячейку": (row("Что", "Где", "Какое") + "|---|---|---|\n" + row(NAME, "море", "ржавый"), []),
    "следующая строка": (HEAD + row("что", NAME) + row("ржавый", "тот"), []),
    "следующая таблица": (HEAD + row("что", NAME) + "\nМоет.\n\n" + row("ржавый", "тот") + "|---|---|\n", []),
    "абзац": (f"{NAME}\n\nржавый\n", []),
    "абзац перед таблицей": (f"{NAME}\n\n" + row("ржавый", "тот") + "|---|---|\n", []),
    "абзац за таблицей": (row("тот", NAME) + "|---|---|\n\nржавый\n", []),
    "другое слово": (HEAD + row(NAME, "новый"), []),
    "другое имя": (HEAD + row("якорь флота", "ржавый"), []),
    "длинное имя": (HEAD + row(f"{NAME} {'ы' * 67}.", "ржавый"), ["ржавый"]),
    "слишком длинное имя": (HEAD + row(f"{NAME} {'ы' * 68}.", "ржавый"), []),
}


@pytest.mark.parametrize(("table", "expected"), TABLES.values(), ids=TABLES)
def test_rows(read: Callable[[str], Reading], table: str, expected: list[str]) -> None:
    """The next cell of the same row, whose name is no longer than eighty letters."""
    assert expected == found(read, table)


def test_two_tables_in_a_row(read: Callable[[str], Reading]) -> None:
    """Rows of different tables are no row, though their numbers are the same."""
    one, other = row("что", NAME) + "|---|---|\n", "\n<!-- -->\n\n" + row("ржавый", "тот") + "|---|---|\n"

    assert [] == found(read, one + other)


def test_only_where_the_rule_looks(read: Callable[[str], Reading]) -> None:
    """The cell beside has to stand where the rule looks."""
    table = HEAD + row(NAME, "ржавый")

    assert ["ржавый"] == found(read, table, Role.DUTIES)
    assert [] == found(read, table, Role.RIGHTS)
