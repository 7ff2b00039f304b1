"""Superiors named by the noun: «непосредственный руководитель — …», «руководителем менеджера является …»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from jdlint.facts.scope import OWN, Scope, Told
from jdlint.model.outline import Role
from jdlint.model.reading import Token

_ADJECTIVES = ("непосредственн", "прям", "линейн", "административн", "ближайш", "единственн")
_OTHER_LINES = ("функциональн", "методическ", "оперативн", "проектн", "техническ")
_DASHES = {"—", "–", "-", ":"}
_ENDS = _DASHES | {",", ".", ";", "("}
_WORKS = {
    "работать",
    "трудиться",
    "действовать",
    "находиться",
    "осуществлять",
    "выполнять",
    "исполнять",
    "нести",
    "проходить",
}
_IS = {"являться", "выступать", "считаться"}
_DOES = {"осуществлять", "осуществляться"}
_HIM = {"него", "нему", "ним", "нее", "ней", "его", "ее", "вас", "вами", "тебя", "тобой"}
_MINE = {"мой", "моим", "твой", "твоим", "ваш", "вашим"}
_HAS = {"у", "над"}
_SIGHT = 8


def leaders(scope: Scope, index: int) -> Iterator[Told]:
    """The statements whose noun («руководитель», «начальник», «руководство») or verb («руководит») is token `index`."""
    word = scope.reading.tokens[index].word
    if "руководить" in word.lemmas and word.pos == "VERB":
        if scope.about_worker(scope.first, index) and not scope.has_own_subject(index):
            yield from scope.chain(index + 1, ("nomn",), "direct", index)
        elif index == scope.first and (start := _behind_worker(scope, index + 1)):
            yield from scope.chain(start, ("nomn",), "direct", index, OWN)
    elif "руководство" in word.lemmas:
        yield from _guidance(scope, index)
    elif word.lemmas & {"руководитель", "начальник"}:
        yield from _named(scope, index)


def _behind_worker(scope: Scope, index: int) -> int:
    """Behind the jobholder where the words from `index` on begin with him or his work («работой токаря …»), else 0."""
    tokens = scope.reading.tokens
    for i in range(index, min(scope.last, index + 3)):
        if scope.about_worker(i, i + 1):
            stop = next((j for j in range(i + 1, scope.last) if _may_be_subject(tokens[j])), scope.last)
            phrases = (scope.reading.noun_phrase(i, case, stop) for case in ("gent", "ablt"))
            return next((p[0] for p in phrases if p), i + 1)
        if not tokens[i].word.cases() & {"ablt", "gent"}:
            break
    return 0


def _may_be_subject(token: Token) -> bool:
    cases = token.word.cases()
    return "nomn" in cases and "gent" not in cases


def is_direct(scope: Scope, index: int) -> bool:
    """Whether «непосредственный» or the like stands before token `index`."""
    return any(t.word.norm.startswith(_ADJECTIVES) for t in scope.before(index, 1))


def is_his(scope: Scope, index: int) -> bool:
    """Whether the words beside noun `index` give him to the jobholder: «мой начальник», «у токаря один начальник»,
    «начальник у вас».
    """
    before, behind = scope.before(index, 5), scope.reading.tokens[index + 1 : min(scope.last, index + 6)]
    if any(t.word.norm in _MINE for t in before[-2:]):
        return True
    at = next((t.index for t in before if t.word.norm in _HAS), None)
    if at is None and behind and behind[0].word.norm == "у":
        at = behind[0].index
    return at is not None and _spoken_of(scope, scope.reading.tokens[at + 1 : min(scope.last, at + 4)]) == OWN


def _line(scope: Scope, index: int) -> str:
    """The line that the adjective before the noun names; direct without one."""
    return "functional" if any(t.word.norm.startswith(_OTHER_LINES) for t in scope.before(index, 1)) else "direct"


def _named(scope: Scope, index: int) -> Iterator[Told]:
    tokens, word = scope.reading.tokens, scope.reading.tokens[index].word
    end, whose = _whose(scope, index)
    direct = is_direct(scope, index)
    if is_his(scope, index):
        whose = OWN
    if direct and (start := _called_so(scope, index)):
        yield from scope.chain(start, ("gent", "datv"), _line(scope, index), start)
        return
    if end >= scope.last or not (direct or whose == OWN):
        return
    line = _line(scope, index)
    anchor = index - 1 if direct else index
    if any(t.word.norm == "не" for t in tokens[end - 1 : end]):
        return  # «руководителем токаря не является»
    is_subject = any(p.case == "nomn" for p in word.parses[:1])
    if tokens[end].word.lemmas & _IS and not is_subject:
        if not scope.has_own_subject(anchor):
            yield from scope.chain(end + 1, ("nomn", "ablt"), line, anchor, whose)
    elif tokens[end].text in _DASHES:
        start = end + 1
        while start < scope.last and (tokens[start].word.norm == "это" or tokens[start].text in _DASHES):
            start += 1
        nouns = {p.case for p in word.parses if p.pos == "NOUN"}
        cases = [case for case in ("nomn", "gent", "datv", "ablt") if case in nouns]
        if tokens[end].text != ":" or "nomn" in cases:
            yield from scope.chain(start, cases, line, anchor, whose)
    elif whose == OWN and any(t.word.lemmas & _IS or t.text in _DASHES for t in scope.before(anchor, 1)):
        yield from scope.chain(scope.first, ("nomn",), line, scope.first)


def _called_so(scope: Scope, index: int) -> int:
    """Where he is named who is obeyed «как непосредственного руководителя», 0 where nobody is."""
    tokens = scope.reading.tokens
    like = next((t.index for t in scope.before(index, 3) if t.word.norm == "как"), None)
    for start in range((like or 0) - 1, scope.first, -1):
        person = any(p.pos == "NOUN" and p.animacy == "anim" for p in tokens[start].word.parses)
        if person and any(
            (phrase := scope.reading.noun_phrase(start, case, scope.last)) and phrase[0] == like
            for case in ("gent", "datv")
        ):
            before = reversed(tokens[scope.first + 1 : start])
            return start - sum(1 for _ in takewhile(lambda t: any(p.pos == "ADJF" for p in t.word.parses), before))
    return 0


def _whose(scope: Scope, index: int) -> tuple[int, str]:
    """Behind the words that say whose superior it is; and of whom they say it."""
    tokens, i = scope.reading.tokens, index + 1
    while i < scope.last and i - index <= _SIGHT:
        token = tokens[i]
        if token.text in _ENDS or token.word.lemmas & _IS:
            break
        if token.word.pos in ("VERB", "INFN"):
            return scope.last, ""
        i += 1
    return i, _spoken_of(scope, tokens[index + 1 : i])


def _spoken_of(scope: Scope, tokens: Sequence[Token]) -> str:
    """Whose work or superior the words name: the jobholder's, another's, or nobody's."""
    if any(t.word.norm in _HIM or scope.worker.is_meant(t) for t in tokens):
        return OWN
    for token in tokens:
        people = [p for p in token.word.parses if p.pos == "NOUN" and p.animacy == "anim" and p.number == "sing"]
        case = next((p.case for p in people if p.case in ("gent", "ablt")), "")
        if case:
            phrase = scope.reading.noun_phrase(token.index, case, tokens[-1].index + 1)
            return phrase[1] if phrase else ""
    return ""


def _guidance(scope: Scope, index: int) -> Iterator[Told]:
    """«работает под руководством …», «руководство работой менеджера осуществляет …»."""
    tokens = scope.reading.tokens
    under = next((t.index for t in scope.before(index, 2) if t.word.norm == "под"), None)
    if under is not None:
        if any(t.word.lemmas & _WORKS for t in scope.before(index)):
            yield from scope.chain(index + 1, ("gent",), _guided(scope, index), under, scope.subject(index))
        return
    if any(t.word.lemmas & _DOES for t in scope.before(index, 2)):
        # «Мастер осуществляет непосредственное руководство токарем»
        _, whose = _whose(scope, index)
        if whose == OWN and not scope.has_own_subject(index):
            yield from scope.chain(scope.first, ("nomn",), _line(scope, index), scope.first)
        return
    behind = range(index + 1, min(scope.last, index + _SIGHT + 1))
    does = next((i for i in behind if tokens[i].word.lemmas & _DOES), None)
    whose = _spoken_of(scope, tokens[index + 1 : does]) if does is not None else ""
    line = _line(scope, index)
    told = whose or (does == index + 1 and (is_direct(scope, index) or line != "direct"))
    if does is not None and told and not scope.has_own_subject(index):
        case = "ablt" if "осуществляться" in tokens[does].word.lemmas else "nomn"
        yield from scope.chain(does + 1, (case,), line, index - 1 if is_direct(scope, index) else index, whose)


def _guided(scope: Scope, index: int) -> str:
    """The line of «под руководством …»: to work under somebody's direct guidance is to report to him, save where
    one duty is done so.
    """
    in_duties = scope.reading.outline.role_at(scope.reading.tokens[index].span.start) in (Role.DUTIES, Role.TASKS)
    return "direct" if is_direct(scope, index) and not in_duties else "guided"
