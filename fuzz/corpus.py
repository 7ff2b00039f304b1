"""Spoils real documents at random and checks them: `python fuzz/corpus.py FOLDER … [--count N] [--alone N] [--seed S]`.

Of the Word and Markdown files of the folders, `--count` mutants go through `jdlint check` a hundred at a time and
`--alone` more through a call of their own. Right are the exit codes 0 and 1 and a report on every mutant. What is not
is kept in `--keep`, and the exit code of this script is 1.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

import mutate

BATCH: Final = 100
WORD: Final = (mutate.spoil_bytes, mutate.spoil_part, mutate.spoil_part, mutate.spoil_zip)
SUFFIXES: Final = (".docx", ".md")


def mutants(folders: list[str], seed: int) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of spoiled files, without end."""
    random = Random(seed)
    originals = sorted(p for name in folders for p in Path(name).rglob("*") if p.suffix.lower() in SUFFIXES)
    number = 0
    while True:
        number += 1
        file = random.choice(originals)
        way = mutate.spoil_text if file.suffix.lower() == ".md" else random.choice(WORD)
        yield f"{number:05}-{way.__name__}{file.suffix.lower()}", way(file.read_bytes(), random)


def checked(folder: Path, kept: Path | None) -> Counter[str]:
    """What one call over the mutants of a folder gives: how many of each exit code, and of each way not to be read."""
    words = ("check", ".", "--no-cache", "--jobs", "1", "--output-format", "json", "--assume-job-description")
    ran = subprocess.run(  # noqa: S603 our own command
        [sys.executable, "-m", "jdlint", *words], cwd=folder, capture_output=True, text=True, check=False
    )
    files = {path.name for path in folder.iterdir()}
    found: Counter[str] = Counter()
    if ran.returncode in (0, 1) and "Traceback" not in ran.stderr:
        report = json.loads(ran.stdout)
        told = {finding["path"]: finding for finding in report["findings"] if finding["severity"] != "info"}
        found["0"], found["1"] = len(files - set(told)), len(files & set(told))
        found.update(f["code"] for f in report["findings"] if f["code"] in ("DOC001", "DOC006"))
        if {document["path"] for document in report["documents"]} == files:
            return found
    if len(files) > 1:  # one by one, to know which
        found.clear()
        for path in sorted(folder.iterdir()):
            with tempfile.TemporaryDirectory() as alone:
                (Path(alone) / path.name).write_bytes(path.read_bytes())
                found += checked(Path(alone), kept)
        return found
    (path,) = folder.iterdir()
    print(f"{path.name}: exit code {ran.returncode}: {ran.stderr.strip()[-500:]}", flush=True)
    if kept:
        kept.mkdir(exist_ok=True)
        (kept / path.name).write_bytes(path.read_bytes())
    return Counter({f"wrong: {ran.returncode}": 1})


def main() -> int:
    """Spoil, check, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--alone", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    told = parser.parse_args()
    source = mutants(told.folders, told.seed)
    sizes = [min(BATCH, told.count - start) for start in range(0, told.count, BATCH)] + [1] * told.alone
    total: Counter[str] = Counter()
    for done, size in enumerate(sizes, 1):
        with tempfile.TemporaryDirectory(prefix="jdlint-mutants-") as scratch:
            for _ in range(size):
                name, data = next(source)
                (Path(scratch) / name).write_bytes(data)
            total += checked(Path(scratch), told.keep)
        if sys.stderr.isatty():
            print(f"\r{done}/{len(sizes)}", end="", file=sys.stderr)
    for name, count in sorted(total.items()):
        print(f"{count:6}  {name}")
    return int(any(name.startswith("wrong") for name in total))


if __name__ == "__main__":
    sys.exit(main())
