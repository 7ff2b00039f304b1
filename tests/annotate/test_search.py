"""A phrase of the rulebook finds what its notation says, in any form of the words, within one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdlint.model.reading import Match, Reading
from jdlint.model.span import Span
from jdlint.rulebook.phrase import parse_phrase

HEAD = "# Памятка порта\n\n"
Read = Callable[[str], Reading]


def matches(reading: Reading, phrase: str) -> list[Match]:
    """All matches of the phrase in the text."""
    return list(reading.search(parse_phrase(phrase), [reading.outline.span]))


def quotes(read: Read, phrase: str, text: str) -> list[str]:
    """The words of all matches."""
    reading = read(HEAD + text + "\n")
    return [m.span.of(reading.outline.document.text) for m in matches(reading, phrase)]


PHRASES = {
    "любая форма": ("красить борт", "Красил борта и красит борт.", ["Красил борта", "красит борт"]),
    "прописные и ё": ("нести берёза", "НЕСЕТ БЕРЕЗУ, несёт берёзу", ["НЕСЕТ БЕРЕЗУ", "несёт берёзу"]),
    "эта форма": ("=борта", "Борта и борт", ["Борта"]),
    "варианты": ("(красить | мыть) борт", "Красит борт, моет борт, чинит борт", ["Красит борт", "моет борт"]),
    "вложенные варианты": ("(а | б (в | г)) якорь", "а якорь, б г якорь, в якорь", ["а якорь", "б г якорь"]),
    "вариант из двух слов": (
        "(в любое время | всегда) свистеть",
        "Всегда свистит, в любое время свистит",
        ["Всегда свистит", "в любое время свистит"],
    ),
    "необязательное слово": (
        "красить ?свой борт",
        "Красит борт, красит свой борт",
        ["Красит борт", "красит свой борт"],
    ),
    "необязательная группа": (
        "красить ?(старый | новый) борт",
        "красит новый борт и красит борт",
        ["красит новый борт", "красит борт"],
    ),
    "число": ("старше # год", "старше 35 лет и старше двух лет, старше лет", ["старше 35 лет", "старше двух лет"]),
    "число буквально": ("не моложе 18 год", "не моложе 18 лет, не моложе 19 лет", ["не моложе 18 лет"]),
    "до трёх слов": (
        "красить ... борт",
        "красит весь старый левый борт; красит борт; красит весь этот старый левый борт",
        ["красит весь старый левый борт", "красит борт"],
    ),
    "знак": ("обязан :", "Обязан: свистеть", ["Обязан:"]),
    "знак в кавычках": ("капитан '(' лоцман", "Капитан (лоцман) спит", ["Капитан (лоцман"]),
    "сокращение": ("ст. #", "По ст. 5 и по статье 6", ["ст. 5"]),
    "дефис": ("врач-стоматолог", "врача-стоматолога зовут", ["врача-стоматолога"]),
    "мягкий перенос": ("красить борт", "кра\u00adсит борт", ["кра\u00adсит борт"]),
    "чужие буквы": ("красить борт", "кpacит бopт", ["кpacит бopт"]),
    "через предложение": ("красить борт", "Красит. Борт сохнет.", []),
    "через абзац": ("красить борт", "красит\n\nборт", []),
    "длиннее из двух": ("красить ?левый борт", "красит левый борт", ["красит левый борт"]),
    "омонимы": ("год", "Пять лет спустя, летом и в год", ["лет", "год"]),
    "нет таких": ("якорь", "Красит борт", []),
    "неизвестное слово": ("ылвоарп", "Видит ылвоарп", ["ылвоарп"]),
}


@pytest.mark.parametrize(("phrase", "text", "expected"), PHRASES.values(), ids=PHRASES)
def test_phrase(read: Read, phrase: str, text: str, expected: list[str]) -> None:
    """What a phrase finds, and nothing else."""
    assert expected == quotes(read, phrase, text)


SLOTS = {
    "дательный": (
        "подчиняться <dat:chief>",
        "Подчиняется старшему помощнику капитана.",
        [{"chief": "старший помощник капитана"}],
    ),
    "без имени": ("подчиняться <dat>", "Подчиняется капитану.", [{"dat": "капитан"}]),
    "родительный": ("вместо <gen:whom> свистеть", "Вместо старого боцмана свистит.", [{"whom": "старый боцман"}]),
    "творительный": ("руководить <ins:whom>", "Руководит палубной командой.", [{"whom": "палубная команда"}]),
    "винительный": ("замещать <acc:whom>", "Замещает главного механика.", [{"whom": "главный механик"}]),
    "предложный": ("служить на <prep:where>", "Служит на старом бриге.", [{"where": "старый бриг"}]),
    "именительный": ("<nom:who> свистеть", "Боцман свистит.", [{"who": "боцман"}]),
    "два слота": (
        "<nom:who> подчиняться <dat:chief>",
        "Боцман подчиняется капитану.",
        [{"who": "боцман", "chief": "капитан"}],
    ),
    "другой падеж": ("подчиняться <dat:chief>", "Подчиняется ежедневно.", []),
    "слова после слота": (
        "подчиняться <dat:chief> лично",
        "Подчиняется капитану лично, подчиняется лоцману.",
        [{"chief": "капитан"}],
    ),
    "слова до слота не те": ("подчиняться <dat:chief>", "Свистит капитану.", []),
}


@pytest.mark.parametrize(("phrase", "text", "expected"), SLOTS.values(), ids=SLOTS)
def test_slots(read: Read, phrase: str, text: str, expected: list[dict[str, str]]) -> None:
    """A slot takes the whole noun phrase in its case and tells it in the nominative."""
    reading = read(HEAD + text + "\n")

    assert expected == [dict(m.values) for m in matches(reading, phrase)]


def test_only_within_the_places_asked_for(read: Read) -> None:
    """A match outside of the spans, or across their edge, does not count."""
    text = HEAD + "Красит борт. Красит борт.\n"
    reading = read(text)
    second = text.rindex("Красит")
    pattern = parse_phrase("красить борт")

    assert [second] == [m.span.start for m in reading.search(pattern, [Span(second, len(text))])]
    assert [] == list(reading.search(pattern, [Span(second + 2, len(text))]))
    assert [] == list(reading.search(pattern, []))


def test_token_patterns(read: Read) -> None:
    """A spaCy pattern sees lemma, part of speech, case and number."""
    text = HEAD + "Капитан видит борт. Красит борта.\n"
    reading = read(text)
    lemma = reading.search.tokens_matching("lemma", [[{"LEMMA": "борт"}]])
    oblique = reading.search.tokens_matching("morph", [[{"POS": "NOUN", "MORPH": {"REGEX": "Number=Plur"}}]])

    assert ["борт", "борта"] == [m.span.of(text) for m in lemma]
    assert "Капитан" not in [m.span.of(text) for m in oblique]
    assert lemma == reading.search.tokens_matching("lemma", [[{"LEMMA": "борт"}]])


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(("борт", "трап", "якорь")), min_size=1, max_size=4), st.text("бтя", max_size=20))
def test_words_alone_are_found_as_a_matcher_finds_them(read: Read, phrase: list[str], letters: str) -> None:
    """Of places that overlap the first: so spaCy says, and so words are compared without it."""
    spelled = {"б": "борт", "т": "трап", "я": "якорь"}
    reading = read(HEAD + "Вот " + " ".join(spelled[letter] for letter in letters) + "\n")
    pattern = [{"NORM": {"IN": [word]}} for word in phrase]
    expected = reading.search.tokens_matching(" ".join(phrase), [pattern])

    assert [m.span for m in matches(reading, " ".join(f"={word}" for word in phrase))] == [m.span for m in expected]
