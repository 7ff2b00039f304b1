"""What whoever drafted the document left open: facts `unfinished`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from jdlint.model.document import Block, BlockKind, Note, NoteKind
from jdlint.model.folded import blocks_for
from jdlint.model.outline import Outline, RequisiteKind
from jdlint.model.pattern import compiled, expression
from jdlint.model.reading import Fact
from jdlint.model.span import Span, trimmed

_REVISIONS = frozenset({NoteKind.INSERTION, NoteKind.DELETION, NoteKind.MOVE})
# Comments that jdlint itself wrote, or that speak to it.
_OWN_AUTHOR = "jdlint"
_ADDRESSED = expression(r"\s*jdlint\s*:", re.IGNORECASE)


def unfinished(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """Notes that the editors of a Word file left in it, comments of a Markdown file that speak to whoever drafts it,
    and question marks in place of what is not decided.

    `value` is revision, comment, hidden, highlight or doubt. The place is the words the note is about, or their block.
    """
    document = outline.document
    told = vocabulary["leftovers"]
    note, doubt = compiled(told["note"]), compiled(told["doubt"])
    for hidden in document.hidden:
        if outline.span.covers(hidden) and note.search(hidden.of(document.text)):
            yield Fact("unfinished", "comment", trimmed(hidden, document.text))
    for block in map(document.blocks.__getitem__, blocks_for(doubt, document)):
        if outline.span.covers(block.span) and (found := doubt.search(block.span.of(document.plain))):
            yield Fact("unfinished", "doubt", Span(block.span.start + found.start(), block.span.start + found.end()))
    notes = [n for n in document.notes if outline.span.start <= n.block.start < outline.span.end]
    yield from _once("revision", _revised(notes))
    yield from _once("comment", (_place(n) for n in notes if n.kind is NoteKind.COMMENT and not _is_ours(n)))
    pasted = compiled(told["pasted"])
    yield from _once("hidden", (_place(n) for n in notes if n.kind is NoteKind.HIDDEN and not pasted.search(n.text)))
    yield from _once("highlight", _highlighted(outline, notes))


def _once(value: str, places: Iterable[Span]) -> Iterator[Fact]:
    """A thread of comments, like any notes on the same words, is one matter."""
    yield from (Fact("unfinished", value, place) for place in dict.fromkeys(places))


def _place(note: Note) -> Span:
    return note.span if len(note.span) else note.block


def _is_ours(note: Note) -> bool:
    return note.author.strip().lower() == _OWN_AUTHOR or bool(_ADDRESSED.match(note.text))


def _revised(notes: Sequence[Note]) -> Iterator[Span]:
    """One place for each block: what is put in and what is taken out there is one edit to whoever decides on it."""
    by_block: dict[Span, list[Span]] = {}
    for note in notes:
        if note.kind in _REVISIONS:
            by_block.setdefault(note.block, []).append(note.span)
    for block, spans in by_block.items():
        shown = [span for span in spans if len(span)]
        yield Span(min(s.start for s in shown), max(s.end for s in shown)) if shown else block


def _highlighted(outline: Outline, notes: Sequence[Note]) -> Iterator[Span]:
    """Highlighted words of the content. Headings and the heads of tables are highlighted for looks, blanks are told as
    blanks, and a document that is highlighted as a whole has nothing marked in it.
    """
    document = outline.document
    marked = [n.span for n in notes if n.kind is NoteKind.HIGHLIGHT]
    if sum(map(len, marked)) * 2 > len(outline.span):
        return
    passed = [section.heading_span for section in outline.sections]
    passed += [r.span for r in outline.requisites if r.kind is RequisiteKind.TITLE]
    passed += [clause.span for clause in outline.clauses if clause.heading]
    passed += [block.span for block in document.blocks if _is_head(block)]
    passed += [blank.span for blank in document.blanks]
    for span in marked:
        if re.search(r"[\w?]", span.of(document.text)) and not any(span.overlaps(other) for other in passed):
            yield span


def _is_head(block: Block) -> bool:
    """Whether a block is a heading, or stands in the first row of a table."""
    in_first_row = block.cell is not None and block.cell.row == 1 and block.cell.columns > 1
    return in_first_row or block.kind is BlockKind.HEADING
