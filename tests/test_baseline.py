"""What was accepted before is marked, never counted, and never grows by itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jdlint.baseline import read_baseline, written
from jdlint.cli import accept
from jdlint.cli.output import deliver
from jdlint.errors import RulebookError
from jdlint.lock import locked
from jdlint.model.baseline import Accepted

POSIX = pytest.mark.skipif(os.name == "nt", reason="this system has no such locks")
Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]
OLD = """\
# Должностная инструкция фонарщика

## 1. Общие положения

1.1. Фонарщик подчиняется непосредственно смотрителю маяка и капитану порта.

## 2. Должностные обязанности

2.1. Зажигает ____________ фонари.
2.2. Чистит стёкла.
"""
FILE = "old.jsonl"
CHECK = ("check", ".", "--select", "SUP001,BLK001,DOC", "--output-format", "json", "--baseline", FILE)


def marks(ran: Any) -> dict[tuple[str, str], bool]:
    """For each finding of a JSON report whether it was accepted before."""
    return {(f["path"], f["code"]): f.get("baseline", False) for f in json.loads(ran.out)["findings"]}


@pytest.fixture
def accepted(run: Run, put: Put) -> Run:
    """A command on a desk whose findings have all been accepted."""
    put({"a.md": OLD, "b.md": OLD})
    assert 0 == run(*CHECK, "--write-baseline").code
    return run


def test_writing(run: Run, put: Put, desk: Path) -> None:
    """All findings are accepted: the run is clean, the file says what was accepted, a line at a time, in order."""
    put({"b.md": OLD, "a.md": OLD})
    ran = run(*CHECK, "--write-baseline")
    lines = [json.loads(line) for line in (desk / FILE).read_text("utf-8").splitlines()]

    assert 0 == ran.code
    assert "old.jsonl: принято замечаний — 4, добавлено — 4, убрано — 0\n" == ran.err
    assert {"jdlint-baseline": 1} == lines[0]
    assert [("a.md", "BLK001"), ("a.md", "SUP001"), ("b.md", "BLK001"), ("b.md", "SUP001")] == [
        (entry["path"], entry["code"]) for entry in lines[1:]
    ]
    assert "подчиняется" in lines[2]["quote"]
    assert all(marks(ran).values())


def test_marked_and_not_counted(accepted: Run, put: Put) -> None:
    """Accepted findings stay in the report, marked; a new one fails the run and does not enter the file."""
    again = accepted(*CHECK)
    put({"c.md": OLD})
    more, twice = accepted(*CHECK), accepted(*CHECK)

    assert 0 == again.code
    assert {True} == set(marks(again).values())
    assert 1 == more.code == twice.code
    assert {("c.md", "SUP001"), ("c.md", "BLK001")} == {key for key, old in marks(more).items() if not old}


def test_survives_moved_and_renumbered_clauses(accepted: Run, put: Put) -> None:
    """A clause in another place, section and under another number is still the accepted one."""
    moved = """\
# Должностная инструкция фонарщика

Введена с мая.

## 1. Общие положения

1.1. Фонарщик знает устройство маяка.
1.2. Фонарь бывает с линзой и без линзы.
1.3. Фонарщик подчиняется непосредственно смотрителю маяка и капитану порта.

## 2. Права

2.1. Просить масло.

## 3. Должностные обязанности

3.1. Чистит стёкла.
3.2. Зажигает ____________ фонари.
"""
    put({"a.md": moved})
    ran = accepted(*CHECK)

    assert (0, {True}) == (ran.code, set(marks(ran).values()))
    assert "" == ran.err


def test_started_elsewhere(accepted: Run, desk: Path, monkeypatch: pytest.MonkeyPatch, put: Put) -> None:
    """From a subfolder, by full paths or one by one, the same files hold the same findings."""
    put({"п/a.md": OLD})
    accepted(*CHECK, "--write-baseline")
    monkeypatch.chdir(desk / "п")
    words = ("--select", "SUP001,BLK001", "--baseline", "../old.jsonl")

    assert (0, "") == ((ran := accepted("check", "a.md", *words)).code, ran.err)
    assert (0, "") == ((ran := accepted("check", str(desk), *words)).code, ran.err)
    assert (0, "") == ((ran := accepted("check", "../b.md", *words)).code, ran.err)


def test_stale_entries_are_told(accepted: Run, put: Put, desk: Path) -> None:
    """What is no longer found is told and left in the file; files and rules that were not looked at are not stale."""
    before = (desk / FILE).read_bytes()
    put({"a.md": OLD.replace(" и капитану порта", "")})
    told = accepted(*CHECK)
    en = accepted(*CHECK, "--lang", "en")
    other = accepted("check", "b.md", "--select", "BLK001", "--baseline", FILE)
    unselected = accepted("check", ".", "--select", "BLK001", "--baseline", FILE)

    assert 0 == told.code
    assert (
        "old.jsonl: принятых замечаний, которых больше нет, — 1; их убирает --prune-baseline\n  a.md SUP001 «"
        in told.err
    )
    assert "1 accepted findings are gone" in en.err
    assert ("", "") == (other.err, unselected.err)
    assert before == (desk / FILE).read_bytes()


def test_pruning(accepted: Run, put: Put, desk: Path) -> None:
    """Pruning drops what is gone, of the files and rules looked at, and adds nothing."""
    put({"a.md": OLD.replace(" и капитану порта", ""), "c.md": OLD, "b.md": "# Должностная инструкция фонарщика\n"})
    ran = accepted("check", "a.md", "c.md", "--select", "SUP001,BLK001", "--baseline", FILE, "--prune-baseline")
    held = {(e.path, e.code) for e in read_baseline(desk / FILE)}

    assert 1 == ran.code
    assert "принято замечаний — 3, добавлено — 0, убрано — 1" in ran.err
    assert {("a.md", "BLK001"), ("b.md", "BLK001"), ("b.md", "SUP001")} == held


def test_pruning_a_file_that_is_gone(accepted: Run, desk: Path) -> None:
    """Entries of a file that is no longer there are stale."""
    (desk / "b.md").unlink()
    told = accepted(*CHECK)
    accepted(*CHECK, "--prune-baseline")

    assert "b.md SUP001" in told.err
    assert {"a.md"} == {e.path for e in read_baseline(desk / FILE)}


def test_writing_again(accepted: Run, put: Put, desk: Path) -> None:
    """Written again, the file gains what is new, loses what is gone, and keeps what was not looked at."""
    put({"a.md": OLD.replace("2.2. Чистит", "2.2. Чистит ____________").replace(" и капитану порта", "")})
    ran = accepted("check", "a.md", "--select", "SUP001,BLK001", "--baseline", FILE, "--write-baseline")
    held = [(e.path, e.code) for e in read_baseline(desk / FILE)]

    assert "принято замечаний — 4, добавлено — 1, убрано — 1" in ran.err
    assert [("a.md", "BLK001"), ("a.md", "BLK001"), ("b.md", "BLK001"), ("b.md", "SUP001")] == held


def test_what_a_document_allows_is_not_accepted_too(run: Run, put: Put, desk: Path) -> None:
    """A finding allowed in the document needs no entry, and an entry for it is stale."""
    allowed = OLD.replace("1.1.", "<!-- jdlint: allow SUP001 -- приказ -->\n1.1.")
    put({"a.md": OLD})
    run(*CHECK, "--write-baseline")
    put({"a.md": allowed})
    told = run(*CHECK)
    run(*CHECK, "--write-baseline")

    assert "a.md SUP001" in told.err
    assert ["BLK001"] == [e.code for e in read_baseline(desk / FILE)]


def test_named_in_settings(run: Run, put: Put) -> None:
    """Settings may name the file, counted from themselves; a run without the options then obeys it."""
    put({"a.md": OLD, ".jdlint.yaml": f"baseline: {FILE}\nselect: [SUP001]\n"})

    assert 2 == run("check", "a.md").code
    assert 0 == run("check", "a.md", "--write-baseline").code
    assert 0 == run("check", "a.md").code
    put({"a.md": OLD.replace("капитану", "боцману")})
    assert 1 == run("check", "a.md").code


def test_the_file_behind_a_remembered_report(accepted: Run, desk: Path) -> None:
    """A changed baseline is seen, although no document has changed."""
    first, second = accepted(*CHECK), accepted(*CHECK)
    (desk / FILE).write_text('{"jdlint-baseline": 1}\n')

    assert first == second
    assert 1 == accepted(*CHECK).code


def test_nothing_is_written_after_a_failure(
    accepted: Run, put: Put, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run in which something of ours failed accepts nothing."""
    before = (desk / FILE).read_bytes()
    put({"a.md": OLD + "\n\n3. Сломается\n"})

    def fail(plain: str, *_: object) -> tuple[()]:
        if "Сломается" in plain:
            raise ZeroDivisionError
        return ()

    monkeypatch.setattr("jdlint.load.markdown.find_blanks", fail)
    ran = accepted(*CHECK, "--write-baseline")

    assert 3 == ran.code
    assert before == (desk / FILE).read_bytes()


@pytest.mark.parametrize(
    ("words", "ru", "en"),
    [
        (("--write-baseline",), "--baseline ФАЙЛ", "--baseline FILE"),
        (("--prune-baseline",), "--baseline ФАЙЛ", "--baseline FILE"),
        (("--baseline", "нет.jsonl"), "--write-baseline", "--write-baseline makes one"),
        (("--baseline", "нет.jsonl", "--prune-baseline"), "--write-baseline", "--write-baseline makes one"),
        (("--baseline", FILE, "--write-baseline", "--prune-baseline"), "вместе не нужны", "exclude each other"),
        (("--baseline", "п", "--write-baseline"), "п", "п"),
    ],
)
def test_wrong_calls(run: Run, put: Put, words: tuple[str, ...], ru: str, en: str) -> None:
    """A call that cannot be meant is one line and exit code 2."""
    put({"a.md": OLD, "п/b.md": OLD})
    for lang, expected in (("ru", ru), ("en", en)):
        ran = run("check", "a.md", "--lang", lang, *words)

        assert (2, "") == (ran.code, ran.out)
        assert expected in ran.err
        assert 1 == ran.err.count("\n")


HEAD = '{"jdlint-baseline": 1}\n'
ENTRY = '{"path": "a.md", "code": "SUP001", "fingerprint": "f1", "quote": ""}\n'


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("", 1, "первая строка"),
        (ENTRY, 1, "первая строка"),
        (HEAD + ENTRY + "не то\n", 3, "восстановите строку"),
        (HEAD + "[]\n", 2, "восстановите строку"),
        (HEAD + ENTRY.replace('"f1"', "1"), 2, "восстановите строку"),
        (HEAD + ENTRY.replace("quote", "words"), 2, "quote"),
        (HEAD + "<<<<<<< HEAD\n" + ENTRY, 2, "след слияния"),
        (HEAD.replace("1", "2"), 1, "версия"),
    ],
)
def test_a_malformed_file_has_its_line(run: Run, put: Put, text: str, line: int, word: str) -> None:
    """A line that is no entry ends the run with its number and what to do; nothing is checked or written."""
    put({"a.md": OLD, FILE: text})
    ran = run(*CHECK, "--prune-baseline")

    assert (2, "") == (ran.code, ran.out)
    assert f"{FILE}:{line}:1: " in ran.err
    assert word in ran.err


def test_two_branches_merge(put: Put, desk: Path) -> None:
    """Lines of both sides, in any order and twice, are one set; written, they are sorted and each once."""
    one, two = Accepted("a.md", "SUP001", "f1"), Accepted("b.md", "BLK001", "f2")
    put({FILE: written([two]) + written([one, two])})
    read = read_baseline(desk / FILE)

    assert (one, two) == read
    assert written(read) == written([two, one])
    put({FILE: written(read) + "=======\n>>>>>>> theirs\n"})
    with pytest.raises(RulebookError) as told:
        read_baseline(desk / FILE)
    assert [4, 5] == [m.line for m in told.value.mistakes]


@POSIX
def test_nobody_else_writes_meanwhile(run: Run, put: Put, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From reading the file to writing it a run is alone with it."""
    put({"a.md": OLD})
    seen = []

    def delivering(text: str, file: str | None = None) -> None:
        if file and file.endswith(FILE):
            with locked(desk, wait=False) as alone:
                seen.append(alone)
        deliver(text, file)

    monkeypatch.setattr(accept, "deliver", delivering)
    run(*CHECK, "--write-baseline")

    assert [False] == seen
    with locked(desk, wait=False) as alone:
        assert alone


def test_runs_at_the_same_time(put: Put, desk: Path) -> None:
    """Of several that accept at once each finds its own accepted afterwards, and who reads meanwhile reads a whole
    file.
    """
    names = [f"{number}.md" for number in range(4)]
    put(dict.fromkeys(names, OLD) | {FILE: written(())})
    command = [sys.executable, "-m", "jdlint", "check"]
    words = ["--select", "SUP001,BLK001", "--no-cache", "--baseline", FILE]
    silent: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    writers = [subprocess.Popen([*command, name, *words, "--write-baseline"], **silent) for name in names]
    readers = [subprocess.Popen([*command, "0.md", *words, "--fail-on", "never"], **silent) for _ in range(2)]
    told = [run.communicate()[1].decode() for run in (*writers, *readers)]

    assert [0] * 6 == [run.returncode for run in (*writers, *readers)], told
    assert {(name, code) for name in names for code in ("SUP001", "BLK001")} == {
        (entry.path, entry.code) for entry in read_baseline(desk / FILE)
    }
