"""What sections are called: the words of a heading and the role that they mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jdlint.model.outline import Role
from jdlint.model.pattern import expression
from jdlint.record import record
from jdlint.segment.misspelt import SHORTEST, slips

LONGEST_SUBJECT = 5
_ASKS = frozenset({"какие", "какая", "каковы", "какова"})
_PERSONS = frozenset({"я", "мне", "меня", "мы", "нам", "нас", "ты", "тебе", "тебя", "вы", "вам", "вас"})
_WHOSE = expression(r"(?:ваш|наш)[аеиу]?|(?:тво|мо)[йяиюе]")
_ADJECTIVES = ("ые", "ие", "ая", "ый", "ий", "ой")
_FORMAL = frozenset({Role.REQUISITES, Role.ACKNOWLEDGEMENT, Role.OTHER})
# Roles whose names mean them whatever adjective stands before; «санитарные требования» are none to the jobholder.
OWN = frozenset({Role.DUTIES, Role.RIGHTS, Role.RESPONSIBILITY, Role.TASKS})


@record
class Phrase:
    """What begins a heading of that role, or, where it is `whole`, makes all of it."""

    words: tuple[str, ...]
    role: Role
    whole: bool

    def begins(self, words: Sequence[str]) -> bool:
        fits = len(words) == len(self.words) if self.whole else len(words) >= len(self.words)
        return fits and all(
            w.startswith(p[:-1]) if p.endswith("*") else w == p for p, w in zip(self.words, words, strict=False)
        )

    def nearly_begins(self, words: Sequence[str]) -> bool:
        """Whether the heading would begin so but for one slip of the hand; of what is short nobody can tell."""
        long = sum(len(word.rstrip("*")) for word in self.words) >= SHORTEST
        if self.whole or not long or len(words) < len(self.words):
            return False
        return sum(slips(word, known) for known, word in zip(self.words, words, strict=False)) == 1

    @property
    def initial(self) -> str:
        """The letter that every heading of the phrase begins with."""
        return self.words[0][0]


@record
class Names:
    """The phrases of the vocabulary by the letter that a heading begins with, longest first."""

    phrases: Mapping[str, tuple[Phrase, ...]]

    @classmethod
    def of(cls, headings: Mapping[str, Iterable[str]]) -> Names:
        """Read the headings of `rules/_vocabulary/sections.yaml`, by role."""
        phrases = [phrase(p, Role(role)) for role, ps in headings.items() for p in ps]
        phrases.sort(key=lambda p: -len(p.words))
        return cls({c: tuple(p for p in phrases if p.initial == c) for c in {p.initial for p in phrases}})

    def role_of(self, words: Sequence[str]) -> tuple[Role, int] | None:
        """Role whose phrase begins the heading, be it behind an adjective («Повседневные обязанности») or in a question
        («Какие у лаборанта права»), and how many words follow the phrase.
        """
        if not words:
            return None
        for known in self.phrases.get(words[0][0], ()):
            if known.begins(words):
                return known.role, len(words) - len(known.words)
        if len(spoken := [w for w in words if w not in _PERSONS]) < len(words):
            return self.role_of(spoken)  # «Что мне нужно знать»
        found = (self.role_of(words[i:]) for i in _where_named(words))
        return next((hit for hit in found if hit and hit[0] in OWN), None)

    def likely_role_of(self, words: Sequence[str]) -> tuple[Role, int] | None:
        """The same for what stands out as a heading, be it addressed to somebody («Ваша ответственность») or have a
        misprint («Ответсвенность»); that of a formal part aside.
        """
        if len(unowned := [w for w in words if not _WHOSE.fullmatch(w)]) < len(words):
            return self.role_of(unowned)
        alike = (p for p in self.phrases.get(words[0][0], ()) if p.role not in _FORMAL and p.nearly_begins(words))
        known = next(alike, None)
        return None if known is None else (known.role, len(words) - len(known.words))


def _where_named(words: Sequence[str]) -> Sequence[int]:
    """Behind how many words of a question, or behind which adjectives, the name of the section may begin."""
    if words[0] in _ASKS:
        return range(1, LONGEST_SUBJECT)
    if not words[0].endswith(_ADJECTIVES):
        return ()
    first = next((i for i, w in enumerate(words) if not (w == "и" or w.endswith(_ADJECTIVES))), len(words))
    return range(first, LONGEST_SUBJECT)[:1]


def phrase(pattern: str, role: Role) -> Phrase:
    """A phrase of the vocabulary; one that ends in a full stop is the whole heading."""
    return Phrase(tuple(words_of_pattern(pattern.rstrip("."))), role, pattern.endswith("."))


def words_of_pattern(phrase: str) -> list[str]:
    """Words of a vocabulary phrase; a trailing * stays."""
    return [w.lower().replace("ё", "е") for w in phrase.split()]
