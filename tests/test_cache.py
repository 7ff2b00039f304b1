"""What is remembered between runs, and what is not."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jdlint.cache.store import MOST_ON_A_SHELF, Store, clean
from jdlint.cache.words import WordMemory
from jdlint.cli import main

TEXT = """# Должностная инструкция сторожа

## 1. Общие положения

1.1. Сторож подчиняется непосредственно завхозу и директору дома творчества.
"""


OWN = """\
code: XYZ001
name: own-rule
severity: warning
since: "0.1"
title: {ru: Своё правило, en: A rule of our own}
why: {ru: Так решили, en: So it was decided}
basis:
  - {kind: method, text: {ru: Решение отдела, en: Decision of the department}}
find: [завхоз]
message: {ru: "Найдено «{match}»", en: "Found “{match}”"}
examples:
  - fires: "Сторож подчиняется [[завхозу]]."
"""
HEAVY = (
    *("spacy", "thinc", "numpy", "pymorphy3", "docx", "lxml", "markdown_it", "ruamel", "rapidfuzz", "regex"),
    *("pathspec", "pydantic", "rich", "pygls", "dataclasses"),
)


class Trap:
    """A pickle that makes a file when it is read without care."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Callable[[str], object], tuple[str]]:
        return os.mkdir, (self.path,)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A job description with two bosses."""
    path = tmp_path / "storozh.md"
    path.write_text(TEXT, "utf-8")
    return path


def report(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """The JSON report of a check."""
    main(["check", "--output-format", "json", "--fail-on", "never", *words])
    return capsys.readouterr().out


def entries(folder: Path) -> list[Path]:
    """The entries of a cache."""
    return sorted(folder.glob("??/*.json"))


def test_same_bytes_with_and_without(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report from memory, a first report and one without memory are the same bytes."""
    words = (str(document), "--cache-dir", str(tmp_path / "c"))
    first, second = report(capsys, *words), report(capsys, *words)

    assert 1 == len(entries(tmp_path / "c"))
    assert first == second == report(capsys, str(document), "--no-cache")


def test_a_change_is_read_again(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another content, another day or another selection is another entry."""
    words = (str(document), "--cache-dir", str(tmp_path / "c"))
    report(capsys, *words)
    report(capsys, *words, "--as-of", "2020-01-01")
    report(capsys, *words, "--select", "SUP")
    document.write_text(TEXT.replace(" и директору дома творчества", ""), "utf-8")
    codes = [f["code"] for f in json.loads(report(capsys, *words))["findings"]]

    assert 4 == len(entries(tmp_path / "c"))
    assert "SUP001" not in codes


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"document": 1}', b'{"document": {}, "findings": 3}', b"\xff\xfe", b"\x80\x05N."]
)
def test_a_damaged_entry_is_no_entry(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: bytes
) -> None:
    """Damaged entries of any sort are dropped silently and written anew."""
    words = (str(document), "--cache-dir", str(tmp_path / "c"))
    first = report(capsys, *words)
    everything = [f for f in (tmp_path / "c").glob("*/*") if f.parent.name != "words"]
    for entry in everything:
        entry.write_bytes(damage)

    folders = {f.parent.name for f in everything}
    assert {"shown", "rulebook", "collections"} < folders
    assert all(len(name) == 2 for name in folders - {"shown", "rulebook", "collections"})
    assert first == report(capsys, *words)
    assert [] == [f for f in everything if f.read_bytes() == damage]


def test_a_pickle_of_anything_else_is_not_obeyed(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A rulebook entry that somebody else made calls nothing: reading makes records of the model only."""
    words = (str(document), "--cache-dir", str(tmp_path / "c"))
    first = report(capsys, *words)
    (rulebook,) = (tmp_path / "c" / "rulebook").iterdir()
    rulebook.write_bytes(pickle.dumps(Trap(str(tmp_path / "sprung"))))
    for told in (tmp_path / "c" / "shown").iterdir():
        told.unlink()

    assert first == report(capsys, *words)
    assert not (tmp_path / "sprung").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folders to the user")
def test_an_entry_that_others_may_write_is_no_entry(tmp_path: Path) -> None:
    """What anybody could have written is not believed."""
    store = Store(tmp_path)
    store.write("shelf/entry.json", b"{}")
    before = store.read("shelf/entry.json")
    (tmp_path / "shelf" / "entry.json").chmod(0o666)

    assert (b"{}", None) == (before, store.read("shelf/entry.json"))


def test_a_shelf_is_bounded(tmp_path: Path) -> None:
    """However much is remembered, a shelf holds no more than its bound."""
    store = Store(tmp_path)
    for number in range(MOST_ON_A_SHELF + 5):
        store.write(f"shelf/{number}.json", b"{}")

    assert MOST_ON_A_SHELF == len(list((tmp_path / "shelf").iterdir()))


def test_a_folder_that_cannot_be_written(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a place to write, the run is only slower."""
    (tmp_path / "file").write_text("x")

    assert report(capsys, str(document), "--no-cache") == report(
        capsys, str(document), "--cache-dir", str(tmp_path / "file" / "c")
    )


def test_unreadable_files_are_tried_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What could not be read is not remembered."""
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 cut")
    report(capsys, str(tmp_path / "broken.docx"), "--cache-dir", str(tmp_path / "c"))

    assert [] == entries(tmp_path / "c")


def test_clean_drops_only_a_cache(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`jdlint clean` removes the entries of a cache and nothing from any other folder."""
    report(capsys, str(document), "--cache-dir", str(tmp_path / "c"))
    mine = tmp_path / "ab"
    mine.mkdir()
    (mine / "keep.json").write_text("{}")

    assert 0 == main(["clean", "--cache-dir", str(tmp_path / "c")])
    assert 0 == main(["clean", "--cache-dir", str(tmp_path)])
    assert [] == entries(tmp_path / "c")
    assert (mine / "keep.json").exists()


def test_an_unchanged_run_imports_nothing_heavy(document: Path, tmp_path: Path) -> None:
    """Asked the same of the same file and settings, the command reads neither language nor YAML nor records."""
    (tmp_path / ".jdlint.yaml").write_text("ignore: [FMT]\njobs: 1\n", "utf-8")
    script = (
        "import sys; from jdlint.cli import main; main(sys.argv[1:]); "
        f"print(sorted({set(HEAVY)!r} & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, "check", str(document), "--cache-dir", str(tmp_path / "c")]
    runs = [subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True) for _ in range(2)]

    assert "[]" == runs[1].stderr.strip()
    assert runs[0].stdout == runs[1].stdout


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".jdlint.yaml", "extends: base.yaml\nignore: [STR]\n"),
        ("base.yaml", "ignore: [STR, SUP]\n"),
        ("rules/own.yaml", None),
        ("storozh.md", TEXT.replace("завхозу", "коменданту")),
    ],
)
def test_any_file_behind_a_report_makes_it_anew(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str | None
) -> None:
    """Settings, the settings they extend, own rules and documents: what a report rests on is seen to change."""
    (tmp_path / ".jdlint.yaml").write_text("extends: base.yaml\nrules: [rules]\n", "utf-8")
    (tmp_path / "base.yaml").write_text("ignore: [STR]\n", "utf-8")
    (tmp_path / "rules").mkdir()
    own = tmp_path / "rules" / "own.yaml"
    own.write_text(OWN, "utf-8")
    for file in (own, document):
        os.utime(file, (1_700_000_000, 1_700_000_000))
    words = (str(document), "--cache-dir", str(tmp_path / "c"))
    first = report(capsys, *words)
    (tmp_path / name).write_text(text or OWN.replace("завхоз", "директор"), "utf-8")
    second = report(capsys, *words)

    assert first != second or name == ".jdlint.yaml"
    assert second == report(capsys, str(document), "--no-cache")


def test_words_are_asked_once(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A changed document of known words is read without the dictionary, to the same report."""
    words = (str(document), "--cache-dir", str(tmp_path / "c"))
    report(capsys, *words)
    document.write_text(TEXT.replace("директору", "завхозу"), "utf-8")
    script = (
        "import sys; from jdlint.cli import main; main(sys.argv[1:]); "
        "print(sorted({'pymorphy3', 'spacy'} & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, "check", "--output-format", "json", *words]
    again = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)

    assert "['spacy']" == again.stderr.strip()
    assert again.stdout == report(capsys, str(document), "--no-cache")


def test_answers_of_another_dictionary(tmp_path: Path) -> None:
    """What another version said is not believed."""
    memory = WordMemory(tmp_path)
    memory.keep({"forms лейка": ["лейка"]})
    (kept,) = (tmp_path / "words").iterdir()
    told = json.loads(kept.read_text("utf-8"))
    before = memory.recall()
    kept.write_text(json.dumps({**told, "stamp": "another"}), "utf-8")

    assert {"forms лейка": ["лейка"]} == before
    assert {} == memory.recall()


def test_runs_at_the_same_time_share_it(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Runs that read, write and clean one cache at once all tell the same, and leave nothing unfinished behind."""
    expected, cache = report(capsys, str(document), "--no-cache"), tmp_path / "c"
    words = ["--output-format", "json", str(document), "--cache-dir", str(cache)]
    command = [sys.executable, "-m", "jdlint", "check", *words]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") for _ in range(3)]
    while any(run.poll() is None for run in runs):
        clean(cache)
        time.sleep(0.05)
    told = [run.communicate()[0] for run in runs]

    assert [expected] * 3 == told
    assert [] == list(cache.rglob("*.tmp"))
    assert expected == report(capsys, *words[2:])


def test_an_entry_is_whole_or_not_there(tmp_path: Path) -> None:
    """However many write one entry at once, who reads it gets what one of them wrote, or nothing."""
    store = Store(tmp_path)
    entries = [str(number).encode() * 50_000 for number in range(4)]

    def work(entry: bytes) -> set[bytes | None]:
        seen = set()
        for _ in range(25):
            store.write("shelf/entry.json", entry)
            seen.add(store.read("shelf/entry.json"))
        return seen

    with ThreadPoolExecutor(len(entries)) as pool:
        seen = set().union(*pool.map(work, entries))

    assert seen <= {None, *entries}
    assert ["entry.json"] == [file.name for file in (tmp_path / "shelf").iterdir()]


def test_one_changed_file_of_many(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of what is heavy only that is imported which reading the changed file takes."""
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(TEXT.replace("сторожа", "вахтёра"), "utf-8")
    words = (str(tmp_path), "--cache-dir", str(tmp_path / "c"))
    report(capsys, *words)
    document.write_text(TEXT.replace("директору", "завхозу"), "utf-8")
    watched = {*HEAVY, "jdlint.rulebook"}
    script = (
        "import sys; from jdlint.cli import main; main(sys.argv[1:]); "
        f"print(sorted({watched!r} & set(sys.modules)), file=sys.stderr)"
    )
    command = [sys.executable, "-c", script, "check", "--output-format", "json", *words]
    again = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)

    # The second row is what spaCy itself imports.
    needed = {"dataclasses", "markdown_it", "regex"} | {"spacy", "thinc", "numpy", "pydantic", "rich", "ruamel"}
    assert set() == set(json.loads(again.stderr.replace("'", '"'))) - needed
    assert again.stdout == report(capsys, str(tmp_path), "--no-cache")
