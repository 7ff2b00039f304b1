"""Who replaces the jobholder, and whom he replaces: facts `substituted_by` and `substitutes`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.facts.direction import HIS, Terms, absent_in, animate, another_behind, direction, genitive
from jdlint.facts.instead import is_sent, taker_of
from jdlint.facts.people import people
from jdlint.facts.superior import person_end
from jdlint.model.document import BlockKind
from jdlint.model.label import read_label
from jdlint.model.outline import RequisiteKind
from jdlint.model.pattern import compiled, expression
from jdlint.model.reading import Fact, Reading, Token
from jdlint.model.span import Places, Span

_STOPS = expression(
    r"по\s+(?:приказу|распоряжению|решению|согласованию|указанию|письменному)|(?:приказом|распоряжением)\b"
    r"|(?:с|в|на|при|из)\s",
    re.IGNORECASE,
)
_BY_ORDER = expression(
    r"по\s+(?:приказу|распоряжению|решению|согласованию|указанию|письменному|графику)\b", re.IGNORECASE
)
_COMMAND = ("подчин", "подотчет", "отчитыва")
_ACTS = ("VERB", "INFN", "GRND", "PRTF", "PRTS", "ADJS")


def substitution(reading: Reading, vocabulary: Mapping[str, Any], own: frozenset[str]) -> Iterator[Fact]:
    """Statements of replacement; `own` are the lemmas that stand for the jobholder.

    The value is who takes over, or who is replaced, in the nominative; "" when only «лицо, назначенное …» is said. The
    mark `person` is yes where somebody is named by his own name.
    """
    vocabulary_of = vocabulary["substitution"]
    words = Terms(
        {name: frozenset(map(str, value)) for name, value in vocabulary_of.items() if not isinstance(value, str)},
        {name: compiled(value) for name, value in vocabulary_of.items() if isinstance(value, str)},
        own,
        frozenset(map(str, vocabulary["positions"]["commanders"])),
    )
    labels = list(_labels(reading, words))
    yield from labels
    labelled = Places.of(label.span for label in labels)
    plain = reading.outline.document.plain
    for number, sentence in enumerate(reading.sentences):
        if RequisiteKind.LEFTOVER in reading.outline.requisites_at(sentence):
            continue
        if labelled.overlap(sentence.start, sentence.end):
            continue
        text = sentence.of(plain)
        tokens = people(reading.tokens[slice(*reading.ranges[number])], own)
        if words.patterns["mutual"].search(text) or _is_arranged(text, tokens, words):
            yield Fact("substituted_by", "", sentence, {})
            continue
        if words.patterns["combination"].search(text):
            if not any(t.word.lemmas & {"вправе", "совмещать", "право"} for t in tokens):
                yield Fact("substituted_by", "", sentence, {})
            continue
        told = list(_told(reading, sentence, tokens, words))
        commanded = any(t.word.norm.startswith(_COMMAND) for t in tokens)  # «подчиняется мастеру, когда его нет – …»
        if not told and not commanded and (taker := taker_of(tokens, words)) is not None:
            value = "" if is_sent(tokens, taker, words) else _named(reading, tokens, taker, words)
            told = [Fact("substituted_by", value, sentence, {})]
        yield from told


def _told(reading: Reading, sentence: Span, tokens: Sequence[Token], words: Terms) -> Iterator[Fact]:
    """What a sentence says by a verb or noun for replacement."""
    text = sentence.of(reading.outline.document.plain)
    absence = bool(words.patterns["absence"].search(text))
    act = _act(tokens, words, absence=absence)
    if act is not None and _is_left_blank(reading, tokens, act, words):
        yield Fact("substituted_by", "", sentence, {})
        return
    if act is None or not (
        absence or absent_in(tokens, act, words) is not None or _takes_his_place(tokens, act, words)
    ):
        return
    person = _person(reading, tokens)
    kind = direction(tokens, act, words) or ("substituted_by" if person else "")
    marks = {"person": "yes"} if person else {}
    if kind == "substituted_by":
        yield Fact(kind, _taker(reading, tokens, act, words), sentence, marks)
    elif kind:
        yield Fact(kind, _replaced(reading, tokens, act, words), sentence, marks)


def _takes_his_place(tokens: Sequence[Token], act: int, words: Terms) -> bool:
    """«Его замещает мастер», «Тебя подменяет сменщик»: him, and somebody else as the one who acts."""
    word = tokens[act].word
    him = act > 0 and tokens[act - 1].word.norm in HIS and word.pos == "VERB" and word.lemmas & words.sets["replaces"]
    return bool(him) and another_behind(tokens, act, words)


def _is_arranged(text: str, tokens: Sequence[Token], words: Terms) -> bool:
    """Whether the order of replacement is fixed by somebody, and is not that of another position."""
    if not words.patterns["arranged"].search(text):
        return False
    act = next((i for i, t in enumerate(tokens) if t.word.lemmas & words.sets["replaces"]), 0)
    if _of_a_post(tokens, act) and not words.patterns["absence"].search(text):
        return False
    named = genitive(tokens, act + 1, ("gent",))
    return (not named or words.is_own(*named[0])) and tokens[0].word.pos not in ("VERB", "INFN")


def _named(reading: Reading, tokens: Sequence[Token], at: int, words: Terms) -> str:
    """The position that stands at `at`, with the adjectives before it; "" where it is anybody."""
    start = at
    while start and tokens[start - 1].word.pos in ("ADJF", "PRTF") and tokens[start - 1].word.cases():
        start -= 1
    stop = next(
        (t.index for t in tokens[at + 1 :] if _STOPS.match(reading.outline.document.plain, t.span.start)),
        tokens[-1].index + 1,
    )
    for case in ("nomn", "datv", "ablt"):
        for begin in (start, at):
            phrase = reading.noun_phrase(tokens[begin].index, case, stop)
            if phrase and phrase[0] > tokens[at].index:
                return "" if set(phrase[1].split()) & words.sets["anybody"] else phrase[1]
    return ""


def _person(reading: Reading, tokens: Sequence[Token]) -> bool:
    """Whether somebody is named in the sentence by surname and initials or name."""
    last = tokens[-1].index + 1
    return any(person_end(reading, None, t.index, last) - t.index > 1 for t in tokens)


def _is_left_blank(reading: Reading, tokens: Sequence[Token], act: int, words: Terms) -> bool:
    """«Его замещает ____», «Лаборанта замещает ____»: who takes over is still to be written in."""
    if tokens[act].word.pos != "VERB" or not tokens[act].word.lemmas & words.sets["replaces"]:
        return False
    before = tokens[:act]
    own = any(
        words.is_own(t, before[:i]) and any(p.case in ("accs", "gent") and p.number == "sing" for p in t.word.parses)
        for i, t in enumerate(before)
    )
    if not own and not any(t.word.norm in HIS for t in before):
        return False
    end = tokens[-1].span.end + 2
    return any(tokens[act].span.end <= blank.span.start <= end for blank in reading.outline.document.blanks)


def _act(tokens: Sequence[Token], words: Terms, *, absence: bool) -> int | None:
    """Place of the word by which somebody takes over; None where nobody does."""
    charged = any(t.word.lemmas & words.sets["charges"] for t in tokens)
    for i, token in enumerate(tokens):
        lemmas = token.word.lemmas
        if token.word.pos == "PRTF" and any("должность" in t.word.lemmas for t in tokens[max(0, i - 3) : i + 4]):
            continue  # «на должностях, замещаемых специалистами»
        if (token.word.pos == "PRTF" and _of_a_thing(tokens, i)) or (
            not absence and lemmas & words.sets["replaces"] and _of_a_post(tokens, i)
        ):
            continue
        if absence and lemmas & words.sets["is_replaced"]:
            return i
        if lemmas & words.sets["replaces"] and (
            absence or token.word.pos in ("VERB", "PRTF", "INFN") or _heads(tokens, i, words)
        ):
            begin = max((j + 1 for j in range(i) if tokens[j].text in (":", ";")), default=0)
            arranged = any(t.word.lemmas & words.sets["arranges"] for t in tokens[begin:i])
            return None if arranged else i
        if not (absence and charged and lemmas & words.sets["passes"]):
            continue
        if token.word.pos in _ACTS or _noun_act(tokens, i, words):
            return i
    return None


def _of_a_thing(tokens: Sequence[Token], i: int) -> bool:
    """Whether the participle stands before a thing that it agrees with: «замещающая выплата»."""
    following = tokens[i + 1].word if i + 1 < len(tokens) else None
    nouns = [p for p in following.parses if p.pos == "NOUN"] if following else []
    shared = {p.case for p in tokens[i].word.parses} & {p.case for p in nouns}
    return bool(shared) and all(p.animacy == "inan" and p.lemma != "лицо" for p in nouns)


def _of_a_post(tokens: Sequence[Token], i: int) -> bool:
    """Whether it is the post that is filled: «замещение вакантной должности», «замещать должность»."""
    behind = next((t.word for t in tokens[i + 1 : i + 4] if t.word.pos not in ("ADJF", "PRTF")), None)
    return behind is not None and "должность" in behind.lemmas


def _heads(tokens: Sequence[Token], i: int, words: Terms) -> bool:
    """«Замену наладчика производит мастер»: the noun opens the sentence, and a verb behind it says that it is done."""
    done = any(t.word.pos == "VERB" and t.word.lemmas & words.sets["carries_out"] for t in tokens[i + 1 :])
    return done and all(t.word.pos == "ADJF" for t in tokens[:i])


def _noun_act(tokens: Sequence[Token], i: int, words: Terms) -> bool:
    """«исполнение обязанностей»: the thing that passes stands right behind."""
    return any(t.word.lemmas & words.sets["charges"] for t in tokens[i + 1 : i + 4])


def _taker(reading: Reading, tokens: Sequence[Token], act: int, words: Terms) -> str:
    """Who takes over: the subject behind the verb, or whom the duties fall to."""
    plain = reading.outline.document.plain
    if tokens[act].word.pos == "PRTF" or any(t.word.norm == "кто" for t in tokens[max(0, act - 2) : act]):
        return ""  # «Кто замещает лаборанта, определяет …»
    for at in range(act + 1, min(len(tokens), act + 9)):
        token = tokens[at]
        if _BY_ORDER.match(plain, token.span.start):
            return ""
        begins = token.word.pos == "ADJF" or animate(token)
        absent = words.is_own(token, tokens[:at]) and "nomn" not in token.word.cases()
        if not begins or absent or token.word.norm.startswith("отсутствующ"):
            continue
        stop = next(
            (tokens[j].index for j in range(at + 1, len(tokens)) if _STOPS.match(plain, tokens[j].span.start)),
            tokens[-1].index + 1,
        )
        for case in ("nomn", "accs", "datv", "ablt"):
            phrase = reading.noun_phrase(token.index, case, stop)
            if phrase and any(animate(t) for t in reading.tokens[token.index : phrase[0]]):
                return "" if set(phrase[1].split()) & words.sets["anybody"] else phrase[1]
    return ""


def _replaced(reading: Reading, tokens: Sequence[Token], act: int, words: Terms) -> str:
    """Whom the jobholder replaces: the first position among those who are away."""
    plain = reading.outline.document.plain
    for token, before in absent_in(tokens, act, words) or ():
        start = before[0].index if before else token.index
        behind = range(token.index + 1, tokens[-1].index + 1)
        stop = next((j for j in behind if _STOPS.match(plain, reading.tokens[j].span.start)), tokens[-1].index + 1)
        for case in ("gent", "accs", "datv"):
            phrase = reading.noun_phrase(start, case, stop)
            if phrase and phrase[0] > token.index:
                return "" if set(phrase[1].split()) & words.sets["anybody"] else phrase[1]
    return ""


def _labels(reading: Reading, words: Terms) -> Iterator[Fact]:
    """«Замещение: …», «Кто замещает | …»: a label with something behind it, beside it or, under a heading, below it."""
    outline = reading.outline
    blocks = outline.document.blocks
    plain = outline.document.plain
    for index, block in enumerate(blocks):
        if not outline.span.covers(block.span) or len(block.span) > 160:
            continue
        clause = outline.clause_of[index]
        label = read_label(block.span.of(plain)) if clause < 0 else None  # «6. Замещение»
        start = block.span.start + (label.end if label else 0)
        body = outline.clauses[clause].body if clause >= 0 else Span(start, block.span.end)
        text = body.of(plain)
        others = words.patterns["label_of_others"].search(text)
        match = others or words.patterns["label"].search(text)
        if match is None:
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        beside = following is not None and following.cell is not None and block.cell is not None
        beside = beside and following.cell.row == block.cell.row  # type: ignore[union-attr]
        inside = outline.clause_of[index + 1] if following is not None else -1
        heads = block.kind is BlockKind.HEADING or label is not None
        heads = heads or (inside >= 0 and outline.clauses[inside].parent == clause >= 0)
        below = following is not None and (heads or text.rstrip().endswith(":"))
        said = re.search(r"\w", text[match.end() :].replace("_", ""))
        if said or ((beside or below) and following is not None and re.search(r"[а-яё]", following.span.of(plain))):
            span = Span(body.start, body.end)
            other = others or (
                match["verb"] and said and _is_replaced(reading, Span(body.start + match.end(), body.end))
            )
            yield Fact("substitutes" if other else "substituted_by", "", span, {})


def _is_replaced(reading: Reading, place: Span) -> bool:
    """Whether the words name somebody in the accusative: «Замещает: мастера смены»."""
    person = next((t for t in reading.tokens_in(place) if animate(t)), None)
    forms = {(p.case, p.number) for p in person.word.parses if p.pos == "NOUN"} if person else set()
    return ("accs", "sing") in forms and ("nomn", "sing") not in forms
