"""Whatever breaks around the program, it says so in a line, tells the truth by its exit code, and loses nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jdlint import linter as stages
from jdlint.linter import Linter
from jdlint.model.document import Document, Source

Put = Callable[[Mapping[str, str | bytes]], None]
BOMB = "бомба"
POSIX = pytest.mark.skipif(os.name == "nt", reason="this system has no such signals")
ROOT = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")


def command(*words: str) -> list[str]:
    """The real command."""
    return [sys.executable, "-m", "jdlint", *words]


@pytest.fixture
def deadly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents that kill the process that reads them, by their names."""
    timed, own = Linter.timed, os.getpid()

    def reading(linter: Linter, item: Any, *, text: bool = False) -> Any:
        if BOMB in str(getattr(item, "path", item)) and os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return timed(linter, item, text=text)

    monkeypatch.setattr(Linter, "timed", reading)


@POSIX
@pytest.mark.skipif(sys.platform != "linux", reason="processes are copies of this one on Linux only")
@pytest.mark.usefixtures("deadly")
def test_a_worker_is_killed(run: Callable[..., Any], put: Put, gardener: str) -> None:
    """The document in its hands is told as a fault, and the rest goes on."""
    names = [f"{n:02}.md" for n in range(9)]
    put(dict.fromkeys([*names, f"03-{BOMB}.md", f"07-{BOMB}.md"], gardener))
    told = run("check", ".", "--jobs", "2", "--no-cache", "--output-format", "json")
    read = {document["path"]: document["read"] for document in json.loads(told.out)["documents"]}

    assert 3 == told.code
    assert dict.fromkeys(names, True) | {f"03-{BOMB}.md": False, f"07-{BOMB}.md": False} == read
    assert [f"03-{BOMB}.md", f"07-{BOMB}.md"] == [line.split(":")[1].strip() for line in told.err.splitlines()]


@POSIX
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_stopped(
    run: Callable[..., Any],
    put: Put,
    gardener: str,
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
    code: int,
    jobs: str,
) -> None:
    """What was read until then is told, what was not is said to be so, and nothing is written."""
    put({f"{n}.md": gardener for n in range(6)})
    remembered, own = stages.load_document, os.getpid()

    def loading(source: Source) -> Document:
        if source.path == "3.md":
            os.kill(own, number)
            time.sleep(0.5)
        return remembered(source)

    monkeypatch.setattr(stages, "load_document", loading)
    words = ("--jobs", jobs, "--no-cache", "--baseline", "b.jsonl", "--write-baseline", "--output-format", "json")
    told = run("check", ".", *words)
    report = json.loads(told.out)
    read = [document["read"] for document in report["documents"]]

    assert code == told.code
    assert report["stopped"] is True
    assert jobs == "2" or [True, True, True, False] == read[:4]
    assert not all(read)
    assert f"прочитано документов — {sum(read)} из 6, отчёт неполон" in told.err
    assert not Path("b.jsonl").exists()


def test_a_stopped_report_for_people(run: Callable[..., Any], put: Put, gardener: str, monkeypatch: Any) -> None:
    """The summary says that the report is not complete; the next run is not told the half report again."""
    put({"1.md": gardener, "2.md": gardener})

    def stop(_: Source) -> Document:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(stages, "load_document", stop)
        assert "проверка остановлена, не прочитано: 2" in run("check", ".").out
    again = run("check", ".")

    assert (1, False) == (again.code, "остановлена" in again.out)


def test_a_library_call_is_not_swallowed(linter: Linter, monkeypatch: pytest.MonkeyPatch) -> None:
    """From Python an interrupt stays an interrupt."""
    from jdlint.lint import lint_with

    monkeypatch.setattr(stages, "load_document", lambda source: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        lint_with(linter, [Source("а.md", b"text")])


@POSIX
def test_the_reader_goes_away(put: Put, gardener: str) -> None:
    """A broken pipe is silent: no traceback, no complaint."""
    put({f"{n}.md": gardener for n in range(4)})
    script = f"{' '.join(map(str, command('check', '.', '--select', 'ALL')))} | true; echo ${{PIPESTATUS[0]}}"
    ran = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)

    assert ("", "0") == (ran.stderr, ran.stdout.strip())


@POSIX
def test_bare_surroundings(put: Put, desk: Path, gardener: str) -> None:
    """Without a home, a locale, UTF-8 mode or a terminal all is as ever."""
    put({"садовник.md": gardener})
    bare = {
        "PATH": os.environ["PATH"],
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "JDLINT_LANG": "ru",
    }
    words = command("check", "садовник.md", "--lang", "ru", "--output-format", "json", "--no-cache")
    told = [
        subprocess.run(words, env=env, capture_output=True, stdin=subprocess.DEVNULL, check=False)
        for env in (dict(os.environ), bare, bare | {"HOME": "/nowhere"})
    ]

    assert [1, 1, 1] == [ran.returncode for ran in told]
    assert told[0].stdout == told[1].stdout == told[2].stdout
    assert [b""] * 3 == [ran.stderr for ran in told]


def test_a_cache_that_cannot_be(run: Callable[..., Any], put: Put, gardener: str) -> None:
    """A cache folder that is a file, or below one, costs time and nothing else."""
    put({"садовник.md": gardener, "занято": "x"})
    plain = run("check", "садовник.md", "--no-cache")

    assert plain == run("check", "садовник.md", "--cache-dir", "занято")
    assert plain == run("check", "садовник.md", "--cache-dir", "занято/глубже")


@pytest.mark.parametrize("harm", ["garble", "delete"])
def test_a_cache_harmed_in_mid_run(
    run: Callable[..., Any], put: Put, desk: Path, gardener: str, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    """Entries that are spoiled or vanish while documents are read change nothing in the report."""
    put({f"{n}.md": gardener for n in range(4)})
    plain = run("check", ".", "--no-cache")
    load = stages.load_document

    def loading(source: Source) -> Document:
        for entry in [p for p in (desk / ".cache").rglob("*") if p.is_file()]:
            entry.write_bytes(b"\0garbage") if harm == "garble" else entry.unlink()
        return load(source)

    monkeypatch.setattr(stages, "load_document", loading)
    first = run("check", ".", "--cache-dir", ".cache")
    for entry in [p for p in (desk / ".cache").rglob("*") if p.is_file()]:
        entry.write_bytes(b"{}")

    assert plain == first == run("check", ".", "--cache-dir", ".cache")


def test_a_file_removed_while_reading(
    run: Callable[..., Any], put: Put, desk: Path, gardener: str, monkeypatch: Any
) -> None:
    """A document that was there when the folder was walked and is gone when its turn comes is told as unreadable."""
    put({"1.md": gardener, "2.md": gardener})
    load = stages.load_document

    def loading(source: Source) -> Document:
        (desk / "2.md").unlink(missing_ok=True)
        return load(source)

    monkeypatch.setattr(stages, "load_document", loading)
    told = run("check", ".", "--no-cache", "--jobs", "1", "--output-format", "concise")

    assert 1 == told.code
    assert "2.md:1:1: DOC001" in told.out


def test_a_file_that_changes_while_it_is_read(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A torn reading is not taken for the document: it is read again, and given up when it never settles."""
    from jdlint import discover
    from jdlint.errors import LoadError

    path = desk / "а.md"
    path.write_bytes(b"1" * 10)
    turns = []

    def reading(file: Any) -> bytes:
        turns.append(1)
        if len(turns) < 2:
            path.write_bytes(b"2" * 30)
        return bytes(file.read())

    monkeypatch.setattr(discover, "_bounded", reading)
    assert b"2" * 30 == discover.read_source(path).data

    monkeypatch.setattr(
        discover, "_bounded", lambda file: path.write_bytes(b"3" * len(turns)) or turns.append(1) or b""
    )
    with pytest.raises(LoadError, match="меняется"):
        discover.read_source(path)


@POSIX
def test_a_full_disk(put: Put, desk: Path, gardener: str) -> None:
    """No room for a report, a mended file or a baseline: one line, exit code 2, the old files whole."""
    import resource

    text = gardener.replace("____________ дорожки", "подметает дорожки..") + "<!-- жук -->\n" * 3000
    put({"садовник.md": text})

    def narrow() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (50, 50))

    for words in (
        ("--output-format", "json=отчёт.json"),
        ("--baseline", "b.jsonl", "--write-baseline"),
        ("--select", "ALL", "--fix", "--unsafe-fixes"),
    ):
        ran = subprocess.run(
            command("check", ".", "--no-cache", "--lang", "ru", *words),
            preexec_fn=narrow,
            capture_output=True,
            text=True,
            check=False,
        )
        wrote_nothing = words[0] == "--select" and ran.returncode in (0, 1)

        assert "Traceback" not in ran.stderr
        assert wrote_nothing or (2, 1) == (ran.returncode, len(ran.stderr.splitlines())), (words, ran)
        assert {"садовник.md"} == {p.name for p in desk.iterdir() if p.is_file()}
        assert text == (desk / "садовник.md").read_text("utf-8")


@ROOT
def test_read_only_folders(run: Callable[..., Any], put: Put, desk: Path, gardener: str) -> None:
    """What cannot be written is told in one line with exit code 2; checking itself needs no rights to write."""
    put({"садовник.md": gardener})
    desk.chmod(0o500)
    try:
        checked = run("check", ".")
        refused = run("check", ".", "--baseline", "b.jsonl", "--write-baseline")
    finally:
        desk.chmod(0o700)

    assert 1 == checked.code
    assert 2 == refused.code
