"""YAML read with its places."""

import pytest

from jdlint.marked import Mapping, Page, Scalar, did_you_mean, plain_data


def scalar(page: Page, *steps: str | int) -> Scalar:
    node = page.node(*steps)

    assert isinstance(node, Scalar)
    return node


def test_nodes_know_their_lines_and_columns() -> None:
    """Lines and columns are counted from one, in code points, keys and values alike."""
    page = Page("а.yaml", "\ufeffцех: склад\nлюди:\n  - 😀 один\n  - {имя: Олег}\n")
    name = scalar(page, "люди", 1, "имя")

    assert (1, 6) == (scalar(page, "цех").line, scalar(page, "цех").column)
    assert (3, 5) == (scalar(page, "люди", 0).line, scalar(page, "люди", 0).column)
    assert (4, 11) == (name.line, name.column)
    assert isinstance(page.root, Mapping)
    assert 2 == getattr(page.root.key("люди"), "line", 0)


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("к: абв где", 4, (1, 8)),
        ('к: "абв где"', 4, (1, 9)),
        ("к: 'аб''в где'", 3, (1, 9)),
        ('к: "а\\"б\\tв"', 4, (1, 11)),
        ('к: "\\u0430бв"', 1, (1, 11)),
        ("к: |\n  аб\n  вг\n", 3, (3, 3)),
        ("к: >-\n    аб\n    вг\n", 4, (3, 6)),
        ("к: аб\n  вг", 3, (2, 3)),
        ("к: абв", 3, (1, 7)),
    ],
)
def test_a_character_of_a_value_has_its_place_in_the_file(text: str, offset: int, place: tuple[int, int]) -> None:
    """However a value is quoted, folded or escaped, an offset in it leads back to the file."""
    page = Page("а.yaml", text)

    assert place == page.place(scalar(page, "к"), offset)


def test_bare_values_follow_yaml_1_2() -> None:
    """Only true, false, null and numbers are not text; yes, dates and quoted numbers are."""
    page = Page("а.yaml", "[да, yes, true, 12, 0.1, 2001-12-30, '5', ~, 007]")

    assert ["да", "yes", True, 12, 0.1, "2001-12-30", "5", None, "007"] == plain_data(page.root)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("а: 1\nб: [1\nв: 2", 3, "не закрыт"),
        ("а: 1\nа: 2", 2, "уже есть в строке 1"),
        ("а: б: в", 1, "двоеточие здесь не на месте"),
        ("а: 'б\n", 2, "кавычка не закрыта"),
        ("а:\n\tб: 1", 2, ""),
        ("а: &x 1\nб: *x", 1, "ссылки YAML"),
        ("а: &x [1]\nб: *x", 1, "ссылки YAML"),
        ("а: *и так", 1, "возьмите текст в кавычки"),
        ("а: !!python/name:os.system 1", 1, "метки YAML"),
        ("а: \x07", 1, "управляющего знака U+0007"),
        ("а: 1\n---\nб: 2", 2, "один документ"),
        ("[а]: 1", 1, "ключ должен быть словом"),
    ],
)
def test_bad_yaml_is_told_with_its_line(text: str, line: int, words: str) -> None:
    """What cannot be read as plain YAML is a mistake with a line and Russian words, never an exception."""
    mistakes = Page("а.yaml", text).mistakes

    assert [("а.yaml", line)] == [(m.path, m.line) for m in mistakes]
    assert all(words in m.ru and m.en for m in mistakes)


def test_an_alias_of_itself_ends() -> None:
    """A list that contains itself is refused, not followed for ever."""
    page = Page("а.yaml", "а: &x [*x]")

    assert ["ссылки YAML (& и *) не приняты: повторите значение"] == [m.ru for m in page.mistakes]


def test_node_gives_the_last_place_that_exists() -> None:
    """A mistake about something missing is told at what should hold it."""
    page = Page("а.yaml", "а:\n  б: 1\n")

    assert (2, 3) == (page.node("а", "нет").line, page.node("а", "нет").column)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("serverity", "severity"),
        ("sevrity", "severity"),
        ("соde", "code"),
        ("per_file", "per-file"),
        ("Code", "code"),
        ("sev", "severity"),
    ],
)
def test_a_slip_is_recognised(typed: str, meant: str) -> None:
    """A typo, a wrong keyboard layout, a wrong dash: the word that was meant is named."""
    ru, en = did_you_mean(typed, ["severity", "code", "per-file", "title"])

    assert f"; возможно, вы имели в виду «{meant}»" == ru
    assert f"; did you mean “{meant}”?" == en


def test_few_choices_are_listed() -> None:
    """Where nothing is near, a short list of what is known is told; a long one is not."""
    assert ("; можно: error, info", "; known: error, info") == did_you_mean("совсем иное", ["info", "error"])
    assert ("", "") == did_you_mean("совсем иное", [f"word{n}" for n in range(40)])
