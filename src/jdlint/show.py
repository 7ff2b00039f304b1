"""`jdlint show`: the reading text of a file and how it was understood."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from jdlint.model.document import Block, Document
from jdlint.model.label import read_label
from jdlint.model.outline import Outline
from jdlint.model.reading import Reading
from jdlint.model.span import Lines
from jdlint.model.visible import visible


def show_json(document: Document, readings: Sequence[Reading]) -> str:
    """The contract's object: path, text, blocks, sections, facts."""
    lines = Lines(document.text)
    outlines = [r.outline for r in readings]
    data = {
        "path": document.path,
        "text": document.text,
        "blocks": [_block(i, b, document, outlines, lines) for i, b in enumerate(document.blocks)],
        "sections": [
            {"role": s.role.value, "heading": s.heading, "number": s.number, "line": lines.line(s.span.start)}
            for o in outlines
            for s in o.sections
        ],
        "facts": [
            {
                "kind": f.kind,
                "value": f.value,
                "line": lines.line(f.span.start),
                "quote": f.span.of(document.text),
                "marks": dict(f.marks),
            }
            for r in readings
            for f in r.facts
        ],
    }
    return visible(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def show_text(document: Document, readings: Sequence[Reading], lang: str) -> str:
    """The reading text with line numbers, section roles, clause numbers and blanks in the margin."""
    lines = Lines(document.text)
    outlines = [r.outline for r in readings]
    margins: dict[int, str] = {}
    for index, block in enumerate(document.blocks):
        outline = _outline_of(index, outlines)
        if outline is None:
            continue
        role = outline.sections[outline.section_of[index]].role.value if outline.section_of[index] >= 0 else "—"
        clause = outline.clauses[outline.clause_of[index]].number if outline.clause_of[index] >= 0 else ""
        formal = ",".join(sorted(k.value for k in outline.requisites_at(block.span)))
        blanks = sum(block.span.overlaps(b.span) for b in document.blanks)
        margins.setdefault(
            lines.line(block.span.start),
            " ".join(filter(None, (role, clause, f"[{formal}]" if formal else "", f"□{blanks}" if blanks else ""))),
        )
    rows = document.text.split("\n")
    wide = max((len(m) for m in margins.values()), default=0)
    number = len(str(len(rows)))
    titles = {"ru": ("Должность", "не названа"), "en": ("Position", "not named")}[lang]
    head = [f"{titles[0]}: {o.position or titles[1]}" for o in outlines]
    body = [f"{n:{number}} │ {margins.get(n, ''):{wide}} │ {row}".rstrip() for n, row in enumerate(rows, 1)]
    return "\n".join([*head, *body, ""])


def _outline_of(index: int, outlines: Sequence[Outline]) -> Outline | None:
    for outline in outlines:
        if outline.span.covers(outline.document.blocks[index].span):
            return outline
    return None


def _block(index: int, block: Block, document: Document, outlines: Sequence[Outline], lines: Lines) -> dict[str, Any]:
    outline = _outline_of(index, outlines)
    section = outline.section_of[index] if outline else -1
    clause = outline.clause_of[index] if outline else -1
    text = block.span.of(document.text)
    label = read_label(block.span.of(document.plain))
    return {
        "line": lines.line(block.span.start),
        "kind": block.kind.value,
        "label": block.label or (text[label.start : label.end] if label else ""),
        "text": text,
        "section": outline.sections[section].role.value if outline and section >= 0 else "",
        "clause": outline.clauses[clause].number if outline and clause >= 0 else "",
        "anchor": block.anchor,
        "blanks": [
            {
                "start": b.span.start - block.span.start,
                "end": b.span.end - block.span.start,
                "shape": b.shape.value,
                "hint": b.hint,
            }
            for b in document.blanks
            if block.span.overlaps(b.span)
        ],
    }
