"""`jdlint graph`: who reports to whom and who replaces whom, over many documents."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from jdlint.cache.store import default_folder
from jdlint.cli.arguments import Say, jobs
from jdlint.cli.output import complain, deliver
from jdlint.cli.run import settings_of
from jdlint.discover import discover
from jdlint.errors import ExitCode

FORMATS = ("mermaid", "dot", "svg", "json")


def options(graph: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    graph.add_argument("paths", nargs="*", metavar="PATH", help=say("файлы и папки", "files and folders"))
    graph.add_argument("--format", choices=FORMATS, default="mermaid", help=say("вид схемы", "format of the chart"))
    graph.add_argument("--output-file", metavar="F", help=say("куда записать схему", "where to write the chart"))
    graph.add_argument("--jobs", type=jobs, metavar="N", help=say("число процессов", "number of processes"))
    graph.add_argument("--no-cache", action="store_true", help=say("ничего не помнить", "remember nothing"))
    graph.add_argument("--cache-dir", metavar="D", help=say("папка для памяти", "folder of the cache"))


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Draw the chart of the documents; what is broken in it is shown, not punished."""
    from jdlint.chart import RENDERERS, build_chart
    from jdlint.lint import lint
    from jdlint.model.day import today
    from jdlint.selection import rulebook_of
    from jdlint.staff import read_staff
    from jdlint.title import Titles

    settings, lang = settings_of(arguments, lang)
    if not arguments.no_cache:
        settings = replace(settings, cache=Path(arguments.cache_dir) if arguments.cache_dir else default_folder())
    rulebook = rulebook_of(settings)
    titles = Titles(rulebook.vocabulary, settings.positions)
    staff = read_staff(settings.staff) if settings.staff else None
    sources = discover(arguments.paths or ["."], exclude=settings.exclude)
    report = lint(sources, rulebook, settings, as_of=settings.as_of or today())
    for document in report.documents:
        if not document.read:
            complain(f"{document.path}: не читается" if lang == "ru" else f"{document.path}: cannot be read")
    for ru, en in report.faults:
        complain(f"jdlint: {en if lang == 'en' else ru}")
    chart = build_chart(report.documents, titles, staff, settings.by_order)
    deliver(RENDERERS[arguments.format](chart, lang), arguments.output_file)
    return ExitCode.FAULT if report.faults else ExitCode.CLEAN
