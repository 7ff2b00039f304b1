"""Kind `blank`: places left to be filled."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.check.where import blocks_in
from jdlint.model.document import Blank, Block, Cell, Shape
from jdlint.model.finding import Aside, Hit
from jdlint.model.kind import Fill, Pattern
from jdlint.model.outline import Role
from jdlint.model.pattern import expression
from jdlint.model.reading import Reading
from jdlint.model.span import Places, Span, trimmed

WORDS_BEFORE = 6
_LONGEST_JOINT = 10
_ONE_EACH = (Shape.BRACKETS, Shape.HINT)
_WORD = expression(r"[^\W_]")
# A line that stops in the middle of its sentence.
_UNFINISHED = expression(r"\w\s+\w+\s+[а-яё]+\s*$")
_NUMBERED = expression(r"\W*\d{1,2}(?:\.\d{1,2})*\.?\W*")
_SIGNED = expression(
    r"[\s/]*(?:(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё-]+\s+[А-ЯЁ]\.)"
    r"|\s*[/(]\s*_{3,}|\s*\(?(?i:личная\s+)?(?i:подпись|печать|м\.\s?п\.)"
)
_BESIDE_NAME = expression(r"_{3,}\s*[/(]\s*$")
_LOOK_AHEAD = expression(r"[^\w]{0,200}")


def check_blank(options: Fill, reading: Reading, roles: frozenset[Role]) -> Iterator[Hit]:
    """One hit for a block with blanks of these shapes; for brackets and hints, one for each.

    A line that is nothing but a blank is quoted together with the hint below it.
    """
    document = reading.outline.document
    wanted = sorted((b for b in document.blanks if b.shape in options.shapes), key=lambda b: b.span)
    places = Places.of(b.span for b in wanted)
    heads = _heading_rows(reading)
    for index, block in blocks_in(reading, roles, options.zones):
        told = False
        for blank in [wanted[i] for i in places.overlapping(block.span.start, block.span.end)][::-1]:
            if (told and blank.shape not in _ONE_EACH) or not _fits(options, reading, blank, block):
                continue
            if (
                blank.shape is Shape.CELL
                and block.cell
                and _asks_nothing(block.cell, block.span.of(document.plain), heads)
            ):
                continue
            told = True
            beside = _beside_blank(reading, blank, index)
            place = _quoted(document.plain, blank, block)
            if beside and beside[0].key == "hint" and not _WORD.search(block.span.of(document.plain)):
                end = beside[0].span.end
                place = Span(place.start, max(place.end, end + document.plain.startswith(")", end)))
            yield Hit(place, {"shape": blank.shape.value, "hint": blank.hint}, beside)


def _heading_rows(reading: Reading) -> frozenset[tuple[int, int]]:
    """Rows of tables in which the heading of a section stands."""
    outline = reading.outline
    found = (outline.block_at(s.heading_span.start) for s in outline.sections if s.heading)
    cells = (outline.block(index).cell for index in found)
    return frozenset((cell.table, cell.row) for cell in cells if cell)


def _asks_nothing(cell: Cell, words: str, heads: frozenset[tuple[int, int]]) -> bool:
    """Whether the empty cell belongs to a heading, or the words are only the number of its row."""
    return (cell.table, cell.row) in heads or _NUMBERED.fullmatch(words) is not None


def _fits(options: Fill, reading: Reading, blank: Blank, block: Block) -> bool:
    if options.near and (_is_signed(reading, blank) or not _named(options.near, reading, blank, block)):
        return False
    return not (options.unless and _named(options.unless, reading, blank, block))


def _is_signed(reading: Reading, blank: Blank) -> bool:
    """Whether a person's name follows, or the place for it or for the seal: then it is a line for a signature."""
    plain = reading.outline.document.plain
    before = plain[max(0, blank.span.start - _LONGEST_JOINT) : blank.span.start]
    return bool(_SIGNED.match(plain, blank.span.end) or _BESIDE_NAME.search(before))


def _named(phrases: tuple[Pattern, ...], reading: Reading, blank: Blank, block: Block) -> bool:
    """Whether one of the phrases stands right before the blank (no word between), in it, or in its hint."""
    plain = reading.outline.document.plain
    before = Span(block.span.start, blank.span.end)
    hint = _hint_place(reading, blank)
    for phrase in phrases:
        for match in reading.search(phrase, [before]):
            if not _WORD.search(plain[match.span.end : max(match.span.end, blank.span.start)]):
                return True
        if hint and any(True for _ in reading.search(phrase, [hint])):
            return True
    return False


def _beside_blank(reading: Reading, blank: Blank, index: int) -> tuple[Aside, ...]:
    """What tells the place apart: the line above an empty item, the hint under a blank, the sentence that it ends."""
    if blank.shape is Shape.ITEM and index:
        return (Aside(reading.outline.block(index - 1).span, "above"),)
    hint = _hint_place(reading, blank)
    asides = (Aside(hint, "hint"),) if hint else ()
    sentence = _sentence_above(reading, index)
    return (*asides, Aside(sentence, "above")) if sentence else asides


def _sentence_above(reading: Reading, index: int) -> Span | None:
    """The block above one that is only a blank, when it stops in the middle of its sentence."""
    plain = reading.outline.document.plain
    block, above = reading.outline.block(index), reading.outline.block(index - 1) if index else None
    if above is None or above.part != block.part or _WORD.search(block.span.of(plain)):
        return None
    return above.span if _UNFINISHED.search(above.span.of(plain)) else None


def _hint_place(reading: Reading, blank: Blank) -> Span | None:
    """Where the hint of a blank stands, when it stands outside it."""
    words = blank.hint.split()
    if not words:
        return None
    plain = reading.outline.document.plain
    found = _LOOK_AHEAD.match(plain, blank.span.end)
    start = plain.find(words[0], blank.span.end, (found.end() if found else blank.span.end) + len(words[0]))
    end = plain.find(words[-1], start, start + 2 * len(blank.hint) + 20) if start >= 0 else -1
    return Span(start, end + len(words[-1])) if end >= 0 else None


def _quoted(plain: str, blank: Blank, block: Block) -> Span:
    """The blank with the words before it, so that the place can be known again."""
    if blank.shape in (*_ONE_EACH, Shape.ITEM):
        return trimmed(blank.span, plain) if blank.span.of(plain).strip() else blank.span
    start = blank.span.start
    for word in reversed(plain[block.span.start : start].split()[-WORDS_BEFORE:]):
        start = plain.rfind(word, block.span.start, start)
    return trimmed(Span(max(block.span.start, start), min(blank.span.end, block.span.end)), plain)
