"""Comparing the documents of an organisation: time, memory, what is found of planted duplicates, and how cost grows.

    python benchmarks/collection.py [--sizes 100 1000 10000 100000] [--keep DIR] [--make-only] [--write]

A collection is made by a generator (`invented.py`): 30 duties a document, three of them copies of duties of other
documents (exact, inflected or reordered, paraphrased, one of each kind). It makes the facts themselves, for reading
takes ten times as long: normal forms and keys are made by the program's own words and grammar, without the text of a
whole document around them. That these are the facts which reading gives is not taken on trust: some documents of each
size (`--check-texts N`) are written as Markdown and read by the program, and every fact that is compared must be the
same, its place too. Facts are made by several processes and kept on disk; `--keep DIR` keeps them for the next run,
`--make-only` measures nothing.

Each size is measured in a process of its own, the shelf on disk. What is timed: putting facts on the shelf and into
the index, joining alike forms, and all rules across documents for every document (asked for in portions of 10,000, as
a build server would); not timed is reading the kept facts. Then one document is changed, and only that one is asked
for: timed are the state of every file, the shelf opened, the new facts recorded, and all rules. Seconds are the
processor's, of the program and of the system for it; beside them stands the clock on the wall.

A pair that is found is right when one is planted as a copy of the other, and when one says all that the other says, by
what the generator means and not by the words (`score.py`); all others are wrong, and some are printed.
`--write` puts the table into the pages. Exit code 1 when a bound is missed.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from compared import TODAY, measure
from invented import KINDS, name
from kept import facts_of, keep, organisation

from jdlint.agree.recorder import KINDS as COMPARED
from jdlint.linter import Linter
from jdlint.model.document import Source
from jdlint.model.report import FactLine
from jdlint.settings import Settings

LEAST = {"exact": 0.95, "inflected": 0.95, "paraphrased": 0.85}
LEAST_PRECISION, MOST_SECONDS, MOST_BYTES, MOST_EXPONENT, MOST_AFTER_CHANGE = 0.95, 60.0, 2 * 2**30, 1.15, 2.0


def check_texts(count: int, seed: int, size: int, kept: Path) -> int:
    """How many of so many documents, spread over the collection, give other facts when they are read as Markdown than
    those that were kept.
    """
    made = organisation(seed)
    linter = Linter(made.rulebook, Settings(assume_job_description=True), TODAY)
    other = 0
    for document in sorted({number * size // count for number in range(count)}):
        source = Source(name(document), made.markdown(document, size).encode())
        other += bool(differing(linter.lint(source).document.facts, facts_of(kept, document)))
    return other


def differing(read: Sequence[FactLine], made: Sequence[FactLine]) -> list[FactLine]:
    """Facts of those that are compared across documents that only one of the two tells."""
    one = [bare(fact) for fact in read if fact.kind in {*COMPARED, "duty"}]
    other = [bare(fact) for fact in made]
    return [fact for fact in one if fact not in other] + [fact for fact in other if fact not in one]


def bare(fact: FactLine) -> FactLine:
    """A fact without offsets into its text, which are not kept either."""
    marks = {key: mark for key, mark in fact.marks.items() if key != "from"}
    return replace(fact, place=replace(fact.place, byte=0), marks=marks)


def exponent(results: Sequence[dict[str, Any]]) -> float:
    """How cost grows from the smallest collection of at least 1,000 documents to the largest: 1 is in proportion."""
    wide = [r for r in results if r["size"] >= 1000]
    if len(wide) < 2:
        return 1.0
    first, last = wide[0], wide[-1]
    return math.log(last["total"] / first["total"]) / math.log(last["size"] / first["size"])


HEADS = (
    *("documents", "record, s", "join, s", "rules, s", "total, s", "by the clock, s", "memory, MiB", "shelf, MiB"),
    *("recall: exact", "inflected", "paraphrased", "precision", "one change, s (by the clock)"),
)
_DOCS = Path(__file__).parents[1] / "docs"
# Pages, the heads of their tables, and what they say below it.
PAGES = (
    (_DOCS / "scale.en.md", HEADS, "From 1,000 documents to the most of them cost grows with exponent {}."),
    (
        _DOCS / "scale.md",
        (
            *("документов", "записать, с", "соединить, с", "правила, с", "всего, с", "по часам, с", "память, МиБ"),
            *("полка, МиБ", "найдено: дословных", "в других формах", "другими словами", "точность"),
            "одна правка, с (по часам)",
        ),
        "От 1000 документов до самого большого числа время растёт с показателем {}.",
    ),
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
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where the facts are made, or were made before")
    parser.add_argument("--make-only", action="store_true", help="make the facts and measure nothing")
    parser.add_argument("--jobs", type=int, default=2, help="processes that make facts (default 2)")
    parser.add_argument("--check-texts", type=int, default=20, metavar="N", help="documents of each size to read")
    parser.add_argument("--write", action="store_true", help="put the table into the pages")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        own = keep(options.keep, options.seed, options.one, options.jobs)
        print(json.dumps(measure(options.one, options.seed, own)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return run(options, options.keep or Path(folder))


def run(options: argparse.Namespace, folder: Path) -> int:
    """Make what is not there, measure, tell which bounds are missed."""
    sizes = sorted(options.sizes)
    for size in sizes:
        own = keep(folder, options.seed, size, options.jobs)
        if options.check_texts and (other := check_texts(options.check_texts, options.seed, size, own)):
            print(f"{size}: {other} documents of {options.check_texts} state other facts when read; remove {own}")
            return 1
    if options.make_only:
        return 0
    rows, results = [line(HEADS), "|---:" * len(HEADS) + "|"], []
    print(*rows, sep="\n")
    for size in sizes:
        told = ("--one", str(size), "--seed", str(options.seed), "--keep", str(folder))
        done = subprocess.run([sys.executable, __file__, *told], check=True, stdout=subprocess.PIPE, text=True)
        results.append(json.loads(done.stdout))
        rows.append(row(results[-1]))
        print(rows[-1], flush=True)
    for result in results:
        print(f"{result['size']:,}: pairs planted, met by chance and held, wrong: {result['pairs']}")
        print(*(f"    {one} | {other}" for one, other in result["wrong"]), sep="\n")
    growth = f"{exponent(results):.3f}"
    print(f"growth exponent from 1,000 up: {growth}")
    for bound in missed(results):
        print(f"missed: {bound}")
    if options.write:
        write(rows, growth)
    return 1 if missed(results) else 0


def write(rows: Sequence[str], growth: str) -> None:
    """Put the table and the exponent into the pages, between their marks."""
    for page, heads, told in PAGES:
        table = "\n".join([line(heads), *rows[1:]])
        text = page.read_text("utf-8")
        begin, end = "<!-- measured -->", "<!-- end of measured -->"
        before, after = text.partition(begin)[0], text.partition(end)[2]
        page.write_text(f"{before}{begin}\n\n{table}\n\n{told.format(growth)}\n\n{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
