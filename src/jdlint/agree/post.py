"""Whose job is meant: titles of documents, superiors and staff lists brought together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jdlint.model.collection import Charter
from jdlint.title import Relation, Title, Titles, relate
from jdlint.title.wording import stem


class Posts:
    """Reads titles as the settings of an organisation mean them. `general` are stems of words for anybody."""

    def __init__(self, vocabulary: Mapping[str, Any], charter: Charter) -> None:
        self._titles = Titles(vocabulary, charter.aliases)
        told = vocabulary["positions"]
        self._commanders = frozenset(stem(str(word)) for word in told["commanders"])
        self._by_order = tuple(self._titles.read(title) for title in charter.matrix)
        self.general = frozenset(stem(str(word)) for word in (*told["worker"], *told["nameless"], *told["collective"]))

    def read(self, text: str) -> Title:
        """The title that a text names."""
        return self._titles.read(text)

    def is_commander(self, text: str) -> bool:
        """Whether a title says that its holder leads others."""
        return bool(self._commanders & set(self.read(text).job))

    def leads_by_order(self, text: str) -> bool:
        """Whether the settings say that such people lead others by order, beside their own superiors."""
        title = self.read(text)
        return any(relate(title, leader) in (Relation.SAME, Relation.NARROWER) for leader in self._by_order)

    def key(self, text: str) -> str:
        """What a post shares with no other: duties of two documents of one key are not told twice.

        Grades, ranks, departments and branches make no post of their own: a cashier of either shop does what cashiers
        do. But heads of two departments are two posts.
        """
        title = self.read(text)
        parts: Sequence[Sequence[str]] = (title.job, title.area)
        if self._commanders & set(title.job):
            parts = (*parts, title.unit)
        return "/".join(" ".join(part) for part in parts) if title else ""
