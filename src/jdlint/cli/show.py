"""`jdlint show`: the reading text of a document and how it was understood."""

from __future__ import annotations

import argparse
from pathlib import Path

from jdlint.cli.arguments import Say
from jdlint.cli.output import deliver
from jdlint.cli.run import settings_of
from jdlint.discover import read_source
from jdlint.errors import ExitCode, LoadError, UsageError
from jdlint.model.day import today
from jdlint.selection import rulebook_of


def options(show: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    show.add_argument("file", metavar="FILE", help=say("документ .docx или .md", "a .docx or .md document"))
    show.add_argument("--format", choices=("text", "json"), default="text", help=say("вид", "format"))


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Print one document as it is read."""
    from jdlint.budget import within
    from jdlint.linter import Linter
    from jdlint.load import load_document
    from jdlint.show import show_json, show_text

    settings, lang = settings_of(arguments, lang)
    path = Path(arguments.file)
    if not path.is_file():
        raise UsageError(f"нет такого файла: {path}", f"no such file: {path}")
    linter = Linter(rulebook_of(settings), settings, settings.as_of or today())
    try:
        with within(settings.limits):
            document = load_document(read_source(path))
            readings = [linter.read(outline) for outline in linter.outlines(document)]
    except LoadError as error:
        raise UsageError(f"{path}: {error.ru}", f"{path}: {error.en}") from error
    deliver(show_json(document, readings) if arguments.format == "json" else show_text(document, readings, lang))
    return ExitCode.CLEAN
