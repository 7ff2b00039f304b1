"""Markdown made to harm: read in bounded time or refused."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from jdlint.load.markdown import load
from jdlint.model.document import Document, Source

# Each of these grows without end; what is wanted is that time grows no faster than they.
GROWING: dict[str, Callable[[int], str]] = {
    "one line": lambda n: "Печёт хлеб " * n,
    "quotes": lambda n: "> " * n + "Печёт",
    "lists": lambda n: "- " * min(n, 3000) + "Печёт",
    "brackets": lambda n: "[" * n,
    "links": lambda n: "[а](" * n,
    "stars": lambda n: "*а **" * n,
    "underscores": lambda n: "_а __" * n,
    "ticks": lambda n: "".join("`" * (k % 50) + "а" for k in range(n // 10)),
    "comments": lambda n: "<!--" * n,
    "closed comments": lambda n: "<!-- а -->\n" * n + "Печёт",
    "tags": lambda n: "<а " * n,
    "entities": lambda n: "&#1" * n,
    "pipes": lambda n: "|" * n + "\n" + "|-" * min(n, 500),
    "table": lambda n: "|а|б|\n|-|-|\n" + "|1|2|\n" * n,
    "fronts": lambda n: "---\n" * n,
    "blanks": lambda n: "____ " * n,
    "labels": lambda n: "1.1.1.1. " * n,
    "escapes": lambda n: "\\" * n,
    "empty lines": lambda n: "\n" * n,
}


def seconds(text: str) -> tuple[Document, float]:
    """The document and the processor time that it took."""
    start = time.process_time()
    document = load(Source("а.md", text.encode()))
    return document, time.process_time() - start


@pytest.mark.parametrize("name", GROWING)
def test_growing_text(name: str) -> None:
    """Six thousand repetitions of anything are read in seconds, and nothing of them is lost."""
    text = GROWING[name](6_000)
    document, taken = seconds(text)

    assert text == document.text
    assert taken < 20


def test_invisible_characters_are_kept() -> None:
    """Marks of direction and of no width stay in the text where they were, so that places are exact."""
    document, _ = seconds("Печёт\u202e хлеб\u200b и\ufeff торт\x07")

    assert "Печёт\u202e хлеб\u200b и\ufeff торт\x07" == document.text
