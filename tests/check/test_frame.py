"""Words that two duties share must keep their places."""

from __future__ import annotations

import pytest

from jdlint.check.frame import displaced
from jdlint.check.meaning import Predication, Unit


def said(text: str) -> Predication:
    """«отчёт кассир по:заявка»: what is acted on, its genitive, what stands behind a preposition.

    Signs tell other words apart: `+` one more thing, `~` a word the duty stays without, `^` an adjective, `!` a noun
    that is in no genitive, `@` a thing in the dative.
    """
    first, *others = text.split()
    heads = [_unit(word, "accs") for word in first.split("+")]
    return Predication(heads=heads, rest=[_unit(word, "gent") for word in others])


def _unit(word: str, case: str) -> Unit:
    preposition, _, name = word.rpartition(":")
    sign, name = (name[0], name[1:]) if name[0] in "~^!@" else ("", name)
    cases = frozenset({"ablt"} if sign == "!" else {"datv"} if sign == "@" else {case})
    return Unit(frozenset({f"l:{name}"}), "ADJF" if sign == "^" else "NOUN", cases, preposition, weak=sign == "~")


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (False, "отчёт кассир", "отчёт кассир"),
        (False, "отчёт кассир", "отчёт кассир по:заявка"),
        (True, "насос фильтр", "фильтр насос"),
        (False, "насос фильтр", "фильтр станок"),
        (False, "насос", "фильтр насос"),
        (False, "насос фильтр", "насос"),
        (True, "отчёт кассир", "отчёт склад по:кассир"),
        (True, "отчёт кассир", "отчёт ^старый склад по:заявка в:кассир"),
        (False, "отчёт кассир", "отчёт по:кассир"),
        (False, "отчёт кассир", "отчёт склад по:заявка"),
        (False, "отчёт кассир", "отчёт склад на:кассир"),
        (False, "отчёт кассир", "отчёт склад о:кассир"),
        (False, "отчёт кассир", "отчёт склад обо:кассир"),
        (True, "отчёт кассир с:склад", "отчёт склад с:кассир"),
        (False, "отчёт склад", "отчёт склад с:кассир"),
        (True, "насос", "фильтр станок в:насос"),
        (False, "насос", "фильтр станок на:насос"),
        (False, "насос", "фильтр станок в:кран"),
        (False, "насос станок", "фильтр станок в:насос"),
        (True, "насос в:станок", "фильтр станок в:насос"),
        (False, "насос", "фильтр в:насос"),
        (False, "отчёт+акт кассир", "отчёт склад по:кассир"),
        (False, "отчёт кассир", "отчёт+акт склад по:кассир"),
        (False, "по:отчёт кассир", "отчёт склад по:кассир"),
        (False, "@отчёт кассир", "отчёт склад по:кассир"),
        (True, "отчёт ~сам кассир", "отчёт склад по:кассир"),
        (True, "отчёт ^новый кассир", "отчёт склад по:кассир"),
        (False, "отчёт !ручка кассир", "отчёт склад по:кассир"),
        (False, "отчёт по:заявка кассир", "отчёт склад по:кассир"),
        (False, "отчёт кассир", "отчёт !склад по:кассир"),
    ],
)
def test_displaced(one: str, other: str, *, expected: bool) -> None:
    """A shared word has left its place when another word has come into it, whichever duty is looked at first."""
    p, q = said(one), said(other)
    pairs = [(x, y) for x in p.units for y in q.units if x.keys == y.keys]
    back = [(y, x) for x, y in pairs]

    assert [expected] * 2 == [displaced(p, q, pairs), displaced(q, p, back)]
