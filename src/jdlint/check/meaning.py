"""What a duty tells to do: its actions, what they are done to, and the rest."""

from __future__ import annotations

from dataclasses import dataclass, field

from jdlint.check.words import Keys
from jdlint.record import record


@record
class Unit:
    """A word that matters: what identifies it, its preposition and cases, whether the duty stays without it,
    whether it stands in brackets, and the preposition of the phrase that it only says more of («от жильцов дома»).
    """

    keys: Keys
    pos: str
    cases: Keys = frozenset()
    preposition: str = ""
    weak: bool = False
    animate: bool = False
    aside: bool = False
    under: str = ""


@dataclass(slots=True)
class Predication:
    """Actions named together, the heads of what they are done to, and all that says more of it.

    `carried` are the empty verbs in front («осуществляет»), `recalled` is what a pronoun stands for,
    `ensured` is true after «обеспечивает» and «организует», `arranged` after the latter.
    """

    acts: list[Unit] = field(default_factory=list)
    heads: list[Unit] = field(default_factory=list)
    rest: list[Unit] = field(default_factory=list)
    carried: list[Unit] = field(default_factory=list)
    recalled: list[Unit] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)
    ensured: bool = False
    arranged: bool = False
    denied: bool = False
    verbal: bool = False

    @property
    def units(self) -> list[Unit]:
        """All words that matter."""
        return [*self.acts, *self.heads, *self.rest]


@record
class Meaning:
    """A duty as its predications, in the order of the text."""

    predications: tuple[Predication, ...]
    imperative: bool = False

    @property
    def units(self) -> list[Unit]:
        """All words that matter, the empty verbs too."""
        return [unit for p in self.predications for unit in (*p.carried, *p.units)]

    @property
    def verbal(self) -> bool:
        """Whether a verb tells what to do."""
        return any(p.verbal for p in self.predications)
