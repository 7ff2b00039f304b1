"""Hints in a line of their own below the blanks they explain."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import Shape

LARGE, SMALL = '<sz val="28"/>', '<sz val="16"/>'


def told(document: Any) -> list[tuple[str, str]]:
    """Each blank and its hint."""
    return [(b.span.of(document.text), b.hint) for b in document.blanks]


LINE = "____"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # a hint of its own for each blank, in their order, wherever in the document
        (["Портовый устав.", f"{LINE} и {LINE} порта", "(подпись) (дата)"], [(LINE, "подпись"), (LINE, "дата")]),
        (["Порт.", "Устав.", f"Лоцман {LINE} порта", "(фамилия)", "Конец."], [(LINE, "фамилия")]),
        (
            [f"Порт {LINE} края", "(город)", f"Маяк {LINE} порта", f"Лоцман {LINE} порта", "(фамилия)"],
            [(LINE, "город"), (LINE, ""), (LINE, "фамилия")],
        ),
        ([f"{LINE} порта", "(фамилия)"], [(LINE, "фамилия")]),
        ([f"Порт {LINE} края", "(город)", f"{LINE} порта", "(имя)"], [(LINE, "город"), (LINE, "имя")]),
        # one hint for several blanks is that of the last, as many others as there are blanks are in their order
        ([f"Лоцман {LINE} / {LINE} порта", "(фамилия)"], [(LINE, ""), (LINE, "фамилия")]),
        ([f"Лоцман {LINE} / {LINE} / {LINE} порта", "(а1) (б2) (в3)"], [(LINE, "а1"), (LINE, "б2"), (LINE, "в3")]),
        # more or fewer hints than blanks tell nothing
        ([f"Лоцман {LINE} порта", "(подпись) (дата)"], [(LINE, "")]),
        ([f"Лоцман {LINE} / {LINE} / {LINE} порта", "(подпись) (дата)"], [(LINE, ""), (LINE, ""), (LINE, "")]),
        # what stands beside a blank is nearer than what stands below
        ([f"Лоцман {LINE} (порта)", "(фамилия)"], [(LINE, "порта")]),
        # a line that says more than hints is none
        ([f"Лоцман {LINE} порта", "(фамилия) и подпись"], [(LINE, "")]),
        ([f"Лоцман {LINE} порта", "Лицо (фамилия)"], [(LINE, "")]),
        ([f"Лоцман {LINE} порта", "(фамилия)."], [(LINE, "фамилия")]),
        # brackets within brackets; what asks for something below a line asks nothing itself
        ([f"Лоцман {LINE} порта", "(фамилия (и имя))"], [(LINE, "фамилия (и имя)")]),
        ([f"Лоцман {LINE} порта", "(указать   должность)"], [(LINE, "указать должность")]),
        # below a line without a blank it does
        (["Лоцман подчиняется", "(указать должность)"], [("(указать должность)", "указать должность")]),
        # two letters at least
        ([f"Лоцман {LINE} порта", "(а)"], [(LINE, "")]),
    ],
)
def test_bracketed_line(x: Any, read: Any, lines: list[str], expected: list[tuple[str, str]]) -> None:
    """Bracketed words below a line go to its blanks."""
    assert expected == told(read("".join(map(x.p, lines))))


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("подпись", ["", "подпись"]),
        ("(подпись)", ["", "подпись"]),
        ("подпись   дата", ["подпись", "дата"]),
        ("подпись\u00a0\u00a0\u00a0дата", ["подпись", "дата"]),
        ("подпись  дата", ["", "подпись дата"]),
        ("подпись   дата   место", ["", ""]),
    ],
)
def test_small_line(x: Any, read: Any, below: str, expected: list[str]) -> None:
    """Words in smaller type do as well, those of several blanks by wide gaps between them."""
    document = read(x.p("Порт.", "", LARGE) + x.p(f"Лоцман {LINE} / {LINE}", "", LARGE) + x.p(below, "", SMALL))

    assert expected == [b.hint for b in document.blanks]


@pytest.mark.parametrize(("length", "hinted"), [(200, True), (201, False)])
def test_length_of_a_small_line(x: Any, read: Any, length: int, hinted: bool) -> None:  # noqa: FBT001
    """A hint has two hundred letters at most; what is longer is a text in small type."""
    document = read(x.p(f"Лоцман {LINE}", "", LARGE) + x.p("я" * length, "", SMALL))

    assert ["я" * length * hinted] == [b.hint for b in document.blanks]


def test_small_line_of_several_sizes(x: Any, read: Any) -> None:
    """The largest words of both lines count, and the space between them does not."""
    above = f"<p>{x.t('Лоцман ', SMALL)}{x.t(LINE, LARGE)}</p>"

    def hints(*runs: tuple[str, str]) -> list[str]:
        return [b.hint for b in read(above + f"<p>{''.join(x.t(*run) for run in runs)}</p>").blanks]

    assert ["имя отца"] == hints(("имя ", SMALL), ("отца", '<sz val="18"/>'))
    assert [""] == hints(("имя ", SMALL), ("отца", LARGE))
    assert ["имя отца"] == hints(("имя", SMALL), (" ", LARGE), ("отца", SMALL))
    assert ["имя отца"] == hints(("имя", '<vertAlign val="superscript"/>'), (" отца", '<vertAlign val="subscript"/>'))
    assert [""] == hints(("имя", '<vertAlign val="superscript"/>'), (" отца", ""))


def test_space_in_large_type_above(x: Any, read: Any) -> None:
    """Nor does the space in the line above."""
    above = f"<p>{x.t('Лоцман', SMALL)}{x.t(' ', LARGE)}{x.t(LINE, SMALL)}</p>"

    assert [""] == [b.hint for b in read(above + x.p("подпись", "", SMALL)).blanks]


def test_numbered_line_is_no_hint(x: Any, read: Any) -> None:
    """An item of a list in small type is one, and no hint."""
    told = x.numbering(x.level(0, "%1."))
    item = x.p("подпись", '<numPr><ilvl val="0"/><numId val="1"/></numPr>', SMALL)

    assert [""] == [b.hint for b in read(x.p(f"Лоцман {LINE}", "", LARGE) + item, numbering=told).blanks]


def test_line_of_another_part(x: Any, read: Any) -> None:
    """What follows in the text but not on the page explains nothing."""
    reference = '<sectPr><footerReference type="default" r:id="footer1"/></sectPr>'
    document = read(x.p(f"Лоцман {LINE} порта") + reference, headers={"footer1": x.p("(подпись)")})

    assert (f"Лоцман {LINE} порта\n(подпись)", [(LINE, "")]) == (document.text, told(document))


@pytest.mark.parametrize(
    ("blank", "shape"), [("[указать отдел]", Shape.BRACKETS), ("00.00.2000", Shape.DATE), (LINE, Shape.UNDERSCORES)]
)
def test_blanks_that_ask_themselves(x: Any, read: Any, blank: str, shape: Shape) -> None:
    """What says itself what is asked for takes no hint from below."""
    document = read(x.p(f"Лоцман: {blank} порта") + x.p("(подпись)"))

    assert [(shape, "подпись" if blank == LINE else "")] == [(b.shape, b.hint) for b in document.blanks]
