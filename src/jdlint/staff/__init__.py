"""A staff list (штатное расписание) in CSV or XLSX → its posts."""

from __future__ import annotations

from pathlib import Path

from jdlint.errors import UsageError, reason_of
from jdlint.model.staff import Post
from jdlint.staff.grid import Grid, find_posts

LARGEST = 32 * 1024 * 1024


def read_staff(path: Path) -> tuple[Post, ...]:
    """The posts of the staff list, in its order.

    Raises UsageError, one line with the path and, where there is one, the line of the file: for a file that is not
    there, is damaged or of another kind, has no column «Должность», names nobody, or counts units in words.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        why = reason_of(error)
        raise UsageError(
            f"{path}: не открыть штатное расписание: {why.ru}", f"{path}: cannot open: {why.en}"
        ) from error
    if len(data) > LARGEST:
        raise UsageError(
            f"{path}: больше {LARGEST // 2**20} МБ: это не штатное расписание",
            f"{path}: larger than {LARGEST // 2**20} MB: no staff list",
        )
    return find_posts(str(path), _grids(path, data))


def _grids(path: Path, data: bytes) -> tuple[Grid, ...]:
    suffix = path.suffix.lower()
    if suffix == ".csv":
        from jdlint.staff.table import read_csv

        return read_csv(str(path), data)
    if suffix in (".xlsx", ".xlsm"):
        from jdlint.staff.workbook import read_workbook

        return read_workbook(str(path), data)
    raise UsageError(
        f"{path}: штатное расписание читается из .csv и .xlsx; сохраните его так",
        f"{path}: a staff list is read from .csv and .xlsx; save it so",
    )
