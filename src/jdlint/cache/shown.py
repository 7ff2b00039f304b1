"""Reports as they were shown: asked the same of the same files, a run tells the same again and reads nothing else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jdlint.cache.stamp import file_stamp, folder_stamp
from jdlint.cache.store import Store

LONGEST = 32_000_000


class Shown(NamedTuple):
    """What a run told: its reports (the file, empty for standard output, and the text), its lines on standard error,
    its exit code.
    """

    reports: tuple[tuple[str, str], ...]
    told: tuple[str, ...]
    code: int


class Compared(NamedTuple):
    """A project whose documents were compared: its folder, and the patterns of those that belong and of the rest."""

    root: str
    documents: tuple[str, ...]
    exclude: tuple[str, ...]


class Patterns(NamedTuple):
    """Which files a run leaves out, and the projects whose documents it compares."""

    exclude: tuple[str, ...]
    projects: tuple[Compared, ...]


class Inputs(NamedTuple):
    """Every file that a run depends on, by content, and every folder, by the times of its files.

    A file that is not there, or a folder too young to be told by its times, has an empty stamp.
    """

    files: Mapping[str, str]
    folders: Mapping[str, str]

    @classmethod
    def of(cls, paths: Sequence[Path]) -> Inputs:
        """Their state now."""
        folders = [path for path in paths if path.is_dir()]
        return cls(
            {str(path): file_stamp(path) for path in paths if path not in folders},
            {str(path): folder_stamp(path) for path in folders},
        )

    @property
    def settled(self) -> bool:
        """Whether a later change of any of them is sure to be noticed."""
        return all(self.files.values()) and all(self.folders.values())


class Question:
    """What a run was asked: all that its report depends on besides the inputs, as plain data."""

    def __init__(self, folder: Path, asked: Mapping[str, Any]) -> None:
        self._store = Store(folder)
        words = json.dumps(asked, sort_keys=True, default=str)
        self._name = f"shown/{hashlib.sha256(words.encode()).hexdigest()}.json"
        self._held: Mapping[str, Any] = {}

    def patterns(self) -> Patterns | None:
        """Which files were left out and which compared when it was asked last; None when it never was."""
        data = self._store.read(self._name)
        try:
            self._held = json.loads(data) if data else {}
            if not self._held:
                return None
            told = self._held["projects"]
            projects = tuple([Compared(str(p), tuple(map(str, d)), tuple(map(str, e))) for p, d, e in told])
            return Patterns(tuple(map(str, self._held["exclude"])), projects)
        except (ValueError, KeyError, TypeError):
            return None

    def answer(self, settings: Sequence[Path], documents: Sequence[Path]) -> Shown | None:
        """What was told then, if settings, documents and all other inputs are what they were."""
        held = self._held
        try:
            same = held["settings"] == list(map(str, settings)) and held["documents"] == list(map(str, documents))
            if not same or Inputs.of([*map(Path, held["files"]), *map(Path, held["folders"])]) != (
                held["files"],
                held["folders"],
            ):
                return None
            reports = tuple((str(file), str(text)) for file, text in held["reports"])
            return Shown(reports, tuple(map(str, held["told"])), int(held["code"]))
        except (KeyError, TypeError, ValueError):
            return None

    def remember(
        self, settings: Sequence[Path], patterns: Patterns, documents: Sequence[Path], inputs: Inputs, shown: Shown
    ) -> None:
        """Keep what is told now."""
        if not inputs.settled or sum(len(text) for _, text in shown.reports) > LONGEST:
            return
        data = {
            "settings": list(map(str, settings)),
            "exclude": patterns.exclude,
            "projects": patterns.projects,
            "documents": list(map(str, documents)),
            "files": inputs.files,
            "folders": inputs.folders,
            **shown._asdict(),
        }
        self._store.write(self._name, json.dumps(data).encode("ascii"))
