"""What is a noun among the words of a duty, and what only looks like one or like an attribute: «накладные», «документы
поступающих», «пожарные рукава», «заточка коньков».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jdlint.model.reading import Parse, Token, Word

_ATTRIBUTES = ("ADJF", "PRTF")
_JOINING = ("CONJ", "PREP")  # «и» and «о» are nouns too: names of letters
_FAR = 4


def substantives(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, each read as the noun or the attribute that it is beside the others."""
    before = ["", *(token.word.pos for token in tokens)]
    return [_read(token, tokens[i + 1 : i + _FAR], after=before[i]) for i, token in enumerate(tokens)]


def _read(token: Token, following: Sequence[Token], after: str) -> Token:
    word = token.word
    if word.pos == "NOUN":
        return _first(token, _attributes(word, following))
    nouns = [p for p in word.parses if p.pos == "NOUN"]
    if word.pos == "ADJS" or (word.pos == "ADVB" and after == "PREP"):
        return _first(token, nouns)
    if word.pos not in _ATTRIBUTES or _belongs(word, following):
        return token
    return _first(token, nouns or [_noun(p) for p in word.parses if "Subx" in p.marks])


def _first(token: Token, parses: Sequence[Parse]) -> Token:
    """The token with these readings before all others."""
    if not parses:
        return token
    rest = [p for p in token.word.parses if p not in parses]
    return replace(token, word=replace(token.word, parses=(*parses, *rest)))


def _attributes(word: Word, following: Sequence[Token]) -> list[Parse]:
    """The readings as an adjective of what could be a person by itself, where a noun that it agrees with is next."""
    if word.best[0].animacy != "anim" or not following:
        return []
    nouns = {(p.case, p.number) for p in following[0].word.parses if p.pos == "NOUN"}
    return [p for p in word.parses if p.pos == "ADJF" and (p.case, p.number) in nouns]


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
