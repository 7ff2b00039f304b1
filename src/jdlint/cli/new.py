"""`jdlint new`: the skeleton of a job description, from a professional standard or from the profile alone."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from jdlint.cli.arguments import Say
from jdlint.cli.output import deliver
from jdlint.cli.run import settings_of
from jdlint.cli.standard import folder_of
from jdlint.errors import ExitCode, UsageError
from jdlint.model.standard import GeneralFunction, Standard
from jdlint.selection import profile_of, rulebook_of


def options(new: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    new.add_argument("position", metavar="POSITION", help=say("должность в именительном падеже", "the position"))
    new.add_argument("--standard", metavar="STANDARD", help=say("код стандарта, например 06.001", "code of a standard"))
    new.add_argument(
        "--function", action="append", metavar="A", help=say("обобщённая трудовая функция", "generalised function")
    )
    new.add_argument("--standards", metavar="DIR", help=say("папка стандартов", "folder of standards"))
    new.add_argument("--output", metavar="F", help=say("куда записать (.md)", "where to write (.md)"))


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Print the skeleton, or write it to a file that is not there yet."""
    from jdlint.annotate import Annotator
    from jdlint.draft.skeleton import Grammar, skeleton
    from jdlint.standard.shelf import chosen_functions, standard_in

    settings, _ = settings_of(arguments, lang)
    position = " ".join(arguments.position.split())
    if not position:
        raise UsageError("назовите должность", "name a position")
    if arguments.output and Path(arguments.output).exists():
        raise UsageError(f"{arguments.output} уже есть", f"{arguments.output} exists")
    standard: Standard | None = None
    functions: Sequence[GeneralFunction] = ()
    if arguments.standard:
        standard = standard_in(folder_of(arguments, settings), arguments.standard)
        functions = chosen_functions(standard, arguments.function or ()) or standard.functions
    elif arguments.function:
        raise UsageError("ключу --function нужен --standard", "--function needs --standard")
    rulebook = rulebook_of(settings)
    annotator = Annotator(rulebook.vocabulary)
    roles = settings.sections or profile_of(rulebook, settings)["sections"]
    grammar = Grammar(annotator.duty, annotator.of_whom)
    text = skeleton(position, roles, rulebook.vocabulary["draft"], grammar, standard, functions)
    deliver(text, arguments.output)
    return ExitCode.CLEAN
