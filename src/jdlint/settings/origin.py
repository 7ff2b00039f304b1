"""Where each value of the settings was written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field

from jdlint.marked import Listing, Node, Page, Scalar
from jdlint.marked import Mapping as Keys
from jdlint.record import record


@record
class Origins:
    """For each key the places (`file:line`) that gave its value, the last word last; for each word in a value the
    place of that word. An option of the command line is its own place.
    """

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def of(self, key: str, word: str = "") -> str:
        """The place of a word of that key, or of the key; empty when nobody wrote it."""
        return self.words.get((key, word)) or (self.keys[key][-1] if key in self.keys else "")

    def named(self, key: str, like: str) -> Origins:
        """The same, and `key` comes from where `like` does."""
        return Origins({**self.keys, key: self.keys[like]}, self.words)

    def by(self, key: str, place: str) -> Origins:
        """The same, and `key` comes from that place."""
        return Origins({**self.keys, key: (place,)}, self.words)

    def within(self, key: str, words: Collection[str], keys: Collection[str]) -> Origins:
        """The same, and these words of `key` are taken for words of any of `keys`."""
        places = {(name, word): self.of(key, word) for name in keys for word in words}
        return Origins(self.keys, {**self.words, **places})

    def then(self, later: Origins, growing: Collection[str]) -> Origins:
        """These and later ones: the values of `growing` keys add up, those of others are replaced."""
        keys = dict(self.keys)
        for key, places in later.keys.items():
            keys[key] = (*keys.get(key, ()), *places) if key in growing else places
        return Origins(keys, {**self.words, **later.words})


def origins_in(page: Page) -> Origins:
    """Where the keys of one file and the words in their values stand."""
    if not isinstance(page.root, Keys):
        return Origins()
    keys: dict[str, tuple[str, ...]] = {}
    words: dict[tuple[str, str], str] = {}
    for key, value in page.root.pairs:
        keys[key.text] = (f"{page.path}:{key.line}",)
        for word in _scalars(value):
            words.setdefault((key.text, word.text.strip()), f"{page.path}:{word.line}")
    return Origins(keys, words)


def _scalars(node: Node) -> list[Scalar]:
    """All words in a value, and the keys in it."""
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Listing):
        return [word for item in node.items for word in _scalars(item)]
    return [word for key, value in node.pairs for word in (key, *_scalars(value))]
