"""The page on security promises nothing that no test proves."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROW = re.compile(r"^\| .+ \| .+ \| `(tests/[\w/]+\.py)::(test_\w+)` \|$", re.MULTILINE)


def test_every_named_test_exists() -> None:
    """Sixty classes and more, each with a test that is there."""
    rows = ROW.findall((ROOT / "docs/security.md").read_text("utf-8"))

    assert 60 <= len(rows)
    assert [] == [
        f"{file}::{name}"
        for file, name in rows
        if not re.search(rf"^def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE)
    ]
