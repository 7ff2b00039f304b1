"""One report for all reporters: two documents, one unread file, findings of every sort and in every state."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from jdlint.discover import discover
from jdlint.lint import lint
from jdlint.model.finding import Edit, Finding, Place, Safety, Severity
from jdlint.model.kind import Find
from jdlint.model.report import DocumentReport, FactLine, Report, SectionLine
from jdlint.model.rule import Basis, Example, FixNote, Rule, Rulebook
from jdlint.report import reporter
from jdlint.report.look import Look
from jdlint.settings import Settings

CLAUSE = "2.3. Смотритель маяка зажигает и\n     гасит огонь , а также выполняет иные поручения капитана порта."
ROW = "| Пароль | ____ | 5 |"
HOSTILE = "<b>@боцман</b> #7 | *всё* ]]> &amp; ](http://порт) \x1b[31m\u202e`"
TITLE = "# Должностная инструкция смотрителя маяка"


def _stated(line: int, quote: str) -> Place:
    """A place on one line of a document."""
    return Place("порт/маяк.md", line, 1, line, 1 + len(quote), quote, quote)


def _rule(code: str, name: str, severity: Severity, ru: str, en: str, *, fix: bool = False) -> Rule:
    bases = (
        Basis("law", "sea-code", {"ru": "ст. 7 ч. 2", "en": "art. 7 part 2"}),
        Basis("method", text={"ru": "Обычай порта", "en": "Custom of the port"}),
    )
    return Rule(
        code,
        name,
        severity,
        "0.1",
        {"ru": f"Правило {code}: о море, ветре", "en": f"Rule {code}: of sea, of wind"},
        {
            "ru": "Корабль не видит берега и садится на мель у самого входа в гавань, " * 2,
            "en": "The ship runs aground.",
        },
        bases,
        "find",
        Find(),
        {"ru": ru, "en": en},
        (Example(fires=True, text="Зажигает [[огонь]].\n"), Example(fires=False, text="Спит.\n", why="не огонь")),
        fix=FixNote(Safety.SAFE, {"ru": "Уберите «{match}»", "en": "Drop “{match}”"}) if fix else None,
    )


RULES = (
    _rule("SEA001", "vague-errand", Severity.WARNING, "«{match}» у {role}", "“{match}” in {role}", fix=True),
    _rule("SEA002", "missing-log", Severity.ERROR, "нет: {missing}", "missing: {missing}"),
    _rule("SEA003", "long-words", Severity.INFO, "100% длинно: {match}", "100% long: {match}"),
)
LONG = "слово " * 60


def _place(path: str, line: int, column: int, quote: str, context: str, **more: str) -> Place:
    lead = context[: context.find(quote)].rsplit("\n", 1)[-1]
    byte = len(lead.encode()) + 1 if len(lead) == column - 1 else 0
    return Place(path, line, column, line, column + len(quote), quote, context, **more, byte=byte)


@pytest.fixture(scope="session")
def report() -> Report:
    """The report that every reporter has to tell."""
    errand = _place(
        "порт/маяк.md", 13, 38, "иные поручения капитана порта", CLAUSE, section="duties", clause="2.3", anchor="13"
    )
    spread = replace(
        _place("порт/маяк.md", 12, 23, "зажигает и\n     гасит", CLAUSE, section="duties", clause="2.3"),
        end_line=13,
        end_column=11,
    )
    first = _place("порт/маяк.md", 9, 1, f"Маяк {LONG}".strip(), LONG, section="rights")
    log = Place("порт/маяк.md", 1, 1, 1, 1, "", TITLE)
    cell = _place("буй, 2.docx", 4, 12, "____", ROW, section="general", anchor="tbl[1]/r[2]/c[2]/p[1]")
    old = _place("порт/маяк.md", 15, 6, HOSTILE, f"3.1. {HOSTILE}", section="rights", clause="3.1")
    allowed = _place("порт/маяк.md", 16, 6, "шторм", "3.2. шторм", section="rights", clause="3.2")
    base = {"match": "", "quote": "", "clause": "", "section": "", "position": "смотритель маяка"}
    findings = (
        Finding("SEA001", Severity.ERROR, cell, {**base, "match": "____", "role": "general"}, (), "f4"),
        Finding("SEA002", Severity.ERROR, log, {**base, "missing": ("log", "rope"), "confidence": "low"}, (), "f1"),
        Finding("SEA003", Severity.INFO, spread, {**base, "match": LONG, "words": ("раз", "два")}, (), "f3"),
        Finding(
            "SEA001",
            Severity.WARNING,
            errand,
            {**base, "match": errand.quote, "role": "duties"},
            (first, spread),
            "f2",
            edits=(Edit(13, 43, 13, 52, "поручения", "задачи"),),
        ),
        Finding("SEA001", Severity.ERROR, old, {**base, "match": old.quote, "role": "rights"}, (), "f5", baseline=True),
        Finding("SEA003", Severity.WARNING, allowed, {**base, "match": "шторм"}, (), "f6", "так велит <устав>"),
    )
    documents = (
        DocumentReport("буй, 2.docx", "docx", "", read=False),
        DocumentReport(
            "порт/маяк.md",
            "markdown",
            "смотритель маяка",
            read=True,
            sections=(SectionLine("duties", "2. Должностные обязанности", 10),),
            facts=(
                FactLine("reports_to", "капитан порта", _stated(5, "капитану порта"), {"line": "direct"}),
                FactLine("position", "смотритель маяка", _stated(1, "смотрителя маяка")),
            ),
        ),
    )
    names = {
        "missing": {"log": {"ru": "журнал", "en": "the log"}},
        "role": {"duties": {"ru": "«Обязанности»", "en": "Duties"}, "general": {"ru": "«Общее»", "en": "General"}},
    }
    acts = {"sea-code": {"kind": "закон", "number": "12-М", "title": {"ru": "О маяках", "en": "On lighthouses"}}}
    return Report(
        "0.0",
        "1999.12 abcdef",
        "by eye",
        "2026-11-22",
        documents,
        findings,
        {rule.code: rule for rule in RULES},
        acts,
        names,
    )


@pytest.fixture(scope="session")
def run_of_samples(rulebook: Rulebook) -> Callable[[str], str]:
    """The report on the samples in a format, in Russian; paths are relative to their folder."""
    with contextlib.chdir(Path(__file__).parents[2] / "samples"):
        found = lint(discover(["."]), rulebook, Settings(jobs=1), as_of=dt.date(2026, 11, 22))
    return lambda name: reporter(name)(found, Look("ru"))
