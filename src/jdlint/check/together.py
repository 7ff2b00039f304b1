"""Phrases that stand together: each somewhere in one sentence, in any order, none of them denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jdlint.model.kind import Pattern
from jdlint.model.reading import Match, Reading
from jdlint.model.span import Span

# A clause of a Russian sentence is rarely longer; what stands farther off belongs to something else.
FARTHEST = 8
_NOT = frozenset({"не", "ни"})
# What may stand between «не» and the word that it denies: «не может быть уволен», «не подлежит полному возмещению».
_MODAL = frozenset(
    {"мочь", "быть", "вправе", "должный", "обязанный", "обязать", "иметь", "право", "подлежать", "являться"}
)
_PARTED = frozenset(";!?")


def standing_together(phrases: Sequence[Pattern], reading: Reading, spans: Sequence[Span]) -> Iterator[Span]:
    """From the first to the last of the phrases, wherever all of them are near each other; the nearest ones count."""
    matches: list[list[Match]] = []
    for phrase in phrases:
        matches.append([*reading.search(phrase, spans)])
        if not matches[-1]:
            return
    said = frozenset(i for ms in matches for m in ms for i in range(m.first, m.last))
    found = [[m for m in ms if not _denied(m, reading, said)] for ms in matches]
    if not all(found):
        return
    ordered = sorted(((m.first, m.last, number) for number, ms in enumerate(found) for m in ms))
    last = 0
    for start, (first, _, _) in enumerate(ordered):
        end = _reach(ordered[start:], len(phrases), reading)
        if first >= last and end:
            yield Span(reading.tokens[first].span.start, reading.tokens[end - 1].span.end)
            last = end


def _reach(ordered: Sequence[tuple[int, int, int]], wanted: int, reading: Reading) -> int:
    """Where the last of the phrases ends if all stand together from the first match on, 0 if they do not."""
    met: set[int] = set()
    end = ordered[0][0]
    for first, last, number in ordered:
        if met and not _near(end, first, reading):
            return 0
        if number in met or (met and first < end):
            continue
        met.add(number)
        end = last
        if len(met) == wanted:
            return end
    return 0


def _near(end: int, start: int, reading: Reading) -> bool:
    if start - end > FARTHEST or reading.tokens[end - 1].sentence != reading.tokens[start].sentence:
        return False
    return not any(token.text in _PARTED for token in reading.tokens[end:start])


def _denied(match: Match, reading: Reading, said: frozenset[int]) -> bool:
    """Whether «не» stands before the words found, or before what they depend on, and is none of the words `said`."""
    for at in reversed(range(match.first)):
        word = reading.tokens[at].word
        if not word.lemmas & _MODAL:
            return at not in said and word.norm in _NOT
    return False
