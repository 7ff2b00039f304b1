"""Law of other countries: citations of it and terms that betray it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from jdlint.model.finding import Hit
from jdlint.model.literal import needed
from jdlint.model.once import once
from jdlint.model.outline import Outline
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span
from jdlint.record import record

_LABOUR_CODE = expression(r"тк|трудов\w* кодекс|кодекс\w* (?:законов )?о труде|кзот", re.IGNORECASE)


@once(2)
def foreign(reading: Reading, lexicon: Mapping[str, Any]) -> Mapping[Span, Hit]:
    """Places that apply foreign law, in order: each citation and submission to its legislation, each term once.

    Knowing the law of another country may be part of a job: only labour law, and law that the document
    says it follows, counts. «РБ» and «РК» are also regions of Russia, and count when the document shows the state.
    """
    if not lexicon:
        return {}
    case = _Case(reading.outline, reading.outline.span.of(reading.outline.document.plain).lower(), lexicon)
    hits: dict[Span, Hit] = {}
    for fact in reading.facts:
        state = case.cited(fact) if fact.kind == "citation" and "follows" not in fact.marks else ""
        if state:
            hits[fact.span] = case.hit(fact.span, fact.marks["act"], state)
    cited = tuple(hits)
    for span, state in case.terms():
        if not any(span.overlaps(other) for other in cited):
            hits[span] = case.hit(span, span.of(reading.outline.document.plain), state)
    return dict(sorted(hits.items()))


@record
class _Case:
    """One document before the lexicon: `text` is its lower-case words."""

    outline: Outline
    text: str
    lexicon: Mapping[str, Any]

    def hit(self, span: Span, found: str, state: str) -> Hit:
        """The finding, with the name of the state."""
        return Hit(span, {"found": found, "country": str(self.lexicon["states"][state]["ru"]), "confidence": "high"})

    def cited(self, fact: Fact) -> str:
        """The state whose law the citation applies, "" when it is not foreign, or foreign law only known of."""
        act, marked = fact.marks.get("act", ""), fact.marks.get("country", "")
        if fact.value == "kzot-rsfsr" and not re.search(r"рф|рсфср|росси", act, re.IGNORECASE):
            return "UA" if self._shown("UA") else ""
        if not marked:
            return ""
        labour = _LABOUR_CODE.match(act) is not None
        short = self.lexicon["abbreviations"].get(marked)
        state = str(short["state"]) if short else marked
        governs = self._governs(fact.span)
        # No region has a labour code of its own: spelled out, or with an article, it is the state's.
        certain = labour and ("article" in fact.marks or act.lower().startswith("труд"))
        if short and not certain and not self._shown(state):
            elsewhere = _pattern(short["regions"]).search(self.text) is not None
            if elsewhere or not (labour and governs):
                return ""
        themed = _pattern(self.lexicon["labour"]).search(fact.marks.get("title", "").lower()) is not None
        return state if labour or themed or governs else ""

    def terms(self) -> Iterator[tuple[Span, str]]:
        """The first place of each term that nothing excuses, and every place that submits to a foreign legislation."""
        folded = self.text.casefold()
        for term in self.lexicon["terms"]:
            if not any(word in folded for word in _needed(term["pattern"])):
                continue
            state = str(term["state"])
            if term.get("needs") and not self._shown(state):
                continue
            for found in _pattern(rf"(?<!\w)(?:{term['pattern']})").finditer(self.text):
                span = Span(self.outline.span.start + found.start(), self.outline.span.start + found.end())
                if "unless" in term and _pattern(term["unless"]).search(self._paragraph(span)):
                    continue
                if term.get("governs") and not self._follows(found[0], state, span):
                    continue
                yield span, state
                if not term.get("governs"):
                    break

    def _shown(self, state: str) -> bool:
        return _pattern(self.lexicon["states"][state]["evidence"]).search(self.text) is not None

    def _follows(self, words: str, state: str, span: Span) -> bool:
        """Whether the document says that it follows the legislation named here, and means that state."""
        return (not words.endswith(("рб", "рк")) or self._shown(state)) and self._governs(span)

    def _governs(self, span: Span) -> bool:
        around = self._paragraph(span)
        knows = _pattern(self.lexicon["knowledge"]).search(around)
        return not knows and _pattern(self.lexicon["rules_over"]).search(around) is not None

    def _paragraph(self, span: Span) -> str:
        plain = self.outline.document.plain
        end = plain.find("\n", span.end)
        return plain[plain.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(plain)].lower()


@lru_cache(maxsize=128)
def _pattern(source: str) -> re.Pattern[str]:
    return expression(_spelled(source))


@lru_cache(maxsize=128)
def _needed(source: str) -> frozenset[str]:
    """Words of which a text with a match holds one: "", which every text does, where none are certain."""
    return needed(_spelled(source)) or frozenset({""})


def _spelled(source: str) -> str:
    return source.replace(" ?", r"\s*").replace(" ", r"\s+")
