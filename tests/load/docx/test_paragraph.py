"""Paragraphs: which there are, what they are, in what order."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import BlockKind, Part

STYLES = """
<style type="paragraph" styleId="1"><name val="heading 1"/><rPr><b/></rPr></style>
<style type="paragraph" styleId="a"><name val="Пункт"/><basedOn val="1"/><pPr><outlineLvl val="2"/></pPr></style>
<style type="paragraph" styleId="t"><name val="Title"/></style>
<style type="character" styleId="s"><name val="Strong"/><rPr><b/></rPr></style>
<style type="paragraph" styleId="h"><name val="Скрытый"/><rPr><vanish/></rPr></style>
"""


def test_empty_paragraphs_give_no_block(x: Any, read: Any) -> None:
    """Empty paragraphs are not read but counted in the addresses."""
    document = read(x.p("Первый") + x.p("") + x.p("  ") + x.p("Второй"))

    assert "Первый\nВторой" == document.text
    assert ["body/p[1]", "body/p[4]"] == [b.anchor for b in document.blocks]


def test_deleted_mark_joins(x: Any, read: Any) -> None:
    """A paragraph whose mark is deleted goes on with the next; it is the next that keeps its look."""
    gone = "<rPr><del/></rPr>"
    document = read(x.p("Ведёт ", gone) + x.p("учёт.", '<jc val="center"/>'))

    assert [("Ведёт учёт.", True, "body/p[1]")] == [
        (b.span.of(document.text), b.centered, b.anchor) for b in document.blocks
    ]


def test_deleted_paragraph_leaves_nothing(x: Any, read: Any) -> None:
    """A paragraph deleted with its mark is gone."""
    body = x.p("До") + "<p><pPr><rPr><del/></rPr></pPr><del><r><delText>Удалено</delText></r></del></p>" + x.p("После")

    assert "До\nПосле" == read(body).text


def test_style_separator(x: Any, read: Any) -> None:
    """A heading with a style separator stands in one line with the text after it."""
    document = read(
        x.p("Общие положения. ", '<pStyle val="1"/><rPr><vanish/><specVanish/></rPr>') + x.p("Текст."), styles=STYLES
    )

    assert [("Общие положения. Текст.", BlockKind.HEADING)] == [
        (b.span.of(document.text), b.kind) for b in document.blocks
    ]


def test_kinds_and_levels(x: Any, read: Any) -> None:
    """Headings are known by the name of their style, its outline level or their own."""
    document = read(
        x.p("А", '<pStyle val="1"/>')
        + x.p("Б", '<pStyle val="a"/>')
        + x.p("В", '<outlineLvl val="1"/>')
        + x.p("Г", '<pStyle val="t"/>')
        + x.p("Д"),
        styles=STYLES,
    )

    assert [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 3),
        (BlockKind.HEADING, 2),
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, 0),
    ] == [(b.kind, b.level) for b in document.blocks]


def test_bold_by_letters(x: Any, read: Any) -> None:
    """A block is bold when all its letters are: by run, by style, whatever its punctuation."""
    document = read(
        f"<p>{x.t('Права', '<b/>')}{x.t(': ')}</p>"
        f"<p>{x.t('Права', '<b/>')}{x.t(' и')}</p>"
        + x.p("Права", '<pStyle val="1"/>')
        + x.p("Права", "", '<rStyle val="s"/>')
        + x.p("Права", '<pStyle val="1"/>', '<b val="0"/>'),
        styles=STYLES,
    )

    assert [True, False, True, True, False] == [b.bold for b in document.blocks]


def test_hidden_by_style(x: Any, read: Any) -> None:
    """Text hidden by its style is left out."""
    assert "Видно" == read(x.p("Скрыто", '<pStyle val="h"/>') + x.p("Видно"), styles=STYLES).text


def test_style_that_inherits_from_itself(x: Any, read: Any) -> None:
    """A style based on itself does not hang the reading."""
    loop = '<style type="paragraph" styleId="q"><name val="q"/><basedOn val="q"/></style>'

    assert "а" == read(x.p("а", '<pStyle val="q"/>'), styles=loop).text


def test_stories_follow_the_body(x: Any, read: Any) -> None:
    """Text boxes, headers, footers, footnotes and endnotes follow the body; a header used twice is read once."""
    inside = f"<txbxContent>{x.p('Рамка')}</txbxContent>"
    box = f"<r><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></r>"
    reference = '<headerReference type="default" r:id="header1"/><footerReference type="default" r:id="footer1"/>'
    note = (
        '<{n} type="separator" id="0">'
        + x.p("разделитель")
        + "</{n}>"
        + '<{n} id="2">'
        + x.p("Примечание {n}")
        + "</{n}>"
    )
    document = read(
        f"<p>{box}{x.t('Тело')}</p><p><pPr><sectPr>{reference}</sectPr></pPr></p><sectPr>{reference}</sectPr>",
        headers={"header1": x.p("Верх"), "footer1": x.p("Низ")},
        notes={"footnotes": note.replace("{n}", "footnote"), "endnotes": note.replace("{n}", "endnote")},
    )

    assert [
        (Part.BODY, "body/p[1]", "Тело"),
        (Part.TEXTBOX, "textbox[1]/p[1]", "Рамка"),
        (Part.HEADER, "header1/p[1]", "Верх"),
        (Part.FOOTER, "footer1/p[1]", "Низ"),
        (Part.FOOTNOTE, "footnote[2]/p[1]", "Примечание footnote"),
        (Part.ENDNOTE, "endnote[2]/p[1]", "Примечание endnote"),
    ] == [(b.part, b.anchor, b.span.of(document.text)) for b in document.blocks]


@pytest.mark.parametrize("around", ["ins", "moveTo", "customXml", "smartTag"])
def test_wrappers_of_paragraphs(x: Any, read: Any, around: str) -> None:
    """What is wrapped around paragraphs does not hide them, nor count in their addresses."""
    document = read(x.p("раз") + f"<{around}>{x.p('два')}</{around}>" + x.p("три"))

    assert ["body/p[1]", "body/p[2]", "body/p[3]"] == [b.anchor for b in document.blocks]


def test_boxes_of_headers(x: Any, read: Any) -> None:
    """A text box of a header follows that header and belongs to it, one of the body the body."""

    def boxed(words: str, inside: str) -> str:
        box = f"<r><w:pict><v:shape><v:textbox><txbxContent>{x.p(inside)}</txbxContent></v:textbox></v:shape></w:pict></r>"
        return f"<p>{x.t(words)}{box}</p>"

    references = "".join(f'<{n}Reference type="default" r:id="{n}1"/>' for n in ("header", "footer"))
    document = read(
        boxed("Тело", "Рамка") + f"<sectPr>{references}</sectPr>",
        headers={"header1": boxed("Верх", "Герб"), "footer1": boxed("Низ", "Знак")},
    )

    assert [
        ("Тело", Part.BODY),
        ("Рамка", Part.TEXTBOX),
        ("Верх", Part.HEADER),
        ("Герб", Part.HEADER),
        ("Низ", Part.FOOTER),
        ("Знак", Part.FOOTER),
    ] == [(b.span.of(document.text), b.part) for b in document.blocks]


def test_content_controls_at_every_seam(x: Any, read: Any) -> None:
    """A content control is read around a paragraph, in it, around a table, a row and a cell."""

    def sdt(content: str) -> str:
        return f"<sdt><sdtPr/><sdtContent>{content}</sdtContent></sdt>"

    row = f"<tr>{sdt(x.c('три'))}{x.c('четыре')}</tr>"
    document = read(
        sdt(x.p("один")) + f"<p>{sdt(x.t('два'))}</p>" + sdt(f"<tbl><tblPr/>{sdt(row)}</tbl>") + sdt(sdt(x.p("пять")))
    )

    assert "один\nдва\nтри\nчетыре\nпять" == document.text
    assert ["body/p[1]", "body/p[2]", "tbl[1]/r[1]/c[1]/p[1]", "tbl[1]/r[1]/c[2]/p[1]", "body/p[3]"] == [
        b.anchor for b in document.blocks
    ]


def test_split_by_a_preposition(x: Any, read: Any) -> None:
    """A sentence that stops after a preposition goes on in the next paragraph; list items do not."""
    document = read(
        x.p("2.1. Работник назначается на должность в")
        + x.p("порядке, установленном законом.")
        + x.p("Работник обязан")
        + x.p("вести журнал")
        + x.p("хранить ключи")
    )

    assert [
        "2.1. Работник назначается на должность в\nпорядке, установленном законом.",
        "Работник обязан",
        "вести журнал",
        "хранить ключи",
    ] == [b.span.of(document.text) for b in document.blocks]


def test_typewriter_lines_are_one_paragraph(x: Any, read: Any) -> None:
    """Lines of a typewritten page, each its own paragraph, are put together; clauses and hints stay apart."""
    lines = [
        "    1.1.   Смотритель   маяка   принимается  на  работу  и  увольняется",
        "с  работы  приказом  начальника  отделения,  по представлению старшего",
        "смотрителя, с учетом мнения гидрографа и в порядке, установленном для",
        "отдаленных постов.",
        "    1.2. Смотритель подчиняется ________________________________________.",
        "                                  (должность того, кому подчиняется",
        "                                       смотритель)",
        "    1.3.  Смотритель  ведет  вахтенный  журнал,  следит  за  исправностью",
        "лампы и зеркал, сообщает о поломках.",
    ]
    document = read("".join(x.p(line) for line in lines))

    assert ["1.1.", "1.2.", "(дол", "1.3."] == [b.span.of(document.text)[:4] for b in document.blocks]
    assert "\n" not in document.plain.split("1.2.", maxsplit=1)[0].rstrip()
    assert ["должность того, кому подчиняется смотритель"] == [b.hint for b in document.blanks]


def test_manual_breaks(x: Any, read: Any) -> None:
    """A paragraph whose manual breaks part list items or sentences is read as several; one that only wraps as one."""

    def broken(*lines: str) -> str:
        return "<p>" + "<r><br/></r>".join(x.t(line) for line in lines) + "</p>"

    assert ["Обязан:", "• вести журнал", "• гасить лампу", "по утрам"] == [
        " ".join(b.split())
        for b in read(broken("Обязан:", "  • вести журнал", "  • гасить лампу", "", "по утрам")).text.splitlines()
    ]
    assert 1 == len(read(broken("Смотритель ведёт журнал и", "гасит лампу по утрам")).blocks)
    assert 1 == len(read(broken("УТВЕРЖДАЮ", "Начальник порта", "И. И. Волнов")).blocks)


def test_parts_of_a_paragraph_share_its_number(x: Any, read: Any) -> None:
    """The number of a paragraph stands before its first part only."""
    numbering = x.numbering(x.level(0, "%1."))
    body = '<p><pPr><numPr><ilvl val="0"/><numId val="1"/></numPr></pPr><r><t>Знать:</t><br/><t>а) лампу;</t></r></p>'

    assert "1. Знать:\nа) лампу;" == read(body, numbering=numbering).text


def test_diagram(x: Any, read: Any) -> None:
    """The words of a SmartArt diagram are read after the body, box by box, and stand out by nothing."""
    data = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>'
        "<dgm:pt><dgm:t><a:p><a:r><a:t>Начальник порта</a:t></a:r></a:p></dgm:t></dgm:pt>"
        "<dgm:pt><dgm:t><a:p><a:r><a:t>Лоц</a:t></a:r><a:r><a:t>ман</a:t></a:r></a:p></dgm:t></dgm:pt>"
        "</dgm:ptLst></dgm:dataModel>"
    )
    document = read(x.p("Схема"), extra={"word/diagrams/data1.xml": data.encode()})

    assert "Схема\nНачальник порта\nЛоцман" == document.text
    assert [(Part.BODY, "body/p[1]"), (Part.TEXTBOX, "data1/p[1]"), (Part.TEXTBOX, "data1/p[2]")] == [
        (b.part, b.anchor) for b in document.blocks
    ]
    assert [(BlockKind.PARAGRAPH, 0, False, False)] * 3 == [
        (b.kind, b.level, b.bold, b.centered) for b in document.blocks
    ]


def test_heading_that_lost_its_mark(x: Any, read: Any) -> None:
    """A heading whose mark is deleted becomes part of the text after it."""
    document = read(
        x.p("Права ", '<pStyle val="1"/><rPr><del/></rPr>') + x.p("и обязанности смотрителя."), styles=STYLES
    )

    assert [("Права и обязанности смотрителя.", BlockKind.PARAGRAPH)] == [
        (b.span.of(document.text), b.kind) for b in document.blocks
    ]
