"""`jdlint new`: the skeleton of a job description, from a professional standard or from the profile alone."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from jdlint.cli.arguments import Say
from jdlint.cli.output import deliver
from jdlint.cli.run import settings_of
from jdlint.cli.standard import folder_of
from jdlint.errors import ExitCode, UsageError
from jdlint.model.standard import GeneralFunction, Standard
from jdlint.selection import profile_of, rulebook_of
from jdlint.whole import write_whole

WORD, MARKDOWN = ".docx", (".md", ".markdown")


def options(new: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    new.add_argument("position", metavar="POSITION", help=say("должность в именительном падеже", "the position"))
    new.add_argument("--standard", metavar="STANDARD", help=say("код стандарта, например 06.001", "code of a standard"))
    new.add_argument(
        "--function", action="append", metavar="A", help=say("обобщённая трудовая функция", "generalised function")
    )
    new.add_argument("--standards", metavar="DIR", help=say("папка стандартов", "folder of standards"))
    new.add_argument("--output", metavar="F", help=say("куда записать: .md или .docx", "where to write: .md or .docx"))


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Print the skeleton, or write it to a file that is not there yet."""
    from jdlint.annotate import Annotator
    from jdlint.check.coverage import without_repeats
    from jdlint.check.mandatory import entry_of
    from jdlint.draft.skeleton import Grammar, skeleton
    from jdlint.standard.shelf import chosen_functions, standard_in

    settings, _ = settings_of(arguments, lang)
    position = " ".join(arguments.position.split())
    if not position:
        raise UsageError("назовите должность", "name a position")
    if arguments.output:
        _check_file(Path(arguments.output))
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
    once = partial(without_repeats, vocabulary=rulebook.vocabulary, read=annotator.tokens)
    grammar = Grammar(once, annotator.duty, annotator.of_whom)
    bound = entry_of(position.lower(), rulebook.register["mandatory"])
    law = bound["law"]["ru"] if bound and not standard else ""
    told = rulebook.vocabulary["draft"]
    text = skeleton(position, roles, told, grammar, standard, functions, law=law, profile=settings.profile)
    if arguments.output and Path(arguments.output).suffix.lower() == WORD:
        from jdlint.draft.docx import word_file

        _write(Path(arguments.output), word_file(text))
    else:
        deliver(text, arguments.output)
    return ExitCode.CLEAN


def _check_file(target: Path) -> None:
    if target.suffix.lower() not in (WORD, *MARKDOWN):
        raise UsageError(
            f"{target}: по имени не понять, что писать; назовите файл .docx или .md",
            f"{target}: the name does not tell what to write; name a .docx or .md file",
        )
    if target.exists():
        raise UsageError(f"{target} уже есть", f"{target} exists")


def _write(target: Path, data: bytes) -> None:
    try:
        write_whole(target, data)
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"не записать {target}: {why}", f"cannot write {target}: {why}") from error
