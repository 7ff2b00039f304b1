"""Processes whose steps the duties must cover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.agree.organisation import Organisation
from jdlint.agree.place import without_stop
from jdlint.check.meaning import Meaning, Predication
from jdlint.check.normal import meaning_in
from jdlint.check.words import Keys, Words, same_word, words_of
from jdlint.model.collection import Clash, Member
from jdlint.model.report import FactLine
from jdlint.record import record


@record
class Step:
    """A step of a process as the settings write it, and what it means."""

    text: str
    meaning: Meaning


def gaps(view: Organisation, vocabulary: Mapping[str, Any]) -> Iterator[Clash]:
    """Steps that are nobody's duty, told at the duty of the nearest step before it, or else after it; nothing of a
    process of which no step is anybody's. Values: `process`, `step` and `other`, that nearest step.
    """
    words = words_of(vocabulary)
    for name, told in sorted(view.charter.processes.items()):
        steps = [Step(text, meaning_in(meaning, words)) for text, meaning in told]
        owners = [_owner(view, step, words) for step in steps]
        for index, step in enumerate(steps):
            if owners[index]:
                continue
            near = _nearest(owners, index)
            held = owners[near] if near is not None else None
            if held and view.is_asked(held[0]) and near is not None:
                values = {"process": name, "step": step.text, "other": steps[near].text}
                yield Clash(held[0], without_stop(held[1].place), values, ())


def _nearest(owners: Sequence[object], index: int) -> int | None:
    before = [i for i in range(index - 1, -1, -1) if owners[i]]
    after = [i for i in range(index + 1, len(owners)) if owners[i]]
    return next(iter((*before, *after)), None)


def _owner(view: Organisation, step: Step, words: Words) -> tuple[Member, FactLine] | None:
    """The first duty, by path and place, that takes the step."""
    forms = {number for number, text in view.shelf.forms() if _takes(meaning_in(text, words), step.meaning, words)}
    told = ((view.member(m), i) for n in forms for m, i in view.shelf.holders_of(n))
    held = [(member, i) for member, i in told if member]
    if not held:
        return None
    member, ordinal = min(held, key=lambda h: (h[0].path, h[0].job, h[1]))
    return member, view.shelf.duty(member.number, ordinal, member.path)


def _takes(duty: Meaning, step: Meaning, words: Words) -> bool:
    """Whether every action of the step is done to its things by the duty, whatever else the duty says."""
    return all(any(_covers(q, p, words) for q in duty.predications) for p in step.predications)


def _covers(duty: Predication, step: Predication, words: Words) -> bool:
    if duty.denied != step.denied:
        return False
    have = [u.keys for u in (*duty.heads, *duty.rest, *duty.recalled)]
    need = [u.keys for u in (*step.heads, *step.rest) if not u.weak]
    if not all(any(words.near(one, other) for other in have) for one in need):
        return False
    return all(any(_one_action(x.keys, y.keys, need, words) for y in duty.acts) for x in step.acts)


def _one_action(one: Keys, other: Keys, things: Sequence[Keys], words: Words) -> bool:
    return same_word(one, other) or bool(words.meanings(one, things) & words.meanings(other, things))
