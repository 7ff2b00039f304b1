"""Reads the words of a duty into predications: who does what to what, by the order of words and their cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jdlint.check.ahead import BREAKS, JOINS, PLAIN, Ahead
from jdlint.check.meaning import Meaning, Predication, Unit
from jdlint.check.substantive import substantives
from jdlint.check.words import Keys, Words, as_verb, same_word
from jdlint.model.reading import Token, Word

_FINITE = frozenset({"VERB", "INFN", "GRND"})
_SILENT = frozenset({"PREP", "CONJ", "PRCL", "INTJ", "NPRO"})
# With these a person or an organisation is no mere circumstance: «с работодателями».
_PARTNERS = frozenset({"с", "со", "у", "от", "к", "ко", "между", "перед"})

_NOTHING = Unit(frozenset(), "")


def meaning_of(tokens: Sequence[Token], words: Words, own: Keys = frozenset()) -> Meaning:
    """What these words tell to do; `own` are the lemmas that name the jobholder, left out before the verb."""
    reader = _Reader(substantives(tokens), words, own)
    reader.read()
    told = tuple([p for p in reader.predications if p.acts])
    imperative = any("impr" in p.marks for t in tokens for p in t.word.best[:1])
    return Meaning(told, imperative)


class _Reader:
    """One pass over the words of a duty."""

    def __init__(self, tokens: Sequence[Token], words: Words, own: Keys) -> None:
        self.tokens = tokens
        self.words = words
        self.ahead = Ahead(tokens, words)
        self.own = own
        self.predications: list[Predication] = []
        self.before: list[Unit] = []  # what stands in front of the first verb
        self.awaits = False  # an empty verb was read, the noun of the action follows
        self.broken = True  # a mark ended what was being said
        self.joined = False
        self.last = _NOTHING  # the noun read last
        self.fronted = False  # the thing was named before the verb, and nothing since
        self.bare = True  # an action was read, and nothing yet that it is done to
        self.preposition = ""
        self.denied = False
        self.aim = self.aimed = False  # behind «чтобы», and its verb was read: then a comma ends it
        self.depth = 0

    @property
    def current(self) -> Predication | None:
        return self.predications[-1] if self.predications else None

    def read(self) -> None:
        skip = 0
        for index, token in enumerate(self.tokens):
            if skip:
                skip -= 1
                continue
            word = token.word
            if not word.norm[:1].isalnum():
                self._mark(token.text)
            elif word.norm == "не":
                self.denied = True
            elif any(c.isdigit() for c in word.norm):
                self._here().numbers.add(word.norm)
                self.preposition = ""
            elif word.pos in {"PREP", "CONJ"}:
                self.joined = self.joined or word.norm in JOINS
                self.aim = self.aim or (word.norm == "чтобы" and self.current is not None and bool(self.current.acts))
                self.preposition = word.norm if word.pos == "PREP" else self.preposition
            elif self._dropped(word):
                self._recall(word)
            elif word.pos in _FINITE:
                skip = self._verb(index)
            elif word.pos in PLAIN:
                self._say(self._unit(word), index)
            else:
                skip = self._noun(index)
        if self.before:
            self._open().acts.extend(self.before)

    def _dropped(self, word: Word) -> bool:
        lemmas = {p.lemma for p in word.best} | {word.norm}
        return word.pos in _SILENT or bool(lemmas & (self.words.empty | self.words.modal))

    def _recall(self, word: Word) -> None:
        """«Принимает заявки и передаёт их мастеру»: a pronoun as object is what the action before was done to."""
        here = self.current
        if word.norm not in {"их", "его", "ее"} or self.preposition or not self.bare:
            return
        if here is not None and here.verbal and not here.heads:
            for earlier in self.predications[-2:-1]:
                here.recalled.extend((*earlier.heads, *earlier.rest))

    def _mark(self, text: str) -> None:
        if text in "([":
            self.depth += 1
        elif text in ")]":
            self.depth = max(0, self.depth - 1)
        if text in JOINS:
            self.joined = True
        if text in BREAKS or (self.aimed and text == ","):
            self.aim = self.aimed = False
        if text in BREAKS:
            self.broken = True
            self.preposition = ""

    def _unit(self, word: Word) -> Unit:
        lemmas = {p.lemma for p in word.best}
        cases = frozenset(p.case for p in word.best if p.case)
        animate = any(p.animacy == "anim" and p.case == "nomn" and p.number == "sing" for p in word.best)
        hangs = not self.preposition and cases & {"gent", "datv"}
        under = self.last.preposition or self.last.under if hangs else ""
        weak = self._weak(word.pos, lemmas) or (bool(under) and "gent" in cases and self._says_whose_ground())
        return Unit(self.words.keys(word), word.pos, cases, self.preposition, weak, animate, self.depth > 0, under)

    def _weak(self, pos: str, lemmas: set[str]) -> bool:
        after = {f"{self.preposition} {lemma}" for lemma in lemmas}
        alone = set() if pos == "NOUN" and self.preposition in _PARTNERS else lemmas
        return bool((alone | after) & self.words.weak or after & self.words.grounds)

    def _says_whose_ground(self) -> bool:
        """Whether the word is the «мастера» of «по заданию мастера»."""
        return not self.joined and any(
            f"{self.last.preposition} {key[2:]}" in self.words.grounds for key in self.last.keys
        )

    def _open(self) -> Predication:
        """The predication that tells no action yet, a fresh one if there is none."""
        self.broken = False
        here = self.current
        if here is None or here.acts:
            here = Predication()
            self.predications.append(here)
        return here

    def _here(self) -> Predication:
        return self.current or self._open()

    def _say(self, unit: Unit, index: int) -> None:
        """A word that says more of what was or will be said."""
        here = self.current
        opens = not self.bare and self.ahead.opens_a_part(index)
        said = here is not None and (here.acts or self.awaits) and not opens
        (here.rest if here is not None and said else self.before).append(unit)

    def _verb(self, index: int) -> int:
        word = self.tokens[index].word
        unit = self._unit(word)
        here = self.current
        if self.aim and here is not None:
            # «Следит, чтобы дети не выходили»: the verb is not his, but says what he sees to.
            here.rest.append(unit)
            here.denied, self.denied = here.denied or self.denied, False
            self.aimed = True
            return 0
        chained = (
            here is not None and here.acts and here.verbal and not self.awaits and (self.fronted or not here.heads)
        )
        if here is None or not here.acts or not (chained or word.pos == "GRND"):
            here = self._open()
        here.verbal = True
        here.denied = here.denied or self.denied
        self.denied = False
        self._take_fronted(here)
        return self._act(unit, index, here)

    def _take_fronted(self, here: Predication) -> None:
        """Words before the verb: the jobholder is no part of the duty, a thing without preposition is its object."""
        named = hangs = False
        first = self.tokens[0].word.norm
        for unit in self.before:
            hangs = bool(unit.preposition) or (hangs and (unit.pos != "NOUN" or "gent" in unit.cases))
            if self._is_jobholder(unit) or (unit.animate and f"l:{first}" in unit.keys):
                named = True
            elif named and not unit.preposition and "gent" in unit.cases:
                continue  # мастер участка
            else:
                named = False
                fronted = unit.pos == "NOUN" and not (hangs or here.heads or self._time(unit))
                (here.heads if fronted else here.rest).append(unit)
                self.fronted = self.fronted or fronted
        self.before = []

    def _is_jobholder(self, unit: Unit) -> bool:
        named = any(key[2:] in self.own for key in unit.keys if key[0] == "l")
        return named and unit.pos == "NOUN" and "nomn" in unit.cases

    def _time(self, unit: Unit) -> bool:
        return any(key[2:] in self.words.times for key in unit.keys if key[0] == "l")

    def _act(self, unit: Unit, index: int, here: Predication) -> int:
        """Take a word as an action, or as the empty front of one; returns how many words it takes more."""
        following = next(self.ahead.nouns(index), None)
        lemmas = {key[2:] for key in unit.keys if key[0] == "l"}
        self.preposition, self.joined, self.awaits, self.last = "", False, False, _NOTHING
        if following:
            at, noun = following
            nouns = {p.lemma for p in noun.word.best}
            for lemma in sorted(lemmas):
                for second in sorted(nouns):
                    if (lemma, second) in self.words.phrases:
                        here.acts.append(Unit(self.words.phrases[lemma, second], "VERB"))
                        here.carried.append(unit)
                        return at - index
            between = {t.word.norm for t in self.tokens[index + 1 : at]}
            action = self.words.is_action(noun.word) or bool(
                nouns & self.words.carriers and self.ahead.names_action(at)
            )
            always = as_verb(unit.keys) & self.words.always_light and not nouns & (
                self.words.carriers | self.words.things
            )
            action = action or bool(always and not between & {"в", "на", "с"})
            if ("за" in between and lemmas & self.words.answers_for) or lemmas & self.words.answers:
                here.carried.append(unit)
                self.awaits = True
                return 0
            carrier = bool(nouns & self.words.carriers)
            arranged = bool(action and as_verb(unit.keys) & self.words.arranges)
            ensured = (action or carrier) and bool(as_verb(unit.keys) & self.words.ensures)
            if (arranged or ensured) and not between & {"в", "с", "на"}:
                here.carried.append(unit)
                here.ensured = self.awaits = True
                here.arranged = arranged
                return 0
            if (told := self.ahead.told_between(index, at)) and as_verb(unit.keys) & self.words.light:
                here.acts.append(Unit(told, "VERB"))
                here.carried.append(unit)
                return at - index
            empty = self.words.light | (self.words.before_carriers if carrier else frozenset())
            if (action or self.ahead.gives(index)) and as_verb(unit.keys) & empty:
                here.carried.append(unit)
                self.awaits = True
                return 0
        here.acts.append(unit)
        self.bare = True
        return 0

    def _noun(self, index: int) -> int:
        unit = self._unit(self.tokens[index].word)
        here = self.current
        joined, self.joined = self.joined, False
        preposition, self.preposition = unit.preposition, ""
        if self.awaits and here is not None:
            return self._awaited(unit, index, here)
        if here is None or not here.acts or (self.broken and not (preposition or self.depth or here.verbal)):
            return self._start(unit, index, preposition)
        if joined and not preposition and not self.bare and self.ahead.comes_before_its_verb(index):
            self.before.append(unit)
            return 0
        self.broken = False
        if self._is_empty_front(unit, index):
            here.carried.append(unit)
            return 0
        if self.bare and self._fronts(unit, index):
            here.rest.append(replace(unit, weak=True))
            return 0
        if joined and not preposition and here.acts[-1].pos == "NOUN" and unit.cases & here.acts[-1].cases:
            if not here.heads:
                return self._act(unit, index, here)
            if self.words.is_action(self.tokens[index].word) and not unit.cases & self.last.cases:
                return self._act(unit, index, self._open())
        self._take_thing(unit, here, joined=joined)
        return 0

    def _awaited(self, unit: Unit, index: int, here: Predication) -> int:
        """A noun after an empty verb: the action, unless it is for whom it is done, or a carrier."""
        if self.ahead.is_receiver(self.tokens[index].word) and not unit.preposition:
            here.rest.append(unit)
            return 0
        lemmas = {key[2:] for key in unit.keys if key[0] == "l"}
        if lemmas & self.words.carriers and self.ahead.names_action(index):
            here.carried.append(unit)
            return 0
        return self._act(replace(unit, preposition=""), index, here)

    def _take_thing(self, unit: Unit, here: Predication, *, joined: bool) -> None:
        """A noun that the action is done to, or that says more of it."""
        if unit.preposition in {"в", "во"} and self.bare and (self._time(unit) or self._keeps(unit, here)):
            here.rest.append(unit)
            return
        beside = joined and bool(unit.cases & self.last.cases) and any(self.last is u for u in here.heads)
        beside = beside and unit.preposition in {"", self.last.preposition}
        head = not self.depth and (not here.heads or self.bare or beside)
        self.fronted = False
        self.last = unit
        if not any(same_word(unit.keys, u.keys) for u in (*here.heads, *here.rest)):
            (here.heads if head else here.rest).append(self.last)
        self.bare = False

    def _keeps(self, unit: Unit, here: Predication) -> bool:
        """Whether the state that a thing is kept in is told before the thing: «содержит в исправности кран»."""
        kept = as_verb(here.acts[-1].keys) & self.words.keeps
        return bool(kept) and any(key[2:] in self.words.states for key in unit.keys if key[0] == "l")

    def _is_empty_front(self, unit: Unit, index: int) -> bool:
        """«Участвует в проведении инвентаризации» is «участвует в инвентаризации»."""
        following = next(self.ahead.nouns(index), None)
        if following is None or not as_verb(unit.keys) & self.words.light:
            return False
        return self.words.is_action(following[1].word)

    def _fronts(self, unit: Unit, index: int) -> bool:
        """Whether the noun says no more than its verb, and the thing itself follows in the genitive."""
        following = next(self.ahead.nouns(index), None)
        named = {key[2:] for key in unit.keys if key[0] == "l"} & self.words.fronts
        return bool(named) and following is not None and "gent" in following[1].word.cases()

    def _start(self, unit: Unit, index: int, preposition: str) -> int:
        """A noun where nothing has been said: the action itself, unless a verb is still to come."""
        dependent = bool(self.before) and self.before[-1].preposition and "gent" in unit.cases
        if preposition or dependent or self._time(unit) or self.ahead.is_verb_after(index):
            self.before.append(unit)
            self.last = unit
            return 0
        here = self._open()
        here.rest.extend(self.before)
        self.before = []
        return self._act(unit, index, here)
