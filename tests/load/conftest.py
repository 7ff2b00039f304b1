"""Plain text as a document of one paragraph a line, and what is left to be filled in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.load.blank import find_blanks
from jdlint.model.document import Blank, Block, BlockKind, Cell
from jdlint.model.label import read_label
from jdlint.model.span import Span

Blanks = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture(scope="session")
def blanks() -> Blanks:
    """Shape, characters and hint of every blank of a text with one paragraph a line, beside what the loader drew; all
    lines may stand in one cell.
    """

    def find(text: str, *drawn: Blank, cell: Cell | None = None) -> list[tuple[str, str, str]]:
        blocks, at = [], 0
        for line in text.split("\n"):
            if line.strip():
                label = read_label(line)
                kind = BlockKind.ITEM if label and label.style == "bullet" else BlockKind.PARAGRAPH
                blocks.append(Block(Span(at, at + len(line)), kind, cell=cell))
            at += len(line) + 1
        return [(b.shape.value, b.span.of(text), b.hint) for b in find_blanks(text, blocks, drawn)]

    return find
