"""How many words two duties share when they are one: exactly, at both sides of every limit."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.check.likeness import (
    Pairing,
    derived,
    is_centred,
    is_same,
    may_end_otherwise,
    nearness,
    paired,
)
from jdlint.check.meaning import Meaning, Predication, Unit
from jdlint.check.words import Words, same_word

Meant = Callable[..., Meaning]
Near = Callable[[str, str], int]


@pytest.fixture(scope="module")
def near(words: Words, meant: Meant) -> Near:
    """The words that two duties share, whichever stands first."""

    def shared(first: str, second: str) -> int:
        one, other = meant(first), meant(second)
        found = nearness(one, other, words)
        assert found == nearness(other, one, words)
        return found

    return shared


def unit(lemma: str, pos: str = "NOUN", preposition: str = "") -> Unit:
    """A word."""
    return Unit(frozenset({f"l:{lemma}"}), pos, preposition=preposition)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Моет лодки", "Мыть лодку", True),
        ("Моет лодки", "Мытьё лодок", True),
        ("Моет лодки и вёсла", "Моет вёсла и лодки", True),
        ("Моет лодки", "Моет вёсла", False),
        ("Моет лодки", "Красит лодки", False),
        ("Моет лодки", "Моет лодки порта", False),
        ("Моет чистку", "Чистит мытьё", False),
        ("Заполняет заявки", "Заполняет заявления", False),
        ("Осуществляет проверку лодок", "Осуществлять проверку лодок", True),
        ("Осуществляет проверку лодок", "Проверяет лодки", False),
        ("Выдаёт 2 лодки", "Выдать 2 лодки", True),
        ("Выдаёт 2 лодки", "Выдаёт 3 лодки", False),
        ("Выдаёт 2 лодки", "Выдаёт лодки", False),
        ("Не курит в порту", "Не курить в порту", True),
        ("Не курит в порту", "Курит в порту", False),
        ("Носит ключи из порта", "Носит ключи в порт", False),
        ("Носит ключи со склада", "Носит ключи с склада", True),
        ("Носит ключи ко складу", "Носит ключи к складу", True),
        ("Носит ключи во двор", "Носит ключи в двор", True),
        ("Говорит об отпуске", "Говорит о отпуске", True),
        ("Говорит обо сне", "Говорит о сне", True),
        ("Едет изо порта", "Едет из порта", True),
        ("Едет ото порта", "Едет от порта", True),
        ("Едет ото порта", "Едет из порта", False),
        ("Контроль за лодками", "Контроль лодок", True),
        ("Содействует ремонту лодок", "Содействие в ремонте лодок", True),
        ("Передаёт ключи мастера шкиперу", "Передаёт ключи шкипера мастеру", False),
        ("Передаёт мастеру ключи шкипера", "Передаёт ключи шкипера мастеру", True),
        ("Чистит насос фильтра", "Чистит фильтр насоса", False),
        ("Чинит лодки, красит вёсла", "Красит вёсла, чинит лодки", True),
    ],
)
def test_the_same_words(meant: Meant, first: str, second: str, *, expected: bool) -> None:
    """Forms, order and nouns for verbs change nothing; numbers, denials, opposite prepositions and places do."""
    assert expected == is_same(meant(first), meant(second))
    assert expected == is_same(meant(second), meant(first))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # two words are enough alone, three beside something else
        ("Чинит шлюпки", "Ремонтирует шлюпки", 2),
        ("Чинит шлюпки порта", "Ремонтирует шлюпки", 0),
        ("Чинит шлюпки порта", "Ремонтирует шлюпки порта", 3),
        ("Чинит шлюпки порта мастера", "Ремонтирует шлюпки порта", 3),
        ("Моет лодки", "Моет вёсла", 0),
        ("Моет лодки", "Красит лодки", 0),
        ("Моет старые лодки", "Моет лодки", 0),
        ("Моет лодки своевременно", "Моет лодки", 2),
        ("Дежурит на причале", "Несёт дежурство на причале", 2),
        ("Дежурит и курит на причале", "Дежурит на причале", 0),
        ("Дежурит на причале", "Дежурит на причале порта", 0),
        ("Чинит и моет шлюпки", "Ремонтирует шлюпки", 2),
        ("Чинит и моет шлюпки", "Ремонтирует и красит шлюпки", 0),
        ("Контролирует сроки лодок", "Контроль за сроками лодок порта", 3),
        ("Моет утром", "Мыть утром", 2),
        ("Курит", "Курит", 0),
        ("Чинит лодки", "Осматривает лодки", 0),
        ("Контролирует и сверяет сроки", "Контроль за сроками", 0),
        ("Контролирует и сверяет сроки", "Контроль сроков", 2),
        # three of ten
        ("Моет лодки мастера", "Моет старые белые лодки мастера порта щёткой, водой, маслом, тряпкой", 3),
        ("Моет лодки мастера", "Моет старые белые лодки мастера порта щёткой, водой, маслом, тряпкой, мылом", 0),
        ("Моет лодки мастера", "Моет, сушит, красит и чинит лодки мастера порта щёткой, водой, маслом", 3),
        ("Моет лодки мастера", "Моет, сушит, красит и чинит лодки мастера порта щёткой, водой, маслом, мылом", 0),
        # something else on either side
        ("Моет лодки порта утром", "Моет лодки порта вечером", 0),
        ("Моет старые лодки порта", "Моет новые лодки порта", 0),
        ("Составляет график отпусков", "Составляет график дежурств", 0),
        # numbers, denials
        ("Выдаёт 5 лодок", "Выдаёт 5 лодок порта", 3),
        ("Выдаёт 5 лодок", "Выдаёт лодки", 2),
        ("Выдаёт 5 лодок", "Выдаёт 6 лодок", 0),
        ("Не моет лодки", "Моет лодки", 0),
        # who sees to it
        ("Обеспечивает ремонт лодок", "Ремонтирует лодки", 2),
        ("Обеспечивает ремонт лодок", "Обеспечивает починку лодок", 3),
        ("Обеспечивает ремонт лодок", "Организует ремонт лодок", 3),
        ("Организует ремонт лодок порта", "Ремонтирует лодки порта", 0),
        ("Обеспечивает соблюдение правил порта", "Соблюдает правила порта", 0),
        ("Обеспечивает соблюдение правил порта", "Обеспечивать соблюдение правил", 3),
        # places and roles
        ("Работает с лодками до смены", "Работает с лодками после смены", 0),
        ("Носит ключи из порта мастера", "Носит ключи в порт мастера", 0),
        ("Передаёт ключи мастера шкиперу", "Передаёт ключи шкипера мастеру", 0),
        ("Моет насос фильтра порта", "Моет фильтр насоса порта", 0),
        # what a pronoun stands for
        ("Принимает заявки и передаёт их мастеру порта", "Принимает заявки, передаёт заявки мастеру порта", 6),
        # adjectives made of nouns
        ("Моет лабораторный стол", "Моет стол лаборатории", 3),
        ("Чинит послерейсовый насос", "Чинит насос после рейса", 3),
        ("Моет портовые лодки", "Моет лодки порта", 0),
    ],
)
def test_nearness(near: Near, first: str, second: str, expected: int) -> None:
    """The words that two duties of one predication share, or nothing, whichever stands first."""
    assert expected == near(first, second)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Чинит лодки", "Чинит лодки, красит вёсла", 2),
        ("Чинит лодки, красит вёсла", "Чинит лодки, сушит вёсла", 0),
        ("Чинит лодки, красит вёсла", "Красит вёсла, чинит лодки", 4),
        ("Чинит лодки в порту, красит вёсла", "Чинит лодки, красит вёсла", 4),
        ("Чинит лодки порта, красит вёсла, дежурит", "Чинит лодки, красит вёсла", 4),
        ("Чинит лодки в порту, красит вёсла", "Чинит лодки на складе, красит вёсла", 0),
        ("Дежурит в порту утром, красит вёсла склада", "Дежурит в порту, красит вёсла", 0),
    ],
)
def test_several_predications(near: Near, first: str, second: str, expected: int) -> None:
    """Each of the shorter duty is met in the longer; beside one that surely is, two shared words do."""
    assert expected == near(first, second)


@pytest.mark.parametrize(
    ("shared", "one", "other", "expected"),
    [
        ("Приём и регистрация заявок и жалоб", "жильцов", "собственников", 4),
        ("Приём и регистрация заявок", "жильцов", "собственников", 0),
        ("Приём, выдача и регистрация заявок", "жильцов", "собственников", 4),
        ("Приём заявок, жалоб, писем и книг", "жильцов", "собственников", 0),
        ("Приём и регистрация заявок и жалоб", "жильцов дома", "собственников гаража", 4),
        ("Приём и регистрация заявок и жалоб", "жильцов дома", "собственников гаража порта", 0),
        ("Приём и регистрация заявок и жалоб", "и писем", "и счетов", 0),
        ("Приём и регистрация заявок и жалоб", "старых", "жильцов", 4),
        ("Приём и регистрация заявок и жалоб", "", "жильцов", 4),
    ],
)
def test_a_long_list_said_twice(near: Near, shared: str, one: str, other: str, expected: int) -> None:
    """Two actions and four words of a list outweigh other ends of at most as many words, if they are no more of it."""
    assert expected == near(f"{shared} {one}", f"{shared} {other}")


def test_a_list_with_one_more_action_is_another(near: Near) -> None:
    """Different ends are not outweighed where the actions differ as well."""
    more = "Приём, проверка и регистрация заявок и жалоб жильцов"

    assert 0 == near(more, "Приём и регистрация заявок и жалоб собственников")


def test_units_are_paired_one_to_one() -> None:
    """Of several that are equal the same word is meant, then the one behind the same preposition, then the first."""
    key, other = unit("ключ"), unit("отмычка")
    behind, plain = unit("ключ", preposition="от"), unit("ключ")
    everything = lambda x, y: x.keys != frozenset({"l:пила"})  # noqa: E731 shorter than a function

    assert Pairing(((key, plain),), (), (behind,)) == paired([key], [behind, plain], everything)
    assert Pairing(((key, behind),), (), (other,)) == paired([key], [other, behind], everything)
    assert Pairing(((behind, behind), (key, plain)), (), ()) == paired([behind, key], [plain, behind], everything)
    assert Pairing(((other, key),), (key,), ()) == paired([other, key], [key], everything)
    assert Pairing((), (unit("пила"),), (key,)) == paired([unit("пила")], [key], everything)
    assert same_word(key.keys, behind.keys)


@pytest.mark.parametrize(
    ("adjective", "noun", "preposition", "expected"),
    [
        ("лабораторный", "лаборатория", "", True),
        ("портовой", "порт", "", False),
        ("складской", "склад", "", True),
        ("заводской", "завод", "", True),
        ("цеховой", "цех", "", False),
        ("банковский", "банка", "", False),
        ("плановый", "планы", "", False),
        ("семейственный", "семейство", "", True),
        ("документационный", "документация", "", True),
        ("технический", "техника", "", False),
        ("географический", "география", "", True),
        ("предрейсовый", "рейс", "перед", True),
        ("предрейсовый", "рейс", "до", True),
        ("послерейсовый", "рейс", "после", True),
        ("межцеховой", "цех", "между", True),
        ("предрейсовый", "рейс", "на", False),
        ("рейсовый", "рейс", "перед", False),
        ("ответственный", "ответственность", "", True),
        ("опасный", "опасность", "", False),
    ],
)
def test_adjectives_made_of_nouns(adjective: str, noun: str, preposition: str, *, expected: bool) -> None:
    """By the stem they share, five letters at least, with what the preposition has become."""
    assert expected == derived(unit(adjective, "ADJF"), unit(noun, "NOUN", preposition))


def test_only_an_adjective_is_derived_and_only_of_a_noun() -> None:
    """Two nouns, or a noun of an adjective, are none; a shorter stem may be asked for."""
    adjective, noun = unit("лабораторный", "ADJF"), unit("лаборатория")

    assert not derived(noun, adjective)
    assert not derived(unit("лабораторный"), noun)
    assert not derived(adjective, unit("лаборатория", "VERB"))
    assert not derived(unit("рейсовый", "ADJF"), unit("рейс"))
    assert derived(unit("рейсовый", "ADJF"), unit("рейс"), 4)


def test_what_is_shared_holds_a_head_of_each() -> None:
    """As far as they have heads; and something is shared."""
    boat, oar, port = unit("лодка"), unit("весло"), unit("порт")
    both, one, none = Predication(heads=[boat, oar]), Predication(heads=[boat], rest=[port]), Predication(rest=[port])

    assert is_centred(both, one, [(boat, boat)])
    assert not is_centred(both, one, [(oar, port)])
    assert not is_centred(both, one, [(port, boat)])
    assert is_centred(none, one, [(port, boat)])
    assert is_centred(none, none, [(port, port)])
    assert not is_centred(none, none, [])


@pytest.mark.parametrize(
    ("acts", "heads", "expected"),
    [(2, 2, True), (2, 1, False), (1, 3, False), (1, 4, False), (4, 0, True), (3, 1, True)],
)
def test_how_long_a_list_is_long(acts: int, heads: int, *, expected: bool) -> None:
    """Two actions and four words."""
    told = Predication(acts=[unit("мыть", "VERB")] * acts, heads=[unit("лодка")] * heads)

    assert expected == may_end_otherwise(told)
