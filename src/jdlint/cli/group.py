"""The files of a call by the settings that are nearest to them, each with the options of the call."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jdlint.cli.run import settings_file, settings_of, start_of
from jdlint.discover import find_settings, personal_settings

if TYPE_CHECKING:
    from jdlint.gather import Group
    from jdlint.settings import Settings


def settings_around(arguments: argparse.Namespace, documents: Sequence[Path]) -> tuple[Path, ...]:
    """The settings files that a call about these documents rests on, but for those that they extend."""
    files = {settings_file(arguments, start_of(arguments)), personal_settings()}
    if not arguments.config:
        files |= {find_settings(folder) for folder in {document.parent for document in documents}}
    return tuple(sorted(file for file in files if file))


def groups_of(arguments: argparse.Namespace, lang: str, call: Settings, sources: Sequence[Any]) -> list[Group]:
    """The sources by their settings, one group at least; `call` are the settings of the call as a whole."""
    from dataclasses import replace

    from jdlint.gather import Group, grouped  # not needed by a run that tells what an earlier one told

    if arguments.config or not sources:
        return [Group(call, tuple(sources))]
    own = settings_file(arguments, start_of(arguments))

    def at(folder: Path) -> Settings:
        near = call if find_settings(folder) == own else settings_of(arguments, lang, folder)[0]
        return replace(near, cache=call.cache)

    named = () if arguments.force_exclude else tuple(map(Path, arguments.paths))
    return grouped(sources, own, at, named=named)
