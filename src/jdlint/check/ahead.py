"""What comes after a word of a duty: its nouns, the verb still to come, the action that an empty verb waits for."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from jdlint.check.words import Keys, Words
from jdlint.model.reading import Token, Word
from jdlint.record import record

PLAIN = frozenset({"ADJF", "ADJS", "ADVB", "COMP", "NUMR", "PRTF", "PRTS", "PRED"})
JOINS = frozenset({",", "/", "и", "или", "либо", "а", "также"})
BREAKS = frozenset({":", ";", ".", "!", "?", "•", "–", "—", "-"})
_FAR = 8


@record
class Ahead:
    """The words of a duty, looked at from one of them on."""

    tokens: Sequence[Token]
    words: Words

    def nouns(self, index: int) -> Iterator[tuple[int, Token]]:
        """The nouns after a word, as long as nothing but their own adjectives and prepositions stands between."""
        for i in range(index + 1, min(index + _FAR, len(self.tokens))):
            token = self.tokens[i]
            if token.word.pos == "NOUN":
                yield i, token
            elif token.word.pos not in PLAIN | {"PREP", "NPRO"}:
                return

    def told_between(self, index: int, at: int) -> Keys:
        """The action that an adjective tells before a noun that says nothing: «консультационная помощь»."""
        if not {p.lemma for p in self.tokens[at].word.best} & self.words.told_by:
            return frozenset()
        lemmas = [p.lemma for t in self.tokens[index + 1 : at] for p in t.word.best]
        return next((self.words.telling[lemma] for lemma in lemmas if lemma in self.words.telling), frozenset())

    def gives(self, index: int) -> bool:
        """Whether the noun of the action comes after the one it is done for: «оказывает гостям консультации»."""
        receivers = 0
        for token in self.tokens[index + 1 : index + _FAR]:
            if token.word.pos == "NOUN" and not self.is_receiver(token.word):
                return receivers > 0 and self.words.is_action(token.word)
            receivers += token.word.pos == "NOUN"
            if not (token.word.pos in {"NOUN", "NPRO"} or token.word.pos in PLAIN or token.text in JOINS):
                return False
        return False

    def is_receiver(self, word: Word) -> bool:
        """Whether a noun can only be the one that something is done for."""
        return "datv" in word.cases() and "accs" not in word.cases() and not self.words.is_action(word)

    def names_action(self, index: int) -> bool:
        """Whether «по ⟨action⟩» follows a carrier: «работу по подбору»."""
        following = next(self.nouns(index), None)
        if following is None or not self.words.is_action(following[1].word):
            return False
        return any(t.word.norm in {"по", "к", "для"} for t in self.tokens[index + 1 : following[0]])

    def opens_a_part(self, index: int) -> bool:
        """Whether an attribute belongs to a noun that does."""
        following = next(self.nouns(index), None)
        return following is not None and self.comes_before_its_verb(following[0])

    def comes_before_its_verb(self, index: int) -> bool:
        """Whether a noun opens a part of the sentence with a verb of its own: «моет полы, двери протирает»."""
        first = index
        while first and self.tokens[first - 1].word.pos in {"ADJF", "PRTF"}:
            first -= 1
        after = itertools.takewhile(lambda t: t.word.pos != "CONJ", self.tokens[index + 1 :])
        opens = first > 0 and self.tokens[first - 1].text in JOINS and "accs" in self.tokens[index].word.cases()
        return opens and self._verb_in(after)

    def is_verb_after(self, index: int) -> bool:
        """Whether a verb comes before any mark."""
        return self._verb_in(self.tokens[index + 1 :])

    @staticmethod
    def _verb_in(tokens: Iterable[Token]) -> bool:
        for token in tokens:
            if token.text in BREAKS or token.text in "(),":
                return False
            if token.word.pos in {"VERB", "INFN"}:
                return True
        return False
