"""Adjectives and participles that stand for a person or a thing by themselves: «накладные», «документы поступающих»."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jdlint.model.reading import Parse, Token, Word

_ATTRIBUTES = ("ADJF", "PRTF")
_JOINING = ("CONJ", "PREP")  # «и» and «о» are nouns too: names of letters
_FAR = 4


def substantives(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, those that could be attributes but have no noun to belong to read as nouns."""
    return [_as_noun(token, tokens[index + 1 : index + _FAR]) for index, token in enumerate(tokens)]


def _as_noun(token: Token, following: Sequence[Token]) -> Token:
    word = token.word
    nouns = [p for p in word.parses if p.pos == "NOUN"] or [_noun(p) for p in word.parses if "Subx" in p.marks]
    if word.pos not in _ATTRIBUTES or not nouns or _belongs(word, following):
        return token
    return replace(token, word=replace(word, parses=(*nouns, *(p for p in word.parses if p not in nouns))))


def _noun(parse: Parse) -> Parse:
    return replace(parse, pos="NOUN")


def _belongs(word: Word, following: Sequence[Token]) -> bool:
    """Whether a noun of the same case follows, with nothing but attributes between."""
    for token in following:
        if token.word.pos in _JOINING:
            return False
        if any(p.pos == "NOUN" and p.case in word.cases() for p in token.word.parses):
            return True
        if token.word.pos not in _ATTRIBUTES:
            return False
    return False
