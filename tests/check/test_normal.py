"""Duties of different documents are compared by their written meaning as well as by their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jdlint.check.likeness import is_same, nearness
from jdlint.check.meaning import Meaning
from jdlint.check.normal import meaning_in, written
from jdlint.check.said import Said
from jdlint.check.words import Words


def test_meaning_survives_writing(
    duty_pairs: list[dict[str, str]], listed: Callable[[str], list[Said]], words: Words
) -> None:
    """Every labelled pair is judged alike before and after its meanings were written and read again."""
    judged = 0
    for number, pair in enumerate(duty_pairs):
        if number % 3:
            continue
        said = listed(f"2.1. {pair['first']}\n\n2.2. {pair['second']}\n")
        if len(said) != 2:
            continue
        a, b = (s.meaning for s in said)
        again = [meaning_in(written(m), words) for m in (a, b)]
        judged += 1

        assert (is_same(a, b), nearness(a, b, words)) == (is_same(*again), nearness(*again, words))
        assert [written(a), written(b)] == [written(m) for m in again]
    assert judged > 50


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Моет лодки", '[0,[[4,[["VERB","мыть","","",0]],[["NOUN","лодка","accs gent nomn","",0]],[],[],[],[]]]]'),
        ("Чисти насос", '[1,[[4,[["VERB","чистить","","",0]],[["NOUN","насос","accs nomn","",0]],[],[],[],[]]]]'),
        (
            "Не носит своевременно 5 лодок в сад",
            (
                '[0,[[6,[["VERB","носить","","",0]],[["NOUN","лодка","gent","",0]],'
                '[["ADVB","своевременно","","",1],["NOUN","сад","accs nomn","в",0]],[],[],["5"]]]]'
            ),
        ),
        (
            "Обеспечивает ремонт 7 или 6 лодок",
            (
                '[0,[[5,[["NOUN","ремонт","accs nomn","",0]],[["NOUN","лодка","gent","",0]],[],'
                '[["VERB","обеспечивать","","",0]],[],["6","7"]]]]'
            ),
        ),
        (
            "Проверка насоса, сторож",
            (
                '[0,[[0,[["NOUN","проверка","nomn","",0]],[["NOUN","насос","gent","",0],'
                '["NOUN","сторож|сторожа","accs gent nomn","",2]],[],[],[],[]]]]'
            ),
        ),
    ],
)
def test_the_written_form(words: Words, meant: Callable[..., Meaning], text: str, expected: str) -> None:
    """Flags, actions, heads, rest, empty verbs, what pronouns recall, numbers; of a word what it may be and its place.
    What was read again is equal in all but what is not written.
    """
    meaning = meant(text)
    again = meaning_in(expected, words)

    assert expected == written(meaning)
    assert meaning.imperative == again.imperative
    assert meaning.predications == again.predications


def test_each_word_read_again_is_one_of_its_own(words: Words) -> None:
    """Two «журнал» of one duty are two words, told apart by identity."""
    twice = '[0,[[4,[],[["NOUN","журнал","","",0],["NOUN","журнал","","",0]],[],[],[],[]]]]'
    first, second = meaning_in(twice, words).predications[0].heads

    assert first == second
    assert first is not second


@pytest.mark.parametrize("text", ["", "[]", "[0]", "[0,[[1]]]", "[0,[[4,[[1]],[],[],[],[],[]]]]"])
def test_any_other_text_is_refused(words: Words, text: str) -> None:
    """What was not written so is no meaning."""
    with pytest.raises(ValueError, match=r".+"):
        meaning_in(text, words)
