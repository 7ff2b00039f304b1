"""Findings and mistakes as an editor's diagnostics."""

from __future__ import annotations

from pathlib import Path

from lsprotocol.types import Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Range

from jdlint.errors import Mistake
from jdlint.lsp.analysis import Analysis
from jdlint.lsp.text import Text
from jdlint.model.finding import Finding, Place, Severity
from jdlint.model.report import Report
from jdlint.report.place import cited

SOURCE = "jdlint"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Information,
}


def diagnostics(analysis: Analysis) -> list[Diagnostic]:
    """All that is to be shown beside the text."""
    out = [mistake_diagnostic(mistake, analysis) for mistake in analysis.mistakes]
    if analysis.report:
        out += [finding_diagnostic(finding, analysis.report, analysis) for finding in analysis.findings]
    return out


def finding_diagnostic(finding: Finding, report: Report, analysis: Analysis) -> Diagnostic:
    """One finding, with the places that it goes with."""
    related = [
        DiagnosticRelatedInformation(
            Location(Path(other.path).absolute().as_uri(), finding_range(other, analysis.text)),
            cited(other, report, analysis.lang) or " ".join(other.quote.split()),
        )
        for other in finding.related
        if other.path == finding.place.path  # columns of another text are not to be told from here
    ]
    return Diagnostic(
        range=finding_range(finding.place, analysis.text),
        message=report.message(finding, analysis.lang),
        severity=_SEVERITIES[finding.severity],
        code=finding.code,
        source=SOURCE,
        related_information=related or None,
    )


def mistake_diagnostic(mistake: Mistake, analysis: Analysis) -> Diagnostic:
    """One mistake in a YAML file."""
    return Diagnostic(
        range=mistake_range(mistake, analysis.text),
        message=mistake.en if analysis.lang == "en" else mistake.ru,
        severity=DiagnosticSeverity.Error,
        source=SOURCE,
    )


def finding_range(place: Place, text: Text) -> Range:
    """The words of a place; the first line with words when something is missing from the whole document."""
    if place.quote:
        return text.range(place.line, place.column, place.end_line, place.end_column)
    return text.line_range(max(place.line, text.first_line))


def mistake_range(mistake: Mistake, text: Text) -> Range:
    """The wrong word where it is known, else the rest of its line."""
    if wrong := wrong_word(mistake, text):
        return wrong
    line = text.line_range(mistake.line)
    start = text.position(mistake.line, mistake.column)
    return Range(start, line.end) if start.character < line.end.character else line


def wrong_word(mistake: Mistake, text: Text) -> Range | None:
    """Where the word stands that another one was meant by: at the mistake's place, or behind a quotation mark."""
    for column in (mistake.column, mistake.column + 1):
        if mistake.wrong and text.stands(mistake.line, column, mistake.wrong):
            return text.range(mistake.line, column, mistake.line, column + len(mistake.wrong))
    return None
