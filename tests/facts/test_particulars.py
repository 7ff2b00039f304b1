"""Facts that tell one document of an organisation from another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]
TITLE = "# Должностная инструкция лоцмана\n\n"
BODY = "\n\n## 1. Общие положения\n\n1.1. Лоцман подчиняется капитану порта.\n"


def stated(reading: Reading, *kinds: str) -> list[tuple[str, str]]:
    """Kind and value of the facts of these kinds."""
    return [(f.kind, f.value) for f in reading.facts if f.kind in kinds]


UNITS = [
    (f"{TITLE}Структурное подразделение: служба проводки судов{BODY}", "служба проводки судов"),
    (f"{TITLE}Филиал: Северный{BODY}", "северный"),
    (f"{TITLE}| Отдел | Проводка судов |\n| --- | --- |\n| Код | 7 |{BODY}", "проводка судов"),
    (f"---\ndepartment: Служба проводки\n---\n\n{TITLE}{BODY}", "служба проводки"),
]


@pytest.mark.parametrize(("text", "value"), UNITS)
def test_department(read: Read, text: str, value: str) -> None:
    """The unit is read behind a label, beside it in a table, or from the front matter."""
    assert [("department", value)] == stated(read(text), "department")


def test_no_department(read: Read) -> None:
    """A blank is no unit, nor is a unit that the text only speaks of."""
    assert [] == stated(read(f"{TITLE}Отдел: __________{BODY}1.2. Отдел: так зовётся служба.\n"), "department")


DAYS = [
    ("УТВЕРЖДАЮ\n\nКапитан порта\n\n«05» марта 2024 г.", "2024-03-05", {}),
    ("УТВЕРЖДЕНО приказом от 17.05.2023 № 41-к", "2023-05-17", {"number": "41-к"}),
    ("Утверждена 1 мая 2022", "2022-05-01", {}),
]


@pytest.mark.parametrize(("head", "day", "marks"), DAYS)
def test_approved(read: Read, head: str, day: str, marks: dict[str, str]) -> None:
    """The day of the approval is told as a date, the number as it is written."""
    facts = [f for f in read(f"{head}\n\n{TITLE}{BODY}").facts if f.kind == "approved"]

    assert [(day, marks)] == [(f.value, dict(f.marks)) for f in facts]


def test_no_such_day(read: Read) -> None:
    """A date that no calendar has is no approval."""
    assert [] == stated(read(f"УТВЕРЖДАЮ 31.02.2024\n\n{TITLE}{BODY}"), "approved")


@pytest.mark.parametrize("head", ["Утратила силу с 01.02.2024", "Отменена приказом № 5", "НЕ ДЕЙСТВУЕТ"])
def test_retired(read: Read, head: str) -> None:
    """Words above the first section say that the document is in force no more."""
    assert 1 == len(stated(read(f"{TITLE}{head}{BODY}"), "retired"))


def test_not_retired(read: Read) -> None:
    """What the text says of other papers, or of later, leaves the document in force."""
    text = f"{TITLE}{BODY}\n1.2. С её утверждением прежняя инструкция утратила силу.\n"

    assert [] == stated(read(text), "retired")


LEADS = [
    ("Лоцман руководит рабочими участка.", "heads_unit"),
    ("Лоцман возглавляет службу проводки.", "heads_unit"),
    ("Лоцману подчиняются работники причала.", "heads_unit"),
    ("Лоцман подчинённых не имеет.", "no_subordinates"),
]


@pytest.mark.parametrize(("sentence", "kind"), LEADS)
def test_leads(read: Read, sentence: str, kind: str) -> None:
    """It is seen that somebody is over a unit as such, or has nobody under him."""
    found = stated(read(f"{TITLE}{BODY}\n1.2. {sentence}\n"), "heads_unit", "no_subordinates")

    assert [kind] == [k for k, _ in found]


REPLACED = [
    ("Лоцман замещает начальника вахты на время его отпуска.", "начальник вахты"),
    ("В отсутствие начальника вахты исполняет его обязанности.", "начальник вахты"),
    ("Лоцман исполняет обязанности старшего диспетчера порта на время его болезни.", "старший диспетчер порта"),
    ("Лоцман может быть привлечён к замещению временно отсутствующего работника.", ""),
]


@pytest.mark.parametrize(("sentence", "whom"), REPLACED)
def test_whom_he_replaces(read: Read, sentence: str, whom: str) -> None:
    """The position of the one replaced is told in the nominative, and nothing where nobody is named."""
    assert [("substitutes", whom)] == stated(read(f"{TITLE}{BODY}\n1.2. {sentence}\n"), "substitutes")


def test_his_own_superior(read: Read) -> None:
    """Whoever reports to his own title is told apart from one who reports to a longer one."""
    own = read("# Должностная инструкция лоцмана\n\n## 1. Общие положения\n\n1.1. Лоцман подчиняется лоцману.\n")
    other = read(
        "# Должностная инструкция лоцмана\n\n## 1. Общие положения\n\n1.1. Лоцман подчиняется старшему лоцману.\n"
    )

    assert [("reports_to_self", "лоцман")] == stated(own, "reports_to_self", "reports_to")
    assert [("reports_to", "старший лоцман")] == stated(other, "reports_to_self", "reports_to")
