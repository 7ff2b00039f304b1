"""Duties that need a power which the rights do not grant: facts `lacking_power`."""

from __future__ import annotations

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
    plain = outline.document.plain
    rights = " ".join(s.span.of(plain) for s in outline.sections if Role.RIGHTS in (s.role, *s.also))
    for power in vocabulary["powers"]["powers"]:
        if compiled(power["given"]).search(rights):
            continue
        needs = compiled(power["needs"])
        for duty in duties:
            if found := needs.search(duty.span.of(plain)):
                words = found[0].strip()
                start = duty.span.start + found.start() + found[0].index(words)
                yield Fact("lacking_power", str(power["name"]), Span(start, start + len(words)))
                break
