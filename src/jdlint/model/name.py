"""A position as a line of text names it."""

from __future__ import annotations

from typing import Protocol

from jdlint.record import record


@record
class Name:
    """A position in the nominative, lower case, and the length of the words that name it.

    `person` tells whether its head is a noun for a person; None where the dictionary does not know.
    """

    nominative: str
    length: int
    person: bool | None


class Naming(Protocol):
    """Reads the name of a position that a text begins with: no verb and nobody's own name belongs to it."""

    def __call__(self, text: str) -> Name: ...
