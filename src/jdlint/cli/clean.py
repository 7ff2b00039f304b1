"""`jdlint clean`: forget earlier checks."""

from __future__ import annotations

import argparse
from pathlib import Path

from jdlint.cache.store import clean, default_folder
from jdlint.cli.arguments import Say
from jdlint.cli.language import language_of_call
from jdlint.errors import ExitCode


def options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    parser.add_argument("--cache-dir", metavar="D", help=say("папка для памяти", "folder of the cache"))


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Drop the cache."""
    lang = language_of_call(arguments, lang)
    count = clean(Path(arguments.cache_dir) if arguments.cache_dir else default_folder())
    print(f"забыто документов: {count}" if lang == "ru" else f"entries dropped: {count}")
    return ExitCode.CLEAN
