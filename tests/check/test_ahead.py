"""What a reader of a duty sees coming behind a word, marked here by `>`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.check.ahead import Ahead
from jdlint.check.words import Words, verb_keys
from jdlint.linter import Linter

From = Callable[[str], tuple[Ahead, int]]


@pytest.fixture(scope="module")
def at(linter: Linter, words: Words) -> From:
    """The words of a duty and the number of the marked one."""

    def look(text: str) -> tuple[Ahead, int]:
        tokens = linter.annotator.tokens(text.replace(">", ""))
        start = text.index(">")
        return Ahead(tokens, words), next(i for i, token in enumerate(tokens) if token.span.start == start)

    return look


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["ремонт", "насоса"], ">Проводит большой ремонт ржавого насоса"),
        (["насоса"], "Проводит >ремонт насоса"),
        ([], "Проводит ремонт >насоса"),
        (["вахты"], ">Стоит у них три долгие вахты"),
        (["лодки"], ">Красит лодки, борта"),
        (["лодки"], ">Красит лодки и борта"),
        ([], ">Красит сам и лодки"),
        (["лодки"], ">Красит заново зелёные лодки"),
        (["якорь"], ">Чинит очень старый ржавый синий тяжёлый якорь"),
        (["якорь"], ">Чинит очень очень старый ржавый синий тяжёлый якорь"),
        ([], ">Чинит очень очень очень старый ржавый синий тяжёлый якорь"),
    ],
)
def test_nouns(at: From, expected: list[str], text: str) -> None:
    """Nouns with their adjectives, adverbs, numbers and prepositions, no further than seven words."""
    ahead, index = at(text)
    found = list(ahead.nouns(index))

    assert expected == [token.text for _, token in found]
    assert [ahead.tokens[number] for number, _ in found] == [token for _, token in found]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("консультировать", ">Оказывает консультационную помощь"),
        ("консультировать", ">Оказывает срочную консультационную платную помощь"),
        ("ремонтировать", ">Ведёт ремонтную консультационную деятельность"),
        ("", ">Оказывает срочную помощь"),
        ("", ">Оказывает консультационный приём"),
        ("", "Консультационный >центр оказывает помощь"),
    ],
)
def test_action_told_by_an_adjective(at: From, words: Words, expected: str, text: str) -> None:
    """The first adjective that tells an action, before a noun that tells none."""
    ahead, index = at(text)
    told = ahead.told_between(index, len(ahead.tokens) - 1)

    assert told == (verb_keys(expected, words.families) if expected else frozenset())


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, ">Оказывает жильцам консультации"),
        (True, ">Оказывает новым жильцам и соседям бесплатные консультации"),
        (True, ">Оказывает жильцам, соседям консультации"),
        (False, ">Оказывает консультации жильцам"),
        (False, ">Оказывает консультации"),
        (False, ">Выдаёт жильцам ключи"),
        (False, ">Оказывает жильцам"),
        (False, ">Оказывает жильцам на берегу консультации"),
        (False, ">Оказывает им консультации"),
        (False, ">Оказывает жильцам; консультации"),
        (True, ">Оказывает всем очень пожилым больным одиноким жильцам консультации"),
        (False, ">Оказывает всем очень очень пожилым больным одиноким жильцам консультации"),
    ],
)
def test_gives(at: From, text: str, *, expected: bool) -> None:
    """Those whom an action is done for stand before it, among nothing but their own words."""
    ahead, index = at(text)

    assert expected is ahead.gives(index)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "Помогает >жильцам"),
        (False, "Подходит к >консультациям"),
        (False, "Красит >двери"),
        (False, "Красит двери >дома"),
        (False, "Приступает к >осмотру"),
    ],
)
def test_receiver(at: From, text: str, *, expected: bool) -> None:
    """A noun that can be nothing but in the dative, and no action."""
    ahead, index = at(text)

    assert expected is ahead.is_receiver(ahead.tokens[index].word)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "Выполняет >работу по подбору кадров"),
        (True, "Ведёт >меры к строительству дома"),
        (True, "Ведёт >работы для строительства дома"),
        (True, "Выполняет >работу по срочному подбору кадров"),
        (False, "Выполняет >работу из подбора"),
        (False, "Выполняет >работу подбора"),
        (False, "Выполняет >работу по складу"),
        (False, "Выполняет >работу"),
        (False, "Выполняет >работу кадров по подбору"),
        (False, "Отчёт по >работам подбора кадров"),
    ],
)
def test_action_that_a_carrier_names(at: From, text: str, *, expected: bool) -> None:
    """«Работу по подбору»: the next noun is an action behind a preposition of aim."""
    ahead, index = at(text)

    assert expected is ahead.names_action(index)


@pytest.mark.parametrize(
    ("part", "verb", "text"),
    [
        (True, True, "Моет полы, >двери протирает"),
        (True, True, "Моет полы, старые >двери протирает"),
        (True, True, "Моет полы и старые забытые >двери склада протирает"),
        (True, True, "Моет полы/>двери протирает"),
        (True, True, "Моет полы, >двери начинает протирать"),
        (False, False, "Моет полы, >двери"),
        (False, True, "Моет полы, >дверями хлопает"),
        (False, True, "Моет полы на >дверях протирает"),
        (False, True, "Моет полы >двери протирает"),
        (True, True, ", >двери протирает"),
        (False, True, ">Двери протирает"),
        (False, True, ">Двери протирает,"),
        (False, True, "Старые >двери протирает"),
        (False, True, "Моет полы, >двери и окна протирает"),
        (False, False, "Моет полы, >двери, протирает"),
        (False, False, "Моет полы, >двери: протирает"),
        (False, False, "Моет полы, >двери — протирает"),
        (False, False, "Моет полы, >двери (протирает"),
        (False, False, "Моет полы, >двери) протирает"),
    ],
)
def test_a_part_with_a_verb_of_its_own(at: From, text: str, *, part: bool, verb: bool) -> None:
    """A joined noun in the accusative with a verb behind it, before any mark and any joining word."""
    ahead, index = at(text)

    assert (part, verb) == (ahead.comes_before_its_verb(index), ahead.is_verb_after(index))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (True, "Моет полы, >старые двери протирает"),
        (False, "Моет полы, >старые двери"),
        (False, "Моет полы, >старые протирает"),
        (False, "Моет полы, >старые и двери протирает"),
    ],
)
def test_an_attribute_of_such_a_noun(at: From, text: str, *, expected: bool) -> None:
    """An adjective opens that part with its noun."""
    ahead, index = at(text)

    assert expected is ahead.opens_a_part(index)
