"""The options of `jdlint check` about fixes; nothing that mends is imported before it is asked for."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from jdlint.errors import UsageError

if TYPE_CHECKING:
    from jdlint.cli.arguments import Say
    from jdlint.fix.ways import Ways

TRACKED, DIRECT = "tracked", "direct"


def fix_options(check: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options about fixes."""
    check.add_argument("--fix", action="store_true", help=say("исправить, что можно, на месте", "mend in place"))
    check.add_argument(
        "--unsafe-fixes",
        action="store_true",
        help=say("и то, что потом надо перечитать", "also what has to be read over"),
    )
    check.add_argument(
        "--diff", action="store_true", help=say("показать правки, ничего не меняя", "show the fixes, write nothing")
    )
    check.add_argument(
        "--fix-mode",
        choices=(TRACKED, DIRECT),
        default=TRACKED,
        help=say("правки Word: отслеживаемые или сразу", "Word fixes: as tracked changes or outright"),
    )


def ways_of(arguments: argparse.Namespace) -> Ways | None:
    """What the options ask for; None when nothing is to be mended. Raises UsageError when they do not go together."""
    if not (arguments.fix or arguments.diff):
        if arguments.unsafe_fixes:
            raise UsageError(
                "--unsafe-fixes ничего не значит без --fix или --diff",
                "--unsafe-fixes means nothing without --fix or --diff",
            )
        return None
    if arguments.paths == ["-"] and not arguments.diff:
        raise UsageError(
            "стандартный ввод не исправить на месте: возьмите --diff",
            "standard input cannot be mended in place: use --diff",
        )
    from jdlint.fix.ways import Mode, Ways

    return Ways(arguments.unsafe_fixes, Mode(arguments.fix_mode))
