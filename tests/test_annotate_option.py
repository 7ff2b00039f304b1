"""`jdlint check --annotate DIR`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]


@pytest.fixture
def duty(x: Any) -> bytes:
    """A job description with a place left blank."""
    words = ["Должностная инструкция грузчика", "1. Общие положения", "1.1. Подчиняется ____________.", "2. Права"]
    return x.pack("".join(x.p(w) for w in words))  # type: ignore[no-any-return]


def test_copies_beside_the_report(run: Run, put: Put, desk: Path, duty: bytes) -> None:
    """Each Word file gets a copy under its name; originals and Markdown stay as they are, the report is printed."""
    put({"а/один.docx": duty, "а/б/два.docx": duty, "а/три.md": "# Должностная инструкция няни\n"})
    ran = run("check", "а", "--annotate", "вышло")

    assert 1 == ran.code
    assert "SUP005" in ran.out
    assert {"б/два.docx", "один.docx"} == {
        p.relative_to(desk / "вышло").as_posix() for p in (desk / "вышло").rglob("*.docx")
    }
    assert duty == (desk / "а/один.docx").read_bytes()
    with ZipFile(desk / "вышло/один.docx") as archive:
        assert "word/comments.xml" in archive.namelist()


def test_again(run: Run, put: Put, desk: Path, duty: bytes) -> None:
    """A second run over the same folder leaves the copies out and writes the same bytes."""
    put({"один.docx": duty})
    run("check", ".", "--annotate", "вышло", "--as-of", "2026-11-22")
    first = (desk / "вышло/один.docx").read_bytes()
    ran = run("check", ".", "--annotate", "вышло", "--as-of", "2026-11-22")

    assert first == (desk / "вышло/один.docx").read_bytes()
    assert "вышло" not in ran.out
    assert ["один.docx"] == [p.name for p in (desk / "вышло").rglob("*.docx")]


def test_copies_are_no_documents(run: Run, put: Put, duty: bytes) -> None:
    """A later run over the project neither reads the copies nor compares documents with them."""
    put({"один.docx": duty})
    before = run("check", ".").out
    run("check", ".", "--annotate", "вышло")

    assert before == run("check", ".").out


@pytest.mark.parametrize("folder", [".", "а", "а/../а", "ссылка"])
def test_never_over_the_originals(run: Run, put: Put, desk: Path, duty: bytes, folder: str) -> None:
    """A folder where the documents themselves are is refused before anything is written."""
    put({"а/один.docx": duty, "два.docx": duty})
    (desk / "ссылка").symlink_to(desk / "а")
    ran = run("check", "а/один.docx", "два.docx", "--annotate", folder)

    assert 2 == ran.code
    assert "назовите друг" in ran.err
    assert not (desk / "а/а").exists()
    assert [duty, duty] == [(desk / n).read_bytes() for n in ("а/один.docx", "два.docx")]


def test_never_over_another_file(run: Run, put: Put, desk: Path, duty: bytes) -> None:
    """A document of the same name that is no copy of ours is not written over."""
    put({"а/один.docx": duty, "вышло/один.docx": duty + b" "})
    ran = run("check", "а", "--annotate", "вышло")

    assert 2 == ran.code
    assert "не наша копия" in ran.err
    assert duty + b" " == (desk / "вышло/один.docx").read_bytes()


def test_unreadable(run: Run, put: Put, desk: Path, duty: bytes) -> None:
    """A file that is no Word document gets no copy and a line; the others get theirs."""
    put({"один.docx": duty, "плохой.docx": b"PK\x03\x04..."})
    ran = run("check", ".", "--annotate", "вышло")

    assert "плохой.docx: копии нет" in ran.err
    assert ["один.docx"] == [p.name for p in (desk / "вышло").glob("*.docx")]


def test_folder_that_cannot_be_written(run: Run, put: Put, duty: bytes) -> None:
    """A place that is no folder is one clear line and exit code 2."""
    put({"один.docx": duty, "занято": "файл"})
    ran = run("check", "один.docx", "--annotate", "занято")

    assert 2 == ran.code
    assert "не записать" in ran.err
