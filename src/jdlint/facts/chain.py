"""Lists of superiors in running text: who is named, one after another, and in what line he commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from jdlint.facts.superior import Named, name_at, person_end, text_from
from jdlint.facts.wording import Subordination
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span

_JOINTS = {",", "/", ";", "и", "или", "либо", "также", "а", "&", "\\", "|", "у", "перед", "но"}
_DASHES = {"—", "–", "-", "−"}
_PREPOSITIONS = {"в", "во", "на", "при", "по", "для", "из"}
_ENDS = {".", ":", "(", ")"}
_ELSE = {"или", "либо"}
_LEADS = {"следующий", "следующим", "должность", "должностям"}
_NEAREST = {"непосредственно", "непосредственное", "напрямую"}
_TITLES = {"руководитель", "начальник"}
_CHIEFS = _TITLES | {"лицо", "должность", "менеджер", "специалист"}
_BOTH = {"обоим", "обоими", "обоих"}
_STANDING_IN = ("исполняющий", "замещающий", "назначенный")
_SIGHT = 60


@dataclass(slots=True)
class Chain:
    """Reads the superiors that begin at token `start` and stand in one of `cases`, up to token `last`.

    `line` is the line of command that the words before them speak of; `anchor` the offset of those words. As an `item`
    it is one of a list, where «по пожарной безопасности — …» makes a line of its own before any name.
    """

    reading: Reading
    words: Subordination
    start: int
    last: int
    cases: tuple[str, ...]
    line: str
    anchor: int
    item: bool = False
    end: int = 0
    _held: list[tuple[Named, str]] = field(default_factory=list)
    _joined: bool = True
    _comma: bool = False
    _nearer: bool = False

    def facts(self) -> Iterator[Fact]:
        """Facts `reports_to`, in order; `end` is then the token after the list."""
        self.end = self.start
        while self.end < self.last and self.end - self.start < _SIGHT:
            following = self._step(self.end)
            if following is None:
                break
            self.end = following
        positions = any(named.form == "position" for named, _ in self._held)
        for named, line in self._held:
            # «Руководителю, старшему тренеру и администратору»: among titles the bare word is one.
            title = positions and named.form == "vague" and named.value in _TITLES
            yield self._fact(replace(named, form="position") if title else named, line)

    def _step(self, i: int) -> int | None:
        """The token behind the name, or the word between names, at `i`; None where the list ends."""
        token = self.reading.tokens[i]
        if turned := self._turn(i):
            self._joined, self._comma = True, False
            self.line = turned[1]
            return turned[0]
        behind = self._behind_clause(i) if self._held else i  # «мастеру смены, в которую вышел, и начальнику участка»
        if behind > i or self._is_correlative(i):
            return max(behind, i + 1)
        if self._is_label(i):
            self._joined = True
            return i + 2
        if token.word.norm in _JOINTS and not self._is_shortened(i):
            self._comma = token.text == "," and not self._joined
            self._joined = True
            return i + 1
        if token.text in _DASHES or (token.text == ":" and not self._held) or self._ends_shortened(i):
            return i + 1
        if token.text == "(" and (behind := self._past_brackets(i) if self._held else self._past_manner(i)):
            return behind
        if not self._held and (counted := self._counted(i)):
            return counted
        if token.text in _ENDS or "который" in token.word.lemmas or (self._held and self._says_more(i)):
            return None
        named = name_at(self.reading, self.words, i, self.last, self.cases)
        if named:
            return self._take(named)
        return i + 1 if not self._held and token.word.norm in _LEADS else None

    def _counted(self, i: int) -> int:
        """The colon behind «двум руководителям: …», or 0."""
        tokens = self.reading.tokens
        first = tokens[i]
        if not (first.word.pos == "NUMR" or first.text.isdigit() or first.word.norm in _BOTH):
            return 0
        for j in range(i + 1, min(self.last - 1, i + 4)):
            if tokens[j].word.lemmas & _CHIEFS and tokens[j + 1].text in (":", *_DASHES):
                return j + 1
        return 0

    def _says_more(self, i: int) -> bool:
        """Whether a participle with an object of its own speaks of the one named before («врачу, ведущему приём»)."""
        word, following = self.reading.tokens[i].word, self.reading.tokens[min(i + 1, self.last - 1)].word
        cases = following.cases()
        return any(p.pos == "PRTF" for p in word.parses) and "accs" in cases and not cases & {"ablt", "gent", "datv"}

    def _is_correlative(self, i: int) -> bool:
        """Whether the word is of «как …, так и …» or «… равно как и …»."""
        word = self.reading.tokens[i].word.norm
        ahead = [t.word.norm for t in self.reading.tokens[i + 1 : min(self.last, i + _SIGHT)]]
        if word == "как":
            return "так" in ahead or (bool(self._held) and ahead[:1] == ["и"])
        return (word == "так" and ahead[:1] == ["и"]) or (word == "равно" and ahead[:1] == ["как"])

    def _behind_clause(self, i: int) -> int:
        """The comma that ends the relative clause which begins with the comma at `i`, or `i` where there is none."""
        tokens = self.reading.tokens
        opens = tokens[i].text == "," and any("который" in t.word.lemmas for t in tokens[i + 1 : min(self.last, i + 3)])
        return next((j for j in range(i + 2, min(self.last, i + 12)) if tokens[j].text == ","), i) if opens else i

    def _is_label(self, i: int) -> bool:
        """Whether a label of a list begins: «1) мастеру участка; 2) начальнику цеха», «а) завхозу»."""
        label, behind = (t.text for t in (self.reading.tokens[i], self.reading.tokens[min(i + 1, self.last - 1)]))
        return behind == ")" and (label.isdigit() or (len(label) == 1 and label.isalpha()))

    def _is_shortened(self, i: int) -> bool:
        """Whether «и» is the beginning of «и. о.»."""
        behind = self.reading.tokens[i + 1] if i + 1 < self.last else None
        return behind is not None and behind.text == "." and behind.span.start == self.reading.tokens[i].span.end

    def _ends_shortened(self, i: int) -> bool:
        """Whether a stop ends no more than a shortened word: a comma follows."""
        return [t.text for t in self.reading.tokens[i : min(self.last, i + 2)]] == [".", ","]

    def _take(self, named: Named) -> int:
        """Adds a name to the list, or to the name before it; the token behind it and what limits it."""
        if self._nearer:
            self._put_above()
        before, line = self._held[-1] if self._held else (None, "")
        joined, comma = self._joined, self._comma
        self._joined, self._comma = False, False
        if before and line == "absence" and named.value.startswith(_STANDING_IN):
            return named.end  # «лицу, исполняющему его обязанности»
        if before and not joined:  # «работодателю — индивидуальному предпринимателю», «мастеру — Зайцевой О. И.»
            if before.form == "vague":
                self._held[-1] = named, line
            elif named.form == "person":
                self._held[-1] = _one(before, named), line
            return named.end
        if before and comma and before.form == "vague" and named.value.startswith("ответствен"):
            # «Лицу, ответственному за кладовую»: he is known by his charge.
            whole = Span(before.span.start, named.span.end)
            charge = named.value
            if before.value.endswith("лицо"):  # the one neuter among the words for people
                charge = charge.replace("ответственный", "ответственное", 1)
            self._held[-1] = Named(named.end, f"{before.value}, {charge}", whole, "position"), line
            return named.end
        if before and comma and (before.form == "person") != (named.form == "person"):
            self._held[-1] = _one(before, named), line
            return named.end
        limited = self._limited(named)
        self._held.append((named, limited))
        return self._after(named.end) if limited not in (self.line, "functional") else named.end

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
            between = blank.span.start - last.span.end
            if 0 <= between <= 2 and outline.block_at(blank.span.start) == outline.block_at(last.span.start):
                return blank.span.end
        return None

    def _text(self, i: int) -> str:
        return text_from(self.reading, i, self.last)

    def _past_manner(self, i: int) -> int:
        """Behind brackets before the first name that only say in what way, or stand before a colon: «подчиняется
        (непосредственно) мастеру», «подчиняется (должность): мастеру».
        """
        tokens = self.reading.tokens
        end = next((j + 1 for j in range(i + 1, self.last) if tokens[j].text == ")"), self.last)
        manner = all(tokens[j].word.norm in self.words.direct for j in range(i + 1, end - 1))
        return end if end < self.last and (manner or tokens[end].text == ":") else 0

    def _past_brackets(self, i: int) -> int:
        """Behind the brackets, and the rest of a name that they interrupt («директору (декану) высшей школы»)."""
        tokens = self.reading.tokens
        end = next((j + 1 for j in range(i + 1, self.last) if tokens[j].text == ")"), self.last)
        other = i + 2 if i + 1 < end and tokens[i + 1].word.norm in _ELSE else end
        if name_at(self.reading, self.words, other, end, self.cases):
            return i + 1  # «мастеру (либо технологу)» names two as well as without brackets
        named, line = self._held[-1]
        if person_end(self.reading, self.words, i + 1, self.last) in (end - 1, end) and end > i + 2:
            whole = Span(named.span.start, tokens[end - 1].span.end)
            self._held[-1] = replace(named, span=whole, person=True), line
        rest = self.reading.noun_phrase(end, "gent", self.last) if end < self.last else None
        if rest is None:
            return end
        before, line = self._held[-1]
        whole = Span(before.span.start, tokens[rest[0] - 1].span.end)
        said = " ".join(Span(tokens[end].span.start, whole.end).of(self.reading.outline.document.plain).split())
        self._held[-1] = Named(rest[0], f"{before.value} {said.lower()}", whole, before.form, before.person), line
        return rest[0]

    def _turn(self, i: int) -> tuple[int, str] | None:
        """The next token and the line of command from there, where words at `i` change it or only colour it."""
        norm, text = self.reading.tokens[i].word.norm, self._text(i)
        if self.words.matters.match(text):
            return self._limit_end(i), "area"
        if manner := self.words.manner.match(text):
            end = self.reading.tokens[i].span.start + manner.end()
            step = next((j for j in range(i, self.last) if self.reading.tokens[j].span.start >= end), self.last)
            return step, "direct" if manner["way"].lower().startswith("администр") else "functional"
        if self.words.absence.match(text):
            return self._limit_end(i), "absence"
        if self.words.narrows(text):
            return self._limit_end(i), "area"
        if norm in self.words.functional:
            return i + 1, "functional"
        if other := self.words.functional_label.match(text):
            end = self.reading.tokens[i].span.start + other.end()
            return next(
                (j for j in range(i, self.last) if self.reading.tokens[j].span.start >= end), self.last
            ), "functional"
        if norm in _PREPOSITIONS and self._joined and (turned := self._circumstance(i)):
            return turned
        if norm in self.words.direct:
            self._nearer = self._nearer or norm in _NEAREST
            return i + 1, "direct" if self.line == "functional" else self.line
        return None

    def _put_above(self) -> None:
        """«Подчиняется директору и непосредственно завхозу»: whoever stands before the adverb is farther up."""
        self._nearer = False
        before = self.reading.tokens[max(0, self.start - 3) : self.start]
        if not any(t.word.norm.startswith("непосредственн") or t.word.norm in _NEAREST for t in before):
            self._held = [(named, "general" if line == "direct" else line) for named, line in self._held]

    def _circumstance(self, i: int) -> tuple[int, str] | None:
        """Behind «в своей работе» before the first name; «при осмотре линии —» later makes a line of its own."""
        tokens = self.reading.tokens
        for j in range(i + 1, min(self.last, i + 12)):
            if tokens[j].text in (",", ";", ".", ":", "("):
                return None
            if tokens[j].text in _DASHES and (self._held or self.item):
                return j + 1, "area"
            if self._held or self._is_genitive(j):
                continue
            named = name_at(self.reading, self.words, j, self.last, self.cases)
            if tokens[j].word.norm in self.words.direct or (named and named.form != "body"):
                return j, self.line
        return None

    def _limit_end(self, i: int) -> int:
        """Where the words about an area or an absence end: at a dash, or where the next name begins."""
        tokens = self.reading.tokens
        for j in range(i + 1, min(self.last, i + 14)):
            if tokens[j].text in _DASHES:
                return j + 1
            if tokens[j].text in (";", "."):
                return j
            if j == i + 1 or self._is_genitive(j):
                continue
            named = name_at(self.reading, self.words, j, self.last, self.cases)
            if named and named.form != "body":
                return j
        return self.last

    def _is_genitive(self, i: int) -> bool:
        """Whether the form may as well belong to the words before it («на время отпуска директора»)."""
        return "gent" in self.reading.tokens[i].word.cases() and self.cases != ("gent",)

    def _limited(self, named: Named) -> str:
        """The line of one superior: «по вопросам …» or «в смену» behind his name is an area only, and brackets may say
        that he commands in another line («технологу (функционально)»).
        """
        behind = self._behind_clause(named.end) if named.end < self.last else named.end
        text = self._text(behind + (behind > named.end))
        if text.startswith("(") and not self._names_another(named.end):
            text = text[1:].lstrip()
            if self.line == "functional" and len(text.split(")")[0].split()) > 1:
                return "area"  # «Функциональное подчинение: технологу (режимы плавки)»
        if text != self._text(named.end) and text.split(")")[0].strip().lower() in self.words.functional:
            return "functional"
        if way := self.words.trailing(text):
            return way
        if self.words.absence.match(text) or (self._held and named.form == "vague" and self.words.stand_in.match(text)):
            return "absence"
        return "area" if self.line == "direct" and self.words.narrows(text) else self.line

    def _names_another(self, i: int) -> bool:
        """Whether the brackets at `i` name somebody in their turn («(в его отсутствие – мастеру)»)."""
        tokens = self.reading.tokens
        end = next((j for j in range(i + 1, self.last) if tokens[j].text == ")"), self.last)
        dash = next((j for j in range(i + 1, end) if tokens[j].text in _DASHES), end)
        return name_at(self.reading, self.words, dash + 1, end, self.cases) is not None

    def _after(self, i: int) -> int:
        """The next joint behind words that limit the name before them."""
        tokens = self.reading.tokens
        return next((j for j in range(i, self.last) if tokens[j].text in (",", ";", ".")), self.last)


def _one(first: Named, second: Named) -> Named:
    """A position and the person who holds it («Л. М. Тарасовой, директору магазина»): one superior."""
    position = first if second.form == "person" else second
    span = Span(first.span.start, second.span.end)
    return Named(second.end, position.value, span, position.form, person=True)
