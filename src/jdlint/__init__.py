"""Compliance linter for Russian job descriptions (должностные инструкции).

`lint_paths` and `lint_text` find, `render` tells; `jdlint.api` says what they promise. They and the types they speak
of are imported when first asked for: `jdlint --help` and every other command start without them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from jdlint.version import __version__

if TYPE_CHECKING:
    from jdlint.api import lint_paths, lint_text, render
    from jdlint.errors import JdlintError
    from jdlint.model.finding import Finding, Place, Severity
    from jdlint.model.report import DocumentReport, Report
    from jdlint.settings import Settings

__all__ = [
    "DocumentReport", "Finding", "JdlintError", "Place", "Report", "Settings", "Severity", "__version__",
    "lint_paths", "lint_text", "render",
]  # fmt: skip

_HOMES = {
    "lint_paths": "jdlint.api",
    "lint_text": "jdlint.api",
    "render": "jdlint.api",
    "Settings": "jdlint.settings",
    "Report": "jdlint.model.report",
    "DocumentReport": "jdlint.model.report",
    "Finding": "jdlint.model.finding",
    "Place": "jdlint.model.finding",
    "Severity": "jdlint.model.finding",
    "JdlintError": "jdlint.errors",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'jdlint' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
