"""Noun phrases by case agreement: where a name like «начальнику отдела продаж» ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jdlint.annotate.morphology import Morphology
from jdlint.annotate.title import is_acronym, needs_no_noun, never_bends, nominative
from jdlint.model.reading import Parse, Token, Word

_ATTRIBUTES = ("ADJF", "PRTF")
_STOPS = {",", ";", ".", ":", "(", ")", "—", "–", "/", "!", "?", "|"}
_INNER = {"по", "с", "в", "на", "за", "при", "для", "и", "-"}
LONGEST = 14
FURTHEST = 64  # no token beyond is ever asked about


def noun_phrase(
    tokens: Sequence[Token], case: str, morphology: Morphology, indeclinable: frozenset[str]
) -> tuple[int, str] | None:
    """The noun phrase in `case` that the tokens begin with: the index after it and its nominative, or None.

    Attributes agreeing with the head, then the head, then what depends on it: genitives, «по …», quoted names.
    """
    if tokens and tokens[0].word.norm in _INNER:
        return None  # «и» and «по» may be read as nouns
    i = 0
    while i < len(tokens) and i < 5 and attribute(tokens[i].word, case) and not _heads(tokens, i, case):
        i += 1
    if i >= len(tokens) or not (
        _noun(tokens[i].word, case)
        or substantive(tokens[i].word, case)
        or _in_charge(tokens, i, case)
        or _is_indeclinable(tokens[i], indeclinable)
    ):
        return None
    end = dependents(tokens, i + 1)
    return end, nominative(_as_written(tokens[:end]), morphology, prefer=(case, "nomn"), indeclinable=indeclinable)


def _as_written(tokens: Sequence[Token]) -> str:
    """The words of the tokens, with a space where one stands between them."""
    gaps = (" " if a.span.end < b.span.start else "" for a, b in pairwise(tokens))
    return tokens[0].text + "".join(gap + token.text for gap, token in zip(gaps, tokens[1:], strict=True))


def _heads(tokens: Sequence[Token], i: int, case: str) -> bool:
    """Whether an adjective or participle is itself the head: no noun of the case follows it."""
    following = tokens[i + 1 : i + 5]
    for token in following:
        if is_acronym(token.text) and not tokens[i].text.isupper():
            return True  # «заведующему МБДОУ»
        if needs_no_noun(tokens[i].word.parses) and never_bends(token.word.parses):
            return True  # «управляющему кафе»
        if _noun(token.word, case):
            return False
        if not attribute(token.word, case):
            return True
    return True


def _is_indeclinable(token: Token, indeclinable: frozenset[str]) -> bool:
    return token.word.norm.split("-")[-1] in indeclinable


def attribute(word: Word, case: str) -> bool:
    """Whether the form can be an adjective or participle in the case."""
    return any(p.pos in _ATTRIBUTES and p.case == case for p in word.parses)


def _noun(word: Word, case: str) -> bool:
    return any(p.pos == "NOUN" and p.case == case for p in word.parses)


def substantive(word: Word, case: str) -> bool:
    """Whether the form can be an adjective used as a noun («заведующему»)."""
    return any(p.pos in _ATTRIBUTES and p.case == case and p.number == "sing" for p in word.parses)


def _in_charge(tokens: Sequence[Token], i: int, case: str) -> bool:
    """Whether several people are named by what they are in charge of: «заведующие складами»."""
    several = any(p.pos == "PRTF" and p.case == case and p.number == "plur" for p in tokens[i].word.parses)
    return several and i + 1 < len(tokens) and _noun(tokens[i + 1].word, "ablt")


def dependents(tokens: Sequence[Token], i: int) -> int:
    """Index after the words that depend on the noun before `i`: genitives, prepositional groups, names in quotes."""
    stop = min(len(tokens), i + LONGEST)
    while i < stop:
        token = tokens[i]
        word = token.word
        if token.text in ("«", '"', "„", "“"):
            closing = next(
                (j for j in range(i + 1, min(len(tokens), i + 12)) if tokens[j].text in ("»", '"', "“", "”")), None
            )
            if closing is None:
                return i
            i = closing + 1
            continue
        if token.text in _STOPS:
            return i
        if word.norm in ("и", "или", "либо") or token.text == ",":
            if not _coordinates_inside(tokens, i):
                return i
            i += 1
            continue
        if word.norm in ("по", "на", "при", "для", "с", "в"):
            if word.norm in ("в", "с", "при", "на") and not _group_follows(tokens, i):
                return i
            i += 1
            continue
        if _depends(word) or token.text[:1].isdigit() or token.text == "№" or is_acronym(token.text):
            i += 1
            continue
        return i
    return i


def _depends(word: Word) -> bool:
    """Whether the form can hang on a noun: a genitive, or any oblique word after a preposition."""
    if not word.parses:
        return False
    best: Parse = word.parses[0]
    if best.pos == "ADJS" and any(p.pos == "NOUN" and p.case == "gent" for p in word.parses):
        return True
    if best.pos in ("VERB", "INFN", "GRND", "PRTS", "ADVB", "CONJ", "PREP", "NPRO", "PRED", "COMP", "ADJS"):
        return False
    return any(p.case in ("gent", "datv", "ablt", "loct", "accs") for p in word.parses) or "Abbr" in best.marks


def _coordinates_inside(tokens: Sequence[Token], i: int) -> bool:
    """Whether «и» joins two dependents of one head («готовой продукции и сырья») and not two heads."""
    before = tokens[i - 1].word
    after = next((t for t in tokens[i + 1 : i + 5] if any(p.pos == "NOUN" for p in t.word.parses)), None)
    if after is None:
        return False
    # «Начальнику центра студентов и сотрудников»: nobody reports to several in the genitive.
    animate = any(p.pos == "NOUN" and p.animacy == "anim" for p in after.word.parses) and not all(
        _is_of_many(word) for word in (before, after.word)
    )
    shared = {p.case for p in before.parses if p.pos == "NOUN"} & {p.case for p in after.word.parses if p.pos == "NOUN"}
    return bool(shared) and not animate


def _is_of_many(word: Word) -> bool:
    """Whether the form is of the genitive plural, be it the accusative too."""
    return bool(word.parses) and all(
        p.number == "plur" and p.case in ("gent", "accs") for p in word.parses if p.pos == "NOUN"
    )


def _group_follows(tokens: Sequence[Token], i: int) -> bool:
    following = tokens[i + 1].word if i + 1 < len(tokens) else None
    return following is not None and any(
        p.case in ("loct", "ablt", "accs") and p.pos in ("NOUN", "ADJF") for p in following.parses
    )
