"""What settings say of some files and some sections only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from jdlint.marked import Choice, Field, List, MapOf, Node, Page, Table, Text
from jdlint.marked import Mapping as Keys
from jdlint.model.finding import Severity
from jdlint.model.outline import Role
from jdlint.record import record

_WORDS = List(Text(), lone=True)
_ROLES = List(Choice(tuple(r.value for r in Role), ("роль раздела", "section role")), lone=True)
_LEVEL = Choice(tuple(s.value for s in Severity), ("уровень", "severity"))
_WHERE, _WHAT = ("files", "sections"), ("select", "ignore", "severity")


@record
class Override:
    """For files of these globs (all files without one), in sections of these roles (everywhere without one): another
    selection, more to ignore, other severities. `key` is the key of the settings that says so.
    """

    files: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    key: str = "overrides"


_TABLE = Table(
    (
        Field(
            "files",
            _WORDS,
            "в каких файлах: шаблоны, как в .gitignore, путь от файла настроек",
            "in which files: globs as in .gitignore, counted from the settings file",
        ),
        Field("sections", _ROLES, "в разделах каких ролей", "in sections of which roles"),
        Field(
            "select",
            _WORDS,
            "какие правила проверять вместо общего выбора",
            "which rules to check instead of the general selection",
        ),
        Field("ignore", _WORDS, "какие правила не проверять", "which rules not to check"),
        Field(
            "severity",
            MapOf(_LEVEL),
            "уровень правила: код → error, warning, info",
            "the severity of a rule: code → error, warning, info",
        ),
    )
)


@record
class OverrideForm:
    """One override: it says where, and what is different there."""

    def read(self, node: Node, page: Page) -> Override | None:
        """The override, or None after a mistake."""
        values: dict[str, Any] | None = _TABLE.read(node, page)
        if values is None or not isinstance(node, Keys):
            return None
        for keys, ru, en in ((_WHERE, "не сказано, где", "no place"), (_WHAT, "не сказано, что иначе", "no change")):
            if not any(node.get(key) for key in keys):
                known = ", ".join(keys)
                page.blame(node, f"{ru}: нужен один из ключей {known}", f"{en}: one of {known} is needed")
        severity = {code: Severity(level) for code, level in values.pop("severity", {}).items()}
        return Override(**values, severity=severity)

    def schema(self, lang: str = "ru") -> dict[str, Any]:
        """An object with one key of each sort at least."""
        either = [{"anyOf": [{"required": [key]} for key in keys]} for keys in (_WHERE, _WHAT)]
        return {**_TABLE.schema(lang), "allOf": either}
