"""Which duties carry a labour action, measured on labelled pairs; which requirement holds a standard's knowledge."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jdlint.check.carry import adapted, carries, matter_of, requires
from jdlint.check.meaning import Meaning
from jdlint.check.predication import meaning_of
from jdlint.check.words import words_of

if TYPE_CHECKING:
    from jdlint.linter import Linter

TABLE = Path(__file__).parents[1] / "data" / "action_pairs.tsv"
PAIRS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines(), delimiter="\t"))


@pytest.fixture(scope="module")
def meaning(linter: Linter) -> Callable[[str], Meaning]:
    """What a text of a standard or a duty says to do."""
    words = words_of(linter.rulebook.vocabulary)
    return lambda text: meaning_of(linter.annotator.tokens(adapted(text)), words)


@pytest.fixture(scope="module")
def carried(linter: Linter, meaning: Callable[[str], Meaning]) -> Callable[[str, str], bool]:
    """Whether a duty carries an action."""
    words = words_of(linter.rulebook.vocabulary)
    return lambda action, duty: carries(meaning(duty), meaning(action), words) > 0


def test_the_table_of_pairs_is_fit_to_measure_with() -> None:
    """At least 120 pairs from eight trades, half of them near misses, none twice."""
    labels = Counter(pair["carried"] for pair in PAIRS)

    assert {"yes", "no"} == set(labels)
    assert len(PAIRS) >= 120
    assert labels["no"] >= 0.5 * len(PAIRS)
    assert len({pair["trade"] for pair in PAIRS}) >= 8
    assert len(PAIRS) == len({(pair["action"], pair["duty"]) for pair in PAIRS})


def test_precision_and_recall_on_pairs(carried: Callable[[str, str], bool]) -> None:
    """Hardly any duty is taken for an action that it does not carry, and most that carry one are found."""
    told = Counter((pair["carried"], carried(pair["action"], pair["duty"])) for pair in PAIRS)
    found, alarms, missed = told["yes", True], told["no", True], told["yes", False]
    precision, recall = found / (found + alarms), found / (found + missed)
    sys.stdout.write(f"\npairs {len(PAIRS)} · precision {precision:.3f} · recall {recall:.3f}\n")

    assert precision >= 0.98
    assert recall >= 0.95


def test_every_pair_is_judged_as_the_table_says(carried: Callable[[str, str], bool]) -> None:
    """What is missed today stands in the table: whatever is judged otherwise, for better or worse, is told here."""
    told = [("yes" if carried(p["action"], p["duty"]) else "no", p) for p in PAIRS]

    assert [] == [(judged, p["action"], p["duty"]) for judged, p in told if judged != (p["judged"] or p["carried"])]


def test_every_action_is_carried_by_itself(carried: Callable[[str, str], bool]) -> None:
    """An action copied word for word is carried."""
    actions = sorted({pair["action"] for pair in PAIRS})

    assert [] == [action for action in actions if not carried(action, action)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Замена узлов и (или) деталей", "Замена узлов или деталей"),
        ("Замена узлов и/или деталей", "Замена узлов или деталей"),
        ("Замена узлов, и (или) деталей", "Замена узлов или деталей"),
        ("Замена узлов и деталей или их частей", "Замена узлов и деталей или их частей"),
        ("Подъём и илистое дно", "Подъём и илистое дно"),
    ],
)
def test_and_or_is_or(text: str, expected: str) -> None:
    """Only the officialese «и (или)» changes, in all its spellings."""
    assert expected == adapted(text)


@pytest.mark.parametrize(
    ("knowledge", "required", "expected"),
    [
        ("Правила оформления накладных", "порядок оформления накладных", True),
        ("Правила оформления накладных", "основы оформления накладных и счетов", True),
        ("Устройство теплиц и парников", "устройство теплиц", True),
        ("Устройство теплиц и парников", "теплицы и парники", True),
        ("Правила оформления накладных", "правила оформления отпусков", False),
        ("Правила оформления накладных", "правила охраны труда", False),
        ("Устройство теплиц и парников", "основы законодательства", False),
        ("Методы", "методы", False),
    ],
)
def test_knowledge_is_compared_by_its_matter(
    linter: Linter, meaning: Callable[[str], Meaning], *, knowledge: str, required: str, expected: bool
) -> None:
    """Words that name a kind of knowledge do not count; what is known does."""
    words = words_of(linter.rulebook.vocabulary)
    topics = frozenset(linter.rulebook.vocabulary["standard"]["topics"])
    item, said = (matter_of(meaning(text), topics) for text in (knowledge, required))

    assert expected == (requires(said, item, words) > 0)
