"""Duties that need a power which the rights do not grant: facts `lacking_power`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.model.outline import Outline, Role
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact
from jdlint.model.span import Span


def lacking_powers(outline: Outline, duties: Sequence[Fact], vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """One fact for each power that a duty needs and no section on rights names; `value` is the power, the place the
    first duty that needs it.
    """
    texts = [duty.span.of(outline.document.plain) for duty in duties]
    for name, number, found in powers_needed(outline, texts, vocabulary):
        words = found[0].strip()
        start = duties[number].span.start + found.start() + found[0].index(words)
        yield Fact("lacking_power", name, Span(start, start + len(words)))


def powers_needed(
    outline: Outline, duties: Sequence[str], vocabulary: Mapping[str, Any]
) -> Iterator[tuple[str, int, re.Match[str]]]:
    """The powers that these duties need and no section on rights names: with each the first such duty's index, and
    where it says so.
    """
    plain = outline.document.plain
    rights = " ".join(s.span.of(plain) for s in outline.sections if Role.RIGHTS in (s.role, *s.also))
    for power in vocabulary["powers"]["powers"]:
        if compiled(power["given"]).search(rights):
            continue
        needs = compiled(power["needs"])
        told = ((i, found) for i, text in enumerate(duties) if (found := needs.search(text)))
        if first := next(told, None):
            yield (str(power["name"]), *first)
