"""Records: data that stays as it was made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def record(cls: type[T], /) -> type[T]: ...
@overload
def record(*, order: bool = False, eq: bool = True) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[Any] | None = None, /, *, order: bool = False, eq: bool = True) -> Any:
    """A dataclass with slots and a hash, whose fields nobody assigns to: mypy tells who does.

    Were it frozen at run time too, making the class would take twice as long, and each of its objects three times.
    """
    make = dataclass(slots=True, unsafe_hash=eq, order=order, eq=eq)
    return make if cls is None else make(cls)
