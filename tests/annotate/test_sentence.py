"""Sentences end where a reader ends them: abbreviations, initials and numbers do not end one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading
from jdlint.model.span import Span

HEAD = "# Должностная инструкция боцмана\n\n"

WHOLE = [
    "Работает по ст. 192 ТК РФ и по п. 5 ч. 1 ст. 81 кодекса.",
    "Служит в г. Заречинске на ул. Портовой в д. 7.",
    "Отвечает перед ООО «Шхуна» и перед АО «Бриг» поровну.",
    "Подчиняется И. И. Волнову и А.А. Чайкиной.",
    "Носит тельняшку, фуражку и т. д. по уставу.",
    "Носит тельняшку, фуражку и т.п. по уставу.",
    "Красит борта, т.е. обновляет краску.",
    "Получает 5 тыс. руб. за смену.",
    "Принят 01.02.2020 г. на борт.",
    "Служит с 2020 г. по настоящее время.",
    "Знает правила (см. раздел 3) и устав.",
    "Проходит 1.5 мили за час.",
    "Зовут им. Волнова и др. лицами.",
    "Исполняет обязанности и.о. капитана.",
    "Варит уху… и ждёт.",
]


def sentences(reading: Reading) -> list[str]:
    """The sentences after the title."""
    return [s.of(reading.outline.document.plain) for s in reading.sentences][1:]


@pytest.mark.parametrize("text", WHOLE)
def test_one_sentence(read: Callable[[str], Reading], text: str) -> None:
    """An abbreviation inside a sentence does not end it."""
    assert [text] == sentences(read(HEAD + text + "\n"))


APART = {
    "точка": ("Свистит громко. Будит матросов.", ["Свистит громко.", "Будит матросов."]),
    "восклицание": ("Свистит! Будит? Молчит.", ["Свистит!", "Будит?", "Молчит."]),
    "кавычки": ("Кричит: «Подъём!» Матросы встают.", ["Кричит: «Подъём!»", "Матросы встают."]),
    "скобка": ("Свистит (громко.) Будит.", ["Свистит (громко.)", "Будит."]),
    "число вначале": ("Свистит утром. 5 минут ждёт.", ["Свистит утром.", "5 минут ждёт."]),
    "кавычки вначале": ("Служит на бриге. «Шхуна» стоит рядом.", ["Служит на бриге.", "«Шхуна» стоит рядом."]),
    "многоточие": ("Ждёт… Потом свистит.", ["Ждёт…", "Потом свистит."]),
    "строчная после точки": ("Свистит громко. будит матросов.", ["Свистит громко. будит матросов."]),
    "сокращение в конце": (
        "Красит борта, мачты и т.д. Потом свистит.",
        ["Красит борта, мачты и т.д.", "Потом свистит."],
    ),
    "абзацы": ("Свистит громко\n\nБудит матросов", ["Свистит громко", "Будит матросов"]),
}


@pytest.mark.parametrize(("text", "expected"), APART.values(), ids=APART)
def test_boundaries(read: Callable[[str], Reading], text: str, expected: list[str]) -> None:
    """A full stop before a capital, a digit or a quotation ends a sentence; a block always does."""
    assert expected == sentences(read(HEAD + text + "\n"))


def test_the_label_is_no_word(read: Callable[[str], Reading]) -> None:
    """The number of a clause belongs to no sentence."""
    assert ["Свистит громко."] == sentences(read(f"{HEAD}2.1. Свистит громко.\n"))


def test_sentence_of_a_place(read: Callable[[str], Reading]) -> None:
    """Any offset leads to its sentence; outside of sentences there is an empty one."""
    text = f"{HEAD}Свистит громко. Будит матросов.\n"
    reading = read(text)

    assert "Будит матросов." == reading.sentence_at(text.index("матросов")).of(text)
    assert 0 == len(reading.sentence_at(text.index("\n\n")))
    assert 0 == len(reading.sentence_at(len(text) + 7))


WORDS = {
    "дефис": ("врач-стоматолог кое-кто", ["врач-стоматолог", "кое-кто"]),
    "кавычки": ("«Шхуна»", ["«", "Шхуна", "»"]),
    "косая черта": ("и/или", ["и", "/", "или"]),
    "номер": ("№ 5-Л", ["№", "5-Л"]),
    "черта": ("имя____ ____", ["имя", "____", "____"]),
    "запятая в числе": ("1,5 мили, 2", ["1,5", "мили", ",", "2"]),
    "сокращение": ("ст. 5 т.д.", ["ст.", "5", "т.д."]),
    "тире": ("якорь — груз", ["якорь", "—", "груз"]),
    "слитно с числом": ("5суток", ["5", "суток"]),
    "точка без пробела": ("Свистит.Будит", ["Свистит", ".", "Будит"]),
}


@pytest.mark.parametrize(("text", "expected"), WORDS.values(), ids=WORDS)
def test_words(read: Callable[[str], Reading], text: str, expected: list[str]) -> None:
    """Hyphenated words and abbreviations stay whole; quotes, dashes and slashes stand alone."""
    document = HEAD + "Служит " + text + "\n"
    tokens = [t for t in read(document).tokens if t.span.start > document.index("Служит")]

    assert expected == [t.text for t in tokens]
    assert expected == [t.span.of(document) for t in tokens]


def test_tokens_of_a_place(read: Callable[[str], Reading]) -> None:
    """The tokens wholly inside a place, in order; each knows its sentence."""
    text = f"{HEAD}Свистит громко. Будит матросов.\n"
    reading = read(text)
    inside = reading.tokens_in(Span(text.index("громко"), text.index("матросов") + 3))

    assert ["громко", ".", "Будит"] == [t.text for t in inside]
    assert inside[0].sentence + 1 == inside[2].sentence


def test_a_document_without_words(read: Callable[[str], Reading]) -> None:
    """Nothing to read is read as nothing."""
    reading = read("---\n")

    assert ((), (), ()) == (reading.tokens, reading.sentences, reading.facts)
    assert [] == reading.search.tokens_matching("x", [[{"LOWER": "x"}]])
