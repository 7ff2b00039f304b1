"""JSON Lines: each finding on a line of its own, as in the JSON report."""

from __future__ import annotations

import json

from jdlint.model.report import Report
from jdlint.model.visible import visible
from jdlint.report.json import finding_data
from jdlint.report.look import Look


def render(report: Report, look: Look) -> str:
    """One JSON object for each finding; empty when nothing was found."""
    return "".join(
        visible(json.dumps(finding_data(finding, report, look.lang), ensure_ascii=False)) + "\n"
        for finding in report.shown
    )
