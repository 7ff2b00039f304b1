"""A job description as it is put on the shelf."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from jdlint.model.report import FactLine
from jdlint.record import record
from jdlint.title import Key


@record
class Filed:
    """A duty to be put on the shelf: the number of its form, which is there already, and whose duty it is."""

    fact: FactLine
    form: int
    post: int


class Use(IntEnum):
    """What titles are to a member: his own, or those that his document names."""

    HELD = 0
    NAMED = 1


@record
class Job:
    """A job description to be put on the shelf: its facts but the duties, its duties, and the keys of titles."""

    facts: Sequence[FactLine]
    duties: Sequence[Filed]
    names: Mapping[Use, Iterable[Key]]
