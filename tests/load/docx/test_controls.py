"""Content controls, and versions of the same content."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import Shape


def control(properties: str, content: str) -> str:
    """A content control around a content."""
    return f"<sdt>{properties}<sdtContent>{content}</sdtContent></sdt>"


def versions(*told: tuple[str, str]) -> str:
    """A choice between versions that need some markup each, and one for those that read none ("")."""
    inside = "".join(
        f'<mc:Choice Requires="{need}">{content}</mc:Choice>' if need else f"<mc:Fallback>{content}</mc:Fallback>"
        for need, content in told
    )
    return f"<mc:AlternateContent>{inside}</mc:AlternateContent>"


@pytest.mark.parametrize(
    ("needs", "shown"),
    [
        (["wps", ""], 0),
        (["w14 w15", ""], 0),
        (["tomorrow", ""], 1),
        (["wps tomorrow", ""], 1),
        (["tomorrow", "wpg", ""], 1),
        (["wps", "wpg", ""], 0),
        (["tomorrow"], None),
        ([""], 0),
    ],
)
@pytest.mark.parametrize("seam", ["block", "paragraph", "row", "cell", "words", "run"])
def test_versions(x: Any, read: Any, needs: list[str], shown: int | None, seam: str) -> None:
    """The first version whose markup is all known is read, else the one for those that know none, and no other."""
    words = ["один", "два", "три"][: len(needs)]
    wrap = {
        "block": (x.p, "{}"),
        "paragraph": (x.t, "<p>{}</p>"),
        "row": (lambda w: f"<tr>{x.c(w)}</tr>", "<tbl><tblPr/>{}</tbl>"),
        "cell": (x.c, "<tbl><tblPr/><tr>{}</tr></tbl>"),
        "words": (lambda w: f"<r><t>{w}</t></r>", "<p><ins>{}</ins></p>"),
        "run": (lambda w: f"<t>{w}</t>", "<p><r>{}</r></p>"),
    }[seam]
    body = wrap[1].format(versions(*zip(needs, map(wrap[0], words), strict=True)))

    assert ("" if shown is None else words[shown]) == read(body).text


PROMPT = "<showingPlcHdr/>"


@pytest.mark.parametrize(
    ("properties", "words", "blank"),
    [
        ("", "цех", None),
        ("", "", ("____", "")),
        ("<sdtPr/>", "", ("____", "")),
        ('<sdtPr><alias val="  Отдел   или  цех "/></sdtPr>', "", ("____", "Отдел или цех")),
        ("<sdtPr><alias/></sdtPr>", "", ("____", "")),
        ('<sdtPr><alias val="Отдел"/></sdtPr>', "цех", None),
        (f'<sdtPr><alias val="Отдел"/>{PROMPT}</sdtPr>', "цех", ("цех", "Отдел")),
        (f"<sdtPr>{PROMPT}</sdtPr>", "цех", ("цех", "")),
        ('<sdtPr><showingPlcHdr val="1"/></sdtPr>', "цех", ("цех", "")),
        ('<sdtPr><showingPlcHdr val="0"/></sdtPr>', "цех", None),
        ('<sdtPr><showingPlcHdr val="false"/></sdtPr>', "цех", None),
        (f"<sdtPr>{PROMPT}<docPartObj/></sdtPr>", "цех", None),
        (f"<sdtPr>{PROMPT}<citation/></sdtPr>", "цех", None),
        ("<sdtPr><group/></sdtPr>", "", None),
        ("<sdtPr><text/></sdtPr>", "", ("____", "")),
    ],
)
@pytest.mark.parametrize("around", [False, True])
def test_controls(
    x: Any,
    read: Any,
    properties: str,
    words: str,
    blank: tuple[str, str] | None,
    around: bool,  # noqa: FBT001
) -> None:
    """A control is a blank while it shows its prompt or nothing, and people are meant to write in it."""
    run = x.t(words) if words else ""
    inside = control(properties, f"<p>{run}</p>") if around else f"<p>{control(properties, run)}</p>"
    document = read(x.p("Отдел:") + inside)

    assert ([] if blank is None else [(blank[0], Shape.CONTROL, blank[1])]) == [
        (b.span.of(document.text), b.shape, b.hint) for b in document.blanks
    ]


@pytest.mark.parametrize(
    "content",
    ["<r><drawing/></r>", "<r><pict/></r>", "<ins><r><t>цех</t></r></ins>", "<r><sym font='Symbol' char='F0B3'/></r>"],
)
def test_controls_that_hold_something(read: Any, content: str) -> None:
    """A picture or a sign fills a control as words do."""
    assert () == read(f"<p>{control('<sdtPr/>', content)}</p>".replace("'", '"')).blanks


def test_what_stands_behind_a_prompt(x: Any, read: Any) -> None:
    """The prompt ends with its control, inside a paragraph and around one."""
    prompt = f"<sdtPr>{PROMPT}</sdtPr>"

    for body in (
        f"<p>{control(prompt, x.t('введите'))}{x.t(' отдел')}</p>",
        control(prompt, x.p("введите")) + x.p("отдел"),
    ):
        document = read(body)

        assert ["введите"] == [b.span.of(document.text) for b in document.blanks]


def test_control_of_space(x: Any, read: Any) -> None:
    """Space does not fill a control: the line stands in its place."""
    document = read(f"<p>{x.t('Отдел ')}{control('<sdtPr/>', x.t('   '))}{x.t(' порта')}</p>")

    assert ("Отдел ____ порта", [Shape.CONTROL]) == (document.text, [b.shape for b in document.blanks])


def test_control_around_paragraphs(x: Any, read: Any) -> None:
    """Of several empty paragraphs in one control the first is the blank; one with words, or a table, fills it."""
    empty = control("<sdtPr/>", "<p/><p/>")

    assert ["body/p[2]"] == [b.anchor for b in read(x.p("Отдел:") + empty).blocks][1:]
    assert () == read(control("<sdtPr/>", "<p/>" + x.p("цех"))).blanks
    assert () == read(control("<sdtPr/>", x.table([x.c("цех")]) + "<p/>")).blanks
    assert () == read(control("<sdtPr/>", "")).blanks
    assert "до\nпосле" == read(x.p("до") + "<sdt><sdtPr/></sdt>" + x.p("после")).text
    assert "допосле" == read(f"<p>{x.t('до')}<sdt><sdtPr/></sdt>{x.t('после')}</p>").text


def test_control_within_a_control(x: Any, read: Any) -> None:
    """What is said of the inner one holds in it, what is said of the outer one beside it."""
    inner = control("<sdtPr/>", x.t("цех"))
    prompt = f"<sdtPr>{PROMPT}</sdtPr>"
    document = read(f"<p>{control(prompt, x.t('введите ') + inner)}{x.t(' сам')}</p>")

    assert ["введите"] == [b.span.of(document.text) for b in document.blanks]


def test_control_around_cells(x: Any, read: Any) -> None:
    """A prompt in a cell is a blank whether the control stands around the cell or around its row."""
    prompt = f'<sdtPr><alias val="Отдел"/>{PROMPT}</sdtPr>'
    cell = f"<tbl><tblPr/><tr>{control(prompt, x.c('введите'))}{x.c('порта')}</tr></tbl>"
    wrapped = control(prompt, "<tr>" + x.c("введите") + "</tr>")
    row = f"<tbl><tblPr/>{wrapped}<tr>{x.c('порта')}</tr></tbl>"

    for body in (cell, row, cell + x.p("Конец")):
        document = read(body)

        assert [("введите", Shape.CONTROL, "Отдел")] == [
            (b.span.of(document.text), b.shape, b.hint) for b in document.blanks
        ]
