"""GitLab Code Quality: what a merge request adds and what it mends."""

from __future__ import annotations

import hashlib
import json

from jdlint.model.finding import Finding, Severity
from jdlint.model.report import Report
from jdlint.model.visible import visible
from jdlint.report.look import Look
from jdlint.report.place import cited

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, look: Look) -> str:
    """The findings as a JSON array.

    Those accepted before are left out: GitLab itself compares with the target branch. Of issues with one fingerprint
    it shows only the first, so that twins get one of their own.
    """
    seen: dict[str, int] = {}
    issues = []
    for finding in report.new:
        place = finding.place
        clause = cited(place, report, look.lang)
        message = report.message(finding, look.lang)
        issues.append(
            {
                "type": "issue",
                "check_name": finding.code,
                "description": visible(f"{clause}: {message}" if clause else message),
                "content": {"body": report.rules[finding.code].why[look.lang]},
                "categories": ["Style" if finding.severity is Severity.INFO else "Bug Risk"],
                "severity": _SEVERITIES[finding.severity],
                "fingerprint": _own(finding, seen),
                "location": {"path": place.path, "lines": {"begin": place.line, "end": place.end_line}},
            }
        )
    return visible(json.dumps(issues, ensure_ascii=False, indent=1)) + "\n"


def _own(finding: Finding, seen: dict[str, int]) -> str:
    count = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
    if count == 1:
        return finding.fingerprint
    return hashlib.sha256(f"{finding.fingerprint} {count}".encode()).hexdigest()[:20]
