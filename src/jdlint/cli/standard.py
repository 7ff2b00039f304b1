"""`jdlint standard`: professional standards put on the shelf and looked at."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from jdlint.cli import coverage
from jdlint.cli.arguments import Say
from jdlint.cli.output import deliver, width
from jdlint.cli.run import settings_of
from jdlint.errors import ExitCode, UsageError, reason_of

if TYPE_CHECKING:
    from jdlint.settings import Settings

FOLDER = "professional-standards"


def options(parser: argparse.ArgumentParser, say: Say) -> None:
    """Declare the actions of the command."""
    actions = parser.add_subparsers(dest="action", required=True, metavar=say("действие", "action"))
    common = type(parser)(add_help=False)
    common.add_argument("--lang", choices=("ru", "en"), default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    common.add_argument("--config", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    bring = actions.add_parser(
        "import", parents=[common], help=say("взять стандарты из XML реестра", "take standards from XML")
    )
    bring.add_argument("files", nargs="+", metavar="FILE.xml", help=say("файлы реестра", "files of the register"))
    listing = actions.add_parser(
        "list", parents=[common], help=say("какие стандарты есть", "which standards there are")
    )
    show = actions.add_parser(
        "show", parents=[common], help=say("стандарт на одной странице", "a standard on one page")
    )
    show.add_argument("code", metavar="STANDARD", help=say("код, например 06.001", "code, such as 06.001"))
    cover = actions.add_parser(
        "coverage", parents=[common], help=say("что из стандарта несёт документ", "what of it a document carries")
    )
    coverage.options(cover, say)
    for action in (bring, listing, show, cover):
        action.add_argument(
            "--standards",
            metavar="DIR",
            help=say(
                f"папка стандартов (по умолчанию — из настроек или {FOLDER})",
                f"folder of standards (from settings or {FOLDER} by default)",
            ),
        )


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Do the action."""
    settings, lang = settings_of(arguments, lang)
    folder = folder_of(arguments, settings)
    if arguments.action == "coverage":
        return coverage.run(arguments, settings, folder, lang)
    return {"import": _import, "list": _list, "show": _show}[arguments.action](arguments, folder, lang)


def folder_of(arguments: argparse.Namespace, settings: Settings) -> Path:
    """The folder of standards that the call names, else the settings, else the usual one."""
    return Path(arguments.standards) if arguments.standards else settings.standards or Path(FOLDER)


def _import(arguments: argparse.Namespace, folder: Path, lang: str) -> ExitCode:
    from jdlint.standard.official import read_standards
    from jdlint.standard.shelf import put

    found = [standard for name in arguments.files for standard in read_standards(name, _bytes(Path(name)))]
    for standard in found:
        file = put(folder, standard)
        print(f"{standard.code} {standard.name} → {file}")
    return ExitCode.CLEAN


def _list(_arguments: argparse.Namespace, folder: Path, _lang: str) -> ExitCode:
    from jdlint.standard.shelf import standards_in

    for standard in standards_in(folder):
        print(f"{standard.code}  {standard.date.isoformat()}  {standard.order:>6}  {standard.name}")
    return ExitCode.CLEAN


def _show(arguments: argparse.Namespace, folder: Path, lang: str) -> ExitCode:
    from jdlint.standard.page import standard_page
    from jdlint.standard.shelf import standard_in

    deliver(standard_page(standard_in(folder, arguments.code), lang, width(110)))
    return ExitCode.CLEAN


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        why = reason_of(error)
        raise UsageError(f"не открыть {path}: {why.ru}", f"cannot open {path}: {why.en}") from error
