"""Blanks are told once for a place, with the words before them, and left to the rule that they belong to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jdlint.check.blank import check_blank
from jdlint.model.document import Shape
from jdlint.model.finding import Hit
from jdlint.model.kind import Fill
from jdlint.model.outline import Role
from jdlint.model.reading import Reading
from jdlint.rulebook.phrase import parse_phrase

Read = Callable[[str], Reading]
HEAD = "# Должностная инструкция боцмана\n\n## 1. Общие положения\n\n"
DRAWN = (Shape.UNDERSCORES, Shape.BRACKETS, Shape.HINT, Shape.ITEM, Shape.DOTS)


def blanks(read: Read, text: str, *shapes: Shape, roles: tuple[Role, ...] = (), **more: Any) -> list[Hit]:
    """Hits of a rule about blanks in one section."""
    phrases = {name: tuple(map(parse_phrase, more.pop(name, ()))) for name in ("near", "unless")}
    return list(check_blank(Fill(frozenset(shapes or DRAWN), **phrases, **more), read(HEAD + text), frozenset(roles)))


def quotes(text: str, hits: list[Hit]) -> list[str]:
    """The words of every hit."""
    return [hit.span.of(HEAD + text) for hit in hits]


QUOTED = {
    "слова до": ("1.1. Служит ____ лет.\n", ["1.1. Служит ____"]),
    "шесть слов": (
        "1.1. Служит на старом ржавом бриге порта города ____ лет.\n",
        ["на старом ржавом бриге порта города ____"],
    ),
    "две в пункте": ("1.1. Служит ____ лет и ____ дней.\n", ["1.1. Служит ____"]),
    "заполнители порознь": ("1.1. Служит [на чём] и [где].\n", ["[на чём]", "[где]"]),
    "строка целиком": ("Служит на\n\n…………………………\n(название судна)\n", ["…………………………\n(название судна)"]),
    "вначале": ("____ служит.\n", ["____"]),
    "пустой пункт": ("1.1. Служит.\n\n1.2.\n\n1.3. Свистит.\n", ["1.2."]),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED)
def test_quotation(read: Read, text: str, expected: list[str]) -> None:
    """A line is told once for its block with up to six words before it; a bracket is told each time, alone."""
    assert expected == quotes(text, blanks(read, text))


def test_the_sentence_above_a_line_goes_with_it(read: Read) -> None:
    """A line of its own that ends the sentence above it is known by that sentence, and no other line is."""
    ended, begun = (
        "Боцман служит на бриге.\n\n…………………\n",
        "Боцман служит на бриге порта\n\n…………………\n(название порта)\n",
    )

    assert [[], ["(название порта)", "Боцман служит на бриге порта"]] == [
        [f"({a.span.of(HEAD + text)})" if a.key == "hint" else a.span.of(HEAD + text) for a in hit.related]
        for text in (ended, begun)
        for hit in blanks(read, text)
    ]


def test_what_goes_with_a_blank(read: Read) -> None:
    """An empty item goes with the line above it, a line with its hint; shape and hint are values."""
    text = "1.1. Служит.\n\n1.2.\n\n1.3. Плавает ____ (на чём).\n"
    item, line = blanks(read, text)

    assert ("item", "") == (item.values["shape"], item.values["hint"])
    assert ["1.1. Служит."] == [aside.span.of(HEAD + text) for aside in item.related]
    assert ("underscores", "на чём") == (line.values["shape"], line.values["hint"])
    assert ["на чём"] == [aside.span.of(HEAD + text) for aside in line.related]


def test_only_these_shapes_and_sections(read: Read) -> None:
    """A rule sees the shapes and the sections that it names."""
    text = "1.1. Служит ____ и [где].\n"

    assert ["[где]"] == quotes(text, blanks(read, text, Shape.BRACKETS))
    assert [] == blanks(read, text, Shape.DOTS)
    assert [] == blanks(read, text, roles=(Role.RIGHTS,))


def test_words_beside(read: Read) -> None:
    """`near` keeps blanks right after its words, or hinted by them; `unless` drops these."""
    text = "1.1. Служит в порту ____.\n\n1.2. Служит в порту города ____.\n\n1.3. Плавает ____ (имя порта).\n"
    near = quotes(text, blanks(read, text, near=("порт",)))
    other = quotes(text, blanks(read, text, unless=("порт",)))

    assert ["1.1. Служит в порту ____", "1.3. Плавает ____"] == near
    assert ["1.2. Служит в порту города ____"] == other


def test_signatures_are_no_blanks(read: Read) -> None:
    """Lines to sign on are what they are there for, unless the rule looks everywhere."""
    text = "1.1. Служит.\n\nСОГЛАСОВАНО\n\nСтарпом ____________ (подпись)\n"

    assert [] == blanks(read, text)
    assert 1 == len(blanks(read, text, zones="all"))
