"""How much two duties are one: said again, said in other words, or different."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jdlint.check.frame import displaced
from jdlint.check.meaning import Meaning, Predication, Unit
from jdlint.check.words import Words, as_verb, same_word
from jdlint.model.pattern import expression
from jdlint.record import record

# Measured on the labelled pairs; see docs/decisions/0008-duplicate-duties.md.
LEAST_SHARED = 3
LEAST_BESIDE = 2
LEAST_SHARE = 0.3
LONG_ACTS = 2
SHORTEST_STEM = 5
LONG_SHARED = 4
LONG_SHARE = 0.5

_ADJECTIVES = (
    expression(r"(?:н|ск|ов|ев)(?:ый|ий|ой)$"),
    expression(r"енн(?:ый|ий|ой)$"),
    expression(r"ионный$"),
    expression(r"ический$"),
)
_PREFIXES = {"до": "пред", "перед": "пред", "после": "после", "между": "меж"}
_NOUN_END = expression(r"(?:ность|ия|ие|[аяоеьй])$")
_LONG_FORMS = {"со": "с", "во": "в", "ко": "к", "об": "о", "обо": "о", "изо": "из", "ото": "от"}

Equal = Callable[[Unit, Unit], bool]


@record
class Pairing:
    """Units of two lists put together, and those left alone on either side."""

    pairs: tuple[tuple[Unit, Unit], ...]
    left: tuple[Unit, ...]
    right: tuple[Unit, ...]


def paired(a: Sequence[Unit], b: Sequence[Unit], equal: Equal) -> Pairing:
    """Put together, one to one, the units of two lists that are equal."""
    free = list(b)
    pairs, left = [], []
    for unit in a:
        # Of two candidates the same word is meant, and the one with the same preposition.
        found = [other for other in free if equal(unit, other)]
        if not found:
            left.append(unit)
            continue
        fit = [(same_word(unit.keys, o.keys), o.preposition == unit.preposition) for o in found]
        other = found[fit.index(max(fit))]
        free.remove(other)
        pairs.append((unit, other))
    return Pairing(tuple(pairs), tuple(left), tuple(free))


def is_same(a: Meaning, b: Meaning) -> bool:
    """Whether both say one thing in the same words, save for forms, order, and a noun standing for its verb."""
    if len(a.units) != len(b.units) or _numbers(a) != _numbers(b) or _denials(a) != _denials(b):
        return False

    def equal(x: Unit, y: Unit) -> bool:
        return same_word(x.keys, y.keys)

    acts = paired(_acts(a), _acts(b), equal)
    every = paired(a.units, b.units, equal)
    if acts.left or acts.right or every.left or every.right:
        return False
    if any(_apart(x, y) for x, y in every.pairs) or _swapped(every.pairs):
        return False
    alone = len(a.predications) == len(b.predications) == 1
    return not (alone and displaced(a.predications[0], b.predications[0], every.pairs))


def _acts(meaning: Meaning) -> list[Unit]:
    return [unit for p in meaning.predications for unit in p.acts]


def _numbers(meaning: Meaning) -> set[str]:
    return {number for p in meaning.predications for number in p.numbers}


def _denials(meaning: Meaning) -> int:
    return sum(p.denied for p in meaning.predications)


def _apart(a: Unit, b: Unit) -> bool:
    """Whether their prepositions differ: из архива, в архив (but контроль за сроками, контроль сроков)."""
    return bool(a.preposition and b.preposition and _short(a) != _short(b))


def _short(unit: Unit) -> str:
    return _LONG_FORMS.get(unit.preposition, unit.preposition)


def _opposed(a: Unit, b: Unit, words: Words) -> bool:
    """Whether their prepositions say opposite things: до смены, после смены."""
    return bool(a.preposition and b.preposition in words.opposite.get(a.preposition, ()))


def _swapped(pairs: Sequence[tuple[Unit, Unit]]) -> bool:
    """Whether giver and taker changed places: «отчёт кассира бухгалтеру», «отчёт бухгалтера кассиру»."""
    datives = [(_is_dative(x), _is_dative(y)) for x, y in pairs if x.pos == y.pos == "NOUN"]
    return (True, False) in datives and (False, True) in datives


def _is_dative(unit: Unit) -> bool:
    return "datv" in unit.cases and not unit.cases & {"gent", "accs"} and not unit.preposition


def nearness(a: Meaning, b: Meaning, words: Words) -> int:
    """How many words of weight two duties share when one says the other in its own way or holds it; 0 if different.

    Every predication of the shorter must be met in the longer; where neither is, of either.
    """
    first, second = sorted((weighty(a), weighty(b)), key=len)
    if not first:
        return 0
    return _held(first, second, words) or (len(first) == len(second) > 1 and _held(second, first, words))


def _held(first: Sequence[Predication], second: Sequence[Predication], words: Words) -> int:
    found = [max(_alike(p, q, words, LEAST_SHARED) for q in second) for p in first]
    if any(found):
        # Beside one that is surely the same, a short one needs less to be.
        found = [max(_alike(p, q, words, LEAST_BESIDE) for q in second) for p in first]
    return sum(found) if all(found) else 0


def weighty(meaning: Meaning) -> list[Predication]:
    return [p for p in meaning.predications if p.heads or p.rest or p.recalled]


def _alike(p: Predication, q: Predication, words: Words, least: int) -> int:
    if p.denied != q.denied or (p.numbers and q.numbers and p.numbers != q.numbers):
        return 0

    def one_thing(x: Unit, y: Unit) -> bool:
        return words.near(x.keys, y.keys) or derived(x, y) or derived(y, x)

    acts = paired(p.acts, q.acts, one_action((p, q), words))
    if not acts.pairs or (acts.left and acts.right):
        return 0
    if p.ensured != q.ensured and (p.arranged or q.arranged):
        return 0  # who organises the work does not do it
    if p.ensured != q.ensured and any(as_verb(x.keys) & words.ensured_of_others for x, _ in acts.pairs):
        return 0
    heads = paired(p.heads, q.heads, one_thing)
    rest = paired((*heads.left, *p.rest, *p.recalled), (*heads.right, *q.rest, *q.recalled), one_thing)
    if not is_centred(p, q, (*heads.pairs, *rest.pairs)):
        return 0
    if apart((*heads.pairs, *rest.pairs), words) or displaced(p, q, (*heads.pairs, *rest.pairs)):
        return 0
    left, right = ([u for u in side if not u.weak] for side in (rest.left, rest.right))
    shared = len(acts.pairs) + len(heads.pairs) + sum(not x.weak for x, _ in rest.pairs)
    shared += (p.ensured and q.ensured) + bool(p.numbers and q.numbers)
    extra = len(left) + len(right) + len(acts.left) + len(acts.right)
    if left and right:
        return shared if _long(acts, heads, left, right, shared) else 0
    objects = [x for x, y in heads.pairs if not (x.preposition or y.preposition)]
    if shared < least and (left or right or (extra and not objects)):
        return 0
    return shared if shared >= LEAST_SHARE * (shared + extra) else 0


def one_action(sides: tuple[Predication, Predication], words: Words) -> Equal:
    """What tells whether two verbs are one action when done to the things of these predications."""
    things = [u.keys for side in sides for u in (*side.heads, *side.rest, *side.recalled)]

    def equal(x: Unit, y: Unit) -> bool:
        return same_word(x.keys, y.keys) or bool(words.meanings(x.keys, things) & words.meanings(y.keys, things))

    return equal


def apart(pairs: Sequence[tuple[Unit, Unit]], words: Words) -> bool:
    """Whether words that are the same stand in opposite places: before and after, giver and taker."""
    return any(_opposed(x, y, words) for x, y in pairs) or _swapped(pairs)


def derived(x: Unit, y: Unit, shortest: int = SHORTEST_STEM) -> bool:
    """Whether the first is an adjective made of the second, a noun, and of its preposition: «лабораторный» of
    «лаборатория», «предрейсовый» of «перед рейсом».
    """
    if x.pos != "ADJF" or y.pos != "NOUN":
        return False
    prefix = _PREFIXES.get(y.preposition, "")
    stems = {ending.sub("", key[2:]) for ending in _ADJECTIVES for key in x.keys if key[0] == "l"}
    nouns = {prefix + _NOUN_END.sub("", key[2:]) for key in y.keys if key[0] == "l"}
    return any(len(stem) >= shortest for stem in stems & nouns)


def is_centred(p: Predication, q: Predication, pairs: Sequence[tuple[Unit, Unit]]) -> bool:
    """Whether what the two share holds a head of each, as far as they have heads."""
    firsts, seconds = {id(x) for x, _ in pairs}, {id(y) for _, y in pairs}
    met = all(not side or any(id(u) in ids for u in side) for side, ids in ((p.heads, firsts), (q.heads, seconds)))
    return met and bool(pairs)


def may_end_otherwise(p: Predication) -> bool:
    """Whether so many actions and things are listed that another duty with the same list may end differently."""
    return len(p.acts) >= LONG_ACTS and len(p.acts) + len(p.heads) >= LONG_SHARED


def _long(acts: Pairing, heads: Pairing, left: Sequence[Unit], right: Sequence[Unit], shared: int) -> bool:
    """Whether a long list of actions and things said twice outweighs that its ends differ.

    «Приём и регистрация заявок, жалоб и писем жильцов» and «… собственников» belong together, while
    «график отпусков» and «график дежурств» do not.
    """
    if acts.left or acts.right or {*map(id, (*left, *right))} & {*map(id, (*heads.left, *heads.right))}:
        return False
    if all(any(u.pos != "NOUN" for u in side) for side in (left, right)):
        return False  # входящие, исходящие
    enough = len(acts.pairs) >= LONG_ACTS and len(acts.pairs) + len(heads.pairs) >= LONG_SHARED
    return enough and shared >= LONG_SHARE * (shared + len(left) + len(right))
