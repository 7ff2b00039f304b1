"""Numbers agree with their nouns, and colour is there only when on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdlint.model.finding import Severity
from jdlint.model.report import Report
from jdlint.model.rule import Basis
from jdlint.report.look import Look, first_step, plural, summary


@pytest.mark.parametrize(
    ("expected", "count"),
    [
        ("0 ошибок", 0),
        ("1 ошибка", 1),
        ("2 ошибки", 2),
        ("4 ошибки", 4),
        ("5 ошибок", 5),
        ("11 ошибок", 11),
        ("12 ошибок", 12),
        ("21 ошибка", 21),
        ("22 ошибки", 22),
        ("111 ошибок", 111),
        ("114 ошибок", 114),
        ("101 ошибка", 101),
    ],
)
def test_plural(expected: str, count: int) -> None:
    """Russian nouns after numbers, the teens included."""
    assert expected == plural(count, "ошибка", "ошибки", "ошибок")


@pytest.mark.parametrize(
    ("ru", "en", "severities"),
    [
        ("2 документа: замечаний нет", "2 documents: nothing found", ()),
        ("2 документа: 1 ошибка", "2 documents: 1 error", ("error",)),
        ("2 документа: 2 ошибки, 1 совет", "2 documents: 2 errors, 1 info", ("error", "error", "info")),
        ("2 документа: 3 предупреждения", "2 documents: 3 warnings", ("warning",) * 3),
        ("2 документа: 5 советов", "2 documents: 5 info", ("info",) * 5),
    ],
)
def test_summary(report: Report, ru: str, en: str, severities: tuple[str, ...]) -> None:
    """Documents and findings are counted by severity, worst first."""
    counted = replace(report, findings=tuple(replace(report.findings[0], severity=Severity(s)) for s in severities))

    assert ru == summary(counted, Look("ru"))
    assert en == summary(counted, Look("en"))


def test_one_document_is_singular(report: Report) -> None:
    """One document is no plural in either language."""
    one = replace(report, documents=report.documents[:1], findings=())

    assert "1 документ: замечаний нет" == summary(one, Look("ru"))
    assert "1 document: nothing found" == summary(one, Look("en"))


def test_paint() -> None:
    """Colour wraps text in escapes when on, and never paints nothing."""
    assert "\x1b[31;1mбуй\x1b[0m" == Look(color=True).paint("буй", "red", "bold")
    assert "" == Look(color=True).paint("", "red")
    assert "буй" == Look(color=False).paint("буй", "red")


def test_breaches_of_law_come_first(report: Report) -> None:
    """What to begin with is of the worst severity, and of that what a law forbids, wherever it stands."""
    method = (Basis("method", text={"ru": "Обычай порта", "en": "The custom of the port"}),)
    rules = {**report.rules, "SEA001": replace(report.rules["SEA001"], basis=method)}
    custom, law, advice, warning = report.findings[:4]
    told = replace(report, rules=rules, findings=(custom, replace(warning, code="SEA003"), law, advice))

    assert (law, custom) == told.first(5)
    assert (law,) == told.first(1)
    assert first_step(told, Look("ru")).endswith("jdlint rule SEA002")
    assert first_step(replace(told, findings=(advice,)), Look("ru")).endswith("jdlint rule SEA003")
