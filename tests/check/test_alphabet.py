"""A word of two alphabets goes into the one that it can only be of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.check.alphabet import one_alphabet
from jdlint.model.reading import Reading
from jdlint.model.span import Span


@pytest.mark.parametrize(
    ("expected", "word", "elsewhere"),
    [
        ("журнал", "жуpнaл", "ничего"),
        ("Excel", "Еxсel", "ничего"),
        ("ГОСТ-12", "ГOCT-12", "ничего"),
        ("", "жуpнal", "журнал"),
        ("СОРТ", "CОРТ", "первый СОРТ"),
        ("COPT", "CОРТ", "first COPT"),
        ("", "CОРТ", "первый сорт"),
        ("", "CОРТ", "СОРТА и КСОРТ"),
        ("", "CОРТ", "СОРТ и COPT"),
    ],
)
def test_one_alphabet(read: Callable[[str], Reading], expected: str, word: str, elsewhere: str) -> None:
    """The other letters tell the alphabet; where all could be of both, the same word elsewhere does."""
    text = f"# Должностная инструкция боцмана\n\n## 1. Права\n\n1.1. Знает {word}, знает и {elsewhere}.\n"
    start = text.index(word)
    place = Span(start, start + len(word))

    changes = one_alphabet(place, read(text))

    assert ([(place, expected)] if expected else []) == [(change.span, change.new) for change in changes]
