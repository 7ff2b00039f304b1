"""`jdlint register`: the acts that the rules rest on, and which of them nobody has looked at for a year."""

from __future__ import annotations

import pytest

from jdlint.cli import main


def test_all_acts_and_the_stale_ones(capsys: pytest.CaptureFixture[str]) -> None:
    """Every act is listed with its status; --stale keeps only those last checked over a year before the day."""
    assert 0 == main(["register", "--as-of", "2026-11-22"])
    every = capsys.readouterr().out
    assert 0 == main(["register", "--stale", "--as-of", "2026-11-22"])
    stale = capsys.readouterr().out
    assert 0 == main(["register", "--stale", "--as-of", "2019-01-01", "--lang", "en"])
    none = capsys.readouterr().out

    assert "152-fz" in every
    assert len(stale.splitlines()) < len(every.splitlines())
    assert all(line[:10] < "2025-11-22" for line in stale.splitlines()[:-1])
    assert "not checked for over a year: 0\n" == none
