"""The JSON report (a contract: see `schemas/report.schema.json`)."""

from __future__ import annotations

import json
from typing import Any

from jdlint.model.finding import Edit, Finding, Place
from jdlint.model.report import DocumentReport, Report
from jdlint.model.rule import FixNote
from jdlint.model.visible import visible
from jdlint.report.look import Look

VERSION = 1


def render(report: Report, look: Look) -> str:
    """The report as one JSON object."""
    counts = {"error": 0, "warning": 0, "info": 0}
    for finding in report.shown:
        counts[finding.severity.value] += 1
    data = {
        "version": VERSION,
        "tool": {
            "name": "jdlint",
            "version": report.version,
            "rulebook": report.rulebook,
            "engine": report.engine,
            "as_of": report.as_of,
        },
        "documents": [_document(d) for d in report.documents],
        "findings": [finding_data(f, report, look.lang) for f in report.shown],
        **({"stopped": True} if report.stopped else {}),
        "summary": {"documents": len(report.documents), **counts, "suppressed": report.suppressed},
    }
    return visible(json.dumps(data, ensure_ascii=False, indent=1)) + "\n"


def _document(document: DocumentReport) -> dict[str, Any]:
    return {
        "path": document.path,
        "format": document.format,
        "position": document.position,
        "read": document.read,
        "sections": [{"role": s.role, "heading": s.heading, "line": s.line} for s in document.sections],
        "facts": [
            {
                "kind": f.kind,
                "value": f.value,
                "line": f.line,
                "quote": f.quote,
                **({"marks": dict(f.marks)} if f.marks else {}),
            }
            for f in document.facts
        ],
    }


def finding_data(finding: Finding, report: Report, lang: str) -> dict[str, Any]:
    """One finding as the contract has it."""
    place = finding.place
    rule = report.rules[finding.code]
    hidden = ("match", "quote", "clause", "section", "position")
    return {
        "code": finding.code,
        "name": rule.name,
        "severity": finding.severity.value,
        "message": report.message(finding, lang),
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "section": place.section,
        "clause": place.clause,
        "anchor": place.anchor,
        "values": {
            k: list(v) if isinstance(v, tuple) else v for k, v in sorted(finding.values.items()) if k not in hidden
        },
        "quote": place.quote,
        "context": place.context,
        "basis": report.basis(finding, lang),
        "related": [_related(r, lang) for r in finding.related],
        "fix": _fix(rule.fix, finding, report, lang) if rule.fix else None,
        "fingerprint": finding.fingerprint,
        **({"baseline": True} if finding.baseline else {}),
    }


def _fix(fix: FixNote, finding: Finding, report: Report, lang: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "safety": report.safety(finding).value,
        "note": report.fill(fix.note[lang], finding, lang),
    }
    return {**told, "edits": [_edit(edit) for edit in finding.edits]} if finding.edits else told


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "line": edit.line,
        "column": edit.column,
        "end_line": edit.end_line,
        "end_column": edit.end_column,
        "old": edit.old,
        "new": edit.new,
    }


def _related(place: Place, lang: str) -> dict[str, Any]:
    clause = (f"п. {place.clause}" if lang == "ru" else f"clause {place.clause}") if place.clause else ""
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "quote": place.quote,
        "context": place.context,
        "clause": place.clause,
        "message": clause,
    }
