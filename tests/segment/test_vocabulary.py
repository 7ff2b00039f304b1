"""The vocabularies of sections and of formal parts mean what their files say."""

from __future__ import annotations

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
