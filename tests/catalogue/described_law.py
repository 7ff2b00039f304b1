"""Documents that the catalogue describes in words: rights, liability, law, requirements, standards."""

from __future__ import annotations

import re
from dataclasses import replace

from draft import DUTIES, GENERAL, REQUIREMENTS, RESPONSIBILITY, RIGHTS, Draft
from quoted import quotations
from table import Builders, builder

BUILDERS: Builders = {}
FULL = "приказом Минтруда России от 21.02.2019 № 103н"

# --- rights and responsibility ------------------------------------------------------------------------------------

builder(
    BUILDERS,
    "RGT001",
    "bad",
    {
        0: lambda e: Draft().having(DUTIES, quotations(e)[0]).only(RIGHTS, quotations(e)[1]),
        **dict.fromkeys(
            (1, 2), lambda e: Draft().having(DUTIES, quotations(e)[0]).only(RIGHTS, "Получать со склада ткани.")
        ),
        3: lambda e: replace(Draft(), headings=tuple(h for h in Draft().headings if h[0] != RIGHTS)).having(
            DUTIES, quotations(e)[0]
        ),
    },
)
builder(
    BUILDERS,
    "RGT001",
    "good",
    {
        0: lambda e: Draft().having(DUTIES, f"{quotations(e)[0]} порядок в зале").having(RIGHTS, quotations(e)[1]),
        1: lambda e: Draft().having(DUTIES, f"{quotations(e)[0]} накладные").having(RIGHTS, quotations(e)[1]),
        2: lambda e: Draft().having(DUTIES, quotations(e)[0]).having(RIGHTS, quotations(e)[1]),
        3: Draft().only(DUTIES, "Моет полы в зале.", "Выносит мусор.", "Чистит зеркала.", "Поливает цветы."),
    },
)
builder(
    BUILDERS,
    "RGT002",
    "good",
    {3: Draft().having(RIGHTS, "Пользоваться правами, установленными Трудовым кодексом РФ.")},
)
builder(
    BUILDERS,
    "LIA008",
    "good",
    {
        2: Draft().only(
            RESPONSIBILITY,
            "Соблюдение правил хранения тканей.",
            "Исправность ламп.",
            "За нарушения наступает дисциплинарная и материальная ответственность по ТК РФ.",
            numbers=["", "", "-"],
        ),
        3: Draft().only(
            RESPONSIBILITY,
            "| Нарушение | Вид ответственности |\n|---|---|\n| порча тканей | материальная |\n| опоздание | дисциплинарная |",
            numbers=["-"],
        ),
    },
)

# --- law, requirements, standards ---------------------------------------------------------------------------------

LAWLESS = Draft().without("law")
builder(BUILDERS, "LAW001", "bad", {0: LAWLESS})
builder(
    BUILDERS,
    "LAW001",
    "good",
    {
        3: lambda e: LAWLESS.having(GENERAL, f"Работник соблюдает {quotations(e)[1]}.").having(
            RESPONSIBILITY, f"За нарушение {quotations(e)[0]} и правил распорядка."
        )
    },
)
builder(
    BUILDERS,
    "LAW002",
    "good",
    {
        4: lambda e: Draft().having(
            RESPONSIBILITY, f"Вред третьим лицам: {e.partition(' в одном')[0]}, затем {quotations(e)[0]}."
        )
    },
)
builder(
    BUILDERS,
    "LAW003",
    "good",
    {
        4: lambda e: Draft().having(
            GENERAL, f"Трудовая функция работника определена по {e.partition(' в пункте')[0]} ТК РФ."
        )
    },
)
builder(
    BUILDERS,
    "LAW008",
    "bad",
    dict.fromkeys(
        range(4), lambda e: Draft().having(GENERAL, f"Работник соблюдает {re.split(r' (?:при|за|на) ', e)[0]}.")
    ),
)
builder(
    BUILDERS,
    "LAW008",
    "good",
    {
        2: Draft().having(GENERAL, "Работник соблюдает Федеральный закон от 28.12.2013 № 426-ФЗ."),
        3: Draft().having(GENERAL, "Работник соблюдает ПП РФ от 16.09.2020 № 1479."),
    },
)
builder(
    BUILDERS,
    "LAW009",
    "good",
    {
        3: LAWLESS.having(
            GENERAL,
            "Работник соблюдает: ТК РФ; Федеральный закон от 28.12.2013 № 426-ФЗ; Федеральный закон от 27.07.2006 № 152-ФЗ.",
        )
    },
)
builder(
    BUILDERS,
    "LAW010",
    "good",
    {
        3: lambda e: Draft().having(
            REQUIREMENTS, f"В трудовой книжке допускается прежняя запись «{e.partition(' (')[0]}»."
        )
    },
)
builder(
    BUILDERS,
    "REQ007",
    "bad",
    {
        0: Draft().without(REQUIREMENTS).having(REQUIREMENTS, "Аккуратность и вкус."),
        1: lambda e: Draft().only(REQUIREMENTS, f"{quotations(e)[0]} основы композиции и свойства тканей."),
    },
)
builder(BUILDERS, "REQ011", "bad", {0: Draft().without("knowledge")})
builder(
    BUILDERS,
    "REQ011",
    "good",
    {
        1: lambda e: Draft().without("knowledge").having(REQUIREMENTS, f"{e.partition(' (')[0]}: свойства тканей."),
        2: lambda e: (
            Draft().without("knowledge").but(after=f"## 6. {quotations(e)[0]}\n\n6.1. Свойства тканей и красок.")
        ),
        3: Draft().without("knowledge").having(REQUIREMENTS, "Что работник должен знать, перечислено в приложении 1."),
    },
)
builder(
    BUILDERS,
    "PRO001",
    "bad",
    {
        0: Draft().of("охранника"),
        1: Draft().of("врача"),
        3: Draft().of("водителя"),
        2: Draft().of("ответственного за пожарную безопасность"),
    },
)
builder(
    BUILDERS,
    "PRO001",
    "good",
    {
        0: Draft().of("менеджера по продажам"),
        2: Draft().of("бухгалтера"),
        1: Draft()
        .of("педагога")
        .having(
            GENERAL,
            "Основа требований – ЕКС, утв. приказом Минздравсоцразвития России от 26.08.2010 "
            "№ 761н, и профстандарт, утв. приказом Минтруда России от 18.10.2013 № 544н.",
        ),
        3: lambda e: (
            Draft().of("контрактного управляющего").having(GENERAL, f"Работник действует по {e.partition(' с ')[2]}.")
        ),
    },
)


def standard(example: str) -> Draft:
    """A document that names a professional standard by its order."""
    date, _, name = example.partition(" «")
    name = f" «{name}" if name else ""
    order = date if "приказ" in date else f"приказ Минтруда России от {date}"
    return Draft().having(GENERAL, f"Работник соблюдает профессиональный стандарт{name} ({order}).")


builder(BUILDERS, "PRO002", "bad", dict.fromkeys(range(4), standard))
builder(
    BUILDERS,
    "PRO002",
    "good",
    {
        0: standard,
        1: standard,
        2: lambda e: Draft().having(GENERAL, f"Применяется профстандарт, утв. {FULL} ({quotations(e)[0]})."),
        3: lambda e: Draft().having(
            GENERAL, f"Работник соблюдает приказ Росархива от 05.03.2018 № {e.partition(' от ')[0]}."
        ),
    },
)
builder(
    BUILDERS,
    "PRO004",
    "good",
    {
        1: lambda e: Draft().having(GENERAL, f"Работник соблюдает профстандарт {e}."),
        3: Draft()
        .having(GENERAL, f"Профессиональный стандарт «Бухгалтер», утв. {FULL}.")
        .having(REQUIREMENTS, "Образование – по профессиональному стандарту."),
    },
)
