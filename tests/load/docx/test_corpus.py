"""Real job descriptions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jdlint.load.docx import load
from jdlint.model.document import Source

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "dev"
FILES = sorted(CORPUS.glob("*.docx"))
pytestmark = pytest.mark.skipif(not FILES, reason="the corpus is not here")


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_blocks_cover_the_text(path: Path) -> None:
    """The blocks stand one after the other, a line break between two; no other character is outside."""
    document = load(Source(path.name, path.read_bytes()))
    between = "".join(
        document.text[a.span.end : b.span.start] for a, b in zip(document.blocks, document.blocks[1:], strict=False)
    )

    assert "\n" * (len(document.blocks) - 1) == between
    assert (0, len(document.text)) == (document.blocks[0].span.start, document.blocks[-1].span.end)
    assert all(b.span.of(document.text).strip() == b.span.of(document.text) for b in document.blocks)
    assert "\n" not in "".join(b.span.of(document.plain) for b in document.blocks)


@pytest.mark.parametrize("path", [p for p in FILES if p.stem.startswith("lennen")], ids=lambda p: p.stem)
def test_superior_left_blank(path: Path) -> None:
    """The empty ruled cell after «подчиняется (непосредственно)» is one blank inside one clause."""
    document = load(Source(path.name, path.read_bytes()))
    for block in document.blocks:
        words = block.span.of(document.plain)
        if re.search(r"подчиняется(?: непосредственно)? ____", words):
            own = [b for b in document.blanks if block.span.covers(b.span)]

            assert 1 == len(own)
            assert re.fullmatch(r"\d+\. .*подчиняется.* ____\.?", words)


def test_every_row_of_a_form_is_read_as_a_line() -> None:
    """No block of the forms is a number, a full stop or a bracket left over from a row."""
    for path in FILES:
        document = load(Source(path.name, path.read_bytes()))
        for block in document.blocks:
            assert not re.fullmatch(r"[\d.]+\.|[.,;()]+", block.span.of(document.plain)), (path.name, block.anchor)


def test_twice_the_same() -> None:
    """The same bytes give the same document."""
    source = Source("а.docx", FILES[0].read_bytes())

    assert load(source) == load(source)
