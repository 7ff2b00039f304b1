"""What a duty tells to do, in a short notation, and changes made as `fix` makes them, without a file."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jdlint.check.change import Change
from jdlint.check.meaning import Meaning, Predication, Unit
from jdlint.check.measure import check_measure
from jdlint.check.predication import meaning_of
from jdlint.check.said import Said, said_in
from jdlint.check.words import Keys, Words, words_of
from jdlint.model.finding import Hit
from jdlint.model.reading import Reading
from jdlint.model.rule import Rulebook
from jdlint.model.span import Span

if TYPE_CHECKING:
    from jdlint.linter import Linter


@pytest.fixture(scope="session")
def changed() -> Callable[[str, Sequence[Change]], str]:
    """The text with these changes, none of which may overlap another; "" where there are none."""

    def make(text: str, changes: Sequence[Change]) -> str:
        ordered = sorted(changes)
        assert all(a.span.end <= b.span.start for a, b in pairwise(ordered))
        if not ordered:
            return ""
        for change in reversed(ordered):
            text = text[: change.span.start] + change.new + text[change.span.end :]
        return text

    return make


@pytest.fixture(scope="session")
def place() -> Callable[[Reading, str], Span]:
    """Where words stand in the text that was read: the last of such places."""

    def find(reading: Reading, words: str) -> Span:
        start = reading.outline.document.text.rindex(words)
        return Span(start, start + len(words))

    return find


@pytest.fixture(scope="session")
def words(rulebook: Rulebook) -> Words:
    """The words that the real rulebook knows."""
    return words_of(rulebook.vocabulary)


@pytest.fixture(scope="session")
def with_duties() -> Callable[[str], str]:
    """A job description whose section of duties has this text."""
    return lambda text: f"# Должностная инструкция кладовщика\n\n## 2. Должностные обязанности\n\n{text}"


@pytest.fixture(scope="session")
def listed(
    read: Callable[[str], Reading], words: Words, with_duties: Callable[[str], str]
) -> Callable[[str], list[Said]]:
    """The duties of a section with this text that are compared."""
    return lambda text: said_in("duty", read(with_duties(text)), words)


@pytest.fixture(scope="session")
def measure(rulebook: Rulebook) -> Callable[..., Iterator[Hit]]:
    """What `check_measure` finds, with the names of titles that the rulebook knows."""
    return partial(check_measure, vocabulary=rulebook.vocabulary)


@pytest.fixture(scope="session")
def duty_pairs() -> list[dict[str, str]]:
    """The labelled pairs of duties."""
    table = Path(__file__).parents[1] / "data" / "duty_pairs.tsv"
    return list(csv.DictReader(table.read_text(encoding="utf-8").splitlines(), delimiter="\t"))


@pytest.fixture(scope="session")
def meant(linter: Linter, words: Words) -> Callable[..., Meaning]:
    """The meaning of a text; further words name the jobholder."""
    return lambda text, *own: meaning_of(linter.annotator.tokens(text), words, frozenset(own))


@pytest.fixture(scope="session")
def shown() -> Callable[[Meaning], str]:
    """The predications of a meaning: «actions [empty verbs] | heads + rest = recalled # numbers», parted by «;».

    «·» stands before actions that no verb tells, «~» before a word that may be left out, «@» before a person named in
    the singular, «<от» behind a word that belongs to the phrase with that preposition; «(…)» stands in brackets.
    """
    return lambda meaning: "; ".join(map(_predication, meaning.predications))


@pytest.fixture(scope="session")
def told(meant: Callable[..., Meaning], shown: Callable[[Meaning], str]) -> Callable[..., str]:
    """The predications of a text, shown."""
    return lambda text, *own: shown(meant(text, *own))


def _predication(p: Predication) -> str:
    signs = (p.denied, "не "), (p.arranged, "организовать "), (p.ensured and not p.arranged, "обеспечить ")
    said = "".join(sign for is_so, sign in signs if is_so) + ("" if p.verbal else "·") + _units(p.acts)
    said += f" [{_units(p.carried)}]" if p.carried else ""
    parts = (
        ("|", _units(p.heads)),
        ("+", _units(p.rest)),
        ("=", _units(p.recalled)),
        ("#", ", ".join(sorted(p.numbers))),
    )
    return said + "".join(f" {sign} {text}" for sign, text in parts if text)


def _units(units: list[Unit]) -> str:
    return ", ".join(map(_unit, units))


def _unit(unit: Unit) -> str:
    name = f"{unit.preposition} {_lemmas(unit.keys)}".strip() + (f"<{unit.under}" if unit.under else "")
    name = ("@" if unit.animate else "") + ("~" if unit.weak else "") + name
    return f"({name})" if unit.aside else name


def _lemmas(keys: Keys) -> str:
    return "/".join(sorted(key[2:] for key in keys if key[0] == "l"))
