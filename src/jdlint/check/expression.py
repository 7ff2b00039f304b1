"""Regular expressions of rules: in each block taken alone, and none longer than a bound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Any

import regex

from jdlint.errors import UsageError
from jdlint.model.once import once
from jdlint.model.span import Span

SECONDS = 5.0
# An expression finds no less in blocks joined by line breaks than in each alone if all that it forbids to stand
# somewhere is free of what a line break matches, and if no part refuses to give back what it took.
_FORBIDS = re.compile(r"\(\?<?!")
_BREAK = re.compile(r"\\[sWDPnXRvVNhH]|\[\^|\(\?[a-z-]*s")
_MAY_MISS = re.compile(r"\(\?(?!:|=|!|<=|<!|P<|-?i:|m\))|[*+?}]\+|\\[AZzR0gX]|(?<!\\p)(?<!\\P)\{[^0-9,]|\(\*")


class _Expression:
    """An expression for one block, and one for whether any block of a joined text can hold it, where there is such."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.alone = regex.compile(source, regex.IGNORECASE)
        self.uses = 0

    @cached_property
    def _anywhere(self) -> Any:
        if _MAY_MISS.search(self.source) or any(map(_BREAK.search, _forbidden(self.source))):
            return None
        # Where a search begins (\G) is the start of a block.
        return regex.compile(self.source.replace("\\G", "^"), regex.IGNORECASE | regex.MULTILINE)

    def may_match(self, joined: str) -> bool:
        """Whether a block of the joined text may hold it; making sure pays from the second document on."""
        self.uses += 1
        return self.uses < 2 or not self._anywhere or bool(self._anywhere.search(joined, timeout=SECONDS))


def matches(source: str, plain: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Matches in `plain` of the expression in each of the spans, so that ^ and $ are its ends.

    Raises UsageError for an expression that takes too long.
    """
    expression = _compiled(source)
    texts = _texts(plain, spans)
    try:
        if not expression.may_match(texts[-1]):
            return
        for span, text in zip(spans, texts, strict=False):
            for match in expression.alone.finditer(text, timeout=SECONDS):
                yield Span(match.start() + span.start, match.end() + span.start)
    except TimeoutError:
        raise UsageError(
            f"регулярное выражение «{source}» слишком медленное: упростите его",
            f"the regular expression “{source}” is too slow: simplify it",
        ) from None


@once(32)
def _texts(plain: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """The text of each span, and after them all of them joined."""
    texts = [span.of(plain) for span in spans]
    return *texts, "\n".join(texts)


@lru_cache(maxsize=1024)
def _compiled(source: str) -> _Expression:
    return _Expression(source)


def _forbidden(source: str) -> Iterator[str]:
    """What stands inside each «(?!…)» and «(?<!…)»."""
    for look in _FORBIDS.finditer(source):
        depth, end, listed = 1, look.end(), False
        while depth and end < len(source):
            if source[end] == "\\":
                end += 1
            elif listed or source[end] == "[":
                listed = source[end] != "]"
            else:
                depth += {"(": 1, ")": -1}.get(source[end], 0)
            end += 1
        yield source[look.end() : end]
