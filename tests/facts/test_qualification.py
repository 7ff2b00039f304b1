"""Years, degrees and knowledge asked for: facts `qualification` and `knowledge`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]
HEAD = "# Должностная инструкция лоцмана\n\n## 1. Требования\n\n"


def asked(read: Read, text: str) -> list[tuple[str, str, str]]:
    """What, how much, and whether it is the only way."""
    facts = read(HEAD + text).facts
    return [(f.marks["of"], f.value, f.marks["alone"]) for f in facts if f.kind == "qualification"]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("1.1. Стаж не менее трёх лет.", [("experience", "3 лет", "yes")]),
        ("1.1. Опыт работы от 5 лет.", [("experience", "5 лет", "yes")]),
        ("1.1. Опыт работы не требуется.", [("experience", "не требуется", "yes")]),
        ("1.1. Требования к стажу не предъявляются.", [("experience", "не требуется", "yes")]),
        ("1.1. Высшее (морское) образование.", [("education", "высшее образование", "yes")]),
        ("1.1. Среднее специальное образование.", [("education", "среднее профессиональное образование", "yes")]),
        ("1.1. Стаж от 2 лет приветствуется.", [("experience", "2 лет", "no")]),
        ("1.1. Опыт проводки судов через 12 порогов.", []),
    ],
)
def test_qualification(read: Read, clause: str, expected: list[tuple[str, str, str]]) -> None:
    """Numbers in words and figures are one; wishes and choices do not stand alone; other numbers are no years."""
    assert expected == asked(read, clause)


def test_choice_in_one_clause_does_not_stand_alone(read: Read) -> None:
    """Two levels in one clause are two ways, so neither is the only one."""
    text = "1.1. Высшее образование либо среднее профессиональное образование и стаж не менее 3 лет."

    assert {"no"} == {alone for _, _, alone in asked(read, text)}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (1, "1.1. Лоцман должен знать фарватер."),
        (1, "Лоцман должен знать:\n\n- огни маяков;\n- течения."),
        (1, "1.1. Необходимые знания: лоция."),
        (0, "1.1. Лоцман должен знать всё."),
        (0, "1.1. Лоцман знает свою работу."),
        (0, "1.1. Лоцман слушается капитана порта."),
    ],
)
def test_knowledge(read: Read, expected: int, text: str) -> None:
    """Knowledge counts where something to know is named, in the clause or in the list under it."""
    assert expected == len([f for f in read(HEAD + text + "\n").facts if f.kind == "knowledge"])
