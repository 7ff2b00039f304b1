"""What every command that reads documents or rules begins with: the settings."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jdlint.discover import common_folder, find_settings

if TYPE_CHECKING:
    from jdlint.settings import Settings


def start_of(arguments: argparse.Namespace) -> Path:
    """Where the project of the call begins to be looked for: the folder that holds all its paths."""
    return common_folder(getattr(arguments, "paths", None) or [getattr(arguments, "file", None) or "."])


def settings_file(arguments: argparse.Namespace, start: Path) -> Path | None:
    """The settings file that the call names, else the nearest one upwards from `start`."""
    return Path(arguments.config) if arguments.config else find_settings(start)


def settings_of(arguments: argparse.Namespace, lang: str, start: Path | None = None) -> tuple[Settings, str]:
    """Settings for the files at `start` (of the whole call without one), of the file and the command line together,
    and the language of messages: that of the command line, else of the settings, else `lang`.
    """
    from dataclasses import replace

    from jdlint.gather import project_settings  # not needed by a run that tells what an earlier one told
    from jdlint.settings import split_codes

    settings = project_settings(start or start_of(arguments), Path(arguments.config) if arguments.config else None)
    told = arguments.lang or arguments.top_lang
    chosen = settings.lang if not told and "lang" in settings.origins.keys else lang
    arguments.spoken = chosen
    changes: dict[str, Any] = {"lang": chosen}
    if getattr(arguments, "select", None):
        changes["select"] = split_codes(arguments.select)
        changes["overrides"] = tuple(replace(o, select=()) for o in settings.overrides)
    if getattr(arguments, "extend_select", None):
        changes["extend_select"] = (*settings.extend_select, *split_codes(arguments.extend_select))
    if getattr(arguments, "ignore", None):
        changes["ignore"] = (*settings.ignore, *split_codes(arguments.ignore))
    if getattr(arguments, "baseline", None):
        changes["baseline"] = Path(arguments.baseline)
    for name in ("fail_on", "jobs", "as_of"):
        if getattr(arguments, name, None) is not None:
            changes[name] = getattr(arguments, name)
    for name in ("preview", "assume_job_description"):
        changes[name] = bool(getattr(arguments, name, False))
    return replace(settings, **changes), chosen
