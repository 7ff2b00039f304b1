"""Word files as other programs write them, and as protections leave them: the text is read all the same."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from jdlint.errors import LoadError
from jdlint.load.docx import load
from jdlint.model.document import Source

TEXT = Path(__file__).parents[3] / "samples" / "pekar.md"


def read(data: bytes) -> str:
    """The reading text of such a file."""
    return load(Source("пекарь.docx", data)).text


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice(x: Any, tmp_path: Path) -> None:
    """What LibreOffice makes of a file that it has read says the same, its automatic numbers too."""
    numbers = (
        '<abstractNum abstractNumId="1"><lvl ilvl="0"><start val="1"/><numFmt val="decimal"/><lvlText val="%1."/></lvl>'
        '</abstractNum><num numId="1"><abstractNumId val="1"/></num>'
    )
    item = '<p><pPr><numPr><ilvl val="0"/><numId val="1"/></numPr></pPr>{}</p>'
    body = x.p("Обязанности пекаря") + "".join(item.format(x.t(words)) for words in ("Печёт хлеб.", "Моет печь."))
    (tmp_path / "in.docx").write_bytes(x.pack(body, numbering=numbers))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", "out", "in.docx"],
        cwd=tmp_path, capture_output=True, check=True, timeout=300,
    )  # fmt: skip

    assert ["Обязанности пекаря", "1. Печёт хлеб.", "2. Моет печь."] == read(
        (tmp_path / "out" / "in.docx").read_bytes()
    ).splitlines()


def test_names_from_the_root(x: Any) -> None:
    """Google Docs and OnlyOffice name the targets of relations from the root of the package."""
    data = x.pack(x.p("Печёт хлеб"), numbering="<num/>", styles="<style/>")
    rooted = {b'Target="styles.xml"': b'Target="/word/styles.xml"', b'Target="word/': b'Target="/word/'}

    assert "Печёт хлеб" == read(x.repacked(data, replace=rooted))


def test_another_name_of_the_main_part(x: Any) -> None:
    """Files that came through the web have `document2.xml` for a main part: relations say which it is."""
    rename = {
        "word/document.xml": "word/document2.xml",
        "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels",
    }
    data = x.repacked(x.pack(x.p("Печёт хлеб")), rename=rename, replace={b"word/document.xml": b"word/document2.xml"})

    assert "Печёт хлеб" == read(data)


def test_other_prefixes(x: Any) -> None:
    """WPS and converters bind other prefixes to the same namespaces, or the default one."""
    data = x.repacked(
        x.pack(x.p("Печёт хлеб")), replace={b"<w:": b"<ns0:", b"</w:": b"</ns0:", b"xmlns:w=": b"xmlns:ns0="}
    )

    assert "Печёт хлеб" == read(x.repacked(data, replace={b" w:": b" ns0:"}))


def test_unpacked_entries_and_no_properties(x: Any) -> None:
    """Google Docs stores entries unpacked or by streams and leaves out the properties of the document."""
    assert "Печёт хлеб" == read(x.repacked(x.pack(x.p("Печёт хлеб")), packing=ZIP_STORED))


@pytest.mark.parametrize("mark", ["ns0", "wpsCustomData"])
def test_foreign_elements(x: Any, mark: str) -> None:
    """Elements of extensions that only their makers know hide nothing."""
    foreign = f'<{mark}:extra xmlns:{mark}="urn:example:office"><{mark}:t>мусор</{mark}:t></{mark}:extra>'
    body = f"{foreign}<p>{foreign}<r>{foreign}<t>Печёт</t></r>{foreign}{x.t(' хлеб')}</p>"

    assert "Печёт хлеб" == read(x.pack(body))


def test_a_signed_document(x: Any) -> None:
    """A signature is neither needed nor looked at."""
    signature = {
        "_xmlsignatures/origin.sigs": b"",
        "_xmlsignatures/sig1.xml": b'<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo/></Signature>',
    }

    assert "Печёт хлеб" == read(x.pack(x.p("Печёт хлеб"), extra=signature))


@pytest.mark.parametrize("name", ["EncryptedPackage", "DataSpaces EncryptedPackage EncryptionInfo"])
def test_an_encrypted_document(name: str) -> None:
    """A password is named as the reason, in a sentence that says where to take it off."""
    data = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512) + name.encode("utf-16-le") + bytes(512)
    with pytest.raises(LoadError, match="зашифрован паролем"):
        read(data)


def test_encrypted_entries(x: Any) -> None:
    """So is an archive whose entries ask for a password refused."""
    data = bytearray(x.pack(x.p("Печёт хлеб")))
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = data.find(mark)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(mark, place + 4)
    with pytest.raises(LoadError, match="повреждена"):
        read(bytes(data))


def test_an_archive_within(x: Any) -> None:
    """Archives in an archive are not opened: what is embedded may be a bomb."""
    bomb = BytesIO()
    with ZipFile(bomb, "w", ZIP_DEFLATED) as archive:
        archive.writestr("0", bytes(10**7))

    assert "Печёт хлеб" == read(x.pack(x.p("Печёт хлеб"), extra={"word/embeddings/1.zip": bomb.getvalue()}))


def test_an_oversized_attribute(x: Any) -> None:
    """An attribute of a megabyte is passed over, one beyond what parsers bear makes the file unreadable."""
    assert "Печёт хлеб" == read(x.pack(f'<p rsidR="{"F" * 2**20}">{x.t("Печёт хлеб")}</p>'))
    with pytest.raises(LoadError):
        read(x.pack(f'<p rsidR="{"F1a9" * 3 * 2**20}">{x.t("Печёт хлеб")}</p>'))


def test_entries_of_one_name(x: Any) -> None:
    """Of two entries of one name the last is read, as Word and zip programs do."""
    data = x.pack(x.p("Печёт хлеб"))
    out = BytesIO(data)
    with ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(
            "word/document.xml", archive.read("word/document.xml").replace("хлеб".encode(), "торт".encode())
        )

    assert "Печёт торт" == read(out.getvalue())


def test_a_million_empty_paragraphs(x: Any) -> None:
    """They are read through, in the order of seconds."""
    empty = "".join(f'<p rsidR="{n:08X}"/>' for n in range(1_000_000))

    assert "Печёт хлеб" == read(x.pack(empty + x.p("Печёт хлеб")))
