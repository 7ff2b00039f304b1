"""Who replaces the jobholder, and whom he replaces: facts `substituted_by` and `substitutes`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jdlint.facts.superior import person_end
from jdlint.model.document import BlockKind
from jdlint.model.outline import RequisiteKind
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact, Reading, Token
from jdlint.model.span import Places, Span

_OTHER = ("другой", "иной", "любой", "прочий", "остальной", "каждый", "коллега")
_HIS = ("его", "ее")
_WHILE = ("на", "в", "во", "при", "ввиду", "вследствие", "из-за")
_STOPS = re.compile(
    r"по\s+(?:приказу|распоряжению|решению|согласованию|указанию|письменному)|(?:приказом|распоряжением)\b"
    r"|(?:с|в|на|при|из)\s",
    re.IGNORECASE,
)
_ACTS = ("VERB", "INFN", "GRND", "PRTF", "PRTS", "ADJS")


@dataclass(frozen=True, slots=True)
class _Words:
    """The vocabulary of substitution, and the lemmas that stand for the jobholder."""

    sets: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]
    own: frozenset[str]
    superiors: frozenset[str]

    def is_own(self, token: Token, before: Sequence[Token]) -> bool:
        """Whether a noun for a person is the jobholder: in the singular and without «другой»."""
        if token.text.isupper() and token.word.norm in self.own:
            return True  # initials of his title
        if not token.word.lemmas & self.own or not _animate(token):
            return False
        plural = all(p.number == "plur" for p in token.word.parses if p.pos == "NOUN")
        return not plural and not any(t.word.lemmas & set(_OTHER) for t in before[-3:]) and not self._apart(before)

    def _apart(self, before: Sequence[Token]) -> bool:
        """Whether an adjective tells the noun behind it from the jobholder: «старший лаборант» of a «лаборант»."""
        return any(
            t.word.pos == "ADJF" and t.word.lemmas & self.sets["ranks"] and not t.word.lemmas & self.own
            for t in before[-2:]
        )


def substitution(reading: Reading, vocabulary: Mapping[str, Any], own: frozenset[str]) -> Iterator[Fact]:
    """Statements of replacement; `own` are the lemmas that stand for the jobholder.

    The value is who takes over, or who is replaced, in the nominative; "" when only «лицо, назначенное …» is said. The
    mark `person` is yes where somebody is named by his own name.
    """
    told = vocabulary["substitution"]
    words = _Words(
        {name: frozenset(map(str, value)) for name, value in told.items() if not isinstance(value, str)},
        {name: compiled(value) for name, value in told.items() if isinstance(value, str)},
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
        tokens = reading.tokens[slice(*reading.ranges[number])]
        if words.patterns["combination"].search(text):
            if not any(t.word.lemmas & {"вправе", "совмещать", "право"} for t in tokens):
                yield Fact("substituted_by", "", sentence, {})
            continue
        absence = bool(words.patterns["absence"].search(text))
        act = _act(tokens, words, absence=absence)
        if act is not None and _is_left_blank(reading, tokens, act, words):
            yield Fact("substituted_by", "", sentence, {})
            continue
        if act is None or (not absence and _absent(tokens, act, words) is None):
            continue
        person = _person(reading, tokens)
        kind = _direction(tokens, act, words) or ("substituted_by" if person else "")
        marks = {"person": "yes"} if person else {}
        if kind == "substituted_by":
            yield Fact(kind, _taker(reading, tokens, act, words), sentence, marks)
        elif kind:
            yield Fact(kind, _replaced(reading, tokens, act, words), sentence, marks)


def _person(reading: Reading, tokens: Sequence[Token]) -> bool:
    """Whether somebody is named in the sentence by surname and initials or name."""
    last = tokens[-1].index + 1
    return any(person_end(reading, None, t.index, last) - t.index > 1 for t in tokens)


def _is_left_blank(reading: Reading, tokens: Sequence[Token], act: int, words: _Words) -> bool:
    """«Его замещает ____», «Лаборанта замещает ____»: who takes over is still to be written in."""
    if tokens[act].word.pos != "VERB" or not tokens[act].word.lemmas & words.sets["replaces"]:
        return False
    before = tokens[:act]
    own = any(
        words.is_own(t, before[:i]) and any(p.case in ("accs", "gent") and p.number == "sing" for p in t.word.parses)
        for i, t in enumerate(before)
    )
    if not own and not any(t.word.norm in _HIS for t in before):
        return False
    end = tokens[-1].span.end + 2
    return any(tokens[act].span.end <= blank.span.start <= end for blank in reading.outline.document.blanks)


def _animate(token: Token) -> bool:
    """Whether the form can be a noun for a person; «по» and «станков» are none, though they are surnames too."""
    if token.word.pos in ("PREP", "CONJ", "PRCL"):
        return False
    return any(p.pos == "NOUN" and p.animacy == "anim" and "Surn" not in p.marks for p in token.word.parses)


def _act(tokens: Sequence[Token], words: _Words, *, absence: bool) -> int | None:
    """Place of the word by which somebody takes over; None where nobody does."""
    charged = any(t.word.lemmas & words.sets["charges"] for t in tokens)
    for i, token in enumerate(tokens):
        lemmas = token.word.lemmas
        if token.word.pos == "PRTF" and any("должность" in t.word.lemmas for t in tokens[max(0, i - 3) : i + 4]):
            continue  # «на должностях, замещаемых специалистами»
        if absence and lemmas & words.sets["is_replaced"]:
            return i
        acts = token.word.pos in ("VERB", "PRTF", "INFN") or _heads(tokens, i, words)
        if lemmas & words.sets["replaces"] and (absence or acts):
            arranged = any(t.word.lemmas & words.sets["arranges"] for t in tokens[:i])
            return None if arranged else i
        if not (absence and charged and lemmas & words.sets["passes"]):
            continue
        if token.word.pos in _ACTS or _noun_act(tokens, i, words):
            return i
    return None


def _heads(tokens: Sequence[Token], i: int, words: _Words) -> bool:
    """«Замену наладчика производит мастер»: the noun opens the sentence, and a verb behind it says that it is done."""
    done = any(t.word.pos == "VERB" and t.word.lemmas & words.sets["carries_out"] for t in tokens[i + 1 :])
    return done and all(t.word.pos == "ADJF" for t in tokens[:i])


def _noun_act(tokens: Sequence[Token], i: int, words: _Words) -> bool:
    """«исполнение обязанностей»: the thing that passes stands right behind."""
    return any(t.word.lemmas & words.sets["charges"] for t in tokens[i + 1 : i + 4])


def _direction(tokens: Sequence[Token], act: int, words: _Words) -> str:
    if tokens[act].word.lemmas & words.sets["is_replaced"]:
        named = any(
            _animate(t) and any(p.case == "nomn" and p.animacy == "anim" for p in t.word.parses) for t in tokens[:act]
        )
        return "substituted_by" if _own_subject(tokens, act, words) or not named else ""
    absent = _absent(tokens, act, words)
    if absent is not None:
        general = all(t.word.lemmas & words.sets["anybody"] for t, _ in absent)
        mine = any(words.is_own(t, before) for t, before in absent)
        colleague = not act and tokens[act].word.lemmas & words.sets["replaces"]
        if mine and colleague and _subjectless(tokens, act, [t for t, _ in absent]):
            return "substitutes"  # «Заменяет отсутствующего лаборанта»: one of his own title
        acting = _own_subject(tokens, act, words, [t for t, _ in absent]) or (
            general and tokens[act].word.pos == "INFN"
        )
        beside = all(t.index > tokens[act].index for t, _ in absent)  # «инженер замещает инженера другого отдела»
        if mine and not (acting and (general or beside)):
            return "substituted_by"
        if not acting and _his_pass(tokens, act, words) and not any(t.word.lemmas & words.superiors for t, _ in absent):
            return "substituted_by"
        if acting or _subjectless(tokens, act, [t for t, _ in absent]) or _falls_to_worker(tokens, act, words):
            return "substitutes"
        return ""
    # «Уходя в отпуск, наладчик передаёт дела слесарю»
    handed = tokens[act].word.lemmas & words.sets["hands_over"] and _own_subject(tokens, act, words)
    if handed or any(t.word.norm in _HIS for t in tokens):
        return "substituted_by"
    held = any(t.word.lemmas & words.sets["charges"] for t in tokens[max(0, act - 2) : act])
    if held and tokens[act].word.lemmas & words.sets["passes"] and _another_behind(tokens, act, words):
        return "substituted_by"  # «На время отсутствия обязанности исполняет старший лаборант»
    acting = tokens[act].word.pos == "INFN" or _own_subject(tokens, act, words)
    if not acting and _duties_pass(tokens, act, words):
        return "substituted_by"
    return "substitutes" if acting and tokens[act].word.lemmas & words.sets["replaces"] else ""


def _absent(tokens: Sequence[Token], act: int, words: _Words) -> list[tuple[Token, Sequence[Token]]] | None:
    """Nouns for whoever is away or replaced, each with the words before it; None when the sentence does not say."""
    found: list[tuple[Token, Sequence[Token]]] = []
    for i, token in enumerate(tokens):
        if token.word.lemmas & words.sets["away"] and any(t.word.norm in _WHILE for t in tokens[max(0, i - 5) : i]):
            found += _genitive(tokens, i + 1, ("gent",))
        elif token.word.norm.startswith("отсутствующ"):
            found += _genitive(tokens, i + 1, ("gent", "accs", "datv"))
        elif token.word.norm in ("отсутствует", "отсутствовал", "болеет"):
            found += [(t, tokens[max(0, i - 3) : i - 1]) for t in tokens[max(0, i - 2) : i] if _animate(t)]
        elif token.word.lemmas & words.sets["charges"]:
            found += _genitive(tokens, i + 1, ("gent",))
    if found:
        return found
    if tokens[act].word.lemmas & words.sets["replaces"]:
        found = _genitive(tokens, act + 1, ("accs", "gent"))
        numbers = {p.number for p in tokens[act].word.parses if p.pos == "VERB"} or {"sing", "plur"}
        for i in range(act):
            held = tokens[i]
            accusative = any(p.case in ("accs", "gent") and p.pos == "NOUN" for p in held.word.parses)
            nominative = any(
                p.case == "nomn" and p.pos == "NOUN" and p.number in numbers for p in held.word.parses
            )  # «Мастера замещает технолог»: the verb is in the singular
            initials = i > 0 and held.text.isupper()
            if (initials or (_animate(held) and accusative and not nominative)) and held.word.lemmas & words.own:
                return [(held, tokens[:i])]
    return found or None


def _genitive(tokens: Sequence[Token], start: int, cases: Sequence[str]) -> list[tuple[Token, Sequence[Token]]]:
    """The noun for a person that begins within a few words from `start`, brackets passed over."""
    i, depth = start, 0
    while i < len(tokens) and i < start + 14:
        token = tokens[i]
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth -= 1
        elif depth == 0:
            if _animate(token) and token.word.cases() & set(cases):
                return [(token, tokens[start:i])]
            attribute = token.word.pos in ("ADJF", "PRTF", "ADVB", "NUMR") or token.text in ("и", "или", ",", "/")
            away = token.word.cases() & {"gent"} and token.word.pos == "NOUN"
            if not attribute and not away:
                return []
            if token.text == "," and i > start and not tokens[i - 1].word.cases():
                return []
        i += 1
    return []


def _own_subject(tokens: Sequence[Token], act: int, words: _Words, absent: Sequence[Token] = ()) -> bool:
    """Whether the jobholder is named in the nominative before the act; not as the one who is absent."""
    return any(
        words.is_own(t, tokens[:i])
        and any(p.case == "nomn" and p.pos == "NOUN" and p.number == "sing" for p in t.word.parses)
        for i, t in enumerate(tokens[:act])
        if t not in absent
    )


def _duties_pass(tokens: Sequence[Token], act: int, words: _Words) -> bool:
    """«Должностные обязанности возлагаются на …»: nobody's in particular, so the jobholder's, and not to him."""
    passive = tokens[act].word.pos == "PRTS" or tokens[act].word.norm.endswith(("ся", "сь"))
    named = any(
        t.word.lemmas & words.sets["charges"] and any(p.case == "nomn" and p.pos == "NOUN" for p in t.word.parses)
        for t in tokens[:act]
    )
    return passive and named and not _falls_to_worker(tokens, act, words)


def _his_pass(tokens: Sequence[Token], act: int, words: _Words) -> bool:
    """Whether «его обязанности исполняет» somebody who is not the jobholder: then it is he who is away,
    though his title, kept from another document, calls him by another name."""
    his = any(
        tokens[i].word.norm in _HIS and any(t.word.lemmas & words.sets["charges"] for t in tokens[i + 1 : i + 3])
        for i in range(act)
    )
    return his and _another_behind(tokens, act, words)


def _another_behind(tokens: Sequence[Token], act: int, words: _Words) -> bool:
    """Whether the one named behind the act is not the jobholder."""
    behind = range(act + 1, min(len(tokens), act + 5))
    onto = next((i for i in behind if tokens[i].word.norm in ("к", "на")), None)
    cases = {"nomn"} if onto is None else {"accs", "datv", "gent"}
    for i in behind if onto is None else range(onto + 1, min(len(tokens), onto + 5)):
        if (_animate(tokens[i]) or "лицо" in tokens[i].word.lemmas) and tokens[i].word.cases() & cases:
            return not words.is_own(tokens[i], tokens[:i])
    return False


def _subjectless(tokens: Sequence[Token], act: int, absent: Sequence[Token]) -> bool:
    """Whether nobody is named as the one who acts: in a job description that is the jobholder."""
    if tokens[act].word.pos not in ("VERB", "INFN"):
        return False
    return not any(
        any(p.case == "nomn" and p.pos == "NOUN" and p.animacy == "anim" for p in t.word.parses[:2])
        or t.text[:1] == "_"
        for t in tokens[max(0, act - 4) :]
        if t is not tokens[act] and t not in absent
    )


def _falls_to_worker(tokens: Sequence[Token], act: int, words: _Words) -> bool:
    """«переходят к менеджеру», «возлагаются на менеджера»."""
    return any(
        tokens[i].word.norm in ("к", "на")
        and any(words.is_own(tokens[j], tokens[i:j]) for j in range(i + 1, min(len(tokens), i + 4)))
        for i in range(act + 1, len(tokens))
    )


def _taker(reading: Reading, tokens: Sequence[Token], act: int, words: _Words) -> str:
    """Who takes over: the subject behind the verb, or whom the duties fall to."""
    plain = reading.outline.document.plain
    if tokens[act].word.pos == "PRTF":
        return ""
    for at in range(act + 1, min(len(tokens), act + 9)):
        token = tokens[at]
        begins = token.word.pos == "ADJF" or _animate(token)
        absent = words.is_own(token, tokens[:at]) and "nomn" not in token.word.cases()
        if not begins or absent or token.word.norm.startswith("отсутствующ"):
            continue
        stop = next(
            (tokens[j].index for j in range(at + 1, len(tokens)) if _STOPS.match(plain, tokens[j].span.start)),
            tokens[-1].index + 1,
        )
        for case in ("nomn", "accs", "datv", "ablt"):
            phrase = reading.noun_phrase(token.index, case, stop)
            if phrase and any(_animate(t) for t in reading.tokens[token.index : phrase[0]]):
                return "" if set(phrase[1].split()) & words.sets["anybody"] else phrase[1]
    return ""


def _replaced(reading: Reading, tokens: Sequence[Token], act: int, words: _Words) -> str:
    """Whom the jobholder replaces: the first position among those who are away."""
    plain = reading.outline.document.plain
    for token, before in _absent(tokens, act, words) or ():
        start = before[0].index if before else token.index
        behind = range(token.index + 1, tokens[-1].index + 1)
        stop = next((j for j in behind if _STOPS.match(plain, reading.tokens[j].span.start)), tokens[-1].index + 1)
        for case in ("gent", "accs", "datv"):
            phrase = reading.noun_phrase(start, case, stop)
            if phrase and phrase[0] > token.index:
                return "" if set(phrase[1].split()) & words.sets["anybody"] else phrase[1]
    return ""


def _labels(reading: Reading, words: _Words) -> Iterator[Fact]:
    """«Замещение: …», «Кто замещает | …»: a label with something behind it, beside it or, under a heading, below it."""
    outline = reading.outline
    blocks = outline.document.blocks
    plain = outline.document.plain
    for index, block in enumerate(blocks):
        if not outline.span.covers(block.span) or len(block.span) > 160:
            continue
        clause = outline.clause_of[index]
        body = outline.clauses[clause].body if clause >= 0 else block.span
        text = body.of(plain)
        others = words.patterns["label_of_others"].search(text)
        match = others or words.patterns["label"].search(text)
        if match is None:
            continue
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        beside = following is not None and following.cell is not None and block.cell is not None
        beside = beside and following.cell.row == block.cell.row  # type: ignore[union-attr]
        below = following is not None and (block.kind is BlockKind.HEADING or text.rstrip().endswith(":"))
        said = re.search(r"\w", text[match.end() :].replace("_", ""))
        if said or ((beside or below) and following is not None and re.search(r"[а-яё]", following.span.of(plain))):
            yield Fact("substitutes" if others else "substituted_by", "", Span(body.start, body.end), {})
