"""What is made of large data that nobody changes, made once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
_BY_VALUE = (str, frozenset)


def once(keep: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Remember up to `keep` results of a function of positional arguments.

    Strings and frozensets are told apart by value, all else by identity: vocabularies and readings are never changed
    once they are made, and too large to compare.
    """

    def remembering(function: Callable[P, R]) -> Callable[P, R]:
        # The arguments are kept beside the result, so that no other object can come to have their identity.
        held: dict[tuple[object, ...], tuple[Any, R]] = {}

        @wraps(function)
        def remembered(*args: P.args, **named: P.kwargs) -> R:
            key = tuple([a if isinstance(a, _BY_VALUE) else id(a) for a in args])
            found = held.get(key)
            if found is None:
                if len(held) >= keep:
                    held.clear()
                found = held[key] = args, function(*args, **named)
            return found[1]

        return remembered

    return remembering
