"""Superiors named behind a label: «Непосредственный руководитель: …», a table cell, a heading «Подчиняется»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jdlint.facts.chain import Chain
from jdlint.facts.superior import ASKING, name_at
from jdlint.facts.wording import Subordination
from jdlint.model.document import Block, BlockKind, Cell, Document, Part
from jdlint.model.outline import Outline, RequisiteKind
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span
from jdlint.record import record

_CASES = ("nomn", "datv", "gent", "ablt")
_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE}
_IN_BRACKETS = expression(r"\([^()]*\)")
_STATED = expression(r"\bподчин(?:яется|[её]н|ена)\b", re.IGNORECASE)
_HINT = expression(r"\s*\([^()]+\)\W*")
_LETTERS = expression(r"[^\W_]")
# Where a line ends; lines of Markdown go on in the next.
_BREAK = {"docx": expression(r"\n"), "markdown": expression(r"<[bB][rR]\s*/?>")}
# What heads a column of a form, and is no name of a position.
_HEAD = expression(
    r"\W*(?:к(?:то|ого|ому|ем)|чем|непосредственн\w+|функциональн\w+|прям\w+|подчин\w+|замещ\w+|замен\w+|должность|структурн\w+|подразделение|отдел)(?![а-яё])[^.;]{0,60}$",
    re.IGNORECASE,
)
_WORDS = expression(r"[^\W\d_]{2}")
_LONGEST_LABEL, _LONGEST_VALUE, _LONGEST_LIST = 260, 300, 6


@record
class Value:
    """What a label speaks of, and whether it stands in a cell."""

    span: Span
    in_cell: bool


def labelled(reading: Reading, words: Subordination) -> Iterator[Fact]:
    """The superiors that labels name, in the order of the text; a blank behind a label is one of form `blank`.

    Their line is `above` where the label is «Вышестоящая должность»: beside an immediate superior it means another.
    """
    outline = reading.outline
    for index, block in enumerate(outline.document.blocks):
        if not outline.span.covers(block.span) or block.part not in (Part.BODY, Part.TEXTBOX):
            continue
        formal = outline.requisites_at(block.span) & _FORMAL
        if len(block.span) > _LONGEST_LABEL or formal - {RequisiteKind.APPROVAL}:
            continue
        yield from _behind_label(reading, words, index, formal=bool(formal))


def _behind_label(reading: Reading, words: Subordination, index: int, *, formal: bool) -> Iterator[Fact]:
    """The superiors that the block names, or a block beside or below it, where it begins with a label."""
    outline = reading.outline
    blocks, plain = outline.document.blocks, outline.document.plain
    block, clause = blocks[index], outline.clause_of[index]
    body = outline.clauses[clause].body if clause >= 0 else block.span
    text = body.of(plain)
    functional = words.functional_label.search(text)
    bare = None if formal else words.bare_label.search(text)
    match = functional or words.label.search(text) or bare
    if match is None:
        if not formal and (report := words.report_label.search(text)):
            yield from _reported(reading, words, body, report.end(), _value(outline, blocks, index))
        return
    rest = Span(body.start + match.end(), body.end)
    if "в подчинении" in match[0].lower() and _plural(reading, rest):
        return  # «В подчинении: кладовщики»: these are the jobholder's own people
    line = "functional" if functional else "above" if "вышестоящ" in match[0].lower() else "direct"
    inline = not match[0].startswith("(") and rest.of(plain).strip()
    ends = match[0].rstrip().endswith((":", "—", "–", "-"))
    if inline and block.cell is None and "подчин" in match[0].lower() and not ends:
        return
    if inline:
        yield from _named(reading, words, rest, line, body, blank=not bare)
    elif bare is None or block.cell is not None or block.kind is BlockKind.HEADING:
        below = _under_head(outline, blocks, index) or _value(outline, blocks, index)
        verb = "подчин" in match[0].lower()
        if below:
            yield from _told_below(reading, words, below, line, body, blank=not bare, listed=bool(ends and verb))
        elif bare is None and block.cell:
            yield from _empty_cell(outline, block.cell, body, line)
        elif bare is None and verb and block.kind is not BlockKind.HEADING:
            yield _left_blank(body, body.end, line)


def _told_below(
    reading: Reading, words: Subordination, below: Value, line: str, label: Span, *, blank: bool, listed: bool
) -> Iterator[Fact]:
    """The superiors in what stands beside or below the label; none where that says it by itself."""
    said = below.span.of(reading.outline.document.plain)
    if words.label.search(said) or (not below.in_cell and _STATED.search(said)):
        return  # a heading over the labels themselves, or over a sentence that says it
    if not below.in_cell and _HINT.fullmatch(said):
        # the hint under a line that was never drawn, though it lists superiors
        yield _left_blank(label, below.span.end, line)
    elif not below.in_cell and listed:
        yield from listed_below(reading, words, _last_token(reading, label), line, label.start)
    else:
        yield from _named(reading, words, below.span, line, label, blank=blank)


def _left_blank(label: Span, end: int, line: str) -> Fact:
    """The blank in the place of whom the label asks for."""
    marks = {"line": line, "form": "blank", "from": str(label.start)}
    return Fact("reports_to", "", Span(label.start, end), marks)


def _reported(reading: Reading, words: Subordination, label: Span, end: int, following: Value | None) -> Iterator[Fact]:
    """The superiors behind «Отчётность:» or in the cell beside it, where nothing else is told: reports have that
    heading too.
    """
    plain = reading.outline.document.plain
    place = Span(label.start + end, label.end)
    if not place.of(plain).strip():
        if following is None or not following.in_cell:
            return
        place = following.span
    _, facts = _names(reading, words, place, "direct", label.start, _CASES)
    behind = plain[max((f.span.end for f in facts), default=place.start) : place.end]
    if not _WORDS.search(_IN_BRACKETS.sub("", behind)):
        yield from facts


def _plural(reading: Reading, span: Span) -> bool:
    """Whether the words begin with a plural in the nominative."""
    first = next(iter(reading.tokens_in(span)), None)
    return first is not None and any(p.case == "nomn" and p.number == "plur" for p in first.word.parses)


def _empty_cell(outline: Outline, cell: Cell, label: Span, line: str) -> Iterator[Fact]:
    """The blank that an empty cell beside the label is, though it be the first row of a form."""
    row = outline.document.text.find("\n", label.end)
    end = row if row >= 0 else outline.span.end
    blank = next((b.span for b in outline.document.blanks if b.span.end > label.end and b.span.start <= end), None)
    if blank or (cell.column == 1 and cell.columns == 2):
        yield _left_blank(label, max(blank.end if blank else 0, label.end), line)


def listed_below(
    reading: Reading, words: Subordination, token: int, line: str, anchor: int, asked: Sequence[str] = ()
) -> Iterator[Fact]:
    """The superiors in the blocks under the one that ends with that token, while each begins with a name; best in the
    cases that the words above ask for.
    """
    outline = reading.outline
    index = outline.block_at(reading.tokens[token].span.start)
    headings = {section.span.start for section in outline.sections}
    cases: Sequence[str] = tuple(dict.fromkeys((*asked, *_CASES)))
    for block in outline.document.blocks[index + 1 : index + 1 + _LONGEST_LIST]:
        if not outline.span.covers(block.span) or block.part is not Part.BODY or len(block.span) > _LONGEST_VALUE:
            return
        case, facts = _names(reading, words, block.span, line, anchor, cases, item=True)
        if not facts or block.span.start in headings:
            return
        yield from facts
        cases = (case,)


def _last_token(reading: Reading, span: Span) -> int:
    tokens = reading.tokens_in(span)
    return tokens[-1].index if tokens else 0


def _value(outline: Outline, blocks: Sequence[Block], index: int) -> Value | None:
    """What a label speaks of: the paragraphs of the next cell of its row, or the one paragraph below it."""
    block = blocks[index]
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or not outline.span.covers(following.span):
        return None
    if block.cell and (
        following.cell is None or following.cell.table != block.cell.table or following.cell.row != block.cell.row
    ):
        return None
    number = outline.section_of[index + 1]
    heads = number >= 0 and outline.sections[number].span.start == following.span.start
    last = following
    for other in blocks[index + 2 :]:
        if block.cell is None or other.cell != following.cell:
            break
        last = other
    span = Span(following.span.start, last.span.end)
    return None if heads or len(span) > _LONGEST_VALUE else Value(span, following.cell is not None)


def _under_head(outline: Outline, blocks: Sequence[Block], index: int) -> Value | None:
    """What stands in the next row where the label heads a column («Кому подчиняется | Кто подчиняется»)."""
    cell, plain = blocks[index].cell, outline.document.plain
    if cell is None or cell.columns < 2:
        return None
    table = [(b.cell, b.span) for b in blocks if b.cell and b.cell.table == cell.table]
    heads = [span for other, span in table if other.row == cell.row]
    first = min(other.row for other, _ in table) == cell.row
    if not first or len(heads) != cell.columns or not all(_HEAD.match(span.of(plain)) for span in heads):
        return None
    below = [span for other, span in table if (other.row, other.column) == (cell.row + 1, cell.column)]
    return Value(Span(below[0].start, below[-1].end), in_cell=True) if below else None


def _lines(span: Span, document: Document) -> list[Span]:
    """The lines of a span that hold words, as the author broke them; none where there are no two."""
    breaks = list(_BREAK[document.format].finditer(document.text, span.start, span.end))
    starts, ends = [span.start, *(b.end() for b in breaks)], [*(b.start() for b in breaks), span.end]
    told = [Span(a, b) for a, b in zip(starts, ends, strict=True) if _LETTERS.search(document.plain, a, b)]
    return told if len(told) > 1 else []


def _is_whole(fact: Fact, reading: Reading) -> bool:
    """Whether the name has a noun for who holds the position, and is not the beginning of one («главный»)."""
    return any(p.pos == "NOUN" for token in reading.tokens_in(fact.span) for p in token.word.parses)


def _names(
    reading: Reading,
    words: Subordination,
    span: Span,
    line: str,
    anchor: int,
    cases: Sequence[str],
    *,
    item: bool = False,
) -> tuple[str, list[Fact]]:
    """The superiors in a value, or in an item of a list, all in the case of the first, and that case.

    Where each line of it names one, none goes on in the next.
    """
    lines = _lines(span, reading.outline.document)
    found = [_names(reading, words, part, line, anchor, cases, item=item) for part in lines]
    if found and all(facts and _is_whole(facts[0], reading) for _, facts in found):
        return found[0][0], [fact for _, facts in found for fact in facts]
    tokens = reading.tokens_in(span)
    start = next((t.index for t in tokens if t.text[:1].isalpha()), -1)
    if start < 0:
        return "", []
    last = tokens[-1].index + 1
    named = [case for case in cases if name_at(reading, words, start, last, (case,))]
    # An adverb may stand first («Административно – директору»).
    for case in [*named[:1], *cases]:
        if facts := list(Chain(reading, words, start, last, (case,), line, anchor, item).facts()):
            return case, facts
    return "", []


def _named(
    reading: Reading, words: Subordination, span: Span, line: str, label: Span, *, blank: bool
) -> Iterator[Fact]:
    _, facts = _names(reading, words, span, line, label.start, _CASES)
    if not blank:
        facts = [f for f in facts if f.marks["form"] == "position"]
    yield from facts
    if facts or not blank:
        return
    blanks, said = reading.outline.document.blanks, span.of(reading.outline.document.plain)
    around = (b.span for b in blanks if any(s.overlaps(b.span) for s in (span, label)) or span.start == b.span.start)
    place = next(around, None)
    if place or not _LETTERS.search(said) or ASKING.match(said):
        yield _left_blank(label, max((place or span).end, label.end), line)
