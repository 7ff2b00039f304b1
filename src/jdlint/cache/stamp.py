"""What tells one state of files from another, without reading them where their times can be trusted."""

from __future__ import annotations

import hashlib
import os
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jdlint.model.limits import MOST_BYTES

# A file changed twice within the grain of a file system's clock keeps its time: so young a file proves nothing.
GRAIN = 2_000_000_000
_ENGINE = ("spacy", "pymorphy3", "pymorphy3_dicts_ru")


@cache
def code_stamp() -> str:
    """What tells this installation of jdlint from another of the same version: sizes and times of its modules."""
    package = Path(__file__).parents[1]
    return _digest(repr([s for s in _stats(str(package), "") if s[0].endswith((".py", ".css", ".js"))]))


@cache
def engine_stamp() -> str:
    """What tells one set of language packages from another: where they lie, and when their folder last changed.

    An installer that puts another version there makes another `.dist-info` in the same folder, so that the folder
    changes; none of the packages is imported.
    """
    homes = [next((p for p in sys.path if os.path.isdir(os.path.join(p, name))), "") for name in _ENGINE]  # noqa: PTH112, PTH118 a Path for each entry costs ten times that
    return _digest(repr([(home, os.stat(home).st_mtime_ns if home else 0) for home in homes]))  # noqa: PTH116


def file_stamp(file: Path) -> str:
    """SHA-256 of a file's bytes, "" when it cannot be read or is larger than any document may be."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError:
        return ""
    return hashlib.sha256(data).hexdigest() if len(data) <= MOST_BYTES else ""


def contents(folder: Path) -> str:
    """SHA-256 over the names and bytes of all files below a folder."""
    sha = hashlib.sha256()
    for name, *_ in _stats(str(folder), ""):
        data = (folder / name).read_bytes()
        sha.update(f"{name}\0{len(data)}\0".encode("utf-8", "backslashreplace") + data)
    return sha.hexdigest()


def folder_stamp(folder: Path) -> str:
    """Names, sizes, times and identities of all files below a folder; "" when one is too young to be told by that."""
    stats = list(_stats(str(folder), ""))
    if any(changed > time.time_ns() - GRAIN for _, _, changed, _ in stats):
        return ""
    return _digest(repr(stats))


def _stats(folder: str, prefix: str) -> Iterator[tuple[str, int, int, int]]:
    """Name, size, time of change and identity of every file below, by name; nothing for a folder that is gone."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda e: e.name)
    except OSError:
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _stats(entry.path, f"{prefix}{entry.name}/")
        elif entry.is_file():
            stat = entry.stat()
            yield f"{prefix}{entry.name}", stat.st_size, stat.st_mtime_ns, stat.st_ino


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
