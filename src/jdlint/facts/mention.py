"""Acts and articles as a text mentions them, before it is known which article belongs to which act."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from jdlint.facts import piece as lexis
from jdlint.facts.piece import Piece
from jdlint.model.span import Span
from jdlint.record import record

# The first article of each further part of a code that the register holds in parts.
_VOLUMES = {"gk-rf": ((1225, "4"), (1110, "3"), (454, "2"), (0, "1")), "nk-rf": ((143, "2"), (0, "1"))}
_WIDEST = 60  # a longer range of articles means a chapter, and only its ends are named


@record
class Named:
    """An act: `family` is its id, without the number of the part for a code that the register holds in parts."""

    span: Span
    family: str = ""
    weak: bool = False
    marks: Mapping[str, str] = field(default_factory=dict)

    def id(self, article: str = "") -> str:
        """Its id in the register, by the article for a code held in parts."""
        volumes = _VOLUMES.get(self.family)
        if not volumes:
            return self.family
        whole = int(re.split(r"[.-]", article)[0]) if article else 0
        return f"{self.family}-{next(part for first, part in volumes if whole >= first)}"


@record
class Cited:
    """One article and what of it is cited; `within` a range it is not written out."""

    span: Span
    article: str
    part: str = ""
    point: str = ""
    within: bool = False


@record
class Run:
    """Articles listed in one breath, so that they belong to one act."""

    span: Span
    cited: tuple[Cited, ...]


@record
class Barrier:
    """A document that is no law (charter, contract, instruction): articles just before it are its own."""

    span: Span


Mention = Named | Run | Barrier


def listed(part: Piece, ahead: Sequence[Piece]) -> list[Cited]:
    """The articles of an `article` piece; `ahead` are the parts and points of the first, named in front of it."""
    cited: list[Cited] = []
    for span, article, closes in lexis.articles(part.text):
        place = Span(part.start + span.start, part.start + span.end)
        if closes and cited and cited[-1].article.isdigit() and article.isdigit():
            first, last = int(cited[-1].article), int(article)
            if first < last <= first + _WIDEST:
                whole = Span(cited[-1].span.start, place.end)
                cited += [Cited(whole, str(n), within=True) for n in range(first + 1, last)]
        cited.append(Cited(place, article))
    if cited:
        start = min([part.start, *(p.start for p in ahead)])
        cited[0] = replace(cited[0], span=Span(start, cited[0].span.end))
        for piece in ahead:
            cited[0] = narrowed(cited[0], piece)
    return cited


def narrowed(cited: Cited, part: Piece) -> Cited:
    """The article with a `part`, `point` or `sub` piece that belongs to it."""
    span = Span(min(cited.span.start, part.start), max(cited.span.end, part.end))
    if part.kind == "part":
        return replace(cited, span=span, part=lexis.numerals(part.text))
    if part.kind == "point":
        return replace(cited, span=span, point=lexis.numerals(part.text))
    return replace(cited, span=span)
