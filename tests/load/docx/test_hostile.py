"""Word files made to harm whoever opens them: each is refused in one sentence or read in bounded time."""

from __future__ import annotations

import re
from typing import Any

import pytest

from jdlint.errors import LoadError
from jdlint.load.docx import load, package
from jdlint.model.document import Source

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def read(data: bytes) -> str:
    """The reading text of such a file."""
    return load(Source("опись.docx", data)).text


def refused(data: bytes) -> str:
    """What is said of a file that is not read."""
    with pytest.raises(LoadError) as caught:
        read(data)
    return caught.value.ru


def said(data: bytes) -> str:
    """The reading text, or what is said of a file that is not read."""
    try:
        return read(data)
    except LoadError as error:
        return error.ru


def item(number: str = "1", depth: str = "0") -> str:
    """A numbered paragraph."""
    return f'<p><pPr><numPr><ilvl val="{depth}"/><numId val="{number}"/></numPr></pPr><r><t>Ключи</t></r></p>'


def numbering(form: str = "decimal", start: str = "1", text: str = "%1.", depth: str = "0") -> str:
    """A list of one level."""
    level = f'<lvl ilvl="{depth}"><start val="{start}"/><numFmt val="{form}"/><lvlText val="{text}"/></lvl>'
    return f'<abstractNum abstractNumId="1">{level}</abstractNum><num numId="1"><abstractNumId val="1"/></num>'


def test_too_many_entries(x: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive of more entries than any document has is refused before one of them is unpacked."""
    monkeypatch.setattr(package, "MAXIMUM_ENTRIES", 20)
    data = x.repacked(x.pack(x.p("Ключи")), more={f"word/media/{n}.xml": b"<a/>" for n in range(30)})

    assert "частей" in refused(data)


def test_parts_that_are_large_together(x: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts within the bound that unpack to too much together are refused."""
    monkeypatch.setattr(package, "MAXIMUM_TOTAL", 4000)
    data = x.pack(x.p("Ключи"), styles="<style/>" * 200, numbering="<num/>" * 200)

    assert "всего" in refused(data)


def test_a_size_that_lies(x: Any) -> None:
    """A part that is larger than the archive says is damaged, and no more of it is unpacked than was said."""
    data = bytearray(x.pack(x.p("Ключи" * 99)))
    at = data.rfind(b"word/document.xml") - 46
    assert b"PK\x01\x02" == data[at : at + 4]
    data[at + 24 : at + 28] = (90).to_bytes(4, "little")

    assert "повреждена" in refused(bytes(data))


@pytest.mark.parametrize("name", ["../../../опись.txt", "/etc/опись", "C:\\опись.txt", "word\\..\\..\\опись"])
def test_names_that_climb(x: Any, name: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of an archive is ever written to a disk, whatever path its entries name."""
    monkeypatch.chdir(tmp_path)

    assert "Ключи" == read(x.repacked(x.pack(x.p("Ключи")), more={name: b"x"}))
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("target", ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "", "..", "_rels"])
def test_relations_that_climb(x: Any, target: str) -> None:
    """A relation to a place outside the file leads nowhere."""
    relation = f'<Relationship Id="a" Type="x/officeDocument" Target="{target}"/>'
    data = x.repacked(
        x.pack(x.p("Ключи")),
        more={"_rels/.rels": f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>'.encode()},
    )

    assert "Ключи" == read(data)


@pytest.mark.parametrize(
    "part", ["word/document.xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml"]
)
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 100,
        b"<a>" * 5000,
        b'<?xml version="1.0" encoding="x-none"?><a/>',
        b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>',
        b'<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a/>',
    ],
)
def test_parts_that_are_no_xml(x: Any, part: str, content: bytes) -> None:
    """A part that is not sound XML, or declares entities, makes the file unreadable in one sentence."""
    told = refused(x.repacked(x.pack(x.p("Ключи"), styles="<style/>"), more={part: content}))

    assert "\n" not in told


@pytest.mark.parametrize("types", [b"<Types/>", b"not XML at all", b"\xff\xfe\x00"])
def test_wrong_content_types(x: Any, types: bytes) -> None:
    """What the list of content types says, or whether it can be read, does not matter to the reading."""
    assert "Ключи" == read(x.repacked(x.pack(x.p("Ключи")), more={"[Content_Types].xml": types}))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<sdt><sdtContent>", "</sdtContent></sdt>"),
        ("<ins>", "</ins>"),
        ("<tbl><tr><tc>", "<p/></tc></tr></tbl>"),
        ("<p><r><pict><v:shape><v:textbox><txbxContent>", "</txbxContent></v:textbox></v:shape></pict></r></p>"),
    ],
)
@pytest.mark.parametrize("depth", [30, 110, 3000])
def test_deep_nesting(x: Any, before: str, after: str, depth: int) -> None:
    """Whatever nests beyond reason is left out or refused; it never exhausts the stack."""
    body = before * depth + x.p("дно") + after * depth + x.p("после")

    assert re.search("после|повреждена", said(x.pack(body)))


@pytest.mark.parametrize(("tables", "text"), [(39, "дно\nпосле"), (40, "после")])
def test_the_deepest_that_is_read(x: Any, tables: int, text: str) -> None:
    """Tables within tables are read to the fortieth story; so are as many beside each other as there are."""
    body = x.p("дно")
    for _ in range(tables):
        body = f"<tbl><tblPr/><tr><tc><tcPr/>{body}<p/></tc></tr></tbl>"

    assert text == read(x.pack(body + x.p("после")))
    assert "после" == read(x.pack("<tbl><tr><tc><p/></tc></tr></tbl>" * 50 + x.table([x.c("после")])))


@pytest.mark.parametrize("depth", [100, 3000])
def test_deep_nesting_in_a_paragraph(x: Any, depth: int) -> None:
    """The same within one paragraph: controls, insertions, fields that never end, fractions."""
    for before, after in [
        ("<sdt><sdtContent>", "</sdtContent></sdt>"),
        ("<ins>", "</ins>"),
        ('<r><fldChar fldCharType="begin"/></r>', ""),
        ("<m:oMath><m:f><m:num>", "</m:num></m:f></m:oMath>"),
    ]:
        body = f"<p>{before * depth}{x.t('дно')}{after * depth}</p>{x.p('после')}"

        assert re.search("после|повреждена", said(x.pack(body)))


@pytest.mark.parametrize("length", [1, 2, 5000])
def test_styles_that_inherit_in_a_circle(x: Any, length: int) -> None:
    """A circle of styles, or a chain of thousands, is followed once round."""
    styles = "".join(
        f'<style type="paragraph" styleId="s{n}"><basedOn val="s{(n + 1) % length}"/></style>' for n in range(length)
    )
    data = x.pack(f'<p><pPr><pStyle val="s0"/></pPr>{x.t("Ключи")}</p>', styles=styles)

    assert "Ключи" == read(data)


def test_a_long_chain_is_inherited_to_its_end(x: Any) -> None:
    """What the last of many styles says holds for the first."""
    styles = "".join(
        f'<style type="paragraph" styleId="s{n}"><basedOn val="s{n + 1}"/></style>' for n in range(3000)
    ) + ('<style type="paragraph" styleId="s3000"><pPr><outlineLvl val="1"/></pPr></style>')
    document = load(Source("а.docx", x.pack(f'<p><pPr><pStyle val="s0"/></pPr>{x.t("Ключи")}</p>', styles=styles)))

    assert 2 == document.blocks[0].level


def test_numbering_that_links_to_itself(x: Any) -> None:
    """A list whose style names the list again is a list without levels."""
    lists = '<abstractNum abstractNumId="1"><numStyleLink val="a"/></abstractNum><num numId="1"><abstractNumId val="1"/></num>'
    styles = '<style type="numbering" styleId="a"><pPr><numPr><numId val="1"/></numPr></pPr></style>'

    assert "Ключи" == read(x.pack(item(), numbering=lists, styles=styles))


@pytest.mark.parametrize("form", ["upperRoman", "lowerLetter", "russianLower", "decimal", "decimalZero", "ordinal"])
@pytest.mark.parametrize("start", ["2147483647", "99999999999999999999", "-7", "9" * 4300, "1e999", "nan", "²"])
def test_numbers_beyond_counting(x: Any, form: str, start: str) -> None:
    """A list that begins at a monstrous number gets a short label, not one of millions of letters."""
    text = read(x.pack(item() * 2, numbering=numbering(form, start)))

    assert 2 == text.count("Ключи")
    assert len(text) < 60


@pytest.mark.parametrize("depth", ["9", "12", "-3", "-12", "99999999999", "x"])
def test_levels_that_do_not_exist(x: Any, depth: str) -> None:
    """A paragraph on a level that lists do not have is read without a number or on the first."""
    assert read(x.pack(item(depth=depth), numbering=numbering(depth=depth))).endswith("Ключи")


def test_a_label_of_thousands_of_places(x: Any) -> None:
    """What a level's text says beyond the length that Word allows is left out."""
    assert len(read(x.pack(item(), numbering=numbering(text="%1" * 100_000)))) < 300


@pytest.mark.parametrize("value", ["2000000000", "-5", "1e999", "x"])
def test_cells_over_monstrous_columns(x: Any, value: str) -> None:
    """How many columns a cell claims to cover costs nothing."""
    cell = x.c("Ключи", f'<gridSpan val="{value}"/>')

    assert "Ключи" in read(x.pack(x.table([cell, cell], [cell])))


def test_choice_that_no_list_has(x: Any) -> None:
    """A form field whose chosen entry is no number that exists shows its first entry."""
    for chosen in ("²", "7", "9" * 5000):
        field = f'<ffData><ddList><result val="{chosen}"/><listEntry val="Ключи"/></ddList></ffData>'
        body = (
            f'<p><r><fldChar fldCharType="begin">{field}</fldChar></r><r><instrText>FORMDROPDOWN</instrText></r>'
            '<r><fldChar fldCharType="end"/></r></p>'
        )

        assert "Ключи" == read(x.pack(body))


def test_very_many_paragraphs(x: Any) -> None:
    """A hundred thousand empty paragraphs are read through; short lines of one sentence cost no more than their number."""
    empty = "".join(f'<p rsidR="{n:08X}"/>' for n in range(100_000))
    short = "".join(f'<p rsidR="{n:08X}">{x.t("а")}</p>' for n in range(30_000))

    assert "Ключи" == read(x.pack(empty + x.p("Ключи")))
    assert 30_000 == read(x.pack(short)).count("а")


def test_a_wide_table(x: Any) -> None:
    """The borders of a table of many columns are shared out cell by cell."""
    row = "<tr>" + "<tc><tcPr/><p/></tc>" * 400 + "</tr>"

    assert "Ключи" == read(x.pack(f"<tbl><tblPr/>{row * 60}</tbl>{x.p('Ключи')}"))
