"""Writes files whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from itertools import count
from pathlib import Path

_numbers = count(1)


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in place of what `path` holds: at any moment either the old file is there or the new one.

    The permissions of an old file stay. The data go to the disk before the name does. What is no file but a device or
    a pipe (`/dev/null`) is written to as it stands. Raises OSError.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    unfinished = path.parent / f".jdlint-{os.getpid()}-{next(_numbers)}.tmp"
    try:
        with unfinished.open("xb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if path.exists():
            unfinished.chmod(stat.S_IMODE(path.stat().st_mode))
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def private_folder(folder: Path) -> None:
    """Make a folder that nobody but its owner may enter, where it is not there yet. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def _settle(folder: Path) -> None:
    """Let the new name itself reach the disk, where the system can be asked for that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
