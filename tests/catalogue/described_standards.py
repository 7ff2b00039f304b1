"""Documents that the catalogue describes in words: professional standards and levels of qualification (PRO)."""

from __future__ import annotations

from draft import DUTIES, GENERAL, REQUIREMENTS, Draft
from table import Builders, builder

BUILDERS: Builders = {}
UNTAUGHT = Draft().without("education", "experience")
KEPT_BY = "Требования установлены профессиональным стандартом «{name}»."


def following(position: str, name: str, *duties: str) -> Draft:
    """A job that names a standard."""
    return Draft().of(position).having(GENERAL, KEPT_BY.format(name=name)).only(DUTIES, *duties)


def taught(level: str, education: str, position: str = "") -> Draft:
    """A job of a level, or of none, that asks for this education."""
    told = (f"Должность относится к {level}-му уровню квалификации.",) if level else ()
    return UNTAUGHT.of(position).having(GENERAL, *told).having(REQUIREMENTS, education)


BOOKKEEPER = "Бухгалтер"
STAFF = "Специалист по управлению персоналом"
OFFICE = "Специалист по организационному и документационному обеспечению управления организацией"
builder(
    BUILDERS,
    "PRO003",
    "bad",
    {
        0: following("повара", "Программист", "Готовит горячие блюда."),
        1: following("кассира", STAFF, "Принимает оплату за товар.", "Сдаёт выручку инкассатору."),
        2: following("водителя", BOOKKEEPER, "Водит грузовой автомобиль.", "Следит за исправностью тормозов."),
        3: following("медсестры", OFFICE, "Делает уколы.", "Готовит кабинет к приёму врача."),
    },
)
builder(
    BUILDERS,
    "PRO003",
    "good",
    {
        0: following("оператора техподдержки", "Специалист по технической поддержке систем", "Отвечает на звонки."),
        1: following("кадровика", STAFF, "Ведёт кадровый учёт персонала, готовит приказы по управлению им."),
        2: following("экономиста-бухгалтера", BOOKKEEPER, "Составляет сметы."),
        3: following("бухгалтера", BOOKKEEPER, "Ведёт расчёты.")
        .having(GENERAL, KEPT_BY.format(name="Специалист по закупкам"))
        .having(DUTIES, "Участвует в закупках."),
    },
)
builder(
    BUILDERS,
    "PRO005",
    "bad",
    {
        0: taught("6", "Среднее общее образование."),
        1: taught("7", "Высшее образование (бакалавриат)."),
        2: taught("5", "Принимается лицо без предъявления требований к образованию."),
        3: taught("", "Среднее профессиональное образование.", "главного бухгалтера").having(
            GENERAL, "Работодатель – ПАО «Стеклянный берег»."
        ),
    },
)
builder(
    BUILDERS,
    "PRO005",
    "good",
    {
        0: taught("6", "Среднее профессиональное образование по программе подготовки специалистов среднего звена."),
        1: taught(
            "4",
            "Среднее профессиональное образование по программе подготовки квалифицированных рабочих, служащих; "
            "опыт не требуется.",
        ),
        2: taught("2", "Профессиональное обучение."),
        3: taught("", "Среднее общее образование."),
    },
)
builder(
    BUILDERS,
    "PRO006",
    "bad",
    {
        0: taught("", "Высшее образование.", "уборщика"),
        1: taught("4", "Высшее образование (магистратура).", "оператора техподдержки"),
        2: taught("", "Высшее образование, стаж 10 лет.", "кладовщика"),
        3: taught("", "Высшее образование, МВА.", "курьера"),
    },
)
builder(
    BUILDERS,
    "PRO006",
    "good",
    {
        0: taught("6", "Высшее образование (бакалавриат); желательна магистратура."),
        1: taught("", "Профессиональное обучение, удостоверение охранника 6 разряда.", "охранника"),
        2: taught("4", "Среднее профессиональное или высшее образование."),
        3: taught("5", "Высшее образование (бакалавриат).", "руководителя группы"),
    },
)
OR = "Проверяет состояние {n} и (или) его составляющих."
PARTS = ("витрины", "короба", "стекла", "манекена", "подиума", "стенда", "экрана", "карниза")
builder(
    BUILDERS,
    "PRO007",
    "bad",
    {
        0: Draft().only(DUTIES, *(OR.format(n=n) for n in PARTS)),
        1: Draft().headed((GENERAL, "1. Общие положения"), (DUTIES, "2. Трудовые действия")),
        2: Draft().headed((GENERAL, "1. Общие положения"), (REQUIREMENTS, "2. Необходимые умения")),
        3: Draft().having(DUTIES, "Трудовая функция A/01.4 «Оформление витрин»."),
    },
)
builder(
    BUILDERS,
    "PRO007",
    "good",
    {
        0: Draft().having(DUTIES, "Регистрирует обращения в системе заявок «Итилиум»."),
        1: Draft().having(DUTIES, *(OR.format(n=n) for n in PARTS[:3])),
        2: Draft().having(GENERAL, "Трудовая функция A/01.4 описана в приложении."),
        3: Draft(),
    },
)
PRIVILEGED = "Работа даёт право на досрочную страховую пенсию."
LEAVE = "За вредные условия труда положен дополнительный отпуск."
builder(
    BUILDERS,
    "PRO008",
    "bad",
    {
        0: Draft().of("менеджера по уходу").having(GENERAL, PRIVILEGED),
        1: Draft().of("педагога-аниматора"),
        2: Draft().of("оператора котлов").having(GENERAL, LEAVE),
        3: Draft().of("медсестры-администратора"),
    },
)
builder(
    BUILDERS,
    "PRO008",
    "good",
    {
        0: Draft().of("ведущего специалиста по рекламе"),
        1: Draft().of("медицинской сестры палатной (постовой)"),
        2: Draft().of("электрогазосварщика 5 разряда").having(GENERAL, LEAVE),
        3: Draft().of("менеджера по продажам"),
    },
)
