"""docs/comparison.md claims nothing for jdlint that no test and no command proves."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ("comparison.md", "comparison.en.md")


def tables(page: str) -> list[list[list[str]]]:
    """The cells of the two tables: for each feature its marks, ours the first, and for each its proofs."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    found = re.findall(r"^\|.*\|\n\| ---.*\|\n((?:\|.*\|\n)+)", text, re.MULTILINE)
    return [[[cell.strip() for cell in row.strip("|").split("|")] for row in table.splitlines()] for table in found]


PROOFS = sorted({proof for row in tables(PAGES[0])[1] for proof in re.findall(r"`([^`]+)`", row[1])})


@pytest.mark.parametrize("page", PAGES)
def test_forty_features(page: str) -> None:
    """Forty features, each once, with a mark for every program; whatever we claim has a proof."""
    marks, proofs = tables(page)

    assert 40 == len(marks) == len({row[0] for row in marks})
    assert [row[0] for row in marks] == [row[0] for row in proofs]
    assert all(len(row) == 8 and all(cell[0] in "✓~✗?" for cell in row[1:]) for row in marks)
    assert all(mark[1] == "✗" or "`" in proof[1] for mark, proof in zip(marks, proofs, strict=True))


def test_both_languages_claim_the_same() -> None:
    """Marks and proofs are those of the other page."""
    (marks, proofs), (others, other_proofs) = map(tables, PAGES)

    assert [[cell[0] for cell in row[1:]] for row in marks] == [[cell[0] for cell in row[1:]] for row in others]
    assert [row[1] for row in proofs] == [row[1] for row in other_proofs]


@pytest.mark.parametrize("proof", [p for p in PROOFS if not p.startswith("jdlint ")])
def test_a_test_that_proves_is_there(proof: str) -> None:
    """The file has a test of that name."""
    file, _, name = proof.partition("::")

    assert re.search(rf"^(?:async )?def {name}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE), proof


@pytest.mark.parametrize("proof", [p for p in PROOFS if p.startswith("jdlint ")])
def test_a_command_that_proves_does_its_job(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, proof: str
) -> None:
    """The command runs in this tree and prints something."""
    monkeypatch.chdir(ROOT)
    ran = run(*shlex.split(proof)[1:])

    assert ran.code in (0, 1), ran.err
    assert ran.out
