"""Document → outlines: what a lawyer sees in the text, by the words of `rules/_vocabulary`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from jdlint.model.document import BlockKind, Document, Part
from jdlint.model.label import read_label
from jdlint.model.name import Naming
from jdlint.model.outline import Outline, Requisite, RequisiteKind, Role, Section
from jdlint.model.span import Span
from jdlint.segment.candidate import words_of
from jdlint.segment.clause import number_clauses
from jdlint.segment.heading import Found, Headings
from jdlint.segment.kind import is_job_description
from jdlint.segment.naming import Namer
from jdlint.segment.position import find_position
from jdlint.segment.requisite import Marks, find_requisites

LONGEST_TITLE = 120
_MOST_ABOVE = 8
CORE = frozenset({Role.DUTIES, Role.RIGHTS, Role.RESPONSIBILITY, Role.GENERAL})
ENOUGH_CORE = 2


def segment(document: Document, vocabulary: Mapping[str, Any], naming: Naming) -> tuple[Outline, ...]:
    """Split a document into its job descriptions (nearly always one) with sections, clauses, requisites.

    `vocabulary` is `Rulebook.vocabulary`; `naming` reads the name of a position.
    """
    headings = Headings.of(vocabulary["sections"])
    marks = Marks.of(vocabulary["requisites"])
    namer = Namer.of(document, naming, vocabulary["naming"])
    whole = headings.find(document, range(len(document.blocks)), marks)
    people = frozenset(map(str, vocabulary["positions"]["heads"]))
    pieces = _pieces(document, whole[0], marks, people)
    told = {piece: headings.find(document, piece, marks) for piece in pieces} if pieces[1:] else {pieces[0]: whole}
    return tuple(
        replace(_outline(document, piece, found, marks, namer), ordinal=ordinal)
        for ordinal, (piece, found) in enumerate(told.items(), 1)
    )


def _pieces(document: Document, known: Mapping[int, Section], marks: Marks, people: frozenset[str]) -> list[range]:
    """Ranges of blocks, one for each job description in the file; `known` are the headings of all of it, `people` the
    words that positions are called by.
    """
    blocks = document.blocks
    starts = [0]
    roles = {i: h.role for i, h in known.items() if not h.implied}
    for index, block in enumerate(blocks):
        if block.part is not Part.BODY or not marks.title.search(block.span.of(document.plain)):
            continue
        # A heading right above another one, or above the title, may be a line of a table of contents.
        before = {r for i, r in roles.items() if starts[-1] <= i < index - 1 and i + 1 not in roles}
        after = {r for i, r in roles.items() if i > index}
        text = block.span.of(document.plain)
        stands_alone = len(text) < LONGEST_TITLE and block.cell is None
        looks_so = block.kind is BlockKind.HEADING or block.bold or block.centered or text.isupper()
        enough = 1 if looks_so else 2
        if stands_alone and len(before & CORE) >= enough and len(after & CORE) >= enough:
            starts.append(_above_title(document, index, marks))
    starts = starts if starts[1:] else [0, *_chapters(document, known, people)[1:]]
    return [range(a, b) for a, b in pairwise([*starts, len(blocks)])]


def _above_title(document: Document, title: int, marks: Marks) -> int:
    """The first block of the approval that stands above a title, or the title itself."""
    for index in range(title - 1, max(title - _MOST_ABOVE, 0), -1):
        block = document.blocks[index]
        text = block.span.of(document.plain)
        content = block.label or block.part is not Part.BODY or len(text) > LONGEST_TITLE
        if content or marks.acknowledgement.search(text):
            return title
        if marks.approval.search(text):
            return index
    return title


def _chapters(document: Document, known: Mapping[int, Section], people: frozenset[str]) -> list[int]:
    """Headings of one level that stand over the sections of a job each: «Бариста», «Повар» in a file for all jobs."""
    heads = [i for i, b in enumerate(document.blocks) if b.kind is BlockKind.HEADING and b.part is Part.BODY]
    found: dict[int, list[int]] = {}
    for number, index in enumerate(heads):
        level = document.blocks[index].level
        later = heads[number + 1 :]
        end = next((i for i in later if document.blocks[i].level <= level), len(document.blocks))
        roles = [known[i].role for i in later if i < end and i in known and known[i].role in CORE]
        named = people & set(words_of(document.blocks[index].span.of(document.plain)))
        if named and index not in known and len(roles) >= ENOUGH_CORE and len(set(roles)) == len(roles):
            found.setdefault(level, []).append(index)
    return max(found.values(), key=len, default=[])


def _outline(document: Document, piece: range, told: Found, marks: Marks, namer: Namer) -> Outline:
    found, below, listing = told
    blocks = document.blocks
    start = blocks[piece.start].span.start if piece.start else 0
    end = len(document.text) if piece.stop == len(blocks) else blocks[piece.stop - 1].span.end
    order = sorted(found)
    formal = (Role.REQUISITES, Role.ACKNOWLEDGEMENT)
    first = next((i for i in order if found[i].role not in formal), piece.stop)
    body_end = next((i for i in piece if blocks[i].part is not Part.BODY), piece.stop)
    sections: list[Section] = []
    section_of = [-1] * len(blocks)
    chapters = {i: chapter for i in order if i > piece.start and (chapter := _chapter(document, found[i], i - 1))}
    begins = [i - 1 if i in chapters else i for i in order]
    for index, begin, following in zip(order, begins, [*begins[1:], body_end], strict=False):
        stop = max(index + 1, min(following, body_end))
        span = Span(blocks[begin].span.start, blocks[stop - 1].span.end)
        sections.append(replace(found[index], span=span, number=chapters.get(index, found[index].number)))
        for i in range(begin, stop):
            section_of[i] = len(sections) - 1
    requisites = find_requisites(document, piece, first, sections, section_of, marks)
    requisites += [Requisite(RequisiteKind.CONTENTS, blocks[i].span) for i in sorted(listing)]
    tops = {i for i in order if not found[i].implied}
    clauses, clause_of = number_clauses(document, piece, tops, below, section_of)
    headings = [s.heading_span for s in sections if not s.implied]
    named, title = find_position(document, piece, first, headings, requisites, marks, namer)
    return Outline(
        document,
        Span(start, end),
        title,
        named.name.nominative if named else "",
        named.span if named else None,
        tuple(sections),
        tuple(clauses),
        tuple(sorted(requisites, key=lambda r: (r.span, r.kind.value))),
        tuple(section_of),
        tuple(clause_of),
        is_job_description(document, Span(start, end), sections, requisites, named, title, marks),
    )


def _chapter(document: Document, section: Section, above: int) -> str:
    """The number of a section whose heading has none, from the line above it («Раздел II»)."""
    text = document.blocks[above].span.of(document.plain)
    label = None if section.number or section.implied else read_label(text)
    return label.number if label is not None and label.word and not text[label.end :].strip() else ""
