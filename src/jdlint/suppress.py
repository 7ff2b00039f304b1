"""Decisions in the documents themselves: `jdlint: allow CODE -- reason` in a Markdown or a Word comment."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from jdlint.model.document import Block, Document, NoteKind
from jdlint.model.finding import Finding, Place
from jdlint.model.outline import Outline, Section
from jdlint.model.span import Lines, Span
from jdlint.model.suppression import Suppression
from jdlint.record import record

_ADDRESSED = re.compile(r"\s*jdlint\s*:\s*(?P<order>.*)", re.IGNORECASE | re.DOTALL)
# Word turns two hyphens into a dash as they are typed; some type one hyphen between spaces.
_ORDER = re.compile(
    r"(?P<verb>allow-file|allow)(?![\w-])(?P<words>.*?)(?:(?:--|[–—]|(?<=\s)-(?=\s))(?P<reason>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(r"<!--(?P<inner>.*?)(?:--!?>|\Z)", re.DOTALL)


@record
class Settled:
    """What suppressions make of the findings of a document: all of them, those allowed with the reason; and for each
    suppression with a defect the words of it that are `unknown` or `unused`, `reasonless` when it says nothing why.
    """

    findings: tuple[Finding, ...]
    unused: tuple[tuple[Suppression, tuple[str, ...]], ...] = ()
    unknown: tuple[tuple[Suppression, tuple[str, ...]], ...] = ()
    reasonless: tuple[Suppression, ...] = ()


def find_suppressions(document: Document, outlines: Sequence[Outline]) -> tuple[Suppression, ...]:
    """The suppressions of a document, in the order of its text.

    A comment allows the block that it follows on its line, else the next block (the whole table, if that is a
    table); before the heading of a section, the section; before the title, the whole document.
    """
    lines = Lines(document.text)
    comments = sorted(
        [*_markdown_comments(document), *_word_comments(document)], key=lambda c: (c[0].start, c[0].end, c[2])
    )
    return tuple(
        [
            _suppression(document, outlines, lines, comment, order["order"].strip())
            for comment in comments
            if (order := _ADDRESSED.match(comment[2]))
        ]
    )


def settle(
    findings: Sequence[Finding],
    suppressions: Sequence[Suppression],
    code_of: Callable[[str], str | None],
    ran: Collection[str],
) -> Settled:
    """Findings of one document with its suppressions applied.

    `code_of` is the code meant by a code or a name; `ran` are the rules that looked at the document: only of these
    it is known that nothing was there to be allowed. A suppression without a reason allows nothing.
    """
    codes = {word: code for s in suppressions for word in s.words if (code := code_of(word))}
    in_force = [s for s in suppressions if s.reason]
    used: set[tuple[Suppression, str]] = set()
    out = []
    for finding in findings:
        meant = [(s, w) for s in in_force for w in s.words if codes.get(w) == finding.code and s.covers(finding.place)]
        used.update(meant)
        out.append(replace(finding, suppressed=meant[0][0].reason) if meant else finding)
    idle = [(s, tuple([w for w in s.words if w in codes and codes[w] in ran and (s, w) not in used])) for s in in_force]
    strange = [(s, (s.strange,) if s.strange else tuple([w for w in s.words if w not in codes])) for s in suppressions]
    return Settled(
        tuple(out),
        tuple([(s, words) for s, words in idle if words]),
        tuple([(s, words) for s, words in strange if words]),
        tuple([s for s in suppressions if not s.reason and not s.strange]),
    )


Comment = tuple[Span, Sequence[Block], str]


def _markdown_comments(document: Document) -> Iterator[Comment]:
    """Each hidden comment: its place, the blocks that it is about, and what it says."""
    for hidden in document.hidden:
        if found := _MARKDOWN.match(hidden.of(document.text)):
            yield hidden, _about(document, hidden), found["inner"]


def _word_comments(document: Document) -> Iterator[Comment]:
    """The same for comments in the margin of a Word document: a cell stands for its row."""
    for note in document.notes:
        if note.kind is NoteKind.COMMENT:
            touched = [b for b in document.blocks if b.span.overlaps(note.block)]
            rows = {(b.cell.table, b.cell.row) for b in touched if b.cell}
            in_row = [b for b in document.blocks if b.cell and (b.cell.table, b.cell.row) in rows]
            yield note.span, sorted([*touched, *in_row], key=lambda b: b.span), note.text


def _about(document: Document, comment: Span) -> Sequence[Block]:
    """The blocks that a comment in the text is about."""
    line, end = document.text.rfind("\n", 0, comment.start) + 1, document.text.find("\n", comment.end)
    here = [b for b in document.blocks if b.span.end > line and (end < 0 or b.span.start < end)]
    if any(b.span.start < comment.start for b in here):
        return here
    first = next((b for b in document.blocks if b.span.start >= comment.end), None)
    if first is None or first.cell is None:
        return [first] if first else ()
    return [b for b in document.blocks if b.cell and b.cell.table == first.cell.table]


def _suppression(
    document: Document, outlines: Sequence[Outline], lines: Lines, comment: Comment, order: str
) -> Suppression:
    where, blocks, _ = comment
    told = _ORDER.fullmatch(order)
    words = tuple(dict.fromkeys(re.findall(r"[^\s,;:]+", told["words"]))) if told else ()
    span, whole = _reach(document, outlines, blocks, to_file=bool(told and told["verb"].lower() == "allow-file"))
    (line, column), (end_line, end_column) = lines.place(span.start), lines.place(span.end)
    return Suppression(
        place=_place(document, outlines, lines, where, blocks),
        words=words,
        reason=" ".join((told["reason"] or "").split()) if told else "",
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        whole=whole,
        strange="" if words else (order.split() or ["jdlint:"])[0],
    )


def _reach(
    document: Document, outlines: Sequence[Outline], blocks: Sequence[Block], *, to_file: bool
) -> tuple[Span, bool]:
    """What a suppression at these blocks covers, and whether that is a whole document."""
    if to_file:
        return Span(0, len(document.text) + 1), True
    if not blocks:
        return Span(0, 0), False
    first = blocks[0].span
    for outline in outlines:
        if outline.title and outline.title.overlaps(first):
            return outline.span, True
    ends = [blocks[-1].span.end, *(_section_end(outline, first) for outline in outlines)]
    return Span(first.start, max(ends)), False


def _section_end(outline: Outline, heading: Span) -> int:
    """Where the section under that heading ends, with the smaller ones in it; 0 when it is no heading."""
    own: Section | None = None
    end = 0
    for section in outline.sections:
        if own and not section.implied and section.level <= own.level:
            break
        if own or (section.heading and section.heading_span.overlaps(heading)):
            own, end = own or section, section.span.end
    return end


def _place(
    document: Document, outlines: Sequence[Outline], lines: Lines, where: Span, blocks: Sequence[Block]
) -> Place:
    """Where the comment stands, or in Word the words that it is about."""
    (line, column), (end_line, end_column) = lines.place(where.start), lines.place(where.end)
    start = blocks[0].span.start if blocks else where.start
    outline = next((o for o in outlines if o.span.start <= start < o.span.end), None)
    section = outline.section_at(start) if outline else None
    clause = outline.clause_at(start) if outline else None
    quote = where.of(document.text)
    return Place(
        document.path,
        line,
        column,
        end_line,
        end_column,
        quote,
        document.text[start : blocks[-1].span.end] if blocks else quote,
        section.role.value if section else "",
        clause.number if clause else "",
        blocks[0].anchor if blocks else "",
    )
