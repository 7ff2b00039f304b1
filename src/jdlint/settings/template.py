"""The file that `jdlint init` writes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

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

# Язык сообщений: ru или en.
# lang: ru

# С какого уровня находок завершаться с кодом 1: error, warning, info или never.
# fail-on: warning

# На какой день смотреть, действует ли акт (по умолчанию — сегодня).
# as-of: "2026-11-22"
"""


def filled(values: Mapping[str, Any]) -> str:
    """The file with these keys in force: each must be offered on one line of the template; texts may hold anything."""
    text = TEMPLATE
    for key, value in values.items():
        line = f"{key}: {json.dumps(value, ensure_ascii=False)}"
        offered = rf"^# {re.escape(key)}: .*$"
        text, count = re.subn(offered, line.replace("\\", r"\\"), text, flags=re.MULTILINE)
        if count != 1:
            raise ValueError(f"the template offers {key} on {count} lines")
    return text
