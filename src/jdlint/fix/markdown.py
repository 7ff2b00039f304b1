"""Edits written into Markdown files."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from jdlint.fix.text import EditError, settled
from jdlint.load.encoding import decoded, unified
from jdlint.model.document import Source
from jdlint.model.finding import Edit


def mended(source: Source, edits: Sequence[Edit]) -> bytes:
    """The bytes of the file with these edits made; encoding, line ends and all other characters stay.

    Raises EditError when the file is not the one they were made for, or its encoding has not the letters.
    """
    file = decoded(source)
    breaks = _breaks(file.text)

    def raw(offset: int) -> int:
        return offset + bisect_left(breaks, offset)

    parts: list[str] = []
    at = 0
    for span, new in settled(unified(file.text), edits):
        parts += [file.text[at : raw(span.start)], new]
        at = raw(span.end)
    try:
        return file.with_text("".join([*parts, file.text[at:]]))
    except UnicodeEncodeError as error:
        raise EditError(f"{file.codec} has no {error.object[error.start]!r}") from error


def _breaks(text: str) -> list[int]:
    """Offsets in the unified text of the line ends that are two characters in `text`."""
    out: list[int] = []
    at = text.find("\r\n")
    while at >= 0:
        out.append(at - len(out))
        at = text.find("\r\n", at + 2)
    return out
