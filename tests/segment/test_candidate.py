"""Which lines may be headings, what their look says, and which of them are a table of contents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from jdlint.load.markdown import parse
from jdlint.model.document import Document, Part
from jdlint.model.outline import Outline
from jdlint.segment.candidate import Candidate, candidate, contents
from jdlint.segment.requisite import Marks


def seen(text: str, index: int = 0, **told: Any) -> Candidate | None:
    """The block of a Markdown text as a candidate, the block being as told."""
    document = parse("a.md", text)
    blocks = [replace(b, **told) if i == index else b for i, b in enumerate(document.blocks)]
    return candidate(replace(document, blocks=tuple(blocks)), index)


def title(text: str, **told: Any) -> str | None:
    """The words of the heading as written, None where the line can be none."""
    document = parse("a.md", text)
    found = seen(text, **told)
    return found and found.title.of(document.plain)


TITLES = {
    "## Права": "Права",
    "Права": "Права",
    "3. Права": "Права",
    "3. — Права": "Права",
    "III. Права": "Права",
    "=== ПРАВА ===": "ПРАВА",
    "=== Права ===": "Права ===",
    "ПРАВА —": "ПРАВА",
    "— ПРАВА —": "ПРАВА",
    "«Права»": "«Права»",
    "Права ........ 3": "Права ........ 3",
    "- **Права**": "Права",
    "- ПРАВА": "ПРАВА",
    "**а) Права**": "Права",
    "А) Права": "Права",
    "А) ПРАВА": "ПРАВА",
    "1.0. Права": "Права",
    "## 1.1. Права": "Права",
    "## - права": "права",
    "**2. Подчиняется: коку**": "Подчиняется: коку",
    "2. Подчиняется: коку\n\n2.1. Сам.": "Подчиняется: коку",
    "Права: ": "Права:",
    "- Права": None,
    "- Права —": None,
    "— Права —": None,
    "- ПРАВА.": None,
    "а) Права": None,
    "А) права": None,
    "А) Права.": None,
    "Права;": None,
    "Права,": None,
    "**Права;**": None,
    "1.1. Права": None,
    "1.0.1. Права": None,
    "(права)": None,
    "2. (права)": None,
    "№ —": None,
    "2. 123": None,
    "[SHIP_RIGHTS]": None,
    "2. Подчиняется: коку": None,
    "{{права}}": None,
}


@pytest.mark.parametrize(("text", "expected"), TITLES.items())
def test_its_words(text: str, expected: str | None) -> None:
    """Numbers, bullets and frames are left out; items, clauses, hints, fields and variables are no headings."""
    assert expected == title(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Права кока судна.", True),
        ("Права кока парохода порта.", False),
        ("**Права кока парохода порта.**", True),
        ("Права кока парохода порта", True),
        ("2. Права кока на борту парохода в порту.\n\n2.1. Ест.", True),
        ("2. Права кока на борту парохода в нашем порту.\n\n2.1. Ест.", True),
        ("2. Права кока на борту парохода и в нашем порту.\n\n2.1. Ест.", False),
        (" ".join(["кок"] * 16), True),
        (" ".join(["кок"] * 17), False),
        ("к" * 140, True),
        ("к" * 141, False),
    ],
)
def test_how_long_it_may_be(text: str, *, expected: bool) -> None:
    """A sentence of more than three words is none, nor is a longer one whose clauses follow it, nor any long line."""
    assert expected == (seen(text) is not None)


@pytest.mark.parametrize("part", Part)
def test_where_it_may_stand(part: Part) -> None:
    """Headings stand in the body and in text boxes."""
    assert (part in (Part.BODY, Part.TEXTBOX)) == (seen("Права", part=part) is not None)


# What makes it stand out, and its look: level, bold, capitals, style of its number, in the middle, in a cell.
LOOKS = {
    "## Права": (True, (2, False, False, "", False, False)),
    "### Права": (True, (3, False, False, "", False, False)),
    "**Права**": (True, (False, True, False, "", False, False)),
    "Права": (False, (False, False, False, "", False, False)),
    "ПРАВ": (True, (False, False, True, "", False, False)),
    "ПРА 1234": (False, (False, False, False, "", False, False)),
    "3. Права": (False, (False, False, False, "arabic", False, False)),
    "III. Права": (True, (False, False, False, "roman", False, False)),
    "Раздел 3. Права": (True, (False, False, False, "arabic", False, False)),
    "А) Права": (False, (False, False, False, "letter", False, False)),
    "|Права|\n|-|": (False, (False, False, False, "", False, True)),
}


@pytest.mark.parametrize(("text", "expected"), LOOKS.items())
def test_its_look(text: str, expected: tuple[bool, tuple[object, ...]]) -> None:
    """Markup, bold, capitals of more than three letters and Roman numbers make it stand out."""
    found = seen(text)

    assert found is not None
    assert expected == (found.strong, found.look)


@pytest.mark.parametrize(("text", "strong"), [("Права", True), ("Права:", True), ("Права.", False)])
def test_in_the_middle(text: str, *, strong: bool) -> None:
    """A centred line stands out, unless it ends as a sentence does."""
    found = seen(text, centered=True)

    assert found is not None
    assert (strong, (False, False, False, "", True, False)) == (found.strong, found.look)


APART = {
    "[3] Права": ("3", (3,), "arabic", "", "[3]"),
    "(12) Права": ("12", (12,), "arabic", "", "(12)"),
    "<3> Права": ("3", (3,), "arabic", "", "<3>"),
    "{3} Права": ("3", (3,), "arabic", "", "{3}"),
    "3 – Права": ("3", (3,), "arabic", "", "3 –"),
    "3/ Права": ("3", (3,), "arabic", "", "3/"),
    "3: Права": ("3", (3,), "arabic", "", "3:"),
    "3| Права": ("3", (3,), "arabic", "", "3|"),
    "Раздел № 3. Права": ("3", (3,), "arabic", "раздел", "Раздел № 3."),
    "Модуль 3 – Права": ("3", (3,), "arabic", "модуль", "Модуль 3 –"),
    "БЛОК 3. Права": ("3", (3,), "arabic", "блок", "БЛОК 3."),
    "Раздел первый. Права": ("1", (1,), "arabic", "раздел", "Раздел первый."),
    "Глава десятая Права": ("10", (10,), "arabic", "глава", "Глава десятая"),
    "ЧАСТЬ ТРЕТЬЯ: Права": None,
    "Часть третья: Права": ("3", (3,), "arabic", "часть", "Часть третья:"),
    "Б. Права": ("б", (1073,), "letter", "", "Б."),
    "Раздел Б. Права": ("б", (1073,), "letter", "раздел", "Раздел Б."),
    "Раздел Б Права": ("б", (1073,), "letter", "раздел", "Раздел Б"),
    "Часть A – Права": ("a", (97,), "letter", "часть", "Часть A –"),
    "б. Права": None,
    "Б Права": None,
    "(0) Права": None,
    "(123) Права": None,
    "3 права": None,
    "3 – права": None,
    "Отдел № 3. Права": None,
}


@pytest.mark.parametrize(("text", "expected"), APART.items())
def test_numbers_set_apart(text: str, expected: tuple[object, ...] | None) -> None:
    """A section's number may stand in brackets, before a dash, behind «Модуль», be spelt out or be a letter."""
    found = seen(text)
    label = found.label if found else None

    assert expected == (label and (label.number, label.parts, label.style, label.word, text[label.start : label.end]))
    assert label is None or (found is not None and "Права" == found.title.of(text))


OPENING = {
    "2. Права\n\n2.1. Ест.": True,
    "2. Права\n\nКок:\n\n2.1. Ест.": True,
    "2. Права\n\nКок:\n\nЮнга:\n\n2.1. Ест.": False,
    "2. Права\n\n3.1. Ест.": False,
    "2. Права\n\n2. Ест.": False,
    "2. Права\n\n3. Ест.\n\n2.1. Пьёт.": False,
    "Права\n\n2.1. Ест.": False,
    "Права\n\n1. Ест.": False,
    "2. Права": False,
}


@pytest.mark.parametrize(("text", "expected"), OPENING.items())
def test_clauses_may_take_their_numbers_from_it(text: str, *, expected: bool) -> None:
    """Of the two lines below, the first that has a number says so."""
    found = seen(text)

    assert found is not None
    assert expected == found.opens


# --- the table of contents ----------------------------------------------------------------------------------------

NAMES = ("Якорь", "Камбуз", "Палуба", "Трюм", "Рубка")


def listing(marks: Marks, *lines: str) -> tuple[list[int], list[str]]:
    """Blocks of the table of contents among lines, and the headings that it lists."""
    document: Document = parse("a.md", "\n\n".join(lines))
    candidates = [c for i in range(len(document.blocks)) if (c := candidate(document, i))]
    zone, listed = contents(document, candidates, marks)
    return sorted(zone), sorted(" ".join(words) for words in listed)


TEXT = ("Слова о якоре, о камбузе и о палубе;",)


@pytest.mark.parametrize(
    ("lines", "zone", "names"),
    [
        (("Содержание", *NAMES[:3], *NAMES[:3]), [0, 1, 2, 3], 3),
        (("Содержание", *NAMES[:2], *NAMES[:2]), [], 0),
        ((*NAMES, *NAMES), [0, 1, 2, 3, 4], 5),
        ((*NAMES[:4], *NAMES[:4]), [], 0),
        ((*TEXT, *NAMES, "Порт", *TEXT, *NAMES), [1, 2, 3, 4, 5], 5),
        (("Содержание", *TEXT * 2, *NAMES[:3], *TEXT, *NAMES[:3]), [0, 3, 4, 5], 3),
        (("Содержание", *TEXT * 3, *NAMES[:3], *TEXT, *NAMES[:3]), [], 0),
        (("Содержание", *TEXT * 3, *NAMES, *NAMES, *TEXT * 2), [4, 5, 6, 7, 8], 5),
        (("Содержание", NAMES[0], *TEXT * 2, NAMES[1], "Порт", NAMES[2], *NAMES[:3], *TEXT * 2), [*range(7)], 3),
        (("Содержание", NAMES[0], *TEXT * 3, *NAMES[1:3], *NAMES[:3], *TEXT), [], 0),
        (("Содержание", *NAMES[:3], *TEXT * 3, *NAMES[3:], *NAMES), [0, 1, 2, 3], 3),
        (("Содержание", *TEXT * 9, *NAMES[:3], *NAMES[:3]), [], 0),
        ((*TEXT * 3, "Содержание", *NAMES[:3], *NAMES[:3], *TEXT * 2), [3, 4, 5, 6], 3),
        ((*TEXT * 3, "Содержание", *NAMES[:3], *NAMES[:3], *TEXT), [], 0),
        ((*NAMES, "Содержание"), [], 0),
        ((), [], 0),
    ],
)
def test_table_of_contents(marks: Marks, lines: tuple[str, ...], zone: list[int], names: int) -> None:
    """Three lines in a row below the word for it, or five, that stand again below, in the first half."""
    assert (zone, sorted(n.lower() for n in NAMES[:names])) == listing(marks, *lines)


LISTED = ["1. Общие положения", "2. Должностные обязанности", "3. Права", "4. Ответственность"]
BODY = "\n\n".join(
    f"{heading}\n\n{heading[0]}.1. Свистит {n} раз.\n\n{heading[0]}.2. Молчит {n} раз."
    for n, heading in enumerate(LISTED)
)


@pytest.mark.parametrize(
    "listing",
    [
        "Содержание\n\n" + "\n\n".join(f"{line} ........ {n}" for n, line in enumerate(LISTED, 2)),
        "ОГЛАВЛЕНИЕ\n\n" + "\n\n".join(LISTED),
    ],
)
def test_headings_that_a_table_of_contents_lists(outline: Callable[[str], Outline], listing: str) -> None:
    """A table of contents is a formal part; its lines begin no sections, those that it lists do."""
    read = outline(f"# Должностная инструкция боцмана\n\n{listing}\n\n{BODY}\n")
    plain = read.document.plain
    formal = [r.span.of(plain) for r in read.requisites if r.kind.value == "contents"]

    assert ["general", "duties", "rights", "responsibility"] == [s.role.value for s in read.sections]
    assert plain.rindex("Общие положения") == read.sections[0].heading_span.start
    assert 5 == len(formal)
    assert {"contents"} == {k.value for k in read.requisites_at(read.block(2).span)}
