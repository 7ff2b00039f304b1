"""The clause tree: what a lawyer cites by number, and what hangs on a lead-in."""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.model.document import BlockKind, Document, Part
from jdlint.model.label import Label, read_label
from jdlint.model.outline import Clause
from jdlint.model.span import Span, trimmed


def number_clauses(
    document: Document,
    piece: range,
    headings: set[int],
    sub_headings: set[int],
    section_of: Sequence[int],
) -> tuple[list[Clause], list[int]]:
    """Clauses of the piece in order, and for each block of the document the index of its clause or -1.

    Numbers restart in each section; a letter or a bullet hangs on the numbered clause or lead-in above it.
    """
    clauses: list[Clause] = []
    clause_of = [-1] * len(document.blocks)
    chain: list[int] = []
    section: int | None = None
    held: tuple[int, Label] | None = None
    for index in piece:
        block = document.blocks[index]
        if block.part is not Part.BODY or index in headings:
            held = None
            continue
        if section_of[index] != section:
            chain, section = [], section_of[index]
        text = block.span.of(document.plain)
        label = read_label(text)
        if label is not None and label.word and index + 1 in headings and not text[label.end :].strip():
            continue  # «ГЛАВА 2» above the heading itself
        if label is not None and _stands_alone(document, index, label, headings):
            held = index, label
            continue
        body = trimmed(Span(block.span.start + (label.end if label else 0), block.span.end), document.plain)
        if label is None and held is not None:
            label = held[1]
            text = f"{document.blocks[held[0]].span.of(document.plain)} {text}"
        chain = _parents(chain, clauses, label, text)
        parent = chain[-1] if chain else -1
        number = _number(label, clauses[parent] if parent >= 0 else None, text)
        sub = index in sub_headings or block.kind is BlockKind.HEADING
        lead = text.rstrip().endswith(":") or sub
        clause_of[index] = len(clauses)
        if held is not None:
            clause_of[held[0]], held = len(clauses), None
        bullet = label is not None and label.style == "bullet"
        clauses.append(Clause(index, number, block.span, body, section, parent, len(chain), lead, bullet, sub))
        if label is not None or lead:
            chain = [*chain, len(clauses) - 1]
    return clauses, clause_of


def _stands_alone(document: Document, index: int, label: Label, headings: set[int]) -> bool:
    """Whether the block is nothing but a number, and the clause itself stands in the next cell or line."""
    block = document.blocks[index]
    following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None
    if following is None or block.span.of(document.plain)[label.end :].strip():
        return False
    if block.cell is not None and following.cell is not None:
        return (block.cell.table, block.cell.row) == (following.cell.table, following.cell.row)
    typed = label.style == "arabic" and not block.label and block.cell is None and following.cell is None
    goes_on = following.part is Part.BODY and not following.label and index + 1 not in headings
    return typed and goes_on and read_label(following.span.of(document.plain)) is None


def _parents(chain: list[int], clauses: Sequence[Clause], label: Label | None, text: str) -> list[int]:
    """The clauses above the next one that it hangs on; a paragraph without number hangs on none."""
    if label is None:
        return []
    while chain:
        above = clauses[chain[-1]]
        if _hangs(above, label, text):
            return chain
        chain = chain[:-1]
    return []


def _hangs(above: Clause, label: Label, text: str) -> bool:
    if above.bullet:
        return False
    if label.style == "bullet" or not above.number:
        return True
    number, lettered = above.number.rstrip(")"), label.style == "letter"
    if label.number.startswith(f"{number}.") or (lettered and label.number[:-1] == number):
        return True
    if not _is_simple(label):
        return False
    last = above.number.rpartition(".")[2]
    return not last.isalpha() if lettered else _in_bracket(label, text) and last.isdigit()


def _number(label: Label | None, parent: Clause | None, text: str) -> str:
    if label is None:
        return ""
    if not _is_simple(label):
        return label.number
    bracket = _in_bracket(label, text)
    printed = f"{label.number})" if bracket and label.style == "arabic" else label.number
    above = parent.number if parent else ""
    return f"{above}.{printed}" if above and (label.style == "letter" or bracket) else printed


def _is_simple(label: Label) -> bool:
    """Whether the number is one of its own level alone: «1)», «а)», and not «1.1)» or «1.а)»."""
    return len(label.parts) == 1 and (label.style != "letter" or label.number.isalpha())


def _in_bracket(label: Label, text: str) -> bool:
    return text[: label.end].endswith(")")
