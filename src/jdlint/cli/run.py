"""What every command that reads documents or rules begins with: the settings."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jdlint.discover import find_settings

if TYPE_CHECKING:
    from jdlint.settings import Settings


def settings_file(arguments: argparse.Namespace) -> Path | None:
    """The settings file that the call names, else the nearest one to the first path."""
    if getattr(arguments, "config", None):
        return Path(arguments.config)
    paths = getattr(arguments, "paths", None) or ["."]
    start = Path(paths[0] if paths[0] != "-" else ".")
    return find_settings(start if start.exists() else Path())


def settings_of(arguments: argparse.Namespace, lang: str) -> tuple[Settings, str]:
    """Settings of the file and the command line together, and the language of messages."""
    from dataclasses import replace

    from jdlint.settings import load_settings, split_codes  # not needed by a run that tells what an earlier one told

    settings = load_settings(settings_file(arguments))
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
