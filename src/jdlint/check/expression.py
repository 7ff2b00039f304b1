"""Regular expressions of rules: in each block taken alone, and none longer than a bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

import regex

from jdlint.check.literal import needed
from jdlint.errors import UsageError
from jdlint.model.once import once
from jdlint.model.span import Span

SECONDS = 5.0


class _Expression:
    """An expression, compiled for the first text that may hold a match."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._needed = needed(source)

    @cached_property
    def compiled(self) -> Any:
        return regex.compile(self.source, regex.IGNORECASE)

    def may_match(self, folded: str) -> bool:
        """Whether a text, given in folded case, holds a word that every match does."""
        return not self._needed or any(word in folded for word in self._needed)


def matches(source: str, plain: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Matches in `plain` of the expression in each of the spans, so that ^ and $ are its ends.

    Raises UsageError for an expression that takes too long.
    """
    expression = _read(source)
    if not expression.may_match(_folded(plain)):
        return
    try:
        for span, text, folded in _blocks(plain, spans):
            if expression.may_match(folded):
                for match in expression.compiled.finditer(text, timeout=SECONDS):
                    yield Span(match.start() + span.start, match.end() + span.start)
    except TimeoutError:
        raise UsageError(
            f"регулярное выражение «{source}» слишком медленное: упростите его",
            f"the regular expression “{source}” is too slow: simplify it",
        ) from None


@once(4)
def _folded(plain: str) -> str:
    return plain.casefold()


@once(32)
def _blocks(plain: str, spans: Sequence[Span]) -> list[tuple[Span, str, str]]:
    """Each place with its text, and that text in folded case."""
    return [(span, text, text.casefold()) for span in spans for text in (span.of(plain),)]


@lru_cache(maxsize=1024)
def _read(source: str) -> _Expression:
    return _Expression(source)
