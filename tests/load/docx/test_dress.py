"""How words look, by everything that says so: defaults, styles of paragraphs and of characters, the run itself."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import BlockKind, NoteKind, Shape

FORMULA = "<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>"
BOX = (
    '<r><fldChar fldCharType="begin"><ffData><checkBox/></ffData></fldChar></r>'
    '<r><instrText>FORMCHECKBOX</instrText></r><r><fldChar fldCharType="end"/></r>'
)


def style(kind: str, identity: str, look: str, more: str = "") -> str:
    """A style of paragraphs or characters."""
    return f'<style type="{kind}" styleId="{identity}">{more}<rPr>{look}</rPr></style>'


def defaults(look: str) -> str:
    """What holds where no style says otherwise."""
    return f"<docDefaults><rPrDefault><rPr>{look}</rPr></rPrDefault></docDefaults>"


@pytest.mark.parametrize(
    ("default", "paragraph", "character", "own", "bold"),
    [
        ("", "", "", "", False),
        ("<b/>", "", "", "", True),
        ("<b/>", '<b val="0"/>', "", "", False),
        ("", "<b/>", "", "", True),
        ("", "", "<b/>", "", True),
        ("", "", "", "<b/>", True),
        ("", '<b val="false"/>', "", "", False),
        ("", '<b val="off"/>', "", "", False),
        ("", '<b val="1"/>', "", "", True),
        ("", '<b val="on"/>', "", "", True),
        # bold of a character style within bold of a paragraph style takes it off, bold of the run itself does not
        ("", "<b/>", "<b/>", "", False),
        ("", "<b/>", "", "<b/>", True),
        ("", "<b/>", "<b/>", "<b/>", True),
        ("", "<b/>", '<b val="0"/>', "", False),
        ("", "", "<b/>", '<b val="0"/>', False),
    ],
)
def test_bold(x: Any, read: Any, default: str, paragraph: str, character: str, own: str, bold: bool) -> None:  # noqa: FBT001
    """The nearest word on it holds."""
    document = read(
        x.p("Права", '<pStyle val="p"/>', f'<rStyle val="c"/>{own}'),
        styles=defaults(default) + style("paragraph", "p", paragraph) + style("character", "c", character),
    )

    assert [bold] == [b.bold for b in document.blocks]


@pytest.mark.parametrize(
    ("runs", "bold"),
    [
        ([("Права", "<b/>")], True),
        ([("Пра", "<b/>"), ("ва", "<b/>")], True),
        ([("1. ", ""), ("Права", "<b/>"), (":", "")], True),
        ([("Права", "<b/>"), (" и", "")], False),
        ([("и ", ""), ("Права", "<b/>")], False),
        ([("Права", ""), (" – ", "<b/>")], False),
        ([("2026", "<b/>")], False),
        ([("2026", "")], False),
    ],
)
def test_bold_blocks(x: Any, read: Any, runs: list[tuple[str, str]], bold: bool) -> None:  # noqa: FBT001
    """A block is bold when it has letters and all of them are; signs and digits do not count."""
    document = read(f"<p>{''.join(x.t(words, look) for words, look in runs)}</p>")

    assert [bold] == [b.bold for b in document.blocks]


@pytest.mark.parametrize(
    ("look", "shape"),
    [
        ('<u val="single"/>', Shape.SPACES),
        ('<u val="double"/>', Shape.SPACES),
        ('<u val="none"/>', None),
        ('<u val="0"/>', None),
        ("<u/>", None),
        ("", None),
    ],
)
@pytest.mark.parametrize("where", ["default", "paragraph", "character", "own"])
def test_underlined(x: Any, read: Any, look: str, shape: Shape | None, where: str) -> None:
    """Space is underlined by whatever says so."""
    said = {name: look if name == where else "" for name in ("default", "paragraph", "character", "own")}
    body = (
        f'<p><pPr><pStyle val="p"/></pPr>{x.t("Отдел", PLAIN_WORDS)}{x.t("     ", "<rStyle val=@c@/>" + said["own"])}'
        f"{x.t('сбыта', PLAIN_WORDS)}</p>"
    )
    document = read(
        body.replace("@", '"'),
        styles=defaults(said["default"])
        + style("paragraph", "p", said["paragraph"])
        + style("character", "c", said["character"]),
    )

    assert [shape] * bool(shape) == [b.shape for b in document.blanks]


PLAIN_WORDS = "<u val=@none@/>"


@pytest.mark.parametrize(
    ("look", "filler"),
    [
        ('<color val="707070"/>', True),
        ('<color val="DFDFDF"/>', True),
        ('<color val="a6a6a6"/>', True),
        ('<color val="6F6F6F"/>', False),
        ('<color val="E0E0E0"/>', False),
        ('<color val="808081"/>', False),
        ('<color val="000000"/>', False),
        ('<color val="auto"/>', False),
        ("<color/>", False),
        ('<highlight val="green"/>', True),
        ('<highlight val="white"/>', False),
        ('<highlight val="none"/>', False),
        ('<shd val="clear" fill="D9D9D9"/>', True),
        ('<shd val="clear" fill="FFFFFF"/>', False),
        ('<shd val="clear" fill="ffffff"/>', False),
        ('<shd val="clear" fill="AUTO"/>', False),
        ('<shd val="clear"/>', False),
        ('<highlight val="none"/><color val="808080"/>', True),
    ],
)
def test_tinted(x: Any, read: Any, look: str, filler: bool) -> None:  # noqa: FBT001
    """Grey letters, a marker and a shade make words stand out, so that «указать …» is filler."""
    document = read(f"<p>{x.t('Кому: ')}{x.t('указать отдел', look)}{x.t('.')}</p>")

    assert [Shape.FILLER] * filler == [b.shape for b in document.blanks]


@pytest.mark.parametrize(
    ("look", "marked"),
    [
        ('<shd val="clear" fill="FFFF00"/>', True),
        ('<shd val="clear" fill="ffff00"/>', True),
        # from a spread of 0x80 on a shade is a marker's
        ('<shd val="clear" fill="FF807F"/>', True),
        ('<shd val="clear" fill="FFFF80"/>', False),
        ('<shd val="clear" fill="80FF00"/>', True),
        ('<shd val="clear" fill="00807F"/>', True),
        ('<shd val="clear" fill="7F7F00"/>', False),
        ('<shd val="clear" fill="FF00"/>', False),
        ('<shd val="clear" fill="yellow"/>', False),
        ('<highlight val="green"/><shd val="clear" fill="D9D9D9"/>', True),
        ('<shd val="clear" fill="D9D9D9"/><highlight val="green"/>', True),
    ],
)
def test_marked(x: Any, read: Any, look: str, marked: bool) -> None:  # noqa: FBT001
    """A marker is drawn by highlighting, or by a bright shade."""
    document = read(f"<p>{x.t('До ')}{x.t('пятого', look)}{x.t(' числа')}</p>")

    assert [NoteKind.HIGHLIGHT] * marked == [n.kind for n in document.notes]


LINE = "Подчиняется __________"


@pytest.mark.parametrize(
    ("above", "below", "hinted"),
    [
        # up to 85 % of the size above
        ('<sz val="20"/>', '<sz val="17"/>', True),
        ('<sz val="20"/>', '<sz val="18"/>', False),
        ('<sz val="28"/>', '<sz val="16"/>', True),
        ('<sz val="16"/>', '<sz val="28"/>', False),
        # a size that nothing tells is no size
        ("", '<sz val="16"/>', False),
        ('<sz val="28"/>', "", False),
        ("", "", False),
        ("", '<vertAlign val="superscript"/>', True),
        ("", '<vertAlign val="subscript"/>', True),
        ("", '<vertAlign val="baseline"/>', False),
    ],
)
def test_small_words_below_a_line(x: Any, read: Any, above: str, below: str, hinted: bool) -> None:  # noqa: FBT001
    """Words below a blank are its hint when they are plainly smaller, or raised."""
    document = read(x.p(LINE, "", above) + x.p("должность руководителя", "", below))

    assert ["должность руководителя" if hinted else ""] == [b.hint for b in document.blanks]


@pytest.mark.parametrize("inside", [FORMULA.format("x + 1"), BOX])
def test_words_without_a_look(x: Any, read: Any, inside: str) -> None:
    """What stands in no run of its own is neither small nor raised, bold, coloured nor marked."""
    document = read(x.p(LINE, "", '<sz val="28"/>') + f"<p>{inside}</p>")

    assert ([""], (), [False, False]) == (
        [b.hint for b in document.blanks],
        document.notes,
        [b.bold for b in document.blocks],
    )
    assert [Shape.UNDERSCORES] == [b.shape for b in document.blanks]


@pytest.mark.parametrize("words", ["указать отдел", "\u2003" * 4])
def test_formulas_are_not_drawn(x: Any, read: Any, words: str) -> None:
    """The letters of a formula are neither filler nor underlined, whatever stands beside them."""
    document = read(
        f"<p>{x.t('Кому', '<highlight val=@green@/>')}{x.t('   ', '<u val=@single@/>')}{x.t('или ')}".replace("@", '"')
        + f"{FORMULA.format(words)}{x.t('.')}</p>"
    )

    assert [Shape.SPACES] == [b.shape for b in document.blanks]


@pytest.mark.parametrize(
    ("border", "blank"),
    [
        ('<bottom val="single"/>', True),
        ('<bottom val="single"/><top val="single"/>', True),
        ('<bottom val="single"/><left val="nil"/><right val="none"/>', True),
        ('<bottom val="single"/><left val="single"/>', False),
        ('<bottom val="single"/><right val="single"/>', False),
        ('<bottom val="single"/><start val="single"/>', False),
        ('<bottom val="single"/><end val="single"/>', False),
        ('<between val="single"/>', True),
        ('<top val="single"/>', False),
        ('<bottom val="nil"/>', False),
        ('<bottom val="none"/>', False),
        ("<bottom/>", False),
        ('<bottom val="single" color="ffffff"/>', False),
        ('<bottom val="single" color="000000"/>', True),
        ('<bar val="single"/>', False),
        ("", False),
    ],
)
def test_borders_of_a_paragraph(x: Any, read: Any, border: str, blank: bool) -> None:  # noqa: FBT001
    """An empty paragraph is a line to write on when one is drawn under it and none at its sides."""
    document = read(x.p("Подчиняется:") + f"<p><pPr><pBdr>{border}</pBdr></pPr></p>" + x.p("Конец."))

    assert [Shape.BORDER] * blank == [b.shape for b in document.blanks]
    assert [BlockKind.PARAGRAPH] * (2 + blank) == [b.kind for b in document.blocks]
