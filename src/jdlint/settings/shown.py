"""Settings as text: every value, and where it was written."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jdlint.model.limits import Limits
from jdlint.settings import Settings
from jdlint.settings.form import FORM, LATER
from jdlint.settings.override import Override

DEFAULT_SELECTION = ("error", "warning")
_BARE = re.compile(r"[A-Za-z][A-Za-z-]*")
_BY_DEFAULT = {"ru": "по умолчанию", "en": "by default"}


def shown(settings: Settings, lang: str, here: Path) -> str:
    """A line of YAML for each key, its place in a comment; what lies below `here` is named from there."""
    prefix = f"{here.as_posix()}/"
    told = [(f"{key}: {_written(value)}", ", ".join(places)) for key, value, places in _values(settings)]
    lines = [(line.replace(prefix, ""), place.replace(prefix, "")) for line, place in told]
    width = min(max(len(line) for line, _ in lines), 60)
    return "".join(f"{line:{width}}  # {place or _BY_DEFAULT[lang]}\n" for line, place in lines)


def shown_json(settings: Settings) -> str:
    """An object with `value` and `from` (a list of places, empty for a default) for each key."""
    told = {key: {"value": value, "from": list(places)} for key, value, places in _values(settings)}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _values(settings: Settings) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
    for field in FORM.fields:
        if field.name not in ("extends", *LATER):
            value = getattr(settings, field.name.replace("-", "_"))
            if field.name == "select" and not value:
                value = DEFAULT_SELECTION
            yield field.name, _plain(value), settings.origins.keys.get(field.name, ())


def _plain(value: Any) -> Any:
    """As a settings file would hold it."""
    if isinstance(value, Override):
        named = {name: getattr(value, name) for name in ("files", "sections", "select", "ignore", "severity")}
        return {name: _plain(part) for name, part in named.items() if part}
    if isinstance(value, Limits):
        return value._asdict()
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.as_posix() if isinstance(value, Path) else value


def _written(value: Any) -> str:
    if value is None:
        return "—"
    if isinstance(value, str) and _BARE.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)
