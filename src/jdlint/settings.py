"""`.jdlint.yaml` and the command line → one frozen Settings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jdlint.errors import Mistake, RulebookError, UsageError
from jdlint.marked import Choice, Count, Data, Field, List, MapOf, Page, Scalar, Table, Text
from jdlint.model.finding import Severity
from jdlint.model.outline import Role

PROFILES = ("commercial", "budget", "strict")
ROLES = tuple(r.value for r in Role)
SEVERITIES = tuple(s.value for s in Severity)
LATER = ("overrides", "documents", "limits", "engine")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is told.

    `cache` is the folder where outcomes are remembered, None for no cache; `files` are those that the settings came
    from. `notices` are sentences (ru, en) about keys that this version does not act on.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    lang: str = "ru"
    fail_on: str = "warning"
    as_of: dt.date | None = None
    jobs: int = 0
    profile: str = "commercial"
    sections: tuple[str, ...] = ()
    positions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    preview: bool = False
    assume_job_description: bool = False
    standards: Path | None = None
    staff: Path | None = None
    cache: Path | None = None
    files: tuple[Path, ...] = ()
    notices: tuple[tuple[str, str], ...] = ()


_WORDS = List(Text(), lone=True)
FORM = Table(
    (
        Field("select", _WORDS, "какие правила проверять: коды, начала кодов (SUP), имена, уровни, ALL"),
        Field("ignore", _WORDS, "какие правила не проверять"),
        Field("per-file-ignores", MapOf(_WORDS), "какие правила не проверять в файлах: шаблон пути → правила"),
        Field(
            "severity",
            MapOf(Choice(SEVERITIES, ("уровень", "severity"))),
            "уровень правила: код → error, warning, info",
        ),
        Field("rules", _WORDS, "папки со своими правилами (путь от файла настроек)"),
        Field("extends", Text(), "другой файл настроек или набор требований (commercial, budget, strict)"),
        Field("profile", Choice(PROFILES, ("набор требований", "profile")), "чему должна отвечать инструкция"),
        Field("sections", List(Choice(ROLES, ("роль раздела", "section role"))), "какие разделы обязательны"),
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
        Field("staff", Text(), "штатное расписание, .csv или .xlsx (путь от файла настроек)"),
        Field("positions", MapOf(_WORDS), "другие названия должностей: должность → как ещё её называют"),
        *(Field(name, Data()) for name in LATER),
    )
)


def load_settings(file: Path | None) -> Settings:
    """Settings of a file and of those that it extends; the defaults without one.

    RulebookError holds every mistake with its line; UsageError says that a file is not there.
    """
    return Settings() if file is None else _read(file, ())


def _read(file: Path, chain: tuple[Path, ...]) -> Settings:
    if file.resolve() in chain:
        raise UsageError(f"{file}: настройки дополняют сами себя (extends)", f"{file}: settings extend themselves")
    try:
        text = file.read_text("utf-8")
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(f"не открыть настройки {file}: {why}", f"cannot open settings {file}: {why}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: файл не в кодировке UTF-8", f"{file}: the file is not UTF-8") from error
    page = Page(str(file), text)
    values: dict[str, Any] = {}
    if page.root is not None and not (isinstance(page.root, Scalar) and page.root.value is None):
        values = FORM.read(page.root, page) or {}
    as_of = _date(values.get("as-of"), page)
    if page.mistakes:
        raise RulebookError(page.mistakes)
    base = Settings()
    if values.get("extends") in PROFILES:
        base = replace(base, profile=values["extends"])
    elif "extends" in values:
        base = _read(file.parent / values["extends"], (*chain, file.resolve()))
    notices = tuple(
        (
            f"{file}: ключ «{key}» в этой версии ни на что не влияет",
            f"{file}: key “{key}” has no effect in this version",
        )
        for key in LATER
        if key in values
    )
    return replace(
        base,
        select=values.get("select", base.select),
        ignore=(*base.ignore, *values.get("ignore", ())),
        per_file_ignores={**base.per_file_ignores, **values.get("per-file-ignores", {})},
        severity={**base.severity, **{k: Severity(v) for k, v in values.get("severity", {}).items()}},
        rules=(*base.rules, *(file.parent / name for name in values.get("rules", ()))),
        exclude=(*base.exclude, *values.get("exclude", ())),
        lang=values.get("lang", base.lang),
        fail_on=values.get("fail-on", base.fail_on),
        as_of=as_of or base.as_of,
        jobs=values.get("jobs", base.jobs),
        profile=values.get("profile", base.profile),
        sections=values.get("sections", base.sections),
        standards=file.parent / values["standards"] if "standards" in values else base.standards,
        staff=file.parent / values["staff"] if "staff" in values else base.staff,
        positions={**base.positions, **values.get("positions", {})},
        files=(*base.files, file),
        notices=(*base.notices, *notices),
    )


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


TEMPLATE = """\
# Настройки jdlint. Все ключи необязательны; строка с «#» в начале не действует.
# Проверить папку: jdlint check .

# Какие правила проверять: коды (SUP001), начала кодов (SUP), имена, уровни (error, warning, info), ALL.
# По умолчанию — все правила уровней error и warning.
# select: [error, warning]

# Какие правила не проверять.
# ignore: [FMT001]

# Какие правила не проверять в отдельных файлах (шаблоны, как в .gitignore).
# per-file-ignores:
#   "архив/**": [LAW004]

# Свой уровень для правила.
# severity:
#   SUP001: warning

# Чему должна отвечать инструкция: commercial (по умолчанию), budget (бюджетное учреждение) или strict.
# profile: budget

# Какие разделы обязательны (по умолчанию — как велит profile).
# sections: [general, requirements, duties, rights, responsibility]

# Как ещё называют должность (для сравнения документов между собой).
# positions:
#   менеджер по закупкам: [закупщик, снабженец]

# Штатное расписание (.csv или .xlsx): с ним сверяются названия должностей.
# staff: штат.xlsx

# Папки со своими правилами (путь от этого файла).
# rules: [./hr-rules/]

# Папка профессиональных стандартов, куда их кладёт jdlint standard import.
# standards: ./professional-standards/

# Какие файлы не читать.
# exclude: ["черновики/**"]

# Язык сообщений: ru или en.
# lang: ru

# С какого уровня находок завершаться с кодом 1: error, warning, info или never.
# fail-on: warning

# На какой день смотреть, действует ли акт (по умолчанию — сегодня).
# as-of: "2026-11-22"
"""
