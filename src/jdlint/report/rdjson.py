"""reviewdog's diagnostic format (rdjson): comments on the lines of a merge request."""

from __future__ import annotations

import json
from typing import Any

from jdlint.model.finding import Finding, Place, Severity
from jdlint.model.report import Report
from jdlint.model.visible import visible
from jdlint.report.look import Look
from jdlint.report.place import cited

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(report: Report, look: Look) -> str:
    """The new findings as one DiagnosticResult."""
    texts = {document.path for document in report.documents if document.format == "markdown"}
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
        if finding.place.path in texts and (suggestion := _suggestion(finding)):
            diagnostic["suggestions"] = [suggestion]
        diagnostics.append(diagnostic)
    data = {"source": {"name": "jdlint"}, "diagnostics": diagnostics}
    return visible(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def _message(clause: str, message: str) -> str:
    return visible(f"{clause}: {message}" if clause else message)


def _suggestion(finding: Finding) -> dict[str, Any] | None:
    """The edit of a finding that has one, inside the words quoted on their first line: of no others bytes are known.

    A suggestion is made alone, so that several edits that belong together cannot be told.
    """
    place = finding.place
    if len(finding.edits) != 1 or not place.byte:
        return None
    edit = finding.edits[0]
    start = edit.column - place.column
    inside = edit.line == edit.end_line == place.line and start >= 0
    if not inside or not place.quote.split("\n", 1)[0].startswith(edit.old, start):
        return None
    first = place.byte + _bytes(place.quote[:start])
    last = first + _bytes(edit.old)
    where = {"start": {"line": edit.line, "column": first}, "end": {"line": edit.line, "column": last}}
    return {"range": where, "text": edit.new}


def _location(place: Place) -> dict[str, Any]:
    """The place with columns in bytes of UTF-8, as the format wants them; whole lines where bytes are not known."""
    start: dict[str, int] = {"line": place.line}
    end: dict[str, int] = {"line": place.end_line}
    if place.byte:
        start["column"] = place.byte
        length = _bytes(place.quote.rsplit("\n", 1)[-1])
        end["column"] = length + (place.byte if place.end_line == place.line else 1)
    return {"path": place.path, "range": {"start": start, "end": end}}


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
