"""Documents read by several processes at once, none of which can take the run with it."""

from __future__ import annotations

import datetime as dt
import gc
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from jdlint.linter import Linter, Outcome, unread
from jdlint.model.document import Source
from jdlint.model.rule import Rulebook
from jdlint.settings import Settings


def read_by_many(
    sources: Sequence[Path | Source], linter: Linter, jobs: int, *, texts: bool = False
) -> Iterator[Outcome]:
    """An outcome for each source, in order, with `texts` each with its document as it reads.

    When a process dies (killed for its memory, by a crash of a library) the documents that may have been in its hands
    are read again, each in a process of its own: one that kills that too is a fault.
    """
    left = list(sources)
    while left:
        given: list[Future[Outcome]] = []
        pool = _pool(linter, min(jobs, len(left)))
        try:
            given = [pool.submit(_lint_one, source, text=texts) for source in left]
            while given:
                outcome = given[0].result()
                del given[0], left[0]
                yield outcome
        except BrokenProcessPool:
            yield _alone(left.pop(0), linter, text=texts)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _alone(source: Path | Source, linter: Linter, *, text: bool) -> Outcome:
    path = source.path if isinstance(source, Source) else source.as_posix()
    with _pool(linter, 1) as pool:
        try:
            return pool.submit(_lint_one, source, text=text).result()
        except BrokenProcessPool:
            why = (
                f"{path}: процесс, читавший документ, был убит (обычно не хватило памяти)",
                f"{path}: the process that read the document was killed (mostly for want of memory)",
            )
            return Outcome(unread(path), fault=why)


def _pool(linter: Linter, jobs: int) -> ProcessPoolExecutor:
    work: dict[str, Any] = {"max_workers": jobs}
    if sys.platform == "linux":  # a copy of this process has rules and language ready; elsewhere copying is not safe
        linter.annotator.start()
        gc.freeze()
        _worker[:] = [linter]
        work |= {"mp_context": get_context("fork"), "initializer": _heed_nobody}
    else:
        work |= {"initializer": _start, "initargs": (linter.rulebook, linter.settings, linter.as_of)}
    return ProcessPoolExecutor(**work)


_worker: list[Linter] = []


def _start(rulebook: Rulebook, settings: Settings, as_of: dt.date) -> None:
    """Make this worker process's own linter."""
    _heed_nobody()
    _worker[:] = [Linter(rulebook, settings, as_of)]


def _heed_nobody() -> None:
    """Leave Ctrl+C, which reaches all processes of a terminal, to the one that tells what it means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _lint_one(source: Path | Source, *, text: bool) -> Outcome:
    return _worker[0].timed(source, text=text)
