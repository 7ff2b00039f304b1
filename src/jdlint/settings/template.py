"""The file that `jdlint init` writes."""

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

# Как ещё называют должность (для сравнения документов между собой).
# positions:
#   менеджер по закупкам: [закупщик, снабженец]

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
