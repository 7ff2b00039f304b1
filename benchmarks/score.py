"""What is found of planted copies, and how much of what is found is true, by what the duties of the generator mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from invented import KINDS, Concept, Organisation

from jdlint.model.finding import Finding, Place


@dataclass(slots=True)
class Score:
    """Planted copies by kind, and those found. Of the pairs found: `planted` ones; those that met by chance but are
    `held`, one saying all that the other does; and those that are `wrong`. `others` are findings of other rules, all of
    them wrong.
    """

    made: Organisation
    size: int
    planted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    copies: int = 0
    held: int = 0
    wrong: list[tuple[str, str]] = field(default_factory=list)
    others: int = 0

    @property
    def precision(self) -> float:
        """The share of true pairs."""
        right = self.copies + self.held
        return right / max(1, right + len(self.wrong))

    def recall(self, kind: str) -> float:
        """The share of planted copies that were found."""
        return self.found[kind] / max(1, self.planted[kind])

    def count(self, findings: Sequence[Finding], documents: Sequence[int]) -> None:
        """Add the findings in these documents."""
        met: dict[tuple[int, int], set[tuple[int, int]]] = {}
        duties = [finding for finding in findings if finding.code == "ORG001"]
        self.others += len(findings) - len(duties)
        for finding in duties:
            here = _cell(finding.place)
            for place in finding.related:
                there = _cell(place)
                self._judge(here, there, (finding.place.quote, place.quote))
                met.setdefault(here, set()).add(self._source(*there))
        for document in documents:
            for slot, kind in enumerate(KINDS):
                self.planted[kind] += 1
                self.found[kind] += self._source(document, slot) in met.get((document, slot), ())

    def _judge(self, here: tuple[int, int], there: tuple[int, int], said: tuple[str, str]) -> None:
        one, other = self._source(*here), self._source(*there)
        if one == other:
            self.copies += 1
        elif are_one(_concept(self.made, *one), _concept(self.made, *other)):
            self.held += 1
        else:
            self.wrong.append(said)

    def _source(self, document: int, slot: int) -> tuple[int, int]:
        return self.made.source_of(document, slot, self.size)


def are_one(a: Concept, b: Concept) -> bool:
    """Whether two duties are one by what they mean: one says all that the other does, and each thing stands in the
    same place of both. The words that tell it play no part in this, nor does the program that is measured.
    """
    return _holds(a, b) or _holds(b, a)


def _holds(a: Concept, b: Concept) -> bool:
    if a.verb != b.verb or a.things[0] != b.things[0]:
        return False
    places = {group[0][0]: group for group in a.groups}
    return all(places.get(group[0][0], [])[: len(group)] == group for group in b.groups)


def _cell(place: Place) -> tuple[int, int]:
    """Document and slot of a place."""
    return int(Path(place.path).stem), int(place.clause.partition(".")[2]) - 1


@lru_cache(maxsize=200_000)
def _concept(made: Organisation, document: int, slot: int) -> Concept:
    return made.concept(document, slot)
