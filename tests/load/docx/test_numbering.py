"""Automatic numbers, as Word prints them."""

from __future__ import annotations

from typing import Any

import pytest

from notation import item, level, numbering


def labels(document: Any) -> list[str]:
    """The labels in order."""
    return [b.label for b in document.blocks]


def test_levels_count_and_start_again(read: Any) -> None:
    """Deeper levels start again under a new number; the label stands in the text and in the block."""
    document = read(
        item("А") + item("Б", 1) + item("В", 1) + item("Г") + item("Д", 1),
        numbering=numbering(level(0, "%1."), level(1, "%1.%2.")),
    )

    assert ["1.", "1.1.", "1.2.", "2.", "2.1."] == labels(document)
    assert "2.1. Д" == document.text.splitlines()[-1]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", ["1", "2", "3"]),
        ("decimalZero", ["01", "02", "03"]),
        ("upperRoman", ["I", "II", "III"]),
        ("lowerRoman", ["i", "ii", "iii"]),
        ("upperLetter", ["A", "B", "C"]),
        ("lowerLetter", ["a", "b", "c"]),
        ("russianLower", ["а", "б", "в"]),
        ("russianUpper", ["А", "Б", "В"]),
        ("ordinal", ["1-й", "2-й", "3-й"]),
        ("decimalEnclosedCircle", ["①", "②", "③"]),
        ("decimalEnclosedParen", ["(1)", "(2)", "(3)"]),
        ("decimalEnclosedFullstop", ["1.", "2.", "3."]),
        ("numberInDash", ["- 1 -", "- 2 -", "- 3 -"]),
        ("hex", ["1", "2", "3"]),
        ("none", ["", "", ""]),
    ],
)
def test_formats(read: Any, form: str, expected: list[str]) -> None:
    """Every format that Russian documents use."""
    document = read(item("п") * 3, numbering=numbering(level(0, "%1", form)))

    assert expected == labels(document)


def test_russian_alphabet(read: Any) -> None:
    """Russian letters leave out ё, й, ъ and ь, and are doubled after я."""
    document = read(item("п") * 31, numbering=numbering(level(0, "%1)", "russianLower")))

    assert [*"абвгдежзиклмнопрстуфхцчшщыэюя", "аа", "бб"] == [label[:-1] for label in labels(document)]


def test_legal_numbers(read: Any) -> None:
    """A level with isLgl prints Roman numbers above it as Arabic."""
    document = read(
        item("А") + item("Б", 1),
        numbering=numbering(level(0, "%1.", "upperRoman"), level(1, "%1.%2.", more="<isLgl/>")),
    )

    assert ["I.", "1.1."] == labels(document)


def test_start_override(read: Any) -> None:
    """An instance with its own start begins anew once and then counts on."""
    other = '<num numId="2"><abstractNumId val="0"/><lvlOverride ilvl="0"><startOverride val="1"/></lvlOverride></num>'
    document = read(
        item("А") + item("Б") + item("В", number=2) + item("Г", number=2) + item("Д", number=1),
        numbering=numbering(level(0, "%1."), more=other),
    )

    assert ["1.", "2.", "1.", "2.", "3."] == labels(document)


def test_instances_share_their_list(read: Any) -> None:
    """Two instances of one list without a start of their own count together."""
    document = read(
        item("А") + item("Б", number=2),
        numbering=numbering(level(0, "%1."), more='<num numId="2"><abstractNumId val="0"/></num>'),
    )

    assert ["1.", "2."] == labels(document)


def test_level_override(read: Any) -> None:
    """An instance may define a level anew."""
    own = f'<lvlOverride ilvl="0">{level(0, "Пункт %1.", start=5)}</lvlOverride>'
    document = read(item("А"), numbering=numbering(level(0, "%1."), overrides=own))

    assert ["Пункт 5."] == labels(document)


@pytest.mark.parametrize(
    ("restart", "expected"), [("", "1"), ('<lvlRestart val="0"/>', "2"), ('<lvlRestart val="1"/>', "2")]
)
def test_restart(read: Any, restart: str, expected: str) -> None:
    """A level starts again after any higher level, never, or after the level it names."""
    levels = (level(0, "%1."), level(1, "%2."), level(2, "%3", more=restart))
    document = read(item("А") + item("Б", 1) + item("В", 2) + item("Г", 1) + item("Д", 2), numbering=numbering(*levels))

    assert expected == labels(document)[-1]


def test_style_chain(x: Any, read: Any) -> None:
    """A paragraph style numbers its paragraphs at the level tied to it; numId 0 takes the number off."""
    styles = (
        '<style type="paragraph" styleId="a"><name val="Раздел"/><pPr><numPr><numId val="1"/></numPr></pPr></style>'
        '<style type="paragraph" styleId="b"><name val="Пункт"/><pPr><numPr><numId val="1"/></numPr></pPr></style>'
        '<style type="paragraph" styleId="c"><name val="Пункт мелкий"/><basedOn val="b"/></style>'
    )
    tied = numbering(level(0, "%1.", more='<pStyle val="a"/>'), level(1, "%1.%2.", more='<pStyle val="b"/>'))
    document = read(
        x.p("А", '<pStyle val="a"/>')
        + x.p("Б", '<pStyle val="b"/>')
        + x.p("В", '<pStyle val="b"/><numPr><numId val="0"/></numPr>')
        + x.p("Г", '<pStyle val="b"/>'),
        styles=styles,
        numbering=tied,
    )

    assert ["1.", "1.1.", "", "1.2."] == labels(document)


def test_numbering_style_link(read: Any) -> None:
    """A list that only names a numbering style counts as the list of that style."""
    styles = (
        '<style type="numbering" styleId="n"><name val="Список"/><pPr><numPr><numId val="1"/></numPr></pPr></style>'
    )
    linked = (
        numbering(level(0, "%1)"))
        + '<abstractNum abstractNumId="7"><numStyleLink val="n"/></abstractNum>'
        + '<num numId="2"><abstractNumId val="7"/></num>'
    )

    assert ["1)", "2)"] == labels(read(item("А", number=2) + item("Б", number=2), styles=styles, numbering=linked))


def test_deleted_mark_does_not_count(read: Any) -> None:
    """A numbered paragraph deleted with its mark does not advance the number."""
    gone = (
        item("Удалён")
        .replace("</numPr>", "</numPr><rPr><del/></rPr>")
        .replace("<r><t>Удалён</t></r>", "<del><r><delText>Удалён</delText></r></del>")
    )
    document = read(item("А") + gone + item("Б"), numbering=numbering(level(0, "%1.")))

    assert "1. А\n2. Б" == document.text


def test_through_tables_and_boxes(x: Any, read: Any) -> None:
    """Numbers run on through the cells of a table and through text boxes, in the order of the file."""
    inside = f"<txbxContent>{item('В рамке')}</txbxContent>"
    box = f"<r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></r>"
    document = read(
        item("А") + x.table([x.c(item("Б"))]) + item("В").replace("<r>", f"{box}<r>", 1) + item("Г"),
        numbering=numbering(level(0, "%1.")),
    )

    assert ["1. А", "2. Б", "3. В", "5. Г", "4. В рамке"] == document.text.splitlines()


@pytest.mark.parametrize(
    ("char", "font", "shown"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "•"),
        ("–", "Times New Roman", "–"),
        ("o", "Courier New", "○"),
        ("•", "Arial", "•"),
    ],
)
def test_bullets(read: Any, char: str, font: str, shown: str) -> None:
    """Bullets of symbol fonts are read as a bullet, dashes as they are."""
    bullet = level(0, char, "bullet", more=f'<rPr><rFonts ascii="{font}"/></rPr>')

    assert f"{shown} Текст" == read(item("Текст"), numbering=numbering(bullet)).text


def test_suffix_nothing(read: Any) -> None:
    """Where nothing stands after the number, nothing is put there."""
    assert "1.Текст" == read(item("Текст"), numbering=numbering(level(0, "%1.", more='<suff val="nothing"/>'))).text


def test_empty_item_keeps_its_number(read: Any) -> None:
    """Word prints the number of a paragraph without text; a reader sees an empty item."""
    document = read(item("А") + item("") + item("Б"), numbering=numbering(level(0, "%1.")))

    assert "1. А\n2.\n3. Б" == document.text


def test_unknown_list(read: Any) -> None:
    """A number of a list that is not defined is none."""
    assert "А" == read(item("А", number=9), numbering=numbering(level(0, "%1."))).text


def test_level_passed_over_is_used(read: Any) -> None:
    """A deeper level first: the level it passes over counts as used, so its first paragraph is the second."""
    document = read(item("А", 1) + item("Б", 0), numbering=numbering(level(0, "%1."), level(1, "%1.%2.")))

    assert ["1.1.", "2."] == labels(document)


def test_own_start_waits_for_its_level(read: Any) -> None:
    """An instance's own start of level one does not touch its deeper paragraphs that come before."""
    other = '<num numId="2"><abstractNumId val="0"/><lvlOverride ilvl="0"><startOverride val="1"/></lvlOverride></num>'
    body = item("А") + item("Б", 1) + item("В", 1, number=2) + item("Г", 0, number=2)

    assert ["1.", "1.1.", "1.2.", "1."] == labels(
        read(body, numbering=numbering(level(0, "%1."), level(1, "%1.%2."), more=other))
    )
