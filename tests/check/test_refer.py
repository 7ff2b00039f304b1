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
    "за чужим пунктом": ("Действует по п. 9.9 устава порта; чинит по п. 2.7.", ["п. 2.7"]),
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


def targets(read: Callable[[str], Reading], text: str, *to: str) -> list[str]:
    """What the references of a text should lead to and do not."""
    return [str(hit.values["target"]) for hit in check_refer(Refer(to), read(text), frozenset())]


BARE = {
    "нет такого": ("Отвечает согласно разделу 7.", ["раздел 7"]),
    "смотри": ("Отвечает (см. раздел 7).", ["раздел 7"]),
    "в разделе": ("Полно в разделе VII.", ["раздел VII"]),
    "разделом": ("Отвечает, как сказано разделом 7.", ["раздел 7"]),
    "словом": ("Отвечает, как сказано в разделе седьмом.", ["раздел седьмом"]),
    "словом есть": ("Отвечает, как сказано в разделе втором.", []),
    "есть": ("Отвечает согласно разделу 2.", []),
    "римский есть": ("Отвечает согласно разделу IV.", []),
    "чужой": ("Отвечает согласно разделу 7 устава порта.", []),
    "просто раздел": ("Пишет раздел 7.", []),
    "пункт раздела": ("Действует по пункту 9 раздела 2.", ["п. 9 раздела 2"]),
    "пункт раздела есть": ("Действует по пункту 1 раздела 2.", []),
    "пункт раздела без пунктов": ("Действует по пункту 9 раздела IV.", []),
    "пункт раздела, которого нет": ("Действует по п. 1 раздела 7.", ["п. 1 раздела 7"]),
    "пункт чужого раздела": ("Действует по п. 1 раздела 7 устава.", []),
}


@pytest.mark.parametrize(("clause", "expected"), BARE.values(), ids=BARE)
def test_sections_by_number_alone(read: Callable[[str], Reading], clause: str, expected: list[str]) -> None:
    """In a document of three numbered sections a number with nothing behind it is of this document."""
    assert expected == targets(read, TEXT.format(clause), "section")


def test_two_numbered_sections_are_too_few(read: Callable[[str], Reading]) -> None:
    """In a short document a bare number may be of another one."""
    text = TEXT.format("Отвечает согласно разделу 7, по пункту 9 раздела 2.").replace("## IV. Права", "## Права")

    assert [] == targets(read, text, "section")


def test_clause_numbers_of_a_section(read: Callable[[str], Reading]) -> None:
    """«Пункт 2 раздела 2» is the clause «2», «2)» or «2.2» of that section."""
    text = TEXT.format("Действует по пункту 2 раздела 2.")

    assert [] == targets(read, text, "section")
    assert [] == targets(read, text.replace("2.1. Чинит", "1) Чинит").replace("2.2. Красит", "2) Красит"), "section")
    assert ["п. 2 раздела 2"] == targets(read, text.replace("2.2. Красит", "2.3. Красит"), "section")
    assert ["п. 2 раздела 2"] == targets(read, text.replace("2.2. Красит", "4.2. Красит"), "section")


TITLED = {
    "имя раздела": ("«Обязанности»", []),
    "начало имени": ("«Общие»", []),
    "слова имени": ("«Положения общие»", []),
    "строчными и с ё": ("«ОБЩИЕ ПОЛОЖЁНИЯ»", []),
    "строка пункта": ("«Красит борт»", []),
    "слово пункта": ("«Борт»", []),
    "нет строки": ("«Мачта»", ["раздел «Мачта»"]),
    "не все слова": ("«Красит мачту»", ["раздел «Красит мачту»"]),
}


@pytest.mark.parametrize(("name", "expected"), TITLED.values(), ids=TITLED)
def test_section_by_name(read: Callable[[str], Reading], name: str, expected: list[str]) -> None:
    """Some line begins with the words of the name, or holds them all among few others."""
    assert expected == targets(read, TEXT.format(f"Полно в разделе {name}."), "section")


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        (0, "Яхта " + "моет " * 6),
        (1, "Лодка, яхта " + "моет " * 6),
        (0, "Лодка, яхта " + "моет " * 5),
        (0, "Яхта, " + "моет " * 31),
        (1, "Яхта,, " + "моет " * 31),
        (1, "Сказано: раздел «Яхта»"),
        (1, 'Сказано: раздел "Яхта"'),
        (1, "Сказано: раздел “Яхта”"),
        (0, "5.7. Яхта и прочее"),
    ],
)
def test_the_line_that_bears_the_name(read: Callable[[str], Reading], expected: int, line: str) -> None:
    """No long line, none that refers to it itself, none where the words drown among others."""
    text = TEXT.format("Полно в разделе «Яхта».") + f"\n{line.strip()}\n"

    assert expected == len(targets(read, text, "section"))


LOOK = {
    "смотри также": ("См. также раздел «Яхта».", 1),
    "в разделе": ("Сказано в разделе «Яхта».", 1),
    "раздел": ("Сказано про раздел «Яхта».", 0),
    "устав в разделе": ("Сказано в разделе «Яхта» правил.", 0),
    "в начале": ("В разделе «Яхта».", 1),
    "вразрядку": ("Яхта чиста (см.   также раздел «Яхта»).", 1),
    "слишком вразрядку": ("Яхта чиста (см.    также раздел «Яхта»).", 0),
    "кавычки": ('Сказано в разделе "Яхта".', 1),
}


@pytest.mark.parametrize(("clause", "count"), LOOK.values(), ids=LOOK)
def test_words_that_send_to_a_section(read: Callable[[str], Reading], clause: str, count: int) -> None:
    """Only a reader who is sent there looks for it."""
    assert count == len(targets(read, TEXT.format(clause), "section"))


def test_a_reference_to_a_clause_of_a_section(read: Callable[[str], Reading]) -> None:
    """«П. 7 раздела 2 настоящей инструкции» leads to the section; where that is missing, nowhere."""
    clause = "Действует по п. 7 раздела {} настоящей инструкции."

    assert [] == targets(read, TEXT.format(clause.format(2)), "clause")
    assert [] == targets(read, TEXT.format(clause.format("IV")), "clause")
    assert ["п. 7"] == targets(read, TEXT.format(clause.format(8)), "clause")
    assert ["п. 7"] == targets(read, TEXT.format(clause.format("VIII")), "clause")


COUNTED = "# Должностная инструкция боцмана\n\n## Общие положения\n\n1) {}\n\n2) Свистит.\n\n3) Моет.\n"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Действует по п. 7 настоящей инструкции.", ["п. 7"]),
        ("Действует по п. 2 настоящей инструкции.", []),
        ("Действует по п. 3 настоящей инструкции.", []),
        ("Действует по п. 7.", []),
        ("Действует по п. 7.1.", []),
        ("Действует (см. п. 7.1).", ["п. 7.1"]),
        ("Действует (см. п. 7).", []),
        ("Действует (см. п. 7.1 устава).", []),
        ("Действует по п. 7.1 устава настоящего порта.", []),
    ],
)
def test_clauses_of_a_single_list(read: Callable[[str], Reading], clause: str, expected: list[str]) -> None:
    """Where no clause has a compound number, only a reference that says so is of this document."""
    assert expected == targets(read, COUNTED.format(clause), "clause")


ANNEXES = {
    "нет": ("Список (см. приложение 5).", ["приложение 5"]),
    "нет знака": ("Список согласно приложению № 5.", ["приложение 5"]),
    "без номера": ("Список в приложении к настоящей инструкции.", []),
    "чужое": ("Список согласно приложению 5 к приказу.", []),
    "своё": ("Список согласно приложению 5 к настоящей инструкции.", ["приложение 5"]),
    "чужое за словом": (f"Список согласно приложению 5 {'к' * 30} положения.", []),
    "слишком далеко": (f"Список согласно приложению 5 {'к' * 31} положения.", ["приложение 5"]),
    "без указания": ("Пишет приложение 5.", []),
    "указано": ("Список, указанный в приложении 5.", ["приложение 5"]),
    "сама строка": ("Приложение 5 (см. приложение 5).", ["приложение 5"]),
    "без номера и слов о своём": ("Список в приложении.", []),
}


@pytest.mark.parametrize(("clause", "expected"), ANNEXES.values(), ids=ANNEXES)
def test_annexes(read: Callable[[str], Reading], clause: str, expected: list[str]) -> None:
    """An annex that a reader is sent to stands as a line of its own."""
    assert expected == targets(read, TEXT.format(clause), "annex")


def test_no_annex_at_all(read: Callable[[str], Reading]) -> None:
    """«В приложении к настоящей инструкции» asks for any annex; one paragraph that sends there is none."""
    text = TEXT.format("Список в приложении к настоящей инструкции.").split("Приложение 2")[0]
    alone = text.replace("1.2. Свистит.", "Приложение 5 (см. приложение 5).")

    assert ["приложение"] == targets(read, text, "annex")
    assert ["приложение 5"] == targets(read, alone.replace("Список в приложении к настоящей", "По"), "annex")
