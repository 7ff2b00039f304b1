"""What exactly is found: which positions, which of two hits, which citations excuse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from jdlint.check.find import check_find
from jdlint.model.finding import Hit
from jdlint.model.kind import Find
from jdlint.model.outline import Role
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span
from jdlint.rulebook.phrase import parse_phrase

HEAD = "# Должностная инструкция боцмана\n\n## 1. Общие положения\n\n"
Read = Callable[[str], Reading]
LISTS = ("unless", "around", "not_for", "only_for", "lawful", "lawful_for", "lead", "listed", "related")


def hits(reading: Reading, *phrases: str, roles: tuple[Role, ...] = (), **more: Any) -> list[Hit]:
    """Hits of these phrases."""
    listed = {name: tuple(map(parse_phrase, more.pop(name))) for name in LISTS if name in more}
    return list(check_find(Find(tuple(map(parse_phrase, phrases)), **listed, **more), reading, frozenset(roles)))


def words(read: Read, body: str, *phrases: str, **more: Any) -> list[str]:
    """The words of these hits."""
    return [hit.span.of(HEAD + body) for hit in hits(read(HEAD + body), *phrases, **more)]


@pytest.mark.parametrize(
    ("expected", "more"),
    [
        (1, {}),
        (0, {"not_for": ("боцман",)}),
        (0, {"not_for": ("юнга", "боцман")}),
        (1, {"not_for": ("юнга",)}),
        (1, {"only_for": ("боцман",)}),
        (1, {"only_for": ("юнга", "боцман")}),
        (0, {"only_for": ("юнга",)}),
        (0, {"only_for": ("боцман",), "not_for": ("боцман",)}),
        (0, {"lawful": ("ржавый якорь",), "lawful_for": ("боцман",)}),
        (1, {"lawful": ("ржавый якорь",), "lawful_for": ("юнга",)}),
        (1, {"lawful": ("старый якорь",), "lawful_for": ("боцман",)}),
        (1, {"lawful_for": ("боцман",)}),
        (0, {"unless": ("ржавый якорь",), "lawful_for": ("юнга",)}),
    ],
)
def test_positions(read: Read, expected: int, more: dict[str, Any]) -> None:
    """The title and the position of a document tell whether a rule is for it; its clauses do not."""
    assert expected == len(words(read, "Юнга чинит ржавый якорь.\n", "якорь", **more))


OVERLAPS = {
    "рядом": (["чинит", "якорь"], "чинит якорь", ("якорь", "чинить")),
    "вплотную": (["чинит якорь", "порта"], "чинит якорь порта", ("чинить якорь", "порт")),
    "внахлёст": (["чинит якорь"], "чинит якорь порта", ("якорь порт", "чинить якорь")),
    "внутри": (["чинит якорь порта"], "чинит якорь порта", ("якорь", "чинить якорь порт", "чинить")),
    "за внахлёстом": (["чинит якорь", "моря"], "чинит якорь порта моря", ("якорь порт", "чинить якорь", "море")),
}


@pytest.mark.parametrize(("expected", "body", "phrases"), OVERLAPS.values(), ids=OVERLAPS)
def test_overlaps(read: Read, expected: list[str], body: str, phrases: tuple[str, ...]) -> None:
    """Of hits that share a word the first one stands, and of those that begin alike the longest."""
    assert expected == words(read, f"Он {body}.\n", *phrases)


@pytest.mark.parametrize(
    ("expected", "excuse"),
    [
        ([], "якорь порт"),
        ([], "чинить ржавый"),
        (["ржавый якорь"], "порт"),
        (["ржавый якорь"], "чинить"),
    ],
)
def test_an_excuse_shares_a_word(read: Read, expected: list[str], excuse: str) -> None:
    """Words beside the hit excuse nothing."""
    assert expected == words(read, "Чинит ржавый якорь порта.\n", "ржавый якорь", unless=(excuse,))


def test_expressions_are_found_without_white_space(read: Read) -> None:
    """White space at the ends of a match is no part of it, and a match of nothing else is none."""
    assert ["якорь", "флаг"] == words(read, "Чинит  якорь  и флаг.\n", regexes=(r"\s+(?:якорь|флаг)\s*", r"\s\s"))


def test_matches_side_by_side(read: Read) -> None:
    """Where one ends the next may begin."""
    assert ["якорь", "-порт"] == words(read, "Чинит якорь-порт.\n", regexes=("якорь", "-порт"))


def test_expressions_of_several_sources(read: Read) -> None:
    """Each expression is looked for, in every block where the rule looks and in no other."""
    body = "Чинит якорь.\n\n## 2. Права\n\nЧинит флаг и якорь.\n"

    assert ["флаг", "якорь"] == words(read, body, regexes=("якорь", "флаг"), roles=(Role.RIGHTS,))


def test_token_patterns_only_where_the_rule_looks(read: Read) -> None:
    """What a token pattern matches elsewhere is nothing."""
    body = "Чинит якорь.\n\n## 2. Права\n\nЧинит флаг.\n"

    assert ["Права", "флаг"] == words(read, body, tokens=(({"POS": "NOUN"},),), roles=(Role.RIGHTS,))


def test_rows_are_found(read: Read) -> None:
    """What a cell says beside the one that names it."""
    table = "| якорь | ржавый |\n|---|---|\n| флаг | ржавый |\n"

    assert 1 == len(words(read, table, rows=(tuple(map(parse_phrase, ("якорь", "ржавый"))),)))


LEADS = {
    "вводная": (["малый", "большой"], "Знает якоря:\n\n- малый;\n- большой.\n"),
    "не та вводная": ([], "Знает флаги:\n\n- малый;\n- большой.\n"),
    "не вводная": ([], "Знает якоря.\n\n- малый;\n- большой.\n"),
    "за списком": (["малый"], "Знает якоря:\n\n- малый.\n\nЗнает большой флаг.\n"),
    "сама вводная": (["большой"], "Знает малые якоря:\n\n- большой.\n"),
}


@pytest.mark.parametrize(("expected", "body"), LEADS.values(), ids=LEADS)
def test_items_of_a_list(read: Read, expected: list[str], body: str) -> None:
    """Only items right below a lead-in that names such a list."""
    assert expected == words(read, body, lead=("якорь", "цепь"), listed=("малый", "большой"))


def test_items_only_where_the_rule_looks(read: Read) -> None:
    """A list of another section is not looked at."""
    body = "Знает якоря:\n\n- малый.\n"

    assert [] == words(read, body, lead=("якорь",), listed=("малый",), roles=(Role.RIGHTS,))


def test_places_beside(read: Read) -> None:
    """Places that go with a hit stand in the order of the text, each once, and none over the hit."""
    reading = read(HEAD + "Моет флаг, чинит якорь, моет палубу.\n")
    (hit,) = hits(reading, "чинить якорь", related=("мыть", "палуба", "якорь", "чинить", "мыть флаг"))
    text = reading.outline.document.text

    assert ["Моет", "Моет флаг", "моет", "палубу"] == [aside.span.of(text) for aside in hit.related]
    assert {"beside"} == {aside.key for aside in hit.related}


# --- citations -----------------------------------------------------------------------------------------------------

CITED = {
    # mode, kind of citation, the clause with {act}, whether the hit stands
    "нет ссылки": ("sentence", "code", "Чинит якорь.", True),
    "за словами": ("sentence", "code", "Чинит якорь по {act}.", False),
    "перед словами": ("sentence", "code", "По {act} чинит якорь.", False),
    "в другом предложении": ("sentence", "code", "Чинит якорь. Знает {act}.", True),
    "в другом предложении перед": ("sentence", "code", "Знает {act}. Чинит якорь.", True),
    "список за словами": ("sentence", "code", "Чинит якорь, моет борт, знает {act}.", False),
    "список перед словами": ("sentence", "code", "Знает {act}, чинит якорь.", True),
    "точка с запятой перед словами": ("sentence", "code", "Знает {act}; чинит якорь.", True),
    "«и» перед словами": ("sentence", "code", "Знает {act} и чинит якорь.", True),
    "основание перед словами": ("sentence", "code", "Согласно {act}, чинит якорь.", False),
    "в силу": ("sentence", "code", "В силу {act}, чинит якорь.", False),
    "основание далеко": ("sentence", "code", f"Согласно {'очень ' * 10}важному {{act}}, чинит якорь.", True),
    "рядом за словами": ("beside", "code", "Чинит якорь по {act}.", False),
    "рядом в списке": ("beside", "code", "Чинит якорь, моет борт по {act}.", True),
    "рядом через «и»": ("beside", "code", "Чинит якорь и {act}.", True),
    "рядом в том числе": ("beside", "code", "Чинит якорь, в том числе {act}.", False),
    "рядом в частности": ("beside", "code", "Чинит якорь, в частности {act}.", False),
    "рядом а именно": ("beside", "code", "Чинит якорь, а именно {act}.", False),
    "рядом двоеточие": ("beside", "code", "Чинит якорь, флаг: {act}.", False),
    "рядом основание": ("beside", "code", "Согласно {act}, чинит якорь.", True),
    "рядом без реквизитов": ("beside", "vague", "Чинит якорь по {act}.", True),
    "рядом по номеру": ("beside", "number", "Чинит якорь по {act}.", False),
    "рядом по дате": ("beside", "date", "Чинит якорь по {act}.", False),
    "рядом по статье": ("beside", "article", "Чинит якорь по {act}.", False),
    "предложение без реквизитов": ("sentence", "vague", "Чинит якорь по {act}.", False),
    "не ссылка": ("sentence", "duty", "Чинит якорь по {act}.", True),
}
MARKS = {
    "code": {"known": "name"},
    "vague": {"known": "title"},
    "number": {"number": "5"},
    "date": {"date": "2020-01-01"},
    "article": {"article": "5"},
    "duty": {"known": "name"},
}


@pytest.mark.parametrize(("mode", "kind", "line", "stands"), CITED.values(), ids=CITED)
def test_citations_excuse(read: Read, mode: str, kind: str, line: str, *, stands: bool) -> None:
    """An act in the sentence excuses, but not what only follows it in a list; `beside` wants it near and in full."""
    text = f"{HEAD}1.1. {line.format(act='уставу')}\n"
    reading = read(text)
    at = text.find("уставу")
    fact = Fact("duty" if kind == "duty" else "citation", "a", Span(at, at + 6), MARKS[kind])
    reading = replace(reading, facts=(fact,) if at >= 0 else ())

    assert stands is bool(hits(reading, "чинить якорь", uncited=mode))


@pytest.mark.parametrize(("expected", "mode"), [(0, "document"), (1, "sentence"), (1, "beside"), (2, "")])
def test_how_far_a_citation_reaches(read: Read, expected: int, mode: str) -> None:
    """One excuses the hits of its sentence, or all of the document; without `uncited` none."""
    text = f"{HEAD}1.1. Чинит якорь по уставу.\n\n1.2. Чинит якорь.\n"
    at = text.index("уставу")
    fact = Fact("citation", "a", Span(at, at + 6), {"known": "name"})
    reading = replace(read(text), facts=(fact,))

    assert expected == len(hits(reading, "чинить якорь", uncited=mode))
    assert 2 == len(hits(replace(reading, facts=()), "чинить якорь", uncited=mode))
