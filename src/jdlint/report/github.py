"""GitHub workflow commands: findings appear beside the lines of a pull request."""

from __future__ import annotations

from jdlint.model.finding import Severity
from jdlint.model.report import Report
from jdlint.model.visible import visible
from jdlint.report.look import Look, summary

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, look: Look) -> str:
    """One command for each finding, and the summary as plain text."""
    lines = []
    for finding in report.new:
        place = finding.place
        rule = report.rules[finding.code]
        parts = {
            "file": place.path,
            "line": str(place.line),
            "col": str(place.column),
            "endLine": str(place.end_line),
            "endColumn": str(place.end_column),
            "title": f"{finding.code} {rule.title[look.lang]}",
        }
        properties = ",".join(f"{name}={_escaped(value, properties=True)}" for name, value in parts.items())
        lines.append(f"::{_LEVELS[finding.severity]} {properties}::{_escaped(report.message(finding, look.lang))}")
    return "\n".join([*lines, summary(report, look), ""])


def _escaped(text: str, *, properties: bool = False) -> str:
    text = visible(text.replace("%", "%25").replace("\r", "%0D")).replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if properties else text
