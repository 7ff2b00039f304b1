"""The full report shows the words in their sentence, with the caret under exactly those words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdlint.model.finding import Finding
from jdlint.model.report import Report
from jdlint.report.full import WINDOW, render
from jdlint.report.look import Look

LINES = {
    "начало": ("Боцман варит кашу.", "Боцман", "Боцман"),
    "середина": ("Боцман варит кашу.", "варит", "варит"),
    "конец": ("Боцман варит кашу.", "кашу.", "кашу."),
    "перенос строки": ("Боцман варит\n   густую кашу.", "варит\n   густую", "варит густую"),
    "пробелы до слов": ("Боцман \t  варит   кашу.", "кашу", "кашу"),
    "неразрывный пробел": ("Боцман\u00a0\u00a0варит кашу.", "варит", "варит"),
    "далеко справа": (f"{'Боцман ' * 40}варит кашу {'мичману ' * 40}.", "варит кашу", "варит кашу"),
    "длиннее окна": (f"Боцман {'варит ' * 40}кашу.", f"{'варит ' * 40}кашу", None),
    "второй раз в блоке": ("каша, каша", "каша", "каша"),
    "нет в блоке": ("другое", "варит", "варит"),
    "черта": ("подпись ______ боцмана", "подпись ______", "подпись ______"),
}


@pytest.mark.parametrize(("context", "quote", "shown"), LINES.values(), ids=LINES)
def test_caret_stands_under_the_words(report: Report, context: str, quote: str, shown: str | None) -> None:
    """The letters above the carets are the quotation, with its line breaks as spaces; no line is too long."""
    upper, lower = shown_lines(report, context, quote)
    at, count = lower.index("^"), lower.count("^")
    above = upper[at : at + count]

    assert "│ " + " " * (at - 6) == lower[4:at]
    assert at + count == len(lower)
    if shown is not None:
        assert shown == above
    else:
        assert " ".join(quote.split()).startswith(above)
    assert len(upper) <= WINDOW + 8


def shown_lines(report: Report, context: str, quote: str) -> tuple[str, str]:
    """The two lines that the full report shows of a finding with this quotation."""
    finding: Finding = report.findings[3]
    place = replace(finding.place, quote=quote, context=context)
    one = replace(report, findings=(replace(finding, place=place, related=()),))
    lines = [line for line in render(one, Look("ru")).splitlines() if line.startswith("    │ ")]
    assert len(lines) == 2
    return lines[0], lines[1]


def test_what_is_missing_shows_no_caret(report: Report) -> None:
    """A finding about the whole document has no quotation to point at."""
    one = replace(report, findings=(report.findings[1],))
    told = render(one, Look("ru"))

    assert "весь документ" in told
    assert "^" not in told


def test_long_words_are_not_cut(report: Report) -> None:
    """Reasons are wrapped to the width of the terminal, between words."""
    lines = render(replace(report, findings=report.findings[:1]), Look("ru", width=60)).splitlines()
    first, last = (next(i for i, line in enumerate(lines) if word in line) for word in ("почему:", "что сделать:"))
    why = lines[first:last]

    assert all(len(line) <= 60 for line in why)
    assert report.rules["SEA001"].why["ru"].split() == " ".join(why).split()[1:]


def test_clean_report_is_one_line(report: Report) -> None:
    """Nothing found: only the summary."""
    clean = replace(report, findings=())

    assert "2 документа: замечаний нет\n" == render(clean, Look("ru", statistics=True))
    assert "2 documents: nothing found\n" == render(clean, Look("en"))
