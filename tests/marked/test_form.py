"""Forms of values: what they read, what they refuse, what schema they are."""

from typing import Any

import jsonschema
import pytest

from jdlint.marked import Choice, Count, Data, Field, Flag, Form, List, MapOf, Page, Table, Text

TEXT = Text()
CODE = Text("[A-Z]+", ("заглавные буквы", "capital letters"))
PAIR = Table((Field("a", TEXT, "первое", "the first", required=True), Field("b", Count())))


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (TEXT, "слово", "слово"),
        (TEXT, "'5'", "5"),
        (CODE, "ABC", "ABC"),
        (Flag(), "false", False),
        (Count(), "0", 0),
        (Choice(("on", "off")), "off", "off"),
        (List(TEXT), "[а, б]", ("а", "б")),
        (List(TEXT, lone=True), "а", ("а",)),
        (MapOf(Count()), "{x: 1}", {"x": 1}),
        (PAIR, "{a: слово, b: 2}", {"a": "слово", "b": 2}),
        (Data(), "{x: [1, да]}", {"x": [1, "да"]}),
    ],
)
def test_good_values_are_read_and_fit_the_schema(form: Form, text: str, value: Any) -> None:
    """A value of the right form is read whole, and the form's JSON Schema accepts it too."""
    page = Page("а.yaml", text)

    assert page.root is not None
    assert value == form.read(page.root, page)
    assert [] == page.mistakes
    jsonschema.validate(Data().read(page.root, page), form.schema())


@pytest.mark.parametrize(
    ("form", "text", "ru"),
    [
        (TEXT, "5", "нужно: текст (возьмите значение в кавычки), а здесь число 5"),
        (TEXT, "[]", "нужно: текст, а здесь список"),
        (TEXT, "''", "нужно: непустой текст, а здесь «»"),
        (CODE, "abc", "нужно: заглавные буквы, а здесь «abc»"),
        (Flag(), "yes", "нужно: true или false, а здесь «yes»"),
        (Count(1), "0", "нужно: целое число не меньше 1, а здесь число 0"),
        (Count(), "true", "нужно: целое число не меньше 0, а здесь true (да/нет)"),
        (Choice(("left", "right")), "lefft", "неизвестно: значение «lefft»; возможно, вы имели в виду «left»"),
        (List(TEXT), "а", "нужно: список (строки «- …»), а здесь «а»"),
        (List(TEXT), "[]", "нужно: список не короче 1, а здесь список"),
        (List(TEXT), "[а, а]", "«а» уже есть в этом списке"),
        (PAIR, "{b: 1}", "нет обязательного ключа «a»"),
        (PAIR, "{a: х, bb: 1}", "неизвестный ключ «bb»; возможно, вы имели в виду «b»"),
        (PAIR, "x", "нужно: набор ключей (a, b), а здесь «x»"),
        (MapOf(TEXT), "[а]", "нужно: набор «ключ: значение», а здесь список"),
    ],
)
def test_wrong_values_are_told_in_words(form: Form, text: str, ru: str) -> None:
    """One mistake says what is needed and what was found, in both languages."""
    page = Page("а.yaml", text)

    assert page.root is not None
    form.read(page.root, page)
    assert [ru] == [m.ru for m in page.mistakes]
    assert all(m.en for m in page.mistakes)


def test_all_mistakes_are_found_in_one_pass() -> None:
    """A bad value does not hide the next one."""
    page = Page("а.yaml", "a: 1\nb: -1\nс: 3\n")

    assert page.root is not None
    PAIR.read(page.root, page)
    assert [1, 2, 3] == sorted(m.line for m in page.mistakes)
