"""Sections that have no heading of their own: told in one paragraph each, or begun by a lead-in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeAlias

from jdlint.model.document import BlockKind, Document, Part
from jdlint.model.label import read_label
from jdlint.model.outline import Role, Section
from jdlint.model.pattern import expression
from jdlint.model.span import Span
from jdlint.segment.called import OWN, Names
from jdlint.segment.candidate import LONGEST_HEADING, words_of

MAIN = OWN | {Role.GENERAL, Role.REQUIREMENTS}
Leads: TypeAlias = tuple[tuple[Role, re.Pattern[str]], ...]

_LEAST_RUN_IN, _LONGEST_ASKED = 3, 2
# The name of a section at the beginning of its one paragraph: «Права: требовать …», «Кого берём. Мужчин …».
_NAME_AND_MORE = expression(r"[\s*_]*(?P<name>[^:.\n]{3,59}?)[\s*_]*[:.][\s*_]*(?=\S)")
_QUESTIONS = frozenset({"что", "кто", "кого", "чем", "за"})
_ANSWERS = expression(r"\W*[А-ЯЁ][^.:;\n]{2,80}?\sнес[её]т\s+(?:\w+\s+)?ответственность\s+за\b")


def name_and_more(document: Document, piece: range, found: dict[int, Section], names: Names) -> None:
    """Add sections of one paragraph each, that begins with their name («Права: требовать …»), where the document has no
    headings.
    """
    told: dict[Role, int] = {}
    for index in piece:
        block = document.blocks[index]
        text = block.span.of(document.plain)
        label = read_label(text)
        begins = _NAME_AND_MORE.match(text, label.end if label else 0)
        apart = begins and block.part is Part.BODY and block.cell is None and index not in found
        words = words_of(begins["name"]) if begins else []
        hit = names.role_of(words) if apart else None
        asked = bool(words) and words[0] in _QUESTIONS
        if hit and hit[1] <= (_LONGEST_ASKED if asked else 0) and hit[0] in MAIN:
            told.setdefault(hit[0], index)
    core = [s for s in found.values() if s.role in MAIN]
    headed = {s.role for s in core}
    alike = all(words_of(s.heading)[0] in _QUESTIONS for s in core)
    if not alike or len(told.keys() | headed) < _LEAST_RUN_IN:
        return
    for role, index in told.items():
        if role in headed:
            continue
        span = document.blocks[index].span
        found[index] = Section(role, "", "", 0, span, Span(span.start, span.start), implied=True)


def led_in(document: Document, piece: range, found: dict[int, Section], leads: Leads) -> None:
    """Add sections that have no heading but a lead-in of their own («Работник имеет право:»)."""
    have = {s.role for s in found.values()} | {r for s in found.values() for r in s.also}
    for role, pattern in leads:
        if role in have:
            continue
        for index in piece:
            block = document.blocks[index]
            text = block.span.of(document.plain)
            if index not in found and block.part is Part.BODY and len(text) < LONGEST_HEADING and pattern.search(text):
                above = found.get(index - 1)
                if above is not None and above.role is Role.TASKS:
                    found[index - 1] = replace(above, role=role)  # «Функции», «Выполняет следующие функции:»
                else:
                    empty = Span(block.span.start, block.span.start)
                    found[index] = Section(role, "", "", 0, block.span, empty, implied=True)
                break
    told = {s.role: s for s in found.values()}
    if Role.RIGHTS in told and told[Role.RIGHTS].implied and Role.RESPONSIBILITY not in told:
        _answer(document, piece, found)


def _answer(document: Document, piece: range, found: dict[int, Section]) -> None:
    """Where the rights have no heading, the paragraph on what the jobholder answers for is a section too."""
    for index in piece:
        block = document.blocks[index]
        plain = block.kind is BlockKind.PARAGRAPH and block.part is Part.BODY and not block.label
        if plain and index not in found and _ANSWERS.match(block.span.of(document.plain)):
            start = block.span.start
            found[index] = Section(Role.RESPONSIBILITY, "", "", 0, block.span, Span(start, start), implied=True)
            return
