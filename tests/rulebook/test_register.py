"""Entries of the register that nobody has looked at for too long."""

from __future__ import annotations

import datetime as dt

from jdlint.rulebook.register import stale_entries

ACTS = {
    "fresh": {"checked": "2026-03-01"},
    "leap": {"checked": "2024-02-29"},
    "old": {"checked": "2023-05-10"},
    "unknown": {},
}


def test_what_is_older_than_a_year_is_stale() -> None:
    """The longest ago comes first; the anniversary itself is not yet late; an act without a day is not told."""
    assert [("old", dt.date(2023, 5, 10)), ("leap", dt.date(2024, 2, 29))] == stale_entries(ACTS, dt.date(2026, 3, 1))
    assert ["old", "leap", "fresh"] == [name for name, _ in stale_entries(ACTS, dt.date(2027, 3, 2))]
    assert [] == stale_entries(ACTS, dt.date(2024, 5, 10))
