"""Kind `find`: words that must not occur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import regex

from jdlint.check.where import spans_in
from jdlint.errors import UsageError
from jdlint.model.finding import Hit, Value
from jdlint.model.kind import Find, Pattern
from jdlint.model.outline import Role
from jdlint.model.reading import Reading
from jdlint.model.span import Span, trimmed

SECONDS_FOR_A_PATTERN = 5.0


def check_find(options: Find, reading: Reading, roles: frozenset[Role]) -> Iterator[Hit]:
    """Each place where a phrase, a token pattern or a regular expression matches and nothing excuses it."""
    if options.not_for and _of(reading, options.not_for):
        return
    spans = spans_in(reading, roles, options.zones)
    found = sorted(_all(options, reading, spans), key=lambda hit: (hit.span.start, -hit.span.end))
    excuses = [m.span for phrase in options.unless for m in reading.search(phrase, spans)] if found else []
    if options.uncited and found:
        cited = [hit for hit in found if _cited(reading, hit.span)]
        found = [] if cited and options.uncited == "document" else [hit for hit in found if hit not in cited]
    last = -1
    for hit in found:
        if hit.span.start < last or any(e.overlaps(hit.span) for e in excuses):
            continue
        if options.around and _excused(reading, hit.span, options.around):
            continue
        yield hit
        last = hit.span.end
        if options.once:
            return


def _all(options: Find, reading: Reading, spans: Sequence[Span]) -> Iterator[Hit]:
    for phrase in options.phrases:
        for match in reading.search(phrase, spans):
            yield Hit(match.span, dict[str, Value](match.values))
    if options.tokens:
        for match in reading.search.tokens_matching(repr(options.tokens), options.tokens):
            if any(span.covers(match.span) for span in spans):
                yield Hit(match.span)
    plain = reading.outline.document.plain
    for source in options.regexes:
        pattern = _compiled(source)
        for span in spans:
            for start, end in _matches(pattern, plain, span, source):
                if place := trimmed(Span(start, end), plain):
                    yield Hit(place)


def _of(reading: Reading, positions: Sequence[Pattern]) -> bool:
    """Whether the document is for one of these positions."""
    outline = reading.outline
    named = [span for span in (outline.title, outline.position_span) if span is not None]
    return any(True for phrase in positions for _ in reading.search(phrase, named))


def _cited(reading: Reading, span: Span) -> bool:
    sentence = reading.sentence_at(span.start)
    return any(fact.kind == "citation" and sentence.overlaps(fact.span) for fact in reading.facts)


def _excused(reading: Reading, span: Span, around: Sequence[Pattern]) -> bool:
    sentence = reading.sentence_at(span.start)
    return any(True for phrase in around for _ in reading.search(phrase, [sentence]))


@lru_cache(maxsize=1024)
def _compiled(source: str) -> Any:
    return regex.compile(source, regex.IGNORECASE)


def _matches(pattern: Any, plain: str, span: Span, source: str) -> Iterator[tuple[int, int]]:
    try:
        for match in pattern.finditer(plain, span.start, span.end, timeout=SECONDS_FOR_A_PATTERN):
            yield match.span()
    except TimeoutError:
        raise UsageError(
            f"регулярное выражение «{source}» слишком медленное: упростите его",
            f"the regular expression “{source}” is too slow: simplify it",
        ) from None
