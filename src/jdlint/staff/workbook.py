"""XLSX through openpyxl: the one place that knows it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator
from itertools import islice
from zipfile import BadZipFile

from jdlint.errors import UsageError
from jdlint.staff.grid import Grid, Row

MOST_ROWS = 100_000
MOST_COLUMNS = 100


def read_workbook(path: str, data: bytes) -> tuple[Grid, ...]:
    """The visible sheets, in order, each cell as it is shown; UsageError for what is no workbook."""
    import openpyxl  # 90 ms: only when a staff list in this format is given
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions, of which nothing is read
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            return tuple([Grid(tuple(_rows(sheet.iter_rows(values_only=True)))) for sheet in sheets])
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, OSError, SyntaxError) as error:
        raise UsageError(
            f"{path}: это не книга Excel (.xlsx), или она повреждена или закрыта паролем",
            f"{path}: no Excel workbook (.xlsx), or damaged, or locked with a password",
        ) from error


def _rows(sheet: Iterable[tuple[object, ...]]) -> Iterator[Row]:
    for number, cells in enumerate(islice(sheet, MOST_ROWS), 1):
        yield Row(number, tuple([_shown(value) for value in cells[:MOST_COLUMNS]]))


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
