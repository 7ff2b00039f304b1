"""Numbers that skip or repeat are told at the clause where they do, with what was expected."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.check.sequence import clause_numbers, section_numbers
from jdlint.model.reading import Reading

Read = Callable[[str], Reading]
HEAD = "# Должностная инструкция боцмана\n\n## 1. Общие положения\n\n"


def clauses(read: Read, text: str, *sequence: str) -> list[tuple[str, str]]:
    """Number found and number expected (empty for a repeat) of every hit."""
    hits = clause_numbers(read(HEAD + text + "\n"), sequence)
    return [(str(h.values["found"]), str(h.values.get("expected", ""))) for h in hits]


GAPS = {
    "подряд": ("1.1. А\n\n1.2. Б\n\n1.3. В", []),
    "пропуск": ("1.1. А\n\n1.3. В", [("1.3", "1.2")]),
    "пропуск дважды": ("1.1. А\n\n1.3. Б\n\n1.4. В\n\n1.7. Г", [("1.3", "1.2"), ("1.7", "1.5")]),
    "не с первого": ("1.2. А\n\n1.3. Б", [("1.2", "1.1")]),
    "глубже": ("1.1. А\n\n1.1.1. Б\n\n1.1.3. В\n\n1.2. Г", [("1.1.3", "1.1.2")]),
    "простые": ("1. А\n\n2. Б\n\n4. В", [("4", "3")]),
    "простые не с первого": ("3. А\n\n4. Б", []),
    "список в пункте": ("1. А:\n\n1) б;\n\n2) в.\n\n2. Г:\n\n1) д;\n\n2) е.", []),
    "список в списке": ("1. А\n\n2. Б:\n\n1. в\n\n2. г\n\n3. Д", []),
    "исключённый": ("1.1. А\n\n1.2. Исключён.\n\n1.4. Б", []),
    "буквы": ("1.1. А:\n\nа) б;\n\nв) г.\n\n1.2. Д", []),
    "таблица": ("| 1.1 | А |\n|---|---|\n| 1.5 | Б |", []),
    "вложенный продолжен": ("1. А\n\n2. Б:\n\n1. в\n\n2. г\n\n3. Д\n\n5. Е", [("5", "4")]),
    "назад": ("1.1. А\n\n1.5. Б\n\n1.3. В\n\n1.6. Г", [("1.5", "1.2")]),
    "скобки и точки": ("1. А\n\n1) б;\n\n2) в;\n\n4) г.\n\n2. Д", [("4", "3")]),
    "исключён по соглашению": ("1.1. А\n\n1.2. Удалён (удалён приказом).\n\n1.5. Б\n\n1.7. В", [("1.7", "1.6")]),
    "исключает": ("1.1. А\n\n1.2. Исключает ошибки.\n\n1.4. Б", [("1.4", "1.3")]),
    "подпись между": (
        "1.1. А\n\n1.2. УТВЕРЖДАЮ: Директор ________ И. И. Волнов\n\n1.4. Б\n\n1.6. В",
        [("1.6", "1.5")],
    ),
    "точки мимо скобок": ("1. А\n\n1) б;\n\n2) в.\n\n3. Г", [("3", "2")]),
    "виза между": ("1.1. А\n\nСОГЛАСОВАНО: ____________ И. И. Волнов\n\n1.4. Б", []),
    "простой до составного": ("1. А\n\n2. Б\n\n4.1. В", [("4.1", "3")]),
    "простой до составного подряд": ("1. А\n\n2. Б\n\n3.1. В\n\n4. Г", []),
    "простой до тройного": ("1. А\n\n2. Б\n\n4.1.1. В", []),
    "простой и свой раздел": ("1. А\n\n1.1. Б\n\n2. В\n\n1.2. Г\n\n3. Д", []),
    "подзаголовок": ("### На берегу\n\n1. Красит\n\n2. Моет\n\n### В море\n\n1. Свистит", []),
}


@pytest.mark.parametrize(("text", "expected"), GAPS.values(), ids=GAPS)
def test_gap(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    """A number follows the one before it in its own list."""
    assert expected == clauses(read, text, "gap")


REPEATS = {
    "подряд": ("1.1. А\n\n1.2. Б", []),
    "дважды": ("1.1. А\n\n1.2. Б\n\n1.2. В", ["1.2"]),
    "трижды": ("1.1. А\n\n1.1. Б\n\n1.1. В", ["1.1", "1.1"]),
    "через пункт": ("1.1. А\n\n1.2. Б\n\n1.1. В", ["1.1"]),
    "простые": ("1. А\n\n2. Б\n\n2. В", ["2"]),
    "новый список": ("1. А\n\n2. Б\n\n1. В\n\n2. Г", []),
    "другой раздел": ("1. А\n\n## 2. Права\n\n1. Б", []),
    "два списка": ("1. А\n\n2. Б\n\n1. в\n\n2. г\n\n3. д\n\n3. Е\n\n4. Ё\n\n4. Ж", ["4"]),
    "скобки и точки": ("1. А\n\n1) б;\n\n2) в.\n\n2. Г\n\n2. Д", ["2"]),
    "короткая копия": ("1. Свистит к подъёму яр.\n\n2. Б\n\n1. Свистит к подъёму яр.", ["1"]),
    "слишком короткая копия": ("1. Свистит к подъёму я.\n\n2. Б\n\n1. Свистит к подъёму я.", []),
    "копия начала": (f"1. {'Свистит ' * 7}морей\n\n2. Б\n\n1. {'свистит  ' * 7}морем", ["1"]),
    "не копия": (f"1. {'Свистит ' * 7}моря\n\n2. Б\n\n1. {'Свистит ' * 7}море", []),
    "копия ниже подзаголовка": ("1. Свистит к подъёму якоря\n\n### В море\n\n1. Свистит к подъёму якоря", []),
    "подзаголовки": (
        "### 1. На берегу\n\n1. Красит\n\n### 2. В море\n\n1. Свистит\n\n### 2. В порту\n\n1. Моет",
        ["2"],
    ),
    "копия пункта": ("1. Свистит к подъёму якоря\n\n2. Б\n\n1. Свистит к подъёму якоря", ["1"]),
}


@pytest.mark.parametrize(("text", "expected"), REPEATS.values(), ids=REPEATS)
def test_repeat(read: Read, text: str, expected: list[str]) -> None:
    """A number stands once in its list; the first holder is told beside the second."""
    assert expected == [found for found, _ in clauses(read, text, "repeat")]


def test_place_of_a_repeat(read: Read) -> None:
    """The clause is quoted by its beginning, cut between words, and so is the first holder."""
    long = "Свистит " * 30
    text = f"{HEAD}1.1. {long}первым.\n\n1.1. Молчит.\n"
    (hit,) = clause_numbers(read(text), ["repeat"])

    assert "1.1. Молчит." == hit.span.of(text)
    (first,) = (aside.span.of(text) for aside in hit.related)
    assert first.startswith("1.1. Свистит Свистит")
    assert first.endswith("Свистит")
    assert len(first) <= 90


@pytest.mark.parametrize(
    ("expected", "end"), [(90, "песни"), (84, "песней"), (89, "гимн моря"), (84, "песни моря"), (84, "песни" * 9)]
)
def test_a_long_clause_is_cut(read: Read, expected: int, end: str) -> None:
    """Ninety characters are quoted whole; of more, whole words."""
    text = f"{HEAD}1.1. Моет.\n\n1.1. {'Свистит ' * 10}{end}\n"
    (hit,) = clause_numbers(read(text), ["repeat"])

    assert f"1.1. {'Свистит ' * 10}{end}"[:expected] == hit.span.of(text)


def test_one_long_word_is_quoted_whole(read: Read) -> None:
    """A word is not cut."""
    text = f"{HEAD}1.1. Моет.\n\n1.1.{'Свист' * 30}\n"
    (hit,) = clause_numbers(read(text), ["repeat"])

    assert f"1.1.{'Свист' * 30}" == hit.span.of(text)


def test_every_repeat_is_told_with_the_first(read: Read) -> None:
    """Of three clauses with one number the first one goes with both others."""
    text = f"{HEAD}1.1. Моет.\n\n1.1. Свистит.\n\n1.1. Поёт.\n"
    hits = list(clause_numbers(read(text), ["repeat"]))

    assert ["1.1. Свистит.", "1.1. Поёт."] == [hit.span.of(text) for hit in hits]
    assert ["1.1. Моет."] * 2 == [aside.span.of(text) for hit in hits for aside in hit.related]
    assert {"first"} == {aside.key for hit in hits for aside in hit.related}


def test_numbers_go_on_below_a_lead_in(read: Read) -> None:
    """A lead-in that stands for a heading begins no list of its own; a heading does."""
    below = "1.1. Моет.\n\nБоцман вправе:\n\n1.{}. есть первым;\n\n1.{}. пить."

    assert [] == clauses(read, below.format(2, 3), "gap", "repeat")
    assert [("1.3", "1.2")] == clauses(read, below.format(3, 4), "gap", "repeat")
    assert [("1.1", "")] == clauses(read, below.format(1, 2), "gap", "repeat")
    assert [] == clauses(read, below.replace("Боцман вправе:", "## Права").format(1, 2), "gap", "repeat")


def test_lists_below_a_lead_in_without_headings(read: Read) -> None:
    """The first lead-in of a document begins its lists."""
    text = "# Должностная инструкция боцмана\n\n1.1. Моет.\n\nБоцман обязан:\n\n1.1. есть;\n\n1.3. пить.\n"
    hits = clause_numbers(read(text), ["gap", "repeat"])

    assert [("1.3", "1.2")] == [(h.values["found"], h.values.get("expected", "")) for h in hits]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([("1.2", "1.1")], "## 1. Права\n\n1.2. Есть.\n"),
        ([("3", "2")], "## 4. Права\n\n1. Есть.\n\n4.1. Пить.\n\n3. Спать.\n"),
    ],
)
def test_without_a_title(read: Read, expected: list[tuple[str, str]], text: str) -> None:
    """The first clause and the first section of a file are counted as any other."""
    assert expected == [(h.values["found"], h.values["expected"]) for h in clause_numbers(read(text), ["gap"])]


def test_lists_of_sections_without_a_number(read: Read) -> None:
    """Below a sub-heading simple lists begin anew, compound ones go on."""
    text = "### На берегу\n\n4.1. Моет\n\n### В море\n\n1. Свистит\n\n4.2. Красит\n\n4.4. Поёт"
    hits = clause_numbers(read(f"# Должностная инструкция боцмана\n\n## Обязанности\n\n{text}\n"), ["gap"])

    assert [("4.4", "4.3")] == [(h.values["found"], h.values["expected"]) for h in hits]


@pytest.mark.parametrize(
    ("expected", "sequence"), [([("3.1", "4.1"), ("4.4", "4.3")], ("section", "gap")), ([("4.4", "4.3")], ("gap",))]
)
def test_a_stray_clause_among_others(read: Read, expected: list[tuple[str, str]], sequence: tuple[str, ...]) -> None:
    """It is told where that is asked for, and takes no part in the count of the others."""
    text = "## 4. Права\n\n4.1. Ест\n\n4.2. Пьёт\n\n3.1. Спит\n\n4.4. Поёт"
    hits = clause_numbers(read(f"# Должностная инструкция боцмана\n\n{text}\n"), sequence)

    assert expected == [(h.values["found"], h.values["expected"]) for h in hits]


def test_stray_numbers(read: Read) -> None:
    """A clause whose number begins with another section's is told with the number that it should have."""
    text = HEAD + "1.1. А\n\n## 2. Права\n\n3.1. Б\n\n2.2. В\n\n## Ответственность\n\n9.1. Г\n"
    hits = list(clause_numbers(read(text), ["section"]))

    assert [("3.1", "2.1")] == [(h.values["found"], h.values["expected"]) for h in hits]
    assert ["2. Права"] == [aside.span.of(text).removeprefix("## ") for h in hits for aside in h.related]


def test_a_stray_clause_is_no_gap(read: Read) -> None:
    """A clause with another section's number is told of once: nothing is lost before it."""
    text = HEAD + "1.1. А\n\n## 2. Права\n\n3.5. Б\n"

    assert [] == list(clause_numbers(read(text), ["gap"]))


def test_a_clause_of_its_own_number_is_no_stray(read: Read) -> None:
    """«3.1» below a clause 3 of the same section is its sub-clause."""
    assert [] == clauses(read, "1. А\n\n2. Б\n\n3. В\n\n3.1. Г\n\n3.2. Д", "section")


SECTIONS = {
    "подряд": (["1. Общие положения", "2. Обязанности", "3. Права"], []),
    "пропуск": (["1. Общие положения", "3. Права"], [("3", "2")]),
    "римские": (["I. Общие положения", "II. Обязанности", "IV. Ответственность"], [("IV", "3")]),
    "дважды": (["1. Общие положения", "2. Обязанности", "2. Права"], [("2", "3")]),
    "дважды и дальше": (["1. Общие положения", "2. Обязанности", "2. Права", "4. Ответственность"], [("2", "3")]),
    "без номеров": (["Общие положения", "Права"], []),
    "не с первого": (["2. Обязанности", "3. Права"], [("2", "1")]),
    "назад": (["1. Общие положения", "2. Обязанности", "1. Права", "2. Ответственность"], []),
    "составной": (["1. Общие положения", "1.5. Обязанности", "2. Права"], []),
    "без номера между": (["1. Общие положения", "Обязанности", "3. Права"], [("3", "2")]),
    "буквы": (["1. Общие положения", "в) Обязанности", "2. Права"], []),
    "словом": (["Раздел 1. Общие положения", "Раздел 3. Права"], [("3", "2")]),
    "в скобках": (["[1] Общие положения", "[3] Права"], [("3", "2")]),
}


@pytest.mark.parametrize(("headings", "expected"), SECTIONS.values(), ids=SECTIONS)
def test_sections(read: Read, headings: list[str], expected: list[tuple[str, str]]) -> None:
    """Sections are counted from one without gap or repeat, in Arabic or Roman numbers."""
    body = "\n\n".join(f"## {heading}\n\nСвистит {n} раз." for n, heading in enumerate(headings))
    hits = section_numbers(read(f"# Должностная инструкция боцмана\n\n{body}\n"), ["gap", "repeat"])

    assert expected == [(h.values["found"], h.values["expected"]) for h in hits]


def test_a_section_goes_with_the_one_before(read: Read) -> None:
    """The whole heading with its number is told, and that of the section before it, if there is one."""
    text = "# Должностная инструкция боцмана\n\n## 2. Обязанности\n\nМоет.\n\n## 2. Права\n\nЕст.\n\n## 5. Связи\n\nИщет.\n"
    hits = list(section_numbers(read(text), ["gap", "repeat"]))

    assert ["2. Обязанности", "2. Права", "5. Связи"] == [hit.span.of(text) for hit in hits]
    assert [[], ["2. Обязанности"], ["2. Права"]] == [[a.span.of(text) for a in hit.related] for hit in hits]
    assert ["2. Права"] == [hit.span.of(text) for hit in section_numbers(read(text), ["repeat"])]
    assert ["2. Обязанности", "5. Связи"] == [hit.span.of(text) for hit in section_numbers(read(text), ["gap"])]
