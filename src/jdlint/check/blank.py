"""Kind `blank`: places left to be filled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdlint.check.where import blocks_in, sentence_around
from jdlint.model.document import Blank, Block, Shape
from jdlint.model.finding import Aside, Hit
from jdlint.model.kind import Fill, Pattern
from jdlint.model.outline import Role
from jdlint.model.reading import Reading
from jdlint.model.span import Span, trimmed

WORDS_BEFORE = 6
_WORD = re.compile(r"[^\W_]")


def check_blank(options: Fill, reading: Reading, roles: frozenset[Role]) -> Iterator[Hit]:
    """One hit for a block with blanks of these shapes; for brackets and hints, one for each."""
    document = reading.outline.document
    slots = [f.span for f in reading.facts if f.kind in options.slots and f.marks.get("form") == "blank"]
    wanted = [b for b in document.blanks if b.shape in options.shapes]
    for index, block in blocks_in(reading, roles, options.zones):
        told = False
        for blank in wanted:
            if not block.span.overlaps(blank.span) or any(s.overlaps(blank.span) for s in slots):
                continue
            one_each = blank.shape in (Shape.BRACKETS, Shape.HINT)
            if (told and not one_each) or not _fits(options, reading, blank, block):
                continue
            told = True
            above = (Aside(_line_above(reading, index), "above"),) if blank.shape is Shape.ITEM and index else ()
            yield Hit(_quoted(document.plain, blank, block), {"shape": blank.shape.value, "hint": blank.hint}, above)


def _line_above(reading: Reading, index: int) -> Span:
    """The block before an empty item: nothing else says which item it is."""
    return reading.outline.block(index - 1).span


def _fits(options: Fill, reading: Reading, blank: Blank, block: Block) -> bool:
    sentence = sentence_around(reading, blank.span)
    before = Span(sentence.start, max(blank.span.end, sentence.start + 1))
    if options.near and not (_beside(options.near, reading, before, blank) or _in_hint(options.near, reading, blank)):
        return False
    return not (options.unless and (_said(options.unless, reading, before) or _in_hint(options.unless, reading, blank)))


def _said(phrases: tuple[Pattern, ...], reading: Reading, span: Span) -> bool:
    return any(True for phrase in phrases for _ in reading.search(phrase, [span]))


def _beside(phrases: tuple[Pattern, ...], reading: Reading, before: Span, blank: Blank) -> bool:
    """Whether one of the phrases ends right before the blank, with no word between."""
    plain = reading.outline.document.plain
    return any(
        not _WORD.search(plain[match.span.end : max(match.span.end, blank.span.start)])
        for phrase in phrases
        for match in reading.search(phrase, [before])
    )


def _in_hint(phrases: tuple[Pattern, ...], reading: Reading, blank: Blank) -> bool:
    if not blank.hint:
        return False
    at = reading.outline.document.plain.find(blank.hint.split()[0], blank.span.end)
    if at < 0 or at - blank.span.end > 200:
        return False
    return _said(phrases, reading, Span(at, at + len(blank.hint) + 40))


def _quoted(plain: str, blank: Blank, block: Block) -> Span:
    """The blank with the words before it, so that the place can be known again."""
    if blank.shape in (Shape.BRACKETS, Shape.HINT, Shape.ITEM):
        return trimmed(blank.span, plain) if blank.span.of(plain).strip() else blank.span
    start = blank.span.start
    words = plain[block.span.start : start].split()
    if words:
        kept = words[-WORDS_BEFORE:]
        at = start
        for word in reversed(kept):
            at = plain.rfind(word, block.span.start, at)
        start = at
    return trimmed(
        Span(max(block.span.start, start), min(blank.span.end, max(block.span.end, blank.span.start + 1))), plain
    )
