"""The options of `jdlint check`."""

from __future__ import annotations

import argparse

from jdlint.cli.accept import baseline_options
from jdlint.cli.arguments import Say, day, jobs
from jdlint.cli.formats import output
from jdlint.cli.mending import fix_options
from jdlint.report import FORMATS


def options(check: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    check.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help=say("файлы, папки или - (стандартный ввод)", "files, folders or - (standard input)"),
    )
    codes = say("коды, начала кодов, имена, уровни, ALL", "codes, prefixes, names, severities, ALL")
    chosen = (
        ("--select", say("только эти правила", "these rules only")),
        ("--ignore", say("кроме этих правил", "all but these rules")),
        ("--extend-select", say("и эти правила", "these rules too")),
    )
    for name, about in chosen:
        check.add_argument(name, action="append", metavar="CODES", help=f"{about}: {codes}")
    check.add_argument("--preview", action="store_true", help=say("и правила в испытании", "preview rules too"))
    check.add_argument(
        "--output-format",
        action="append",
        type=output,
        metavar="FORMAT[=F]",
        help=say("вид отчёта, можно несколько: ", "report format, several too: ") + ", ".join(FORMATS),
    )
    check.add_argument("--output-file", metavar="F", help=say("куда записать отчёт", "where to write the report"))
    check.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        help=say("с какого уровня код выхода 1", "severity that gives exit code 1"),
    )
    check.add_argument(
        "--annotate",
        metavar="DIR",
        help=say("копии файлов Word с замечаниями на полях", "copies of the Word files with findings as comments"),
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
    check.add_argument(
        "--profile", action="store_true", help=say("показать, сколько занял каждый шаг", "tell what each stage took")
    )
    check.add_argument(
        "--watch",
        action="store_true",
        help=say("проверять заново после каждой правки", "check again after each change"),
    )
    fix_options(check, say)
    baseline_options(check, say)
    check.add_argument("--quiet", action="store_true", help=say("без лишних слов", "no extra words"))
