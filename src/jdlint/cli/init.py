"""`jdlint init`: a commented settings file to begin with; three questions to a person at a terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jdlint.cli.arguments import Say, say_in
from jdlint.cli.language import language_of_call
from jdlint.cli.output import deliver
from jdlint.discover import SETTINGS
from jdlint.errors import ExitCode, UsageError
from jdlint.settings.form import PROFILES
from jdlint.settings.template import filled

TABLES = (".csv", ".xlsx")


def options(init: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    init.add_argument(
        "folder", nargs="?", metavar="DIR", help=say("папка (по умолчанию — эта)", "folder (this one by default)")
    )


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Write the file where there is none."""
    lang = language_of_call(arguments, lang)
    target = Path(arguments.folder or ".") / SETTINGS
    if target.exists():
        raise UsageError(f"{target} уже есть, не трогаю", f"{target} exists already, left alone")
    if not target.parent.is_dir():
        raise UsageError(f"нет такой папки: {target.parent}", f"no such folder: {target.parent}")
    answers = _asked(target.parent, say_in(lang)) if sys.stdin.isatty() and sys.stdout.isatty() else {}
    deliver(filled(answers, lang), str(target))
    print(f"создан {target}" if lang == "ru" else f"wrote {target}")
    return ExitCode.CLEAN


def _asked(folder: Path, say: Say) -> Mapping[str, Any]:
    """The keys that a person has answers for; an empty answer leaves the key as it is without settings."""
    print(
        say(
            "Три вопроса; Enter — оставить как есть. Потом всё можно поправить в файле.",
            "Three questions; Enter leaves a thing as it is. All can be changed in the file later.",
        )
    )
    told: dict[str, Any] = {}
    numbers = [str(n) for n, _ in enumerate(PROFILES, 1)]
    if number := _answer(
        say(
            "1. Что проверяем: 1 — коммерческая организация, 2 — бюджетное учреждение, 3 — как можно строже [1]: ",
            "1. What is checked: 1 a company, 2 a state institution, 3 as strictly as can be [1]: ",
        ),
        lambda text: text in numbers,
        say("Ответьте 1, 2 или 3.", "Answer 1, 2 or 3."),
    ):
        told["profile"] = PROFILES[int(number) - 1]
    if place := _answer(
        say(
            "2. Папка, инструкции которой сравнивать между собой [все]: ",
            "2. Folder whose job descriptions are compared with each other [all]: ",
        ),
        lambda text: bool(_below(folder, text)) and (folder / text).is_dir(),
        say("Здесь нет такой папки.", "There is no such folder here."),
    ):
        told["documents"] = [f"{_below(folder, place)}/**"]
    if table := _answer(
        say(
            "3. Файл штатного расписания, .csv или .xlsx [нет]: ",
            "3. File of the staff list, .csv or .xlsx [none]: ",
        ),
        lambda text: Path(text).suffix.lower() in TABLES and (folder / text).is_file(),
        say("Такого файла .csv или .xlsx нет.", "There is no such .csv or .xlsx file."),
    ):
        told["staff"] = Path(table).as_posix()
    return told


def _below(folder: Path, text: str) -> str:
    """The path of a place below the folder, as settings write it; "" for any other place."""
    root, place = folder.resolve(), (folder / text).resolve()
    return place.relative_to(root).as_posix() if root in place.parents else ""


def _answer(question: str, fits: Callable[[str], bool], complaint: str) -> str:
    """What a person answers, asked until it fits; "" for Enter and at the end of input."""
    while True:
        try:
            text = input(question).strip()
        except EOFError:
            print()
            return ""
        if not text or fits(text):
            return text
        print(complaint)
