"""How many small defects in the code do its tests notice? `python benchmarks/mutants.py [--count N] [--seed S]`.

Runs the tests that work in one process once, noting which lines each of them reaches. Then takes a random sample of the
changes that can be made in `check`, `segment` and `load` (`mutation.py`), makes each alone in a copy of the tree, and
runs the tests that reach the line, the quickest first, until one fails or those that take two minutes have passed.
Prints a line for each mutant as JSON, and last the share of those killed with its 95 % interval (Wilson). `--reached
FILE` keeps the notes for the next time, `--within PATH …` takes changes of these modules or folders of `jdlint` alone.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib
import itertools
import json
import math
import os
import random
import resource
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import pytest
from coverage import Coverage, CoverageData
from mutation import Site, changed, sites

ROOT: Final = Path(__file__).parent.parent
COPIED: Final = (
    "src",
    "rules",
    "schemas",
    "samples",
    "tests",
    "fuzz",
    "pyproject.toml",
    "docs",
    "README.md",
    "README.ru.md",
)
PARTS: Final = ("check", "segment", "load")
# What starts processes, browsers or servers is left out: it takes long and tells of a change last.
TESTS: Final = (
    *(f"tests/{part}" for part in (*PARTS, "facts", "fix", "title", "annotate", "standard", "rulebook", "comment")),
    *(f"tests/test_{name}.py" for name in ("coverage", "rules", "samples", "span", "suppress", "invented", "api")),
)
FIRST: Final = 30
MOST_SECONDS: Final = 120.0
# Of the processor: on a busy machine, or one that is stopped meanwhile, the clock tells nothing.
MOST_PROCESSOR: Final = 400
LIBRARIES: Final = (
    "spacy",
    "pymorphy3",
    "docx",
    "lxml.etree",
    "ruamel.yaml",
    "markdown_it",
    "regex",
    "rapidfuzz",
    "openpyxl",
    "jsonschema",
    "pathspec",
)


def prepared(folder: Path) -> None:
    """Have rules and language ready in this process, which those that run tests are copies of: none of it is changed.

    Nothing of the parts that are changed may be imported here.
    """
    sys.path.insert(0, str(folder / "src"))
    rulebook: Any = importlib.import_module("jdlint.rulebook")
    annotate: Any = importlib.import_module("jdlint.annotate")
    ours, vocab, load = [rulebook.rules_folder()], annotate.russian_vocab(), rulebook.load_rulebook
    known = load(ours)
    rulebook.load_rulebook = lambda folders, **told: known if folders == ours and not told else load(folders, **told)
    annotate.russian_vocab = lambda: vocab
    if early := [name for name in sys.modules if name.startswith(tuple(f"jdlint.{part}" for part in PARTS))]:
        sys.exit(f"imported too early: {early}")


class Notes:
    """A plugin of pytest that notes which lines each test reaches and what it took."""

    def __init__(self, folder: Path) -> None:
        self.seconds: dict[str, float] = {}
        self.lines = Coverage(config_file=False, data_file=str(folder / "reached"), source_pkgs=["jdlint"])

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Called by pytest before a test and what it needs."""
        self.lines.switch_context(nodeid)

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Called by pytest for each step of a test."""
        if report.when == "call" and report.passed:
            self.seconds[report.nodeid] = report.duration


def reached(folder: Path) -> dict[str, dict[str, list[str]]]:
    """For each module and line the tests that reach it and pass, the quickest first, as many as may be run; for what
    runs when a module is imported (line 0) of those that reach any line of it.
    """
    durations = folder / "durations.json"
    child = os.fork()
    if not child:
        notes = Notes(folder)
        notes.lines.start()
        _tests(folder, TESTS, notes)
        notes.lines.stop()
        notes.lines.save()
        durations.write_text(json.dumps(notes.seconds), "utf-8")
        os._exit(0)
    os.waitpid(child, 0)
    seconds = json.loads(durations.read_text("utf-8"))
    data = CoverageData(str(folder / "reached"))
    data.read()
    out: dict[str, dict[str, list[str]]] = {}
    for module in data.measured_files():
        told = {line: set(tests) & set(seconds) for line, tests in data.contexts_by_lineno(module).items()}
        told[0] = set().union(*told.values())
        name = Path(module).relative_to(folder).as_posix()
        out[name] = {str(line): _quickest(tests, seconds) for line, tests in told.items() if tests}
    return out


def _quickest(tests: Iterable[str], seconds: Mapping[str, float]) -> list[str]:
    """Of these tests the quickest that take as long as is allowed, together."""
    ordered = sorted(tests, key=lambda test: (seconds[test], test))
    ends = itertools.accumulate(seconds[test] for test in ordered)
    return [test for test, end in zip(ordered, ends, strict=True) if end <= MOST_SECONDS]


def outcome(folder: Path, site: Site, tests: Sequence[str]) -> str:
    """What noticed the change: `a few` or `many` of the tests that reach it, `timeout`, or nothing."""
    file = folder / site.module
    source = file.read_text("utf-8")
    file.write_text(changed(source, site), "utf-8")
    try:
        few, many = tests[:FIRST], tests[FIRST:]
        return (failing(folder, few) and "a few") or (failing(folder, many) and "many")
    finally:
        file.write_text(source, "utf-8")


def failing(folder: Path, tests: Sequence[str]) -> bool:
    """Whether one of these tests fails or takes too long, in a copy of this process, which has all libraries but ours
    imported already.
    """
    if not tests:
        return False
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (MOST_PROCESSOR, MOST_PROCESSOR))
        os._exit(_tests(folder, ["-x", *tests]))
    return bool(os.waitpid(child, 0)[1])


def _tests(folder: Path, words: Sequence[str], *plugins: object) -> int:
    """Run tests on the code of that folder; 0 when all is well."""
    os.chdir(folder)
    sys.path.insert(0, str(folder / "src"))
    os.environ["PYTHONPATH"] = str(folder / "src")  # of the processes that tests start
    void = os.open(os.devnull, os.O_WRONLY)
    os.dup2(void, 1)
    os.dup2(void, 2)
    with contextlib.suppress(BaseException):
        return int(pytest.main(["-q", "-n0", "-p", "no:cacheprovider", *words], plugins=list(plugins)))
    return 1


def main() -> None:
    """Sample, run, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=240)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reached", type=Path)
    parser.add_argument("--within", nargs="+", default=PARTS, metavar="PATH", help="modules or folders (check/cite.py)")
    told = parser.parse_args()
    sys.dont_write_bytecode = True
    for library in LIBRARIES:
        importlib.import_module(library)
    chosen = [ROOT / "src/jdlint" / part for part in told.within]
    modules = sorted({p for path in chosen for p in ([path] if path.is_file() else path.rglob("*.py"))})
    known = [s for p in modules for s in sites(p.relative_to(ROOT).as_posix(), ast.parse(p.read_text("utf-8")))]
    sample = random.Random(told.seed).sample(known, min(told.count, len(known)))  # noqa: S311 nothing secret
    with tempfile.TemporaryDirectory(prefix="jdlint-mutants-") as scratch:
        folder = _copy(Path(scratch) / "tree")
        prepared(folder)
        if told.reached and told.reached.exists():
            tests = json.loads(told.reached.read_text("utf-8"))
        else:
            tests = reached(folder)
            if told.reached:
                told.reached.write_text(json.dumps(tests), "utf-8")
        killed = 0
        for site in sample:
            lines = tests.get(site.module, {})
            killer = outcome(folder, site, lines.get(str(site.line), lines.get("0", [])))
            killed += bool(killer)
            print(json.dumps({**asdict(site), "killed": killer}), flush=True)
    count = len(sample)
    low, high = interval(killed, count)
    print(f"{killed} of {count} killed, of {len(known)} places: {killed / count:.1%} ({low:.1%} to {high:.1%})")


def interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    z = 1.96
    share = hits / of
    centre, spread = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (centre - spread) / (1 + z * z / of), (centre + spread) / (1 + z * z / of)


def _copy(folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in COPIED:
        there = ROOT / name
        if there.is_dir():
            shutil.copytree(there, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif there.exists():
            shutil.copy(there, folder / name)
    return folder


if __name__ == "__main__":
    main()
