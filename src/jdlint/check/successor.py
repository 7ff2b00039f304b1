"""Puts the requisites of the act in force for those of the repealed one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from jdlint.check.change import Change
from jdlint.check.cite import name_of
from jdlint.model.finding import Hit
from jdlint.model.pattern import expression
from jdlint.model.reading import Reading
from jdlint.model.span import Span

_DATE: Final = r"(?:\d{1,2}\.\d{2}\.\d{4}|\d{1,2}\s+[а-я]{3,9}\s+\d{4})(?:\s?г(?:ода|\.)?)?"
_QUOTED: Final = expression(r"[\s,]*[«\"“]")


def succeeded(hit: Hit, reading: Reading, acts: Mapping[str, Any]) -> Sequence[Change]:
    """Date and number of the successor, where it is an act of the same kind and issuer, and no title is quoted.

    Another kind of act, or a title beside the number, takes a person: the words around have to follow.
    """
    plain = reading.outline.document.plain
    told = hit.span.of(plain)
    old = next((act for act in acts.values() if name_of(act) == hit.values.get("act")), None)
    new = acts.get(str(old.get("replaced_by", ""))) if old else None
    if old is None or new is None or hit.values.get("confidence", "high") != "high":
        return ()
    alike = (old["kind"], old["issuer"]) == (new["kind"], new["issuer"]) and new["number"]
    if not alike or re.search(r"[«\"“]", told) or _QUOTED.match(plain, hit.span.end):
        return ()
    number = re.escape(str(old["number"]))
    dated = re.search(rf"(?P<date>{_DATE})(?P<sign>\s*(?:№|N)\s*){number}(?!\w)", told)
    if dated:
        day = ".".join(reversed(str(new["date"]).split("-")))
        return [Change(_within(hit.span, dated), f"{day}{dated['sign']}{new['number']}")]
    alone = re.search(rf"(?<!\w){number}(?!\w)", told)
    if alone is None or re.search(_DATE, told):
        return ()
    return [Change(_within(hit.span, alone), str(new["number"]))]


def _within(span: Span, found: re.Match[str]) -> Span:
    return Span(span.start + found.start(), span.start + found.end())
