"""A document that is plainly not a job description is told from one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.outline import Outline

Read = Callable[[str], Outline]
SECTIONS = """

1. Общие положения

1.1. Лоцман подчиняется капитану порта.

2. Обязанности

2.1. Лоцман обязан встречать суда.

3. Права

3.1. Лоцман имеет право на лодку.
"""
OTHERS = {
    "положение": "УТВЕРЖДАЮ\n\nКапитан порта ________ И. И. Волнов\n\nПОЛОЖЕНИЕ\n\nо лоцманской службе" + SECTIONS,
    "инструкция по охране труда": "# Инструкция по охране труда № 7 для лоцмана" + SECTIONS,
    "статья": (
        "# Должностная инструкция: порядок составления\n\nДолжностная инструкция — это документ.\n\n"
        "В ней пишут, кому подчиняется работник и как он назначается на должность, что он обязан."
    ),
    "ссылки": "# Роли порта\n\n- [Должностная инструкция лоцмана](pilot.md)\n- [Устав](charter.md)\n",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_kinds(outline: Read, text: str) -> None:
    """A regulation, a safety instruction, an article and a list of links speak of duties, and are something else."""
    assert not outline(text).is_job_description


@pytest.mark.parametrize("title", ["# Должностная инструкция лоцмана", "ИНСТРУКЦИЯ\n\nлоцмана", "# Лоцман"])
def test_job_descriptions(outline: Read, title: str) -> None:
    """The same sections under the title of a job description, or under that of the job, make one."""
    assert outline(title + SECTIONS).is_job_description
