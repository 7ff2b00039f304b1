"""Findings as Word comments: on the very words, one for each, and nothing else of the document changed."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from jdlint.comment import annotated
from jdlint.errors import LoadError
from jdlint.linter import Linter
from jdlint.load.docx import load
from jdlint.load.docx.glyphs import GLYPHS, glyphs
from jdlint.model.document import Source
from jdlint.model.finding import Finding, Place, Severity
from jdlint.model.report import DocumentReport, Report
from jdlint.model.rule import Rulebook
from jdlint.model.span import Lines
from jdlint.settings import Settings

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "dev"
DAY = dt.date(2026, 11, 22)
REAL = [
    *sorted((ROOT / "samples" / "docx").glob("*.docx")),
    *sorted(CORPUS.glob("*.docx")),
]
CODE = "BLK001"

Report_ = Callable[..., Report]


@pytest.fixture
def report_on(rulebook: Rulebook) -> Report_:
    """A report with a finding on each of these words of a file; "" for something missing from it."""

    def make(source: Source, *quotes: str) -> Report:
        text = load(source).text
        lines = Lines(text)
        findings = []
        for quote in quotes:
            start = text.index(quote)
            line, column = lines.place(start)
            end_line, end_column = lines.place(start + len(quote))
            place = Place(source.path, line, column, end_line, end_column, quote, quote)
            findings.append(Finding(CODE, Severity.ERROR, place, {"match": quote}))
        document = DocumentReport(source.path, "docx", "", read=True)
        return Report("0.1", "1", "тест", "2026-11-22", (document,), tuple(findings), rulebook.rules, {}, {})

    return make


@pytest.fixture(scope="module")
def checked(rulebook: Rulebook) -> Report_:
    """What the usual rules find in a file."""
    linter = Linter(rulebook, Settings(assume_job_description=True), DAY)

    def check(source: Source) -> Report:
        outcome = linter.lint(source)
        return Report("0.1", "1", "тест", DAY.isoformat(), (outcome.document,), outcome.findings, rulebook.rules,
                      rulebook.acts, rulebook.vocabulary["names"])  # fmt: skip

    return check


def part(data: bytes, name: str) -> Any:
    """The root of a part of the package."""
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def comments(data: bytes) -> dict[str, str]:
    """The words of the comments of ours by number, in the order of the part."""
    return {
        c.get(f"{W}id"): "".join(t.text or "" for t in c.iter(f"{W}t"))
        for c in part(data, "comments")
        if c.get(f"{W}author") == "jdlint"
    }


def covered(data: bytes) -> dict[str, str | None]:
    """What each comment stands around in the body, None for a mere point, in the order of the marks."""
    out: dict[str, str | None] = {}
    going: set[str] = set()
    for element in part(data, "document").iter():
        number = element.get(f"{W}id")
        if element.tag == f"{W}commentRangeStart":
            out[number] = ""
            going.add(number)
        elif element.tag == f"{W}commentRangeEnd":
            going.remove(number)
        elif element.tag == f"{W}commentReference":
            assert number not in going
            out.setdefault(number, None)
        elif element.tag in GLYPHS:
            for one in going:
                out[one] = f"{out[one]}{glyphs(element)}"
    assert not going
    return out


def around(data: bytes) -> list[str | None]:
    """What the comments of ours stand around, the summary left out, in the order of the findings."""
    places = covered(data)
    return [places[number] for number in list(comments(data))[1:]]


@pytest.mark.parametrize(
    ("words", "build"),
    [
        ("отчёт", lambda x: x.p("Сдаёт отчёт вовремя")),
        ("отчёт во", lambda x: f"<p>{x.t('Сдаёт от')}{x.t('чёт ', '<b/>')}{x.t('вовремя')}</p>"),
        ("отчёт вовремя", lambda x: f"<p>{x.t('Сдаёт ')}<ins>{x.t('годовой отчёт')}</ins>{x.t(' вовремя')}</p>"),
        ("отчёт", lambda x: f"<p>{x.t('Сдаёт ')}<hyperlink>{x.t('годовой отчёт')}</hyperlink></p>"),
        ("отчёт", lambda x: f"<p><del><r><delText>Не </delText></r></del>{x.t('Сдаёт отчёт')}</p>"),
        ("отчёт", lambda x: f"<p>{x.t('Сдаёт ')}<sdt><sdtContent>{x.t('годовой отчёт')}</sdtContent></sdt></p>"),
        ("отчёт", lambda x: f"<sdt><sdtContent>{x.p('Сдаёт отчёт')}</sdtContent></sdt>"),
        ("отчёт", lambda x: x.table([x.c("Первый"), x.c("годовой отчёт")]) + x.p("Конец")),
        ("Сдаёт\nотчёт", lambda x: x.p("Сдаёт") + x.p("отчёт вовремя")),
        ("\tот", lambda x: "<p><r><t>Сдаёт</t><tab/><t>отчёт</t></r></p>"),
    ],
    ids=["plain", "runs", "insertion", "link", "removal", "control", "block-control", "table", "paragraphs", "tab"],
)
def test_stands_around_the_words(x: Any, report_on: Report_, words: str, build: Callable[[Any], str]) -> None:
    """The comment begins before the first of the words and ends after the last, wherever they stand."""
    source = Source("а.docx", x.pack(build(x)))
    data = annotated(source, report_on(source, words), "ru")

    assert [words.replace("\n", "")] == around(data)
    assert load(source) == load(Source("а.docx", data))


def test_formatting_is_kept(x: Any, report_on: Report_) -> None:
    """A run that is cut keeps its look on both sides."""
    source = Source("а.docx", x.pack(f"<p>{x.t('Сдаёт отчёт вовремя', '<b/><i/>')}</p>"))
    runs = part(annotated(source, report_on(source, "отчёт"), "ru"), "document").iter(f"{W}r")
    looks = [[p.tag for p in r.find(f"{W}rPr")] for r in runs if r.find(f"{W}t") is not None]

    assert [[f"{W}b", f"{W}i"]] * 3 == looks


def test_sign_is_no_taller_than_the_words(x: Any, report_on: Report_) -> None:
    """The sign of a comment, which has no size of its own where the document lacks Word's style, makes no line taller."""
    source = Source("а.docx", x.pack("<p>" + x.t("Сдаёт отчёт", '<sz val="18"/>') + "</p>"))
    signs = part(annotated(source, report_on(source, "отчёт"), "ru"), "document").iter(f"{W}commentReference")

    assert ["16", "16"] == [sign.getparent().find(f"{W}rPr/{W}sz").get(f"{W}val") for sign in signs]


def test_comments_that_overlap(x: Any, report_on: Report_) -> None:
    """Comments on parts of the same words each keep their own, in whatever order they come."""
    source = Source("а.docx", x.pack(x.p("Сдаёт годовой отчёт вовремя")))
    quotes = ["годовой отчёт вовремя", "отчёт", "Сдаёт годовой", "отчёт вовремя"]

    assert quotes == around(annotated(source, report_on(source, *quotes), "ru"))


def test_control_that_holds_a_value(x: Any, report_on: Report_) -> None:
    """No mark goes into a control of plain text: the comment stands around it."""
    control = f"<sdt><sdtPr><text/></sdtPr><sdtContent>{x.t('годовой отчёт')}</sdtContent></sdt>"
    source = Source("а.docx", x.pack(f"<p>{x.t('Сдаёт ')}{control}</p>"))
    data = annotated(source, report_on(source, "отчёт"), "ru")

    assert ["годовой отчёт"] == around(data)
    assert not part(data, "document").findall(f".//{W}sdtContent//{W}commentRangeStart")


def test_computed_number(x: Any, report_on: Report_) -> None:
    """A number that Word computes stands in no run: the comment goes to the words after it."""
    numbering = x.numbering(x.level(0, "%1."))
    item = x.p("Сдаёт отчёт", '<numPr><ilvl val="0"/><numId val="1"/></numPr>')
    source = Source("а.docx", x.pack(item, numbering=numbering))

    assert ["Сдаёт отчёт"] == around(annotated(source, report_on(source, "1."), "ru"))


def test_empty_cell(x: Any, report_on: Report_) -> None:
    """A comment on a cell left empty stands in that cell."""
    table = x.table([x.c("Образование:"), x.c("<p/>")], borders=x.grid)
    source = Source("а.docx", x.pack(table + x.p("Конец")))
    data = annotated(source, report_on(source, "____"), "ru")
    cells = part(data, "document").findall(f".//{W}tc")

    assert [None] == around(data)
    assert 1 == len(cells[1].findall(f".//{W}commentReference"))


def test_where_word_allows_none(x: Any, report_on: Report_) -> None:
    """Words of a header, a note or a text box are told of on the title, the mark of the note, the box itself."""
    body = (
        x.p("Должностная инструкция")
        + f'<p>{x.t("Сдаёт отчёт")}<r><footnoteReference id="7"/></r>{x.t(" вовремя")}</p>'
        + f"<p>{x.t('Рядом ')}<r><pict><v:shape><v:textbox><txbxContent>{x.p('Слова в рамке')}"
        + "</txbxContent></v:textbox></v:shape></pict></r></p>"
        + '<sectPr><headerReference r:id="header1"/></sectPr>'
    )
    note = f'<footnote id="7">{x.p("Слова сноски")}</footnote>'
    source = Source("а.docx", x.pack(body, headers={"header1": x.p("Слова наверху")}, notes={"footnotes": note}))
    data = annotated(source, report_on(source, "наверху", "сноски", "рамке"), "ru")
    header, footnote, box = list(comments(data).values())[1:]
    marked = around(data)

    assert ["Должностная инструкция", "", "Слова в рамке"] == marked
    assert "Где: верхний колонтитул: «наверху»" in header
    assert "Где: сноска: «сноски»" in footnote
    assert "Где: надпись: «рамке»" in box
    assert load(source) == load(Source("а.docx", data))


def test_missing_things_stand_on_the_title(x: Any, checked: Report_) -> None:
    """What is missing from the whole document is told on its title, after the summary."""
    body = x.p("УТВЕРЖДАЮ") + x.p("Должностная инструкция грузчика") + x.p("1. Общие положения") + x.p("1.1. Носит.")
    source = Source("а.docx", x.pack(body))
    report = checked(source)
    report = replace(report, findings=tuple(f for f in report.findings if f.code == "STR001"))
    data = annotated(source, report, "ru")
    places = covered(data)
    numbers = list(comments(data))

    assert numbers[0] == next(iter(places))
    assert len(report.findings) > 1
    assert {"Должностная инструкция грузчика"} == set(around(data))


def test_summary_stands_on_words(x: Any, report_on: Report_) -> None:
    """The summary stands on the first words there are: an empty paragraph would grow by its sign."""
    empty = "<p><r><rPr><b/></rPr></r></p>"
    source = Source("а.docx", x.pack(empty + x.table([x.c(empty), x.c(x.p("УТВЕРЖДАЮ"))]) + x.p("Сдаёт отчёт")))

    assert "УТВЕРЖДАЮ" == next(iter(covered(annotated(source, report_on(source), "ru")).values()))


def test_no_findings(x: Any, report_on: Report_) -> None:
    """A clean document gets the summary alone."""
    source = Source("а.docx", x.pack(x.p("Сдаёт отчёт")))
    told = list(comments(annotated(source, report_on(source), "ru")).values())

    assert 1 == len(told)
    assert "замечаний нет" in told[0]


def test_what_a_comment_says(x: Any, report_on: Report_) -> None:
    """Code, level, message, reason, basis and mend, in the language asked for."""
    source = Source("а.docx", x.pack(x.p("Сдаёт отчёт")))
    report = report_on(source, "отчёт")
    russian, english = (list(comments(annotated(source, report, lang)).values())[1] for lang in ("ru", "en"))

    assert russian.startswith(f"{CODE}, ошибка: ")
    assert [True] * 3 == [word in russian for word in ("Почему: ", "Основание: ", "Что сделать: ")]
    assert english.startswith(f"{CODE}, error: ")


def test_where_a_comment_points(x: Any, report_on: Report_) -> None:
    """The summary counts this document alone and calls nothing that has words of its own the whole document; a second
    place in another document is told with its name.
    """
    source = Source("а.docx", x.pack(x.p("Сдаёт отчёт")))
    report = report_on(source, "отчёт", "")
    words, missing = report.findings
    other = replace(words.place, path="б.docx", clause="2.1")
    report = replace(report, findings=(replace(words, related=(words.place, other)), missing))
    summary, comment, _ = comments(annotated(source, report, "ru")).values()

    assert summary.startswith(f"jdlint {report.version}: 2 ошибки")
    assert f"1) {report.message(words, 'ru')}" in summary
    assert f"2) документ в целом: {report.message(missing, 'ru')}" in summary
    assert "См. также: «отчёт»" in comment
    assert "См. также: б.docx, п. 2.1: «отчёт»" in comment


def test_other_comments_stay(x: Any, report_on: Report_) -> None:
    """Comments of people keep number, words and place; ours get numbers of their own, and make way for new ones."""
    own = '<comment id="4" author="Пётр"><p><r><t>Проверить срок</t></r></p></comment>'
    body = (
        f'<p><commentRangeStart id="4"/>{x.t("Сдаёт")}<commentRangeEnd id="4"/><r><commentReference id="4"/></r>'
        f"{x.t(' отчёт')}</p>"
    )
    source = Source("а.docx", x.pack(body, notes={"comments": own}))
    once = annotated(source, report_on(source, "Сдаёт отчёт"), "ru")
    twice = annotated(Source("а.docx", once), report_on(source, "отчёт"), "ru")

    assert "Сдаёт" == covered(twice)["4"]
    assert ["4", "5", "6"] == [c.get(f"{W}id") for c in part(once, "comments")]
    assert ["4", "5", "6"] == [c.get(f"{W}id") for c in part(twice, "comments")]
    assert ["отчёт"] == around(twice)


def test_answers_to_ours_stay(x: Any, report_on: Report_) -> None:
    """What a person answered to a comment of ours outlives it."""
    w15 = "http://schemas.microsoft.com/office/word/2012/wordml"
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    told = (
        f'<comment id="0" author="jdlint"><p xmlns:q="{w14}" q:paraId="0A"><r><t>Старое</t></r></p></comment>'
        f'<comment id="1" author="Пётр"><p xmlns:q="{w14}" q:paraId="0B"><r><t>Исправлю</t></r></p></comment>'
    ).replace("<p xmlns:q", "<w:p xmlns:q")
    told = told.replace("</p>", "</w:p>")
    threads = (
        f'<q:commentEx xmlns:q="{w15}" q:paraId="0A"/><q:commentEx xmlns:q="{w15}" q:paraId="0B" q:paraIdParent="0A"/>'
    )
    marks = "".join(f'<r><commentReference id="{n}"/></r>' for n in (0, 1))
    source = Source(
        "а.docx", x.pack(f"<p>{x.t('Отчёт')}{marks}</p>", notes={"comments": told, "commentsExtended": threads})
    )
    data = annotated(source, report_on(source), "ru")
    left = part(data, "commentsExtended")

    assert ["Пётр", "jdlint"] == [c.get(f"{W}author") for c in part(data, "comments")]
    assert [("0B", None)] == [(e.get(f"{{{w15}}}paraId"), e.get(f"{{{w15}}}paraIdParent")) for e in left]


def test_the_rest_of_the_package(x: Any, report_on: Report_) -> None:
    """Parts that hold no mark of a comment stay byte for byte, unknown ones too; times and order stay."""
    extra = {"customXml/item1.xml": b"<anything/>", "word/unknown.bin": bytes(range(256))}
    source = Source("а.docx", x.pack(x.p("Сдаёт отчёт"), extra=extra))
    data = annotated(source, report_on(source, "отчёт"), "ru")
    with ZipFile(BytesIO(source.data)) as before, ZipFile(BytesIO(data)) as after:
        changed = {n for n in before.namelist() if before.read(n) != after.read(n)}
        assert {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"} == changed
        assert [*before.namelist(), "word/comments.xml"] == after.namelist()
        assert [i.date_time for i in before.infolist()] == [i.date_time for i in after.infolist()][:-1]


def test_another_file(x: Any, report_on: Report_) -> None:
    """A report about other words than the file holds is refused."""
    report = report_on(Source("а.docx", x.pack(x.p("Сдаёт отчёт"))), "отчёт")

    with pytest.raises(LoadError, match="изменился"):
        annotated(Source("а.docx", x.pack(x.p("Сдаёт планы"))), report, "ru")


@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_real_documents(path: Path, checked: Report_) -> None:
    """A comment for each finding and one more, numbers by the standard, reading unchanged, bytes settled."""
    source = Source(path.name, path.read_bytes())
    report = checked(source)
    data = annotated(source, report, "ru")
    document = part(data, "document")
    numbers = [c.get(f"{W}id") for c in part(data, "comments")]
    marked = [e.get(f"{W}id") for e in document.iter(f"{W}commentReference")]

    assert len(report.new) + 1 == len(comments(data))
    assert len(numbers) == len(set(numbers))
    assert sorted(numbers) == sorted(marked)
    assert set(covered(data)) == set(numbers)
    assert load(source) == load(Source(path.name, data))
    assert data == annotated(source, report, "ru")
    assert data == annotated(Source(path.name, data), report, "ru")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
@pytest.mark.skipif(
    not (os.environ.get("CI") or os.environ.get("JDLINT_SLOW")), reason="starts LibreOffice; set CI or JDLINT_SLOW"
)
def test_libreoffice_opens_it(tmp_path: Path, checked: Report_) -> None:
    """LibreOffice makes a PDF of every annotated document, and reads in it the words that it reads in the original."""
    for path in REAL:
        source = Source(path.name, path.read_bytes())
        for name, data in (("before", source.data), ("after", annotated(source, checked(source), "ru"))):
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / path.name).write_bytes(data)

    def convert(name: str, kind: str, where: str) -> list[Path]:
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        files = sorted(map(str, (tmp_path / name).glob("*.docx")))
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path / where), *files]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
        return sorted((tmp_path / where).iterdir())

    assert sorted(p.stem for p in REAL) == [p.stem for p in convert("after", "pdf", "pdf")]
    text = "txt:Text (encoded):UTF8"
    for old, new in zip(convert("before", text, "old"), convert("after", text, "new"), strict=True):
        assert old.read_text("utf-8").split() == new.read_text("utf-8").split(), old.name
