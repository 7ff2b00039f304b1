"""The options of the command line, with help and complaints in Russian or English."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, Protocol

from jdlint.version import __version__

if TYPE_CHECKING:
    import datetime as dt


class Say(Protocol):
    """Chooses the text of the language of the call."""

    def __call__(self, ru: str, en: str) -> str: ...


def say_in(lang: str) -> Say:
    """The choice for ru or en."""
    return (lambda ru, en: en) if lang == "en" else (lambda ru, en: ru)


class Command(NamedTuple):
    """A command: the module that has its `options` and `run`, and what it does (ru, en)."""

    module: str
    ru: str
    en: str


COMMANDS = {
    "check": Command("jdlint.cli.check", "проверить файлы и папки", "check files and folders"),
    "show": Command("jdlint.cli.show", "как понят документ", "how a document is understood"),
    "graph": Command("jdlint.cli.graph", "кто кому подчиняется и кто кого замещает", "who reports to whom"),
    "rule": Command("jdlint.cli.rule", "что находит правило и почему", "what a rule finds and why"),
    "test": Command("jdlint.cli.test", "проверить примеры в правилах", "run the examples of rules"),
    "init": Command("jdlint.cli.init", "создать файл настроек", "write a settings file"),
    "settings": Command("jdlint.cli.settings", "какие настройки действуют и откуда", "which settings hold, and whence"),
    "register": Command("jdlint.cli.register", "акты, на которых стоят правила", "acts that the rules rest on"),
    "standard": Command("jdlint.cli.standard", "профессиональные стандарты", "professional standards"),
    "new": Command("jdlint.cli.new", "заготовка инструкции", "the skeleton of a job description"),
    "clean": Command("jdlint.cli.clean", "забыть прошлые проверки", "drop the cache"),
    "completion": Command("jdlint.cli.completion", "подсказки по Tab в оболочке", "completion by Tab in a shell"),
    "serve": Command("jdlint.cli.serve", "страница в браузере: файлы, замечания, копии", "a page in the browser"),
    "lsp": Command("jdlint.cli.lsp", "сервер для редакторов (LSP)", "language server for editors (LSP)"),
}


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
        from jdlint.marked import did_you_mean  # only when a mistake is being told

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
        r"argument (?P<name>.+?): ignored explicit argument '(?P<value>.*)'",
        "{name}: значение «{value}» здесь лишнее",
        "{name}: takes no value, “{value}” given",
    ),
    (
        r"ambiguous option: (?P<name>\S+) could match (?P<known>.+)",
        "{name}: неясно, что из этого: {known}",
        "{name}: could be any of {known}",
    ),
    (
        r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)",
        "{name} не бывает вместе с {other}",
        "{name} does not go with {other}",
    ),
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
    (
        r"the following arguments are required: (?P<name>.+)",
        "не хватает: {name} (подробнее: --help)",
        "missing: {name} (for more: --help)",
    ),
)


def day(text: str) -> dt.date:
    """An option's value YYYY-MM-DD; ValueError for anything else."""
    import datetime as dt  # only when a day is told

    return dt.date.fromisoformat(text)


def jobs(text: str) -> int:
    """An option's number of processes, 0 for as many as pay; ValueError for anything else."""
    value = int(text)
    if value < 0:
        raise ValueError(text)
    return value


def parse(words: Sequence[str], lang: str) -> argparse.Namespace:
    """The arguments of a call; help and complaints in `lang`. Raises CommandLineError for a wrong call."""
    return parser(lang, only=words[0] if words and words[0] in COMMANDS else "").parse_args(words)


def parser(lang: str, *, only: str = "") -> Parser:
    """The whole command line, or that of the command `only`: the others cost twice the start of Python."""
    say = say_in(lang)

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
    for name, command in COMMANDS.items():
        if only in ("", name):
            sub = commands.add_parser(name, parents=[common], help=say(command.ru, command.en))
            import_module(command.module).options(sub, say)
    return top
