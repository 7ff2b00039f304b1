"""How much one document may cost."""

from __future__ import annotations

from typing import Final, NamedTuple

# Of a file: no job description is a hundredth of that.
MOST_BYTES: Final = 64 * 2**20


class Limits(NamedTuple):
    """Seconds of the processor, so that a busy machine changes no report, and megabytes of memory above what the
    program holds when it begins with the document.
    """

    seconds: int = 120
    memory: int = 1024
