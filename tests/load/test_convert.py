"""Old formats through LibreOffice."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jdlint.errors import LoadError
from jdlint.load import load_document
from jdlint.load.convert import converted
from jdlint.load.docx import load
from jdlint.model.document import Source

RTF = rb"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0 Arial;}}\f0 \u1051?\u1086?\u1094?\u1084?\u1072?\u1085?\par}"


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where LibreOffice is not installed, the error says how to convert the file."""
    monkeypatch.setenv("PATH", "")

    with pytest.raises(LoadError) as caught:
        converted(Source("старая.doc", b""))

    assert ".docx" in caught.value.ru
    assert "libreoffice" in caught.value.en.lower()


OFFICE = """\
#!{python}
import sys
from pathlib import Path

words = sys.argv[1:]
told = dict(zip(words, words[1:]))
print("office speaks")
made = Path(told["--outdir"]) / "in.docx"
assert "--headless" in words and "--norestore" in words and told["--convert-to"].startswith("docx")
assert words[0].startswith("-env:UserInstallation=file://")
{does}
"""
COPIES = (
    "made.parent.mkdir(); made.write_bytes(b'from ' + Path(words[-1]).suffix.encode() + Path(words[-1]).read_bytes())"
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Put a program of that name that does so in place of LibreOffice, and nothing else on the path."""

    def put(name: str, does: str) -> None:
        program = tmp_path / name
        program.write_text(OFFICE.format(python=sys.executable, does=does))
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))

    return put


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
@pytest.mark.parametrize("suffix", [".doc", ".RTF"])
def test_what_the_office_makes(
    office: Callable[[str, str], None], capfd: pytest.CaptureFixture[str], name: str, suffix: str
) -> None:
    """The file goes to the program by either of its names, under its own suffix; what that says is not shown."""
    office(name, COPIES)

    assert Source(f"кок{suffix}", f"from {suffix.lower()}уха".encode()) == converted(
        Source(f"кок{suffix}", "уха".encode())
    )
    assert ("", "") == capfd.readouterr()


@pytest.mark.parametrize("does", [f"{COPIES}; sys.exit(1)", "sys.exit(1)", "pass"])
def test_what_the_office_cannot_read(office: Callable[[str, str], None], does: str) -> None:
    """A program that fails, or makes nothing, has not read the file, and the error names its kind."""
    office("soffice", does)

    with pytest.raises(LoadError, match=r"файл \.doc") as caught:
        converted(Source("кок.doc", b"x"))

    assert "read the .doc file" in caught.value.en


def test_an_office_that_cannot_be_started(office: Callable[[str, str], None], tmp_path: Path) -> None:
    """A program that the system does not run has not read the file either."""
    office("soffice", "pass")
    (tmp_path / "soffice").write_text("#!/nowhere/to/be/found\n")

    with pytest.raises(LoadError, match=r"файл \.odt"):
        converted(Source("кок.odt", b"x"))


def test_loaders_by_suffix(office: Callable[[str, str], None], x: Any) -> None:
    """Word files are read as they are, older formats as what the office makes of them."""
    packed = x.pack(x.p("Варит уху."))
    office("soffice", "made.parent.mkdir(); made.write_bytes(Path(words[-1]).read_bytes())")

    for suffix in (".docx", ".docm", ".dotx", ".DOCX", ".doc", ".odt", ".rtf"):
        read = load_document(Source(f"кок{suffix}", packed))
        assert (f"кок{suffix}", "docx", "Варит уху.") == (read.path, read.format, read.text.strip())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_rtf_is_read() -> None:
    """An RTF file is read as the .docx that LibreOffice makes of it, under its own path."""
    made = converted(Source("лоцман.rtf", RTF))

    assert ("лоцман.rtf", "Лоцман") == (made.path, load(made).text)
