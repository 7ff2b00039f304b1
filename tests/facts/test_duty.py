"""Facts of the job itself: `position`, `spoken_of`, `duty`, `requirement`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.reading import Reading

Read = Callable[[str], Reading]

HEAD = "# Должностная инструкция наладчика станков\n\n"


def values(reading: Reading, kind: str) -> list[str]:
    """The values of the facts of a kind."""
    return [f.value for f in reading.facts if f.kind == kind]


def test_duties_are_the_items_of_their_section(read: Read) -> None:
    """Each item is a duty without its number; lead-ins and items of other sections are none."""
    text = (
        "## 2. Должностные обязанности\n\nНаладчик обязан:\n\n2.1. Осматривать станки.\n\n2.2. Вести журнал.\n\n"
        "## 3. Права\n\n3.1. Просить инструмент.\n"
    )
    assert ["Осматривать станки.", "Вести журнал."] == values(read(HEAD + text), "duty")


def test_duty_knows_its_clause_and_lead(read: Read) -> None:
    """A nested item carries its clause number, and the lead-in that it hangs on."""
    items = "2.1. Следит за:\n\n- станками участка;\n- инструментом.\n\n2.2. Ведёт журнал.\n"
    text = f"## 2. Должностные обязанности\n\n{items}"
    duties = [f for f in read(HEAD + text).facts if f.kind == "duty"]
    assert [("станками участка;", "Следит за"), ("инструментом.", "Следит за"), ("Ведёт журнал.", "")] == [
        (f.value, f.marks["lead"]) for f in duties
    ]
    assert "2.2" == duties[-1].marks["clause"]


QUALIFICATIONS = [
    "На должность назначается лицо с высшим техническим образованием.",
    "Среднее профессиональное образование; опыт не требуется.",
    "Образование: любое",
    "Образование не имеет значения.",
    "Опыт работы наладчиком от года.",
    "Стаж по профессии не менее трёх лет.",
    "Квалификационный разряд не ниже четвёртого.",
    "Наладчик 4-го разряда.",
    "Группа по электробезопасности не ниже третьей.",
    "Без предъявления требований к стажу.",
    "Лицо, имеющее удостоверение стропальщика.",
    "| Образование | среднее |\n| --- | --- |\n| Цех | Ремонтный |",
]


@pytest.mark.parametrize("sentence", QUALIFICATIONS)
def test_qualification(read: Read, sentence: str) -> None:
    """Education, experience, grade and permits are qualification requirements, and so is their absence."""
    facts = [f for f in read(f"{HEAD}## 1. Общие положения\n\n{sentence}\n").facts if f.kind == "requirement"]
    assert "qualification" in {f.marks["form"] for f in facts}


NO_QUALIFICATIONS = [
    ("Общие положения", "Наладчик должен знать устройство станков."),
    ("Общие положения", "Требования: аккуратность и внимание."),
    ("Общие положения", "Образование накипи в трубах не допускается."),
    ("Должностные обязанности", "Перенимает опыт работы соседних участков."),
    ("Права", "Получать высшее образование за счёт завода."),
]


@pytest.mark.parametrize(("section", "sentence"), NO_QUALIFICATIONS)
def test_no_qualification(read: Read, section: str, sentence: str) -> None:
    """Knowledge, character, and what stands among duties and rights are no qualification."""
    facts = [f for f in read(f"{HEAD}## 1. {section}\n\n{sentence}\n").facts if f.kind == "requirement"]
    assert "qualification" not in {f.marks["form"] for f in facts}


def test_position(read: Read) -> None:
    """The position is the title in the nominative."""
    assert ["наладчик станков"] == values(read(HEAD + "## 1. Общие положения\n\n1.1. Наладчик чинит.\n"), "position")


SPOKEN = [
    ("Токарь относится к категории рабочих.", "no"),
    ("На должность токаря назначается опытный рабочий.", "no"),
    ("Наладчик относится к категории рабочих.", "yes"),
    ("Токарь обязан:", "no"),
    ("Токарь несёт ответственность за порчу деталей.", "no"),
    ("Наладчик несёт ответственность за порчу деталей.", "yes"),
    ("На должность наладчика принимается опытный рабочий.", "yes"),
]


@pytest.mark.parametrize(("sentence", "same"), SPOKEN)
def test_spoken_of(read: Read, sentence: str, same: str) -> None:
    """Where the text speaks of the jobholder, it is seen whether it calls him by his title."""
    facts = [f for f in read(f"{HEAD}## 1. Общие положения\n\n{sentence}\n").facts if f.kind == "spoken_of"]
    assert {same} == {f.marks["same"] for f in facts}


@pytest.mark.parametrize(
    "sentence", ["Работник имеет право:", "Покупатель имеет право:", "Станок относится к новым.", "Директор обязан:"]
)
def test_nobody_spoken_of(read: Read, sentence: str) -> None:
    """General words, people from outside and things are no name of a position."""
    assert values(read(f"{HEAD}## 1. Общие положения\n\n{sentence}\n"), "spoken_of") == []


KINDS = [
    ("На должность оператора насосной станции назначается опытный рабочий.", "no"),
    ("На должность оператора крана назначается опытный рабочий.", "yes"),
    ("На должность оператора первой категории назначается опытный рабочий.", "yes"),
    ("Оператор обязан:", "yes"),
    ("Оператор в своей деятельности руководствуется уставом.", "yes"),
]


@pytest.mark.parametrize(("sentence", "same"), KINDS)
def test_spoken_of_another_kind(read: Read, sentence: str, same: str) -> None:
    """One head with other words beside it is another position; the head alone, or with a grade, is the same."""
    head = "# Должностная инструкция оператора башенного крана\n\n## 1. Общие положения\n\n"
    facts = [f for f in read(head + sentence).facts if f.kind == "spoken_of"]

    assert [same] == [f.marks["same"] for f in facts]


SHORT = [
    ("отдела труда и заработной платы", "ОТиЗ", "yes"),
    ("отдела труда и заработной платы", "СОР", "no"),
    ("сектора озеленения и рекультивации", "СОР", "yes"),
    ("учебно-монтажного участка", "УМУ", "yes"),
]


@pytest.mark.parametrize(("unit", "short", "same"), SHORT, ids=[s for _, s, _ in SHORT])
def test_spoken_of_by_the_first_letters(read: Read, unit: str, short: str, same: str) -> None:
    """The first letters of words of the title stand for them; other letters are another unit's."""
    head = f"# Должностная инструкция начальника {unit}\n\n## 1. Общие положения\n\n"
    facts = read(f"{head}1.1. Начальник {short} относится к категории руководителей.").facts

    assert [same] == [f.marks["same"] for f in facts if f.kind == "spoken_of"]


LIABLE = [
    ("За порчу сетей ихтиолог по морским видам несёт ответственность.", "no"),
    ("За порчу сетей ихтиолог по речным видам может быть уволен.", "yes"),
    ("За порчу сетей, лодок и вёсел ихтиолог привлекается к ответственности.", "yes"),
    ("За нарушение этой инструкции ихтиолог несёт ответственность.", "yes"),
    ("За порчу сетей капитан несёт ответственность.", "no"),
]


@pytest.mark.parametrize(("sentence", "same"), LIABLE, ids=[s for s, _ in LIABLE])
def test_spoken_of_behind_the_misdeed(read: Read, sentence: str, same: str) -> None:
    """Who answers for a misdeed is told behind it, and adjectives behind «по» tell one field from another."""
    head = "# Должностная инструкция ихтиолога по речным видам\n\n## 5. Ответственность\n\n"
    facts = [f for f in read(head + sentence).facts if f.kind == "spoken_of"]

    assert [same] == [f.marks["same"] for f in facts]


def test_of_a_table_only_the_column_of_duties_is_read(read: Read) -> None:
    """When a duty is done and what comes of it are no duties, nor is the row of headings."""
    rows = "| 1 | Чистит мехи органа | Ежемесячно | Запись в журнале |\n| 2 | Точит клапаны | Ежегодно | Новый акт |\n"
    head = "| № | Обязанность | Периодичность | Результат |\n|---|---|---|---|\n"
    text = f"# Должностная инструкция органного мастера\n\n## 2. Обязанности\n\n{head}{rows}"

    assert ["Чистит мехи органа", "Точит клапаны"] == values(read(text), "duty")
