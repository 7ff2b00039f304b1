"""Changes made as `fix` makes them, without a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from jdlint.check.change import Change
from jdlint.model.reading import Reading
from jdlint.model.span import Span


@pytest.fixture(scope="session")
def changed() -> Callable[[str, Sequence[Change]], str]:
    """The text with these changes, none of which may overlap another."""

    def make(text: str, changes: Sequence[Change]) -> str:
        ordered = sorted(changes)
        assert all(a.span.end <= b.span.start for a, b in pairwise(ordered))
        for change in reversed(ordered):
            text = text[: change.span.start] + change.new + text[change.span.end :]
        return text

    return make


@pytest.fixture(scope="session")
def place() -> Callable[[Reading, str], Span]:
    """Where words stand in the text that was read: the last of such places."""

    def find(reading: Reading, words: str) -> Span:
        start = reading.outline.document.text.rindex(words)
        return Span(start, start + len(words))

    return find
