"""Numbers as files say them."""

from __future__ import annotations

import pytest

from jdlint.load.docx.names import whole_number


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("7", 7),
        ("-7", -7),
        ("7.9", 7),
        ("-7.9", -7),
        ("0", 0),
        (None, 5),
        ("", 5),
        ("семь", 5),
        ("nan", 5),
        ("inf", 5),
        ("1e999", 5),
        ("2147483647", 2147483647),
        ("2147483648", 5),
        ("-2147483647", -2147483647),
        ("-2147483648", 5),
    ],
)
def test_whole_number(said: str | None, number: int) -> None:
    """A number without its fraction, as far as Word counts; what is none, or is not said, is what else is told."""
    assert number == whole_number(said, 5)


def test_whole_number_of_nothing() -> None:
    """Where nothing else is told it is nought."""
    assert (0, 0) == (whole_number(None), whole_number("семь"))
