"""Outline → reading: tokens with all their morphological readings, and sentences.

The one door to spaCy and pymorphy3; nothing else imports them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from jdlint.annotate.clause import finite, genitive
from jdlint.annotate.engine import russian_vocab
from jdlint.annotate.morphology import Morphology
from jdlint.annotate.name import name
from jdlint.annotate.phrase import FURTHEST, noun_phrase
from jdlint.annotate.search import Phrases, TokenSearch
from jdlint.annotate.tokenizer import sentence_starts, tokenizer
from jdlint.model.name import Name
from jdlint.model.outline import Outline
from jdlint.model.pattern import expression, shortened
from jdlint.model.reading import Reading, Token, Word
from jdlint.model.span import Span

_UNIVERSAL = {
    "NOUN": "NOUN", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADV", "VERB": "VERB", "INFN": "VERB", "PRTF": "VERB",
    "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "NPRO": "PRON", "PRED": "ADV", "PREP": "ADP",
    "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ",
}  # fmt: skip
_CASES = {"nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc", "voct": "Voc"}
_NUMBERS = {"sing": "Sing", "plur": "Plur"}


class Annotator:
    """Reads outlines; keeps the spaCy pipeline, the word memo and the compiled phrases between documents.

    `recall` gives what an earlier run's `morphology.answers` held.
    """

    def __init__(self, vocabulary: Mapping[str, Any], recall: Callable[[], dict[str, Any]] = dict) -> None:
        abbreviations = vocabulary["abbreviations"]
        self._never_end = frozenset(map(str, abbreviations["never_end"]))
        self._may_end = frozenset(map(str, abbreviations["may_end"]))
        self._abbreviations = sorted(self._never_end | self._may_end)
        self._indeclinable = frozenset(map(str, vocabulary["positions"]["indeclinable"]))
        self._people = frozenset(map(str, vocabulary["positions"]["heads"]))
        self._shorts = {str(short): str(full) for short, full in vocabulary["positions"]["shorts"].items()}
        self._verbs = vocabulary["clauses"]["verbs"]
        self.morphology = Morphology(recall)

    @cached_property
    def _vocab(self) -> Any:
        return russian_vocab()  # 0.6 s: only when a document is read

    @cached_property
    def _adjectives(self) -> re.Pattern[str]:
        """The shortened words of titles that stand for adjectives, at the beginning of one."""
        full = {short: self.morphology.word(meant.split()[0]).parses for short, meant in self._shorts.items()}
        bend = [short for short, parses in full.items() if any(p.pos == "ADJF" for p in parses)]
        return expression(rf"(?:(?:{'|'.join(shortened(s).pattern for s in bend)})\s*)+", re.IGNORECASE)

    @cached_property
    def _tokenizer(self) -> Any:
        return tokenizer(self._vocab, self._abbreviations)

    @cached_property
    def _phrases(self) -> Phrases:
        return Phrases(self.morphology, self._vocab)

    def start(self) -> None:
        """Load the language engine, which the first document does otherwise."""
        _ = self._tokenizer

    @property
    def is_started(self) -> bool:
        """Whether the language engine is loaded."""
        return "_tokenizer" in self.__dict__

    @property
    def engine(self) -> str:
        """What reads the text, for the report."""
        from importlib.metadata import version

        return f"spacy {version('spacy')} blank ru, pymorphy3 {version('pymorphy3')}"

    def name(self, text: str) -> Name:
        """The position that a line begins to name, as a title («бухгалтера») or in any other case."""
        return name(text, self.morphology, self._indeclinable, self._people, self._adjectives)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """The tokens of a text that is no document, such as an item of a standard: one sentence from offset 0."""
        found = [t for t in self._tokenizer(text) if not t.is_space]
        return tuple(
            Token(i, Span(t.idx, t.idx + len(t)), t.text, self.morphology.word(t.text), 0) for i, t in enumerate(found)
        )

    def duty(self, action: str) -> str:
        """A labour action told as a duty: its verb in the third person, its object in the accusative."""
        return finite(action, self._verbs, self.morphology)

    def of_whom(self, title: str) -> str:
        """A position in the genitive, lower case: whose job description it is."""
        return genitive(title, self.morphology)

    def annotate(self, outline: Outline) -> Reading:
        """Tokens, sentences and phrase search of one outline; facts are still empty."""
        plain = outline.document.plain
        spans: list[Span] = []
        opens: list[bool] = []
        for index, block in enumerate(outline.document.blocks):
            if not outline.span.covers(block.span):
                continue
            first = True
            clause = outline.clause_of[index] if index < len(outline.clause_of) else -1
            begin = outline.clauses[clause].body.start if clause >= 0 else block.span.start
            for token in self._tokenizer(plain[begin : block.span.end]):
                if token.is_space:
                    continue
                start = begin + token.idx
                spans.append(Span(start, start + len(token)))
                opens.append(first)
                first = False
        texts = [s.of(plain) for s in spans]
        words = [self.morphology.word(t) for t in texts]
        starts = list(sentence_starts(texts, opens, self._never_end, self._may_end))
        tokens, ranges = _tokens(spans, texts, words, starts)
        sentences = tuple(Span(tokens[a].span.start, tokens[b - 1].span.end) for a, b in ranges)

        def phrase(start: int, case: str, stop: int) -> tuple[int, str] | None:
            found = noun_phrase(tokens[start : min(stop, start + FURTHEST)], case, self.morphology, self._indeclinable)
            return (start + found[0], found[1]) if found else None

        def doc(first: int, last: int) -> Any:
            return self._doc(texts[first:last], words[first:last])

        def whole() -> Any:
            return self._doc(texts, words, starts)

        search = TokenSearch(doc, whole, tokens, ranges, self._phrases, phrase)
        return Reading(outline, tokens, sentences, tuple(ranges), (), search, phrase)

    def _doc(self, texts: list[str], words: list[Word], starts: list[bool] | None = None) -> Any:
        """A Doc of these words; with the `starts` of sentences also with their grammar."""
        from spacy.tokens import Doc

        vocab = self._vocab
        for text, word in dict(zip(texts, words, strict=True)).items():
            lexeme = vocab[text]
            if lexeme.norm_ != word.norm:
                lexeme.norm_ = word.norm
        if starts is None:
            return Doc(vocab, words=texts)
        forms = {word.norm: word for word in words}
        told = {norm: (_universal(word), _morph(word)) for norm, word in forms.items()}
        return Doc(
            vocab,
            words=texts,
            lemmas=[w.lemma for w in words],
            pos=[told[w.norm][0] for w in words],
            morphs=[told[w.norm][1] for w in words],
            sent_starts=list(starts),
        )


def _universal(word: Word) -> str:
    return _UNIVERSAL.get(word.pos, "X" if word.norm[:1].isalpha() else "PUNCT")


def _morph(word: Word) -> str:
    if not word.parses:
        return ""
    best = word.parses[0]
    features = [f"Case={_CASES[best.case]}"] if best.case in _CASES else []
    features += [f"Number={_NUMBERS[best.number]}"] if best.number in _NUMBERS else []
    return "|".join(features)


def _tokens(
    spans: list[Span], texts: list[str], words: list[Word], starts: list[bool]
) -> tuple[tuple[Token, ...], list[tuple[int, int]]]:
    tokens: list[Token] = []
    ranges: list[tuple[int, int]] = []
    begin = 0
    for index, (span, text, word, opens) in enumerate(zip(spans, texts, words, starts, strict=True)):
        if opens and index:
            ranges.append((begin, index))
            begin = index
        tokens.append(Token(index, span, text, word, len(ranges)))
    if tokens:
        ranges.append((begin, len(tokens)))
    return tuple(tokens), ranges
