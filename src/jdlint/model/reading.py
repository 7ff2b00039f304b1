"""An outline with its words understood: tokens, sentences and facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Protocol

from jdlint.model.kind import Pattern
from jdlint.model.outline import Outline
from jdlint.model.span import Span
from jdlint.record import record


@record
class Parse:
    """One way to read a word form: OpenCorpora grammemes by their pymorphy names, "" where none."""

    lemma: str
    pos: str
    case: str = ""
    number: str = ""
    gender: str = ""
    animacy: str = ""
    marks: frozenset[str] = frozenset()


@record
class Word:
    """A word form with all its readings, best first; shared by every token of the same form.

    `norm` is lower case, ё as е, soft hyphens removed, look-alike letters of the other alphabet folded. The readings of
    a form that is not `known` to the dictionary are guesses. `lemma` and `pos` are those of the best reading (part of
    speech "" for punctuation and numbers), `best` are all readings of that part of speech.
    """

    norm: str
    parses: tuple[Parse, ...]
    lemmas: frozenset[str]
    known: bool = False
    lemma: str = field(init=False, compare=False, repr=False)
    pos: str = field(init=False, compare=False, repr=False)
    best: tuple[Parse, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Tell once what is asked of a word again and again."""
        lemma, pos = (self.parses[0].lemma, self.parses[0].pos) if self.parses else (self.norm, "")
        object.__setattr__(self, "lemma", lemma)
        object.__setattr__(self, "pos", pos)
        object.__setattr__(self, "best", tuple([parse for parse in self.parses if parse.pos == pos]))

    def cases(self) -> frozenset[str]:
        """Every case the form can stand in."""
        return frozenset(p.case for p in self.parses if p.case)


@record
class Token:
    """One word or mark of the text."""

    index: int
    span: Span
    text: str
    word: Word
    sentence: int


@record
class Fact:
    """What the document states: small, printable, comparable across documents.

    `value` is normalised (a position in the nominative, lower case); `span` is the words it was read from;
    `marks` say in what way («line»: direct, functional …; «form»: position, person, vague, blank …).
    """

    kind: str
    value: str
    span: Span
    marks: Mapping[str, str] = field(default_factory=dict)


@record
class Match:
    """Where a phrase was found: its span, its tokens `[first, last)`, and what its slots captured."""

    span: Span
    first: int
    last: int
    values: Mapping[str, str] = field(default_factory=dict)


class Search(Protocol):
    """Finds phrases, and spaCy token patterns named by `source`, in the tokens of one reading."""

    def __call__(self, phrase: Pattern, within: Sequence[Span]) -> Iterator[Match]: ...

    def tokens_matching(self, source: str, patterns: Sequence[Sequence[Mapping[str, object]]]) -> list[Match]: ...


class NounPhrase(Protocol):
    """Reads the noun phrase of a case (`nomn`, `gent`, `datv` …) that begins at a token.

    Returns the index after it and its nominative, or None; looks no further than token `stop`.
    """

    def __call__(self, start: int, case: str, stop: int) -> tuple[int, str] | None: ...


@record
class Reading:
    """One job description, read. `ranges` are the sentences as token ranges `[first, last)`."""

    outline: Outline
    tokens: tuple[Token, ...] = field(repr=False)
    sentences: tuple[Span, ...] = field(repr=False)
    ranges: tuple[tuple[int, int], ...] = field(repr=False)
    facts: tuple[Fact, ...]
    search: Search = field(repr=False)
    noun_phrase: NounPhrase = field(repr=False)

    def tokens_in(self, span: Span) -> Sequence[Token]:
        """The tokens that lie inside `span`."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].span.start < span.start:
                low = middle + 1
            else:
                high = middle
        stop = low
        while stop < len(self.tokens) and self.tokens[stop].span.end <= span.end:
            stop += 1
        return self.tokens[low:stop]

    def sentence_at(self, offset: int) -> Span:
        """The sentence that holds `offset`, or an empty span there."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].start <= offset:
            return self.sentences[low]
        return Span(offset, offset)
