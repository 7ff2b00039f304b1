"""What a word may be called, and which words of the vocabulary mean the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest

from jdlint.check.words import Words, as_verb, noun_keys, same_word, verb_keys, words_of

if TYPE_CHECKING:
    from jdlint.linter import Linter

TOLD: Final[dict[str, Any]] = {
    "families": [["красить", "покрасить", "окраска"]],
    "synonyms": [
        {"verbs": ["чинить", "латать"]},
        {"verbs": ["красить", "белить"], "of": ["стена", "забор"]},
        {"verbs": ["белить", "отбеливать"], "of": ["холст"]},
    ],
    "nouns": [["лодка", "шлюпка"], ["ведро", "бадья"]],
    "phrases": {"держать курс": "красить"},
    "prepositions": [["до", "после", "перед"], ["от", "до"]],
    "telling": {"малярный": "красить"},
    "actions": ["вынос"],
    "things": ["станция"],
    "light": ["вести"],
    "always_light": ["нести"],
    "ensures": ["обеспечить"],
    "arranges": ["организовать"],
    "ensured_of_others": ["соблюсти"],
    "before_carriers": ["принять"],
    "keeps": ["держать"],
    **{name: [name] for name in ("told_by", "answers", "answers_for", "carriers", "fronts", "modal", "weak")},
    **{name: [name] for name in ("grounds", "states", "empty", "times", "periods")},
}


@pytest.fixture(scope="module")
def words() -> Words:
    """A vocabulary of a few words."""
    return words_of({"verbs": TOLD})


def keys(text: str) -> frozenset[str]:
    """Keys written side by side."""
    return frozenset(text.split())


@pytest.mark.parametrize(
    ("pos", "lemmas", "expected"),
    [
        ("VERB", "вязать", "l:вязать v:вяз"),
        ("INFN", "вязать", "l:вязать v:вяз"),
        ("GRND", "вязать", "l:вязать v:вяз"),
        ("PRTF", "вязать", "l:вязать v:вяз"),
        ("PRTS", "вязать", "l:вязать v:вяз"),
        ("VERB", "окраска покрасить", "l:окраска l:покрасить f:красить v:покрас v:покрад v:пократ"),
        ("NOUN", "вязка", "l:вязка x:вяз"),
        ("NOUN", "вязание", "l:вязание x:вяз"),
        ("NOUN", "навигация", "l:навигация x:навиг n:навиг"),
        ("NOUN", "окраска", "l:окраска f:красить x:окрас x:ократ x:окрад"),
        ("ADVB", "быстро", "l:быстро a:быстр"),
        ("ADJF", "быстрый", "l:быстрый a:быстр"),
        ("ADVB", "вверх", "l:вверх a:вверх"),
        ("ADVB", "грубо", "l:грубо a:груб"),
        ("ADVB", "тихо", "l:тихо"),
        ("ADJF", "тихий", "l:тихий"),
        ("COMP", "быстрее", "l:быстрее"),
        ("ADJF", "злой быстрый", "l:злой l:быстрый a:быстр"),
    ],
)
def test_what_identifies_a_word(words: Words, pos: str, lemmas: str, expected: str) -> None:
    """Its lemma and family, the root of a verb or noun, what an adjective shares with its adverb."""
    assert keys(expected) == words.keys_of(pos, keys(lemmas))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("вяжет", "l:вязать v:вяз"), ("вязки", "l:вязка x:вяз"), ("ъъъ", "l:ъъъ"), ("стали", "l:стать v:ст")],
)
def test_the_keys_of_a_word_in_a_text(words: Words, linter: Linter, text: str, expected: str) -> None:
    """Those of its likeliest part of speech; a word that nobody knows is its own lemma."""
    (token,) = linter.annotator.tokens(text)

    assert keys(expected) == words.keys(token.word)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("вынос", True),
        ("мытьё", False),
        ("ковка", False),
        ("копание", True),
        ("умение", True),
        ("сияние", True),
        ("взятие", True),
        ("действие", True),
        ("навигация", True),
        ("зоркость", True),
        ("гость", False),
        ("станция", False),
        ("копать", False),
        ("ведро", False),
    ],
)
def test_nouns_of_action(words: Words, linter: Linter, text: str, *, expected: bool) -> None:
    """By ending or by the list, save for things that look like it."""
    (token,) = linter.annotator.tokens(text)

    assert expected == words.is_action(token.word)


@pytest.mark.parametrize(
    ("action", "things", "expected"),
    [
        ("латать", "", "s:0"),
        ("латать", "стена", "s:0"),
        ("красить", "", ""),
        ("красить", "ведро", ""),
        ("красить", "ведро стена", "s:1"),
        ("покрасить", "забор", "s:1"),
        ("белить", "забор", "s:1"),
        ("белить", "холст", "s:2"),
        ("белить", "холст стена", "s:1 s:2"),
        ("мыть", "холст", ""),
    ],
)
def test_synonyms_of_some_things(words: Words, action: str, things: str, expected: str) -> None:
    """A group with `of` counts only when the action is done to one of its things."""
    done_to = [noun_keys(thing, {}) for thing in things.split()]

    assert keys(expected) == words.meanings(verb_keys(action, words.families), done_to)


def test_synonyms_of_a_noun_of_action(words: Words) -> None:
    """A noun has the meanings of its verb, whatever they are said of."""
    assert {"s:1", "s:2"} == words.senses(noun_keys("беление", {}))
    assert {"s:2"} == words.meanings(noun_keys("отбеливание", {}), [noun_keys("холст", {})])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("лодка", "шлюпка", True),
        ("лодка", "лодка", True),
        ("лодка", "бадья", False),
        ("лодка", "весло", False),
        ("весло", "вёдра", False),
    ],
)
def test_near_nouns(words: Words, one: str, other: str, *, expected: bool) -> None:
    """The same word, or one of the same group."""
    assert expected == words.near(noun_keys(one, {}), noun_keys(other, {}))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("l:а", "l:а", True),
        ("l:а", "l:б", False),
        ("l:а f:в", "l:б f:в", True),
        ("l:а x:в", "l:б v:в", True),
        ("l:а v:в", "l:б x:в", True),
        ("l:а x:в", "l:б x:в", False),
        ("l:а x:в", "l:б v:г", False),
        ("l:а n:в x:в", "l:б n:в x:в", True),
        ("", "l:а", False),
    ],
)
def test_one_word(one: str, other: str, *, expected: bool) -> None:
    """Forms of one, or the verb and the noun of one action; two nouns of one root are two things."""
    assert expected == same_word(keys(one), keys(other))


def test_the_groups_of_a_noun(words: Words) -> None:
    """A group is named by its first word, so that the name stays when other groups come and go."""
    assert {"s:лодка"} == words.groups(noun_keys("шлюпка", {}))
    assert frozenset() == words.groups(noun_keys("весло", {}))


def test_a_noun_told_as_its_verb() -> None:
    """Only the root that it shares with a verb changes its name."""
    assert keys("l:вязка v:вяз n:вяз f:вязать") == as_verb(keys("l:вязка x:вяз n:вяз f:вязать"))


def test_every_list_of_the_vocabulary_is_asked_by_its_name(words: Words) -> None:
    """Verbs by all their keys, other words as they stand, opposites for each of a group and of all groups."""
    assert {name: keys(name) for name in ("told_by", "answers", "carriers", "fronts", "modal", "weak")} == {
        name: getattr(words, name) for name in ("told_by", "answers", "carriers", "fronts", "modal", "weak")
    }
    for name in ("answers_for", "grounds", "states", "empty", "times", "periods"):
        assert keys(name) == getattr(words, name)
    assert keys("l:вести v:вед v:вес v:вет v:вод") == words.light
    verbs = ("always_light", "ensures", "arranges", "ensured_of_others", "before_carriers", "keeps")
    for name, (verb,) in ((name, TOLD[name]) for name in verbs):
        assert verb_keys(verb, {}) == getattr(words, name)
    assert {"до": keys("после перед от"), "после": keys("до перед"), "перед": keys("до после"), "от": keys("до")} == {
        **words.opposite
    }
    assert {("держать", "курс"): verb_keys("красить", words.families)} == words.phrases
    assert {"малярный": verb_keys("красить", words.families)} == words.telling
    assert (keys("вынос"), keys("станция")) == (words.actions, words.things)


def test_without_the_vocabulary_grammar_alone_is_known() -> None:
    """A rulebook without the file `verbs` has no synonyms, and knows actions by their endings."""
    bare = words_of({})

    assert keys("l:красить v:крас v:крат v:крад") == bare.keys_of("VERB", keys("красить"))
    assert frozenset() == bare.senses(verb_keys("красить", {}))
    assert bare.names_action(keys("навигация"))
    assert not bare.names_action(keys("вынос"))
