"""The titles of cited acts: another's words, in which no rule looks for what the document says itself."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.model.once import once
from jdlint.model.pattern import expression
from jdlint.model.reading import Reading
from jdlint.model.span import Places, Span

_TITLE = expression(r"«(?:[^«»\n]|«[^«»\n]*»)*»|[\"“„][^\"“”„\n]*[\"”]")
_BEHIND = expression(r"\s*(?:\([^()\n]{1,60}\)\s*)?")


@once(4)
def titles_of_acts(reading: Reading) -> Places[int]:
    """What stands in quotation marks in a citation of an act told by its number or date, or right behind one."""
    return Places.of(_titles(reading))


def _titles(reading: Reading) -> Iterator[Span]:
    plain = reading.outline.document.plain
    for fact in reading.facts:
        if fact.kind != "citation" or not (fact.marks.get("number") or fact.marks.get("date")):
            continue
        for found in _TITLE.finditer(plain, fact.span.start, fact.span.end):
            yield Span(found.start(), found.end())
        gap = _BEHIND.match(plain, fact.span.end)
        if gap and (behind := _TITLE.match(plain, gap.end())):
            yield Span(behind.start(), behind.end())
