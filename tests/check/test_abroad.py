"""Law of other countries: what a document applies, and what it only knows of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.check.abroad import foreign
from jdlint.linter import Linter
from jdlint.model.reading import Reading

Told = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def told(read: Callable[[str], Reading], linter: Linter) -> Told:
    """What is found in these clauses, in order: the words and the country."""

    def look(*lines: str) -> list[tuple[str, str]]:
        clauses = "\n\n".join(f"1.{number}. {line}" for number, line in enumerate(lines, 1))
        reading = read(f"# Должностная инструкция боцмана\n\n## 1. Общие положения\n\n{clauses}")
        hits = foreign(reading, linter.rulebook.register["foreign"])
        assert list(hits) == sorted(hits)
        assert [hit.span for hit in hits.values()] == list(hits)
        assert {"high"} >= {hit.values["confidence"] for hit in hits.values()}
        words = [span.of(reading.outline.document.text) for span in hits]
        return [(word, str(hit.values["country"])) for word, hit in zip(words, hits.values(), strict=True)]

    return look


BY, KZ, UA = "Республика Беларусь", "Республика Казахстан", "Украина"
MINSK, UFA, KAZAN = "Судно ходит в Минск.", "Судно ходит в Уфу.", "Судно ходит в Казань."

CITED = {
    "кодекс государства": ("Отвечает по Трудовому кодексу Республики Беларусь.", "", BY),
    "кодекс без повода": ("Читает Гражданский кодекс Республики Беларусь.", "", ""),
    "кодекс, которому следуют": ("Подчиняется Гражданскому кодексу Республики Беларусь.", "", BY),
    "кодекс, который знают": ("Знает Гражданский кодекс Республики Беларусь и подчиняется ему.", "", ""),
    "трудовой кодекс знают": ("Знает Трудовой кодекс Республики Беларусь.", "", BY),
    "закон о труде": ("Читает Закон Республики Казахстан «Об охране труда».", "", KZ),
    "закон не о труде": ("Читает Закон Республики Казахстан «О кораблях».", "", ""),
    "ТК РБ с повинностью": ("Соблюдает ТК РБ.", "", BY),
    "ТК РБ без повода": ("Читает ТК РБ.", "", ""),
    "ТК РБ со статьёй": ("Читает ст. 5 ТК РБ.", "", BY),
    "ТК РБ в Минске": ("Читает ТК РБ.", MINSK, BY),
    "ТК РБ в Уфе": ("Соблюдает ТК РБ.", UFA, ""),
    "ТК РБ в Казани": ("Соблюдает ТК РБ.", KAZAN, BY),
    "ТК РК": ("Соблюдает ТК РК.", "", KZ),
    "ТК РК в Карелии": ("Соблюдает ТК РК.", "Судно ходит в Карелию.", ""),
    "ТК РК в Карелии и Алматы": ("Соблюдает ТК РК.", "Судно ходит в Карелию и в Алматы.", KZ),
    "ГК РБ": ("Соблюдает ГК РБ.", "", ""),
    "ГК РБ в Минске": ("Соблюдает ГК РБ.", MINSK, BY),
    "ГК РБ в Минске без повода": ("Читает ГК РБ.", MINSK, ""),
    "ГК РБ со статьёй": ("Соблюдает ст. 5 ГК РБ.", "", ""),
    "КЗоТ": ("Соблюдает КЗоТ.", "", ""),
    "КЗоТ на Украине": ("Соблюдает КЗоТ.", "Судно ходит на Украину.", UA),
    "КЗоТ РФ": ("Соблюдает КЗоТ РФ.", "Судно ходит на Украину.", ""),
    "наш кодекс": ("Соблюдает ст. 5 ТК РФ.", MINSK, ""),
}


@pytest.mark.parametrize(("line", "more", "country"), CITED.values(), ids=CITED)
def test_citations(told: Told, line: str, more: str, country: str) -> None:
    """Labour law counts, other law when the document submits to it; an abbreviation when it shows the state."""
    assert ([country] if country else []) == [where for _, where in told(line, *([more] if more else []))]


TERMS = {
    "слово": (["Нанимает наниматель."], [("наниматель", BY)]),
    "слово однажды": (["Наниматель платит.", "Нанимателя уважает."], [("Наниматель", BY)]),
    "внутри слова": (["Поднаниматель платит."], []),
    "слово по-русски": (["Наниматель квартиры платит."], []),
    "слово по-русски и нет": (["Наниматель квартиры платит.", "Наниматель велит."], [("Наниматель", BY)]),
    "слово с опорой": (["Разряд по ЕКСД.", MINSK], [("ЕКСД", BY)]),
    "слово без опоры": (["Разряд по ЕКСД."], []),
    "подчинение": (["Действует на основании законодательства Украины."], [("законодательства Украины", UA)]),
    "подчинение каждый раз": (
        ["Соблюдает законодательство Украины.", "Отвечает в пределах законодательства Украины."],
        [("законодательство Украины", UA), ("законодательства Украины", UA)],
    ),
    "подчинение и знание": (["Знает и соблюдает законодательство Украины."], []),
    "без подчинения": (["Читает законодательство Украины."], []),
    "сокращение": (["Соблюдает законодательство РБ."], []),
    "сокращение с опорой": (["Соблюдает законодательство РБ.", MINSK], [("законодательство РБ", BY)]),
    "сначала без подчинения": (
        ["Читает законодательство Украины.", "Соблюдает законодательство Украины."],
        [("законодательство Украины", UA)],
    ),
    "слово без опоры и с нею": (["Разряд по ЕКСД.", "Соблюдает НПАОП."], [("НПАОП", UA)]),
    "повод ниже": (["Наниматель платит.", "Квартира чиста."], [("Наниматель", BY)]),
    "повод выше": (["Квартира чиста.", "Наниматель платит."], [("Наниматель", BY)]),
    "повод в конце": (["Судно чисто.", "Наниматель платит за квартиру."], []),
    "перечень статей": (["Соблюдает ст. 5, 6 и 7 ТК РБ."], [("ст. 5", BY)]),
    "два слова": (["Наниматель платит.", "Соблюдает НПАОП."], [("Наниматель", BY), ("НПАОП", UA)]),
    "по порядку": (["Соблюдает НПАОП.", "Наниматель платит."], [("НПАОП", UA), ("Наниматель", BY)]),
    "не внутри ссылки": (
        ["Соблюдает Трудовой кодекс Украины и законодательство Украины."],
        [("Трудовой кодекс Украины", UA), ("законодательство Украины", UA)],
    ),
}


@pytest.mark.parametrize(("lines", "expected"), TERMS.values(), ids=TERMS)
def test_terms(told: Told, lines: list[str], expected: list[tuple[str, str]]) -> None:
    """A term counts once, and a submission to foreign legislation each time, unless its paragraph excuses it."""
    assert expected == told(*lines)


def test_a_term_of_signs_alone(read: Callable[[str], Reading]) -> None:
    """A term in which no word is certain is looked for everywhere."""
    states = {"BY": {"ru": BY, "evidence": "минск"}}
    lexicon = {"states": states, "terms": [{"state": "BY", "pattern": r"\d{9}(?!\d)"}]}
    hits = foreign(read("# Должностная инструкция боцмана\n\nПлатит на 123456789.\n"), lexicon)

    assert [("123456789", BY)] == [(hit.values["found"], hit.values["country"]) for hit in hits.values()]


def test_nothing_is_foreign_without_a_lexicon(read: Callable[[str], Reading]) -> None:
    """A register that knows no states finds nothing."""
    assert {} == foreign(read("# Должностная инструкция боцмана\n\nНаниматель платит.\n"), {})
