"""`jdlint test`: the examples inside rule files, run as tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from jdlint.agree.files import charter_of, files_of
from jdlint.cover import JOINED, Part, parts
from jdlint.finish import settled
from jdlint.fix.choice import mendings
from jdlint.fix.text import applied
from jdlint.lint import findings_across
from jdlint.linter import Linter
from jdlint.load.markdown import parse
from jdlint.model.document import Source
from jdlint.model.finding import Finding
from jdlint.model.kind import Agree
from jdlint.model.outline import Role
from jdlint.model.reading import Reading
from jdlint.model.rule import Example, Rule, Rulebook
from jdlint.model.span import Span
from jdlint.model.times import Times
from jdlint.record import record
from jdlint.rulebook import Unmarked, unmark
from jdlint.settings import Settings
from jdlint.standard.shelf import standard_of

_HEADINGS = {
    Role.GENERAL: "Общие положения",
    Role.REQUIREMENTS: "Квалификационные требования",
    Role.TASKS: "Задачи и функции",
    Role.DUTIES: "Должностные обязанности",
    Role.RIGHTS: "Права",
    Role.RESPONSIBILITY: "Ответственность",
    Role.RELATIONS: "Взаимоотношения по должности",
    Role.CONDITIONS: "Условия работы",
    Role.EVALUATION: "Оценка работы",
    Role.FINAL: "Заключительные положения",
    Role.OTHER: "Прочее",
}
_TITLE = "# Должностная инструкция инженера"


@record
class Failure:
    """An example that did not hold: its rule, its number from 1, its place in the file, and why (ru, en)."""

    code: str
    path: str
    line: int
    ru: str
    en: str

    def say(self, lang: str) -> str:
        """The failure as one line."""
        return f"{self.path}:{self.line}: {self.code}: {self.en if lang == 'en' else self.ru}"


@record
class Proof:
    """What a test run found: how many rules and examples were run, and what failed; of how many `patterns` of the
    rules the examples use how many (`used`), both 0 when that was not asked.
    """

    rules: int
    examples: int
    failures: tuple[Failure, ...]
    patterns: int = 0
    used: int = 0


def prove(rulebook: Rulebook, codes: Sequence[str], as_of: dt.date, *, coverage: bool = False) -> Proof:
    """Run every example of these rules; with `coverage` a pattern that no example uses is a failure too."""
    settings = Settings(select=("ALL",), preview=True, assume_job_description=True)
    told = rulebook.register.get("example_standard")
    linter = Linter(rulebook, settings, as_of, (standard_of(told),) if told else ())
    failures: list[Failure] = []
    tried: list[Part] = []
    count = 0
    for code in codes:
        rule = rulebook.rules[code]
        if code.startswith("DOC"):
            linter_alone = Linter(rulebook, replace(settings, assume_job_description=False), as_of)
            failures += _about_files(linter_alone, rule)
            count += len(rule.examples)
            continue
        readings: list[Reading] = []
        for example in rule.examples:
            count += 1
            if isinstance(rule.options, Agree):
                failures += _together(linter, rule, example)
                continue
            marked, readings_of = _read(linter, rule, example)
            readings += readings_of
            findings = [f for r in readings_of for f in linter.check(r, [rule])]
            failures += [*_judge(rule, example, [marked], findings), *_mended(rule, example, marked, findings)]
        if coverage:
            for part, failure in _unused(rule, partial(_outcome, linter, readings)):
                tried.append(part)
                failures += [failure] if failure else []
    return Proof(len(codes), count, tuple(failures), len(tried), sum(part.used for part in tried))


def _outcome(linter: Linter, readings: Sequence[Reading], rule: Rule) -> list[tuple[Any, ...]]:
    """What the rule makes of the examples, for comparison."""
    found = [(n, f) for n, reading in enumerate(readings) for f in linter.check(reading, [rule])]
    return [(n, f.place, f.related) for n, f in found]


def _about_files(linter: Linter, rule: Rule) -> Iterator[Failure]:
    """Rules about the file itself are asked through the whole run."""
    for example in rule.examples:
        marked = unmark(example.text)
        outcome = linter.lint(Source("example.md", marked.text.encode()))
        findings = settled(outcome.document, outcome.findings, linter.selection, linter.world)
        told = [f for f in findings if f.code == rule.code]
        yield from [*_judge(rule, example, [marked], told), *_mended(rule, example, marked, told)]


def _together(linter: Linter, rule: Rule, example: Example) -> Iterator[Failure]:
    """An example of a rule across documents: its files are a collection of their own, and all are asked for."""
    files = example.files or {"example.md": example.text}
    marked = {name: unmark(text) for name, text in files.items()}
    sources = [Source(name, told.text.encode()) for name, told in marked.items()]
    outcomes = [linter.lint(source) for source in sources]
    told = example.settings
    settings = replace(
        linter.settings,
        positions={name: tuple(others) for name, others in told.get("aliases", {}).items()},
        by_order=tuple(told.get("by-order", ())),
        processes=told.get("processes", {}),
    )
    charter = replace(charter_of(settings, linter.meanings), staff=tuple(told["staff"]) if "staff" in told else None)
    findings = findings_across(linter, outcomes, files_of(sources, linter.settings), charter, Times(), [rule])
    yield from _judge(rule, example, list(marked.values()), findings)


def _read(linter: Linter, rule: Rule, example: Example) -> tuple[Unmarked, list[Reading]]:
    """The example as a document: whole, or as a snippet under a heading of its role."""
    if example.whole:
        marked = unmark(example.text)
    else:
        role = example.role or (min(rule.roles) if rule.roles else Role.GENERAL)
        head = f"{_TITLE}\n\n## 1. {_HEADINGS.get(role, 'Общие положения')}\n\n"
        inner = unmark(example.text)
        shift = len(head)
        marked = Unmarked(
            head + inner.text,
            tuple(Span(s.start + shift, s.end + shift) for s in inner.found),
            tuple(Span(s.start + shift, s.end + shift) for s in inner.related),
        )
    document = parse("example.md", marked.text)
    return marked, [linter.read(outline) for outline in linter.outlines(document)]


def _judge(rule: Rule, example: Example, marked: Sequence[Unmarked], findings: Sequence[Finding]) -> Iterator[Failure]:
    quotes = [f"«{f.place.quote}»" for f in findings]
    if not example.fires:
        if any(f.place.quote for f in findings):
            ru, en = f"должно молчать, но найдено: {', '.join(quotes)}", f"must be silent, found: {', '.join(quotes)}"
            yield _failure(rule, example, ru, en)
        elif findings:
            yield _failure(rule, example, "должно молчать, но сработало", "must be silent, fires")
        return
    if not findings:
        yield _failure(rule, example, "должно сработать, но молчит", "must fire, is silent")
        return
    wanted = {s.of(m.text) for m in marked for s in m.found}
    got = {f.place.quote for f in findings}
    if wanted and wanted != got:
        expected, found = (", ".join(f"«{q}»" for q in sorted(qs)) for qs in (wanted, got))
        yield _failure(rule, example, f"отмечено {expected}, найдено {found}", f"marked {expected}, found {found}")
    if not wanted and any(got):
        yield _failure(
            rule,
            example,
            f"место не отмечено, найдено {', '.join(quotes)}",
            f"no place is marked, found {', '.join(quotes)}",
        )
    related = {s.of(m.text) for m in marked for s in m.related}
    told = {r.quote for f in findings for r in f.related}
    if related and related != told:
        yield _failure(
            rule,
            example,
            f"связанные места: отмечено {sorted(related)}, найдено {sorted(told)}",
            f"related places: marked {sorted(related)}, found {sorted(told)}",
        )
    for name, value in example.values.items():
        want = tuple(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
        have = {f.values.get(name, "") for f in findings}
        if want not in have:
            yield _failure(
                rule,
                example,
                f"{name}: ожидалось {want}, найдено {sorted(map(str, have))}",
                f"{name}: expected {want}, found {sorted(map(str, have))}",
            )


def _mended(rule: Rule, example: Example, marked: Unmarked, findings: Sequence[Finding]) -> Iterator[Failure]:
    """What the fix makes of an example that says what it should."""
    if not example.fixed:
        return
    head = marked.text[: len(marked.text) - len(unmark(example.text).text)]
    edits = [edit for mending in mendings(findings, {rule.code: rule}, unsafe=True) for edit in mending]
    made, wanted = applied(marked.text, edits).removeprefix(head).strip(), example.fixed.strip()
    if made != wanted:
        yield _failure(rule, example, f"после правки: ожидалось «{wanted}», вышло «{made}»",
                       f"after the fix: expected “{wanted}”, got “{made}”")  # fmt: skip


def _unused(rule: Rule, outcome: Callable[[Rule], Any]) -> Iterator[tuple[Part, Failure | None]]:
    """Every pattern of a rule, with a failure when the examples do not use it."""
    for part in parts(rule, outcome):
        if part.used:
            yield part, None
            continue
        kind, ru, en = ("fires", "сработает", "fires") if part.finds else ("silent", "промолчит", "is silent")
        failure = Failure(
            rule.code,
            rule.path,
            _line_of(rule.path, part.source),
            f"{part.key}: ни одному примеру не нужно «{part.source}»; добавьте {kind}, где правило {ru} только поэтому",
            f"{part.key}: no example needs “{part.source}”; add one, {kind}, in which the rule {en} for that alone",
        )
        yield part, failure


def _line_of(path: str, source: str) -> int:
    """The line of a rule file where that or the first part of it stands, 1 where it is written otherwise."""
    first = source.partition(JOINED)[0]
    lines = Path(path).read_text("utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if first in line), 1)


def _failure(rule: Rule, example: Example, ru: str, en: str) -> Failure:
    return Failure(rule.code, rule.path, example.line or 1, ru, en)
