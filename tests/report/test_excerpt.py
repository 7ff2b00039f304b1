"""Quotations fit the terminal's columns, whatever characters they hold."""

from __future__ import annotations

import pytest

from jdlint.model.finding import Place
from jdlint.report.excerpt import Excerpt, excerpt, plain


def cut(quote: str, context: str, width: int = 60) -> Excerpt:
    """The excerpt of a place with that quotation."""
    return excerpt(Place("a.md", 1, 1, 1, 1, quote, context), width)


@pytest.mark.parametrize(
    ("expected", "quote", "context"),
    [
        (Excerpt("Боцман варит кашу", 7, 5), "варит", "Боцман варит кашу"),
        (Excerpt("бои\u0306цы поют", 6, 4), "поют", "бои\u0306цы поют"),
        (Excerpt("船長 поёт", 5, 4), "поёт", "船長 поёт"),
        (Excerpt("船長 поёт", 0, 4), "船長", "船長 поёт"),
        (Excerpt("пере нос", 5, 3), "нос", "пе\u00adре нос"),
        (Excerpt("а \\u001b[31mб", 2, 11), "\x1b[31mб", "а \x1b[31mб"),
        (Excerpt("\\u202eсправа\\u202c налево", 19, 6), "налево", "\u202eсправа\u202c налево"),
    ],
)
def test_columns(expected: Excerpt, quote: str, context: str) -> None:
    """Marks above letters take no column, wide letters two; what a terminal would hide or obey is written out."""
    assert expected == cut(quote, context)


def test_beginning_is_whole_words() -> None:
    """A cut beginning starts with a whole word, a cut end with an ellipsis in the last column."""
    told = cut("кашу", f"{'сорок боцманов ' * 9}варят кашу {'мичману ' * 20}", 40)

    assert told.text.startswith(("…боцманов", "…сорок", "…варят"))
    assert told.text.endswith("…")
    assert "кашу" == told.text[told.start : told.start + told.length]
    assert len(told.text) <= 40


def test_invisible_quotation() -> None:
    """A quotation that shows nothing still has a place for its caret."""
    assert Excerpt("…", 0, 1) == cut("\u00ad", "\u00ad")


def test_plain() -> None:
    """A message in a terminal is one line, its controls written out."""
    assert "а б \\u001b[0m в\\u202e" == plain("а\n б \x1b[0m\tв\u202e")
