"""Where rules look: in the description they are asked about, in the sections they name, and not in forms around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from jdlint.check.where import blocks_in, roles_of, spans_in
from jdlint.linter import Linter
from jdlint.model.outline import Outline, Requisite, RequisiteKind, Role
from jdlint.model.reading import Reading
from jdlint.model.span import Span

LOADER = """\
# Должностная инструкция грузчика

## 1. Общие положения

1.1. Грузчик подчиняется бригадиру.

## 2. Должностные обязанности

2.1. Грузчик носит ящики.

"""
TWO = LOADER + LOADER.replace("Грузчик", "Весовщик").replace("грузчика", "весовщика").replace("носит", "взвешивает")


def texts(linter: Linter, outline: Outline, *roles: Role) -> list[str]:
    """The blocks of these sections."""
    reading = linter.read(outline)
    return [block.span.of(outline.document.text) for _, block in blocks_in(reading, frozenset(roles), "content")]


def test_each_description_of_a_file_has_its_own(linter: Linter, outlines: Callable[[str], tuple[Outline, ...]]) -> None:
    """What is said in another description of the same file is not looked at, before or behind."""
    first, second = outlines(TWO)

    assert ["2.1. Грузчик носит ящики."] == texts(linter, first, Role.DUTIES)[1:]
    assert ["2.1. Весовщик взвешивает ящики."] == texts(linter, second, Role.DUTIES)[1:]


FORM = """\
Боцман № 5

# Должностная инструкция боцмана

## 1. Права и ответственность

1.1. Боцман ест.

## 2. Обязанности

2.1. Боцман свистит.
"""


def seen(read: Callable[[str], Reading], kind: RequisiteKind, words: str, zones: str, *roles: Role) -> list[str]:
    """The lines that are looked at when these words are such a requisite: first words of each."""
    reading = read(FORM)
    at = FORM.index(words)
    outline = replace(reading.outline, requisites=(Requisite(kind, Span(at, at + len(words))),))
    reading = replace(reading, outline=outline)
    spans = spans_in(reading, frozenset(roles), zones)
    assert list(spans) == [block.span for _, block in blocks_in(reading, frozenset(roles), zones)]
    assert all(outline.block(i) is block for i, block in blocks_in(reading, frozenset(roles), zones))
    return [span.of(FORM)[:8] for span in spans]


ALL = ["Боцман №", "Должност", "1. Права", "1.1. Боц", "2. Обяза", "2.1. Боц"]
FORMS = ("approval", "agreement", "acknowledgement", "signature", "contents", "leftover")


@pytest.mark.parametrize("kind", FORMS)
@pytest.mark.parametrize("words", ["1.1. Боцман ест.", "Боцман ест.", "1. Права и ответственность\n\n1.1. Боцман ест."])
def test_forms_are_no_content(read: Callable[[str], Reading], kind: str, words: str) -> None:
    """A block that is a formal part, or holds one, is looked at only where a rule looks everywhere."""
    gone = 2 if words.startswith("1. ") else 1

    assert [line for line in ALL if line not in ALL[4 - gone : 4]] == seen(read, RequisiteKind(kind), words, "content")
    assert ALL == seen(read, RequisiteKind(kind), words, "all")


@pytest.mark.parametrize("kind", [kind.value for kind in RequisiteKind if kind.value not in FORMS])
def test_other_requisites_are_content(read: Callable[[str], Reading], kind: str) -> None:
    """A title says something, and below the first section so does a number to be filled."""
    assert ALL == seen(read, RequisiteKind(kind), "1.1. Боцман ест.", "content")


def test_the_number_of_the_document(read: Callable[[str], Reading]) -> None:
    """Above the sections a place for a number registers the document; one inside other words does not."""
    kind = RequisiteKind.REGISTRATION

    assert ALL[1:] == seen(read, kind, "Боцман № 5", "content")
    assert ALL == seen(read, kind, "Боцман № 5", "all")
    assert ALL == seen(read, kind, "№ 5", "content")


@pytest.mark.parametrize(
    ("expected", "roles"),
    [
        (ALL[:2], (Role.GENERAL,)),
        (ALL[2:4], (Role.RIGHTS,)),
        (ALL[2:4], (Role.RESPONSIBILITY,)),
        (ALL[4:], (Role.DUTIES,)),
        (ALL[2:], (Role.DUTIES, Role.RIGHTS)),
        ([], (Role.FINAL,)),
    ],
)
def test_sections(read: Callable[[str], Reading], expected: list[str], roles: tuple[Role, ...]) -> None:
    """Both roles of a heading count; what stands above the first section is said in general."""
    assert expected == seen(read, RequisiteKind.TITLE, "Боцман № 5", "content", *roles)


def test_roles_of_a_block(read: Callable[[str], Reading]) -> None:
    """None above the sections, both of a heading that names two."""
    reading = read(FORM)

    assert [set(), set(), {"rights", "responsibility"}, {"rights", "responsibility"}, {"duties"}, {"duties"}] == [
        {role.value for role in roles_of(reading, index)} for index in range(6)
    ]
