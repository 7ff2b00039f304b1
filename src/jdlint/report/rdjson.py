"""reviewdog's diagnostic format (rdjson): comments on the lines of a merge request."""

from __future__ import annotations

import json
from typing import Any

from jdlint.model.finding import Place, Severity
from jdlint.model.report import Report
from jdlint.report.look import Look
from jdlint.report.place import cited

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report, look: Look) -> str:
    """The new findings as one DiagnosticResult."""
    diagnostics = []
    for finding in report.new:
        diagnostic: dict[str, Any] = {
            "message": _message(cited(finding.place, report, look.lang), report.message(finding, look.lang)),
            "location": _location(finding.place),
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.code},
        }
        if finding.related:
            diagnostic["related_locations"] = [
                {"message": cited(other, report, look.lang) or other.quote, "location": _location(other)}
                for other in finding.related
            ]
        diagnostics.append(diagnostic)
    data = {"source": {"name": "jdlint"}, "diagnostics": diagnostics}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _message(clause: str, message: str) -> str:
    return f"{clause}: {message}" if clause else message


def _location(place: Place) -> dict[str, Any]:
    """The place with columns in bytes of UTF-8, as the format wants them; whole lines where bytes are not known."""
    start: dict[str, int] = {"line": place.line}
    end: dict[str, int] = {"line": place.end_line}
    if place.byte:
        start["column"] = place.byte
        last = place.quote.rsplit("\n", 1)[-1]
        length = len(last.encode("utf-8", "surrogatepass"))
        end["column"] = length + (place.byte if place.end_line == place.line else 1)
    return {"path": place.path, "range": {"start": start, "end": end}}
