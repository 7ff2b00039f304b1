"""`jdlint test`: the examples inside rule files, run as tests."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jdlint.finish import settled
from jdlint.lint import Linter
from jdlint.load.markdown import parse
from jdlint.model.document import Source
from jdlint.model.finding import Finding
from jdlint.model.kind import Find, Pattern
from jdlint.model.outline import Role
from jdlint.model.reading import Reading
from jdlint.model.rule import Example, Rule, Rulebook
from jdlint.model.span import Span
from jdlint.rulebook import Unmarked, unmark
from jdlint.settings import Settings

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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Proof:
    """What a test run found: how many rules and examples were run, and what failed."""

    rules: int
    examples: int
    failures: tuple[Failure, ...]


def prove(rulebook: Rulebook, codes: Sequence[str], as_of: dt.date) -> Proof:
    """Run every example of these rules; a phrase that no example exercises is a failure too."""
    settings = Settings(select=("ALL",), preview=True, assume_job_description=True)
    linter = Linter(rulebook, settings, as_of)
    failures: list[Failure] = []
    count = 0
    for code in codes:
        rule = rulebook.rules[code]
        if code.startswith("DOC"):
            linter_alone = Linter(rulebook, replace(settings, assume_job_description=False), as_of)
            failures += _about_files(linter_alone, rule)
            count += len(rule.examples)
            continue
        readings: list[tuple[Example, list[Reading]]] = []
        for example in rule.examples:
            count += 1
            marked, readings_of = _read(linter, rule, example)
            readings.append((example, readings_of))
            findings = [f for r in readings_of for f in linter.check(r, [rule])]
            failures += _judge(rule, example, marked, findings)
        failures += _unexercised(rule, readings)
    return Proof(len(codes), count, tuple(failures))


def _about_files(linter: Linter, rule: Rule) -> Iterator[Failure]:
    """Rules about the file itself are asked through the whole run."""
    for example in rule.examples:
        marked = unmark(example.text)
        outcome = linter.lint(Source("example.md", marked.text.encode()))
        findings = settled(outcome.document, outcome.findings, linter.selection, linter.world)
        yield from _judge(rule, example, marked, [f for f in findings if f.code == rule.code])


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


def _judge(rule: Rule, example: Example, marked: Unmarked, findings: Sequence[Finding]) -> Iterator[Failure]:
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
    wanted = {s.of(marked.text) for s in marked.found}
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
    related = {s.of(marked.text) for s in marked.related}
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


def _unexercised(rule: Rule, readings: Sequence[tuple[Example, list[Reading]]]) -> Iterator[Failure]:
    """Phrases and excuses of a `find` rule that no example brings into play."""
    if not isinstance(rule.options, Find):
        return
    for fires, patterns in ((True, rule.options.phrases), (False, (*rule.options.unless, *rule.options.around))):
        for pattern in patterns:
            if not any(
                example.fires is fires and _occurs(pattern, reading) for example, rs in readings for reading in rs
            ):
                kind = ("fires", "фразу", "phrase") if fires else ("silent", "исключение", "excuse")
                yield Failure(
                    rule.code,
                    rule.path,
                    1,
                    f"ни один пример {kind[0]} не проверяет {kind[1]} «{pattern.source}»",
                    f"no {kind[0]} example exercises the {kind[2]} “{pattern.source}”",
                )


def _occurs(pattern: Pattern, reading: Reading) -> bool:
    return any(True for _ in reading.search(pattern, [reading.outline.span]))


def _failure(rule: Rule, example: Example, ru: str, en: str) -> Failure:
    return Failure(rule.code, rule.path, example.line or 1, ru, en)
