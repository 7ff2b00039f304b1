"""Which roots a verb and a noun may have: endings taken off, sounds that Russian changes before them changed back."""

from __future__ import annotations

import pytest

from jdlint.check.root import is_verbal, roots


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("купить", "куп"),
        ("сеять", "се"),
        ("тянуть", "тян"),
        ("колоть", "кол"),
        ("завоевать", "заво"),
        ("продавать", "прод"),
        ("планировать", "план"),
        ("кланяться", "клан"),
        ("купилась", ""),
        ("протокол", ""),
        ("сдать", "сд"),
        ("жать", ""),
    ],
)
def test_the_ending_of_a_verb_is_taken_off(verb: str, expected: str) -> None:
    """The longest ending that there is; what has none is no verb, and what leaves one letter has no root."""
    assert set(expected.split()) == roots(verb, verb=True)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("оплата", "оплат"),
        ("монтаж", "монт"),
        ("ремонт", "ремонт"),
        ("развитие", "разви"),
        ("покрытие", "покр"),
        ("планирование", "план"),
        ("завоевание", "заво"),
        ("сеяние", "се"),
        ("планировка", "план"),
        ("проверка", "провер"),
        ("сдача", "сд"),
        ("строительство", "строитель"),
        ("мойка", "мой мо"),
        ("лось", "лос лот лод"),
        ("яя", ""),
    ],
)
def test_the_ending_of_a_noun_is_taken_off(noun: str, expected: str) -> None:
    """A noun may have no ending at all; what looks like the «сь» of a verb is part of it."""
    assert set(expected.split()) == roots(noun, verb=False)


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("бежать", "беж бег бед без"),
        ("возбуждать", "возбужд возбуд"),
        ("очищать", "очищ очит очист очиск"),
        ("лечить", "леч лек лет"),
        ("мерцать", "мерц мерк"),
        ("украшать", "украш украс украх"),
        ("красить", "крас крат крад"),
        ("удивлять", "удивл удив"),
        ("ослаблять", "ослабл ослаб"),
        ("укреплять", "укрепл укреп"),
        ("кормлять", "кормл корм"),
    ],
)
def test_consonants_that_change_before_the_ending(lemma: str, expected: str) -> None:
    """Of each sound every one that it may come of."""
    assert set(expected.split()) == roots(lemma, verb=True)


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("осматривать", "осматр осмотр"),
        ("устраивать", "устра устро"),
        ("закалывать", "закал закол"),
        ("крикивать", "крик"),
        ("выводить", "вывод"),
        ("перевести", "перевед перевес перевет перевод"),
        ("принести", "принес принед принет принос"),
        ("вывезти", "вывез вывоз"),
        ("предлагать", "предлаг предлож"),
        ("собирать", "собир собор"),
        ("отобереть", "отобер отобор"),
    ],
)
def test_vowels_that_change_in_the_root(lemma: str, expected: str) -> None:
    """«а» of the imperfective for «о», the last one; and the vowels of a few roots."""
    assert set(expected.split()) == roots(lemma, verb=True)


@pytest.mark.parametrize(
    ("lemma", "verb", "expected"),
    [
        ("сформировать", True, "сформ форм"),
        ("проконсультировать", True, "проконсульт консульт"),
        ("затонировать", True, "затон"),
        ("сформовать", True, "сформ"),
        ("сформирование", False, "сформ"),
        ("модернизировать", True, "модерн модерниз"),
        ("запатентизировать", True, "запатент запатентиз патент патентиз"),
        ("модернизация", False, "модерн модерниз"),
        ("навигация", False, "навиг"),
        ("установка", False, "устан установ"),
    ],
)
def test_borrowed_words(lemma: str, expected: str, *, verb: bool) -> None:
    """A borrowed verb means the same with a prefix; «из» and «ов» may belong to the root."""
    assert set(expected.split()) == roots(lemma, verb=verb)


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("регистрировать", "регистрация"),
        ("разместить", "размещение"),
        ("обрабатывать", "обработка"),
        ("провести", "проведение"),
        ("согласовывать", "согласование"),
        ("настраивать", "настройка"),
        ("оплачивать", "оплата"),
        ("инвентаризировать", "инвентаризация"),
        ("осматривать", "осмотр"),
    ],
)
def test_verb_and_its_noun_share_a_root(verb: str, noun: str) -> None:
    """The relation of a verb to its noun is derived, not listed."""
    assert roots(verb, verb=True) & roots(noun, verb=False)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("консультирование", True), ("регистрация", True), ("подписывание", True), ("заявление", False), ("ация", True)],
)
def test_nouns_of_action_alone(noun: str, *, expected: bool) -> None:
    """Some endings name nothing but an action."""
    assert expected == is_verbal(noun)
