"""Documents that the catalogue describes in words: who leads, what is done, allowed, answered for and required."""

from __future__ import annotations

import re
from dataclasses import replace

from described_structure import ITEMS
from draft import DUTIES, GENERAL, REQUIREMENTS, RESPONSIBILITY, RIGHTS, Draft
from quoted import quotations
from table import Builders, builder

BUILDERS: Builders = {}
CARDS = "Ведёт карточки абонентов с их паспортными данными."
FULL = "приказом Минтруда России от 21.02.2019 № 103н"
UNLED = Draft().without("supervisor")
UNREPLACED = Draft().without("substitution")
CHIEF = Draft().of("мастера участка").without("subordinates")
CHIEF_OF_TWO = CHIEF.having(GENERAL, "Работнику подчиняются два помощника.")

builder(BUILDERS, "SUP002", "bad", {3: lambda e: UNLED.having(
    GENERAL, "Работник подчиняется руководителю отдела новостей.").having(REQUIREMENTS, quotations(e)[0])})
builder(BUILDERS, "SUP002", "good", {
    2: lambda e: UNLED.having(GENERAL, *(f"Работник непосредственно подчиняется {q}." for q in quotations(e)[:2])),
    3: lambda e: UNLED.having(GENERAL, "Прямой руководитель Работника – начальник смены.").having(DUTIES, quotations(e)[0]),
})  # fmt: skip
builder(BUILDERS, "SUP003", "bad", {0: UNLED})
builder(BUILDERS, "SUP005", "good", {2: lambda e: Draft().but(acknowledgement=f"Ознакомлен\n\n{e.partition(' (')[0]}")})
builder(BUILDERS, "SUP006", "good", {3: Draft()})
builder(BUILDERS, "SUP007", "good", {
    1: lambda e: Draft().but(approval=e.partition(" (")[0].replace(": ", "\n\n")),
    3: lambda e: Draft().but(acknowledgement=e),
})  # fmt: skip
builder(BUILDERS, "SUP008", "bad", {0: lambda e: UNREPLACED.having(RIGHTS, f"Имеет право {quotations(e)[1]}."), 2: UNREPLACED})
builder(BUILDERS, "SUP009", "good", dict.fromkeys(range(4), lambda e: UNREPLACED.having(
    GENERAL, f"На время отсутствия Работника его обязанности исполняет {e}.")))
builder(BUILDERS, "SUP011", "bad", {0: Draft().without("appointment")})
builder(BUILDERS, "SUP012", "bad", {
    0: CHIEF.of("начальника отдела"), 2: lambda e: CHIEF.having(DUTIES, quotations(e)[0]), 3: CHIEF.of("главного бухгалтера")})
builder(BUILDERS, "SUP012", "good", dict.fromkeys(range(1, 4), lambda e: CHIEF.having(GENERAL, e)))
builder(BUILDERS, "SUP013", "bad", {
    0: lambda e: CHIEF.having(GENERAL, quotations(e)[0]),
    1: lambda e: CHIEF_OF_TWO.only(RESPONSIBILITY, f"Несёт ответственность {quotations(e)[0]}."),
    2: lambda e: CHIEF.having(DUTIES, quotations(e)[0]),
    3: lambda e: CHIEF.having(GENERAL, quotations(e)[0]).only(RESPONSIBILITY, "Работник возмещает ущерб, причинённый работодателю, по главе 39 ТК РФ."),
})  # fmt: skip
builder(BUILDERS, "SUP013", "good", {
    **dict.fromkeys((0, 1, 3), lambda e: CHIEF_OF_TWO.having(RESPONSIBILITY, e)),
    2: lambda e: CHIEF.having(GENERAL, e),
})  # fmt: skip
builder(BUILDERS, "SUP014", "bad", {0: Draft().without("guidance")})
builder(BUILDERS, "SUP014", "good", {2: lambda e: Draft().without("guidance").having(
    GENERAL, f"| {quotations(e)[0]} | Устав общества, Правила внутреннего трудового распорядка |\n|---|---|", numbers=["-"])})

# --- duties -------------------------------------------------------------------------------------------------------

LONG = "Проверяет витрины первого этажа вместе с дежурным по залу, записывает в тетрадь царапины, сколы и пятна"
builder(BUILDERS, "DUT001", "good", {
    2: lambda e: Draft().having(DUTIES, quotations(e)[0], f"{quotations(e)[0].partition(' по ')[0]} {quotations(e)[1]}"),
    3: lambda e: Draft().having(DUTIES, f"Работник обязан {quotations(e)[0]} о новых товарах").having(
        RIGHTS, f"Работник вправе {quotations(e)[0]} о новых товарах"),
})  # fmt: skip
builder(BUILDERS, "DUT005", "bad", {3: Draft().having(DUTIES, ", а также ".join([
    LONG, "меняет перегоревшие лампы в подсветке вывесок, протирает плафоны, сдаёт старые лампы кладовщику под роспись",
    "развозит по складам упаковочную бумагу, ленты и коробки, пересчитывает их и отмечает расход в ведомости за неделю",
    "готовит ценники к распродаже, режет их, ламинирует и крепит к полкам, снимает прежние ценники и сдаёт их в архив",
    "отвечает на вопросы покупателей о выставленных образцах, провожает их к продавцу нужного отдела магазина."]))})
builder(BUILDERS, "DUT006", "bad", {
    1: lambda e: Draft().only(DUTIES, *e.replace("— ", "- ").split("; "), numbers="--"),
    2: lambda e: Draft().only(DUTIES, "Мыть подставки.", "Сверять ценники.", "Вешать гирлянды.", f"{quotations(e)[0]} тетрадь."),
})  # fmt: skip
builder(BUILDERS, "DUT006", "good", {
    0: lambda e: Draft().only(DUTIES, f"Работник {quotations(e)[0]}", "- мыть подставки;", "- сверять ценники;", "- чинить рамки.", numbers="----"),
    1: lambda e: Draft().only(DUTIES, f"В обязанности {quotations(e)[0]}", "- мытьё подставок;", "- сверка ценников;", "- починка рамок.", numbers="----"),
    2: Draft().only(DUTIES, "Чинит рамки:", "- склейка;", "- покраска.", "Моет подставки.", "Сверяет ценники.", numbers=["2.1", "-", "-"]),
    3: lambda e: Draft().only(DUTIES, *ITEMS[:4], f"{quotations(e)[0]} порчи тканей."),
})  # fmt: skip
SAFE = Draft().without("safety")
builder(BUILDERS, "DUT008", "bad", {0: SAFE, 3: SAFE.having(REQUIREMENTS, "Должен знать требования охраны труда.")})
builder(BUILDERS, "DUT011", "bad", {
    0: Draft().only(DUTIES, *ITEMS[:2]),
    1: Draft().only(DUTIES, *(f"{ITEMS[i % 16].rstrip('.')} в зале {i + 1}." for i in range(73))),
    2: Draft().only(DUTIES, " ".join(f"{ITEMS[i % 16].rstrip('.')} в зале номер {i + 1}." for i in range(67))),
    3: Draft().only(DUTIES, " ".join(ITEMS), numbers=["-"]),
})  # fmt: skip
builder(BUILDERS, "DUT011", "good", {
    0: Draft().only(DUTIES, *ITEMS[:12]),
    1: Draft().only(DUTIES, "### Витрины", *ITEMS[:5], "### Зал", *ITEMS[5:10], "### Склад", *ITEMS[10:15],
                    numbers=[*["-", *[""] * 5] * 3]),
    2: Draft().only(DUTIES, *(f"{ITEMS[i % 16].rstrip('.')} в зале {i + 1}." for i in range(40))),
    3: Draft().but(title="РАБОЧАЯ ИНСТРУКЦИЯ {position}").only(DUTIES, *ITEMS[:5]),
})  # fmt: skip
builder(BUILDERS, "DUT013", "good", dict.fromkeys((0, 1, 3), lambda e: Draft().without("secrecy").having(
    DUTIES, CARDS, re.sub(r"\s*\([^()]*\)$", "", e))))
FIRELESS = Draft().without("fire")
builder(BUILDERS, "DUT014", "bad", {0: FIRELESS.of("воспитателя"), 2: FIRELESS.of("охранника")})
builder(BUILDERS, "DUT014", "good", {
    **dict.fromkeys((0, 1), lambda e: FIRELESS.of("воспитателя").having(DUTIES, e)),
    2: FIRELESS.of("удалённого копирайтера"),
    3: lambda e: FIRELESS.of("медицинской сестры").having(REQUIREMENTS, f"Должен знать основы {e.strip('… ').partition(' (')[0]}."),
})  # fmt: skip

# --- rights and responsibility ------------------------------------------------------------------------------------

builder(BUILDERS, "RGT001", "bad", {
    0: lambda e: Draft().having(DUTIES, quotations(e)[0]).only(RIGHTS, quotations(e)[1]),
    **dict.fromkeys((1, 2), lambda e: Draft().having(DUTIES, quotations(e)[0]).only(RIGHTS, "Получать со склада ткани.")),
    3: lambda e: replace(Draft(), headings=tuple(h for h in Draft().headings if h[0] != RIGHTS)).having(DUTIES, quotations(e)[0]),
})  # fmt: skip
builder(BUILDERS, "RGT001", "good", {
    0: lambda e: Draft().having(DUTIES, f"{quotations(e)[0]} порядок в зале").having(RIGHTS, quotations(e)[1]),
    1: lambda e: Draft().having(DUTIES, f"{quotations(e)[0]} накладные").having(RIGHTS, quotations(e)[1]),
    2: lambda e: Draft().having(DUTIES, quotations(e)[0]).having(RIGHTS, quotations(e)[1]),
    3: Draft().only(DUTIES, "Моет полы в зале.", "Выносит мусор.", "Чистит зеркала.", "Поливает цветы."),
})  # fmt: skip
builder(BUILDERS, "RGT002", "good", {3: Draft().having(RIGHTS, "Пользоваться правами, установленными Трудовым кодексом РФ.")})
builder(BUILDERS, "LIA008", "good", {
    2: Draft().only(RESPONSIBILITY, "Соблюдение правил хранения тканей.", "Исправность ламп.",
                    "За нарушения наступает дисциплинарная и материальная ответственность по ТК РФ.", numbers=["", "", "-"]),
    3: Draft().only(RESPONSIBILITY, "| Нарушение | Вид ответственности |\n|---|---|\n| порча тканей | материальная |\n| опоздание | дисциплинарная |", numbers=["-"]),
})  # fmt: skip

# --- law, requirements, standards ---------------------------------------------------------------------------------

LAWLESS = Draft().without("law")
builder(BUILDERS, "LAW001", "bad", {0: LAWLESS})
builder(BUILDERS, "LAW001", "good", {3: lambda e: LAWLESS.having(GENERAL, f"Работник соблюдает {quotations(e)[1]}.").having(
    RESPONSIBILITY, f"За нарушение {quotations(e)[0]} и правил распорядка.")})
builder(BUILDERS, "LAW002", "good", {4: lambda e: Draft().having(
    RESPONSIBILITY, f"Вред третьим лицам: {e.partition(' в одном')[0]}, затем {quotations(e)[0]}.")})
builder(BUILDERS, "LAW003", "good", {4: lambda e: Draft().having(
    GENERAL, f"Трудовая функция работника определена по {e.partition(' в пункте')[0]} ТК РФ.")})
builder(BUILDERS, "LAW008", "bad", dict.fromkeys(range(4), lambda e: Draft().having(
    GENERAL, f"Работник соблюдает {re.split(r' (?:при|за|на) ', e)[0]}.")))
builder(BUILDERS, "LAW008", "good", {
    2: Draft().having(GENERAL, "Работник соблюдает Федеральный закон от 28.12.2013 № 426-ФЗ."),
    3: Draft().having(GENERAL, "Работник соблюдает ПП РФ от 16.09.2020 № 1479."),
})  # fmt: skip
builder(BUILDERS, "LAW009", "good", {3: LAWLESS.having(
    GENERAL, "Работник соблюдает: ТК РФ; Федеральный закон от 28.12.2013 № 426-ФЗ; Федеральный закон от 27.07.2006 № 152-ФЗ.")})
builder(BUILDERS, "LAW010", "good", {3: lambda e: Draft().having(
    REQUIREMENTS, f"В трудовой книжке допускается прежняя запись «{e.partition(' (')[0]}».")})
builder(BUILDERS, "REQ007", "bad", {
    0: Draft().without(REQUIREMENTS).having(REQUIREMENTS, "Аккуратность и вкус."),
    1: lambda e: Draft().only(REQUIREMENTS, f"{quotations(e)[0]} основы композиции и свойства тканей."),
})  # fmt: skip
builder(BUILDERS, "REQ011", "bad", {0: Draft().without("knowledge")})
builder(BUILDERS, "REQ011", "good", {
    1: lambda e: Draft().without("knowledge").having(REQUIREMENTS, f"{e.partition(' (')[0]}: свойства тканей."),
    2: lambda e: Draft().without("knowledge").but(after=f"## 6. {quotations(e)[0]}\n\n6.1. Свойства тканей и красок."),
    3: Draft().without("knowledge").having(REQUIREMENTS, "Что работник должен знать, перечислено в приложении 1."),
})  # fmt: skip
builder(BUILDERS, "PRO001", "bad", {0: Draft().of("охранника"), 1: Draft().of("врача"), 3: Draft().of("водителя"),
                                    2: Draft().of("ответственного за пожарную безопасность")})
builder(BUILDERS, "PRO001", "good", {
    0: Draft().of("менеджера по продажам"), 2: Draft().of("бухгалтера"),
    1: Draft().of("педагога").having(GENERAL, "Основа требований – ЕКС, утв. приказом Минздравсоцразвития России от 26.08.2010 "
                                     "№ 761н, и профстандарт, утв. приказом Минтруда России от 18.10.2013 № 544н."),
    3: lambda e: Draft().of("контрактного управляющего").having(GENERAL, f"Работник действует по {e.partition(' с ')[2]}."),
})  # fmt: skip


def standard(example: str) -> Draft:
    """A document that names a professional standard by its order."""
    date, _, name = example.partition(" «")
    name = f" «{name}" if name else ""
    order = date if "приказ" in date else f"приказ Минтруда России от {date}"
    return Draft().having(GENERAL, f"Работник соблюдает профессиональный стандарт{name} ({order}).")


builder(BUILDERS, "PRO002", "bad", dict.fromkeys(range(4), standard))
builder(BUILDERS, "PRO002", "good", {
    0: standard, 1: standard,
    2: lambda e: Draft().having(GENERAL, f"Применяется профстандарт, утв. {FULL} ({quotations(e)[0]})."),
    3: lambda e: Draft().having(GENERAL, f"Работник соблюдает приказ Росархива от 05.03.2018 № {e.partition(' от ')[0]}."),
})  # fmt: skip
builder(BUILDERS, "PRO004", "good", {
    1: lambda e: Draft().having(GENERAL, f"Работник соблюдает профстандарт {e}."),
    3: Draft().having(GENERAL, f"Профессиональный стандарт «Бухгалтер», утв. {FULL}.").having(
        REQUIREMENTS, "Образование – по профессиональному стандарту."),
})  # fmt: skip
