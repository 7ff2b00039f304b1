"""Facts of a file → its place on the shelf; and which forms on the shelf are alike."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from jdlint.agree.post import Posts
from jdlint.agree.shelf import Filed, Shelf
from jdlint.check.form import entry_in, is_alike, may_be_alike
from jdlint.check.meaning import Meaning
from jdlint.check.normal import meaning_in
from jdlint.check.words import Words, words_of
from jdlint.model.collection import Stamp
from jdlint.model.report import FactLine

# What rules across documents look at, besides duties.
KINDS = frozenset(
    (
        *("position", "reports_to", "reports_to_self", "supervises", "heads_unit", "no_subordinates"),
        *("substitutes", "substituted_by", "department", "employer", "approved", "retired"),
    )
)


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
            post = self._posts.key(title)
            told.append((held, [self._filed(duty, post) for duty in duties]))
        self._shelf.put(path, stamp, told)

    def _filed(self, duty: FactLine, post: str) -> Filed:
        # What makes a duty everybody's may be words that do not count when duties are compared.
        own = "common" not in duty.marks
        text = duty.meaning
        digest = hashlib.blake2b(f"{own:d}{text}".encode(), digest_size=8).digest()
        mark = int.from_bytes(digest, "big", signed=True)
        form = self._shelf.form(mark)
        if form is None:
            form = self._shelf.add_form(mark, text, entry_in(duty.keys), own=own)
        return Filed(duty, form, post)

    def join(self) -> None:
        """Compare every form that is new with those that it meets in the index."""
        met = {(one, other) for one, other, w, v in self._shelf.candidates() if may_be_alike(w, v)}
        texts = self._shelf.texts(number for pair in met for number in pair)

        @lru_cache(maxsize=100_000)
        def meaning(number: int) -> Meaning:
            return meaning_in(texts[number], self._words)

        def alike(one: int, other: int) -> bool:
            # The order of the numbers is that in which files came; the answer must not hang on it.
            first, second = sorted((one, other), key=texts.__getitem__)
            return is_alike(meaning(first), meaning(second), self._words)

        self._shelf.join(pair for pair in sorted(met) if alike(*pair))
