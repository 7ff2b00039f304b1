"""Places in documents that are not read again."""

from __future__ import annotations

import re
from dataclasses import replace

from jdlint.model.finding import Place

_STOP = re.compile(r"[ \t.,;:!]+$")


def without_stop(place: Place) -> Place:
    """The place without the punctuation that it ends with."""
    bare = _STOP.sub("", place.quote)
    return replace(place, quote=bare, end_column=place.end_column - (len(place.quote) - len(bare)))
