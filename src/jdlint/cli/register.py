"""`jdlint register`: the acts that the rules rest on."""

from __future__ import annotations

import argparse

from jdlint.cli.arguments import Say, day
from jdlint.cli.run import settings_of
from jdlint.errors import ExitCode
from jdlint.model.day import today
from jdlint.model.provision import act_name
from jdlint.selection import rulebook_of


def options(register: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    register.add_argument(
        "--stale", action="store_true", help=say("только давно не сверенные", "only those not checked for a year")
    )
    register.add_argument("--as-of", type=day, metavar="YYYY-MM-DD", help=say("на какой день", "as of that day"))


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """List the acts with the day each was checked."""
    from jdlint.rulebook.register import stale_entries

    settings, lang = settings_of(arguments, lang)
    acts = rulebook_of(settings).acts
    stale = dict(stale_entries(acts, settings.as_of or today()))
    for name in sorted(stale, key=lambda n: (stale[n], n)) if arguments.stale else sorted(acts):
        act = acts[name]
        print(f"{act['checked']}  {act['status']:10}  {name}  {act_name(act, name, lang)}")
    count = len(stale)
    print(f"давно не сверялись (больше года): {count}" if lang == "ru" else f"not checked for over a year: {count}")
    return ExitCode.CLEAN
