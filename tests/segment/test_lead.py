"""Sections without a heading of their own, the title that is named like one, and what a section is at first."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.outline import Outline, Role, Section
from jdlint.model.span import Span
from jdlint.segment.heading import Found

Read = Callable[[str], Outline]
Told = Callable[[str], list[tuple[str, str, str]]]
Sections = Callable[[str], list[str]]
TITLES = {
    "над общими положениями": (
        "**Обязанности**\n\n**Общие положения**\n\nк\n\n**Обязанности**\n\nк",
        ["1 general -", "3 duties -"],
    ),
    "над правами": (
        "**Обязанности**\n\n**Права**\n\nк\n\n**Обязанности**\n\nк",
        ["0 duties -", "1 rights -", "3 duties -"],
    ),
    "обязанностей больше нет": ("**Обязанности**\n\n**Общие положения**\n\nк", ["0 duties -", "1 general -"]),
    "первый уровень": ("# Обязанности\n\n## Права\n\nк\n\n## Обязанности\n\nк", ["1 rights -", "3 duties -"]),
    "второй уровень": (
        "## Обязанности\n\n### Права\n\nк\n\n### Обязанности\n\nк",
        ["0 duties -", "1 rights -", "3 duties -"],
    ),
    "общие на первом уровне": (
        "# Обязанности\n\n# Общие положения\n\nк\n\n# Обязанности\n\nк",
        ["1 general -", "3 duties -"],
    ),
    "права на первом уровне": (
        "# Обязанности\n\n# Права\n\nк\n\n## Обязанности\n\nк",
        ["0 duties -", "1 rights -", "3 duties -"],
    ),
    "второй уровень над общими": (
        "## Обязанности\n\n# Общие положения\n\nк\n\n## Обязанности\n\nк",
        ["0 duties -", "1 general -", "3 duties -"],
    ),
    "с номером": (
        "**1. Обязанности**\n\n**Общие положения**\n\nк\n\n**2. Обязанности**\n\nк",
        ["0 duties 1", "1 general -", "3 duties 2"],
    ),
    "под реквизитами": (
        "**Реквизиты**\n\n**Обязанности**\n\n**Общие положения**\n\nк\n\n**Обязанности**\n\nк",
        ["0 requisites -", "2 general -", "4 duties -"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TITLES.values(), ids=TITLES)
def test_duties_that_are_the_title(sections: Sections, text: str, expected: list[str]) -> None:
    """«Обязанности» without a number above the general part, or alone on the first level, where duties come again."""
    assert expected == [line for line in sections(text) if "below" not in line]


LEADS = {
    "вводная": ("Кок обязан:\n\n- варить", ["0 duties - implied"]),
    "вводная в 139 знаков": (f"{'К' * 122} Кок имеет право:", ["0 rights - implied"]),
    "вводная в 140 знаков": (f"{'К' * 123} Кок имеет право:", []),
    "имя и двоеточие в шестьдесят знаков": (
        f"Общие{' ' * 45}положения: ест\n\nОбязанности: варит\n\nПрава: спит",
        ["0 general - implied", "1 duties - implied", "2 rights - implied"],
    ),
    "имя и двоеточие дальше": (f"Общие{' ' * 46}положения: ест\n\nОбязанности: варит\n\nПрава: спит", []),
    "должен": ("Кок должен:\n\n- варить", ["0 duties - implied"]),
    "должен знать": ("Кок должен знать:\n\n- уху", []),
    "должны находиться": ("На камбузе должны находиться:\n\n- котёл", []),
    "отвечает": ("Кок отвечает:\n\n- за котёл", ["0 responsibility - implied"]),
    "вводная без двоеточия": ("Кок обязан варить", []),
    "вторая вводная": ("Кок обязан:\n\n- варить\n\nЮнга обязан:\n\n- мыть", ["0 duties - implied"]),
    "есть раздел": ("**Обязанности**\n\nКок обязан:\n\n- варить", ["0 duties -"]),
    "есть в другом": ("**Права и обязанности**\n\nКок обязан:\n\n- варить", ["0 rights duties -"]),
    "под задачами": ("**Функции**\n\nКок выполняет следующие функции:\n\n- варит", ["0 duties -"]),
    "под правами": ("**Права**\n\nКок выполняет следующие функции:\n\n- варит", ["0 rights -", "1 duties - implied"]),
    "подряд": (
        "Права: ест\n\nОбязанности: варит\n\nОтветственность: за уху",
        ["0 rights - implied", "1 duties - implied", "2 responsibility - implied"],
    ),
    "два подряд": ("Права: ест\n\nОбязанности: варит", []),
    "подряд с номером": (
        "1. Права: ест\n\n2. Обязанности: варит\n\n3. Ответственность: за уху",
        ["0 rights - implied", "1 duties - implied", "2 responsibility - implied"],
    ),
    "подряд не те": ("Права: ест\n\nОбязанности: варит\n\nКонтакты: порт", []),
    "подряд со словом": ("Права кока: ест\n\nОбязанности: варит\n\nОтветственность: за уху", []),
    "подряд дважды": (
        "Права: ест\n\nПрава: пьёт\n\nОбязанности: варит\n\nОтветственность: за уху",
        ["0 rights - implied", "2 duties - implied", "3 responsibility - implied"],
    ),
    "подряд в таблице": ("|Права: ест|\n|-|\n|Обязанности: варит|\n|Ответственность: за уху|", []),
    "подряд под разделом": (
        "**Контакты**\n\nПрава: ест\n\nОбязанности: варит\n\nОтветственность: за уху",
        ["0 relations -", "1 rights - implied", "2 duties - implied", "3 responsibility - implied"],
    ),
    "подряд вопросами": (
        "**Кого берём.** Рыбаков.\n\n**Что делает кок:**\n\n- варит\n\n**Что может кок:** спать.\n\n**За что отвечает кок.** За уху.",
        ["0 requirements - implied", "1 duties -", "3 rights - implied", "4 responsibility -"],
    ),
    "вопрос в тексте": ("Что может кок на вахте: спать\n\nОбязанности: варит\n\nОтветственность: за уху", []),
    "подряд при разделе": (
        "Права: ест\n\nОбязанности: варит\n\nОтветственность: за уху\n\n**Общие положения**\n\nк",
        ["3 general -"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), LEADS.values(), ids=LEADS)
def test_sections_without_headings(sections: Sections, text: str, expected: list[str]) -> None:
    """A lead-in stands for the heading that is missing, and three names before colons where there is none at all."""
    assert expected == sections(text)


def test_what_a_section_is_at_first(headings: Callable[[str], Found]) -> None:
    """Its words, number, level and place; one without a heading begins, empty, where its block does."""
    text = "## 3. Права   и  обязанности\n\nКок несёт ответственность за:\n\n- уху\n"
    found, _, _ = headings(text)
    lead = text.index("Кок")
    heading, implied = Span(3, 28), Span(lead, text.index("\n\n- уху"))

    assert {
        0: Section(Role.RIGHTS, "Права и обязанности", "3", 2, heading, Span(6, 28), (Role.DUTIES,)),
        1: Section(Role.RESPONSIBILITY, "", "", 0, implied, Span(lead, lead), implied=True),
    } == found


def test_what_a_section_of_a_paragraph_is(headings: Callable[[str], Found]) -> None:
    """It has no heading and begins, empty, where its paragraph does."""
    text = "Права: ест.\n\nОбязанности: варит.\n\nОтветственность: за уху.\n"
    found, _, _ = headings(text)

    assert Section(Role.DUTIES, "", "", 0, Span(13, 32), Span(13, 13), implied=True) == found[1]


# --- in whole documents ---------------------------------------------------------------------------------------------

TITLE = "# Должностная инструкция боцмана\n\n"


def test_a_title_may_be_called_duties(told: Told) -> None:
    """«Обязанности боцмана» over all of the sections, one of which is «Обязан:», is the title."""
    text = "# Функциональные обязанности боцмана\n\n**Обязан:**\n\n- свистеть\n\n**Имеет право:**\n\n- есть\n"

    assert [("duties", "", "Обязан:"), ("rights", "", "Имеет право:")] == told(text)


def test_a_lead_in_below_functions_makes_them_duties(told: Told) -> None:
    """«Функции», then «Боцман выполняет следующие функции:»: the section of duties, and no other one is implied."""
    text = "## 2. Функции\n\nБоцман выполняет следующие функции:\n\n1. Свистит.\n\n## 3. Права\n\nСпит.\n"

    assert [("duties", "2", "Функции"), ("rights", "3", "Права")] == told(TITLE + text)


def test_a_lead_in_to_requirements_opens_no_duties(told: Told) -> None:
    """What a candidate «обязан соответствовать» or «обязан знать» is no duty."""
    text = "## 1. Общие положения\n\n3. Кандидат обязан соответствовать требованиям:\n\n- диплом;\n"

    assert [("general", "1", "Общие положения")] == told(TITLE + text)


def test_lead_ins_stand_for_missing_headings(outline: Read) -> None:
    """«Боцман обязан:» begins the duties where no heading does; what the heading has needs no lead-in."""
    leads = ("Боцман обязан", "Боцман имеет право", "Боцман несёт ответственность за")
    text = "\n\n".join(f"{lead}:\n\n- якорь." for lead in leads)
    implied = [(s.role.value, s.implied, s.heading) for s in outline(TITLE + text).sections]
    headed = [(s.role.value, s.implied) for s in outline(f"{TITLE}## Должностные обязанности\n\n{text}").sections]

    assert [("duties", True, ""), ("rights", True, ""), ("responsibility", True, "")] == implied
    assert [("duties", False), ("rights", True), ("responsibility", True)] == headed


def test_heading_that_is_the_title(outline: Read, told: Told) -> None:
    """«Должностные обязанности боцмана» above all sections names the document; below a title it is a section."""
    body = "1. Общие положения\n\n1.1. Служит.\n\n2. Обязанности\n\n2.1. Свистит.\n"
    text = f"ДОЛЖНОСТНЫЕ ОБЯЗАННОСТИ БОЦМАНА\n\n{body}"

    assert [("general", "1", "Общие положения"), ("duties", "2", "Обязанности")] == told(text)
    assert "боцман" == outline(text).position
