"""Tables: real ones cell by cell, forms row by row."""

from __future__ import annotations

from typing import Any

from jdlint.model.document import BlockKind, Cell, Shape


def test_bordered_cells_in_reading_order(x: Any, read: Any, shown: Any) -> None:
    """Each cell of a bordered table is a block that knows its place."""
    document = read(x.table([x.c("Обязанность"), x.c("Доля")], [x.c("Сверка"), x.c("20 %")], borders=x.grid))

    assert ["Обязанность", "Доля", "Сверка", "20 %"] == shown(document)
    assert [BlockKind.CELL] * 4 == [b.kind for b in document.blocks]
    assert Cell(1, 2, 1, 2) == document.blocks[2].cell
    assert "tbl[1]/r[2]/c[1]/p[1]" == document.blocks[2].anchor


def test_merged_cells_are_read_once(x: Any, read: Any, shown: Any) -> None:
    """Cells merged across and down are read once."""
    document = read(
        x.table(
            [x.c("Раздел", '<gridSpan val="2"/>')],
            [x.c("Общее", '<vMerge val="restart"/>'), x.c("а")],
            [x.c("", "<vMerge/>"), x.c("б")],
            borders=x.grid,
        )
    )

    assert ["Раздел", "Общее", "а", "б"] == shown(document)


def test_nested_table(x: Any, read: Any, shown: Any) -> None:
    """A table in a cell is read where it stands, with its own address."""
    inner = x.table([x.c("в"), x.c("г")], borders=x.grid)
    document = read(x.table([x.c("а"), f"<tc><tcPr/>{x.p('б')}{inner}{x.p('д')}</tc>"], borders=x.grid))

    assert ["а", "б", "в", "г", "д"] == shown(document)
    assert "tbl[1]/r[1]/c[2]/tbl[1]/r[1]/c[2]/p[1]" == document.blocks[3].anchor


def test_deleted_and_hidden_rows(x: Any, read: Any, shown: Any) -> None:
    """Rows that are deleted or hidden are left out, inserted ones read."""
    body = "".join(
        f"<tr><trPr>{mark}</trPr>{x.c(words)}</tr>"
        for mark, words in (("<del/>", "нет"), ("<ins/>", "да"), ("<hidden/>", "нет"))
    )

    assert ["да"] == shown(read(f"<tbl><tblPr/>{body}</tbl>"))


def test_row_with_properties_begins_in_the_first_column(x: Any, read: Any) -> None:
    """A row's properties move its cells only as far as they say: an empty cell is looked for in its own column."""
    rows = "".join(f"<tr>{x.c(name)}{x.c('день')}</tr>" for name in ("Работа", "Маяк", "Буй", "Створ", "Причал"))
    kept = f"<tr><trPr><cantSplit/></trPr>{x.c('Бакен')}{x.c('')}</tr>"
    document = read(f"<tbl><tblPr><tblBorders>{x.grid}</tblBorders></tblPr>{rows}{kept}</tbl>")

    assert [Shape.CELL] == [b.shape for b in document.blanks]


def test_sentence_through_a_row(x: Any, read: Any, shown: Any) -> None:
    """Words, an empty cell with a line under it and a full stop are one sentence with a blank."""
    document = read(x.table([x.c("3. Смотритель подчиняется непосредственно "), x.c("", x.line), x.c(".")]))

    assert ["3. Смотритель подчиняется непосредственно ____."] == shown(document)
    assert [("____", Shape.BORDER)] == [(b.span.of(document.text), b.shape) for b in document.blanks]
    assert BlockKind.PARAGRAPH is document.blocks[0].kind


def test_row_goes_on_with_the_paragraph(x: Any, read: Any, shown: Any) -> None:
    """A paragraph in mid-sentence goes on in the row below; a finished one does not."""
    row = x.table([x.c("начальника порта по представлению"), x.c("", x.line), x.c(".")])

    assert ["2. Назначается приказом начальника порта по представлению ____."] == shown(
        read(x.p("2. Назначается приказом ") + row)
    )
    assert 2 == len(shown(read(x.p("2. Назначается приказом.") + row)))


def test_hint_over_several_rows(x: Any, read: Any, shown: Any) -> None:
    """The bracketed words under a line, over as many rows as they take, are its hint and one block."""
    wide = '<gridSpan val="2"/>'
    document = read(
        x.table(
            [x.c("5. Лоцман подчиняется"), x.c("", x.line), x.c("")],
            [x.c("", x.line), x.c("(старшему лоцману;", x.line), x.c("")],
            [x.c("капитану порта; иному", wide + x.line), x.c(".")],
            [x.c("лицу)", wide), x.c("")],
        )
    )

    assert ["5. Лоцман подчиняется ____.", "(старшему лоцману; капитану порта; иному лицу)"] == shown(document)
    assert ["старшему лоцману; капитану порта; иному лицу"] == [b.hint for b in document.blanks]


def test_signature_row(x: Any, read: Any, shown: Any) -> None:
    """Two lines with a gap are two blanks; each takes the hint under it."""
    document = read(
        x.table(
            [x.c("Начальник отдела"), x.c(""), x.c("", x.line), x.c(""), x.c("", x.line)],
            [x.c(""), x.c(""), x.c("(подпись)"), x.c(""), x.c("(инициалы, фамилия)")],
        )
    )

    assert ["Начальник отдела ____ ____", "(подпись) (инициалы, фамилия)"] == shown(document)
    assert ["подпись", "инициалы, фамилия"] == [b.hint for b in document.blanks]


def test_filled_in_form(x: Any, read: Any, shown: Any) -> None:
    """A form's line that has been filled in reads as a sentence without a blank."""
    document = read(x.table([x.c("5. Лоцман подчиняется непосредственно"), x.c("капитану порта", x.line), x.c(".")]))

    assert (["5. Лоцман подчиняется непосредственно капитану порта."], ()) == (shown(document), document.blanks)


def test_columns_side_by_side(x: Any, read: Any, shown: Any) -> None:
    """Two columns without lines are two texts; a line under «УТВЕРЖДАЮ» belongs to its column."""
    document = read(
        x.table(
            [x.c("ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ"), x.c("УТВЕРЖДАЮ")],
            [x.c("лоцмана"), x.c("", x.line)],
            [x.c(""), x.c("(подпись)")],
        )
    )

    assert ["ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ", "УТВЕРЖДАЮ", "лоцмана", "____", "(подпись)"] == shown(document)


def test_value_cell_left_empty(x: Any, read: Any, shown: Any) -> None:
    """The empty cell beside a label with a colon is a blank; an empty row or corner is not."""
    document = read(
        x.table([x.c(""), x.c("")], [x.c("Образование:"), x.c("")], [x.c("Стаж"), x.c("год")], borders=x.grid)
    )

    assert ["Образование:", "____", "Стаж", "год"] == shown(document)
    assert [(Shape.CELL, "Образование")] == [(b.shape, b.hint) for b in document.blanks]


def test_list_below_its_lead_in(x: Any, read: Any) -> None:
    """A lead-in with its list in the same cell asks nothing of the cell beside it."""
    cell = f"<tc><tcPr/>{x.p('Кок обязан:')}{x.p('1. Варить уху.')}</tc>"

    assert () == read(x.table([cell, x.c("")], borders=x.grid)).blanks


def test_data_cell_left_empty(x: Any, read: Any) -> None:
    """An empty cell in a column that is otherwise filled is a blank."""
    rows = [[x.c(f"Задача {n}"), x.c("" if n == 3 else f"{n} ч")] for n in range(1, 6)]
    document = read(x.table([x.c("Задача"), x.c("Время")], *rows, borders=x.grid))

    assert [Shape.CELL] == [b.shape for b in document.blanks]


def test_document_in_one_cell(x: Any, read: Any) -> None:
    """A document that stands whole in one frame is read as paragraphs."""
    paragraphs = "".join(x.p(f"{n}. Пункт.") for n in range(1, 6))
    document = read(x.table([x.c(paragraphs)], borders=x.grid))

    assert [BlockKind.PARAGRAPH] * 5 == [b.kind for b in document.blocks]


def test_table_in_two_languages(x: Any, read: Any, shown: Any) -> None:
    """The Russian column is read, a cell of several paragraphs whole."""
    pairs = [
        ("The cook reports to the captain.", "Кок подчиняется капитану."),
        ("He cooks fish soup for the crew.", "Варит уху команде."),
        ("He washes all the pots at night.", "Моет котлы на ночь."),
    ]
    both = f"<tc><tcPr/>{x.p('He has the right:')}{x.p('to eat the first.')}</tc>"
    rows = [*[[x.c(other), x.c(russian)] for other, russian in pairs], [both, x.c("Ест первым.")]]

    assert [*[russian for _, russian in pairs], "Ест первым."] == shown(read(x.table(*rows, borders=x.grid)))


def test_title_of_a_table(x: Any, read: Any) -> None:
    """Beside a title in the first row nothing is missing, though its cells were never joined."""
    rows = [[x.c(f"Задача {n}"), x.c(f"{n} ч")] for n in range(1, 6)]

    assert () == read(x.table([x.c("Профиль"), x.c("")], *rows, borders=x.grid)).blanks
