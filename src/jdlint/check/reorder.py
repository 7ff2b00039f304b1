"""Moves a section to its usual place, and counts sections, clauses and references anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jdlint.check.change import Change
from jdlint.check.refer import clause_references
from jdlint.model.label import Label, read_label
from jdlint.model.order import RANKS
from jdlint.model.outline import Outline, Section
from jdlint.model.pattern import expression
from jdlint.model.reading import Reading
from jdlint.model.span import Span

_BY_SECTION = expression(r"\bраздел\w{0,3}\s+(?:№\s*)?(?:\d|[IVXivx]+\b)", re.IGNORECASE)
_NUMBER = expression(r"(?<![\d.,])(?P<section>\d{1,2})(?:\.\d{1,3})+(?!\d|\.\d|,\d)")


def reordered(span: Span, reading: Reading) -> Sequence[Change]:
    """The section of that heading taken out and put where the usual order has it, with all numbers that follow.

    Nothing in a Word file, where numbers and page breaks go with paragraphs; nothing where sections are nested,
    numbered in part, or referred to by their number, and where a number may be no reference to a clause.
    """
    outline = reading.outline
    sections = [s for s in outline.sections if s.heading]
    moved = next((s for s in sections if s.heading_span.overlaps(span)), None)
    plain = outline.document.plain
    if outline.document.format != "markdown" or moved is None or len({s.level for s in sections}) > 1:
        return ()
    order = [s for s in sections if s is not moved]
    place = next((n for n, s in enumerate(order) if RANKS.get(s.role, -1) > RANKS[moved.role]), len(order))
    order.insert(place, moved)
    numbers = _numbers(sections, plain)
    if numbers is None or _BY_SECTION.search(plain, outline.span.start, outline.span.end):
        return ()
    became = (
        {numbers[id(s)][1].parts[0]: n for n, s in zip(_written(sections, numbers), order, strict=True)}
        if numbers
        else {}
    )
    changed = list(_renumbered(outline, numbers, became)) if numbers else []
    if None in changed:
        return ()
    return _moved(outline, sections, order, moved, [c for c in changed if c is not None])


def _numbers(sections: Sequence[Section], plain: str) -> dict[int, tuple[Span, Label]] | None:
    """Where the number of each section stands, and its label; empty where none has one, None where only some do."""
    out: dict[int, tuple[Span, Label]] = {}
    for section in sections:
        start = plain.rfind("\n", 0, section.heading_span.start) + 1
        label = read_label(plain[start : section.heading_span.start] + "А")
        if label is None and section.number:
            return None  # «[2] Права», «Раздел второй»: such a number is not written anew
        if label is not None and len(label.parts) == 1 and label.style in ("arabic", "roman"):
            found = re.search(re.escape(label.number), plain[start : section.heading_span.start])
            if found:
                out[id(section)] = Span(start + found.start(), start + found.end()), label
    values = [label.parts[0] for _, label in out.values()]
    whole = len(out) in (0, len(sections)) and len(set(values)) == len(values)
    return out if whole else None


def _written(sections: Sequence[Section], numbers: Mapping[int, tuple[Span, Label]]) -> list[tuple[int, str]]:
    """The numbers in the order in which sections are to have them."""
    return sorted((numbers[id(s)][1].parts[0], numbers[id(s)][1].number) for s in sections)


def _renumbered(
    outline: Outline, numbers: Mapping[int, tuple[Span, Label]], became: Mapping[int, tuple[int, str]]
) -> Iterator[Change | None]:
    """New numbers of headings, of clauses and of references to them; None where something is not clear."""
    plain = outline.document.plain
    for where, label in numbers.values():
        yield Change(where, became[label.parts[0]][1])
    known = {clause.number for clause in outline.clauses}
    labels = {plain.find(c.number, c.span.start, c.body.start) for c in outline.clauses if "." in c.number}
    blocks = [b.span for b in outline.document.blocks if outline.span.covers(b.span)]
    told = [r for block in blocks for r in clause_references(plain, block)]
    foreign = {where.start for r in told if r.foreign and not r.this for _, where in r.numbers}
    ours = {where.start for r in told for _, where in r.numbers} - foreign
    for block in blocks:
        for found in _NUMBER.finditer(plain, block.start, block.end):
            number = int(found["section"])
            if found.start() in foreign or number not in became or became[number][0] == number:
                continue
            if found.start() not in labels | ours or (found.start() in ours and found[0] not in known):
                yield None
            else:
                yield Change(Span(*found.span("section")), str(became[number][0]))


def _moved(
    outline: Outline, sections: Sequence[Section], order: Sequence[Section], moved: Section, changes: Sequence[Change]
) -> list[Change]:
    """The section's lines out of their place and into the other, all numbers changed on the way."""
    text, plain = outline.document.text, outline.document.plain
    starts = [text.rfind("\n", 0, s.heading_span.start) + 1 for s in sections]
    end = min([r.span.start for r in outline.requisites if r.span.start > starts[-1]], default=outline.span.end)
    bounds = dict(zip(map(id, sections), zip(starts, [*starts[1:], end], strict=True), strict=True))
    start, stop = bounds[id(moved)]
    inside = sorted(c for c in changes if start <= c.span.start < stop)
    lines, at = "", start
    for change in inside:
        lines, at = lines + text[at : change.span.start] + change.new, change.span.end
    lines = (lines + text[at:stop]).strip("\n")
    others = [c for c in changes if not start <= c.span.start < stop and c.new != c.span.of(plain)]
    after = order.index(moved) + 1
    if after < len(order):
        there = bounds[id(order[after])][0]
        put = Change(Span(there, there + 1), f"{lines}\n\n{text[there]}", raw=True)
    else:
        there = len(text[:end].rstrip())
        put = Change(Span(there - 1, there), f"{text[there - 1]}\n\n{lines}", raw=True)
    return [*others, put, Change(Span(start, stop), "", raw=True)]
