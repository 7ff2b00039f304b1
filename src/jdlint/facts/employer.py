"""The employer: facts `employer` (named, or with a place left for the name) and `employer_otherwise` (called
otherwise than before).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.model.document import Part
from jdlint.model.folded import blocks_for
from jdlint.model.outline import Outline, RequisiteKind, Role
from jdlint.model.pattern import compiled, expression
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span

# Whose worker, position or charter is spoken of.
_OURS = expression(
    r"\b(?:работник|должност|инструкци|директор|сотрудник|отдел|прав|устав|ответственност)\w*\s+(?:\S{1,20}\s)?$"
    r"|\b(?:действует|применяется|распространяется|принимается|работает)\s+(?:\S{1,20}\s)?(?:в|на)\s$",
    re.IGNORECASE,
)
_LEGAL_FORM = expression(
    r"(?:акционерное|ответственностью|государственное|бюджетное|казённое|автономное)\s*$", re.IGNORECASE
)
# What a kind of firm is followed by in the name of one: «Банк Заречье», «Школа № 4», «Фабрика «Лён».
_NAMED = expression(r"[«\"“„№А-ЯЁA-Z\d]")
_FORMAL = frozenset(RequisiteKind) - {RequisiteKind.TITLE, RequisiteKind.APPROVAL}


def employers(outline: Outline, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """The first place that names the organisation, or leaves a place for its name (mark `form`: name, blank; `value`
    is the name as written, in small letters). A place of business counts where nothing else does.
    """
    told = vocabulary["employer"]
    for keys in (("name", "torn", "place"), ("house",)):
        found = next(_named(outline, [(key, compiled(told[key])) for key in keys]), None)
        if found is not None:
            yield found
            return


def _named(outline: Outline, patterns: Sequence[tuple[str, re.Pattern[str]]]) -> Iterator[Fact]:
    document = outline.document
    places = {key: blocks_for(pattern, document) for key, pattern in patterns}
    for index in sorted({index for indexes in places.values() for index in indexes}):
        block = document.blocks[index]
        if not outline.span.covers(block.span):
            continue
        text = block.span.of(document.plain)
        below = document.blocks[index + 1].span.of(document.plain) if index + 1 < len(document.blocks) else ""
        for key, pattern in patterns:
            found = pattern.search(text) if index in places[key] else None
            if found is None or (key == "torn" and not _NAMED.match(below)):
                continue
            span = Span(block.span.start + found.start(), block.span.start + found.end())
            said = {"place": "", "torn": f"{found[0]} {below}"}.get(key, found[0])
            yield Fact(
                "employer", " ".join(said.lower().split()), span, {"form": "blank" if key == "place" else "name"}
            )


def renamed(reading: Reading, vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """The first place of each further name for the employer: «Общество» where «Учреждение» stood, «наниматель» where
    «работодатель» did, another firm in the general provisions than above them. `value` is the name, mark `first` the
    first one.
    """
    told = vocabulary["employer"]
    words = frozenset(map(str, told["self_names"]))
    outline, plain = reading.outline, reading.outline.document.plain
    seen: dict[str, str] = {}
    for token in reading.tokens:
        if token.word.lemmas.isdisjoint(words):
            continue
        lemma = min(token.word.lemmas & words)
        if not outline.span.covers(token.span) or outline.requisites_at(token.span) & _FORMAL:
            continue
        index = outline.block_at(token.span.start)
        if index < 0 or outline.block(index).part is not Part.BODY or not _own_name(token.span, reading):
            continue
        if lemma not in seen:
            seen[lemma] = lemma
            if len(seen) > 1:
                yield Fact("employer_otherwise", lemma, token.span, {"first": next(iter(seen))})
    for pair in told["same_side"]:
        places = [_first_place(reading, word) for word in map(str, pair)]
        if all(places):
            later = max(p for p in places if p is not None)
            yield Fact("employer_otherwise", later.of(plain).lower(), later, {"first": str(pair[0])})
    yield from _another_firm(outline, compiled(told["name"]))


def _first_place(reading: Reading, word: str) -> Span | None:
    """Where the word stands first; «представитель нанимателя» is what the law on public service calls an employer."""
    tokens = reading.tokens
    return next(
        (
            t.span
            for i, t in enumerate(tokens)
            if word in t.word.lemmas and not (i and "представитель" in tokens[i - 1].word.lemmas)
        ),
        None,
    )


def _own_name(span: Span, reading: Reading) -> bool:
    """Whether the word has a capital that no sentence, quotation or line in capitals gives it."""
    plain = reading.outline.document.plain
    word = span.of(plain)
    if not word[:1].isupper() or word.isupper() or reading.sentence_at(span.start).start == span.start:
        return False
    before, after = plain[: span.start].rstrip(" "), plain[span.end : span.end + 8].lstrip()
    if re.search(r"дал(?:ее|\.)[^()\n]{0,30}$", before[-40:]):
        return True
    if before[-1:] in '.:;!?\n•–—-|*«"“„' or _NAMED.match(after):
        return False
    return _LEGAL_FORM.search(before) is None


def _another_firm(outline: Outline, name: re.Pattern[str]) -> Iterator[Fact]:
    """A firm in the general provisions that is not the one firm named above the first section."""
    plain = outline.document.plain
    first = next((s.span.start for s in outline.sections if s.role is Role.GENERAL), None)
    blocks = outline.document.blocks
    if first is None or not any(blocks[i].span.start < first for i in blocks_for(name, outline.document)):
        return
    above = {_bare(m[0]) for m in name.finditer(plain, outline.span.start, first)} - {""}
    if len(above) != 1:
        return
    known = next(iter(above))
    general = next(s for s in outline.sections if s.role is Role.GENERAL)
    for found in name.finditer(plain, general.span.start, general.span.end):
        here = _bare(found[0])
        ours = _OURS.search(plain[max(0, found.start() - 60) : found.start()])
        if ours and here and known and not _same_firm(here, known):
            yield Fact("employer_otherwise", found[0], Span(found.start(), found.end()), {"first": known})
            return


def _same_firm(one: str, other: str) -> bool:
    """Whether one is the other, part of it, its first letters («ГП» — «городская поликлиника»), or has its number."""
    numbers = [set(re.findall(r"\d+", name)) for name in (one, other)]
    if numbers[0] & numbers[1]:
        return True  # «МБДОУ «ДС № 8»» and «Детский сад № 8»
    initials = ["".join(word[0] for word in re.findall(r"[а-яё]+", name)) for name in (one, other)]
    first = [name.split()[0] for name in (one, other)]
    return one in other or other in one or initials[0].startswith(first[1]) or initials[1].startswith(first[0])


def _bare(name: str) -> str:
    """What stands in the quotation marks of a name, in small letters."""
    quoted = re.search(r"[«\"“„]([^«»\"“”\n]{2,60})", name)
    return " ".join(quoted[1].lower().split()) if quoted else ""
