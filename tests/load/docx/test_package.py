"""Files that are Word documents, and files that only say so."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from jdlint.errors import LoadError
from jdlint.load.docx import load
from jdlint.model.document import Source


def refused(data: bytes) -> LoadError:
    """The error that such a file gives."""
    with pytest.raises(LoadError) as caught:
        load(Source("файл.docx", data))
    return caught.value


def archive(**parts: bytes) -> bytes:
    """A ZIP archive of parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as opened:
        for name, data in parts.items():
            opened.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main",
        "application/vnd.ms-word.template.macroEnabledTemplate.main",
    ],
)
def test_other_word_files(x: Any, kind: str) -> None:
    """Documents with macros and templates are read like any other; the macros are not touched."""
    data = x.pack(x.p("Текст"), main_type="template.main", extra={"word/vbaProject.bin": kind.encode()})

    assert "Текст" == load(Source("шаблон.dotx", data)).text


def test_strict_document(x: Any) -> None:
    """A document saved as Strict Open XML says the same under other names."""
    data = BytesIO(x.pack(x.p("Текст")))
    out = BytesIO()
    with ZipFile(data) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
            target.writestr(name, content)

    assert "Текст" == load(Source("а.docx", out.getvalue())).text


@pytest.mark.parametrize(
    ("data", "ru", "en"),
    [
        (b"", "пуст", "empty"),
        ("Просто текст".encode(), "не документ Word", "not a Word document"),
        (b"{\\rtf1 ...}", "RTF", "RTF"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, ".doc", ".doc"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"), "парол", "password"),
        (b"PK\x03\x04" + b"\0" * 40, "обрезан", "cut off"),
        (archive(**{"readme.txt": b"a"}), "нет документа Word", "no Word document"),
        (archive(**{"xl/workbook.xml": b"<a/>"}), "Excel", "Excel"),
        (archive(**{"word/document.xml": b"<w:document"}), "повреждена", "damaged"),
        (archive(**{"word/document.xml": b"<html/>"}), "нет документа Word", "no Word document"),
    ],
)
def test_refused_with_one_sentence(data: bytes, ru: str, en: str) -> None:
    """What is no Word document is refused with one line in each language that says what to do."""
    error = refused(data)

    assert ru in error.ru
    assert en in error.en
    assert "\n" not in error.ru + error.en


def test_truncated(x: Any) -> None:
    """A file cut in the middle is refused."""
    data = x.pack(x.p("Текст" * 500))

    assert "обрезан" in refused(data[: len(data) // 2]).ru


def test_entities_are_not_expanded() -> None:
    """A document that declares entities is refused, whatever they would fetch."""
    bomb = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'

    assert "сущности" in refused(archive(**{"word/document.xml": bomb})).ru


def test_zip_bomb() -> None:
    """A part that unpacks to far more than it was packed to is refused before it is unpacked."""
    assert "разворачивается" in refused(archive(**{"word/document.xml": b" " * 30_000_000})).ru


def test_missing_parts_are_no_obstacle(x: Any) -> None:
    """A relation to a part that is not there (as web converters leave them) does not stop the reading."""
    data = BytesIO(x.pack(x.p("Текст"), styles="<style/>"))
    out = BytesIO()
    with ZipFile(data) as source, ZipFile(out, "w") as target:
        for name in source.namelist():
            if name != "word/styles.xml":
                target.writestr(name, source.read(name))

    assert "Текст" == load(Source("а.docx", out.getvalue())).text


def test_deep_nesting_does_not_overflow(x: Any) -> None:
    """Tables nested beyond reason are left, the rest is read."""
    body = x.p("дно")
    for _ in range(45):
        body = f"<tbl><tblPr/><tr><tc><tcPr/>{body}<p/></tc></tr></tbl>"

    assert "после" == load(Source("а.docx", x.pack(body + x.p("после")))).text
