"""Regular expressions of rules: each block is taken alone, however the search is hurried."""

from __future__ import annotations

import pytest

from jdlint.check.expression import matches
from jdlint.model.span import Span

BLOCKS = ("лейка новая", "лейка", "Ржавая лейка", "тачка (старая)")
PLAIN = "\n".join(BLOCKS)


def spans() -> tuple[Span, ...]:
    """The places of the blocks."""
    starts = [PLAIN.index(f"\n{block}") + 1 if number else 0 for number, block in enumerate(BLOCKS)]
    starts[1] = PLAIN.index("\nлейка\n") + 1
    return tuple(Span(start, start + len(block)) for start, block in zip(starts, BLOCKS, strict=True))


@pytest.mark.parametrize(
    ("expected", "source"),
    [
        (["лейка", "лейка"], r"^лейка"),
        (["лейка", "лейка"], r"лейка$"),
        (["лейка", "лейка", "лейка"], r"(?<!\w)лейка(?!\w)"),
        (["лейка", "лейка"], r"лейка(?!\s*\S)"),
        (["лейка", "лейка"], r"лейка(?![ ](?:[)]|новая))(?!\W+\w)"),
        (["лейка", "Ржавая", "тачка"], r"\G\w+\b(?!\s*$)"),
        (["новая"], r"лейка\s+\K\w+"),
        (["лейка"], r"(?>лейка\s*)(?=н)|(?>лейка\W*+)(?=тачка)"),
        (["(старая)"], r"\(\w++\)"),
        ([], r"новая\s+лейка"),
    ],
)
def test_in_each_block_alone(expected: list[str], source: str) -> None:
    """Ends are the ends of a block, and what stands in the next block is neither wanted nor forbidden."""
    found = [[span.of(PLAIN).strip() for span in matches(source, PLAIN, spans())] for _ in range(3)]

    assert [expected] * 3 == found
