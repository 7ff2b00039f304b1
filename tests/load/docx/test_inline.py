"""What stands inside a paragraph."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import Shape

BEGIN, SEPARATE, END = (f'<r><fldChar fldCharType="{kind}"/></r>' for kind in ("begin", "separate", "end"))


def instruction(words: str) -> str:
    """A run that holds a field's instruction."""
    return f'<r><instrText xml:space="preserve">{words}</instrText></r>'


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<ins>{t}</ins>", "Слово"),
        ("<moveTo>{t}</moveTo>", "Слово"),
        ('<hyperlink r:id="far">{t}</hyperlink>', "Слово"),
        ("<smartTag><smartTag>{t}</smartTag></smartTag>", "Слово"),
        ("<customXml>{t}</customXml>", "Слово"),
        ("<sdt><sdtContent>{t}</sdtContent></sdt>", "Слово"),
        ('<bdo val="ltr">{t}</bdo>', "Слово"),
        ('<fldSimple instr=" REF п1 ">{t}</fldSimple>', "Слово"),
        ("<del><r><delText>Слово</delText></r></del>", ""),
        ("<moveFrom>{t}</moveFrom>", ""),
        ("<!-- Слово -->", ""),
        ("<?прочее Слово?>", ""),
        ("<ins><del><r><delText>Слово</delText></r></del></ins>", ""),
        ("<r><rPr><vanish/></rPr><t>Слово</t></r>", ""),
        ('<r><rPr><vanish val="0"/></rPr><t>Слово</t></r>', "Слово"),
        ("<r><rPr><webHidden/></rPr><t>Слово</t></r>", "Слово"),
        ("<r><ruby><rt><r><t>нет</t></r></rt><rubyBase>{t}</rubyBase></ruby></r>", "Слово"),
    ],
)
def test_wrappers(x: Any, read: Any, inside: str, shown: str) -> None:
    """Inserted and wrapped text is read, removed and hidden text is not."""
    document = read(f"<p>{x.t('до|')}{inside.replace('{t}', x.t('Слово'))}{x.t('|после')}</p>")

    assert f"до|{shown}|после" == document.text


@pytest.mark.parametrize(
    ("xml", "text", "plain"),
    [
        ("<tab/>", "\t", " "),
        ("<br/>", "\n", " "),
        ("<cr/>", "\n", " "),
        ("<noBreakHyphen/>", "\u2011", "-"),
        ("<softHyphen/>", "\u00ad", "\u00ad"),
        ('<ptab alignment="right"/>', "\t", " "),
        ('<sym font="Wingdings" char="F0FC"/>', "✓", "✓"),
        ('<sym font="Wingdings" char="F0A8"/>', "□", "□"),
        ('<sym font="Symbol" char="F0B3"/>', "≥", "≥"),
        ('<sym font="Webdings" char="F051"/>', "•", "•"),
        ("<t>\u00a0</t>", "\u00a0", " "),
        ("<t>\u2009</t>", "\u2009", " "),
    ],
)
def test_signs(read: Any, xml: str, text: str, plain: str) -> None:
    """Every sign that is no letter is one character of the text and one of the plain text."""
    xml = xml.replace("<t>", '<t xml:space="preserve">')
    document = read(f"<p><r><t>а</t>{xml}<t>б</t></r></p>")

    assert (f"а{text}б", f"а{plain}б") == (document.text, document.plain)


KEPT = 'xml:space="preserve"'


@pytest.mark.parametrize(
    ("paragraph", "first", "second", "text"),
    [
        ("", "", "", "|слово|"),
        ("", KEPT, "", "| слово|"),
        ("", "", KEPT, "|слово |"),
        ("", KEPT, KEPT, "| слово |"),
        (KEPT, "", "", "| слово |"),
        ('xml:space="default"', "", "", "|слово|"),
    ],
)
def test_space_at_the_ends_of_a_text(read: Any, paragraph: str, first: str, second: str, text: str) -> None:
    """Word drops it unless the text, or what it stands in, asks to keep it."""
    runs = f"<r><t>|</t></r><r><t {first}> сло</t></r><r><t {second}>во </t></r><r><t>|</t></r>"

    assert text == read(f"<p {paragraph}>{runs}</p>").text


@pytest.mark.parametrize(
    ("inside", "text"), [("сло&#10;во", "сло во"), ("сло&#13;во", "слово"), ("сло&#13;&#10;во", "сло во"), ("", "")]
)
def test_line_ends_in_the_file(read: Any, inside: str, text: str) -> None:
    """The ends of lines in a text are space."""
    assert f"|{text}|" == read(f"<p><r><t>|</t><t>{inside}</t><t>|</t></r></p>").text


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ('<sym font="Symbol" char="F0B3"/>', "≥"),
        ('<sym font="Symbol" char="B3"/>', "≥"),
        ('<sym char="0416"/>', "Ж"),
        ('<sym font="Symbol"/>', ""),
        ('<sym font="Symbol" char="знак"/>', ""),
        ('<sym font="Symbol" char="-1"/>', "•"),
    ],
)
def test_signs_by_number(read: Any, sign: str, shown: str) -> None:
    """A sign is told by its number in sixteens; what is no number is nothing."""
    assert f"|{shown}|" == read(f"<p><r><t>|</t>{sign}<t>|</t></r></p>").text


def test_word_divided_by_hand(read: Any) -> None:
    """A word divided by a hyphen and a line break is one word of the plain text, of the same length."""
    document = read("<p><r><t>долж-</t><br/><t>ностная и раз</t><softHyphen/><br/><t>дел</t></r></p>")

    assert "долж-\nностная и раз\u00ad\nдел" == document.text
    assert "долж-\u00adностная и раз\u00ad\u00adдел" == document.plain


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("рабочии\u0306", "рабочий\u00ad"),
        ("И\u0306од", "Й\u00adод"),
        ("учет и приемка", "учет и приемка"),
        ("уче\u0308т", "учё\u00adт"),
        ("Е\u0308лка", "Ё\u00adлка"),
        ("уче\u0308т рабочии\u0306", "учё\u00adт рабочий\u00ad"),
        ("пра\u0301ва", "пра\u00adва"),
    ],
)
def test_letters_taken_apart(read: Any, apart: str, together: str) -> None:
    """A letter written with a separate sign (as some Macs do) is one letter of the plain text, of the same length; a
    stress is none.
    """
    document = read(f"<p><r><t>{apart}</t></r></p>")

    assert (apart, together) == (document.text, document.plain)


def test_field_shows_its_result(x: Any, read: Any) -> None:
    """Of a complex field the result is read, also of a field inside another and over two paragraphs."""
    inner = f"{BEGIN}{instruction(' PAGEREF _Toc1 ')}{SEPARATE}{x.t('7')}{END}"
    body = f"<p>{BEGIN}{instruction(' TOC ')}{SEPARATE}{x.t('Раздел один ')}{inner}</p><p>{x.t('Раздел два')}{END}</p>"

    assert "Раздел один 7\nРаздел два" == read(body).text


def test_field_without_end(x: Any, read: Any) -> None:
    """A field that never ends does not swallow the rest of the document."""
    assert "а\nб" == read(f"<p>{x.t('а')}{BEGIN}{instruction(' DATE ')}</p>{x.p('б')}").text


@pytest.mark.parametrize(
    ("state", "shown"), [("<checked/>", "☒"), ('<default val="0"/>', "☐"), ('<default val="1"/>', "☒"), ("", "☐")]
)
def test_form_check_box(x: Any, read: Any, state: str, shown: str) -> None:
    """A legacy check box is read as Word draws it."""
    field = f'<r><fldChar fldCharType="begin"><ffData><checkBox>{state}</checkBox></ffData></fldChar></r>'
    body = f"<p>{field}{instruction(' FORMCHECKBOX ')}{SEPARATE}{END}{x.t(' ознакомлен')}</p>"

    assert f"{shown} ознакомлен" == read(body).text


def test_form_drop_down(x: Any, read: Any) -> None:
    """A legacy list shows the chosen entry."""
    entries = '<ddList><result val="1"/><listEntry val="кладовщик"/><listEntry val="грузчик"/></ddList>'
    field = f'<r><fldChar fldCharType="begin"><ffData>{entries}</ffData></fldChar></r>'

    assert "Должность: грузчик" == read(f"<p>{x.t('Должность: ')}{field}{instruction(' FORMDROPDOWN ')}{END}</p>").text


def test_symbol_field(read: Any) -> None:
    """A SYMBOL field without a result is drawn by Word from its instruction."""
    told = instruction(" SYMBOL 183 \\f &quot;Symbol&quot; ")

    assert "•" == read(f"<p>{BEGIN}{told}{END}</p>").text


def test_macro_button_is_a_prompt(x: Any, read: Any) -> None:
    """The words on a MACROBUTTON stand in its instruction; they are a place to be filled."""
    document = read(f"<p>{x.t('Отдел: ')}{BEGIN}{instruction(' MACROBUTTON  Нет введите название отдела')}{END}</p>")

    assert "Отдел: введите название отдела" == document.text
    assert [("введите название отдела", Shape.FIELD)] == [(b.span.of(document.text), b.shape) for b in document.blanks]


def test_removed_field(x: Any, read: Any) -> None:
    """A field that is deleted whole leaves nothing, and what follows is read."""
    gone = "".join(
        f"<del>{run}</del>" for run in (BEGIN, instruction(" REF a "), SEPARATE, "<r><delText>5</delText></r>", END)
    )

    assert "до после" == read(f"<p>{x.t('до ')}{gone}{x.t('после')}</p>").text


def test_alternate_content_once(read: Any) -> None:
    """Of a drawing and its stand-in for old Word one is read."""
    box = "<txbxContent><p><r><t>В рамке</t></r></p></txbxContent>"
    shape = f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wp:inline>{shape}</wp:inline></w:drawing></mc:Choice>'
    old = f"<w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
    both = f"<mc:AlternateContent>{new}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    body = f"<p><r><t>Текст</t>{both}</r></p>"
    document = read(body)

    assert "Текст\nВ рамке" == document.text
    assert ["body/p[1]", "textbox[1]/p[1]"] == [b.anchor for b in document.blocks]


def test_formula(x: Any, read: Any) -> None:
    """The letters of a formula are read."""
    assert "k = 2" == read(f"<p>{x.t('k = ')}<m:oMath><m:r><m:t>2</m:t></m:r></m:oMath></p>").text
