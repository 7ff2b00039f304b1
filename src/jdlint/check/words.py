"""The words of duties as the vocabulary knows them: what a word may be called, and what it is good for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jdlint.check.root import is_verbal, roots
from jdlint.model.once import once
from jdlint.model.reading import Word
from jdlint.record import record

VERBS = frozenset({"VERB", "INFN", "GRND", "PRTF", "PRTS"})
_ACTION_ENDINGS = ("ание", "ение", "яние", "тие", "ствие", "ция", "ость")
Keys = frozenset[str]


@record
class Synonyms:
    """A group of verbs of one meaning: of anything, or (with `of`) only when said of these things."""

    name: str
    of: Keys


@record(eq=False)
class Words:
    """The vocabulary file `verbs`, ready to be asked.

    A word is identified by keys: `l:` its lemma, `f:` its family, `v:` the root of a verb, `x:` the root that a noun
    would share with its verb, `n:` the root of a noun that can only name an action, `a:` what an adjective shares
    with its adverb.
    """

    families: Mapping[str, str]
    synonyms: Mapping[str, tuple[Synonyms, ...]]
    nouns: Mapping[str, str]
    phrases: Mapping[tuple[str, str], Keys]
    opposite: Mapping[str, Keys]
    light: Keys
    always_light: Keys
    ensures: Keys
    arranges: Keys
    ensured_of_others: Keys
    telling: Mapping[str, Keys]
    told_by: Keys
    answers: Keys
    answers_for: Keys
    before_carriers: Keys
    carriers: Keys
    fronts: Keys
    modal: Keys
    actions: Keys
    things: Keys
    weak: Keys
    grounds: Keys
    keeps: Keys
    states: Keys
    empty: Keys
    times: Keys
    periods: Keys

    @once(4096)
    def keys(self, word: Word) -> Keys:
        """What identifies a word of a text, in every way that it can be read as its best part of speech."""
        return self.keys_of(word.pos, frozenset([p.lemma for p in word.best]) or frozenset({word.norm}))

    def keys_of(self, pos: str, lemmas: Keys) -> Keys:
        """What identifies a word of that part of speech which may be a form of any of these lemmas."""
        keys: set[str] = set()
        for lemma in lemmas:
            if pos in VERBS:
                keys |= verb_keys(lemma, self.families)
            elif pos == "NOUN":
                keys |= noun_keys(lemma, self.families)
            else:
                keys.add(f"l:{lemma}")
                stem = lemma.removesuffix("о") if pos == "ADVB" else lemma[:-2]
                if pos in {"ADVB", "ADJF"} and len(stem) > 3:
                    keys.add(f"a:{stem}")
        return frozenset(keys)

    def is_action(self, word: Word) -> bool:
        """Whether a noun names an action, so that the verb before it can be an empty one: no person does."""
        return self.names_action(frozenset([p.lemma for p in word.best if p.pos == "NOUN" and p.animacy != "anim"]))

    def names_action(self, lemmas: Keys) -> bool:
        """The same for a noun that may be a form of any of these lemmas."""
        if lemmas & self.things:
            return False
        return bool(lemmas & self.actions) or any(lemma.endswith(_ACTION_ENDINGS) for lemma in lemmas)

    def meanings(self, action: Keys, things: Iterable[Keys]) -> Keys:
        """Names of the synonym groups that the action belongs to when it is done to these things."""
        groups = [group for key in as_verb(action) for group in self.synonyms.get(key, ())]
        if not groups:
            return frozenset()
        of = frozenset(key for keys in things for key in keys)
        return frozenset(group.name for group in groups if not group.of or group.of & of)

    def senses(self, action: Keys) -> Keys:
        """Names of all synonym groups that the action may belong to."""
        return frozenset(group.name for key in as_verb(action) for group in self.synonyms.get(key, ()))

    def groups(self, keys: Keys) -> Keys:
        """Names of the groups of near nouns that a word belongs to."""
        return frozenset(self.nouns[key] for key in keys if key in self.nouns)

    def near(self, a: Keys, b: Keys) -> bool:
        """Whether two words that are no actions are the same or near in meaning."""
        return same_word(a, b) or bool(self.groups(a) & self.groups(b))


def verb_keys(lemma: str, families: Mapping[str, str]) -> Keys:
    """What identifies an action that a verb tells."""
    family = {f"f:{families[lemma]}"} if lemma in families else set()
    return frozenset({f"l:{lemma}", *family, *(f"v:{root}" for root in roots(lemma, verb=True))})


def noun_keys(lemma: str, families: Mapping[str, str]) -> Keys:
    """What identifies a noun, and the verb that it may be made of."""
    made = roots(lemma, verb=False)
    family = {f"f:{families[lemma]}"} if lemma in families else set()
    alone = {f"n:{root}" for root in made} if is_verbal(lemma) else set()
    return frozenset({f"l:{lemma}", *family, *alone, *(f"x:{root}" for root in made)})


def as_verb(keys: Keys) -> Keys:
    """The keys of an action, those of its noun told as its verb's: what two names of one action share."""
    return frozenset(f"v:{key[2:]}" if key[0] == "x" else key for key in keys)


def same_word(a: Keys, b: Keys) -> bool:
    """Whether two words are forms of one, or the verb and the noun of one action (but not two nouns of one root)."""
    if any(key[0] != "x" and key in b for key in a):
        return True
    return any(key[0] == "x" and f"v:{key[2:]}" in b for key in a) or any(
        key[0] == "x" and f"v:{key[2:]}" in a for key in b
    )


@once(4)
def words_of(vocabulary: Mapping[str, Any]) -> Words:
    """The words of a vocabulary; without its file `verbs` only what grammar tells is known."""
    told: Mapping[str, Any] = vocabulary.get("verbs", {})

    def listed(name: str) -> Keys:
        return frozenset(map(str, told.get(name, ())))

    families = {str(word): str(group[0]) for group in told.get("families", ()) for word in group}

    def verbs(name: str) -> Keys:
        return frozenset(key for lemma in listed(name) for key in verb_keys(lemma, families))

    synonyms: dict[str, tuple[Synonyms, ...]] = {}
    for number, group in enumerate(told.get("synonyms", ())):
        known = Synonyms(f"s:{number}", frozenset(f"l:{thing}" for thing in group.get("of", ())))
        for key in {key for lemma in group["verbs"] for key in verb_keys(str(lemma), families)}:
            synonyms[key] = (*synonyms.get(key, ()), known)
    opposite: dict[str, Keys] = {}
    for group in told.get("prepositions", ()):
        opposite |= {p: opposite.get(p, frozenset()) | (frozenset(group) - {p}) for p in map(str, group)}
    phrases = {}
    for phrase, verb in told.get("phrases", {}).items():
        first, _, second = str(phrase).partition(" ")
        phrases[first, second] = verb_keys(str(verb), families)
    return Words(
        families=families,
        synonyms=synonyms,
        nouns={f"l:{word}": f"s:{group[0]}" for group in told.get("nouns", ()) for word in group},
        phrases=phrases,
        opposite=opposite,
        light=verbs("light"),
        always_light=verbs("always_light"),
        ensures=verbs("ensures"),
        arranges=verbs("arranges"),
        ensured_of_others=verbs("ensured_of_others"),
        telling={str(word): verb_keys(str(verb), families) for word, verb in told.get("telling", {}).items()},
        told_by=listed("told_by"),
        answers=listed("answers"),
        answers_for=listed("answers_for"),
        before_carriers=verbs("before_carriers"),
        carriers=listed("carriers"),
        fronts=listed("fronts"),
        modal=listed("modal"),
        actions=listed("actions"),
        things=listed("things"),
        weak=listed("weak"),
        grounds=listed("grounds"),
        keeps=verbs("keeps"),
        states=listed("states"),
        empty=listed("empty"),
        times=listed("times"),
        periods=listed("periods"),
    )
