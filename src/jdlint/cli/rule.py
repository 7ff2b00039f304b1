"""`jdlint rule`: what a rule finds, why and by what law."""

from __future__ import annotations

import argparse

from jdlint.cli.arguments import Say
from jdlint.cli.output import colored, deliver, width
from jdlint.cli.run import settings_of
from jdlint.errors import ExitCode, UsageError
from jdlint.selection import rulebook_of


def options(rule: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    rule.add_argument("codes", nargs="*", metavar="CODE", help=say("коды или имена правил", "codes or names of rules"))
    rule.add_argument("--all", action="store_true", help=say("все правила", "all rules"))


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Print the pages of rules."""
    from jdlint.report.look import Look
    from jdlint.report.rule import rule_page
    from jdlint.selection import matching

    settings, lang = settings_of(arguments, lang)
    rulebook = rulebook_of(settings)
    if not arguments.codes and not arguments.all:
        raise UsageError(
            "назовите правило: jdlint rule SUP001 (или --all)", "name a rule: jdlint rule SUP001 (or --all)"
        )
    codes = sorted(rulebook.rules) if arguments.all else sorted(matching(rulebook, *arguments.codes))
    look = Look(lang, colored(arguments.color), width=width(110))
    deliver("\n".join(rule_page(rulebook.rules[code], rulebook.acts, look) for code in codes))
    return ExitCode.CLEAN
