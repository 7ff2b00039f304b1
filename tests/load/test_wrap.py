"""Hard-wrapped lines come together as a reader reads them, and nothing else does."""

from __future__ import annotations

import pytest

from jdlint.load.wrap import continues, starts_low, width_of

WRAPPED = [
    "Кок варит уху из свежей рыбы, которую боцман",
    "передал ему до восхода солнца, и солит её так,",
    "чтобы капитан остался доволен, а юнга не просил",
    "воды до самого вечера. Кок также следит за тем,",
    "чтобы котёл был чист, а черпак висел на гвозде.",
]


def test_width_of_wrapped_lines() -> None:
    """Lines broken at one width have that width."""
    assert max(map(len, WRAPPED)) == width_of(WRAPPED)


@pytest.mark.parametrize(
    "lines",
    [
        [],
        WRAPPED[:3],
        ["Кок варит уху.", "Юнга моет котёл.", "Боцман свистит.", "Капитан спит."],
        [*WRAPPED, "Кок " * 60],
        ["Права", "Кок ест уху первым.", "Обязанности", "Кок варит уху.", "Юнга моет котёл."],
    ],
    ids=["nothing", "too few", "sentences", "one long line", "short lines"],
)
def test_lines_that_are_not_wrapped(lines: list[str]) -> None:
    """Few lines, whole sentences or long lines are not broken by width."""
    assert 0 == width_of(lines)


JOINED = {
    "строчная буква": ("Кок варит уху из рыбы,", "которую дал боцман.", 50),
    "строчная без ширины": ("Кок варит уху", "и чай.", 0),
    "открытая скобка": ("Кок варит уху (щуку,", "ерша) и чай.", 50),
    "скобка с прописной": ("Кок варит уху (щуку,", "Ерша) и чай.", 50),
    "пояснение в скобках": ("Кок варит уху и компот сам", "(без юнги).", 50),
    "прописная в полной строке": ("Кок варит уху из рыбы, которую дал ему старый боцман", "Петров с юта.", 54),
    "число в полной строке": ("Кок варит уху из рыбы, которую дал ему старый боцман", "12 мая.", 54),
    "продолжение черты": ("Боцман ____________", "________", 0),
}


@pytest.mark.parametrize(("before", "after", "width"), JOINED.values(), ids=JOINED)
def test_lines_that_go_on(before: str, after: str, width: int) -> None:
    """An unfinished line goes on with the next one."""
    assert continues(before, after, width=width)


APART = {
    "после точки": ("Кок варит уху.", "и чай.", 50),
    "после двоеточия": ("Кок варит:", "уху;", 50),
    "после точки с запятой": ("уху;", "чай.", 50),
    "новый номер": ("Кок варит уху", "2. Юнга моет котёл", 50),
    "новая точка списка": ("Кок варит уху", "- чай", 50),
    "прописная без ширины": ("Кок варит уху", "Юнга моет котёл", 0),
    "короткая строка": ("Кок варит", "Юнга моет котёл", 80),
    "заголовок и текст": ("ОБЯЗАННОСТИ КОКА НА СУДНЕ И НА БЕРЕГУ МОРСКОМ", "Кок варит уху", 50),
    "заголовок и строчная": ("ПРАВА КОКА", "кок ест первым", 50),
    "подпись под чертой": ("Капитан ____________", "(подпись)", 50),
    "пояснение без ширины": ("Капитан Смирнов", "(подпись)", 0),
    "пусто до": ("", "кок", 50),
    "пусто после": ("Кок варит", "  ", 50),
    "черта не у черты": ("Кок варит уху", "________", 0),
    "закрытая скобка": ("Кок варит уху (щуку)", "Юнга моет", 0),
    "знак": ("Кок варит уху из рыбы, которую дал ему старый боцман", "— чай", 54),
}


@pytest.mark.parametrize(("before", "after", "width"), APART.values(), ids=APART)
def test_lines_that_stand_apart(before: str, after: str, width: int) -> None:
    """A finished line, a new item, a heading and a signature's legend begin anew."""
    assert not continues(before, after, width=width)


@pytest.mark.parametrize(
    ("expected", "text"),
    [(True, "и чай"), (True, " «чай»"), (True, "(чай)"), (False, "Чай"), (False, "12 чаёв"), (False, "")],
)
def test_starts_low(text: str, *, expected: bool) -> None:
    """A small letter, a quotation or a bracket begins like the middle of a sentence."""
    assert expected == starts_low(text)
