"""What reaches a person: text on standard output or in a file, complaints on standard error."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from jdlint.errors import UsageError, reason_of
from jdlint.model.project import spelt
from jdlint.model.visible import visible
from jdlint.whole import write_whole

_COLOR = re.compile(r"(\x1b\[[0-9;]*m)")


def complain(text: str) -> None:
    """A line on standard error; nothing in it is an order to the terminal."""
    print(visible(spelt(text)), file=sys.stderr)


def deliver(text: str, file: str | None = None) -> None:
    """Write a report to standard output, or to a file all at once; UsageError when it cannot be written."""
    text = spelt(text)
    if not file:
        sys.stdout.write(_harmless(text) if sys.stdout.isatty() else text)
        sys.stdout.flush()
        return
    try:
        write_whole(Path(file), text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        why = reason_of(error)
        raise UsageError(f"не записать {file}: {why.ru}", f"cannot write {file}: {why.en}") from error


def _harmless(text: str) -> str:
    """`text` for a terminal: of all orders to it only those of colour are left."""
    pieces = _COLOR.split(text)
    return "".join(piece if number % 2 else visible(piece) for number, piece in enumerate(pieces))


def colored(choice: str) -> bool:
    """Whether to colour standard output, for auto, always or never."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def interactive() -> bool:
    """Whether a person watches standard error."""
    return sys.stderr.isatty()


def width(most: int) -> int:
    """Columns of the terminal, between 60 and `most`."""
    return min(max(shutil.get_terminal_size((100, 24)).columns, 60), most)


@contextlib.contextmanager
def progress(total: int, *, quiet: bool, lang: str) -> Iterator[Callable[[int], None]]:
    """A line on standard error while many documents are read by a person at a terminal."""
    shown = total > 20 and not quiet and interactive()
    word = "прочитано" if lang == "ru" else "read"

    def step(done: int) -> None:
        if shown:
            print(f"\r{word}: {done}/{total}", end="", file=sys.stderr, flush=True)

    yield step
    if shown:
        print("\r" + " " * 40 + "\r", end="", file=sys.stderr, flush=True)
