"""Somebody else does the jobholder's work while he is away, told without a word for replacement."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from jdlint.facts.direction import HIS, Terms, animate, elsewhere, genitive
from jdlint.model.reading import Token

_WHILE = ("на", "в", "во", "при", "за", "перед", "ввиду", "вследствие", "из-за", "случае", "время", "период")
_CLAUSE = ("если", "когда", "пока")
_ME = (
    "я",
    "меня",
    "он",
    "она",
    "его",
    "ее",
    "мой",
    "моего",
    "моей",
    "своего",
    "ты",
    "тебя",
    "вы",
    "вас",
    "твой",
    "ваш",
)
_WHERE = ("в", "на")
_FARTHEST = 5
_EITHER = frozenset({"sing", "plur"})


def taker_of(tokens: Sequence[Token], words: Terms) -> int | None:
    """Place of the one who takes over in a sentence on an absence; None where it is somebody else's, or nobody does."""
    absence = _absence(tokens, words)
    if absence is None:
        return None
    if any(named and not words.is_own(*named[0]) for named in _whose_work(tokens, words)):
        return None
    start, end, his = absence
    rest = [i for i in range(len(tokens)) if not start <= i < end]
    if (given := _given_to(tokens, rest, words)) is not None:
        return given
    if (sent := _put_in_place(tokens, rest, words)) is not None:
        return sent
    norms = " ".join(t.word.norm for t in tokens)
    arranged, instead = (words.patterns[name].search(norms) is not None for name in ("finds", "instead"))
    verb = next((i for i in rest if tokens[i].word.pos in ("VERB", "PRTS")), None)
    if verb is None:
        return next((i for i in rest if _acts(tokens, i, words)), None) if instead else None
    lemmas = tokens[verb].word.lemmas
    his = his or any(words.is_own(tokens[i], tokens[:i]) and "gent" in _cases(tokens[i]) for i in rest)
    his = his or any(tokens[i].word.norm in HIS for i in rest)
    if lemmas & words.sets["reacts"] and not arranged:
        return None
    if not (his or instead or arranged or lemmas & words.sets["replaces"]):
        return None
    found = {p.number for p in tokens[verb].word.parses if p.pos == tokens[verb].word.pos}
    numbers = _EITHER if "plur" in found else found  # «его работу делят мойщик и стажёр»
    taker = next((i for i in rest if _acts(tokens, i, words, numbers, things=arranged)), None)
    if taker is None and any(words.is_own(tokens[i], tokens[start:i]) for i in range(start, end)):
        # «При болезни лаборанта выходит лаборант, стоящий в резерве»: behind the verb it is one of his own title.
        taker = next(
            (i for i in rest if i > verb and words.is_own(tokens[i], ()) and "nomn" in _cases(tokens[i])), None
        )
    return taker


def is_sent(tokens: Sequence[Token], taker: int, words: Terms) -> bool:
    """Whether the one at `taker` only finds somebody else: «мастер выставляет резервного лаборанта»."""
    finds = words.patterns["finds"].search(" ".join(t.word.norm for t in tokens)) is not None
    return finds or any(
        "accs" in _cases(t) and "nomn" not in _cases(t) and animate(t) and not words.is_own(t, tokens[:i])
        for i, t in enumerate(tokens)
        if i > taker
    )


def _absence(tokens: Sequence[Token], words: Terms) -> tuple[int, int, bool] | None:
    """The words that tell of an absence, first and last, and whether they say that it is the jobholder's; None where
    they name somebody else, or there is none.
    """
    for i, token in enumerate(tokens):
        if token.word.norm in _CLAUSE:
            end = next((j for j in range(i + 1, len(tokens)) if tokens[j].text in (",", "–", "—", "-")), len(tokens))
            if (his := _clause(tokens[i:end], words)) is not None:
                return i, end, his
        if token.word.norm.startswith("отсутствующ"):
            named = genitive(tokens, i + 1, ("gent",))
            return (i, _behind(named, tokens, i), True) if named and words.is_own(*named[0]) else None
        if token.word.norm == "временно" and _his_work(tokens, words):
            return i, i + 1, True
        if not token.word.lemmas & (words.sets["away"] | words.sets["fails"]) or "увольнение" in token.word.lemmas:
            continue
        before = range(max(0, i - _FARTHEST), i)
        begin = next((j for j in before if tokens[j].word.norm in _WHILE), None)
        if begin is None:
            continue
        named = genitive(tokens, i + 1, ("gent",))
        thing = not named and "отсутствие" in token.word.lemmas and _of_a_thing(tokens, i)
        if thing or (named and not words.is_own(*named[0])):
            return None
        mine = any(tokens[j].word.norm in _ME for j in before)
        return begin, _behind(named, tokens, i), bool(named) or mine
    return None


def _behind(named: Sequence[tuple[Token, Sequence[Token]]], tokens: Sequence[Token], i: int) -> int:
    """Where the words on an absence end: behind the one who is named, or behind the noun at `i`."""
    return named[0][0].index - tokens[0].index + 1 if named else i + 1


def _his_work(tokens: Sequence[Token], words: Terms) -> bool:
    """«Его обязанности … исполняет»."""
    held = any(
        t.word.norm in HIS and any(n.word.lemmas & words.sets["charges"] for n in tokens[i + 1 : i + 3])
        for i, t in enumerate(tokens)
    )
    return held and any(t.word.lemmas & words.sets["passes"] and t.word.pos == "VERB" for t in tokens)


def _whose_work(tokens: Sequence[Token], words: Terms) -> Iterator[Sequence[tuple[Token, Sequence[Token]]]]:
    """Whom the sentence names behind the words for work: «обязанности мастера», but not «ставит на пост мастера»."""
    held = (
        i
        for i, t in enumerate(tokens)
        if t.word.lemmas & words.sets["charges"] and not (i and tokens[i - 1].word.norm in _WHERE)
    )
    return (genitive(tokens, i + 1, ("gent",)) for i in held)


def _of_a_thing(tokens: Sequence[Token], i: int) -> bool:
    """Whether something is absent and not somebody: «отсутствие заготовок»."""
    noun = next((t.word for t in tokens[i + 1 : i + 4] if t.word.pos != "ADJF"), None)
    return noun is not None and noun.pos == "NOUN" and any(p.case == "gent" for p in noun.best)


def _clause(clause: Sequence[Token], words: Terms) -> bool | None:
    """Whether the clause says that the jobholder is away; None where it says so of nobody."""
    nouns = words.sets["away"] | words.sets["fails"]
    plain = any(t.word.lemmas & nouns and clause[i - 1].word.norm in _WHERE for i, t in enumerate(clause) if i)
    verbs = [t for t in clause if t.word.lemmas & words.sets["is_away"]]
    people = [(t, clause[:i]) for i, t in enumerate(clause) if animate(t)]
    if any(words.is_own(t, before) for t, before in people) or any(t.word.norm in _ME for t in clause):
        return True if plain or verbs else None
    return False if plain and not people else None


def _given_to(tokens: Sequence[Token], rest: Sequence[int], words: Terms) -> int | None:
    """Whom something is handed over to, or fixed behind, by the jobholder or by nobody in particular."""
    for i in rest:
        word = tokens[i].word
        if not word.lemmas & (words.sets["goes_to"] | words.sets["hands_over"]) or word.pos not in ("VERB", "INFN"):
            continue
        if any(_acts(tokens, j, words) for j in rest if j < i):
            continue
        for j in rest:
            given = j > i and animate(tokens[j]) and _cases(tokens[j]) & {"datv", "ablt"}
            if given and (not words.is_own(tokens[j], tokens[:j]) or elsewhere(tokens, j)):
                return j
    return None


def _put_in_place(tokens: Sequence[Token], rest: Sequence[int], words: Terms) -> int | None:
    """Another whom somebody puts in the place of the absent one: «мастер передаёт участок другому слесарю»."""
    verb = next((i for i in rest if tokens[i].word.pos in ("VERB", "INFN")), None)
    if verb is None or not tokens[verb].word.lemmas & words.sets["sends"]:
        return None
    return next(
        (
            i
            for i in rest
            if i > verb and animate(tokens[i]) and tokens[i - 1].word.lemmas & words.sets["another"] and i - 1 in rest
        ),
        None,
    )


def _acts(
    tokens: Sequence[Token], i: int, words: Terms, numbers: Collection[str] = _EITHER, *, things: bool = False
) -> bool:
    """Whether the word is somebody in the nominative who is not the jobholder; a department too where `things`."""
    token = tokens[i]
    if token.word.norm in HIS or not (animate(token) or things):
        return False
    if words.is_own(token, tokens[:i]) and not elsewhere(tokens, i):
        return False
    return any(
        p.case == "nomn" and p.pos == "NOUN" and p.number in numbers and (things or p.animacy == "anim")
        for p in token.word.parses
    )


def _cases(token: Token) -> frozenset[str]:
    return frozenset(p.case for p in token.word.parses if p.pos == "NOUN")
