"""What a check gives, and the last few of them, kept in memory until the program ends or others take their place."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from dataclasses import field

from jdlint.record import record

MOST_ANSWERS = 4


@record
class File:
    """A file to be taken away."""

    name: str
    kind: str
    data: bytes = field(repr=False)


@record
class Answer:
    """The report as a page, and the files that it offers, in the order of its links."""

    page: str = field(repr=False)
    files: tuple[File, ...]


class Answers:
    """Answers by names that nobody can guess; the oldest go first."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, Answer] = OrderedDict()

    def add(self, answer: Answer) -> str:
        """Keep an answer; its name."""
        name = secrets.token_urlsafe(16)
        self._held[name] = answer
        while len(self._held) > MOST_ANSWERS:
            self._held.popitem(last=False)
        return name

    def get(self, name: str) -> Answer | None:
        """The answer of that name, unless it is forgotten."""
        return self._held.get(name)
