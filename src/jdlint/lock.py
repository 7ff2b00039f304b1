"""Locks between runs: held on a folder by a process while it lives, with nothing left behind."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def locked(folder: Path, *, shared: bool = False, wait: bool = True) -> Iterator[bool]:
    """Keeps others out of what is done with a folder, or with `shared` only those who want it alone.

    False when another run is there and `wait` is not wanted, and where there are no such locks: on some network
    folders, and on Windows, where a file in use cannot be removed anyway.
    """
    if sys.platform == "win32":
        yield False
        return
    import fcntl

    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        yield False
        return
    try:
        held = True
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | (0 if wait else fcntl.LOCK_NB))
        except OSError:
            held = False
        yield held
    finally:
        os.close(handle)
