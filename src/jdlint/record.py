"""Records: data that stays as it was made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

T = TypeVar("T")


@overload
def record(cls: type[T], /) -> type[T]: ...
@overload
def record(*, order: bool = False, eq: bool = True) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[Any] | None = None, /, *, order: bool = False, eq: bool = True) -> Any:
    """A dataclass with slots and a hash, whose fields nobody assigns to: mypy tells who does.

    Were it frozen at run time too, making the class would take twice as long, and each of its objects three times. Nor
    does `dataclass` write functions for each class that can be the same ones for all: half of the time to make it.
    """

    def make(cls: type[Any]) -> type[Any]:
        own = {name for name, function in vars(cls).items() if function is not None}
        made = dataclass(slots=True, repr=False, eq=order, order=order)(cls)
        shown = [f.name for f in fields(made) if f.repr]
        compared = [f.name for f in fields(made) if f.compare]
        for name, function in (("__repr__", _repr_of(shown)), *(_comparison(compared) if eq else ())):
            if name not in own:
                setattr(made, name, function)
        return made

    return make if cls is None else make(cls)


def _repr_of(names: Sequence[str]) -> Callable[[Any], str]:
    def shown(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return shown


def _comparison(names: Sequence[str]) -> Iterator[tuple[str, Callable[..., Any]]]:
    values = attrgetter(*names) if names else type  # records of no fields are all alike

    def equals(self: Any, other: object) -> Any:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    yield "__eq__", equals
    yield "__hash__", hashed
