"""Runs at the same time over one cache and one collection: `python fuzz/parallel.py [FOLDER …] [--runs N] [--jobs N]`.

The documents of the folders (by default the samples) make one project. Some runs check all of it and some a part, as
a hook does that is called in batches; they begin together on a cache that is empty, full, older than two documents,
or damaged. Each must tell, byte by byte, what a run tells that is alone and remembers nothing. Exit code 1 when one
does not; what it told instead is kept in `--keep`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parent.parent
SUFFIXES: Final = (".docx", ".md")
BATCHES: Final = 3


class Told(NamedTuple):
    """What a run left behind."""

    code: int
    out: bytes
    err: bytes


def laid_out(folder: Path, documents: Sequence[Path]) -> list[str]:
    """Copies of the documents as a project of that folder, and what is asked of it: all, and parts of it."""
    (folder / ".git").mkdir(parents=True)
    for number, file in enumerate(documents):
        shutil.copy(file, folder / f"{number:03}-{file.name}")
    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    return [".", *(" ".join(names[start::BATCHES]) for start in range(BATCHES))]


def begun(folder: Path, asked: str, *words: str) -> subprocess.Popen[bytes]:
    """A run over these paths."""
    told = ("check", *asked.split(), "--select", "ALL", "--preview", "--output-format", "json", "--lang", "ru")
    words = (sys.executable, "-m", "jdlint", *told, "--as-of", "2026-11-22", *words)
    return subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603 our own command


def ended(run: subprocess.Popen[bytes]) -> Told:
    """What the run told."""
    out, err = run.communicate()
    return Told(run.returncode, out, err)


def untouched(_: Path, __: Path) -> None:
    """The cache is as the runs before left it."""


def changed(folder: Path, _: Path) -> None:
    """Two documents say more than the cache remembers."""
    for path in [p for p in sorted(folder.iterdir()) if p.suffix == ".md"][:2]:
        path.write_bytes(path.read_bytes() + "\nРаботник ведёт журнал прихода буксиров.\n".encode())


def damaged(_: Path, cache: Path) -> None:
    """Every third entry and every database is garbage."""
    files = [path for path in sorted(cache.rglob("*")) if path.is_file() and path.name != "CACHEDIR.TAG"]
    for path in [*files[::3], *(p for p in files if p.suffix == ".sqlite")]:
        path.write_bytes(path.read_bytes()[:100] + b"\x07" * 4000)


STATES: Final[dict[str, Callable[[Path, Path], None]]] = {
    "empty": untouched,
    "full": untouched,
    "older": changed,
    "damaged": damaged,
}


def differing(
    documents: Sequence[Path], runs: int, *, jobs: int = 1, states: Sequence[str] = tuple(STATES)
) -> Iterator[tuple[str, str, Told, Told]]:
    """The state of the cache, what was asked, what a lone run tells and what this one told, for every run that told
    something else.
    """
    with tempfile.TemporaryDirectory(prefix="jdlint-parallel-") as scratch:
        folder, cache = Path(scratch) / "project", Path(scratch) / "cache"
        questions = laid_out(folder, documents)
        lone: dict[str, Told] = {}
        for state in states:
            STATES[state](folder, cache)
            if not lone or STATES[state] is changed:
                lone = {asked: ended(begun(folder, asked, "--no-cache")) for asked in questions}
            asked = [questions[number % len(questions)] for number in range(runs)]
            words = ("--cache-dir", str(cache), "--jobs", str(jobs))
            together = [begun(folder, one, *words) for one in asked]
            for one, run in zip(asked, together, strict=True):
                told = ended(run)
                if told != lone[one]:
                    yield state, one, lone[one], told


def main() -> int:
    """Run, compare, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "samples"])
    parser.add_argument("--runs", type=int, default=24)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    told = parser.parse_args()
    documents = sorted(p for folder in told.folders for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES)
    count = 0
    for count, (state, asked, lone, run) in enumerate(differing(documents, told.runs, jobs=told.jobs), 1):
        print(f"{state}: {asked[:60]}: exit code {run.code}, not {lone.code}: {run.err.decode()[-500:]}", flush=True)
        if told.keep:
            told.keep.mkdir(exist_ok=True)
            (told.keep / f"{count}-{os.getpid()}.lone").write_bytes(lone.out)
            (told.keep / f"{count}-{os.getpid()}.told").write_bytes(run.out)
    runs = told.runs * len(STATES)
    print(f"{runs} runs over {len(documents)} documents, {count} of them told something else than a lone run")
    return int(count > 0)


if __name__ == "__main__":
    sys.exit(main())
