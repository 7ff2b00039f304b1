"""The HTML page: a document as it reads, findings in place, nothing that runs but its own script."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from jdlint.lint import lint
from jdlint.model.document import Block, BlockKind, Cell, Document, Source
from jdlint.model.finding import Finding, Place, Severity
from jdlint.model.report import DocumentReport, Report
from jdlint.model.rule import Rulebook
from jdlint.model.span import Lines, Span
from jdlint.report.html import render
from jdlint.report.html.document import MOST_AT_ONCE
from jdlint.report.html.table import MOST_COLUMNS
from jdlint.report.look import Look
from jdlint.settings import Settings

DAY = dt.date(2026, 11, 22)
RU = Look("ru")
VOID = frozenset(("meta", "input", "col", "rect"))
OWN = VOID | set(
    re.findall(
        r"\w+",
        """a abbr article b bdi blockquote body button colgroup dd details dialog div dl dt fieldset footer form h1 h2 h3
        h4 head header html label legend li main mark noscript ol option p script section select small span style
        summary sup svg table tbody td th thead time title tr ul""",
    )
)
HOSTILE = """\
# Должностная инструкция <script>alert(1)</script> сторожа

## 1. Общие положения

1.1. Сторож <img src=x onerror=alert(2)> подчиняется </div></noscript><script>alert(3)</script> директору и завхозу.

1.2. [Ссылка](javascript:alert(4)), <a href="javascript:alert(5)" onclick='alert(6)'>другая</a> &lt;b&gt; "кавычки" '.

## 2. Должностные обязанности

2.1. Обходит склад ____________ каждый час.

## 4. Ответственность

4.1. Сторож несёт полную материальную ответственность за склад.
"""


class Tags(HTMLParser):
    """Takes a page apart as a browser without scripts would, and complains of what a page never has."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.words = ""
        self.feed(page)
        self.close()
        assert [] == self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An opening tag, of those that a page has, with attributes that neither run nor load anything."""
        told = {name: value or "" for name, value in attrs}
        assert tag in OWN
        assert not any(name.startswith("on") or name in ("src", "style", "srcdoc", "action") for name in told)
        if "id" in told:
            self.ids.append(told["id"])
        if "href" in told:
            assert re.fullmatch(r"#[a-zA-Z0-9-]+", told["href"])
            self.links.add(told["href"][1:])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """A closing tag closes the last one opened."""
        if tag not in VOID:
            assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        """Text."""
        self.words += data


@pytest.fixture(scope="module")
def hostile(rulebook: Rulebook) -> Report:
    """The report on a document that tries to be a page."""
    source = Source('"><script>alert(0)</script>\u202e.md', HOSTILE.encode())
    return lint([source], rulebook, Settings(select=("ALL",)), as_of=DAY, texts=True)


@pytest.fixture
def of_text(report: Report) -> Callable[..., Report]:
    """A report on one document, a block a line where none are told, with a finding for each of the words."""

    def make(text: str, words: Sequence[str], blocks: Sequence[Block] = ()) -> Report:
        lines, at = Lines(text), 0
        rows = []
        for row in text.split("\n"):
            rows.append(Block(Span(at, at + len(row)), BlockKind.PARAGRAPH))
            at += len(row) + 1
        places = [
            Place("лист.docx", *lines.place(s), *lines.place(s + len(w)), w, w) for w in words for s in [text.index(w)]
        ]
        found = tuple(Finding("SEA001", Severity.ERROR, p, {"match": p.quote}) for p in places)
        told = DocumentReport("лист.docx", "docx", "сторож", read=True)
        document = Document("лист.docx", "docx", text, text, tuple(blocks or rows))
        return replace(report, documents=(told,), findings=found, texts={"лист.docx": document})

    return make


def text_of(page: str) -> str:
    """The markup of the document itself, without its cards."""
    inside = page[page.index('<div class="sheet">') : page.index("</details>")]
    return re.sub(r'<div class="card.*?</div>', "", inside, flags=re.DOTALL)


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_documents_are_never_markup(hostile: Report, report: Report, lang: str) -> None:
    """Whatever documents and their names say stays text, every link leads somewhere, every id is there once."""
    for one in (hostile, report, replace(report, findings=(), documents=())):
        tags = Tags(render(one, Look(lang)))

        assert len(tags.ids) == len(set(tags.ids))
        assert tags.links <= set(tags.ids)
    words = Tags(render(hostile, Look(lang))).words
    assert "<img src=x onerror=alert(2)>" not in words  # the tags of a Markdown file are none of its words
    assert "подчиняется" in words
    assert "alert(0)</script>.md" in words
    assert "\u202e" not in words


def test_what_a_word_file_says_is_shown_as_it_stands(of_text: Callable[..., Report]) -> None:
    """Tags, entities and quotes of a Word document are words of it."""
    text = "а <script>alert(1)</script> б\n<a href=\"javascript:alert(2)\" onclick='x'>в</a> &amp; </noscript> \x00\x1b"
    words = Tags(render(of_text(text, ["<script>alert(1)</script>", "&amp;"]), RU)).words

    assert "а <script>alert(1)</script>" in words
    assert "<a href=\"javascript:alert(2)\" onclick='x'>в</a> &amp;" in words
    assert not {"\x00", "\x1b"} & set(words)


def test_policy_names_what_the_page_has(hostile: Report) -> None:
    """The policy allows the one style and the one script of the page, by hash, and nothing else."""
    page = render(hostile, RU)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    told = dict(part.strip().split(" ", 1) for part in policy[1].replace("&#39;", "'").split(";"))

    assert "'none'" == told["default-src"] == told["base-uri"] == told["form-action"]
    for kind in ("style", "script"):
        (inside,) = re.findall(f"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"'sha256-{digest}'" == told[f"{kind}-src"]
        assert not re.search(r"url\(|@import|https?:|fetch|XMLHttp|eval", inside)


def test_findings_are_marked_in_place(hostile: Report) -> None:
    """A finding with words is marked where they stand, with its card before its block; others come first."""
    page = render(hostile, RU)
    entries = [f for f in hostile.shown if f.place.quote]
    text = text_of(page)

    assert len(entries) > 3
    assert len(entries) == len(re.findall(r'<sup data-n="', text))
    assert re.search(r'class="mark error"[^>]*>полную материальную ответственность<sup', text)
    assert page.index('<div class="whole">') < page.index('<div class="text"')
    liability = next(n for n, f in enumerate(hostile.shown, 1) if f.code == "LIA001")
    card = page.index(f'id="d1-f{liability}"')
    assert card < page.index(f'id="d1-m{liability}"') < page.index('<section id="rules"')
    assert 'href="#rule-LIA001"' in page
    assert '<article class="rule" id="rule-LIA001">' in page


def test_marks_may_overlap(of_text: Callable[..., Report]) -> None:
    """Words of several findings keep every character once, and the number of each finding stands at its end."""
    page = render(of_text("один два три четыре\nпять шесть", ["один два три", "два", "три четыре\nпять", "один"]), RU)
    plain = re.sub(r"<sup.*?</sup>", "", text_of(page))
    words = Tags(plain).words

    assert "один два три четыре пять шесть" == " ".join(words.split())
    assert ["1", "2", "3", "4"] == sorted(re.findall(r'<sup data-n="(\d)"', text_of(page)))
    assert 'data-n="1 2"' in page
    assert 'data-n="3" href="#d1-f3">пять<sup' in page
    assert {f"d1-m{n}" for n in range(1, 5)} <= set(Tags(page).ids)


def test_a_place_that_the_text_does_not_hold(of_text: Callable[..., Report]) -> None:
    """A finding whose words are not where it says is told with the document as a whole, in its own words."""
    one = of_text("один два", ["два"])
    lost = replace(one.findings[0], place=replace(one.findings[0].place, quote="три"))
    far = replace(one.findings[0], place=replace(one.findings[0].place, line=900, end_line=900))
    page = render(replace(one, findings=(lost, far)), RU)

    assert 'class="mark' not in page
    assert '<blockquote lang="ru">три</blockquote>' in page
    assert 2 == page.count('<div class="card')


def test_cards_speak_to_a_reader_of_the_page(of_text: Callable[..., Report]) -> None:
    """A message begins with a capital unless with a quotation, nobody is sent to a line where there is a clause, and
    no line ends before a number.
    """
    report = of_text("1.2. раз\nдва", ["раз", "два"])
    first, second = report.findings
    clause = replace(first.place, clause="1.2")
    note = replace(first, place=clause, related=(clause, second.place), values={"missing": "ст. 7"}, code="SEA002")
    page = render(replace(report, findings=(note, second)), RU)

    assert "<p>Нет: ст. 7</p>" in page
    assert ">п.\u00a01.2</a>: нет: ст. 7." in page
    assert "п.\u00a01.2: «раз»" in page
    assert ">«два»<" in page
    assert "<p>«два» у" in page
    assert "ст.\u00a07" in page


def test_tables_are_cut_beside_their_cards(of_text: Callable[..., Report]) -> None:
    """A table stays a table: every cell once, a card with the row that it is about alone, columns bounded."""
    rows = [["№", "Дело"], ["1", "обход"], ["2", "____"], ["3", "сон"]]
    text, blocks = "", []
    for r, row in enumerate(rows, 1):
        for c, cell in enumerate(row, 1):
            blocks.append(Block(Span(len(text), len(text) + len(cell)), BlockKind.CELL, cell=Cell(1, r, c, 2)))
            text += f"{cell}\n"
    page = text_of(render(of_text(text, ["____"], blocks), RU))

    assert 3 == page.count("<table>")
    assert ["2"] == re.findall(r'<div class="noted row">.*?<td><p id="d1-b4">(.)</p>', page, re.DOTALL)
    assert 4 == page.count("<tr>")
    assert 8 == page.count("<td>")
    wide = [Block(Span(0, 1), BlockKind.CELL, cell=Cell(1, 1, c, 10_000)) for c in range(1, 10_001, 50)]
    page = text_of(render(of_text("х", [], wide), RU))
    assert MOST_COLUMNS >= page.count("<td")
    assert len(wide) == page.count("<p ")


def test_a_table_that_holds_much(of_text: Callable[..., Report]) -> None:
    """Ten thousand rows with a thousand findings are told in time that grows with them."""
    text = "\n".join(f"{n:05}" for n in range(10_000))
    blocks = [Block(Span(n * 6, n * 6 + 5), BlockKind.CELL, cell=Cell(1, n + 1, 1, 1)) for n in range(10_000)]
    page = render(of_text(text, [f"{n:05}" for n in range(0, 10_000, 10)], blocks), RU)

    assert 1000 == page.count('<div class="card')
    assert 10_000 == text_of(page).count("<tr>")


def test_very_many_documents_are_made_when_opened(of_text: Callable[..., Report]) -> None:
    """Each is then text inside `noscript`, the same that a smaller report has as markup."""
    one = of_text("один два", ["два"])
    names = [f"{n}.docx" for n in range(MOST_AT_ONCE + 1)]
    many = replace(
        one,
        documents=tuple(replace(one.documents[0], path=name) for name in names),
        findings=tuple(replace(f, place=replace(f.place, path=name)) for name in names for f in one.findings),
        texts=dict.fromkeys(names, one.texts["лист.docx"]),
    )
    page = render(many, RU)
    few = render(replace(many, documents=many.documents[:2], findings=many.findings[:2]), RU)

    assert len(names) == page.count("<noscript>") == page.count("</noscript>") == page.count("<details ")
    assert "<noscript>" not in few
    assert (
        re.sub(r"</?noscript>\n", "", page[page.index('id="d1"') : page.index('id="d2"')])
        == (few[few.index('id="d1"') : few.index('id="d2"')])
    )
    Tags(page)


def test_what_a_lawyer_needs(report: Report) -> None:
    """The day of the acts, the edition of the rules, provisions, what to do first and what was accepted before."""
    page = render(report, RU)

    for words in ("22.11.2026", "1999.12 abcdef", "О маяках № 12-М, ст. 7 ч. 2", "принято ранее", "С чего начать"):
        assert words in page
    english = render(report, Look("en"))
    assert "2026-11-22" in english
    assert "Where to begin" in english
    assert "Ошибки" not in english


def test_texts_come_when_asked_for(rulebook: Rulebook, tmp_path: Path, gardener: str) -> None:
    """A report brings the documents as they read when asked to, those too that nothing has to be found in anew."""
    file = tmp_path / "садовник.md"
    file.write_text(gardener, encoding="utf-8")
    settings = Settings(cache=tmp_path / "cache")
    first = lint([file], rulebook, settings, as_of=DAY)
    again = lint([file], rulebook, settings, as_of=DAY, texts=True)

    assert {} == first.texts
    assert [file.as_posix()] == list(again.texts)
    assert gardener == again.texts[file.as_posix()].text
    assert first.findings == again.findings
    assert '<div class="text"' in render(again, RU)
    assert '<div class="text"' not in render(first, RU)
