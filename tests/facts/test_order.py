"""How a document is put together: `displaced`, `another_document`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.linter import Linter
from jdlint.model.outline import Outline
from jdlint.model.reading import Reading

Read = Callable[[str], Reading]


def document(*headings: str, position: str = "звонаря") -> str:
    """A job description with these sections."""
    sections = [f"## {n}. {h}\n\n{n}.1. Слова о деле.\n" for n, h in enumerate(headings, 1)]
    return "\n".join([f"# Должностная инструкция {position}\n", *sections])


ORDERS = [
    (("Общие положения", "Должностные обязанности", "Права", "Ответственность"), []),
    (("Общие положения", "Права", "Должностные обязанности", "Ответственность", "Требования к работнику"), []),
    (("Общие положения", "Ответственность", "Должностные обязанности", "Права"), ["Ответственность"]),
    (("Должностные обязанности", "Права", "Общие положения", "Ответственность"), ["Общие положения"]),
    (("Общие положения", "Заключительные положения", "Права", "Ответственность"), ["Заключительные положения"]),
]


@pytest.mark.parametrize(("headings", "moved"), ORDERS)
def test_displaced_sections(read: Read, headings: tuple[str, ...], moved: list[str]) -> None:
    """As few sections as can be are called displaced."""
    assert moved == [f.value for f in read(document(*headings)).facts if f.kind == "displaced"]


def test_second_document(outlines: Callable[[str], tuple[Outline, ...]], linter: Linter) -> None:
    """Only what follows another job description is another document."""
    both = document("Общие положения", "Права") + document("Общие положения", "Права", position="органиста")
    facts = [[f.value for f in linter.read(o).facts if f.kind == "another_document"] for o in outlines(both)]
    assert [[], ["органист"]] == facts


def test_title_told_twice(outlines: Callable[[str], tuple[Outline, ...]]) -> None:
    """A title page with its contents, and the title again below it, are one document."""
    page = "Должностная инструкция звонаря\n\nСодержание\n\nОбщие положения\n\nПрава\n\n"
    assert [1] == [o.ordinal for o in outlines(page + document("Общие положения", "Права"))]
    both = document("Общие положения", "Права") + document("Общие положения", "Права", position="органиста")
    assert [1, 2] == [o.ordinal for o in outlines(both)]
