"""The jobholder among the staff: `category`, `unnamed_subordinates`, `unanswered_subordinates`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]


def document(position: str, general: str, duty: str = "Ведёт записи.", liability: str = "Отвечает за записи.") -> str:
    """A short job description."""
    return (
        f"# Должностная инструкция {position}\n\n## 1. Общие положения\n\n1.1. {general}\n\n"
        f"## 2. Должностные обязанности\n\n2.1. {duty}\n\n## 3. Ответственность\n\n3.1. {liability}\n"
    )


def places(reading: Reading, kind: str) -> list[str]:
    """The words of the facts of a kind."""
    return [f.span.of(reading.outline.document.text) for f in reading.facts if f.kind == kind]


CATEGORIES = [
    ("переводчика", "Переводчик относится к категории специалистов.", "yes"),
    ("переводчика", "Категория персонала: служащие", "yes"),
    ("переводчика", "Переводчик относится к категории сотрудников бюро.", "no"),
    ("слесаря", "Слесарь относится к категории руководителей.", "no"),
]


@pytest.mark.parametrize(("position", "text", "known"), CATEGORIES)
def test_category(read: Read, position: str, text: str, known: str) -> None:
    """A category has a name of the handbook, and a worker is no manager."""
    facts = [f for f in read(document(position, text)).facts if f.kind == "category"]
    assert [known] == [f.marks["known"] for f in facts]


def test_manager_without_subordinates(read: Read) -> None:
    """The title of a manager, or words on leading, call for the subordinates' names."""
    assert ["начальника смены"] == places(
        read(document("начальника смены", "Подчиняется директору.")), "unnamed_subordinates"
    )
    assert ["контролирует работу подчинённых"] == places(
        read(document("лаборанта", "Лаборант контролирует работу подчинённых.")), "unnamed_subordinates"
    )


NAMED = [
    "Ему подчиняются два наладчика.",
    "Подчинённых не имеет.",
    "Руководит работой бригады.",
]


@pytest.mark.parametrize("text", NAMED)
def test_subordinates_told(read: Read, text: str) -> None:
    """Whoever names them, or says that there are none, is silent."""
    assert [] == places(read(document("начальника смены", text)), "unnamed_subordinates")


def test_nobody_to_lead(read: Read) -> None:
    """A specialist who leads nobody owes nothing."""
    reading = read(document("переводчика", "Соблюдение правил контролируется работниками охраны."))
    assert [] == places(reading, "unnamed_subordinates") + places(reading, "unanswered_subordinates")


def test_liability_for_subordinates(read: Read) -> None:
    """The section on responsibility must speak of them where there are any."""
    lacking = document(
        "начальника смены", "Ему подчиняются два наладчика.", liability="Отвечает за порчу своего инструмента."
    )
    assert ["Ответственность"] == places(read(lacking), "unanswered_subordinates")
    for said in ("Отвечает за организацию работы подчинённых.", "Отвечает за результаты работы смены."):
        told = document("начальника смены", "Ему подчиняются два наладчика.", liability=said)
        assert [] == places(read(told), "unanswered_subordinates")
