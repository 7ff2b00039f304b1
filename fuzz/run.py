"""Fuzzes one target: `python fuzz/run.py TARGET [--runs N] [--seed S]`; needs atheris (`pip install -e '.[fuzz]'`).

Half of the inputs come from libFuzzer, led by the branches that they reach, and half from `mutate`, which keeps XML
and archives sound. An exception, ten seconds of the processor or a gigabyte stop the run and leave the input behind it
in the current folder as `crash-…`, `timeout-…` or `oom-…`: make a test of it, then mend.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import FrameType

import atheris

with atheris.instrument_imports(include=["jdlint"]):
    from targets import TARGETS

SECONDS, MEGABYTES = 10, 1024
# Of the clock: whoever sleeps or waits is stopped by it, a machine with much else to do is not the input's fault.
PATIENCE = 30 * SECONDS


def held(run: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The same, ended by an exception once it has cost the seconds of the processor."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {SECONDS} s of the processor")

    def run_held(data: bytes) -> None:
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        run(data)
        signal.setitimer(signal.ITIMER_PROF, 0)

    signal.signal(signal.SIGPROF, late)
    return run_held


def main() -> None:
    """Run until the number of executions is reached or an input is found that stops it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=sorted(TARGETS))
    parser.add_argument("--runs", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    target = TARGETS[told.target]

    def spoiled(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        made = target.spoil(data, random) if data and random.random() < 0.5 else b""
        return made if 0 < len(made) <= most else atheris.Mutate(data, most)

    with tempfile.TemporaryDirectory(prefix="jdlint-fuzz-") as folder:
        seeds = [seed for seed in target.seeds() if len(seed) <= target.longest]
        for number, seed in enumerate(seeds):
            (Path(folder) / str(number)).write_bytes(seed)
        limits = [
            f"-timeout={PATIENCE}",
            f"-rss_limit_mb={MEGABYTES}",
            f"-max_len={target.longest}",
            f"-seed={told.seed}",
        ]
        atheris.Setup([sys.argv[0], folder, f"-runs={told.runs}", *limits], held(target.run), custom_mutator=spoiled)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
