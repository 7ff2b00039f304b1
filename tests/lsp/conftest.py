"""An editor: pygls's own client, talking to `jdlint lsp` over standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

PATIENCE = 60


class Editor:
    """Open texts and what the server says of them."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.cache = cache
        self.client = LanguageClient("test", "1")
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.told: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
        self.watched: list[str] = []
        self.logged: list[str] = []

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: lsp.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params)

        @self.client.feature(lsp.WINDOW_LOG_MESSAGE)
        def log(params: lsp.LogMessageParams) -> None:
            self.logged.append(params.message)

        @self.client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
        def register(params: lsp.RegistrationParams) -> None:
            self.watched += [registration.method for registration in params.registrations]

    async def start(self, *words: str, locale: str = "", encodings: list[str] | None = None) -> lsp.InitializeResult:
        """Start the server and greet it."""
        program = (sys.executable, "-m", "jdlint", *words, "lsp", "--stdio")
        await self.client.start_io(
            *program, cwd=str(self.folder), env={**os.environ, "XDG_CACHE_HOME": str(self.cache)}
        )
        watching = lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        capabilities = lsp.ClientCapabilities(
            workspace=lsp.WorkspaceClientCapabilities(did_change_watched_files=watching),
            general=lsp.GeneralClientCapabilities(position_encodings=encodings),
        )
        params = lsp.InitializeParams(capabilities, root_uri=self.folder.as_uri(), locale=locale or None)
        result = await self.client.initialize_async(params)
        self.client.initialized(lsp.InitializedParams())
        return result

    async def stop(self) -> None:
        """Say goodbye."""
        await asyncio.wait_for(self.client.shutdown_async(None), PATIENCE)
        self.client.exit(None)
        await asyncio.wait_for(self.client.stop(), PATIENCE)

    def uri(self, name: str) -> str:
        """The address of a file of the folder."""
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str) -> None:
        """Open a text that need not be saved."""
        self.texts[name], self.versions[name] = text, 1
        item = lsp.TextDocumentItem(self.uri(name), "markdown", 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def change(self, name: str, text: str) -> None:
        """Type."""
        self.texts[name] = text
        self.versions[name] += 1
        document = lsp.VersionedTextDocumentIdentifier(self.versions[name], self.uri(name))
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [whole]))

    async def diagnostics(self, name: str) -> list[lsp.Diagnostic]:
        """What is said of the text as it is now."""
        while True:
            params = await asyncio.wait_for(self.told.get(), PATIENCE)
            if params.uri == self.uri(name) and params.version == self.versions[name]:
                return list(params.diagnostics)

    async def hover(self, name: str, line: int, character: int) -> str:
        """What is shown at a place, as Markdown; empty for nothing."""
        document = lsp.TextDocumentIdentifier(self.uri(name))
        found = await self.client.text_document_hover_async(lsp.HoverParams(document, lsp.Position(line, character)))
        if found is None:
            return ""
        assert isinstance(found.contents, lsp.MarkupContent)
        return found.contents.value

    async def actions(
        self, name: str, diagnostic: lsp.Diagnostic, only: lsp.CodeActionKind = lsp.CodeActionKind.QuickFix
    ) -> dict[str, lsp.CodeAction]:
        """What is offered about a diagnostic, by title."""
        context = lsp.CodeActionContext([diagnostic], only=[only])
        document = lsp.TextDocumentIdentifier(self.uri(name))
        params = lsp.CodeActionParams(document, diagnostic.range, context)
        found = await self.client.text_document_code_action_async(params)
        return {action.title: action for action in found or [] if isinstance(action, lsp.CodeAction)}

    def apply(self, name: str, action: lsp.CodeAction) -> None:
        """Make the edits of an action, as an editor does: places counted in UTF-16."""
        assert action.edit
        assert action.edit.changes
        edits = action.edit.changes[self.uri(name)]
        text = self.texts[name]
        for edit in sorted(edits, key=lambda e: e.range.start, reverse=True):
            start, end = (_offset(text, place) for place in (edit.range.start, edit.range.end))
            text = text[:start] + edit.new_text + text[end:]
        self.change(name, text)


def _offset(text: str, place: lsp.Position) -> int:
    lines = text.splitlines(keepends=True)
    units = lines[place.line].encode("utf-16-le")[: place.character * 2] if place.line < len(lines) else b""
    return sum(map(len, lines[: place.line])) + len(units.decode("utf-16-le"))


def marked(text: str, where: lsp.Range) -> str:
    """The words of a one-line range, counted in UTF-16."""
    assert where.start.line == where.end.line
    return text[_offset(text, where.start) : _offset(text, where.end)]


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the servers keep the compiled rulebook: it is the same for all of them."""
    return tmp_path_factory.mktemp("compiled")


@pytest.fixture
def edit(desk: Path, compiled: Path) -> Callable[..., None]:
    """Run a scene with an editor on the desk; the words are those of the command line."""

    def run(scene: Callable[[Editor], Awaitable[Any]], *words: str, **options: Any) -> None:
        async def play() -> None:
            editor = Editor(desk, compiled)
            await editor.start(*words, **options)
            try:
                await asyncio.wait_for(scene(editor), 3 * PATIENCE)
            finally:
                await editor.stop()
            assert [] == editor.logged

        asyncio.run(play())

    return run
