"""The vocabulary of subordination, compiled: what names a superior, and the words around his name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_SETS = ("heads", "bodies", "vague", "vague_alone", "worker")
_PATTERNS = ("label", "functional_label", "bare_label", "area", "absence", "manner", "stand_in", "definition")


def compiled(text: str) -> re.Pattern[str]:
    """A regular expression of the vocabulary: folded lines joined, any letter case."""
    return re.compile(re.sub(r"\s*\n\s*|\s+(?=\|)", "", text.strip()), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Subordination:
    """The words of `positions.yaml` and `subordination.yaml`, ready for use."""

    heads: frozenset[str]
    bodies: frozenset[str]
    vague: frozenset[str]
    vague_alone: frozenset[str]
    things: frozenset[str]
    worker: frozenset[str]
    direct: frozenset[str]
    functional: frozenset[str]
    titled_by_area: frozenset[str]
    unnamed: frozenset[str]
    shorts: tuple[tuple[re.Pattern[str], str], ...]
    label: re.Pattern[str]
    functional_label: re.Pattern[str]
    bare_label: re.Pattern[str]
    area: re.Pattern[str]
    absence: re.Pattern[str]
    manner: re.Pattern[str]
    stand_in: re.Pattern[str]
    definition: re.Pattern[str]

    @classmethod
    def of(cls, vocabulary: Mapping[str, Any]) -> Subordination:
        """Compile the two word lists of the vocabulary."""
        positions, ways = vocabulary["positions"], vocabulary["subordination"]
        return cls(
            **{name: frozenset(map(str, positions[name])) for name in _SETS},
            **{name: compiled(ways[name]) for name in _PATTERNS},
            things=frozenset(map(str, positions["not_supervisors"])),
            direct=frozenset(map(str, ways["direct"])),
            functional=frozenset(map(str, ways["functional"])),
            titled_by_area=frozenset(map(str, ways["titled_by_area"])),
            unnamed=frozenset(map(str, ways["unnamed"])),
            shorts=tuple([(_short(short), str(full)) for short, full in positions["shorts"].items()]),
        )


def _short(text: str) -> re.Pattern[str]:
    """A shortened word with or without its last full stop: «зам.», «зам», «и. о.»."""
    return re.compile(r"\.\s*".join(map(re.escape, filter(None, text.split(".")))) + r"\b\.?", re.IGNORECASE)
