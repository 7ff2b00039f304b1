"""How builders are kept: by code, kind and number of the example that they stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from draft import Draft

Key = tuple[str, str, int]
Builder = Draft | Callable[[str], Draft]
Builders = dict[Key, Builder]


def builder(builders: Builders, code: str, kind: str, given: Mapping[int, Builder]) -> None:
    """Add documents, or functions from the example's words to a document, for examples of one code and kind."""
    builders |= {(code, kind, index): one for index, one in given.items()}
