"""Documents that the catalogue describes in words: approval, acknowledgement, names, blanks (FMT, BLK)."""

from __future__ import annotations

import re
from dataclasses import replace

from draft import APPROVAL, DUTIES, GENERAL, RIGHTS, Draft
from quoted import quotations
from table import Builders, builder

BUILDERS: Builders = {}
VISAS = "СОГЛАСОВАНО\n\nНачальник отдела кадров ______________ Э. Р. Вяземцева"
STAMP = APPROVAL.partition("\n\nСОГЛАСОВАНО")[0]


def lines(example: str) -> str:
    """An example's lines, parted by slashes, without its remarks."""
    text = re.sub(r"\s*\([^()]*\)\s*$", "", example)
    return "\n\n".join(part.strip() for part in text.split(" / "))


def approved(example: str) -> Draft:
    """A document whose approval is what the example says."""
    return Draft().but(approval=lines(example))


builder(
    BUILDERS,
    "FMT001",
    "bad",
    {
        0: Draft().but(approval=""),
        1: Draft().but(approval="УТВЕРЖДАЮ"),
        2: Draft().but(approval=VISAS),
        3: lambda e: (
            Draft().but(approval="").having(DUTIES, f"Передаёт эскизы тому, кто пишет на них «{quotations(e)[0]}».")
        ),
    },
)
builder(
    BUILDERS,
    "FMT001",
    "good",
    {
        0: approved,
        1: approved,
        2: approved,
        3: lambda e: Draft().but(
            approval="",
            after="Документ подписан электронной подписью\n\nСертификат: 00C2A7 51\n\nВладелец: Лоскутов П. К.",
        ),
    },
)
builder(BUILDERS, "FMT002", "bad", {0: approved, 1: approved, 2: approved, 3: approved})
builder(
    BUILDERS,
    "FMT002",
    "good",
    {
        0: Draft(),
        1: approved,
        3: Draft().but(
            approval="| УТВЕРЖДАЮ Директор ООО «Стеклянный берег» ______________ П. К. Лоскутов 12 января 2026 г. |\n|---|"
        ),
    },
)
builder(
    BUILDERS,
    "FMT003",
    "bad",
    {
        0: Draft().but(acknowledgement=""),
        1: lambda e: Draft().but(acknowledgement=f"{quotations(e)[0]}: ______________"),
        2: lambda e: Draft().but(acknowledgement="").having(DUTIES, quotations(e)[0]),
        3: Draft().but(acknowledgement="Работник ______________ / ______________ /"),
    },
)
builder(
    BUILDERS,
    "FMT003",
    "good",
    {
        0: lambda e: Draft().but(acknowledgement=lines(e)),
        1: Draft().but(
            acknowledgement="Приложение\n\nЛист ознакомления\n\n| Фамилия, инициалы | Подпись | Дата |\n|---|---|---|\n|  |  |  |"
        ),
        2: lambda e: Draft().but(acknowledgement=lines(e)),
        3: Draft().but(
            acknowledgement="Ознакомление с инструкцией оформляется в системе кадрового электронного документооборота «Кедр»."
        ),
    },
)
builder(
    BUILDERS,
    "FMT004",
    "bad",
    {
        0: Draft().but(approval=STAMP),
        1: Draft().but(approval=f"{STAMP}\n\nСогласовано"),
        2: Draft().but(approval=STAMP).having(GENERAL, "Инструкция согласована с отделом кадров устно."),
        3: Draft().but(approval=STAMP, after="| Должность | Виза | Дата |\n|---|---|---|\n|  |  |  |"),
    },
)
builder(
    BUILDERS,
    "FMT004",
    "good",
    {
        0: lambda e: Draft().but(approval=STAMP, after=e),
        1: Draft().but(
            approval=STAMP, after="ЛИСТ СОГЛАСОВАНИЯ\n\n| Должность | Виза |\n|---|---|\n| Юрисконсульт | Ю. В. Тихая |"
        ),
        2: Draft().but(approval=STAMP, after="Согласовано в системе электронного документооборота, лист № 12."),
    },
)
builder(
    BUILDERS, "FMT010", "bad", {0: lambda e: Draft().having(DUTIES, f"Передаёт сведения в {e.partition(' без')[0]}.")}
)
builder(
    BUILDERS,
    "FMT010",
    "good",
    {
        0: Draft().having(
            GENERAL,
            "Знакомится с Правилами внутреннего трудового распорядка (далее – ПВТР).",
            "ПВТР хранятся в кадрах.",
        ),
        3: Draft().but(title="ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ ОФОРМИТЕЛЯ ВИТРИН ЗА ДОМ"),
    },
)
SELF = "Принимается в ООО «Стеклянный берег» (далее – Учреждение)."
builder(
    BUILDERS,
    "FMT011",
    "bad",
    {
        0: Draft().having(GENERAL, SELF).having(DUTIES, "Бережёт имущество Общества.", "Носит форму Предприятия."),
        1: Draft().having(GENERAL, "Инструкция действует в ООО «Каменный луг»."),
        2: Draft()
        .having(GENERAL, "Работодатель выдаёт форму.")
        .having(RIGHTS, "Просить нанимателя о переносе отпуска."),
        3: Draft().having(GENERAL, "Работника принимает директор Магазина.").having(DUTIES, "Бережёт имущество Банка."),
    },
)
builder(
    BUILDERS,
    "FMT011",
    "good",
    {
        0: Draft().having(GENERAL, SELF).having(DUTIES, "Бережёт имущество Учреждения.", "Носит форму Учреждения."),
        1: Draft().having(GENERAL, SELF).having(DUTIES, "Принимает ткани от предприятий и банков города."),
        2: Draft().having(GENERAL, SELF).having(DUTIES, "Звонит в другую организацию."),
        3: Draft().having(
            GENERAL, "Общество с ограниченной ответственностью «Стеклянный берег» (ООО «Стеклянный берег»)."
        ),
    },
)
builder(
    BUILDERS,
    "FMT012",
    "good",
    {
        0: Draft().having(DUTIES, "Заказывает ткани на портале https://sklad.berezhok.example/zayavki."),
        2: Draft().having(GENERAL, "Почта отдела рекламы: reklama@berezhok.example."),
        3: Draft().but(after="Связанные инструкции\n\n- инструкция кладовщика;\n- инструкция товароведа."),
    },
)
builder(
    BUILDERS,
    "FMT015",
    "bad",
    {
        2: Draft().only(DUTIES, "Моет подставки.", "Сверяет ценники.", "Вешает гирлянды.", "Чинит рамки", "Кроит фон"),
        3: Draft().only(
            DUTIES, "Работник бережёт:", "- рамки;", "- ткани", "- клей;", "- кисти.", numbers=["2.1", *"----"]
        ),
    },
)
builder(
    BUILDERS,
    "FMT015",
    "good",
    {
        2: replace(Draft(), clauses=tuple(replace(c, text=c.text.rstrip(".")) for c in Draft().clauses)),
    },
)
NAMELESS = STAMP.replace(" ООО «Стеклянный берег»", "")
builder(
    BUILDERS,
    "FMT016",
    "bad",
    {
        0: Draft().but(approval=NAMELESS),
        **dict.fromkeys(
            (1, 2), lambda e: Draft().but(approval=NAMELESS).having(GENERAL, f"Работника принимает {quotations(e)[0]}.")
        ),
        3: lambda e: Draft().but(approval=NAMELESS.replace("Директор", f"Директор {quotations(e)[0]}")),
    },
)
builder(
    BUILDERS,
    "FMT016",
    "good",
    {
        **dict.fromkeys((0, 1), lambda e: Draft().but(approval=f"{e}\n\n{NAMELESS}")),
        2: lambda e: Draft().but(approval=f"{quotations(e)[0]}\n\n{NAMELESS}"),
    },
)
