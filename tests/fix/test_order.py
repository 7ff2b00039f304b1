"""Sections moved to their usual places, when asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jdlint.fix.rounds import Mended
from jdlint.model.document import Source

TITLE = "# Должностная инструкция флориста"
GENERAL = "Общие положения", "Флорист подчиняется управляющему."
DUTIES = "Должностные обязанности", "Составляет букеты{see}."
RIGHTS = "Права", "Вносит предложения."
LIABILITY = "Ответственность", "Отвечает за сохранность цветов."
FINAL = "Заключительные положения", "Инструкция составлена в двух экземплярах."
RIGHT = [GENERAL, DUTIES, RIGHTS, LIABILITY, FINAL]


def text(sections: list[tuple[str, str]], see: str = "", style: str = "{0}.") -> str:
    """A document with these sections, numbered as they come."""
    roman = ["I", "II", "III", "IV", "V"]
    parts = [TITLE]
    for number, (heading, clause) in enumerate(sections, 1):
        sign = style.format(number, roman[number - 1])
        parts += [f"## {sign} {heading}", f"{number}.1. {clause.format(see=see)}"]
    return "\n\n".join([*parts, ""])


@pytest.mark.parametrize(
    "wrong",
    [
        [DUTIES, GENERAL, RIGHTS, LIABILITY, FINAL],
        [GENERAL, LIABILITY, DUTIES, RIGHTS, FINAL],
        [GENERAL, FINAL, DUTIES, RIGHTS, LIABILITY],
        [FINAL, LIABILITY, GENERAL, DUTIES, RIGHTS],
    ],
    ids=["general-second", "liability-early", "final-early", "two-first"],
)
@pytest.mark.parametrize("style", ["{0}.", "{1}."], ids=["arabic", "roman"])
def test_moved(fix: Callable[..., Mended], wrong: list[tuple[str, str]], style: str) -> None:
    """Each section comes to its place with its clauses, and all are counted anew."""
    before, after = text(wrong, style=style), text(RIGHT, style=style)
    done = fix(Source("а.md", before.encode()), "STR003", unsafe=True).source.data.decode()

    assert after == done
    assert before == fix(Source("а.md", before.encode()), "STR003").source.data.decode()


def test_numbers_that_tell_the_right_order(fix: Callable[..., Mended]) -> None:
    """A section that keeps its number out of its place comes back to it, and no number changes."""
    first, second, third, fourth, fifth = text(RIGHT).split("\n\n## ")[1:]
    before = "\n\n## ".join([TITLE, first, second, fourth, third, fifth])

    assert text(RIGHT) == fix(Source("а.md", before.encode()), "STR003", unsafe=True).source.data.decode()


def test_a_number_set_apart_is_left(fix: Callable[..., Mended]) -> None:
    """«[2] Права»: nothing is moved where the numbers would not follow."""
    before = text([GENERAL, LIABILITY, DUTIES, RIGHTS, FINAL], style="[{0}]")

    assert before == fix(Source("а.md", before.encode()), "STR003", unsafe=True).source.data.decode()


def test_references_follow(fix: Callable[..., Mended]) -> None:
    """A reference to a clause of a section that moves, or makes way, leads to it as before."""
    wrong = [GENERAL, LIABILITY, DUTIES, RIGHTS, FINAL]
    before = text(wrong, see=", если это не мешает п. 4.1 настоящей инструкции")
    after = text(RIGHT, see=", если это не мешает п. 3.1 настоящей инструкции")

    assert after == fix(Source("а.md", before.encode()), "STR003", unsafe=True).source.data.decode()


@pytest.mark.parametrize("see", [" по разделу 4", " по п. 4.7 настоящей инструкции", " за 4.1 рубля"])
def test_left_in_doubt(fix: Callable[..., Mended], see: str) -> None:
    """Sections stay where something refers to a section, to no clause, or may be no reference at all."""
    before = text([GENERAL, LIABILITY, DUTIES, RIGHTS, FINAL], see=see)

    assert before == fix(Source("а.md", before.encode()), "STR003", unsafe=True).source.data.decode()


def test_signatures_stay_at_the_end(fix: Callable[..., Mended]) -> None:
    """A section that goes to the end goes before the line of acquaintance."""
    tail = "С инструкцией ознакомлен: ____________ «___» ______ 20__ г.\n"
    before = text([GENERAL, FINAL, DUTIES, RIGHTS, LIABILITY]) + tail
    done = fix(Source("а.md", before.encode()), "STR003", unsafe=True).source.data.decode()

    assert done.endswith("5.1. Инструкция составлена в двух экземплярах.\n\n" + tail)


def test_word_files_are_left(fix: Callable[..., Mended], x: Any) -> None:
    """In Word a person moves sections: page breaks and automatic numbers go with them."""
    lines = [line.lstrip("# ") for line in text([GENERAL, LIABILITY, DUTIES, RIGHTS, FINAL]).splitlines() if line]
    source = Source("а.docx", x.pack("".join(x.p(line) for line in lines)))

    assert source.data == fix(source, "STR003", unsafe=True).source.data
