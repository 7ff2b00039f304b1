"""Who replaces the jobholder, and whom he replaces: facts `substituted_by` and `substitutes`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.facts.wording import compiled
from jdlint.model.outline import RequisiteKind
from jdlint.model.reading import Fact, Reading, Token

_WINDOW = 3


def substitution(reading: Reading, vocabulary: Mapping[str, Any], own: frozenset[str]) -> Iterator[Fact]:
    """Statements of replacement; `own` are the lemmas that stand for the jobholder."""
    words = {name: compiled(text) for name, text in vocabulary["substitution"].items()}
    outline = reading.outline
    plain = outline.document.plain
    for sentence in reading.sentences:
        text = sentence.of(plain)
        if RequisiteKind.LEFTOVER in outline.requisites_at(sentence):
            continue
        if words["label"].search(text) or words["combination"].search(text):
            yield Fact("substituted_by", "", sentence, {})
            continue
        absence = words["absence"].search(text)
        if absence is None:
            continue
        tokens = list(reading.tokens_in(sentence))
        if words["replaced"].search(text) and not _worker_replaces(tokens, words, text, own):
            yield Fact("substituted_by", _replacement(reading, tokens), sentence, {})
        elif words["self"].search(text):
            yield Fact("substitutes", "", sentence, {})


def _worker_replaces(tokens: list[Token], words: Mapping[str, re.Pattern[str]], text: str, own: frozenset[str]) -> bool:
    """Whether the jobholder is the one who takes over: he is the subject, or the absent one is somebody else."""
    verb = next(
        (i for i, t in enumerate(tokens) if t.word.norm.startswith(("замеща", "исполня", "подменя", "выполня"))), None
    )
    if re.search(r"\bзамещать\b", text) and words["self"].search(text):
        return True
    absent = _absent(tokens)
    if absent is not None:
        return not absent & own
    if verb is None:
        return False
    before = tokens[:verb]
    subject = [
        t
        for t in before
        if t.word.lemmas & own and any(p.case == "nomn" and p.pos == "NOUN" for p in t.word.parses[:2])
    ]
    possessive = any(t.word.norm in ("его", "ее") for t in tokens)
    return bool(subject) and not possessive


def _absent(tokens: list[Token]) -> frozenset[str] | None:
    """Lemmas of the words after «отсутствие», «отпуск …» in the genitive: who is away; None when not said."""
    for i, token in enumerate(tokens):
        if token.word.lemmas & {"отсутствие", "отпуск", "болезнь"}:
            following = tokens[i + 1 : i + 1 + _WINDOW + 2]
            nouns = [
                t
                for t in following
                if any(p.case == "gent" and p.animacy == "anim" and p.pos in ("NOUN", "ADJF") for p in t.word.parses)
            ]
            if nouns and tokens[i + 1].text not in ("(", ",", "."):
                return frozenset().union(*(t.word.lemmas for t in nouns))
    return None


def _replacement(reading: Reading, tokens: list[Token]) -> str:
    """Who takes over, in the nominative; "" when only «лицо, назначенное …» is said."""
    for i, token in enumerate(tokens):
        if token.word.norm.startswith(("исполня", "выполня", "замеща", "возлага", "осуществля")):
            stop = tokens[-1].index + 1
            for at in range(i + 1, min(len(tokens), i + 4)):
                for case in ("nomn", "accs"):
                    phrase = reading.noun_phrase(tokens[at].index, case, stop)
                    if phrase and any(p.animacy == "anim" for p in tokens[at].word.parses):
                        return phrase[1]
            return ""
    return ""
