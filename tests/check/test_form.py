"""The index of normal forms loses next to nothing that a comparison of all pairs would find."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.agree.shelf import shelf_in
from jdlint.check.form import Keyed, entry_in, is_alike, keyed, told
from jdlint.check.meaning import Meaning
from jdlint.check.said import Said
from jdlint.check.words import Words


def test_alike_duties_share_a_key(
    duty_pairs: list[dict[str, str]], listed: Callable[[str], list[Said]], words: Words
) -> None:
    """Of the labelled pairs that are alike, 97 in 100 meet in the index by a chief key of one, and their signs do not
    keep them apart; an entry is small.
    """
    alike = met = entries = keys = 0
    for pair in duty_pairs:
        said = listed(f"2.1. {pair['first']}\n\n2.2. {pair['second']}\n")
        if len(said) != 2:
            continue
        a, b = (s.meaning for s in said)
        one, other = keyed(a, words), keyed(b, words)
        entries, keys = entries + 2, keys + len(one.keys) + len(other.keys)
        if is_alike(a, b, words) and 0.5 <= one.weight / other.weight <= 2:
            alike += 1
            with shelf_in(None, "") as shelf:
                shelf.add_form(1, "one", one, 1, own=True)
                shelf.add_form(2, "other", other, 2, own=True)
                met += bool(shelf.candidates())

    assert alike > 120
    assert met / alike >= 0.97
    assert keys / entries < 6


@pytest.mark.parametrize(
    ("text", "names", "index"),
    [
        ("Моет лодки", (2, 1, 1, 3), (1, 1)),
        ("Моет своевременно лодки", (2, 1, 1, 4), (1, 1)),
        ("Моет полы", (2, 1, 0, 4), (2, 2)),
        ("Моет лодки порта", (3, 1, 2, 4), (1, 1)),
        ("Моет лодки порта мастера", (4, 1, 3, 4), (3, 1)),
        ("Моет лодки порта мастера щёткой", (5, 1, 4, 5), (6, 1)),
        ("Моет лодки порта мастера щёткой и водой", (6, 1, 5, 6), (10, 1)),
        ("Моет лодки порта мастера щёткой, водой, маслом, тряпкой", (8, 1, 7, 8), (10, 1)),
        ("Моет и сушит лодки порта", (4, 5, 2, 6), (6, 2)),
        ("Выдаёт 5 лодок порта", (3, 4, 2, 3), (3, 1)),
        ("Выдаёт лодки порта", (3, 4, 2, 3), (1, 1)),
        ("Обеспечивает ремонт лодок порта", (3, 4, 2, 4), (6, 2)),
        ("Выдаёт инструмент", (2, 4, 1, 3), (3, 3)),
        ("Чинит лодки", (2, 3, 1, 3), (2, 2)),
        ("Чинит лодки, красит вёсла", (4, 7, 2, 6), (3, 2)),
        ("Курит", (1, 3, 0, 1), (0, 0)),
        ("Моет и сушит", (2, 5, 0, 4), (1, 1)),
        ("Мытьё и сушка; покраска вёсел", (4, 10, 1, 7), (1, 1)),
        ("Моет лодки порта мастера щёткой, водой, маслом", (7, 1, 6, 7), (10, 1)),
        ("Курит, красит вёсла", (3, 7, 1, 4), (2, 2)),
        ("Приём и регистрация заявок и жалоб жильцов", (5, 7, 2, 9), (24, 4)),
        ("Приём и регистрация заявок жильцов", (4, 7, 2, 7), (12, 4)),
    ],
)
def test_the_entry_of_a_duty(
    words: Words, meant: Callable[..., Meaning], text: str, names: tuple[int, ...], index: tuple[int, int]
) -> None:
    """Its words of weight; the names of its actions, of the things that a like duty must have, and of all its words;
    the pairs of things under which it stands, each by all names of the actions, and those by which it is looked for.
    """
    entry = keyed(meant(text), words)

    assert names == (entry.weight, entry.acts.bit_count(), entry.need.bit_count(), entry.sign.bit_count())
    assert index == (len(entry.keys), len(entry.chief))
    assert entry.chief <= entry.keys
    assert entry.need & ~entry.sign == 0


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Моет лодки порта", "Порта лодки моет", (True, True, True)),
        ("Размещает лодки", "Размещение лодок", (True, True, True)),
        ("Очищает лодки", "Очистка лодок", (True, True, True)),
        ("Чинит лодки", "Ремонтирует лодки", (True, True, True)),
        ("Чинит лодки", "Красит лодки", (False, True, False)),
        ("Чинит лодки", "Чинит вёсла", (True, False, False)),
        ("Чинит инструмент", "Чинит инвентарь", (True, True, True)),
        ("Моет и сушит", "Сушит и моет", (True, True, True)),
        ("Взвешивает лодки", "Несёт лодки", (False, True, False)),
        ("Моет и сушит лодки порта", "Моет лодки", (True, True, True)),
        ("Моет и сушит лодки порта", "Сушит лодки", (True, True, True)),
        ("Обеспечивает ремонт лодок порта", "Чинит лодки", (True, True, True)),
        ("Приём и регистрация заявок и жалоб жильцов", "Приём и регистрация заявок и жалоб дома", (True, True, True)),
    ],
)
def test_two_entries_meet(
    words: Words,
    meant: Callable[..., Meaning],
    first: str,
    second: str,
    expected: tuple[bool, bool, bool],
) -> None:
    """By an action in common, by all things of the shorter duty, by a chief key of the shorter."""
    long, short = (keyed(meant(text), words) for text in (first, second))

    assert expected == (bool(long.acts & short.acts), not short.need & ~long.sign, bool(short.chief & long.keys))


def test_an_entry_survives_writing() -> None:
    """All its numbers, none of its keys too; any other text is refused."""
    full = Keyed(3, 5, 6, 7, frozenset({-4, 12}), frozenset({12}))

    assert full == entry_in(told(full))
    assert "3 5 6 7 -4,12 12" == told(full)
    assert Keyed(1, 0, 0, 0, frozenset(), frozenset()) == entry_in("1 0 0 0  ")
    for wrong in ("", "1 2 3", "a b c d  "):
        with pytest.raises(ValueError, match=r".+"):
            entry_in(wrong)
