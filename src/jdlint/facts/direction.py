"""Which way a sentence on substitution goes: whether the jobholder is replaced or replaces."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from jdlint.model.reading import Token
from jdlint.record import record

_OTHER = ("другой", "иной", "любой", "прочий", "остальной", "каждый", "коллега")
HIS = ("его", "ее", "меня", "тебя", "вас", "мою", "твою", "вашу", "мои", "твои", "ваши")
_ELSEWHERE = frozenset({"другой", "иной", "соседний", "смежный"})
_WHILE = ("на", "в", "во", "при", "ввиду", "вследствие", "из-за")


@record
class Terms:
    """The vocabulary of substitution, and the lemmas that stand for the jobholder."""

    sets: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]
    own: frozenset[str]
    superiors: frozenset[str]

    def is_own(self, token: Token, before: Sequence[Token]) -> bool:
        """Whether a noun for a person is the jobholder: in the singular and without «другой»."""
        if token.text.isupper() and token.word.norm in self.own:
            return True  # initials of his title
        if not token.word.lemmas & self.own or not animate(token):
            return False
        plural = all(p.number == "plur" for p in token.word.parses if p.pos == "NOUN")
        return not plural and not any(t.word.lemmas & set(_OTHER) for t in before[-3:]) and not self._apart(before)

    def _apart(self, before: Sequence[Token]) -> bool:
        """Whether an adjective tells the noun behind it from the jobholder: «старший лаборант» of a «лаборант»."""
        attributes = list(takewhile(lambda t: t.word.pos == "ADJF", reversed(before)))
        return any(t.word.lemmas & self.sets["ranks"] and not t.word.lemmas & self.own for t in attributes)


def animate(token: Token) -> bool:
    """Whether the form can be a noun for a person; «по» and «станков» are none, though they are surnames too."""
    if token.word.pos in ("PREP", "CONJ", "PRCL"):
        return False
    return any(p.pos == "NOUN" and p.animacy == "anim" and "Surn" not in p.marks for p in token.word.parses)


def elsewhere(tokens: Sequence[Token], i: int) -> bool:
    """Whether somebody of the jobholder's title works in another place: «кассир соседнего зала», «из другого зала»."""
    behind = tokens[i + 1 : i + 3]
    if behind and behind[0].word.norm in ("из", "с"):
        behind = behind[1:]
    return bool(behind) and bool(behind[0].word.lemmas & _ELSEWHERE) and "gent" in behind[0].word.cases()


def direction(tokens: Sequence[Token], act: int, words: Terms) -> str:
    """The kind of fact that a sentence tells whose word of taking over is at `act`; "" when neither is sure."""
    if tokens[act].word.lemmas & words.sets["is_replaced"]:
        named = any(
            animate(t) and any(p.case == "nomn" and p.animacy == "anim" for p in t.word.parses) for t in tokens[:act]
        )
        return "substituted_by" if _own_subject(tokens, act, words) or not named else ""
    absent = absent_in(tokens, act, words)
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
    if handed or any(t.word.norm in HIS for t in tokens):
        return "substituted_by"
    held = any(t.word.lemmas & words.sets["charges"] for t in tokens[max(0, act - 2) : act])
    if held and tokens[act].word.lemmas & words.sets["passes"] and another_behind(tokens, act, words):
        return "substituted_by"  # «На время отсутствия обязанности исполняет старший лаборант»
    acting = tokens[act].word.pos == "INFN" or _own_subject(tokens, act, words) or _stands_in(tokens, act, words)
    # «Во время болезни замещает палатная медсестра»: though he bears that title too
    stands_in = bool(tokens[act].word.lemmas & words.sets["replaces"]) and _subject_behind(tokens, act)
    if not acting and (stands_in or _duties_pass(tokens, act, words)):
        return "substituted_by"
    return "substitutes" if acting and tokens[act].word.lemmas & words.sets["replaces"] else ""


def absent_in(tokens: Sequence[Token], act: int, words: Terms) -> list[tuple[Token, Sequence[Token]]] | None:
    """Nouns for whoever is away or replaced, each with the words before it; None when the sentence does not say."""
    found: list[tuple[Token, Sequence[Token]]] = []
    for i, token in enumerate(tokens):
        if token.word.lemmas & words.sets["away"] and any(t.word.norm in _WHILE for t in tokens[max(0, i - 5) : i]):
            found += genitive(tokens, i + 1, ("gent",))
        elif token.word.norm.startswith("отсутствующ"):
            found += genitive(tokens, i + 1, ("gent", "accs", "datv"))
        elif token.word.norm in ("отсутствует", "отсутствовал", "болеет"):
            found += [(t, tokens[max(0, i - 3) : i - 1]) for t in tokens[max(0, i - 2) : i] if animate(t)]
        elif token.word.lemmas & words.sets["charges"]:
            found += genitive(tokens, i + 1, ("gent",))
    if found:
        return found
    if tokens[act].word.lemmas & words.sets["replaces"]:
        behind = tokens[act + 1 : act + 2]
        if behind and behind[0].text.isupper() and words.is_own(behind[0], ()):
            return [(behind[0], ())]  # initials of his title
        found = genitive(tokens, act + 1, ("accs", "gent"))
        numbers = {p.number for p in tokens[act].word.parses if p.pos == "VERB"} or {"sing", "plur"}
        for i in range(act):
            held = tokens[i]
            accusative = any(p.case in ("accs", "gent") and p.pos == "NOUN" for p in held.word.parses)
            nominative = any(
                p.case == "nomn" and p.animacy == "anim" and p.number in numbers for p in held.word.parses
            )  # «Мастера замещает технолог»: the verb is in the singular, and «аналитика» is no science here
            initials = i > 0 and held.text.isupper()
            if (initials or (animate(held) and accusative and not nominative)) and held.word.lemmas & words.own:
                return [(held, tokens[:i])]
    return found or None


def genitive(tokens: Sequence[Token], start: int, cases: Sequence[str]) -> list[tuple[Token, Sequence[Token]]]:
    """The noun for a person that begins within a few words from `start`, brackets passed over, and what is before."""
    i, depth = start, 0
    while i < len(tokens) and i < start + 14:
        token = tokens[i]
        if token.text == "(":
            depth += 1
        elif token.text == ")":
            depth -= 1
        elif depth == 0:
            held = {p.case for p in token.word.parses if p.pos == "NOUN" and p.animacy == "anim"} & set(cases)
            attributes = takewhile(lambda t: t.word.pos in ("ADJF", "PRTF"), reversed(tokens[start:i]))
            if animate(token) and held and all(t.word.cases() & held for t in attributes):
                return [(token, tokens[start:i])]
            attribute = token.word.pos in ("ADJF", "PRTF", "ADVB", "NUMR") or token.text in ("и", "или", ",", "/")
            away = token.word.cases() & {"gent"} and token.word.pos == "NOUN"
            if not attribute and not away:
                return []
            if token.text == "," and i > start and not tokens[i - 1].word.cases():
                return []
        i += 1
    return []


def _own_subject(tokens: Sequence[Token], act: int, words: Terms, absent: Sequence[Token] = ()) -> bool:
    """Whether the jobholder is named in the nominative before the act; not as the one who is absent."""
    return any(
        words.is_own(t, tokens[:i])
        and any(p.case == "nomn" and p.pos == "NOUN" and p.number == "sing" for p in t.word.parses)
        for i, t in enumerate(tokens[:act])
        if t not in absent
    )


def _subject_behind(tokens: Sequence[Token], act: int) -> bool:
    """Whether the verb opens its clause, and the first one named behind it can only be the one who acts."""
    if tokens[act].word.pos != "VERB" or any(
        animate(t) and "nomn" in t.word.cases() for t in tokens[max(0, act - 4) : act]
    ):
        return False
    named = next((t for t in tokens[act + 1 : act + 6] if animate(t)), None)
    cases = {p.case for p in named.word.parses if p.pos == "NOUN" and p.number == "sing"} if named else set()
    return "nomn" in cases and "accs" not in cases


def _stands_in(tokens: Sequence[Token], act: int, words: Terms) -> bool:
    """«Начальника цеха замещает наладчик»: another is named before the verb as the one who is replaced."""
    singular = [[p for p in t.word.parses if p.pos == "NOUN" and p.number == "sing"] for t in tokens]
    replaced = any(
        animate(t)
        and not words.is_own(t, tokens[:i])
        and {"accs"} <= {p.case for p in singular[i]} - {"nomn"}
        and not any(p.case == "nomn" and p.animacy == "anim" for p in singular[i])
        for i, t in enumerate(tokens[:act])
    )
    return replaced and any(
        words.is_own(t, tokens[act:i]) and any(p.case == "nomn" and p.animacy == "anim" for p in singular[i])
        for i, t in enumerate(tokens[: act + 6])
        if i > act
    )


def _duties_pass(tokens: Sequence[Token], act: int, words: Terms) -> bool:
    """«Должностные обязанности возлагаются на …»: nobody's in particular, so the jobholder's, and not to him."""
    passive = tokens[act].word.pos == "PRTS" or tokens[act].word.norm.endswith(("ся", "сь"))
    named = any(
        t.word.lemmas & words.sets["charges"] and any(p.case == "nomn" and p.pos == "NOUN" for p in t.word.parses)
        for t in tokens[:act]
    )
    return passive and named and not _falls_to_worker(tokens, act, words)


def _his_pass(tokens: Sequence[Token], act: int, words: Terms) -> bool:
    """Whether «его обязанности исполняет» somebody who is not the jobholder: then it is he who is away,
    though his title, kept from another document, calls him by another name."""
    his = any(
        tokens[i].word.norm in HIS and any(t.word.lemmas & words.sets["charges"] for t in tokens[i + 1 : i + 3])
        for i in range(act)
    )
    return his and another_behind(tokens, act, words)


def another_behind(tokens: Sequence[Token], act: int, words: Terms) -> bool:
    """Whether the one named behind the act is not the jobholder."""
    behind = range(act + 1, min(len(tokens), act + 5))
    onto = next((i for i in behind if tokens[i].word.norm in ("к", "на")), None)
    cases = {"nomn"} if onto is None else {"accs", "datv", "gent"}
    for i in behind if onto is None else range(onto + 1, min(len(tokens), onto + 5)):
        if (animate(tokens[i]) or "лицо" in tokens[i].word.lemmas) and tokens[i].word.cases() & cases:
            return not words.is_own(tokens[i], tokens[:i]) or elsewhere(tokens, i)
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


def _falls_to_worker(tokens: Sequence[Token], act: int, words: Terms) -> bool:
    """«переходят к менеджеру», «возлагаются на менеджера»."""
    return any(
        tokens[i].word.norm in ("к", "на")
        and any(words.is_own(tokens[j], tokens[i:j]) for j in range(i + 1, min(len(tokens), i + 4)))
        for i in range(act + 1, len(tokens))
    )
