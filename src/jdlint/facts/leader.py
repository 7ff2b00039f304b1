"""Superiors named by the noun: «непосредственный руководитель — …», «руководителем менеджера является …»."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.facts.scope import Scope, Told

_ADJECTIVES = ("непосредственн", "прям", "линейн", "административн")
_OTHER_LINES = ("функциональн", "методическ", "оперативн", "проектн", "техническ")
_DASHES = {"—", "–", "-", ":"}
_ENDS = _DASHES | {",", ".", ";", "("}
_WORKS = {"работать", "трудиться", "действовать", "находиться", "осуществлять", "выполнять", "исполнять"}
_DOES = {"осуществлять", "осуществляться"}
_SIGHT = 8


def leaders(scope: Scope, index: int) -> Iterator[Told]:
    """The statements whose noun («руководитель», «начальник», «руководство») or verb («руководит») is token `index`."""
    word = scope.reading.tokens[index].word
    if "руководить" in word.lemmas and word.pos == "VERB":
        if scope.about_worker(scope.first, index) and not scope.has_own_subject(index):
            yield from scope.chain(index + 1, ("nomn",), "direct", index)
    elif "руководство" in word.lemmas:
        yield from _guidance(scope, index)
    elif word.lemmas & {"руководитель", "начальник"}:
        yield from _named(scope, index)


def is_direct(scope: Scope, index: int) -> bool:
    """Whether «непосредственный» or the like stands before token `index`."""
    return any(t.word.norm.startswith(_ADJECTIVES) for t in scope.before(index, 1))


def _line(scope: Scope, index: int) -> str:
    """The line that the adjective before the noun names; direct without one."""
    return "functional" if any(t.word.norm.startswith(_OTHER_LINES) for t in scope.before(index, 1)) else "direct"


def _named(scope: Scope, index: int) -> Iterator[Told]:
    tokens, word = scope.reading.tokens, scope.reading.tokens[index].word
    end, of_worker = _whose(scope, index)
    direct = is_direct(scope, index)
    if end >= scope.last or not (direct or of_worker):
        return
    line = _line(scope, index)
    anchor = index - 1 if direct else index
    is_subject = any(p.case == "nomn" for p in word.parses[:1])
    if "являться" in tokens[end].word.lemmas and not is_subject:
        if not scope.has_own_subject(anchor):
            yield from scope.chain(end + 1, ("nomn", "ablt"), line, anchor)
    elif tokens[end].text in _DASHES:
        start = end + 1
        while start < scope.last and (tokens[start].word.norm == "это" or tokens[start].text in _DASHES):
            start += 1
        nouns = {p.case for p in word.parses if p.pos == "NOUN"}
        cases = [case for case in ("nomn", "gent", "datv", "ablt") if case in nouns]
        if tokens[end].text != ":" or "nomn" in cases:
            yield from scope.chain(start, cases, line, anchor)
    elif of_worker and any("являться" in t.word.lemmas for t in scope.before(anchor, 1)):
        yield from scope.chain(scope.first, ("nomn",), line, scope.first)


def _whose(scope: Scope, index: int) -> tuple[int, bool]:
    """Behind the words that say whose superior it is; whether they mean the jobholder."""
    tokens, i, own = scope.reading.tokens, index + 1, False
    while i < scope.last and i - index <= _SIGHT:
        token = tokens[i]
        if token.text in _ENDS or "являться" in token.word.lemmas:
            break
        if token.word.pos in ("VERB", "INFN"):
            return scope.last, False
        own = own or scope.worker.is_meant(token)
        i += 1
    return i, own


def _guidance(scope: Scope, index: int) -> Iterator[Told]:
    """«работает под руководством …», «руководство работой менеджера осуществляет …»."""
    tokens = scope.reading.tokens
    if any(t.word.norm == "под" for t in scope.before(index, 2)):
        if any(t.word.lemmas & _WORKS for t in scope.before(index)) and scope.subject(index) == "own":
            yield from scope.chain(index + 1, ("gent",), "guided", index - 1)
        return
    behind = range(index + 1, min(scope.last, index + _SIGHT + 1))
    does = next((i for i in behind if tokens[i].word.lemmas & _DOES), None)
    if does is not None and scope.about_worker(index + 1, does) and not scope.has_own_subject(index):
        case = "ablt" if "осуществляться" in tokens[does].word.lemmas else "nomn"
        yield from scope.chain(does + 1, (case,), "direct", index)
