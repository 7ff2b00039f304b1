"""What a reader chooses to see. The form works with scripts only and is hidden without them."""

from __future__ import annotations

from collections import Counter

from jdlint.model.finding import Severity
from jdlint.model.report import Report
from jdlint.report.html.safe import flat
from jdlint.report.html.wording import MANY, WORDS
from jdlint.report.look import Look


def tools(report: Report, look: Look) -> str:
    """Filters by severity, rule and document, and buttons for all documents at once."""
    say = WORDS[look.lang]
    severities = Counter(finding.severity for finding in report.shown)
    codes = Counter(finding.code for finding in report.shown)
    boxes = "".join(
        f'<label class="{s.value}"><input type="checkbox" name="severity" value="{s.value}" checked> '
        f"{MANY[look.lang][s]} ({severities[s]})</label>"
        for s in Severity
        if severities[s]
    )
    choices = "".join(
        f'<option value="{code}">{code} {flat(report.rules[code].title[look.lang])} ({count})</option>'
        for code, count in sorted(codes.items())
    )
    name = (
        f'<label>{say["name"]} <input type="search" name="name" placeholder="{say["name_hint"]}" autocomplete="off">'
        "</label>"
    )
    folds = "".join(f'<button type="button" name="{what}">{say[what]}</button>' for what in ("open", "shut"))
    several = len(report.documents) > 1
    return (
        f'<form id="tools" role="search" aria-label="{say["filter"]}" hidden>'
        f"<fieldset><legend>{say['severity']}</legend>{boxes}</fieldset>"
        f'<label>{say["rule"]} <select name="rule"><option value="">{say["any_rule"]}</option>{choices}</select>'
        "</label>"
        f"{name if several else ''}"
        f'<div class="buttons"><button type="reset">{say["reset"]}</button>{folds if several else ""}'
        f'<button type="button" name="print">{say["print"]}</button></div>'
        f'<p role="status" data-shown="{say["shown"]}" data-nothing="{say["nothing"]}"></p></form>'
    )
