"""What a project calls its files, from wherever it is asked."""

from __future__ import annotations

import os
from pathlib import Path


def name_in(root: Path | None, path: str) -> str:
    """`path` as seen from the project's folder, in posix form; as given when it lies outside, or there is none."""
    if root is None:
        return spelt(path)
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 resolve() would follow links out of the project
    for place in (absolute, absolute.resolve()):
        if place.is_relative_to(root):
            return spelt(place.relative_to(root).as_posix())
    return spelt(path)


def spelt(text: str) -> str:
    """`text` with the names of files in the letters that they have in UTF-8, though the locale may not know it."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text
