"""Remains of the page or system a text was copied from: facts `leftover`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.model.folded import blocks_for
from jdlint.model.outline import Outline, RequisiteKind
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact
from jdlint.model.span import Span, trimmed

_LONG = 200


def leftovers(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """One fact for each run of blocks that came with the page or system the text was copied from, and for each block
    with the remains of markup. A filled-in particular of the document («Вид документа | инструкция») is none.
    """
    document, plain = outline.document, outline.document.plain
    told = vocabulary["leftovers"]
    page = compiled(vocabulary["requisites"]["leftover"])
    markup, particular = compiled(told["markup"]), compiled(told["particular"])
    fenced = {r.span for r in outline.requisites if r.kind is RequisiteKind.LEFTOVER}
    marked = blocks_for(markup, document)
    last = -2
    run: Span | None = None
    for index, block in enumerate(document.blocks):
        text = block.span.of(plain)
        if block.span in fenced and not particular.search(text):
            joined = run is not None and last == index - 1 and document.blocks[last].part is block.part
            if run is not None and not joined:
                yield Fact("leftover", "", run)
            here = _narrowed(block.span, page, plain)
            run, last = Span(run.start, here.end) if run is not None and joined else here, index
        elif (
            index in marked
            and block.span not in fenced
            and outline.span.covers(block.span)
            and (found := markup.search(text))
        ):
            yield Fact("leftover", "", Span(block.span.start + found.start(), block.span.start + found.end()))
    if run is not None:
        yield Fact("leftover", "", run)


def _narrowed(span: Span, page: re.Pattern[str], plain: str) -> Span:
    """The whole block, or only the line that tells it when the block is long."""
    found = page.search(span.of(plain))
    if len(span) <= _LONG or found is None:
        return trimmed(span, plain)
    end = plain.find("\n", span.start + found.end(), span.end)
    stop = end if end >= 0 else min(span.end, span.start + found.end() + _LONG)
    return trimmed(Span(span.start + found.start(), stop), plain)
