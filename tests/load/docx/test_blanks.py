"""Places left to be filled, however they are drawn."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import Shape

FORM = (
    '<r><fldChar fldCharType="begin"><ffData><textInput/>{more}</ffData></fldChar></r>'
    "<r><instrText> FORMTEXT </instrText></r>"
    '<r><fldChar fldCharType="separate"/></r>{result}<r><fldChar fldCharType="end"/></r>'
)


def found(document: Any) -> list[tuple[str, Shape, str]]:
    """The blanks: words, shape, hint."""
    return [(b.span.of(document.text), b.shape, b.hint) for b in document.blanks]


@pytest.mark.parametrize(
    ("space", "drawn", "shape"),
    [("     ", "_____", Shape.SPACES), ("\u00a0\u00a0\u00a0\u00a0", "____", Shape.SPACES), ("\t", "____", Shape.TABS)],
)
def test_underlined_space(x: Any, read: Any, space: str, drawn: str, shape: Shape) -> None:
    """Underlined spaces and tabs are a line to write on."""
    inside = "<tab/>" if space == "\t" else f'<t xml:space="preserve">{space}</t>'
    run = f'<r><rPr><u val="single"/></rPr>{inside}</r>'
    document = read(f"<p>{x.t('Подчиняется ')}{run}{x.t('.')}</p>")

    assert f"Подчиняется {drawn}." == document.text
    assert [(drawn, shape, "")] == found(document)


def test_underlined_over_several_runs(x: Any, read: Any) -> None:
    """One line drawn by several runs is one blank."""
    runs = x.t("  ", '<u val="single"/>') + x.t("   ", '<u val="single"/>')

    assert [("_____", Shape.SPACES, "")] == found(read(f"<p>{x.t('Отдел ')}{runs}</p>"))


@pytest.mark.parametrize("words", ["  Петров  ", " ", "Петров     "])
def test_underlined_words(x: Any, read: Any, words: str) -> None:
    """Underlined words are a line that is filled in, with what space they have around them."""
    document = read(
        f"<p>{x.t('Выдал')}{x.t(words, '<u val=&quot;single&quot;/>'.replace('&quot;', chr(34)))}{x.t('склад')}</p>"
    )

    assert (f"Выдал{words}склад", []) == (document.text, found(document))


def test_tab_leader(x: Any, read: Any) -> None:
    """A tab drawn with a leader is a line to write on."""
    tabs = '<tabs><tab val="left" pos="9000" leader="underscore"/></tabs>'
    document = read(f"<p><pPr>{tabs}</pPr>{x.t('Отдел ')}<r><tab/></r></p>")

    assert "Отдел ____" == document.text
    assert [("____", Shape.TABS, "")] == found(document)


def test_contents_leader(x: Any, read: Any) -> None:
    """The dots before a page number in a table of contents are no blank."""
    tabs = '<tabs><tab val="right" pos="9000" leader="dot"/></tabs>'
    document = read(f"<p><pPr>{tabs}</pPr>{x.t('Права')}<r><tab/></r>{x.t('12')}</p>")

    assert ("Права\t12", []) == (document.text, found(document))


def test_plain_tab(x: Any, read: Any) -> None:
    """A tab without a leader is a space."""
    assert [] == found(read(f"<p>{x.t('1.')}<r><tab/></r>{x.t('Права')}</p>"))


def test_empty_form_field(x: Any, read: Any) -> None:
    """An empty FORMTEXT is a blank; its help is the hint."""
    spaces = x.t("\u2002" * 5)
    more = '<statusText type="text" val="Название отдела"/>'
    document = read(f"<p>{x.t('Отдел: ')}{FORM.format(more=more, result=spaces)}{x.t(' завода')}</p>")

    assert "Отдел: ____ завода" == document.text
    assert [("____", Shape.FIELD, "Название отдела")] == found(document)


def test_filled_form_field(x: Any, read: Any) -> None:
    """A FORMTEXT with words in it is text."""
    assert ("Отдел: сбыта", []) == (
        (document := read(f"<p>{x.t('Отдел: ')}{FORM.format(more='', result=x.t('сбыта'))}</p>")).text,
        found(document),
    )


def test_prompt_of_a_control(x: Any, read: Any) -> None:
    """A content control that shows its prompt is a blank of the prompt's own words."""
    words = x.t("Место для ") + x.t("ввода текста.")
    control = f'<sdt><sdtPr><alias val="Отдел"/><showingPlcHdr/></sdtPr><sdtContent>{words}</sdtContent></sdt>'
    document = read(f"<p>{x.t('Отдел: ')}{control}</p>")

    assert [("Место для ввода текста.", Shape.CONTROL, "Отдел")] == found(document)


@pytest.mark.parametrize(
    "body",
    [
        "<p><r><t>Отдел</t></r><sdt><sdtPr/><sdtContent><r><t></t></r></sdtContent></sdt></p>",
        "<sdt><sdtPr/><sdtContent><p/></sdtContent></sdt>",
        "<tbl><tblPr/><tr><sdt><sdtPr/><sdtContent><tc><tcPr/><p/></tc></sdtContent></sdt></tr></tbl>",
    ],
)
def test_empty_control(read: Any, body: str) -> None:
    """A content control without a character is a blank, in a paragraph, around it and around a cell."""
    assert [("____", Shape.CONTROL, "")] == found(read(body))


def test_control_of_a_picture(read: Any) -> None:
    """A control that people do not write in is no blank."""
    assert () == read("<sdt><sdtPr><picture/></sdtPr><sdtContent><p/></sdtContent></sdt>").blanks


def test_border_under_an_empty_paragraph(x: Any, read: Any) -> None:
    """An empty paragraph with a line under it is a blank where words ask for it; alone it divides the page."""
    line = '<p><pPr><pBdr><bottom val="single"/></pBdr></pPr></p>'

    assert [("____", Shape.BORDER, "должность")] == found(read(x.p("Подчиняется:") + line + x.p("(должность)")))
    assert [] == found(read(x.p("Конец текста.") + line))


def test_border_above_the_hint(x: Any, read: Any) -> None:
    """A hint with a line above it asks for the end of the paragraph before it."""
    hint = x.p("(наименование порта)", '<pBdr><top val="single"/></pBdr><ind left="4000"/>')
    document = read(x.p("Порт") + hint)

    assert "Порт ____\n(наименование порта)" == document.text
    assert [("____", Shape.BORDER, "наименование порта")] == found(document)


def test_drawn_line(x: Any, read: Any) -> None:
    """A level line drawn as a shape among words is a blank; a standing one is not."""
    shape = (
        '<r><w:drawing><wp:inline><wp:extent cx="{cx}" cy="{cy}"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
        '<a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></r>'
    )

    assert [("____", Shape.DRAWING, "")] == found(read(f"<p>{x.t('Подпись ')}{shape.format(cx=900000, cy=0)}</p>"))
    assert [] == found(read(f"<p>{x.t('Подпись ')}{shape.format(cx=0, cy=900000)}</p>"))


def test_drawn_line_of_old_word(x: Any, read: Any) -> None:
    """The same in VML."""
    assert [("____", Shape.DRAWING, "")] == found(
        read(f'<p>{x.t("Подпись ")}<r><w:pict><v:line from="0,0" to="200pt,0"/></w:pict></r></p>')
    )


@pytest.mark.parametrize(
    ("words", "look", "blank"),
    [
        ("указать подразделение", '<highlight val="yellow"/>', True),
        ("ХХХ", '<shd fill="FFFF00"/>', True),
        ("ФИО руководителя", '<color val="808080"/>', True),
        ("главному инженеру", '<highlight val="yellow"/>', False),
        ("указать подразделение", "", False),
    ],
)
def test_filler(x: Any, read: Any, words: str, look: str, blank: bool) -> None:  # noqa: FBT001
    """Marked words are a blank when they read like filler, whole and only then."""
    document = read(f"<p>{x.t('Подчиняется ')}{x.t(words, look)}.</p>")

    assert ([(words, Shape.FILLER, "")] if blank else []) == found(document)


def test_hint_in_small_type(x: Any, read: Any) -> None:
    """Small or raised words under a line are its hint without brackets too."""
    document = read(
        x.p("Подчиняется __________", "", '<sz val="28"/>') + x.p("должность руководителя", "", '<sz val="16"/>')
    )

    assert ["должность руководителя"] == [hint for _, _, hint in found(document)]


def test_hints_of_two_lines(x: Any, read: Any) -> None:
    """As many bracketed hints as there are lines above go to them in order, and are no blanks themselves."""
    document = read(x.p("Начальник ____________/______________/") + x.p("      (подпись)            (ФИО)"))

    assert ["подпись", "ФИО"] == [hint for _, _, hint in found(document)]
