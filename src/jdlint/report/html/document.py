"""One document of the page: a row that tells what it is and what was found, opened to the document itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from jdlint.model.finding import Severity
from jdlint.model.report import Report
from jdlint.report.html.card import card
from jdlint.report.html.safe import flat
from jdlint.report.html.sections import contents, picture
from jdlint.report.html.sheet import Entry, Sheet
from jdlint.report.html.text import Text
from jdlint.report.html.wording import WORDS
from jdlint.report.look import Look, counted

# With more documents than that a browser would be busy for long and take a gigabyte if it made them all at once.
MOST_AT_ONCE = 24


def document(sheet: Sheet, sheets: Mapping[str, Sheet], report: Report, look: Look) -> str:
    """The document, open when it is the only one.

    Of very many a browser makes each when it is opened: it takes the inside of `noscript` for mere text where scripts
    run, and for the document itself where they do not.
    """
    told = sheet.told
    found = Counter(f"{e.finding.code}:{e.finding.severity.value}" for e in sheet.entries)
    counts = " ".join(f"{name}:{count}" for name, count in found.items())
    is_open = " open" * (len(sheets) == 1)
    name = flat(f"{told.path} {told.position}".lower())
    position = f'<span class="position" lang="ru">{flat(told.position)}</span>'
    inside = _inside(sheet, sheets, report, look)
    lines = [
        f'<details class="document" id="d{sheet.number}" data-found="{counts}" data-name="{name}"{is_open}>',
        f"<summary><h3><bdi>{flat(told.path)}</bdi></h3> {position}",
        f'<span class="pills">{_pills(sheet, look.lang)}</span></summary>',
        *(["<noscript>", *inside, "</noscript>"] if len(sheets) > MOST_AT_ONCE else inside),
        "</details>",
    ]
    return "\n".join(lines)


def _pills(sheet: Sheet, lang: str) -> str:
    """So many new findings of each severity."""
    say = WORDS[lang]
    counts = Counter(entry.finding.severity for entry in sheet.entries if not entry.finding.baseline)
    told = [f'<span class="pill {s.value}">{counted(s, counts[s], lang)}</span>' for s in Severity if counts[s]]
    if accepted := len(sheet.entries) - counts.total():
        told.append(f'<span class="pill">{say["accepted"]}: {accepted}</span>')
    if not sheet.told.read:
        told.append(f'<span class="pill">{say["unread"]}</span>')
    return " ".join(told) or f'<span class="pill clean">{say["clean"]}</span>'


def _inside(sheet: Sheet, sheets: Mapping[str, Sheet], report: Report, look: Look) -> Iterator[str]:
    say = WORDS[look.lang]
    if sheet.ruler:
        yield picture(sheet, sheet.ruler, look)
        yield contents(sheet, sheet.ruler, look)
    if sheet.whole:
        yield f'<div class="whole"><h4>{say["whole"]}</h4>' if sheet.ruler else '<div class="whole">'
        yield from (_alone(entry, sheets, report, look) for entry in sheet.whole)
        yield "</div>"
    if sheet.ruler:
        yield '<div class="sheet"><div class="text" lang="ru">'
        yield Text(sheet, sheet.ruler, sheets, report, look).markup()
        yield "</div></div>"


def _alone(entry: Entry, sheets: Mapping[str, Sheet], report: Report, look: Look) -> str:
    return card(entry, sheets, report, look, beside=False)
