"""The keys of `.jdlint.yaml`: what may stand there, and what it is for."""

from __future__ import annotations

from jdlint.marked import Choice, Count, Data, Either, Field, Flag, List, MapOf, Table, Text
from jdlint.model.finding import Severity
from jdlint.model.outline import Role
from jdlint.settings.override import OverrideForm
from jdlint.settings.pack import RULES

PROFILES = ("commercial", "budget", "strict")
ROLES = tuple(r.value for r in Role)
SEVERITIES = tuple(s.value for s in Severity)
LATER = ("engine",)
_WORDS = List(Text(), lone=True)
POSITION = Table(
    (
        Field("also", _WORDS, "как ещё называют", "other names of it"),
        Field(
            "by-order",
            Flag(),
            "true: руководит людьми по приказу, помимо их непосредственных руководителей",
            "true: leads people by order, beside their direct superiors",
        ),
    )
)
LIMITS = Table(
    (
        Field(
            "seconds",
            Count(1),
            "секунд работы процессора (по часам может пройти в десять раз больше)",
            "seconds of the processor (ten times as many may pass by the clock)",
        ),
        Field(
            "memory",
            Count(16),
            "мегабайт памяти сверх того, что программа заняла до документа",
            "megabytes of memory above what the program held before the document",
        ),
    )
)
FORM = Table(
    (
        Field(
            "select",
            _WORDS,
            "какие правила проверять: коды, начала кодов (SUP), имена, уровни, ALL",
            "which rules to check: codes, beginnings of codes (SUP), names, severities, ALL",
        ),
        Field("ignore", _WORDS, "какие правила не проверять", "which rules not to check"),
        Field(
            "per-file-ignores",
            MapOf(_WORDS),
            "какие правила не проверять в файлах: шаблон пути → правила",
            "which rules not to check in some files: glob → rules",
        ),
        Field(
            "overrides",
            List(OverrideForm()),
            "особое для части файлов (files) или разделов (sections): select, ignore, severity",
            "what is different in some files (files) or sections (sections): select, ignore, severity",
        ),
        Field(
            "severity",
            MapOf(Choice(SEVERITIES, ("уровень", "severity"))),
            "уровень правила: код → error, warning, info",
            "the severity of a rule: code → error, warning, info",
        ),
        Field(
            "rules",
            RULES,
            "свои правила: папки (путь от файла настроек) и установленные наборы (по имени)",
            "own rules: folders (counted from the settings file) and installed packs (by name)",
        ),
        Field(
            "extends",
            Text(),
            "другой файл настроек или набор требований (commercial, budget, strict)",
            "another settings file, or a profile (commercial, budget, strict)",
        ),
        Field(
            "profile",
            Choice(PROFILES, ("набор требований", "profile")),
            "чему должна отвечать инструкция",
            "what a job description is held to",
        ),
        Field(
            "sections",
            List(Choice(ROLES, ("роль раздела", "section role"))),
            "какие разделы обязательны",
            "which sections are required",
        ),
        Field(
            "baseline",
            Text(),
            "файл принятых замечаний (путь от файла настроек)",
            "the file of findings accepted before (counted from the settings file)",
        ),
        Field(
            "exclude",
            _WORDS,
            "какие файлы не читать: шаблоны, как в .gitignore",
            "which files not to read: globs as in .gitignore",
        ),
        Field("lang", Choice(("ru", "en"), ("язык", "language")), "язык сообщений", "the language of messages"),
        Field(
            "fail-on",
            Choice((*SEVERITIES, "never"), ("уровень", "severity")),
            "с какого уровня находок завершаться с кодом 1",
            "the severity from which findings give exit code 1",
        ),
        Field(
            "as-of",
            Text(),
            "на какой день смотреть статус актов (ГГГГ-ММ-ДД)",
            "on which day acts must be in force (YYYY-MM-DD)",
        ),
        Field(
            "standards",
            Text(),
            "папка профессиональных стандартов (путь от файла настроек)",
            "the folder of professional standards (counted from the settings file)",
        ),
        Field("jobs", Count(0), "сколько процессов (0 — сколько нужно)", "how many processes (0 for as many as pay)"),
        Field(
            "limits",
            LIMITS,
            "сколько может занять проверка одного документа (замечание DOC006, если больше)",
            "what checking one document may cost (finding DOC006 beyond that)",
        ),
        Field(
            "documents",
            _WORDS,
            "какие документы сравнивать между собой: шаблоны, как в .gitignore",
            "which documents to compare with each other: globs as in .gitignore",
        ),
        Field(
            "positions",
            MapOf(Either(_WORDS, POSITION)),
            "должности: как ещё называют; by-order: true — руководит по приказу, помимо непосредственного руководителя",
            "positions: other names of them; by-order: true for whoever leads by order, beside the direct superior",
        ),
        Field(
            "staff",
            Text(),
            "штатное расписание, .csv или .xlsx (путь от файла настроек)",
            "the staff list, .csv or .xlsx (counted from the settings file)",
        ),
        Field(
            "processes",
            MapOf(_WORDS),
            "процессы: название → шаги, каждый из которых чья-то обязанность",
            "processes: name → steps, each of which must be somebody's duty",
        ),
        *(Field(name, Data(), "в этой версии ни на что не влияет", "has no effect in this version") for name in LATER),
    )
)
