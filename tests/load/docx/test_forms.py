"""Rows of a form: cells without lines between them, some with a line below to write on."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import BlockKind, Shape
from notation import level, numbering

LISTS = numbering(level(0, "%1."))


def form(x: Any, *rows: str) -> str:
    """A table of rows; in a row cells are divided by «|», «2:» before the words is how many columns they take, «_» after
    them a line below, «/» divides paragraphs, «1.» before words is a number of Word's own.
    """
    return x.table(*([cell(x, one.strip()) for one in row.split("|")] for row in rows))


def cell(x: Any, told: str) -> str:
    """One cell of a row."""
    span = f'<gridSpan val="{told[0]}"/>' if told[1:2] == ":" else ""
    words = told[2:] if span else told
    ruled = words.endswith("_")
    paragraphs = "".join(
        x.p(one.removeprefix("1."), '<numPr><numId val="1"/></numPr>') if one.startswith("1.") else x.p(one)
        for one in words.removesuffix("_").split("/")
    )
    return x.c(paragraphs, span + (x.line if ruled else ""))


def told(document: Any) -> tuple[list[str], list[str]]:
    """The words of each block, and the hints of the blanks."""
    return [b.span.of(document.text) for b in document.blocks], [b.hint for b in document.blanks]


TOP = "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ | УТВЕРЖДАЮ | "


@pytest.mark.parametrize(
    ("rows", "blocks"),
    [
        # words and the full stop behind an empty cell are one line, words alone or a stop before the end are not
        (["Подчиняется капитану | | ."], ["Подчиняется капитану."]),
        (["Подчиняется капитану | | »."], ["Подчиняется капитану»."]),
        (["Подчиняется капитану | | )».;"], ["Подчиняется капитану", ")».;"]),
        (["Подчиняется капитану | | "], ["Подчиняется капитану"]),
        (["Подчиняется | . | "], ["Подчиняется", "."]),
        (["Лоцман | порта | ."], ["Лоцман", "порта", "."]),
        # a cell with a line under it makes a line of the row, unless another cell holds more than a line
        (["Лоцман | _ | порта"], ["Лоцман ____ порта"]),
        (["Лоцман / порта | _ | ."], ["Лоцман", "порта", "____", "."]),
        (["_"], ["____"]),
        (["_ | лоцман"], ["____ лоцман"]),
        (["_ | _"], ["____"]),
        (["_ | | _"], ["____ ____"]),
        # a line that is filled in: words that end in a word, then words over a line, in lower case or before a stop
        (["Лоцман порта подчиняется | капитану_"], ["Лоцман порта подчиняется капитану"]),
        (["Лоцман порта подчиняется | капитану_ | ."], ["Лоцман порта подчиняется капитану."]),
        (["Лоцман порта подчиняется | Капитану_ | ."], ["Лоцман порта подчиняется Капитану."]),
        (["Лоцман порта подчиняется | Капитану_"], ["Лоцман порта подчиняется", "Капитану"]),
        (["Лоцман порта подчиняется | Капитану_ | | "], ["Лоцман порта подчиняется", "Капитану"]),
        (["Лоцман порта подчиняется | капитану"], ["Лоцман порта подчиняется", "капитану"]),
        (["Лоцман порта подчиняется_ | капитану_"], ["Лоцман порта подчиняется", "капитану"]),
        (["Лоцман порта по | капитану_"], ["Лоцман порта по", "капитану"]),
        (["Лоцман порта при | капитане_"], ["Лоцман порта при капитане"]),
        (["подчиняется | капитану_"], ["подчиняется", "капитану"]),
        (["Лоцман порта подчиняется | капитану_ | и боцману"], ["Лоцман порта подчиняется капитану и боцману"]),
        (["Лоцман порта подчиняется | капитану_ | Боцману"], ["Лоцман порта подчиняется", "капитану", "Боцману"]),
        (["Лоцман порта подчиняется | капитану | боцману_"], ["Лоцман порта подчиняется капитану боцману"]),
        (["Лампа маяка берёт | кВт в час_"], ["Лампа маяка берёт кВт в час"]),
        # «УТВЕРЖДАЮ» over the blank and words beside that: two columns; and what is not quite so
        ([TOP, "лоцмана | _ | "], ["ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ", "УТВЕРЖДАЮ", "лоцмана", "____"]),
        ([TOP, "лоцмана | _ | ."], ["ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ", "УТВЕРЖДАЮ", "лоцмана ____."]),
        ([" | УТВЕРЖДАЮ", "лоцмана | _"], ["УТВЕРЖДАЮ", "лоцмана ____"]),
        (["ИНСТРУКЦИЯ | ", "лоцмана | _"], ["ИНСТРУКЦИЯ", "лоцмана ____"]),
        (["Лоцман | (подпись)", "Капитан | _"], ["Лоцман", "(подпись)", "Капитан ____"]),
        (["Лоцман | – –", "Капитан | _"], ["Лоцман", "– –", "Капитан ____"]),
        (["Лоцман | УТВЕРЖДАЮ", "_ | капитан"], ["Лоцман", "УТВЕРЖДАЮ", "____ капитан"]),
        (["А | Б | УТВЕРЖДАЮ", "лоцман | порта | _"], ["А", "Б", "УТВЕРЖДАЮ", "лоцман порта ____"]),
        (["А | Б | УТВЕРЖДАЮ", "лоцман | | _"], ["А", "Б", "УТВЕРЖДАЮ", "лоцман", "____"]),
        (["А | Б | УТВЕРЖДАЮ", "лоцман | _ | | _"], ["А", "Б", "УТВЕРЖДАЮ", "лоцман ____ ____"]),
        ([TOP, " | | ", "лоцмана | _ | "], ["ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ", "УТВЕРЖДАЮ", "лоцмана ____"]),
        # a line goes on below where that begins with a blank, or is nothing but a stop
        (["Лоцман служит при | _", "_ | ."], ["Лоцман служит при ____."]),
        (["Лоцман служит при | _", "_ | "], ["Лоцман служит при ____"]),
        (["Лоцман служит при | _", "_ | _", " | ."], ["Лоцман служит при ____."]),
        (["Лоцман служит при | _", " | ."], ["Лоцман служит при ____."]),
        (["Лоцман служит при | _ | .", "_ | | "], ["Лоцман служит при ____.", "____"]),
        (["Лоцман служит при | _ | .", " | | ."], ["Лоцман служит при ____.", "."]),
        (["Лоцман служит при | _", " | .", " | ."], ["Лоцман служит при ____.", "."]),
        (["Лоцман служит при | _", ". | ;"], ["Лоцман служит при ____."]),
        (["Лоцман служит при | _", " | _"], ["Лоцман служит при ____", "____"]),
        (["Лоцман служит при | _", ". | _"], ["Лоцман служит при ____", ". ____"]),
        # an empty row ends it, and so do other words
        (["Лоцман служит при | _", " | ", " | ."], ["Лоцман служит при ____", "."]),
        (["Лоцман порта служит | капитану_", "_ | ."], ["Лоцман порта служит капитану ____."]),
        (["_", "_"], ["____", "____"]),
        (["_ | ", " | ."], ["____", "."]),
        (["Лоцман служит при | _", "Боцман | порта"], ["Лоцман служит при ____", "Боцман", "порта"]),
    ],
)
def test_rows_that_read_as_a_line(x: Any, read: Any, rows: list[str], blocks: list[str]) -> None:
    """Which rows are one line, and which cells stand for themselves."""
    assert blocks == told(read(form(x, *rows)))[0]


PAIR = "Лоцман | _ | | _ | порта"


@pytest.mark.parametrize(
    ("rows", "blocks", "hints"),
    [
        # each blank has the hint below it
        ([PAIR, " | (подпись) | | (дата) | "], ["Лоцман ____ ____ порта", "(подпись) (дата)"], ["подпись", "дата"]),
        ([PAIR, " | (подпись) | | | "], ["Лоцман ____ ____ порта", "(подпись)"], ["подпись", ""]),
        ([PAIR, " | | | (дата) | "], ["Лоцман ____ ____ порта", "(дата)"], ["", "дата"]),
        (["_ | | _ | | _", "(имя) | | | | (дата)"], ["____ ____ ____", "(имя) (дата)"], ["имя", "", "дата"]),
        (["_ | | _ | | _", "(имя). | | | | (дата);"], ["____ ____ ____", "(имя). (дата);"], ["имя", "", "дата"]),
        # beside a blank is not below it; where columns tell nothing a single hint is the last blank's
        (["_ | | _ | | _ | порта", " | (имя) | | (дата)"], ["____ ____ ____ порта", "(имя) (дата)"], ["", "", ""]),
        ([PAIR, "(порт) | | | | "], ["Лоцман ____ ____ порта", "(порт)"], ["", "порт"]),
        # two cells with a line are one blank as wide as both
        (["Лоцман | _ | | _ | _", " | (имя) | | | (дата)"], ["Лоцман ____ ____", "(имя) (дата)"], ["имя", "дата"]),
        (["_ | _ | | _ | | _", " | (имя) | | | | (дата)"], ["____ ____ ____", "(имя) (дата)"], ["имя", "", "дата"]),
        (["2:_ | | _ | | _", " | (имя) | | | | (дата)"], ["____ ____ ____", "(имя) (дата)"], ["имя", "", "дата"]),
        # hints in rows of their own, and the stop beside the last of them
        (
            ["Лоцман | _ | | _ | ", " | (имя) | | | ", " | | | (род) | ."],
            ["Лоцман ____ ____.", "(имя)", "(род)"],
            ["имя", "род"],
        ),
        (
            ["Лоцман | _ | | _ | ", " | (имя | | | ", " | и род) | | | ", " | | | (край) | ."],
            ["Лоцман ____ ____.", "(имя и род)", "(край)"],
            ["имя и род", "край"],
        ),
        (["Лоцман | _ | ", " | (имя) | ."], ["Лоцман ____.", "(имя)"], ["имя"]),
        (["Лоцман | _ | .", " | (имя) | ."], ["Лоцман ____.", "(имя)"], ["имя"]),
        (["_ | ", "(имя) | ."], ["____.", "(имя)"], ["имя"]),
        # a hint goes on below until its bracket is closed
        (["Лоцман | _", " | (имя и", " | отчество)"], ["Лоцман ____", "(имя и отчество)"], ["имя и отчество"]),
        (["Лоцман | _", " | (имя (и", " | отчество))"], ["Лоцман ____", "(имя (и отчество))"], ["имя (и отчество)"]),
        (["Лоцман | _", " | (имя", " | и", " | род);", " | ."], ["Лоцман ____.", "(имя и род);"], ["имя и род"]),
        (["Лоцман | _", " | (имя", "_ | .", " | и род)"], ["Лоцман ____.", "(имя и род)"], ["имя и род"]),
        (["Лоцман | _", " | (имя)", " | Волнов"], ["Лоцман ____", "(имя)", "Волнов"], ["имя"]),
        (
            ["Лоцман | _ | ", " | (имя | ", "2:и род | ", "отца) | | "],
            ["Лоцман ____", "(имя и род отца)"],
            ["имя и род отца"],
        ),
        (
            ["Лоцман | _ | ", " | (имя | ", " | 2:и род", " | | отца)"],
            ["Лоцман ____", "(имя и род отца)"],
            ["имя и род отца"],
        ),
        # words in the row that stand elsewhere leave it in pieces, whose words the hint has all the same
        (
            ["Лоцман | _ | ", " | (имя | ", " | и род) | порта"],
            ["Лоцман ____", "(имя", "и род)", "порта"],
            ["имя и род"],
        ),
        (
            ["Лоцман | _ | ", " | (имя | ", " | и | порта", " | род) | "],
            ["Лоцман ____", "(имя", "и", "порта", "род)"],
            ["имя и род"],
        ),
        (["Лоцман | _ | ", " | (имя | ", " | | порта"], ["Лоцман ____", "(имя", "порта"], ["имя"]),
        (["Лоцман | _ | ", " | (имя | ", " | | "], ["Лоцман ____", "(имя"], ["имя"]),
        # in several paragraphs of one cell
        (["Лоцман | _", " | (имя / и род)"], ["Лоцман ____", "(имя и род)"], ["имя и род"]),
        (["Лоцман | _", " | (имя", " | и / род)"], ["Лоцман ____", "(имя и род)"], ["имя и род"]),
        # words without a bracket, or beside other words, are none
        (["Лоцман | _", " | имя"], ["Лоцман ____", "имя"], [""]),
        (["Лоцман | _", "порта | (имя)"], ["Лоцман ____", "порта", "(имя)"], [""]),
        # below rows that are no line, hints are one line and nobody's
        (["Лоцман | Боцман", "(имя) | (род)"], ["Лоцман", "Боцман", "(имя) (род)"], []),
        (["Лоцман | Боцман", "(имя) | и род"], ["Лоцман", "Боцман", "(имя)", "и род"], []),
    ],
)
def test_hints_below(x: Any, read: Any, rows: list[str], blocks: list[str], hints: list[str]) -> None:
    """Which words below a line are a hint, and which blank has it."""
    assert (blocks, hints) == told(read(form(x, *rows)))


@pytest.mark.parametrize(
    ("rows", "after", "blocks"),
    [
        (["Лоцман порта подчиняется"], "капитану и боцману", ["Лоцман порта подчиняется", "капитану и боцману"]),
        (
            ["Лоцман порта подчиняется | _ | помощникам и"],
            "капитану порта",
            ["Лоцман порта подчиняется ____ помощникам и капитану порта"],
        ),
        (
            ["Лоцман подчиняется | _", " | (имя капитана и боцмана)"],
            "и никому другому",
            ["Лоцман подчиняется ____", "(имя капитана и боцмана)", "и никому другому"],
        ),
    ],
)
def test_words_after_a_form(x: Any, read: Any, rows: list[str], after: str, blocks: list[str]) -> None:
    """A line that stops in mid-sentence goes on below the form; a cell or a hint does not."""
    assert blocks == told(read(form(x, *rows) + x.p(after)))[0]


def test_forms_one_after_the_other(x: Any, read: Any) -> None:
    """A hint does not go on in the next form, whatever that begins with."""
    hinted = form(x, "Лоцман подчиняется | _", " | (имя капитана и боцмана)")

    assert ["Лоцман подчиняется ____", "(имя капитана и боцмана)", "____ порта"] == told(
        read(hinted + form(x, "_ | порта"))
    )[0]


def test_numbered_line(x: Any, read: Any) -> None:
    """A line whose first words are an item of a list is that item, and one without is a paragraph."""
    document = read(form(x, "1.Лоцман | _", "Боцман | _"), numbering=LISTS)

    assert [("1. Лоцман ____", BlockKind.ITEM, 1), ("Боцман ____", BlockKind.PARAGRAPH, 0)] == [
        (b.span.of(document.text), b.kind, b.level) for b in document.blocks
    ]


def test_cell_with_a_number_and_no_words(x: Any, read: Any) -> None:
    """A number alone fills a cell."""
    document = read(form(x, "1._ | лоцман", "1.Буй | маяк"), numbering=LISTS)

    assert ["1.", "лоцман", "2. Буй", "маяк"] == told(document)[0]


def test_heading_in_a_form(x: Any, read: Any) -> None:
    """A line of a form is no heading, whatever its words are."""
    row = x.table([x.c(x.p("Лоцман", '<outlineLvl val="0"/>')), x.c("", x.line)])

    assert [BlockKind.PARAGRAPH] == [b.kind for b in read(row).blocks]


def test_table_in_a_cell(x: Any, read: Any) -> None:
    """A row with a table in it is no line; its blanks stand for themselves."""
    inner = f"<tc><tcPr/>{form(x, 'Буй | маяк')}<p/></tc>"
    document = read(f"<tbl><tblPr/><tr>{x.c('Лоцман')}{x.c('', x.line)}{inner}</tr></tbl>")

    assert ["Лоцман", "____", "Буй", "маяк"] == told(document)[0]
    assert [Shape.BORDER] == [b.shape for b in document.blanks]
    assert "tbl[1]/r[1]/c[2]/p[1]" == document.blocks[1].anchor


def test_cell_without_a_paragraph(x: Any, read: Any) -> None:
    """Nothing can be written in it, whatever is drawn below."""
    bare = f"<tc><tcPr>{x.line}</tcPr></tc>"
    assert ([], []) == told(read(x.table([bare])))
    assert (["Лоцман"], []) == told(read(x.table([x.c("Лоцман"), bare])))


def test_lines_in_a_header(x: Any, read: Any) -> None:
    """Lines below cells of a header or a footer only part it from the page."""
    reference = '<sectPr><{0}Reference type="default" r:id="{0}1"/></sectPr>'
    for kind in ("header", "footer"):
        document = read(x.p("Текст") + reference.format(kind), headers={f"{kind}1": form(x, "Лоцман | _")})

        assert ["Текст", "Лоцман"] == told(document)[0]


def test_hint_of_a_field_in_a_form(x: Any, read: Any) -> None:
    """A blank inside the words of a form keeps to itself what it asks for."""
    field = (
        '<r><fldChar fldCharType="begin"><ffData/></fldChar></r><r><instrText>FORMTEXT</instrText></r>'
        '<r><fldChar fldCharType="separate"/></r><r><fldChar fldCharType="end"/></r>'
    )
    table = x.table(
        [x.c(f"<p>{x.t('Порт ')}{field}{x.t(' и маяк')}</p>"), x.c("", x.line), x.c(""), x.c("", x.line), x.c("края")],
        [x.c(""), x.c("(имя)"), x.c(""), x.c(""), x.c("")],
    )
    document = read(table)

    assert ["Порт ____ и маяк ____ ____ края", "(имя)"] == told(document)[0]
    assert [(Shape.FIELD, ""), (Shape.BORDER, "имя"), (Shape.BORDER, "")] == [
        (b.shape, b.hint) for b in document.blanks
    ]
