"""Of a table in two languages the Russian column is read."""

from __future__ import annotations

import pytest

from jdlint.load.markdown import parse

PAIRS = (
    ("1. General", "1. Общие положения"),
    ("1.1. The cook reports to the captain.", "1.1. Кок подчиняется капитану."),
    ("1.2. He is hired by order of the captain.", "1.2. Принимается приказом капитана."),
    ("2. Duties", "2. Обязанности"),
    ("2.1. Cooks fish soup for the crew.", "2.1. Варит уху команде."),
    ("2.2. Read and signed: ____", "2.2. Ознакомлен: ____"),
)
RUSSIAN = [russian for _, russian in PAIRS]


def table(*rows: tuple[str, ...]) -> str:
    """Rows of Markdown below an empty heading."""
    head = "| " * len(rows[0]) + "|\n" + "|---" * len(rows[0]) + "|\n"
    return head + "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n"


def told(text: str) -> list[str]:
    """The blocks of a Markdown text."""
    document = parse("a.md", text)
    return [block.span.of(document.text) for block in document.blocks]


def test_column_in_another_language() -> None:
    """It is left out, on either side, with its blanks; what is left stands in no table."""
    right = parse("a.md", table(*PAIRS))

    assert RUSSIAN == told(table(*PAIRS))
    assert RUSSIAN == told(table(*[(russian, other) for other, russian in PAIRS]))
    assert {None} == {block.cell for block in right.blocks}
    assert 1 == len(right.blanks)


def test_columns_that_are_left() -> None:
    """They stand side by side as if there had been no other between."""
    document = parse("a.md", table(*[(f"№ {n}", *pair) for n, pair in enumerate(PAIRS, 1)]))

    assert [(1, 2), (2, 2)] * len(PAIRS) == [(b.cell.column, b.cell.columns) for b in document.blocks if b.cell]


def test_russian_word_in_the_other_column() -> None:
    """Nobody takes for a translation what is Russian."""
    assert [*RUSSIAN, "Кок / Cook", "Юнга"] == told(table(*PAIRS, ("Кок / Cook", "Юнга")))


@pytest.mark.parametrize(
    "rows",
    [
        PAIRS[:3],
        [("Excel", "Считает сети"), ("Word", "Пишет письма"), ("CRM", "Ведёт рыбаков"), ("ERP", "Ведёт склад")],
        [*[(russian, russian) for russian in RUSSIAN], *PAIRS],
        [(other, other) for other, _ in PAIRS],
    ],
    ids=["few", "names", "mostly Russian", "no Russian"],
)
def test_tables_in_one_language(rows: list[tuple[str, str]]) -> None:
    """A few rows, names of programs and a table all in one language are read whole."""
    assert [cell for row in rows for cell in row] == told(table(*rows))
