"""Words that a text with a match must hold."""

from __future__ import annotations

import re

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from jdlint.model.folded import Folded
from jdlint.model.literal import RARE, needed
from jdlint.rulebook import load_rulebook, rules_folder

_ATOMS = (
    *(
        "а",
        "Б",
        "ё",
        "т",
        "i",
        "K",
        "ſ",
        ".",
        r"\.",
        r"\w",
        r"\s",
        r"\b",
        "[ар]",
        "[^а]",
        r"[^\]т]",
        "[а-т]",
        r"\p{L}",
        r"\p{Latin}",
    ),
    *("^", "(?=а)", "(?!а)", "(?<=т)", "(?<!т)", r"\G", "-", " "),
)
_TIMES = ("", "", "", "?", "*", "+", "{2}", "{0,1}", "{1,2}", "+?", "??", "{0}")
_ALPHABET = "аАбёЁтТ.iIıİkK\u212asſ -р"
_EXPRESSIONS = st.recursive(
    st.builds(lambda atom, times: atom if atom[0] in "^(" or atom in (r"\G", r"\b") else atom + times,
              st.sampled_from(_ATOMS), st.sampled_from(_TIMES)),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.builds(lambda parts, opening, times: f"{opening}{'|'.join(parts)}){times}",
                  st.lists(inner, min_size=1, max_size=3),
                  st.sampled_from(("(", "(?:", "(?-i:", "(?i:", "(?=", "(?!")), st.sampled_from(("", "", "?", "+", "{0,2}"))),
    ),
    max_leaves=8,
)  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "source"),
    [
        ({"лейк"}, r"лейк(?:а|и)"),
        ({"лейка", "тачка"}, r"лейка|ржав\w+\s+тачка"),
        ({"заполните", "впишите"}, r"(?<!\p{L})(?:заполните|впишите)\s+(?:поле|графу)?"),
        ({"вычеркн", "вычёркн"}, r"выч[её]ркн(?:уть)?"),
        ({"хх", "xх", "хx", "xx"}, r"[ХX]{2,4}"),
        ({"садо"}, r"садов?[а-я]*"),
        ({"кран"}, r"(?:тачка)?кран(?!овщик)"),
        ({"новая"}, r"\w+(?=\s+новая)"),
        ({RARE}, r"(?<!\p{L})(?=\p{L}*\p{Latin})\w+"),
        (set(), r"лейка|\w+"),
        (set(), r"(?:лейка)*"),
        (set(), r"(?(1)лейка|тачка)"),
        (set(), r"(?x) лейка"),
        (set(), r"лейка{e<=1}"),
    ],
)
def test_words_of_an_expression(expected: set[str], source: str) -> None:
    """The longest words that no match is without; nothing where there are none, or the expression is not understood."""
    assert expected == needed(source)


@settings(deadline=None)  # what a busy machine takes tells nothing
@given(_EXPRESSIONS, st.lists(st.text(_ALPHABET, max_size=8), min_size=1, max_size=6))
def test_a_match_holds_one(source: str, texts: list[str]) -> None:
    """Whatever the expression: no text without one of the words has a match."""
    words = needed(source)
    try:
        expression = regex.compile(source, regex.IGNORECASE)
    except regex.error:
        return
    for text in texts:
        if expression.search(text):
            assert Folded([text], text).holding(words), (source, text)


@settings(deadline=None)
@given(_EXPRESSIONS, st.lists(st.text(_ALPHABET, max_size=8), min_size=1, max_size=6))
def test_a_match_of_the_standard_library_holds_one(source: str, texts: list[str]) -> None:
    """The same of an expression as the vocabulary has them, among several texts."""
    try:
        expression = re.compile(source, re.IGNORECASE)
    except re.error:
        return
    holding = set(Folded(texts, "\n".join(texts)).holding(needed(source)))
    assert {number for number, text in enumerate(texts) if expression.search(text)} <= holding


def test_most_rules_have_them() -> None:
    """Nearly every expression of our rules is spared in documents without its words."""
    rules = load_rulebook([rules_folder()]).rules.values()
    sources = [source for rule in rules for source in getattr(rule.options, "regexes", ())]

    assert sum(bool(needed(source)) for source in sources) >= 0.9 * len(sources)
