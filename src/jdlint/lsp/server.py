"""The server itself: what the editor tells it, when it looks, and what it answers."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from jdlint.lsp.actions import actions
from jdlint.lsp.analysis import YAML, Analysis, analyse
from jdlint.lsp.diagnostics import diagnostics
from jdlint.lsp.hover import hover
from jdlint.lsp.session import Session
from jdlint.lsp.text import Text
from jdlint.version import __version__

PAUSE = 0.3


class JdlintServer(LanguageServer):
    """Looks through each open text a moment after its last change.

    All looking is done by one thread, in turn: the linter serves one document at a time, and the editor is answered
    meanwhile. Whole texts are exchanged, not changes: what ends a line is then for nobody to disagree about.
    """

    def __init__(self, lang: str) -> None:
        super().__init__("jdlint", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.lang = lang
        self._session = Session()
        self._worker = ThreadPoolExecutor(1, "jdlint")
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._known: dict[str, Analysis] = {}

    def changed(self, uri: str, pause: float = PAUSE) -> None:
        """Look through the text after a pause, unless it changes again before."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self._waiting[uri] = asyncio.ensure_future(self._tell(uri, pause))

    def closed(self, uri: str) -> None:
        """Forget a text, and all that was said of it."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self._known.pop(uri, None)
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    def all_changed(self) -> None:
        """Look through every open text anew: settings or rules have changed."""
        self._known.clear()
        for uri in list(self.workspace.text_documents):
            self.changed(uri)

    async def analysis(self, uri: str) -> Analysis | None:
        """What is to be said of the text as it is now; None when it is no file."""
        name = to_fs_path(uri)
        if name is None or not uri.startswith("file:"):
            return None
        agreed = self.server_capabilities.position_encoding or lsp.PositionEncodingKind.Utf16
        text = Text(self.workspace.get_text_document(uri).source, lsp.PositionEncodingKind(agreed).value)
        held = self._known.get(uri)
        if held and held.text.source == text.source:
            return held
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._worker, analyse, self._session, Path(name), text, self.lang)
        if found and uri in self.workspace.text_documents:
            self._known[uri] = found
        return found

    def watch_settings(self) -> None:
        """Ask the editor to tell when settings or rules change on the disk, if it can."""
        workspace = self.client_capabilities.workspace
        told = workspace.did_change_watched_files if workspace else None
        if told and told.dynamic_registration:
            watchers = [lsp.FileSystemWatcher(f"**/*{suffix}") for suffix in YAML]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
            self.client_register_capability(lsp.RegistrationParams([lsp.Registration("jdlint-yaml", method, options)]))

    async def _tell(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        version = self.workspace.get_text_document(uri).version
        try:
            found = await self.analysis(uri)
        except Exception as error:  # a defect of ours with one text must not end the server
            told = f"{uri}: {type(error).__name__}: {error}"
            self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, told))
            return
        if found and uri in self.workspace.text_documents:
            self.text_document_publish_diagnostics(
                lsp.PublishDiagnosticsParams(uri, diagnostics(found), version=version)
            )


def server(lang: str = "") -> JdlintServer:
    """A server that tells what it finds in `lang`; without it in the editor's language, Russian unless it is English.

    The settings of a document may ask for another.
    """
    made = JdlintServer(lang or "ru")

    @made.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        if not lang and (params.locale or "").lower().startswith("en"):
            made.lang = "en"

    @made.feature(lsp.INITIALIZED)
    def initialized(_: lsp.InitializedParams) -> None:
        made.watch_settings()

    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def did_open(params: lsp.DidOpenTextDocumentParams) -> None:
        made.changed(params.text_document.uri, 0)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: lsp.DidChangeTextDocumentParams) -> None:
        made.changed(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    async def did_close(params: lsp.DidCloseTextDocumentParams) -> None:
        made.closed(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: lsp.DidSaveTextDocumentParams) -> None:
        if Path(params.text_document.uri).suffix in YAML:
            made.all_changed()

    @made.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def did_change_watched_files(_: lsp.DidChangeWatchedFilesParams) -> None:
        made.all_changed()

    @made.feature(lsp.TEXT_DOCUMENT_HOVER)
    async def on_hover(params: lsp.HoverParams) -> lsp.Hover | None:
        found = await made.analysis(params.text_document.uri)
        return hover(found, params.position) if found else None

    @made.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]))
    async def on_code_action(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        found = await made.analysis(params.text_document.uri)
        offered = actions(found, params.text_document.uri, params.range) if found else []
        return [action for action in offered if _asked(action, params.context.only)]

    return made


def _asked(action: lsp.CodeAction, only: Sequence[lsp.CodeActionKind | str] | None) -> bool:
    """Whether an editor that asks only for these kinds, or for some kind below them, asks for this action."""
    kind = f"{lsp.CodeActionKind(action.kind).value}." if action.kind else ""
    return only is None or any(kind.startswith(f"{lsp.CodeActionKind(one).value}.") for one in only)
