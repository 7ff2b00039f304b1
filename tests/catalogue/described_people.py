"""Documents that the catalogue describes in words: who leads, who stands in, what is done (SUP, DUT)."""

from __future__ import annotations

import re

from described_structure import ITEMS
from draft import DUTIES, GENERAL, REQUIREMENTS, RESPONSIBILITY, RIGHTS, Draft
from quoted import quotations
from table import Builders, builder

BUILDERS: Builders = {}
CARDS = "Ведёт карточки абонентов с их паспортными данными."
UNLED = Draft().without("supervisor")
UNREPLACED = Draft().without("substitution")
CHIEF = Draft().of("мастера участка").without("subordinates")
CHIEF_OF_TWO = CHIEF.having(GENERAL, "Работнику подчиняются два помощника.")

builder(
    BUILDERS,
    "SUP002",
    "bad",
    {
        3: lambda e: UNLED.having(GENERAL, "Работник подчиняется руководителю отдела новостей.").having(
            REQUIREMENTS, quotations(e)[0]
        )
    },
)
builder(
    BUILDERS,
    "SUP002",
    "good",
    {
        2: lambda e: UNLED.having(GENERAL, *(f"Работник непосредственно подчиняется {q}." for q in quotations(e)[:2])),
        3: lambda e: UNLED.having(GENERAL, "Прямой руководитель Работника – начальник смены.").having(
            DUTIES, quotations(e)[0]
        ),
    },
)
builder(BUILDERS, "SUP003", "bad", {0: UNLED})
builder(BUILDERS, "SUP005", "good", {2: lambda e: Draft().but(acknowledgement=f"Ознакомлен\n\n{e.partition(' (')[0]}")})
builder(BUILDERS, "SUP006", "good", {3: Draft()})
builder(
    BUILDERS,
    "SUP007",
    "good",
    {
        1: lambda e: Draft().but(approval=e.partition(" (")[0].replace(": ", "\n\n")),
        3: lambda e: Draft().but(acknowledgement=e),
    },
)
builder(
    BUILDERS,
    "SUP008",
    "bad",
    {0: lambda e: UNREPLACED.having(RIGHTS, f"Имеет право {quotations(e)[1]}."), 2: UNREPLACED},
)
builder(
    BUILDERS,
    "SUP009",
    "good",
    dict.fromkeys(
        range(4), lambda e: UNREPLACED.having(GENERAL, f"На время отсутствия Работника его обязанности исполняет {e}.")
    ),
)
builder(BUILDERS, "SUP011", "bad", {0: Draft().without("appointment")})
builder(
    BUILDERS,
    "SUP012",
    "bad",
    {
        0: CHIEF.of("начальника отдела"),
        2: lambda e: CHIEF.having(DUTIES, quotations(e)[0]),
        3: CHIEF.of("главного бухгалтера"),
    },
)
builder(BUILDERS, "SUP012", "good", dict.fromkeys(range(1, 4), lambda e: CHIEF.having(GENERAL, e)))
builder(
    BUILDERS,
    "SUP013",
    "bad",
    {
        0: lambda e: CHIEF.having(GENERAL, quotations(e)[0]),
        1: lambda e: CHIEF_OF_TWO.only(RESPONSIBILITY, f"Несёт ответственность {quotations(e)[0]}."),
        2: lambda e: CHIEF.having(DUTIES, quotations(e)[0]),
        3: lambda e: CHIEF.having(GENERAL, quotations(e)[0]).only(
            RESPONSIBILITY, "Работник возмещает ущерб, причинённый работодателю, по главе 39 ТК РФ."
        ),
    },
)
builder(
    BUILDERS,
    "SUP013",
    "good",
    {
        **dict.fromkeys((0, 1, 3), lambda e: CHIEF_OF_TWO.having(RESPONSIBILITY, e)),
        2: lambda e: CHIEF.having(GENERAL, e),
    },
)
builder(BUILDERS, "SUP014", "bad", {0: Draft().without("guidance")})
builder(
    BUILDERS,
    "SUP014",
    "good",
    {
        2: lambda e: (
            Draft()
            .without("guidance")
            .having(
                GENERAL,
                f"| {quotations(e)[0]} | Устав общества, Правила внутреннего трудового распорядка |\n|---|---|",
                numbers=["-"],
            )
        )
    },
)

# --- duties -------------------------------------------------------------------------------------------------------

LONG = "Проверяет витрины первого этажа вместе с дежурным по залу, записывает в тетрадь царапины, сколы и пятна"
builder(
    BUILDERS,
    "DUT001",
    "good",
    {
        2: lambda e: Draft().having(
            DUTIES, quotations(e)[0], f"{quotations(e)[0].partition(' по ')[0]} {quotations(e)[1]}"
        ),
        3: lambda e: (
            Draft()
            .having(DUTIES, f"Работник обязан {quotations(e)[0]} о новых товарах")
            .having(RIGHTS, f"Работник вправе {quotations(e)[0]} о новых товарах")
        ),
    },
)
builder(
    BUILDERS,
    "DUT005",
    "bad",
    {
        3: Draft().having(
            DUTIES,
            ", а также ".join(
                [
                    LONG,
                    "меняет перегоревшие лампы в подсветке вывесок, протирает плафоны, сдаёт старые лампы кладовщику под роспись",
                    "развозит по складам упаковочную бумагу, ленты и коробки, пересчитывает их и отмечает расход в ведомости за неделю",
                    "готовит ценники к распродаже, режет их, ламинирует и крепит к полкам, снимает прежние ценники и сдаёт их в архив",
                    "отвечает на вопросы покупателей о выставленных образцах, провожает их к продавцу нужного отдела магазина.",
                ]
            ),
        )
    },
)
builder(
    BUILDERS,
    "DUT006",
    "bad",
    {
        1: lambda e: Draft().only(DUTIES, *e.replace("— ", "- ").split("; "), numbers="--"),
        2: lambda e: Draft().only(
            DUTIES, "Мыть подставки.", "Сверять ценники.", "Вешать гирлянды.", f"{quotations(e)[0]} тетрадь."
        ),
    },
)
builder(
    BUILDERS,
    "DUT006",
    "good",
    {
        0: lambda e: Draft().only(
            DUTIES,
            f"Работник {quotations(e)[0]}",
            "- мыть подставки;",
            "- сверять ценники;",
            "- чинить рамки.",
            numbers="----",
        ),
        1: lambda e: Draft().only(
            DUTIES,
            f"В обязанности {quotations(e)[0]}",
            "- мытьё подставок;",
            "- сверка ценников;",
            "- починка рамок.",
            numbers="----",
        ),
        2: Draft().only(
            DUTIES,
            "Чинит рамки:",
            "- склейка;",
            "- покраска.",
            "Моет подставки.",
            "Сверяет ценники.",
            numbers=["2.1", "-", "-"],
        ),
        3: lambda e: Draft().only(DUTIES, *ITEMS[:4], f"{quotations(e)[0]} порчи тканей."),
    },
)
SAFE = Draft().without("safety")
builder(BUILDERS, "DUT008", "bad", {0: SAFE, 3: SAFE.having(REQUIREMENTS, "Должен знать требования охраны труда.")})
builder(
    BUILDERS,
    "DUT011",
    "bad",
    {
        0: Draft().only(DUTIES, *ITEMS[:2]),
        1: Draft().only(DUTIES, *(f"{ITEMS[i % 16].rstrip('.')} в зале {i + 1}." for i in range(73))),
        2: Draft().only(DUTIES, " ".join(f"{ITEMS[i % 16].rstrip('.')} в зале номер {i + 1}." for i in range(67))),
        3: Draft().only(DUTIES, " ".join(ITEMS), numbers=["-"]),
    },
)
builder(
    BUILDERS,
    "DUT011",
    "good",
    {
        0: Draft().only(DUTIES, *ITEMS[:12]),
        1: Draft().only(
            DUTIES,
            "### Витрины",
            *ITEMS[:5],
            "### Зал",
            *ITEMS[5:10],
            "### Склад",
            *ITEMS[10:15],
            numbers=[*["-", *[""] * 5] * 3],
        ),
        2: Draft().only(DUTIES, *(f"{ITEMS[i % 16].rstrip('.')} в зале {i + 1}." for i in range(40))),
        3: Draft().but(title="РАБОЧАЯ ИНСТРУКЦИЯ {position}").only(DUTIES, *ITEMS[:5]),
    },
)
builder(
    BUILDERS,
    "DUT013",
    "good",
    dict.fromkeys(
        (0, 1, 3), lambda e: Draft().without("secrecy").having(DUTIES, CARDS, re.sub(r"\s*\([^()]*\)$", "", e))
    ),
)
FIRELESS = Draft().without("fire")
builder(BUILDERS, "DUT014", "bad", {0: FIRELESS.of("воспитателя"), 2: FIRELESS.of("охранника")})
builder(
    BUILDERS,
    "DUT014",
    "good",
    {
        **dict.fromkeys((0, 1), lambda e: FIRELESS.of("воспитателя").having(DUTIES, e)),
        2: FIRELESS.of("удалённого копирайтера"),
        3: lambda e: FIRELESS.of("медицинской сестры").having(
            REQUIREMENTS, f"Должен знать основы {e.strip('… ').partition(' (')[0]}."
        ),
    },
)
