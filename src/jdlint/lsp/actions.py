"""What an editor offers to do about a finding or a mistake."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import CodeAction, CodeActionKind, Range, TextEdit, WorkspaceEdit

from jdlint.lsp.analysis import Analysis
from jdlint.lsp.diagnostics import finding_diagnostic, finding_range, mistake_diagnostic, wrong_word
from jdlint.model.finding import Finding

_WORDS = {
    "ru": {
        "here": "Разрешить {} здесь (причину впишите после «--»)",
        "file": "Разрешить {} во всём документе (причину впишите после «--»)",
        "replace": "Заменить «{}» на «{}»",
    },
    "en": {
        "here": "Allow {} here (write the reason after “--”)",
        "file": "Allow {} in the whole document (write the reason after “--”)",
        "replace": "Replace “{}” by “{}”",
    },
}


def actions(analysis: Analysis, uri: str, where: Range) -> list[CodeAction]:
    """What may be done about all that touches that range."""
    return [*_about_mistakes(analysis, uri, where), *_about_findings(analysis, uri, where)]


def _about_mistakes(analysis: Analysis, uri: str, where: Range) -> Iterator[CodeAction]:
    for mistake in analysis.mistakes:
        place = wrong_word(mistake, analysis.text)
        if place and _touch(place, where):
            yield CodeAction(
                title=_WORDS[analysis.lang]["replace"].format(mistake.wrong, mistake.instead),
                kind=CodeActionKind.QuickFix,
                diagnostics=[mistake_diagnostic(mistake, analysis)],
                edit=WorkspaceEdit(changes={uri: [TextEdit(place, mistake.instead)]}),
                is_preferred=True,
            )


def _about_findings(analysis: Analysis, uri: str, where: Range) -> Iterator[CodeAction]:
    if analysis.report is None:
        return
    for finding in analysis.findings:
        if not _touch(finding_range(finding.place, analysis.text), where):
            continue
        told = finding_diagnostic(finding, analysis.report, analysis)
        scope, edit = _allowance(finding, analysis)
        yield CodeAction(
            title=_WORDS[analysis.lang][scope].format(finding.code),
            kind=CodeActionKind.QuickFix,
            diagnostics=[told],
            edit=WorkspaceEdit(changes={uri: [edit]}),
        )


def _allowance(finding: Finding, analysis: Analysis) -> tuple[str, TextEdit]:
    """A comment that allows the finding, without a reason: that is for a person to write, and until then DOC004 asks
    for it. Behind the words of the finding; at the head of the document for what is missing from it.
    """
    place, text = finding.place, analysis.text
    if place.quote:
        end = len(text.lines[place.end_line - 1].rstrip()) + 1
        spot = text.range(place.end_line, end, place.end_line, end)
        return "here", TextEdit(spot, f" <!-- jdlint: allow {finding.code} -- -->")
    line = _after_front_matter(text.lines)
    return "file", TextEdit(text.range(line, 1, line, 1), f"<!-- jdlint: allow-file {finding.code} -- -->\n\n")


def _after_front_matter(lines: list[str]) -> int:
    """The first line, from 1, that a comment may stand before."""
    if lines[0].strip() != "---":
        return 1
    return next((number for number, line in enumerate(lines[1:], 3) if line.strip() == "---"), 1)


def _touch(one: Range, other: Range) -> bool:
    return one.start <= other.end and other.start <= one.end
