"""One line for each finding: `path:line:column: CODE severity message`."""

from __future__ import annotations

from jdlint.model.report import Report
from jdlint.report.excerpt import plain
from jdlint.report.look import COLOR_OF, Look, statistics, summary

_ACCEPTED = {"ru": "принято ранее", "en": "accepted before"}


def render(report: Report, look: Look) -> str:
    """The report as lines, the summary last."""
    lines = []
    for finding in report.shown:
        place = finding.place
        where = look.paint(f"{plain(place.path)}:{place.line}:{place.column}:", "bold")
        code = look.paint(finding.code, COLOR_OF[finding.severity])
        clause = ("п. " if look.lang == "ru" else "cl. ") + f"{place.clause}: " if place.clause else ""
        level = _ACCEPTED[look.lang] if finding.baseline else look.severity(finding.severity)
        lines.append(f"{where} {code} {level}: {clause}{plain(report.message(finding, look.lang))}")
    if look.statistics:
        lines += ["", *statistics(report, look)]
    return "\n".join([*lines, summary(report, look), ""])
