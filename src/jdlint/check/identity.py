"""Who a finding is: the same today and after clauses have been moved and renumbered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from jdlint.model.finding import Finding
from jdlint.model.label import read_label
from jdlint.model.pattern import expression
from jdlint.model.project import name_in

_LENGTH = 20
_ENOUGH_WORDS = 20
_NUMBER_CELL = expression(r"[\s|*]*\d[\d.\s]*[\s|*]*(?=\|)")


def fingerprinted(findings: Sequence[Finding], root: Path | None, former: Mapping[str, str]) -> list[Finding]:
    """The findings of one file, in order, each with an identity.

    It is made of the rule (of its `former` code, where it had another), the file as the project calls it, the words
    and what is missing: not of lines, sections and numbers of clauses. Twins are counted.
    """
    seen: dict[str, int] = {}
    out = []
    for finding in findings:
        place, missing = finding.place, finding.values.get("missing", "")
        words = " ".join((*_words(place.quote), "|", *islice(_words(place.context), _ENOUGH_WORDS)))
        base = "\x1f".join((former.get(finding.code, finding.code), name_in(root, place.path), words, str(missing)))
        count = seen[base] = seen.get(base, 0) + 1
        digest = hashlib.sha256(f"{base}\x1f{count}".encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]
        out.append(replace(finding, fingerprint=digest))
    return out


def _words(text: str) -> Iterator[str]:
    """The words of a place without the number or bullet that it begins with, in turn: a block may be a whole book."""
    if label := read_label(text):
        text = text[label.end :]
    elif number := _NUMBER_CELL.match(text):
        text = text[number.end() :]
    return (word[0].lower() for word in re.finditer(r"\w+", text))
