"""Rows of cells → posts: the columns are found by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.errors import UsageError
from jdlint.model.staff import Post
from jdlint.record import record

_TITLE = re.compile(
    r"^\W*(?:наименовани\w+\s+|назван\w+\s+)?(?:штатн\w+\s+)?(?:должност|професси|position|job\s+title)", re.IGNORECASE
)
_DEPARTMENT = re.compile(r"подразделени|^\W*(?:отдел|департамент|служба)\b|department", re.IGNORECASE)
_UNITS = re.compile(
    r"кол\w*-?\s?\w*\s+(?:\w+\s+)?(?:единиц|ставок)|шт\w*\.?\s?ед|^\W*(?:ставк|количество|кол-во|units)", re.IGNORECASE
)
_SUBHEADING = re.compile(r"^(?:наименование|название|код)$", re.IGNORECASE)
_TOTAL = re.compile(r"^\W*(?:итого|всего)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_DEEPEST_HEADER = 60


@record
class Row:
    """Cells as they are shown, and the 1-based line they stand on."""

    line: int
    cells: tuple[str, ...]

    def at(self, column: int | None) -> str:
        """The cell of that column, "" where there is none."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells that hold anything."""
        return tuple(cell for cell in self.cells if cell)


@record
class Grid:
    """One sheet, or one way to read a CSV file."""

    rows: tuple[Row, ...]


@record
class _Columns:
    header: int
    title: int
    department: int | None
    units: int | None


def find_posts(path: str, grids: Sequence[Grid]) -> tuple[Post, ...]:
    """The posts of the first grid that has a column «Должность»; of several ways to read one, the widest counts."""
    found = [(grid, columns) for grid in grids if (columns := _columns(grid))]
    if not found:
        raise UsageError(
            f"{path}: нет столбца «Должность» (ищется в первых {_DEEPEST_HEADER} строках)",
            f"{path}: no column “Должность” (looked for in the first {_DEEPEST_HEADER} lines)",
        )
    grid, columns = min(found, key=lambda f: (f[1].department is None) + (f[1].units is None))
    posts = tuple(_posts(path, grid.rows[columns.header + 1 :], columns))
    if not posts:
        line = grid.rows[columns.header].line
        raise UsageError(
            f"{path}:{line}: под заголовком «Должность» нет ни одной должности",
            f"{path}:{line}: no position below the heading “Должность”",
        )
    return posts


def _columns(grid: Grid) -> _Columns | None:
    """Where the header stands; its parts may be spread over three rows, the title's cell being in the first of them
    that is filled.
    """
    for index, row in enumerate(grid.rows[:_DEEPEST_HEADER]):
        title = _where(row, _TITLE)
        if title is None or len(row.filled) < 2 <= _widest(grid):
            continue
        around = [grid.rows[i] for i in range(max(0, index - 2), min(len(grid.rows), index + 3))]
        header = [row, *(r for r in around if r is not row and not _NUMBER.fullmatch(r.at(title)))]
        department, units = (
            next((at for r in header if (at := _where(r, pattern)) is not None and at != title), None)
            for pattern in (_DEPARTMENT, _UNITS)
        )
        return _Columns(index, title, department, units)
    return None


def _widest(grid: Grid) -> int:
    return max((len(row.filled) for row in grid.rows), default=0)


def _where(row: Row, pattern: re.Pattern[str]) -> int | None:
    return next((i for i, cell in enumerate(row.cells) if pattern.search(cell)), None)


def _posts(path: str, rows: Sequence[Row], columns: _Columns) -> Iterator[Post]:
    """Posts below the header: a row of one cell names the department of those that follow, as a merged cell does."""
    department, counted = "", False
    for row in rows:
        title, units = row.at(columns.title), row.at(columns.units)
        if any(_TOTAL.match(cell) for cell in row.cells):
            counted = True
            continue
        heading = len(row.filled) == 1 and (not title or columns.units is not None)
        named = row.filled[0] if heading else row.at(columns.department)
        if _LETTERS.search(named) and not _SUBHEADING.match(named):
            department = named
        number = _number(units)
        if heading or not _LETTERS.search(title) or (counted and number is None):
            continue  # behind the total stand signatures
        if units and number is None:
            raise UsageError(
                f"{path}:{row.line}: количество единиц — не число: «{units}»",
                f"{path}:{row.line}: the number of units is no number: “{units}”",
            )
        if number != 0:
            yield Post(title, department, number, row.line)


def _number(text: str) -> float | None:
    found = _NUMBER.fullmatch(text.replace(" ", ""))
    return float(found[0].replace(",", ".")) if found else None
