"""One sentence that may speak of subordination: of whom it is said, in what line, and whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from jdlint.facts.chain import Chain
from jdlint.facts.jobholder import Jobholder
from jdlint.facts.label import listed_below
from jdlint.facts.superior import ASKING
from jdlint.facts.wording import Subordination
from jdlint.model.reading import Fact, Parse, Reading, Token
from jdlint.model.span import Span
from jdlint.record import record

Told = tuple[Fact, str]
"""A fact, and of whom it is said: `OWN` is the jobholder, "" nobody in particular, all else another's title."""
OWN = "own"
RELATIVE = "relative"

_LISTING = {",", "/", ";", "и", "или", "либо", "также", "а", "—", "–", "-", ":", "&"}
_LINKS = {
    "находятся",
    "находится",
    "подчиняются",
    "состоят",
    "состоит",
    "работают",
    "работает",
    "трудятся",
    "трудится",
    "следующие",
    "него",
    "нее",
    "работника",
    "сотрудника",
}
_HIM = ("ему", "ей", "которому", "которой")
_SIGHT = 40
# A title may begin with an adjective or a participle («заведующему складом подчиняются …»).
_NAMING = ("NOUN", "ADJF", "PRTF")


def _is_subject(parses: Sequence[Parse]) -> bool:
    """Whether a noun may be a subject; «токаря» is first of all an oblique singular, though a plural too."""
    oblique = any(p.number == "sing" and p.case != "nomn" for p in parses)
    return any(p.case == "nomn" and not (oblique and p.number == "plur") for p in parses)


@record
class Scope:
    """The sentence of tokens `[first, last)`."""

    reading: Reading
    words: Subordination
    worker: Jobholder
    first: int
    last: int

    def before(self, index: int, count: int = 1000) -> Sequence[Token]:
        """Up to `count` tokens of the sentence before `index`."""
        return self.reading.tokens[max(self.first, index - count) : index]

    def subject(self, index: int) -> str:
        """Of whom the verb is said: `OWN`, "" where nobody is named, `RELATIVE` for a «который», or a title."""
        before = self.before(index)
        relative = max((i for i, t in enumerate(before) if "который" in t.word.lemmas), default=-1)
        if relative >= 0 and len(before) - relative <= 9 and not any(t.word.pos == "VERB" for t in before[relative:]):
            return RELATIVE
        subjects = [
            t
            for t in before
            if any(p.pos == "NOUN" and p.case == "nomn" and p.animacy == "anim" for p in t.word.parses[:3])
        ]
        if not subjects:
            return ""
        if any(t.word.lemmas & self.worker.lemmas for t in subjects):
            return OWN
        phrase = self.reading.noun_phrase(self.first, "nomn", index)
        return phrase[1] if phrase else min(subjects[0].word.lemmas)

    def has_own_subject(self, index: int) -> bool:
        """Whether the jobholder is named in the nominative before `index`, and in the singular where he may be."""
        return any(
            t.word.lemmas & self.worker.lemmas and _is_subject([p for p in t.word.parses if p.pos == "NOUN"])
            for t in self.before(index)
        )

    def about_worker(self, start: int, stop: int) -> bool:
        """Whether one of the tokens is the jobholder in an oblique case («работой менеджера»)."""
        return any(
            self.worker.is_meant(t) and not any(p.case == "nomn" for p in t.word.parses[:1])
            for t in self.reading.tokens[start:stop]
        )

    def is_reversed(self, index: int) -> bool:
        """«Ему подчиняются …»: a dative of the jobholder stands before the verb."""
        parses = self.reading.tokens[index].word.parses
        plural = any(p.number == "plur" for p in parses if p.pos in ("VERB", "PRTS"))
        before = self.before(index)
        if any(t.word.norm in _HIM for t in before):
            return True
        dative = [t for t in self._datives(before) if t.word.lemmas & self.worker.lemmas]
        if dative and self._heads(before[: dative[0].index - before[0].index]):
            return False  # «Заведующий клинической лабораторией подчиняется …»: the adjective is of his title
        nominative = any(p.case == "nomn" and p.number == "sing" for t in dative for p in t.word.parses)
        others = [t for t in before[-3:] if t not in dative]
        subject = any(p.case == "nomn" and p.pos == "NOUN" for t in others for p in t.word.parses)
        return bool(dative) and (plural or not nominative) and not subject

    def _heads(self, tokens: Sequence[Token]) -> bool:
        """Whether the noun that heads the jobholder's title stands there as a subject."""
        cases = [t.word.cases() for t in tokens if t.word.lemmas & self.worker.heads]
        return any("nomn" in held and "datv" not in held for held in cases)

    @staticmethod
    def _datives(tokens: Sequence[Token]) -> Iterator[Token]:
        """Names in the dative that no preposition asks for, as it does in «слесарь по ремонту сетей»."""
        asked = False
        for token in tokens:
            if token.word.pos == "PREP":
                asked = True
            elif not any(p.case == "datv" and p.pos in _NAMING for p in token.word.parses):
                asked = False
            elif not asked:
                yield token

    def way(self, index: int) -> str:
        """The line of command that the words before the verb speak of."""
        tokens, words = self.reading.tokens, self.words
        plain = self.reading.outline.document.plain
        way = "direct"
        frank = any(t.word.norm.startswith(("непосредственн", "административн")) for t in self.before(index))
        for i in range(self.first, index + 1):
            text = " ".join(plain[tokens[i].span.start : tokens[index].span.end].split())
            norm = tokens[i].word.norm
            if words.absence.match(text):
                return "absence"
            if words.narrows(text):
                way = "area"
            if index - i > 4 or frank:
                continue
            if norm in words.functional and norm not in self.worker.lemmas:
                way = "functional"
            elif manner := words.manner.match(text):
                way = "direct" if manner["way"].lower().startswith("администр") else "functional"
        return way

    def chain(self, start: int, cases: Sequence[str], line: str, anchor: int, whose: str = "") -> Iterator[Told]:
        """The superiors named from token `start` on; a blank in their place is a fact of form `blank`."""
        offset = self.reading.tokens[anchor].span.start
        chain = Chain(self.reading, self.words, start, self.last, tuple(cases), line, offset)
        facts = list(chain.facts())
        if not facts and chain.end >= self.last - 1 and self.reading.tokens[self.last - 1].text == ":":
            facts = list(listed_below(self.reading, self.words, self.last - 1, line, offset, cases))
        for fact in facts:
            if not self.worker.is_called(fact.value):
                yield fact, whose
            elif whose in (OWN, "") and fact.value == self.worker.title and line == "direct":
                yield replace(fact, kind="reports_to_self"), whose
            elif whose not in (OWN, "") and (subject := self.reading.noun_phrase(self.first, "nomn", anchor)):
                tokens = self.reading.tokens
                span = Span(tokens[self.first].span.start, tokens[subject[0] - 1].span.end)
                yield Fact("supervises", subject[1], span, {}), OWN
        if not facts and (blank := self._blank(anchor, chain.end, line)):
            yield blank, whose

    def _blank(self, anchor: int, at: int, line: str) -> Fact | None:
        """A place left to be filled where the name should stand."""
        outline, tokens = self.reading.outline, self.reading.tokens
        plain = outline.document.plain
        begin, end = tokens[anchor].span.start, tokens[max(anchor, min(at, self.last) - 1)].span.end
        index = outline.block_at(begin)
        stop = outline.block(index).span.end if index >= 0 else tokens[self.last - 1].span.end
        marks = {"line": line, "form": "blank", "from": str(begin)}
        for blank in outline.document.blanks:
            # An empty cell may be a blank of no length at the very end of the block.
            if not begin < blank.span.start <= stop or outline.block_at(blank.span.start) not in (index, -1, index + 1):
                continue
            between = plain[end : blank.span.start] if blank.span.start > end else ""
            if len(between.split()) <= 4 and not re.search(r"[.;]\s|[.;]$", between):
                return Fact("reports_to", "", Span(begin, max(blank.span.end, begin + 1)), marks)
        if asking := ASKING.match(plain, end, stop):
            return Fact("reports_to", "", Span(begin, asking.end()), marks)
        asked = any(t.word.norm in ("кто", "кому") for t in self.before(anchor))
        # «Подчиняется в части сроков графику …» names something, though nobody.
        bare = not any(t.word.pos == "NOUN" for t in tokens[anchor + 1 : at])
        unfinished = at >= self.last - 1 and bare and not asked and not plain[end:stop].strip(" .;")
        return Fact("reports_to", "", Span(begin, end), marks) if unfinished and not self._is_label(begin) else None

    def _is_label(self, offset: int) -> bool:
        """Whether the words are a label whose value stands elsewhere."""
        outline = self.reading.outline
        clause = outline.clause_at(offset)
        return clause is None or bool(self.words.label.search(clause.body.of(outline.document.plain)))

    def subordinates(self, start: int) -> Iterator[Told]:
        """Whom the jobholder directs: the names from token `start` on."""
        tokens, i = self.reading.tokens, start
        while i < self.last and i - start < _SIGHT:
            token = tokens[i]
            norm = token.word.norm
            if norm in _LISTING | _LINKS | self.words.direct or token.text.isdigit() or token.word.pos == "NUMR":
                i += 1
                continue
            phrases = (self.reading.noun_phrase(i, case, self.last) for case in ("nomn", "gent", "accs"))
            phrase = next((p for p in phrases if p), None)
            if phrase is None:
                return
            end, value = phrase
            if not self.worker.is_called(value):
                yield Fact("supervises", value, Span(token.span.start, tokens[end - 1].span.end), {}), OWN
            i = end
