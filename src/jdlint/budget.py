"""Holds what is done with one document within its limits."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from pathlib import Path
from types import FrameType
from typing import Final

from jdlint.errors import LimitError
from jdlint.model.limits import Limits

# Who waits for a disk or a network uses no processor: so many times the seconds may pass by the clock.
PATIENCE: Final = 10
_TICK: Final = 0.1
# An exception from outside is met at the end of a turn of a loop at the latest.
_STEPS: Final = 100
_MEGABYTE: Final = 2**20
_now = time.monotonic


@contextlib.contextmanager
def within(limits: Limits) -> Iterator[None]:
    """Raises LimitError inside once the time or the memory is used up.

    In the main thread the alarm of the process does it, wherever it is, in the middle of a regular expression too. In
    any other, and where there is no alarm (Windows), a second thread looks, and work in a library is ended only when
    it comes back from there. Where memory cannot be asked for (Windows) an allocation that the system refuses is told.
    """
    watched = _alarm if hasattr(signal, "setitimer") and _is_main_thread() else _watch
    meter = _Meter(limits)
    around = _meter.set(meter)
    try:
        with watched(meter):
            yield
    except MemoryError as error:
        raise _too_much(limits) from error
    finally:
        _meter.reset(around)


@contextlib.contextmanager
def spared() -> Iterator[None]:
    """What is done inside is done once for all documents: it counts for none, and is not broken off half-way."""
    meter = _meter.get()
    if meter is None:
        yield
        return
    with meter.stopped():
        yield


class _Meter:
    """What the thread that made it has used of the limits since then."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._worked = _worked()
        self._end = self._worked() + limits.seconds
        self._late = _now() + limits.seconds * PATIENCE
        self._most = _resident() + limits.memory * _MEGABYTE
        self._is_stopped = False

    @contextlib.contextmanager
    def stopped(self) -> Iterator[None]:
        """Nothing counts inside."""
        self._is_stopped = True
        worked, now, held = self._worked(), _now(), _resident()
        try:
            yield
        finally:
            self._end += self._worked() - worked
            self._late += _now() - now
            self._most += max(0, _resident() - held)
            self._is_stopped = False

    def excess(self) -> LimitError | None:
        """What is used up, if anything is; any thread may ask."""
        if self._is_stopped:
            return None
        if self._worked() > self._end:
            return _too_long(self._limits)
        if _now() > self._late:
            return _too_late(self._limits)
        return _too_much(self._limits) if _resident() > self._most else None


_meter: ContextVar[_Meter | None] = ContextVar("meter", default=None)


@contextlib.contextmanager
def _alarm(meter: _Meter) -> Iterator[None]:
    def look(_signal: int, _frame: FrameType | None) -> None:
        if excess := meter.excess():
            signal.setitimer(signal.ITIMER_REAL, 0)  # said once: cleaning up is not to be disturbed
            raise excess

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _TICK, _TICK)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class _Excess(BaseException):
    """Raised from outside, where only a class can be; no `except Exception` on the way takes it for its own."""


@contextlib.contextmanager
def _watch(meter: _Meter) -> Iterator[None]:
    found: list[LimitError] = []
    ended, telling = threading.Event(), threading.Lock()
    worker = threading.get_ident()

    def look() -> None:
        while not ended.wait(_TICK):
            if excess := meter.excess():
                with telling:
                    if not ended.is_set():
                        found.append(excess)
                        _raise_in(worker, _Excess)
                return

    def settle() -> None:
        with telling:
            ended.set()
        for _ in range(_STEPS if found else 0):
            pass  # what was told and has not arrived arrives here and not later

    watcher = threading.Thread(target=look, name="jdlint-limits", daemon=True)
    try:
        try:
            watcher.start()
            yield
        except _Excess:
            raise found[0] from None
        finally:
            settle()
    except _Excess as late:  # what is over when the limit is noticed ends as it would have ended
        if late.__context__ is not None:
            raise late.__context__ from None
    finally:
        watcher.join()


def _raise_in(thread: int, kind: type[BaseException]) -> None:
    """Have a thread meet that exception with its next step. It must be let arrive: to take one back leaves Python
    3.11 looking for it at every step, and for ever at the first one that is traced.
    """
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(kind))


def _is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()


def _worked() -> Callable[[], float]:
    """A clock of the processor seconds of this thread, or of all threads where only that is known."""
    if sys.platform == "linux":
        own = time.pthread_getcpuclockid(threading.get_ident())
        return lambda: time.clock_gettime(own)
    return time.process_time


def _resident() -> int:
    """Bytes of memory that the process holds, or has held at most where only that is known; 0 where nothing is."""
    if sys.platform == "linux":
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _too_long(limits: Limits) -> LimitError:
    return LimitError(
        f"проверка заняла больше {limits.seconds} с работы процессора (limits: seconds)",
        f"checking took more than {limits.seconds} s of the processor (limits: seconds)",
    )


def _too_late(limits: Limits) -> LimitError:
    seconds = limits.seconds * PATIENCE
    return LimitError(
        f"проверка не кончилась и за {seconds} с по часам (limits: seconds, умноженное на {PATIENCE})",
        f"checking has not ended in {seconds} s by the clock (limits: seconds times {PATIENCE})",
    )


def _too_much(limits: Limits) -> LimitError:
    return LimitError(
        f"проверка заняла больше {limits.memory} МБ памяти (limits: memory)",
        f"checking took more than {limits.memory} MB of memory (limits: memory)",
    )
