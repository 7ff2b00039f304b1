"""`jdlint check`: the main job."""

from __future__ import annotations

import argparse
import gc
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jdlint.cache.shown import Compared, Inputs, Patterns, Question, Shown
from jdlint.cache.stamp import code_stamp, engine_stamp
from jdlint.cache.store import default_folder
from jdlint.cli.accept import begun, changes_baseline, check_call, update_baseline
from jdlint.cli.formats import Output, outputs, rendered
from jdlint.cli.group import groups_of, settings_around
from jdlint.cli.mending import ways_of
from jdlint.cli.options import options
from jdlint.cli.output import colored, complain, deliver, progress, width
from jdlint.cli.run import settings_of, start_of
from jdlint.cli.stop import stoppable
from jdlint.discover import discover, find_root, project, read_standard_input
from jdlint.errors import ExitCode, UsageError
from jdlint.model.day import today
from jdlint.report import WITH_TEXTS
from jdlint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jdlint.fix.ways import Ways
    from jdlint.gather import Group
    from jdlint.model.report import Report
    from jdlint.model.times import Times
    from jdlint.report.look import Look
    from jdlint.settings import Settings

__all__ = ["options", "run"]

WIDEST = 120
# What is imported and compiled is hundreds of thousands of objects that stay: there is no garbage among them.
_SELDOM = 100_000
MOST_COMPARED = 300


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Check the documents and tell what was found, once or after each change."""
    placed = outputs(arguments.output_format or (), arguments.output_file)
    check_call(arguments)
    if not arguments.watch:
        return _once(arguments, lang, placed)
    from jdlint.cli.watch import watch

    own = frozenset(Path(one.file).absolute() for one in placed if one.file)
    return watch(arguments, lang, lambda: _once(arguments, lang, placed), own)


def _once(arguments: argparse.Namespace, lang: str, placed: Sequence[Output]) -> ExitCode:
    """One check; what was told before is told again when nothing has changed since."""
    question = None
    writes = arguments.annotate or changes_baseline(arguments) or ways_of(arguments) is not None
    fleeting = arguments.no_cache or arguments.profile or writes
    if not fleeting and arguments.paths != ["-"]:
        question = Question(_memory(arguments), _question(arguments, lang))
        if patterns := question.patterns():
            documents = _documents(arguments, patterns.exclude)
            if shown := question.answer(settings_around(arguments, documents), _all(documents, patterns)):
                return _tell(shown)
    return _tell(_check(arguments, lang, placed, question))


def _tell(shown: Shown) -> ExitCode:
    for file, text in shown.reports:
        deliver(text, file)
    for line in shown.told:
        complain(line)
    return ExitCode(shown.code)


def _memory(arguments: argparse.Namespace) -> Path:
    return Path(arguments.cache_dir) if arguments.cache_dir else default_folder()


def _documents(arguments: argparse.Namespace, exclude: tuple[str, ...]) -> list[Path]:
    root = find_root(start_of(arguments))
    return discover(arguments.paths or ["."], exclude=exclude, force_exclude=arguments.force_exclude, root=root)


def _projects(groups: Sequence[Group]) -> tuple[Compared, ...]:
    """The folders whose documents are compared with those of the call."""
    told = (g.settings for g in groups if g.settings.root)
    return tuple(dict.fromkeys(Compared(str(s.root), s.documents, s.exclude) for s in told))


def _all(documents: Sequence[Path], patterns: Patterns) -> list[Path]:
    """The documents, and all that they are compared with."""
    found = [project(Path(p.root), documents=p.documents, exclude=p.exclude) for p in patterns.projects]
    return sorted({*documents, *(path for files in found for path in files)})


def _question(arguments: argparse.Namespace, lang: str) -> dict[str, Any]:
    """All that a report depends on besides files."""
    return {
        "arguments": {name: str(value) for name, value in vars(arguments).items()},
        "lang": lang,
        "folder": os.getcwd(),  # noqa: PTH109 a string is all that is asked for
        "day": today().isoformat(),
        "color": colored(arguments.color),
        "width": width(WIDEST),
        "version": __version__,
        "code": code_stamp(),
        "engine": engine_stamp(),
    }


def _check(arguments: argparse.Namespace, lang: str, placed: Sequence[Output], question: Question | None) -> Shown:
    """Read what has to be read and make the report."""
    from dataclasses import replace

    from jdlint.model.report import joined
    from jdlint.model.times import Times
    from jdlint.report.look import Look
    from jdlint.report.profile import profile

    gc.set_threshold(_SELDOM)
    times = Times()
    with times.of("settings"):
        settings, lang = settings_of(arguments, lang)
    with times.of("discover"):
        sources = _sources(arguments, settings)
    if arguments.annotate:
        from jdlint.cli.copies import destinations, originals, write_copies

        sources = originals(sources, arguments.annotate)
        copies = destinations(sources, arguments.annotate)
    look = Look(lang, colored(arguments.color), arguments.show_basis, arguments.statistics, width(WIDEST))
    if not arguments.no_cache:
        settings = replace(settings, cache=_memory(arguments))
    with times.of("settings"):
        groups = groups_of(arguments, lang, settings, sources)
    patterns = Patterns(settings.exclude, _projects(groups))
    read = _all(sources, patterns) if question else []
    if len(read) > max(MOST_COMPARED, len(sources)):
        question = None  # to see whether so many have changed takes longer than to look at the few that are asked for
    inputs = _inputs(groups, read) if question else None
    with progress(len(sources), quiet=arguments.quiet, lang=lang) as step, stoppable():
        reports = list(_reports(arguments, groups, placed, step, times))
    ways = None if reports[-1].stopped else ways_of(arguments)
    if ways and arguments.diff:
        return _compared(arguments, groups, reports, ways)
    mended = _mended(groups, reports, ways, lang) if ways else []
    if mended:
        with stoppable():
            reports = list(_reports(arguments, groups, placed, lambda done: None, times))
    if reports[-1].stopped:
        return _stopped(reports, mended, placed, look, len(sources))
    report = joined(reports)
    told = [*_told(arguments, groups, report, look), *mended, *update_baseline(arguments, groups, reports, lang)]
    if arguments.write_baseline:
        report = report.accepted()
    if arguments.annotate:
        told += write_copies(sources, report, arguments.annotate, copies, lang)
    with times.of("report"):
        texts = rendered(report, placed, look)
    told += _faults(report, lang)
    if arguments.profile:
        told.append(profile(times.take(), lang))
    code = max(_exit_code(r, g.settings.fail_on, arguments) for r, g in zip(reports, groups, strict=True))
    shown = Shown(texts, tuple(told), code)
    if question and inputs and _is_lasting(report) and inputs == _inputs(groups, read):
        question.remember(settings_around(arguments, sources), patterns, read, inputs, shown)
    return shown


def _is_lasting(report: Report) -> bool:
    """Whether the same would be told another time: not of a failure, nor of what the clock had a part in."""
    from jdlint.linter import TOO_COSTLY

    return not report.faults and not any(f.code == TOO_COSTLY for f in report.findings)


def _told(arguments: argparse.Namespace, groups: Sequence[Group], report: Report, look: Look) -> list[str]:
    """What there is to say besides the report."""
    told = [en if look.lang == "en" else ru for ru, en in _notices(groups, report)]
    if not report.documents and not arguments.quiet:
        told.append("документов .docx и .md здесь нет" if look.lang == "ru" else "no .docx or .md documents here")
    return told


def _stopped(
    reports: Sequence[Report], mended: Sequence[str], placed: Sequence[Output], look: Look, total: int
) -> Shown:
    """What was found before the run was stopped; nothing more is written, and nothing remembered."""
    from dataclasses import replace

    from jdlint.model.report import joined

    report = joined(reports)
    done = sum(document.read for document in report.documents)
    why = (
        f"проверка остановлена: прочитано документов — {done} из {total}, отчёт неполон",
        f"stopped: {done} of {total} documents read, the report is not complete",
    )
    report = replace(report, faults=(*report.faults, why))
    return Shown(rendered(report, placed, look), (*mended, *_faults(report, look.lang)), report.stopped)


def _faults(report: Report, lang: str) -> list[str]:
    return [f"jdlint: {en if lang == 'en' else ru}" for ru, en in report.faults]


def _compared(arguments: argparse.Namespace, groups: Sequence[Group], reports: Sequence[Report], ways: Ways) -> Shown:
    """The differences and nothing else."""
    from jdlint.cli.fixes import differences

    changes = differences(groups, reports, ways)
    return Shown(((arguments.output_file or "", changes),), (), ExitCode.FINDINGS if changes else ExitCode.CLEAN)


def _mended(groups: Sequence[Group], reports: Sequence[Report], ways: Ways, lang: str) -> list[str]:
    """Mend the files; what there is to tell of it."""
    from jdlint.cli.fixes import write_fixes

    return write_fixes(groups, reports, ways, lang)


def _reports(
    arguments: argparse.Namespace,
    groups: Sequence[Group],
    placed: Sequence[Output],
    step: Callable[[int], None],
    times: Times,
) -> Iterator[Report]:
    """A report for each group, the last one of that in which the run was stopped; `step` is told how many files have
    been read in all.
    """
    from jdlint.lint import lint  # spaCy comes with it only when a document is read
    from jdlint.selection import rulebook_of

    texts = any(one.format in WITH_TEXTS for one in placed)
    before = 0

    def ahead(done: int) -> None:
        step(before + done)

    for group in groups:
        settings = begun(group.settings, arguments)
        with times.of("rulebook"):
            rulebook = rulebook_of(settings)
        as_of = settings.as_of or today()
        told: dict[str, Any] = {"as_of": as_of, "progress": ahead, "times": times, "texts": texts, "partial": True}
        report = lint(group.sources, rulebook, settings, **told)
        yield report
        if report.stopped:
            return
        before += len(group.sources)


def _notices(groups: Sequence[Group], report: Report) -> list[tuple[str, str]]:
    """What the settings and the run have to say, each once."""
    return list(dict.fromkeys([*(notice for group in groups for notice in group.settings.notices), *report.notices]))


def _sources(arguments: argparse.Namespace, settings: Settings) -> list[Any]:
    if arguments.paths != ["-"]:
        return _documents(arguments, settings.exclude)
    if not arguments.stdin_filename:
        raise UsageError("для «-» нужно имя: --stdin-filename ИМЯ.md", "“-” needs a name: --stdin-filename NAME.md")
    return [read_standard_input(arguments.stdin_filename)]


def _inputs(groups: Sequence[Group], documents: list[Path]) -> Inputs:
    """The state of all files and folders that a report is made of: settings name paths, and no others are read."""
    from jdlint.selection import rule_folders

    named = [path for group in groups for path in (*group.settings.paths, *rule_folders(group.settings))]
    return Inputs.of(list(dict.fromkeys([*documents, *named])))


def _exit_code(report: Report, fail_on: str, arguments: argparse.Namespace) -> ExitCode:
    if report.faults:
        return ExitCode.FAULT
    if fail_on == "never" or arguments.write_baseline:
        return ExitCode.CLEAN
    from jdlint.model.finding import Severity

    least = Severity(fail_on).rank
    return ExitCode.FINDINGS if any(f.severity.rank >= least for f in report.new) else ExitCode.CLEAN
