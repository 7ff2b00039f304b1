"""Facts of the formal parts: `incomplete_approval`, `visa`, `blank_registration`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]

BODY = "# Должностная инструкция паромщика\n\n## 1. Общие положения\n\n1.1. Паромщик подчиняется начальнику пристани.\n"
DATED = f"№ 6 от 03.05.2026\n\n{BODY}"


def values(reading: Reading, kind: str) -> list[str]:
    """The values of the facts of a kind."""
    return [f.value for f in reading.facts if f.kind == kind]


LACKING = [
    ("УТВЕРЖДАЮ\n\n____________", "position"),
    ("УТВЕРЖДАЮ\n\nНачальник пристани", "name"),
    ("УТВЕРЖДАЮ\n\nНачальник пристани ________ Р. О. Волгин", "date"),
    ("УТВЕРЖДЕНО распоряжением", "number"),
]


@pytest.mark.parametrize(("block", "part"), LACKING)
def test_what_an_approval_lacks(read: Read, block: str, part: str) -> None:
    """The first part that is missing is told."""
    assert [part] == values(read(f"{block}\n\n{BODY}"), "incomplete_approval")


WHOLE = [
    "УТВЕРЖДАЮ\n\nНачальник пристани ________ Р. О. Волгин\n\n3 мая 2026 г.",
    "УТВЕРЖДАЮ\n\n______ (должность)\n\n______ /______/\n\n«__» ______ 20__ г.",
    "УТВЕРЖДЕНО\n\nраспоряжением от 03.05.2026 № 6",
    "Утверждено на заседании совета пристани, протокол № 6 от 03.05.2026",
    "Утверждение: приказ № 6 от 03.05.2026",
    "Приказ об утверждении: № 6 от 03.05.2026",
    "Журнал согласований",
]


@pytest.mark.parametrize("block", WHOLE)
def test_whole_approvals(read: Read, block: str) -> None:
    """A place left for a part is the part, an order has number and date, and without approval there is no fact."""
    assert [] == values(read(f"{block}\n\n{BODY}"), "incomplete_approval")


def test_place_below_the_title(read: Read) -> None:
    """The word of the approval is the place, though the title stands between it and the order that it is annexed to."""
    reading = read(f"Приложение № 4\n\nк приказу директора пристани\n\n{BODY.splitlines()[0]}\n\nУтверждено\n")
    fact = next(f for f in reading.facts if f.kind == "incomplete_approval")

    assert "Утверждено" == fact.span.of(reading.outline.document.text)


def test_title_among_the_lines_is_no_position(read: Read) -> None:
    """«Должностная инструкция» below the approval does not say who approves."""
    assert ["position"] == values(read(f"УТВЕРЖДАЮ\n\n________\n\n{BODY}"), "incomplete_approval")


def test_visa_needs_somebody(read: Read) -> None:
    """A bare «Согласовано» is no visa; with a position it is."""
    assert [] == values(read(f"{BODY}\nСогласовано\n\n__________\n"), "visa")
    assert 1 == len(values(read(f"{BODY}\nСогласовано\n\nЮрисконсульт ______ Т. Ф. Рощин\n"), "visa"))


def test_registration_above_the_first_section(read: Read) -> None:
    """Blanks for number and date count in the header only, and not among acknowledgements."""
    assert ["№ ____ от «__» ______ 20__ г."] == values(
        read(f"№ ____ от «__» ______ 20__ г.\n\n{BODY}"), "blank_registration"
    )
    assert ["Дата введения: __.__.____"] == values(read(f"Дата введения: __.__.____\n\n{BODY}"), "blank_registration")
    assert [] == values(read(f"№ 6 от 03.05.2026\n\n{BODY}"), "blank_registration")
    assert [] == values(read(f"{DATED}\nОзнакомлен: ______ «__» ______ 20__ г.\n"), "blank_registration")


def test_no_registration_anywhere(read: Read) -> None:
    """A document with neither date nor number nor a place for them is told as a whole; one of them is enough."""
    bare = read(f"{BODY}\nСогласовано: юрисконсульт ______ Т. Ф. Рощин «__» ______ 20__ г.\n")

    assert [("missing", 0)] == [(f.value, len(f.span)) for f in bare.facts if f.kind == "blank_registration"]
    assert [] == values(read(f"№ 6\n\n{BODY}"), "blank_registration")
    assert [] == values(read(f"---\ndate: 2026-05-03\n---\n\n{BODY}"), "blank_registration")
    assert [] == values(read(f"{BODY}\nУТВЕРЖДАЮ\n\nНачальник пристани\n\n3 мая 2026 г.\n"), "blank_registration")
