"""Kills runs that write at random moments: `python fuzz/kill.py [--count N] [--seed S]`.

Each run mends documents, writes annotated copies or a baseline, and is killed (SIGKILL): half of them by the clock,
half at a random operation on a file, which is where it hurts. Afterwards every file must be the old one or the new
one, whole. POSIX only.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import signal
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Final, NoReturn

from jdlint.cli import main as jdlint

ROOT: Final = Path(__file__).parent.parent
DOCUMENTS: Final = ("upakovshchik.md", "pekar.md", "docx/pekar.docx", "docx/kladovshchik.docx")
EVENTS: Final = frozenset(("open", "os.rename", "os.chmod", "os.mkdir", "os.remove"))
WAYS: Final[Mapping[str, Sequence[str]]] = {
    "fix": ("--select", "ALL", "--fix", "--unsafe-fixes"),
    "annotate": ("--annotate", "copies"),
    "baseline": ("--baseline", "baseline.jsonl", "--write-baseline"),
}
_LITTER: Final = ".jdlint-"  # what a killed writer leaves of the file that it had not finished


def laid_out(folder: Path) -> None:
    """The documents as they are before a run, two of them with something to mend."""
    for name in DOCUMENTS:
        text = (ROOT / "samples" / name).read_bytes()
        if name.endswith(".md"):
            text += "\n## 9. Прочее\n\n9.1. Работник  обязан , соблюдать порядок .\n".encode()
        (folder / Path(name).name).write_bytes(text)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file but the litter of killed writers."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file() and not p.name.startswith(_LITTER))
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files}


def started(folder: Path, cache: Path, way: str, at: int = 0) -> int:
    """The process of a run in that folder; it kills itself at the `at`-th operation on a file there."""
    child = os.fork()
    if not child:
        _run(folder, cache, way, at)
    return child


def _run(folder: Path, cache: Path, way: str, at: int) -> NoReturn:
    os.chdir(folder)
    void = os.open(os.devnull, os.O_WRONLY)
    os.dup2(void, 1)
    os.dup2(void, 2)
    left = at

    def count(event: str, told: tuple[object, ...]) -> None:
        nonlocal left
        path = str(told[0]) if told else ""
        if left and event in EVENTS and (not path.startswith("/") or path.startswith(str(folder))):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    os._exit(jdlint([*_check(cache), *WAYS[way]]))


def _check(cache: Path) -> list[str]:
    return ["check", ".", "--cache-dir", str(cache), "--jobs", "1", "--as-of", "2026-11-22"]


def warmed(cache: Path) -> None:
    """Import and remember beforehand all that runs need, so that they are short and die in their writing."""
    with tempfile.TemporaryDirectory(prefix="jdlint-kill-") as scratch, contextlib.chdir(scratch):
        laid_out(Path())
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            jdlint(_check(cache))
            for way in WAYS.values():
                jdlint([*_check(cache), *way])


def whole(cache: Path, way: str) -> tuple[dict[str, bytes], float]:
    """What a run that nobody kills leaves, and the seconds that it takes."""
    with tempfile.TemporaryDirectory(prefix="jdlint-kill-") as scratch:
        folder = Path(scratch)
        laid_out(folder)
        before, start = contents(folder), time.monotonic()
        os.waitpid(started(folder, cache, way), 0)
        after = contents(folder)
        if before == after:
            raise SystemExit(f"--{way} writes nothing")
        return after, time.monotonic() - start


def killed(cache: Path, way: str, after: Mapping[str, bytes], seconds: float, random: Random) -> list[str]:
    """Run and kill; the files that are neither the old ones nor the new ones."""
    with tempfile.TemporaryDirectory(prefix="jdlint-kill-") as scratch:
        folder = Path(scratch)
        laid_out(folder)
        before = contents(folder)
        if random.random() < 0.5:
            child = started(folder, cache, way, random.randint(1, 60))
        else:
            child = started(folder, cache, way)
            time.sleep(random.uniform(0, seconds))
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        left = contents(folder)
        lost = set(before) - set(left)
        return sorted(lost | {name for name, data in left.items() if data not in (before.get(name), after.get(name))})


def main() -> int:
    """Kill as often as asked; exit code 1 when a file was harmed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    random = Random(told.seed)
    harmed = 0
    with tempfile.TemporaryDirectory(prefix="jdlint-kill-") as scratch:
        cache = Path(scratch)
        warmed(cache)
        changed = {way: whole(cache, way) for way in WAYS}
        for number in range(told.count):
            way = sorted(WAYS)[number % len(WAYS)]
            if names := killed(cache, way, *changed[way], random):
                harmed += 1
                print(f"{number}: --{way}: {names}", flush=True)
    print(f"{told.count} runs killed, {harmed} of them harmed a file")
    return int(harmed > 0)


if __name__ == "__main__":
    sys.exit(main())
