"""The vocabulary of subordination, compiled: what names a superior, and the words around his name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from jdlint.model.once import once
from jdlint.model.pattern import compiled, shortened
from jdlint.record import record


@record
class Subordination:
    """The words of `positions.yaml`, `subordination.yaml` and `titles.yaml`, ready for use.

    `other_names` are a word and the words of the title that it stands for: «завхоз», «заведующий хозяйством».
    """

    heads: frozenset[str]
    bodies: frozenset[str]
    vague: frozenset[str]
    vague_alone: frozenset[str]
    things: frozenset[str]
    worker: frozenset[str]
    direct: frozenset[str]
    functional: frozenset[str]
    titled_by_area: frozenset[str]
    titled_by_matters: frozenset[str]
    unnamed: frozenset[str]
    other_names: tuple[tuple[str, tuple[str, ...]], ...]
    shorts: tuple[tuple[re.Pattern[str], str], ...]
    label: re.Pattern[str]
    functional_label: re.Pattern[str]
    bare_label: re.Pattern[str]
    report_label: re.Pattern[str]
    area: re.Pattern[str]
    matters: re.Pattern[str]
    absence: re.Pattern[str]
    manner: re.Pattern[str]
    stand_in: re.Pattern[str]

    @classmethod
    @once(4)
    def of(cls, vocabulary: Mapping[str, Any]) -> Subordination:
        """Compile the word lists of the vocabulary."""
        positions, ways, titles = vocabulary["positions"], vocabulary["subordination"], vocabulary["titles"]
        other = {**titles["joined"], **titles["feminine"]}
        return cls(
            heads=_set(positions["heads"]),
            bodies=_set(positions["bodies"]),
            vague=_set(positions["vague"]),
            vague_alone=_set(positions["vague_alone"]),
            worker=_set(positions["worker"]),
            things=_set(positions["not_supervisors"]),
            shorts=tuple([(shortened(short), str(full)) for short, full in positions["shorts"].items()]),
            direct=_set(ways["direct"]),
            functional=_set(ways["functional"]),
            titled_by_area=_set(ways["titled_by_area"]),
            titled_by_matters=_set(ways["titled_by_matters"]),
            unnamed=_set(ways["unnamed"]),
            other_names=tuple([(str(short), tuple(str(full).split())) for short, full in other.items()]),
            label=compiled(ways["label"]),
            functional_label=compiled(ways["functional_label"]),
            bare_label=compiled(ways["bare_label"]),
            report_label=compiled(ways["report_label"]),
            area=compiled(ways["area"]),
            matters=compiled(ways["matters"]),
            absence=compiled(ways["absence"]),
            manner=compiled(ways["manner"]),
            stand_in=compiled(ways["stand_in"]),
        )

    def trailing(self, text: str) -> str:
        """The line of command told behind a name («мастеру в функциональном порядке»), or ""."""
        found = self.manner.match(text)
        if found is None or not (found["noun"] or not text[found.end() :].strip(" .;")):
            return ""
        return "direct" if found["way"].lower().startswith("администр") else "functional"

    def narrows(self, text: str) -> bool:
        """Whether the words that begin here speak of an area or a time only."""
        return bool(self.area.match(text) or self.matters.match(text))


def _set(words: Iterable[object]) -> frozenset[str]:
    return frozenset(map(str, words))
