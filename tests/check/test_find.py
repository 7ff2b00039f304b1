"""What kind `find` finds, what excuses a hit, and what goes with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from jdlint.check.find import check_find
from jdlint.errors import UsageError
from jdlint.model.kind import Find
from jdlint.model.outline import Role
from jdlint.model.reading import Reading
from jdlint.rulebook.phrase import parse_phrase

Found = Callable[..., list[Any]]


def document(*lines: str, position: str = "наладчика") -> str:
    """A job description with these clauses."""
    clauses = "\n\n".join(f"1.{number}. {line}" for number, line in enumerate(lines, 1))
    return f"# Должностная инструкция {position}\n\n## 1. Общие положения\n\n{clauses}\n"


def quotes(findings: list[Any]) -> list[str]:
    """The words found."""
    return [finding.place.quote for finding in findings]


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        ([], "Отвечает по действующему законодательству (ст. 192 ТК РФ)."),
        ([], "Соблюдает действующее законодательство, в том числе Трудовой кодекс РФ."),
        (["действующее законодательство"], "Знает действующее законодательство, устав и Трудовой кодекс РФ."),
        (["действующему законодательству"], "Отвечает по действующему законодательству. Знает Трудовой кодекс РФ."),
    ],
)
def test_a_citation_beside_the_words_excuses_them(found: Found, expected: list[str], line: str) -> None:
    """`uncited: beside` asks that the act belong to the words, and not to a list or a sentence beside them."""
    assert expected == quotes(found(document(line), "LAW009"))


def test_a_citation_anywhere_in_the_sentence_excuses_that_hit_alone(found: Found) -> None:
    """`uncited: sentence` looks no further than the sentence."""
    lines = ("Работает в выходные дни, как позволяет ст. 113 ТК РФ.", "Работает сверхурочно.")

    assert ["Работает сверхурочно"] == quotes(found(document(*lines), "LAW011"))


def test_one_full_mention_is_enough_for_the_document(found: Found) -> None:
    """With `uncited: document` what is named in full once may be called by its short name elsewhere."""
    short = "Повышает разряд по профстандарту."
    full = "Отвечает профессиональному стандарту «Повар» (приказ Минтруда России от 09.03.2022 № 113н)."

    assert ["профстандарту"] == quotes(found(document(short), "PRO004"))
    assert [] == found(document(short, full), "PRO004")


def test_what_the_law_allows_some_positions(found: Found) -> None:
    """`lawful` words are excused for the positions of `lawful_for`, by the title of the document, and for no other."""
    five, twelve = "Устанавливается испытание на пять месяцев.", "Устанавливается испытание на двенадцать месяцев."

    assert 1 == len(found(document(five), "LAW013"))
    assert [] == found(document(five, position="коммерческого директора"), "LAW013")
    assert 1 == len(found(document(twelve, position="коммерческого директора"), "LAW013"))


def test_related_places_go_with_the_hit(found: Found) -> None:
    """Places of `related` are told with the hit, and are no hits themselves."""
    annex, change = "Инструкция является приложением к трудовому договору.", "Завод оставляет за собой право"
    both = found(document(annex, f"{change} изменять должностную инструкцию."), "LAW014")

    assert [] == found(document(annex), "LAW014")
    assert [["является приложением к трудовому договору"]] == [[p.quote for p in f.related] for f in both]


# --- the words themselves -----------------------------------------------------------------------------------------

HARBOUR = """\
УТВЕРЖДАЮ
Капитан порта чинит ржавый якорь

# Должностная инструкция боцмана

## 1. Общие положения

1.1. Чинит ржавый якорь и ржавую цепь.

## 2. Обязанности

2.1. Чистит ржавый якорь. Красит ржавую мачту.
<!-- ржавый якорь -->
"""


def find(
    read: Callable[[str], Reading], text: str, *phrases: str, roles: tuple[Role, ...] = (), **more: Any
) -> list[str]:
    """The words that a rule of these phrases finds in a text."""
    listed = {
        name: tuple(map(parse_phrase, more.pop(name, ()))) for name in ("unless", "around", "related", "lead", "listed")
    }
    options = Find(tuple(map(parse_phrase, phrases)), **listed, **more)
    return [hit.span.of(text) for hit in check_find(options, read(text), frozenset(roles))]


def test_requisites_and_hidden_places_are_left_out(read: Callable[[str], Reading]) -> None:
    """What stands in the approval block or in a comment is not content; `zones: all` looks into requisites too."""
    assert ["ржавый якорь"] * 2 == find(read, HARBOUR, "ржавый якорь")
    assert ["ржавый якорь"] * 3 == find(read, HARBOUR, "ржавый якорь", zones="all")


def test_only_the_sections_asked_for(read: Callable[[str], Reading]) -> None:
    """With roles a rule looks only into sections of these roles."""
    assert ["ржавый якорь", "ржавую мачту"] == find(read, HARBOUR, "ржавый (якорь | мачта)", roles=(Role.DUTIES,))
    assert [] == find(read, HARBOUR, "ржавый якорь", roles=(Role.RIGHTS,))


def test_the_longest_words_win(read: Callable[[str], Reading]) -> None:
    """Hits that overlap are one, the longest of those that begin first."""
    assert ["Чинит ржавый якорь"] == find(
        read, HARBOUR, "ржавый якорь", "чинить ржавый якорь", "чинить ржавый", roles=(Role.GENERAL,)
    )


def test_once(read: Callable[[str], Reading]) -> None:
    """`once` tells only the first hit of the document."""
    assert ["ржавый якорь"] == find(read, HARBOUR, "ржавый (якорь | цепь | мачта)", once=True)


def test_excuses(read: Callable[[str], Reading]) -> None:
    """`unless` excuses a hit that it overlaps, `around` every hit of its sentence."""
    assert ["ржавую цепь", "ржавый якорь", "ржавую мачту"] == find(
        read, HARBOUR, "ржавый (якорь | цепь | мачта)", unless=("чинить ржавый якорь",)
    )
    assert ["ржавый якорь", "ржавую цепь", "ржавую мачту"] == find(
        read, HARBOUR, "ржавый (якорь | цепь | мачта)", around=("чистить",)
    )


def test_token_patterns_and_expressions(read: Callable[[str], Reading]) -> None:
    """spaCy patterns see lemmas, expressions see the plain text of one block, both only where the rule looks."""
    tokens = ({"LEMMA": "ржавый"}, {"POS": "NOUN", "OP": "?"})

    assert ["ржавый якорь", "ржавую мачту"] == find(read, HARBOUR, tokens=(tokens,), roles=(Role.DUTIES,))
    assert ["ржавый якорь", "ржавую мачту"] == find(read, HARBOUR, regexes=(r"ржав\w+\s\w+",), roles=(Role.DUTIES,))
    assert ["2.1"] == find(read, HARBOUR, regexes=(r"^\d\.\d",), roles=(Role.DUTIES,))
    assert [] == find(read, HARBOUR, regexes=(r"\s*(?=яхта)|(?<!.)",), roles=(Role.DUTIES,))


def test_expression_without_end(read: Callable[[str], Reading], monkeypatch: pytest.MonkeyPatch) -> None:
    """A user's expression that does not come to an end stops the run with a word, it does not hang it."""
    monkeypatch.setattr("jdlint.check.expression.SECONDS", 0.05)
    text = f"# Должностная инструкция боцмана\n\n## 2. Обязанности\n\n{'а' * 60}\n"

    with pytest.raises(UsageError, match="слишком медленное"):
        find(read, text, regexes=(r"(а|а)*б(?=(а|аа)+$)|(а+)+ю",))


def test_items_under_a_lead_in(read: Callable[[str], Reading]) -> None:
    """`listed` words count only in the items of a list that a `lead` begins."""
    lists = "Виды якорей:\n\n- малый;\n- большой.\n\nЦепи:\n\n- малый.\n"
    text = f"# Должностная инструкция боцмана\n\n## 2. Обязанности\n\n{lists}"

    assert ["малый"] == find(read, text, lead=("вид якорь",), listed=("малый",))
    assert [] == find(read, text, listed=("малый",))


def test_places_that_go_with_a_hit(read: Callable[[str], Reading]) -> None:
    """`related` places are told beside every hit, but not the hit itself."""
    options = Find((parse_phrase("ржавый мачта"),), related=(parse_phrase("ржавый (якорь | мачта)"),))
    hits = list(check_find(options, read(HARBOUR), frozenset({Role.DUTIES})))

    assert [["ржавый якорь"] * 3] == [[aside.span.of(HARBOUR) for aside in hit.related] for hit in hits]


def test_captured_words_are_values(read: Callable[[str], Reading]) -> None:
    """What a slot holds is told with the hit."""
    options = Find((parse_phrase("чистить <acc:thing>"),))

    assert [{"thing": "ржавый якорь"}] == [dict(hit.values) for hit in check_find(options, read(HARBOUR), frozenset())]


TOGETHER = Find(together=((parse_phrase("терять"), parse_phrase("ключ"), parse_phrase("(часто | то и дело)")),))


@pytest.mark.parametrize(
    ("expected", "line"),
    [
        (["теряет ключи часто"], "Наладчик теряет ключи часто."),
        (["Ключи наладчик то и дело теряет"], "Ключи наладчик то и дело теряет."),
        (["Часто теряет свой ключ"], "Часто теряет свой ключ, а ключ дорог."),
        ([], "Наладчик часто не теряет ключей."),
        ([], "Наладчик не должен терять ключи часто."),
        ([], "Наладчик теряет ключи. Мастер часто ищет."),
        ([], "Наладчик теряет ключи; мастер часто ищет."),
        ([], "Часто из кладовой от мастера в цех к станку у окна во дворе теряет ключ."),
    ],
)
def test_phrases_stand_together_in_any_order(read: Callable[[str], Reading], expected: list[str], line: str) -> None:
    """All of a set, near each other in one sentence, none of them denied."""
    reading = read(document(line))

    hits = check_find(TOGETHER, reading, frozenset())

    assert expected == [hit.span.of(reading.outline.document.text) for hit in hits]


def test_a_denial_that_a_phrase_asks_for_denies_nothing(read: Callable[[str], Reading]) -> None:
    """«Обязуется не», as one of the phrases, does not take back the verb behind it."""
    options = Find(together=((parse_phrase("обязываться не"), parse_phrase("терять"), parse_phrase("ключ")),))
    reading = read(document("Наладчик обязуется не терять ключи.", "Обязуется не шуметь, чтобы не терять ключи."))

    hits = check_find(options, reading, frozenset())

    assert ["обязуется не терять ключи"] == [hit.span.of(reading.outline.document.text) for hit in hits]
