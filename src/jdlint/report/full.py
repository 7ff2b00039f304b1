"""For people: each finding with its clause, the words themselves, the reason, and what to do."""

from __future__ import annotations

from itertools import groupby

from jdlint.model.finding import Finding
from jdlint.model.report import Report
from jdlint.report.excerpt import excerpt, plain
from jdlint.report.lines import wrapped
from jdlint.report.look import COLOR_OF, Look, first_step, statistics, summary
from jdlint.report.place import located, referred

_WORDS = {
    "ru": {
        "also": "см. также",
        "why": "почему",
        "fix": "что сделать",
        "basis": "основание",
        "accepted": "принято ранее",
    },
    "en": {
        "also": "see also",
        "why": "why",
        "fix": "fix",
        "basis": "basis",
        "accepted": "accepted before",
    },
}
WINDOW = 100
_BAR = "    │ "


def render(report: Report, look: Look) -> str:
    """The report grouped by document; last the summary, and what to do first.

    A finding accepted before is one line.
    """
    out: list[str] = []
    for path, findings in groupby(report.shown, key=lambda f: f.place.path):
        out.append(look.paint(plain(path), "bold"))
        for finding in findings:
            out += [*(_accepted if finding.baseline else _finding)(finding, report, look), ""]
    if look.statistics and report.new:
        out += [*statistics(report, look), ""]
    out += [look.paint(line, "bold") for line in _wrapped(summary(report, look), look.width, 0)]
    if step := first_step(report, look):
        out += _wrapped(step, look.width, 0)
    return "\n".join([*out, ""])


def _accepted(finding: Finding, report: Report, look: Look) -> list[str]:
    where, word = located(finding.place, report, look.lang), _WORDS[look.lang]["accepted"]
    line = f"{where}  {word} {finding.code}  {report.message(finding, look.lang)}"
    return [look.paint(part, "dim") for part in _wrapped(line, look.width, 2)]


def _finding(finding: Finding, report: Report, look: Look) -> list[str]:
    words = _WORDS[look.lang]
    rule = report.rules[finding.code]
    place = finding.place
    out = _head(finding, report, look)
    if place.quote.strip():
        shown = excerpt(place, min(look.width, WINDOW) - len(_BAR))
        out += [f"{_BAR}{shown.text}", f"{_BAR}{' ' * shown.start}{look.paint('^' * shown.length, 'red')}"]
    notes = [(words["also"], referred(other, place, report, look.lang)) for other in finding.related]
    notes.append((words["why"], rule.why[look.lang]))
    if rule.fix:
        notes.append((words["fix"], report.fill(rule.fix.note[look.lang], finding, look.lang)))
    if look.basis:
        notes += [(words["basis"], line) for line in report.basis(finding, look.lang)]
    for name, text in notes:
        head = f"    {name}: "
        first, *rest = _wrapped(text, look.width, len(head))
        out += [look.paint(head, "dim") + first.lstrip(), *rest]
    return out


def _head(finding: Finding, report: Report, look: Look) -> list[str]:
    """Where, how bad, which rule, and the message, wrapped under itself."""
    where, severity = located(finding.place, report, look.lang), look.severity(finding.severity)
    color = COLOR_OF[finding.severity]
    painted = f"  {where}  {look.paint(severity, color)} {look.paint(finding.code, color, 'bold')}"
    message = plain(report.message(finding, look.lang))
    taken = len(f"  {where}  {severity} {finding.code}  ")
    if taken + len(message) <= look.width:
        return [f"{painted}  {message}"]
    return [painted, *_wrapped(message, look.width, 4)]


def _wrapped(text: str, width: int, indent: int) -> list[str]:
    """`text` in lines of at most `width` columns, all indented; a longer word is not cut."""
    space = " " * indent
    return wrapped(plain(text), max(width, indent + 30), space, space)
