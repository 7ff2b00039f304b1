"""Who is whose superior: facts `reports_to` and `supervises`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jdlint.facts.chain import Chain
from jdlint.facts.label import labelled, listed_below
from jdlint.facts.superior import name_at
from jdlint.facts.wording import Subordination
from jdlint.model.outline import RequisiteKind, Role
from jdlint.model.reading import Fact, Reading, Token
from jdlint.model.span import Span

_SIGHT = 40
_FRONT = ("reports_to", "supervisor", "подчиняется", "руководитель")
_LISTING = {",", "/", ";", "и", "или", "либо", "также", "а", "—", "–", "-", ":", "&"}
# An approval block may reach over a table of particulars that says who the superior is.
_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE, RequisiteKind.APPROVAL}
_HIS = ("его", "ее", "их")
_DASHES = {"—", "–", "-", ":"}
_FILLER = re.compile(r"\W*(?:[XxХх]{3,}|[NН]{3,}|…|\.{3,})")


@dataclass(frozen=True, slots=True)
class Jobholder:
    """Who the document is about: the lemmas that stand for him, his title, and the head noun of the title."""

    lemmas: frozenset[str]
    title: str
    heads: frozenset[str]

    def is_called(self, value: str) -> bool:
        """Whether a name in the nominative is his own: his title, or a shorter form of it with the same head."""
        said = value.replace("ё", "е").split()
        mine = self.title.replace("ё", "е").split()
        return bool(said) and (value == self.title or (set(said) <= set(mine) and bool(set(said) & self.heads)))


def subordination(reading: Reading, words: Subordination) -> Iterator[Fact]:
    """All statements of subordination, in the order of the text.

    What is said of somebody else counts only where nothing is said of the jobholder himself: then it is
    a title left over from another document. `from` is the offset of the words that say it.
    """
    worker = _jobholder(reading, words)
    said: list[Fact] = []
    others: list[Fact] = []
    for first, last in reading.ranges:
        if _is_formal(reading, first):
            continue
        scan = _Sentence(reading, words, worker, first, last)
        for index in range(first, last):
            for fact, own in scan.at(index):
                (said if own else others).append(fact)
    for fact in labelled(reading, words):
        if not any(fact.span.overlaps(known.span) for known in said):
            said.append(fact)
    if not any(f.kind == "reports_to" for f in said):
        said += others
    yield from _full_names(said, reading)
    for prop in reading.outline.document.front:
        if prop.name in _FRONT:
            for value in re.split(r"\s*[/;,]\s*", prop.value):
                yield Fact("reports_to", value.lower(), prop.span, {"line": "front", "form": "position"})


def own_lemmas(reading: Reading, worker: frozenset[str]) -> frozenset[str]:
    """Words that stand for the jobholder: of his title, «работник», and what the document defines («далее – …»)."""
    own = set(worker)
    for token in reading.tokens_in(reading.outline.position_span) if reading.outline.position_span else ():
        if token.word.pos not in ("PREP", "CONJ"):
            own |= token.word.lemmas
    own |= set(re.findall(r"[а-яёa-z-]{3,}", reading.outline.position.replace("ё", "е")))
    plain = reading.outline.document.plain
    for alias in re.finditer(
        r"\(\s*дал(?:ее|\.)(?:\s+по\s+тексту)?\s*[:—–-]?\s*[«\"]?(?P<name>[^()\n«»\"]{2,60})[»\"]?\s*\)", plain
    ):
        before = reading.tokens_in(Span(max(reading.sentence_at(alias.start()).start, alias.start() - 90), alias.start()))
        if any(t.word.norm.startswith(("подчин", "подотчет", "руковод")) for t in before):
            continue
        for token in reading.tokens_in(Span(alias.start("name"), alias.end("name"))):
            if any(p.pos == "NOUN" and p.animacy == "anim" for p in token.word.parses):
                own |= token.word.lemmas
    return frozenset(own)


def _jobholder(reading: Reading, words: Subordination) -> Jobholder:
    title = reading.outline.position
    heads = [w for w in re.findall(r"[а-яёa-z-]+", title.replace("ё", "е")) if w in words.heads]
    first = re.findall(r"[а-яёa-z-]+", title.replace("ё", "е"))[:1]
    return Jobholder(own_lemmas(reading, words.worker), title, frozenset(heads[:1] or first))


def _is_formal(reading: Reading, first: int) -> bool:
    """Whether the sentence that begins at that token stands beside a signature, among visas or the like."""
    return bool(reading.outline.requisites_at(reading.tokens[first].span) & _FORMAL)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The statements of one sentence, tokens `[first, last)`."""

    reading: Reading
    words: Subordination
    worker: Jobholder
    first: int
    last: int

    def at(self, index: int) -> Iterator[tuple[Fact, bool]]:
        """The statements whose verb, or noun in its place, is token `index`; with each, whether it is of the jobholder."""
        word = self.reading.tokens[index].word
        if word.norm.startswith("подчин") and "подчинение" in word.lemmas:
            yield from self._under(index)
        elif word.norm.startswith("подчин") and word.pos != "NOUN":
            yield from self._verb(index)
        elif word.norm.startswith(("подотчет", "подконтрол")) and word.pos in ("ADJS", "ADJF"):
            yield from self._verb(index)
        elif "отчитываться" in word.lemmas:
            yield from self._answers(index)
        elif word.norm.startswith("руковод"):
            yield from self._leader(index)
        elif "начальник" in word.lemmas and self._adjective(index):
            yield from self._leader(index)

    # «подчиняется», «подчинён», «подотчётен»

    def _verb(self, index: int) -> Iterator[tuple[Fact, bool]]:
        tokens, word = self.reading.tokens, self.reading.tokens[index].word
        if index > self.first and tokens[index - 1].word.norm == "не":
            return
        finite = word.pos in ("VERB", "PRTS", "ADJS")
        if self._is_reversed(index):
            yield from ((fact, True) for fact in self._subordinates(index + 1))
        elif finite or self._is_duty(index) or (word.pos in ("PRTF", "ADJF") and self._describes_worker(index)):
            subject = self._subject(index)
            if subject != "relative":
                start = self._past_subject(index + 1)
                yield from self._chain(start, ("datv",), self._way(index), index, own=subject == "own")

    def _is_duty(self, index: int) -> bool:
        tokens = self.reading.tokens
        if tokens[index].word.pos != "INFN":
            return False
        must = {"обязать", "обязанный", "должный", "должен", "обязан"}
        return index == self.first or any(t.word.lemmas & must for t in tokens[self.first : index])

    def _describes_worker(self, index: int) -> bool:
        before = self.reading.tokens[max(self.first, index - 4) : index]
        return any(t.word.lemmas & self.worker.lemmas for t in before)

    def _past_subject(self, at: int) -> int:
        """Behind a subject that follows its verb («подчиняется менеджер начальнику отдела»)."""
        start = at
        tokens = self.reading.tokens
        while start < self.last and tokens[start].word.lemmas & self.worker.lemmas:
            if "datv" in tokens[start].word.cases() and tokens[start].word.pos == "NOUN" and start == at:
                return at
            start += 1
        return start

    def _way(self, index: int) -> str:
        """The line of command that the words before the verb speak of."""
        tokens, words = self.reading.tokens, self.words
        way = "direct"
        for i in range(self.first, index + 1):
            text = " ".join(self.reading.outline.document.plain[tokens[i].span.start : tokens[index].span.end].split())
            if words.absence.match(text):
                return "absence"
            if words.area.match(text):
                way = "area"
            norm = tokens[i].word.norm
            if index - i <= 4 and norm in words.functional and norm not in self.worker.lemmas:
                way = "functional"
            elif index - i <= 4 and (manner := words.manner.match(text)):
                way = "direct" if manner["way"].lower().startswith("администр") else "functional"
        return way

    # «в подчинении у …», «в его подчинении», «имеет двойное подчинение: …»

    def _under(self, index: int) -> Iterator[tuple[Fact, bool]]:
        tokens = self.reading.tokens
        before = tokens[max(self.first, index - 5) : index]
        norms = [t.word.norm for t in before]
        if "в" not in norms:
            if tokens[index + 1 : index + 2] and tokens[index + 1].text in (":", "—", "–") and "двойное" in norms:
                yield from self._chain(index + 2, ("datv", "nomn"), "direct", index, own=True)
            return
        has = any(t.word.lemmas & {"иметь", "быть"} for t in before)
        if any(n in _HIS for n in norms[norms.index("в") :]) or has:
            yield from ((fact, True) for fact in self._subordinates(index + 1))
            return
        start = index + 1 + (index + 1 < self.last and tokens[index + 1].word.norm == "у")
        named = name_at(self.reading, self.words, start, self.last, ("gent",))
        if start < self.last and tokens[start].word.norm in ("него", "нее"):
            yield from ((fact, True) for fact in self._subordinates(start + 1))
            return
        subject = self._subject(index)
        if named and self.worker.is_called(named.value) or (
            named is None and start < self.last and tokens[start].word.lemmas & self.worker.lemmas
        ):
            after = named.end if named else start + 1
            yield from ((fact, True) for fact in self._subordinates(after))
        elif subject != "relative":
            anchor = index - len(norms) + norms.index("в")
            verbs = {"находиться", "состоять", "быть", "работать"}
            anchor = next((i for i in range(anchor - 1, max(self.first, anchor - 3) - 1, -1) if tokens[i].word.lemmas & verbs), anchor)
            yield from self._chain(start, ("gent",), self._way(index), anchor, own=subject == "own")

    # «отчитывается перед …»

    def _answers(self, index: int) -> Iterator[tuple[Fact, bool]]:
        tokens = self.reading.tokens
        at = next((i for i in range(index + 1, min(self.last, index + 5)) if tokens[i].word.norm in ("перед", "пред")), None)
        subject = self._subject(index)
        if at is None or subject == "relative":
            return
        rest = " ".join(t.word.norm for t in tokens[at : self.last])
        as_superior = re.search(r"как\s+(?:перед\s+)?(?:непосредственн|прям)\w+\s+(?:руководител|начальник)", rest)
        in_duties = self.reading.outline.role_at(tokens[index].span.start) in (Role.DUTIES, Role.TASKS)
        about = re.search(r"\bоб?\s|\bза\s", rest)
        line = "direct" if as_superior else "report" if in_duties or about else "accountable"
        yield from self._chain(at + 1, ("ablt",), line, index, own=subject == "own")

    # «непосредственный руководитель — …», «руководителем менеджера является …», «работой руководит …»

    def _adjective(self, index: int) -> bool:
        before = self.reading.tokens[index - 1].word.norm if index > self.first else ""
        return before.startswith(("непосредственн", "прям", "линейн", "административн"))

    def _leader(self, index: int) -> Iterator[tuple[Fact, bool]]:
        tokens, word = self.reading.tokens, self.reading.tokens[index].word
        if "руководить" in word.lemmas and word.pos == "VERB":
            if self._about_worker(range(self.first, index)) and not self._own_subject(index):
                yield from self._chain(index + 1, ("nomn",), "direct", index, own=True)
            return
        if "руководство" in word.lemmas:
            yield from self._guidance(index)
            return
        if not word.lemmas & {"руководитель", "начальник"}:
            return
        end, of_worker = self._whose(index)
        direct = self._adjective(index)
        if end >= self.last or not (direct or of_worker):
            return
        anchor = index - 1 if direct else index
        subject = any(p.case == "nomn" for p in word.parses[:1])
        if "являться" in tokens[end].word.lemmas and not subject:
            start = end + 1
            if not self._own_subject(anchor):
                yield from self._chain(start, ("nomn", "ablt"), "direct", anchor, own=True)
        elif tokens[end].text in _DASHES:
            start = end + 1
            while start < self.last and (tokens[start].word.norm == "это" or tokens[start].text in _DASHES):
                start += 1
            cases = tuple(
                c for c in ("nomn", "gent", "datv", "ablt") if any(p.case == c and p.pos == "NOUN" for p in word.parses)
            )
            if tokens[end].text != ":" or "nomn" in cases:
                yield from self._chain(start, cases, "direct", anchor, own=True)
        elif anchor > self.first and "являться" in tokens[anchor - 1].word.lemmas and of_worker:
            yield from self._chain(self.first, ("nomn",), "direct", self.first, own=True)

    def _whose(self, index: int) -> tuple[int, bool]:
        """Behind the words that say whose superior it is; whether they mean the jobholder."""
        tokens = self.reading.tokens
        i, own = index + 1, False
        while i < self.last and i - index <= 8:
            token = tokens[i]
            if token.text in _DASHES or "являться" in token.word.lemmas or token.text in (",", ".", ";", "("):
                break
            if token.word.pos in ("VERB", "INFN"):
                return self.last, False
            own = own or self._is_worker(token)
            i += 1
        return i, own

    def _guidance(self, index: int) -> Iterator[tuple[Fact, bool]]:
        """«под руководством …» of somebody, and «руководство работой менеджера осуществляет …»."""
        tokens = self.reading.tokens
        under = any(t.word.norm == "под" for t in tokens[max(self.first, index - 2) : index])
        if under:
            works = {"работать", "трудиться", "действовать", "находиться", "осуществлять", "выполнять", "исполнять"}
            if any(t.word.lemmas & works for t in tokens[self.first : index]) and self._subject(index) == "own":
                yield from self._chain(index + 1, ("gent",), "guided", index - 1, own=True)
            return
        does = next((i for i in range(index + 1, min(self.last, index + 9)) if "осуществлять" in tokens[i].word.lemmas
                     or "осуществляться" in tokens[i].word.lemmas), None)
        if does is not None and self._about_worker(range(index + 1, does)) and not self._own_subject(index):
            case = "ablt" if "осуществляться" in tokens[does].word.lemmas else "nomn"
            yield from self._chain(does + 1, (case,), "direct", index, own=True)

    def _about_worker(self, indices: range) -> bool:
        """Whether one of the tokens is the jobholder in an oblique case («работой менеджера»)."""
        return any(
            self._is_worker(t) and not any(p.case == "nomn" for p in t.word.parses[:1])
            for t in self.reading.tokens[indices.start : indices.stop]
        )

    def _is_worker(self, token: Token) -> bool:
        """Whether a noun for a person stands for the jobholder: «менеджера», not the «закупкам» of his title."""
        people = any(p.pos == "NOUN" and p.animacy == "anim" for p in token.word.parses)
        return people and bool(token.word.lemmas & self.worker.lemmas)

    def _own_subject(self, index: int) -> bool:
        return any(
            t.word.lemmas & self.worker.lemmas and any(p.pos == "NOUN" and p.case == "nomn" for p in t.word.parses)
            for t in self.reading.tokens[self.first : index]
        )

    # subjects and directions

    def _subject(self, index: int) -> str:
        """Of whom the verb is said: `own` (the jobholder, or nobody is named), `other`, or `relative` (a «который»)."""
        before = self.reading.tokens[self.first : index]
        if any("который" in t.word.lemmas for t in before[-4:]):
            return "relative"
        subjects = [
            t
            for t in before
            if any(p.pos == "NOUN" and p.case == "nomn" and p.animacy == "anim" for p in t.word.parses[:3])
        ]
        return "own" if not subjects or any(t.word.lemmas & self.worker.lemmas for t in subjects) else "other"

    def _is_reversed(self, index: int) -> bool:
        """«Ему подчиняются …»: a dative of the jobholder stands before the verb."""
        tokens, word = self.reading.tokens, self.reading.tokens[index].word
        plural = any(p.number == "plur" for p in word.parses if p.pos in ("VERB", "PRTS"))
        before = tokens[self.first : index]
        if any(t.word.norm in ("ему", "ей", "которому", "которой") for t in before):
            return True
        dative = [
            t
            for t in before
            if any(p.case == "datv" and p.pos == "NOUN" for p in t.word.parses) and t.word.lemmas & self.worker.lemmas
        ]
        nominative = any(p.case == "nomn" and p.number == "sing" for t in dative for p in t.word.parses)
        subject = any(p.case == "nomn" and p.pos == "NOUN" for t in before[-3:] if t not in dative for p in t.word.parses)
        return bool(dative) and (plural or not nominative) and not subject

    # lists

    def _chain(
        self, start: int, cases: Sequence[str], line: str, anchor: int, *, own: bool
    ) -> Iterator[tuple[Fact, bool]]:
        offset = self.reading.tokens[anchor].span.start
        chain = Chain(self.reading, self.words, start, self.last, tuple(cases), line, offset)
        facts = list(chain.facts())
        if not facts and chain.end >= self.last - 1 and self.reading.tokens[self.last - 1].text == ":":
            facts = list(listed_below(self.reading, self.words, self.last - 1, line, offset))
        for fact in facts:
            if not self.worker.is_called(fact.value):
                yield fact, own
            elif not own and (subject := self.reading.noun_phrase(self.first, "nomn", anchor)):
                tokens = self.reading.tokens
                span = Span(tokens[self.first].span.start, tokens[subject[0] - 1].span.end)
                yield Fact("supervises", subject[1], span, {}), True
        if not facts and (blank := self._blank(anchor, chain.end, line)):
            yield blank, own

    def _blank(self, anchor: int, at: int, line: str) -> Fact | None:
        """A place left to be filled where the name should stand."""
        outline = self.reading.outline
        plain = outline.document.plain
        tokens = self.reading.tokens
        begin, end = tokens[anchor].span.start, tokens[max(anchor, min(at, self.last) - 1)].span.end
        block = outline.block_at(begin)
        stop = outline.block(block).span.end if block >= 0 else tokens[self.last - 1].span.end
        for blank in outline.document.blanks:
            if begin < blank.span.start <= stop and (outline.block_at(blank.span.start) == block or blank.span.start == stop):
                between = plain[end : blank.span.start] if blank.span.start > end else ""
                if len(between.split()) <= 4 and not re.search(r"[.;]\s|[.;]$", between):
                    span = Span(begin, max(blank.span.end, begin + 1))
                    return Fact("reports_to", "", span, {"line": line, "form": "blank", "from": str(begin)})
        if filler := _FILLER.match(plain, end, stop):
            return Fact("reports_to", "", Span(begin, filler.end()), {"line": line, "form": "blank", "from": str(begin)})
        return None

    def _subordinates(self, start: int) -> Iterator[Fact]:
        tokens, words = self.reading.tokens, self.words
        i = start
        while i < self.last and i - start < _SIGHT:
            token = tokens[i]
            if (
                token.word.norm in _LISTING
                or token.word.norm in words.direct
                or token.text.isdigit()
                or token.word.pos == "NUMR"
                or token.word.norm in ("находятся", "находится", "подчиняются", "состоят", "следующие", "него", "нее")
                or token.word.norm in ("работника", "сотрудника")
            ):
                i += 1
                continue
            phrase = next((p for c in ("nomn", "gent", "accs") if (p := self.reading.noun_phrase(i, c, self.last))), None)
            if phrase is None:
                return
            end, value = phrase
            if not self.worker.is_called(value):
                yield Fact("supervises", value, Span(token.span.start, tokens[end - 1].span.end), {})
            i = end


def _full_names(facts: Sequence[Fact], reading: Reading) -> Iterator[Fact]:
    """The facts, their abbreviations written out where another fact does so («ОК» — «отдел кадров»)."""
    values = [f.value for f in facts if f.kind == "reports_to"]
    for fact in facts:
        said = fact.span.of(reading.outline.document.plain)
        short = re.search(r"\b[А-ЯЁ]{2,6}\b", said) if fact.kind == "reports_to" else None
        if short:
            letters = short[0].lower()
            pattern = re.compile(
                re.escape(fact.value).replace(re.escape(letters), r"\s+".join(f"{re.escape(c)}[а-яё-]+" for c in letters))
            )
            full = next((v for v in values if v != fact.value and pattern.fullmatch(v)), None)
            if full:
                yield replace(fact, value=full)
                continue
        yield fact
