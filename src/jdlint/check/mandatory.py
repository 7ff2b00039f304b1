"""Positions whose qualification a law sets: whether the document rests on that law or on a standard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.model.finding import Hit
from jdlint.model.reading import Reading


def unsupported(reading: Reading, acts: Mapping[str, Any], register: Mapping[str, Any]) -> Iterator[Hit]:
    """A hit at the title of a position that the register knows, when the document names none of its acts."""
    outline = reading.outline
    place = outline.position_span or outline.title
    if not register or not outline.position or place is None:
        return
    entry = entry_of(outline.position, register)
    if entry is None or re.search(register["named"], outline.span.of(outline.document.plain).lower()):
        return
    cited = [fact for fact in reading.facts if fact.kind == "citation"]
    bare = {fact.marks.get("number", "") for fact in cited}
    if {fact.value for fact in cited} & set(entry["acts"]) or bare & {_number(acts, act) for act in entry["acts"]}:
        return
    yield Hit(place, {"expected": str(entry["law"]["ru"]), "confidence": str(register["confidence"])})


def entry_of(position: str, register: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """What the register says of a position (nominative, lower case), or None."""
    found: Iterator[Mapping[str, Any]] = (e for e in register["positions"] if _is(position, e["position"]))
    return next(found, None)


def _number(acts: Mapping[str, Any], act: str) -> str:
    return str(acts[act]["number"]) if act in acts else act


def _is(position: str, pattern: str) -> bool:
    return re.match(rf"(?:{pattern})(?!\w)", position) is not None
