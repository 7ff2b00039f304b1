"""A decision written in a document: a rule is not to be reported here, and why."""

from __future__ import annotations

from jdlint.model.finding import Place
from jdlint.record import record


@record
class Suppression:
    """What one comment allows, and where.

    `place` is the comment itself in Markdown, the words commented on in Word; `words` are the codes and names of
    rules as written; `reason` is empty where none is given. The decision covers what lies in the half-open range
    from (`line`, `column`) to (`end_line`, `end_column`); with `whole` also what is missing from the document,
    and so lies nowhere in it. `strange` is what the comment says where it says nothing we know.
    """

    place: Place
    words: tuple[str, ...]
    reason: str
    line: int
    column: int
    end_line: int
    end_column: int
    whole: bool = False
    strange: str = ""

    def covers(self, place: Place) -> bool:
        """Whether the decision is about a finding at `place`."""
        if not place.quote and not self.whole:
            return False
        start, end = (self.line, self.column), (self.end_line, self.end_column)
        return (place.line, place.column) < end and start < (place.end_line, place.end_column + (not place.quote))
