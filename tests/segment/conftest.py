"""The vocabularies of formal parts and of sections, and what is found by them, as short calls."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.load.markdown import parse
from jdlint.model.outline import Outline
from jdlint.model.rule import Rulebook
from jdlint.segment.heading import Found, Headings
from jdlint.segment.requisite import Marks


@pytest.fixture(scope="session")
def marks(rulebook: Rulebook) -> Marks:
    """The words that formal parts are known by."""
    return Marks.of(rulebook.vocabulary["requisites"])


@pytest.fixture(scope="session")
def headings(rulebook: Rulebook, marks: Marks) -> Callable[[str], Found]:
    """The headings of a Markdown text."""
    vocabulary = Headings.of(rulebook.vocabulary["sections"])

    def find(text: str) -> Found:
        document = parse("a.md", text)
        return vocabulary.find(document, range(len(document.blocks)), marks)

    return find


@pytest.fixture(scope="session")
def sections(headings: Callable[[str], Found]) -> Callable[[str], list[str]]:
    """For each section in order its block, role, other roles and number, then the blocks that only divide one."""

    def told(text: str) -> list[str]:
        found, below, _ = headings(text)
        lines = [
            " ".join([f"{i}", *(r.value for r in (s.role, *s.also)), s.number or "-", *["implied"] * s.implied])
            for i, s in sorted(found.items())
        ]
        return [*lines, *(f"{i} below" for i in sorted(below))]

    return told


@pytest.fixture(scope="session")
def told(outline: Callable[[str], Outline]) -> Callable[[str], list[tuple[str, str, str]]]:
    """Role, number and words of every section of the only job description of a text."""
    return lambda text: [(s.role.value, s.number, s.heading) for s in outline(text).sections]
