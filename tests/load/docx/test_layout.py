"""Paragraphs put together and taken apart, and the lines drawn between them."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import BlockKind, Shape
from notation import level, numbering

LISTS = numbering(level(0, "%1."))
NUMBERED = '<numPr><numId val="1"/></numPr>'


def broken(*lines: str, properties: str = "") -> str:
    """A paragraph of one run with a manual break between two lines."""
    inside = "<br/>".join(f'<t xml:space="preserve">{line}</t>' for line in lines)
    return f"<p><pPr>{properties}</pPr><r>{inside}</r></p>"


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (["Обязан вести", "журнал"], ["Обязан вести\nжурнал"]),
        # what ends like a sentence or an item ends
        (["Ведёт журнал.", "гасит лампу"], ["Ведёт журнал.", "гасит лампу"]),
        (["Ведёт журнал;", "гасит лампу"], ["Ведёт журнал;", "гасит лампу"]),
        (["Ведёт журнал", "гасит лампу."], ["Ведёт журнал\nгасит лампу."]),
        (["Ведёт журнал.  ", "  гасит лампу"], ["Ведёт журнал.", "гасит лампу"]),
        (["Ведёт «журнал.»", "гасит лампу"], ["Ведёт «журнал.»\nгасит лампу"]),
        (["аа.", "бб.", "вв.г"], ["аа.", "бб.", "вв.г"]),
        # what begins like an item begins; a number alone may be any
        (["Обязан", "1) вести журнал"], ["Обязан", "1) вести журнал"]),
        (["Обязан", "1. вести журнал"], ["Обязан", "1. вести журнал"]),
        (["Обязан", "а) вести журнал"], ["Обязан", "а) вести журнал"]),
        (["Обязан", "– вести журнал"], ["Обязан", "– вести журнал"]),
        (["Обязан прийти", "12 марта"], ["Обязан прийти\n12 марта"]),
        (["Обязан", "вести", "1) журнал"], ["Обязан\nвести", "1) журнал"]),
        # an empty line parts
        (["Обязан", "", "вести журнал"], ["Обязан", "вести журнал"]),
        (["Обязан", " ", "вести журнал"], ["Обязан", "вести журнал"]),
        # breaks at the ends part nothing
        (["Обязан.", ""], ["Обязан."]),
        (["", "• вести журнал"], ["• вести журнал"]),
        # clauses in a row
        (
            ["2. ПРАВА 2.1. Вправе гасить. 2.2. Вправе спать."],
            ["2. ПРАВА", "2.1. Вправе гасить.", "2.2. Вправе спать."],
        ),
    ],
)
def test_breaks_within_a_paragraph(read: Any, shown: Any, lines: list[str], blocks: list[str]) -> None:
    """Where a manual break ends what stands before it, and where it only wraps."""
    assert blocks == shown(read(broken(*lines)))


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (["Обязан:", "• вести журнал"], ["1. Обязан:", "• вести журнал"]),
        (["Обязан.", ""], ["1. Обязан."]),
        (["", "• вести журнал"], ["1.", "• вести журнал"]),
        (["2. ПРАВА 2.1. Вправе гасить. 2.2. Спать."], ["1. 2. ПРАВА 2.1. Вправе гасить. 2.2. Спать."]),
    ],
)
def test_breaks_within_an_item(read: Any, shown: Any, lines: list[str], blocks: list[str]) -> None:
    """The number of an item is its first part's, even where that says nothing else."""
    assert blocks == shown(read(broken(*lines, properties=NUMBERED), numbering=LISTS))


@pytest.mark.parametrize("order", ["before", "behind", "own"])
def test_breaks_between_runs(read: Any, shown: Any, order: str) -> None:
    """The parts are the same whatever runs they and their breaks stand in."""
    lines = ["Ведёт.", "Гасит лампу маяка, буя и створа.", "Спит."]
    run = {"before": "<r><br/><t>{}</t></r>", "behind": "<r><t>{}</t><br/></r>", "own": "<r><t>{}</t></r><r><br/></r>"}
    document = read(f"<p>{''.join(run[order].format(line) for line in lines)}</p>")

    assert lines == shown(document)


def test_breaks_within_a_heading(read: Any, shown: Any) -> None:
    """A heading is one however it is broken."""
    assert ["Права.\nОтветственность"] == shown(
        read(broken("Права.", "Ответственность", properties='<outlineLvl val="0"/>'))
    )


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([" ", "слово"], "слово"),
        (["  ", " ", " слово"], "слово"),
        (["слово", " "], "слово"),
        (["слово ", " ", "\u00a0"], "слово"),
        ([" ", "сло", " ", "во", " "], "сло во"),
    ],
)
def test_space_around(x: Any, read: Any, shown: Any, runs: list[str], text: str) -> None:
    """The space at both ends is not read, whatever runs hold it."""
    document = read(f"<p>{''.join(map(x.t, runs))}</p>")

    assert (text, [text]) == (document.text, shown(document))


SERVED = "Назначается приказом начальника порта"


@pytest.mark.parametrize(
    ("before", "row", "joined"),
    [
        (SERVED, "по представлению", True),
        (f"{SERVED},", "по представлению", True),
        (f"{SERVED} «Маяк»", "по представлению", True),
        (f"{SERVED} «Маяк 5»", "по представлению", False),
        (f"{SERVED} «маяк»", "по представлению", True),
        (f"{SERVED}\u00a0", "по представлению", True),
        (f"{SERVED} на ул.ю", "по представлению", True),
        (f"{SERVED}.", "по представлению", False),
        (f"{SERVED}:", "по представлению", False),
        (f"{SERVED} 5", "по представлению", False),
        (SERVED.upper(), "по представлению", False),
        ("Назначается приказом", "по представлению", False),
        (SERVED, "По представлению", False),
        (SERVED, "а) по представлению", False),
        (SERVED, "(или) по представлению", True),
        (SERVED, "(или) По представлению", False),
        (SERVED, f"({'я' * 40}) по представлению", True),
        (SERVED, f"({'я' * 41}) по представлению", False),
        (SERVED, "", True),
        (f"{SERVED}.", "", False),
    ],
)
def test_sentence_that_goes_on_in_a_row(x: Any, read: Any, shown: Any, before: str, row: str, joined: bool) -> None:  # noqa: FBT001
    """A paragraph that plainly stops in mid-sentence goes on in a row of a form that plainly begins there."""
    cells = [x.c(row)] * bool(row) + [x.c("", x.line), x.c("маяка")]
    whole = " ".join(filter(None, [row, "____ маяка"]))
    stripped = before.rstrip("\u00a0")

    assert ([f"{stripped} {whole}"] if joined else [stripped, whole]) == shown(read(x.p(before) + x.table(cells)))


def test_sentence_through_paragraph_row_and_paragraph(x: Any, read: Any, shown: Any) -> None:
    """And from there in the next paragraph; a heading, a numbered row or a row in mid-sentence of another part does not."""
    row = x.table([x.c("по представлению"), x.c("", x.line), x.c("и начальника маяка")])

    assert [f"{SERVED} по представлению ____ и начальника маяка и смотрителя буя."] == shown(
        read(x.p(SERVED) + row + x.p("и смотрителя буя."))
    )
    assert 2 == len(shown(read(x.p(SERVED, '<outlineLvl val="0"/>') + row)))
    numbered = x.table([x.c(x.p("по представлению", NUMBERED)), x.c("", x.line)])
    assert [SERVED, "1. по представлению ____"] == shown(read(x.p(SERVED) + numbered, numbering=LISTS))
    footer = '<sectPr><footerReference type="default" r:id="footer1"/></sectPr>'
    document = read(row + footer, headers={"footer1": x.p("и смотрителя буя")})
    assert ["по представлению ____ и начальника маяка", "и смотрителя буя"] == shown(document)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("Принимается на работу в", "порядке, данном законом", True),
        ("Принимается на работу в ", " порядке, данном законом", True),
        ("Принимается на работу в", "Порядке, данном законом", False),
        ("Принимается на работу в", "(или) порядке, данном законом", True),
        ("Принимается на работу", "в порядке, данном законом", False),
        ("Согласно", "законам моря", False),
        ("Правила, согласно", "законам моря", False),
        ("Правила моря, а также", "законы", False),
        ("Правила моря а также", "законы", True),
        ("Правила кораб-", "лей", True),
    ],
)
def test_words_that_lead_on(x: Any, read: Any, shown: Any, before: str, after: str, joined: bool) -> None:  # noqa: FBT001
    """A paragraph that ends in a word that ends no sentence goes on in the next."""
    apart = [before.strip(), after.strip()]

    assert (["\n".join(apart)] if joined else apart) == shown(read(x.p(before) + x.p(after)))


def test_words_that_lead_on_to_no_paragraph(x: Any, read: Any) -> None:
    """A heading, an item of a list or a cell is not led on to."""
    before = x.p("Принимается на работу в")

    assert 2 == len(read(before + x.p("порядке", '<outlineLvl val="0"/>')).blocks)
    assert 2 == len(read(x.p("Принимается на работу в", '<outlineLvl val="0"/>') + x.p("порядке")).blocks)
    assert 2 == len(read(before + x.p("порядке", NUMBERED), numbering=LISTS).blocks)
    assert 3 == len(read(before + x.table([x.c("порядке"), x.c("закона")])).blocks)
    assert 3 == len(read(x.table([x.c("на"), x.c("работу в")]) + x.p("порядке")).blocks)


RULED = '<pBdr><bottom val="single"/></pBdr>'
LINED = '<pBdr><bottom val="single"/><between val="single"/></pBdr>'
TOPPED = '<pBdr><top val="single"/></pBdr>'


@pytest.mark.parametrize(
    ("before", "lines", "after", "blanks"),
    [
        # one line is asked for by a colon or an unfinished sentence, or explained by a hint; else it divides
        ("Кому:", [RULED], "Конец.", 1),
        ("Назначается приказом начальника порта", [RULED], "Конец.", 1),
        ("Порт.", [RULED], "Конец.", 0),
        ("Порт.", [RULED], "(имя)", 1),
        ("Порт.", [""], "(имя)", 0),
        ("", [RULED], "Конец.", 0),
        # lines one below the other are one to Word unless one is drawn between them too
        ("Порт.", [RULED, RULED], "Конец.", 1),
        ("Порт.", [RULED, RULED, RULED], "Конец.", 1),
        ("Порт.", [LINED, LINED], "Конец.", 2),
        ("Порт.", [LINED, LINED, LINED], "Конец.", 3),
        ("Порт.", [RULED, "", RULED], "Конец.", 0),
    ],
)
def test_lines_between_paragraphs(x: Any, read: Any, before: str, lines: list[str], after: str, blanks: int) -> None:
    """When an empty paragraph with a line under it is there to be written on."""
    document = read(
        x.p("Устав.") + x.p(before) + "".join(x.p("", line) for line in lines) + x.p(after) + x.p("Подпись.")
    )

    assert [Shape.BORDER] * blanks == [b.shape for b in document.blanks]


def test_lines_beside_ruled_words(x: Any, read: Any) -> None:
    """Words with a line under them are no line to write on, nor do they make one of the next."""
    assert () == read(x.p("Порт.", RULED) + x.p("", RULED) + x.p("Конец.")).blanks
    assert () == read(x.p("Порт.") + x.p("", RULED) + x.p("Конец.", RULED)).blanks
    assert () == read(x.p("", RULED)).blanks


@pytest.mark.parametrize("kind", ["header", "footer"])
def test_lines_of_headers(x: Any, read: Any, kind: str) -> None:
    """A line of a header or a footer parts it from the page."""
    reference = f'<sectPr><{kind}Reference type="default" r:id="{kind}1"/></sectPr>'
    asked = x.p("Кому:") + x.p("", RULED) + x.p("Порт") + x.p("(имя)", f'{TOPPED}<ind left="4000"/>')

    assert () == read(x.p("Текст") + reference, headers={f"{kind}1": asked}).blanks


def test_line_above_a_hint(x: Any, read: Any, shown: Any) -> None:
    """An empty paragraph over a hint with a line above it is that line."""
    hint = x.p("(имя)", TOPPED)

    assert ["Порт.", "____", "(имя)"] == shown(read(x.p("Порт.") + "<p/>" + hint))
    assert ["Порт.", "(имя)"] == shown(read(x.p("Порт.") + "<p/>" + x.p("(имя)")))
    assert ["Порт.", "имя"] == shown(read(x.p("Порт.") + "<p/>" + x.p("имя", TOPPED)))


@pytest.mark.parametrize(
    ("words", "look", "left", "written"),
    [
        # ten letters of the usual size end before the hint begins, or do not
        ("я" * 10, "", 409, True),
        ("я" * 10, "", 408, False),
        ("я" * 10, '<sz val="20"/>', 241, True),
        ("я" * 10, '<sz val="20"/>', 240, False),
        (f"  {'я' * 10}  ", "", 409, True),
        # a hint that begins where the lines do has its line across the page
        ("я", "", 1, True),
        ("я", "", 0, False),
    ],
)
def test_line_above_a_hint_beside_words(
    x: Any, read: Any, shown: Any, words: str, look: str, left: int, *, written: bool
) -> None:
    """Words that end before a hint with a line above it have that line behind them."""
    hint = x.p("(имя)", f'{TOPPED}<ind left="{left}"/>')
    document = read(x.p("Устав.") + x.p(words, "", look) + hint + x.p("Конец."))

    assert ["Устав.", words.strip() + " ____" * written, "(имя)", "Конец."] == shown(document)
    assert [BlockKind.PARAGRAPH] * 4 == [b.kind for b in document.blocks]


def test_hint_that_is_no_line(x: Any, read: Any) -> None:
    """Without a line above, or without a bracket, nothing is written beside it."""
    indent = '<ind left="4000"/>'

    assert () == read(x.p("Порт") + x.p("(имя)", indent)).blanks
    assert () == read(x.p("Порт") + x.p("имя", TOPPED + indent)).blanks
