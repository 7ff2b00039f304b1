"""The page of a rule tells all that its file says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdlint.model.outline import Role
from jdlint.model.report import Report
from jdlint.report.look import Look
from jdlint.report.rule import rule_page


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "ru",
            ("предупреждение", "О маяках № 12-М, ст. 7 ч. 2 (закон)", "Обычай порта (методика)", "Молчит: (не огонь)"),
        ),
        (
            "en",
            ("warning", "On lighthouses No. 12-M, art. 7 part 2 (law)", "Custom of the port (method)", "Silent:\n"),
        ),
    ],
)
def test_rule_page(report: Report, lang: str, expected: tuple[str, ...]) -> None:
    """Name, severity, bases with their kind, message, fix and examples, in the language asked for."""
    page = rule_page(report.rules["SEA001"], report.acts, Look(lang))

    assert page.startswith("SEA001 vague-errand · ")
    for words in expected:
        assert words in page
    assert "    Зажигает [[огонь]]." in page


def test_roles_and_preview_are_told(report: Report) -> None:
    """Where a rule looks is said when it is not everywhere; a preview rule says that it is off by default."""
    rule = replace(report.rules["SEA002"], roles=frozenset((Role.RIGHTS, Role.DUTIES)), preview=True)
    page = rule_page(rule, report.acts, Look("ru"))

    assert "Где ищет: duties, rights" in page
    assert "по умолчанию выключено (preview)" in page.splitlines()[0]
    assert "Где ищет" not in rule_page(report.rules["SEA002"], report.acts, Look("ru"))
    assert "Что сделать" not in page
