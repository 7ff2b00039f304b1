"""Edits in Word files: on the very words, formatting kept, tracked or outright."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from jdlint.fix.docx import mended
from jdlint.fix.text import EditError
from jdlint.fix.ways import Mode
from jdlint.load.docx import load
from jdlint.model.document import Source
from jdlint.model.finding import Edit
from jdlint.model.span import Lines

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAY = dt.date(2026, 11, 22)
BOTH = pytest.mark.parametrize("mode", list(Mode))


def edit(source: Source, old: str, new: str) -> Edit:
    """The edit of the first place of these words."""
    text = load(source).text
    lines = Lines(text)
    start = text.index(old)
    return Edit(*lines.place(start), *lines.place(start + len(old)), old, new)


def body(data: bytes) -> Any:
    """The root of the main part."""
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def words(data: bytes, mark: str) -> list[tuple[str, str]]:
    """Author and words of the tracked changes of that sort."""
    inner = {"ins": "t", "del": "delText"}[mark]
    return [
        (e.get(f"{W}author"), "".join(t.text for t in e.iter(f"{W}{inner}"))) for e in body(data).iter(f"{W}{mark}")
    ]


@BOTH
@pytest.mark.parametrize(
    ("old", "new", "build"),
    [
        ("отчёт", "план", lambda x: x.p("Сдаёт отчёт вовремя")),
        ("отчёт", "план", lambda x: f"<p>{x.t('Сдаёт от')}{x.t('чёт', '<b/>')}{x.t(' вовремя')}</p>"),
        ("отчёт", "план", lambda x: f"<p>{x.t('Сдаёт ')}<ins author='Пётр'>{x.t('годовой отчёт и план')}</ins></p>"),
        ("отчёт", "план", lambda x: f"<p>{x.t('Сдаёт ')}<hyperlink>{x.t('годовой отчёт')}</hyperlink></p>"),
        ("отчёт", "план", lambda x: f"<p><sdt><sdtContent>{x.t('годовой отчёт')}</sdtContent></sdt></p>"),
        ("отчёт", "план", lambda x: x.table([x.c("Первый"), x.c("годовой отчёт")]) + x.p("Конец")),
        ("отчёт ", "", lambda x: x.p("Сдаёт отчёт вовремя")),
        ("отчёт", "план", lambda x: "<p><r><t>Сдаёт</t><tab/><t>отчёт</t><br/><t>весь</t></r></p>"),
    ],
    ids=["plain", "runs", "insertion", "link", "control", "table", "nothing", "tab"],
)
def test_words(
    x: Any, reject: Callable[[bytes], bytes], mode: Mode, old: str, new: str, build: Callable[[Any], str]
) -> None:
    """The words read as the edit says, and again as before when the change is rejected."""
    source = Source("а.docx", x.pack(build(x).replace("author='Пётр'", 'author="Пётр"')))
    data = mended(source, [edit(source, old, new)], mode, DAY)

    assert load(source).text.replace(old, new) == load(Source("а.docx", data)).text
    if mode is Mode.TRACKED:
        assert ("jdlint", old) in words(data, "del")
        assert load(source).text == load(Source("а.docx", reject(data))).text


@BOTH
def test_formatting_is_kept(x: Any, mode: Mode) -> None:
    """New words look like those they stand for; their neighbours stay as they are."""
    source = Source("а.docx", x.pack(f"<p>{x.t('Сдаёт отчёт', '<b/>')}{x.t(' вовремя', '<i/>')}</p>"))
    data = mended(source, [edit(source, "отчёт", "план")], mode, DAY)
    looks = {
        r.findtext(f"{W}t"): [p.tag.removeprefix(W) for p in r.find(f"{W}rPr")]
        for r in body(data).iter(f"{W}r")
        if r.find(f"{W}t") is not None
    }

    assert {"Сдаёт ": ["b"], "план": ["b"], " вовремя": ["i"]} == looks


@BOTH
def test_several_edits_of_one_run(x: Any, mode: Mode) -> None:
    """Edits do not disturb each other, however they are ordered."""
    source = Source("а.docx", x.pack(x.p("Первый второй третий четвёртый")))
    edits = [edit(source, a, b) for a, b in (("второй", "2"), ("четвёртый", "4"), ("Первый", "1"))]

    assert "1 2 третий 4" == load(Source("а.docx", mended(source, edits, mode, DAY))).text


def test_own_insertions_are_not_tracked_twice(x: Any) -> None:
    """What we put in ourselves is changed without another trace."""
    source = Source("а.docx", x.pack(x.p("Сдаёт отчёт")))
    once = Source("а.docx", mended(source, [edit(source, "отчёт", "планы")], Mode.TRACKED, DAY))
    data = mended(once, [edit(once, "ланы", "роекты")], Mode.TRACKED, DAY)

    assert [("jdlint", "отчёт")] == words(data, "del")
    assert "проекты" == "".join(told for _, told in words(data, "ins"))


def test_marks_are_numbered_and_dated(x: Any) -> None:
    """Each tracked change has a number that no other has, our name, and the day of the run."""
    body_ = f'<p><ins id="7" author="Пётр">{x.t("Сдаёт")}</ins>{x.t(" отчёт и план")}</p>'
    source = Source("а.docx", x.pack(body_))
    data = mended(source, [edit(source, "отчёт", "акт"), edit(source, "план", "табель")], Mode.TRACKED, DAY)
    marks = [e for e in body(data).iter(f"{W}ins", f"{W}del") if e.get(f"{W}author") == "jdlint"]

    assert {"8", "9", "10", "11"} == {m.get(f"{W}id") for m in marks}
    assert {"2026-11-22T00:00:00Z"} == {m.get(f"{W}date") for m in marks}


@BOTH
def test_paragraph_taken_out(x: Any, mode: Mode, reject: Callable[[bytes], bytes]) -> None:
    """An edit that takes out all of a paragraph takes the paragraph; bookmarks in it stay."""
    empty = f'<p><bookmarkStart id="1" name="q"/>{x.t("—")}<bookmarkEnd id="1"/></p>'
    source = Source("а.docx", x.pack(x.p("Моет;") + empty + x.p("Чистит.")))
    data = mended(source, [edit(source, "—", "")], mode, DAY)

    assert "Моет;\nЧистит." == load(Source("а.docx", data)).text
    assert 1 == len(list(body(data).iter(f"{W}bookmarkStart")))
    assert (3 if mode is Mode.TRACKED else 2) == len(list(body(data).iter(f"{W}p")))
    assert "Моет;\n—\nЧистит." == load(Source("а.docx", reject(data))).text or mode is Mode.DIRECT


@BOTH
@pytest.mark.parametrize(
    ("old", "new", "build"),
    [
        ("отчёт", "план", lambda x: f'<p><fldSimple instr="REF q">{x.t("отчёт")}</fldSimple>{x.t(" в срок")}</p>'),
        (
            "отчёт",
            "план",
            lambda x: (
                '<p><r><fldChar fldCharType="begin"/></r><r><instrText>REF q</instrText></r><r><fldChar '
                f'fldCharType="separate"/></r>{x.t("отчёт")}<r><fldChar fldCharType="end"/></r></p>'
            ),
        ),
        (
            "отчёт",
            "план",
            lambda x: f"<p><sdt><sdtPr><dataBinding/></sdtPr><sdtContent>{x.t('отчёт')}</sdtContent></sdt></p>",
        ),
        ("Моет", "", lambda x: x.p("Моет")),
        ("Моет", "", lambda x: x.table([x.c("Моет"), x.c("Чистит")]) + x.p("Конец")),
    ],
    ids=["field", "complex-field", "bound-control", "last-paragraph", "cell"],
)
def test_what_word_writes_is_left(x: Any, mode: Mode, old: str, new: str, build: Callable[[Any], str]) -> None:
    """Words that Word itself fills in, and paragraphs that have to be there, are not changed."""
    source = Source("а.docx", x.pack(build(x)))

    with pytest.raises(EditError):
        mended(source, [edit(source, old, new)], mode, DAY)


def test_another_file(x: Any) -> None:
    """Edits made for another state of the file are refused."""
    told = edit(Source("а.docx", x.pack(x.p("Сдаёт отчёт"))), "отчёт", "план")

    with pytest.raises(EditError):
        mended(Source("а.docx", x.pack(x.p("Сдаёт табель"))), [told], Mode.TRACKED, DAY)


@BOTH
def test_the_rest_of_the_package(x: Any, mode: Mode) -> None:
    """Parts without the words stay byte for byte, unknown ones too."""
    extra = {"word/unknown.bin": bytes(range(256)), "customXml/item1.xml": b"<a/>"}
    source = Source("а.docx", x.pack(x.p("Сдаёт отчёт"), extra=extra))
    data = mended(source, [edit(source, "отчёт", "план")], mode, DAY)
    with ZipFile(BytesIO(source.data)) as before, ZipFile(BytesIO(data)) as after:
        assert before.namelist() == after.namelist()
        assert ["word/document.xml"] == [n for n in before.namelist() if before.read(n) != after.read(n)]
