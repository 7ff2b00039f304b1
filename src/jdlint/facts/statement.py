"""Superiors named by a verb: «подчиняется …», «в подчинении у …», «подотчётен …», «отчитывается перед …»."""

from __future__ import annotations

from collections.abc import Iterator

from jdlint.facts.leader import is_direct, is_his, leaders
from jdlint.facts.scope import OWN, RELATIVE, Scope, Told
from jdlint.facts.superior import Named, name_at, text_from
from jdlint.model.outline import Role
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact, Token

_HIS = ("его", "ее", "их")
_HIM = ("ему", "ей", "которому", "которой")
_DOUBLE = {"двойное", "два"}
_IN_CHARGE = ("в", "под")
_NOMINAL = ("NOUN", "ADJF", "PRTF")
_ANY_CASE = ("gent", "datv", "accs", "ablt", "nomn")
_TASKED = {"получать", "выдавать", "давать", "ставить"}
_TASK = {"задание", "наряд", "указание", "задача", "наряд-задание"}
_PROPOSED = ("представлению", "согласованию", "предложению")
_MUST = {"обязать", "обязанный", "должный", "должен", "обязан"}
_IS_ONE = {"являться", "относиться"}
_BEING = {"находиться", "состоять", "быть", "работать", "трудиться"}
_AS_SUPERIOR = expression(
    r"(?:как|являющ\w+|котор\w+\s+является)\s+(?:(?:его|ее|перед)\s+)*(?:непосредственн|прям)\w+\s+(?:руководител|начальник)"
)
_ABOUT = expression(r"\bоб?\s|\bза\s")


def statements(scope: Scope, index: int) -> Iterator[Told]:
    """The statements whose verb, or noun in its place, is token `index`."""
    word = scope.reading.tokens[index].word
    norm = word.norm
    in_charge = norm == "ведении" and any(t.word.lemmas & _BEING for t in scope.before(index, 3))
    in_charge = in_charge or (norm == "распоряжении" and _is_at_hand(scope, index))
    in_charge = in_charge or (norm == "началом" and any(t.word.norm == "под" for t in scope.before(index, 3)))
    if in_charge or (norm.startswith("подчин") and "подчинение" in word.lemmas):
        yield from _under(scope, index)
    elif norm.startswith("репортит"):
        yield from scope.chain(index + 1, ("datv",), scope.way(index), index, scope.subject(index))
    elif norm.startswith("подчин"):
        if any(t.word.lemmas & _IS_ONE for t in scope.before(index, 3)) and word.pos in ("NOUN", "ADJF", "PRTF"):
            yield from _one_of(scope, index)
        elif word.pos != "NOUN":
            yield from _obeys(scope, index)
    elif norm.startswith(("подотчет", "подконтрол")):
        if word.pos in ("ADJS", "ADJF"):
            yield from _obeys(scope, index)
    elif "отчитываться" in word.lemmas:
        yield from _answers(scope, index)
    elif word.lemmas & _TASKED and word.pos == "VERB":
        yield from _tasks(scope, index)
    elif norm.startswith("руковод") or (
        "начальник" in word.lemmas and (is_direct(scope, index) or is_his(scope, index))
    ):
        yield from leaders(scope, index)


def _one_of(scope: Scope, index: int) -> Iterator[Told]:
    """«является подчинённым мастера», «относится к подчинённым мастера»."""
    subject = scope.subject(index)
    if subject != RELATIVE and not any(t.word.norm in (*_HIS, "не") for t in scope.before(index, 2)):
        yield from scope.chain(index + 1, ("gent", "datv"), scope.way(index), index, subject)


def _obeys(scope: Scope, index: int) -> Iterator[Told]:
    """«подчиняется», «подчинён», «подотчётен»."""
    if any(t.word.norm == "не" for t in scope.before(index, 1)):
        return
    nominal = scope.reading.tokens[index].word.pos in ("PRTF", "ADJF")
    if nominal and any(t.word.norm in _HIS for t in scope.before(index, 1)):
        return  # «является его подчинённым»: the one spoken of before
    if he := _referred(scope, index):
        behind = _him_behind(scope, index) or index
        limited = scope.words.narrows(text_from(scope.reading, behind + 1, scope.last))
        marks = {"line": "area" if limited else scope.way(index), "form": he.form, "from": str(he.span.start)}
        yield Fact("reports_to", he.value, he.span, marks | ({"person": "yes"} if he.person else {})), OWN
        return
    if scope.is_reversed(index):
        yield from scope.subordinates(index + 1)
        return
    pos = scope.reading.tokens[index].word.pos
    finite = pos in ("VERB", "PRTS", "ADJS")
    duty = pos == "INFN" and (index == scope.first or any(t.word.lemmas & _MUST for t in scope.before(index)))
    nearby = any(t.word.lemmas & scope.worker.lemmas for t in scope.before(index, 4))
    participle = pos in ("PRTF", "ADJF") and (nearby or scope.has_own_subject(index))
    subject = scope.subject(index)
    if (finite or duty or participle) and subject != RELATIVE:
        start = _past_subject(scope, index + 1)
        yield from scope.chain(start, ("datv",), scope.way(index), index, subject)


def _referred(scope: Scope, index: int) -> Named | None:
    """Whom «ему» beside the verb means where it is no subordinate's verb: the last position named before it
    («получает задания от директора и ему подчиняется»).
    """
    reading, tokens = scope.reading, scope.reading.tokens
    him = next((t.index for t in reversed(scope.before(index, 3)) if t.word.norm in _HIM), None)
    at = _him_behind(scope, index)
    if at and not reading.noun_phrase(at + 1, "nomn", scope.last):
        him = index
    plural = any(p.number == "plur" for p in tokens[index].word.parses if p.pos in ("VERB", "PRTS"))
    if him is None or plural or reading.noun_phrase(index + 1, "nomn", scope.last):
        return None
    return _last_named(scope, him)


def _last_named(scope: Scope, stop: int) -> Named | None:
    """The last position or person named before token `stop`, who is not the jobholder."""
    reading, last, i = scope.reading, None, scope.first
    while i < stop:
        nominal = reading.tokens[i].word.pos in _NOMINAL
        named = name_at(reading, scope.words, i, stop, _ANY_CASE) if nominal else None
        if named and named.form in ("position", "person") and not scope.worker.is_called(named.value):
            last = named
        ends = named.end if named else i + 1
        # «директором по представлению мастера участка»: two people
        i = next((j + 1 for j in range(i, ends) if reading.tokens[j].word.norm in _PROPOSED), ends)
    return last


def _him_behind(scope: Scope, index: int) -> int:
    """Where «ему» stands right behind the verb, or behind «лично» and the like; 0 where it does not."""
    tokens, at = scope.reading.tokens, index + 1
    while at < scope.last and tokens[at].word.norm in scope.words.direct:
        at += 1
    return at if at < scope.last and tokens[at].word.norm in _HIM else 0


def _past_subject(scope: Scope, at: int) -> int:
    """Behind a subject that follows its verb («подчиняется менеджер начальнику отдела»)."""
    tokens, start = scope.reading.tokens, at
    while start < scope.last and tokens[start].word.lemmas & scope.worker.lemmas:
        if start == at and tokens[start].word.pos in _NOMINAL and "datv" in tokens[start].word.cases():
            return at  # «главный энергетик подчиняется главному инженеру»
        start += 1
    return start


def _under(scope: Scope, index: int) -> Iterator[Told]:
    """«в подчинении у …», «под началом …», «в его подчинении …», «имеет двойное подчинение: …».

    «В подчинении: …» at the beginning, without a verb, is the label of the jobholder's own people.
    """
    tokens, word = scope.reading.tokens, scope.reading.tokens[index].word
    before = scope.before(index, 5)
    norms = [t.word.norm for t in before]
    at = next((n for n, norm in enumerate(norms) if norm in _IN_CHARGE), None)
    if at is None:
        colon = index + 1 < scope.last and tokens[index + 1].text in (":", "—", "–")
        if colon and _DOUBLE & set(norms):
            yield from scope.chain(index + 2, ("datv", "nomn"), "direct", index)
        return
    if not any(p.case in ("loct", "ablt") or (p.case, p.number) == ("accs", "sing") for p in word.parses):
        return  # «в случае двойного подчинения»
    preposition = index - len(norms) + at
    start = index + 1 + (index + 1 < scope.last and tokens[index + 1].word.norm == "у")
    if any(n in _HIS for n in norms[at:]) and (he := _his_superior(scope, index, preposition)):
        yield (
            Fact(
                "reports_to", he.value, he.span, {"line": scope.way(index), "form": he.form, "from": str(he.span.start)}
            ),
            OWN,
        )
        return
    his = any(n in _HIS for n in norms[at:]) or any(t.word.lemmas & {"иметь", "быть"} for t in before)
    titled = preposition == scope.first and (start == scope.last or tokens[start].text in (":", "—", "–"))
    if titled or his or (start < scope.last and tokens[start].word.norm in ("него", "нее")):
        yield from scope.subordinates(index + 1)
        return
    named = name_at(scope.reading, scope.words, start, scope.last, ("gent",))
    spoken = tokens[start : named.end] if named else []
    his_own = named and (
        scope.worker.is_called(named.value)
        or scope.worker.is_named(spoken)
        or (len(spoken) == 1 and spoken[0].word.lemmas & scope.words.worker)  # «в подчинении работника находятся …»
    )
    if named and his_own:
        yield from scope.subordinates(named.end)
    elif named is None and start < scope.last and tokens[start].word.lemmas & scope.worker.lemmas:
        yield from scope.subordinates(start + 1)
    elif (subject := scope.subject(index)) != RELATIVE:
        verbs = [t.index for t in scope.before(preposition, 2) if t.word.lemmas & _BEING]
        anchor = verbs[0] if verbs else preposition
        yield from scope.chain(start, ("gent",), scope.way(index), anchor, subject)


def _his_superior(scope: Scope, index: int, preposition: int) -> Named | None:
    """Whose «его» is in «назначается по представлению начальника отряда и находится в его подчинении»: the last
    position named before, where the jobholder is the one who «находится».
    """
    verb = next((t for t in scope.before(preposition, 2) if t.word.lemmas & _BEING), None)
    return _last_named(scope, verb.index) if verb is not None and _is_his(scope, verb) else None


def _is_at_hand(scope: Scope, index: int) -> bool:
    """Whether it is the jobholder who «находится в распоряжении»."""
    verb = next((t for t in scope.before(index, 3) if t.word.lemmas & _BEING), None)
    return verb is not None and _is_his(scope, verb)


def _is_his(scope: Scope, verb: Token) -> bool:
    """Whether the verb is in the singular and the last subject before it is the jobholder."""
    singular = any(p.number == "sing" for p in verb.word.parses if p.pos == "VERB")
    before = reversed(scope.before(verb.index))
    subject = next((t for t in before if "который" in t.word.lemmas or _is_subject(t)), None)
    return singular and subject is not None and bool(subject.word.lemmas & (scope.worker.lemmas | scope.words.worker))


def _is_subject(token: Token) -> bool:
    first = next(iter(token.word.parses), None)
    return first is not None and first.pos == "NOUN" and first.case == "nomn"


def _tasks(scope: Scope, index: int) -> Iterator[Told]:
    """«задания получает от …», «задания наладчику выдаёт …»: whose word he works by, where nothing else says it."""
    tokens = scope.reading.tokens
    elsewhere = scope.reading.outline.role_at(tokens[index].span.start) not in (Role.GENERAL, None)
    near = [*scope.before(index, 4), *tokens[index + 1 : min(scope.last, index + 4)]]
    said = any(t.word.norm.startswith("подчин") for t in tokens[scope.first : scope.last])
    if elsewhere or said or not any(t.word.lemmas & _TASK for t in near):
        return
    behind = range(index + 1, min(scope.last, index + 5))
    if "получать" in tokens[index].word.lemmas:
        at = next((i for i in behind if tokens[i].word.norm == "от"), None)
        if at is not None and (subject := scope.subject(index)) in (OWN, ""):
            yield from scope.chain(at + 1, ("gent",), "guided", index, subject)
    elif any(scope.worker.is_meant(t) and "datv" in t.word.cases() for t in near):
        passed = (t.word.norm in scope.words.direct or t.word.lemmas & _TASK for t in tokens[index + 1 : scope.last])
        start = index + 1 + next((i for i, skipped in enumerate(passed) if not skipped), scope.last)
        told = scope.chain(start, ("nomn",), "guided", index) if start < scope.last else ()
        yield from (one for one in told if one[0].marks["form"] == "position")


def _answers(scope: Scope, index: int) -> Iterator[Told]:
    """«отчитывается перед …»: a line of command in the general provisions, only a report among the duties."""
    tokens = scope.reading.tokens
    behind = range(index + 1, min(scope.last, index + 12))
    at = next((i for i in behind if tokens[i].word.norm in ("перед", "пред")), None)
    subject = scope.subject(index)
    if at is None or subject == RELATIVE:
        return
    rest = " ".join(t.word.norm for t in tokens[at : scope.last])
    in_duties = scope.reading.outline.role_at(tokens[index].span.start) in (Role.DUTIES, Role.TASKS)
    if _AS_SUPERIOR.search(rest):
        line = "direct"
    elif in_duties or at > index + 2 or _ABOUT.search(rest):
        line = "report"
    else:
        line = "accountable"
    yield from scope.chain(at + 1, ("ablt",), line, index, subject)
