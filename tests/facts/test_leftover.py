"""Remains of a web page: `leftover`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]

HEAD = "# Должностная инструкция смотрителя\n\n## 2. Должностные обязанности\n\n2.1. Зажигает маяк.\n\n"


def places(reading: Reading, kind: str) -> list[str]:
    """The words of the facts of a kind."""
    return [f.span.of(reading.outline.document.text) for f in reading.facts if f.kind == kind]


LEFT = [
    ("Другие инструкции: инструкция боцмана", "Другие инструкции: инструкция боцмана"),
    ("Источник: https://mayak.example/di", "Источник: https://mayak.example/di"),
    ("**Чистит линзы**strong>", "strong>"),
    ("Чистит линзы</div", "</div"),
    ("Комментарии\n\nТекст документа", "Комментарии\n\nТекст документа"),
]


@pytest.mark.parametrize(("text", "words"), LEFT)
def test_leftovers(read: Read, text: str, words: str) -> None:
    """Lines of a page stand for themselves, neighbours together; of markup only its remains."""
    assert [words] == places(read(HEAD + text + "\n"), "leftover")


KEPT = [
    "2.2. Пишет статьи для сайта https://mayak.example.",
    "2.2. Держит давление > 2 атмосфер.",
    "2.2. Читает<br>журнал.",
    "Вид документа: инструкция",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_belongs_to_the_document(read: Read, text: str) -> None:
    """Addresses of the work, signs of comparison, whole tags and particulars of one's own are no leftovers."""
    assert [] == places(read(HEAD + text + "\n"), "leftover")
