"""A shelf brought up to date with the files of a collection: only what has changed is read."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from jdlint.agree.recorder import Recorder
from jdlint.agree.shelf import Shelf
from jdlint.model.collection import Stamp, Stated

# A file changed twice within the grain of a file system's clock keeps its time: so young a file is read to be sure.
GRAIN = 2_000_000_000


def stamps_of(files: Iterable[str]) -> dict[str, Stamp]:
    """The state of each file that is there, by path, without reading any."""
    found = {}
    newest = time.time_ns() - GRAIN
    for file in files:
        try:
            stat = Path(file).stat()
        except OSError:
            continue
        found[file] = Stamp(stat.st_size, stat.st_mtime_ns if stat.st_mtime_ns < newest else -1)
    return found


def refresh(
    shelf: Shelf,
    recorder: Recorder,
    files: Mapping[str, Stamp],
    known: Mapping[str, Stated],
    read: Callable[[Sequence[str]], Iterable[Stated | None]],
) -> None:
    """Put on the shelf what these files state, and nothing else; `files` is their state from before `known` was read,
    `read` gives what the others state, None for a file that is left out.
    """
    held = shelf.stamps()
    for path in sorted(held.keys() - files.keys()):
        shelf.drop(path)
    unsure = []
    for path in sorted(files):
        stamp, old = files[path], held.get(path)
        if path in known:
            digest = known[path].digest
        elif old and old.time >= 0 and (old.size, old.time) == (stamp.size, stamp.time):
            continue
        else:
            digest = _digest(path)
        told = Stamp(stamp.size, stamp.time, digest)
        if old is None or not digest or old.digest != digest:
            unsure.append((path, told))
        elif old != told:
            shelf.touch(path, told)
    fresh = [path for path, _ in unsure if path not in known]
    stated = iter(read(fresh))
    for path, told in unsure:
        said = known[path] if path in known else next(stated)
        if said is None:
            shelf.drop(path)
        else:
            recorder.record(path, Stamp(told.size, told.time, said.digest), said.facts)
    recorder.join()


def _digest(path: str) -> str:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""
