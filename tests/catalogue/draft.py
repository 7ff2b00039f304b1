"""A clean job description of an invented window dresser, put together anew for each example."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

GENERAL, DUTIES, RIGHTS, RESPONSIBILITY, REQUIREMENTS = "general", "duties", "rights", "responsibility", "requirements"
HEADINGS = {
    GENERAL: "Общие положения",
    DUTIES: "Должностные обязанности",
    RIGHTS: "Права",
    RESPONSIBILITY: "Ответственность",
    REQUIREMENTS: "Требования к работнику",
}
ROLES = tuple(HEADINGS)
APPROVAL = """\
УТВЕРЖДАЮ

Директор ООО «Стеклянный берег»

______________ П. К. Лоскутов

12 января 2026 г. № 7-ДИ

СОГЛАСОВАНО

Начальник отдела кадров ______________ Э. Р. Вяземцева"""
ACKNOWLEDGEMENT = "С инструкцией ознакомлен: ______________ (подпись) ______________ (фамилия) «___» ________ 20__ г."


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a section: what it is about, its words, and its own number if it must have one."""

    role: str
    text: str
    topics: frozenset[str] = frozenset()
    number: str = ""


def clause(role: str, text: str, *topics: str) -> Clause:
    """A clause of the clean document."""
    return Clause(role, text, frozenset(topics))


CLEAN = (
    clause(GENERAL, "Инструкция устанавливает обязанности, права и ответственность {position}.", "position"),
    clause(GENERAL, "Работник относится к категории специалистов.", "category"),
    clause(GENERAL, "Работник назначается на должность и освобождается от неё приказом директора.", "appointment"),
    clause(GENERAL, "Работник подчиняется непосредственно начальнику отдела рекламы.", "supervisor"),
    clause(GENERAL, "Подчинённых у Работника нет.", "subordinates"),
    clause(
        GENERAL,
        "На время отсутствия Работника (отпуск, болезнь, командировка) его обязанности исполняет специалист отдела "
        "рекламы, назначенный приказом директора, с его письменного согласия.",
        "substitution",
    ),
    clause(
        GENERAL,
        "Работник руководствуется Трудовым кодексом Российской Федерации, Правилами внутреннего трудового распорядка, "
        "уставом общества и настоящей инструкцией.",
        "guidance",
        "law",
    ),
    clause(DUTIES, "Собирает витринные стойки по утверждённому эскизу.", "trade"),
    clause(DUTIES, "Развешивает световые короба и ценники до открытия магазина.", "trade"),
    clause(DUTIES, "Меняет убранство витрин к началу каждого сезона.", "trade"),
    clause(DUTIES, "Протирает стёкла и зеркала торгового зала.", "trade"),
    clause(DUTIES, "Соблюдает требования охраны труда, проходит инструктажи.", "safety"),
    clause(DUTIES, "Соблюдает требования пожарной безопасности и порядок эвакуации.", "fire"),
    clause(DUTIES, "Хранит в тайне персональные данные покупателей.", "secrecy"),
    clause(RIGHTS, "Получать со склада манекены и подставки.", "trade"),
    clause(RIGHTS, "Отказаться от работы на неисправной стремянке.", "trade"),
    clause(RIGHTS, "Вносить начальнику отдела рекламы предложения об убранстве витрин.", "trade"),
    clause(RESPONSIBILITY, "Работник несёт ответственность:", "lead"),
    clause(RESPONSIBILITY, "За сохранность выданного инструмента – в пределах, установленных законом.", "loose"),
    clause(RESPONSIBILITY, "За ненадлежащее исполнение обязанностей – в порядке статьи 192 ТК РФ.", "law"),
    clause(RESPONSIBILITY, "За причинённый ущерб – по правилам главы 39 ТК РФ.", "law"),
    clause(REQUIREMENTS, "Среднее профессиональное образование по специальности «Дизайн».", "education"),
    clause(REQUIREMENTS, "Стаж работы по специальности не менее одного года.", "experience"),
    clause(REQUIREMENTS, "Должен знать: основы композиции, свойства тканей и красок, устав общества.", "knowledge"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """The document so far; every method gives a changed copy.

    `position` stands in the genitive, as titles have it. `headings` are the sections in their order.
    """

    position: str = "оформителя витрин"
    title: str = "ДОЛЖНОСТНАЯ ИНСТРУКЦИЯ {position}"
    clauses: tuple[Clause, ...] = CLEAN
    headings: tuple[tuple[str, str], ...] = tuple(
        (role, f"{i}. {h}") for i, (role, h) in enumerate(HEADINGS.items(), 1)
    )
    approval: str = APPROVAL
    acknowledgement: str = ACKNOWLEDGEMENT
    before: str = ""
    after: str = ""

    def of(self, position: str) -> Draft:
        """The same for another position."""
        return replace(self, position=position) if position else self

    def without(self, *topics: str) -> Draft:
        """The same without the clauses about these topics (a role is a topic too)."""
        left = tuple(c for c in self.clauses if not (c.topics & {*topics} or c.role in topics))
        return replace(self, clauses=left)

    def having(self, role: str, *texts: str, numbers: Iterable[str] = ()) -> Draft:
        """The same with these clauses at the end of a section."""
        given = dict(enumerate(numbers))
        more = tuple(Clause(role, text, number=given.get(i, "")) for i, text in enumerate(texts))
        return replace(self, clauses=self.clauses + more)

    def only(self, role: str, *texts: str, numbers: Iterable[str] = ()) -> Draft:
        """The same with nothing but these clauses in a section."""
        return self.without(role).having(role, *texts, numbers=numbers)

    def headed(self, *headings: tuple[str, str]) -> Draft:
        """The same with these sections instead: each a role (whose clauses it gets) and a heading."""
        return replace(self, headings=headings)

    def but(self, **fields: str) -> Draft:
        """The same with other words in these parts."""
        return replace(self, **fields)  # type: ignore[arg-type]

    def text(self) -> str:
        """The document in Markdown."""
        parts = [self.approval, f"# {self.title}", self.before]
        for number, (role, heading) in enumerate(self.headings, 1):
            parts.append(f"## {heading}" if heading else "")
            own = 0
            for each in (c for c in self.clauses if c.role == role):
                lead = each.text.endswith(":") or each.number == "-" or "\n" in each.text
                own += 0 if lead or each.number else 1
                label = each.number.strip("-") or ("" if lead else f"{number}.{own}")
                parts.append(f"{label}{'.' if label[-1:].isdigit() else ''} {each.text}".strip())
        parts += [self.after, self.acknowledgement]
        return "\n\n".join(p.replace("{position}", self.position) for p in parts if p) + "\n"
