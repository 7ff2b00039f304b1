"""Markdown for a comment on a merge request: a folded list for each document, never longer than a comment may be."""

from __future__ import annotations

import re
from itertools import groupby

from jdlint.model.finding import Finding, Severity
from jdlint.model.report import Report
from jdlint.model.visible import visible
from jdlint.report.look import Look, first_step, plural, summary
from jdlint.report.place import located, referred

MOST = 60_000
LONGEST_QUOTE = 200
UNFOLDED = 3
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$]|(?<=^\d)[.)]|(?<=^\d\d)[.)]|^[-+=]|:(?=[a-z0-9_+-]+:))")
_MARKS = {Severity.ERROR: "🔴", Severity.WARNING: "🟡", Severity.INFO: "🔵"}
_WORDS = {
    "ru": {
        "why": "почему",
        "fix": "что сделать",
        "more": "не поместилось замечаний: {}; целиком — в отчёте другого вида",
    },
    "en": {"why": "why", "fix": "fix", "more": "findings that did not fit: {}; see a report of another format"},
}


def render(report: Report, look: Look) -> str:
    """The new findings by document; what does not fit into the bound is counted in the last line."""
    words = _WORDS[look.lang]
    parts = [f"### jdlint — {escaped(summary(report, look))}\n"]
    if step := first_step(report, look):
        parts.append(f"\n{escaped(step)}\n")
    room = MOST - len(parts[0]) - 1000
    left_out = 0
    by_path = [(path, list(found)) for path, found in groupby(report.new, key=lambda f: f.place.path)]
    for path, findings in by_path:
        head = _head(path, findings, look, unfolded=len(by_path) <= UNFOLDED)
        items: list[str] = []
        for finding in findings:
            item = _item(finding, report, look)
            if left_out or len(head) + len(item) > room:
                left_out += 1
                continue
            room -= len(item) + (0 if items else len(head))
            items.append(item)
        if items:
            parts += [head, *items, "\n</details>\n"]
    if left_out:
        parts.append(f"\n{escaped(words['more'].format(left_out))}\n")
    return "".join(parts)


def _head(path: str, findings: list[Finding], look: Look, *, unfolded: bool) -> str:
    counts = {severity: sum(f.severity is severity for f in findings) for severity in Severity}
    told = " ".join(f"{_MARKS[severity]} {count}" for severity, count in counts.items() if count)
    total = plural(len(findings), "замечание", "замечания", "замечаний") if look.lang == "ru" else str(len(findings))
    return f"\n<details{' open' * unfolded}>\n<summary><b>{_entities(path)}</b> — {total} ({told})</summary>\n\n"


def _item(finding: Finding, report: Report, look: Look) -> str:
    words = _WORDS[look.lang]
    rule = report.rules[finding.code]
    where = escaped(located(finding.place, report, look.lang))
    severity = look.severity(finding.severity)
    message = escaped(report.message(finding, look.lang))
    lines = [f"- {_MARKS[finding.severity]} **{where}** {severity} `{finding.code}`: {message}"]
    quote = " ".join(finding.place.quote.split())
    if quote:
        short = quote if len(quote) <= LONGEST_QUOTE else f"{quote[: LONGEST_QUOTE - 1]}…"
        lines.append(escaped(f"«{short}»"))
    lines += [escaped(referred(other, finding.place, report, look.lang)) for other in finding.related]
    lines.append(f"*{words['why']}:* {escaped(rule.why[look.lang])}")
    if rule.fix:
        note = report.fill(rule.fix.note[look.lang], finding, look.lang)
        lines.append(f"*{words['fix']}:* {escaped(note)}")
    return "<br>\n  ".join(lines) + "\n"


def escaped(text: str) -> str:
    """`text` in one line, as it stands: no markup, HTML, list or emoji, no mention of a user or an issue."""
    flat = _MARKUP.sub(r"\\\1", visible(" ".join(text.split())).replace("&", "&amp;"))
    return re.sub(r"(@|\\#)(?=\w)", "\\1\u200b", flat)


def _entities(text: str) -> str:
    """`text` inside an HTML tag's content."""
    text = visible(text)
    for mark, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("@", "@\u200b"), ("\n", " ")):
        text = text.replace(mark, entity)
    return text
