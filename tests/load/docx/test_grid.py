"""Which lines between cells are drawn, how far cells reach, and what that makes of a table."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import BlockKind, Cell, Shape

CELL, PARAGRAPH = BlockKind.CELL, BlockKind.PARAGRAPH
TOP, LEFT, RIGHT = (f'<tcBorders><{side} val="single"/></tcBorders>' for side in ("top", "left", "right"))


def row(x: Any, *cells: str | tuple[str, str], more: str = "") -> str:
    """A row of cells: words, or words and properties."""
    return f"<tr>{more}{''.join(x.c(c) if isinstance(c, str) else x.c(*c) for c in cells)}</tr>"


def table(*rows: str, borders: str = "") -> str:
    """A table of rows."""
    return f"<tbl><tblPr><tblBorders>{borders}</tblBorders></tblPr>{''.join(rows)}</tbl>"


@pytest.mark.parametrize(
    ("below", "text"),
    [
        ([("", TOP), "", "", "", ""], "____ а б"),
        (["", ("", TOP), "", "", ""], "а б"),
        (["", "", ("", TOP), "", ""], "а ____ б"),
        (["", "", "", "", ("", TOP)], "а б ____"),
        ([("", TOP), "", ("", TOP), "", ("", TOP)], "____ а ____ б ____"),
        (["", "", ("", TOP), "", ("", TOP)], "а ____ б ____"),
        ([("", TOP), "", "", ("", TOP), ("", TOP)], "____ а б ____"),
        ([("", f'<gridSpan val="3"/>{TOP}'), "", ""], "____ а ____ б"),
        (["", "", ("", f'<gridSpan val="3"/>{TOP}')], "а ____ б ____"),
        ([("", f'<gridSpan val="2"/>{TOP}'), "", "", ""], "____ а б"),
    ],
)
def test_tops_are_bottoms(x: Any, read: Any, below: list[Any], text: str) -> None:
    """A line above a cell is one below the cell over it, and below none beside that."""
    document = read(table(row(x, "", "а", "", "б", ""), row(x, *below)))

    assert (text if "_" in text else "а\nб") == document.text


def test_tops_over_wide_cells(x: Any, read: Any) -> None:
    """A wide cell has a line below it where any cell under it has one above."""
    wide = ("", '<gridSpan val="3"/>')

    assert "____ а" == read(table(row(x, wide, "а"), row(x, "", "", ("", TOP), ""))).text
    assert "а" == read(table(row(x, wide, "а"), row(x, "", "", "", ("", TOP)))).text
    assert "а ____" == read(table(row(x, "а", wide), row(x, "", ("", TOP), "", ""))).text


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("", "", PARAGRAPH),
        (RIGHT, "", CELL),
        ("", LEFT, CELL),
        (RIGHT, LEFT, CELL),
        (LEFT, "", PARAGRAPH),
        ("", RIGHT, CELL),
    ],
)
def test_lines_between_two_cells(x: Any, read: Any, first: str, second: str, kind: BlockKind) -> None:
    """A line at either side of a border parts the cells; one at the edge of the row does not."""
    document = read(table(row(x, ("Подчиняется капитану", first), ("", second), ".")))

    assert [kind] * (1 if kind is PARAGRAPH else 2) == [b.kind for b in document.blocks]


@pytest.mark.parametrize(
    ("borders", "own", "kind"),
    [
        ('<insideV val="single"/>', "", CELL),
        ('<left val="single"/><right val="single"/>', "", PARAGRAPH),
        ('<insideV val="single"/>', '<tcBorders><right val="nil"/><left val="nil"/></tcBorders>', PARAGRAPH),
        ('<insideV val="single"/>', '<tcBorders><right val="nil"/></tcBorders>', CELL),
        ("", "<tcBorders/>", PARAGRAPH),
    ],
)
def test_lines_of_the_table(x: Any, read: Any, borders: str, own: str, kind: BlockKind) -> None:
    """A cell has the lines of its table unless it says otherwise, inside and at the edges each their own."""
    cells = [("Подчиняется капитану", own), ("", own), (".", own)]

    assert kind is read(table(row(x, *cells), borders=borders)).blocks[0].kind


def test_lines_of_a_row(x: Any, read: Any) -> None:
    """A row may say otherwise than its table."""
    exception = '<tblPrEx><tblBorders><insideV val="nil"/></tblBorders></tblPrEx>'
    words = ("Подчиняется капитану", "", ".")
    document = read(table(row(x, *words), row(x, *words, more=exception), borders='<insideV val="single"/>'))

    assert [CELL, CELL, PARAGRAPH] == [b.kind for b in document.blocks]


@pytest.mark.parametrize(
    ("borders", "paragraphs", "kind"),
    [
        ("", 1, PARAGRAPH),
        ('<left val="single"/>', 3, CELL),
        ('<right val="single"/>', 3, CELL),
        ('<left val="single"/><right val="single"/>', 3, CELL),
        ('<left val="single"/><right val="single"/>', 4, PARAGRAPH),
        ('<top val="single"/><bottom val="single"/>', 1, PARAGRAPH),
    ],
)
def test_single_cell(x: Any, read: Any, borders: str, paragraphs: int, kind: BlockKind) -> None:
    """A cell alone in its row is a cell when lines stand beside it, and a page in a frame when it holds more than three
    paragraphs.
    """
    cell = "".join(x.p(f"Слово {n}.") for n in range(paragraphs)) + "<p/><p/>"
    document = read(table(row(x, cell), borders=borders))

    assert [kind] * paragraphs == [b.kind for b in document.blocks]
    assert [Cell(1, 1, 1, 1)] * paragraphs == [b.cell for b in document.blocks]


def test_many_paragraphs_beside_another_cell(x: Any, read: Any) -> None:
    """Beside another cell they are cells."""
    cell = "".join(x.p(f"Слово {n}.") for n in range(5))

    assert [CELL] * 6 == [b.kind for b in read(table(row(x, cell, "маяк"), borders=x.grid)).blocks]
    assert [CELL] * 6 == [b.kind for b in read(table(row(x, cell, "маяк"))).blocks]


@pytest.mark.parametrize(
    ("properties", "text"),
    [
        ('<vMerge val="restart"/>', "а\nб\nв"),
        ("<vMerge/>", "а\nв"),
        ('<vMerge val="continue"/>', "а\nв"),
        ("<hMerge/>", "а\nв"),
        ('<hMerge val="restart"/>', "а\nб\nв"),
        ('<hMerge val="restart"/><vMerge/>', "а\nв"),
        ('<vMerge/><hMerge val="restart"/>', "а\nв"),
        ("<cellDel/>", "а\nв"),
        ('<gridSpan val="2"/>', "а\nб\nв"),
    ],
)
def test_cells_that_are_not_seen(x: Any, read: Any, properties: str, text: str) -> None:
    """What stands in a cell that another was merged over, or that is taken out, is not read."""
    document = read(table(row(x, "а", ("б", properties), "в"), borders=x.grid))

    assert text == document.text
    assert [Cell(1, 1, 3, 3)] == [b.cell for b in document.blocks][-1:]


@pytest.mark.parametrize(
    ("span", "columns"),
    [('val="1"', 1), ('val="2"', 2), ("", 1), ('val="0"', 1), ('val="-1"', 1), ('val="x"', 1), ('val="1.9"', 1)],
)
def test_how_far_a_cell_reaches(x: Any, read: Any, span: str, columns: int) -> None:
    """A cell reaches over the columns it says, one at least: the line above the second column is below the next cell, or
    below its own words.
    """
    document = read(table(row(x, ("а", f"<gridSpan {span}/>"), "", "порта"), row(x, "", ("", TOP), "", "")))

    assert ("а ____ порта" if columns == 1 else "а\nпорта") == document.text


def test_columns_before_a_row(x: Any, read: Any) -> None:
    """A row may begin in a later column."""
    before = '<trPr><gridBefore val="1"/></trPr>'

    assert "а ____ порта" == read(table(row(x, "а", "", "порта"), row(x, ("", TOP), more=before))).text
    assert "____ порта" == read(table(row(x, "", "порта"), row(x, ("", TOP)))).text


def filled(x: Any, words: str, heading: bool = True) -> str:  # noqa: FBT001, FBT002
    """A table of work and time with a row for each letter, whose time is empty for «-»."""
    head = row(x, "Работа", "Время") if heading else ""
    return table(head, *(row(x, f"Работа {n}", "" if c == "-" else c) for n, c in enumerate(words)), borders=x.grid)


@pytest.mark.parametrize(
    ("words", "blanks"),
    [
        ("чч-", 0),
        ("ччч-", 1),
        ("чч--", 0),
        ("ччччччч---", 3),
        ("чччччч----", 0),
        ("----", 0),
    ],
)
def test_cells_left_empty(x: Any, read: Any, words: str, blanks: int) -> None:
    """In a column whose cells are filled, seven in ten of four at least, an empty one is a blank."""
    document = read(filled(x, words))

    assert [(Shape.CELL, "")] * blanks == [(b.shape, b.hint) for b in document.blanks]


def test_cells_left_empty_beside_nothing(x: Any, read: Any) -> None:
    """An empty cell that begins a row, or beside an empty one, asks for nothing; a table in a cell fills it."""
    rows = [row(x, "Работа", "Время"), *(row(x, f"Работа {n}", "час") for n in range(4))]
    inner = f"<tc><tcPr/>{table(row(x, 'день', 'ночь'))}<p/></tc>"

    assert () == read(table(*rows, row(x, "", ""), borders=x.grid)).blanks
    assert () == read(table(*rows, row(x, "", "час"), borders=x.grid)).blanks
    assert () == read(table(*rows, f"<tr>{x.c('Работа 5')}{inner}</tr>", borders=x.grid)).blanks
    tables = [f"<tr>{x.c(f'Работа {n}')}{inner}</tr>" for n in range(4)]
    assert 1 == len(read(table(rows[0], *tables, row(x, "Работа 5", ""), borders=x.grid)).blanks)


@pytest.mark.parametrize(
    ("label", "hint"),
    [
        ("Образование:", "Образование"),
        ("Стаж : ", "Стаж"),
        ("Образование", None),
        (":", ""),
    ],
)
def test_value_of_a_label(x: Any, read: Any, label: str, hint: str | None) -> None:
    """The empty cell beside a label with a colon is its value."""
    document = read(table(row(x, label, ""), row(x, "Порт", "Маяк"), borders=x.grid))

    assert ([] if not hint else [(Shape.CELL, hint)]) == [(b.shape, b.hint) for b in document.blanks]


def test_value_of_a_label_among_others(x: Any, read: Any) -> None:
    """The label may be one of several paragraphs, or stand beside a table; its value is in the next cell only."""
    label = x.p("Образование:") + x.p("(по диплому)")
    inner = f"<tc><tcPr/>{table(row(x, 'Порт'))}{x.p('Стаж:')}</tc>"

    assert ["Образование"] == [b.hint for b in read(table(row(x, label, "", ""), borders=x.grid)).blanks]
    assert ["Стаж"] == [b.hint for b in read(table(f"<tr>{inner}{x.c('')}</tr>", borders=x.grid)).blanks]
    assert () == read(table(row(x, "Стаж:", "год"), borders=x.grid)).blanks
    assert () == read(table(row(x, "Стаж:"), row(x, ""), borders=x.grid)).blanks


def test_form_in_a_table(x: Any, read: Any, shown: Any) -> None:
    """A row with lines between its cells ends a line of a form; its hint is told as far as it goes."""
    form = [row(x, "Лоцман", ("", x.line), "порта"), row(x, "", "(имя", "")]
    real = row(x, ("Буй", RIGHT), "маяк", "")

    for rows in (form, [*form, real]):
        document = read(table(*rows))

        assert ["Лоцман ____ порта", "(имя"] == shown(document)[:2]
        assert ["имя"] == [b.hint for b in document.blanks]
    assert CELL is document.blocks[-1].kind


def test_tables_are_counted(x: Any, read: Any) -> None:
    """Tables are numbered in the order of the file, those in cells too."""
    inner = f"<tc><tcPr/>{table(row(x, 'б', 'в'), borders=x.grid)}<p/></tc>"
    document = read(table(f"<tr>{x.c('а')}{inner}</tr>", borders=x.grid) + table(row(x, "г", "д"), borders=x.grid))

    assert [("а", 1), ("б", 2), ("в", 2), ("г", 3), ("д", 3)] == [
        (b.span.of(document.text), b.cell and b.cell.table) for b in document.blocks
    ]
