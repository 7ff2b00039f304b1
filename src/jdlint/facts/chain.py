"""Lists of superiors in running text: who is named, one after another, and in what line he commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jdlint.facts.superior import Named, name_at, text_from
from jdlint.facts.wording import Subordination
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span

_JOINTS = {",", "/", ";", "и", "или", "либо", "также", "а", "как", "&", "\\", "|", "у", "перед", "но", "то", "есть"}
_DASHES = {"—", "–", "-", "−"}
_SIGHT = 60


@dataclass(slots=True)
class Chain:
    """Reads the superiors that begin at token `start` and stand in one of `cases`, up to token `last`.

    `line` is the line of command that the words before them speak of.
    """

    reading: Reading
    words: Subordination
    start: int
    last: int
    cases: tuple[str, ...]
    line: str
    anchor: int
    end: int = field(init=False)

    def __post_init__(self) -> None:
        self.end = self.start

    def facts(self) -> Iterator[Fact]:
        """Facts `reports_to`, in order; a vague name that a dash explains gives way to its explanation."""
        held: list[tuple[Named, str]] = []
        way, joined, comma = self.line, True, False
        i = self.start
        while i < self.last and i - self.start < _SIGHT:
            token = self.reading.tokens[i]
            turned = self._turn(i, way)
            if turned is not None:
                i, way = turned
                joined, comma = True, False
                continue
            if token.word.norm in _JOINTS and not (token.word.norm == "как" and not self._next(i, "и")):
                joined, comma = True, token.text == "," and not joined
                i += 1
                continue
            if token.text in _DASHES or (token.text == ":" and not held):
                i += 1
                continue
            if token.text == "(" and held:
                i = self._closing(i)
                continue
            if token.text in (".", ":", "(", ")") or "который" in token.word.lemmas:
                break
            named = name_at(self.reading, self.words, i, self.last, self.cases)
            if named is None and not held and token.word.norm in ("следующий", "должность", "следующим", "должностям"):
                i += 1
                continue
            if named is None:
                if held and token.word.pos in ("", "PRCL", "ADVB") and joined and not token.text.isalnum():
                    i += 1
                    continue
                break
            if held and not joined:  # «работодателю — индивидуальному предпринимателю»
                if held[-1][0].form == "vague":
                    held[-1] = (named, held[-1][1])
                i = named.end
                continue
            if held and comma and (held[-1][0].form == "person") != (named.form == "person"):
                held[-1] = (_one(held[-1][0], named), held[-1][1])
                i, joined, comma = named.end, False, False
                continue
            limited = self._limited(named.end, way)
            if self.words.stand_in.match(self._text(named.end)) and named.form == "vague":
                limited = "absence"
            held.append((named, limited))
            joined, comma = False, False
            i = self._after(named.end) if limited != way else named.end
        self.end = i
        for named, line in held:
            yield self._fact(named, line)

    def _fact(self, named: Named, line: str) -> Fact:
        form, span = named.form, named.span
        blank = self._blank_behind(named)
        if blank is not None:
            form, span = "blank", Span(span.start, blank)
        marks = {"line": line, "form": form, "from": str(self.anchor)}
        if named.person:
            marks["person"] = "yes"
        return Fact("reports_to", "" if form == "blank" else named.value, span, marks)

    def _blank_behind(self, named: Named) -> int | None:
        """End of the blank that takes the place of the name's own last words («начальнику отдела ____»)."""
        outline = self.reading.outline
        last = self.reading.tokens[named.end - 1]
        if not last.word.lemmas & self.words.unnamed and named.value.split()[-1] not in self.words.unnamed:
            return None
        for blank in outline.document.blanks:
            if blank.span.start >= last.span.end and not outline.document.plain[last.span.end : blank.span.start].strip():
                same = outline.block_at(blank.span.start) == outline.block_at(last.span.start)
                return blank.span.end if same and blank.span.start - last.span.end <= 2 else None
        return None

    def _next(self, i: int, norm: str) -> bool:
        return i + 1 < self.last and self.reading.tokens[i + 1].word.norm == norm

    def _text(self, i: int) -> str:
        return text_from(self.reading, i, self.last)

    def _closing(self, i: int) -> int:
        tokens = self.reading.tokens
        return next((j + 1 for j in range(i + 1, self.last) if tokens[j].text == ")"), self.last)

    def _turn(self, i: int, way: str) -> tuple[int, str] | None:
        """The next token and the line of command from there, where words at `i` change it or only colour it."""
        norm, text = self.reading.tokens[i].word.norm, self._text(i)
        if manner := self.words.manner.match(text):
            end = self.reading.tokens[i].span.start + manner.end()
            step = next((j for j in range(i, self.last) if self.reading.tokens[j].span.start >= end), self.last)
            return step, "direct" if manner["way"].lower().startswith("администр") else "functional"
        if self.words.absence.match(text):
            return self._limit_end(i), "absence"
        if self.words.area.match(text):
            return self._limit_end(i), "area"
        if norm in self.words.functional:
            return i + 1, "functional"
        if norm in self.words.direct:
            return i + 1, "direct" if way == "functional" else way
        return None

    def _limit_end(self, i: int) -> int:
        """Where the words about an area or an absence end: at a dash, or where the next name begins."""
        tokens = self.reading.tokens
        for j in range(i + 1, min(self.last, i + 14)):
            if tokens[j].text in _DASHES:
                return j + 1
            if tokens[j].text in (";", "."):
                return j
            if j > i + 1 and (named := name_at(self.reading, self.words, j, self.last, self.cases)):
                if named.form in ("position", "person", "vague") and not self._is_genitive(j):
                    return j
        return self.last

    def _is_genitive(self, i: int) -> bool:
        """Whether the form may as well belong to the words before it («на время отпуска директора»)."""
        return "gent" in self.reading.tokens[i].word.cases() and self.cases != ("gent",)

    def _limited(self, end: int, way: str) -> str:
        """A superior «по вопросам …» or «в смену» is one for an area only."""
        text = self._text(end)
        if self.words.absence.match(text):
            return "absence"
        return "area" if way == "direct" and self.words.area.match(text) else way

    def _after(self, i: int) -> int:
        """The next joint behind words that limit the name before them."""
        tokens = self.reading.tokens
        return next((j for j in range(i, self.last) if tokens[j].text in (",", ";", ".")), self.last)


def _one(first: Named, second: Named) -> Named:
    """A position and the person who holds it («Л. М. Тарасовой, директору магазина»): one superior."""
    position = first if second.form == "person" else second
    span = Span(first.span.start, second.span.end)
    return Named(second.end, position.value, span, position.form, person=True)
