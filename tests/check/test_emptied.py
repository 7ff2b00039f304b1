"""Items and lines that are taken out whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from jdlint.check.change import Change
from jdlint.check.emptied import removed
from jdlint.model.reading import Reading
from jdlint.model.span import Span

HEAD = "# Должностная инструкция боцмана\n\n## 1. Общие положения\n\n"

TAKEN_OUT = {
    "абзац": ("Свистит.\n\nПоёт.\n", "Поёт.", "Свистит.\n\n\n"),
    "часть абзаца": ("Свистит.\n\nПоёт песни.\n", "Поёт", None),
    "с куском следующего": ("Свистит.\n\nПоёт песни.\n", "Свистит.\n\nПоёт", None),
    "два абзаца": ("Моет.\n\nСвистит.\n\nПоёт.\n", "Свистит.\n\nПоёт.", "Моет.\n\n\n\n\n"),
    "маркер": ("- свистит;\n- ;\n- поёт.\n", "- ;", "- свистит;\n\n- поёт.\n"),
    "два маркера": ("- свистит;\n- ;\n- ;\n", "- ;\n- ;", "- свистит;\n\n\n"),
    "пункт": ("1.1. Свистит.\n\n1.2. Спит.\n\n1.3. Поёт.\n", "1.2. Спит.", "1.1. Свистит.\n\n\n\n1.2. Поёт.\n"),
    "последний пункт": ("1.1. Свистит.\n\n1.2. Спит.\n", "1.2. Спит.", "1.1. Свистит.\n\n\n"),
    "два пункта": ("1.1. Свистит.\n\n1.2. Спит.\n\n1.3. Поёт.\n", "1.2. Спит.\n\n1.3. Поёт.", None),
    "пункт с абзацем": ("1.1. Свистит.\n\n1.2. Спит.\n\nПоёт.\n", "1.2. Спит.\n\nПоёт.", None),
    "пункт с подпунктами": ("1.1. Спит:\n\n1.1.1. днём.\n\n1.2. Поёт.\n", "1.1. Спит:", None),
    "первый пункт": ("1.1. Спит.\n\n1.2. Поёт.\n", "1.1. Спит.", "\n\n1.1. Поёт.\n"),
    "один из двойников": ("1.1. Ест.\n\n1.2. Спит.\n\n1.2. Поёт.\n", "1.2. Спит.", "1.1. Ест.\n\n\n\n1.2. Поёт.\n"),
    "номера назад": ("1.1. Ест.\n\n1.3. Спит.\n\n1.2. Поёт.\n", "1.3. Спит.", None),
    "со ссылкой на него": ("1.1. Спит.\n\n1.2. Поёт по п. 1.1 настоящей инструкции.\n", "1.1. Спит.", None),
    "буква": ("1.1. Спит:\n\nа) днём;\n\nб) ночью.\n", "а) днём;", None),
    "ячейка": ("| Свистит | Поёт |\n|---|---|\n| сам | сам |\n", "Поёт", None),
    "сомнительный счёт": ("1.1. Свистит.\n\n1.4. Спит.\n\n1.3. Поёт.\n", "1.1. Свистит.", None),
}


@pytest.mark.parametrize(("text", "words", "expected"), TAKEN_OUT.values(), ids=TAKEN_OUT)
def test_whole_blocks_go(
    read: Callable[[str], Reading],
    changed: Callable[[str, Sequence[Change]], str],
    place: Callable[[Reading, str], Span],
    text: str,
    words: str,
    expected: str | None,
) -> None:
    """Blocks go whole, with what is counted after a clause; parts, cells, letters and several clauses stay."""
    reading = read(HEAD + text)
    changes = removed(place(reading, words), reading)

    assert ("" if expected is None else HEAD + expected) == changed(HEAD + text, changes)


@pytest.mark.parametrize("heading", ["## 1. Общие положения", "## I. Общие положения"])
def test_a_numbered_heading_stays(
    read: Callable[[str], Reading], place: Callable[[Reading, str], Span], heading: str
) -> None:
    """Without its heading the sections behind it would have to be counted anew."""
    reading = read(f"# Должностная инструкция боцмана\n\n{heading}\n\nСвистит.\n")
    start = place(reading, heading[3:]).start
    block = reading.outline.block(reading.outline.block_at(start)).span

    assert () == removed(block, reading)


def test_nothing_where_nothing_stands(read: Callable[[str], Reading]) -> None:
    """An empty line between blocks is no block."""
    text = HEAD + "Свистит.\n"
    reading = read(text)
    gap = text.index("\n\n## 1")

    assert () == removed(Span(gap, gap + 1), reading)
