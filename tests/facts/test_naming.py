"""Names that a reader must know: `abbreviation`, `employer`, `employer_otherwise`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]

HEAD = "# Должностная инструкция настройщика\n\n## 1. Общие положения\n\n"


def values(reading: Reading, kind: str) -> list[str]:
    """The values of the facts of a kind."""
    return [f.value for f in reading.facts if f.kind == kind]


SHORT = [
    ("1.1. Сдаёт отчёт в ЦУРП.", ["ЦУРП"]),
    ("1.1. Сдаёт отчёт в ЦУРП. Сверяет данные с ЦУРП.", ["ЦУРП"]),
    ("1.1. Сдаёт отчёт в центр учёта ремонта пианино (ЦУРП). Сверяет данные с ЦУРП.", []),
    ("1.1. Соблюдает порядок настройки (далее – ПНК). Обновляет ПНК.", []),
    ("1.1. Платит НДС по ставке из НК РФ.", []),
    ("1.1. Работает по ТУУ 25-13.", []),
    ("1.1. СТРОГО СОБЛЮДАЕТ ТИШИНУ.", []),
    ("1.1. НЕ входит в зал.", []),
    ("1.1. ЦЕЛЬ работы: чистый звук.", []),
    ("1.1. Работает в МБУК «ДМШ № 3 УКМП».", ["ДМШ", "УКМП"]),
    ("1.1. Работает в ООО «ДМШ УКМП».", []),
    ("1.1. Чтит устав ансамбля «УКМП».", []),
]


@pytest.mark.parametrize(("text", "told"), SHORT)
def test_abbreviations(read: Read, text: str, told: list[str]) -> None:
    """An abbreviation is told once, unless it is known, spelled out, a mark of a thing, or a stressed word;
    names in quotation marks are left alone but for those of institutions."""
    assert told == values(read(f"{HEAD}{text}\n"), "abbreviation")


EMPLOYERS = [
    ("1.1. Настройщик работает в ООО «Чистый лад».", "name"),
    ("1.1. Настройщик работает у ИП Белявской.", "name"),
    ("1.1. Настройщик работает в (наименование организации).", "blank"),
    ("1.1. Настройщик работает в СПАО «Чистый лад».", "name"),
    ("1.1. Настройщик принимается в салон «Чистый лад».", "name"),
    ("1.1. Настройщик работает в ООО Камертон.", "name"),
    ("Общество с ограниченной ответственностью\n\n«Чистый лад»", "name"),
    ("Индивидуальный предприниматель\n\nБелявская Ольга", "name"),
]


@pytest.mark.parametrize(("text", "form"), EMPLOYERS)
def test_employer(read: Read, text: str, form: str) -> None:
    """The employer is named, or a place is left for the name."""
    assert [form] == [f.marks["form"] for f in read(f"{HEAD}{text}\n").facts if f.kind == "employer"]


def test_no_employer(read: Read) -> None:
    """A legal form without a name, and a common noun, name nobody."""
    assert [] == values(read(f"{HEAD}1.1. Настройщик принимается в организацию директором ООО.\n"), "employer")
    assert [] == values(read(f"{HEAD}Индивидуальный предприниматель\n\nи его работники\n"), "employer")


RENAMED = [
    ("1.1. Чтит правила Общества.\n\n1.2. Бережёт рояли Учреждения.", ["учреждение"]),
    ("1.1. Права даёт работодатель, отпуск — наниматель.", ["наниматель"]),
    ("1.1. Чтит правила Общества.\n\n1.2. Учреждение культуры платит за настройку другим обществам.", []),
    ("1.1. Чтит правила Общества.\n\n1.2. Бережёт рояли Общества.", []),
    ("1.1. Чтит правила Общества.\n\n1.2. Настраивает рояли в Школе № 8 и Банке Заречье.", []),
]


@pytest.mark.parametrize(("text", "names"), RENAMED)
def test_second_name(read: Read, text: str, names: list[str]) -> None:
    """A second name with a capital is told; the first word of a sentence and other firms, by name or not, are not."""
    assert names == values(read(f"{HEAD}{text}\n"), "employer_otherwise")
