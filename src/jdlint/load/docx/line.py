"""A line of the reading text before it has its place there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jdlint.load.clauses import clauses_in_row
from jdlint.load.docx.flow import Paragraph, Piece, Place, cut
from jdlint.model.document import BlockKind, Cell, Part
from jdlint.model.label import read_label
from jdlint.model.pattern import expression

_SPACE = Piece(" ")
_BREAK = Piece("\n")
_NO_SPACE_BEFORE = frozenset(".,;:!?)»")
_BREAKS = expression(r"[ \u00a0\t]*\n\s*")
_ITEM_ENDS = frozenset(".;:!?")
_TERMINAL = frozenset(".!?;:")
_LAST_WORD = expression(r"[а-яёa-z-]{1,40}[,»\")]?$")


@dataclass(slots=True)
class Line:
    """One block to be: its pieces, and what the layout knows of it.

    `row` is true for a line put together from the cells of a table row.
    """

    place: Place
    part: Part
    pieces: list[Piece]
    label: str = ""
    gap: str = ""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    centered: bool = False
    cell: Cell | None = None
    row: bool = False
    small: bool = False

    @property
    def text(self) -> str:
        """The words, label left out."""
        return "".join([p.text for p in self.pieces])

    def add(self, pieces: Sequence[Piece], *, broken: bool = False) -> None:
        """Go on with `pieces`, after a space or a line break; punctuation follows at once."""
        new = trimmed(pieces)
        if not new:
            return
        trim(self.pieces)
        if self.pieces and (new[0].text[0] not in _NO_SPACE_BEFORE or broken):
            self.pieces.append(_BREAK if broken else _SPACE)
        self.pieces.extend(new)


def line_of(paragraph: Paragraph, cell: Cell | None = None) -> Line:
    """A paragraph as a line."""
    kind = paragraph.kind
    if cell is not None and kind is BlockKind.PARAGRAPH:
        kind = BlockKind.CELL
    return Line(
        paragraph.place,
        paragraph.part,
        list(paragraph.pieces),
        paragraph.label,
        paragraph.gap,
        kind,
        paragraph.level,
        paragraph.centered,
        cell,
    )


def parted(line: Line) -> list[Line]:
    """The line, or the several lines that its author made of one paragraph by manual breaks: list items,
    sentences, texts with an empty line between them; and clauses in a row. What only wraps stays together.
    """
    if line.kind is BlockKind.HEADING:
        return [line]
    text = line.text
    breaks = _BREAKS.finditer(text) if "\n" in text else ()
    found = {m.end() for m in breaks if _parts(text[: m.start()], m[0], text[m.end() :])}
    cuts = sorted(found | set(() if line.label else clauses_in_row(text)))
    if not cuts:
        return [line]
    out: list[Line] = []
    for start, end in pairwise([0, *cuts, len(text)]):
        pieces = trimmed(_between(line.pieces, start, end))
        if pieces or (start == 0 and line.label):
            first = not out
            out.append(
                replace(
                    line,
                    pieces=pieces,
                    label=line.label if first else "",
                    gap=line.gap if first else "",
                    place=next((p.place for p in pieces if p.place), line.place),
                )
            )
    return out


def _parts(before: str, gap: str, after: str) -> bool:
    """Whether a manual break ends what stands before it."""
    if gap.count("\n") > 1 or before.rstrip()[-1:] in _ITEM_ENDS:
        return True
    label = read_label(after.partition("\n")[0])
    return label is not None and (label.style == "bullet" or after[label.end - 1 : label.end] in (".", ")"))


def _between(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    out = []
    offset = 0
    for piece in pieces:
        first, last = max(start - offset, 0), min(end - offset, len(piece.text))
        if first < last:
            out.append(cut(piece, first, last))
        offset += len(piece.text)
    return out


def trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces without white space at both ends."""
    out = list(pieces)
    trim(out)
    return out


def trim(pieces: list[Piece]) -> None:
    """Take the white space at both ends away, in a time that does not grow with what stands between."""
    while pieces and not pieces[-1].text.strip():
        pieces.pop()
    start = 0
    while start < len(pieces) and not pieces[start].text.strip():
        start += 1
    del pieces[:start]
    if pieces and pieces[0].text[0].isspace():
        pieces[0] = cut(pieces[0], len(pieces[0].text) - len(pieces[0].text.lstrip()), len(pieces[0].text))
    if pieces and pieces[-1].text[-1].isspace():
        pieces[-1] = cut(pieces[-1], 0, len(pieces[-1].text.rstrip()))


def unfinished(line: Line) -> bool:
    """Whether a line plainly stops in mid-sentence."""
    text = line.text.rstrip(" \u00a0\u2006\t")
    if not text or line.kind is BlockKind.HEADING or text[-1] in _TERMINAL or text.isupper():
        return False
    return text.count(" ") >= 2 and bool(_LAST_WORD.search(text))


def goes_on(line: Line) -> bool:
    """Whether a line begins like the middle of a sentence: in lower case, or with a bracket before words."""
    text = line.text.lstrip(" \u00a0\u2006\t")
    if line.label or not text:
        return False
    if text[0] == "(":
        return bool(re.match(r"\([^()]{1,40}\)\s+[а-яё]", text))
    return text[0].islower() and not re.match(r"[а-яёa-z]\)", text)
