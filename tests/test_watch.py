"""`--watch` checks again when something it depends on changes, and only then."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 60
Put = Callable[[Mapping[str, str | bytes]], None]


# A program started in the background of a shell that has no job control never hears of Ctrl+C; this one does.
HEEDING = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from jdlint.cli import main
sys.exit(main())
"""


class Watcher:
    """A running `jdlint check --watch`."""

    def __init__(self, *words: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", HEEDING, "check", "--watch", "--lang", "en", "--output-format", "concise", *words],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        assert self.process.stdout is not None
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.process.stdout, selectors.EVENT_READ)

    def told(self) -> str:
        """What one check told, once it waits for changes again."""
        assert self.process.stdout is not None
        told, until = b"", time.monotonic() + PATIENCE
        while not told.endswith(b"Ctrl+C stops\n"):
            assert time.monotonic() < until, told.decode()
            if self.selector.select(1):
                chunk = os.read(self.process.stdout.fileno(), 65536)
                assert chunk, told.decode()
                told += chunk
        return told.decode()

    def silent(self, seconds: float) -> bool:
        """Whether nothing is told for so long."""
        return not self.selector.select(seconds)

    def stop(self) -> int:
        """The exit code after Ctrl+C."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(PATIENCE)
        assert self.process.stdout is not None
        self.process.stdout.close()
        self.selector.close()
        return code


@pytest.fixture
def watch(desk: Path) -> Iterator[Callable[..., Watcher]]:
    """Start watchers on the desk; those still running are stopped."""
    assert desk.is_dir()
    started: list[Watcher] = []

    def start(*words: str) -> Watcher:
        started.append(Watcher(*words))
        return started[-1]

    yield start
    for watcher in started:
        if watcher.process.poll() is None:
            watcher.stop()


def test_watch(watch: Callable[..., Watcher], put: Put, desk: Path, gardener: str) -> None:
    """A document mended, added, or met by other settings is checked again; a wrong setting is told and waited out."""
    put({"a.md": gardener, "notes.txt": "x"})
    watcher = watch("--select", "BLK", ".")

    assert "a.md:10:1: BLK001" in watcher.told()
    put({"a.md": gardener.replace("____________", "метёт")})
    assert "1 document: nothing found" in watcher.told()
    put({"b.md": gardener})
    assert "b.md:10:1: BLK001" in watcher.told()
    put({".jdlint.yaml": "exclde: [b.md]\n"})
    assert ".jdlint.yaml:1:1:" in watcher.told()
    put({".jdlint.yaml": "exclude: [b.md]\n"})
    assert "1 document: nothing found" in watcher.told()
    put({"notes.txt": "y"})
    assert watcher.silent(1.5)
    assert 0 == watcher.stop()


def test_watch_does_not_wake_itself(watch: Callable[..., Watcher], put: Put, desk: Path, gardener: str) -> None:
    """A report written beside the documents is no change."""
    put({"a.md": gardener})
    watcher = watch("--output-format", "markdown=report.md", "a.md")

    watcher.told()
    assert (desk / "report.md").is_file()
    assert watcher.silent(1.5)
    assert 0 == watcher.stop()


@pytest.mark.parametrize(
    ("words", "why"), [(("-", "--stdin-filename", "a.md"), "стандартным вводом"), (("нет",), "нет")]
)
def test_wrong_calls(run: Callable[..., Any], words: tuple[str, ...], why: str) -> None:
    """Standard input and what is not there cannot be watched."""
    ran = run("check", "--watch", *words)

    assert (2, "") == (ran.code, ran.out)
    assert why in ran.err


def test_without_the_extra(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without watchfiles the call says what to install."""
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = run("check", "--watch", ".")

    assert (2, "") == (ran.code, ran.out)
    assert "pip install 'jdlint[watch]'" in ran.err
