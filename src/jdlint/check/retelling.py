"""Whether one worker is told a duty over again: nearness for the duties of one document.

There both places are about one person, so that what one place leaves out is taken from the other. Between documents
the stricter `likeness` decides.
"""

from __future__ import annotations

from collections.abc import Sequence

from jdlint.check.frame import displaced
from jdlint.check.likeness import (
    LEAST_BESIDE,
    LEAST_SHARE,
    LEAST_SHARED,
    apart,
    derived,
    is_centred,
    one_action,
    paired,
    weighty,
)
from jdlint.check.meaning import Meaning, Predication, Unit
from jdlint.check.words import Words, as_verb, same_word
from jdlint.record import record

# A whole procedure holds too many words to be one duty with a line that repeats some of them.
LEAST_RATIO = 0.25
SHORTEST_STEM = 4
MUCH_SHARED = 1.5

_PLACES = frozenset({"в", "во", "на", "у", "около", "возле", "над", "под", "подо", "вокруг", "внутри", "вдоль", "за"})
_TIMES = frozenset({"при", "перед", "передо", "после", "до", "между", "через", "накануне"})
_TOPICS = frozenset({"о", "об", "обо", "по", "относительно", "про"})
_SOURCES = frozenset({"из", "изо", "от", "ото", "с", "со"})
# What answers these makes a duty of an action and a thing another one.
_TELLING = frozenset({"which", "from where"})
_PURPOSES = frozenset({"для", "ради"})


def retelling(a: Meaning, b: Meaning, words: Words) -> int:
    """How many words of weight two duties of one document share when one tells the other over again; 0 if it does not.

    Every predication of the shorter must be met in the longer, by actions and things of one of its predications and,
    where these are not enough, by what the duty says beside. What one says and the other does not may stand on both
    sides only where it answers different questions: «по понедельникам» and «в зале», but not «отпусков» and «дежурств».
    """
    first, second = sorted((weighty(a), weighty(b)), key=len)
    if not first or _weight(first) < LEAST_RATIO * _weight(second) or _weight(second) < LEAST_RATIO * _weight(first):
        return 0
    return _met(first, second, words) or (len(first) == len(second) > 1 and _met(second, first, words))


def _met(first: Sequence[Predication], second: Sequence[Predication], words: Words) -> int:
    met = [max((_meeting(p, q, first, second, words) for q in second), key=lambda m: m.rank) for p in first]
    sure = any(m.holds for m in met)
    return sum(m.shared for m in met) if all(m.holds or (m.shared and sure) for m in met) else 0


def _weight(told: Sequence[Predication]) -> int:
    return sum(len(p.units) for p in told)


@record
class _Meeting:
    """How many words two predications share; `holds` where that is enough, whatever is told beside them."""

    shared: int = 0
    holds: bool = False

    @property
    def rank(self) -> tuple[bool, int]:
        return self.holds, self.shared


_NONE = _Meeting()


def _meeting(
    p: Predication, q: Predication, first: Sequence[Predication], second: Sequence[Predication], words: Words
) -> _Meeting:
    if p.denied != q.denied or (p.numbers and q.numbers and p.numbers != q.numbers):
        return _NONE
    if p.ensured != q.ensured and (p.arranged or q.arranged):
        return _NONE  # who organises the work does not do it

    def one_thing(x: Unit, y: Unit) -> bool:
        return words.near(x.keys, y.keys) or derived(x, y, SHORTEST_STEM) or derived(y, x, SHORTEST_STEM)

    equal = one_action((p, q), words)
    acts = paired(p.acts, q.acts, equal)
    if not acts.pairs:
        return _NONE
    if p.ensured != q.ensured and any(as_verb(x.keys) & words.ensured_of_others for x, _ in acts.pairs):
        return _NONE
    said = paired(acts.left, [u for r in _next_to(q, second) for u in r.acts], equal)
    if said.left and acts.right:
        return _NONE
    heads = paired(p.heads, q.heads, one_thing)
    rest = paired((*heads.left, *p.rest, *p.recalled), (*heads.right, *q.rest, *q.recalled), one_thing)
    pairs = (*heads.pairs, *rest.pairs)
    elided = len(pairs) > 1 and not all(any(not u.weak for u in side.heads) for side in (p, q))
    if not (elided or is_centred(p, q, pairs)) or apart(pairs, words) or displaced(p, q, pairs):
        return _NONE
    beyond = paired(rest.left, _beside(q, second), one_thing)
    before = paired(rest.right, _beside(p, first), one_thing)
    left, right = _telling(_unmet(beyond.left, q), _unmet(before.left, p))
    asked = [_questions(side, ids, words) for side, ids in ((left, heads.left), (right, heads.right))]
    if asked[0] & asked[1]:
        return _NONE
    if left and len(second) > len(first) and not (said.pairs or beyond.pairs):
        return _NONE  # each does something more: one a thing, the other another work
    things = [x for x, y in (*pairs, *beyond.pairs, *before.pairs) if not (x.weak or x.aside or y.aside)]
    shared = len(acts.pairs) + len(said.pairs) + len(things) + (p.ensured and q.ensured)
    shared += bool(p.numbers and q.numbers)
    extra = (*left, *right, *said.left, *acts.right)
    # Who does more things tells another duty, unless nearly all is said by both.
    more = all(asked) and "what" in asked[0] | asked[1] and shared < MUCH_SHARED * len(extra)
    if more or shared < LEAST_SHARE * (shared + len(extra)):
        return _NONE
    one_sided = not ((left or said.left) and (right or acts.right))
    objects = any(_is_object(x, y) for x, y in heads.pairs)
    alone = len(first) == len(second) == 1
    brief = alone and one_sided and objects and not any(_question(u, words) in _TELLING for u in extra)
    enough = shared >= LEAST_SHARED and (objects or len(things) > 1)
    return _Meeting(shared, enough or (brief and shared == LEAST_BESIDE))


def _is_object(x: Unit, y: Unit) -> bool:
    """Whether both are what is dealt with, and not where or when."""
    return not (x.weak or y.weak) and x.preposition == y.preposition and x.preposition not in _PLACES | _TIMES


def _beside(p: Predication, every: Sequence[Predication]) -> list[Unit]:
    """The things that the predications before and after it name."""
    return [u for r in _next_to(p, every) for u in (*r.heads, *r.rest) if u.pos == "NOUN"]


def _next_to(p: Predication, every: Sequence[Predication]) -> list[Predication]:
    at = next(i for i, r in enumerate(every) if r is p)
    return [*every[max(0, at - 1) : at], *every[at + 1 : at + 2]]


def _unmet(left: Sequence[Unit], other: Predication) -> list[Unit]:
    """Those of the words left that the other side does not say at all: one said twice may be met by one."""
    said = (*other.heads, *other.rest)
    return [u for u in left if not any(same_word(u.keys, v.keys) for v in said)]


def _telling(left: Sequence[Unit], right: Sequence[Unit]) -> tuple[list[Unit], list[Unit]]:
    """What stays on either side and may make two duties: brackets that explain only where both have some."""
    sides = [[u for u in side if not u.weak] for side in (left, right)]
    if all(any(u.aside for u in side) for side in sides):
        return sides[0], sides[1]
    return [u for u in sides[0] if not u.aside], [u for u in sides[1] if not u.aside]


def _questions(left: Sequence[Unit], heads: Sequence[Unit], words: Words) -> set[str]:
    """What the words left on one side answer; those of its heads answer «what»."""
    objects = {*map(id, heads)}
    return {"what" if id(u) in objects else _question(u, words) for u in left}


def _question(unit: Unit, words: Words) -> str:
    """What a word answers: when, where, from where, of what, for what, to whom, which."""
    lemmas = {key[2:] for key in unit.keys if key[0] == "l"}
    if lemmas & (words.times | words.periods):
        return "when"
    if unit.pos == "NOUN" and unit.cases == {"nomn"}:
        return "what"  # «вносит правки и проверка кода»: not an object, but another work
    said = unit.preposition or unit.under
    if said in _TOPICS:
        return "of what"
    if said in _PURPOSES or (said == "на" and "loct" not in unit.cases):
        return "for what"
    if said in _SOURCES:
        return "with what" if unit.cases and "gent" not in unit.cases else "from where"
    if said in _PLACES | _TIMES:
        return "where"
    if said:
        return said
    if unit.pos in {"ADVB", "COMP", "GRND", "VERB", "INFN"}:
        return "how"
    if unit.cases and not unit.cases & {"gent", "accs", "nomn"}:
        return "from where" if "datv" in unit.cases else "with what"
    return "which"
