"""The index of normal forms loses next to nothing that a comparison of all pairs would find."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from jdlint.agree.shelf import shelf_in
from jdlint.check.form import is_alike, keyed
from jdlint.check.said import said_in
from jdlint.check.words import words_of
from jdlint.model.reading import Reading
from jdlint.model.rule import Rulebook

TABLE = Path(__file__).parents[1] / "data" / "duty_pairs.tsv"
PAIRS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))
HEAD = "# Должностная инструкция кладовщика\n\n## 2. Должностные обязанности\n\n"


def test_alike_duties_share_a_key(read: Callable[[str], Reading], rulebook: Rulebook) -> None:
    """Of the labelled pairs that are alike, 98 in 100 meet in the index by a chief key of one, and their signs do not
    keep them apart; an entry is small.
    """
    words = words_of(rulebook.vocabulary)
    alike = met = entries = keys = 0
    for pair in PAIRS:
        said = said_in("duty", read(f"{HEAD}2.1. {pair['first']}\n\n2.2. {pair['second']}\n"), words)
        if len(said) != 2:
            continue
        a, b = (s.meaning for s in said)
        one, other = keyed(a, words), keyed(b, words)
        entries, keys = entries + 2, keys + len(one.keys) + len(other.keys)
        if is_alike(a, b, words) and 0.5 <= one.weight / other.weight <= 2:
            alike += 1
            with shelf_in(None, "") as shelf:
                shelf.add_form(1, "one", one, own=True)
                shelf.add_form(2, "other", other, own=True)
                met += bool(shelf.candidates())

    assert alike > 120
    assert met / alike >= 0.98
    assert keys / entries < 6
