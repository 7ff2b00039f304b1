"""No document costs more than the limits: it ends in a finding, and the others are checked."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jdlint import budget
from jdlint import linter as stages
from jdlint.annotate.morphology import Morphology
from jdlint.annotate.search import Phrases, TokenSearch
from jdlint.budget import within
from jdlint.errors import LimitError, LoadError
from jdlint.load import load_document
from jdlint.model.document import Document, Source
from jdlint.model.limits import Limits
from jdlint.settings import load_settings

Put = Callable[[Mapping[str, str | bytes]], None]
SLOW, LARGE = "вечность", "прорва"


@pytest.fixture
def costly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents whose reading takes for ever, or all memory, by their names and by a clock that leaps."""
    load = stages.load_document
    skipped = [0.0]
    monkeypatch.setattr(budget, "_worked", lambda: lambda: sum(skipped))

    def loading(source: Source) -> Document:
        while SLOW in source.path:
            skipped.append(1000.0)
            time.sleep(0.01)
        hoard: list[bytes] = []
        while LARGE in source.path:
            hoard.append(b"x" * 2**22)
        return load(source)

    monkeypatch.setattr(stages, "load_document", loading)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("name", "limits", "why"),
    [(SLOW, "{seconds: 200}", "больше 200 с"), (LARGE, "{memory: 400}", "больше 400 МБ")],
)
@pytest.mark.usefixtures("costly")
def test_a_document_over_the_limit(
    run: Callable[..., Any], put: Put, gardener: str, jobs: str, name: str, limits: str, why: str
) -> None:
    """It is told by DOC006, with one process or several; the documents around it are checked."""
    put({".jdlint.yaml": f"limits: {limits}\n"} | dict.fromkeys(("а.md", f"б-{name}.md", "в.md"), gardener))
    told = run("check", ".", "--output-format", "concise", "--jobs", jobs, "--cache-dir", ".cache")
    lines = {code: [line for line in told.out.splitlines() if code in line] for code in ("DOC006", "STR001")}

    assert 1 == told.code
    assert [(f"б-{name}.md", True)] == [(line.split(":")[0], why in line) for line in lines["DOC006"]]
    assert ["а.md", "в.md"] == [line.split(":")[0] for line in lines["STR001"]]


def test_it_is_tried_again(
    run: Callable[..., Any], put: Put, gardener: str, costly: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a clock decided is not remembered."""
    put({".jdlint.yaml": "limits: {seconds: 200}\n", f"{SLOW}.md": gardener})
    assert "DOC006" in run("check", ".").out

    monkeypatch.setattr(stages, "load_document", load_document)
    assert "DOC006" not in run("check", ".").out


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no alarm")
def test_a_regular_expression_is_interrupted() -> None:
    """The alarm reaches the main thread in the middle of an expression of our own."""
    with pytest.raises(LimitError), within(Limits(seconds=1)):
        re.fullmatch(r"(а+)+б", "а" * 60)


@pytest.mark.parametrize("alarm", [True, False])
def test_a_busy_machine_is_no_fault_of_a_document(monkeypatch: pytest.MonkeyPatch, *, alarm: bool) -> None:
    """Time that other programs have does not count; only who waits far beyond the limit is given up."""
    passed = [0.0]
    monkeypatch.setattr(budget, "_now", lambda: passed[0])
    monkeypatch.setattr(budget, "_is_main_thread", lambda: alarm)

    def wait(seconds: float, turns: int) -> None:
        passed[0] += seconds
        for _ in range(turns):
            time.sleep(0.05)

    with within(Limits(seconds=60)):
        wait(590, 10)
    with pytest.raises(LimitError, match="за 600 с по часам"), within(Limits(seconds=60)):
        wait(610, 10_000)


@pytest.mark.usefixtures("costly")
@pytest.mark.parametrize(
    ("name", "limits", "why"), [(SLOW, Limits(200), "больше 200 с"), (LARGE, Limits(memory=400), "больше 400 МБ")]
)
def test_without_an_alarm(lint_sources: Callable[..., Any], gardener: str, name: str, limits: Limits, why: str) -> None:
    """Outside the main thread, as in an editor's server, and where the system has no alarm, the limits hold too."""
    sources = [Source(f"{path}.md", gardener.encode()) for path in ("а", name, "в")]
    told: list[Any] = []
    thread = threading.Thread(target=lambda: told.append(lint_sources(sources, limits=limits)))
    thread.start()
    thread.join()
    (report,) = told
    costly = [(f.place.path, why in f.values["missing"]) for f in report.findings if f.code == "DOC006"]

    assert [(f"{name}.md", True)] == costly
    assert {"а.md", "в.md"} == {f.place.path for f in report.findings if f.code == "STR001"}
    assert ["MainThread"] == [t.name for t in threading.enumerate() if "jdlint" in t.name or t.name == "MainThread"]


def test_told_too_late_is_not_told_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is over when the limit is noticed ends well: nothing arrives after it, in a thread of any number."""
    monkeypatch.setattr(budget, "_is_main_thread", lambda: False)
    monkeypatch.setattr(budget, "_TICK", 0.0005)
    monkeypatch.setattr(budget, "_worked", lambda: iter([0.0, *[1000.0] * 9]).__next__)
    for _ in range(200):
        try:
            with within(Limits(seconds=1)):
                time.sleep(0.0005)
        except LimitError:
            continue
    for _ in range(1000):
        time.sleep(0)


def test_tracing_goes_on_afterwards() -> None:
    """Debuggers and coverage work on where a second thread has looked, told or not."""
    script = """
import sys, threading, time
from jdlint import budget
from jdlint.errors import LimitError
from jdlint.model.limits import Limits

def look():
    for wait in (0.0, 1.5):
        try:
            with budget.within(Limits(seconds=1)):
                end = time.thread_time() + wait
                while time.thread_time() < end:
                    pass
        except LimitError:
            print("told")
    sys.settrace(lambda *_: None)
    print((lambda: "traced")())

thread = threading.Thread(target=look)
thread.start()
thread.join()
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)

    assert ["told", "traced"] == done.stdout.split()


def test_what_the_system_refuses() -> None:
    """An allocation that the system denies is a document over the limit, not a failure of ours."""
    with pytest.raises(LimitError, match="МБ"), within(Limits()):
        raise MemoryError


def test_nothing_is_left_behind() -> None:
    """Within the limits nothing happens, during or after."""
    with within(Limits(seconds=1)):
        pass
    end = time.process_time() + 1.2
    while time.process_time() < end:
        pass


@pytest.mark.parametrize("told", ["{seconds: 0}", "{memory: 1}", "{seconds: много}", "{минут: 3}", "60"])
def test_wrong_limits(run: Callable[..., Any], put: Put, told: str) -> None:
    """What cannot be a limit is told with its line."""
    put({".jdlint.yaml": f"lang: ru\nlimits: {told}\n"})
    ran = run("check", ".")

    assert 2 == ran.code
    assert ".jdlint.yaml:2:" in ran.err


def test_limits_of_settings(put: Put, desk: Path) -> None:
    """What settings do not say stays as it is, and extended settings are completed."""
    put({"общее.yaml": "limits: {memory: 300}\n", ".jdlint.yaml": "extends: общее.yaml\nlimits: {seconds: 5}\n"})

    assert Limits(5, 300) == load_settings(desk / ".jdlint.yaml").limits


def test_show_has_limits_too(run: Callable[..., Any], put: Put, costly: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """So have the commands that read one document."""
    monkeypatch.setattr("jdlint.load.load_document", stages.load_document)  # as `costly` has it
    put({".jdlint.yaml": "limits: {seconds: 200}\n", f"{SLOW}.md": "# Кок\n"})
    ran = run("show", f"{SLOW}.md")

    assert (2, True) == (ran.code, "больше 200 с" in ran.err)


def test_a_large_file(run: Callable[..., Any], put: Put, desk: Path, gardener: str) -> None:
    """A file larger than any job description is not taken into memory."""
    put({"садовник.md": gardener})
    with (desk / "журнал.md").open("wb") as file:
        file.truncate(2**34)
    told = run("check", ".", "--output-format", "concise").out

    assert "журнал.md:1:1: DOC001" in told
    assert "больше 64 МБ" in told
    assert "садовник.md" in told


def test_endless_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is a device that never ends."""
    from jdlint.discover import read_source

    with pytest.raises(LoadError, match="больше 64 МБ"):
        read_source(Path("/dev/zero"))


BROKEN_OFF = "обрыв.md"


@pytest.mark.parametrize("place", ["first steps", "compiling", "looking"])
def test_what_is_broken_off_harms_no_other(
    lint_sources: Callable[..., Any], gardener: str, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """A document that is given up at any moment leaves nothing half made behind: the next is checked as ever."""
    told = [f for f in lint_sources([Source("а.md", gardener.encode())]).findings if f.place.path == "а.md"]
    functions = {
        "first steps": (Morphology, "_lexeme", 3),
        "compiling": (Phrases, "_steps", 1),
        "looking": (TokenSearch, "_find", 9),
    }
    owner, name, turn = functions[place]
    real = getattr(owner, name)
    turns: list[str] = []

    def breaking(*args: Any) -> Any:
        turns.append(name)
        if len(turns) == turn:
            raise LimitError("вышло время", "time is up")
        return real(*args)

    monkeypatch.setattr(owner, name, breaking)
    report = lint_sources([Source(BROKEN_OFF, gardener.encode()), Source("а.md", gardener.encode())])

    assert [(BROKEN_OFF, "DOC006")] == [(f.place.path, f.code) for f in report.findings if f.place.path != "а.md"]
    assert told == [f for f in report.findings if f.place.path == "а.md"]
