"""The requisites of the act in force go where those of the repealed one stood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from jdlint.check.change import Change
from jdlint.check.successor import succeeded
from jdlint.model.finding import Hit
from jdlint.model.reading import Reading
from jdlint.model.span import Span

HEAD = "# Должностная инструкция боцмана\n\n## 1. Права\n\n1.1. "
ORDER: dict[str, Any] = {"kind": "приказ", "issuer": "Минтранс России", "number": "12", "date": "2011-03-05"}
ACTS: dict[str, Any] = {
    "old": {**ORDER, "replaced_by": "new"},
    "new": {**ORDER, "number": "77н", "date": "2024-10-09"},
    "last": {**ORDER, "number": "13"},
    "elsewhere": {**ORDER, "number": "14", "replaced_by": "strange"},
    "strange": {**ORDER, "issuer": "Минтруд России", "number": "78"},
    "lower": {**ORDER, "number": "15", "replaced_by": "higher"},
    "higher": {**ORDER, "kind": "постановление", "number": "79"},
    "counted": {**ORDER, "number": "16", "replaced_by": "bare"},
    "bare": {**ORDER, "number": ""},
    "lost": {**ORDER, "number": "17", "replaced_by": "by nobody"},
}
OLD = "приказ Минтранса России от 05.03.2011 № {}"


@pytest.mark.parametrize(
    ("expected", "words", "number"),
    [
        ("приказу от 09.10.2024 № 77н", "приказу от 05.03.2011 № 12", "12"),
        ("приказу от 09.10.2024 N 77н", "приказу от 5 марта 2011 г. N 12", "12"),
        ("приказу от 09.10.2024 №77н", "приказу от 05.03.2011г №12", "12"),
        ("приказу № 77н", "приказу № 12", "12"),
        ("приказу № 121, 77н", "приказу № 121, 12", "12"),
        (None, "приказу № 121", "12"),
        (None, "приказу № 12н", "12"),
        (None, "приказу № 112", "12"),
        (None, "приказу № 12 (от 05.03.2011)", "12"),
        (None, "приказу от 05.03.2011", "12"),
        (None, "приказу «О швартовке» № 12", "12"),
        (None, "приказу № 13", "13"),
        (None, "приказу № 14", "14"),
        (None, "приказу № 15", "15"),
        (None, "приказу № 16", "16"),
        (None, "приказу № 17", "17"),
        (None, "приказу № 18", "18"),
    ],
)
def test_requisites(
    read: Callable[[str], Reading],
    changed: Callable[[str, Sequence[Change]], str],
    place: Callable[[Reading, str], Span],
    expected: str | None,
    words: str,
    number: str,
) -> None:
    """Date and number go together; nothing goes into other words, or for an act of another sort."""
    text = f"{HEAD}Действует по {words}, не спорит.\n"
    reading = read(text)
    hit = Hit(place(reading, words), {"act": OLD.format(number)})
    changes = succeeded(hit, reading, ACTS)

    assert ("" if expected is None else text.replace(words, expected)) == changed(text, changes)


@pytest.mark.parametrize(
    ("expected", "behind"), [(0, " «О швартовке»"), (0, ', "О швартовке"'), (0, " “О швартовке”"), (1, " и «Уставу»")]
)
def test_a_title_behind_the_number(
    read: Callable[[str], Reading], place: Callable[[Reading, str], Span], expected: int, behind: str
) -> None:
    """A title that goes with the number has to change too: that takes a person."""
    reading = read(f"{HEAD}Действует по приказу № 12{behind}.\n")
    hit = Hit(place(reading, "приказу № 12"), {"act": OLD.format("12")})

    assert expected == len(succeeded(hit, reading, ACTS))


@pytest.mark.parametrize(("expected", "confidence"), [(1, "high"), (0, "medium"), (0, "low")])
def test_doubt(
    read: Callable[[str], Reading], place: Callable[[Reading, str], Span], expected: int, confidence: str
) -> None:
    """What is not certain of the act is not written into the text."""
    reading = read(f"{HEAD}Действует по приказу № 12.\n")
    hit = Hit(place(reading, "приказу № 12"), {"act": OLD.format("12"), "confidence": confidence})

    assert expected == len(succeeded(hit, reading, ACTS))
