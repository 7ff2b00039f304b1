"""What is held of every document until the end of a run takes little room."""

from __future__ import annotations

import pickle
import tracemalloc
from pathlib import Path

import pytest

from jdlint.linter import Linter
from jdlint.model.document import Source
from jdlint.model.packed import Packed
from jdlint.settings import Settings

SAMPLE = Path(__file__).parents[1] / "samples" / "kladovshchik.md"


@pytest.mark.parametrize("records", [(), ("шлюз",), ("шлюз", "створ", "шлюз")])
def test_it_is_the_sequence_that_was_packed(records: tuple[str, ...]) -> None:
    """In order, by its length, item by item, and from another process."""
    packed = Packed(records)

    for held in (packed, pickle.loads(pickle.dumps(packed))):  # noqa: S301 our own
        assert list(records) == list(held)
        assert len(records) == len(held)
        assert records == held
        assert records[1:] == held[1:]
        assert repr(records) == repr(held)
        assert bool(records) == bool(held)
    assert all(records[i] == packed[i] for i in range(-len(records), len(records)))


def test_other_records_are_another_sequence() -> None:
    """Fewer, others, in another order, or no sequence at all."""
    packed = Packed(("шлюз", "створ"))

    for other in (("шлюз",), ("шлюз", "дамба"), ("створ", "шлюз"), {"шлюз": 0, "створ": 1}):
        assert packed != other


def test_facts_of_a_document_are_held_packed(linter: Linter, tmp_path: Path) -> None:
    """When it was read, and when an earlier run had remembered it; as records they would take five times as much."""
    source = Source("кладовщик.md", SAMPLE.read_bytes())
    keeping = Linter(linter.rulebook, Settings(cache=tmp_path / "cache"), linter.as_of)
    read = keeping.lint(source).document.facts
    remembered = keeping.remembered(source)

    assert remembered is not None
    for facts in (read, remembered.document.facts):
        assert isinstance(facts, Packed)
        assert {"position", "reports_to", "duty"} <= {fact.kind for fact in facts}
        tracemalloc.start()
        packed = Packed(facts)
        held, _ = tracemalloc.get_traced_memory()
        records = tuple(facts)
        unpacked = tracemalloc.get_traced_memory()[0] - held
        tracemalloc.stop()
        assert packed == records
        assert 5 * held < unpacked
