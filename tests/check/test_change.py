"""Which changes may be made: of words of the reader, not of what the program works with."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.check.change import Change, apart, readable
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
    numbering = x.numbering(x.level(0, "%1."))
    body = x.p("Моет палубу", '<numPr><ilvl val="0"/><numId val="1"/></numPr>')
    document = load(Source("а.docx", x.pack(body, numbering=numbering)))

    assert expected is readable(change(document, old, new), document)


@pytest.mark.parametrize(
    ("expected", "old", "new"),
    [
        ([], "якорь и цепь", "якорь и цепь"),
        ([("цепь", "трос")], "якорь и цепь", "якорь и трос"),
        ([("якорь", "трос"), ("цепь", "флаг")], "якорь и цепь", "трос и флаг"),
        ([(" и цепь", "")], "якорь и цепь", "якорь"),
        ([("якорь и ", "")], "якорь и цепь", "цепь"),
        ([("ь", "ь и цепь")], "якорь", "якорь и цепь"),
        ([("ц", "якорь и ц")], "цепь", "якорь и цепь"),
        ([(" ", " старый ")], "якорь ржав", "якорь старый ржав"),
        ([("якорь", "")], "якорь", ""),
        ([("шкот " * 60 + "якорь", "")], "шкот " * 60 + "якорь", ""),
        ([("якорь", "трос")], "шкот " * 150 + "якорь" + " фал" * 150, "шкот " * 150 + "трос" + " фал" * 150),
    ],
)
def test_only_words_that_differ_are_changed(expected: list[tuple[str, str]], old: str, new: str) -> None:
    """A change comes apart into those of single words, wherever it stands; what is put in takes a letter beside it."""
    plain = f"Чистит {old} сам"
    whole = Change(Span(7, 7 + len(old)), new)
    parts = list(apart(whole, plain))

    assert expected == [(part.span.of(plain), part.new) for part in parts]
    assert plain.replace(old, new) == "".join(_made(plain, parts))


def _made(plain: str, parts: list[Change]) -> list[str]:
    """The text with these changes, piece by piece."""
    at, out = 0, []
    for part in parts:
        out += [plain[at : part.span.start], part.new]
        at = part.span.end
    return [*out, plain[at:]]


def test_lines_that_move_stay_whole() -> None:
    """A change of whole lines is made as it is, markup and all."""
    document = parse("а.md", "Боцман поднимает **флаги**.\n\nЮнга моет палубу.\n")
    raw = Change(Span(7, 30), "моет **палубу", raw=True)

    assert [raw] == list(apart(raw, document.plain))
    assert readable(raw, document)


@pytest.mark.parametrize(
    ("expected", "old"),
    [
        (True, "поднимает\nфлаги"),
        (True, "флаги\u00a0порта"),
        (True, "бело\u2011синие"),
        (True, "бело\u2010синие"),
        (False, "синие** вымпелы"),
        (False, "&nbsp;вымпелы"),
    ],
)
def test_spaces_and_hyphens_are_the_readers(old: str, expected: bool) -> None:  # noqa: FBT001
    """A line break, a space or hyphen that does not break are words of the reader; markup and entities are not."""
    text = f"Боцман **{old} сам**&nbsp;вымпелы.\n" if "**" not in old else f"Боцман **{old}.\n"
    document = parse("а.md", text)

    assert expected is readable(change(document, old, "моет"), document)


def test_blocks_taken_out_together() -> None:
    """Several blocks may go with all they hold, but not one of them with a part of the next."""
    document = parse("а.md", "Боцман поднимает **флаги**.\n\nЮнга моет *палубу*.\n")
    words = "Боцман поднимает **флаги**.\n\nЮнга моет *палубу*"

    assert readable(change(document, words + ".", ""), document)
    assert not readable(change(document, words, ""), document)
