"""Facts of an invented collection on disk: made by several processes once, read as often as one measures."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path

from invented import Organisation, name

from jdlint.model.collection import fact_of, plain_fact
from jdlint.model.report import FactLine

BATCH = 200


@cache
def organisation(seed: int) -> Organisation:
    """The generator, made once in a process."""
    return Organisation(seed)


def keep(folder: Path, seed: int, size: int, jobs: int) -> Path:
    """Make the facts of all documents of a collection, save for those that are there; its folder."""
    own = folder / f"{seed}-{size}"
    own.mkdir(parents=True, exist_ok=True)
    left = [first for first in range(0, size, BATCH) if not _file(own, first).exists()]
    if left:
        with ProcessPoolExecutor(jobs) as pool:
            # In the order of the documents: a run that is stopped has whole batches, and the next one goes on.
            list(pool.map(_make, *zip(*((own, seed, first, size) for first in left), strict=True)))
    return own


def facts_in(own: Path, size: int) -> Iterator[tuple[FactLine, ...]]:
    """The facts of all documents in order, a batch in memory at a time."""
    for first in range(0, size, BATCH):
        told = json.loads(zlib.decompress(_file(own, first).read_bytes()))
        for document, facts in enumerate(told, first):
            yield tuple([replace(fact_of(plain, name(document)), keys=keys) for plain, keys in facts])


def facts_of(own: Path, document: int) -> tuple[FactLine, ...]:
    """The facts of one document."""
    told = json.loads(zlib.decompress(_file(own, document - document % BATCH).read_bytes()))
    return tuple([replace(fact_of(plain, name(document)), keys=keys) for plain, keys in told[document % BATCH]])


def _file(own: Path, first: int) -> Path:
    return own / f"{first:06}.json.z"


def _make(own: Path, seed: int, first: int, size: int) -> None:
    made = organisation(seed)
    documents = (made.facts(document, size) for document in range(first, min(first + BATCH, size)))
    told = [[[plain_fact(fact), fact.keys] for fact in facts] for facts in documents]
    data = zlib.compress(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(), 1)
    file = _file(own, first)
    part = file.with_suffix(".part")
    part.write_bytes(data)
    part.replace(file)
