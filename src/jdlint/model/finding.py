"""What is reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from jdlint.model.span import Span
from jdlint.record import record

Value = str | tuple[str, ...]


class Severity(StrEnum):
    """How bad: unlawful or broken; a risk; good practice."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """2 for error, 1 for warning, 0 for info."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]


class Safety(StrEnum):
    """Whether a fix may be applied unasked, when asked for, or only by a person."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    MANUAL = "manual"


@record
class Aside:
    """A second place that a hit rests on."""

    span: Span
    key: str = "other"


@record
class Hit:
    """What a kind found: a place and the words it captured. Nameless; the engine makes it a finding.

    An empty span means that something is missing from the whole document.
    """

    span: Span
    values: Mapping[str, Value] = field(default_factory=dict)
    related: tuple[Aside, ...] = ()


@record
class Place:
    """A place as reported: 1-based lines and columns in code points, the words and their block.

    `byte` is `column` counted in bytes of UTF-8; 0 where that is not known.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    context: str
    section: str = ""
    clause: str = ""
    anchor: str = ""
    byte: int = 0


@record
class Edit:
    """Words of the reading text and what to put in their place; 1-based lines and columns as in Place.

    `old` is what stands there now and is never empty; an empty `new` takes it out, and what is left empty by that
    (a line, a paragraph) goes with it.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    old: str
    new: str


@record
class Finding:
    """A hit with its rule's code, its severity and its place; strings and numbers only.

    The message is made of `values` when it is shown, so that one finding can be told in two languages.
    `suppressed` is the reason given beside the place for allowing it, empty when it is not allowed;
    `baseline` is true for a finding accepted before. `edits` mend it all together; none where only a person can.
    """

    code: str
    severity: Severity
    place: Place
    values: Mapping[str, Value]
    related: tuple[Place, ...] = ()
    fingerprint: str = ""
    suppressed: str = ""
    baseline: bool = False
    edits: tuple[Edit, ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, int, int]:
        """Findings are reported in this order."""
        p = self.place
        return (p.path, p.line, p.column, self.code, p.end_line, p.end_column)
