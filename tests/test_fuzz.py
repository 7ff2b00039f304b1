"""A short run of every fuzz target: spoiled input ends in a sentence or in a result, soon."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))  # the targets stand beside the package
from mutate import spoil_bytes
from parallel import differing
from targets import TARGETS

RUNS = 150


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_spoiled_input(name: str) -> None:
    """Neither an exception that is none of ours nor ten seconds; long runs are by hand (fuzz/README.md)."""
    target, random = TARGETS[name], Random(name)  # noqa: S311 nothing secret
    seeds = [seed for seed in target.seeds() if len(seed) <= target.longest]
    assert seeds
    for run in range(RUNS):
        data = random.choice(seeds)
        for _ in range(random.choice((1, 1, 3))):
            data = (target.spoil if random.random() < 0.8 else spoil_bytes)(data or b" ", random)[: target.longest]
        start = time.process_time()
        try:
            target.run(data)
        except Exception as error:
            raise AssertionError(f"run {run}: {data[:2000]!r}") from error

        assert time.process_time() - start < 10


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_seeds_are_sound(name: str) -> None:
    """What is not spoiled is read."""
    for seed in TARGETS[name].seeds()[:20]:
        TARGETS[name].run(seed)


def test_runs_at_the_same_time() -> None:
    """Over one cache and one collection, empty or damaged, each run tells what it tells alone; 24 at once are by hand
    (fuzz/README.md).
    """
    samples = Path(__file__).parents[1] / "samples"
    documents = [samples / name for name in ("upakovshchik.md", "docx/kladovshchik.docx", "pekar.md", "melnik.md")]

    assert [] == list(differing(documents, 4, states=("empty", "damaged")))
