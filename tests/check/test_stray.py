"""Kind `measure`: clauses numbered for another section, and facts in the formal parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from jdlint.model.finding import Hit
from jdlint.model.kind import Measure
from jdlint.model.reading import Reading

Read = Callable[[str], Reading]
Measuring = Callable[..., Iterator[Hit]]

STRAYS = [
    ("## 4. Права\n\n3.1. Просит весло.\n\n4.2. Просит парус.", [("3.1", "4.1")]),
    ("## II. Права\n\n2.1. Просит весло.\n\n1.2. Просит парус.", [("1.2", "2.2")]),
    ("## I. Права\n\n4. Просит:\n\n4.1. Весло.\n\n4.2. Парус.", []),
    ("## Права\n\n3.1. Просит весло.", []),
    ("## 4. Права\n\n1. Просит весло.\n\n## 5. Обязанности\n\n3.1. Гребёт.", [("3.1", "5.1")]),
    ("## 4. Права\n\n1. Просит весло.\n\n2. Просит парус.", []),
]


@pytest.mark.parametrize(("text", "told"), STRAYS)
def test_clauses_of_another_section(read: Read, measure: Measuring, text: str, told: list[tuple[str, str]]) -> None:
    """A compound number begins with that of its section, unless it hangs on a simple one."""
    options = Measure(of="clause-number", sequence=("section",))
    hits = measure(options, read(f"# Должностная инструкция лодочника\n\n{text}\n"), frozenset())
    assert told == [(h.values["found"], h.values["expected"]) for h in hits]


def test_zones(read: Read, measure: Measuring) -> None:
    """Facts in leftovers count only where the rule looks everywhere."""
    reading = read("# Должностная инструкция лодочника\n\n## 4. Права\n\nПросит весло.\n\nДругие инструкции: боцман\n")
    for zones, count in (("content", 0), ("all", 1)):
        options = Measure(of="fact", name="leftover", maximum=0, zones=zones)
        assert count == len(list(measure(options, reading, frozenset())))
