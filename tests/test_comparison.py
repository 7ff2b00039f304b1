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


def rows(page: str) -> list[list[str]]:
    """The cells of each feature: its name, the seven tools with us the last, and the proof."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| ")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


PROOFS = sorted({proof for row in rows(PAGES[0]) for proof in re.findall(r"`([^`]+)`", row[-1])})


@pytest.mark.parametrize("page", PAGES)
def test_forty_features(page: str) -> None:
    """Forty features, each once, with a mark for every tool; ours has a proof."""
    table = rows(page)

    assert 40 == len(table) == len({row[0] for row in table})
    for row in table:
        assert 9 == len(row)
        assert all(cell[0] in "✓~✗?" for cell in row[1:8]), row
        assert row[7] != "✓" or re.search(r"`[^`]+`", row[8]), row


def test_both_languages_claim_the_same() -> None:
    """Marks and proofs are those of the other page."""
    claims = [[[*(cell[0] for cell in row[1:8]), row[8]] for row in rows(page)] for page in PAGES]

    assert claims[0] == claims[1]


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
