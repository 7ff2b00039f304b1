"""Marks in examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.model.span import Span
from jdlint.rulebook.example import MarkError, has_marks, unmark


@pytest.mark.parametrize(
    ("text", "clean", "found", "related"),
    [
        ("Моет [[чайник]].", "Моет чайник.", ["чайник"], []),
        ("[[чай]] и [[кофе]]", "чай и кофе", ["чай", "кофе"], []),
        ("[[чай с ((лимоном))]]", "чай с лимоном", ["чай с лимоном"], ["лимоном"]),
        ("((чай [[с лимоном]]))", "чай с лимоном", ["с лимоном"], ["чай с лимоном"]),
        ("[[[имя гостя]]] пьёт", "[имя гостя] пьёт", ["[имя гостя]"], []),
        ("чай (крепкий (очень)) и [[кофе]]", "чай (крепкий (очень)) и кофе", ["кофе"], []),
        ("((чай (крепкий)))", "чай (крепкий)", [], ["чай (крепкий)"]),
        ("просто чай", "просто чай", [], []),
    ],
)
def test_marks_are_taken_out(text: str, clean: str, found: list[str], related: list[str]) -> None:
    """What is left is the text of a document; the spans are places in it."""
    unmarked = unmark(text)

    assert clean == unmarked.text
    assert found == [span.of(clean) for span in unmarked.found]
    assert related == [span.of(clean) for span in unmarked.related]


@pytest.mark.parametrize(
    ("text", "offset", "ru"),
    [
        ("чай]] кофе", 3, "лишнее «]]»: перед ним нет «[[»"),
        ("чай [[кофе", 4, "«[[» не закрыто: нет «]]»"),
        ("((чай", 0, "«((» не закрыто: нет «))»"),
        ("чай [[]]", 4, "между знаками ничего нет"),
    ],
)
def test_a_mark_without_its_half_is_a_mistake(text: str, offset: int, ru: str) -> None:
    """The place of the lonely mark is told."""
    with pytest.raises(MarkError) as caught:
        unmark(text)

    assert (offset, ru) == (caught.value.offset, caught.value.ru)


@given(st.text(alphabet="аб []()", max_size=12), st.text(alphabet="аб ", min_size=1, max_size=8))
def test_a_marked_place_keeps_its_words(before: str, inside: str) -> None:
    """Marking a place and taking the mark out again gives the same words at the same place."""
    if has_marks(before) or "]]" in before or before.endswith(("[", "(")):
        return
    unmarked = unmark(f"{before}[[{inside}]]")

    assert f"{before}{inside}" == unmarked.text
    assert (Span(len(before), len(before) + len(inside)),) == unmarked.found
