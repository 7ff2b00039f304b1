"""Where the time of a run went."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

Spent = Mapping[str, tuple[int, float]]


class Times:
    """Calls and seconds by stage; what is spent inside an inner stage is not counted in the outer one."""

    def __init__(self) -> None:
        self._spent: dict[str, tuple[int, float]] = {}
        self._inner = 0.0

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Count what is done inside under that stage."""
        outer, self._inner = self._inner, 0.0
        start = time.perf_counter()
        try:
            yield
        finally:
            seconds = time.perf_counter() - start
            self.add({stage: (1, seconds - self._inner)})
            self._inner = outer + seconds

    def add(self, spent: Spent) -> None:
        """Count what was measured elsewhere."""
        for stage, (calls, seconds) in spent.items():
            before = self._spent.get(stage, (0, 0.0))
            self._spent[stage] = before[0] + calls, before[1] + seconds

    def take(self) -> Spent:
        """All that was counted since the last time."""
        spent, self._spent = self._spent, {}
        return spent
