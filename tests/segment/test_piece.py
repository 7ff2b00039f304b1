"""Where one job description of a file ends and the next begins, and what belongs to each section."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from jdlint.linter import Linter
from jdlint.load.markdown import parse
from jdlint.model.document import Block, BlockKind, Document, Part
from jdlint.model.outline import Outline
from jdlint.model.span import Span

Read = Callable[[str], tuple[Outline, ...]]
TITLE = "Должностная инструкция"
FIRST = f"# {TITLE} лоцмана\n\n"
GENERAL, RIGHTS = "1. Общие положения\n\n1.1. Служит.\n\n", "2. Права\n\n2.1. Ест.\n\n"
BOTH = GENERAL + RIGHTS
CONDITIONS = "**Условия работы**\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{BOTH}{TITLE} юнги\n\n{BOTH}", 2),
        (f"{GENERAL}{TITLE} юнги\n\n{BOTH}", 1),
        (f"{BOTH}{TITLE} юнги\n\n{RIGHTS}", 1),
        (f"{GENERAL}# {TITLE} юнги\n\n{RIGHTS}", 2),
        (f"{GENERAL}**{TITLE} юнги**\n\n{RIGHTS}", 2),
        (f"{GENERAL}{TITLE.upper()} ЮНГИ\n\n{RIGHTS}", 2),
        (f"{CONDITIONS}Днём.\n\n# {TITLE} юнги\n\n{RIGHTS}", 1),
        (f"{GENERAL}# {TITLE} юнги\n\n{CONDITIONS}Днём.", 1),
        (f"{BOTH}# {TITLE} юнги\n\nМоет.", 1),
        (f"# {TITLE} юнги\n\n{BOTH}", 1),
        (f"1. Общие положения\n\n# {TITLE} юнги\n\n{BOTH}", 1),
        (f"1. Общие положения\n\n{CONDITIONS}Днём.\n\n# {TITLE} юнги\n\n{BOTH}", 1),
        (f"{GENERAL}{CONDITIONS}Днём.\n\n# {TITLE} юнги\n\n{BOTH}", 2),
        (f"{GENERAL}# {TITLE} юнги\n\nМоет.\n\n# {TITLE} кока\n\n{BOTH}", 2),
        (f"{BOTH}# {TITLE} юнги\n\n{BOTH}# {TITLE} кока\n\n{BOTH}", 3),
        (f"{BOTH}{TITLE} {'ю' * 96}\n\n{BOTH}", 2),
        (f"{BOTH}{TITLE} {'ю' * 97}\n\n{BOTH}", 1),
        (f"{BOTH}|{TITLE} юнги|\n|-|\n\n{BOTH}", 1),
        (f"{BOTH}## Карточка должности: юнга\n\nМоет.", 1),
        (f"{BOTH}{FIRST}Боцман", 1),
    ],
)
def test_a_title_begins_a_document(outlines: Read, text: str, expected: int) -> None:
    """It stands alone between sections of each: two kinds of them, or one where it looks like a title."""
    assert expected == len(outlines(FIRST + text))


def test_a_section_may_be_the_first_line(outlines: Read) -> None:
    """What stands before the second title need not have one itself."""
    assert 2 == len(outlines(f"## Общие положения\n\nСлужит.\n\n# {TITLE} юнги\n\n{BOTH}"))


@pytest.mark.parametrize(
    ("told", "expected"),
    [({}, 1), ({"centered": True}, 2), ({"centered": True, "part": Part.TEXTBOX}, 1), ({"part": Part.TEXTBOX}, 1)],
)
def test_a_title_by_its_place(linter: Linter, told: dict[str, object], expected: int) -> None:
    """A line in the middle looks like a title; one in a text box is none."""
    document = parse("a.md", f"{FIRST}{GENERAL}{TITLE} юнги\n\n{RIGHTS}")
    blocks = [replace(b, **told) if "юнги" in b.span.of(document.text) else b for b in document.blocks]  # type: ignore[arg-type]

    assert expected == len(linter.outlines(replace(document, blocks=tuple(blocks))))


def test_what_each_has(outlines: Read) -> None:
    """Its ordinal, its place, its sections and the indices of the blocks that are in them."""
    text = f"---\nname: Порт\n---\n\n{FIRST}{BOTH}**{TITLE} юнги**\n\nМоет.\n\n{GENERAL}\n"
    first, second = outlines(text)

    assert [(1, "лоцман"), (2, "юнга")] == [(o.ordinal, o.position) for o in (first, second)]
    assert (0, text.index("\n\n**")) == (first.span.start, first.span.end)
    assert (text.rindex(TITLE), len(text)) == (second.span.start, second.span.end)
    assert [BOTH.split("2.")[0].strip(), RIGHTS.strip()] == [s.span.of(text) for s in first.sections]
    assert [GENERAL.strip()] == [s.span.of(text) for s in second.sections]
    assert (-1, 0, 0, 1, 1, -1, -1, -1, -1) == first.section_of
    assert (-1, -1, -1, -1, -1, -1, -1, 0, 0) == second.section_of
    assert (-1, -1, -1, -1, -1) == second.clause_of[:5]


def test_nothing_at_all(outlines: Read) -> None:
    """An empty file is one outline of nothing."""
    (empty,) = outlines("")

    assert (Span(0, 0), (), (), "", ()) == (empty.span, empty.sections, empty.clauses, empty.position, empty.section_of)


def job(level: int, name: str, *roles: str) -> str:
    """A chapter of that level and name over such sections."""
    marks = "#" * level
    return f"{marks} {name}\n\n" + "".join(f"{marks}# {role}\n\nТак.\n\n" for role in roles)


CHAPTERS = {
    "два": (
        job(2, "Инженер", "Обязанности", "Права") + job(2, "Механик", "Обязанности", "Права"),
        ["инженер", "механик"],
    ),
    "три": (
        "".join(job(2, name, "Обязанности", "Права") for name in ("Инженер", "Механик", "Кассир")),
        ["инженер", "механик", "кассир"],
    ),
    "под общей главой": (
        "# Порт\n\n"
        + job(2, "Инженер", "Обязанности", "Права")
        + job(2, "Механик", "Обязанности", "Права")
        + "# Устав\n",
        ["инженер", "механик"],
    ),
    "над общим разделом": (
        job(2, "Инженер", "Обязанности", "Права") + job(2, "Механик", "Обязанности", "Права") + "# Права\n\nТак.\n",
        ["инженер", "механик"],
    ),
    "первый уровень": (
        job(1, "Инженер", "Обязанности", "Права") + job(1, "Механик", "Обязанности", "Права"),
        ["инженер", "механик"],
    ),
    "один раздел": (job(2, "Инженер", "Обязанности") + job(2, "Механик", "Обязанности"), ["инженер"]),
    "один без прав": (job(2, "Инженер", "Обязанности", "Права") + job(2, "Механик", "Обязанности"), ["инженер"]),
    "не должности": (job(2, "Камбуз", "Обязанности", "Права") + job(2, "Трюм", "Обязанности", "Права"), [""]),
    "три раздела": (
        job(2, "Инженер", "Обязанности", "Права", "Ответственность")
        + job(2, "Механик", "Обязанности", "Права", "Ответственность"),
        ["инженер", "механик"],
    ),
    "разделы дважды": (
        job(2, "Инженер", "Обязанности", "Права", "Обязанности")
        + job(2, "Механик", "Обязанности", "Права", "Обязанности"),
        ["инженер"],
    ),
    "прочие разделы": (
        job(2, "Инженер", "Обязанности", "Условия работы") + job(2, "Механик", "Обязанности", "Условия работы"),
        ["инженер"],
    ),
    "строкой, не заголовком": (
        "Инженер\n\n## Обязанности\n\nТак.\n\n## Права\n\nТак.\n\nМеханик\n\n## Обязанности\n\nТак.\n\n## Права\n\nТак.\n",
        [""],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CHAPTERS.values(), ids=CHAPTERS)
def test_chapters(outlines: Read, text: str, expected: list[str]) -> None:
    """Headings of one level that name positions, each over two sections or more of a job, begin a document each."""
    assert expected == [o.position for o in outlines(text)]


NUMBERS = {
    "над заголовком": ("Раздел II\n\n**Права**\n\nЕст.", "II", "Раздел II\n\n**Права**\n\nЕст."),
    "со словами": ("Раздел II порта\n\n**Права**\n\nЕст.", "", "Права**\n\nЕст."),
    "без слова": ("II.\n\n**Права**\n\nЕст.", "", "Права**\n\nЕст."),
    "у заголовка свой": ("Раздел II\n\n**3. Права**\n\nЕст.", "3", "3. Права**\n\nЕст."),
    "первая строка": ("**Права**\n\nЕст.\n\nРаздел II", "", "Права**\n\nЕст.\n\nРаздел II"),
    "над вводной": ("Раздел II\n\nЛоцман имеет право:\n\n- есть", "", "Лоцман имеет право:\n\n- есть"),
}


@pytest.mark.parametrize(("text", "number", "words"), NUMBERS.values(), ids=NUMBERS)
def test_number_above_the_heading(outlines: Read, text: str, number: str, words: str) -> None:
    """«Раздел II» on a line of its own numbers the heading below, and begins its section."""
    (read,) = outlines(text)

    assert [("rights", number, words)] == [(s.role.value, s.number, s.span.of(text)) for s in read.sections]


def test_sections_in_text_boxes(linter: Linter) -> None:
    """The last section of the body ends with it; one in a text box is its heading alone."""
    lines = ["Общие положения", "Служит.", "Права", "Ест."]
    text = "\n".join(lines)
    blocks, at = [], 0
    for line in lines:
        blocks.append(Block(Span(at, at + len(line)), BlockKind.PARAGRAPH, part=Part.BODY if at < 20 else Part.TEXTBOX))
        at += len(line) + 1
    (read,) = linter.outlines(Document("a.docx", "docx", text, text, tuple(blocks)))

    assert ["Общие положения\nСлужит.", "Права"] == [s.span.of(text) for s in read.sections]
    assert (0, 0, 1, -1) == read.section_of


BOATSWAIN = f"# {TITLE} боцмана\n\n"
ONE = """
## 1. Общие положения

1.1. Служит на судне {0}.
1.2. Подчиняется капитану {0}.
1.3. Знает устав {0}.

## 2. Обязанности

2.1. Будит матросов {0}.
2.2. Красит борта {0}.
2.3. Чистит якорь {0}.

## 3. Права

3.1. Ест первым на {0}.
3.2. Спит днём на {0}.
3.3. Пьёт чай на {0}.
"""


def test_several_documents_in_one_file(outlines: Read) -> None:
    """A second title with its own sections begins a second job description, and clause numbers begin anew."""
    text = BOATSWAIN + ONE.format("шхуне") + "\n# Должностная инструкция лоцмана\n" + ONE.format("бриге")
    found = outlines(text)

    assert ["боцман", "лоцман"] == [o.position for o in found]
    assert [["general", "duties", "rights"]] * 2 == [[s.role.value for s in o.sections] for o in found]
    assert all(o.is_job_description for o in found)
    assert [9, 9] == [sum(c.section >= 0 for c in o.clauses) for o in found]
    assert 1 == len({tuple(c.number for c in o.clauses if c.section >= 0) for o in found})
    assert text.index("# Должностная инструкция лоцмана") + 2 == found[1].span.start
    assert found[0].span.end <= found[1].span.start


@pytest.mark.parametrize(
    ("above", "first"),
    [
        ("УТВЕРЖДАЮ\n\nКапитан ____ А. Б. Волнов\n\n3 мая 2026 г.\n\n", "УТВЕРЖДАЮ"),
        ("УТВЕРЖДАЮ\n\nОзнакомлен ____\n\n", "Должностная инструкция лоцмана"),
        ("Порт\n\n", "Должностная инструкция лоцмана"),
    ],
    ids=["approval", "acquaintance between", "no approval"],
)
def test_approval_above_a_later_title(outlines: Read, above: str, first: str) -> None:
    """What approves the second job description belongs to it, though it stands above its title."""
    text = BOATSWAIN + ONE.format("шхуне") + f"\n{above}# Должностная инструкция лоцмана\n" + ONE.format("бриге")
    found = outlines(text)

    assert text.index(first) == found[1].span.start


def test_naming_another_title_does_not_split(outlines: Read) -> None:
    """A link to another job description is no second document."""
    text = BOATSWAIN + ONE.format("шхуне") + "\nСм. также:\n\nДолжностная инструкция лоцмана\n"

    assert 1 == len(outlines(text))
