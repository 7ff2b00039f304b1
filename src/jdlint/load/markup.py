"""What of a Markdown line is markup and not words."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from jdlint.model.document import BlockKind
from jdlint.model.pattern import expression
from jdlint.record import record

_ESCAPE = expression(r"\\(?P<mark>[!-/:-@\[-`{-~])")
_LINK = expression(r"!?\[(?P<text>[^\]\[]*)\](?P<target>\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)|\[[^\]]*\])")
_TAG = expression(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>")
_ENTITY = expression(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]+);")
_UNDERSCORED = expression(
    r"(?<![\w_\\])(?P<mark>_{1,3})(?=[^\s_])(?=[^_\n]*[^\W_])(?P<text>[^_\n]*[^\s_])(?P=mark)(?![\w_])"
)
_STARS = expression(r"(?<=[^\s\\])\*+|(?<!\\)\*+(?=\S)|`+|~~")
_PREFIX = expression(r"[ \t]*(?:>[ \t]?)+")
_CHECKBOX = expression(r"(?P<bullet>[ \t]*[-*+][ \t]+)\[[ xX]\](?=\s|$)")
_HARD_BREAK = expression(r"\\(?=\n|\Z)")
PIPE = expression(r"(?<!\\)\|")
_CLOSING = expression(r"[ \t]#+[ \t]*$")
_OPENING = expression(r"[ \t]*#{1,6}(?=[ \t]|$)")


@record
class Line:
    """What Markdown makes of one line of the file."""

    kind: BlockKind
    level: int = 0
    item: bool = False
    row: tuple[int, int] | None = None
    group: int = 0


def mask(plain: list[str], text: str, starts: Sequence[int], lines: Sequence[Line | None]) -> None:
    """Blank out all markup in `plain`, character for character; `text` is the file without comments."""
    for start, end in _inline(text):
        blot(plain, start, end)
    for number, line in enumerate(lines):
        start, stop = starts[number], starts[number + 1] - 1
        if line is None:
            blot(plain, start, stop)
            continue
        for a, b in _of_line(text[start:stop], line):
            blot(plain, start + a, start + b)
    _replace_escapes(plain, text)


def blot(plain: list[str], start: int, end: int) -> None:
    """Put spaces for all but line breaks."""
    for i in range(start, end):
        if plain[i] != "\n":
            plain[i] = " "


def _inline(text: str) -> Iterable[tuple[int, int]]:
    """Tags, the machinery of links, underscores that emphasise."""
    for m in _TAG.finditer(text):
        yield m.span()
    for m in _LINK.finditer(text):
        if not m["target"].startswith("[") or m["target"][1:-1].strip().isascii():
            yield m.start(), m.start("text")
            yield m.end("text"), m.end()
    for m in _UNDERSCORED.finditer(text):
        yield m.start(), m.end("mark")
        yield m.end("text"), m.end()


def _of_line(raw: str, line: Line) -> Iterable[tuple[int, int]]:
    """Marks at the ends of a line, stars, back-ticks, and the pipes of a table."""
    if m := _PREFIX.match(raw):
        yield m.span()
    if m := _CHECKBOX.match(raw):
        yield m.end("bullet"), m.end()
    if line.kind is BlockKind.HEADING:
        for pattern in (_OPENING, _CLOSING):
            if m := pattern.search(raw):
                yield m.span()
    for m in _STARS.finditer(raw):
        yield m.span()
    if line.row:
        for m in PIPE.finditer(raw):
            yield m.span()


def _replace_escapes(plain: list[str], text: str) -> None:
    """Escapes and entities stand for one character: the rest of their place becomes nothing a word would notice."""
    for m in _HARD_BREAK.finditer(text):
        plain[m.start()] = " "
    for m in _ESCAPE.finditer(text):
        plain[m.start()] = "_" if m["mark"] == "_" else " " if m["mark"] in ".)" else "\u00ad"
    for m in _ENTITY.finditer(text):
        decoded = html.unescape(m[0])
        if len(decoded) == 1:
            shown, fill = (" ", " ") if decoded.isspace() else (decoded, "\u00ad")
            plain[m.start() : m.end()] = [shown, *fill * (len(m[0]) - 1)]
