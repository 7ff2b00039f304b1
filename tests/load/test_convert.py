"""Old formats through LibreOffice."""

from __future__ import annotations

import shutil

import pytest

from jdlint.errors import LoadError
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


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_rtf_is_read() -> None:
    """An RTF file is read as the .docx that LibreOffice makes of it, under its own path."""
    made = converted(Source("лоцман.rtf", RTF))

    assert ("лоцман.rtf", "Лоцман") == (made.path, load(made).text)
