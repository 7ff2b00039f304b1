"""The words of duties as the vocabulary knows them: what a word may be called, and what it is good for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jdlint.check.root import is_verbal, roots
from jdlint.model.reading import Parse, Word

VERBS = frozenset({"VERB", "INFN", "GRND"})
_VERB_ENDINGS = ("ть", "ти", "чь", "ться", "тись", "чься")
_ACTION_ENDINGS = ("ание", "ение", "яние", "тие", "ция", "ство", "ость")
Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Verbs of one meaning: of anything, or (with `of`) only when said of these things."""

    name: str
    verbs: Keys
    of: Keys


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary file `verbs`, ready to be asked. All words in the dictionary form."""

    light: Keys
    carriers: Keys
    ensures: Keys
    ensured_of_others: Keys
    answers: Mapping[str, str]
    phrases: Mapping[tuple[str, str], str]
    modal: Keys
    actions: Keys
    things: Keys
    weak: Keys
    empty: Keys
    times: Keys
    opposite: Mapping[str, Keys]
    families: Mapping[str, str]
    synonyms: tuple[Synonyms, ...]
    nouns: Mapping[str, str]

    def verb_keys(self, lemma: str) -> Keys:
        """What identifies an action told by a verb."""
        family = {f"f:{self.families[lemma]}"} if lemma in self.families else set()
        return frozenset({f"l:{lemma}", *family, *(f"v:{root}" for root in roots(lemma, verb=True))})

    def noun_keys(self, lemma: str) -> Keys:
        """What identifies a noun: itself, and the verb that it may be made of."""
        keys = {f"l:{lemma}", *(f"x:{root}" for root in roots(lemma, verb=False))}
        if lemma in self.families:
            keys.add(f"f:{self.families[lemma]}")
        if is_verbal(lemma):
            keys |= {f"v:{root}" for root in roots(lemma, verb=False)}
        return frozenset(keys)

    def keys(self, word: Word) -> Keys:
        """What identifies a word of a text, in every way that it can be read as its best part of speech."""
        keys: set[str] = set()
        for parse in _as_best(word):
            if parse.pos in VERBS or parse.pos in {"PRTF", "PRTS"}:
                keys |= self.verb_keys(parse.lemma)
            elif parse.pos == "NOUN":
                keys |= self.noun_keys(parse.lemma)
            else:
                keys.add(f"l:{parse.lemma}")
        return frozenset(keys) or frozenset({f"l:{word.norm}"})

    def is_action(self, word: Word) -> bool:
        """Whether a noun names an action, so that a verb before it can be empty."""
        lemmas = {p.lemma for p in _as_best(word) if p.pos == "NOUN"}
        if lemmas & self.things:
            return False
        return bool(lemmas & self.actions) or any(lemma.endswith(_ACTION_ENDINGS) for lemma in lemmas)

    def meanings(self, action: Keys, things: Iterable[Keys]) -> Keys:
        """Names of the synonym groups that the action belongs to when done to these things."""
        of = frozenset(key for keys in things for key in keys)
        asked = as_verb(action)
        return frozenset(s.name for s in self.synonyms if s.verbs & asked and (not s.of or s.of & of))

    def related(self, keys: Keys) -> Keys:
        """The keys of a noun and the names of the groups of near nouns it belongs to."""
        return keys | {self.nouns[key] for key in keys if key in self.nouns}


def as_verb(keys: Keys) -> Keys:
    """The keys of an action with those of its noun told as a verb's."""
    return keys | {f"v:{key[2:]}" for key in keys if key.startswith("x:")}


def same_word(a: Keys, b: Keys) -> bool:
    """Whether two words are one in other forms, or the verb and the noun of one action."""
    if a & b - {key for key in a if key.startswith("x:")}:
        return True
    return bool({f"v:{k[2:]}" for k in a if k[0] == "x"} & b or {f"v:{k[2:]}" for k in b if k[0] == "x"} & a)


def _as_best(word: Word) -> tuple[Parse, ...]:
    pos = word.pos
    return tuple([p for p in word.parses if p.pos == pos])


def words_of(vocabulary: Mapping[str, Any]) -> Words:
    """The words of a vocabulary; without its file `verbs` only what grammar tells is known."""
    told: Mapping[str, Any] = vocabulary.get("verbs", {})

    def listed(name: str) -> Keys:
        return frozenset(map(str, told.get(name, ())))

    families = {str(word): str(group[0]) for group in told.get("families", ()) for word in group}
    bare = Words(
        light=listed("light"),
        carriers=listed("carriers"),
        ensures=listed("ensures"),
        ensured_of_others=listed("ensured_of_others"),
        answers=dict((*str(line).rsplit(" ", 1), "")[:2] for line in told.get("answers", ())),
        phrases={_pair(key): str(verb) for key, verb in told.get("phrases", {}).items()},
        modal=listed("modal"),
        actions=listed("actions"),
        things=listed("things"),
        weak=listed("weak"),
        empty=listed("empty"),
        times=listed("times"),
        opposite={str(p): frozenset(map(str, group)) for group in told.get("prepositions", ()) for p in group},
        families=families,
        synonyms=(),
        nouns={f"l:{word}": f"s:{group[0]}" for group in told.get("nouns", ()) for word in group},
    )
    return _with_synonyms(bare, told)
