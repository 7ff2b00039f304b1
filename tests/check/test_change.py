"""Which changes may be made: of words of the reader, not of what the program works with."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.check.change import Change, readable
from jdlint.load.docx import load
from jdlint.load.markdown import parse
from jdlint.model.document import Document, Source
from jdlint.model.span import Span


def change(document: Document, old: str, new: str) -> Change:
    """A change of the first place of these words."""
    start = document.text.index(old)
    return Change(Span(start, start + len(old)), new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("флаги", "вымпелы", True),
        ("поднимает **флаги", "спускает вымпелы", False),
        ("Боцман поднимает **флаги**.", "Флаги поднимает боцман.", False),
        ("поднимает **флаги", "", False),
        ("Боцман поднимает **флаги**.", "", True),
    ],
)
def test_markup_goes_with_the_whole_block_only(old: str, new: str, expected: bool) -> None:  # noqa: FBT001
    """Markup among the words forbids a change, unless the block is taken out whole."""
    document = parse("а.md", "Боцман поднимает **флаги**.\n\nЮнга моет палубу.\n")

    assert expected is readable(change(document, old, new), document)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [("палубу", "трюм", True), ("1. Моет", "Чистит", False), ("1. Моет", "", False), ("1. Моет палубу", "", True)],
)
def test_a_computed_number_goes_with_the_whole_block_only(x: Any, old: str, new: str, expected: bool) -> None:  # noqa: FBT001
    """A number that Word counts is no words of the file."""
    level = '<lvl ilvl="0"><start val="1"/><numFmt val="decimal"/><lvlText val="%1."/></lvl>'
    numbering = f'<abstractNum abstractNumId="0">{level}</abstractNum><num numId="1"><abstractNumId val="0"/></num>'
    body = x.p("Моет палубу", '<numPr><ilvl val="0"/><numId val="1"/></numPr>')
    document = load(Source("а.docx", x.pack(body, numbering=numbering)))

    assert expected is readable(change(document, old, new), document)
