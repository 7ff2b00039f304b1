"""Paths → sources: which files are linted, in what order; and where their settings lie."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from jdlint.errors import LoadError, UsageError, reason_of
from jdlint.model.limits import MOST_BYTES
from jdlint.model.project import name_in

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from jdlint.model.document import Source

SETTINGS = ".jdlint.yaml"
SUFFIXES = frozenset((".docx", ".md", ".markdown"))
LOCK = "~$"
TRIES = 3


def discover(
    paths: Sequence[str], *, exclude: Sequence[str] = (), force_exclude: bool = False, root: Path | None = None
) -> list[Path]:
    """The files to lint, sorted and without repeats.

    Folders are walked for .docx, .md and .markdown; hidden, git-ignored and excluded files and Word's
    lock files are left out. A file named outright is taken whatever its name, unless `force_exclude`.
    What is excluded counts from the project's folder `root`, from the folder that is walked, or as given.
    Raises UsageError for a path that does not exist.
    """
    found: dict[str, Path] = {}
    excluded = _Excluded(exclude, root)
    for name in paths:
        path = Path(name)
        if not path.exists():
            raise UsageError(f"нет такого файла или папки: {name}", f"no such file or folder: {name}")
        if path.is_dir():
            for file in _walk(path, excluded):
                found.setdefault(file.as_posix(), file)
        elif not path.name.startswith(LOCK) and not (force_exclude and excluded.holds(path)):
            found.setdefault(path.as_posix(), path)
    return [found[key] for key in sorted(found)]


def common_folder(paths: Sequence[str]) -> Path:
    """The folder (or the only file) that holds all these paths, those that are not there left out."""
    there = [path.absolute() for path in map(Path, paths) if path.exists()]
    return Path(os.path.commonpath(there)) if there else Path()


def find_settings(start: Path) -> Path | None:
    """The nearest settings file from `start` upwards, no further than the repository's root."""
    root = find_root(start)
    return root / SETTINGS if root and (root / SETTINGS).is_file() else None


def find_root(start: Path) -> Path | None:
    """The nearest folder from `start` upwards with settings, else the repository's root, else None."""
    here = start.resolve()
    for folder in (here, *here.parents) if here.is_dir() else here.parents:
        if (folder / SETTINGS).is_file() or (folder / ".git").exists():
            return folder
    return None


def personal_settings() -> Path | None:
    """The user's own settings file, where there is one: in the folder of this system for such files."""
    home = os.environ.get("XDG_CONFIG_HOME") or os.environ.get("APPDATA")
    file = (Path(home) if home else Path.home() / ".config") / "jdlint" / "settings.yaml"
    return file if file.is_file() else None


def project(root: Path, *, documents: Sequence[str] = (), exclude: Sequence[str] = ()) -> list[Path]:
    """All documents of a project's folder, sorted; only those that match one of the patterns `documents`, if there are
    any. Paths are from the current folder where they lie below it.
    """
    wanted, current = _spec(documents), Path.cwd()
    return sorted(
        path.relative_to(current) if path.is_relative_to(current) else path
        for path in discover([str(root)], exclude=exclude, root=root)
        if wanted is None or wanted.match_file(path.relative_to(root).as_posix())
    )


def absolute(path: str) -> str:
    """The one name of a file, however it was called: links to folders are followed, and no others."""
    folder, name = os.path.split(path)
    return f"{_real(os.path.join(os.getcwd(), folder))}/{name}"  # noqa: PTH109, PTH118 a Path for each costs ten times that


@lru_cache(maxsize=10_000)
def _real(folder: str) -> str:
    return Path(folder).resolve().as_posix().rstrip("/")


def read_source(path: Path) -> Source:
    """The file's bytes; raises LoadError when it cannot be opened, is too large, or changes while it is read."""
    from jdlint.model.document import Source  # records cost their making: the path of an unchanged run reads none

    try:
        with path.open("rb") as file:
            for _ in range(TRIES):
                before = os.fstat(file.fileno())
                data = _bounded(file)
                after = os.fstat(file.fileno())
                if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
                    return Source(path.as_posix(), data)
                file.seek(0)
    except OSError as error:
        why = reason_of(error)
        raise LoadError(f"файл не открывается: {why.ru}", f"the file cannot be opened: {why.en}") from error
    raise LoadError(
        "файл меняется, пока его читают: проверьте его, когда запись закончится",
        "the file changes while it is read: check it when it has been written",
    )


def read_standard_input(name: str) -> Source:
    """Standard input under the name it is to be reported by; UsageError when it is too large."""
    from jdlint.model.document import Source

    try:
        return Source(Path(name).as_posix(), _bounded(sys.stdin.buffer))
    except LoadError as error:
        raise UsageError(f"{name}: {error.ru}", f"{name}: {error.en}") from error


def _bounded(file: BinaryIO) -> bytes:
    """All that the file holds; raises LoadError when that is more than any job description."""
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise LoadError(
            f"файл больше {MOST_BYTES // 2**20} МБ: это не должностная инструкция",
            f"the file is larger than {MOST_BYTES // 2**20} MB: no job description is",
        )
    return data


def _spec(patterns: Sequence[str]) -> GitIgnoreSpec | None:
    if not patterns:
        return None
    from pathspec import GitIgnoreSpec  # 20 ms: only when something is to be left out

    return GitIgnoreSpec.from_lines(patterns)


def left_out(path: Path, exclude: Sequence[str], root: Path | None) -> bool:
    """Whether a file is excluded by these patterns."""
    return _Excluded(exclude, root).holds(path)


class _Excluded:
    """Patterns of what is not to be read, counted from the project's folder."""

    def __init__(self, patterns: Sequence[str], root: Path | None) -> None:
        self._spec = _spec(patterns)
        self._root = root

    def holds(self, path: Path, top: Path | None = None) -> bool:
        """Whether a path, found in the folder `top`, is to be left out."""
        if self._spec is None:
            return False
        names = {path.as_posix(), name_in(self._root, str(path))}
        if top:
            names.add(path.relative_to(top).as_posix())
        return any(self._spec.match_file(n + "/" * path.is_dir()) for n in names)


def _walk(folder: Path, excluded: _Excluded) -> Iterator[Path]:
    ignored = _ignored_above(folder)
    yield from _walk_in(folder, folder, ignored, excluded)


def _walk_in(
    folder: Path, top: Path, ignored: Sequence[tuple[Path, GitIgnoreSpec]], excluded: _Excluded
) -> Iterator[Path]:
    ignored = [*ignored, *_ignore_file(folder)]
    for entry in _entries(folder):
        if entry.name.startswith((".", LOCK)) or _is_ignored(entry, ignored) or excluded.holds(entry, top):
            continue
        if entry.is_dir() and not entry.is_symlink():
            yield from _walk_in(entry, top, ignored, excluded)
        elif entry.suffix.lower() in SUFFIXES and entry.is_file():
            yield entry


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir(), key=lambda p: p.name)
    except OSError as error:
        why = reason_of(error)
        raise UsageError(
            f"папка не открывается: {folder}: {why.ru}", f"cannot open folder: {folder}: {why.en}"
        ) from error


def _ignored_above(folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    """Ignore files of the folders above, up to the repository's root."""
    out: list[tuple[Path, GitIgnoreSpec]] = []
    here = folder.resolve()
    if not any((p / ".git").exists() for p in (here, *here.parents)):
        return out
    while not (here / ".git").exists():
        here = here.parent
        out = [*_ignore_file(here), *out]
    return out


def _ignore_file(folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    file = folder / ".gitignore"
    if not file.is_file():
        return []
    spec = _spec(file.read_text("utf-8", errors="replace").splitlines())
    return [(folder.resolve(), spec)] if spec else []


def _is_ignored(path: Path, specs: Sequence[tuple[Path, GitIgnoreSpec]]) -> bool:
    """Whether the last pattern about the path, of the deepest ignore file that has one, leaves it out."""
    here = path.resolve() if not path.is_symlink() else path.absolute()
    ignored = False
    for folder, spec in specs:
        if here.is_relative_to(folder):
            name = here.relative_to(folder).as_posix() + "/" * path.is_dir()
            told = spec.check_file(name).include
            ignored = ignored if told is None else told
    return ignored
