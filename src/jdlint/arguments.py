"""The options of the command line, with help and complaints in Russian or English."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from jdlint import __version__
from jdlint.marked import did_you_mean

FORMATS = ("full", "concise", "json", "github")


class CommandLineError(Exception):
    """A wrong call, told in the language of the call."""


class RussianHelp(argparse.HelpFormatter):
    """argparse's help with its own words in Russian."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Say «как вызвать» where argparse says "usage"."""
        super().add_usage(usage, actions, groups, "как вызвать: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that complains in one line and never ends the process."""

    lang: str = "ru"

    def __init__(self, **options: Any) -> None:
        if self.lang == "ru":
            options.setdefault("formatter_class", RussianHelp)
        super().__init__(**{**options, "add_help": False})
        if self.lang == "ru":
            self._positionals.title, self._optionals.title = "что указать", "ключи"
        if options.get("add_help", True):
            text = "показать эту справку" if self.lang == "ru" else "show this help"
            self.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=text)

    def error(self, message: str) -> NoReturn:
        """Raise CommandLineError with the complaint in the language of the call."""
        raise CommandLineError(self._translated(message))

    def _translated(self, message: str) -> str:
        if found := re.match(r"unrecognized arguments: (?P<words>.+)", message):
            word = found["words"].split()[0]
            hint = did_you_mean(word, [o for a in self._all_actions() for o in a.option_strings])
            return f"неизвестный параметр: {word}{hint[0]}" if self.lang == "ru" else f"unknown option: {word}{hint[1]}"
        if found := re.match(
            r"argument (?P<name>.+?): invalid choice: '(?P<value>.*?)' \(choose from (?P<known>.+)\)", message
        ):
            known = re.sub(r"['\"]", "", found["known"])
            hint = did_you_mean(found["value"], known.split(", "))
            if self.lang == "ru":
                return f"{found['name']}: «{found['value']}» не подходит{hint[0] or f'; можно: {known}'}"
            return f"{found['name']}: “{found['value']}” will not do{hint[1] or f'; known: {known}'}"
        for pattern, ru, en in _COMPLAINTS:
            if found := re.match(pattern, message):
                return (ru if self.lang == "ru" else en).format(**found.groupdict())
        return message

    def _all_actions(self) -> list[argparse.Action]:
        actions = list(self._actions)
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):
                for sub in action.choices.values():
                    actions += sub._actions
        return actions


_COMPLAINTS = (
    (
        r"argument (?P<name>.+?): expected (?:one|at least one) argument",
        "{name}: нужно значение",
        "{name}: a value is missing",
    ),
    (
        r"argument (?P<name>.+?): invalid \S+ value: '(?P<value>.*)'",
        "{name}: «{value}» не подходит",
        "{name}: “{value}” will not do",
    ),
    (r"the following arguments are required: (?P<name>.+)", "не хватает: {name}", "missing: {name}"),
)


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _jobs(text: str) -> int:
    value = int(text)
    if value < 0:
        raise ValueError(text)
    return value


def parser(lang: str) -> Parser:
    """The whole command line; help texts in `lang`."""

    def say(ru: str, en: str) -> str:
        return en if lang == "en" else ru

    class Localised(Parser):
        pass

    Localised.lang = lang
    top = Localised(
        prog="jdlint",
        description=say(
            "Проверка должностных инструкций (.docx и .md)", "Linter for Russian job descriptions (.docx and .md)"
        ),
    )
    top.add_argument(
        "--lang", dest="top_lang", choices=("ru", "en"), help=say("язык сообщений", "language of messages")
    )
    top.add_argument(
        "--version", action="version", version=f"jdlint {__version__}", help=say("показать версию", "show the version")
    )
    commands = top.add_subparsers(
        dest="command", required=True, parser_class=Localised, metavar=say("команда", "command")
    )
    common = Localised(add_help=False)
    common.add_argument("--lang", choices=("ru", "en"), help=say("язык сообщений", "language of messages"))
    common.add_argument("--config", metavar="F", help=say("файл настроек", "settings file"))
    common.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=say("цвет", "colour"))

    check = commands.add_parser(
        "check", parents=[common], help=say("проверить файлы и папки", "check files and folders")
    )
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
        "--as-of", type=_day, metavar="YYYY-MM-DD", help=say("статус актов на день", "status of acts on that day")
    )
    check.add_argument("--jobs", type=_jobs, metavar="N", help=say("число процессов", "number of processes"))
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

    show = commands.add_parser("show", parents=[common], help=say("как понят документ", "how a document is understood"))
    show.add_argument("file", metavar="FILE")
    show.add_argument("--format", choices=("text", "json"), default="text", help=say("вид", "format"))

    rule = commands.add_parser(
        "rule", parents=[common], help=say("что находит правило и почему", "what a rule finds and why")
    )
    rule.add_argument("codes", nargs="*", metavar="CODE")
    rule.add_argument("--all", action="store_true", help=say("все правила", "all rules"))

    test = commands.add_parser(
        "test", parents=[common], help=say("проверить примеры в правилах", "run the examples of rules")
    )
    test.add_argument("folder", nargs="?", metavar="DIR")
    test.add_argument(
        "--as-of", type=_day, metavar="YYYY-MM-DD", help=say("статус актов на день", "status of acts on that day")
    )

    init = commands.add_parser("init", parents=[common], help=say("создать файл настроек", "write a settings file"))
    init.add_argument("folder", nargs="?", metavar="DIR")

    register = commands.add_parser(
        "register", parents=[common], help=say("акты, на которых стоят правила", "acts that the rules rest on")
    )
    register.add_argument(
        "--stale", action="store_true", help=say("только давно не сверенные", "only those not checked for a year")
    )
    register.add_argument("--as-of", type=_day, metavar="YYYY-MM-DD", help=say("на какой день", "as of that day"))

    clean = commands.add_parser("clean", parents=[common], help=say("забыть прошлые проверки", "drop the cache"))
    clean.add_argument("--cache-dir", metavar="D", help=say("папка для памяти", "folder of the cache"))
    return top
