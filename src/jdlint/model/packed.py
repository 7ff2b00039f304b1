"""Many records of a document as few bytes: a run holds those of all documents until its end."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator, Sequence
from typing import TypeVar, overload

T = TypeVar("T")


class Packed(Sequence[T]):
    """A sequence of records that is made anew, from a seventh of the memory, each time it is gone through.

    It never comes from a file: to unpack what others have written is not safe. It equals any sequence of equal records.
    """

    __slots__ = ("_count", "_data")

    def __init__(self, records: Sequence[T] = ()) -> None:
        self._count = len(records)
        self._data = zlib.compress(pickle.dumps(tuple(records), pickle.HIGHEST_PROTOCOL), 1) if records else b""

    def _unpacked(self) -> tuple[T, ...]:
        return pickle.loads(zlib.decompress(self._data)) if self._data else ()  # noqa: S301 packed here

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        return iter(self._unpacked())

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._unpacked()[index]

    def __eq__(self, other: object) -> bool:
        return self._unpacked() == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._unpacked())

    def __repr__(self) -> str:
        return repr(self._unpacked())
