"""Words of the jobholder's title that the dictionary does not know for a person: «дежурного», «киппера»."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from jdlint.model.reading import Parse, Token

_ATTRIBUTES = ("ADJF", "PRTF")
_FAR = 4


def people(tokens: Sequence[Token], own: Collection[str]) -> list[Token]:
    """The tokens, those of the jobholder's own lemmas read as a noun for a person where they can be nothing else."""
    return [_read(token, tokens[i + 1 : i + _FAR], own) for i, token in enumerate(tokens)]


def _read(token: Token, following: Sequence[Token], own: Collection[str]) -> Token:
    word = token.word
    mine = [p for p in word.parses if p.lemma in own]
    if not mine:
        return token
    if not word.known:
        found = [p for p in mine if p.pos == "NOUN" and "Abbr" not in p.marks]  # a guess takes him for a thing
    elif word.pos in _ATTRIBUTES and not any(p.pos == "NOUN" and p.animacy == "anim" for p in mine):
        adjectives = [p for p in mine if "Subx" in p.marks]
        found = [] if _has_noun(adjectives, following) else adjectives
    else:
        found = []
    if not found:
        return token
    rest = [p for p in word.parses if p not in found]
    nouns = [replace(p, pos="NOUN", animacy="anim") for p in found]
    return replace(token, word=replace(word, parses=(*nouns, *rest)))


def _has_noun(adjectives: Sequence[Parse], following: Sequence[Token]) -> bool:
    """Whether a noun that they agree with follows, with nothing but attributes between."""
    for token in following:
        if any(p.pos == "NOUN" and any(_agree(a, p) for a in adjectives) for p in token.word.parses):
            return True
        if token.word.pos not in _ATTRIBUTES:
            return False
    return False


def _agree(attribute: Parse, noun: Parse) -> bool:
    same = attribute.case == noun.case and attribute.number == noun.number
    return same and (attribute.number == "plur" or not noun.gender or attribute.gender == noun.gender)
