"""CSV as Russian spreadsheets save it."""

from __future__ import annotations

import csv
import io

from jdlint.errors import UsageError
from jdlint.staff.grid import Grid, Row

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = (";", ",", "\t")


def read_csv(path: str, data: bytes) -> tuple[Grid, ...]:
    """The file read with each delimiter; UTF-8, UTF-16 with its mark, or CP1251. UsageError for what is no text."""
    text = _text(path, data)
    return tuple(Grid(_rows(path, text, delimiter)) for delimiter in _DELIMITERS if delimiter in text) or (
        Grid(_rows(path, text, ";")),
    )


def _text(path: str, data: bytes) -> str:
    encodings = [name for mark, name in _MARKS if data.startswith(mark)] or ["utf-8", "cp1251"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UsageError(f"{path}: это не текст в UTF-8 или CP1251", f"{path}: not a text in UTF-8 or CP1251")


def _rows(path: str, text: str, delimiter: str) -> tuple[Row, ...]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            rows.append(Row(line, tuple(" ".join(cell.split()) for cell in cells)))
            line = reader.line_num + 1  # a quoted cell may go over several lines
    except csv.Error as error:
        raise UsageError(
            f"{path}:{line}: таблица записана с ошибкой: {error}", f"{path}:{line}: malformed table: {error}"
        ) from error
    return tuple(rows)
