"""`.jdlint.yaml` and the command line → one frozen Settings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from jdlint.errors import Mistake, RulebookError, UsageError, reason_of
from jdlint.marked import Page, Scalar
from jdlint.model.finding import Severity
from jdlint.model.limits import Limits
from jdlint.record import record
from jdlint.settings.form import FORM, LATER, PROFILES
from jdlint.settings.origin import Origins, origins_in
from jdlint.settings.override import Override
from jdlint.settings.pack import rules_at

__all__ = ["Origins", "Override", "Settings", "load_settings", "split_codes"]

GROWING = ("ignore", "per-file-ignores", "overrides", "severity", "rules", "exclude", "positions", "processes")
PERSONAL = ("lang", "jobs")


@record
class Settings:
    """What a run is told.

    `cache` is the folder where outcomes are remembered, None for no cache; `files` are those that the settings came
    from, and `origins` says which value came from where. `root` is the project's folder: globs count from it, and
    the project calls its files by their paths in it; None where no project is known. `baseline` is the file of
    findings accepted before. `notices` are sentences (ru, en) about keys that this version does not act on.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    lang: str = "ru"
    fail_on: str = "warning"
    as_of: dt.date | None = None
    jobs: int = 0
    limits: Limits = field(default_factory=Limits)
    profile: str = "commercial"
    sections: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    positions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by_order: tuple[str, ...] = ()
    staff: Path | None = None
    processes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    preview: bool = False
    assume_job_description: bool = False
    standards: Path | None = None
    baseline: Path | None = None
    root: Path | None = None
    cache: Path | None = None
    files: tuple[Path, ...] = ()
    origins: Origins = field(default_factory=Origins, compare=False, repr=False)
    notices: tuple[tuple[str, str], ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every file and folder that they are read from or name; not where outcomes are remembered."""
        named = (self.standards, self.staff, self.baseline)
        return (*self.files, *self.rules, *(path for path in named if path))


def load_settings(file: Path | None, personal: Path | None = None) -> Settings:
    """Settings of a project's file and of those that it extends; the defaults without one.

    A user's `personal` settings hold where the project has none. Beside a project's they give only what changes
    nothing in the findings, so that everybody finds the same: the language and the number of processes.
    RulebookError holds every mistake with its line; UsageError says that a file is not there.
    """
    own = _read(personal, ()) if personal else Settings()
    if file is None:
        return own
    told = _read(file, ())
    kept = [key for key in PERSONAL if key in own.origins.keys and key not in told.origins.keys]
    if not kept:
        return told
    origins = Origins({**told.origins.keys, **{key: own.origins.keys[key] for key in kept}}, told.origins.words)
    values = {key: getattr(own, key) for key in kept}
    return replace(told, files=(*told.files, *own.files), origins=origins, **values)


def _read(file: Path, chain: tuple[Path, ...], where: str = "") -> Settings:
    """The settings of a file, which is named at `where`."""
    begin = f"{where}: " if where else ""
    if file.resolve() in chain:
        raise UsageError(
            f"{begin}настройки дополняют сами себя (extends): {file}", f"{begin}settings extend themselves: {file}"
        )
    try:
        text = file.read_text("utf-8")
    except OSError as error:
        why = reason_of(error)
        raise UsageError(
            f"{begin}не открыть настройки {file}: {why.ru}", f"{begin}cannot open settings {file}: {why.en}"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: файл не в кодировке UTF-8", f"{file}: the file is not UTF-8") from error
    return read_settings(file, text, chain)


def read_settings(file: Path, text: str, chain: tuple[Path, ...] = ()) -> Settings:
    """The settings that a file of this text gives, with those that it extends; `chain` are the files that extend it.

    RulebookError and UsageError as for `load_settings`.
    """
    page = Page(str(file), text)
    values: dict[str, Any] = {}
    if page.root is not None and not (isinstance(page.root, Scalar) and page.root.value is None):
        values = FORM.read(page.root, page) or {}
    as_of = _date(values.get("as-of"), page)
    rules = rules_at(file.parent, page)
    if page.mistakes:
        raise RulebookError(page.mistakes)
    base = Settings()
    origins = origins_in(page)
    if values.get("extends") in PROFILES:
        base = replace(base, profile=values["extends"])
        origins = origins.named("profile", "extends")
    elif "extends" in values:
        base = _read(file.parent / values["extends"], (*chain, file.resolve()), origins.of("extends"))
    notices = tuple(
        (
            f"{file}: ключ «{key}» в этой версии ни на что не влияет",
            f"{file}: key “{key}” has no effect in this version",
        )
        for key in LATER
        if key in values
    )
    positions = values.get("positions", {})
    return replace(
        base,
        select=values.get("select", base.select),
        ignore=(*base.ignore, *values.get("ignore", ())),
        per_file_ignores={**base.per_file_ignores, **values.get("per-file-ignores", {})},
        overrides=(*base.overrides, *values.get("overrides", ())),
        severity={**base.severity, **{k: Severity(v) for k, v in values.get("severity", {}).items()}},
        rules=(*base.rules, *rules),
        exclude=(*base.exclude, *values.get("exclude", ())),
        lang=values.get("lang", base.lang),
        fail_on=values.get("fail-on", base.fail_on),
        as_of=as_of or base.as_of,
        jobs=values.get("jobs", base.jobs),
        limits=base.limits._replace(**values.get("limits", {})),
        profile=values.get("profile", base.profile),
        sections=values.get("sections", base.sections),
        standards=file.parent / values["standards"] if "standards" in values else base.standards,
        documents=values.get("documents", base.documents),
        positions={**base.positions, **{name: _also(told) for name, told in positions.items()}},
        by_order=(*base.by_order, *(name for name, told in positions.items() if _is_by_order(told))),
        staff=file.parent / values["staff"] if "staff" in values else base.staff,
        processes={**base.processes, **values.get("processes", {})},
        baseline=file.parent / values["baseline"] if "baseline" in values else base.baseline,
        files=(*base.files, file),
        origins=base.origins.then(origins, GROWING),
        notices=(*base.notices, *notices),
    )


def _also(told: Any) -> tuple[str, ...]:
    """The other names of a position, however its settings are written."""
    names: tuple[str, ...] = told.get("also", ()) if isinstance(told, dict) else told
    return names


def _is_by_order(told: Any) -> bool:
    return isinstance(told, dict) and bool(told.get("by-order"))


def _date(value: str | None, page: Page) -> dt.date | None:
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        node = page.node("as-of")
        page.mistakes.append(
            Mistake(
                page.path,
                node.line if node else 1,
                node.column if node else 1,
                f"as-of: «{value}» — не дата вида ГГГГ-ММ-ДД",
                f"as-of: “{value}” is no date like YYYY-MM-DD",
            )
        )
        return None


def split_codes(values: Sequence[str]) -> tuple[str, ...]:
    """Codes of repeated and comma-separated options."""
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())
