"""One HTML page with everything in it: the documents as they read, the findings beside the words they are about.

It opens without a network and without scripts; what a document says is never markup, and the page's own policy lets
nothing run or load but what is named in it by its hash.
"""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.model.report import Report
from jdlint.report.html.document import document
from jdlint.report.html.overview import overview
from jdlint.report.html.rules import rules
from jdlint.report.html.safe import safe
from jdlint.report.html.sheet import sheets_of
from jdlint.report.html.shell import resource, shell
from jdlint.report.html.tools import tools
from jdlint.report.html.wording import WORDS
from jdlint.report.look import Look


def render(report: Report, look: Look) -> str:
    """The report as a page to open, to send and to print."""
    return page(report, look)


def page(report: Report, look: Look, actions: str = "") -> str:
    """The same with `actions`, markup of whoever serves the page, below its title."""
    return shell(
        WORDS[look.lang]["title"], look.lang, "\n".join(_body(report, look, actions)), script=resource("report.js")
    )


def _body(report: Report, look: Look, actions: str) -> Iterator[str]:
    say = WORDS[look.lang]
    sheets = sheets_of(report)
    yield f'<a class="skip" href="#documents">{say["skip"]}</a>'
    yield f'<header class="top"><h1>{say["title"]}</h1>{actions}</header>'
    yield "<main>"
    yield overview(report, sheets, look)
    yield tools(report, look)
    yield f'<section id="documents" aria-labelledby="documents-title"><h2 id="documents-title">{say["documents"]}</h2>'
    if not sheets:
        yield f"<p>{say['none']}</p>"
    for sheet in sheets.values():
        yield document(sheet, sheets, report, look)
    yield "</section>"
    yield rules(report, look)
    yield "</main>"
    yield f"<footer><p>{say['advice']}</p><p>jdlint {safe(report.version)}</p></footer>"
    yield f'<dialog id="rule" aria-label="{say["rule"]}"><form method="dialog"><button>{say["close"]}</button></form>'
    yield "<div></div></dialog>"
