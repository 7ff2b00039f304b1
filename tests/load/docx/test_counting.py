"""How lists count and what their numbers look like, beside what every document has."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.load.docx.numbering import FORMATS
from jdlint.model.document import BlockKind
from notation import item as numbered
from notation import level, numbering


def item(depth: object = 0, num: int = 1) -> str:
    """A numbered paragraph, whatever its words."""
    return numbered("п", depth, num)


def labels(document: Any) -> list[str]:
    """The labels in order."""
    return [b.label for b in document.blocks]


def alternate(choice: str | None, fallback: str) -> str:
    """A choice of later versions and what older ones read instead."""
    first = "" if choice is None else f'<mc:Choice Requires="w14">{choice}</mc:Choice>'
    return f"<mc:AlternateContent>{first}<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("decimal", {0: "0", 1: "1", 40000: "40000"}),
        ("decimalZero", {0: "00", 9: "09", 10: "10", 100: "100"}),
        ("upperRoman", {1: "I", 4: "IV", 19: "XIX", 40: "XL", 999: "CMXCIX", 32768: "32768"}),
        ("lowerRoman", {9: "ix", 14: "xiv", 32768: "32768"}),
        ("upperLetter", {0: "", 1: "A", 26: "Z", 27: "AA", 52: "ZZ", 53: "AAA"}),
        ("lowerLetter", {-1: "", 0: "", 1: "a", 26: "z", 27: "aa", 53: "aaa", 32768: "32768"}),
        ("russianLower", {0: "", 1: "а", 29: "я", 30: "аа", 58: "яя", 59: "ааа"}),
        ("russianUpper", {1: "А", 30: "АА", 32768: "32768"}),
        ("ordinal", {1: "1-й"}),
        ("decimalEnclosedCircle", {0: "0", 1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {3: "(3)"}),
        ("decimalEnclosedFullstop", {3: "3."}),
        ("numberInDash", {3: "- 3 -"}),
        ("hex", {10: "A", 255: "FF"}),
        ("none", {1: ""}),
    ],
)
def test_forms(form: str, told: dict[int, str]) -> None:
    """What each form of number makes of numbers at its ends, and where it gives up for plain digits."""
    assert told == {value: FORMATS[form](value) for value in told}


def test_the_last_number_that_word_writes_out() -> None:
    """Letters and Roman numerals are written up to 32767, however long they are."""
    assert "g" * 1261 == FORMATS["lowerLetter"](32767)
    assert "m" * 32 + "dcclxvii" == FORMATS["lowerRoman"](32767)


@pytest.mark.parametrize(
    ("levels", "depths", "expected"),
    [
        # a level without a start begins at nought, as Word has it
        ([level(0, "%1.", start=None)], [0, 0], ["0.", "1."]),
        ([level(0, "%1.", start=5)], [0, 0], ["5.", "6."]),
        # a number below its own level shows where that would begin; of a level that is not told, nought
        ([level(0, "%1.%2"), level(1, "%2", start=7)], [0], ["1.7"]),
        ([level(0, "%1.%3")], [0], ["1.0"]),
        # an unknown form of number counts in digits
        ([level(0, "%1.", form="chicago")], [0, 0], ["1.", "2."]),
        # words around the number, two numbers, no number
        ([level(0, "Раздел %1 –")], [0], ["Раздел 1 –"]),
        ([level(0, "%1.%1")], [0, 0], ["1.1", "2.2"]),
        ([level(0, "Примечание")], [0, 0], ["Примечание", "Примечание"]),
        ([level(0, " %1. ")], [0], ["1."]),
        ([level(0, "%0%1")], [0], ["%01"]),
        # a level passed over that is not told stays untold
        ([level(1, "%1.%2")], [1, 1], ["0.1", "0.2"]),
        ([level(0, "%1."), level(2, "%1.%2.%3")], [2, 0], ["1.0.1", "2."]),
        # deeper levels go on when nothing above them counts
        ([level(0, "%1."), level(1, "%1.%2")], [0, 1, 1, 0, 1], ["1.", "1.1", "1.2", "2.", "2.1"]),
        ([level(0, "%1"), level(1, "%2"), level(2, "%3")], [0, 1, 2, 2, 1, 2], ["1", "1", "1", "2", "2", "1"]),
    ],
)
def test_counting(read: Any, levels: list[str], depths: list[int], expected: list[str]) -> None:
    """Each paragraph counts at its own level and takes the others as they stand."""
    assert expected == labels(read("".join(map(item, depths)), numbering=numbering(*levels)))


@pytest.mark.parametrize(
    ("restart", "after_first", "after_second"),
    [("", "1", "1"), ("0", "2", "2"), ("1", "1", "2"), ("2", "1", "1"), ("3", "1", "1")],
)
def test_starting_again(read: Any, restart: str, after_first: str, after_second: str) -> None:
    """A level that names another starts again after that one and those above it, one that names none never."""
    named = f'<lvlRestart val="{restart}"/>' if restart else ""
    told = numbering(level(0, "%1."), level(1, "%2."), level(2, "%3", more=named))

    assert after_first == labels(read("".join(map(item, (0, 1, 2, 0, 2))), numbering=told))[-1]
    assert after_second == labels(read("".join(map(item, (0, 1, 2, 1, 2))), numbering=told))[-1]


@pytest.mark.parametrize(("depth", "label"), [("0", "1)"), ("8", "1)"), ("9", ""), ("-1", "")])
def test_levels_there_are(read: Any, depth: str, label: str) -> None:
    """A list has nine levels; a paragraph on any other is not numbered."""
    told = f'<lvl ilvl="{depth}"><start val="1"/><lvlText val="%{max(1, int(depth) + 1)})"/></lvl>'
    document = read(item(depth), numbering=numbering(told))

    assert [(label, BlockKind.ITEM if label else BlockKind.PARAGRAPH)] == [(b.label, b.kind) for b in document.blocks]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("<isLgl/>", ["I.", "1.1."]),
        ('<isLgl val="1"/>', ["I.", "1.1."]),
        ('<isLgl val="0"/>', ["I.", "I.1."]),
        ('<isLgl val="off"/>', ["I.", "I.1."]),
        ("", ["I.", "I.1."]),
    ],
)
def test_legal_numbers(read: Any, said: str, expected: list[str]) -> None:
    """Numbers are all Arabic where a level asks for it."""
    told = numbering(level(0, "%1.", form="upperRoman"), level(1, "%1.%2.", more=said))

    assert expected == labels(read(item() + item(1), numbering=told))


def test_legal_numbers_of_a_level_without_any(read: Any) -> None:
    """What shows no number shows none in Arabic either."""
    told = numbering(level(0, "%1", form="none"), level(1, "%1.%2", more="<isLgl/>"))

    assert ["", ".1"] == labels(read(item() + item(1), numbering=told))


@pytest.mark.parametrize(
    ("fmt", "expected"),
    [
        ('<numFmt val="custom" format="01, 02, 03, ..."/>', "02"),
        ('<numFmt val="custom" format="а, б, в, ..."/>', "б"),
        ('<numFmt val="custom" format=" А, Б, В, ..."/>', "Б"),
        ('<numFmt val="custom" format="001, 002, ..."/>', "2"),
        ('<numFmt val="custom"/>', "2"),
        ("<numFmt/>", "2"),
        ("", "2"),
        (alternate('<numFmt val="custom" format="а, б"/>', '<numFmt val="decimal"/>'), "б"),
        (alternate("", '<numFmt val="upperRoman"/>'), "II"),
        (alternate(None, '<numFmt val="upperRoman"/>'), "II"),
        ("<mc:AlternateContent/>", "2"),
    ],
)
def test_forms_of_later_versions(read: Any, fmt: str, expected: str) -> None:
    """A form that only later versions know is read from where they put it."""
    told = f'<lvl ilvl="0"><start val="1"/>{fmt}<lvlText val="%1"/></lvl>'

    assert expected == labels(read(item() + item(), numbering=numbering(told)))[1]


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [
        ("-", "Symbol", "-"),
        ("—", "Wingdings", "—"),
        ("•", "Arial", "•"),
        ("✓", "Arial", "✓"),
        ("✓", "Wingdings", "•"),
        ("§", "Wingdings", "•"),
        ("§", "Arial", "§"),
        ("Q", "Webdings", "•"),
        ("o", "Courier New", "○"),
        ("o", "Arial", "o"),
        ("x", "Courier New", "x"),
        ("\ue000", "Arial", "•"),
        ("\uf8ff", "Arial", "•"),
        ("\uf900", "Arial", "\uf900"),
        (" ► ", "Arial", "►"),
        ("Прим.", "Arial", "Прим."),
        ("", "Symbol", ""),
    ],
)
@pytest.mark.parametrize("where", ["ascii", "hAnsi"])
def test_bullets(read: Any, text: str, font: str, shown: str, where: str) -> None:
    """A bullet is read as it looks: letters of a font of signs, and what only a font knows, as a bullet."""
    told = level(0, text, "bullet", f'<rPr><rFonts {where}="{font}"/></rPr>')

    assert [shown] == labels(read(item(), numbering=numbering(told)))


@pytest.mark.parametrize("look", ["", "<rPr/>", "<rPr><b/></rPr>", "<rPr><rFonts/></rPr>"])
def test_bullets_without_a_font(read: Any, look: str) -> None:
    """A bullet that no font is told for is itself."""
    assert ["✓", "•"] == labels(
        read(
            item() + item(1),
            numbering=numbering(level(0, "✓", "bullet", look), level(1, "\uf0b7", "bullet", look)),
        )
    )


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("", "1. п\n2. п"),
        ("<rPr><vanish/></rPr>", "п\nп"),
        ('<rPr><vanish val="0"/></rPr>', "1. п\n2. п"),
        ('<suff val="nothing"/>', "1.п\n2.п"),
        ('<suff val="space"/>', "1. п\n2. п"),
        ("<suff/>", "1. п\n2. п"),
    ],
)
def test_what_stands_behind_a_number(read: Any, said: str, text: str) -> None:
    """A number that is hidden is not read; the words follow after a space, or at once."""
    document = read(item() * 2, numbering=numbering(level(0, "%1.", more=said)))

    assert text == document.text
    assert [(BlockKind.ITEM, 1)] * 2 == [(b.kind, b.level) for b in document.blocks]


def test_length_of_a_number(read: Any) -> None:
    """Of a level's text 255 letters are read."""
    assert "я" * 255 == labels(read(item(), numbering=numbering(level(0, "я" * 255 + "%1"))))[0]
    assert "я" * 254 + "%" == labels(read(item(), numbering=numbering(level(0, "я" * 254 + "%1"))))[0]


@pytest.mark.parametrize(
    ("override", "expected"),
    [
        ('<lvlOverride ilvl="0"><startOverride val="4"/></lvlOverride>', ["4.", "5.", "5.1"]),
        ('<lvlOverride><startOverride val="4"/></lvlOverride>', ["4.", "5.", "5.1"]),
        ('<lvlOverride ilvl="1"><startOverride val="4"/></lvlOverride>', ["1.", "2.", "2.4"]),
        ('<lvlOverride ilvl="1"/>', ["1.", "2.", "2.1"]),
        (f'<lvlOverride ilvl="1">{level(1, "%2)")}</lvlOverride>', ["1.", "2.", "1)"]),
        (f'<lvlOverride ilvl="1">{level(1, "%2)")}<startOverride val="4"/></lvlOverride>', ["1.", "2.", "4)"]),
    ],
)
def test_what_an_instance_says_itself(read: Any, override: str, expected: list[str]) -> None:
    """An instance may begin elsewhere, or write a level otherwise, and the rest is the list's."""
    told = numbering(level(0, "%1."), level(1, "%1.%2"), overrides=override)

    assert expected == labels(read(item() + item() + item(1), numbering=told))


def test_own_start_of_an_unknown_level(read: Any) -> None:
    """A start for a level that the list lacks gives it none."""
    told = numbering(level(0, "%1."), overrides='<lvlOverride ilvl="1"><startOverride val="4"/></lvlOverride>')

    assert [("1.", 1), ("", 0)] == [(b.label, b.level) for b in read(item() + item(1), numbering=told).blocks]


@pytest.mark.parametrize(("links", "label"), [(0, "1."), (1, "1."), (7, "1."), (8, "")])
def test_links_from_list_to_list(read: Any, links: int, label: str) -> None:
    """A list that names a style of numbers is the list of that style, over seven more of the kind."""
    told, styles = "", ""
    for n in range(1, links + 1):
        told += f'<abstractNum abstractNumId="{n}"><numStyleLink val="s{n}"/></abstractNum>'
        styles += f'<style type="numbering" styleId="s{n}"><pPr><numPr><numId val="{n + 1}"/></numPr></pPr></style>'
    last = f'<abstractNum abstractNumId="{links + 1}">{level(0, "%1.")}</abstractNum>'
    instances = "".join(f'<num numId="{n}"><abstractNumId val="{n}"/></num>' for n in range(1, links + 2))

    assert [label] == labels(read(item(), numbering=told + last + instances, styles=styles))


def test_list_of_number_nought(read: Any) -> None:
    """Number nought takes a paragraph out of its list, even where the file has a list of that number."""
    nought = '<num numId="0"><abstractNumId val="0"/></num>'

    assert ["1.", ""] == labels(read(item() + item(num=0), numbering=numbering(level(0, "%1."), more=nought)))


@pytest.mark.parametrize(
    "told",
    [
        '<abstractNum abstractNumId="1"><numStyleLink val="нет"/></abstractNum><num numId="1"><abstractNumId val="1"/></num>',
        '<abstractNum abstractNumId="1"/><num numId="1"><abstractNumId val="1"/></num>',
        '<num numId="1"><abstractNumId val="7"/></num>',
        '<num numId="1"/>',
        '<num numId="2"><abstractNumId val="1"/></num>',
    ],
)
def test_lists_that_lead_nowhere(read: Any, told: str) -> None:
    """A paragraph of a list that is not there, or has no level for it, has no number."""
    assert [("", BlockKind.PARAGRAPH)] == [(b.label, b.kind) for b in read(item(), numbering=told).blocks]


@pytest.mark.parametrize("styles", ["", '<style type="numbering" styleId="s"/>'])
def test_list_that_names_a_style_without_a_list(read: Any, styles: str) -> None:
    """A list whose style is missing, or names no list, has its own levels."""
    told = (
        f'<abstractNum abstractNumId="1"><numStyleLink val="s"/>{level(0, "%1)")}</abstractNum>'
        '<num numId="1"><abstractNumId val="1"/></num>'
    )

    assert ["1)"] == labels(read(item(), numbering=told, styles=styles))
