"""Words typed with a space behind each letter are read as words."""

from __future__ import annotations

import pytest

from jdlint.load.apart import together
from jdlint.load.markdown import parse

LINES = {
    "П Р А В А": "ПРАВА    ",
    "О Б Щ И Е   П Р А В А": "ОБЩИЕ       ПРАВА    ",
    "1. П р а в а.": "1. Права    .",
    "«П Р А В А»": "«ПРАВА    »",
    "П Р А": "П Р А",
    "П Р А В А кока": "ПРАВА     кока",
    "и к о к": "и к о к",
    "А Б В Гараж": "А Б В Гараж",
    "к П Р А В А": "к ПРАВА    ",
    "П  Р  А  В  А": "П  Р  А  В  А",
    "A B C D E": "A B C D E",
    "1 2 3 4 5": "1 2 3 4 5",
    "": "",
}


@pytest.mark.parametrize(("line", "expected"), LINES.items(), ids=map(repr, LINES))
def test_together(line: str, expected: str) -> None:
    """Four letters or more with one space between them are a word; the text keeps its length."""
    assert expected == together(line)


def test_both_texts_are_kept() -> None:
    """The file's own text is quoted, the words are recognised."""
    document = parse("a.md", "П Р А В А\n\nКок ест.\n")

    assert "П Р А В А" == document.blocks[0].span.of(document.text)
    assert "ПРАВА" == document.blocks[0].span.of(document.plain).rstrip()
