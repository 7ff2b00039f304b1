"""Clauses counted anew: what follows, what stays, and where nothing is touched."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from jdlint.check.change import Change
from jdlint.check.renumber import renumbered
from jdlint.linter import Linter
from jdlint.load.docx import load
from jdlint.model.document import Source
from jdlint.model.reading import Reading
from jdlint.model.span import Span

HEAD = "# Должностная инструкция боцмана\n\n## 1. Общие положения\n\n1.1. Боцман плавает.\n\n## 2. Обязанности\n\n"
Counted = Callable[..., list[str] | None]


@pytest.fixture
def counted(
    read: Callable[[str], Reading],
    changed: Callable[[str, Sequence[Change]], str],
    place: Callable[[Reading, str], Span],
) -> Counted:
    """The lines of section 2 after the clause with these words was counted anew; None where nothing is changed."""

    def run(words: str, *lines: str) -> list[str] | None:
        text = HEAD + "\n\n".join(lines) + "\n"
        reading = read(text)
        changes = renumbered(place(reading, words), reading)
        made = changed(text, changes)
        return made.removeprefix(HEAD).rstrip("\n").split("\n\n") if made else None

    return run


LISTS: dict[str, tuple[str, list[str], str]] = {
    "пропуск": ("Поёт", ["2.1. Ест.", "2.3. Поёт.", "2.4. Спит."], "2.1 2.2 2.3"),
    "пропуск дальше": ("Спит", ["2.1. Ест.", "2.3. Поёт.", "2.4. Спит."], "2.1 2.2 2.3"),
    "сам на месте": ("Ест", ["2.1. Ест.", "2.3. Поёт."], ""),
    "всё на месте": ("Поёт", ["2.1. Ест.", "2.2. Поёт."], ""),
    "повтор": ("Поёт", ["2.1. Ест.", "2.1. Поёт.", "2.2. Спит."], "2.1 2.2 2.3"),
    "повтор через пункт": ("Спит", ["2.1. Ест.", "2.2. Поёт.", "2.3. Моет.", "2.2. Спит."], "2.1 2.2 2.3 2.4"),
    "снова первый": ("Спит", ["2.1. Ест.", "2.2. Поёт.", "2.1. Спит."], ""),
    "копия": ("Поёт", ["2.1. Поёт.", "2.1. поёт."], ""),
    "копия пустая": ("2.1.", ["2.1.", "2.1.", "2.2. Спит."], "2.1 2.2 2.3"),
    "назад": ("Спит", ["2.1. Ест.", "2.5. Поёт.", "2.3. Спит."], ""),
    "без начала": ("Поёт", ["2.2. Ест.", "2.4. Поёт."], ""),
    "простой пропуск": ("Поёт", ["1. Ест.", "3. Поёт."], "1 2"),
    "простой повтор": ("Поёт", ["1. Ест.", "1. Поёт.", "2. Спит."], "1 2 3"),
    "простой повтор второго": ("Спит", ["1. Ест.", "2. Поёт.", "2. Спит.", "3. Моет."], "1 2 3 4"),
    "простой через пункт": ("Моет", ["1. Ест.", "2. Поёт.", "3. Спит.", "2. Моет."], ""),
    "исключён": ("Поёт", ["2.1. Ест.", "2.2. Исключён.", "2.4. Поёт."], ""),
    "чужой раздел": ("Поёт", ["2.1. Ест.", "2.3. Поёт.", "## 3. Права", "3.2. Спит."], "2.1 2.2 3 3.2"),
    "подпункты": ("Поёт", ["2.1. Ест.", "2.3. Поёт:", "2.3.1. днём;", "2.3.3. ночью."], "2.1 2.2 2.2.1 2.2.2"),
    "подпункты одни": ("ночью", ["2.1. Поёт:", "2.1.1. днём;", "2.1.3. ночью."], "2.1 2.1.1 2.1.2"),
    "буквы остаются": ("Поёт", ["2.1. Ест:", "а) хлеб;", "в) сыр.", "2.3. Поёт."], "2.1 а в 2.2"),
    "список в пункте": ("Поёт", ["2.1. Ест:", "1) хлеб;", "3) сыр.", "2.3. Поёт."], "2.1 1 3 2.2"),
    "под подзаголовком": ("Поёт", ["### На берегу", "1. Ест.", "3. Поёт."], "### 1 2"),
    "с пробелами": ("Поёт", ["2.1. Ест.", "2. 3. Поёт."], "2.1 2.2"),
    "скобки за точками": ("Пьёт", ["1. Ест.", "Моет.", "1) Поёт.", "3) Пьёт."], "1 Моет 1 2"),
    "скобки у составных": ("Поёт", ["2.1) Ест.", "2.3. Поёт.", "2.4) Пьёт."], "2.1 2.2 2.3"),
    "без точки": ("Спит", ["1 Ест.", "2. Моет.", "4. Спит."], "1 2 3"),
    "значком": ("Спит", ["1. Ест.", "🔟 Моет.", "12. Спит."], ""),
    "скобки и точки": ("Спит", ["1) Ест.", "3) Спит."], "1 2"),
}


@pytest.mark.parametrize(("words", "lines", "expected"), LISTS.values(), ids=LISTS)
def test_lists(counted: Counted, words: str, lines: list[str], expected: str) -> None:
    """Each list is counted from its first number on; a number that its author may have meant stops it all."""
    told = counted(words, *lines)

    assert expected == ("" if told is None else " ".join(_label(line) for line in told))
    if told:
        assert [_words(line) for line in lines] == [_words(line) for line in told]


def _label(line: str) -> str:
    return line.removeprefix("## ").split(" ")[0].rstrip(".)")


def _words(line: str) -> str:
    return line.lstrip("0123456789. ")


REFERENCES = {
    "на новый номер": ("по п. 2.3 настоящей инструкции", "по п. 2.2 настоящей инструкции"),
    "без слов о своём": ("(см. п. 2.3)", "(см. п. 2.2)"),
    "на диапазон": ("по пп. 2.1–2.3 настоящей инструкции", "по пп. 2.1–2.2 настоящей инструкции"),
    "на два": ("по п. 2.3 и 2.4 настоящей инструкции", "по п. 2.2 и 2.3 настоящей инструкции"),
    "чужие": ("по пп. 2.1 и 2.3 устава порта", "по пп. 2.1 и 2.3 устава порта"),
    "на прежний": ("по п. 2.1 настоящей инструкции", "по п. 2.1 настоящей инструкции"),
    "на другой раздел": ("по п. 1.1 настоящей инструкции", "по п. 1.1 настоящей инструкции"),
    "на потерянный другого раздела": ("по п. 1.7 настоящей инструкции", "по п. 1.7 настоящей инструкции"),
    "на простой": ("по п. 3 настоящей инструкции", "по п. 3 настоящей инструкции"),
    "чужая": ("по п. 2.3 устава порта", "по п. 2.3 устава порта"),
    "на потерянный": ("по п. 2.2 настоящей инструкции", None),
    "без ссылки": ("за 2.3 часа", None),
    "другое число": ("за 12.3 часа, 2.31 тонны, 2.3,5 и 2,2.3 меры", "за 12.3 часа, 2.31 тонны, 2.3,5 и 2,2.3 меры"),
    "число не в счёт": ("за 2.1 часа", "за 2.1 часа"),
}


@pytest.mark.parametrize(("before", "after"), REFERENCES.values(), ids=REFERENCES)
def test_references(counted: Counted, before: str, after: str | None) -> None:
    """What refers to a clause goes on leading to it; where that is not sure no number is changed."""
    told = counted("Поёт", f"2.1. Ест {before}.", "2.3. Поёт.", "2.4. Спит.")

    assert told == (None if after is None else [f"2.1. Ест {after}.", "2.2. Поёт.", "2.3. Спит."])


def test_a_reference_to_a_number_that_stands_twice(counted: Counted) -> None:
    """Which of the two was meant only the author knows."""
    assert counted("Поёт", "2.1. Ест.", "2.2. Моет.", "2.2. Поёт.", "2.3. Спит по п. 2.3 настоящей инструкции.")
    assert not counted("Поёт", "2.1. Ест.", "2.2. Моет.", "2.2. Поёт.", "2.3. Спит по п. 2.2 настоящей инструкции.")


def test_a_reference_to_a_simple_number(counted: Counted) -> None:
    """«П. 3» may be a clause of any section, or of another act."""
    assert ["1. Ест.", "2. Поёт по приказу."] == counted("Поёт", "1. Ест.", "3. Поёт по приказу.")
    assert not counted("Поёт", "1. Ест.", "3. Поёт по п. 3 настоящей инструкции.")
    assert counted("Поёт", "1. Ест.", "3. Поёт по п. 3 устава порта.")
    assert counted("Поёт", "1. Ест.", "3. Поёт по п. 7 настоящей инструкции.")


def test_a_list_inside_the_first_clause(
    read: Callable[[str], Reading],
    changed: Callable[[str, Sequence[Change]], str],
    place: Callable[[Reading, str], Span],
) -> None:
    """In a document without a title the first clause holds a list as any other does."""
    text = "2.1. Ест:\n\n1) хлеб;\n\n3) сыр.\n\n2.3. Поёт.\n"
    reading = read(text)

    assert text.replace("2.3", "2.2") == changed(text, renumbered(place(reading, "Поёт"), reading))


def test_a_heading_has_no_clause(counted: Counted) -> None:
    """At a heading nothing is counted."""
    assert not counted("Обязанности", "2.1. Ест.", "2.3. Поёт.")


@pytest.mark.parametrize(("expected", "automatic"), [(["2.1. Ест.", "2.2. Поёт."], False), (None, True)])
def test_numbers_in_word(
    linter: Linter,
    changed: Callable[[str, Sequence[Change]], str],
    x: Any,
    expected: list[str] | None,
    automatic: bool,  # noqa: FBT001
) -> None:
    """A number typed by hand is changed, one that Word counts is not."""
    numbering = x.numbering(x.level(0, "2.%1.", start=3))
    counts = '<numPr><ilvl val="0"/><numId val="1"/></numPr>' if automatic else ""
    lines = ["Должностная инструкция боцмана", "2. Обязанности", "2.1. Ест."]
    last = x.p("Поёт." if automatic else "2.3. Поёт.", counts)
    document = load(Source("а.docx", x.pack("".join(map(x.p, lines)) + last, numbering=numbering)))
    (outline,) = linter.outlines(document)
    at = document.text.index("2.3.")

    changes = renumbered(Span(at, at + 4), linter.read(outline))

    assert (expected or []) == changed(document.text, changes).split("\n")[2:]
