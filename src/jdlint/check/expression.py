"""Regular expressions of rules: in each block taken alone, and none longer than a bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

from jdlint.check.ready import ready_expression
from jdlint.errors import UsageError
from jdlint.model.folded import Folded
from jdlint.model.literal import needed
from jdlint.model.once import once
from jdlint.model.span import Span

SECONDS = 5.0


class _Expression:
    """An expression, compiled for the first text that may hold a match."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.needed = needed(source)

    @cached_property
    def compiled(self) -> Any:
        return ready_expression(self.source)


def matches(source: str, plain: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Matches in `plain` of the expression in each of the spans, so that ^ and $ are its ends.

    Raises UsageError for an expression that takes too long.
    """
    expression = _read(source)
    try:
        for number in _folded(plain, spans).holding(expression.needed):
            span = spans[number]
            for match in expression.compiled.finditer(span.of(plain), timeout=SECONDS):
                yield Span(match.start() + span.start, match.end() + span.start)
    except TimeoutError:
        raise UsageError(
            f"регулярное выражение «{source}» слишком медленное: упростите его",
            f"the regular expression “{source}” is too slow: simplify it",
        ) from None


@once(32)
def _folded(plain: str, spans: Sequence[Span]) -> Folded:
    return Folded((span.of(plain) for span in spans), plain)


@lru_cache(maxsize=1024)
def _read(source: str) -> _Expression:
    return _Expression(source)
