"""Comparing the documents of an organisation: time, memory, what is found of planted duplicates, and how cost grows.

    python benchmarks/collection.py [--sizes 100 1000 10000 100000] [--seed N] [--check-texts N]

A collection is made by a generator (`invented.py`), as facts: 30 duties a document, three of them copies of duties of
other documents (exact, inflected or reordered, paraphrased, one of each kind). Duties are real sentences; their normal
forms are made by the program's own words and grammar, without the text of a whole document around them.
`--check-texts N` reads N of the documents as Markdown too and tells how many normal forms are the same.

Each size runs in a process of its own, the shelf on disk; facts are made by another one beside it. What is timed:
putting facts on the shelf and into the index, joining alike forms, and all rules across documents for every document
(asked for in portions of 10,000, as a build server would). Seconds are the processor's; with nothing else to do, the
clock on the wall says the same. Then one document is changed, and only that one is asked for.
Exit code 1 when a bound is missed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

from invented import FIRST_DUTY, KINDS, Organisation, name, same_forms

from jdlint.agree import agree
from jdlint.agree.post import Posts
from jdlint.agree.record import Recorder
from jdlint.agree.refresh import refresh
from jdlint.agree.shelf import shelf_in
from jdlint.check.engine import World
from jdlint.linter import Linter
from jdlint.model.collection import Charter, Stamp, Stated
from jdlint.model.document import Source
from jdlint.model.finding import Finding, Place
from jdlint.model.kind import Agree
from jdlint.model.report import FactLine
from jdlint.settings import Settings

PORTION, BATCH = 10_000, 200
LEAST = {"exact": 0.95, "inflected": 0.95, "paraphrased": 0.85}
LEAST_PRECISION, MOST_SECONDS, MOST_BYTES, MOST_EXPONENT, MOST_AFTER_CHANGE = 0.95, 60.0, 2 * 2**30, 1.15, 2.0
TODAY = dt.date(2026, 11, 22)


@cache
def organisation(seed: int) -> Organisation:
    """The generator, made once in a process."""
    return Organisation(seed)


def some_facts(seed: int, first: int, size: int) -> list[tuple[FactLine, ...]]:
    """The facts of a batch of documents."""
    return [organisation(seed).facts(document, size) for document in range(first, min(first + BATCH, size))]


def all_facts(seed: int, size: int) -> Iterator[tuple[FactLine, ...]]:
    """The facts of all documents in order, made by a process beside this one and never many at a time."""
    with ProcessPoolExecutor(1) as pool:
        coming = [pool.submit(some_facts, seed, 0, size)]
        for first in range(0, size, BATCH):
            coming.append(pool.submit(some_facts, seed, first + BATCH, size))
            yield from coming.pop(0).result()


@dataclass(slots=True)
class Score:
    """Planted copies by kind, those found, and what was found that is no copy; `others` are findings of other rules,
    all of them wrong.
    """

    planted: dict[str, int]
    found: dict[str, int]
    right: int = 0
    wrong: int = 0
    others: int = 0

    def count(self, findings: Sequence[Finding], made: Organisation, documents: Sequence[int], size: int) -> None:
        """Add the findings in these documents."""
        met: dict[tuple[int, int], set[tuple[int, int]]] = {}
        duties = [finding for finding in findings if finding.code == "ORG001"]
        self.others += len(findings) - len(duties)
        for finding in duties:
            here = cell(finding.place)
            root = made.source_of(*here, size)
            for place in finding.related:
                there = cell(place)
                same = made.source_of(*there, size) == root
                same = same or made.concept(*made.source_of(*there, size)) == made.concept(*root)
                self.right, self.wrong = self.right + same, self.wrong + (not same)
                met.setdefault(here, set()).add(made.source_of(*there, size))
        for document in documents:
            for slot, kind in enumerate(KINDS):
                self.planted[kind] += 1
                self.found[kind] += made.source_of(document, slot, size) in met.get((document, slot), ())


def cell(place: Place) -> tuple[int, int]:
    """Document and slot of a place."""
    return int(Path(place.path).stem), place.line - FIRST_DUTY


class Watch:
    """Adds the processor seconds of a block under a name; `wall` is what the clock on the wall says."""

    def __init__(self, spent: dict[str, float], stage: str) -> None:
        self.spent, self.stage, self.wall = spent, stage, 0.0

    def __enter__(self) -> Self:
        self._start, self._wall = time.process_time(), time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.spent[self.stage] += time.process_time() - self._start
        self.wall = time.perf_counter() - self._wall


def measure(size: int, seed: int) -> dict[str, Any]:
    """One collection: seconds by stage, memory, what was found, and the check after one change."""
    made = organisation(seed)
    vocabulary = made.rulebook.vocabulary
    world = World(made.rulebook.acts, made.rulebook.register, vocabulary, TODAY)
    rules = [rule for rule in made.rulebook.rules.values() if isinstance(rule.options, Agree)]
    charter = Charter()
    posts = Posts(vocabulary, charter)
    spent = dict.fromkeys(("record", "join", "rules"), 0.0)
    waited = 0.0
    score = Score(dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0))
    shown = {name(i): name(i) for i in range(size)}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "shelf.sqlite"
        with shelf_in(file, "benchmark") as shelf:
            recorder = Recorder(shelf, vocabulary, posts)
            for document, facts in enumerate(all_facts(seed, size)):
                with Watch(spent, "record") as watch:
                    recorder.record(name(document), Stamp(1, 1, "d"), facts)
                waited += watch.wall
            with Watch(spent, "join") as watch:
                recorder.join()
            waited += watch.wall
            for first in range(0, size, PORTION):
                part = range(first, min(first + PORTION, size))
                with Watch(spent, "rules") as watch:
                    findings = agree(shelf, shown, [name(i) for i in part], rules, posts, charter, world)
                waited += watch.wall
                score.count(findings, made, part, size)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        changed = made.facts(size + 7, size)
        stamps = {path: Stamp(1, 1) for path in shown} | {name(0): Stamp(2, 2)}
        changes = {"change": 0.0}
        with Watch(changes, "change") as watch, shelf_in(file, "benchmark") as shelf:
            fresh = Posts(vocabulary, charter)
            known = {name(0): Stated("changed", changed)}
            refresh(shelf, Recorder(shelf, vocabulary, fresh), stamps, known, lambda paths: [None for _ in paths])
            agree(shelf, shown, known, rules, fresh, charter, world)
        held = file.stat().st_size
    return {
        "size": size,
        **spent,
        "total": sum(spent.values()),
        "wall": waited,
        "memory": memory,
        "shelf": held,
        "change": changes["change"],
        "change_wall": watch.wall,
        "recall": {kind: score.found[kind] / max(1, score.planted[kind]) for kind in KINDS},
        "precision": score.right / max(1, score.right + score.wrong),
        "others": score.others,
    }


def check_texts(count: int, seed: int) -> float:
    """The share of normal forms that are the same when the documents are read as Markdown."""
    made = organisation(seed)
    linter = Linter(made.rulebook, Settings(assume_job_description=True), TODAY)

    def read(document: int) -> Sequence[FactLine]:
        return linter.lint(Source(name(document), made.markdown(document, count).encode())).document.facts

    return same_forms(made, ((document, read(document)) for document in range(count)), count)


def exponent(results: Sequence[dict[str, Any]]) -> float:
    """How cost grows from the smallest collection of at least 1,000 documents to the largest: 1 is in proportion."""
    wide = [r for r in results if r["size"] >= 1000]
    if len(wide) < 2:
        return 1.0
    first, last = wide[0], wide[-1]
    return math.log(last["total"] / first["total"]) / math.log(last["size"] / first["size"])


HEADS = (
    *("documents", "record, s", "join, s", "rules, s", "total, s", "by the wall clock, s", "memory, MiB", "shelf, MiB"),
    *("recall: exact", "inflected", "paraphrased", "precision", "one change, s (wall)"),
)


def row(result: dict[str, Any]) -> str:
    """A line of the table."""
    seconds = (f"{result[name]:.1f}" for name in ("record", "join", "rules", "total", "wall"))
    sizes = (f"{result[name] / 2**20:,.0f}" for name in ("memory", "shelf"))
    recall = (f"{result['recall'][kind]:.3f}" for kind in KINDS)
    change = f"{result['change']:.2f} ({result['change_wall']:.2f})"
    return line((f"{result['size']:,}", *seconds, *sizes, *recall, f"{result['precision']:.3f}", change))


def line(cells: Sequence[str]) -> str:
    """Cells as a row of Markdown."""
    return f"| {' | '.join(cells)} |"


def missed(results: Sequence[dict[str, Any]]) -> list[str]:
    """The bounds that do not hold."""
    out = []
    for result in results:
        out += [f"{result['size']}: recall {k}" for k in KINDS if result["recall"][k] < LEAST[k]]
        if result["precision"] < LEAST_PRECISION or result["others"]:
            out.append(f"{result['size']}: precision")
        if result["size"] == 10_000 and (result["total"] > MOST_SECONDS or result["memory"] > MOST_BYTES):
            out.append("10000: time or memory")
        if result["size"] == 10_000 and result["change"] > MOST_AFTER_CHANGE:
            out.append("10000: after one change")
    return [*out, *(["exponent"] if exponent(results) > MOST_EXPONENT else [])]


def main() -> int:
    """Run the sizes, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000, 100_000])
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--check-texts", type=int, default=0, metavar="N")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, options.seed)))
        return 0
    if options.check_texts:
        print(f"normal forms the same when read as Markdown: {check_texts(options.check_texts, options.seed):.4f}")
    print(line(HEADS))
    print("|---:" * len(HEADS) + "|")
    results = []
    for size in sorted(options.sizes):
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(size), "--seed", str(options.seed)],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        results.append(json.loads(done.stdout))
        print(row(results[-1]), flush=True)
    print(f"growth exponent from 1,000 up: {exponent(results):.3f}")
    for bound in missed(results):
        print(f"missed: {bound}")
    return 1 if missed(results) else 0


if __name__ == "__main__":
    sys.exit(main())
