"""Holds what is done with one document within its limits."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Final

from jdlint.errors import LimitError
from jdlint.model.limits import Limits

_TICK: Final = 0.1
_MEGABYTE: Final = 2**20
_now = time.monotonic


@contextlib.contextmanager
def within(limits: Limits) -> Iterator[None]:
    """Raises LimitError inside once the time or the memory is used up.

    The alarm of the process does it, which reaches the main thread wherever it is, in the middle of a regular
    expression too. Where there is none (Windows, another thread) only an allocation that the system refuses is told.
    """
    try:
        if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
            with _alarm(limits):
                yield
        else:
            yield
    except MemoryError as error:
        raise _too_much(limits) from error


@contextlib.contextmanager
def _alarm(limits: Limits) -> Iterator[None]:
    end = _now() + limits.seconds
    most = _resident() + limits.memory * _MEGABYTE

    def look(_signal: int, _frame: FrameType | None) -> None:
        late = _now() > end
        if late or _resident() > most:
            signal.setitimer(signal.ITIMER_REAL, 0)  # said once: cleaning up is not to be disturbed
            raise _too_long(limits) if late else _too_much(limits)

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _TICK, _TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _resident() -> int:
    """Bytes of memory that the process holds, or has held at most where only that is known."""
    if sys.platform == "linux":
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    import resource  # not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _too_long(limits: Limits) -> LimitError:
    return LimitError(
        f"проверка заняла больше {limits.seconds} с (limits: seconds)",
        f"checking took more than {limits.seconds} s (limits: seconds)",
    )


def _too_much(limits: Limits) -> LimitError:
    return LimitError(
        f"проверка заняла больше {limits.memory} МБ памяти (limits: memory)",
        f"checking took more than {limits.memory} MB of memory (limits: memory)",
    )
