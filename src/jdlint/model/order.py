"""The usual order of sections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jdlint.model.outline import Role

# Rights may stand before the duties; requirements, relations, conditions and evaluation may stand anywhere.
RANKS: Final[Mapping[Role, int]] = {
    Role.GENERAL: 0,
    Role.TASKS: 1,
    Role.DUTIES: 1,
    Role.RIGHTS: 1,
    Role.RESPONSIBILITY: 2,
    Role.FINAL: 3,
}
