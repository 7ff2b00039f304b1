"""The staff list of an organisation."""

from __future__ import annotations

from jdlint.record import record


@record
class Post:
    """A line of the staff list: a position as written, its department ("" where none), how many units (None where the
    list does not count them), and the 1-based line it stands on.
    """

    title: str
    department: str
    units: float | None
    line: int
