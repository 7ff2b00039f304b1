"""`jdlint check --watch`: check again whenever a document, the settings or a rule changes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from jdlint.cli.language import language_of_call
from jdlint.cli.output import complain
from jdlint.cli.run import settings_file, start_of
from jdlint.discover import SUFFIXES
from jdlint.errors import ExitCode, JdlintError, UsageError

RULES = frozenset((".yaml", ".yml"))
CLEAR = "\x1b[2J\x1b[3J\x1b[H"
# Word writes a document in several steps; checking between them would find half a file.
QUIET_MS = 300


def watch(arguments: argparse.Namespace, lang: str, once: Callable[[], ExitCode], own: frozenset[Path]) -> ExitCode:
    """Run `once`, and again after each change, until interrupted; `own` are files that the run itself writes.

    A mistake in the settings or the rules is told, and mending it is a change like any other. UsageError says that
    watchfiles is not installed or that there is nothing to watch.
    """
    if arguments.paths == ["-"]:
        raise UsageError("--watch следит за файлами, а не за стандартным вводом", "--watch watches files, not “-”")
    try:
        import watchfiles
    except ImportError:
        raise UsageError(
            "для --watch нужен watchfiles: pip install 'jdlint[watch]'",
            "--watch needs watchfiles: pip install 'jdlint[watch]'",
        ) from None
    paths = [Path(name) for name in arguments.paths or ["."]]
    for path in paths:
        if not path.exists():
            raise UsageError(f"нет такого файла или папки: {path}", f"no such file or folder: {path}")
    named = frozenset(path.absolute() for path in paths if path.is_file())
    folders = frozenset(path.absolute() if path.is_dir() else path.absolute().parent for path in paths)
    settings = settings_file(arguments, start_of(arguments))
    if settings is not None:
        folders |= {settings.absolute().parent}

    def concerns(_: object, name: str) -> bool:
        path = Path(name)
        if path in own or path.name.startswith("~$"):
            return False
        if path.suffix.lower() in SUFFIXES:
            return path in named or any(path.is_relative_to(p.absolute()) for p in paths if p.is_dir())
        return path.suffix in RULES

    changes = watchfiles.watch(
        *sorted(folders), watch_filter=concerns, debounce=QUIET_MS, raise_interrupt=False,
        yield_on_timeout=True, rust_timeout=QUIET_MS,
    )  # fmt: skip
    next(changes)  # watching begins before the first check: what changes meanwhile is not lost
    _show(once, arguments, lang)
    for batch in changes:
        if batch:
            if sys.stdout.isatty():
                print(CLEAR, end="")
            _show(once, arguments, lang)
    return ExitCode.CLEAN


def _show(once: Callable[[], ExitCode], arguments: argparse.Namespace, lang: str) -> None:
    try:
        if once() in (ExitCode.INTERRUPTED, ExitCode.TERMINATED):
            raise KeyboardInterrupt
    except JdlintError as error:
        complain(error.say(language_of_call(arguments, lang)))
    lang = language_of_call(arguments, lang)
    complain("слежу за изменениями; остановить: Ctrl+C" if lang == "ru" else "watching for changes; Ctrl+C stops")
