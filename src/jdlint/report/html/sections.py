"""The sections of documents as pictures: where the findings are."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from jdlint.model.finding import Severity
from jdlint.model.outline import Role
from jdlint.model.report import Report
from jdlint.report.html.safe import flat
from jdlint.report.html.sheet import Ruler, Sheet
from jdlint.report.html.wording import BRIEF, MANY, WORDS
from jdlint.report.look import Look

_WIDE, _HIGH = 1000, 24


def picture(sheet: Sheet, ruler: Ruler, look: Look) -> str:
    """The document from its beginning to its end: a field for each section, a line for each finding."""
    whole = max(1, len(ruler.document.text))
    starts = sorted({0, *(ruler.start(section.line) for section in sheet.told.sections)})
    fields = [
        f'<rect class="field{i % 2}" x="{_at(start, whole)}" y="4" width="{_at(end - start, whole)}" height="16"/>'
        for i, (start, end) in enumerate(pairwise([*starts, whole]))
    ]
    by_weight = sorted(sheet.marks, key=lambda mark: mark.entry.finding.severity.rank)
    lines = [
        f'<rect class="{mark.entry.finding.severity.value}" x="{_at(mark.span.start, whole)}" width="3" '
        f'height="{_HIGH}"/>'
        for mark in by_weight
    ]
    return (
        f'<svg class="picture" viewBox="0 0 {_WIDE} {_HIGH}" preserveAspectRatio="none" role="img" '
        f'aria-label="{WORDS[look.lang]["map"]}">{"".join([*fields, *lines])}</svg>'
    )


def contents(sheet: Sheet, ruler: Ruler, look: Look) -> str:
    """The headings of the document, each with the number of its findings."""
    sections = [section for section in sheet.told.sections if section.heading]
    if not sections:
        return ""
    starts = [ruler.start(section.line) for section in sections]
    marks = [mark.span.start for mark in sheet.marks]
    found = [
        bisect_left(marks, end) - bisect_left(marks, start)
        for start, end in pairwise([*starts, len(ruler.document.text)])
    ]
    rows = [
        f'<li><a href="#{sheet.block_id(ruler.block(start))}" lang="ru">{flat(section.heading)}</a>'
        f"{f' <b>{count}</b>' if count else ''}</li>"
        for section, start, count in zip(sections, starts, found, strict=True)
    ]
    return f'<ol class="contents" aria-label="{WORDS[look.lang]["contents"]}">{"".join(rows)}</ol>'


def chart(report: Report, look: Look) -> str:
    """How many findings each section has, in all documents together."""
    say, names = WORDS[look.lang], report.names.get("role", {})
    counts = Counter((finding.place.section, finding.severity) for finding in report.new)
    met = {section.role for told in report.documents for section in told.sections}
    roles = [role.value for role in Role if role.value in met or any(counts[role.value, s] for s in Severity)]
    most = max((sum(counts[role, s] for s in Severity) for role in ("", *roles)), default=0)
    rows = [_row(names.get(role, {}).get(look.lang, role), [counts[role, s] for s in Severity], most) for role in roles]
    if any(counts["", s] for s in Severity):
        rows.insert(0, _row(say["outside"], [counts["", s] for s in Severity], most))
    heads = "".join(
        f'<th scope="col"><abbr title="{MANY[look.lang][s]}">{BRIEF[look.lang][s]}</abbr></th>' for s in Severity
    )
    head = f'<thead><tr><th scope="col">{say["section"]}</th>{heads}</tr></thead>'
    return f'<table class="chart">{head}<tbody>{"".join(rows)}</tbody></table>'


def _row(name: str, counts: list[int], most: int) -> str:
    cells = "".join(f"<td>{count or '–'}</td>" for count in counts)
    bars = (
        f'<svg class="bars" viewBox="0 0 {_WIDE} 8" preserveAspectRatio="none" aria-hidden="true">'
        f"{''.join(_bars(counts, most))}</svg>"
    )
    return f'<tr><th scope="row">{flat(name[:1].upper() + name[1:])}{bars}</th>{cells}</tr>'


def _bars(counts: list[int], most: int) -> Iterator[str]:
    at = 0.0
    for severity, count in zip(Severity, counts, strict=True):
        if count:
            wide = count / most * _WIDE
            yield f'<rect class="{severity.value}" x="{at:.0f}" width="{wide:.0f}" height="8"/>'
            at += wide


def _at(offset: int, whole: int) -> str:
    return f"{offset / whole * _WIDE:.0f}"
