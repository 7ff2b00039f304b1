"""Lines drawn inside a paragraph by underlined space, by tab leaders and by colour."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import Shape

UNDERLINED, YELLOW = '<u val="single"/>', '<highlight val="yellow"/>'
TAB, BREAK = "<r><tab/></r>", "<r><br/></r>"
LINE_OF_TABS = f"<r><rPr>{UNDERLINED}</rPr><tab/></r>"


def drawn(document: Any) -> tuple[str, list[tuple[str, Shape]]]:
    """The text, and each blank with its shape."""
    return document.text, [(b.span.of(document.text), b.shape) for b in document.blanks]


@pytest.mark.parametrize(
    ("runs", "text", "blanks"),
    [
        # two underlined spaces part words, three are a line
        ([("Отдел", ""), ("  ", UNDERLINED), ("сбыта", "")], "Отдел  сбыта", []),
        ([("Отдел", ""), ("   ", UNDERLINED), ("сбыта", "")], "Отдел___сбыта", ["___"]),
        # the spaces of one line count together, whatever runs they stand in
        ([("Отдел", ""), (" ", UNDERLINED), (" ", UNDERLINED), ("сбыта", "")], "Отдел  сбыта", []),
        ([("Отдел", ""), ("  ", UNDERLINED), (" ", UNDERLINED), ("сбыта", "")], "Отдел___сбыта", ["___"]),
        # two lines with words between them are two blanks
        (
            [("   ", UNDERLINED), ("отдел", ""), ("    ", UNDERLINED), ("цех", "")],
            "___отдел____цех",
            ["___", "____"],
        ),
        # a word underlined together with the space makes all of it words
        ([("Отдел ", ""), ("   ", UNDERLINED), ("сбыта", UNDERLINED), (".", "")], "Отдел    сбыта.", []),
        # space that is not underlined is none
        ([("Отдел", ""), ("     ", "<b/>"), ("сбыта", UNDERLINED)], "Отдел     сбыта", []),
    ],
)
def test_underlined_space(x: Any, read: Any, runs: list[tuple[str, str]], text: str, blanks: list[str]) -> None:
    """Three underlined spaces or more, with nothing else underlined beside them, are a line to write on."""
    document = read(f"<p>{''.join(x.t(words, look) for words, look in runs)}</p>")

    assert (text, [(words, Shape.SPACES) for words in blanks]) == drawn(document)


def test_underlined_tabs_and_spaces(x: Any, read: Any) -> None:
    """A tab makes a line of its own length; spaces beside it belong to that line."""
    runs = f"{x.t('Отдел ')}{x.t(' ', UNDERLINED)}{LINE_OF_TABS}{LINE_OF_TABS}{x.t('.')}"

    assert ("Отдел _________.", [("_________", Shape.TABS)]) == drawn(read(f"<p>{runs}</p>"))


def test_underlined_over_a_break(x: Any, read: Any) -> None:
    """A line to write on that goes on below a break is one blank; the break counts as no space."""
    short = f"<r><rPr>{UNDERLINED}</rPr><t xml:space='preserve'>{{}}</t><br/><t xml:space='preserve'>{{}}</t></r>"
    body = "<p>" + x.t("Отдел") + short.replace("'", '"') + x.t("сбыта") + "</p>"

    assert ("Отдел____\n____сбыта", [("____\n____", Shape.SPACES)]) == drawn(read(body.format("    ", "    ")))
    assert ("Отдел \n сбыта", []) == drawn(read(body.format(" ", " ")))


def stops(*told: tuple[int, str]) -> str:
    """Tab stops by position and leader."""
    return "".join(f'<tab val="left" pos="{position}" leader="{leader}"/>' for position, leader in told)


NEAR, FAR = (2209, "none"), (9000, "underscore")


@pytest.mark.parametrize(
    ("tabs", "runs", "text"),
    [
        ([(9000, "underscore")], ["Отдел", TAB], "Отдел____"),
        ([(9000, "none")], ["Отдел", TAB, "сбыта"], "Отдел\tсбыта"),
        # the words of a tab's run stay where they are
        ([(9000, "underscore")], ["<r><t>Отдел</t><tab/><t>сбыта</t></r>"], "Отдел____сбыта"),
        # every tab goes to the next stop; behind the last one nothing is drawn
        ([(2209, "underscore"), (9000, "none")], ["а", TAB, "б", TAB, "в"], "а____б\tв"),
        ([(2209, "none"), (9000, "underscore")], ["а", TAB, "б", TAB, "в"], "а\tб____в"),
        ([(9000, "underscore")], ["а", TAB, "б", TAB, "в"], "а____б\tв"),
        # twenty letters of the usual size end just before the stop, which the tab reaches; one more letter passes it
        ([NEAR, FAR], ["я" * 20, TAB, "в"], "я" * 20 + "\tв"),
        ([(2208, "none"), FAR], ["я" * 20, TAB, "в"], "я" * 20 + "____в"),
        ([NEAR, FAR], ["я" * 21, TAB, "в"], "я" * 21 + "____в"),
        ([NEAR, FAR], ["я" * 10, "я" * 11, TAB, "в"], "я" * 21 + "____в"),
        # larger letters pass it sooner, smaller ones later
        ([NEAR, FAR], [("я" * 17, 28), TAB, "в"], "я" * 17 + "\tв"),
        ([NEAR, FAR], [("я" * 18, 28), TAB, "в"], "я" * 18 + "____в"),
        ([NEAR, FAR], [("я" * 24, 20), TAB, "в"], "я" * 24 + "\tв"),
        ([NEAR, FAR], [("я" * 25, 20), TAB, "в"], "я" * 25 + "____в"),
        # below a break the line begins anew
        ([NEAR, FAR], ["я" * 21, BREAK, "я", TAB, "в"], "я" * 21 + "\nя\tв"),
    ],
)
def test_leaders(x: Any, read: Any, tabs: list[tuple[int, str]], runs: list[Any], text: str) -> None:
    """A tab is a line to write on when the stop it goes to has a leader."""
    inside = "".join(
        run
        if str(run).startswith("<")
        else x.t(*((run[0], f'<sz val="{run[1]}"/>') if isinstance(run, tuple) else (run,)))
        for run in runs
    )
    document = read(f"<p><pPr><tabs>{stops(*tabs)}</tabs></pPr>{inside}</p>")

    assert (text, [("____", Shape.TABS)] * text.count("____")) == drawn(document)


@pytest.mark.parametrize(
    ("indent", "text"),
    [
        ("", "я\tв"),
        ('<ind left="2000"/>', "я\tв"),
        ('<ind left="2200"/>', "я____в"),
        ('<ind left="1100" firstLine="1100"/>', "я____в"),
        ('<ind left="4200" hanging="2200"/>', "я\tв"),
    ],
)
def test_leaders_behind_an_indent(x: Any, read: Any, indent: str, text: str) -> None:
    """The first line begins where its indents say, and so does the way to the stop."""
    document = read(f"<p><pPr><tabs>{stops(NEAR, FAR)}</tabs>{indent}</pPr>{x.t('я')}{TAB}{x.t('в')}</p>")

    assert text == document.text


def test_leaders_below_a_break_behind_an_indent(x: Any, read: Any) -> None:
    """So does the line below a break."""
    properties = f'<pPr><tabs>{stops(NEAR, FAR)}</tabs><ind left="2200"/></pPr>'

    assert "а\nя____в" == read(f"<p>{properties}{x.t('а')}{BREAK}{x.t('я')}{TAB}{x.t('в')}</p>").text


@pytest.mark.parametrize(
    ("leader", "after", "blank"),
    [
        ("dot", "12", False),
        ("dot", " 123 ", False),
        ("dot", "1234", True),
        ("dot", "xiv", False),
        ("middleDot", "7", False),
        ("dot", "", True),
        ("dot", "кабинет", True),
        ("underscore", "12", True),
        ("hyphen", "12", True),
    ],
)
def test_leaders_of_contents(x: Any, read: Any, leader: str, after: str, blank: bool) -> None:  # noqa: FBT001
    """Dots up to a page number are a table of contents; dots up to anything else, or another leader, are a line."""
    body = f"<p><pPr><tabs>{stops((9000, leader))}</tabs></pPr>{x.t('Права')}{TAB}{x.t(after)}</p>"

    assert [Shape.TABS] * blank == [b.shape for b in read(body).blanks]


def test_leader_over_a_line_drawn_otherwise(read: Any) -> None:
    """A tab of a prompt keeps the prompt's shape."""
    prompt = "<r><t>Введите</t><tab/><t>отдел</t></r>"
    control = f"<sdt><sdtPr><showingPlcHdr/></sdtPr><sdtContent>{prompt}</sdtContent></sdt>"

    assert ("Введите\tотдел", [("Введите\tотдел", Shape.CONTROL)]) == drawn(
        read(f"<p><pPr><tabs>{stops(FAR)}</tabs></pPr>{control}</p>")
    )


@pytest.mark.parametrize(
    ("runs", "blanks"),
    [
        ([("указать отдел", YELLOW)], ["указать отдел"]),
        ([("указать", YELLOW), (" отдел", YELLOW)], ["указать отдел"]),
        ([("указать", YELLOW), (" ", YELLOW), ("отдел", YELLOW)], ["указать отдел"]),
        ([("  указать отдел ", YELLOW), ("и подпись", "")], ["указать отдел"]),
        ([("указать отдел", YELLOW), (" или ", ""), ("ФИО", YELLOW)], ["указать отдел", "ФИО"]),
        ([("отдел", YELLOW), (" или ", ""), ("ФИО", YELLOW)], ["ФИО"]),
        ([("указать отдел", '<color val="808080"/>')], ["указать отдел"]),
        # up to eighty letters are filler, more are words of the author
        ([("указать " + "я" * 72, YELLOW)], ["указать " + "я" * 72]),
        ([("указать " + "я" * 73, YELLOW)], []),
        # a single letter or sign is a word or a mark, and space nothing
        ([("X", YELLOW)], []),
        ([("   ", YELLOW)], []),
    ],
)
def test_fillers(x: Any, read: Any, runs: list[tuple[str, str]], blanks: list[str]) -> None:
    """Coloured runs that stand together are a blank when they read like filler together."""
    document = read(f"<p>{x.t('Кому: ')}{''.join(x.t(words, look) for words, look in runs)}{x.t('.')}</p>")

    assert [(words, Shape.FILLER) for words in blanks] == drawn(document)[1]
