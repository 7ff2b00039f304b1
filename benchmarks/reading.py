"""Time and memory of reading Word files against bare unpacking and parsing of the same parts.

    python benchmarks/reading.py FILE_OR_FOLDER … [--rounds N]

For every DOCX the best of N rounds of `jdlint.load.docx.load` is divided by the best of N rounds of `zipfile` and
`lxml.etree.fromstring` over the parts that the loader reads. Exit code 1 when a bound is missed.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from jdlint.load.docx import load
from jdlint.model.document import Source

MOST_TIME = 6.0
MOST_MEMORY = 20.0
_READ = ("document", "styles", "numbering", "header", "footer", "footnotes", "endnotes")


def parts(data: bytes) -> list[str]:
    """The parts of a file that the loader reads, relations included."""
    with ZipFile(io.BytesIO(data)) as archive:
        names = [n for n in archive.namelist() if n.startswith("word/") and n.count("/") == 1 and n.endswith(".xml")]
        read = [n for n in names if Path(n).stem.rstrip("0123456789") in _READ]
        return [*read, *(n for n in ("_rels/.rels", "word/_rels/document.xml.rels") if n in archive.namelist())]


def bare(data: bytes, names: Sequence[str]) -> None:
    """Unpack and parse, no more."""
    with ZipFile(io.BytesIO(data)) as archive:
        for name in names:
            etree.fromstring(archive.read(name))


def best(work: Callable[[], object], rounds: int) -> float:
    """Seconds of the fastest round."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def peak(work: Callable[[], object]) -> int:
    """Bytes that Python holds at most while the work is done."""
    tracemalloc.start()
    work()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the medians, tell whether the bounds hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args(arguments)
    files = [f for p in options.paths for f in (sorted(p.rglob("*.docx")) if p.is_dir() else [p])]
    ratios, memories, times = [], [], []
    for file in files:
        source = Source(file.name, file.read_bytes())
        names = parts(source.data)
        load(source)
        ours = best(lambda source=source: load(source), options.rounds)  # type: ignore[misc]
        theirs = best(lambda source=source, names=names: bare(source.data, names), options.rounds)  # type: ignore[misc]
        with ZipFile(io.BytesIO(source.data)) as archive:
            size = sum(archive.getinfo(n).file_size for n in names)
        times.append(ours * 1000)
        ratios.append(ours / theirs)
        memories.append(peak(lambda source=source: load(source)) / size)  # type: ignore[misc]
    print(f"files {len(files)}  median {statistics.median(times):.1f} ms")
    print(
        f"time against bare parsing: median {statistics.median(ratios):.1f}, most {max(ratios):.1f} (bound {MOST_TIME})"
    )
    middle = statistics.median(memories)
    print(f"memory against XML size: median {middle:.1f}, most {max(memories):.1f} (bound {MOST_MEMORY})")
    return 0 if statistics.median(ratios) <= MOST_TIME and max(memories) <= MOST_MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
