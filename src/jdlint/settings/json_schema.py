"""The JSON Schema of settings files, for editors: made of the form that they are read with.

`python -m jdlint.settings.json_schema > schemas/settings.schema.json` renews the file.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from jdlint.settings.form import FORM


def settings_schema() -> dict[str, Any]:
    """What `.jdlint.yaml` must look like (draft 7)."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "jdlint: настройки",
        "description": "Файл .jdlint.yaml; все ключи необязательны",
        **FORM.schema(),
    }


def schema_text() -> str:
    """The schema as the file holds it."""
    return json.dumps(settings_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
