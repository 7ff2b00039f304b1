"""Everything that a run has to tell, ready to be rendered in any format and language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from jdlint.errors import UsageError
from jdlint.model.baseline import Accepted
from jdlint.model.document import Document
from jdlint.model.finding import Finding, Place, Safety, Severity, Value
from jdlint.model.provision import act_name
from jdlint.model.rule import Rule
from jdlint.model.suppression import Suppression
from jdlint.record import record

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_ASIDE = re.compile(r"\s*\([^(){}]*\{(\w+)\}[^(){}]*\)")
LONGEST_VALUE = 160
_VERIFY = {"ru": "(проверьте по действующему тексту акта)", "en": "(verify against the act in force)"}


@record
class SectionLine:
    """A section as reported: 1-based line of its heading."""

    role: str
    heading: str
    line: int


@record
class FactLine:
    """A fact as it outlives its document: reported, remembered, and compared with those of other documents.

    `meaning` is the normal form by which duties of different documents are compared and `keys` are those by which it
    is found among others, "" where there are none; they are no part of a report. `job` is the ordinal of the job
    description in the file that states it.
    """

    kind: str
    value: str
    place: Place
    marks: Mapping[str, str] = field(default_factory=dict)
    meaning: str = ""
    keys: str = ""
    job: int = 1

    @property
    def line(self) -> int:
        """1-based line where it is stated."""
        return self.place.line

    @property
    def quote(self) -> str:
        """The words that state it."""
        return self.place.quote


@record
class DocumentReport:
    """What was made of one file; `read` is false when it could not be read. `encoding` is that of no UTF-8 text."""

    path: str
    format: str
    position: str
    read: bool
    sections: tuple[SectionLine, ...] = ()
    facts: Sequence[FactLine] = ()
    suppressions: tuple[Suppression, ...] = ()
    encoding: str = ""


@record
class Report:
    """A run: who read it, what was read, what was found. `faults` are our own failures (ru, en).

    `findings` are all of them, in order: the suppressed and those of the baseline too. `stale` are entries of the
    baseline for which there is none any more; `notices` are sentences (ru, en) that the user ought to read. `texts`
    are the documents as they read, by path: only those that could be read, and only where they were asked for.
    `stopped` is the exit code of a run that was stopped before it had read all documents, else 0.
    """

    version: str
    rulebook: str
    engine: str
    as_of: str
    documents: tuple[DocumentReport, ...]
    findings: tuple[Finding, ...]
    rules: Mapping[str, Rule]
    acts: Mapping[str, Any]
    names: Mapping[str, Mapping[str, Mapping[str, str]]]
    faults: tuple[tuple[str, str], ...] = ()
    stale: tuple[Accepted, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()
    texts: Mapping[str, Document] = field(default_factory=dict)
    stopped: int = 0

    @property
    def shown(self) -> tuple[Finding, ...]:
        """The findings that are not suppressed."""
        return tuple(f for f in self.findings if not f.suppressed)

    @property
    def new(self) -> tuple[Finding, ...]:
        """The findings that ask for something to be done: neither suppressed nor accepted before."""
        return tuple(f for f in self.findings if not f.suppressed and not f.baseline)

    @property
    def suppressed(self) -> int:
        """How many findings are suppressed."""
        return sum(bool(f.suppressed) for f in self.findings)

    def accepted(self) -> Report:
        """The same report when all that is new in it has been accepted."""
        return replace(self, findings=tuple(f if f.suppressed else replace(f, baseline=True) for f in self.findings))

    def about(self, path: str) -> Report:
        """What is told of one file."""
        return replace(
            self,
            documents=tuple(d for d in self.documents if d.path == path),
            findings=tuple(f for f in self.findings if f.place.path == path),
        )

    def count(self, severity: Severity) -> int:
        """How many new findings there are of that severity."""
        return sum(f.severity is severity for f in self.new)

    def first(self, most: int) -> tuple[Finding, ...]:
        """What to begin with: new findings of the worst severity there is, unless all are only good practice.

        Breaches of law come before what a document suffers from otherwise.
        """
        worst = max((f.severity for f in self.new), key=lambda severity: severity.rank, default=Severity.INFO)
        found = [f for f in self.new if f.severity is worst and worst is not Severity.INFO]
        by_law = {code for code, rule in self.rules.items() if rule.basis[:1] and rule.basis[0].kind == "law"}
        return tuple(sorted(found, key=lambda f: f.code not in by_law)[:most])

    def safety(self, finding: Finding) -> Safety:
        """Whether a program may mend this finding: only a person can where it brings no edits."""
        fix = self.rules[finding.code].fix
        return fix.safety if fix is not None and finding.edits else Safety.MANUAL

    def message(self, finding: Finding, lang: str) -> str:
        """The finding in words; what rests on a register entry of less than high confidence asks to be verified."""
        text = self.fill(self.rules[finding.code].message[lang], finding, lang)
        sure = finding.values.get("confidence", "high") == "high"
        return text if sure else f"{text} {_VERIFY[lang]}"

    def fill(self, template: str, finding: Finding, lang: str) -> str:
        """`template` with the finding's values; what a value may be called stands in `names`.

        A bracket whose value the finding does not know is left out.
        """
        template = _ASIDE.sub(lambda aside: aside[0] if finding.values.get(aside[1]) else "", template)

        def word(match: re.Match[str]) -> str:
            name = match[1]
            value: Value = finding.values.get(name, "")
            parts = (value,) if isinstance(value, str) else value
            named = [self.names.get(name, {}).get(p, {}).get(lang, p) for p in parts]
            text = " ".join(", ".join(named).split())
            return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1].rstrip()}…"

        return _PLACEHOLDER.sub(word, template)

    def basis(self, finding: Finding, lang: str) -> list[str]:
        """What the rule rests on, a line for each provision."""
        return basis_lines(self.rules[finding.code], self.acts, lang)


def joined(reports: Sequence[Report]) -> Report:
    """Reports of different files as one; the first says who read them.

    UsageError when they rest on different rules of one code: a finding tells its rule by the code alone.
    """
    first = reports[0]
    if len(reports) == 1:
        return first
    rules: dict[str, Rule] = {}
    for rule in (rule for report in reports for rule in report.rules.values()):
        other = rules.setdefault(rule.code, rule)
        if other != rule:
            raise UsageError(
                f"у разных файлов разные правила {rule.code}: {other.path} и {rule.path}; проверьте их порознь",
                f"files have different rules {rule.code}: {other.path} and {rule.path}; check them apart",
            )
    return replace(
        first,
        documents=tuple(sorted((d for r in reports for d in r.documents), key=lambda d: d.path)),
        findings=tuple(sorted((f for r in reports for f in r.findings), key=lambda f: f.order)),
        rules=dict(sorted(rules.items())),
        acts={name: act for report in reports for name, act in report.acts.items()},
        names={name: words for report in reports for name, words in report.names.items()},
        faults=tuple(fault for report in reports for fault in report.faults),
        stale=tuple(sorted({entry for report in reports for entry in report.stale})),
        notices=tuple(dict.fromkeys(notice for report in reports for notice in report.notices)),
        texts={path: text for report in reports for path, text in report.texts.items()},
        stopped=max(report.stopped for report in reports),
    )


def basis_lines(rule: Rule, acts: Mapping[str, Any], lang: str) -> list[str]:
    """The provisions a rule rests on, in words."""
    out = []
    for basis in rule.basis:
        if basis.text:
            out.append(basis.text[lang])
            continue
        name = act_name(acts.get(basis.act, {}), basis.act, lang)
        out.append(f"{name}, {basis.at[lang]}" if basis.at else name)
    return out
