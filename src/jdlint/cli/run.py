"""What every command that reads documents or rules begins with: settings, rulebook, the day."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

from jdlint.model.rule import Rulebook
from jdlint.settings import Settings, find_settings, load_settings, split_codes


def settings_of(arguments: argparse.Namespace, lang: str) -> tuple[Settings, str]:
    """Settings of the file and the command line together, and the language of messages."""
    paths = getattr(arguments, "paths", None) or ["."]
    start = Path(paths[0] if paths[0] != "-" else ".")
    file = (
        Path(arguments.config)
        if getattr(arguments, "config", None)
        else find_settings(start if start.exists() else Path())
    )
    settings = load_settings(file)
    chosen = lang if arguments.lang or arguments.top_lang else settings.lang
    changes: dict[str, Any] = {"lang": chosen}
    if getattr(arguments, "select", None):
        changes["select"] = split_codes(arguments.select)
    if getattr(arguments, "extend_select", None):
        changes["extend_select"] = (*settings.extend_select, *split_codes(arguments.extend_select))
    if getattr(arguments, "ignore", None):
        changes["ignore"] = (*settings.ignore, *split_codes(arguments.ignore))
    for name in ("fail_on", "jobs", "as_of"):
        if getattr(arguments, name, None) is not None:
            changes[name] = getattr(arguments, name)
    for name in ("preview", "assume_job_description"):
        changes[name] = bool(getattr(arguments, name, False))
    return replace(settings, **changes), chosen


def rulebook_of(settings: Settings) -> Rulebook:
    """The rulebook that the settings ask for."""
    from jdlint.rulebook import load_rulebook, rules_folder

    return load_rulebook([rules_folder(), *settings.rules])


def today() -> dt.date:
    """The day where the user is."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()
