"""Words of which a text must hold one for a regular expression to match in it, read from the expression itself."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product
from math import prod
from pathlib import Path

from jdlint.model.pattern import expression
from jdlint.model.ready import bring, brought

_ATOM = expression(
    r"""
      (?P<property> \\[pP]\{[^}]*\} )
    | (?P<kind> \\[bBdDGKsSwW] | [.^$] )            # what stands for no certain character
    | \\(?P<escaped> [^\w\s] )
    | \[(?P<few> [^\W_]{2,3} )\]                   # one of two or three characters
    | (?P<set> \[ \^? \]? (?: \\. | [^\]\\] )* \] )
    | (?P<wanted> \( \? <? = )
    | (?P<unwanted> \( \? <? ! )
    | (?P<flags> \( \? [im]+ \) )
    | (?P<group> \( (?: \?: | \?-?i: | \?P?<\w+> | (?!\?) ) )
    | (?P<plain> [^\\()|?*+{}\[\]] )
    """,
    re.VERBOSE | re.DOTALL,
)
# Letters that are one each: what is repeated or left out is the letter before the sign of it.
_LETTERS = expression(r"[^\W\d_iI]+(?![?*+{])")
_TIMES = expression(r"(?:(?P<maybe>[?*]|\{0?,\d*\}|\{0\})|\+|\{(?P<least>[1-9]\d*)(?:,\d*)?\})[?+]?")
# Case-insensitively these two are one with the dotless and the dotted letter of Turkish, which folding keeps apart.
_APART = frozenset("iI")
# Letters of an alphabet that Russian text has few of; it tells as much as a word of one letter.
RARE = r"\p{Latin}"
_MOST_WORDS = 16
_LONGEST_RUN = 12
_FILE = "needed.pickle"

Needed = frozenset[str]


class _UnreadError(Exception):
    """Something in the expression that this module does not know."""


@lru_cache(maxsize=2048)
def needed(source: str) -> Needed:
    """Words in folded case, one of which stands in every text with a match, in folded case too.

    `RARE` among them stands for any letter of that alphabet. Nothing where no such words can be told.
    """
    told = _brought().get(source)
    return _read(source) if told is None else frozenset(told)


def make_needed(folder: Path, sources: Iterable[str]) -> None:
    """Write into `folder` what these expressions need, the same bytes for the same expressions."""
    bring(folder, _FILE, _version(), {source: tuple(sorted(_read(source))) for source in sorted(set(sources))})


@cache
def _brought() -> Mapping[str, tuple[str, ...]]:
    return brought(_FILE, _version())


def _version() -> str:
    """Told by what reads expressions."""
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


def _read(source: str) -> Needed:
    try:
        found, end = _either(source, 0)
    except _UnreadError:
        return frozenset()
    return found if end == len(source) else frozenset()


@dataclass(slots=True)
class _Sequence:
    """What has been read of one alternative: the best words so far, and the characters that follow one another, each
    of which may be one of several.
    """

    best: Needed = frozenset()
    run: list[str] = field(default_factory=list)

    def offer(self, words: Needed) -> None:
        """Keep these words if they tell more: the shortest of them is longer."""
        if words and (not self.best or _length(words) > _length(self.best)):
            self.best = words

    def add(self, characters: str, times: int) -> None:
        """One of these characters comes next, that many times."""
        for _ in range(min(times, _LONGEST_RUN)):
            if prod(map(len, [*self.run, characters])) > _MOST_WORDS:
                self.stop()
            self.run.append(characters)

    def stop(self) -> None:
        """What was read so far and what comes are not next to each other."""
        if self.run:
            self.offer(frozenset(["".join(word).casefold() for word in product(*self.run)]))
            self.run.clear()


def _length(words: Needed) -> int:
    return min(1 if word == RARE else len(word) for word in words)


def _either(source: str, at: int) -> tuple[Needed, int]:
    """Alternatives up to the end or the bracket that closes them, and where that is."""
    words: set[str] = set()
    certain = True
    while True:
        found, at = _sequence(source, at)
        words |= found
        certain = certain and bool(found)
        if at == len(source) or source[at] == ")":
            return frozenset(words) if certain else frozenset(), at
        at += 1


def _sequence(source: str, at: int) -> tuple[Needed, int]:
    """One alternative: the words that tell most of it, and where it ends."""
    read = _Sequence()
    while at < len(source) and source[at] not in "|)":
        if letters := _LETTERS.match(source, at):
            read.run.extend(letters[0])
            at = letters.end()
            continue
        atom = _ATOM.match(source, at)
        if atom is None:
            raise _UnreadError
        kind, at = atom.lastgroup, atom.end()
        inner: Needed = frozenset()
        if kind in ("group", "wanted", "unwanted"):
            inner, at = _either(source, at)
            if at == len(source):
                raise _UnreadError
            at += 1
        times = _TIMES.match(source, at)
        at = times.end() if times else at
        if kind in ("plain", "escaped", "few") and _APART.isdisjoint(atom[kind]) and not (times and times["maybe"]):
            read.add(atom[kind], int(times["least"] or 1) if times else 1)
        else:
            read.stop()
            if kind != "unwanted" and not (times and times["maybe"]):
                read.offer(frozenset({RARE}) if atom[0] == RARE else inner)
        if times:
            read.stop()
    read.stop()
    return read.best, at
