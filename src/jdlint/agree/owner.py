"""Whose duty it should be, of those who have it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from jdlint.check.meaning import Unit
from jdlint.check.normal import meaning_in
from jdlint.check.words import Keys, Words
from jdlint.model.collection import Member
from jdlint.model.report import FactLine
from jdlint.record import record
from jdlint.title.wording import stem


@record
class _Spoken:
    """Words by all that identifies them: `plain`, and the verbs that their nouns may be made of."""

    plain: Keys
    verbs: Keys

    def meets(self, other: _Spoken) -> bool:
        """Whether a word of one is a word of the other, or names the same action."""
        return bool(self.plain & other.plain or self.verbs & other.plain or self.plain & other.verbs)


def better_owner(told: Sequence[tuple[Member, FactLine]], words: Words) -> Member | None:
    """The one member whose title, or the lead-in over the duty, speaks of what the duty is about; None when nobody's
    does, or more than one.
    """
    owners = {m.position: m for m, duty in told if _speaks(m, duty, words)}
    return next(iter(owners.values())) if len(owners) == 1 else None


def _speaks(member: Member, duty: FactLine, words: Words) -> bool:
    if member.meaning and _named(member.meaning, words).meets(_done(duty.meaning, words)):
        return True
    lead = duty.marks.get("lead", "")
    return bool(lead) and bool(_stems(lead) & _stems(duty.value))


@lru_cache(maxsize=20_000)
def _named(meaning: str, words: Words) -> _Spoken:
    return _spoken(meaning_in(meaning, words).units, words)


@lru_cache(maxsize=20_000)
def _done(meaning: str, words: Words) -> _Spoken:
    """What is done and to what, without all that says more of it."""
    told = meaning_in(meaning, words).predications
    return _spoken([unit for p in told for unit in (*p.acts, *p.heads)], words)


def _spoken(units: Iterable[Unit], words: Words) -> _Spoken:
    plain: set[str] = set()
    verbs: set[str] = set()
    for unit in units:
        plain |= {key for key in unit.keys if key[0] != "x"} | words.groups(unit.keys)
        verbs |= {f"v:{key[2:]}" for key in unit.keys if key[0] == "x"}
    return _Spoken(frozenset(plain), frozenset(verbs))


def _stems(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[а-яё]{4,}", text.lower())}
