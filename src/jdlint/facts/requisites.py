"""The requisites of one act that a sentence names: who issued it, when, under what number and title."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jdlint.facts import piece as lexis
from jdlint.facts.cursor import Cursor
from jdlint.facts.piece import Piece
from jdlint.model.pattern import expression
from jdlint.model.span import Span
from jdlint.record import record

_QUOTED = expression(
    r"\s*(?:«([^«»\n]{2,250}(?:«[^«»\n]{1,120}»[^«»\n]{0,120})?)»|\"([^\"\n]{3,250})\"|“([^“”\n]{3,250})”)"
)
_UNQUOTED = expression(r"\s+(об?\s+[а-яё][^,;.()«»\"\n№\d]{5,120})", re.IGNORECASE)
_APPROVED = expression(r"[»\"]?,?\s*\(?\s*утв(?:\.|ержд[а-яё]*)\s*$", re.IGNORECASE)
_LONGEST_ISSUER = 110


@record
class Requisites:
    """What was read of an act, and where: `marks` may hold issuer, date, number, country and quoted title.

    `title` is that or what stands unquoted around the act; `owned` says that the employer issued it.
    """

    span: Span
    marks: dict[str, str]
    title: str
    owned: bool


def requisites(cursor: Cursor, head: Piece, known: Mapping[str, str]) -> Requisites:
    """The requisites behind `head`, which the cursor has passed, with those already `known`; the cursor then stands
    behind the last of them.
    """
    marks = dict(known)
    end, owned = head.end, False
    while True:
        end = end if owned else _titled(cursor, end, marks)
        cursor.skip_to(end)
        part = cursor.here
        if part is None:
            break
        gap = cursor.gap(end)
        if part.kind == "noise":
            if len(gap) > 5:
                break
            cursor.skip_noise()
        elif part.kind == "owner" and not marks.get("number") and len(gap) < _LONGEST_ISSUER:
            owned = owned or not marks.get("issuer")
            end = cursor.take().end
        elif part.kind in {"issuer", "date", "number"} and _belongs(part, gap, marks, owned=owned):
            marks |= told_by(part, marks)
            end = cursor.take().end
        else:
            break
    title = marks.get("title") or _title_ahead(cursor, head.start) or _title_behind(cursor, end)
    return Requisites(Span(head.start, end), marks, title, owned)


def told_by(part: Piece, known: Mapping[str, str]) -> dict[str, str]:
    """What a date, a number or an issuer tells; of two issuers the first counts."""
    if part.kind == "date":
        return {"date": lexis.date(part.text)}
    if part.kind == "number":
        return {"number": lexis.number(part.text)}
    return {
        "issuer": known.get("issuer") or lexis.issuer(part.text),
        "country": known.get("country") or lexis.country(part.text),
    }


def _belongs(part: Piece, gap: str, marks: Mapping[str, str], *, owned: bool) -> bool:
    if part.kind == "issuer":
        return not marks.get("number") and not marks.get("date") and len(gap) <= 20
    if marks.get(part.kind):
        return False
    loose = _LONGEST_ISSUER if owned or marks.get("issuer") else 60 if part.text.lower().startswith("от") else 3
    if part.kind == "number":
        return len(gap) <= (25 if marks.get("date") else loose)
    return len(gap) <= (3 if marks.get("number") else loose)


def _titled(cursor: Cursor, end: int, marks: dict[str, str]) -> int:
    """Behind the title in quotation marks that follows, which `marks` then hold."""
    quoted = _QUOTED.match(cursor.text, end, cursor.sentence.end) if not marks.get("title") else None
    if not quoted:
        return end
    marks["title"] = next(filter(None, quoted.groups()))
    return quoted.end()


def _title_ahead(cursor: Cursor, start: int) -> str:
    """What is said to be approved by the act that begins here."""
    first = cursor.sentence.start
    approved = _APPROVED.search(cursor.text, max(first, start - 30), start)
    return cursor.text[max(first, approved.start() - 200) : approved.start()] if approved else ""


def _title_behind(cursor: Cursor, end: int) -> str:
    found = _UNQUOTED.match(cursor.text, end, cursor.sentence.end)
    return found[1] if found else ""
