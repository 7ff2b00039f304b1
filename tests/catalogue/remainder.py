"""Examples of the catalogue that do not come out as it says, each with the reason."""

from __future__ import annotations

from table import Key

REMAINDER: dict[Key, str] = {}
