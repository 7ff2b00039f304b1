"""A professional standard (профессиональный стандарт) as its order approves it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from jdlint.record import record

# Codes are typed by hand: А, В, С … in Cyrillic where the layout of a standard has Latin letters.
_LATIN = str.maketrans("АВЕКМНОРСТХ", "ABEKMHOPCTX")


def latin(code: str) -> str:
    """A code of a function in Latin letters, however it was typed."""
    return code.translate(_LATIN)


@record
class Entry:
    """An entry of a classifier (okz, okved, eks, okpdtr, okso): `code` is empty where the standard gives none."""

    classifier: str
    code: str
    name: str


@record
class LabourFunction:
    """Трудовая функция: `code` like A/01.4, its sublevel, and what section 3 lists under it."""

    code: str
    name: str
    level: int
    actions: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


@record
class GeneralFunction:
    """Обобщённая трудовая функция: a Latin letter, a qualification level 1-9, and whom it asks for.

    `education`, `experience` and `conditions` are the standard's own sentences in order; a lone «или» between two
    of them makes them alternatives.
    """

    code: str
    name: str
    level: int
    titles: tuple[str, ...] = ()
    education: tuple[str, ...] = ()
    experience: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    functions: tuple[LabourFunction, ...] = ()


@record
class Standard:
    """One standard: `code` like 06.001, the order that approved it, and its generalised functions."""

    code: str
    name: str
    order: str
    date: dt.date
    registration: str = ""
    activity: str = ""
    purpose: str = ""
    entries: tuple[Entry, ...] = ()
    functions: tuple[GeneralFunction, ...] = ()

    def labour(self) -> Iterator[LabourFunction]:
        """The labour functions of all generalised ones, in order."""
        for general in self.functions:
            yield from general.functions
