"""Python's search for garbage in circles, which goes over everything that is held."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unsearched(*, settled: bool = False) -> Iterator[None]:
    """Work that holds much and leaves no circles behind: nothing is searched meanwhile.

    All that there is after it is `settled`, if so told: not searched through as new, which takes seconds when there is
    much of it.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if settled:
            gc.freeze()  # out of all generations,
            gc.unfreeze()  # and into the oldest
        if enabled:
            gc.enable()
