"""What is remembered between runs, and what is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jdlint.cli import main

TEXT = """# Должностная инструкция сторожа

## 1. Общие положения

1.1. Сторож подчиняется непосредственно завхозу и директору дома творчества.
"""


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


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"document": {}, "findings": 3}', b"\xff\xfe"])
def test_a_damaged_entry_is_no_entry(
    document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: bytes
) -> None:
    """A damaged entry is dropped silently and written anew."""
    words = (str(document), "--cache-dir", str(tmp_path / "c"))
    first = report(capsys, *words)
    (entry,) = entries(tmp_path / "c")
    entry.write_bytes(damage)

    assert first == report(capsys, *words)
    assert damage != entry.read_bytes()


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
