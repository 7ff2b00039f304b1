"""The vocabularies of sections and of formal parts mean what their files say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from jdlint.load.markdown import parse
from jdlint.model.rule import Rulebook
from jdlint.segment.heading import Headings
from jdlint.segment.requisite import Marks

SECTIONS: dict[str, Any] = {
    "headings": {"rights": ["льготы"], "duties": ["дела", "мелкие дела"], "tasks": ["цели"]},
    "leads": {"duties": ["делает", "ведет"], "rights": ["имеет льготы"]},
    "endings": {"duties": ["делает"], "rights": ["может всё"]},
    "required": ["знать"],
    "yields": [{"heading": "мелкие дела", "role": "duties", "instead": "tasks"}],
}
FOUND = {
    "## Льготы": [(0, "rights", False)],
    "## Дела\n\n## Мелкие дела": [(0, "duties", False), (1, "tasks", False)],
    "## Мелкие дела\n\n## Дела": [(0, "tasks", False), (1, "duties", False)],
    "## Мелкие дела\n\n## Льготы": [(0, "duties", False), (1, "rights", False)],
    "## Мелкие дела\n\n## Мелкие дела": [(0, "duties", False), (1, "duties", False)],
    "## Мелкие дела\n\n## Цели": [(0, "duties", False), (1, "tasks", False)],
    "**Кок делает**": [(0, "duties", False)],
    "**Кок может всё**": [(0, "rights", False)],
    "**Кок может**": [],
    "Кок делает:": [(0, "duties", True)],
    "Кок ведет:": [(0, "duties", True)],
    "КОК ВЕДЁТ дневник: ": [(0, "duties", True)],
    f"Кок делает{'а' * 9}:": [],
    "Кок делает, ест. Пьёт:": [],
    f"Кок делает {'а' * 59}:": [(0, "duties", True)],
    f"Кок делает {'а' * 60}:": [],
    "Кок делает знать:": [],
    "Кок имеет льготы:": [(0, "rights", True)],
    "Кок делает": [],
}


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_sections(rulebook: Rulebook, text: str, expected: list[tuple[int, str, bool]]) -> None:
    """Headings, lead-ins, endings, and headings that yield their role to a plainer one."""
    marks = Marks.of(rulebook.vocabulary["requisites"])
    document = parse("a.md", text)
    found, _, _ = Headings.of(SECTIONS).find(document, range(len(document.blocks)), marks)

    assert expected == [(i, s.role.value, s.implied) for i, s in sorted(found.items())]


def test_requisites(rulebook: Rulebook) -> None:
    """Each mark is a pattern of its name, whatever the case of the letters."""
    told = {name: f"кок {name}" for name in rulebook.vocabulary["requisites"]}
    marks = Marks.of(told)

    for name in told:
        found = getattr(marks, name).search(f"Это КОК {name}!")
        assert found is not None
        assert 4 == found.start()


ADDRESSED = {
    "Liability rules / Ответственность": "responsibility",
    "Твоя работа": "duties",
    "Что можешь сама": "rights",
    "Кого возьмём": "requirements",
    "Чего нельзя": "other",
    "За что спрашиваем": "responsibility",
    "Кто вы и кому отчитываетесь": "general",
    "Что вы делаете": "duties",
    "Чем вы занимаетесь": "duties",
    "Что нужно для должности": "requirements",
    "На что вы имеете право": "rights",
    "Что вы решаете сами": "rights",
    "Ваша ответственность": "responsibility",
    "За что спросят": "responsibility",
    "Как мы оцениваем работу": "evaluation",
}


@pytest.mark.parametrize(("heading", "role"), ADDRESSED.items(), ids=ADDRESSED)
def test_headings_addressed_to_somebody(rulebook: Rulebook, heading: str, role: str) -> None:
    """Small firms speak to the jobholder himself."""
    document = parse("a.md", f"## {heading}\n\nКок варит уху.\n")
    marks = Marks.of(rulebook.vocabulary["requisites"])
    found, _, _ = Headings.of(rulebook.vocabulary["sections"]).find(document, range(2), marks)

    assert [role] == [s.role.value for s in found.values()]


def test_functions_alone_are_the_duties(rulebook: Rulebook) -> None:
    """«Функции» are the duties where no plainer heading is, and the tasks beside one."""
    marks = Marks.of(rulebook.vocabulary["requisites"])
    headings = Headings.of(rulebook.vocabulary["sections"])

    def roles(text: str) -> list[str]:
        document = parse("a.md", text)
        found, _, _ = headings.find(document, range(len(document.blocks)), marks)
        return [s.role.value for _, s in sorted(found.items())]

    assert ["duties", "rights"] == roles("## Функции\n\nВарит.\n\n## Права\n\nЕст.\n")
    assert ["tasks", "duties"] == roles("## Основные функции\n\nВарит.\n\n## Обязанности\n\nМоет.\n")


def test_no_list_says_a_thing_twice(rulebook: Rulebook) -> None:
    """Whoever adds a word to a vocabulary finds it there; the second would only be read for the first."""
    assert [] == list(_twice(rulebook.vocabulary, ""))


def _twice(part: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(part, Mapping):
        for name, below in part.items():
            yield from _twice(below, f"{place}/{name}")
    elif isinstance(part, (list, tuple)):
        said = Counter(item for item in part if isinstance(item, str))
        yield from ((place, item) for item, times in said.items() if times > 1)
        for below in part:
            yield from _twice(below, place)
