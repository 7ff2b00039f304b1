"""What the page begins with: how much was found, what to do first, where the findings are, by what rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.model.finding import Severity
from jdlint.model.report import Report
from jdlint.report.html.safe import bound, flat
from jdlint.report.html.sections import chart
from jdlint.report.html.sheet import Entry, Sheet
from jdlint.report.html.wording import MANY, MEANING, WORDS, day
from jdlint.report.look import Look, summary
from jdlint.report.place import whereabouts

FIRST = 5


def overview(report: Report, sheets: Mapping[str, Sheet], look: Look) -> str:
    """The summary."""
    return "\n".join(_lines(report, sheets, look))


def _lines(report: Report, sheets: Mapping[str, Sheet], look: Look) -> Iterator[str]:
    say = WORDS[look.lang]
    yield f'<section class="overview" aria-labelledby="summary"><h2 id="summary">{say["summary"]}</h2>'
    yield f'<p class="verdict">{flat(summary(report, look))}</p>'
    yield '<ul class="counts">'
    for severity in Severity:
        count = report.count(severity)
        yield (
            f'<li class="{severity.value}{" zero" * (not count)}"><b>{count}</b> '
            f"<span>{MANY[look.lang][severity]}</span> <small>{MEANING[look.lang][severity]}</small></li>"
        )
    yield "</ul>"
    yield from _told(say["faults"], [en if look.lang == "en" else ru for ru, en in report.faults])
    yield from _told(say["notices"], [en if look.lang == "en" else ru for ru, en in report.notices])
    if report.new:
        yield f'<div class="columns"><div><h3>{say["first"]}</h3>{"".join(_first(report, sheets, look))}</div>'
        yield f"<div><h3>{say['where']}</h3>{chart(report, look)}</div></div>"
    yield (
        f'<dl class="edition"><div><dt>{say["as_of"]}</dt><dd><time datetime="{report.as_of}">'
        f"{day(report.as_of, look.lang)}</time></dd></div>"
        f"<div><dt>{say['rulebook']}</dt><dd>{flat(report.rulebook)}</dd></div>"
        f"<div><dt>{say['engine']}</dt><dd>{flat(report.engine)}</dd></div></dl></section>"
    )


def _first(report: Report, sheets: Mapping[str, Sheet], look: Look) -> Iterator[str]:
    """What to do first, in plain words."""
    entries = {id(entry.finding): entry for sheet in sheets.values() for entry in sheet.entries}
    yield '<ol class="first">'
    for finding in report.first(FIRST) or report.new[:FIRST]:
        entry: Entry = entries[id(finding)]
        rule = report.rules[finding.code]
        where = f"{finding.place.path}, " * (len(sheets) > 1) + whereabouts(finding.place, report, look.lang)
        note = f" {flat(report.fill(rule.fix.note[look.lang], finding, look.lang)).rstrip('.')}." if rule.fix else ""
        message = flat(report.message(finding, look.lang))
        yield f'<li><a href="#{entry.card}">{bound(flat(where))}</a>: {message}.{note}</li>'
    yield "</ol>"


def _told(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f'<div class="told"><h3>{title}</h3><ul>{"".join(f"<li>{flat(line)}</li>" for line in lines)}</ul></div>'
