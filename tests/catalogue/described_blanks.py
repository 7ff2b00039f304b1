"""Documents that the catalogue describes in words: places left to be filled, notes left over (BLK)."""

from __future__ import annotations

from described_requisites import STAMP
from draft import DUTIES, GENERAL, REQUIREMENTS, RIGHTS, Draft
from quoted import quotations
from table import Builders, builder

BUILDERS: Builders = {}
builder(
    BUILDERS,
    "BLK001",
    "good",
    {
        0: lambda e: Draft().but(acknowledgement=f"ОЗНАКОМЛЕН\n\n{e.partition(' в блоке')[0]}"),
        1: lambda e: Draft().but(
            approval=f"УТВЕРЖДАЮ\n\nДиректор ООО «Стеклянный берег» П. К. Лоскутов\n\n{e.partition(' рядом')[0]}"
        ),
        2: Draft().having(GENERAL, "___", "Инструкция хранится в отделе кадров.", numbers=["-"]),
    },
)
builder(
    BUILDERS,
    "BLK002",
    "good",
    {
        0: lambda e: Draft().having(GENERAL, f"Принимается в ООО «Стеклянный берег» {e}."),
        1: lambda e: Draft().but(
            acknowledgement=f"С инструкцией ознакомлен:\n\n______________________\n\n{e.partition(' под')[0]}"
        ),
        2: Draft().having(DUTIES, "Следует памятке [1] и [правилам развески](pravila.md)."),
        3: lambda e: Draft().having(DUTIES, f"Ведёт учёт по {e}."),
    },
)
builder(
    BUILDERS,
    "BLK003",
    "bad",
    {
        3: lambda e: Draft().having(
            GENERAL, f"Приказ подписал {e.partition(' …')[0]}.", *(f"Копию получил {q}" for q in quotations(e))
        ),
    },
)
builder(
    BUILDERS,
    "BLK003",
    "good",
    {
        0: lambda e: Draft().having(GENERAL, f"Принимается в ООО «{quotations(e)[0]}», ИНН 7704832916."),
        2: lambda e: Draft().but(
            acknowledgement=f"С инструкцией ознакомлен: ______________ {e.partition(' в блоке')[0]}"
        ),
    },
)
builder(
    BUILDERS,
    "BLK004",
    "bad",
    {
        0: Draft().having(DUTIES, "", numbers=["2.9"]),
        1: Draft().having(DUTIES, "—", numbers=["-"]),
        2: Draft().having(DUTIES, "7. ____", numbers=["-"]),
        3: Draft().having(RIGHTS, ";", numbers=["3.4"]),
    },
)
builder(
    BUILDERS,
    "BLK004",
    "good",
    {
        0: Draft().having(DUTIES, "2.9.", "Моет подставки.", numbers="--"),
        1: Draft().but(before="СОДЕРЖАНИЕ\n\n1. ........ 2\n\n2. ........ 3"),
        2: lambda e: Draft().having(REQUIREMENTS, quotations(e)[0]),
        3: Draft().having(DUTIES, "Моет подставки.\n\n&nbsp;\n\nСверяет ценники.", numbers=["-"]),
    },
)
builder(
    BUILDERS, "BLK006", "bad", {1: lambda e: Draft().having(DUTIES, f"Моет подставки. <!-- {quotations(e)[0]} -->")}
)
builder(
    BUILDERS,
    "BLK006",
    "good",
    {
        3: Draft().having(DUTIES, "| Смена | Зал |\n|---|---|\n| первая | второй |", numbers=["-"]),
        0: Draft(),
        1: Draft().having(DUTIES, "Моет подставки[^1].", "[^1]: Раз в неделю.", numbers=["", "-"]),
    },
)
builder(
    BUILDERS,
    "BLK007",
    "good",
    {
        2: lambda e: Draft().but(
            approval=f"УТВЕРЖДЕНО\n\n{e.partition(' в грифе')[0]}\n\nДиректор ООО «Стеклянный берег» П. К. Лоскутов"
        ),
    },
)
UNDATED = STAMP.rpartition("\n\n")[0]
builder(BUILDERS, "BLK008", "bad", dict.fromkeys(range(4), lambda e: Draft().but(approval=f"{UNDATED}\n\n{e}")))
builder(
    BUILDERS,
    "BLK008",
    "good",
    {
        0: lambda e: Draft().but(approval=f"{UNDATED}\n\n{e}"),
        2: lambda e: Draft().but(acknowledgement=f"Ознакомлен ______________ {e.partition(' в строке')[0]}"),
        3: Draft().but(approval=f"{UNDATED}\n\n12.01.2026 № б/н"),
    },
)
