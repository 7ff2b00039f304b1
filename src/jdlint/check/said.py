"""What a document says to do: facts with their meaning, ready to be compared with others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jdlint.check.meaning import Meaning
from jdlint.check.predication import meaning_of
from jdlint.check.words import Keys, Words
from jdlint.model.document import Block
from jdlint.model.once import once
from jdlint.model.outline import Clause
from jdlint.model.reading import Fact, Reading, Token
from jdlint.model.span import Span

_END = re.compile(r"[\s.,;:!*_`]+$")
# Steps of a procedure are told in the imperative; two short ones alike are no duty repeated.
_LEAST_UNITS = 2
_LEAST_OF_STEP = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A fact with its meaning, its lead-in, and what else stands in its row of a table."""

    fact: Fact
    span: Span
    meaning: Meaning
    lead: str
    row: str


@once(2)
def said_in(kind: str, reading: Reading, words: Words) -> list[Said]:
    """The facts of a kind that say enough to be compared, each with its meaning, in the order of the text."""
    return [said for said in _all_said(kind, reading, words) if _speaks(said)]


def _all_said(kind: str, reading: Reading, words: Words) -> Iterator[Said]:
    outline = reading.outline
    own = frozenset({*outline.position.split(), "работник", "сотрудник"})
    rows = _rows(reading)
    for fact in reading.facts:
        if fact.kind != kind or fact.value.endswith((":", "?")) or _is_hint(fact.value):
            continue
        clause = outline.clause_at(fact.span.start)
        tokens = reading.tokens_in(fact.span)
        meaning = meaning_of(tokens, words, own)
        lead = _lead(fact, clause, reading)
        if lead:
            meaning = _under(lead, tokens, meaning, words, own)
        elif not meaning.verbal and not _is_named(tokens):
            continue
        span = fact.span
        end = _END.search(span.of(outline.document.plain))
        if end:
            span = Span(span.start, span.start + end.start())
        yield Said(fact, span, meaning, fact.marks.get("lead", ""), _row(fact, rows, reading))


def _is_hint(text: str) -> bool:
    """Whether all of it stands in brackets, as the hint under a blank does."""
    return bool(re.fullmatch(r"[_\W]*\([^()]*\)\W*|[_\W]*\[[^\]]*\]\W*", text)) or "___" in text


def _lead(fact: Fact, clause: Clause | None, reading: Reading) -> Sequence[Token]:
    if not fact.marks.get("lead") or clause is None or clause.parent < 0:
        return ()
    tokens = reading.tokens_in(reading.outline.clauses[clause.parent].body)
    return tokens[:-1] if tokens and tokens[-1].text == ":" else tokens


def _rows(reading: Reading) -> dict[tuple[int, int], list[Block]]:
    """The cells of every row of the tables that have several columns."""
    rows: dict[tuple[int, int], list[Block]] = {}
    for block in reading.outline.document.blocks:
        if block.cell and block.cell.columns > 1:
            rows.setdefault((block.cell.table, block.cell.row), []).append(block)
    return rows


def _row(fact: Fact, rows: Mapping[tuple[int, int], list[Block]], reading: Reading) -> str:
    """The words of the other cells of its row: «пирожные | подаёт на тарелке» is not «салат | подаёт на тарелке»."""
    index = reading.outline.block_at(fact.span.start)
    block = reading.outline.block(index) if index >= 0 else None
    if block is None or block.cell is None:
        return ""
    beside = [b for b in rows.get((block.cell.table, block.cell.row), ()) if b.cell != block.cell]
    texts = [b.span.of(reading.outline.document.plain).casefold() for b in beside]
    return " ".join(word for text in texts for word in re.findall(r"[^\W\d]{2,}", text))


def _is_named(tokens: Sequence[Token]) -> bool:
    """Whether some noun can stand in the nominative: else all hangs on something that was lost."""
    return any(p.pos == "NOUN" and p.case == "nomn" for t in tokens for p in t.word.best)


def _under(lead: Sequence[Token], tokens: Sequence[Token], alone: Meaning, words: Words, own: Keys) -> Meaning:
    """The meaning of an item under its lead-in.

    A lead-in that waits for its object («Обеспечивает:») begins every item. One that names a place or a time
    tells where and when; one that names a topic («Работа с кассой») adds nothing to an item that has its own verb.
    """
    leading = meaning_of(lead, words, own)
    last = leading.predications[-1] if leading.predications else None
    waits = last is not None and last.verbal and not last.heads
    if not alone.verbal and (waits or not _is_named(tokens)):
        return meaning_of([*lead, *tokens], words, own)
    if leading.verbal or not alone.predications:
        return alone
    nouns = [t.word for t in lead if t.word.pos == "NOUN"]
    obliges = any(p.lemma in words.modal for t in lead for p in t.word.best)
    timed = any(p.lemma in words.times for word in nouns for p in word.best)
    topic = nouns and (words.is_action(nouns[0]) or nouns[0].lemma in words.carriers) and lead[0].word.pos != "PREP"
    if obliges or (topic and not timed):
        return alone
    first = alone.predications[0]
    first.rest.extend(leading.units)
    return alone


def _speaks(said: Said) -> bool:
    units = [unit for unit in said.meaning.units if not unit.weak]
    return len(units) >= (_LEAST_OF_STEP if said.meaning.imperative else _LEAST_UNITS)
