"""How much of an archive is read, at both sides of each limit; which relations lead on; how parts are written."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from jdlint.errors import LoadError
from jdlint.load.docx import load, package
from jdlint.load.docx.package import Package
from jdlint.model.document import Source

MAIN = "word/document.xml"


def is_read(data: bytes) -> bool:
    """Whether such a file is read."""
    try:
        return load(Source("а.docx", data)).text == "Ключи"
    except LoadError:
        return False


def sizes(data: bytes) -> dict[str, int]:
    """The unpacked size of every part that the reading needs."""
    with ZipFile(BytesIO(data)) as archive:
        return {i.filename: i.file_size for i in archive.infolist() if not i.filename.startswith("[")}


@pytest.mark.parametrize(("more", "read"), [(-1, True), (0, True), (1, False)])
def test_number_of_parts(x: Any, monkeypatch: pytest.MonkeyPatch, more: int, read: bool) -> None:  # noqa: FBT001
    """As many parts as are allowed are read, one more is refused."""
    monkeypatch.setattr(package, "MAXIMUM_ENTRIES", 20)
    data = x.pack(x.p("Ключи"))
    with ZipFile(BytesIO(data)) as archive:
        spare = 20 + more - len(archive.namelist())

    assert read is is_read(x.repacked(data, more={f"word/media/{n}.png": b"" for n in range(spare)}))


@pytest.mark.parametrize(("less", "read"), [(0, True), (1, False)])
def test_size_of_all_parts(x: Any, monkeypatch: pytest.MonkeyPatch, less: int, read: bool) -> None:  # noqa: FBT001
    """Parts are unpacked as long as they are within the limit together."""
    data = x.pack(x.p("Ключи"))
    monkeypatch.setattr(package, "MAXIMUM_TOTAL", sum(sizes(data).values()) - less)

    assert read is is_read(data)


@pytest.mark.parametrize(("less", "read"), [(0, True), (1, False)])
def test_size_of_a_part(x: Any, monkeypatch: pytest.MonkeyPatch, less: int, read: bool) -> None:  # noqa: FBT001
    """And each of them by itself."""
    data = x.pack(x.p("Ключи"))
    monkeypatch.setattr(package, "MAXIMUM_PART", sizes(data)[MAIN] - less)

    assert read is is_read(data)


@pytest.mark.parametrize(("size", "read"), [(4096, True), (4097, False)])
def test_how_far_a_part_may_unpack(x: Any, monkeypatch: pytest.MonkeyPatch, size: int, read: bool) -> None:  # noqa: FBT001
    """A part may unpack to so many times what it is packed to; what is packed to less than four KB counts as those."""
    monkeypatch.setattr(package, "MAXIMUM_RATIO", 1)

    data = x.pack(x.p("Ключи"))
    with ZipFile(BytesIO(data)) as archive:
        main = archive.read(MAIN)

    assert read is is_read(x.repacked(data, more={MAIN: main.ljust(size)}))


@pytest.mark.parametrize(
    "before",
    [
        "<!-- сперва -->",
        '<Relationship Id="a" Type="x/officeDocument" Target="word/other.xml" TargetMode="External"/>',
        '<Relationship Id="a" Type="x/hyperlink" Target="word/other.xml"/>',
        '<Relationship Id="a" Type="x/officeDocument" Target="word/missing.xml"/>',
    ],
)
def test_relations_passed_over(x: Any, before: str) -> None:
    """The main part is the first that a relation of that kind leads to within the file."""
    first = b'<Relationship Id="rId1"'
    data = x.repacked(
        x.pack(x.p("Ключи")), replace={first: before.encode() + first}, more={"word/other.xml": b"<html/>"}
    )

    assert is_read(data)


@pytest.mark.parametrize("strict", [False, True])
def test_writing(x: Any, strict: bool) -> None:  # noqa: FBT001
    """A part is written as what it was read from, by the names of its own form of the standard."""
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/": b"http://purl.oclc.org/ooxml/wordprocessingml/",
    }
    data = x.repacked(x.pack(x.p("Ключи")), replace=names if strict else {})
    opened = Package(Source("а.docx", data))
    root = opened.document()
    written = opened.written(MAIN)

    assert strict is opened.is_strict(MAIN)
    assert "wordprocessingml/2006/main" in root.tag
    assert written.startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
    assert strict is (b"purl.oclc.org/ooxml/wordprocessingml/main" in written)
    assert strict is (b"openxmlformats.org/wordprocessingml/2006/main" not in written)
