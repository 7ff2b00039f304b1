"""What of a professional standard a job description carries."""

from __future__ import annotations

from jdlint.model.reading import Fact
from jdlint.model.standard import GeneralFunction, LabourFunction, Standard
from jdlint.record import record

ACTIONS, SKILLS, KNOWLEDGE = SORTS = ("actions", "skills", "knowledge")


@record
class Line:
    """An item of a labour function (`sort` is actions, skills or knowledge) and the fact that carries it best."""

    function: LabourFunction
    sort: str
    text: str
    carrier: Fact | None


@record
class Coverage:
    """One document against some functions of a standard.

    `foreign` are the duties that no function of the standard knows; `powers` the powers (names of the vocabulary) that
    an action of these functions takes and the document grants nowhere, each with the first such action.
    """

    path: str
    position: str
    standard: Standard
    functions: tuple[GeneralFunction, ...]
    lines: tuple[Line, ...]
    foreign: tuple[Fact, ...]
    powers: tuple[tuple[str, str], ...]

    def counts(self, sort: str) -> tuple[int, int]:
        """How many items of a sort are carried, and how many there are."""
        lines = [line for line in self.lines if line.sort == sort]
        return sum(line.carrier is not None for line in lines), len(lines)

    @property
    def share(self) -> float:
        """The part of all items that is carried, 1.0 where there are none."""
        return sum(line.carrier is not None for line in self.lines) / len(self.lines) if self.lines else 1.0
