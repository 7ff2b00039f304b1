"""For people: each finding with its clause, the words themselves, the reason, and what to do."""

from __future__ import annotations

import textwrap
from itertools import groupby

from jdlint.model.finding import Finding, Place
from jdlint.model.report import Report
from jdlint.report.look import COLOR_OF, Look, statistics, summary

_WORDS = {
    "ru": {
        "clause": "п. {}",
        "line": "строка {}",
        "also": "см.",
        "why": "почему",
        "fix": "что сделать",
        "basis": "основание",
        "whole": "весь документ",
    },
    "en": {
        "clause": "cl. {}",
        "line": "line {}",
        "also": "see",
        "why": "why",
        "fix": "fix",
        "basis": "basis",
        "whole": "whole document",
    },
}
WINDOW = 88


def render(report: Report, look: Look) -> str:
    """The report grouped by document, the summary last."""
    out: list[str] = []
    for path, findings in groupby(report.new, key=lambda f: f.place.path):
        out.append(look.paint(path, "bold"))
        for finding in findings:
            out += [*_finding(finding, report, look), ""]
    if look.statistics and report.new:
        out += [*statistics(report, look), ""]
    return "\n".join([*out, look.paint(summary(report, look), "bold"), ""])


def _finding(finding: Finding, report: Report, look: Look) -> list[str]:
    words = _WORDS[look.lang]
    rule = report.rules[finding.code]
    place = finding.place
    code = look.paint(finding.code, COLOR_OF[finding.severity], "bold")
    severity = look.paint(look.severity(finding.severity), COLOR_OF[finding.severity])
    out = [f"  {_where(place, report, look)}  {severity} {code}  {report.message(finding, look.lang)}"]
    if place.quote.strip():
        out += [f"    {line}" for line in _shown(place, look)]
    for other in finding.related:
        quote = " ".join(other.quote.split())
        short = quote if len(quote) <= WINDOW else f"{quote[: WINDOW - 1]}…"
        out.append(f"    {look.paint(words['also'], 'dim')} {_where(other, report, look)}: «{short}»")
    notes = [(words["why"], rule.why[look.lang])]
    if rule.fix:
        notes.append((words["fix"], report.fill(rule.fix.note[look.lang], finding, look.lang)))
    if look.basis:
        notes += [(words["basis"], line) for line in report.basis(finding, look.lang)]
    for name, text in notes:
        head = f"    {name}: "
        body = textwrap.wrap(" ".join(text.split()), max(40, look.width - len(head)), break_long_words=False)
        for i, line in enumerate(body):
            out.append((look.paint(head, "dim") if i == 0 else " " * len(head)) + line)
    return out


def _where(place: Place, report: Report, look: Look) -> str:
    """The clause first, as people cite it; then the line."""
    words = _WORDS[look.lang]
    if not place.quote and place.line == 1 and place.column == 1 and place.end_column == 1:
        return words["whole"]
    section = report.names.get("role", {}).get(place.section, {}).get(look.lang, "") if place.section else ""
    clause = words["clause"].format(place.clause) if place.clause else section
    line = f"{words['line'].format(place.line)}:{place.column}"
    return f"{clause} ({line})" if clause else line


def _shown(place: Place, look: Look) -> list[str]:
    """The words in their sentence, with a caret line below."""
    context = place.context or place.quote
    at = context.find(place.quote)
    if at < 0:
        context, at = place.quote, 0
    flat: list[str] = []
    marks: list[bool] = []
    for i, c in enumerate(context):
        if c.isspace() and flat and flat[-1] == " ":
            continue
        flat.append(" " if c.isspace() else c)
        marks.append(at <= i < at + len(place.quote))
    first, last = marks.index(True), len(marks) - 1 - marks[::-1].index(True)
    start = max(0, min(first - 24, len(flat) - WINDOW))
    if first - start > WINDOW - 8:
        start = first
    stop = min(len(flat), start + WINDOW)
    last = min(last, stop - 1)
    head, tail = "…" if start else "", "…" if stop < len(flat) else ""
    text = f"{head}{''.join(flat[start:stop])}{tail}"
    caret = " " * (first - start + len(head)) + look.paint("^" * (last - first + 1), "red")
    return [f"│ {text}", f"│ {caret}"]
