"""`jdlint completion`: what a shell needs to complete commands, options, codes of rules and files.

The script is static: pressing Tab starts no Python. What an option takes is told by its metavar.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jdlint.cli.arguments import Say, parser
from jdlint.cli.output import deliver
from jdlint.cli.run import settings_of
from jdlint.errors import ExitCode

if TYPE_CHECKING:
    from jdlint.settings import Settings

SHELLS = ("bash", "zsh", "fish", "powershell")
FILES = ("PATH", "FILE", "F")
FOLDERS = ("DIR", "D")


def options(completion: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    completion.add_argument("shell", choices=SHELLS, help=say("оболочка", "shell"))


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Print the script for one shell."""
    import shtab

    settings, lang = settings_of(arguments, lang)
    whole = parser(lang)
    words = _words(settings)
    for action in _actions(whole):
        if str(action.metavar).partition(".")[0] in FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined] # shtab's own mark
        elif action.metavar in FOLDERS:
            action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
        elif isinstance(action.metavar, str) and action.metavar in words:
            action.choices = words[action.metavar]
    deliver(shtab.complete(whole, arguments.shell) + "\n")
    return ExitCode.CLEAN


def _words(settings: Settings) -> dict[str, list[str]]:
    """What may stand for each metavar that means words of ours."""
    from jdlint.model.finding import Severity
    from jdlint.report import FORMATS
    from jdlint.selection import GROUPS, rulebook_of

    codes = sorted(rulebook_of(settings).rules)
    return {
        "CODE": codes,
        "CODES": [*codes, *GROUPS, *(severity.value for severity in Severity), "ALL"],
        "FORMAT[=F]": list(FORMATS),
    }


def _actions(whole: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The options and arguments of all commands."""
    for action in whole._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
