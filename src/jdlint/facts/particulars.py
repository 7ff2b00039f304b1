"""What tells one document of an organisation from another: facts `department`, `approved` and `retired`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.model.document import Part
from jdlint.model.outline import Outline, RequisiteKind, Role
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact
from jdlint.model.span import Span, trimmed

_TITLE_LINES = 6
_AWAY = frozenset({RequisiteKind.AGREEMENT, RequisiteKind.ACKNOWLEDGEMENT, RequisiteKind.SIGNATURE})


def particulars(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """The unit named behind a label or in the front matter; the day (value, YYYY-MM-DD) and number of the approval;
    and words above the first section that say the document is in force no more. At most one fact of each kind.
    """
    told = vocabulary["particulars"]
    head = list(_head(outline))
    yield from _department(outline, head, told)
    yield from _approved(outline, head, told)
    yield from _retired(outline, head, told)


def _head(outline: Outline) -> Iterator[tuple[int, Span]]:
    """The blocks above the first section, without visas and signatures; in a document without sections the first."""
    formal = (Role.REQUISITES, Role.ACKNOWLEDGEMENT)
    end = next((s.span.start for s in outline.sections if s.role not in formal), outline.span.end)
    count = 0
    for index, block in enumerate(outline.document.blocks):
        if block.part is not Part.BODY or not outline.span.covers(block.span) or block.span.start >= end:
            continue
        if outline.requisites_at(block.span) & _AWAY:
            continue
        count += 1
        if outline.sections or count <= _TITLE_LINES:
            yield index, block.span


def _department(outline: Outline, head: list[tuple[int, Span]], told: Mapping[str, Any]) -> Iterator[Fact]:
    document = outline.document
    for prop in document.front:
        if prop.name.lower() in told["department_property"] and prop.value.strip():
            yield Fact("department", " ".join(prop.value.lower().split()), prop.span)
            return
    label = compiled(told["department"])
    for index, span in head:
        found = label.search(span.of(document.plain))
        if found is None:
            continue
        place = None
        if found["unit"]:
            place = trimmed(Span(span.start + found.start("unit"), span.start + found.end("unit")), document.plain)
        elif beside := _beside(outline, index):
            place = trimmed(beside, document.plain)
        if place is not None and re.search(r"[^\W\d_]{3}", place.of(document.plain)):
            yield Fact("department", " ".join(place.of(document.plain).lower().split()).strip('«»". '), place)
            return


def _beside(outline: Outline, index: int) -> Span | None:
    """The next cell of the same row."""
    here, following = (outline.document.blocks[i : i + 1] for i in (index, index + 1))
    if not following or here[0].cell is None or following[0].cell is None:
        return None
    same = (here[0].cell.table, here[0].cell.row) == (following[0].cell.table, following[0].cell.row)
    return following[0].span if same else None


def _approved(outline: Outline, head: list[tuple[int, Span]], told: Mapping[str, Any]) -> Iterator[Fact]:
    plain = outline.document.plain
    day, number = compiled(told["day"]), compiled(told["number"])
    dates = [(span.start, m) for _, span in head for m in day.finditer(span.of(plain))]
    numbers = [m["number"] for _, span in head for m in number.finditer(span.of(plain))]
    found = [(start, m, value) for start, m in dates if (value := _day(m, told["months"]))]
    if found:
        start, match, value = max(found, key=lambda f: (f[2], -f[0]))
        span = Span(start + match.start(), start + match.end())
        yield Fact("approved", value, span, {"number": numbers[0]} if numbers else {})


def _day(match: re.Match[str], months: list[str]) -> str:
    """The date as YYYY-MM-DD; "" for one that no calendar has."""
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        named = match["month"].lower()
        year, day = int(match["year"]), int(match["day"])
        month = 1 + next(i for i, name in enumerate(months) if named.startswith(name))
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _retired(outline: Outline, head: list[tuple[int, Span]], told: Mapping[str, Any]) -> Iterator[Fact]:
    document = outline.document
    value = compiled(told["retired_value"])
    for prop in document.front:
        if prop.name.lower() in told["retired_property"] and value.search(prop.value.strip()):
            yield Fact("retired", prop.value.strip().lower(), prop.span)
            return
    pattern = compiled(told["retired"])
    for _, span in head:
        if found := pattern.search(span.of(document.plain)):
            place = Span(span.start + found.start(), span.start + found.end())
            yield Fact("retired", found[0].lower(), place)
            return
