"""Staff lists as people keep them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

from jdlint.errors import UsageError
from jdlint.model.staff import Post
from jdlint.staff import read_staff

PLAIN = "Подразделение;Должность;Кол-во единиц\nБухгалтерия;Главный бухгалтер;1\n;Бухгалтер;1,5\nСклад;Кладовщик;2\n"
POSTS = (
    Post("Главный бухгалтер", "Бухгалтерия", 1.0, 2),
    Post("Бухгалтер", "Бухгалтерия", 1.5, 3),
    Post("Кладовщик", "Склад", 2.0, 4),
)


def _file(folder: Path, data: bytes, name: str = "штат.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _book(folder: Path, rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return _file(folder, out.getvalue(), "штат.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_encodings_of_csv(tmp_path: Path, encoding: str) -> None:
    """Every encoding that spreadsheets save in gives the same posts, an empty department being that above."""
    assert POSTS == read_staff(_file(tmp_path, PLAIN.encode(encoding)))


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_delimiters_of_csv(tmp_path: Path, delimiter: str) -> None:
    """The delimiter is found by the headings; a comma inside quotes is none."""
    rows = [("Должность", "Отдел"), ('"Мастер, старший"', "Цех"), ("Токарь", "Цех")]
    text = "".join(delimiter.join(row) + "\r\n" for row in rows)

    assert [("Мастер, старший", "Цех", None, 2), ("Токарь", "Цех", None, 3)] == [
        (p.title, p.department, p.units, p.line) for p in read_staff(_file(tmp_path, text.encode()))
    ]


def test_a_list_of_titles_alone(tmp_path: Path) -> None:
    """One column is enough."""
    posts = read_staff(_file(tmp_path, "Должность\nТокарь\nСлесарь\n".encode()))

    assert ["Токарь", "Слесарь"] == [p.title for p in posts]


def test_departments_on_rows_of_their_own(tmp_path: Path) -> None:
    """A row of one cell names the department of the rows below; totals and abolished posts are no posts."""
    text = "№;Должность;Количество\n;Гараж;\n1;Механик;1\n2;Шофёр;0\n;Итого по гаражу;1\n;Кухня;\n3;Повар;2\nВсего;;3\n;Начальник Петрова;подпись\n"

    assert [("Механик", "Гараж"), ("Повар", "Кухня")] == [
        (p.title, p.department) for p in read_staff(_file(tmp_path, text.encode()))
    ]


def test_a_header_of_several_rows(tmp_path: Path) -> None:
    """A printed form has a header of two rows with merged cells, a row of column numbers, totals and signatures."""
    rows: list[list[object]] = [
        ["ООО «Кривая берёза»"],
        ["Штатное расписание № 3"],
        [],
        ["Структурное подразделение", None, "Должность, разряд, категория", "Количество штатных единиц", "Оклад, руб."],
        ["наименование", "код"],
        [1, 2, 3, 4, 5],
        ["Дирекция", "01", "Директор", 1, 90000],
        ["Мастерская", "02", "Столяр 4 разряда", 2.5, 50000],
        [None, None, "Итого", 3.5, None],
        ["Кадровик", None, "специалист по кадрам", None, "(подпись)"],
    ]

    assert (Post("Директор", "Дирекция", 1.0, 7), Post("Столяр 4 разряда", "Мастерская", 2.5, 8)) == read_staff(
        _book(tmp_path, rows, ["A4:B4", "C4:C5", "D4:D5", "E4:E5"])
    )


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("Отдел;Кто\nСклад;Кладовщик\n", "", "нет столбца «Должность»"),
        ("Должность;Отдел\n", ":1", "нет ни одной должности"),
        ("Должность;Ставки\nТокарь;одна\n", ":2", "«одна»"),
        ("", "", "нет столбца"),
    ],
)
def test_what_is_wrong_with_a_list(tmp_path: Path, text: str, line: str, said: str) -> None:
    """A list that cannot be used stops the run with one line: the path, the line where there is one, and why."""
    path = _file(tmp_path, text.encode())
    with pytest.raises(UsageError) as caught:
        read_staff(path)

    assert str(caught.value).startswith(f"{path}{line}: ")
    assert said in str(caught.value)
    assert "\n" not in caught.value.ru + caught.value.en


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("штат.csv", b"PK\x03\x04\x00\x00"),
        ("штат.xlsx", b"PK\x03\x04 cut off"),
        ("штат.xlsx", "Должность;Отдел\n".encode()),
        ("штат.xls", b"\xd0\xcf\x11\xe0"),
        ("штат.docx", b""),
    ],
)
def test_other_files(tmp_path: Path, name: str, data: bytes) -> None:
    """What is not what its name says, or of another kind, is a usage error and no crash."""
    with pytest.raises(UsageError, match="штат"):
        read_staff(_file(tmp_path, data, name))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is named."""
    with pytest.raises(UsageError, match="нету"):
        read_staff(tmp_path / "нету.csv")
