"""The clause tree: what a lawyer cites by number, and what hangs on a lead-in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdlint.model.document import BlockKind, Document, Part
from jdlint.model.label import Label, read_label
from jdlint.model.outline import Clause, Section
from jdlint.model.span import Span, trimmed

_SIMPLE = re.compile(r"\d+\)?")


def number_clauses(
    document: Document,
    piece: range,
    headings: set[int],
    sub_headings: set[int],
    sections: Sequence[Section],
    section_of: Sequence[int],
) -> tuple[list[Clause], list[int]]:
    """Clauses of the piece in order, and for each block of the document the index of its clause or -1.

    Numbers restart in each section; a letter or a bullet hangs on the numbered clause or lead-in above it.
    """
    clauses: list[Clause] = []
    clause_of = [-1] * len(document.blocks)
    chain: list[int] = []
    section = -2
    for index in piece:
        block = document.blocks[index]
        if block.part is not Part.BODY or index in headings:
            chain = []
            continue
        if section_of[index] != section:
            chain, section = [], section_of[index]
        text = block.span.of(document.plain)
        label = read_label(text)
        body = trimmed(Span(block.span.start + (label.end if label else 0), block.span.end), document.plain)
        chain = _parents(chain, clauses, label, text, block.level if block.kind is BlockKind.ITEM else 0)
        parent = chain[-1] if chain else -1
        number = _number(label, clauses[parent] if parent >= 0 else None, text)
        sub = index in sub_headings or block.kind is BlockKind.HEADING
        lead = text.rstrip().endswith(":") or sub
        clause_of[index] = len(clauses)
        clauses.append(
            Clause(
                index,
                number,
                block.span,
                body,
                section,
                parent,
                len(chain),
                lead,
                label is not None and label.style == "bullet",
                sub,
            )
        )
        if label is None and not lead:
            continue
        chain = [*chain, len(clauses) - 1]
    return clauses, clause_of


def _parents(chain: list[int], clauses: Sequence[Clause], label: Label | None, text: str, level: int) -> list[int]:
    """The clauses above the next one that it hangs on."""
    if label is None:
        return (
            []
            if not text.rstrip().endswith(":")
            else [i for i in chain if clauses[i].number and "." not in clauses[i].number][:0]
        )
    while chain:
        above = clauses[chain[-1]]
        if _hangs(above, label, text):
            return chain
        chain = chain[:-1]
    return []


def _hangs(above: Clause, label: Label, text: str) -> bool:
    if above.bullet:
        return False
    if label.style == "bullet":
        return True
    if label.style == "letter":
        return above.number == "" or not above.number.rsplit(".", 1)[-1].isalpha()
    if not above.number:
        return above.lead
    prefix = f"{above.number.rstrip(')')}."
    if f"{label.number}.".startswith(prefix) and len(label.number) >= len(prefix):
        return True
    simple = len(label.parts) == 1
    bracket = text[label.end - 1 : label.end] == ")"
    return simple and bracket and not above.number.endswith(")") and above.number.rsplit(".", 1)[-1].isdigit()


def _number(label: Label | None, parent: Clause | None, text: str) -> str:
    if label is None or label.style == "bullet":
        return ""
    bracket = text[label.end - 1 : label.end] == ")"
    printed = f"{label.number})" if bracket and label.style == "arabic" and len(label.parts) == 1 else label.number
    if parent is None or not parent.number:
        return printed
    if label.style == "letter" or bracket:
        return f"{parent.number}.{printed}"
    return printed
