"""Where that lies which comes with the program and is no code."""

from __future__ import annotations

from pathlib import Path


def rules_folder() -> Path:
    """The rules that come with jdlint: inside the installed package, else those of the repository beside `src`."""
    package = Path(__file__).parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parents[1] / "rules"


def ready_folder() -> Path:
    """What the wheel brings of its rules compiled, if it does; the repository has none."""
    return Path(__file__).parent / "_ready"
