"""The language of a call: that of `--lang`, else of the settings, else of the system, else Russian."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from jdlint.errors import JdlintError

LANGUAGES = ("ru", "en")


def language_told(words: Sequence[str]) -> str | None:
    """The language that the words of the command line ask for."""
    for word, following in pairwise([*words, ""]):
        if word == "--lang" and following in LANGUAGES:
            return following
        if word.startswith("--lang=") and word[7:] in LANGUAGES:
            return word[7:]
    return None


def language_of_settings() -> str | None:
    """The language that the settings of the current folder ask for; None when they are silent, or mistaken: what is
    wrong with them is told by the commands that obey them.
    """
    from jdlint.gather import project_settings  # only for help and complaints: other commands read settings anyway

    try:
        settings = project_settings(Path())
    except JdlintError:
        return None
    return settings.lang if "lang" in settings.origins.keys else None


def language_of_call(arguments: argparse.Namespace, system: str) -> str:
    """The language of a call whose command reads no settings, or has not come to it."""
    told: str | None = getattr(arguments, "spoken", None)
    told = told or getattr(arguments, "lang", None) or getattr(arguments, "top_lang", None)
    return told or language_of_settings() or system


def language_of_system() -> str:
    """English where the user's locale is English, else Russian."""
    told = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    if not told and os.name == "nt":
        import locale  # elsewhere the environment says all

        told = locale.getlocale(locale.LC_CTYPE)[0] or ""
    return "en" if told.lower().startswith("en") else "ru"
