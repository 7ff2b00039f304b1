"""The day of a run."""

from __future__ import annotations

import datetime as dt


def today() -> dt.date:
    """The day where the user is."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()
