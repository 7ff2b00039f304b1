"""A finding is the same one after the text around it has changed, and another one where another thing is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jdlint.check.identity import fingerprinted
from jdlint.linter import Linter
from jdlint.model.document import Source
from jdlint.model.finding import Finding, Place, Severity


@pytest.fixture
def print_of() -> Callable[..., str]:
    """The fingerprint of the first finding of such a place."""

    def first(context: str, *, quote: str = "", path: str = "a.md", line: int = 1, code: str = "ZZZ001") -> str:
        place = Place(path, line, 1, line, 5, quote or context, context, "general", "1.1", str(line))
        return fingerprinted([Finding(code, Severity.ERROR, place, {})], None, {})[0].fingerprint

    return first


LONG = "Полирует бронзовые поручни " + "и ступени " * 40


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2.9. Полирует поручни.", "2.10. Полирует поручни."),
        ("2.9. Полирует поручни.", "Полирует поручни."),
        ("2.9. Полирует поручни.", "- Полирует поручни."),
        ("2.9. Полирует поручни.", "3.1.4 Полирует поручни."),
        ("а) полирует поручни;", "в) полирует поручни;"),
        ("IV. ПРАВА", "5. Права"),
        ("2.9. Полирует\nпоручни.", "2.9. Полирует поручни."),
        ("| 9 | Полирует | поручни |", "| 10 | Полирует | поручни |"),
        ("9. | Полирует | поручни", "2.10. | Полирует | поручни"),
        (f"2.9. {LONG}", f"12.10. {LONG}"),
    ],
)
def test_numbers_do_not_matter(print_of: Callable[..., str], before: str, after: str) -> None:
    """A clause with another number, or another sign in front, holds the same finding, quoted whole or in part."""
    assert print_of(before) == print_of(after, line=7)
    assert print_of(before, quote="поручни") == print_of(after, quote="поручни", line=7)


@pytest.mark.parametrize(
    "other",
    [
        {"context": "2.9. Полирует перила."},
        {"context": "2.9. Полирует поручни.", "quote": "поручни"},
        {"context": "2.9. Полирует поручни.", "path": "б.md"},
        {"context": "2.9. Полирует поручни.", "code": "ZZZ002"},
        {"context": "2.9. Полирует 2.9 поручни."},
    ],
)
def test_other_things_do(print_of: Callable[..., str], other: dict[str, str]) -> None:
    """Other words, another quotation of them, another file and another rule are another finding."""
    assert print_of("2.9. Полирует поручни.") != print_of(**other)


def test_the_project_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From another folder, or by its full path, a file of the project is the same file; a stranger keeps its path."""
    (tmp_path / "б").mkdir()

    def identity(path: str) -> str:
        finding = Finding("ZZZ001", Severity.ERROR, Place(path, 1, 1, 1, 2, "слово", "слово"), {})
        return fingerprinted([finding], tmp_path, {})[0].fingerprint

    monkeypatch.chdir(tmp_path)
    here = identity("б/a.md")
    full = identity(str(tmp_path / "б" / "a.md"))
    monkeypatch.chdir(tmp_path / "б")

    assert here == full == identity("a.md") == identity("../б/a.md")
    assert here != identity("/elsewhere/б/a.md")


def test_two_descriptions_of_one_job_in_a_file(linter: Linter) -> None:
    """What both descriptions in one file lack or say alike has an identity in each of them."""
    one = (
        "# Должностная инструкция лоцмана\n\n## 1. Общие положения\n\n1.1. Лоцман подчиняется ____________.\n\n"
        "## 2. Должностные обязанности\n\n2.1. Лоцман проводит суда.\n\n## 3. Права\n\n3.1. Лоцман вправе требовать карту.\n\n"
    )
    outcome = linter.lint(Source("два.md", (one + one).encode()))

    assert len(outcome.findings) == len({f.fingerprint for f in outcome.findings})
    assert 2 == sum(f.code == "SUP005" for f in outcome.findings)


def test_a_renamed_rule_finds_the_same(print_of: Callable[..., str]) -> None:
    """What was found under the former code of a rule is found under the present one."""
    place = Place("a.md", 1, 1, 1, 5, "Полирует поручни.", "2.9. Полирует поручни.")
    (now,) = fingerprinted([Finding("ZZZ009", Severity.ERROR, place, {})], None, {"ZZZ009": "ZZZ001"})

    assert print_of("2.9. Полирует поручни.", quote="Полирует поручни.") == now.fingerprint


@pytest.mark.parametrize(
    ("expected", "code", "context", "quote"),
    [
        ("a01fe6e7cdb874ccb727", "ZZZ001", "2.9. Полирует поручни.", "поручни"),
        ("22d1e3b0ff65f44fbfd8", "ZZZ001", "Полирует поручни.", ""),
    ],
)
def test_identities_outlive_versions(
    print_of: Callable[..., str], expected: str, code: str, context: str, quote: str
) -> None:
    """What a file of accepted findings was written with is what is computed today."""
    assert expected == print_of(context, quote=quote, code=code)


def test_twins_are_counted() -> None:
    """The second of two equal findings has an identity of its own, the same whatever stands between."""
    twin = Finding("ZZZ001", Severity.ERROR, Place("a.md", 1, 1, 1, 2, "слово", "слово"), {})
    other = Finding("ZZZ002", Severity.ERROR, Place("a.md", 1, 1, 1, 2, "слово", "слово"), {})
    first, second, third = (f.fingerprint for f in fingerprinted([twin, twin, twin], None, {}))
    again = [f.fingerprint for f in fingerprinted([twin, other, twin, other], None, {})]

    assert 3 == len({first, second, third})
    assert [first, second] == again[::2]


def test_what_is_missing_tells_apart() -> None:
    """Two things missing from one document are two findings."""
    place = Place("a.md", 1, 1, 1, 1, "", "Инструкция")
    prints = [
        fingerprinted([Finding("ZZZ001", Severity.ERROR, place, values)], None, {})[0].fingerprint
        for values in ({"missing": "rights"}, {"missing": "duties"}, {})
    ]

    assert 3 == len(set(prints))


@pytest.mark.parametrize(("same", "word"), [(False, 20), (True, 21), (True, 30)])
def test_the_first_twenty_words_of_a_block(print_of: Callable[..., str], word: int, *, same: bool) -> None:
    """A block is known by its first twenty words, its number not counted."""
    words = [f"слово{number}" for number in range(1, 31)]
    other = [*words[: word - 1], "иное", *words[word:]]
    before, after = (print_of(f"2.9. {' '.join(text)}.", quote="слово1") for text in (words, other))

    assert same is (before == after)
