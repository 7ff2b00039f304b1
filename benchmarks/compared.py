"""One invented collection compared: seconds by stage, memory, what is found, and the check after one change."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Self

from invented import KINDS, name
from kept import facts_in, organisation
from score import Score

from jdlint.agree import agree
from jdlint.agree.post import Posts
from jdlint.agree.recorder import Recorder
from jdlint.agree.refresh import refresh, stamps_of
from jdlint.agree.shelf import shelf_in
from jdlint.check.engine import World
from jdlint.model.collection import Charter, Stated
from jdlint.model.kind import Agree

PORTION = 10_000
SHOWN = 10
LONG_AGO = 1_000_000_000
TODAY = dt.date(2026, 11, 22)


class Watch:
    """Adds the processor seconds of a block under a name; `wall` is what the clock on the wall says."""

    def __init__(self, spent: dict[str, float], stage: str) -> None:
        self.spent, self.stage, self.wall = spent, stage, 0.0

    def __enter__(self) -> Self:
        self._start, self._wall = time.process_time(), time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.spent[self.stage] += time.process_time() - self._start
        self.wall = time.perf_counter() - self._wall


def measure(size: int, seed: int, kept: Path) -> dict[str, Any]:
    """One collection: seconds by stage, memory, what was found, and the check after one change."""
    made = organisation(seed)
    vocabulary = made.rulebook.vocabulary
    world = World(made.rulebook.acts, made.rulebook.register, vocabulary, TODAY)
    rules = [rule for rule in made.rulebook.rules.values() if isinstance(rule.options, Agree)]
    charter = Charter()
    posts = Posts(vocabulary, charter)
    spent = dict.fromkeys(("record", "join", "rules"), 0.0)
    waited = 0.0
    score = Score(made, size)
    with tempfile.TemporaryDirectory() as folder:
        files = empty_files(Path(folder) / "documents", size)
        shown = {file: file for file in files}
        stamps = stamps_of(files)
        held = Path(folder) / "shelf.sqlite"
        with shelf_in(held, "benchmark") as shelf:
            recorder = Recorder(shelf, vocabulary, posts)
            for file, facts in zip(files, facts_in(kept, size), strict=True):
                with Watch(spent, "record") as watch:
                    recorder.record(file, stamps[file], facts)
                waited += watch.wall
            with Watch(spent, "join") as watch:
                recorder.join()
            waited += watch.wall
            for first in range(0, size, PORTION):
                part = range(first, min(first + PORTION, size))
                with Watch(spent, "rules") as watch:
                    findings = agree(shelf, shown, files[first : first + PORTION], rules, posts, charter, world)
                waited += watch.wall
                score.count(findings, part)
        memory = most_memory()
        known = {files[0]: Stated("changed", made.facts(size + 7, size))}
        Path(files[0]).write_text("changed", encoding="utf-8")
        changes = {"change": 0.0}
        with Watch(changes, "change") as watch, shelf_in(held, "benchmark") as shelf:
            fresh = Posts(vocabulary, charter)
            refresh(shelf, Recorder(shelf, vocabulary, fresh), stamps_of(files), known, unread)
            agree(shelf, shown, known, rules, fresh, charter, world)
        kilobytes = held.stat().st_size
    return {
        "size": size,
        **spent,
        "total": sum(spent.values()),
        "wall": waited,
        "memory": memory,
        "shelf": kilobytes,
        "change": changes["change"],
        "change_wall": watch.wall,
        "recall": {kind: score.recall(kind) for kind in KINDS},
        "precision": score.precision,
        "pairs": [score.copies, score.held, len(score.wrong)],
        "wrong": score.wrong[:SHOWN],
        "others": score.others,
    }


def most_memory() -> int:
    """The most bytes that this process has held. What the system counts as its own may be that of its parent, which
    had read documents.
    """
    status = Path("/proc/self/status").read_text("ascii")
    return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def empty_files(folder: Path, size: int) -> list[str]:
    """Files that nobody reads, whose state is asked of the file system; too old to be looked into to be sure."""
    folder.mkdir()
    files = []
    for document in range(size):
        file = folder / Path(name(document)).name
        file.touch()
        os.utime(file, (LONG_AGO, LONG_AGO))
        files.append(file.as_posix())
    return files


def unread(paths: Sequence[str]) -> list[Stated | None]:
    """Nothing but the document that is asked for may be read anew."""
    if paths:
        raise AssertionError(paths)
    return []
