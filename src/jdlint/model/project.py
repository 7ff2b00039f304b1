"""What a project calls its files, from wherever it is asked."""

from __future__ import annotations

import os
from pathlib import Path


def name_in(root: Path | None, path: str) -> str:
    """`path` as seen from the project's folder, in posix form; as given when it lies outside, or there is none."""
    if root is None:
        return path
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 resolve() would follow links out of the project
    for place in (absolute, absolute.resolve()):
        if place.is_relative_to(root):
            return place.relative_to(root).as_posix()
    return path
