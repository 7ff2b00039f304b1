"""jdlint beside its peers, run in turn, and the table of ratios in docs/performance.md.

    python benchmarks/compare.py [--rounds 7] [--only 1a,2] [--folder build/benchmarks] [--print]

Every comparison is a number of paired runs: ours, theirs, ours, theirs. The ratio is the median of the ratios of the
pairs, so that what else the machine does falls on both. One run of each goes before the first of several pairs. Told
are the time on the wall clock, which is what is promised, and the processor time of all processes together, which
other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import math
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import inputs
import peers as programs

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
_RATIOS = """\
| | What | Beside | jdlint, s | peer, s | ratio | promised | processor: jdlint, s | peer, s | ratio | pairs |
|---|---|---|---|---|---|---|---|---|---|---|
"""
_GROWTH = "| | What | processor, s | MiB |\n|---|---|---|---|\n"
_SIZES = (10, 100, 1000, 10_000)
_CLAUSES = (1000, 5000, 50_000)


@dataclass(frozen=True, slots=True)
class Ran:
    """One run: seconds on the wall clock, processor time of all its processes, and the most memory that one of them
    had, in MiB.
    """

    seconds: float
    processor: float
    memory: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Our command beside theirs; `most` is the ratio promised, None for what is only told."""

    name: str
    what: str
    ours: Callable[[], list[str]]
    peer: str
    theirs: Callable[[], list[str]]
    most: float | None = None
    cwd: Path | None = None


def run(words: Sequence[str], cwd: Path | None = None) -> Ran:
    """Run a command to its end; what it prints is thrown away, findings are no failure."""
    start = time.perf_counter()
    with subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=programs.environment(), cwd=cwd
    ) as process:
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(words[:4])} …: exit {process.returncode}\n{said.decode(errors='replace')[-2000:]}")
    return Ran(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def comparisons(there: programs.Peers, folder: Path) -> list[Comparison]:
    """All pairs of commands."""
    jdlint, cache = there.python("jdlint"), ["--cache-dir", str(folder / "cache")]
    one = inputs.one(folder)
    numbers = iter(range(time.time_ns(), sys.maxsize))

    def files(count: int, suffix: str) -> list[str]:
        return sorted(map(str, inputs.copies(folder, count, suffix).iterdir()))

    def changed() -> list[str]:
        return [jdlint, "check", *cache, str(inputs.changed(folder, next(numbers)))]

    contracts, again = there.python("contract-lint"), [jdlint, "check", *cache]
    blank = [there.python("jdlint", "python"), "-c", 'import spacy; spacy.blank("ru")']
    uncached = [jdlint, "check", "--no-cache", "--jobs", "2"]
    return [
        Comparison(
            "1a", "one unchanged file", lambda: [*again, str(one)], "contract-lint", lambda: [contracts, str(one)], 1.0
        ),
        Comparison(
            *("1b", "one unchanged file", lambda: [*again, str(one)], "markdownlint-cli2"),
            *(lambda: [there.node("markdownlint-cli2"), one.name], 0.35, folder),
        ),
        Comparison("1c", "one unchanged file", lambda: [*again, str(one)], "proselint", lambda: _proselint(there, one)),
        Comparison("2", "one changed file, cold", changed, "spacy.blank", lambda: blank, 1.30),
        Comparison(
            *("3a", "100 DOCX, no cache, two processes", lambda: [*uncached, *files(100, "docx")], "contract-lint"),
            *(lambda: [contracts, *files(100, "docx")], 1.5),
        ),
        Comparison(
            *("3b", "1,000 DOCX, unchanged", lambda: [*again, *files(1000, "docx")], "contract-lint"),
            *(lambda: [contracts, *files(1000, "docx")], 0.15),
        ),
        Comparison(
            *("3c", "100 DOCX, no cache, two processes", lambda: [*uncached, *files(100, "docx")], "lawdocx audit"),
            lambda: [there.python("lawdocx"), "audit", *files(100, "docx")],
        ),
        Comparison(
            *(
                "4",
                "1,000 Markdown files, no cache",
                lambda: [*uncached, *files(1000, "md")],
                "textlint, 2 rules",
            ),
            *(lambda: [there.node("textlint"), *files(1000, "md")], 0.5, there.node_folder),
        ),
    ]


def _proselint(there: programs.Peers, file: Path) -> list[str]:
    return [there.python("proselint"), "check", str(file)]


def compare(pair: Comparison, rounds: int) -> str:
    """A row of the table; a single pair, as of what takes half an hour, has no run before it."""
    if rounds > 1:
        run(pair.ours(), pair.cwd)
        run(pair.theirs(), pair.cwd)
    pairs = [(run(pair.ours(), pair.cwd), run(pair.theirs(), pair.cwd)) for _ in range(rounds)]
    ratio, told = _medians([(ours.seconds, theirs.seconds) for ours, theirs in pairs])
    _, processor = _medians([(ours.processor, theirs.processor) for ours, theirs in pairs])
    promised = "—" if pair.most is None else f"≤ {pair.most:.2f} {'yes' if ratio <= pair.most else '**no**'}"
    return f"| {pair.name} | {pair.what} | {pair.peer} | {told} | {promised} | {processor} | {rounds} |"


def _medians(pairs: Sequence[tuple[float, float]]) -> tuple[float, str]:
    """The median of the ratios, and the cells of a row: the medians of both, and that ratio."""
    ratio = statistics.median(a / b for a, b in pairs)
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    return ratio, f"{ours:.3f} | {theirs:.3f} | {ratio:.2f}"


def growth(sizes: Sequence[int], measure: Callable[[int], Ran]) -> tuple[list[Ran], float]:
    """Runs of growing size, and the exponent of processor time from the second size to the last: the first is all
    start.
    """
    runs = [measure(size) for size in sizes]
    first = 1 if len(sizes) > 2 else 0
    exponent = math.log(runs[-1].processor / runs[first].processor) / math.log(sizes[-1] / sizes[first])
    return runs, exponent


def grown(name: str, what: str, sizes: Sequence[int], measure: Callable[[int], Ran], most: float) -> list[str]:
    """The rows of one growing input."""
    runs, exponent = growth(sizes, measure)
    rows = [
        f"| {name} | {size:,} {what} | {ran.processor:.2f} | {ran.memory:.0f} |"
        for size, ran in zip(sizes, runs, strict=True)
    ]
    verdict = "yes" if exponent <= most else "**no**"
    return [*rows, f"| {name} | exponent {exponent:.2f} (≤ {most}) {verdict} | | |"]


def stages(there: programs.Peers, folder: Path) -> str:
    """Where the time of 100 uncached DOCX goes, as the program tells it."""
    words = [there.python("jdlint"), "check", "--no-cache", "--jobs", "2", "--profile", "--quiet", "--lang", "en"]
    done = subprocess.run(
        [*words, str(inputs.copies(folder, 100, "docx"))],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=programs.environment(),
        check=False,
    )
    return done.stderr.strip()


def merged(section: str, rows: Sequence[str]) -> str:
    """The rows of the page's table with these in place of those of the same name, or after them."""
    found = re.search(f"<!-- {section} -->(.*?)<!-- end of {section} -->", PAGE.read_text("utf-8"), re.DOTALL)
    held = [line for line in (found[1] if found else "").splitlines() if re.match(r"\| \d", line)]
    names = {row.split("|")[1] for row in rows}
    return "\n".join(sorted([*(row for row in held if row.split("|")[1] not in names), *rows], key=_order))


def _order(row: str) -> tuple[str, int]:
    """By name, then by size; the exponent of a growing input comes last."""
    size = re.match(r"\| \w+ \| ([\d,]+)", row)
    return row.split("|")[1], int(size[1].replace(",", "")) if size else sys.maxsize


def write(section: str, text: str) -> None:
    """Put a table between its marks in the page."""
    begin, end = f"<!-- {section} -->", f"<!-- end of {section} -->"
    page = PAGE.read_text("utf-8")
    PAGE.write_text(
        re.sub(f"{begin}.*?{end}", lambda _: f"{begin}\n{text}\n{end}", page, flags=re.DOTALL), "utf-8", newline="\n"
    )


def main() -> None:
    """Install, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", default="", help="rows to measure anew (1a … 4, 5, 6), and: stages")
    parser.add_argument("--folder", type=Path, default=Path("build/benchmarks"))
    parser.add_argument("--print", action="store_true", help="write nothing into the page")
    options = parser.parse_args()
    folder = options.folder.resolve()
    only = set(filter(None, options.only.split(",")))
    there = programs.install(folder / "programs")
    told = ", ".join(f"{name} {version}" for name, version in sorted(programs.versions(there).items()))
    jdlint = there.python("jdlint")
    rows = []
    for pair in comparisons(there, folder):
        if not only or pair.name in only:
            rows.append(compare(pair, options.rounds))
            print(rows[-1], flush=True)
    check = [jdlint, "check", "--no-cache"]
    grew: list[str] = []
    if not only or "5" in only:
        two = [*check, "--jobs", "2"]
        grew += grown("5", "Markdown files", _SIZES, lambda n: run([*two, str(inputs.copies(folder, n, "md"))]), 1.05)
    if not only or "6" in only:
        free = [*check, "--config", str(inputs.unlimited(folder))]
        grew += grown("6", "clauses", _CLAUSES, lambda n: run([*free, str(inputs.long(folder, n))]), 1.2)
    print("\n".join(grew))
    if options.print:
        return
    versions = f"{told}; Python {sys.version.split()[0]}, {os.cpu_count()} cores."
    if rows:
        write("ratios", f"{versions}\n\n{_RATIOS}{merged('ratios', rows)}")
    if grew:
        write("growth", f"{_GROWTH}{merged('growth', grew)}")
    if not only or "stages" in only:
        write("stages", f"```\n{stages(there, folder)}\n```")


if __name__ == "__main__":
    main()
