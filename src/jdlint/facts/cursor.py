"""A place among the pieces of a sentence, moved from left to right by whoever reads them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jdlint.facts.piece import Piece
from jdlint.model.span import Span

_REQUISITES = frozenset({"kind", "issuer", "date", "number"})
_NEAR, _NEXT = 40, 12


@dataclass(slots=True)
class Cursor:
    """Stands before piece `at` of the sentence; behind the last one at its end."""

    text: str
    sentence: Span
    parts: Sequence[Piece]
    at: int = 0

    @property
    def here(self) -> Piece | None:
        """The piece to be read next."""
        return self.parts[self.at] if self.at < len(self.parts) else None

    def take(self) -> Piece:
        """The next piece, stepping over it; raises IndexError at the end."""
        part = self.parts[self.at]
        self.at += 1
        return part

    def gap(self, start: int) -> str:
        """The words between `start` and the next piece; a long string when there is none."""
        return self.text[start : self.parts[self.at].start] if self.at < len(self.parts) else "\n" * 200

    def skip_to(self, offset: int) -> None:
        """Step over the pieces that begin before `offset`."""
        while self.at < len(self.parts) and self.parts[self.at].start < offset:
            self.at += 1

    def skip_noise(self) -> None:
        """Step over an edition, an amending act or a registration: their requisites are not the act's."""
        noise = self.take()
        opened = self.text.rfind("(", max(noise.start - _NEAR, self.sentence.start), noise.start)
        if opened >= 0 and ")" not in self.text[opened : noise.start]:
            closed = self.text.find(")", noise.end, self.sentence.end)
            self.skip_to(closed if closed >= 0 else self.sentence.end)
            return
        end, taken = noise.end, set[str]()
        while part := self.here:
            far = len(self.gap(end)) > (_NEXT if taken else _NEAR)
            if part.kind not in _REQUISITES or part.kind in taken or far:
                return
            if "number" in taken and part.kind != "date":
                return
            taken.add(part.kind)
            end = part.end
            self.at += 1
