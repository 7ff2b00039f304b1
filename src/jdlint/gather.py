"""The files of a run by the settings that are nearest to them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from jdlint.discover import find_root, find_settings, left_out, personal_settings
from jdlint.model.document import Source
from jdlint.record import record
from jdlint.settings import Settings, load_settings


@record
class Group:
    """Files, or texts under a file's name, that have the same settings."""

    settings: Settings
    sources: tuple[Path | Source, ...]


def project_settings(start: Path, file: Path | None = None) -> Settings:
    """The settings of a file, or without one those that are nearest to `start`; the defaults where there are none.

    RulebookError holds every mistake with its line; UsageError says that a file is not there.
    """
    return replace(load_settings(file or find_settings(start), personal_settings()), root=find_root(start))


def grouped(
    sources: Sequence[Path | Source],
    file: Path | None,
    settings_at: Callable[[Path], Settings],
    *,
    named: Collection[Path] = (),
) -> list[Group]:
    """The sources by their nearest settings file, in the order of their first ones; `settings_at` reads it.

    What a nearer file than `file`, that of the whole run, excludes is left out, but for the files `named` outright.
    """
    nearest: dict[Path, Path | None] = {}
    held: dict[Path | None, tuple[Settings, list[Path | Source]]] = {}
    for source in sources:
        path = source if isinstance(source, Path) else Path(source.path)
        if path.parent not in nearest:
            nearest[path.parent] = find_settings(path.parent)
        near = nearest[path.parent]
        if near not in held:
            held[near] = settings_at(path.parent), []
        settings, group = held[near]
        if near == file or path in named or not left_out(path, settings.exclude, settings.root):
            group.append(source)
    return [Group(settings, tuple(group)) for settings, group in held.values()]
