"""Where each formal part begins and ends, block by block."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.load.markdown import parse
from jdlint.model.document import Block, BlockKind, Document, Part
from jdlint.model.outline import Outline
from jdlint.model.span import Span
from jdlint.segment.requisite import Marks, find_requisites

Read = Callable[[str], Outline]
Kinds = list[tuple[str, str]]
TITLE = "# Должностная инструкция лоцмана"
LONG = "слово " * 37 + "да"  # 224 characters
ABOVE = {
    "гриф": ("УТВЕРЖДАЮ\n\nКапитан\n\n____ Волнов", [("approval", "УТВЕРЖДАЮ\n\nКапитан\n\n____ Волнов")]),
    "гриф до названия": (
        f"Утверждаю\n\nКапитан\n\n{TITLE}\n\nКок",
        [("approval", "Утверждаю\n\nКапитан"), ("title", TITLE[2:])],
    ),
    "гриф до длинного": (f"УТВЕРЖДАЮ\n\n{LONG}\n\nКапитан", [("approval", "УТВЕРЖДАЮ")]),
    "гриф с длинной подписью": (f"УТВЕРЖДАЮ\n\n{LONG} (подпись)", [("approval", f"УТВЕРЖДАЮ\n\n{LONG} (подпись)")]),
    "гриф и 220 знаков": (f"УТВЕРЖДАЮ\n\n{'я' * 220}", [("approval", f"УТВЕРЖДАЮ\n\n{'я' * 220}")]),
    "гриф и 221 знак": (f"УТВЕРЖДАЮ\n\n{'я' * 221}", [("approval", "УТВЕРЖДАЮ")]),
    "гриф в 220 знаков": (f"УТВЕРЖДАЮ {'я' * 210}", [("approval", f"УТВЕРЖДАЮ {'я' * 210}")]),
    "гриф в 221 знак": (f"УТВЕРЖДАЮ {'я' * 211}", []),
    "ознакомление с длинным": (f"Лист ознакомления\n\n{LONG}", [("acknowledgement", f"Лист ознакомления\n\n{LONG}")]),
    "два грифа подряд": (
        "УТВЕРЖДАЮ\n\nСОГЛАСОВАНО\n\nКок",
        [("approval", "УТВЕРЖДАЮ"), ("agreement", "СОГЛАСОВАНО\n\nКок")],
    ),
    "визы через слово": (
        f"СОГЛАСОВАНО\n\nЮнга\n\n{'к' * 221}\n\nСОГЛАСОВАНО\n\nКок",
        [("agreement", "СОГЛАСОВАНО\n\nЮнга"), ("agreement", "СОГЛАСОВАНО\n\nКок")],
    ),
    "реквизиты": ("№ 7\n\n01.02.2020", [("registration", "№ 7"), ("registration", "01.02.2020")]),
    "остаток страницы": ("Скачать образец бесплатно\n\nКок", [("leftover", "Скачать образец бесплатно")]),
    "остаток в грифе": (
        "УТВЕРЖДАЮ\n\nСкачать образец бесплатно",
        [("approval", "УТВЕРЖДАЮ\n\nСкачать образец бесплатно"), ("leftover", "Скачать образец бесплатно")],
    ),
    "номер в грифе": ("УТВЕРЖДАЮ\n\n№ 7", [("approval", "УТВЕРЖДАЮ\n\n№ 7"), ("registration", "№ 7")]),
    "подпись в грифе": ("УТВЕРЖДАЮ\n\n____ (подпись)", [("approval", "УТВЕРЖДАЮ\n\n____ (подпись)")]),
    "ничего": ("Кок\n\nварит уху", []),
}


def formal(document: Document, marks: Marks, first: int) -> Kinds:
    """Kind and words of the formal parts of a document without sections but from the block `first` on."""
    number = len(document.blocks)
    found = find_requisites(document, range(number), first, [], [-1] * number, marks)
    return [(r.kind.value, r.span.of(document.text)) for r in found]


@pytest.mark.parametrize(("text", "expected"), ABOVE.values(), ids=ABOVE)
def test_above_all_sections(marks: Marks, text: str, expected: Kinds) -> None:
    """A part goes on until the next one, the title or a long sentence; parts of one kind that touch are one."""
    assert expected == formal(parse("a.md", text), marks, 99)


@pytest.mark.parametrize(("gap", "expected"), [(39, 1), (40, 2)])
def test_how_near_parts_are_one(marks: Marks, gap: int, expected: int) -> None:
    """Two approvals less than forty characters apart are one."""
    text = "УТВЕРЖДАЮ\n# Должностная инструкция".ljust(9 + gap, "\n") + "УТВЕРЖДАЮ\n"
    found = [span for kind, span in formal(parse("a.md", text), marks, 99) if kind == "approval"]

    assert gap == text.rindex("УТВЕРЖДАЮ") - len("УТВЕРЖДАЮ")
    assert expected == len(found)


BELOW = {
    "гриф прописными": ("УТВЕРЖДАЮ", [("approval", "УТВЕРЖДАЮ")]),
    "шесть прописных": ("УТВЕРЖдаю", [("approval", "УТВЕРЖдаю")]),
    "пять прописных": ("УТВЕРждаю", []),
    "гриф строчными": ("Утверждаю", []),
    "гриф с подписью": ("Утверждаю ____ (подпись)", [("approval", "Утверждаю ____ (подпись)")]),
    "название": (f"СОГЛАСОВАНО\n\n{TITLE}\n\nКок", [("agreement", f"СОГЛАСОВАНО\n\n{TITLE}\n\nКок")]),
    "черта над подписью": ("__ и\n\n(подпись)", [("signature", "__ и"), ("signature", "(подпись)")]),
    "черта под подписью": ("(подпись)\n\n__ и", [("signature", "(подпись)"), ("signature", "__ и")]),
    "через строку над": ("__ и\n\nВарит уху!\n\n(подпись)", [("signature", "__ и"), ("signature", "(подпись)")]),
    "через две строки над": ("__ и\n\nВарит уху!\n\nВарит щи!\n\n(подпись)", [("signature", "(подпись)")]),
    "через строку под": ("(подпись)\n\nВарит уху!\n\n__ и", [("signature", "(подпись)")]),
    "слово у подписи": ("Кок __ и\n\n(подпись)", [("signature", "(подпись)")]),
    "слово со знаком": ("Ок!\n\n(подпись)", [("signature", "(подпись)")]),
    "два коротких слова": ("Ок, да\n\n(подпись)", [("signature", "Ок, да"), ("signature", "(подпись)")]),
    "кто подписывает": ("Юрисконсульт\n\n(подпись)", [("signature", "Юрисконсульт"), ("signature", "(подпись)")]),
    "пункт у подписи": ("1) __ и\n\n(подпись)", [("signature", "(подпись)")]),
    "черта в 220 знаков": (
        f"{'_' * 218} и\n\n(подпись)",
        [("signature", f"{'_' * 218} и"), ("signature", "(подпись)")],
    ),
    "черта в 221 знак": (f"{'_' * 219} и\n\n(подпись)", [("signature", "(подпись)")]),
    "таблица подписей": (
        "|Кок|Подпись|\n|-|-|\n|Юнга|__|\n|12|да|",
        [("signature", "Подпись"), ("signature", "__"), ("signature", "12"), ("signature", "да")],
    ),
    "таблица без подписей": ("|Кок|Дата|\n|-|-|\n|Юнга|__|\n|12|да|", []),
    "рядом с таблицей": (
        "|Кок|Подпись|\n|-|-|\n|Юнга|__|\n\nБоцман!\n\n|Кок|Дата|\n|-|-|\n|Юнга|12|",
        [("signature", "Подпись"), ("signature", "__")],
    ),
    "в пункте": ("2.2. В шторм вахту несёт ____ (Ф.И.О.)", []),
    "в короткой строке": ("2.2. В шторм ____ (Ф.И.О.)", [("signature", "2.2. В шторм ____ (Ф.И.О.)")]),
}


@pytest.mark.parametrize(("text", "expected"), BELOW.values(), ids=BELOW)
def test_below_the_first_section(marks: Marks, text: str, expected: Kinds) -> None:
    """Approval needs capitals or a signature there, a title is none, and blanks beside a legend are signed."""
    assert expected == formal(parse("a.md", f"Кок варит уху.\n\n{text}"), marks, 0)


def test_the_title_may_be_the_first_section(marks: Marks) -> None:
    """A title is looked for up to the block that the first section begins with."""
    document = parse("a.md", f"Кок\n\n{TITLE}\n")

    assert [[], [("title", TITLE[2:])]] == [formal(document, marks, first) for first in (0, 1)]


def test_approval_before_the_first_section(marks: Marks) -> None:
    """Above the first section its word is enough."""
    document = parse("a.md", "Кок\n\nУтверждаю\n")

    assert [[], [("approval", "Утверждаю")]] == [formal(document, marks, first) for first in (1, 2)]


def test_footers_close_a_part(marks: Marks) -> None:
    """What stands in a footer belongs to no part of the body."""
    text = "УТВЕРЖДАЮ\nКапитан\nСтраница"
    spans = [Span(0, 9), Span(10, 17), Span(18, 26)]
    blocks = [
        Block(s, BlockKind.PARAGRAPH, part=p) for s, p in zip(spans, (Part.BODY, Part.BODY, Part.FOOTER), strict=True)
    ]

    assert [("approval", "УТВЕРЖДАЮ\nКапитан")] == formal(Document("a", "docx", text, text, tuple(blocks)), marks, 99)


DOCUMENT = (
    f"{TITLE}\n\n## 1. Общие положения\n\n1.1. Водит суда.\n\n## 2. Обязанности\n\n2.1. Встречает суда.\n\n{{}}\n"
)
SECTIONS = {
    "визы": ("СОГЛАСОВАНО\n\nЮнга\n\nКок", [("agreement", "СОГЛАСОВАНО\n\nЮнга\n\nКок")]),
    "визы до раздела": ("СОГЛАСОВАНО\n\nЮнга\n\n## 3. Права\n\nЕст.", [("agreement", "СОГЛАСОВАНО\n\nЮнга")]),
    "раздел виз": ("## Лист согласования\n\nЮнга", [("agreement", "Лист согласования\n\nЮнга")]),
    "раздел ознакомления": ("## Ознакомление\n\nЮнга", [("acknowledgement", "Ознакомление\n\nЮнга")]),
    "раздел подписей": ("## Подписи\n\nЮнга", [("agreement", "Подписи\n\nЮнга")]),
    "пункт об ознакомлении": ("2.2. Лоцман ознакомлен.", []),
    "пункт с подписью": (
        "2.2. Лоцман ознакомлен: ____ (подпись)",
        [("acknowledgement", "2.2. Лоцман ознакомлен: ____ (подпись)")],
    ),
    "не пункт": ("2. Лоцман ознакомлен.", [("acknowledgement", "2. Лоцман ознакомлен.")]),
}


@pytest.mark.parametrize(("text", "expected"), SECTIONS.values(), ids=SECTIONS)
def test_among_sections(outline: Read, text: str, expected: Kinds) -> None:
    """A section of its own is all of it; a heading ends what stands before it; a clause is content."""
    read = outline(DOCUMENT.format(text))

    assert [("title", TITLE[2:]), *expected] == [(r.kind.value, r.span.of(read.document.text)) for r in read.requisites]


def test_a_clause_of_the_first_section(outline: Read) -> None:
    """Where all there is is one section, its clauses are content as well."""
    read = outline(f"{TITLE}\n\n## 1. Общие положения\n\n1.1. Лоцман ознакомлен.\n")

    assert ["title"] == [r.kind.value for r in read.requisites]
