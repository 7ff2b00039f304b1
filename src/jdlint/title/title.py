"""A position's title taken to pieces."""

from __future__ import annotations

from dataclasses import field

from jdlint.record import record


@record
class Title:
    """What a title says, each part as stems in a fixed order: two titles that say the same are equal.

    `job` is the work itself («заместител», «директор»), `rank` старший, младший or ведущий, `area` what follows «по»,
    `grade` («категория», «1»), `unit` a department with its noun first, `branch` the town or name that tells one branch
    from another. The rest does not count when titles are compared: `name` is the title for people to read, `acting`
    («и. о.»), `another` («другой кладовщик»), `deputy` (whose area may be left unsaid), `vague` (names nobody
    in particular: «работник», «руководитель»), `also` other names in brackets.
    """

    job: tuple[str, ...]
    rank: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    grade: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    branch: tuple[str, ...] = ()
    name: str = field(default="", compare=False)
    acting: bool = field(default=False, compare=False)
    another: bool = field(default=False, compare=False)
    deputy: bool = field(default=False, compare=False)
    vague: bool = field(default=False, compare=False)
    also: tuple[Title, ...] = field(default=(), compare=False)

    @property
    def names(self) -> tuple[Title, ...]:
        """The title and its other names."""
        return (self, *self.also)

    def __bool__(self) -> bool:
        """Whether it names anything at all."""
        return bool(self.job)
