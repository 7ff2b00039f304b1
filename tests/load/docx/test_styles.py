"""What paragraphs take from their styles, and say themselves."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import BlockKind, Shape

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM
LISTS = (
    '<abstractNum abstractNumId="1"><lvl ilvl="0"><start val="1"/><lvlText val="%1."/></lvl>'
    '<lvl ilvl="1"><start val="1"/><pStyle val="tied"/><lvlText val="%1.%2."/></lvl></abstractNum>'
    '<num numId="1"><abstractNumId val="1"/></num>'
)


def style(inside: str, identity: str = "s", name: str = "Свой", more: str = "") -> str:
    """A paragraph style."""
    return f'<style type="paragraph" styleId="{identity}"{more}><name val="{name}"/>{inside}</style>'


def kinds(document: Any) -> list[tuple[BlockKind, int]]:
    """Kind and level of each block."""
    return [(b.kind, b.level) for b in document.blocks]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("heading 1", (HEADING, 1)),
        ("Heading 9", (HEADING, 9)),
        ("Заголовок 3", (HEADING, 3)),
        ("заголовок2", (HEADING, 2)),
        (" heading 4 ", (HEADING, 4)),
        ("heading 12", (PARAGRAPH, 0)),
        ("heading", (PARAGRAPH, 0)),
        ("Заголовок 1 Знак", (PARAGRAPH, 0)),
        ("Title", (HEADING, 1)),
        ("название", (HEADING, 1)),
        ("Subtitle", (PARAGRAPH, 0)),
    ],
)
def test_headings_by_name(x: Any, read: Any, name: str, expected: tuple[BlockKind, int]) -> None:
    """The names that Word gives to headings, in English and Russian."""
    assert [expected] == kinds(read(x.p("Права", '<pStyle val="s"/>'), styles=style("", name=name)))


@pytest.mark.parametrize(
    ("name", "said", "own", "expected"),
    [
        ("Свой", '<outlineLvl val="0"/>', "", (HEADING, 1)),
        ("Свой", '<outlineLvl val="8"/>', "", (HEADING, 9)),
        ("Свой", '<outlineLvl val="9"/>', "", (PARAGRAPH, 0)),
        ("Свой", "", '<outlineLvl val="2"/>', (HEADING, 3)),
        ("Свой", '<outlineLvl val="0"/>', '<outlineLvl val="4"/>', (HEADING, 5)),
        ("Свой", '<outlineLvl val="0"/>', '<outlineLvl val="9"/>', (PARAGRAPH, 0)),
        ("heading 2", "", '<outlineLvl val="0"/>', (HEADING, 1)),
        ("heading 2", "", '<outlineLvl val="9"/>', (HEADING, 2)),
        ("heading 2", '<outlineLvl val="4"/>', "", (HEADING, 5)),
    ],
)
def test_outline_levels(x: Any, read: Any, name: str, said: str, own: str, expected: tuple[BlockKind, int]) -> None:
    """A level of the outline makes a heading; the paragraph's own word holds before its style's."""
    styles = style(f"<pPr>{said}</pPr>", name=name)

    assert [expected] == kinds(read(x.p("Права", f'<pStyle val="s"/>{own}'), styles=styles))


@pytest.mark.parametrize(
    ("default", "named", "expected"),
    [
        ('default="1"', "", HEADING),
        ('default="true"', "", HEADING),
        ('default="on"', "", HEADING),
        ('default="0"', "", PARAGRAPH),
        ("", "", PARAGRAPH),
        ('default="1"', '<pStyle val="нет"/>', HEADING),
        ('default="1"', '<pStyle val="plain"/>', PARAGRAPH),
    ],
)
def test_default_style(x: Any, read: Any, default: str, named: str, expected: BlockKind) -> None:
    """A paragraph that names no style, or one that is not there, has the default one."""
    styles = style("", name="heading 1", more=f" {default}") + style("", "plain")

    assert [expected] == [b.kind for b in read(x.p("Права", named), styles=styles).blocks]


def test_default_style_of_characters(x: Any, read: Any) -> None:
    """A default style of another kind is none of paragraphs."""
    styles = '<style type="table" styleId="t" default="1"><name val="heading 1"/></style>'

    assert [(PARAGRAPH, 0)] == kinds(read(x.p("Права"), styles=styles))


@pytest.mark.parametrize(
    ("base", "above", "expected"),
    [
        ("", "", (PARAGRAPH, False)),
        ('<pPr><jc val="center"/></pPr>', "", (PARAGRAPH, True)),
        ('<pPr><jc val="center"/></pPr>', '<pPr><jc val="left"/></pPr>', (PARAGRAPH, False)),
        ('<pPr><jc val="both"/></pPr>', '<pPr><jc val="center"/></pPr>', (PARAGRAPH, True)),
        ('<pPr><outlineLvl val="1"/></pPr>', '<pPr><jc val="center"/></pPr>', (HEADING, True)),
        ('<pPr><jc val="center"/></pPr>', "<pPr/>", (PARAGRAPH, True)),
    ],
)
def test_inherited(x: Any, read: Any, base: str, above: str, expected: tuple[BlockKind, bool]) -> None:
    """A style takes from the one it is based on what it does not say itself."""
    styles = style(f'<basedOn val="b"/>{above}') + style(base, "b")
    document = read(x.p("Права", '<pStyle val="s"/>'), styles=styles)

    assert [expected] == [(b.kind, b.centered) for b in document.blocks]


@pytest.mark.parametrize(
    ("said", "own", "centered"),
    [
        ("center", None, True),
        ("center", "left", False),
        ("left", "center", True),
        ("left", None, False),
        ("left", "", False),
    ],
)
def test_centered(x: Any, read: Any, said: str, own: str | None, centered: bool) -> None:  # noqa: FBT001
    """A paragraph's own alignment holds before its style's."""
    align = "" if own is None else f'<jc val="{own}"/>'
    styles = style(f'<pPr><jc val="{said}"/></pPr>')

    assert [centered] == [b.centered for b in read(x.p("Права", f'<pStyle val="s"/>{align}'), styles=styles).blocks]


NUMBERED = '<numPr><numId val="1"/></numPr>'
DEEP = '<numPr><ilvl val="1"/><numId val="1"/></numPr>'


@pytest.mark.parametrize(
    ("said", "own", "expected"),
    [
        (NUMBERED, "", ("1.", ITEM, 1)),
        (DEEP, "", ("1.1.", ITEM, 2)),
        # the paragraph's own list, level or both
        ("", NUMBERED, ("1.", ITEM, 1)),
        ("", DEEP, ("1.1.", ITEM, 2)),
        (NUMBERED, '<numPr><ilvl val="1"/></numPr>', ("1.1.", ITEM, 2)),
        (DEEP, '<numPr><ilvl val="0"/></numPr>', ("1.", ITEM, 1)),
        (DEEP, NUMBERED, ("1.1.", ITEM, 2)),
        ("", '<numPr><ilvl val="1"/></numPr>', ("", PARAGRAPH, 0)),
        # taken off
        (DEEP, '<numPr><numId val="0"/></numPr>', ("", PARAGRAPH, 0)),
        ('<numPr><numId val="0"/></numPr>', "", ("", PARAGRAPH, 0)),
        ('<numPr><numId val="0"/></numPr>', NUMBERED, ("1.", ITEM, 1)),
        ("", "<numPr><numId/></numPr>", ("", PARAGRAPH, 0)),
        ("", "<numPr/>", ("", PARAGRAPH, 0)),
        (NUMBERED, "<numPr/>", ("1.", ITEM, 1)),
        # a heading keeps its level
        (f'<outlineLvl val="4"/>{NUMBERED}', "", ("1.", HEADING, 5)),
    ],
)
def test_numbered_by_style(x: Any, read: Any, said: str, own: str, expected: tuple[str, BlockKind, int]) -> None:
    """A list and a level in it come from the style as far as the paragraph does not say them."""
    document = read(x.p("Права", f'<pStyle val="s"/>{own}'), styles=style(f"<pPr>{said}</pPr>"), numbering=LISTS)

    assert [expected] == [(b.label, b.kind, b.level) for b in document.blocks]


@pytest.mark.parametrize(
    ("own", "label"),
    [("", "1.1."), (NUMBERED, "1."), ('<numPr><ilvl val="0"/></numPr>', "1."), (DEEP, "1.1.")],
)
def test_level_tied_to_a_style(x: Any, read: Any, own: str, label: str) -> None:
    """A level that names the style is the style's, unless the paragraph says list or level itself."""
    styles = style(f"<pPr>{NUMBERED}</pPr>", "tied")

    assert [label] == [
        b.label for b in read(x.p("Права", f'<pStyle val="tied"/>{own}'), styles=styles, numbering=LISTS).blocks
    ]


TABS = '<tab val="left" pos="2000" leader="underscore"/>'


@pytest.mark.parametrize(
    ("said", "own", "blank"),
    [
        (f"<tabs>{TABS}</tabs>", "", True),
        ("", f"<tabs>{TABS}</tabs>", True),
        (f"<tabs>{TABS}</tabs>", '<tabs><tab val="clear" pos="2000"/></tabs>', False),
        (f"<tabs>{TABS}</tabs>", '<tabs><tab val="clear" pos="3000"/></tabs>', True),
        (f"<tabs>{TABS}</tabs>", '<tabs><tab val="left" pos="2000"/></tabs>', False),
        (f"<tabs>{TABS}</tabs>", '<tabs><tab val="left" pos="2000" leader="none"/></tabs>', False),
        (f"<tabs>{TABS}</tabs>", '<tabs><tab val="left" pos="1000"/></tabs>', False),
        (f"<tabs>{TABS}</tabs>", '<tabs><tab val="left" pos="3000"/></tabs>', True),
        ("", f"<tabs><!-- стоп -->{TABS}</tabs>", True),
        ('<tabs><tab val="left" pos="3000"/><tab val="left" pos="2000" leader="dot"/></tabs>', "", True),
        # behind the stop nothing is drawn; the indent of the style counts until the paragraph says another
        (f'<tabs>{TABS}</tabs><ind left="2500"/>', "", False),
        (f'<tabs>{TABS}</tabs><ind left="2500"/>', '<ind left="0"/>', True),
        (f'<tabs>{TABS}</tabs><ind left="2500"/>', '<ind hanging="1000"/>', True),
        (f'<tabs>{TABS}</tabs><ind left="1500"/>', '<ind firstLine="500"/>', False),
        (f'<tabs>{TABS}</tabs><ind start="2500"/>', "", False),
        (f'<tabs>{TABS}</tabs><ind left="1000" firstLine="1500"/>', "", False),
        (f'<tabs>{TABS}</tabs><ind left="1000" firstLine="500" hanging="500"/>', "", True),
    ],
)
def test_tab_stops(x: Any, read: Any, said: str, own: str, blank: bool) -> None:  # noqa: FBT001
    """Stops of the paragraph stand beside those of its style, in their place or clear them."""
    body = f'<p><pPr><pStyle val="s"/>{own}</pPr>{x.t("Я")}<r><tab/></r></p>'

    assert [Shape.TABS] * blank == [b.shape for b in read(body, styles=style(f"<pPr>{said}</pPr>")).blanks]


BOTTOM = '<bottom val="single"/>'


@pytest.mark.parametrize(
    ("said", "own", "blank"),
    [
        (BOTTOM, "", True),
        ("", BOTTOM, True),
        (BOTTOM, '<bottom val="nil"/>', False),
        (BOTTOM, '<top val="single"/>', True),
        (BOTTOM, '<left val="single"/>', False),
        ("", f"<!-- снизу -->{BOTTOM}", True),
        (f'{BOTTOM}<left val="single"/>', "", False),
        (f'{BOTTOM}<left val="single"/>', '<left val="none"/>', True),
    ],
)
def test_borders(x: Any, read: Any, said: str, own: str, blank: bool) -> None:  # noqa: FBT001
    """So do the lines around it."""
    body = x.p("Кому:") + f'<p><pPr><pStyle val="s"/><pBdr>{own}</pBdr></pPr></p>'
    document = read(body, styles=style(f"<pPr><pBdr>{said}</pBdr></pPr>"))

    assert [Shape.BORDER] * blank == [b.shape for b in document.blanks]


@pytest.mark.parametrize(
    ("mark", "joins"),
    [
        ("<del/>", True),
        ("<moveFrom/>", True),
        ("<ins/>", False),
        ("<moveTo/>", False),
        ("<vanish/>", True),
        ('<vanish val="0"/>', False),
        ("<vanish/><specVanish/>", True),
        ("<specVanish/>", True),
        ('<specVanish val="false"/>', False),
        ("<b/>", False),
        ("<ins/><del/>", True),
        ("<del/><ins/>", True),
        ("", False),
    ],
)
def test_paragraphs_that_go_on(x: Any, read: Any, mark: str, joins: bool) -> None:  # noqa: FBT001
    """A paragraph whose mark is taken out or hidden goes on with the next one, up to the end of its cell or story."""
    gone = x.p("Порт", f"<rPr>{mark}</rPr>")

    assert ("ПортМаяк" if joins else "Порт\nМаяк") == read(gone + x.p("Маяк")).text
    assert "Порт\nМаяк" == read(x.table([x.c(gone), x.c("Маяк")])).text
    assert "Порт\nМаяк" == read(x.table([x.c(gone)]) + x.p("Маяк")).text
    assert ("ПортМаякБуй" if joins else "Порт\nМаяк\nБуй") == read(
        gone + gone.replace("Порт", "Маяк") + x.p("Буй")
    ).text


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("", [("1.", "Порт"), ("2.", "Маяк"), ("3.", "Буй")]),
        ("<del/>", [("1.", "ПортМаяк"), ("2.", "Буй")]),
        ("<vanish/>", [("1.", "ПортМаяк"), ("2.", "Буй")]),
        ("<vanish/><specVanish/>", [("1.", "ПортМаяк"), ("2.", "Буй")]),
        ("<specVanish/>", [("1.", "ПортМаяк"), ("2.", "Буй")]),
        ("<del/><specVanish/>", [("", "ПортМаяк"), ("1.", "Буй")]),
    ],
)
def test_numbers_of_paragraphs_that_go_on(x: Any, read: Any, mark: str, expected: list[tuple[str, str]]) -> None:
    """Paragraphs in one line are counted once: the next one's number, or the first one's before a separator."""
    document = read(
        x.p("Порт", f"{NUMBERED}<rPr>{mark}</rPr>") + x.p("Маяк", NUMBERED) + x.p("Буй", NUMBERED), numbering=LISTS
    )

    assert expected == [(b.label, b.span.of(document.text).removeprefix(f"{b.label} ")) for b in document.blocks]


def test_style_of_a_table(x: Any, read: Any) -> None:
    """The lines of a table come from its style as far as the table does not say them."""

    def cells(borders: str, own: str = "") -> list[BlockKind]:
        said = f"<tblBorders>{borders}</tblBorders>" if borders else ""
        styles = (
            f'<style type="table" styleId="g"><basedOn val="b"/><tblPr>{said}</tblPr></style>'
            f'<style type="table" styleId="b"><tblPr><tblBorders>{x.grid}</tblBorders></tblPr></style>'
        )
        mine = f"<tblBorders>{own}</tblBorders>" if own else ""
        row = f"<tr>{x.c('3. Подчиняется начальнику')}{x.c('')}{x.c('.')}</tr>"
        return [b.kind for b in read(f'<tbl><tblPr><tblStyle val="g"/>{mine}</tblPr>{row}</tbl>', styles=styles).blocks]

    assert [BlockKind.CELL] * 2 == cells("")
    assert [PARAGRAPH] == cells('<insideV val="nil"/>')
    assert [PARAGRAPH] == cells("", '<insideV val="none"/>')
    assert [BlockKind.CELL] * 2 == cells('<insideV val="nil"/>', '<insideV val="single"/>')
