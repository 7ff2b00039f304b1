"""What a document says to do: facts with their meaning, ready to be compared with others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jdlint.check.meaning import Meaning
from jdlint.check.predication import meaning_of
from jdlint.check.words import Keys, Words
from jdlint.model.document import Block
from jdlint.model.once import once
from jdlint.model.outline import Clause, Role
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact, Reading, Token, Word
from jdlint.model.span import Span
from jdlint.record import record

_END = expression(r"[\s.,;:!*_`]+$")
_LEAST_COLUMNS = 2
# What hour a work is done at and what comes of it tells no two works apart, as a period or a thing would.
_LOOSE_COLUMN = expression(r"^\W*(?:когда|время|результат|отметк|примечани|комментари|основани)\w*\W*$", re.IGNORECASE)
# Steps of a procedure are told in the imperative; two short ones alike are no duty repeated.
_LEAST_UNITS = 2
_LEAST_OF_STEP = 3


@record
class Said:
    """A fact with its meaning, its lead-in, what else stands in its row of a table, and the person that a line above
    the list names, where one section tells of several positions.
    """

    fact: Fact
    span: Span
    meaning: Meaning
    lead: str
    row: str
    whose: str = ""


@once(2)
def said_in(kind: str, reading: Reading, words: Words) -> list[Said]:
    """The facts of a kind that say enough to be compared, each with its meaning, in the order of the text."""
    return [said for said in _all_said(kind, reading, words) if _speaks(said)]


def said_outside(reading: Reading, words: Words) -> Iterator[Said]:
    """The duties that the general provisions tell: what follows «основной обязанностью является», «обязан»."""
    outline = reading.outline
    own = frozenset({*outline.position.split(), "работник", "сотрудник"})
    for fact in reading.facts:
        clause = outline.clause_at(fact.span.start)
        if (
            fact.kind != "misplaced"
            or fact.marks["says"] != "duty"
            or fact.marks["among"] != Role.GENERAL
            or not clause
        ):
            continue
        stop = min(clause.body.end, max(reading.sentence_at(fact.span.start).end, fact.span.end))
        obliged = any(p.lemma in words.modal for p in reading.tokens_in(fact.span)[0].word.best)
        tokens = reading.tokens_in(Span(fact.span.start if obliged else fact.span.end, stop))
        if not tokens:
            continue
        span = _trimmed(Span(tokens[0].span.start, stop), reading)
        words_said = " ".join(span.of(outline.document.plain).split())
        told = Fact("duty", words_said, span, {"clause": clause.number, "lead": ""})
        said = Said(told, span, meaning_of(tokens, words, own), "", "")
        if _speaks(said):
            yield said


def _trimmed(span: Span, reading: Reading) -> Span:
    """The span without the mark that ends it."""
    end = _END.search(span.of(reading.outline.document.plain))
    return Span(span.start, span.start + end.start()) if end else span


def _all_said(kind: str, reading: Reading, words: Words) -> Iterator[Said]:
    outline = reading.outline
    own = frozenset({*outline.position.split(), "работник", "сотрудник"})
    rows, named = _rows(reading), _named_above(reading)
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
        row = _row(fact, rows, reading)
        span = _trimmed(fact.span, reading)
        yield Said(fact, span, meaning, fact.marks.get("lead", ""), row, _whose(clause, named))


def _is_hint(text: str) -> bool:
    """Whether all of it stands in brackets, as the hint under a blank does."""
    return bool(re.fullmatch(r"[_\W]*\([^()]*\)\W*|[_\W]*\[[^\]]*\]\W*", text)) or "___" in text


def _lead(fact: Fact, clause: Clause | None, reading: Reading) -> Sequence[Token]:
    if not fact.marks.get("lead") or clause is None or clause.parent < 0:
        return ()
    tokens = reading.tokens_in(reading.outline.clauses[clause.parent].body)
    return tokens[:-1] if tokens and tokens[-1].text == ":" else tokens


def _rows(reading: Reading) -> dict[tuple[int, int], list[Block]]:
    """The cells of every row of the tables that have several columns, without those below a heading that tells no two
    duties apart.
    """
    rows: dict[tuple[int, int], list[Block]] = {}
    heads: dict[int, int] = {}
    loose: set[tuple[int, int]] = set()
    for block in reading.outline.document.blocks:
        cell = block.cell
        if cell is None or cell.columns < _LEAST_COLUMNS:
            continue
        first = heads.setdefault(cell.table, cell.row)
        if cell.row == first and _LOOSE_COLUMN.search(block.span.of(reading.outline.document.plain)):
            loose.add((cell.table, cell.column))
        if (cell.table, cell.column) not in loose:
            rows.setdefault((cell.table, cell.row), []).append(block)
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


def _named_above(reading: Reading) -> list[tuple[int, int, str]]:
    """The lines that divide a section and begin with a person («Повар-кондитер»): offset, section, words; of any other
    such line the words are empty.
    """
    found = []
    for clause in reading.outline.clauses:
        if clause.heading:
            tokens = reading.tokens_in(clause.body)
            persons = any(
                p.animacy == "anim" and (p.case, p.number) == ("nomn", "sing") for p in _first_word(tokens).best
            )
            words = clause.body.of(reading.outline.document.plain).casefold().strip()
            found.append((clause.span.start, clause.section, words if persons else ""))
    return found


def _first_word(tokens: Sequence[Token]) -> Word:
    return next((t.word for t in tokens if t.word.norm[:1].isalpha()), Word("", (), frozenset()))


def _whose(clause: Clause | None, named: Sequence[tuple[int, int, str]]) -> str:
    """The person named by the nearest of these lines above in its section."""
    if clause is None:
        return ""
    above = [words for start, section, words in named if section == clause.section and start < clause.span.start]
    return above[-1] if above else ""


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
