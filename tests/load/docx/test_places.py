"""Where in the text the notes of an editor are, when they are about no words that are read."""

from __future__ import annotations

from typing import Any

import pytest

GONE = '<del author="Юрист"><r><delText>снято</delText></r></del>'


def told(document: Any) -> list[tuple[str, int, int, str]]:
    """Kind, place and block of every note."""
    return [(n.kind.value, n.span.start, n.span.end, n.block.of(document.text)) for n in document.notes]


def comment(author: str = "Юрист", number: int = 0, words: str = "что?") -> str:
    """A comment as its part keeps it."""
    return f'<comment id="{number}" author="{author}"><p><r><t>{words}</t></r></p></comment>'


def sign(number: int = 0) -> str:
    """The sign of a comment."""
    return f'<r><commentReference id="{number}"/></r>'


@pytest.mark.parametrize(
    ("body", "place"),
    [
        # behind the words before it
        ("{раз}|{снято}", (3, "раз")),
        ("{раз}|{снято}|{два}", (3, "раз")),
        # or before those of its own paragraph
        ("{раз}|{снято,два}|{три}", (4, "два")),
        ("{снято,раз}", (0, "раз")),
        # or before the first there are
        ("{снято}|{раз}", (0, "раз")),
        ("{снято}|{}|{раз}", (0, "раз")),
        ("{раз,снято,два}|{три}", (3, "раздва")),
    ],
)
def test_words_taken_out(x: Any, read: Any, body: str, place: tuple[int, str]) -> None:
    """Words taken out are told at the words nearest to them."""
    paragraphs = "".join(
        f"<p>{''.join(GONE if word == 'снято' else x.t(word) for word in one.strip('{}').split(',') if word)}</p>"
        for one in body.split("|")
    )
    start, block = place

    assert [("deletion", start, start, block)] == told(read(paragraphs))


def test_stories_keep_to_themselves(x: Any, read: Any) -> None:
    """In a header, a text box or a note only the words of that story are near, and the body goes on behind a box."""
    reference = '<sectPr><headerReference type="default" r:id="header1"/></sectPr>'
    gone = f"<p>{GONE}</p>"
    box = f"<r><w:pict><v:shape><v:textbox><txbxContent>{x.p('рама')}</txbxContent></v:textbox></v:shape></w:pict></r>"

    before = read(x.p("тело") + reference, headers={"header1": gone + x.p("верх")})
    behind = read(x.p("тело") + reference, headers={"header1": x.p("верх") + gone})
    alone = read(x.p("тело") + reference, headers={"header1": gone})
    boxed = read(f"<p>{x.t('тело')}{box}</p>{gone}" + x.p("низ"))

    assert [("deletion", 5, 5, "верх")] == told(before)
    assert [("deletion", 9, 9, "верх")] == told(behind)
    assert [] == told(alone)
    assert ("тело\nниз\nрама", [("deletion", 4, 4, "тело")]) == (boxed.text, told(boxed))


def test_notes_about_nothing(x: Any, read: Any) -> None:
    """A revision without words is none; a comment without words is one."""
    empty = '<ins author="Юрист"><r/></ins>'
    space = f'<ins author="Юрист">{x.t(" ")}</ins>'

    assert [] == told(read(f"<p>{x.t('раз')}{empty}{space}{x.t('два')}</p>"))
    assert [("comment", 3, 3, "раздва")] == told(
        read(f"<p>{x.t('раз')}{sign()}{x.t('два')}</p>", notes={"comments": comment(words="")})
    )


def test_comment_up_to_one_letter(x: Any, read: Any) -> None:
    """The last letter that a comment is about tells where its block ends."""
    body = f'<p><commentRangeStart id="0"/>{x.t("раз")}</p><p>{x.t("я")}<commentRangeEnd id="0"/>{sign()}{x.t("!")}</p>'

    assert [("comment", 0, 5, "раз\nя!")] == told(read(body, notes={"comments": comment()}))


def test_comment_that_begins_in_what_is_taken_out(x: Any, read: Any) -> None:
    """The edges and the sign of a comment count where they stand in words taken out."""
    start, end = (f'<commentRange{edge} id="0"/>' for edge in ("Start", "End"))
    gone = "<r><delText>снято</delText></r>"
    begun = read(f"<p>{x.t('раз')}<del>{start}{gone}</del>{x.t('два')}{end}{sign()}</p>", notes={"comments": comment()})
    signed = read(f"<p>{x.t('раз')}<del>{gone}{sign()}</del>{x.t('два')}</p>", notes={"comments": comment()})

    assert ("comment", 3, 6, "раздва") in told(begun)
    assert ("comment", 3, 3, "раздва") in told(signed)


def test_our_own_comments(x: Any, read: Any) -> None:
    """What we have written into a file is left out, and nothing else."""
    body = f"<p>{x.t('раз')}{sign(0)}{x.t('два')}{sign(1)}</p>"
    document = read(body, notes={"comments": comment("jdlint", 0) + comment("Юрист", 1)})

    assert [("comment", 6, 6, "раздва")] == told(document)


def test_formula_beside_a_revision(x: Any, read: Any) -> None:
    """What stands in no run is near to nothing."""
    formula = "<m:oMath><m:r><m:t>2</m:t></m:r></m:oMath>"

    assert [("deletion", 3, 3, "раз2")] == told(read(f"<p>{x.t('раз')}{formula}{GONE}</p>"))
