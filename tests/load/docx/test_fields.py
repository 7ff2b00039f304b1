"""Fields: forms of old Word, buttons and signs, whole and broken."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import Shape

BEGIN, SEPARATE, END = (f'<r><fldChar fldCharType="{kind}"/></r>' for kind in ("begin", "separate", "end"))


def told(words: str) -> str:
    """A run that holds a field's instruction."""
    return f'<r><instrText xml:space="preserve">{words}</instrText></r>'


def form(data: str, name: str, result: str = "") -> str:
    """A field of a form with these data."""
    begin = f'<r><fldChar fldCharType="begin"><ffData>{data}</ffData></fldChar></r>'
    return f"{begin}{told(f' {name} ')}{SEPARATE}{result}{END}"


def blanks(document: Any) -> list[tuple[str, Shape, str]]:
    """The blanks: words, shape, hint."""
    return [(b.span.of(document.text), b.shape, b.hint) for b in document.blanks]


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ('<result val="1"/>', "грузчик"),
        ('<result val="0"/><default val="1"/>', "кладовщик"),
        ('<default val="1"/>', "грузчик"),
        ('<result val="1"/><default val="0"/>', "грузчик"),
        ('<result val="2"/><default val="1"/>', "грузчик"),
        ('<result val="-1"/><default val="1"/>', "грузчик"),
        ('<result val="x"/>', "кладовщик"),
        ("<result/>", "кладовщик"),
        ("", "кладовщик"),
    ],
)
def test_drop_down(x: Any, read: Any, chosen: str, shown: str) -> None:
    """A list shows the entry that was chosen, or else its default, or else the first."""
    data = f'<ddList>{chosen}<listEntry val="кладовщик"/><listEntry val="грузчик"/></ddList>'

    assert f"Кто: {shown}" == read(f"<p>{x.t('Кто: ')}{form(data, 'FORMDROPDOWN')}</p>").text


@pytest.mark.parametrize("data", ["", "<ddList/>", '<ddList><result val="0"/></ddList>'])
def test_drop_down_without_entries(x: Any, read: Any, data: str) -> None:
    """A list without entries shows nothing."""
    assert "Кто:" == read(f"<p>{x.t('Кто: ')}{form(data, 'FORMDROPDOWN')}</p>").text


def test_drop_down_with_a_result(x: Any, read: Any) -> None:
    """A list whose result is written out is read once."""
    data = '<ddList><result val="1"/><listEntry val="кладовщик"/><listEntry val="грузчик"/></ddList>'

    assert "Кто: грузчик" == read(f"<p>{x.t('Кто: ')}{form(data, 'FORMDROPDOWN', x.t('грузчик'))}</p>").text


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        ('<checked val="1"/><default val="0"/>', "☒"),
        ('<checked val="0"/><default val="1"/>', "☐"),
        ('<checked val="off"/>', "☐"),
        ('<default val="true"/>', "☒"),
    ],
)
def test_check_box(x: Any, read: Any, state: str, shown: str) -> None:
    """A box is crossed as its state says, or else as its default does."""
    body = f"<p>{form(f'<checkBox>{state}</checkBox>', 'FORMCHECKBOX')}{x.t(' согласен')}</p>"

    assert f"{shown} согласен" == read(body).text


def test_check_box_without_data(x: Any, read: Any) -> None:
    """A box that the file does not describe is not drawn."""
    assert "согласен" == read(f"<p>{BEGIN}{told(' FORMCHECKBOX ')}{END}{x.t('согласен')}</p>").text


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        ('<statusText type="text" val="отдел"/>', "отдел"),
        ('<statusText val=" название   отдела "/>', "название отдела"),
        ('<helpText type="text" val="подразделение"/>', "подразделение"),
        ('<helpText val="подразделение"/><statusText val="отдел"/>', "отдел"),
        ('<statusText type="autoText" val="Blank1"/><helpText type="text" val="подразделение"/>', "подразделение"),
        ('<statusText type="autoText" val="Blank1"/>', ""),
        ("<statusText/>", ""),
        ("", ""),
    ],
)
def test_help_of_a_text_field(x: Any, read: Any, data: str, hint: str) -> None:
    """The words that its author wrote for the status bar, or else for F1, are the hint of an empty field."""
    assert [("____", Shape.FIELD, hint)] == blanks(read(f"<p>{x.t('Отдел: ')}{form(data, 'FORMTEXT')}</p>"))


def test_text_field_over_two_paragraphs(x: Any, read: Any) -> None:
    """A field whose words stand in the next paragraph is filled in."""
    begin = f'<r><fldChar fldCharType="begin"><ffData/></fldChar></r>{told(" FORMTEXT ")}{SEPARATE}'
    document = read(f"<p>{x.t('Отдел:')}{begin}</p><p>{x.t('сбыта')}{END}</p>")

    assert ("Отдел:\nсбыта", []) == (document.text, blanks(document))


@pytest.mark.parametrize(
    ("instruction", "inside", "text", "shape"),
    [
        (" FORMTEXT ", "", "Отдел ____!", [Shape.FIELD]),
        (" FORMTEXT ", "сбыта", "Отдел сбыта!", []),
        (" REF п1 ", "", "Отдел !", []),
        (" SYMBOL 0xB3 \\f Symbol ", "", "Отдел ≥!", []),
        (" MACROBUTTON Нет введите ", "", "Отдел введите!", [Shape.FIELD]),
    ],
)
def test_simple_field(x: Any, read: Any, instruction: str, inside: str, text: str, shape: list[Shape]) -> None:
    """A field written as one element is drawn like one of many runs."""
    field = f'<fldSimple instr="{instruction}">{x.t(inside) if inside else ""}</fldSimple>'
    document = read(f"<p>{x.t('Отдел ')}{field}{x.t('!')}</p>")

    assert (text, shape) == (document.text, [b.shape for b in document.blanks])


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("MACROBUTTON Нет введите отдел", "введите отдел"),
        (" MacroButton  Нет  введите&#10;отдел ", "введите отдел"),
        ("GOTOBUTTON п5 смотри пункт 5", "смотри пункт 5"),
        ("MACROBUTTON Нет", ""),
    ],
)
def test_button(x: Any, read: Any, words: str, shown: str) -> None:
    """A button shows the words behind the name of its macro and asks for what they say."""
    document = read(f"<p>{x.t('Отдел: ')}{BEGIN}{told(words)}{END}{x.t('.')}</p>")

    assert f"Отдел: {shown}." == document.text.replace("\n", " ")
    assert [Shape.FIELD] * bool(shown) == [b.shape for b in document.blanks]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("SYMBOL 183 \\f Symbol", "•"),
        ("symbol 0xB3 \\f &quot;Symbol&quot; \\s 11", "≥"),
        ("Symbol 252&#10;\\s 11 \\f Wingdings", "✓"),
        ("SYMBOL 1046", "Ж"),
        ("SYMBOL", ""),
    ],
)
def test_sign(x: Any, read: Any, words: str, shown: str) -> None:
    """A SYMBOL field is the sign of that number in its font; a result that is written out wins."""
    assert f"Знак {shown}!" == read(f"<p>{x.t('Знак ')}{BEGIN}{told(words)}{END}{x.t('!')}</p>").text
    assert "Знак ?!" == read(f"<p>{x.t('Знак ')}{BEGIN}{told(words)}{SEPARATE}{x.t('?')}{END}{x.t('!')}</p>").text


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        # an instruction, an end or a result without a beginning
        (told(" DATE "), ""),
        (END, ""),
        (f"{SEPARATE}{{слово}}", "слово"),
        # words of an instruction are not shown, whatever runs they stand in
        (f"{BEGIN}{{слово}}{told(' DATE ')}{SEPARATE}{{число}}{END}", "число"),
        # nor is the result of a field inside an instruction
        (f"{BEGIN}{told(' IF ')}{BEGIN}{told(' DATE ')}{SEPARATE}{{1}}{END}{told(' = 1 ')}{SEPARATE}{{да}}{END}", "да"),
        # an instruction ends where the result begins
        (f"{BEGIN}{told(' REF ')}{SEPARATE}{told(' MACROBUTTON Нет слово ')}{{да}}{END}", "да"),
        # what is taken out of a field begins, parts and ends it all the same
        (f"<del>{BEGIN}</del>{told(' REF ')}{{слово}}<del>{SEPARATE}</del>{{да}}<del>{END}</del>", "да"),
        (f"{BEGIN}{told(' IF ')}<del>{BEGIN}{SEPARATE}{END}</del>{{слово}}{SEPARATE}{{да}}{END}", "да"),
        (f"<del>{BEGIN}</del>{{слово}}<del>{END}</del>{{да}}", "да"),
        # a formula in an instruction is none
        (f"{BEGIN}{told(' EQ ')}<m:oMath><m:r><m:t>2</m:t></m:r></m:oMath>{SEPARATE}{{да}}{END}", "да"),
        # a field without a result shows nothing
        (f"{BEGIN}{told(' TC слово ')}{END}", ""),
        # a form's field inside an instruction is not drawn
        (f"{BEGIN}{told(' IF ')}{form('<checkBox/>', 'FORMCHECKBOX')}{SEPARATE}{{да}}{END}", "да"),
    ],
)
def test_whole_and_broken_fields(x: Any, read: Any, inside: str, shown: str) -> None:
    """Of a field its result is read, and of what is left of a field whatever is no instruction."""
    for words in ("слово", "число", "да", "1"):
        inside = inside.replace(f"{{{words}}}", x.t(words))

    assert f"до|{shown}|после" == read(f"<p>{x.t('до|')}{inside}{x.t('|после')}</p>").text


def test_a_field_parted_in_removed_text(x: Any, read: Any) -> None:
    """The mark between instruction and result counts where a reviewer has removed it, too."""
    parted = f'<del id="1" author="А">{SEPARATE}</del>'
    document = read(f"<p>{x.t('Кто: ')}{BEGIN}{told(' FORMTEXT ')}{parted}{x.t('     ')}{END}</p>")

    assert [("____", Shape.FIELD, "")] == blanks(document)
