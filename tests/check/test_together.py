"""Where phrases stand together, and what keeps them apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.check.together import standing_together
from jdlint.model.reading import Reading
from jdlint.rulebook.phrase import parse_phrase

HEAD = "# Должностная инструкция наладчика\n\n## 2. Обязанности\n\n"


def together(read: Callable[[str], Reading], text: str, *phrases: str) -> list[str]:
    """The words of a text from the first to the last of the phrases, wherever they stand together."""
    reading = read(HEAD + text)
    found = standing_together(list(map(parse_phrase, phrases)), reading, [reading.outline.span])
    return [span.of(HEAD + text) for span in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Теряет ключи часто.", ["Теряет ключи часто"]),
        ("Часто ключи теряет.", ["Часто ключи теряет"]),
        ("Теряет ключи.", []),
        ("Ключи и ключи теряет часто.", ["Ключи и ключи теряет часто"]),
        ("Теряет, теряет часто, ключи ищет.", ["Теряет, теряет часто, ключи"]),
        ("Теряет ключи часто, часто теряет ключ.", ["Теряет ключи часто", "часто теряет ключ"]),
        ("Теряет ключи часто часто теряет ключ.", ["Теряет ключи часто", "часто теряет ключ"]),
        ("Теряет ключи часто, теряет ключи.", ["Теряет ключи часто"]),
        ("Часто теряет. Теряет ключи часто.", ["Теряет ключи часто"]),
        # eight words between, nine
        ("Теряет в порту на складе у дома за садом ключи часто.", [
            "Теряет в порту на складе у дома за садом ключи часто",
        ]),
        ("Теряет там в порту на складе у дома за садом ключи часто.", []),
        ("Теряет ключи в порту на складе у дома за садом часто.", [
            "Теряет ключи в порту на складе у дома за садом часто",
        ]),
        ("Теряет ключи там в порту на складе у дома за садом часто.", []),
        ("Теряет там в порту на складе у дома за садом ключи, теряет часто.", ["ключи, теряет часто"]),
        # marks
        ("Теряет ключи; часто ищет.", []),
        ("Теряет ключи! Часто ищет.", []),
        ("Теряет: ключи, часто.", ["Теряет: ключи, часто"]),
        # denials
        ("Не теряет ключи часто.", []),
        ("Теряет не ключи часто.", []),
        ("Теряет ни ключи, ни замки часто.", []),
        ("Не должен терять ключи часто.", []),
        ("Не имеет права быть вправе терять ключи часто.", []),
        ("Не любит терять ключи часто.", ["терять ключи часто"]),
        ("Не спит, теряет ключи часто.", ["теряет ключи часто"]),
        ("Часто теряет ключи, а не теряет замки.", ["Часто теряет ключи"]),
        ("Должен терять ключи часто.", ["терять ключи часто"]),
    ],
)  # fmt: skip
def test_three_phrases(read: Callable[[str], Reading], line: str, expected: list[str]) -> None:
    """In any order, each at most eight words from the last, in one sentence, none denied; the nearest ones count."""
    assert expected == together(read, f"2.1. {line}\n", "терять", "ключ", "часто")


def test_phrases_do_not_share_words(read: Callable[[str], Reading]) -> None:
    """A word of one phrase is none of another."""
    assert [] == together(read, "2.1. Теряет ключ.\n", "терять ключ", "ключ")
    assert ["Теряет ключ и ключ"] == together(read, "2.1. Теряет ключ и ключ.\n", "терять ключ", "ключ")


def test_a_denial_that_is_asked_for(read: Callable[[str], Reading]) -> None:
    """«Не» of a phrase denies no other; its own denial counts."""
    assert ["не теряет ключ"] == together(read, "2.1. Он не теряет ключ.\n", "не", "терять", "ключ")
    assert ["обязан не терять ключ"] == together(
        read, "2.1. Он обязан не терять ключ.\n", "обязан не", "терять", "ключ"
    )
    assert [] == together(read, "2.1. Он не обязан не терять ключ.\n", "обязан не", "терять", "ключ")


def test_the_first_words_of_a_text(read: Callable[[str], Reading]) -> None:
    """Nothing before them denies them."""
    reading = read("Должностная инструкция наладчика\n\n# Обязанности\n\n1. Не спит на посту.\n")
    found = standing_together(
        [parse_phrase("должностной"), parse_phrase("инструкция")], reading, [reading.outline.span]
    )

    assert [(0, 22)] == [(span.start, span.end) for span in found]
