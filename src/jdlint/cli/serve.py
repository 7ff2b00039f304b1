"""`jdlint serve`: a page of this computer for people who open no terminal."""

from __future__ import annotations

import argparse
from contextlib import suppress
from dataclasses import replace

from jdlint.cli.arguments import Say
from jdlint.cli.output import complain, deliver
from jdlint.cli.run import settings_of
from jdlint.errors import ExitCode, UsageError


def options(serve: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options of the command."""
    serve.add_argument(
        "--port", type=port, default=0, metavar="N", help=say("порт (по умолчанию любой)", "port (any by default)")
    )
    serve.add_argument("--no-open", action="store_true", help=say("не открывать браузер", "do not open the browser"))


def port(text: str) -> int:
    """An option's number of a port, 0 for any; ValueError for anything else."""
    value = int(text)
    if not 0 <= value < 65_536:
        raise ValueError(text)
    return value


def run(arguments: argparse.Namespace, lang: str) -> ExitCode:
    """Serve until interrupted."""
    try:
        from jdlint.web.serve import serve
    except ModuleNotFoundError as error:
        if error.name and error.name.split(".")[0] in ("anyio", "python_multipart", "starlette", "uvicorn"):
            raise UsageError(
                "для страницы нужны ещё библиотеки: pip install 'jdlint[serve]'",
                "the page needs more libraries: pip install 'jdlint[serve]'",
            ) from None
        raise
    from jdlint.selection import Selection, rulebook_of

    settings, lang = settings_of(arguments, lang)
    # Files that come by the page are a collection of their own, and nothing of them is to be remembered.
    settings = replace(settings, root=None, cache=None, baseline=None, jobs=1)
    Selection(rulebook_of(settings), settings)

    def ready(address: str) -> None:
        deliver(f"{address}\n")
        complain("остановить: Ctrl+C" if lang == "ru" else "Ctrl+C stops")
        if not arguments.no_open:
            import webbrowser

            webbrowser.open(address)

    with suppress(KeyboardInterrupt):  # which does not come out when the server has taken the signal for itself
        serve(settings, arguments.port, ready, complain)
    complain("остановлено" if lang == "ru" else "stopped")
    return ExitCode.CLEAN
