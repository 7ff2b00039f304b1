"""How duties are written: facts `vague`, `compound`, `odd_form`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]
HEAD = "# Должностная инструкция пасечника\n\n## 2. Должностные обязанности\n\n"


def told(read: Read, kind: str, *items: str) -> list[str]:
    """The words of the facts of a kind in a list of duties."""
    text = HEAD + "\n\n".join(f"2.{n}. {item}" for n, item in enumerate(items, 1))
    return [f.span.of(text) for f in read(text).facts if f.kind == kind]


@pytest.mark.parametrize(
    "duty",
    [
        "Содействует развитию предприятия",
        "Оказывает необходимую помощь",
        "Принимает участие в работе отдела",
        "Готовит соответствующие документы",
        "Помогает рамочнику, участвует в откачке мёда",
        "Красит ульи в целях надлежащего вида",
    ],
)
def test_duty_without_an_object_is_vague(read: Read, duty: str) -> None:
    """Hollow nouns, two leaning verbs or a purpose of praise alone say nothing that could be checked."""
    assert [duty] == told(read, "vague", duty + ".")


@pytest.mark.parametrize(
    "duty",
    [
        "Участвует в осмотре ульев весной.",
        "Готовит необходимые летки и нужные документы.",
        "Помогает соседям ловить рой.",
        "Заносит различные данные в АИС.",
        "Осматривает летки с целью защиты от клещей.",
    ],
)
def test_duty_with_an_object_is_not_vague(read: Read, duty: str) -> None:
    """One concrete noun, an abbreviation or a real purpose is enough."""
    assert [] == told(read, "vague", duty)


@pytest.mark.parametrize(
    ("expected", "duty"),
    [
        (1, "Красит ульи, откачивает мёд, сторожит сад."),
        (1, "Красит ульи; сторожит сад."),
        (1, "Осматривает " + "большой северный улей и " * 20 + "рамку."),
        (0, "Получает, красит и расставляет ульи."),
        (0, "Красит ульи и откачивает мёд."),
        (0, "Осматривает ульи, которые стоят в саду, дают мёд и кормят семью."),
        (0, "Ведёт журналы: откачки; роения; кормления."),
        (0, "Просит садовника полить клумбы и убрать дорожки."),
    ],
)
def test_compound(read: Read, expected: int, duty: str) -> None:
    """Three verbs with objects of their own, a semicolon or very many words; not one chain on one object."""
    assert expected == len(told(read, "compound", duty))


def test_first_item_of_another_form_is_odd(read: Read) -> None:
    """The majority sets the form; the first item that leaves it is told, once a list."""
    items = ["Осматривает ульи.", "Осмотр летков.", "Красит летки.", "Ремонт рамок."]

    assert ["Осмотр летков"] == told(read, "odd_form", *items)


def test_lead_in_asks_for_the_infinitive(read: Read) -> None:
    """After «обязан:» items in the third person are odd even when they agree with each other."""
    text = HEAD + "Пасечник обязан:\n\n- осматривает ульи;\n- красит летки.\n"
    odd = [f for f in read(text).facts if f.kind == "odd_form"]

    assert [("verb", "infinitive")] == [(f.value, f.marks["usual"]) for f in odd]


def test_sublist_is_a_list_of_its_own(read: Read) -> None:
    """Items of another level may have another form."""
    text = HEAD + "2.1. Ведёт учёт:\n\n- откачка мёда;\n- ремонт рамок.\n\n2.2. Красит летки.\n"

    assert [] == [f for f in read(text).facts if f.kind == "odd_form"]
