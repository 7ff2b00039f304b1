"""How many words a duty shares with one of the same document that it tells over again, and what sets two apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from jdlint.check.meaning import Meaning
from jdlint.check.retelling import retelling
from jdlint.check.words import words_of

if TYPE_CHECKING:
    from jdlint.linter import Linter

Shared = Callable[[str, str], int]


@pytest.fixture(scope="module")
def shared(linter: Linter, meant: Callable[..., Meaning]) -> Shared:
    """The words that one duty shares with the other, whichever stands first."""
    words = words_of(linter.rulebook.vocabulary)

    def of(first: str, second: str) -> int:
        one, other = (retelling(meant(x), meant(y), words) for x, y in ((first, second), (second, first)))
        assert one == other
        return one

    return of


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # when
        ("утром", "вечером", 0),
        ("утром", "по понедельникам", 0),
        ("утром", "в начале смены", 0),
        ("утром", "в порту", 3),
        ("утром", "быстро", 3),
        ("утром", "телефоном", 3),
        ("утром", "старые", 3),
        ("ежемесячные", "утром", 0),
        # where, and at what occasion
        ("в порту", "на складе", 0),
        ("в порту", "при мастере", 0),
        ("перед обходом", "после обхода лодок", 0),
        ("в порту", "о лодках", 3),
        ("на лодке", "в порту", 0),
        # from where, or with what
        ("из порта", "от мастера", 0),
        ("с мастером", "с кассиром", 0),
        ("с мастером", "от кассира", 3),
        ("телефоном", "письмом", 0),
        ("телефоном", "с мастером", 0),
        ("мастеру", "от кассира", 0),
        ("мастеру", "кассиру", 0),
        ("мастеру", "утром", 3),
        # of what
        ("о лодках", "про вёсла", 0),
        ("по лодкам", "относительно вёсел", 0),
        ("о лодках", "для мастера", 3),
        # for what
        ("для мастера", "ради кассира", 0),
        ("на лодки", "для мастера", 0),
        ("на лодке", "для мастера", 3),
        # with these prepositions, with others
        ("без мастера", "без кассира", 0),
        ("без мастера", "кроме кассира", 3),
        ("без мастера порта", "без кассира порта", 0),
        # which
        ("дома", "порта", 0),
        ("дома", "утром", 3),
        ("дома", "без мастера", 3),
        # what, and whatever is told beside
        ("и жалобы", "и письма", 0),
        ("и жалобы", "утром", 3),
        ("своевременно", "быстро", 3),
        ("быстро", "вежливо", 3),
    ],
)
def test_what_may_stand_on_both_sides(shared: Shared, first: str, second: str, expected: int) -> None:
    """Words that answer different questions: else they are two duties."""
    assert expected == shared(f"Принимает заявки жильцов {first}", f"Принимает заявки жильцов {second}")


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Моет лодки", "Моет вёсла", 0),
        ("Моет лодки", "Сушит лодки", 0),
        ("Моет лодки", "Мытьё лодок", 2),
        ("Принимает 5 заявок", "Принимает 6 заявок", 0),
        ("Принимает 5 заявок", "Принимает заявки", 2),
        ("Принимает 5 заявок", "Принимает 5 заявок", 3),
        ("Не принимает заявки", "Принимает заявки", 0),
        ("Организует приём заявок", "Принимает заявки", 0),
        ("Обеспечивает приём заявок", "Принимает заявки", 2),
        ("Обеспечивает приём заявок", "Обеспечивает принятие заявок", 3),
        ("Обеспечивает соблюдение правил порта", "Соблюдает правила порта", 0),
        ("Передаёт ключи мастера шкиперу", "Передаёт ключи шкипера мастеру", 0),
        ("Моет насос фильтра порта", "Моет фильтр насоса порта", 0),
        ("Дежурит на причале", "Дежурит на причале", 0),
        ("Дежурит на причале порта", "Дежурит на причале порта", 3),
        ("Принимает и проверяет заявки жильцов", "Принимает и хранит заявки жильцов", 0),
        ("Принимает и проверяет заявки жильцов", "Принимает заявки и жалобы жильцов", 3),
        ("Красит рейсовые лодки", "Красит лодки рейсов", 3),
        ("Моет портовые лодки", "Моет лодки порта", 3),
        ("Выдаёт лодки (вёсла) жильцам", "Выдаёт лодки (якоря) жильцам", 0),
        ("Выдаёт лодки (вёсла) жильцам", "Выдаёт лодки (под роспись) жильцам", 3),
        ("Выдаёт лодки (вёсла) жильцам", "Выдаёт лодки якоря жильцам", 3),
    ],
)
def test_one_duty_or_two(shared: Shared, first: str, second: str, expected: int) -> None:
    """The same action on the same thing, numbers and denials alike, each word in its place."""
    assert expected == shared(first, second)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", 2),
        ("в порту", 2),
        ("кистью", 2),
        ("и сушит лодки", 2),
        ("порта", 0),
        ("новые", 0),
        ("из дерева", 0),
    ],
)
def test_two_words_are_enough_where_one_tells_more(shared: Shared, more: str, expected: int) -> None:
    """Where, with what or what else is done makes no other duty of a short one; which thing it is done to does."""
    assert expected == shared("Красит лодки", f"Красит лодки {more}".replace("лодки и сушит", "и сушит"))


def test_a_short_duty_that_tells_something_else_is_another(shared: Shared) -> None:
    """Two words shared are too few where each says more, or where several duties stand in one."""
    assert 0 == shared("Красит лодки кистью", "Сушит и красит лодки")
    assert 0 == shared("Красит лодки", "Красит лодки кистью, сушит вёсла")
