"""Duties of different documents are compared by their written meaning as well as by their words."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from jdlint.check.likeness import is_same, nearness
from jdlint.check.normal import meaning_in, written
from jdlint.check.said import said_in
from jdlint.check.words import words_of
from jdlint.model.reading import Reading
from jdlint.model.rule import Rulebook

TABLE = Path(__file__).parents[1] / "data" / "duty_pairs.tsv"
PAIRS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
HEAD = "# Должностная инструкция кладовщика\n\n## 2. Должностные обязанности\n\n"


def test_meaning_survives_writing(read: Callable[[str], Reading], rulebook: Rulebook) -> None:
    """Every labelled pair is judged alike before and after its meanings were written and read again."""
    words = words_of(rulebook.vocabulary)
    judged = 0
    for number, pair in enumerate(PAIRS):
        if number % 3:
            continue
        said = said_in("duty", read(f"{HEAD}2.1. {pair['first']}\n\n2.2. {pair['second']}\n"), words)
        if len(said) != 2:
            continue
        a, b = (s.meaning for s in said)
        again = [meaning_in(written(m), words) for m in (a, b)]
        judged += 1

        assert (is_same(a, b), nearness(a, b, words)) == (is_same(*again), nearness(*again, words))
        assert [written(a), written(b)] == [written(m) for m in again]
    assert judged > 50
