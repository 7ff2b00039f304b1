"""A reference to a clause, a section or an annex of this document leads somewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.check.refer import check_refer
from jdlint.model.kind import Refer
from jdlint.model.reading import Reading

HEAD = "# Должностная инструкция боцмана\n\n"
TEXT = (
    HEAD
    + """\
## 1. Общие положения

1.1. {}

1.2. Свистит.

## 2. Обязанности

2.1. Чинит якорь.

2.2. Красит борт.

## IV. Права

Ест.

Приложение 2

Список якорей.
"""
)
EVERYTHING = ("clause", "section", "annex")

FOUND = {
    "пункт": ("Действует по пункту 2.7 настоящей инструкции.", ["пункту 2.7 настоящей инструкции"]),
    "сокращённо": ("Действует по п. 2.7 данной инструкции.", ["п. 2.7 данной инструкции"]),
    "смотри": ("Чинит якорь (см. п. 2.7).", ["см. п. 2.7"]),
    "указанный": ("Чинит всё, указанное в п. 2.7, сам.", ["указанное в п. 2.7"]),
    "без слов о своём": ("Чинит якорь по п. 2.7.", ["п. 2.7"]),
    "диапазон": ("Отвечает по пп. 2.1–2.7 настоящей инструкции.", ["пп. 2.1–2.7 настоящей инструкции"]),
    "два пункта": ("Отвечает по п. 2.1 и 2.9 настоящей инструкции.", ["п. 2.1 и 2.9 настоящей инструкции"]),
    "раздел": ("Отвечает по разделу 7 настоящей инструкции.", ["разделу 7 настоящей инструкции"]),
    "римский раздел": ("Отвечает по разделу III настоящей инструкции.", ["разделу III настоящей инструкции"]),
    "раздел по имени": ("Полно в разделе «Якорное дело».", ["разделе «Якорное дело»"]),
    "приложение": ("Список (см. приложение 5).", ["см. приложение 5"]),
    "приложение к инструкции": ("Список дан в приложении к настоящей инструкции № 1.", []),
}
SILENT = {
    "пункт есть": "Действует по пункту 2.2 настоящей инструкции.",
    "диапазон есть": "Отвечает по пп. 2.1–2.2 настоящей инструкции.",
    "раздел пункта есть": "Действует по п. 9 раздела 2 настоящей инструкции.",
    "раздел есть": "Отвечает по разделу 2 настоящей инструкции.",
    "римский раздел есть": "Отвечает по разделу 4 настоящей инструкции.",
    "раздел по имени есть": "Полно в разделе «Обязанности».",
    "приложение есть": "Список (см. приложение 2).",
    "чужой пункт": "Действует по п. 9.9 устава порта.",
    "пункт правил": "См. п. 9.9 Правил порта.",
    "пункт закона": "Указанное в п. 9.9 ч. 1 ст. 5 закона.",
    "просто пункт": "Следит за пунктом 9 на карте.",
    "чужой раздел": "Полно в разделе «Якоря» устава порта.",
    "без указания": "Пишет раздел «Якоря» отчёта.",
    "чужое приложение": "См. приложение 5 к уставу порта.",
}


@pytest.mark.parametrize(("clause", "expected"), FOUND.values(), ids=FOUND)
def test_nowhere(read: Callable[[str], Reading], clause: str, expected: list[str]) -> None:
    """What the document does not have is quoted as it is referred to."""
    text = TEXT.format(clause)

    assert expected == [hit.span.of(text) for hit in check_refer(Refer(EVERYTHING), read(text), frozenset())]


@pytest.mark.parametrize("clause", SILENT.values(), ids=SILENT)
def test_somewhere_else(read: Callable[[str], Reading], clause: str) -> None:
    """A target that is there, and one in another act, are no findings."""
    assert [] == list(check_refer(Refer(EVERYTHING), read(TEXT.format(clause)), frozenset()))


def test_target_is_named(read: Callable[[str], Reading]) -> None:
    """The hit names the target that is missing, only of the kinds asked for."""
    text = TEXT.format("По п. 2.7 настоящей инструкции, разделу 7 настоящей инструкции, см. приложение 5.")
    reading = read(text)

    assert [["п. 2.7"], ["раздел 7"], ["приложение 5"]] == [
        [hit.values["target"] for hit in check_refer(Refer((kind,)), reading, frozenset())] for kind in EVERYTHING
    ]


def test_sections_without_numbers(read: Callable[[str], Reading]) -> None:
    """Where no section has a number, a reference by number is left alone."""
    text = HEAD + "## Общие положения\n\nОтвечает по разделу 7 настоящей инструкции.\n\n## Права\n\nЕст.\n"

    assert [] == list(check_refer(Refer(("section",)), read(text), frozenset()))
