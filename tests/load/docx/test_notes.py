"""What a Word file says to its editors: revisions, comments, hidden and highlighted words."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import Document, NoteKind

HIDDEN, YELLOW = "<vanish/>", '<highlight val="yellow"/>'


def told(document: Document) -> list[tuple[str, str, str, str]]:
    """Kind, words in the text, words beside it and author of every note."""
    return [(n.kind.value, n.span.of(document.text), n.text, n.author) for n in document.notes]


def inserted(content: str, author: str = "Юрист") -> str:
    """A tracked insertion."""
    return f'<ins author="{author}">{content}</ins>'


def removed(words: str, author: str = "Юрист") -> str:
    """A tracked deletion."""
    return f'<del author="{author}"><r><delText>{words}</delText></r></del>'


def comments(*told: tuple[str, str]) -> dict[str, str]:
    """The part with the comments 0, 1, … of these authors and words."""
    bodies = (
        f'<comment id="{n}" author="{author}"><p><r><t>{words}</t></r></p></comment>'
        for n, (author, words) in enumerate(told)
    )
    return {"comments": "".join(bodies)}


def around(words: str, number: int = 0) -> str:
    """Runs that a comment is about, and its sign."""
    start, end = (f'<commentRange{edge} id="{number}"/>' for edge in ("Start", "End"))
    return f'{start}{words}{end}<r><commentReference id="{number}"/></r>'


def test_revisions(x: Any, read: Any) -> None:
    """Words put in are told by their place, words taken out by their place and what they were; the text is as if all
    had been accepted.
    """
    document = read(f"<p>{x.t('Сдаёт отчёт ')}{removed('раз в год')}{inserted(x.t('ежемесячно'))}{x.t(' лично.')}</p>")

    assert "Сдаёт отчёт ежемесячно лично." == document.text
    assert [("deletion", "", "раз в год", "Юрист"), ("insertion", "ежемесячно", "", "Юрист")] == told(document)
    assert [12, 12] == [n.span.start for n in document.notes]


def test_pieces_of_one_revision(x: Any, read: Any) -> None:
    """Word cuts what an editor did at once into many pieces; they are one note, another editor's is not."""
    pieces = inserted(x.t("точно ")) + inserted(x.t("и в ")) + inserted(x.t("срок"), "Кадровик")
    document = read(f"<p>{x.t('Сдаёт ')}{pieces}</p>")

    assert [("insertion", "точно и в", "", "Юрист"), ("insertion", "срок", "", "Кадровик")] == told(document)


def test_moves(x: Any, read: Any) -> None:
    """What is moved is told where it was and where it is."""
    document = read(
        f'<p>{x.t("Раз.")}<moveFrom author="Юрист">{x.t("Два.")}</moveFrom></p>'
        f'<p>{x.t("Три. ")}<moveTo author="Юрист">{x.t("Два.")}</moveTo></p>'
    )

    assert [("move", "", "Два.", "Юрист"), ("move", "Два.", "", "Юрист")] == told(document)


@pytest.mark.parametrize("mark", ["ins", "del"])
def test_paragraph_mark(x: Any, read: Any, mark: str) -> None:
    """A paragraph divided or joined by a revision is told at its end."""
    document = read(x.p("Первый", f'<rPr><{mark} author="Юрист"/></rPr>') + x.p("Второй"))

    assert [("insertion" if mark == "ins" else "deletion", "", "¶", "Юрист")] == told(document)
    assert 6 == document.notes[0].span.start


def test_removed_paragraph(x: Any, read: Any) -> None:
    """A paragraph taken out as a whole is told at the block before it."""
    document = read(x.p("Первый") + f"<p>{removed('Второй')}</p>" + x.p("Третий"))

    assert [("deletion", "", "Второй", "Юрист")] == told(document)
    assert "Первый" == document.notes[0].block.of(document.text)


def test_removed_row_and_cell(x: Any, read: Any) -> None:
    """Rows and cells taken out are told with all their words, at what stands before them."""
    gone = f'<tr><trPr><del author="Юрист"/></trPr>{x.c("два")}{x.c(" три")}</tr>'
    cut = f"<tr>{x.c('пять')}{x.c('шесть', '<cellDel/>')}</tr>"
    document = read(f"<tbl><tr>{x.c('раз')}</tr>{gone}{cut}</tbl>")

    assert "раз\nпять" == document.text
    assert [("deletion", "", "два три", "Юрист"), ("deletion", "", "шесть", "")] == told(document)
    assert ["раз", "пять"] == [n.block.of(document.text) for n in document.notes]


def test_comment(x: Any, read: Any) -> None:
    """A comment is told with the words it is about, its own words and its author."""
    document = read(
        f"<p>{x.t('Ведёт ')}{around(x.t('полный учёт'))}{x.t(' сам.')}</p>", notes=comments(("Юрист", "не много ли?"))
    )

    assert [("comment", "полный учёт", "не много ли?", "Юрист")] == told(document)
    assert "Ведёт полный учёт сам." == document.notes[0].block.of(document.text)


def test_comment_on_several_paragraphs(x: Any, read: Any) -> None:
    """A comment may run from one paragraph into another, and begin or end between paragraphs."""
    inside = read(
        f"<p>{x.t('Раз ')}<commentRangeStart id='0'/>{x.t('два.')}</p><p>{x.t('Три')}<commentRangeEnd id='0'/>{x.t('!')}</p>".replace(
            "'", '"'
        ),
        notes=comments(("Юрист", "порядок?")),
    )
    between = read(
        x.p("Раз.") + '<commentRangeStart id="0"/>' + x.p("Два.") + x.p("Три.") + '<commentRangeEnd id="0"/>',
        notes=comments(("Юрист", "порядок?")),
    )

    assert ["два.\nТри"] == [n.span.of(inside.text) for n in inside.notes]
    assert ["Раз два.\nТри!"] == [n.block.of(inside.text) for n in inside.notes]
    assert ["Два.\nТри."] == [n.span.of(between.text) for n in between.notes]


def test_comment_without_words_of_its_own(x: Any, read: Any) -> None:
    """A comment set at a point, or on removed words, has a place and its block."""
    sign = '<r><commentReference id="0"/></r>'
    point = read(f"<p>{x.t('Раз')}{sign}{x.t(' два')}</p>", notes=comments(("", "что?")))
    gone = read(f"<p>{x.t('Раз ')}{around(removed('два'))}</p>", notes=comments(("", "жаль")))

    assert [(3, 3)] == [(n.span.start, n.span.end) for n in point.notes if n.kind is NoteKind.COMMENT]
    assert ["Раз"] == [n.block.of(gone.text) for n in gone.notes if n.kind is NoteKind.COMMENT]


def test_comment_in_text_box_and_header(x: Any, read: Any) -> None:
    """A comment in a text box or a header leads to the words there, not to their like in the body."""
    box = (
        f'<r><pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><txbxContent><p>{around(x.t("плавает"))}'
        "</p></txbxContent></v:textbox></v:shape></pict></r>"
    )
    document = read(f"<p>{x.t('стоит')}{box}{x.t(' прямо')}</p>", notes=comments(("", "где?")))

    assert [("comment", "плавает", "где?", "")] == told(document)
    assert "плавает" == document.notes[0].block.of(document.text)


def test_unknown_comment(x: Any, read: Any) -> None:
    """A sign of a comment that the file does not keep says nothing."""
    assert () == read(f"<p>{around(x.t('слово'), 7)}</p>", notes=comments(("", "нет"))).notes
    assert () == read(f"<p>{around(x.t('слово'))}</p>").notes


def test_hidden_words(x: Any, read: Any) -> None:
    """Hidden words are told at their place; hidden spaces and instructions of fields are nothing."""
    begin, end = (f'<r><fldChar fldCharType="{kind}"/></r>' for kind in ("begin", "end"))
    field = f"{begin}<r><rPr>{HIDDEN}</rPr><instrText> XE </instrText></r>{x.t('слово', HIDDEN)}{end}"
    document = read(f"<p>{x.t('Ест ')}{x.t('и пьёт', HIDDEN)}{x.t(' ', HIDDEN)}{x.t('суп')}{field}</p>")

    assert [("hidden", "", "и пьёт", "")] == told(document)
    assert "Ест суп" == document.text


@pytest.mark.parametrize(
    ("look", "found"),
    [
        (YELLOW, ["пятого"]),
        ('<shd val="clear" fill="FFFF00"/>', ["пятого"]),
        ('<highlight val="none"/>', []),
        ('<highlight val="white"/>', []),
        ('<shd val="clear" fill="D9D9D9"/>', []),
        ('<shd val="clear" fill="F4F3F8"/>', []),
        ('<shd val="clear" fill="auto"/>', []),
        ('<color val="808080"/>', []),
    ],
)
def test_highlight(x: Any, read: Any, look: str, found: list[str]) -> None:
    """A marker's colour is told, a pale or grey shade and a colour of letters are not."""
    document = read(f"<p>{x.t('До ')}{x.t('пятого', look)}{x.t(' числа')}</p>")

    assert found == [n.span.of(document.text) for n in document.notes]


def test_shades_of_one_paragraph(x: Any, read: Any) -> None:
    """Runs that differ in the colour of their shade alone look different."""
    pale, bright = (f'<shd val="clear" fill="{colour}"/>' for colour in ("D9D9D9", "FFFF00"))
    document = read(f"<p>{x.t('До ', pale)}{x.t('пятого', bright)}{x.t(' числа')}</p>")

    assert ["пятого"] == [n.span.of(document.text) for n in document.notes]


def test_highlighted_stretch(x: Any, read: Any) -> None:
    """Highlighted runs with only spaces between them are one note; another paragraph's are another."""
    document = read(f"<p>{x.t('раз', YELLOW)}{x.t(' ')}{x.t('два ', YELLOW)}{x.t('три')}</p>" + x.p("раз", "", YELLOW))

    assert ["раз два", "раз"] == [n.span.of(document.text) for n in document.notes]


def test_nothing_to_tell(x: Any, read: Any) -> None:
    """A finished document has no notes: footnotes, formatting and shaded cells are none."""
    assert () == read(x.p("Слово", "", "<b/>") + x.table([x.c("раз", '<shd val="clear" fill="FFFF00"/>')])).notes
