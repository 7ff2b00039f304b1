"""Blocks that may be headings, and the table of contents that says which of them are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdlint.model.document import Block, BlockKind, Document, Part
from jdlint.model.label import Label, read_label
from jdlint.model.pattern import expression
from jdlint.model.span import Span, trimmed
from jdlint.model.spelling import normal
from jdlint.record import record
from jdlint.segment.requisite import Marks

_WORD = expression(r"[0-9a-zа-яё]+", re.IGNORECASE)
_PAGE = expression(r"[\s.…]*\d{1,3}\s*$")
_DECORATION = expression(r"[^\w«\"(]+")
# «(реквизиты иных актов)»: what is to be written on the line above.
_HINT = expression(r"\s*\(.*\)\W*")
# «{{rights}}»: what a program is to put here.
_VARIABLE = expression(r"\s*(?:\{.*\}|\[[A-Z][A-Z0-9_]+\])\W*")
_APART = expression(
    r"\s*(?P<label>(?P<word>(?i:раздел|глава|часть|блок|модуль))?(?(word)\s+№?\s*)[\[(<{]?(?P<number>[1-9]\d?)\s*"
    r"(?:[\])>}/|:–—-]+|(?(word)\.|(?!))))\s*(?=[А-ЯЁA-Z])"
)
_ORDINALS = ("перв", "втор", "трет", "четв", "пят", "шест", "седьм", "восьм", "девят", "десят")
_SPELT = expression(
    rf"\s*(?P<label>(?P<word>(?i:раздел|глава|часть))\s+(?P<ordinal>{'|'.join(_ORDINALS)})[а-яё]+(?:\s*[.:–—-])?)\s*(?=[А-ЯЁ])"
)
_CAPITAL = expression(
    r"\s*(?P<label>(?P<word>(?i:раздел|глава|часть|блок)\s+)?(?P<letter>[А-ЯЁA-Z])(?:\.|(?(word)\s*[:–—-]?|(?!))))\s+(?=[А-ЯЁ])"
)
# «2. Подчиняется: мастеру.»: a label and its value.
_FIELD = expression(r"\w:\s+[^\W_]")
_FRAME = "*~=—–-•\u00a0 "
LONGEST_HEADING, _MOST_WORDS = 140, 16
_FEWEST_LISTED, _FEWEST_UNTITLED = 3, 5
_NEAR = 3


def words_of(text: str) -> list[str]:
    """Words of a heading as they are compared."""
    return [normal(w) for w in _WORD.findall(text.replace("\u00ad", ""))]


@record
class Candidate:
    """A block that may be a heading: its label, its words, what its look says, and whether the clauses below take
    their numbers from it («7. Право подписи», «7.1. …»).
    """

    index: int
    block: Block
    label: Label | None
    title: Span
    words: tuple[str, ...]
    strong: bool
    look: tuple[object, ...]
    opens: bool


def candidate(document: Document, index: int) -> Candidate | None:
    block = document.blocks[index]
    if block.part not in (Part.BODY, Part.TEXTBOX) or len(block.span) > LONGEST_HEADING:
        return None
    plain = block.span.of(document.plain)
    if _VARIABLE.fullmatch(plain):
        return None
    label = read_label(plain) or _set_apart(plain)
    headed = block.kind is BlockKind.HEADING
    if label is not None and not headed:
        marked = label.style in ("bullet", "letter")
        if any(label.parts[1:]) or (marked and not block.bold and not _in_capitals(plain, label)):
            return None
    start = label.end if label is not None else 0
    if decoration := _DECORATION.match(plain, start):
        start = decoration.end()
    text = plain[start:]
    if _HINT.fullmatch(text):
        return None
    words = words_of(_PAGE.sub("", text))
    if not words or len(words) > _MOST_WORDS:
        return None
    tail = text.rstrip()[-1:]
    letters = [ch for ch in text if ch.isalpha()]
    caps = len(letters) > 3 and all(ch.isupper() for ch in letters)
    roman = label is not None and (label.style == "roman" or bool(label.word))
    strong = headed or block.bold or caps or roman or (block.centered and tail not in ".;,")
    opens = _opens_clauses(document, index, label)
    if not strong and not opens and _FIELD.search(text):
        return None
    if tail in ";," or (tail == "." and not strong and len(words) > (8 if opens else 3)):
        return None
    style = label.style if label is not None else ""
    look = (
        headed and block.level,
        block.bold,
        caps,
        style,
        block.centered,
        block.cell is not None,
    )
    end = block.span.start + len(plain.rstrip(_FRAME) if _framed(plain) else plain)
    title = trimmed(Span(block.span.start + start, end), document.plain)
    return Candidate(index, block, label, title, tuple(words), strong, look, opens)


def _set_apart(line: str) -> Label | None:
    """A section's number set in a way that no clause has: «[1]», «(2)», «3 –», «4/», «Глава шестая.», «Б.»,
    «Раздел Б».
    """
    if found := _CAPITAL.match(line):
        letter, word = found["letter"].lower(), (found["word"] or "").strip().lower()
        return Label(letter, (ord(letter),), "letter", found.start("label"), found.end("label"), word)
    if found := _SPELT.match(line):
        value = _ORDINALS.index(found["ordinal"]) + 1
        return Label(str(value), (value,), "arabic", found.start("label"), found.end("label"), found["word"].lower())
    found = _APART.match(line)
    if found is None:
        return None
    number, word = found["number"], (found["word"] or "").lower()
    return Label(number, (int(number),), "arabic", found.start("label"), found.end("label"), word)


def _in_capitals(line: str, label: Label) -> bool:
    """Whether the line is in capitals behind its bullet («• ПРАВА»), or only begins so behind a capital letter
    («Б. Права»).
    """
    text = line[label.end :].strip()
    lettered = label.style == "letter"
    high = line[label.start].isupper() and text[:1].isupper() if lettered else text.isupper()
    return high and not text.endswith(".")


def _framed(line: str) -> bool:
    """Whether dashes or other marks stand on both sides of a line in capitals: «— ПРАВА —»."""
    return line.rstrip()[-1:] in _FRAME and line.strip(_FRAME).isupper()


def _opens_clauses(document: Document, index: int, label: Label | None) -> bool:
    for block in document.blocks[index + 1 : index + 3]:
        below = read_label(block.span.of(document.plain))
        if below is not None:
            return label is not None and below.parts[:1] == label.parts and len(below.parts) > 1
    return False


def contents(
    document: Document, candidates: Sequence[Candidate], marks: Marks
) -> tuple[set[int], set[tuple[str, ...]]]:
    """Blocks of a table of contents, and the headings that it lists."""
    lines: dict[tuple[str, ...], list[int]] = {}
    for c in candidates:
        lines.setdefault(c.words, []).append(c.index)
    half = len(document.blocks) // 2
    repeated = [places[0] for places in lines.values() if len(places) > 1 and places[0] <= half]
    best = max(_runs(repeated), key=len, default=[])
    if len(best) < _FEWEST_LISTED:
        return set(), set()
    above = [c for c in candidates if best[0] - c.index in range(_NEAR + 1)]
    titled = {c.index for c in above if marks.contents.search(c.block.span.of(document.plain))}
    if not titled and len(best) < _FEWEST_UNTITLED:
        return set(), set()
    zone = titled.union(range(best[0], best[-1] + 1))
    return zone, {c.words for c in candidates if c.index in zone and len(lines[c.words]) > 1}


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Places in order, divided where more than two others stand between."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] <= _NEAR:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs
