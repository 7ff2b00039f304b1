"""A finding told in full, beside its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jdlint.model.finding import Place
from jdlint.model.report import Report
from jdlint.report.html.safe import bound, flat, safe
from jdlint.report.html.sheet import Entry, Sheet
from jdlint.report.html.wording import WORDS
from jdlint.report.look import Look
from jdlint.report.place import cited, referred, whereabouts


def card(entry: Entry, sheets: Mapping[str, Sheet], report: Report, look: Look, *, beside: bool) -> str:
    """The card; one that does not stand `beside` the words quotes them."""
    return "\n".join(_lines(entry, sheets, report, look, beside=beside))


def _lines(entry: Entry, sheets: Mapping[str, Sheet], report: Report, look: Look, *, beside: bool) -> Iterator[str]:
    say, finding = WORDS[look.lang], entry.finding
    place, rule = finding.place, report.rules[finding.code]
    kind, accepted = finding.severity.value, " accepted" * finding.baseline
    yield (
        f'<div class="card {kind}{accepted}" id="{entry.card}" data-severity="{kind}" data-rule="{finding.code}" '
        f'role="note" aria-label="{say["finding"]} {entry.number}">'
    )
    number = f'<a class="number" href="#{entry.mark}">{entry.number}</a>' if beside else str(entry.number)
    where = cited(place, report, look.lang) if beside else whereabouts(place, report, look.lang)
    mark = f" · {say['accepted']}" * finding.baseline
    yield (
        f'<p class="head">{number} <b>{look.severity(finding.severity)}</b> <span>{bound(safe(where))}{mark}</span> '
        f'<a class="code" href="#rule-{finding.code}" title="{flat(rule.title[look.lang])}">{finding.code}</a></p>'
    )
    message = report.message(finding, look.lang)
    yield f"<p>{flat(message[:1].upper() + message[1:])}</p>"
    if not beside and place.quote.strip():
        yield f'<blockquote lang="ru">{flat(place.quote)}</blockquote>'
    if rule.fix:
        note = report.fill(rule.fix.note[look.lang], finding, look.lang)
        yield f"<p><b>{say['fix']}:</b> {flat(note)}</p>"
    for other in finding.related:
        words = bound(flat(referred(other, place, report, look.lang, lines=False)))
        target = _target(other, sheets)
        yield f"<p><b>{say['also']}:</b> " + (f'<a href="#{target}">{words}</a></p>' if target else f"{words}</p>")
    basis = "; ".join(bound(flat(line)) for line in report.basis(finding, look.lang))
    yield f'<p class="basis"><b>{say["basis"]}:</b> {basis}</p>'
    yield f'<p class="why"><a href="#rule-{finding.code}">{say["explain"]}</a></p></div>'


def _target(place: Place, sheets: Mapping[str, Sheet]) -> str:
    sheet = sheets.get(place.path)
    return sheet.anchor(place) if sheet else ""
