"""Whose duty it should be, of those who have it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdlint.check.normal import meaning_in
from jdlint.check.words import Words, same_word
from jdlint.model.collection import Member
from jdlint.model.report import FactLine
from jdlint.title.wording import stem


def better_owner(told: Sequence[tuple[Member, FactLine]], words: Words) -> Member | None:
    """The one member whose title, or the lead-in over the duty, speaks of what the duty is about; None when nobody's
    does, or more than one.
    """
    owners = {m.position: m for m, duty in told if _speaks(m, duty, words)}
    return next(iter(owners.values())) if len(owners) == 1 else None


def _speaks(member: Member, duty: FactLine, words: Words) -> bool:
    told = meaning_in(duty.meaning, words).predications
    about = [unit for p in told for unit in (*p.acts, *p.heads)]
    title = member.first("position")
    spoken = meaning_in(title.meaning, words).units if title and title.meaning else []
    if any(same_word(one.keys, other.keys) or words.near(one.keys, other.keys) for one in spoken for other in about):
        return True
    return bool(_stems(duty.marks.get("lead", "")) & _stems(duty.value))


def _stems(text: str) -> set[str]:
    return {stem(word) for word in re.findall(r"[а-яё]{4,}", text.lower())}
