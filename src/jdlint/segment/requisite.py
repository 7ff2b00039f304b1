"""The formal parts of a document: approval, agreement, acknowledgement, signatures, leftovers."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from jdlint.model.document import Block, Document, Part
from jdlint.model.folded import blocks_for
from jdlint.model.once import once
from jdlint.model.outline import Requisite, RequisiteKind, Role, Section
from jdlint.model.pattern import compiled, expression
from jdlint.model.span import Span
from jdlint.record import record

_LONG_SENTENCE = 220
# Parts of one kind that have less than this between them are one.
_NEAR = 40
_JOINED = frozenset({RequisiteKind.APPROVAL, RequisiteKind.AGREEMENT, RequisiteKind.ACKNOWLEDGEMENT})
# A table with such a cell is signed: its lines are for names, dates and signatures.
_SIGNED = expression(r"\W*(?:личная\s+|дата\W+)?подпись\W*", re.IGNORECASE)
_WORD = expression(r"[^\W\d_]{3}")
# «Утвердил: директор …» below the text.
_BY_WHOM = expression(r"\W*утвер(?:дил|жден)[аоы]?\s*:\s*\S", re.IGNORECASE)
# What no approval says: «Кому подчиняется: …» right below one is content.
_CONTENT = expression(
    r"\b(?:подчиня(?:ется|юсь|ешься)|обязан|имеет\s+право|нес[её]т\s+ответственность|должен\s+знать)\b", re.IGNORECASE
)
# «1.6. В его отсутствие обязанности выполняет ____ (Ф.И.О.)»: the legend of a name in a clause is no signature.
_CLAUSE = expression(r"\s*\d{1,2}(?:\.\d{1,2})+\.?\s+(?:[А-ЯЁа-яё«»,()-]+\s+){3}")


@record
class Marks:
    """The requisite vocabulary, compiled."""

    title: re.Pattern[str]
    title_words: re.Pattern[str]
    approval: re.Pattern[str]
    agreement: re.Pattern[str]
    acknowledgement: re.Pattern[str]
    signature: re.Pattern[str]
    signatory: re.Pattern[str]
    registration: re.Pattern[str]
    agreement_annex: re.Pattern[str]
    contents: re.Pattern[str]
    leftover: re.Pattern[str]
    position_field: re.Pattern[str]
    other_kind: re.Pattern[str]
    denial: re.Pattern[str]
    evidence: re.Pattern[str]

    @classmethod
    @once(4)
    def of(cls, data: Mapping[str, str]) -> Marks:
        """Read `rules/_vocabulary/requisites.yaml`."""
        return cls(**{name: compiled(text) for name, text in data.items()})

    def openings(self) -> Mapping[RequisiteKind, re.Pattern[str]]:
        """What opens a formal part of each kind that goes on over several blocks."""
        return {
            RequisiteKind.APPROVAL: self.approval,
            RequisiteKind.AGREEMENT: self.agreement,
            RequisiteKind.ACKNOWLEDGEMENT: self.acknowledgement,
        }


def find_requisites(
    document: Document,
    piece: range,
    first_section: int,
    sections: Sequence[Section],
    section_of: Sequence[int],
    marks: Marks,
) -> list[Requisite]:
    """All formal parts of the piece, in the order of the text; they may overlap."""
    found: list[Requisite] = []
    blocks = document.blocks
    texts = {i: blocks[i].span.of(document.plain) for i in piece}
    signed = {cell.table for i in piece if (cell := blocks[i].cell) and _SIGNED.fullmatch(texts[i])}
    leftover, title, signature, registration = (
        blocks_for(pattern, document) for pattern in (marks.leftover, marks.title, marks.signature, marks.registration)
    )
    openings = {kind: blocks_for(pattern, document) for kind, pattern in marks.openings().items()}
    current: RequisiteKind | None = None
    row: tuple[int, int] | None = None  # the row of a form that a part is told in: it ends with the row
    for index in piece:
        text, block = texts[index], blocks[index]
        if row is not None and row != _row(block):
            current = row = None
        section = sections[section_of[index]] if section_of[index] >= 0 else None
        if section is not None and block.span.start == section.span.start:
            current = None
        if index in leftover and marks.leftover.search(text):
            found.append(Requisite(RequisiteKind.LEFTOVER, block.span))
        titled = index <= first_section and index in title and marks.title.search(text) is not None
        may_open = {kind for kind, places in openings.items() if index in places}
        field = block.cell is not None and len(text.split()) == 1  # «Утверждено | приказ № 5»
        if opened := _opens(text, index, first_section, section, marks, may_open, field=field):
            current = opened
            beside = texts.get(index + 1, "")
            told = field and _WORD.search(beside) and not any(p.search(beside) for p in marks.openings().values())
            row = _row(block) if told and _row(blocks[index + 1]) == _row(block) else None
        elif titled or (current is not None and _closes(text, current, block.part, marks)):
            current = None
        if titled:
            found.append(Requisite(RequisiteKind.TITLE, block.span))
        if current is not None:
            found.append(Requisite(current, block.span))
            if (
                current is RequisiteKind.AGREEMENT
                and marks.acknowledgement.search(text)
                and len(text) <= _LONG_SENTENCE
            ):
                found.append(Requisite(RequisiteKind.ACKNOWLEDGEMENT, block.span))  # both in one line
        elif (
            (index in signature and marks.signature.search(text) and not _CLAUSE.match(text))
            or _beside_signature(texts, index, marks)
            or (block.cell is not None and block.cell.table in signed and not _WORD.search(text))
        ):
            found.append(Requisite(RequisiteKind.SIGNATURE, block.span))
        if index in registration and marks.registration.search(text):
            found.append(Requisite(RequisiteKind.REGISTRATION, block.span))
    return _joined(found)


def _row(block: Block) -> tuple[int, int] | None:
    return (block.cell.table, block.cell.row) if block.cell else None


def _opens(
    text: str,
    index: int,
    first_section: int,
    section: Section | None,
    marks: Marks,
    may_open: Collection[RequisiteKind],
    *,
    field: bool,
) -> RequisiteKind | None:
    head = text[:_LONG_SENTENCE]
    if len(text) <= _LONG_SENTENCE:
        in_text = section is not None and section.role not in (Role.REQUISITES, Role.ACKNOWLEDGEMENT)
        if (
            RequisiteKind.APPROVAL in may_open
            and marks.approval.search(head)
            and (
                index < first_section
                or field
                or head.strip()[:6].isupper()
                or _BY_WHOM.match(head)
                or marks.signature.search(head)
            )
        ):
            return RequisiteKind.APPROVAL
        if RequisiteKind.AGREEMENT in may_open and marks.agreement.search(head):
            return RequisiteKind.AGREEMENT
        if (
            RequisiteKind.ACKNOWLEDGEMENT in may_open
            and marks.acknowledgement.search(head)
            and not (in_text and re.match(r"\s*\d+\.\d", head) and not marks.signature.search(head))
        ):
            return RequisiteKind.ACKNOWLEDGEMENT
    if section is not None and section.role is Role.ACKNOWLEDGEMENT:
        return RequisiteKind.ACKNOWLEDGEMENT
    if section is not None and section.role is Role.REQUISITES and index > first_section:
        return RequisiteKind.AGREEMENT
    return None


def _closes(text: str, current: RequisiteKind, part: Part, marks: Marks) -> bool:
    if part is not Part.BODY:
        return True
    if current is RequisiteKind.APPROVAL and _CONTENT.search(text):
        return True
    return (
        len(text) > _LONG_SENTENCE and not marks.signature.search(text) and current is not RequisiteKind.ACKNOWLEDGEMENT
    )


def _beside_signature(texts: Mapping[int, str], index: int, marks: Marks) -> bool:
    """A line that is only a blank, with the legend of a signature right above or below it."""
    text = texts[index]
    if (
        len(text) > _LONG_SENTENCE
        or re.match(r"\s*(?:\d+[.)]|[-–—•])", text)
        or not re.search(r"[_─|]{2}|^\W*[\w\s,]+$", text)
    ):
        return False
    bare = not re.search(r"\w{3,}", text.replace("_", "")) or marks.signatory.search(text)
    return bool(bare) and any(marks.signature.search(texts[i]) for i in (index - 1, index + 1, index + 2) if i in texts)


def _joined(found: Sequence[Requisite]) -> list[Requisite]:
    out: list[Requisite] = []
    last: dict[RequisiteKind, int] = {}
    for requisite in found:
        kind, at = requisite.kind, last.get(requisite.kind)
        if at is not None and kind in _JOINED and requisite.span.start - out[at].span.end < _NEAR:
            out[at] = Requisite(kind, Span(out[at].span.start, requisite.span.end))
        else:
            last[kind] = len(out)
            out.append(requisite)
    return sorted(out, key=lambda r: (r.span, r.kind.value))
