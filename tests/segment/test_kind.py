"""A document that is plainly not a job description is told from one."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import Any

import pytest

from jdlint.model.document import Block, BlockKind, Document
from jdlint.model.name import Name
from jdlint.model.outline import Outline, Requisite, RequisiteKind, Role, Section
from jdlint.model.span import Span
from jdlint.segment.kind import is_job_description
from jdlint.segment.naming import Named
from jdlint.segment.requisite import Marks

Read = Callable[[str], Outline]
SECTIONS = """

1. Общие положения

1.1. Лоцман подчиняется капитану порта.

2. Обязанности

2.1. Лоцман обязан встречать суда.

3. Права

3.1. Лоцман имеет право на лодку.
"""
OTHERS = {
    "положение": "УТВЕРЖДАЮ\n\nКапитан порта ________ И. И. Волнов\n\nПОЛОЖЕНИЕ\n\nо лоцманской службе" + SECTIONS,
    "инструкция по охране труда": "# Инструкция по охране труда № 7 для лоцмана" + SECTIONS,
    "статья": (
        "# Должностная инструкция: порядок составления\n\nДолжностная инструкция — это документ.\n\n"
        "В ней пишут, кому подчиняется работник и как он назначается на должность, что он обязан."
    ),
    "приказ": "ПРИКАЗ № 7\n\nО лоцманах\n\nПРИКАЗЫВАЮ:\n\n1. Лоцман обязан сдать лодку, подчиняется капитану.\n",
    "письмо": "Уважаемый капитан!\n\nСообщите, кому подчиняется лоцман, что он обязан делать и как назначается.\n",
    "договор": "1. Предмет договора\n\n1.1. Работа лоцмана.\n\n2. Обязанности\n\n2.1. Лоцман обязан грести.\n\n3. Права\n",
    "положение об отделе без названия": (
        "Служба лоцманов\n\n1. Общие положения\n\n1.1. Служба лоцманов подчиняется капитану.\n\n"
        "2. Права\n\n2.1. Служба имеет право на катер.\n\n3. Ответственность\n\n3.1. Отвечает за катер.\n"
    ),
    "объявление": "Требуется лоцман\n\nОбязанности:\n\n- водить суда\n\nТребования:\n\n- лодка\n\nЗвоните.\n",
    "охрана труда ниже": "ИНСТРУКЦИЯ № 7\n\nпо охране труда для лоцмана" + SECTIONS,
    "руководство": "Инструкция администратора системы\n\n1. Вход\n\nВведите пароль.\n\n2. Выход\n\nНажмите кнопку.\n",
    "записка": "ОБЪЯСНИТЕЛЬНАЯ ЗАПИСКА\n\nЯ подчиняюсь капитану, а лоцман обязан грести и несёт ответственность.\n",
    "статья с вопросом": (
        "# Как составить должностную инструкцию лоцмана\n\nДолжностная инструкция — важный документ.\n\n"
        "В ней пишут, кому подчиняется работник и как он назначается на должность, что он обязан.\n"
    ),
    "ссылки": "# Роли порта\n\n- [Должностная инструкция лоцмана](pilot.md)\n- [Устав](charter.md)\n",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_other_kinds(outline: Read, text: str) -> None:
    """A regulation, a safety instruction, an article and a list of links speak of duties, and are something else."""
    assert not outline(text).is_job_description


@pytest.mark.parametrize("title", ["# Должностная инструкция лоцмана", "ИНСТРУКЦИЯ\n\nлоцмана", "# Лоцман"])
def test_job_descriptions(outline: Read, title: str) -> None:
    """The same sections under the title of a job description, or under that of the job, make one."""
    assert outline(title + SECTIONS).is_job_description


UNTITLED = {
    "роль на «ты»": (
        "# Порт\n\n## Зачем ты здесь\n\nВодить.\n\n## Что делаешь\n\n1. Водишь суда.\n\n## Что умеешь\n\nПлавать.\n\n"
        "## Что решаешь сам\n\n- Курс.\n"
    ),
    "карточка роли": (
        "# Pilot\n\n**Отчётность:** Harbour Master\n\n## Обязанности\n\n- Анализ фарватера\n\n"
        "## Ответственность\n\n- Качество проводки\n\n## KPI\n\n- Суда без задержки\n"
    ),
    "положение о должности": "ПОЛОЖЕНИЕ О ДОЛЖНОСТИ\n\nлоцмана" + SECTIONS,
    "регламент работы": "# Регламент работы лоцмана" + SECTIONS,
    "функциональные обязанности": "ФУНКЦИОНАЛЬНЫЕ ОБЯЗАННОСТИ\n\nлоцмана\n\n1. Водит суда.\n2. Сдаёт вахту.\n",
    "служащий": (
        "I. Общие положения\n\n1. Должность главного лоцмана порта относится к ведущей группе должностей.\n\n"
        "2. Назначение на должность осуществляется приказом.\n\n3. Главный лоцман порта подчиняется капитану.\n"
    ),
    "роль": "# Старший лоцман\n\n## Зачем нужна роль\n\nВодить.\n\n## Задачи\n\n- Водит\n\n## Требования\n\n- Карта\n",
    "выдержка": "1.1. Лоцман относится к категории специалистов.\n\n1.2. На должность лоцмана принимается моряк.\n",
    "гриф с приказом": "УТВЕРЖДАЮ\n\nКапитан порта ________\n\nПриказ № 7\n\nЛОЦМАН" + SECTIONS,
}


@pytest.mark.parametrize("text", UNTITLED.values(), ids=UNTITLED)
def test_job_descriptions_by_their_body(outline: Read, text: str) -> None:
    """Another title, or none, and still one worker of whom duties and subordination are told."""
    assert outline(text).is_job_description


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "# Должностная инструкция боцмана\n\n"),
        (True, "# Боцман\n\n## Обязанности\n\nа\n\n## Права\n\nб\n\n## Ответственность\n\nв\n"),
        (True, "Боцман подчиняется капитану, имеет право свистеть и несёт ответственность за якорь.\n"),
        (False, "# Вакансия: боцман\n\n## Обязанности\n\nа\n\n## Права\n\nб\n\n## Ответственность\n\nв\n"),
        (False, "# Уха\n\nВарить час.\n"),
        (False, "# Уха\n\n## Права\n\nЕсть может всякий.\n"),
        (False, ""),
    ],
)
def test_is_it_a_job_description(outline: Read, text: str, *, expected: bool) -> None:
    """The title, the sections or the words of the clauses tell a job description from another text."""
    assert expected == outline(text).is_job_description


# What speaks for a job description, counted: three words of evidence, three roles, and a fourth that is the first again.
WORDS = ("обязан", "имеет право", "подчиняется", "назначается")
JOB, SHARED = (Role.DUTIES, Role.RIGHTS, Role.RESPONSIBILITY), (Role.GENERAL, Role.REQUIREMENTS, Role.TASKS)
PERSON, THING, UNKNOWN = (Name("лоцман", 6, person) for person in (True, False, None))


def judged(
    marks: Marks,
    *lines: str,
    roles: tuple[Role, ...] = (),
    name: Name | None = None,
    title: int | None = None,
    formal: tuple[int, ...] = (),
) -> bool:
    """Whether the lines of a head, over sections of these roles, are a job description: its title is the line of that
    number, the position `name` stands in the first line, and approval in the `formal` ones.
    """
    text = "\n".join(lines)
    ends = list(accumulate(len(line) + 1 for line in lines))
    spans = [Span(end - len(line) - 1, end - 1) for end, line in zip(ends, lines, strict=True)]
    document = Document("a.md", "markdown", text, text, tuple(Block(s, BlockKind.PARAGRAPH) for s in spans))
    end = Span(len(text), len(text))
    return is_job_description(
        document,
        Span(0, len(text)),
        [Section(role, "", "", 0, end, end) for role in roles],
        [Requisite(RequisiteKind.APPROVAL, spans[i]) for i in formal],
        name and Named(Span(0, 1), "л", name),
        None if title is None else spans[title],
        marks,
    )


JUDGED: dict[str, tuple[bool, tuple[str, ...], dict[str, Any]]] = {
    "название": (True, ("Должностная инструкция",), {"title": 0}),
    "название обязанностей": (True, ("Обязанности лоцмана",), {"title": 0}),
    "название и вещь": (False, ("Должностная инструкция",), {"title": 0, "name": THING}),
    "название и вещь не в нём": (True, ("Служба", "Должностная инструкция"), {"title": 1, "name": THING}),
    "название, вещь и два слова": (True, ("Должностная инструкция", "обязан"), {"title": 0, "name": THING}),
    "название и другой вид": (True, ("Должностная инструкция", "Протокол"), {"title": 0, "name": UNKNOWN}),
    "название, вещь и другой вид": (
        False,
        ("Должностная инструкция", "Протокол"),
        {"title": 0, "name": THING, "roles": JOB},
    ),
    "просто инструкция": (False, ("Инструкция",), {"title": 0}),
    "просто инструкция и роль": (False, ("Инструкция",), {"title": 0, "roles": JOB[:1]}),
    "просто инструкция и две роли": (True, ("Инструкция",), {"title": 0, "roles": JOB[:2]}),
    "просто инструкция человека": (False, ("Инструкция",), {"title": 0, "name": PERSON}),
    "просто инструкция человека и роль": (True, ("Инструкция",), {"title": 0, "name": PERSON, "roles": JOB[:1]}),
    "инструкция человека и другой вид": (
        True,
        ("Инструкция", "Протокол"),
        {"title": 0, "name": PERSON, "roles": JOB[:1]},
    ),
    "инструкция кого-то и другой вид": (False, ("Инструкция", "Протокол"), {"title": 0, "name": UNKNOWN, "roles": JOB}),
    "человек не в названии и другой вид": (
        False,
        ("Лоцман", "Инструкция", "Протокол"),
        {"title": 1, "name": PERSON, "roles": JOB},
    ),
    "одно слово": (False, WORDS[:1], {}),
    "два слова": (False, WORDS[:2], {}),
    "три слова": (True, WORDS[:3], {}),
    "три слова, из них два одинаковых": (False, (*WORDS[:2], WORDS[1]), {}),
    "одно начало у двух слов": (False, ("должностной инструкции", "должностных обязанностей", "обязан"), {}),
    "два слова и роль": (True, WORDS[:2], {"roles": JOB[:1]}),
    "два слова и общие роли": (False, WORDS[:2], {"roles": SHARED}),
    "слово и роли": (False, WORDS[:1], {"roles": JOB}),
    "роли без слов": (False, ("Лоцман",), {"roles": JOB}),
    "роли не те": (False, WORDS[:1], {"roles": (Role.RELATIONS, Role.CONDITIONS, Role.FINAL), "name": PERSON}),
    "человек": (False, ("Лоцман",), {"name": PERSON}),
    "человек и роль": (False, ("Лоцман",), {"name": PERSON, "roles": SHARED[:1]}),
    "человек и две роли": (True, ("Лоцман",), {"name": PERSON, "roles": SHARED[:2]}),
    "кто-то и две роли": (False, ("Лоцман",), {"name": UNKNOWN, "roles": SHARED[:2]}),
    "человек и два слова": (True, WORDS[:2], {"name": PERSON}),
    "другой вид": (False, ("Протокол", *WORDS), {"name": PERSON, "roles": JOB}),
    "другой вид в двенадцатой строке": (False, (*["л"] * 11, "Протокол", *WORDS), {}),
    "другой вид в тринадцатой строке": (True, (*["л"] * 12, "Протокол", *WORDS), {}),
    "приказ": (False, ("Приказ № 7", *WORDS), {}),
    "приказ в грифе": (True, ("Приказ № 7", *WORDS), {"formal": (0,)}),
    "приказ у грифа": (False, ("Утверждаю", "Приказ № 7", *WORDS), {"formal": (0,)}),
    "протокол в грифе": (False, ("Протокол", *WORDS), {"formal": (0,)}),
    "слова другого вида": (False, ("Предмет договора", *WORDS), {}),
}


@pytest.mark.parametrize(("expected", "lines", "told"), JUDGED.values(), ids=JUDGED)
def test_what_speaks_for_it(marks: Marks, lines: tuple[str, ...], told: dict[str, Any], *, expected: bool) -> None:
    """A title of its own is enough; else a person, roles of sections and words of duty, three in all."""
    assert expected == judged(marks, *lines, **told)
