"""Documents that the catalogue describes in words: sections and titles (STR)."""

from __future__ import annotations

import re
from dataclasses import replace

from draft import DUTIES, GENERAL, REQUIREMENTS, RESPONSIBILITY, RIGHTS, Clause, Draft
from quoted import quotations
from table import Builders, builder

BUILDERS: Builders = {}
_ROLES = {
    "общие": GENERAL,
    "обязанност": DUTIES,
    "функци": DUTIES,
    "трудовые": DUTIES,
    "задач": "tasks",
    "прав": RIGHTS,
    "полномочи": RIGHTS,
    "ответственност": RESPONSIBILITY,
    "требовани": REQUIREMENTS,
    "взаимоотношени": "relations",
    "заключительны": "final",
}
_TITLE = re.compile(
    r"общие положения|(?:квалификационные )?требования(?: к работнику)?|(?:(?:долж|функ)\w+ )?обязанности|права|"
    r"ответственность|взаимоотношения|заключительные положения|функции",
    re.IGNORECASE,
)
_EXTRA = (
    Clause("relations", "Получает от кладовщика манекены, передаёт ему пустые коробки."),
    Clause("final", "Инструкция составлена в двух экземплярах."),
    Clause("tasks", "Привлекательный вид витрин в любое время года."),
    Clause("again", "Отвозит старые афиши на склад."),
    Clause("again", "Подбирает ткани под цвет сезона."),
)
ITEMS = (
    "Моет подставки.",
    "Сверяет ценники.",
    "Вешает гирлянды.",
    "Чинит рамки.",
    "Выносит коробки.",
    "Кроит фон.",
    "Клеит буквы.",
    "Метит образцы.",
    "Сдаёт ключи.",
    "Красит стенды.",
    "Гладит ткань.",
    "Меряет полки.",
    "Точит ножи.",
    "Сушит кисти.",
    "Мешает клей.",
    "Режет картон.",
)


def sections(*headings: str, sep: str = "again") -> Draft:
    """A document with these sections; the second of a kind has clauses of its own."""
    seen: list[tuple[str, str]] = []
    for heading in headings:
        role = next(role for stem, role in _ROLES.items() if stem in heading.lower())
        seen.append((sep if role in dict(seen) else role, heading))
    return replace(Draft(), clauses=Draft().clauses + _EXTRA).headed(*seen)


def ordered(example: str) -> Draft:
    """The sections that an example names, in its order, numbered anew."""
    return sections(*(f"{i}. {m[0].capitalize()}" for i, m in enumerate(_TITLE.finditer(example), 1)))


def labelled(*labels: str) -> Draft:
    """The usual sections under these labels."""
    names = ("Общие положения", "Должностные обязанности", "Права", "Ответственность", "Требования к работнику")
    return sections(*(f"{label} {name}".strip() for label, name in zip(labels, names, strict=False)))


SHORT = ("1. Общие положения", "2. Обязанности", "3. Права", "4. Ответственность")
SECOND = "# ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ швейцара\n\n## 1. Общие положения\n\n1.1. Швейцар подчиняется старшему смены.\n\n"
SECOND += "## 2. Обязанности\n\n2.1. Открывает двери.\n\n## 3. Права\n\n3.1. Не впускать посторонних.\n\n"
SECOND += "## 4. Ответственность\n\n4.1. Отвечает за порядок у входа."
TABLE = "| 3.1 | Получать со склада манекены. |\n|---|---|\n| 3.2 | Отказаться от неисправной стремянки. |"

builder(
    BUILDERS,
    "STR001",
    "bad",
    {
        0: sections("I. Общие положения", "II. Обязанности", "IV. Ответственность"),
        1: ordered,
        2: replace(Draft(), clauses=()).headed((DUTIES, "Обязанности")).having(DUTIES, *ITEMS[:12]),
        3: sections("1. Общие положения", "2. Обязанности", "3. Ответственность", "4. Требования к работнику"),
    },
)
builder(
    BUILDERS,
    "STR001",
    "good",
    {
        0: ordered,
        1: sections(*SHORT).having(GENERAL, "Среднее образование, стаж работы от шести месяцев."),
        2: sections("1. Общие положения", "2. Обязанности", "3. Права и ответственность", "4. Требования к работнику"),
        3: lambda e: sections(
            "Раздел 1. Общие положения",
            quotations(e)[0],
            quotations(e)[2],
            "4. Ответственность",
            "5. Требования к работнику",
        ),
    },
)
builder(
    BUILDERS,
    "STR002",
    "bad",
    {
        0: Draft().without(RIGHTS),
        1: labelled("I.", "II.", "III.", "IV.").only(RIGHTS, "Работник вправе:"),
        2: Draft().only(RESPONSIBILITY, "____________________"),
        3: lambda e: replace(Draft(), headings=(*Draft().headings, ("relations", "6. Взаимоотношения"))).having(
            "relations", re.split(r"\s/\s", quotations(e)[0])[1]
        ),
    },
)
builder(
    BUILDERS,
    "STR002",
    "good",
    {
        0: lambda e: Draft().only(RIGHTS, quotations(e)[1]),
        1: Draft().only(RIGHTS, TABLE, numbers=["-"]),
        2: Draft().only(DUTIES, "### 2.1. Витрины", *ITEMS[:4], numbers=["-"]),
        3: Draft().only(RIGHTS, "- Получать:\n    - манекены;\n    - ткани.", numbers=["-"]),
    },
)
builder(
    BUILDERS,
    "STR003",
    "bad",
    {
        0: ordered,
        1: ordered,
        3: ordered,
        2: sections(
            "1. Общие положения", "2. Заключительные положения", "3. Обязанности", "4. Права", "5. Ответственность"
        ),
    },
)
builder(
    BUILDERS,
    "STR003",
    "good",
    {
        0: ordered,
        1: ordered,
        2: ordered,
        3: sections(*SHORT[:3], "4. Взаимоотношения", "5. Ответственность"),
    },
)
builder(
    BUILDERS,
    "STR004",
    "bad",
    {
        0: sections(
            "1. Общие положения",
            "2. Должностные обязанности",
            "3. Права",
            "4. Ответственность",
            "5. Функциональные обязанности",
        ),
        1: sections(
            "1. Общие положения",
            "2. Обязанности",
            "3. Права",
            "4. Ответственность",
            "5. Требования к работнику",
            "6. Ответственность",
        ).having("again", "За опоздание – штраф."),
        2: sections("I. Общие положения", "II. Обязанности", "III. Права", "III. Права", "IV. Ответственность"),
        3: sections(*SHORT[:3], "1. Общие положения", "4. Ответственность"),
    },
)
builder(
    BUILDERS,
    "STR004",
    "good",
    {
        0: sections(
            "1. Общие положения", "2. Основные задачи", "3. Должностные обязанности", "4. Права", "5. Ответственность"
        ),
        1: Draft().having(RIGHTS, "### Права и обязанности при замене начальника", ITEMS[0], numbers=["-"]),
        2: Draft().but(
            after="ПРИЛОЖЕНИЕ 1\n\nк должностной инструкции\n\n## Ответственность\n\n1. За ключи отвечает сменщик."
        ),
        3: Draft().but(
            before="СОДЕРЖАНИЕ\n\n" + "\n\n".join(f"{h} ........ {i}" for i, (_, h) in enumerate(Draft().headings, 2))
        ),
    },
)
builder(
    BUILDERS,
    "STR005",
    "bad",
    {
        0: labelled("I.", "II.", "IV."),
        1: labelled("1.", "2.", "2.", "3."),
        2: labelled("I.", "II.", "III.", "V."),
        3: labelled("Раздел 1.", "Раздел 3."),
    },
)
builder(
    BUILDERS,
    "STR005",
    "good",
    {
        0: labelled("I.", "II.", "III.", "IV.", "V."),
        1: labelled("1.", "2)", "Раздел 3.", "IV."),
        2: labelled("", "", "", ""),
        3: labelled("I.", "II.", "Ш.", "IV."),
    },
)
builder(
    BUILDERS,
    "STR006",
    "bad",
    {
        0: Draft().but(after=SECOND),
        1: Draft().but(after="Директор ______________ П. К. Лоскутов\n\n" + SECOND),
        2: Draft().but(title="Должностная инструкция {position}", after=SECOND),
        3: Draft().but(after=SECOND + "\n\n" + SECOND.replace("швейцар", "курьер").replace("Швейцар", "Курьер")),
    },
)
builder(
    BUILDERS,
    "STR006",
    "good",
    {
        0: Draft().but(after="Приложение. Лист ознакомления\n\n| Фамилия | Дата |\n|---|---|\n|   |   |"),
        2: lambda e: Draft().having(GENERAL, *(f"По пункту {i} применяется {quotations(e)[0]}." for i in range(2, 17))),
        3: Draft().but(before="Должностная инструкция {position}", after="Должностная инструкция {position}"),
    },
)


def entitled(example: str) -> Draft:
    """A document under the title that an example gives, with no other word of the position."""
    title = re.sub(r"\s*\((?:без|на)\s[^()]*\)", "", re.sub(r"\s*\([^()]*seed[^()]*\)", "", example))
    first, _, second = title.partition(" / ")
    return Draft().without("position").but(title=first, before=second)


builder(BUILDERS, "STR007", "bad", dict.fromkeys(range(4), entitled))
builder(
    BUILDERS,
    "STR007",
    "good",
    {
        0: entitled,
        1: entitled,
        2: entitled,
        3: lambda e: (
            Draft()
            .without("position")
            .but(title=quotations(e)[0])
            .having(GENERAL, f"Инструкция определяет {quotations(e)[1]}.")
        ),
    },
)


def title_and_text(example: str) -> Draft:
    """A document entitled with the first quotation, that says the others where the example puts them."""
    position, *rest = quotations(example)
    clauses = Draft().of(position).without("position")
    for words in rest:
        role = RESPONSIBILITY if "ответственность" in words else DUTIES if "обязан" in words else GENERAL
        clauses = clauses.having(role, words)
        clauses = clauses.having(role, f"- {ITEMS[0].lower()}", numbers=["-"]) if words.endswith(":") else clauses
    return clauses


builder(BUILDERS, "STR008", "bad", dict.fromkeys(range(4), title_and_text))
builder(
    BUILDERS,
    "STR008",
    "good",
    {
        0: title_and_text,
        3: Draft()
        .having(GENERAL, "Оформитель витрин (далее – Работник) работает в торговом зале.")
        .having(DUTIES, "Работник обязан беречь ткани.")
        .having(RIGHTS, "Работник имеет право на перерыв."),
    },
)
builder(BUILDERS, "STR009", "bad", {0: Draft().without("category")})
