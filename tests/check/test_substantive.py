"""What is read as a noun and what as its attribute, beside the other words of a duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jdlint.check.substantive import substantives

if TYPE_CHECKING:
    from jdlint.linter import Linter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # attributes without a noun of theirs
        ("Проверяет накладные", "накладные: ADJF → NOUN"),
        ("Проверяет накладные и счета", "накладные: ADJF → NOUN"),
        ("Проверяет накладные на товар", "накладные: ADJF → NOUN"),
        ("Проверяет накладные. Счета", "накладные: ADJF → NOUN"),
        ("Проверяет накладные быстро счета", "накладные: ADJF → NOUN"),
        ("Проверяет накладные мастеру", "накладные: ADJF → NOUN"),
        ("Инструктирует обучающихся", "обучающихся: PRTF → NOUN"),
        ("Дежурный обходит цех", "Дежурный: ADJF → NOUN"),
        ("Кормит больных", "больных: ADJF → NOUN"),
        # with one
        ("Проверяет накладные расходы", ""),
        ("Проверяет накладные липкие мокрые счета", ""),
        ("Проверяет накладные липкие мокрые рваные счета", "накладные: ADJF → NOUN"),
        ("Инструктирует обучающихся мастеров", ""),
        ("Дежурный мастер обходит цех", ""),
        ("Кормит больных детей", ""),
        # no noun of the dictionary
        ("Проверяет липкие", ""),
        # persons before a noun in their case
        ("Проверяет пожарные рукава", "пожарные: NOUN → ADJF"),
        ("Учёные записки", "Учёные: NOUN → ADJF"),
        ("Вызывает пожарных", ""),
        ("Вызывает пожарных мастеру", ""),
        ("Вызывает пожарные быстро рукава", ""),
        ("Обслуживает столовую посуду", ""),
        # what looks like a short adjective, and like an adverb behind a preposition
        ("Заточка коньков", "коньков: ADJS → NOUN"),
        ("Сыт гость", ""),
        ("Приходит перед вечером", "вечером: ADVB → NOUN"),
        ("Приходит вечером", ""),
        ("Приходит до завтра", ""),
    ],
)
def test_what_is_read_otherwise_than_alone(linter: Linter, text: str, expected: str) -> None:
    """The first reading of each word that changes; the other readings stay behind it."""
    tokens = linter.annotator.tokens(text)
    read = substantives(tokens)
    told = [f"{a.text}: {a.word.pos} → {b.word.pos}" for a, b in zip(tokens, read, strict=True) if a != b]

    assert [expected] * bool(expected) == [line for line in told if line.split()[1] != line.split()[3]]
    for before, after in zip(tokens, read, strict=True):
        assert {*before.word.parses} <= {*after.word.parses}
        assert len({*after.word.parses}) == len(after.word.parses)
    assert [t.span for t in tokens] == [t.span for t in read]


def test_the_case_is_that_of_the_noun_behind(linter: Linter) -> None:
    """Of the readings as an attribute those in the case and number of the noun come first."""
    read = substantives(linter.annotator.tokens("Проверяет пожарные рукава"))
    best = read[1].word.best[0]

    assert ("пожарный", "ADJF", "plur") == (best.lemma, best.pos, best.number)
    assert best.case in read[2].word.cases()
