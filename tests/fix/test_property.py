"""Whatever slips a document holds: mending leaves none of them, changes nothing else, and then comes to rest."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from jdlint.fix.rounds import Mended
from jdlint.fix.ways import Mode
from jdlint.load.docx import load
from jdlint.model.document import Source

# A clause, and the same with a slip that has one right mending.
SENTENCES = (
    ("Проверяет замки и решётки складов.", None),
    ("Ведёт журнал осмотра помещений.", "Ведёт жypнал осмотра помещений."),
    ("Сверяет остатки с карточками учёта.", "Сверяет  остатки с   карточками учёта."),
    ("Соблюдает планово-предупредительный график осмотров.", "Соблюдает планово–предупредительный график осмотров."),
    (
        "Хранит сведения по закону № 152-ФЗ и приказу № 418-п.",
        "Хранит сведения по закону № 152 ФЗ и приказу №418-п.",
    ),
    ("За кражу подлежит уголовному преследованию.", "За кражу подлежит криминальному преследованию."),
    ("Работает по правилам 2024 г. с изменениями.", "Работает по правилам 2024г. с изменениями."),
    ("Сдаёт ключи сменщику под подпись.", "Сдаёт ключи сменщику под пoдпись."),
)
# Bullets that say something, and nothing at all.
BULLETS = ("запирает ворота;", "считает пломбы;", "гасит свет;")

Section = tuple[list[tuple[str, str]], list[str]]


@st.composite
def _section(draw: st.DrawFn, number: int) -> Section:
    """Lines of a section as they should be and as they are."""
    right: list[str] = []
    wrong: list[str] = []
    clauses = draw(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=6, unique=True))
    shift = draw(st.sampled_from(["none", "gap", "repeat"]))
    at = draw(st.integers(1, len(clauses) - 1))
    for index, (clean, slip) in enumerate(clauses):
        moved = {"none": 0, "gap": 1, "repeat": -1}[shift] if index >= at else 0
        right.append(f"{number}.{index + 1}. {clean}")
        wrong.append(f"{number}.{index + 1 + moved}. {draw(st.sampled_from([clean, slip or clean]))}")
    if draw(st.booleans()):
        right += [f"— {bullet}" for bullet in BULLETS]
        empty = draw(st.integers(0, len(BULLETS) - 1))
        for index, bullet in enumerate(BULLETS):
            wrong += ["— ;"] * (index == empty) + [f"— {bullet}"]
    return [(line, "") for line in right], wrong


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """The lines of a job description as they should be, and as they are."""
    right, wrong = ["Должностная инструкция сторожа"], ["Должностная инструкция сторожа"]
    for number, heading in enumerate(("Общие положения", "Должностные обязанности", "Ответственность"), 1):
        clean, slips = draw(_section(number))
        for lines, new in ((right, [line for line, _ in clean]), (wrong, slips)):
            lines += [f"{number}. {heading}", *new]
    return right, wrong


def markdown(lines: Sequence[str]) -> bytes:
    """Paragraphs, headings and lists of Markdown."""
    out = []
    for line in lines:
        if line.startswith("— "):
            out.append(line.replace("— ", "- ", 1))
        else:
            heading = "# " if line.startswith("Должностная") else "## " if line[1:3] == ". " else ""
            out += ["", f"{heading}{line}"]
    return "\n".join([*out[1:], ""]).encode()


def word(lines: Sequence[str], cuts: Sequence[int], x: Any) -> bytes:
    """A Word file whose runs are cut anywhere."""
    paragraphs = []
    for number, line in enumerate(lines):
        cut = cuts[number % len(cuts)] % (len(line) + 1)
        look = ("<b/>", "<i/>")[number % 2]
        paragraphs.append(f"<p>{x.t(line[:cut])}{x.t(line[cut:], look)}</p>")
    return x.pack("".join([*paragraphs, x.p("Конец.")]))  # type: ignore[no-any-return]


MANY = settings(
    max_examples=100 if os.environ.get("JDLINT_SLOW") else 15,
    deadline=None,
    phases=(Phase.generate,),
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@MANY
@given(documents())
def test_markdown(
    fix: Callable[..., Mended],
    left: Callable[[Source], int],
    document: tuple[list[str], list[str]],
) -> None:
    """The mended file is the one without slips, byte for byte, and stays so."""
    right, wrong = document
    done = fix(Source("а.md", markdown(wrong))).source

    assert markdown(right).decode() == done.data.decode()
    assert 0 == left(done)
    assert done.data == fix(done).source.data


@pytest.mark.parametrize("mode", list(Mode))
@MANY
@given(documents(), st.lists(st.integers(0, 80), min_size=1, max_size=7))
def test_word(
    fix: Callable[..., Mended],
    left: Callable[[Source], int],
    reject: Callable[[bytes], bytes],
    x: Any,
    mode: Mode,
    document: tuple[list[str], list[str]],
    cuts: list[int],
) -> None:
    """The mended file reads without slips and stays so; rejecting what is tracked gives the old words back."""
    right, wrong = document
    before = Source("а.docx", word(wrong, cuts, x))
    done = fix(before, mode=mode).source

    assert "\n".join([*right, "Конец."]) == load(done).text
    assert 0 == left(done)
    assert done.data == fix(done, mode=mode).source.data
    if mode is Mode.TRACKED:
        assert load(before).text == load(Source("а.docx", reject(done.data))).text
