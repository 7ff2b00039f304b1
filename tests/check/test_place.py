"""Places as they are reported: lines, columns, bytes, and the block or the row around the words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from jdlint.check.engine import place_of
from jdlint.model.finding import Place
from jdlint.model.reading import Reading
from jdlint.model.span import Lines, Span

Read = Callable[[str], Reading]
HEAD = "# Должностная инструкция боцмана\n\n## 2. Обязанности\n\n"


def place(read: Read, text: str, words: str) -> Place:
    """The place of the last such words."""
    start = text.rindex(words)
    return place_of(Span(start, start + len(words)), read(text), Lines(text))


@pytest.mark.parametrize(
    ("expected", "line", "words"),
    [
        ((5, 1, 1, 5, 7), "Якорь ржав.", "Якорь "),
        ((5, 7, 12, 5, 11), "Якорь ржав.", "ржав"),
        ((5, 3, 3, 5, 8), "A якорь ржав.", "якорь"),
        ((5, 4, 8, 5, 9), "№€ якорь ржав.", "якорь"),
        ((6, 1, 1, 6, 6), "Ржавый\nякорь.", "якорь"),
        ((5, 8, 14, 6, 3), "Чистый ржавый\nякорь.", "ржавый\nяк"),
    ],
)
def test_lines_columns_and_bytes(read: Read, expected: tuple[int, ...], line: str, words: str) -> None:
    """Columns count letters, bytes those of UTF-8, both from 1; the end is behind the last letter."""
    found = place(read, f"{HEAD}{line}\n", words)

    assert expected == (found.line, found.column, found.byte, found.end_line, found.end_column)
    assert words == found.quote


def row(*cells: str) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |\n"


TWELVE = row(*"абвгдежзиклм") + "|---" * 12 + "|\n"


@pytest.mark.parametrize(
    ("expected", "table"),
    [
        (
            "один | якорь | два",
            row(*"абв") + "|---|---|---|\n" + row("один", "якорь", "два") + row("не", "наша", "строка"),
        ),
        ("один | якорь", row(*"аб") + "|---|---|\n" + row("один", "якорь")),
        ("якорь", "| а |\n|---|\n| якорь |\n"),
        ("якорь | " + "да | " * 10 + "нет", TWELVE + row("якорь", *["да"] * 10, "нет")),
        ("да | " * 11 + "якорь", TWELVE + row(*["да"] * 11, "якорь")),
        ("якорь | да", row("а", "якорь") + "|---|---|\n" + row("якорь", "да")),
    ],
)
def test_the_row_is_the_context_of_a_cell(read: Read, expected: str, table: str) -> None:
    """All of its row and nothing of the rows around; a cell that is alone in its row stands for itself."""
    text = HEAD + table
    start = text.rindex("якорь")
    found = place_of(Span(start, start + 5), read(text), Lines(text))

    assert (expected, "якорь") == (found.context, found.quote)


def test_words_across_blocks(read: Read) -> None:
    """What runs through several blocks has them all as its context, and the section and clause where it begins."""
    text = f"{HEAD}2.1. Свистит.\n\n2.2. Чинит якорь.\n\n2.3. Красит борт.\n\n## 3. Права\n\nЕст.\n"
    found = place(read, text, "якорь.\n\n2.3. Красит борт.\n\n## 3. Пр")

    assert "2.2. Чинит якорь.\n\n2.3. Красит борт.\n\n## 3. Права" == found.context
    assert ("duties", "2.2", "7") == (found.section, found.clause, found.anchor)
    assert "2.2. Чинит якорь.\n\n2.3. Красит борт." == place(read, text, "якорь.\n\n2").context


def test_the_ends_of_a_block(read: Read) -> None:
    """The first block of a file is one as any other, and a block that begins right behind the words is not theirs."""
    title = place(read, HEAD, "боцмана")
    heading = place(read, f"{HEAD}Свистит.\n\n## 3. Права\nЕст.\n", "3. Права")

    assert ("Должностная инструкция боцмана", "1", "3. Права") == (title.context, title.anchor, heading.context)


def test_between_blocks(read: Read) -> None:
    """There is nothing but the place itself."""
    found = place(read, f"{HEAD}Свистит.\n", "\n\n")

    assert ("", "", "", "\n\n") == (found.section, found.clause, found.anchor, found.context)


def test_what_is_missing(read: Read) -> None:
    """It is told at the beginning of its job description, with two hundred letters of the title, or the position."""
    text = f"{HEAD}Свистит.\n".replace("боцмана", "боцмана " + "и пекаря " * 30)
    reading = read(text)
    found = place_of(Span(0, 0), reading, Lines(text))
    bare = place_of(Span(9, 9), replace(reading, outline=replace(reading.outline, title=None)), Lines(text))

    assert (1, 1, 1, 1, "", text[2:202]) == (
        *(found.line, found.column, found.end_line, found.end_column),
        *(found.quote, found.context),
    )
    assert reading.outline.position == bare.context
