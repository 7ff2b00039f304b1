"""The file that `jdlint init` writes, in each language."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

TEMPLATES = {
    "ru": """\
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

# То же для части файлов (files) или разделов (sections): свой выбор правил, исключения, уровни.
# overrides:
#   - files: ["архив/**"]
#     ignore: [LAW004]
#   - sections: [rights]
#     severity: {LAW011: info}

# Свой уровень для правила.
# severity:
#   SUP001: warning

# Чему должна отвечать инструкция: commercial (по умолчанию), budget (бюджетное учреждение) или strict.
# profile: budget

# Какие разделы обязательны (по умолчанию — как велит profile).
# sections: [general, requirements, duties, rights, responsibility]

# Какие документы сравнивать между собой (по умолчанию — все документы папки, где лежит этот файл).
# documents: ["инструкции/**"]

# Как ещё называют должность. by-order: true — руководит людьми по приказу (проект, матричная структура),
# помимо их непосредственных руководителей.
# positions:
#   менеджер по закупкам: [закупщик, снабженец]
#   руководитель проекта: {by-order: true}

# Шаги процессов, каждый из которых должен быть чьей-то обязанностью (правило ORG006).
# processes:
#   Отгрузка: [принимать заказы, отгружать товар]

# Штатное расписание (.csv или .xlsx): с ним сверяются названия должностей.
# staff: штат.xlsx

# Свои правила: папка (путь от этого файла) или имя установленного набора.
# rules: [./hr-rules/]

# Папка профессиональных стандартов, куда их кладёт jdlint standard import.
# standards: ./professional-standards/

# Файл принятых замечаний: они отмечаются и не считаются. Создаёт его jdlint check --write-baseline.
# baseline: .jdlint-baseline.jsonl

# Какие файлы не читать.
# exclude: ["черновики/**"]

# Сколько секунд процессора и мегабайт может занять документ, прежде чем останется непроверенным (замечание DOC006).
# limits: {seconds: 120, memory: 1024}

# Язык сообщений: ru или en.
# lang: ru

# С какого уровня находок завершаться с кодом 1: error, warning, info или never.
# fail-on: warning

# На какой день смотреть, действует ли акт (по умолчанию — сегодня).
# as-of: "2026-11-22"
""",
    "en": """\
# Settings of jdlint. Every key is optional; a line that begins with “#” has no effect.
# To check a folder: jdlint check .

# Which rules to check: codes (SUP001), beginnings of codes (SUP), names, severities (error, warning, info), ALL.
# By default all rules of severity error and warning.
# select: [error, warning]

# Which rules not to check.
# ignore: [FMT001]

# Which rules not to check in some files (globs as in .gitignore).
# per-file-ignores:
#   "archive/**": [LAW004]

# The same for some files (files) or sections (sections): another selection, exceptions, severities.
# overrides:
#   - files: ["archive/**"]
#     ignore: [LAW004]
#   - sections: [rights]
#     severity: {LAW011: info}

# Another severity for a rule.
# severity:
#   SUP001: warning

# What a job description is held to: commercial (by default), budget (a state institution) or strict.
# profile: budget

# Which sections are required (as the profile demands by default).
# sections: [general, requirements, duties, rights, responsibility]

# Which documents to compare with each other (by default all below the folder of this file).
# documents: ["descriptions/**"]

# Other names of a position. by-order: true is for whoever leads people by order (of a project, in a matrix),
# beside their direct superiors.
# positions:
#   менеджер по закупкам: [закупщик, снабженец]
#   руководитель проекта: {by-order: true}

# Steps of processes, each of which must be somebody's duty (rule ORG006).
# processes:
#   Отгрузка: [принимать заказы, отгружать товар]

# The staff list (.csv or .xlsx) that titles of positions are held against.
# staff: staff.xlsx

# Own rules: a folder (counted from this file) or the name of an installed pack.
# rules: [./hr-rules/]

# The folder of professional standards where jdlint standard import puts them.
# standards: ./professional-standards/

# The file of findings accepted before: they are marked and do not count. jdlint check --write-baseline makes it.
# baseline: .jdlint-baseline.jsonl

# Which files not to read.
# exclude: ["drafts/**"]

# The language of messages: ru or en.
# lang: en

# The severity from which findings give exit code 1: error, warning, info or never.
# fail-on: warning

# The day on which acts must be in force (today by default).
# as-of: "2026-11-22"
""",
}


def filled(values: Mapping[str, Any], lang: str) -> str:
    """The file with these keys in force: each must be offered on one line of the template; texts may hold anything."""
    text = TEMPLATES[lang]
    for key, value in values.items():
        line = f"{key}: {json.dumps(value, ensure_ascii=False)}"
        offered = rf"^# {re.escape(key)}: .*$"
        text, count = re.subn(offered, line.replace("\\", r"\\"), text, flags=re.MULTILINE)
        if count != 1:
            raise ValueError(f"the template offers {key} on {count} lines")
    return text
