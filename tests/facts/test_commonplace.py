"""Sections on rights and responsibility that say nothing of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]


def bare(read: Read, heading: str, *clauses: str) -> list[tuple[str, str]]:
    """Kind and words of the facts in a document of this one section."""
    items = "\n\n".join(clauses)
    text = f"# Должностная инструкция егеря\n\n## 3. {heading}\n\n{items}\n"
    return [(f.kind, f.span.of(text)) for f in read(text).facts if f.kind in {"bare_rights", "bare_liability"}]


def test_rights_that_everybody_has(read: Read) -> None:
    """A section of truisms is told once, at its first clause; one right of the job redeems it."""
    truisms = ("3.1. Пользоваться отпуском.", "3.2. Повышать квалификацию.")

    assert [("bare_rights", "Пользоваться отпуском")] == bare(read, "Права", *truisms)
    assert [] == bare(read, "Права", *truisms, "3.3. Запрашивать карты угодий.")


@pytest.mark.parametrize(
    ("expected", "clauses"),
    [
        (1, ("3.1. Порядок в сторожке.",)),
        (1, ("3.1. За неисполнение приказов егерь несёт дисциплинарную и уголовную ответственность.",)),
        (0, ("3.1. Порядок в сторожке.", "3.2. Нарушитель получает выговор.")),
        (0, ("3.1. За ущерб — в пределах, установленных законом.",)),
    ],
)
def test_liability_without_kind_or_limit(read: Read, expected: int, clauses: tuple[str, ...]) -> None:
    """A kind or a limit anywhere in the section is enough, but not a threat of all kinds at once."""
    assert expected == len(bare(read, "Ответственность", *clauses))


def test_missing_section_is_not_bare(read: Read) -> None:
    """Where there is no such section, nothing is told of it."""
    assert [] == bare(read, "Обязанности", "3.1. Считает зубров.")
