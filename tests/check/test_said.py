"""Which duties of a document say enough to be compared, and what each says in its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.check.meaning import Meaning
from jdlint.check.said import Said, said_outside
from jdlint.check.words import Words
from jdlint.model.reading import Reading

Listed = Callable[[str], list[Said]]
Quotes = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def quotes(listed: Listed, with_duties: Callable[[str], str]) -> Quotes:
    """The words of each duty of a section with this text."""
    return lambda text: [said.span.of(with_duties(text)) for said in listed(text)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Моет лодки.", ["Моет лодки"]),
        ("Моет лодки, **вёсла**; ", ["Моет лодки, **вёсла"]),
        ("Моет лодки!", ["Моет лодки"]),
        ("Курит.", []),
        ("Моет своевременно.", []),
        ("Чисти насос.", []),
        ("Чисти насос мастера.", ["Чисти насос мастера"]),
        ("Склад порта.", ["Склад порта"]),
        ("Склада порта.", []),
        ("Моет лодки?", []),
        ("Моет лодки:", []),
        ("(моет лодки)", []),
        ("_ (моет лодки).", []),
        ("[моет лодки]", []),
        ("(моет) лодки", ["(моет) лодки"]),
        ("(моет) лодки (сушит)", ["(моет) лодки (сушит)"]),
        ("Моет лодки ___", []),
        ("Моет лодки __", ["Моет лодки"]),
    ],
)
def test_what_says_enough(quotes: Quotes, line: str, expected: list[str]) -> None:
    """Two words of weight, three in the imperative; no question, no lead-in, no hint under a blank. The mark that ends
    it is no part of it.
    """
    assert expected == quotes(f"2.1. {line}\n")


@pytest.mark.parametrize(
    ("holder", "expected"),
    [
        ("Кладовщик", "мыть | лодка + ежедневно"),
        ("Работник", "мыть | лодка + ежедневно"),
        ("Сотрудник", "мыть | лодка + ежедневно"),
        ("Боцман", "мыть | @боцман, лодка + ежедневно"),
    ],
)
def test_who_holds_the_job_is_no_part_of_it(
    listed: Listed, shown: Callable[[Meaning], str], holder: str, expected: str
) -> None:
    """By the title of the position, or as any employee."""
    assert [expected] == [shown(said.meaning) for said in listed(f"2.1. Ежедневно {holder} моет лодки.\n")]


@pytest.mark.parametrize(
    ("lead", "item", "expected"),
    [
        ("Обеспечивает", "сохранность якорей", "обеспечить сохранность [обеспечивать] | якорь"),
        ("Обеспечивает", "красит борта", "красить | борт"),
        ("В доке", "красит борта", "красить | борт + в док/дока"),
        ("В доке", "проверка бортов", "·проверка | борт + в док/дока"),
        ("Ежедневно", "красит борта", "красить | борт + ежедневно"),
        ("Катер", "красит борта", "красить | борт + катер"),
        ("Смена", "красит борта", "красить | борт + смена"),
        ("Проверка смены", "красит борта", "красить | борт + проверка, смена"),
        ("Работа с катерами", "красит борта", "красить | борт"),
        ("Проверка катеров", "красит борта", "красить | борт"),
        ("Работа с катерами", "бортов", "·работа | с катер + борт<с"),
        ("По работе с катерами", "красит борта", "красить | борт + по работа, с катер"),
        ("Обязан", "красить борта", "красить | борт"),
        ("Катеру необходимо", "красить борта", "красить | борт"),
        ("Моет лодки", "красит борта", "красить | борт"),
        ("Моет лодки", "борта катеров", "·борт | катер"),
        ("Моет лодки", "бортов катеров", "мыть | лодка + борт, катер"),
    ],
)
def test_an_item_under_its_lead_in(
    listed: Listed, shown: Callable[[Meaning], str], lead: str, item: str, expected: str
) -> None:
    """What waits for its object, or tells a place or a time, belongs to each item; a topic does not."""
    (said,) = listed(f"2.1. {lead}:\n\n- {item};\n")

    assert (expected, lead) == (shown(said.meaning), said.lead)


def test_what_says_too_little_ends_nothing(listed: Listed, quotes: Quotes) -> None:
    """Duties are looked for behind it, and behind a lead-in without a colon."""
    text = "2.1. Склада порта.\n\n2.2. Курит.\n\n2.3. Моет лодки.\n\n2.4. Обеспечивает\n\n- сохранность якорей.\n"

    assert ["Моет лодки", "сохранность якорей"] == quotes(text)
    assert [False, True] == [said.meaning.predications[0].ensured for said in listed(text)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("Катер | Что делает", "Чайка 5 | моет борта", "Нырок | моет борта"), ["чайка", "нырок"]),
        (("Что делает | Где", "моет борта | в Доке", "моет борта | на Б3"), ["доке", "на"]),
        (("Что делает | Когда | Где", "моет борта | утром | порт"), ["порт"]),
        (("Что делает | Время: | Где", "моет борта | утром | порт"), ["порт"]),
        (("Что делает | Время суток | Где", "моет борта | утром | порт"), ["утром порт"]),
        (("Что делает | Результаты | Отметка", "моет борта | чисты | да"), [""]),
        (("Что делает | Примечание | Основание", "моет борта | чисты | да"), [""]),
        (("Что делает | Комментарий мастера | Где", "моет борта | чисты | порт"), ["чисты порт"]),
        (("Что делает", "моет борта"), [""]),
        (
            ("Что делает | Где | Чем", "моет борта | порт | вода", "сушит борта | когда | вода"),
            ["порт вода", "когда вода"],
        ),
    ],
)
def test_what_stands_beside_in_a_table(listed: Listed, rows: tuple[str, ...], expected: list[str]) -> None:
    """The words of the other cells, save for columns that tell no two duties apart by their heading."""
    first, *others = (f"| {row} |\n" for row in rows)
    line = "|---" * first.count(" | ") + "|---|\n"

    assert expected == [said.row for said in listed(first + line + "".join(others))]


def test_two_tables_have_rows_of_their_own(listed: Listed) -> None:
    """A loose column of one table is none of the next; outside of tables nothing stands beside."""
    table = "| Что делает | {} |\n|---|---|\n| {} борта | порт |\n\n"
    text = table.format("Когда", "моет") + "Текст.\n\n" + table.format("Где", "сушит") + "2.1. Красит борта\n"

    assert ["", "порт", ""] == [said.row for said in listed(text)]


def test_whose_list_it_is(listed: Listed) -> None:
    """The person whom the nearest line above in the section names, in the nominative singular."""
    lines = ("Боцман", "Ремонт", "Маляры", "Матроса", "7) Кок", "Юнга и кок")
    text = "".join(f"### {line}\n\n1. Красит борта {number}\n\n" for number, line in enumerate(lines))

    assert ["боцман", "", "", "", "кок", "юнга и кок"] == [
        said.whose for said in listed("1. Моет борта\n\n" + text)[1:]
    ]
    assert "" == listed("1. Моет борта\n\n" + text)[0].whose


def test_the_next_section_is_nobodys(listed: Listed) -> None:
    """A line counts for its section alone."""
    text = "### Боцман\n\n1. Красит борта\n\n## 3. Обязанности на берегу\n\n1. Моет лодки\n"

    assert ["боцман", ""] == [said.whose for said in listed(text)]


GENERAL = """# Должностная инструкция кладовщика

## 1. Общие положения

1.1. {}

## 2. Должностные обязанности

2.1. Моет лодки.

## 3. Права

3.1. Кладовщик обязан красить весы.
"""


@pytest.mark.parametrize(
    ("line", "quote", "clause", "expected"),
    [
        (
            "Основной обязанностью кладовщика является приёмка зерна от хозяйств.",
            "приёмка зерна от хозяйств",
            "1.1",
            "·приемка | зерно + от хозяйство",
        ),
        ("Кладовщик обязан сушить зерно. Зерно лежит в мешках.", "обязан сушить зерно", "1.1", "сушить | зерно"),
        ("Кладовщик обязан курить.", "", "", ""),
        (
            "Кладовщик вправе спать днём.\n\n1.2. Кладовщик обязан сушить зерно.",
            "обязан сушить зерно",
            "1.2",
            "сушить | зерно",
        ),
        ("Кладовщик подчиняется мастеру порта.", "", "", ""),
    ],
)
def test_duties_of_the_general_provisions(
    read: Callable[[str], Reading],
    words: Words,
    shown: Callable[[Meaning], str],
    line: str,
    quote: str,
    clause: str,
    expected: str,
) -> None:
    """What they oblige to, to the end of the sentence; what other sections say there is not asked."""
    text = GENERAL.format(line)
    said = list(said_outside(read(text), words))

    assert [quote] * bool(quote) == [one.span.of(text) for one in said]
    assert [(quote, clause, "")] * bool(quote) == [
        (one.fact.value, one.fact.marks["clause"], one.fact.marks["lead"]) for one in said
    ]
    assert [expected] * bool(quote) == [shown(one.meaning) for one in said]
