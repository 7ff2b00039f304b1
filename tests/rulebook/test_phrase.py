"""The phrase notation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint.model.kind import Element
from jdlint.rulebook.phrase import LIMIT, PhraseError, mixed_letters, parse_phrase, slot_names


def read(phrase: str) -> list[str]:
    """The sequences of a phrase, one line each: w word, f form, # number, … gap, <> slot, ? optional."""
    signs = {"word": "w:", "form": "f:", "number": "#", "gap": "…", "slot": "<"}

    def told(element: Element) -> str:
        return f"{'?' if element.optional else ''}{signs[element.op]}{element.text}"

    return [" ".join(map(told, sequence)) for sequence in parse_phrase(phrase).sequences]


@pytest.mark.parametrize(
    ("phrase", "sequences"),
    [
        ("Чайник Ёлка", ["w:чайник w:елка"]),
        ("=лиловый чайник", ["f:лиловый w:чайник"]),
        ("(чай | кофе) готов", ["w:чай|кофе w:готов"]),
        ("(чай | крепкий кофе)", ["w:чай", "w:крепкий w:кофе"]),
        ("(чай | =кофе | морс) готов", ["w:чай|морс w:готов", "f:кофе w:готов"]),
        ("((чай | кофе) | морс)", ["w:чай|кофе|морс"]),
        ("(чай | чай)", ["w:чай"]),
        ("чай ?крепкий", ["w:чай ?w:крепкий"]),
        ("чай ?(крепкий | сладкий)", ["w:чай ?w:крепкий|сладкий"]),
        ("чай ?(очень крепкий)", ["w:чай w:очень w:крепкий", "w:чай"]),
        ("(а | б в) (г | д е)", ["w:а w:г", "w:а w:д w:е", "w:б w:в w:г", "w:б w:в w:д w:е"]),
        ("# чашка, ... 2 ложка", ["# w:чашка f:, … f:2 w:ложка"]),
        ("чай … сахар", ["w:чай … w:сахар"]),
        ("поит <dat> и <acc:guest>", ["w:поит <dat w:и <acc:guest"]),
        ("кто-либо 44-ФЗ 7.0.97-2025 1С", ["w:кто-либо w:44-фз f:7.0.97-2025 w:1с"]),
        ('чай — это "(" \':\' ="Чай"', ["w:чай f:— w:это f:( f:: f:чай"]),
        ("ст. #", ["f:ст. #", "w:ст f:. #"]),
        ("и т.д.", ["w:и f:т.д."]),
        ("?ст. пять", ["f:ст. w:пять", "w:ст f:. w:пять", "w:пять"]),
    ],
)
def test_the_notation_means_what_the_guide_says(phrase: str, sequences: list[str]) -> None:
    """Each sign of the notation expands as docs/writing-rules.md describes it."""
    assert sequences == read(phrase)


@pytest.mark.parametrize(
    ("phrase", "offset", "ru"),
    [
        ("", 0, "пустая фраза"),
        ("чай (кофе", 4, "скобка не закрыта"),
        ("чай) кофе", 3, "лишняя закрывающая скобка"),
        ("чай | кофе", 4, "варианты пишутся в скобках: (а | б)"),
        ("чай (кофе |)", 11, "пустой вариант: необязательное пишут ?(а | б)"),
        ("чай ()", 5, "пустой вариант: необязательное пишут ?(а | б)"),
        ("чай ?", 4, "после «?» нет слова или скобки"),
        ("чай ??кофе", 4, "после «?» нет слова или скобки"),
        ("?чай ?(кофе)", 0, "фраза может совпасть с пустым местом: нужно хотя бы одно обязательное слово"),
        ("(чай | ?кофе)", 0, "фраза может совпасть с пустым местом: нужно хотя бы одно обязательное слово"),
        ("чай ... кофе ...", 13, "«...» стоит между словами: у края фразы ему нечего соединять"),
        ("… кофе", 0, "«...» стоит между словами: у края фразы ему нечего соединять"),
        ("чай <voc>", 4, "неизвестный падеж <voc>; есть: <nom>, <gen>, <dat>, <acc>, <ins>, <prep>"),
        ("чай <dat:Гость>", 4, "имя значения в <dat:Гость> пишут латинскими буквами: <dat:superior>"),
        ("зелёный чaй", 8, "в слове «чaй» смешаны латинские и русские буквы"),
        ("чай\\b", 3, "знак \\ в записи фраз ничего не значит: нужный буквально знак берут в кавычки"),
        ("чай 'очень крепкий'", 4, "в кавычках должен быть один знак или одно слово"),
    ],
)
def test_a_bad_phrase_is_told_with_its_place(phrase: str, offset: int, ru: str) -> None:
    """What cannot be read is told in words, at the character that is wrong."""
    with pytest.raises(PhraseError) as caught:
        parse_phrase(phrase)

    assert (offset, ru) == (caught.value.offset, caught.value.ru)
    assert caught.value.en


def test_a_phrase_cannot_explode() -> None:
    """Alternatives multiply; a phrase that stands for too many sequences is refused, not expanded."""
    with pytest.raises(PhraseError, match=f"more than {LIMIT}"):
        parse_phrase(" ".join(["(а | б в)"] * 40))


def test_single_words_do_not_multiply() -> None:
    """Alternatives of single words stay one element, however many stand in a row."""
    assert 1 == len(parse_phrase(" ".join(["(а | б | в | г)"] * 12)).sequences)


def test_slots_are_named() -> None:
    """A slot's value has the name written in it, else that of its case; only what is always captured counts."""
    both = [parse_phrase("поит <dat> у <gen:guest>"), parse_phrase("(чай <gen:guest> | поит <gen:guest> и <dat:cook>)")]

    assert frozenset({"dat", "guest"}) == slot_names(both[:1])
    assert frozenset({"guest"}) == slot_names(both)
    assert frozenset() == slot_names([*both, parse_phrase("поит ?<dat>")])


@pytest.mark.parametrize(("text", "found"), [("IT-отдел", None), ("1С и Word", None), ("наш oтдел", (4, "oтдел"))])
def test_mixed_letters(text: str, found: tuple[int, str] | None) -> None:
    """Letters of both alphabets inside one word are found; a hyphen or a digit parts words."""
    assert found == mixed_letters(text)


@given(st.text(alphabet="аб |()?=#.…<>:,\"'dat-1\\", max_size=30))
def test_any_text_is_a_phrase_or_a_told_mistake(text: str) -> None:
    """No text breaks the reader: it is a phrase of non-empty sequences, or a mistake inside it."""
    offset = 0
    sequences: tuple[tuple[Element, ...], ...] = ()
    try:
        sequences = parse_phrase(text).sequences
    except PhraseError as error:
        offset = error.offset

    assert 0 <= offset <= len(text)
    assert all(any(not e.optional and e.op != "gap" for e in s) for s in sequences)
