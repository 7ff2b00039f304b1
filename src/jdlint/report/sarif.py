"""SARIF 2.1.0: for GitHub code scanning and every other consumer of the standard.

Lines and columns are those of the reading text, in code points; the anchor of a Word file stands in the properties.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from jdlint.model.finding import Finding, Place, Severity
from jdlint.model.report import Report
from jdlint.model.rule import Rule
from jdlint.model.visible import visible
from jdlint.report.look import Look
from jdlint.report.page import page, unmarked
from jdlint.report.place import cited

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
EXAMPLES = 2
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "markdown": "text/markdown",
}


def render(report: Report, look: Look) -> str:
    """The run as a SARIF log, with all findings: what was suppressed and accepted before is marked."""
    codes = {code: index for index, code in enumerate(sorted({finding.code for finding in report.findings}))}
    paths = {document.path: index for index, document in enumerate(report.documents)}
    compared = any(finding.baseline for finding in report.findings)
    run = {
        "tool": {"driver": _driver(report, [report.rules[code] for code in codes], look.lang)},
        "language": look.lang,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {"description": {"text": _words(look.lang)["root"]}}},
        "invocations": [_invocation(report, look.lang)],
        "artifacts": [
            {"location": _artifact(d.path, paths), "roles": ["analysisTarget"], "mimeType": _TYPES[d.format]}
            for d in report.documents
        ],
        "results": [_result(f, codes, paths, report, look.lang, compared=compared) for f in report.findings],
        "properties": {"as_of": report.as_of, "rulebook": report.rulebook, "engine": report.engine},
    }
    return (
        visible(json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)) + "\n"
    )


def _words(lang: str) -> dict[str, str]:
    return {
        "ru": {"root": "Папка, из которой запущена проверка.", "clause": "п. ", "other": "См. также"},
        "en": {"root": "The folder that jdlint was run in.", "clause": "clause ", "other": "See also"},
    }[lang]


def _driver(report: Report, rules: Sequence[Rule], lang: str) -> dict[str, Any]:
    return {
        "name": "jdlint",
        "version": report.version,
        "semanticVersion": _semantic(report.version),
        "language": lang,
        "rules": [_rule(rule, report, lang) for rule in rules],
    }


def _semantic(version: str) -> str:
    """The version as semver has it: three numbers."""
    numbers = re.findall(r"\d+", version)[:3]
    return ".".join([*numbers, "0", "0", "0"][:3])


def _rule(rule: Rule, report: Report, lang: str) -> dict[str, Any]:
    markdown = page(rule, report.acts, lang, examples=EXAMPLES)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": _sentence(rule.title[lang])},
        "fullDescription": {"text": _sentence(rule.why[lang])},
        "help": {"text": unmarked(markdown), "markdown": markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "name": rule.name,
            "problem.severity": _PROBLEMS[rule.severity],
            "tags": sorted({rule.code.rstrip("0123456789"), *(basis.kind for basis in rule.basis)}),
            **({"preview": True} if rule.preview else {}),
        },
    }


def _result(
    finding: Finding, codes: Mapping[str, int], paths: Mapping[str, int], report: Report, lang: str, *, compared: bool
) -> dict[str, Any]:
    clause = cited(finding.place, report, lang)
    message = report.message(finding, lang)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": _sentence(f"{clause}: {message}" if clause else message)},
        "locations": [_location(finding.place, paths, report, lang)],
        "partialFingerprints": {"jdlint/v1": finding.fingerprint},
        "properties": {
            "clause": finding.place.clause,
            "section": finding.place.section,
            "anchor": finding.place.anchor,
            "basis": report.basis(finding, lang),
        },
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(other, paths, report, lang), "message": {"text": _other(other, report, lang)}}
            for number, other in enumerate(finding.related)
        ]
    if finding.edits and report.documents[paths[finding.place.path]].format == "markdown":
        result["fixes"] = [_fix(finding, paths, report, lang)]
    if finding.suppressed:
        result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": finding.suppressed}]
    if compared:
        result["baselineState"] = "unchanged" if finding.baseline else "new"
    return result


def _fix(finding: Finding, paths: Mapping[str, int], report: Report, lang: str) -> dict[str, Any]:
    """The edits of a finding in a text file; a Word file is no text that a consumer could change."""
    fix = report.rules[finding.code].fix
    replacements = [
        {
            "deletedRegion": {
                "startLine": edit.line,
                "startColumn": edit.column,
                "endLine": edit.end_line,
                "endColumn": edit.end_column,
            },
            "insertedContent": {"text": _text(edit.new)},
        }
        for edit in finding.edits
    ]
    change = {"artifactLocation": _artifact(finding.place.path, paths), "replacements": replacements}
    told = {"description": {"text": _sentence(report.fill(fix.note[lang], finding, lang))}} if fix else {}
    return {**told, "artifactChanges": [change]}


def _other(place: Place, report: Report, lang: str) -> str:
    words = " ".join(place.quote.split())
    clause = cited(place, report, lang)
    return _sentence(": ".join(filter(None, (_words(lang)["other"], clause, f"«{words}»" if words else ""))))


def _location(place: Place, paths: Mapping[str, int], report: Report, lang: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(place.path, paths), "region": {"startLine": place.line}}
    if place.quote:
        physical["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "snippet": {"text": _text(place.quote)},
        }
    logical = {}
    if place.clause:
        logical = {"name": f"{_words(lang)['clause']}{place.clause}", "kind": "element"}
        logical["fullyQualifiedName"] = "/".join(filter(None, (place.section, place.clause)))
    elif place.section:
        logical = {"name": cited(place, report, lang) or place.section, "kind": "element"}
        logical["fullyQualifiedName"] = place.section
    return {"physicalLocation": physical, **({"logicalLocations": [logical]} if logical else {})}


def _artifact(path: str, paths: Mapping[str, int]) -> dict[str, Any]:
    location: dict[str, Any] = {"uri": uri(path)}
    if not location["uri"].startswith("file:"):
        location["uriBaseId"] = ROOT
    if path in paths:
        location["index"] = paths[path]
    return location


def uri(path: str) -> str:
    """The path percent-encoded: relative to the folder of the run, or a file URI when it is absolute."""
    if re.match(r"[A-Za-z]:/", path):
        return f"file:///{path[:2]}{_quoted(path[2:])}"
    return f"file://{_quoted(path)}" if path.startswith("/") else _quoted(path)


def _quoted(path: str) -> str:
    """Percent-encoded bytes of the name as the file system has it, whether they are UTF-8 or not."""
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def _invocation(report: Report, lang: str) -> dict[str, Any]:
    told = [en if lang == "en" else ru for ru, en in report.faults]
    return {
        "executionSuccessful": not told,
        **(
            {"toolExecutionNotifications": [{"level": "error", "message": {"text": _sentence(text)}} for text in told]}
            if told
            else {}
        ),
    }


def _sentence(text: str) -> str:
    """`text` as a sentence of one line: consumers show messages one below another."""
    flat = _text(" ".join(text.split()))
    return flat if flat.endswith((".", "!", "?", "…")) else f"{flat}."


def _text(text: str) -> str:
    """`text` without halves of characters, which JSON's readers refuse."""
    return text.encode("utf-8", "replace").decode("utf-8")
