"""Texts in folded case, asked which of them may hold a match of an expression."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate

import regex

from jdlint.model.document import Document
from jdlint.model.literal import RARE, Needed, needed
from jdlint.model.once import once

_RARE = regex.compile(RARE, regex.IGNORECASE)


class Folded:
    """Several texts, parts of one that is given in whole; none is gone through for what only others hold."""

    def __init__(self, texts: Iterable[str], whole: str) -> None:
        self._texts = [text.casefold() for text in texts]
        self._all = "\n".join(self._texts)
        self._starts = list(accumulate((len(text) + 1 for text in self._texts), initial=0))
        self._threes = _threes(whole)

    def holding(self, words: Needed) -> Sequence[int]:
        """The numbers of the texts that hold one of these words, given in folded case; of all where there are none."""
        if not words:
            return range(len(self._texts))
        found: set[int] = set()
        threes = self._threes
        for word, first, others in _parts(words):
            if word == RARE:
                found.update(self._rare)
                continue
            # The first three alone spare half of the words, and are asked for in a third of the time.
            if (first and first not in threes) or not others <= threes:
                continue
            at = self._all.find(word)
            while at >= 0:
                number = bisect_right(self._starts, at)
                found.add(number - 1)
                at = self._all.find(word, self._starts[number])
        return sorted(found)

    @cached_property
    def _rare(self) -> frozenset[int]:
        return frozenset(number for number, text in enumerate(self._texts) if _RARE.search(text))


@lru_cache(maxsize=2048)
def _parts(words: Needed) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Each word with all that three characters of it are, the first of them apart where it has such."""
    told = []
    for word in words:
        threes = [three for at in range(len(word) - 2) if (three := word[at : at + 3]).isalnum()]
        told.append((word, threes[0] if threes else "", frozenset(threes)))
    return tuple(told)


@once(4)
def _threes(text: str) -> frozenset[str]:
    """All that three characters of a word are: of most words that a text lacks it lacks some of those, too."""
    words = set(text.casefold().split())
    return frozenset([word[at : at + 3] for word in words for at in range(len(word) - 2)])


@once(512)
def blocks_for(pattern: re.Pattern[str], document: Document) -> Collection[int]:
    """The numbers of the blocks in which the pattern may match, in order: in no others it does, nor in what is joined
    of others with line breaks.
    """
    return dict.fromkeys(_blocks(document).holding(needed(pattern.pattern))).keys()


def may_match(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the text holds what every match of the pattern does."""
    words = needed(pattern.pattern)
    if not words:
        return True
    folded = _casefolded(text)
    for word in words:  # noqa: SIM110 a loop takes half of what `any` does
        if word in folded or (word == RARE and _RARE.search(folded)):
            return True
    return False


_casefolded = lru_cache(maxsize=64)(str.casefold)


@once(4)
def _blocks(document: Document) -> Folded:
    return Folded((block.span.of(document.plain) for block in document.blocks), document.plain)
