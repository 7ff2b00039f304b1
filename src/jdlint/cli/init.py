"""`jdlint init`: a commented settings file to begin with."""

from __future__ import annotations

import argparse
from pathlib import Path

from jdlint.cli.arguments import Say
from jdlint.cli.output import deliver
from jdlint.discover import SETTINGS
from jdlint.errors import ExitCode, UsageError
from jdlint.settings import TEMPLATE


def options(init: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    init.add_argument(
        "folder", nargs="?", metavar="DIR", help=say("папка (по умолчанию — эта)", "folder (this one by default)")
    )


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Write the file where there is none."""
    target = Path(arguments.folder or ".") / SETTINGS
    if target.exists():
        raise UsageError(f"{target} уже есть, не трогаю", f"{target} exists already, left alone")
    if not target.parent.is_dir():
        raise UsageError(f"нет такой папки: {target.parent}", f"no such folder: {target.parent}")
    deliver(TEMPLATE, str(target))
    print(f"создан {target}" if lang == "ru" else f"wrote {target}")
    return ExitCode.CLEAN
