"""Mends a document until nothing is left to be mended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from jdlint.errors import Fault
from jdlint.fix.choice import Mending, mendings
from jdlint.fix.text import EditError
from jdlint.model.document import Source
from jdlint.model.finding import Edit, Finding
from jdlint.model.rule import Rule
from jdlint.record import record

# Each round mends all that do not overlap; what takes more goes in circles.
MOST_ROUNDS = 60


@record
class Mended:
    """A document after mending: its new bytes, and how many findings were mended on the way."""

    source: Source
    count: int = 0


def mend(
    source: Source,
    find: Callable[[Source], Sequence[Finding]],
    write: Callable[[Source, Sequence[Edit]], bytes],
    rules: Mapping[str, Rule],
    *,
    unsafe: bool,
) -> Mended:
    """The document mended round by round; what cannot be written is left as it is.

    `find` gives the findings of a state of the document, `write` the bytes of the next one and raises EditError where
    an edit cannot be made. Raises Fault when the fixes never come to rest.
    """
    refused: set[Mending] = set()
    count = 0
    for _ in range(MOST_ROUNDS):
        chosen = [m for m in mendings(find(source), rules, unsafe=unsafe) if m not in refused]
        if not chosen:
            return Mended(source, count)
        made = _written(source, chosen, write, refused)
        if made is not None:
            count += made[1]
            source = made[0]
    raise Fault(
        f"{source.path}: правки не приходят к концу за {MOST_ROUNDS} кругов; файл не изменён",
        f"{source.path}: fixes do not come to rest in {MOST_ROUNDS} rounds; the file is unchanged",
    )


def _written(
    source: Source, chosen: Sequence[Mending], write: Callable[[Source, Sequence[Edit]], bytes], refused: set[Mending]
) -> tuple[Source, int] | None:
    """All of them at once, or else the first that can be made at all; the others before it are refused."""
    try:
        return Source(source.path, write(source, [edit for mending in chosen for edit in mending])), len(chosen)
    except EditError:
        for mending in chosen:
            try:
                return Source(source.path, write(source, mending)), 1
            except EditError:
                refused.add(mending)
    return None
