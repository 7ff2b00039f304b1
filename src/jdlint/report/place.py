"""Where a finding stands, in words."""

from __future__ import annotations

from jdlint.model.finding import Place
from jdlint.model.report import Report

_CLAUSE = {"ru": "п. {}", "en": "cl. {}"}
_LINE = {"ru": "строка {}:{}", "en": "line {}:{}"}
_WHOLE = {"ru": "весь документ", "en": "whole document"}

_QUOTED = {"ru": "«{}»", "en": "“{}”"}
LONGEST = 88


def is_whole(place: Place) -> bool:
    """Whether the place is the document as a whole: something is missing from it."""
    return not place.quote and (place.line, place.column, place.end_column) == (1, 1, 1)


def cited(place: Place, report: Report, lang: str) -> str:
    """The place as people cite it: the clause, else the section; empty when there is neither."""
    if place.clause:
        return _CLAUSE[lang].format(place.clause)
    return report.names.get("role", {}).get(place.section, {}).get(lang, "") if place.section else ""


def located(place: Place, report: Report, lang: str) -> str:
    """The clause first, then the line and column: «п. 1.3 (строка 14:16)»."""
    if is_whole(place):
        return _WHOLE[lang]
    line = _LINE[lang].format(place.line, place.column)
    clause = cited(place, report, lang)
    return f"{clause} ({line})" if clause else line


def whereabouts(place: Place, report: Report, lang: str) -> str:
    """The same where nobody counts lines: by the clause or the section alone, unless there is neither."""
    return cited(place, report, lang) or located(place, report, lang)


def referred(other: Place, home: Place, report: Report, lang: str, *, lines: bool = True) -> str:
    """A second place of a finding at `home`: its document when it is another one, where it is, and its words.

    Without `lines`, where nobody counts them, words that stand in no section are told alone.
    """
    words = " ".join(other.quote.split())
    short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
    path = other.path if other.path != home.path else ""
    where = located(other, report, lang) if lines or not short else cited(other, report, lang)
    place = ", ".join(filter(None, (path, where)))
    return ": ".join(filter(None, (place, _QUOTED[lang].format(short) if short else "")))
