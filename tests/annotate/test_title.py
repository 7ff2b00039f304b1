"""Positions are told in the nominative, lower case; what hangs on the head keeps its case."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.linter import Linter
from jdlint.model.reading import Reading

TITLES = {
    "Бухгалтера": "бухгалтер",
    "ГЛАВНОГО БУХГАЛТЕРА": "главный бухгалтер",
    "главному бухгалтеру": "главный бухгалтер",
    "главным бухгалтером": "главный бухгалтер",
    "начальника отдела кадров": "начальник отдела кадров",
    "заместителя директора по учебной работе": "заместитель директора по учебной работе",
    "заведующего складом": "заведующий складом",
    "заведующей детским садом": "заведующая детским садом",
    "управляющему магазином": "управляющий магазином",
    "кока": "кок",
    "уборщицы служебных помещений": "уборщица служебных помещений",
    "медицинской сестры": "медицинская сестра",
    "рабочего по обслуживанию здания": "рабочий по обслуживанию здания",
    "заведующему МБДОУ": "заведующий мбдоу",
    "врача-стоматолога": "врач-стоматолог",
    "продавца-консультанта": "продавец-консультант",
    "инженера-программиста 1 категории": "инженер-программист 1 категории",
    "слесаря-сантехника 4-го разряда": "слесарь-сантехник 4-го разряда",
    "агента коммерческого": "агент коммерческий",
    "менеджера (по продажам)": "менеджер (по продажам)",
    "заведующего складом (кладовщика)": "заведующий складом (кладовщик)",
    "КАПИТАНА ДАЛЬНЕГО ПЛАВАНИЯ (ШКИПЕРА)": "капитан дальнего плавания (шкипер)",
    "«Лоцмана»": "лоцман",
    "бариста": "бариста",
    "портье гостиницы": "портье гостиницы",
    "водителей": "водитель",
    "Специалист по охране труда": "специалист по охране труда",
    "офис-менеджера": "офис-менеджер",
    "IT-директора": "it-директор",
    "кладовщика.": "кладовщик",
    "тракториста\u00ad-машиниста": "тракторист-машинист",
    "": "",
    "12": "12",
}


@pytest.mark.parametrize(("title", "expected"), TITLES.items())
def test_title(linter: Linter, title: str, expected: str) -> None:
    """A title as any document gives it, in its dictionary form."""
    assert expected == linter.annotator.title(title)


PHRASES = {
    "просто": ("datv", "капитану", "капитан", ""),
    "с определением": ("datv", "старшему помощнику", "старший помощник", ""),
    "с зависимыми": ("datv", "начальнику отдела продаж и выходит", "начальник отдела продаж", "и выходит"),
    "с предлогом": ("datv", "специалисту по закупкам рыбы.", "специалист по закупкам рыбы", "."),
    "с названием": ("datv", "директору ООО «Шхуна» лично", "директор ооо «шхуна»", "лично"),
    "с номером": ("gent", "бригады № 5 порта", "бригада № 5 порта", ""),
    "прилагательное": ("datv", "заведующему складом", "заведующий складом", ""),
    "до запятой": ("datv", "капитану, лоцману", "капитан", ", лоцману"),
    "до второго лица": ("datv", "капитану и лоцману", "капитан", "и лоцману"),
    "однородные внутри": ("datv", "мастеру заготовки леса и торфа", "мастер заготовки леса и торфа", ""),
    "до глагола": ("nomn", "боцман судна свистит", "боцман судна", "свистит"),
    "несклоняемое": ("datv", "бариста кофейни", "бариста кофейни", ""),
    "другой падеж": ("datv", "капитаном", None, ""),
    "глагол": ("datv", "свистит", None, ""),
    "незакрытые кавычки": ("datv", "директору «Шхуна лично", "директор", "«Шхуна лично"),
}


@pytest.mark.parametrize(("case", "text", "expected", "rest"), PHRASES.values(), ids=PHRASES)
def test_noun_phrase(read: Callable[[str], Reading], case: str, text: str, expected: str | None, rest: str) -> None:
    """A noun phrase ends where the name ends, and is told in the nominative."""
    document = f"# Памятка порта\n\nОтвечает {text}\n"
    reading = read(document)
    start = next(t.index for t in reading.tokens if t.text == "Отвечает") + 1
    told = reading.noun_phrase(start, case, len(reading.tokens))

    assert expected == (told[1] if told else None)
    if told:
        following = reading.tokens[told[0] :]
        assert rest == (document[following[0].span.start :].strip() if following else "")


def test_noun_phrase_goes_no_further_than_asked(read: Callable[[str], Reading]) -> None:
    """The end of the sentence that the caller knows is not passed."""
    reading = read("# Памятка порта\n\nОтвечает начальнику отдела продаж\n")
    start = next(t.index for t in reading.tokens if t.text == "начальнику")

    assert (start + 2, "начальник отдела") == reading.noun_phrase(start, "datv", start + 2)
    assert reading.noun_phrase(start, "datv", start) is None
