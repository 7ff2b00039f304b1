"""`jdlint check`: the main job."""

from __future__ import annotations

import argparse
import contextlib
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from jdlint.cache import default_folder
from jdlint.cli.arguments import Say, day, jobs
from jdlint.cli.output import colored, complain, deliver, interactive, width
from jdlint.cli.run import rulebook_of, settings_of, today
from jdlint.discover import discover, read_standard_input
from jdlint.errors import ExitCode, UsageError
from jdlint.model.finding import Severity
from jdlint.model.report import Report

FORMATS = ("full", "concise", "json", "github")


def options(check: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    check.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help=say("файлы, папки или - (стандартный ввод)", "files, folders or - (standard input)"),
    )
    codes = say("коды, начала кодов, имена, уровни, ALL", "codes, prefixes, names, severities, ALL")
    for name in ("--select", "--ignore", "--extend-select"):
        check.add_argument(name, action="append", metavar="CODES", help=codes)
    check.add_argument("--preview", action="store_true", help=say("и правила в испытании", "preview rules too"))
    check.add_argument("--output-format", choices=FORMATS, default="full", help=say("вид отчёта", "report format"))
    check.add_argument("--output-file", metavar="F", help=say("куда записать отчёт", "where to write the report"))
    check.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        help=say("с какого уровня код выхода 1", "severity that gives exit code 1"),
    )
    check.add_argument("--statistics", action="store_true", help=say("счёт по правилам", "counts by rule"))
    check.add_argument("--show-basis", action="store_true", help=say("показать правовые основания", "show legal bases"))
    check.add_argument(
        "--as-of", type=day, metavar="YYYY-MM-DD", help=say("статус актов на день", "status of acts on that day")
    )
    check.add_argument("--jobs", type=jobs, metavar="N", help=say("число процессов", "number of processes"))
    check.add_argument("--no-cache", action="store_true", help=say("ничего не помнить", "remember nothing"))
    check.add_argument("--cache-dir", metavar="D", help=say("папка для памяти", "folder of the cache"))
    check.add_argument(
        "--force-exclude", action="store_true", help=say("исключать и названные файлы", "exclude named files too")
    )
    check.add_argument(
        "--stdin-filename", metavar="NAME", help=say("имя для стандартного ввода", "name for standard input")
    )
    check.add_argument(
        "--assume-job-description",
        action="store_true",
        help=say("считать любой документ должностной инструкцией", "take any document for a job description"),
    )
    check.add_argument("--quiet", action="store_true", help=say("без лишних слов", "no extra words"))


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Check the documents and tell what was found."""
    from jdlint.lint import lint  # spaCy comes with it only when a document is read
    from jdlint.report import REPORTERS
    from jdlint.report.look import Look

    settings, lang = settings_of(arguments, lang)
    for ru, en in settings.notices:
        complain(en if lang == "en" else ru)
    sources: list[Any] = []
    if arguments.paths == ["-"]:
        if not arguments.stdin_filename:
            raise UsageError("для «-» нужно имя: --stdin-filename ИМЯ.md", "“-” needs a name: --stdin-filename NAME.md")
        sources = [read_standard_input(arguments.stdin_filename)]
    else:
        sources = list(
            discover(arguments.paths or ["."], exclude=settings.exclude, force_exclude=arguments.force_exclude)
        )
    if not arguments.no_cache:
        settings = replace(settings, cache=Path(arguments.cache_dir) if arguments.cache_dir else default_folder())
    rulebook = rulebook_of(settings)
    if not sources and not arguments.quiet:
        complain("документов .docx и .md здесь нет" if lang == "ru" else "no .docx or .md documents here")
    as_of = settings.as_of or today()
    with _progress(len(sources), quiet=arguments.quiet, lang=lang) as step:
        report = lint(sources, rulebook, settings, as_of=as_of, progress=step)
    to_file = arguments.output_file
    look = Look(lang, not to_file and colored(arguments.color), arguments.show_basis, arguments.statistics, width(120))
    deliver(REPORTERS[arguments.output_format](report, look), to_file)
    for ru, en in report.faults:
        complain(f"jdlint: {en if lang == 'en' else ru}")
    return _exit_code(report, settings.fail_on)


def _exit_code(report: Report, fail_on: str) -> ExitCode:
    if report.faults:
        return ExitCode.FAULT
    if fail_on == "never":
        return ExitCode.CLEAN
    least = Severity(fail_on).rank
    return ExitCode.FINDINGS if any(f.severity.rank >= least for f in report.new) else ExitCode.CLEAN


@contextlib.contextmanager
def _progress(total: int, *, quiet: bool, lang: str) -> Any:
    """A line on standard error while many documents are read by a person at a terminal."""
    shown = total > 20 and not quiet and interactive()
    word = "прочитано" if lang == "ru" else "read"

    def step(done: int) -> None:
        if shown:
            print(f"\r{word}: {done}/{total}", end="", file=sys.stderr, flush=True)

    yield step
    if shown:
        print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)
