"""`.jdlint.yaml` and the command line → one frozen Settings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jdlint.errors import Mistake, RulebookError, UsageError, reason_of
from jdlint.marked import Choice, Count, Data, Either, Field, Flag, List, MapOf, Page, Scalar, Table, Text
from jdlint.model.finding import Severity
from jdlint.model.outline import Role
from jdlint.settings.origin import Origins, origins_in
from jdlint.settings.override import Override, OverrideForm
from jdlint.settings.pack import RULES, rules_at
from jdlint.settings.template import TEMPLATE, filled

__all__ = ["FORM", "TEMPLATE", "Origins", "Override", "Settings", "filled", "load_settings", "split_codes"]

PROFILES = ("commercial", "budget", "strict")
ROLES = tuple(r.value for r in Role)
SEVERITIES = tuple(s.value for s in Severity)
GROWING = ("ignore", "per-file-ignores", "overrides", "severity", "rules", "exclude", "positions", "processes")
PERSONAL = ("lang", "jobs")
LATER = ("limits", "engine")


@dataclass(frozen=True, slots=True)
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


_WORDS = List(Text(), lone=True)
POSITION = Table(
    (
        Field("also", _WORDS, "как ещё называют"),
        Field("by-order", Flag(), "true: руководит людьми по приказу, помимо их непосредственных руководителей"),
    )
)
FORM = Table(
    (
        Field("select", _WORDS, "какие правила проверять: коды, начала кодов (SUP), имена, уровни, ALL"),
        Field("ignore", _WORDS, "какие правила не проверять"),
        Field("per-file-ignores", MapOf(_WORDS), "какие правила не проверять в файлах: шаблон пути → правила"),
        Field(
            "overrides",
            List(OverrideForm()),
            "особое для части файлов (files) или разделов (sections): select, ignore, severity",
        ),
        Field(
            "severity",
            MapOf(Choice(SEVERITIES, ("уровень", "severity"))),
            "уровень правила: код → error, warning, info",
        ),
        Field("rules", RULES, "свои правила: папки (путь от файла настроек) и установленные наборы (по имени)"),
        Field("extends", Text(), "другой файл настроек или набор требований (commercial, budget, strict)"),
        Field("profile", Choice(PROFILES, ("набор требований", "profile")), "чему должна отвечать инструкция"),
        Field("sections", List(Choice(ROLES, ("роль раздела", "section role"))), "какие разделы обязательны"),
        Field("baseline", Text(), "файл принятых замечаний (путь от файла настроек)"),
        Field("exclude", _WORDS, "какие файлы не читать: шаблоны, как в .gitignore"),
        Field("lang", Choice(("ru", "en"), ("язык", "language")), "язык сообщений"),
        Field(
            "fail-on",
            Choice((*SEVERITIES, "never"), ("уровень", "severity")),
            "с какого уровня находок завершаться с кодом 1",
        ),
        Field("as-of", Text(), "на какой день смотреть статус актов (ГГГГ-ММ-ДД)"),
        Field("standards", Text(), "папка профессиональных стандартов (путь от файла настроек)"),
        Field("jobs", Count(0), "сколько процессов (0 — сколько нужно)"),
        Field("documents", _WORDS, "какие документы сравнивать между собой: шаблоны, как в .gitignore"),
        Field(
            "positions",
            MapOf(Either(_WORDS, POSITION)),
            "должности: как ещё называют; by-order: true — руководит по приказу, помимо непосредственного руководителя",
        ),
        Field("staff", Text(), "штатное расписание, .csv или .xlsx (путь от файла настроек)"),
        Field("processes", MapOf(_WORDS), "процессы: название → шаги, каждый из которых чья-то обязанность"),
        *(Field(name, Data(), "в этой версии ни на что не влияет") for name in LATER),
    )
)


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
