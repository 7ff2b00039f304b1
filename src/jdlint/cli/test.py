"""`jdlint test`: the examples inside rule files."""

from __future__ import annotations

import argparse
from pathlib import Path

from jdlint.cli.arguments import Say, day
from jdlint.cli.run import settings_of
from jdlint.errors import ExitCode, UsageError
from jdlint.model.day import today


def options(test: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    test.add_argument(
        "folder",
        nargs="?",
        metavar="DIR",
        help=say("папка правил (по умолчанию — наши)", "folder of rules (ours by default)"),
    )
    test.add_argument(
        "--coverage",
        action="store_true",
        help=say("каждый образец правила нужен хоть одному примеру", "every pattern must be needed by an example"),
    )
    test.add_argument(
        "--as-of", type=day, metavar="YYYY-MM-DD", help=say("статус актов на день", "status of acts on that day")
    )


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Run the examples of our rules, or of those of a folder."""
    from jdlint.prove import prove
    from jdlint.rulebook import load_rulebook, rules_folder

    settings, lang = settings_of(arguments, lang)
    ours = rules_folder()
    folder = Path(arguments.folder) if arguments.folder else None
    own = folder is None or folder.resolve() == ours.resolve()
    rulebook = load_rulebook([ours] if own else [ours, folder or ours], strict=own)
    codes = [
        c
        for c, r in sorted(rulebook.rules.items())
        if own or Path(r.path).resolve().is_relative_to((folder or ours).resolve())
    ]
    if not codes:
        raise UsageError(f"в папке {folder} нет правил", f"no rules in {folder}")
    proof = prove(rulebook, codes, settings.as_of or today(), coverage=arguments.coverage)
    for failure in proof.failures:
        print(failure.say(lang))
    counts = f"правил: {proof.rules}, примеров: {proof.examples}, не сошлось: {len(proof.failures)}"
    if lang == "en":
        counts = f"rules: {proof.rules}, examples: {proof.examples}, failures: {len(proof.failures)}"
    if arguments.coverage:
        used = "patterns needed" if lang == "en" else "образцов в деле"
        counts += f", {used}: {proof.used}/{proof.patterns}"
    print(counts)
    return ExitCode.FINDINGS if proof.failures else ExitCode.CLEAN
