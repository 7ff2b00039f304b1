"""The JSON Schema of rule files, for editors: made of the tables that rules are read with.

`python -m jdlint.rulebook.json_schema > schemas/rule.schema.json` renews the file.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from jdlint.rulebook.kinds import KINDS, OWNERS, Kind
from jdlint.rulebook.schema import RULE


def rule_schema() -> dict[str, Any]:
    """What a rule file must look like (draft 7). What JSON Schema cannot say, only the rulebook checks:
    the phrase notation, placeholders, acts, marks in examples.
    """
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "jdlint: правило",
        "description": "Файл правила; как его писать — docs/writing-rules.md",
        **RULE.schema(),
        "oneOf": [_signed(kind) for kind in KINDS.values()],
        "dependencies": {
            name: {"anyOf": [{"required": [sign]} for owner in owners for sign in KINDS[owner].signs]}
            for name, owners in OWNERS.items()
        },
    }


def schema_text() -> str:
    """The schema as the file holds it."""
    return json.dumps(rule_schema(), ensure_ascii=False, indent=2) + "\n"


def _signed(kind: Kind) -> dict[str, Any]:
    signs = [{"required": [sign]} for sign in kind.signs]
    return signs[0] if len(signs) == 1 else {"anyOf": signs}


if __name__ == "__main__":
    sys.stdout.write(schema_text())
