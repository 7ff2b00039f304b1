"""The benchmark of comparisons compares what reading would give, and judges by what its duties mean."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from jdlint.linter import Linter
from jdlint.model.document import Source

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))  # the benchmark stands beside the package
from collection import differing
from invented import Concept, Organisation, name
from kept import facts_in, facts_of, keep
from lexicon import Noun
from score import are_one

SIZE = 200


@pytest.fixture(scope="module")
def made() -> Organisation:
    """The generator."""
    return Organisation(3)


@pytest.fixture(scope="module")
def duty() -> Callable[..., Concept]:
    """A duty about things of these names: the thing, what it is of, by what, of what."""
    return lambda verb, *things: Concept(verb, tuple(Noun(*[thing] * 4) for thing in things))


@pytest.mark.parametrize("document", [0, 8, 13, 77])
def test_facts_are_those_that_reading_gives(made: Organisation, linter: Linter, document: int) -> None:
    """Whether it heads departments, heads a team or belongs to one: each fact, word for word and place for place."""
    source = Source(name(document), made.markdown(document, SIZE).encode())
    read = linter.lint(source).document.facts

    assert [] == differing(read, made.facts(document, SIZE))
    assert len(made.facts(document, SIZE)) > 30


def test_a_fact_that_reading_does_not_give_is_told(made: Organisation) -> None:
    """The comparison that the benchmark rests on sees a word and a place."""
    one, other = made.facts(8, SIZE), made.facts(16, SIZE)

    assert differing(one, other)
    assert differing(one, one[:-1]) == [one[-1]]


def test_kept_facts_are_those_that_were_made(made: Organisation, tmp_path: Path) -> None:
    """Through the disk and back; a batch that is there is not made again."""
    folder = keep(tmp_path, made.seed, 3, 1)
    (file,) = folder.iterdir()
    time = file.stat().st_mtime_ns

    assert keep(tmp_path, made.seed, 3, 1) == folder
    assert file.stat().st_mtime_ns == time
    assert [made.facts(document, 3) for document in range(3)] == list(facts_in(folder, 3))
    assert made.facts(2, 3) == facts_of(folder, 2)


def test_duties_are_one_when_one_holds_the_other(duty: Callable[..., Concept]) -> None:
    """More may be said of a thing, as long as what is said of it already stays where it is."""
    assert are_one(duty(1, "отчёт", "кассы"), duty(1, "отчёт", "кассы"))
    assert are_one(duty(1, "отчёт", "кассы"), duty(1, "отчёт", "кассы", "форме", "банка", "архива"))
    assert are_one(duty(1, "отчёт", "кассы", "форме", "банка"), duty(1, "отчёт", "кассы", "форме"))


def test_duties_of_the_same_words_may_be_two(duty: Callable[..., Concept]) -> None:
    """Another action, another thing, or the same things in other places."""
    assert not are_one(duty(1, "отчёт", "кассы"), duty(2, "отчёт", "кассы"))
    assert not are_one(duty(1, "отчёт", "кассы"), duty(1, "касса", "отчёта"))
    assert not are_one(duty(1, "отчёт", "кассы"), duty(1, "отчёт", "банка", "форме", "кассы"))
    assert not are_one(duty(1, "отчёт", "кассы", "форме", "банка"), duty(1, "отчёт", "кассы", "банка", "форме"))
