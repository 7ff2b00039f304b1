"""Kind `repeat`: the same thing said twice in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jdlint.check.likeness import is_same, nearness
from jdlint.check.meaning import Meaning
from jdlint.check.predication import meaning_of
from jdlint.check.words import Keys, Words, as_verb, best, words_of
from jdlint.model.document import Block
from jdlint.model.finding import Aside, Hit
from jdlint.model.kind import Repeat
from jdlint.model.once import once
from jdlint.model.outline import Clause
from jdlint.model.reading import Fact, Reading, Token
from jdlint.model.span import Span

_END = re.compile(r"[\s.,;:!*_`]+$")
# Steps of a procedure are told in the imperative; two short ones alike are no duty repeated.
_LEAST_UNITS = 2
_LEAST_OF_STEP = 3
MOST_ALIKE = 50


@dataclass(frozen=True, slots=True)
class _Said:
    """A fact with its meaning, its lead-in, and what else stands in its row of a table."""

    fact: Fact
    span: Span
    meaning: Meaning
    lead: str
    row: str


def check_repeat(options: Repeat, reading: Reading, vocabulary: Mapping[str, Any]) -> Iterator[Hit]:
    """Later facts of one kind that repeat an earlier one, each once; `related` is the earlier place.

    Degree `same`: equal but for word forms, word order and nouns standing for their verbs. Degree `near`: the same
    action on the same thing in other words, or one holding the other. What is `same` as any is never `near`.
    Values: `other` and `other_clause`, the earlier place.
    """
    words = words_of(vocabulary)
    said, pairs = _compared(options.of, reading, words)
    same: dict[int, int] = {}
    near: dict[int, tuple[int, int]] = {}
    for first, second, equal in pairs:
        if equal:
            same[second] = min(first, same.get(second, first))
        elif options.degree == "near" and (score := nearness(said[first].meaning, said[second].meaning, words)):
            near[second] = max((score, -first), near.get(second, (0, 0)))
    partners = same if options.degree == "same" else {k: -f for k, (_, f) in near.items() if k not in same}
    for second in sorted(partners):
        yield _hit(said[partners[second]], said[second], reading)


@once(2)
def _compared(kind: str, reading: Reading, words: Words) -> tuple[list[_Said], list[tuple[int, int, bool]]]:
    """What is said, and the pairs that may be one thing: an earlier, a later, and whether they are the same."""
    said = [s for s in _all_said(kind, reading, words) if _speaks(s)]
    pairs = []
    for first, second in _candidates([s.meaning for s in said], words):
        a, b = said[first], said[second]
        if not _one_in_other(a, b) and a.row == b.row:
            pairs.append((first, second, is_same(a.meaning, b.meaning)))
    return said, pairs


def _hit(first: _Said, second: _Said, reading: Reading) -> Hit:
    values = {
        "other": " ".join(first.span.of(reading.outline.document.plain).split()),
        "other_clause": first.fact.marks.get("clause", ""),
    }
    return Hit(second.span, values, (Aside(first.span),))


def _all_said(kind: str, reading: Reading, words: Words) -> Iterator[_Said]:
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
        yield _Said(fact, span, meaning, fact.marks.get("lead", ""), _row(fact, rows, reading))


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
    return any(p.pos == "NOUN" and p.case == "nomn" for t in tokens for p in best(t.word))


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
    obliges = any(p.lemma in words.modal for t in lead for p in best(t.word))
    timed = any(p.lemma in words.times for word in nouns for p in best(word))
    topic = nouns and (words.is_action(nouns[0]) or nouns[0].lemma in words.carriers) and lead[0].word.pos != "PREP"
    if obliges or (topic and not timed):
        return alone
    first = alone.predications[0]
    first.rest.extend(leading.units)
    return alone


def _speaks(said: _Said) -> bool:
    units = [unit for unit in said.meaning.units if not unit.weak]
    return len(units) >= (_LEAST_OF_STEP if said.meaning.imperative else _LEAST_UNITS)


def _one_in_other(a: _Said, b: _Said) -> bool:
    """Whether one is the lead-in of the other."""
    bare = a.fact.value.rstrip(" .;:"), b.fact.value.rstrip(" .;:")
    return (bool(a.lead) and a.lead.rstrip(" .;") == bare[1]) or (bool(b.lead) and b.lead.rstrip(" .;") == bare[0])


def _candidates(meanings: Sequence[Meaning], words: Words) -> Iterator[tuple[int, int]]:
    """Pairs in which the earlier names an action and a thing that are at the centre of the later.

    Found by an index of both together: duties that share only a common verb never meet. Of more than MOST_ALIKE
    duties that say one action of one thing, the last are compared with: a list of thousands is no list of duties.
    """
    index: dict[tuple[str, str], list[int]] = {}
    for number, meaning in enumerate(meanings):
        met: set[int] = set()
        for key in _index_keys(meaning, words, centre=True):
            met.update(index.get(key, ())[-MOST_ALIKE:])
        for earlier in sorted(met):
            yield earlier, number
        for key in _index_keys(meaning, words, centre=False):
            index.setdefault(key, []).append(number)


def _index_keys(meaning: Meaning, words: Words, *, centre: bool) -> set[tuple[str, str]]:
    keys = set()
    for p in meaning.predications:
        things = [u.keys for u in (*p.heads, *p.rest, *p.recalled)]
        central = [u.keys for u in p.heads] if centre and p.heads else things
        told = [thing | words.groups(thing) for thing in central or [u.keys for u in p.acts]]
        named = {key for thing in told for key in thing if key[0] in "lfs"}
        for act in p.acts:
            names = as_verb(act.keys) | words.meanings(act.keys, things)
            keys |= {(name, thing) for name in names for thing in named}
    return keys
