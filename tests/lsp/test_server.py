"""The language server as an editor meets it: open, type, look, mend."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp

from .conftest import Editor, marked

Edit = Callable[..., None]
Put = Callable[[Mapping[str, str | bytes]], None]
MIXED = "FMT014"
RULE = """\
code: ZZZ901
name: rusty-can
severity: warning
since: "0.1"
title: {ru: Ржавая лейка, en: Rusty can}
why: {ru: Лейка течёт, en: The can leaks}
basis: [{act: tk-rf, at: ст. 21 ч. 2}]
find: ["ржавый лейка"]
message: {ru: "«{match}» течёт", en: "“{match}” leaks"}
examples:
  - fires: "Носит [[ржавую лейку]]."
  - silent: "Носит новую лейку."
    why: не ржавая
"""


def codes(told: list[lsp.Diagnostic]) -> list[str]:
    """Codes of the rules of diagnostics."""
    return [str(one.code) for one in told]


def test_open_and_type(edit: Edit, gardener: str) -> None:
    """What is found is told for the text as it stands, saved or not; nothing is left when the text is closed."""

    async def scene(editor: Editor) -> None:
        editor.open("a.md", gardener)
        first = await editor.diagnostics("a.md")
        blank = first[codes(first).index("BLK001")]

        assert ("jdlint", lsp.DiagnosticSeverity.Error) == (blank.source, blank.severity)
        assert "____________" in marked(gardener, blank.range)
        assert "____________" in blank.message
        editor.change("a.md", gardener.replace("____________", "метёт"))
        assert "BLK001" not in codes(await editor.diagnostics("a.md"))
        document = lsp.TextDocumentIdentifier(editor.uri("a.md"))
        editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(document))
        assert not (await asyncio.wait_for(editor.told.get(), 60)).diagnostics

    edit(scene)


def test_columns_are_utf16(edit: Edit, gardener: str) -> None:
    """A character outside the basic plane counts as two; what ends a line for Word ends none here."""
    text = gardener.replace("4.1. Садовник", "4.1. 🌷🌷 Садовник\u2028несёт полную материальную ответственность и")

    async def scene(editor: Editor) -> None:
        editor.open("a.md", text.replace("\n", "\r\n"))
        told = {one.code: one for one in await editor.diagnostics("a.md")}
        found = told["LIA001"].range
        line = text.split("\n")[found.start.line]

        assert "полную материальную ответственность" == line.encode("utf-16-le")[
            found.start.character * 2 : found.end.character * 2
        ].decode("utf-16-le")

    edit(scene)


@pytest.mark.parametrize(("encodings", "unit"), [(["utf-8", "utf-16"], 4), (["utf-32"], 1), (["utf-16"], 2)])
def test_columns_as_agreed(edit: Edit, gardener: str, encodings: list[str], unit: int) -> None:
    """Columns count what the editor asks for: bytes, UTF-16 units or characters."""
    text = gardener.replace("4.1. Садовник отвечает", "🌷 несёт полную материальную ответственность")
    width = {4: 2, 1: 1, 2: 1}[unit]

    async def scene(editor: Editor) -> None:
        editor.open("a.md", text)
        told = {one.code: one for one in await editor.diagnostics("a.md")}
        assert unit + 1 + 5 * width + 1 == told["LIA001"].range.start.character

    edit(scene, encodings=encodings)


def test_typing_fast_is_looked_through_once(edit: Edit, gardener: str) -> None:
    """Of a burst of changes only the last state is told of."""

    async def scene(editor: Editor) -> None:
        editor.open("a.md", gardener)
        await editor.diagnostics("a.md")
        for count in range(10):
            editor.change("a.md", gardener + "\n" * count)
        params = await asyncio.wait_for(editor.told.get(), 60)

        assert editor.versions["a.md"] == params.version

    edit(scene)


def test_hover_shows_the_page_of_the_rule(edit: Edit, gardener: str) -> None:
    """On the words of a finding: the title, the reason and the basis of its rule; elsewhere nothing."""

    async def scene(editor: Editor) -> None:
        editor.open("a.md", gardener)
        told = await editor.diagnostics("a.md")
        blank = told[codes(told).index("BLK001")]
        page = await editor.hover("a.md", blank.range.start.line, blank.range.start.character + 1)

        assert page.startswith("### BLK001: ")
        assert "**Почему.** " in page
        assert "**Основание.**" in page
        assert "" == await editor.hover("a.md", 1, 0)

    edit(scene)


def test_allowing_a_finding(edit: Edit, gardener: str) -> None:
    """The action writes the comment, the finding gives way to a demand for the reason, and the reason settles it."""

    async def scene(editor: Editor) -> None:
        editor.open("a.md", gardener)
        told = await editor.diagnostics("a.md")
        blank = told[codes(told).index("BLK001")]
        offered = await editor.actions("a.md", blank)
        title = "Разрешить BLK001 здесь (причину впишите после «--»)"

        assert title in offered
        editor.apply("a.md", offered[title])
        assert "дорожки. <!-- jdlint: allow BLK001 -- -->\n" in editor.texts["a.md"]
        assert "DOC004" in codes(await editor.diagnostics("a.md"))
        editor.change("a.md", editor.texts["a.md"].replace("-- -->", "-- так в образце -->"))
        assert not {"BLK001", "DOC004"} & set(codes(await editor.diagnostics("a.md")))

    edit(scene)


def test_mending(edit: Edit, gardener: str) -> None:
    """What is certain is mended by an action, alone or with all that is; then nothing is said of it."""
    text = gardener.replace("поливает клумбы", "поливaет клумбы").replace("просить лейку", "прoсить лейку")

    async def scene(editor: Editor) -> None:
        editor.open("a.md", text)
        told = [one for one in await editor.diagnostics("a.md") if one.code == MIXED]
        offered = await editor.actions("a.md", told[0])
        title = next(title for title in offered if title.startswith(f"Исправить {MIXED}: "))

        assert 2 == len(told)
        assert offered[title].is_preferred
        editor.apply("a.md", offered[title])
        assert 1 == codes(await editor.diagnostics("a.md")).count(MIXED)
        editor.change("a.md", text)
        await editor.diagnostics("a.md")
        everything = await editor.actions("a.md", told[0], only=lsp.CodeActionKind.SourceFixAll)
        assert ["Исправить всё, что исправляется без сомнений"] == list(everything)
        editor.apply("a.md", everything["Исправить всё, что исправляется без сомнений"])
        assert gardener == editor.texts["a.md"]
        assert MIXED not in codes(await editor.diagnostics("a.md"))

    edit(scene)


@pytest.mark.parametrize("head", ["", "---\nподразделение: парк\n---\n\n"])
def test_allowing_what_is_missing(edit: Edit, gardener: str, head: str) -> None:
    """What is missing from the document is allowed at its head, below its properties."""

    async def scene(editor: Editor) -> None:
        editor.open("a.md", head + gardener)
        told = await editor.diagnostics("a.md")
        missing = told[codes(told).index("FMT001")]
        offered = await editor.actions("a.md", missing)
        editor.apply("a.md", offered["Разрешить FMT001 во всём документе (причину впишите после «--»)"])

        assert editor.texts["a.md"].startswith(head.rstrip())
        assert "<!-- jdlint: allow-file FMT001 -- -->\n\n" in editor.texts["a.md"]
        await editor.diagnostics("a.md")
        editor.change("a.md", editor.texts["a.md"].replace("-- -->", "-- гриф на бумаге -->"))
        assert not {"FMT001", "DOC004"} & set(codes(await editor.diagnostics("a.md")))

    edit(scene)


def test_allowing_in_a_table(edit: Edit, gardener: str) -> None:
    """A comment behind a row of a table allows what stands in the row."""
    text = gardener.replace(
        "2.2. Садовник ____________ дорожки.", "| Что | Когда |\n| --- | --- |\n| дорожки | ______ |"
    )

    async def scene(editor: Editor) -> None:
        editor.open("a.md", text)
        told = await editor.diagnostics("a.md")
        blank = next(one for one in told if str(one.code).startswith("BLK"))
        offered = await editor.actions("a.md", blank)
        editor.apply("a.md", offered[f"Разрешить {blank.code} здесь (причину впишите после «--»)"])
        await editor.diagnostics("a.md")
        editor.change("a.md", editor.texts["a.md"].replace("-- -->", "-- заполняют от руки -->"))
        assert not {blank.code, "DOC004"} & set(codes(await editor.diagnostics("a.md")))

    edit(scene)


def test_what_is_no_job_description_is_left_alone(edit: Edit, put: Put, gardener: str) -> None:
    """Nothing is said of a README, of a document that the settings leave out, and of other YAML."""
    put({".jdlint.yaml": "exclude: [old/]\n"})

    async def scene(editor: Editor) -> None:
        editor.open("README.md", "# Полив по таймеру\n\nСоберите пакет.\n")
        assert [] == await editor.diagnostics("README.md")
        editor.open("old/a.md", gardener)
        assert [] == await editor.diagnostics("old/a.md")
        editor.open("compose.yaml", "services: {web: {image: x}}\n")
        await asyncio.sleep(1)
        assert editor.told.empty()

    edit(scene)


def test_settings_are_obeyed_at_once(edit: Edit, put: Put, desk: Path, gardener: str) -> None:
    """Settings saved on the disk change what is said of an open document; a mistake in them is told there."""

    async def scene(editor: Editor) -> None:
        editor.open("a.md", gardener)
        assert "BLK001" in codes(await editor.diagnostics("a.md"))
        assert [lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES] == editor.watched
        for text, expected in (("ignore: [BLK001]\n", False), ("ignroe: [BLK001]\n", None), ("lang: en\n", True)):
            put({".jdlint.yaml": text})
            change = lsp.FileEvent(editor.uri(".jdlint.yaml"), lsp.FileChangeType.Changed)
            editor.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([change]))
            told = await editor.diagnostics("a.md")
            if expected is None:
                assert ["неизвестный ключ «ignroe»; возможно, вы имели в виду «ignore»"] == [
                    one.message.split(": ", 1)[1] for one in told
                ]
            else:
                assert expected == ("BLK001" in codes(told))
        assert "left" in next(one.message for one in told if one.code == "BLK001")

    edit(scene)


def test_settings_file(edit: Edit) -> None:
    """A wrong key is marked, its mending offered and made; keys and codes tell what they mean."""

    async def scene(editor: Editor) -> None:
        text = "lang: ru\nignroe: [FMT003]\nseverity: {SUP001: warn}\n"
        editor.open(".jdlint.yaml", text)
        told = await editor.diagnostics(".jdlint.yaml")

        assert ["ignroe", "warn"] == [marked(text, one.range) for one in told]
        for one in told:
            (title, action) = next(iter((await editor.actions(".jdlint.yaml", one)).items()))
            assert title.startswith("Заменить «")
            editor.apply(".jdlint.yaml", action)
            told = await editor.diagnostics(".jdlint.yaml")
        assert [] == told
        assert "ignore: [FMT003]\nseverity: {SUP001: warning}\n" in editor.texts[".jdlint.yaml"]
        assert "какие правила не проверять" in await editor.hover(".jdlint.yaml", 1, 2)
        assert (await editor.hover(".jdlint.yaml", 1, 11)).startswith("### FMT003: ")
        assert "" == await editor.hover(".jdlint.yaml", 0, 6)
        editor.change(".jdlint.yaml", "ignore: [FMT999]\n")
        assert "нет такого правила" in (await editor.diagnostics(".jdlint.yaml"))[0].message

    edit(scene)


@pytest.mark.parametrize(("lang", "words"), [("ru", "какие правила не проверять"), ("en", "which rules not to check")])
def test_keys_are_explained_in_the_language_of_the_editor(edit: Edit, lang: str, words: str) -> None:
    """What a key means is told in one language, the page of a rule too."""

    async def scene(editor: Editor) -> None:
        editor.open(".jdlint.yaml", "ignore: [FMT003]\n")
        await editor.diagnostics(".jdlint.yaml")

        assert f"`ignore` — {words}" == await editor.hover(".jdlint.yaml", 0, 2)
        assert ("**Why.**" in await editor.hover(".jdlint.yaml", 0, 11)) == (lang == "en")

    edit(scene, locale=lang)


def test_rule_file(edit: Edit) -> None:
    """Mistakes of a rule are marked and mended; then its examples are run as it is written."""

    async def scene(editor: Editor) -> None:
        wrong = RULE.replace("since:", "sinse:").replace("act: tk-rf", "act: tk-fr")
        editor.open("own/rusty-can.yaml", wrong)
        told = await editor.diagnostics("own/rusty-can.yaml")
        offered = {marked(wrong, one.range): await editor.actions("own/rusty-can.yaml", one) for one in told if one}

        assert {"sinse", "tk-fr"} <= set(offered)
        editor.apply("own/rusty-can.yaml", offered["sinse"]["Заменить «sinse» на «since»"])
        await editor.diagnostics("own/rusty-can.yaml")
        editor.change("own/rusty-can.yaml", RULE)
        assert [] == await editor.diagnostics("own/rusty-can.yaml")
        editor.change("own/rusty-can.yaml", RULE.replace("Носит новую", "Носит ржавую"))
        silent = await editor.diagnostics("own/rusty-can.yaml")
        assert ["должно молчать, но найдено: «ржавую лейку»"] == [one.message for one in silent]
        assert 11 == silent[0].range.start.line
        assert "ТК РФ" in await editor.hover("own/rusty-can.yaml", 6, 16)
        assert "Чем это плохо" in await editor.hover("own/rusty-can.yaml", 5, 1)

    edit(scene)


@pytest.mark.parametrize(
    ("words", "locale", "expected"),
    [((), "", "место"), ((), "en-GB", "left"), ((), "de", "место"), (("--lang", "en"), "ru", "left")],
)
def test_language(edit: Edit, gardener: str, words: tuple[str, ...], locale: str, expected: str) -> None:
    """The call decides, then an English editor, else Russian."""

    async def scene(editor: Editor) -> None:
        editor.open("a.md", gardener)
        told = {one.code: one for one in await editor.diagnostics("a.md")}
        assert expected in told["BLK001"].message

    edit(scene, *words, locale=locale)


def test_without_the_extra(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pygls the call says what to install."""
    for name in [name for name in sys.modules if name.startswith("jdlint.lsp")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "lsprotocol", None)
    monkeypatch.setitem(sys.modules, "lsprotocol.types", None)
    ran = run("lsp")

    assert (2, "") == (ran.code, ran.out)
    assert "pip install 'jdlint[lsp]'" in ran.err
