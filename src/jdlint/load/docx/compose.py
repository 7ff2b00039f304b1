"""Writes the lines into one reading text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from jdlint.load.apart import together
from jdlint.load.blank import find_blanks
from jdlint.load.docx.flow import Piece
from jdlint.load.docx.hints import with_hints
from jdlint.load.docx.line import trimmed
from jdlint.load.docx.notes import Trace, find_notes
from jdlint.load.docx.reader import Content
from jdlint.load.translation import without_translation
from jdlint.model.document import Blank, Block, Document
from jdlint.model.pattern import expression
from jdlint.model.span import Span
from jdlint.model.span import trimmed as trimmed_span

# As long as the text: spaces of every kind are a space, what cannot be seen is a soft hyphen.
_SPACES: Final = expression("[\u00a0\t\u1680\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\u0085]")
_HYPHENS: Final = expression("[\u2010\u2011]")
_UNSEEN: Final = expression("[\u200b-\u200f\u2060\ufeff\u0301]")
_DIVIDED = expression(r"(?<=[^\W\d_])(?:-\n(?=[^\W\d_])|\u00ad\n)")
_COMPOSED: Final = {"и\u0306": "й\u00ad", "И\u0306": "Й\u00ad", "е\u0308": "ё\u00ad", "Е\u0308": "Ё\u00ad"}


def compose(path: str, content: Content, trace: Trace | None = None) -> Document:
    """The document that the content makes; `trace` is given every piece and where it stands in the text."""
    trace = [] if trace is None else trace
    parts: list[str] = []
    blocks: list[Block] = []
    drawn: list[Blank] = []
    offset = 0
    for line in content.lines:
        pieces = trimmed(line.pieces)
        start = offset
        if line.label:
            prefix = line.label + line.gap if pieces else line.label
            parts.append(prefix)
            offset += len(prefix)
        for piece in pieces:
            end = offset + len(piece.text)
            _draw(drawn, piece, Span(offset, end))
            trace.append((Span(offset, end), piece))
            parts.append(piece.text)
            offset = end
        blocks.append(
            Block(
                Span(start, offset),
                line.kind,
                line.level,
                line.label,
                line.place.anchor,
                line.part,
                line.cell,
                _bold(pieces),
                line.centered,
            )
        )
        parts.append("\n")
        offset += 1
    text = "".join(parts[:-1])
    plain = plain_of(text, blocks)
    blanks = with_hints(find_blanks(plain, blocks, _settled(drawn, plain)), blocks, content.lines, plain)
    notes = find_notes(content.margin, trace, blocks, text)
    return Document(path, "docx", text, plain, *without_translation(plain, blocks, blanks), notes=notes)


def plain_of(text: str, blocks: Sequence[Block]) -> str:
    """The text with one kind of space and hyphen, of the same length; breaks stay between blocks only."""
    plain = together(_UNSEEN.sub("\u00ad", _HYPHENS.sub("-", _SPACES.sub(" ", text))))
    if "\u0306" in plain or "\u0308" in plain:
        for two, one in _COMPOSED.items():
            plain = plain.replace(two, one)
    if plain.count("\n") < len(blocks):
        return plain
    letters = list(plain)
    for block in blocks:
        inside = block.span.of(plain)
        if "\n" in inside:
            # A word divided at the end of a line by a hyphen goes on in the next.
            inside = _DIVIDED.sub(lambda found: found[0][0] + "\u00ad", inside).replace("\n", " ")
            letters[block.span.start : block.span.end] = inside
    return "".join(letters)


def _draw(drawn: list[Blank], piece: Piece, span: Span) -> None:
    if piece.shape is None:
        return
    last = drawn[-1] if drawn else None
    if last is not None and last.span.end == span.start and last.shape is piece.shape and last.hint == piece.hint:
        drawn[-1] = Blank(Span(last.span.start, span.end), piece.shape, piece.hint)
    else:
        drawn.append(Blank(span, piece.shape, piece.hint))


def _settled(drawn: Sequence[Blank], plain: str) -> list[Blank]:
    """The blanks without the white space at their ends."""
    return [replace(blank, span=trimmed_span(blank.span, plain)) for blank in drawn]


def _bold(pieces: Sequence[Piece]) -> bool:
    """Whether every letter is bold."""
    seen = False
    for piece in pieces:
        if piece.marks.bold:
            seen = seen or any(c.isalpha() for c in piece.text)
        elif any(c.isalpha() for c in piece.text):
            return False
    return seen
