"""Which headings open a section, which only divide one, and at which length, number, level and cell that changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Sections = Callable[[str], list[str]]


def many(count: int) -> str:
    """So many words."""
    return " ".join(["кока"] * count)


LONG = {
    f"## Права {many(8)}": ["0 rights -"],
    f"## Права {many(9)}": [],
    f"**Права {many(6)}**": ["0 rights -"],
    f"**Права {many(7)}**": [],
    f"3. Права {many(3)}": ["0 rights 3"],
    f"3. Права {many(4)}": [],
    f"1. Общие положения {many(6)}": ["0 general 1"],
    f"1. Общие положения {many(7)}": [],
    f"1. Права {many(3)}": ["0 rights 1"],
    f"1. Права {many(4)}": [],
    f"1. Права {many(6)}\n\n1.1. Ест.": ["0 rights 1"],
    f"1. Права {many(7)}\n\n1.1. Ест.": [],
    f"2. Права {many(4)}\n\n2.1. Ест.": [],
    "Права": ["0 rights -"],
    "Права кока": [],
    "А) Права": ["0 rights а"],
    "А) Права кока": [],
    f"## Лист ознакомления {many(7)}": ["0 acknowledgement -"],
    f"## Лист ознакомления {many(8)}": [],
    f"Лист согласования {many(6)}": ["0 requisites -"],
    f"Лист согласования {many(7)}": [],
    f"**Условия работы: {many(8)}**": ["0 conditions -"],
    f"**Условия {many(7)}: работы**": [],
    "Раздел «Права»": ["0 rights -"],
    "Глава «Права»": [],
}


@pytest.mark.parametrize(("text", "expected"), LONG.items())
def test_how_much_may_follow_the_name(sections: Sections, text: str, expected: list[str]) -> None:
    """Eight words in a marked heading, six in one that stands out or has the next number, three behind any number."""
    assert expected == sections(text)


ALSO = {
    "## Права и ответственность": ["0 rights responsibility -"],
    "## Права и ответственность юнги судна": ["0 rights responsibility -"],
    "## Права и ответственность юнги судна порта": ["0 rights -"],
    "## Права и печали": ["0 rights -"],
    "## Права и права": ["0 rights -"],
    "## Права и обязанности и ответственность": ["0 rights duties -"],
    "## Задачи и печали и права": ["0 tasks rights -"],
}


@pytest.mark.parametrize(("text", "expected"), ALSO.items())
def test_two_roles(sections: Sections, text: str, expected: list[str]) -> None:
    """The first name behind «и» is the other role, unless more than two words follow it."""
    assert expected == sections(text)


SAID = {
    "**Кок обязан**": ["0 duties -"],
    f"**{many(5)} обязан**": ["0 duties -"],
    f"**{many(6)} обязан**": [],
    "**Запрещается**": [],
    "**Вправе**": ["0 rights -"],
    "**Кок вправе**": ["0 rights -"],
    "**Кок вправе:**": ["0 rights - implied"],
    "Кок вправе": [],
    "Кок вправе\n\n1. Есть": ["0 rights -"],
    "Кок вправе\n\n- есть": ["0 rights -"],
    "Кок вправе\n\n2. Есть": [],
    "Кок вправе\n\nесть": [],
    "1. Кок вправе": ["0 rights 1"],
    "2. Кок вправе": [],
    "2. Кок вправе\n\n1. Есть": [],
}


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_said_in_a_sentence(sections: Sections, text: str, expected: list[str]) -> None:
    """A sentence of up to five words and its ending: where it stands out, has the next number, or opens a list."""
    assert expected == sections(text)


CELLS = {
    "|Права|\n|-|": [],
    "|Общие положения|\n|-|": ["0 general -"],
    "|3. Права кока|\n|-|": ["0 rights 3"],
    "|3. Права кока|ест|\n|-|-|": [],
    "|3. Права|ест|\n|-|-|": ["0 rights 3"],
    "|ест|3. Права|\n|-|-|": [],
    "|кок|ест|3. Права|\n|-|-|-|": [],
    "|ест|ПРАВА|\n|-|-|": ["1 rights -"],
    "|ПРАВА КОКА|ест|\n|-|-|": ["0 rights -"],
    "|Права|ест|\n|-|-|": [],
    "|Права|ест уху первым|\n|-|-|": ["0 rights -"],
    "|Кок|юнга|\n|-|-|\n|Права|ест|": ["2 rights -"],
    "|1.|Права|Ест|\n|-|-|-|\n|2.|Обязанности|Варит|": ["4 duties 2"],
    "|1.1|Права|ест уху первым|\n|-|-|-|": [],
    "|1.1|ПРАВА|ест уху первым|\n|-|-|-|": [],
}


@pytest.mark.parametrize(("text", "expected"), CELLS.items())
def test_in_a_table(sections: Sections, text: str, expected: list[str]) -> None:
    """A plain name in the first of two cells; whatever stands out in any; none that only a clause's number precedes."""
    assert expected == sections(text)


DIVIDING = {
    "та же роль слабее": ("**Обязанности**\n\nк\n\nОбязанности\n\nк", ["0 duties -"]),
    "та же роль по списку без номера": ("**2. Обязанности**\n\nк\n\n**Обязанности**\n\nк", ["0 duties 2", "2 below"]),
    "та же роль с номером": ("**Обязанности**\n\nк\n\n**3. Обязанности**\n\nк", ["0 duties -", "2 duties 3"]),
    "та же роль со следующим номером": ("2. Трудовые функции\n\nк\n\n3. Обязанности\n\nк", ["0 tasks 2", "2 duties 3"]),
    "та же роль с номером через один": ("2. Обязанности\n\nк\n\n4. Обязанности\n\nк", ["0 duties 2"]),
    "преамбула": ("Преамбула\n\nк\n\n1. Общие положения\n\nк", ["0 general -", "2 general 1"]),
    "преамбула и второй номер": ("Преамбула\n\nк\n\n2. Общие положения\n\nк", ["0 general -"]),
    "номера уже были": ("3. Права\n\nк\n\nПреамбула\n\nк\n\n1. Общие положения\n\nк", ["0 rights 3", "2 general -"]),
    "малый раздел с номером среди ненумерованных": (
        "**Обязанности**\n\nк\n\n**1. Условия работы**\n\nк",
        ["0 duties -", "2 below"],
    ),
    "малый раздел с номером среди нумерованных": (
        "**1. Обязанности**\n\nк\n\n**2. Условия работы**\n\nк",
        ["0 duties 1", "2 conditions 2"],
    ),
    "та же роль с номером внутри": (
        "## 2. Обязанности\n\nк\n\n### 2.4. Обязанности по вахте\n\nк",
        ["0 duties 2", "2 below"],
    ),
    "та же роль с номером внутри другого": (
        "## 2. Обязанности\n\nк\n\n### 3.1. Обязанности по вахте\n\nк",
        ["0 duties 2", "2 duties 3.1"],
    ),
    "прочее с номером внутри": ("## 2. Обязанности\n\nк\n\n## 2.2. Прочее\n\nк", ["0 duties 2", "2 below"]),
    "права с номером внутри": ("## 2. Обязанности\n\nк\n\n## 2.2. Права\n\nк", ["0 duties 2", "2 rights 2.2"]),
    "малый раздел без номера": ("**Обязанности**\n\nк\n\n**Условия работы**\n\nк", ["0 duties -", "2 conditions -"]),
    "слабый малый раздел": ("Обязанности\n\nк\n\n3. Условия работы\n\nк", ["0 duties -"]),
    "малый раздел глубже": ("## Обязанности\n\nк\n\n### Условия работы\n\nк", ["0 duties -", "2 below"]),
    "малый раздел наравне": ("## Обязанности\n\nк\n\n## Условия работы\n\nк", ["0 duties -", "2 conditions -"]),
    "малый раздел первый": ("### Условия работы\n\nк\n\n## Обязанности\n\nк", ["0 conditions -", "2 duties -"]),
    "два малых глубже": (
        "## Обязанности\n\nк\n\n### Условия работы\n\nк\n\n### Оценка\n\nк\n\n## Права\n\nк\n\n### Контакты\n\nк",
        ["0 duties -", "6 rights -", "2 below", "4 below", "8 below"],
    ),
    "формальный глубже": ("## Обязанности\n\nк\n\n### Реквизиты\n\nк", ["0 duties -", "2 requisites -"]),
    "глубже формального": (
        "## Реквизиты\n\nк\n\n### Условия работы\n\nк\n\n## Права\n\nк",
        ["0 requisites -", "4 rights -", "2 below"],
    ),
    "права глубже": ("## Обязанности\n\nк\n\n### Права\n\nк", ["0 duties -", "2 rights -"]),
}


@pytest.mark.parametrize(("text", "expected"), DIVIDING.values(), ids=DIVIDING)
def test_what_divides_a_section(sections: Sections, text: str, expected: list[str]) -> None:
    """The same role again, weaker or out of order; a lesser section that is deeper, or alone has a number."""
    assert expected == sections(text)


UNKNOWN = {
    "похожий": ("**Права**\n\nк\n\n**Якорь**\n\nк", ["0 rights -", "2 other -"]),
    "непохожий": ("**Права**\n\nк\n\nЯКОРЬ\n\nк", ["0 rights -"]),
    "похожий, но слабый": ("Раздел 1. Права\n\nк\n\n2. Якорь\n\nк", ["0 rights 1"]),
    "похожий без номера впереди": ("**Якорь**\n\nк\n\n**Права**\n\nк", ["2 rights -"]),
    "похожий с номером впереди": ("**1. Якорь**\n\nк\n\n**2. Права**\n\nк", ["0 other 1", "2 rights 2"]),
    "римский впереди": ("I. Якорь\n\nк\n\nII. Права\n\nк", ["0 other I", "2 rights II"]),
    "буква впереди": ("**а) Якорь**\n\nк\n\n**б) Права**\n\nк", ["2 rights б"]),
    "впереди за реквизитами": (
        "**Реквизиты**\n\nк\n\n**Якорь**\n\nк\n\n**Права**\n\nк",
        ["0 requisites -", "4 rights -"],
    ),
    "по номеру": ("1. Права\n\n1.1. Ест.\n\n2. Якорь\n\n2.1. Бросает.", ["0 rights 1", "2 other 2"]),
    "по номеру без пунктов": ("1. Права\n\n1.1. Ест.\n\n2. Якорь\n\nБросает.", ["0 rights 1"]),
    "номер через один": ("1. Права\n\n1.1. Ест.\n\n3. Якорь\n\n3.1. Бросает.", ["0 rights 1"]),
    "по номеру и глубже": ("## 1. Права\n\n1.1. Ест.\n\n### 2. Якорь\n\n2.1. Бросает.", ["0 rights 1", "2 below"]),
    "глубже": ("## Права\n\nк\n\n### Оценка\n\nк\n\n### Якорь\n\nк", ["0 rights -", "2 below", "4 below"]),
    "глубже не первого уровня": (
        "### Права\n\nк\n\n# Задачи\n\nк\n\n### Якорь\n\nк",
        ["0 rights -", "2 tasks -", "4 below"],
    ),
    "мельче": ("# Права\n\nк\n\n### Задачи\n\nк\n\n# Якорь\n\nк", ["0 rights -", "4 other -", "2 below"]),
    "двенадцать слов": (f"**Права**\n\nк\n\n**{many(12)}**\n\nк", ["0 rights -", "2 other -"]),
    "тринадцать слов": (f"**Права**\n\nк\n\n**{many(13)}**\n\nк", ["0 rights -"]),
    "в одной ячейке": ("|ПРАВА|\n|-|\n|ЯКОРЬ|", ["0 rights -", "1 other -"]),
    "в двух ячейках": ("|ПРАВА|ест|\n|-|-|\n|ЯКОРЬ|бросает|", ["0 rights -"]),
    "жирная точка списка": ("- **Права**\n\nк\n\n- **Якорь**\n", ["0 rights -", "2 other -"]),
    "точка прописными": ("• ПРАВА\n\nк\n\n• ЯКОРЬ\n\nк", ["0 rights -"]),
    "за малым с номером": ("**1. Условия работы**\n\nк\n\n**2. Якорь**\n\nк", ["0 conditions 1", "2 below"]),
    "за малым до нумерованного": (
        "**1. Условия работы**\n\nк\n\n**2. Якорь**\n\nк\n\n**3. Права**\n\nк",
        ["0 conditions 1", "2 other 2", "4 rights 3"],
    ),
    "нет известных": ("**Якорь**\n\nк\n\n**Трюм**\n\nк", []),
}


@pytest.mark.parametrize(("text", "expected"), UNKNOWN.values(), ids=UNKNOWN)
def test_unknown_headings(sections: Sections, text: str, expected: list[str]) -> None:
    """One that looks like a known one, or has the next number over its clauses, is another section below the first."""
    assert expected == sections(text)
