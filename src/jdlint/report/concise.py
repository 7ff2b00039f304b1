"""One line for each finding: `path:line:column: CODE severity message`."""

from __future__ import annotations

from jdlint.model.report import Report
from jdlint.report.look import COLOR_OF, Look, statistics, summary


def render(report: Report, look: Look) -> str:
    """The report as lines, the summary last."""
    lines = []
    for finding in report.new:
        place = finding.place
        where = look.paint(f"{place.path}:{place.line}:{place.column}:", "bold")
        code = look.paint(finding.code, COLOR_OF[finding.severity])
        clause = ("п. " if look.lang == "ru" else "cl. ") + f"{place.clause}: " if place.clause else ""
        lines.append(f"{where} {code} {look.severity(finding.severity)}: {clause}{report.message(finding, look.lang)}")
    if look.statistics:
        lines += ["", *statistics(report, look)]
    return "\n".join([*lines, summary(report, look), ""])
