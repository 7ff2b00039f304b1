"""Facts `reports_to` and `supervises`: who is named as a superior, in what form and in what line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jdlint.linter import Linter
from jdlint.load.docx import load
from jdlint.model.document import Source
from jdlint.model.reading import Fact, Reading

Read = Callable[[str], Reading]

HEAD = "# Должностная инструкция наладчика станков\n\n## 1. Общие положения\n\n"


def superiors(reading: Reading) -> list[tuple[str, str, str]]:
    """Value, form and line of each superior."""
    return [(f.value, f.marks["form"], f.marks["line"]) for f in reading.facts if f.kind == "reports_to"]


def subordinates(reading: Reading) -> list[str]:
    """Whom the jobholder directs."""
    return [f.value for f in reading.facts if f.kind == "supervises"]


def facts(reading: Reading) -> list[Fact]:
    """The facts about superiors themselves."""
    return [f for f in reading.facts if f.kind == "reports_to"]


DIRECT = [
    ("Наладчик подчиняется мастеру участка.", ["мастер участка"]),
    ("Непосредственно подчиняется наладчик начальнику цеха.", ["начальник цеха"]),
    ("Наладчик непосредственно подчинён начальнику цеха.", ["начальник цеха"]),
    ("Наладчик обязан подчиняться начальнику цеха.", ["начальник цеха"]),
    ("Наладчик относится к рабочим, подчиняющимся мастеру.", ["мастер"]),
    ("Наладчик находится в прямом подчинении начальника цеха.", ["начальник цеха"]),
    ("В работе подчиняется начальнику цеха и соблюдает правила.", ["начальник цеха"]),
    ("Наладчик подотчётен заведующему мастерской.", ["заведующий мастерской"]),
    ("Непосредственный руководитель наладчика — главный механик.", ["главный механик"]),
    ("Непосредственным руководителем является главный механик.", ["главный механик"]),
    ("Руководителем наладчика является главный механик.", ["главный механик"]),
    ("Главный механик является непосредственным руководителем наладчика.", ["главный механик"]),
    ("Работой наладчика руководит главный механик.", ["главный механик"]),
    ("Непосредственное руководство наладчиком осуществляет главный механик.", ["главный механик"]),
    ("Сообщает непосредственному руководителю – мастеру участка о поломках.", ["мастер участка"]),
    ("Имеет двойное подчинение: мастеру и технологу.", ["мастер", "технолог"]),
    # two and more
    ("Наладчик подчиняется мастеру и главному механику.", ["мастер", "главный механик"]),
    ("Наладчик подчиняется главному механику или главному энергетику.", ["главный механик", "главный энергетик"]),
    ("Наладчик подчиняется мастеру, а также начальнику цеха.", ["мастер", "начальник цеха"]),
    ("В подчинении у мастера участка / мастера смены.", ["мастер участка", "мастер смены"]),
    ("Наладчик подчиняется старшему мастеру, технологу, директору.", ["старший мастер", "технолог", "директор"]),
    # «и» inside one title
    ("Подчиняется начальнику склада сырья и материалов.", ["начальник склада сырья и материалов"]),
    ("Подчиняется директору по качеству и стандартам.", ["директор по качеству и стандартам"]),
    ("Подчиняется заместителю директора по кадрам, режиму и быту.", ["заместитель директора по кадрам"]),
    ("Подчиняется помощнику директора по вопросам режима.", ["помощник директора по вопросам режима"]),
    # names of all sorts
    ("Подчиняется шеф-повару и бариста смены.", ["шеф-повар", "бариста смены"]),
    ("Подчиняется супервайзеру торговой сети.", ["супервайзер торговой сети"]),
    ("Подчиняется тимлиду и продакт-менеджеру.", ["тимлид", "продакт-менеджер"]),
    ("Подчиняется старшему по смене.", ["старший по смене"]),
    ("Подчиняется управляющей салоном.", ["управляющая салоном"]),
    ("Подчиняется завскладом.", ["завскладом"]),
    ("Подчиняется зам. директора по производству.", ["заместитель директора по производству"]),
    ("Подчиняется ген. директору.", ["генеральный директор"]),
    ("Подчиняется нач. отдела ремонта.", ["начальник отдела ремонта"]),
    ("Подчиняется и. о. директора завода.", ["исполняющий обязанности директора завода"]),
    ("Подчиняется исполняющему обязанности директора.", ["исполняющий обязанности директора"]),
    ("Подчиняется начальнику участка № 4.", ["начальник участка № 4"]),
    ("Подчиняется начальнику ОТК.", ["начальник отк"]),
    ("Подчиняется заведующему МБДОУ «Ласточка».", ["заведующий мбдоу ласточка"]),
    ("Подчиняется руководителю проекта «Каскад».", ["руководитель проекта каскад"]),
    ("Подчиняется директору завода имени Котлова.", ["директор завода имени котлова"]),
    ("Подчиняется индивидуальному предпринимателю.", ["индивидуальный предприниматель"]),
    ("Подчиняется непосредственно работодателю — индивидуальному предпринимателю.", ["индивидуальный предприниматель"]),
    ("Подчиняется начальнику ОТиЗ и директору по HR.", ["начальник отиз", "директор по hr"]),
    ("Подчиняется лицу, ответственному за склад.", ["лицо, ответственное"]),
    ("Подчиняется CTO.", ["cto"]),
    ("Подчиняется руководителю группы SMM и мастеру.", ["руководитель группы smm", "мастер"]),
    ("Подчиняется Head of Production.", ["head of production"]),
    ("Подчиняется декану (директору) высшей школы, начальнику лагеря.", ["декан высшей школы", "начальник лагеря"]),
    ("Подчиняется в своей работе непосредственно технологу цеха.", ["технолог цеха"]),
    ("Находится в ведении главного механика.", ["главный механик"]),
    ("Наладчик работает под началом главного механика.", ["главный механик"]),
    ("Трудится под непосредственным началом мастера участка.", ["мастер участка"]),
    ("Наладчик получает задания от мастера участка и ему подчиняется.", ["мастер участка"]),
    ("Задания выдаёт главный механик, наладчик ему непосредственно подчиняется.", ["главный механик"]),
    # who else stands in the sentence is no second superior
    ("Подчиняется мастеру, который подчиняется начальнику цеха.", ["мастер"]),
    ("Подчиняется мастеру, который, в свою очередь, подчиняется начальнику цеха.", ["мастер"]),
    ("Подчиняется мастеру и выполняет указания технолога по режимам.", ["мастер"]),
    ("Подчиняется мастеру (заместителю начальника цеха).", ["мастер"]),
    ("Подчиняется начальнику участка (мастеру) и технологу.", ["начальник участка", "технолог"]),
    ("Принимается на работу директором завода и подчиняется ему.", ["директор завода"]),
    ("Наладчик назначается директором, которому непосредственно подчиняется.", ["директор"]),
    ("Подчиняется директору по общим вопросам.", ["директор по общим вопросам"]),
    ("Административно и функционально подчиняется мастеру.", ["мастер"]),
    ("Подчиняется начальнику цеха (далее – Начальник).", ["начальник цеха"]),
]


@pytest.mark.parametrize(("sentence", "expected"), DIRECT, ids=[s for s, _ in DIRECT])
def test_direct_superiors(read: Read, sentence: str, expected: list[str]) -> None:
    """Positions named as direct superiors are read in the nominative, one fact each, and no one else is."""
    assert [(name, "position", "direct") for name in expected] == superiors(read(HEAD + sentence))


OTHER_LINES = [
    (
        "Административно подчиняется начальнику цеха, функционально — главному технологу.",
        [("начальник цеха", "direct"), ("главный технолог", "functional")],
    ),
    (
        "Подчиняется в административном порядке начальнику цеха, в функциональном – технологу.",
        [("начальник цеха", "direct"), ("технолог", "functional")],
    ),
    (
        "Находится в административном подчинении у мастера, в методическом — у технолога.",
        [("мастер", "direct"), ("технолог", "functional")],
    ),
    (
        "Подчиняется директору завода и непосредственно мастеру участка.",
        [("директор завода", "general"), ("мастер участка", "direct")],
    ),
    (
        "Подчиняется мастеру и главному механику по техническим вопросам.",
        [("мастер", "direct"), ("главный механик", "area")],
    ),
    (
        "Подчиняется мастеру, по методическим вопросам – технологу.",
        [("мастер", "direct"), ("технолог", "area")],
    ),
    (
        "Непосредственный руководитель – мастер; функциональный руководитель – технолог.",
        [("мастер", "direct"), ("технолог", "functional")],
    ),
    ("Работает с технологом цеха и подчиняется ему по вопросам режимов.", [("технолог цеха", "area")]),
    ("Подчиняется мастеру и опосредованно — директору.", [("мастер", "direct"), ("директор", "functional")]),
    (
        "Подчиняюсь: технологу (функционально) и мастеру (административно).",
        [("технолог", "functional"), ("мастер", "direct")],
    ),
    ("Функционально подчиняется технологу.", [("технолог", "functional")]),
    (
        "Подчиняется мастеру, а в его отсутствие — начальнику цеха.",
        [("мастер", "direct"), ("начальник цеха", "absence")],
    ),
    ("В отсутствие мастера подчиняется заместителю мастера.", [("заместитель мастера", "absence")]),
    ("На время отпуска мастера наладчик подчиняется технологу.", [("технолог", "absence")]),
    ("Подчиняется мастеру, а по вопросам учёта — бухгалтеру.", [("мастер", "direct"), ("бухгалтер", "area")]),
    ("По вопросам качества наладчик подчиняется технологу.", [("технолог", "area")]),
    ("Подчиняется директору по вопросам охраны труда.", [("директор", "area")]),
    (
        "Подчиняется мастеру, а при пуске линии – технологу.",
        [("мастер", "direct"), ("технолог", "area")],
    ),
    (
        "Подчиняется мастеру, начальнику цеха (при отсутствии мастера).",
        [("мастер", "direct"), ("начальник цеха", "absence")],
    ),
    ("Непосредственно и в оперативном порядке подчиняется мастеру.", [("мастер", "direct")]),
    ("Во время ночной смены подчиняется дежурному мастеру.", [("дежурный мастер", "area")]),
    ("Отчитывается перед главным механиком.", [("главный механик", "accountable")]),
    ("Отчитывается перед главным механиком о простоях.", [("главный механик", "report")]),
    (
        "Раз в неделю отчитывается перед главным механиком как непосредственным руководителем.",
        [("главный механик", "direct")],
    ),
    ("Наладчик работает под руководством технолога.", [("технолог", "guided")]),
]


@pytest.mark.parametrize(("sentence", "expected"), OTHER_LINES, ids=[s for s, _ in OTHER_LINES])
def test_lines_of_command(read: Read, sentence: str, expected: list[tuple[str, str]]) -> None:
    """A superior for an area, an absence or a function is told from the direct one."""
    assert expected == [(name, line) for name, _, line in superiors(read(HEAD + sentence))]


FORMS = [
    ("Подчиняется руководству завода.", "руководство завода", "vague"),
    ("Подчиняется администрации.", "администрация", "vague"),
    ("Подчиняется своему непосредственному руководителю.", "свой непосредственный руководитель", "vague"),
    ("Подчиняется вышестоящим должностным лицам.", "вышестоящее должностное лицо", "vague"),
    ("Подчиняется работодателю.", "работодатель", "vague"),
    ("Подчиняется администратору зала.", "администратор зала", "position"),
    ("Подчиняется руководителю мастерской.", "руководитель мастерской", "position"),
    ("Подчиняется совету директоров.", "совет директоров", "body"),
    ("Подчиняется общему собранию участников.", "общее собрание участников", "body"),
    ("Подчиняется отделу снабжения.", "отдел снабжения", "body"),
    ("Подчиняется Зайцевой Ольге Игоревне.", "зайцевой ольге игоревне", "person"),
]


@pytest.mark.parametrize(("sentence", "value", "form"), FORMS, ids=[s for s, _, _ in FORMS])
def test_form(read: Read, sentence: str, value: str, form: str) -> None:
    """General words, bodies and people are told from positions."""
    assert [(value, form, "direct")] == superiors(read(HEAD + sentence))


def test_whoever_stands_in_is_no_second_superior(read: Read) -> None:
    """«Либо лицу, его замещающему» speaks of the superior's absence."""
    found = superiors(read(HEAD + "Подчиняется мастеру либо лицу, его замещающему."))
    assert [("мастер", "position", "direct"), ("лицо", "vague", "absence")] == found


PEOPLE = [
    "Подчиняется начальнику цеха Зайцевой О. И.",
    "Подчиняется начальнику цеха О. И. Зайцевой.",
    "Подчиняется начальнику цеха Ольге Зайцевой.",
    "Подчиняется О. И. Зайцевой, начальнику цеха.",
    "Подчиняется начальнику цеха — Зайцевой О. И.",
]


@pytest.mark.parametrize("sentence", PEOPLE)
def test_position_with_a_person(read: Read, sentence: str) -> None:
    """A position with the name of its holder is one superior, marked as a person."""
    (fact,) = facts(read(HEAD + sentence))
    assert ("начальник цеха", "position", "yes") == (fact.value, fact.marks["form"], fact.marks["person"])


@pytest.mark.parametrize("sentence", ["Подчиняется Начальнику Цеха.", "Подчиняется директору завода имени Зайцевой."])
def test_capitals_are_no_person(read: Read, sentence: str) -> None:
    """Capital letters and the name of an organisation do not make a person."""
    (fact,) = facts(read(HEAD + sentence))
    assert "" == fact.marks.get("person", "")


NOBODY = [
    "Наладчик подчиняется правилам внутреннего распорядка.",
    "Обязан подчиняться требованиям пожарной безопасности.",
    "Наладчик не подчиняется кладовщику.",
    "Передаёт предложения своему непосредственному руководителю.",
    "Непосредственный руководитель проверяет журнал.",
    "Подчиняется и выполняет указания.",
    "Наладчик назначается на должность приказом директора.",
    "Руководитель: Зайцев, тел. 2-15",
    "Руководитель: [Имя] – [телефон]",
    "В подчинении: ученики, подсобники",
    "**В подчинении:** мастера участка, сменного мастера нет",
    "| В подчинении | Сборщики |\n|---|---|\n| Разряд | 5 |",
    "Начало смены объявляет мастер.",
    "Отчётность: мастер сдаёт табели, наладчик пишет журнал.",
    "Отчётность: журнал наладки, отчёт мастеру участка",
    "Выполняет указания мастера и является его подчинённым.",
]


@pytest.mark.parametrize("sentence", NOBODY)
def test_no_superior(read: Read, sentence: str) -> None:
    """What is obeyed besides people, what is denied, and a list of telephones name no superior."""
    assert [] == superiors(read(HEAD + sentence))


REVERSED = [
    ("Ему подчиняются ученик и смазчик.", ["ученик", "смазчик"]),
    ("Наладчик получает задания от себя самого, и ему подчиняется ученик.", ["ученик"]),
    ("Под его началом трудятся ученик и смазчик.", ["ученик", "смазчик"]),
    ("Наладчику подчиняются ученик и смазчик.", ["ученик", "смазчик"]),
    ("Наладчику непосредственно подчиняется ученик.", ["ученик"]),
    ("В подчинении у наладчика находятся: ученик, смазчик.", ["ученик", "смазчик"]),
    ("В его подчинении состоит ученик.", ["ученик"]),
    ("Имеет в подчинении двух учеников.", ["ученик"]),
    ("Смазчик подчиняется наладчику.", ["смазчик"]),
]


@pytest.mark.parametrize(("sentence", "expected"), REVERSED, ids=[s for s, _ in REVERSED])
def test_subordinates(read: Read, sentence: str, expected: list[str]) -> None:
    """Where others obey the jobholder, they are his subordinates and he has no superior."""
    reading = read(HEAD + sentence)
    assert (expected, []) == (subordinates(reading), superiors(reading))


BLANK = [
    "Подчиняется непосредственно ____________.",
    "Подчиняется [должность].",
    "Подчиняется непосредственно (указать должность руководителя).",
    "Подчиняется ХХХХХ.",
    "Наладчик подчиняется непосредственно .",
    "Подчиняется начальнику отдела ____________.",
    "Непосредственный руководитель: .................",
    "Подчиняется ____________, а в его отсутствие – мастеру.",
]


@pytest.mark.parametrize("sentence", BLANK)
def test_blank(read: Read, sentence: str) -> None:
    """A place left to be filled instead of the superior is a fact of form blank, said once."""
    assert [("", "blank")] == [(v, form) for v, form, _ in superiors(read(HEAD + sentence))]


def test_blank_elsewhere(read: Read) -> None:
    """A blank in another sentence, or inside the organisation's name, is not the superior's place."""
    for sentence in ("Подчиняется мастеру. Оклад составляет ________ рублей.", "Подчиняется директору ООО «________»."):
        assert ["position"] == [form for _, form, _ in superiors(read(HEAD + sentence))]


LABELS = [
    ("Непосредственный руководитель: главный механик", ["главный механик"]),
    ("Подчинённость: главному механику", ["главный механик"]),
    ("### Подчиняется\nГлавному механику / мастеру", ["главный механик", "мастер"]),
    ("| Кому подчиняется | Главному механику |\n| --- | --- |\n| Цех | Ремонтный |", ["главный механик"]),
    ("| Показатель | Данные |\n| --- | --- |\n| Руководитель | Главный механик |", ["главный механик"]),
    ("Наладчик подчиняется:\n\n- мастеру смены;\n- главному механику.", ["мастер смены", "главный механик"]),
    ("Непосредственный руководитель: технический директор", ["технический директор"]),
    ("Подчинение: прямое — мастеру", ["мастер"]),
    ("Отчётность: главному механику", ["главный механик"]),
    ("**Отчётность:** мастер смены (главный механик)", ["мастер смены"]),
    ("| Показатель | Данные |\n| --- | --- |\n| Отчётность | Главный механик |", ["главный механик"]),
]


@pytest.mark.parametrize(("text", "expected"), LABELS, ids=[t for t, _ in LABELS])
def test_labels(read: Read, text: str, expected: list[str]) -> None:
    """A label, a table cell, a heading or a lead-in names the superior that stands behind or below it, once."""
    assert [(name, "position", "direct") for name in expected] == superiors(read(HEAD + text))


def test_label_of_subordinates(read: Read) -> None:
    """«Кто подчиняется» is no label of a superior."""
    assert [] == superiors(read(HEAD + "| Кто подчиняется | ученик |\n| --- | --- |\n| Цех | Ремонтный |"))


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("заведующего гаражом", "Заведующему гаражом подчиняются водители и механик."),
        ("главного кассира", "Главному кассиру подчиняются водители и механик."),
    ],
)
def test_subordinates_of_a_title_that_begins_with_an_adjective(read: Read, title: str, said: str) -> None:
    """A head called by an adjective or a participle has his people named like any other."""
    reading = read(f"# Должностная инструкция {title}\n\n## 1. Общие положения\n\n{said}")

    assert ["водитель", "механик"] == [f.value for f in reading.facts if f.kind == "supervises"]


def test_title_that_no_dictionary_holds(read: Read) -> None:
    """A title unknown to the dictionary stands for the jobholder in any case of its own."""
    reading = read(
        "# Должностная инструкция скрам-лида группы\n\n## 1. Общие положения\n\nВ подчинении Скрам-лида находятся технологи."
    )

    assert (["технолог"], []) == (subordinates(reading), superiors(reading))


def test_all_paragraphs_of_a_cell_are_the_value(x: Any, linter: Linter) -> None:
    """A form may say in one paragraph of a cell in what way, and in the next to whom, the jobholder is subordinate."""
    cells = [x.c("Подчинённость"), x.c(x.p("Функциональная и административная") + x.p("Начальнику цеха"))]
    source = Source("form.docx", x.pack(x.p("Должностная инструкция наладчика станков") + x.table(cells)))

    assert [("начальник цеха", "position", "direct")] == superiors(linter.read(linter.outlines(load(source))[0]))


def test_functional_label(read: Read) -> None:
    """The label of a functional superior says so."""
    found = superiors(read(HEAD + "Функциональное подчинение: главный технолог"))
    assert [("главный технолог", "position", "functional")] == found


def test_front_matter(read: Read) -> None:
    """The front matter of a Markdown file names superiors too."""
    found = superiors(read("---\nreports_to: Мастер / Технолог\n---\n\n" + HEAD + "Наладчик налаживает станки."))
    assert {("мастер", "position", "front"), ("технолог", "position", "front")} == set(found)


def test_words_of_the_title_are_no_line_of_command(read: Read) -> None:
    """«Технической» in the title does not make the subordination a technical one."""
    head = "# Должностная инструкция оператора технической поддержки\n\n## 1. Общие положения\n\n"
    text = "Оператор технической поддержки подчиняется начальнику смены."
    assert [("начальник смены", "position", "direct")] == superiors(read(head + text))


def test_another_title_counts_where_nothing_else_is_said(read: Read) -> None:
    """A title left over from another document still tells the superior; beside a statement of his own it does not."""
    alone = read(HEAD + "Токарь подчиняется мастеру.")
    beside = read(HEAD + "Токарь подчиняется мастеру.\n\nНаладчик подчиняется технологу.")
    assert ["мастер"] == [value for value, _, _ in superiors(alone)]
    assert ["технолог"] == [value for value, _, _ in superiors(beside)]


def test_own_alias_and_superiors_alias(read: Read) -> None:
    """«(далее – Рабочий)» stands for the jobholder, an alias of the superior does not."""
    text = "Наладчик (далее – Рабочий) подчиняется мастеру (далее – Начальник).\n\nРабочему подчиняется ученик."
    reading = read(HEAD + text)
    assert (["мастер"], ["ученик"]) == ([v for v, _, _ in superiors(reading)], subordinates(reading))


def test_abbreviation_is_written_out(read: Read) -> None:
    """«Начальник ОГМ» and «начальник отдела главного механика» are one superior."""
    text = "Наладчик подчиняется начальнику ОГМ.\n\nНепосредственный руководитель — начальник отдела главного механика."
    assert {"начальник отдела главного механика"} == {value for value, _, _ in superiors(read(HEAD + text))}


def test_from_is_the_verb(read: Read) -> None:
    """The mark `from` is the offset of the words that say it, for every superior of the list."""
    reading = read(HEAD + "Наладчик подчиняется мастеру и технологу.")
    at = str(reading.outline.document.text.index("подчиняется"))
    assert [at, at] == [fact.marks["from"] for fact in facts(reading)]


def test_signatures_are_not_asked(read: Read) -> None:
    """«Непосредственный руководитель» beside a signature line names nobody."""
    text = (
        HEAD + "Наладчик подчиняется мастеру.\n\nСОГЛАСОВАНО\n\nНепосредственный руководитель ________ Зайцев О. И.\n"
    )
    assert [("мастер", "position", "direct")] == superiors(read(text))


def test_a_superior_whose_title_shares_a_word_keeps_it(read: Read) -> None:
    """«Главный технолог подчиняется главному инженеру»: the superior's adjective is no part of the subject."""
    reading = read("# Должностная инструкция главного технолога\n\nГлавный технолог подчиняется главному инженеру.\n")
    assert ["главный инженер"] == [value for value, _, _ in superiors(reading)]


def test_other_names_of_the_title_stand_for_the_jobholder(read: Read) -> None:
    """A «медсестра» in the document of a «медицинская сестра» is the jobholder: her superior is read."""
    reading = read("# Должностная инструкция медицинской сестры\n\nМедсестра подчиняется старшему фельдшеру.\n")
    assert ["старший фельдшер"] == [value for value, _, _ in superiors(reading)]


def test_a_list_in_charge_names_no_superior(read: Read) -> None:
    """«В подчинении: 12 операторов» under a heading tells of subordinates, and the heading is no superior."""
    text = "### Подчинение\n\n- Прямой руководитель: начальник цеха\n- В подчинении: 12 сборщиков, 2 мастера\n"
    assert ["начальник цеха"] == [value for value, _, _ in superiors(read(HEAD + text))]
