"""Pages whose lines are paragraphs each, as typewriters and converters leave them."""

from __future__ import annotations

from typing import Any

import pytest

# Lines of a page: the first two sentences of it fill them, so that its width is known.
FULL = [
    "1.1. Смотритель маяка принимается на работу и увольняется с неё",
    "приказом начальника отделения по представлению старшего из всех",
    "смотрителей с учётом мнения гидрографа и в порядке, данном для",
    "отдалённых постов моря.",
]


BLANK = "_" * 63


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        ([], []),
        (["1.2. Спит днём."], ["1.2. Спит днём."]),
        # an empty line ends a paragraph of the page, and a word that leads on takes it up again
        (["1.2. Смотритель моет лампу и", "", "зеркала маяка"], ["1.2. Смотритель моет лампу и\nзеркала маяка"]),
        (
            ["1.2. Смотритель маяка моет лампу и все его", "", "зеркала маяка, а после того все окна и", "двери."],
            ["1.2. Смотритель маяка моет лампу и все его", "зеркала маяка, а после того все окна и\nдвери."],
        ),
        (
            [
                "1.2. Смотритель принимается на должность в",
                "",
                "порядке, данном законом моря для",
                "отдалённых постов.",
            ],
            ["1.2. Смотритель принимается на должность в\nпорядке, данном законом моря для\nотдалённых постов."],
        ),
        # below a blank stands its hint, over as many lines as it takes; the blank may go on beside it
        (
            [
                "1.2. Смотритель подчиняется ___________________________________",
                "                             (должность того, кому подчиняется",
                "                              смотритель)",
                "1.3. Спит днём.",
            ],
            [
                "1.2. Смотритель подчиняется ___________________________________",
                "(должность того, кому подчиняется\nсмотритель)",
                "1.3. Спит днём.",
            ],
        ),
        (
            [
                "1.2. Смотритель подчиняется ___________________________________",
                "                             (должность того, кому подчиняется",
                BLANK,
                "                              смотритель)",
                "1.3. Спит днём.",
            ],
            [
                f"1.2. Смотритель подчиняется ___________________________________\n{BLANK}",
                "(должность того, кому подчиняется\nсмотритель)",
                "1.3. Спит днём.",
            ],
        ),
        # a bracket below words is theirs
        (
            [
                "1.2. Смотритель моет лампу, зеркала и всё, что найдёт на маяке",
                "(кроме фонаря и его стёкол) каждое утро.",
            ],
            [
                "1.2. Смотритель моет лампу, зеркала и всё, что найдёт на маяке\n(кроме фонаря и его стёкол) каждое утро."
            ],
        ),
        # a hint that is closed is not gone on with
        (
            [
                "1.2. Смотритель подчиняется ___________________________________",
                "   (имя начальника)",
                "и боцману маяка.",
            ],
            ["1.2. Смотритель подчиняется ___________________________________", "(имя начальника)", "и боцману маяка."],
        ),
    ],
)
def test_lines_of_a_page(x: Any, read: Any, shown: Any, lines: list[str], blocks: list[str]) -> None:
    """Which lines are one paragraph."""
    assert ["\n".join(FULL), *blocks] == shown(read("".join(x.p(line) for line in (*FULL, *lines))))


def test_manual_break_on_a_page(x: Any, read: Any, shown: Any) -> None:
    """A line that its author broke in two is not gone on with from before the break."""
    broken = "<p><r><t>1.2. Моет лампу.</t><br/><t>1.3. Смотритель маяка моет все зеркала и</t></r></p>"
    document = read("".join(map(x.p, FULL)) + broken + x.p("окна маяка утром."))

    assert ["1.2. Моет лампу.", "1.3. Смотритель маяка моет все зеркала и\nокна маяка утром."] == shown(document)[1:]


@pytest.mark.parametrize(("length", "blocks"), [(110, 1), (111, 5)])
def test_width_of_a_page(x: Any, read: Any, length: int, blocks: int) -> None:
    """A page has a hundred and ten letters in a line at most; what is wider are paragraphs."""
    words = "смотритель маяка моет лампу и все зеркала его а после того "
    line = (words * 3)[:length].rstrip().ljust(length, "я")

    assert blocks == len(read("".join(map(x.p, [line] * 4)) + x.p("и спит.")).blocks)


def test_lines_of_several_styles(x: Any, read: Any, shown: Any) -> None:
    """Each style of paragraphs has a width of its own, or none."""
    styles = '<style type="paragraph" styleId="s"><name val="Свой"/></style>'
    other = [x.p(words, '<pStyle val="s"/>') for words in ("Моет лампу", "моет зеркала", "спит")]
    document = read("".join(map(x.p, FULL)) + "".join(other), styles=styles)

    assert ["\n".join(FULL), "Моет лампу", "моет зеркала", "спит"] == shown(document)


def test_numbered_lines_of_a_page(x: Any, read: Any, shown: Any) -> None:
    """An item of a list or a heading is never the rest of a line."""
    told = x.numbering(x.level(0, "%1)"))
    page = "".join(map(x.p, FULL)) + x.p("1.2. Смотритель маяка каждое утро моет все зеркала, лампу и окна,")

    for mark, expected in (('<numPr><numId val="1"/></numPr>', "1) двери"), ('<outlineLvl val="0"/>', "двери")):
        assert expected == shown(read(page + x.p("двери", mark), numbering=told))[-1]


def test_table_on_a_page(x: Any, read: Any, shown: Any) -> None:
    """A table ends a paragraph of the page."""
    page = "".join(map(x.p, FULL)) + x.p("1.2. Смотритель маяка каждое утро моет все зеркала, лампу, окна,")
    document = read(page + x.table([x.c("Лампа"), x.c("Окно")], borders=x.grid) + x.p("двери и полы."))

    assert ["Лампа", "Окно", "двери и полы."] == shown(document)[-3:]
