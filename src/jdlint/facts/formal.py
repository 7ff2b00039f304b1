"""What the formal parts hold: facts `incomplete_approval`, `visa` and `blank_registration`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.model.outline import Outline, Requisite, RequisiteKind, Role
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact
from jdlint.model.span import Span

_APPROVING = frozenset({RequisiteKind.APPROVAL, RequisiteKind.REGISTRATION})
_MOST = 14
_LINE = 120


def approvals(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """An approval block that lacks the position, the name or the date, or the number and date of the order.

    `value` names the first part that it lacks. A place left for a part is the part: filling it in is another matter.
    """
    told = vocabulary["formal"]
    begins, by_order, reference = (compiled(told[name]) for name in ("approval", "by_order", "reference"))
    parts = {name: compiled(told[name]) for name in ("position", "name", "date")}
    first = next((r for r in outline.requisites if r.kind is RequisiteKind.APPROVAL), None)
    if first is None:
        return
    text = _text_of(outline, first)
    found = begins.search(text)
    if found is None:
        return
    place = Span(first.span.start + found.start(), first.span.start + found.end())
    behind = text[found.end() :]
    if by_order.match(behind):
        if not reference.search(behind):
            yield Fact("incomplete_approval", "number", place)
        return
    for name, pattern in parts.items():
        if not pattern.search(behind):
            yield Fact("incomplete_approval", name, place)
            return


def _text_of(outline: Outline, approval: Requisite) -> str:
    """The text from the approval on up to the first section, its length kept; titles in it are blotted out."""
    blocks, plain = outline.document.blocks, outline.document.plain
    start = outline.block_at(approval.span.start)
    foreign = [r.span for r in outline.requisites if r.kind in (RequisiteKind.AGREEMENT, RequisiteKind.ACKNOWLEDGEMENT)]
    titles = [r.span for r in outline.requisites if r.kind is RequisiteKind.TITLE]
    end = approval.span.start
    for index in range(max(start, 0), min(len(blocks), start + _MOST)):
        block = blocks[index].span
        section = outline.section_of[index]
        in_text = section >= 0 and outline.sections[section].role is not Role.REQUISITES
        if not outline.span.covers(block) or (in_text and not approval.span.covers(block)):
            break
        if any(span.overlaps(block) for span in foreign):
            break
        end = max(end, block.end)
    text = list(plain[approval.span.start : end])
    for index in range(max(start, 0), len(blocks)):
        block = blocks[index].span
        if block.start >= end:
            break
        if any(span.covers(block) for span in titles):
            at = block.start - approval.span.start
            text[at : at + len(block)] = " " * len(block)
    return "".join(text)


def visas(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """Agreement by somebody: a person, a position, a sheet of visas or a system, or a place left for one of them."""
    told = vocabulary["formal"]
    signs = compiled(told["visa"])
    plain = outline.document.plain
    for requisite in outline.requisites:
        if requisite.kind is not RequisiteKind.AGREEMENT:
            continue
        if signs.search(requisite.span.of(plain)):
            yield Fact("visa", "", requisite.span)


def blank_registrations(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """Lines above the first section where the number or the date of the document is still to be written; `value` is
    the line. A document with neither date nor number, and no place for them, has one such fact without a place, and
    its value is `missing`.
    """
    document = outline.document
    told = vocabulary["formal"]
    blank, registered = compiled(told["unregistered"]), compiled(told["registered"])
    away = [r.span for r in outline.requisites if r.kind in (RequisiteKind.AGREEMENT, RequisiteKind.ACKNOWLEDGEMENT)]
    known = any(registered.search(one.value) for one in document.front)
    for block in _formal_lines(outline):
        if any(span.overlaps(block) for span in away):
            continue
        text = block.of(document.plain)
        found = blank.search(text)
        if found and re.search(r"[_─.]{2}", found[0]):
            known = True
            words = " ".join(found[0].split())
            yield Fact("blank_registration", words, Span(block.start + found.start(), block.start + found.end()))
        known = known or registered.search(text) is not None
    if document.blocks and not known:
        yield Fact("blank_registration", "missing", Span(outline.span.start, outline.span.start))


def _formal_lines(outline: Outline) -> Iterator[Span]:
    """The short blocks above the first section, and those of formal parts wherever they stand."""
    formal = (Role.REQUISITES, Role.ACKNOWLEDGEMENT)
    end = next((s.span.start for s in outline.sections if s.role not in formal), outline.span.end)
    for block in outline.document.blocks:
        if not outline.span.covers(block.span) or len(block.span) > _LINE * 3:
            continue
        if block.span.start < end or outline.requisites_at(block.span) & _APPROVING:
            yield block.span
