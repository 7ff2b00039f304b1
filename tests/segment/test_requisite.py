"""The formal parts of a document are told from its content."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.model.outline import Outline

Read = Callable[[str], Outline]
DOCUMENT = """\
{before}

# Должностная инструкция лоцмана

{below}

## 1. Общие положения

1.1. Лоцман водит суда.

## 2. Обязанности

2.1. Встречает суда у маяка.

{after}
"""

BEFORE = {
    "утверждаю": ("УТВЕРЖДАЮ\nКапитан порта\n________ И. И. Волнов\n«__» ______ 20__ г.", "approval"),
    "утверждено": ("Утверждено приказом капитана от 01.02.2020 № 7", "approval"),
    "сокращённо": ("Утв. приказом капитана", "approval"),
    "в таблице": ("| СОГЛАСОВАНО | УТВЕРЖДАЮ |\n|---|---|\n| Профсоюз | Капитан |", "approval"),
    "рядом в строке": ("«СОГЛАСОВАНО» «УТВЕРЖДАЮ»\n\nПрофсоюз Капитан порта", "approval"),
    "рядом согласовано": ("| СОГЛАСОВАНО | УТВЕРЖДАЮ |\n|---|---|\n| Профсоюз | Капитан |", "agreement"),
    "на двух языках": ("APPROVED BY / УТВЕРЖДАЮ\n\nHarbour Master / Капитан порта", "approval"),
    "утвердил": ("**Утвердил:** капитан порта Волнов И. И.", "approval"),
    "согласовано и утверждено": ("Согласовано и утверждено: капитан порта Волнов И. И. ______", "approval"),
    "инструкция утверждена": ("Инструкция утверждена 01.02.2020 капитаном порта И. И. Волновым", "approval"),
    "документ утверждён": ("Документ утверждён: 01.02.2020, Волнов И. И., капитан порта", "approval"),
    "статус": ("Статус: утверждено 01.02.2020", "approval"),
    "приказ об утверждении": ("Приказ об утверждении: № 7 от 01.02.2020", "approval"),
    "утверждение": ("**Утверждение:** приказ № 7 от 01.02.2020", "approval"),
    "оба в строке": ("Согласовано: профсоюз ________ Утверждаю: капитан ________", "approval"),
    "инструкцию утвердил": ("Инструкцию утвердил: ____________", "approval"),
    "рассмотрено": ("Рассмотрено на заседании лоцманов\n\nПротокол № ___ от ________", "agreement"),
    "номер": ("№ 7-Л", "registration"),
    "дата": ("01.02.2020", "registration"),
}
AFTER = {
    "согласовано": ("СОГЛАСОВАНО:\n\nНачальник отдела кадров ________ А. А. Чайкина", "agreement"),
    "визы": ("Визы:\n\nЮрисконсульт ________ Б. Б. Мысов", "agreement"),
    "ознакомлен": ("С инструкцией ознакомлен: ________ (подпись)", "acknowledgement"),
    "ознакомлена": ("С инструкцией ознакомлен(а), экземпляр получил(а)\n\n________ / ________", "acknowledgement"),
    "лист": ("Лист ознакомления\n\n| ФИО | Дата | Подпись |\n|---|---|---|\n| | | |", "acknowledgement"),
    "подпись": ("Капитан порта ____________ И. И. Волнов", "signature"),
    "легенда": ("____________ (подпись)", "signature"),
    "руководитель и черта": ("Руководитель лоцманской службы ______________", "signature"),
    "кто составил": ("Инструкцию составил(а): ______________", "signature"),
    "работник": ("Работник ______________ Дата ____________", "signature"),
    "чья подпись": ("Подпись вахтенного лоцмана ____________", "signature"),
    "экземпляр на руки": ("Второй экземпляр на руки получил: ____________", "signature"),
    "должность и черта": ("Начальник лоцманской службы ______________", "signature"),
    "изучил": ("Инструкцию изучил и обязуюсь выполнять:", "acknowledgement"),
    "утверждаю в конце": ("Утверждаю: капитан порта ____________ /И. И. Волнов/", "approval"),
    "прочитал": ("Я прочитал(а) инструкцию и всё понял(а): ____________", "acknowledgement"),
    "получена": ("Инструкция получена: ____________", "acknowledgement"),
    "мною прочитано": ("Мною прочитано и понято: ____________", "acknowledgement"),
    "получил и согласен": ("Настоящую инструкцию получил(а), с условиями согласен(а) ________", "acknowledgement"),
    "прочёл и получил": ("Инструкцию прочёл, экземпляр получил ______ / ______ / __.__.____", "acknowledgement"),
    "прочла": ("Инструкцию прочла и обязуюсь выполнять: ________", "acknowledgement"),
    "знакома": ("Экземпляр инструкции получила, с содержанием знакома ________", "acknowledgement"),
    "мной прочитана": ("Инструкция мной прочитана и понята ________", "acknowledgement"),
    "знаком": ("Знаком(а): ________ дата ________", "acknowledgement"),
    "читал": ("Читал(а): ________ /________", "acknowledgement"),
    "об ознакомлении": ("Подпись работника об ознакомлении ________", "acknowledgement"),
    "разъяснено": ("Содержание инструкции мне разъяснено ________", "acknowledgement"),
    "согласен и получил": ("С положениями инструкции согласен, один экземпляр получил ________", "acknowledgement"),
    "получил и обязуюсь": ("Инструкцию получил(а), обязуюсь хранить: ________ (подпись)", "acknowledgement"),
    "разработал HR": ("Разработал: HR-партнёр ________", "signature"),
    "провёл": ("Инструктаж провёл ____________", "signature"),
    "расписка": ("Расписка в ознакомлении: ____________", "acknowledgement"),
    "под роспись": ("Под роспись: ____________", "acknowledgement"),
    "к исполнению": ("Принял к исполнению: ____________", "acknowledgement"),
    "дата одна": ("Дата: ____________", "signature"),
    "два составителя": ("Разработчик ____________ / Проверил ____________", "signature"),
    "двое подписывают": ("Руководитель: ____________ Работник: ____________", "signature"),
    "фамилия за чертой": ("Капитан порта ____________ Волнов", "signature"),
    "дата на сайте": ("Опубликовано: 01.02.2020 10:15. Просмотров: 12", "leftover"),
    "место печати": ("М. П.", "signature"),
    "подвал сайта": ("Смотрите также: Должностная инструкция кока", "leftover"),
    "ещё по теме": ("Ещё по теме: инструкция кока", "leftover"),
    "путь по сайту": ("Главная » Образцы » Инструкция лоцмана", "leftover"),
    "скачать": ("Скачать образец бесплатно", "leftover"),
}


def kinds(outline: Outline) -> set[str]:
    """Kinds of the requisites of the document."""
    return {r.kind.value for r in outline.requisites}


@pytest.mark.parametrize(("text", "expected"), BEFORE.values(), ids=BEFORE)
def test_above_the_sections(outline: Read, text: str, expected: str) -> None:
    """Approval, registration and visas are known by their words, above the title or below it."""
    above = outline(DOCUMENT.format(before=text, below="", after=""))
    below = outline(DOCUMENT.format(before="", below=text, after=""))

    assert {expected, "title"} <= kinds(above)
    assert expected in kinds(below)
    assert "лоцман" == above.position
    assert above.title is not None
    assert {"title"} == {k.value for k in above.requisites_at(above.title)}


def test_content_below_the_approval(outline: Read) -> None:
    """Whom the jobholder obeys is content, though no section has begun."""
    read = outline("Утверждаю: капитан порта ________\n\nКому подчиняется лоцман: капитану\n\n# Права\n\n1. Спать.\n")

    assert ["Утверждаю: капитан порта ________"] == [
        r.span.of(read.document.text) for r in read.requisites if r.kind.value == "approval"
    ]


def test_approval_among_particulars(outline: Read) -> None:
    """A row may tell the approval below one that is read as a section."""
    table = "| | |\n|---|---|\n| Кому подчиняется | капитану |\n| Утверждено | приказ от 01.02.2020 № 7 |"

    assert "approval" in kinds(outline(DOCUMENT.format(before="", below=table, after="")))


@pytest.mark.parametrize(("text", "expected"), AFTER.values(), ids=AFTER)
def test_below_the_sections(outline: Read, text: str, expected: str) -> None:
    """Visas, acknowledgement, signatures and leftovers of a web page are known where a document ends."""
    assert expected in kinds(outline(DOCUMENT.format(before="", below="", after=text)))


@pytest.mark.parametrize(
    "clause",
    [
        "2.2. Лоцман должен быть ознакомлен с уставом порта под подпись.",
        "2.2. Докладывает об утверждённых планах.",
        "2.2. Согласовывает маршрут с капитаном.",
        "2.2. Ставит подпись в журнале.",
        "2.2. Скачивает карты.",
        "2.2. Принял судно — сдай вахту.",
        "2.2. Инструкция хранится у капитана.",
        "2.2. Рассматривает на заседании жалобы.",
    ],
)
def test_clauses_are_content(outline: Read, clause: str) -> None:
    """A clause that speaks of approval, agreement or signing is none of them."""
    assert {"title"} == kinds(outline(DOCUMENT.format(before="", below="", after=clause)))


def test_a_whole_document(outline: Read) -> None:
    """All formal parts together: each block is of the kind that it looks like, clauses are of none."""
    before = "УТВЕРЖДАЮ\nКапитан порта\n________ И. И. Волнов"
    after = "СОГЛАСОВАНО:\n\nЮрисконсульт ________ Б. Б. Мысов\n\nС инструкцией ознакомлен: ________"
    text = DOCUMENT.format(before=before, below="№ 7-Л от 01.02.2020", after=after)
    read = outline(text)

    def at(words: str) -> set[str]:
        return {k.value for k in read.requisites_at(read.block(read.block_at(text.index(words))).span)}

    assert "approval" in at("Волнов")
    assert "title" in at("Должностная")
    assert "registration" in at("№ 7-Л")
    assert set() == at("водит суда")
    assert set() == at("Встречает")
    assert {"agreement"} == at("Мысов")
    assert {"acknowledgement"} == at("ознакомлен")


def test_formal_headings_are_sections_of_their_own(outline: Read) -> None:
    """Visas and acknowledgement after the last section do not belong to it."""
    after = "СОГЛАСОВАНО:\n\nЮрисконсульт ________ Б. Б. Мысов\n\nС инструкцией ознакомлен: ________"
    read = outline(DOCUMENT.format(before="", below="", after=after))

    assert ["general", "duties", "requisites", "acknowledgement"] == [s.role.value for s in read.sections]


def test_a_term_left_blank_is_no_signature(outline: Read) -> None:
    """A line that ends in a blank is a signature only when it names who signs."""
    known = outline(DOCUMENT.format(before="", below="", after="Инструкция действует до ____________"))

    assert "signature" not in kinds(known)


def test_the_legend_of_a_name_in_a_clause_is_no_signature(outline: Read) -> None:
    """«1.4. … обязанности исполняет ____ (Ф.И.О.)» is a clause with a blank, as is a line that asks for a document."""
    clause = outline(DOCUMENT.format(before="", below="", after="2.2. В шторм его вахту несёт ____ (Ф.И.О.)."))
    paper = outline(DOCUMENT.format(before="", below="", after="Составлена по ____ (номер и дата документа)."))
    assert [False, False] == ["signature" in kinds(o) for o in (clause, paper)]


def test_a_regulation_of_public_service_is_titled(outline: Read) -> None:
    """«Должностной регламент» names its position as a «должностная инструкция» does."""
    assert "лоцман" == outline("Должностной регламент лоцмана\n\n1. Общие положения\n\n1.1. Водит суда.\n").position
