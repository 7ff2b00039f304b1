"""What the document says of the job itself: facts `position`, `spoken_of`, `duty`, `requirement`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any

from jdlint.facts.column import beside
from jdlint.model.document import BlockKind, Part
from jdlint.model.folded import blocks_for, may_match
from jdlint.model.outline import Clause, Outline, RequisiteKind, Role
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact, Reading, Token
from jdlint.model.span import Span

_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE}
_SLOTS = ("относиться", "обязать", "обязанный", "должный", "иметь", "нести", "отвечать", "назначаться", "приниматься")
_TRADES = ("щик", "чик", "арь", "тель", "ист", "лог", "вар", "вод", "ер", "ор", "граф", "ник", "яр")
_RULED = {"руководствуется", "назначается"}
_ANSWERS = {"нести", "являться"}
_SUFFERS = frozenset({"нести", "мочь", "привлекаться", "освобождаться", "подвергаться", "увольняться"})
_LONGEST_NAME = 9
_STEM = 6
_PERSONAL = {"Name", "Surn", "Patr"}
_RANKS = {"главный", "старший", "младший"}
_GRADES = {"ведущий", "категория", "разряд", "класс", "первый", "второй", "третий", "высший"}
_AT_WORK = {"деятельность", "работа", "свой"}  # «Специалист в своей деятельности руководствуется …»
_NOT_FOR_REQUIREMENTS = (Role.DUTIES, Role.RIGHTS, Role.RESPONSIBILITY, Role.CONDITIONS, Role.EVALUATION)


def duties(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """One fact for each item of the duties sections that says something of its own; without any, of the tasks.

    `value` is the item's plain text without label; marks: `clause` its number, `lead` the text of the
    lead-in it hangs on («Обеспечивает:»), "" when it hangs on the section's own lead-in or on none; `common` = yes for
    what every position has to do. Of a table with a column for duties only that column is read.
    """
    common = compiled(vocabulary["common_duties"]["any_position"])
    plain = outline.document.plain
    named = any(Role.DUTIES in (s.role, *s.also) for s in outline.sections)
    wanted = Role.DUTIES if named else Role.TASKS
    others = beside(outline, compiled(vocabulary["items"]["duty_column"]))
    for clause in outline.clauses:
        section = outline.sections[clause.section] if clause.section >= 0 else None
        if section is None or wanted not in (section.role, *section.also) or clause.block in others:
            continue
        text = " ".join(clause.body.of(plain).split())
        letters = re.sub(r"[^а-яёa-z]", "", text, flags=re.IGNORECASE)
        if clause.lead or len(letters) < 6 or outline.requisites_at(clause.span) & _FORMAL:
            continue
        lead = _lead(outline, clause)
        whole = f"{lead} {text}"
        shared = {"common": "yes"} if may_match(common, whole) and common.search(whole) else {}
        yield Fact("duty", text, clause.body, {"clause": clause.number, "lead": lead, **shared})


def _lead(outline: Outline, clause: Clause) -> str:
    parent = outline.clauses[clause.parent] if clause.parent >= 0 else None
    if parent is None or not parent.number:
        return ""
    return " ".join(parent.body.of(outline.document.plain).split()).rstrip(":")


def requirements(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """Education, experience, qualification (`form` qualification), required knowledge (`form` knowledge), and the words
    that ask for them where a place is left for it (`form` asked).

    Among duties, rights and the like only an item that begins with one asks for it.
    """
    patterns = {form: compiled(text) for form, text in vocabulary["requirements"].items()}
    places = {form: blocks_for(pattern, outline.document) for form, pattern in patterns.items()}
    for index in sorted({index for indexes in places.values() for index in indexes}):
        block = outline.document.blocks[index]
        if not outline.span.covers(block.span) or block.part is not Part.BODY:
            continue
        number = outline.section_of[index]
        section = outline.sections[number] if number >= 0 else None
        elsewhere = section is not None and section.role in _NOT_FOR_REQUIREMENTS
        if section is not None and section.implied and block.kind is BlockKind.PARAGRAPH and not block.label:
            elsewhere = False  # nothing says where a section that has no heading ends
        if outline.requisites_at(block.span) & _FORMAL:
            continue
        text = block.span.of(outline.document.plain)
        for form, pattern in patterns.items():
            match = pattern.search(text) if index in places[form] else None
            if match and not (elsewhere and (form == "knowledge" or re.search(r"[^\W\d]", text[: match.start()]))):
                span = Span(block.span.start + match.start(), block.span.start + match.end())
                if form == "asked" and not _is_blank_behind(outline, span.end):
                    continue
                yield Fact("requirement", span.of(outline.document.plain), span, {"form": form})


def _is_blank_behind(outline: Outline, at: int) -> bool:
    """Whether a blank follows and no word does."""
    plain = outline.document.plain
    behind = next((b.span.start for b in outline.document.blanks if b.span.end > at), len(plain))
    return behind < len(plain) and not re.search(r"\w", plain[at:behind].replace("_", ""))


def positions(reading: Reading, vocabulary: Mapping[str, Any], own: frozenset[str]) -> Iterator[Fact]:
    """The position, and every other name that the text gives the jobholder where it speaks of him.

    `spoken_of` has `same` = no when its head is no word of the title, of an alias, or «работник», or when the title
    and the name both say which of that head is meant and share no word. A title may name several, in brackets too.
    """
    outline = reading.outline
    if outline.position and outline.position_span:
        yield Fact("position", outline.position, outline.position_span, {})
    heads = frozenset(map(str, vocabulary["positions"]["heads"]))
    commanders = frozenset(map(str, vocabulary["positions"]["commanders"]))
    strangers = frozenset(map(str, vocabulary["positions"]["strangers"]))
    others = frozenset(map(str, vocabulary["positions"]["no_superior"]))
    known = own | _in_title_line(reading)
    known |= {part for word in known for part in word.split("-")}
    for first, last in reading.ranges:
        sentence = Span(reading.tokens[first].span.start, reading.tokens[last - 1].span.end)
        if outline.requisites_at(sentence) & _FORMAL:
            continue
        named = _appointed(reading, first, last) or _subject(reading, first, last) or _liable(reading, first, last)
        if named is None:
            continue
        value, span, tokens = named
        head = next((t for t in tokens if t.word.lemmas & heads or _is_trade(t, strangers)), None)
        leads = head is not None and head.word.lemmas & commanders and not any(t.word.lemmas & others for t in tokens)
        if head is not None and leads and not head.word.lemmas & own:
            continue  # a superior's own duty or responsibility may be told of too
        if head is None:
            continue
        ranks = {lemma for t in tokens for lemma in t.word.lemmas} & _RANKS
        names = head.word.lemmas | {part for lemma in head.word.lemmas for part in lemma.split("-")}
        same = bool(names & known) and ranks <= known and not _of_another_kind(reading, tokens, head, own)
        yield Fact("spoken_of", value, span, {"same": "yes" if same else "no"})


def _in_title_line(reading: Reading) -> frozenset[str]:
    """Lemmas of the lines above the sections that name the position («дежурного (вахтёра, сторожа)»): the one it is
    read from, and the one below the title.
    """
    outline = reading.outline
    places = [outline.block_at(span.start) for span in (outline.position_span, outline.title) if span]
    below = [outline.block_at(outline.title.start) + 1] if outline.title else []
    lines = [
        outline.block(i).span
        for i in (*places, *below)
        if 0 <= i < len(outline.section_of) and outline.section_of[i] < 0
    ]
    told = [t for line in lines if not outline.requisites_at(line) & _FORMAL for t in reading.tokens_in(line)]
    return frozenset(lemma for t in told for lemma in t.word.lemmas)


def _of_another_kind(reading: Reading, tokens: Sequence[Token], head: Token, own: frozenset[str]) -> bool:
    """Whether the words beside the head («технической поддержки») and those of the title («на телефоне») differ."""
    place = reading.outline.position_span
    title = _beside(reading.tokens_in(place), head) if place else []
    said = [t for t in _beside(tokens, head) if not _stands_for(t.text, reading.outline.position)]
    if title and said and not any(t.word.lemmas & own for t in said):
        return True
    mine, theirs = _field(reading.tokens_in(place)) if place else set(), _field(tokens)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _field(tokens: Sequence[Token]) -> set[str]:
    """The adjectives behind «по» that tell one deputy from another: «учебный» of «по учебной работе»."""
    at = next((i for i, t in enumerate(tokens) if t.word.norm == "по"), len(tokens))
    told = takewhile(lambda t: t.word.pos == "ADJF" or t.text in (",", "и", "-"), tokens[at + 1 :])
    return {part[:_STEM] for t in told for lemma in t.word.lemmas for part in lemma.split("-")}


def _stands_for(short: str, title: str) -> bool:
    """Whether the letters are the first ones of words that follow each other in the title: «ПЭУ», «ОТиЗ»."""
    words = re.findall(r"[а-яё]+", title)
    letters = {"".join(w[0] for w in words), "".join(w[0] for w in words if len(w) > 2)}
    return len(re.findall(r"[А-ЯЁ]", short)) > 1 and any(short.lower() in word for word in letters)


def _beside(tokens: Sequence[Token], head: Token) -> list[Token]:
    """Nouns and adjectives beside the head, ranks left out; none where the head is not among the words."""
    if not any(t.word.lemmas & head.word.lemmas for t in tokens):
        return []
    return [
        t for t in tokens
        if t.word.pos in ("NOUN", "ADJF") and not t.word.lemmas & (head.word.lemmas | _RANKS | _GRADES | _AT_WORK)
    ]  # fmt: skip


def _is_trade(token: Token, strangers: frozenset[str]) -> bool:
    """Whether a noun for a person sounds like a trade («токарь») and is none of those who come from outside."""
    people = [p.lemma for p in token.word.parses if p.pos == "NOUN" and p.animacy == "anim" and not p.marks & _PERSONAL]
    return any(lemma.endswith(_TRADES) and lemma not in strangers for lemma in people)


def _appointed(reading: Reading, first: int, last: int) -> tuple[str, Span, list[Token]] | None:
    """«На должность ⟨кого⟩ назначается …»."""
    tokens = reading.tokens
    for i in range(first, min(last - 2, first + 6)):
        if tokens[i].word.norm == "на" and tokens[i + 1].word.norm == "должность":
            rest = {lemma for t in tokens[i + 2 : min(last, i + 14)] for lemma in t.word.lemmas}
            phrase = reading.noun_phrase(i + 2, "gent", last)
            if phrase and rest & {"назначаться", "приниматься", "назначать", "принимать"}:
                return _named(reading, i + 2, phrase)
    return None


def _subject(reading: Reading, first: int, last: int) -> tuple[str, Span, list[Token]] | None:
    """The subject at the start of «⟨Кто⟩ обязан:», «⟨Кто⟩ должен знать …», «⟨Кто⟩ относится к категории …», «⟨Кто⟩
    несёт ответственность …», «В своей работе ⟨кто⟩ руководствуется …», «⟨Кто⟩ назначается и освобождается …».
    """
    tokens = reading.tokens
    if tokens[first].word.norm == "в" and first + 4 < last and tokens[first + 1].word.norm == "своей":
        first += 3
    phrase = reading.noun_phrase(first, "nomn", last)
    if phrase is None or phrase[0] >= last:
        return None
    verb = tokens[phrase[0]].word
    ends = tokens[last - 1].text == ":"
    knows = "должный" in verb.lemmas and any(t.word.norm == "знать" for t in tokens[phrase[0] + 1 : phrase[0] + 2])
    rest = {t.word.norm for t in tokens[phrase[0] : last]}
    ruled = verb.norm == "руководствуется" or {"назначается", "освобождается"} <= rest
    if verb.norm == "относится" or (ruled and verb.norm in _RULED) or knows or (ends and verb.lemmas & set(_SLOTS)):
        return _named(reading, first, phrase)
    following = {lemma for t in tokens[phrase[0] + 1 : min(last, phrase[0] + 4)] for lemma in t.word.lemmas}
    if verb.lemmas & _ANSWERS and following & {"ответственность", "ответственный"}:
        return _named(reading, first, phrase)
    return None


def _liable(reading: Reading, first: int, last: int) -> tuple[str, Span, list[Token]] | None:
    """The subject of «За … ⟨кто⟩ несёт ответственность», «За … ⟨кто⟩ может быть уволен»."""
    tokens = reading.tokens
    if tokens[first].word.norm != "за":
        return None
    verb = next((i for i in range(first + 2, last) if tokens[i].word.lemmas & _SUFFERS), None)
    for start in range(max(first + 1, (verb or 0) - _LONGEST_NAME), verb or 0):
        phrase = reading.noun_phrase(start, "nomn", last)
        things = {p.animacy for p in tokens[start].word.parses if p.pos == "NOUN"} == {"inan"}
        if phrase is not None and phrase[0] == verb and not things:
            return _named(reading, start, phrase)
    return None


def _named(reading: Reading, start: int, phrase: tuple[int, str]) -> tuple[str, Span, list[Token]]:
    tokens = list(reading.tokens[start : phrase[0]])
    return phrase[1], Span(tokens[0].span.start, tokens[-1].span.end), tokens
