"""How documents are to be mended."""

from __future__ import annotations

from enum import StrEnum

from jdlint.record import record


class Mode(StrEnum):
    """How a Word file is changed: so that a person accepts or rejects each edit, or at once."""

    TRACKED = "tracked"
    DIRECT = "direct"


@record
class Ways:
    """Whether to mend also what has to be read over afterwards, and how Word files are changed."""

    unsafe: bool = False
    mode: Mode = Mode.TRACKED
