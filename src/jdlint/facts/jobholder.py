"""Whose job it is: the words by which the text speaks of the jobholder."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdlint.facts.wording import Subordination
from jdlint.model.pattern import expression
from jdlint.model.reading import Reading, Token
from jdlint.model.span import Span
from jdlint.record import record

_WORD = expression(r"[а-яёa-z-]+")
_ALIAS = expression(
    r"\(\s*дал(?:ее|\.)(?:\s+по\s+тексту)?\s*[:—–-]?\s*[«\"]?(?P<name>[^()\n«»\"]{2,60})[»\"]?\s*\)", re.IGNORECASE
)
_LETTERS = expression(r"\((?P<name>\d?[А-ЯЁ]{2,6})\)")
_FAR = 90


@record
class Jobholder:
    """Who the document is about: the lemmas that stand for him, his title, and the head noun of the title."""

    lemmas: frozenset[str]
    title: str
    heads: frozenset[str]

    def is_called(self, value: str) -> bool:
        """Whether a name in the nominative is his own: his title, or a shorter form of it with the same head."""
        said, mine = value.replace("ё", "е").split(), self.title.replace("ё", "е").split()
        return bool(said) and (said == mine or (set(said) <= set(mine) and bool(set(said) & self.heads)))

    def is_named(self, tokens: Sequence[Token]) -> bool:
        """Whether words in any case are his title or a shorter form of it: «тимлида» of a «тимлид группы»."""
        first = next(iter(tokens), None)
        words = [t.word for t in tokens if t.text[:1].isalpha() and t.word.pos != "PREP"]
        return first is not None and bool(first.word.lemmas & self.heads) and all(w.lemmas & self.lemmas for w in words)

    def is_meant(self, token: Token) -> bool:
        """Whether a noun for a person stands for him: «менеджера», not the «закупкам» of his title."""
        if token.text.isupper() and token.word.norm in self.lemmas:
            return True
        people = any(p.pos == "NOUN" and p.animacy == "anim" and "Surn" not in p.marks for p in token.word.parses)
        return people and bool(token.word.lemmas & self.lemmas)


def jobholder(reading: Reading, words: Subordination) -> Jobholder:
    """The jobholder of a document."""
    title = reading.outline.position
    said = _WORD.findall(title.replace("ё", "е"))
    heads = [word for word in said if word in words.heads]
    return Jobholder(own_lemmas(reading, words), title, frozenset(heads[:1] or said[:1]))


def own_lemmas(reading: Reading, words: Subordination) -> frozenset[str]:
    """Words that stand for the jobholder: of his title, its other names, «работник», and what the document
    defines («далее – …»).
    """
    own = set(words.worker)
    outline = reading.outline
    for token in reading.tokens_in(outline.position_span) if outline.position_span else ():
        if token.word.pos not in ("PREP", "CONJ"):
            own |= token.word.lemmas
    said = _WORD.findall(outline.position.replace("ё", "е"))
    halves = [word.split("-")[0] for word in said]  # a «слесарь-монтажник» is called «слесарь» too
    own |= {word for word in (*said, *halves) if len(word) > 2}
    own |= _other_names(outline.position.replace("ё", "е").split(), words)
    initials = "".join(word[0] for word in re.split(r"[\s-]+", outline.position) if len(word) > 2)
    if len(initials) > 1 and f"({initials.upper()})" in outline.document.plain:
        own.add(initials)  # «Руководитель отдела разработки (РОР)»
    for letters in _LETTERS.finditer(outline.document.plain):
        before = reading.tokens_in(Span(max(0, letters.start() - _FAR), letters.start()))
        if before and before[-1].word.lemmas & own and any(t.word.lemmas & own for t in before[-3:-1]):
            own.add(letters["name"].lower())  # «Третий помощник капитана (3ПК)»
    for alias in _ALIAS.finditer(outline.document.plain):
        start = max(reading.sentence_at(alias.start()).start, alias.start() - _FAR)
        before = reading.tokens_in(Span(start, alias.start()))
        if any(t.word.norm.startswith(("подчин", "подотчет", "руковод")) for t in before):
            continue  # «начальнику отдела (далее – Руководитель)» is his superior's other name
        for token in reading.tokens_in(Span(alias.start("name"), alias.end("name"))):
            if token.word.norm == initials or any(p.pos == "NOUN" and p.animacy == "anim" for p in token.word.parses):
                own |= token.word.lemmas
    return frozenset(own)


def _other_names(title: Sequence[str], words: Subordination) -> set[str]:
    """Other words for the title: «медсестра» of a «медицинская сестра», and the words of the full one of a «завхоз»."""
    told = {word for word in title if len(word) > 2}
    found: set[str] = set()
    for short, full in words.other_names:
        if short in told:
            found |= {word for word in full if len(word) > 2}
        elif told.issuperset(full):
            found.add(short)
    return found
