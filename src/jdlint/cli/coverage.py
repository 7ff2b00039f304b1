"""`jdlint standard coverage`: what of a professional standard a document carries, item by item."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint.cli.arguments import Say
from jdlint.cli.output import deliver, width
from jdlint.discover import read_source
from jdlint.errors import ExitCode, LoadError, UsageError

if TYPE_CHECKING:
    from jdlint.model.reading import Reading
    from jdlint.model.standard import Standard
    from jdlint.settings import Settings


def options(cover: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the action."""
    cover.add_argument("file", metavar="FILE", help=say("документ", "the document"))
    cover.add_argument(
        "--standard", metavar="STANDARD", help=say("код стандарта (иначе — из документа)", "code of a standard")
    )
    cover.add_argument(
        "--function",
        action="append",
        metavar="A",
        help=say("обобщённая трудовая функция (иначе — из документа)", "generalised function"),
    )
    cover.add_argument("--format", choices=("text", "html", "json"), default="text", help=say("вид", "format"))
    cover.add_argument("--output", metavar="F", help=say("куда записать", "where to write"))


def run(arguments: argparse.Namespace, settings: Settings, folder: Path, lang: str) -> ExitCode:
    """Print the table, or write it to a file."""
    from jdlint.budget import within
    from jdlint.linter import Linter
    from jdlint.load import load_document
    from jdlint.model.day import today
    from jdlint.selection import rulebook_of
    from jdlint.standard.shelf import chosen_functions, standard_in
    from jdlint.standard.table import coverage_html, coverage_json, coverage_text

    path = Path(arguments.file)
    if not path.is_file():
        raise UsageError(f"нет такого файла: {path}", f"no such file: {path}")
    linter = Linter(rulebook_of(settings), replace(settings, standards=folder), settings.as_of or today())
    try:
        with within(settings.limits):
            outlines = linter.outlines(load_document(read_source(path)))
    except LoadError as error:
        raise UsageError(f"{path}: {error.ru}", f"{path}: {error.en}") from error
    if not outlines:
        raise UsageError(f"{path}: в файле нет текста", f"{path}: there is no text in the file")
    reading = linter.read(outlines[0])
    standard = standard_in(folder, arguments.standard or _followed(reading, linter.standards, path))
    told = linter.coverage(reading, standard, chosen_functions(standard, arguments.function or ()))
    names = linter.rulebook.vocabulary["names"]["power"]
    if arguments.format == "json":
        text = coverage_json(told)
    elif arguments.format == "html":
        text = coverage_html(told, names, lang)
    else:
        text = coverage_text(told, names, lang, width(110))
    deliver(text, arguments.output)
    return ExitCode.CLEAN


def _followed(reading: Reading, shelf: Sequence[Standard], path: Path) -> str:
    """The code of the first standard on the shelf that the document follows."""
    shelved = {standard.code for standard in shelf}
    found = next((f.value for f in reading.facts if f.kind == "standard" and f.value in shelved), None)
    if found is None:
        raise UsageError(
            f"{path}: документ не следует ни одному стандарту из папки; укажите его: --standard КОД",
            f"{path}: the document follows no standard of the folder; name one: --standard CODE",
        )
    return found
