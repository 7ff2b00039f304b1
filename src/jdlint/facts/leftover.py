"""What was never meant for the reader: facts `leftover` (remains of a web page) and `unfinished` (drafting notes)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.facts.wording import compiled
from jdlint.model.outline import Outline, RequisiteKind
from jdlint.model.reading import Fact
from jdlint.model.span import Span, trimmed

_LONG = 200


def leftovers(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """One fact for each block that came with the page or system it was copied from, and for each block with the
    remains of markup.
    """
    plain = outline.document.plain
    page = compiled(vocabulary["requisites"]["leftover"])
    markup = compiled(vocabulary["leftovers"]["markup"])
    known = [r.span for r in outline.requisites if r.kind is RequisiteKind.LEFTOVER]
    for span in known:
        yield Fact("leftover", "", _narrowed(span, page, plain))
    for block in outline.document.blocks:
        if not outline.span.covers(block.span) or block.span in known:
            continue
        if found := markup.search(block.span.of(plain)):
            start = block.span.start
            yield Fact("leftover", "", Span(start + found.start(), start + found.end()))


def _narrowed(span: Span, page: re.Pattern[str], plain: str) -> Span:
    """The whole block, or only the line that tells it when the block is long."""
    found = page.search(span.of(plain))
    if len(span) <= _LONG or found is None:
        return trimmed(span, plain)
    end = plain.find("\n", span.start + found.end(), span.end)
    stop = end if end >= 0 else min(span.end, span.start + found.end() + _LONG)
    return trimmed(Span(span.start + found.start(), stop), plain)


def unfinished(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """Comments that speak to whoever drafts the document, and question marks in place of what is not decided."""
    document = outline.document
    told = vocabulary["leftovers"]
    note, doubt = compiled(told["note"]), compiled(told["doubt"])
    for hidden in document.hidden:
        if outline.span.covers(hidden) and note.search(hidden.of(document.text)):
            yield Fact("unfinished", "", trimmed(hidden, document.text))
    for block in document.blocks:
        if outline.span.covers(block.span) and (found := doubt.search(block.span.of(document.plain))):
            yield Fact("unfinished", "", Span(block.span.start + found.start(), block.span.start + found.end()))
