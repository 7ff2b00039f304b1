"""Facts of a file → its place on the shelf; and which forms on the shelf are alike."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.agree.job import Filed, Job, Use
from jdlint.agree.post import Posts
from jdlint.agree.shelf import Shelf
from jdlint.check.form import entry_in, is_alike
from jdlint.check.normal import meaning_in
from jdlint.check.words import Words, words_of
from jdlint.garbage import unsearched
from jdlint.model.collection import Stamp
from jdlint.model.report import FactLine
from jdlint.title import Key, asked_of, kept_under

# What rules across documents look at, besides duties.
KINDS = frozenset(
    (
        *("position", "reports_to", "reports_to_self", "supervises", "heads_unit", "no_subordinates"),
        *("substitutes", "substituted_by", "department", "employer", "approved", "retired"),
    )
)
# Of these, those whose values are titles of other members.
NAMING = frozenset(("reports_to", "supervises", "substitutes", "substituted_by"))

# So many pairs are compared at a time, to hold no more meanings than those.
_PART = 2_000


class Recorder:
    """Puts files on a shelf and keeps the likeness of their forms; knows the words of a rulebook."""

    def __init__(self, shelf: Shelf, vocabulary: Mapping[str, Any], posts: Posts) -> None:
        self._shelf = shelf
        self._posts = posts
        self._words: Words = words_of(vocabulary)

    def record(self, path: str, stamp: Stamp, facts: Sequence[FactLine]) -> None:
        """Set what a file states."""
        self._shelf.drop(path)
        jobs: dict[int, tuple[list[FactLine], list[FactLine]]] = {}
        for fact in facts:
            held, duties = jobs.setdefault(fact.job, ([], []))
            if fact.kind in KINDS:
                held.append(fact)
            elif fact.kind == "duty" and fact.meaning:
                duties.append(fact)
        told = []
        for _, (held, duties) in sorted(jobs.items()):
            title = next((f.value for f in held if f.kind == "position"), "")
            post = self._shelf.post(self._posts.key(title))
            told.append(Job(held, [self._filed(duty, post) for duty in duties], self._names(title, held)))
        self._shelf.put(path, stamp, told)

    def _names(self, title: str, facts: Sequence[FactLine]) -> dict[Use, set[Key]]:
        named = {f.value for f in facts if f.kind in NAMING and f.value}
        asked = (key for text in sorted(named) for key in asked_of(self._posts.read(text)))
        return {Use.HELD: set(kept_under(self._posts.read(title))), Use.NAMED: set(asked)}

    def _filed(self, duty: FactLine, post: int) -> Filed:
        # What makes a duty everybody's may be words that do not count when duties are compared.
        own = "common" not in duty.marks
        text = duty.meaning
        digest = hashlib.blake2b(f"{own:d}{text}".encode(), digest_size=8).digest()
        mark = int.from_bytes(digest, "big", signed=True)
        form = self._shelf.form(mark, post)
        if form is None:
            form = self._shelf.add_form(mark, text, entry_in(duty.keys), post, own=own)
        return Filed(duty, form, post)

    def join(self) -> None:
        """Compare all new forms with those that they meet in the index. While one post has all, they stay new."""
        if self._shelf.has_one_post():
            return
        with unsearched(settled=True):  # each search would go over all pairs, of which there are millions
            pairs = sorted(self._shelf.candidates())
            self._shelf.join(pair for part in _parts(pairs) for pair in self._alike(part))

    def _alike(self, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        texts = self._shelf.texts(number for pair in pairs for number in pair)
        meanings = {number: meaning_in(text, self._words) for number, text in texts.items()}
        for pair in pairs:
            # The order of the numbers is that in which files came; the answer must not hang on it.
            first, second = sorted(pair, key=texts.__getitem__)
            if is_alike(meanings[first], meanings[second], self._words):
                yield pair


def _parts(pairs: Sequence[tuple[int, int]]) -> Iterator[Sequence[tuple[int, int]]]:
    return (pairs[start : start + _PART] for start in range(0, len(pairs), _PART))
