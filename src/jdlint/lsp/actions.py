"""What an editor offers to do about a finding or a mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lsprotocol.types import CodeAction, CodeActionKind, Range, TextEdit, WorkspaceEdit

from jdlint.fix.choice import mendings
from jdlint.fix.text import settled
from jdlint.lsp.analysis import Analysis
from jdlint.lsp.diagnostics import finding_diagnostic, finding_range, mistake_diagnostic, wrong_word
from jdlint.model.finding import Edit, Finding, Safety
from jdlint.model.span import Lines

_WORDS = {
    "ru": {
        "here": "Разрешить {} здесь (причину впишите после «--»)",
        "file": "Разрешить {} во всём документе (причину впишите после «--»)",
        "replace": "Заменить «{}» на «{}»",
        "safe": "Исправить {}: {}",
        "unsafe": "Исправить {} (потом проверьте): {}",
        "all": "Исправить всё, что исправляется без сомнений",
    },
    "en": {
        "here": "Allow {} here (write the reason after “--”)",
        "file": "Allow {} in the whole document (write the reason after “--”)",
        "replace": "Replace “{}” by “{}”",
        "safe": "Fix {}: {}",
        "unsafe": "Fix {} (then look at it): {}",
        "all": "Fix all that is beyond doubt",
    },
}


def actions(analysis: Analysis, uri: str, where: Range) -> list[CodeAction]:
    """What may be done about all that touches that range."""
    return [
        *_about_mistakes(analysis, uri, where),
        *_fixes(analysis, uri, where),
        *_allowances(analysis, uri, where),
        *_fix_all(analysis, uri),
    ]


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


def _fixes(analysis: Analysis, uri: str, where: Range) -> Iterator[CodeAction]:
    """What a program can mend, each finding by itself."""
    report = analysis.report
    for finding in _touched(analysis, where):
        fix = analysis.rulebook.rules[finding.code].fix
        if report is None or fix is None or (safety := report.safety(finding)) is Safety.MANUAL:
            continue
        note = report.fill(fix.note[analysis.lang], finding, analysis.lang)
        yield CodeAction(
            title=_WORDS[analysis.lang][safety.value].format(finding.code, note),
            kind=CodeActionKind.QuickFix,
            diagnostics=[finding_diagnostic(finding, report, analysis)],
            edit=WorkspaceEdit(changes={uri: _text_edits(finding.edits, analysis)}),
            is_preferred=safety is Safety.SAFE,
        )


def _fix_all(analysis: Analysis, uri: str) -> Iterator[CodeAction]:
    """All safe edits that do not get in each other's way."""
    chosen = mendings(analysis.findings, analysis.rulebook.rules, unsafe=False)
    if chosen:
        yield CodeAction(
            title=_WORDS[analysis.lang]["all"],
            kind=CodeActionKind.SourceFixAll,
            edit=WorkspaceEdit(changes={uri: _text_edits([e for edits in chosen for e in edits], analysis)}),
        )


def _allowances(analysis: Analysis, uri: str, where: Range) -> Iterator[CodeAction]:
    for finding in _touched(analysis, where):
        if analysis.report is None:
            continue
        scope, edit = _allowance(finding, analysis)
        yield CodeAction(
            title=_WORDS[analysis.lang][scope].format(finding.code),
            kind=CodeActionKind.QuickFix,
            diagnostics=[finding_diagnostic(finding, analysis.report, analysis)],
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


def _text_edits(edits: Sequence[Edit], analysis: Analysis) -> list[TextEdit]:
    text = "\n".join(analysis.text.lines)
    lines = Lines(text)
    return [
        TextEdit(analysis.text.range(*lines.place(span.start), *lines.place(span.end)), new)
        for span, new in settled(text, edits)
    ]


def _touched(analysis: Analysis, where: Range) -> list[Finding]:
    return [f for f in analysis.findings if _touch(finding_range(f.place, analysis.text), where)]


def _touch(one: Range, other: Range) -> bool:
    return one.start <= other.end and other.start <= one.end
