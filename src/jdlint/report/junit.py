"""JUnit XML: a suite for each document, a failed test for each finding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from jdlint.model.finding import Finding, Severity
from jdlint.model.report import Report
from jdlint.model.visible import visible
from jdlint.report.look import Look
from jdlint.report.place import located, referred

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WORDS = {
    "ru": {
        "clean": "замечаний нет",
        "why": "Почему",
        "fix": "Что сделать",
        "basis": "Основание",
        "fault": "сбой",
        "also": "См. также",
    },
    "en": {
        "clean": "nothing found",
        "why": "Why",
        "fix": "Fix",
        "basis": "Basis",
        "fault": "failure",
        "also": "See also",
    },
}
_ACCEPTED = {"ru": "принято ранее", "en": "accepted before"}


def render(report: Report, look: Look) -> str:
    """Errors and warnings fail their tests; advice and what was accepted before are skipped tests.

    A document that could not be read is an error of its suite, and so is a fault of ours. Servers know a test by its
    class and name alone, so that in one class no two have the same name.
    """
    by_path: dict[str, list[Finding]] = {document.path: [] for document in report.documents}
    for finding in report.shown:
        by_path.setdefault(finding.place.path, []).append(finding)
    unread = {document.path for document in report.documents if not document.read}
    suites = [_suite(path, by_path[path], report, look, read=path not in unread) for path in by_path]
    if report.faults:
        suites.append(_faults(report, look))
    totals = _counts([line for suite in suites for line in suite[1:-1]])
    lines = [line for suite in suites for line in suite]
    return "\n".join(
        ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="jdlint"{totals}>', *lines, "</testsuites>", ""]
    )


def _suite(path: str, findings: list[Finding], report: Report, look: Look, *, read: bool) -> list[str]:
    messages = (f"{finding.code}: {report.message(finding, look.lang)}" for finding in findings)
    named = zip(findings, _apart(messages), strict=True)
    cases = [line for finding, name in named for line in _case(finding, name, report, look, read=read)]
    if not findings:
        cases = [f"  <testcase{_attributes(name=_WORDS[look.lang]['clean'], classname=path, file=path)}/>"]
    return [f" <testsuite{_attributes(name=path)}{_counts(cases)}>", *cases, " </testsuite>"]


def _case(finding: Finding, name: str, report: Report, look: Look, *, read: bool) -> Iterator[str]:
    place = finding.place
    message = report.message(finding, look.lang)
    where = located(place, report, look.lang)
    yield f"  <testcase{_attributes(name=name, classname=place.path, file=place.path, line=str(place.line))}>"
    if finding.baseline:
        yield f"   <skipped{_attributes(message=f'{_ACCEPTED[look.lang]}: {where}: {message}')}/>"
    elif finding.severity is Severity.INFO:
        yield f"   <skipped{_attributes(message=f'{look.severity(finding.severity)}: {where}: {message}')}/>"
    else:
        element = "failure" if read else "error"
        told = _attributes(message=f"{where}: {message}", type=finding.severity.value)
        yield f"   <{element}{told}>{_text(_body(finding, report, look))}</{element}>"
    yield "  </testcase>"


def _body(finding: Finding, report: Report, look: Look) -> str:
    """What a person reads in the job's log."""
    words = _WORDS[look.lang]
    rule = report.rules[finding.code]
    lines = [f"{finding.place.path}:{finding.place.line}:{finding.place.column}"]
    if finding.place.quote.strip():
        lines.append(f"> {' '.join(finding.place.quote.split())}")
    lines += [f"{words['also']}: {referred(other, finding.place, report, look.lang)}" for other in finding.related]
    lines.append(f"{words['why']}: {' '.join(rule.why[look.lang].split())}")
    if rule.fix:
        lines.append(f"{words['fix']}: {report.fill(rule.fix.note[look.lang], finding, look.lang)}")
    lines += [f"{words['basis']}: {line}" for line in report.basis(finding, look.lang)]
    return "\n".join(lines)


def _faults(report: Report, look: Look) -> list[str]:
    cases: list[str] = []
    words = [en if look.lang == "en" else ru for ru, en in report.faults]
    for told, name in zip(words, _apart(words), strict=True):
        cases += [
            f"  <testcase{_attributes(name=name, classname='jdlint')}>",
            f"   <error{_attributes(message=told, type=_WORDS[look.lang]['fault'])}/>",
            "  </testcase>",
        ]
    return [f' <testsuite name="jdlint"{_counts(cases)}>', *cases, " </testsuite>"]


def _apart(names: Iterable[str]) -> Iterator[str]:
    """The names, those that there were before with a number."""
    seen: Counter[str] = Counter()
    for name in names:
        shown = _allowed(name)
        seen[shown] += 1
        yield name if seen[shown] == 1 else f"{name} ({seen[shown]})"


def _counts(lines: list[str]) -> str:
    """The counters that a suite of these lines wants."""

    def count(element: str) -> str:
        return str(sum(line.lstrip().startswith(f"<{element}") for line in lines))

    return _attributes(
        tests=count("testcase"), failures=count("failure"), errors=count("error"), skipped=count("skipped"), time="0"
    )


def _attributes(**values: str) -> str:
    return "".join(f" {name}={quoteattr(_allowed(value))}" for name, value in values.items())


def _text(text: str) -> str:
    return _allowed(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _allowed(text: str) -> str:
    """`text` without what XML 1.0 cannot hold, and with what nobody would see written out."""
    return _FORBIDDEN.sub("\ufffd", visible(text))
