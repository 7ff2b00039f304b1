"""`jdlint lsp`: the language server for editors, on standard input and output."""

from __future__ import annotations

import argparse

from jdlint.cli.arguments import Say
from jdlint.errors import ExitCode, UsageError


def options(lsp: argparse.ArgumentParser, say: Say) -> None:
    """The command has no options of its own; editors like to say how they talk to it."""
    lsp.add_argument("--stdio", action="store_true", help=say("стандартный ввод и вывод", "standard input and output"))


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Serve until the editor leaves."""
    try:
        from jdlint.lsp.server import server
    except ModuleNotFoundError as error:
        if error.name and error.name.split(".")[0] in ("pygls", "lsprotocol"):
            raise UsageError(
                "для сервера нужен pygls: pip install 'jdlint[lsp]'",
                "the server needs pygls: pip install 'jdlint[lsp]'",
            ) from None
        raise
    server(arguments.lang or arguments.top_lang or "").start_io()
    return ExitCode.CLEAN
