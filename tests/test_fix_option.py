"""`jdlint check --fix`, `--diff`, `--unsafe-fixes`, `--fix-mode`."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jdlint.load.docx import load
from jdlint.model.document import Source

Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]

TEXT = """\
# Должностная инструкция конюха

## 1. Общие положения

1.1. Конюх подчиняется начальнику конюшни.

## 2. Должностные обязанности

2.1. Кормит лошадей.

2.3. Соблюдает правила техники безопасности.

2.4. Чистит денники, за кражу подлежит криминальному преследованию.
"""
SAFE = TEXT.replace("2.3.", "2.2.").replace("2.4.", "2.3.").replace("криминальному", "уголовному")


@pytest.fixture
def word(x: Any) -> bytes:
    """The same document as a Word file."""
    lines = [line.lstrip("# ") for line in TEXT.splitlines() if line]
    return x.pack("".join(x.p(line) for line in lines))  # type: ignore[no-any-return]


def test_fix_in_place(run: Run, put: Put, desk: Path) -> None:
    """What is safe is mended in the file, the report tells of the rest, and the second run finds nothing to mend."""
    put({"конюх.md": TEXT})
    ran = run("check", "конюх.md", "--fix", "--select", "FMT006,LIA004,LAW010", "--output-format", "json")

    assert SAFE == (desk / "конюх.md").read_text("utf-8")
    assert ["LAW010"] == [f["code"] for f in json.loads(ran.out)["findings"]]
    assert "исправлено: 2 замечания (1 файл)" in ran.err
    assert 1 == ran.code
    assert "исправлено: 0 замечаний" in run("check", "конюх.md", "--fix").err
    assert SAFE == (desk / "конюх.md").read_text("utf-8")


def test_unsafe_fixes(run: Run, put: Put, desk: Path) -> None:
    """What has to be read over afterwards is mended only when asked for."""
    put({"конюх.md": TEXT})
    ran = run("check", "конюх.md", "--fix", "--unsafe-fixes", "--select", "FMT006,LIA004,LAW010")

    assert SAFE.replace("техники безопасности", "охраны труда") == (desk / "конюх.md").read_text("utf-8")
    assert 0 == ran.code


@pytest.mark.parametrize("options", [(), ("--fix",)])
def test_diff(run: Run, put: Put, desk: Path, word: bytes, options: tuple[str, ...]) -> None:
    """The differences of the reading texts and nothing else is printed; nothing is written, and the code is 1."""
    put({"а.md": TEXT, "б.docx": word})
    ran = run("check", ".", "--diff", "--select", "FMT006", *options)

    assert 1 == ran.code
    assert [line for line in ran.out.splitlines() if line.startswith(("---", "+++"))] == [
        "--- а.md", "+++ а.md", "--- б.docx", "+++ б.docx",
    ]  # fmt: skip
    assert 2 == ran.out.count("\n-2.3. Соблюдает правила") == ran.out.count("\n+2.2. Соблюдает правила")
    assert (TEXT.encode(), word) == ((desk / "а.md").read_bytes(), (desk / "б.docx").read_bytes())


def test_no_differences(run: Run, put: Put) -> None:
    """With nothing to mend nothing is printed and the code is 0, whatever findings there are."""
    put({"а.md": TEXT})

    ran = run("check", ".", "--diff", "--select", "STR001")

    assert (0, "") == (ran.code, ran.out)


def test_diff_of_standard_input(run: Run) -> None:
    """Standard input can be compared, not mended."""
    ran = run("check", "-", "--stdin-filename", "а.md", "--diff", "--select", "LIA004", stdin=TEXT.encode())

    assert "+2.4. Чистит денники, за кражу подлежит уголовному преследованию." in ran.out
    assert 2 == run("check", "-", "--stdin-filename", "а.md", "--fix", stdin=TEXT.encode()).code


@pytest.mark.parametrize("mode", ["tracked", "direct"])
def test_word(run: Run, put: Put, desk: Path, word: bytes, mode: str) -> None:
    """A Word file is mended by tracked changes, or outright."""
    put({"конюх.docx": word})
    run("check", ".", "--fix", "--fix-mode", mode, "--select", "FMT006,LIA004")
    data = (desk / "конюх.docx").read_bytes()

    assert [line.lstrip("# ") for line in SAFE.splitlines() if line] == load(Source("а.docx", data)).text.split("\n")
    assert (mode == "tracked") == (b"delText" in _main(data))


def _main(data: bytes) -> bytes:
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml")


def test_permissions_and_links(run: Run, put: Put, desk: Path, tmp_path: Path) -> None:
    """A file keeps its permissions; a link stays a link, and one that leads out of the project is refused."""
    put({"дом/конюх.md": TEXT})
    (desk / "дом/конюх.md").chmod(0o640)
    (desk / "ссылка.md").symlink_to(desk / "дом/конюх.md")
    outside = tmp_path / "чужой.md"
    outside.write_text(TEXT, "utf-8")
    (desk / "наружу.md").symlink_to(outside)

    assert run("check", "ссылка.md", "--fix", "--select", "FMT006,LIA004").code == 0
    assert (desk / "ссылка.md").is_symlink()
    assert (SAFE, 0o640) == ((desk / "дом/конюх.md").read_text("utf-8"), (desk / "дом/конюх.md").stat().st_mode & 0o777)
    assert 2 == (ran := run("check", "наружу.md", "--fix")).code
    assert "вне проекта" in ran.err
    assert TEXT == outside.read_text("utf-8")


def test_changed_meanwhile(run: Run, put: Put, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that somebody saved while it was checked is left as they saved it."""
    from jdlint.fix import rounds

    put({"конюх.md": TEXT})
    honest = rounds.mend

    def slow(*arguments: Any, **options: Any) -> Any:
        done = honest(*arguments, **options)
        (desk / "конюх.md").write_text("Сохранено другим\n", "utf-8")
        return done

    monkeypatch.setattr("jdlint.cli.fixes.mend", slow)
    ran = run("check", "конюх.md", "--fix")

    assert "изменился" in ran.err
    assert "Сохранено другим\n" == (desk / "конюх.md").read_text("utf-8")


def test_suppressed_places_stay(run: Run, put: Put, desk: Path) -> None:
    """What the document allows with a reason is not mended; an allowance that allows nothing is taken out."""
    allowed = TEXT.replace("2.4. Чистит", "<!-- jdlint: allow LIA004 -- цитата из письма -->\n2.4. Чистит")
    stale = allowed.replace("2.1. Кормит", "<!-- jdlint: allow LIA004 -- было раньше -->\n2.1. Кормит")
    put({"конюх.md": stale})
    run("check", "конюх.md", "--fix", "--select", "LIA004,DOC003")

    assert allowed == (desk / "конюх.md").read_text("utf-8")


def test_no_suppression_is_left_that_has_no_effect(run: Run, put: Put, desk: Path) -> None:
    """Codes that nobody knows, that allow nothing or for no reason go; what else the comment says stays."""
    allowed = TEXT.replace("2.4. Чистит", "<!-- jdlint: allow LIA004 -- цитата из письма -->\n2.4. Чистит")
    wrong = allowed.replace("LIA004 --", "LIA004, DOC001, XYZ999 --").replace(
        "2.1. Кормит", "<!-- jdlint: allow LIA004 -->\n2.1. Кормит"
    )
    put({"конюх.md": wrong})
    ran = run("check", "конюх.md", "--fix", "--select", "LIA004,DOC")

    assert allowed == (desk / "конюх.md").read_text("utf-8")
    assert (0, False) == (ran.code, "DOC0" in ran.out)


def test_alone_means_nothing(run: Run, put: Put) -> None:
    """--unsafe-fixes without --fix or --diff is a mistake of the call."""
    put({"конюх.md": TEXT})

    assert 2 == run("check", ".", "--unsafe-fixes").code


def test_edits_in_the_report(run: Run, put: Put) -> None:
    """JSON tells the edits of a finding and how safe they are; manual where there are none."""
    put({"конюх.md": TEXT})
    ran = run("check", ".", "--select", "LIA004,STR001", "--output-format", "json")
    told = {f["code"]: f["fix"] for f in json.loads(ran.out)["findings"]}

    assert [
        {"line": 13, "column": 40, "end_line": 13, "end_column": 53, "old": "криминальному", "new": "уголовному"}
    ] == (told["LIA004"]["edits"])
    assert ("safe", "manual") == (told["LIA004"]["safety"], told["STR001"]["safety"])
    assert "edits" not in told["STR001"]


def test_killed_while_mending(desk: Path, put: Put) -> None:
    """A run killed at any moment leaves each file whole: as it was, or mended."""
    files = {f"{number}.md": TEXT for number in range(40)}
    put(files)
    seen = 0
    for pause in (0.0, 0.02, 0.1):
        command = [sys.executable, "-m", "jdlint", "check", ".", "--fix", "--no-cache", "--select", "FMT006,LIA004"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < deadline:
            if sum((desk / name).read_bytes() == SAFE.encode() for name in files) > seen:
                break
        time.sleep(pause)
        process.kill()
        process.wait()
        states = {name: (desk / name).read_text("utf-8") for name in files}
        seen = sum(text == SAFE for text in states.values())

        assert {TEXT, SAFE} >= set(states.values())
    assert seen > 0
