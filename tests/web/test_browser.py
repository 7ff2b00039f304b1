"""The page as a person meets it: driven in headless Chromium, looked through by axe-core."""

from __future__ import annotations

import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from jdlint.comment import is_annotated
from jdlint.lint import lint
from jdlint.load import load_document
from jdlint.model.document import Source
from jdlint.model.rule import Rulebook
from jdlint.report.html import render
from jdlint.report.html.document import MOST_AT_ONCE
from jdlint.report.look import Look

from .conftest import SETTINGS, Server

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]
Sample = Callable[[str], tuple[str, bytes]]
ROOT = Path(__file__).parents[2]
DOCX = ROOT / "samples/docx/kladovshchik.docx"
MD = ROOT / "samples/marketolog.md"
HOSTILE = """\
# Должностная инструкция <script>window.hit = 1; alert(1)</script> сторожа

## 1. Общие положения

1.1. Сторож <img src=x onerror="window.hit = 2"> подчиняется </div></noscript><script>window.hit = 3</script> завхозу и
директору <svg onload="window.hit = 4"><style>*{display:none}</style> <iframe srcdoc="<script>parent.hit = 5</script>">.

1.2. [Ссылка](javascript:window.hit=6), <a href="javascript:window.hit=7" onmouseover="window.hit = 8">другая</a>,
<form action="https://evil.example"><button>послать</button></form> <meta http-equiv="refresh" content="0;url=//evil">.

## 4. Ответственность

4.1. Сторож несёт полную материальную ответственность <details open ontoggle="window.hit = 9"> за склад.
"""


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Open]:
    """Opens pages; whatever runs, asks, loads or goes where it should not fails the test."""
    contexts = []
    wrong: list[str] = []

    def visit(url: str, width: int = 1400, **told: Any) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": 1000}, **told)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: wrong.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("popup", lambda other: wrong.append(f"popup: {other.url}"))
        page.on("request", lambda asked: None if _is_ours(asked.url, url) else wrong.append(f"request: {asked.url}"))
        page.goto(url)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert [] == wrong


def _is_ours(url: str, start: str) -> bool:
    return url.partition("?")[0].startswith(start.partition("?")[0]) or url.endswith("/favicon.ico")


def check(page: Page, *files: Path | dict[str, Any]) -> None:
    """Choose files and send them, as a person does."""
    page.locator("input[type=file]").set_input_files(list(files))  # type: ignore[arg-type]
    page.get_by_role("button", name="Проверить").click()
    page.wait_for_url("**/answers/**", timeout=120_000)


def violations(page: Page) -> list[str]:
    """What axe-core finds on a page: the rule, and where."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.fixture(scope="module")
def report_file(rulebook: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], str]:
    """The address of a report on a sample taken so many times, as a file."""
    folder = tmp_path_factory.mktemp("reports")

    def write(count: int) -> str:
        sources = [Source(f"{n}/кладовщик.docx", DOCX.read_bytes()) for n in range(1, count + 1)]
        report = lint(sources, rulebook, SETTINGS, as_of=dt.date(2026, 11, 22), texts=True)
        file = folder / f"{count}.html"
        file.write_text(render(report, Look("ru")), encoding="utf-8")
        return file.as_uri()

    return write


def test_from_files_to_findings(site: Server, visit: Open) -> None:
    """Files are chosen and sent, findings are seen in place, filters narrow them, a rule explains itself."""
    page = visit(site.address.url)
    check(page, DOCX, MD)

    assert "Проверка должностных инструкций" == page.title()
    page.get_by_text("kladovshchik.docx").last.click()
    mark = page.locator("a.mark.error", has_text="полную материальную ответственность")
    assert mark.is_visible()
    card = page.locator(".card", has_text="LIA001").first
    assert card.is_visible()
    assert abs(mark.bounding_box()["y"] - card.bounding_box()["y"]) < 900  # type: ignore[index]
    assert card.bounding_box()["x"] > mark.bounding_box()["x"]  # type: ignore[index]

    status = page.locator("#tools [role=status]")
    before = page.locator(".card:visible").count()
    page.get_by_label("Советы").uncheck()
    assert 0 < page.locator(".card:visible").count() < before
    assert page.locator(".card.info:visible").count() == 0
    page.locator("#tools select").select_option("LIA001")
    assert ["LIA001"] == page.locator(".card:visible").evaluate_all("cards => cards.map(card => card.dataset.rule)")
    assert "Показано замечаний: 1 из" in status.inner_text()
    assert page.locator("#d2").is_hidden()
    assert "none" in page.locator(".mark.warning").first.evaluate("node => getComputedStyle(node).backgroundImage")
    page.get_by_role("button", name="Показать всё").click()
    page.get_by_role("searchbox").fill("маркетолог")
    assert ["false", "true"] == [str(page.locator(f"#d{n}").is_visible()).lower() for n in (1, 2)]

    page.get_by_role("button", name="Показать всё").click()
    card.get_by_role("link", name="Почему это важно").click()
    dialog = page.get_by_role("dialog")
    assert "ТК РФ, ст. 2" in dialog.inner_text()
    assert "Так нельзя" in dialog.inner_text()
    page.keyboard.press("Escape")
    assert dialog.is_hidden()


def test_what_is_taken_away(site: Server, visit: Open, tmp_path: Path) -> None:
    """The annotated Word file is one, the report opens by itself, the JSON is read."""
    page = visit(site.address.url)
    check(page, DOCX)
    taken = {}
    for link in page.locator(".actions a[download]").all():
        with page.expect_download() as download:
            link.click()
        taken[download.value.suggested_filename] = download.value.path().read_bytes()
    (tmp_path / "report.html").write_bytes(taken["jdlint отчёт.html"])
    copy = Source("k.docx", taken["kladovshchik (замечания).docx"])

    assert is_annotated(copy)
    assert load_document(copy).text == load_document(Source("k.docx", DOCX.read_bytes())).text
    assert "word/comments.xml" in zipfile.ZipFile(io.BytesIO(copy.data)).namelist()
    assert "kladovshchik.docx" == json.loads(taken["jdlint отчёт.json"])["documents"][0]["path"]
    alone = visit((tmp_path / "report.html").as_uri())
    assert alone.locator(".card:visible").count() == page.locator(".card:visible").count()
    assert 0 == alone.locator(".actions").count()


def test_files_are_dropped(site: Server, visit: Open) -> None:
    """Files dropped on the page join those chosen before; too many are told at once."""
    page = visit(site.address.url)
    drop = """names => {
        const data = new DataTransfer();
        for (const name of names) data.items.add(new File(["# Должностная инструкция сторожа"], name));
        document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
    }"""
    page.evaluate(drop, ["один.md"])
    page.evaluate(drop, ["два.md", "<b>три</b>.md"])
    button = page.get_by_role("button", name="Проверить")

    assert ["один.md", "два.md", "<b>три</b>.md"] == page.locator(".chosen li").all_inner_texts()
    page.evaluate(drop, [f"{n}.md" for n in range(60)])
    assert "Выбрано файлов: 63" in page.locator("[role=status]").inner_text()
    assert button.is_disabled()
    page.get_by_role("button", name="Убрать все").click()
    button.click(trial=True)  # waits until it may be pressed again
    assert page.locator(".chosen li").count() == 0
    page.evaluate(drop, ["один.md"])
    button.click()
    page.wait_for_url("**/answers/**", timeout=120_000)
    assert page.get_by_text("один.md").first.is_visible()


def test_a_hostile_document_runs_nothing(site: Server, visit: Open) -> None:
    """Scripts, handlers, frames, forms and links of a document, and of its name, are words."""
    page = visit(site.address.url)
    word = io.BytesIO()
    with zipfile.ZipFile(DOCX) as whole, zipfile.ZipFile(word, "w") as made:
        for entry in whole.namelist():
            data = whole.read(entry)
            if entry == "word/document.xml":
                evil = (
                    '&lt;script&gt;window.hit=1&lt;/script&gt;&lt;img src=x onerror="window.hit=2"&gt; ответственность'
                )
                data = data.replace("ответственность".encode(), evil.encode())
            made.writestr(entry, data)
    check(
        page,
        {"name": "<img src=x onerror=alert(1)>.md", "mimeType": "text/markdown", "buffer": HOSTILE.encode()},
        {"name": "слово.docx", "mimeType": "application/octet-stream", "buffer": word.getvalue()},
    )
    page.get_by_role("button", name="Раскрыть все").click()
    page.evaluate("""document.querySelectorAll("#documents *").forEach(node => {
        for (const kind of ["mouseover", "focus", "error", "load", "toggle"]) node.dispatchEvent(new Event(kind));
        node.click?.();
        document.querySelector("dialog").close();
    })""")

    assert page.evaluate("window.hit === undefined")
    assert 1 == page.locator("script").count()
    assert (
        0 == page.locator("#documents :is(script, img, iframe, form, meta, style, object, [onerror], [onload])").count()
    )
    page.evaluate("document.querySelectorAll('#d2 sup').forEach(number => number.remove())")
    assert "<script>window.hit=1</script><img src=x" in (page.locator("#d2 .text").text_content() or "")
    assert page.url.startswith(site.address.url)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_in_the_way(site: Server, visit: Open, report_file: Callable[[int], str], scheme: str) -> None:
    """axe-core finds nothing on any page, in either scheme."""
    for url in (site.address.url, f"{site.address.url}?lang=en"):
        assert [] == violations(visit(url, color_scheme=scheme))
    page = visit(report_file(2), color_scheme=scheme)
    page.get_by_role("button", name="Раскрыть все").click()
    assert [] == violations(page)
    page.locator(".card .why a").first.click()
    assert [] == violations(page)
    assert [] == violations(visit(report_file(1), width=400, color_scheme=scheme))


@pytest.mark.parametrize("width", [400, 900, 1400])
def test_it_fits(site: Server, visit: Open, report_file: Callable[[int], str], width: int) -> None:
    """Nothing sticks out of the page, on a telephone or a wide screen."""
    for url in (site.address.url, report_file(1)):
        page = visit(url, width)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), url


@pytest.mark.parametrize(("width", "beside"), [(1400, True), (400, False)])
def test_cards_follow_their_words(visit: Open, report_file: Callable[[int], str], width: int, *, beside: bool) -> None:
    """A card stands to the right of its words; where there is no room, below the clause that they are in."""
    page = visit(report_file(1), width)
    words = page.locator("a.mark", has_text="полную материальную ответственность").bounding_box()
    card = page.locator(".text .card", has_text="LIA001").bounding_box()
    assert words
    assert card
    assert beside == (card["x"] > words["x"] + words["width"])
    assert card["y"] > words["y"]


def test_without_scripts(site: Server, visit: Open, report_file: Callable[[int], str]) -> None:
    """The form sends files, documents open, rules are found in the appendix; what needs scripts is not shown."""
    page = visit(site.address.url, java_script_enabled=False)
    check(page, DOCX)
    assert page.locator("a.mark.error").first.is_visible()
    assert page.locator("#tools").is_hidden()
    many = visit(report_file(MOST_AT_ONCE + 1), java_script_enabled=False)
    many.locator("#d7 summary").click()
    assert many.locator("#d7 .mark.error").first.is_visible()
    assert many.locator("#rule-LIA001").is_visible()


def test_very_many_documents(visit: Open, report_file: Callable[[int], str]) -> None:
    """Each is made when it is opened, by hand, by a link to it, or for the printer; filters hold for it too."""
    page = visit(report_file(MOST_AT_ONCE + 1))
    assert 0 == page.locator(".card").count()
    page.locator("#d3 summary").click()
    page.locator("#d3 .card").first.wait_for()
    page.locator(".first a").first.click()
    assert page.locator("#d1 .card.lit").is_visible()
    page.get_by_label("Ошибки").uncheck()
    page.locator("#d9 summary").click()
    page.locator("#d9 .card.info").first.wait_for()
    assert page.locator("#d9 .card.error:visible").count() == 0
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert MOST_AT_ONCE + 1 == page.locator("details[open] .text").count()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert 3 == page.locator("details[open]").count()


def test_by_keyboard(visit: Open, report_file: Callable[[int], str]) -> None:
    """The first stop skips to the documents; a document opens by Enter; a closed explanation gives the place back."""
    page = visit(report_file(2))
    page.keyboard.press("Tab")
    assert "Перейти к документам" == page.evaluate("document.activeElement.textContent")
    page.locator("#d1 summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("#d1 .text").is_visible()
    why = page.locator("#d1 .why a").first
    why.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("dialog").is_visible()
    page.keyboard.press("Escape")
    assert why.evaluate("node => node === document.activeElement")
