"""Sections are found however their headings are written, and get their role from the vocabulary."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.outline import Outline

Read = Callable[[str], Outline]
Told = Callable[[str], list[tuple[str, str, str]]]
TITLE = "# Должностная инструкция боцмана\n\n"


WAYS = {
    "Markdown": ("## 1. Общие положения", ("general", "1", "Общие положения")),
    "жирная строка": ("**1. Общие положения**", ("general", "1", "Общие положения")),
    "прописные": ("1. ОБЩИЕ ПОЛОЖЕНИЯ", ("general", "1", "ОБЩИЕ ПОЛОЖЕНИЯ")),
    "без номера": ("Общие положения", ("general", "", "Общие положения")),
    "с двоеточием": ("Общие положения:", ("general", "", "Общие положения:")),
    "римский": ("II. Должностные обязанности", ("duties", "II", "Должностные обязанности")),
    "сломанный римский": ("Iv. ответственность", ("responsibility", "Iv", "ответственность")),
    "сломанный римский два": ("Ii. должностные обязанности", ("duties", "Ii", "должностные обязанности")),
    "буква вместо цифры": ("Ш. Права", ("rights", "Ш", "Права")),
    "раздел": ("Раздел III. Права", ("rights", "III", "Права")),
    "глава": ("Глава 2 Должностные обязанности", ("duties", "2", "Должностные обязанности")),
    "часть с двоеточием": ("Часть 2: Права", ("rights", "2", "Права")),
    "вводные положения": ("## 1. Вводные положения", ("general", "1", "Вводные положения")),
    "работы": ("## 2. Перечень выполняемых работ", ("duties", "2", "Перечень выполняемых работ")),
    "слово раздел без номера": ("Раздел «Права»", ("rights", "", "Раздел «Права»")),
    "между тире": ("— ПРАВА —", ("rights", "", "ПРАВА")),
    "с нулём": ("3.0. Права", ("rights", "3.0", "Права")),
    "скобка": ("3) Права", ("rights", "3", "Права")),
    "под линией": ("Права\n-----", ("rights", "", "Права")),
    "отступ": (" " * 60 + "3. Права", ("rights", "3", "Права")),
    "ё": ("## Несёт ответственность", ("responsibility", "", "Несёт ответственность")),
    "с продолжением": ("## 4. Права боцмана парохода", ("rights", "4", "Права боцмана парохода")),
    "два слова роли": ("## 2. Задачи и функции", ("tasks", "2", "Задачи и функции")),
    "требования": ("## Квалификационные требования", ("requirements", "", "Квалификационные требования")),
    "связи": ("## 6. Взаимоотношения (связи по должности)", ("relations", "6", "Взаимоотношения (связи по должности)")),
    "условия": ("## 7. Условия работы", ("conditions", "7", "Условия работы")),
    "оценка": ("## 8. Показатели эффективности", ("evaluation", "8", "Показатели эффективности")),
    "от первого лица": ("## Мои обязанности", ("duties", "", "Мои обязанности")),
    "вопросом": ("## 4. За что отвечает боцман", ("responsibility", "4", "За что отвечает боцман")),
    "предложением": ("## Боцман обязан", ("duties", "", "Боцман обязан")),
    "предложением с двоеточием": ("## Боцман обязан:", ("duties", "", "Боцман обязан:")),
    "предложением с точкой": ("**5. Боцману запрещается.**", ("other", "5", "Боцману запрещается.")),
    "по-английски": ("## Rights", ("rights", "", "Rights")),
    "цифра в рамке": ("## 3️⃣ Права", ("rights", "3", "Права")),
    "тире за номером": ("1 – Общее", ("general", "1", "Общее")),
    "номер в скобках": ("[3] Права", ("rights", "3", "Права")),
    "косая за номером": ("3/ Права", ("rights", "3", "Права")),
    "раздел с номером": ("Раздел № 3. Права", ("rights", "3", "Права")),
    "номер словом": ("Раздел третий. Права", ("rights", "3", "Права")),
    "отвечает": ("**Боцман отвечает**", ("responsibility", "", "Боцман отвечает")),
    "прописная буква": ("В. Права", ("rights", "в", "Права")),
    "кружок и прописные": ("• ПРАВА", ("rights", "", "ПРАВА")),
    "за прилагательным": ("## Повседневные обязанности", ("duties", "", "Повседневные обязанности")),
    "два прилагательных": (
        "## Дисциплинарная и материальная ответственность",
        ("responsibility", "", "Дисциплинарная и материальная ответственность"),
    ),
    "со значением": (
        "**5. Условия работы: с 9 до 21 два дня через два, в доке и на рейде**",
        ("conditions", "5", "Условия работы: с 9 до 21 два дня через два, в доке и на рейде"),
    ),
    "вопросом о правах": ("## Какие у боцмана права", ("rights", "", "Какие у боцмана права")),
    "заключение": ("## 9. Заключительные положения", ("final", "9", "Заключительные положения")),
}


@pytest.mark.parametrize(("heading", "expected"), WAYS.values(), ids=WAYS)
def test_one_heading(told: Told, heading: str, expected: tuple[str, str, str]) -> None:
    """Bold, capitals, Roman numerals in any case, «Раздел», indents: the section has its role, number and words."""
    text = f"{TITLE}{heading}\n\nСвистит к подъёму якоря.\n"

    assert [expected] == told(text)


@pytest.mark.parametrize(
    "line",
    [
        "{{rights}}",
        "**{Ответственность}**",
        "[RIGHTS_AND_DUTIES]",
        "Права и обязанности боцмана определены уставом порта и приказами капитана, которые он знает.",
        "- права;",
        "(реквизиты приказа капитана)",
        "1.1. Права",
        "В. Права и обязанности боцмана;",
        "• ПРАВА;",
        "Общее руководство погрузкой",
        "3 – 5 минут на права",
        "Боцман знает свои права",
        "Права человека, гражданина, матроса, юнги и кока",
        "требования охраны труда, санитарии, пожарной безопасности, устава порта и правил внутреннего распорядка;",
    ],
)
def test_what_is_no_heading(told: Told, line: str) -> None:
    """A sentence, a list item or a numbered clause that begins with such words is no section."""
    text = f"{TITLE}## 1. Общие положения\n\n{line}\n\nБоцман свистит.\n"

    assert [("general", "1", "Общие положения")] == told(text)


def test_sections_reach_to_the_next_one(outline: Read) -> None:
    """Every clause belongs to the section above it; the title belongs to none."""
    read = outline(f"{TITLE}## Общие положения\n\nПервое.\n\n## Права\n\nВторое.\n\nТретье.\n")
    plain = read.document.plain

    assert [None, "general", "rights", "rights"] == [
        role.value if (role := read.role_at(plain.index(word))) else None
        for word in ("боцмана", "Первое", "Второе", "Третье")
    ]
    assert read.section_at(len(plain) + 5) is None


def test_numbered_sections_may_begin_behind_a_preamble(told: Told) -> None:
    """«Преамбула», then «1. Общие положения»: both are general, and the number is kept."""
    text = f"{TITLE}**Преамбула**\n\nПо уставу порта.\n\n1. Общие положения\n\nСлужит.\n\n2. Права\n\n2.1. Ест.\n"

    assert ["", "1", "2"] == [number for _, number, _ in told(text)]


PLAIN = """
1. Общие положения.

1.1. Боцман подчиняется капитану.

2. Обязанности боцмана перед выходом в море.

2.1. Боцман обязан

2.2. Осматривает снасти.

3. Боцман несет ответственность.

3.1. За якорь.

4. Боцману парохода во время стоянки в порту запрещается.

4.1. Спать.
"""
BARE = """
Боцман обязан

1. Свистеть
2. Поднимать якорь

Боцману запрещено

1. Спать на вахте

Боцман обязан знать

Боцман вправе
ложиться последним
"""


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("О должности", "general"),
        ("Круг задач", "tasks"),
        ("Что делаем", "duties"),
        ("Что нужно уметь", "requirements"),
        ("Образование и стаж", "requirements"),
        ("Что я могу", "rights"),
        ("Персональная ответственность", "responsibility"),
        ("Заключительная часть", "final"),
        ("Что боцман должен знать", "requirements"),
        ("Боцман должен знать и уметь", "requirements"),
        ("Кто может работать боцманом", "requirements"),
        ("Должен делать каждую вахту", "duties"),
        ("Боцман должен делать", "duties"),
        ("Должен выполнять", "duties"),
        ("Работы, входящие в обязанности", "duties"),
        ("Работы, входящие в круг дел боцмана", "duties"),
        ("Может", "rights"),
        ("Вправе", "rights"),
        ("Испытание", "conditions"),
        ("Боцман отвечает за следующие работы", "duties"),
        ("Боцману разрешено", "rights"),
        ("Боцман может", "rights"),
        ("За что спросят с боцмана", "responsibility"),
        ("Что бывает за нарушения", "responsibility"),
        ("Чем грозит нарушение", "responsibility"),
        ("Кто это и кому подчиняется", "general"),
        ("Что нужно, чтобы работать боцманом", "requirements"),
        ("Боцман выполняет", "duties"),
        ("Что выполняет", "duties"),
        ("Режим", "conditions"),
    ],
)
def test_what_people_call_their_sections(told: Told, heading: str, role: str) -> None:
    """Sections are known by their everyday names as well."""
    assert [role] == [r for r, _, _ in told(f"{TITLE}## {heading}\n\nСвистит к подъёму якоря.\n")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAIN, [("general", "1"), ("duties", "2"), ("responsibility", "3"), ("other", "4")]),
        (BARE, [("duties", ""), ("other", "")]),
    ],
    ids=["с номерами", "без номеров"],
)
def test_headings_that_are_sentences(told: Told, text: str, expected: list[tuple[str, str]]) -> None:
    """A sentence heads a section where its number or the list below it says so, and is a clause elsewhere."""
    assert expected == [(role, number) for role, number, _ in told(TITLE + text)]


TABLE = """
| 1. Общие положения | |
|---|---|
| 1.1 | Боцман свистит |
| 2. Должностные обязанности | |
| 2.1 | Поднимает якорь |
"""
COLUMNS = """
| Общие положения | Боцман подчиняется капитану |
|---|---|
| Обязанности | Поднимает якорь |
| Права | Ест первым |
"""
NUMBERED_ROWS = """
| 1 | Назначение должности | Порядок на палубе |
|---|---|---|
| 2 | Основные обязанности | 2.1 Поднимает якорь |
| 3 | Права | Ест первым |
| 4 | Боцман Свисткин | Права |
"""

NUMBERS_APART = """
| 1 | Общие положения |
|---|---|
| 1.1 | Боцман подчиняется капитану |
| 2 | Обязанности |
| 2.1 | Поднимает якорь |
| 3 | Права |
| 3.1 | Ест первым |
"""
LIST = """
| 1 | Боцман подчиняется капитану |
|---|---|
| 2 | Права |
| 3 | Обязанности |
"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (NUMBERS_APART, ["general", "duties", "rights"]),
        (LIST, []),
        (TABLE, ["general", "duties"]),
        (NUMBERED_ROWS, ["tasks", "duties", "rights"]),
        (COLUMNS, ["general", "duties", "rights"]),
    ],
    ids=[
        "number in a column of its own",
        "a numbered list",
        "heading in a row",
        "heading after its number",
        "heading in the first column",
    ],
)
def test_headings_in_a_table(outline: Read, table: str, expected: list[str]) -> None:
    """A form keeps its sections in the rows, or in the first column, of a table."""
    assert expected == [s.role.value for s in outline(TITLE + table).sections]


def test_words_in_other_columns_are_no_headings(outline: Read) -> None:
    """A role's word in the second column is what a row says, not where a section begins."""
    table = "| Знает | Права |\n|---|---|\n| Умеет | Обязанности |\n"

    assert ["general"] == [s.role.value for s in outline(f"{TITLE}## Общие положения\n\n{table}").sections]


DIVIDED = {
    "глубже": (
        "## 2. Обязанности\n\n### 2.1. На берегу\n\nа1\n\n### Условия работы\n\nб1\n\n## 3. Права\n\nв1",
        ["duties", "rights"],
    ),
    "жирная без номера": (
        "**2. Должностные обязанности**\n\n**Трудовые функции**\n\nа1\n\n**3. Права**\n\nв1",
        ["duties", "rights"],
    ),
    "слабее своей роли": (
        "## 2. Обязанности\n\nОбязанности на берегу\n\nа1\n\n## 3. Права\n\nв1",
        ["duties", "rights"],
    ),
    "иной раздел": (
        "## 1. Общие положения\n\nа1\n\n## 2. Якорное дело\n\nб1\n\n## 3. Права\n\nв1",
        ["general", "other", "rights"],
    ),
    "неровные уровни": ("# Общие положения\n\nа1\n\n# Права\n\nв1", ["general", "rights"]),
}


@pytest.mark.parametrize(("text", "expected"), DIVIDED.values(), ids=DIVIDED)
def test_sub_headings(outline: Read, text: str, expected: list[str]) -> None:
    """A heading that only divides its section is none; an unknown heading like the known ones is another section."""
    assert expected == [s.role.value for s in outline(f"{TITLE}{text}\n").sections]


def test_sub_heading_is_a_leading_clause(outline: Read) -> None:
    """A sub-heading leads the clauses below it."""
    read = outline(f"{TITLE}## 2. Обязанности\n\n### 2.1. На берегу\n\n2.1.1. Красит.\n")
    marks = [(c.number, c.heading, c.lead, c.parent) for c in read.clauses if c.section == 0]

    assert [("2.1", True, True, -1), ("2.1.1", False, False, 1)] == marks


def test_a_heading_of_uncertain_role_gives_way(outline: Read) -> None:
    """«Описание должности» is the general part, unless another heading is plainly that."""
    alone = outline(f"{TITLE}## Описание должности\n\nа1\n\n## Права\n\nб1\n")
    beside = outline(f"{TITLE}## Общие положения\n\nа1\n\n## Описание должности\n\nб1\n\n## Права\n\nв1\n")

    assert ["general", "rights"] == [s.role.value for s in alone.sections]
    assert ["general", "tasks", "rights"] == [s.role.value for s in beside.sections]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("Назначение и область применения", "Общие требования"), ["other", "general"]),
        (("Область применения", "Общие положения"), ["other", "general"]),
        (("Общие положения", "Общие требования"), ["general", "requirements"]),
        (("Общие требования", "Обязанности"), ["general", "duties"]),
    ],
)
def test_two_general_headings(told: Told, headings: tuple[str, str], expected: list[str]) -> None:
    """What the document is for and what it demands in general are no second general part."""
    text = TITLE + "".join(f"## {i}. {h}\n\n{i}.1. Служит.\n\n" for i, h in enumerate(headings, 1))

    assert expected == [role for role, _, _ in told(text)]


def test_plain_headings_by_their_numbers(told: Told) -> None:
    """A plain line with the next number is a heading, long or unknown, where the clauses below take its number."""
    text = (
        f"{TITLE}1. Общие положения должностной инструкции судового боцмана\n\n1.1. Служит.\n\n"
        "2. Порядок подъёма якоря\n\n2.1. Свистит.\n\n3. Связи и контакты с портом захода\n\n3.1. Пишет.\n"
    )

    assert [("general", "1"), ("other", "2"), ("other", "3")] == [section[:2] for section in told(text)]


def test_column_name_is_no_heading(told: Told) -> None:
    """The first row of a table of two columns names them; a long cell beside a heading holds its section."""
    columns = f"{TITLE}## Требования\n\n| Критерий | Норма |\n|---|---|\n| Стаж | год |\n"
    layout = f"{TITLE}| Права | Боцман имеет право свистеть в порту |\n|---|---|\n| Итог | Нет |\n"

    assert ["requirements"] == [role for role, *_ in told(columns)]
    assert ["rights"] == [role for role, *_ in told(layout)]
