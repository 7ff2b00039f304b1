"""Characters that a terminal would obey, or that nobody would see, written out."""

from __future__ import annotations

import re

# Controls but tab and line feed; marks of direction, joining and width; tags. The soft hyphen is everyday typography.
_UNSEEN = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    """`text` with `\\u001b` in place of an escape character and so on: what JSON reads back as it was."""
    return _UNSEEN.sub(_written, text)


def _written(found: re.Match[str]) -> str:
    data = found[0].encode("utf-16-be")
    return "".join(f"\\u{data[i : i + 2].hex()}" for i in range(0, len(data), 2))
