"""What must be there is missed only where it is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from jdlint.check.require import check_require
from jdlint.linter import Linter
from jdlint.model.kind import Require
from jdlint.model.outline import Role
from jdlint.model.reading import Reading
from jdlint.model.span import Span
from jdlint.rulebook.phrase import parse_phrase

Missed = Callable[..., list[tuple[str, Mapping[str, Any]]]]
HEAD = "# Должностная инструкция боцмана\n\n"


@pytest.fixture
def missed(read: Callable[[str], Reading], linter: Linter) -> Missed:
    """Quotation and values of every hit."""

    def check(text: str, of: str, *names: str, roles: tuple[Role, ...] = (), **more: Any) -> list[Any]:
        phrases = {
            name: tuple(map(parse_phrase, more.pop(name, ()))) for name in ("phrases", "unless", "when", "only_for")
        }
        options = Require(of, names, **phrases, **more)
        hits = check_require(options, read(text), frozenset(roles), linter.rulebook.vocabulary)
        told = [(hit.span, dict(hit.values)) for hit in hits]
        assert all(span == Span(0, 0) for span, _ in told if not span.of(text))
        return [(span.of(text), values) for span, values in told]

    return check


def test_section(missed: Missed) -> None:
    """Each role asked for that has no section is told; a second role of a heading counts, a lead-in too."""
    text = HEAD + "## 1. Права и ответственность\n\n1.1. Ест первым.\n\nБоцман обязан:\n\n- свистеть.\n"

    assert [("", {"role": "general", "missing": "general"})] == missed(
        text, "section", "duties", "rights", "responsibility", "general"
    )


def test_requirements_elsewhere_satisfy(missed: Missed) -> None:
    """Requirements told in clauses of another section stand for a section of their own."""
    told = HEAD + "## 1. Общие положения\n\n1.1. На должность боцмана назначается лицо, имеющее высшее образование.\n"
    silent = HEAD + "## 1. Общие положения\n\n1.1. Боцман свистит.\n"

    assert [] == missed(told, "section", "requirements")
    assert 1 == len(missed(silent, "section", "requirements"))


EMPTY = {
    "сказано": ("## 2. Обязанности\n\n2.1. Свистит.\n", []),
    "ничего": ("## 2. Обязанности\n\n## 3. Права\n\n3.1. Ест.\n", ["Обязанности"]),
    "пропуск": ("## 2. Обязанности\n\n2.1. ____________\n", ["Обязанности"]),
    "пропуск с подсказкой": ("## 2. Обязанности\n\n2.1. ________ (перечислить)\n", ["Обязанности"]),
    "заполнитель": ("## 2. Обязанности\n\n[перечислить обязанности]\n", ["Обязанности"]),
    "только вводная": ("## 2. Обязанности\n\nБоцман обязан:\n", ["Обязанности"]),
    "только номер": ("## 2. Обязанности\n\n2.1.\n", ["Обязанности"]),
    "подразделы": ("## 2. Обязанности\n\n### На берегу\n\n2.1. Красит.\n", []),
    "пустые подразделы": ("## 2. Обязанности\n\n### На берегу\n\n## 3. Права\n\n3.1. Ест.\n", []),
    "другая роль": ("## 7. Условия работы\n\n## 3. Права\n\n3.1. Ест.\n", []),
    "только подпись": ("## 2. Обязанности\n\nСОГЛАСОВАНО: ____________ И. И. Волнов\n", ["Обязанности"]),
}


@pytest.mark.parametrize(("text", "expected"), EMPTY.values(), ids=EMPTY)
def test_content(missed: Missed, text: str, expected: list[str]) -> None:
    """A section that says nothing is told at its heading: blanks, lead-ins and bare numbers say nothing."""
    assert expected == [quote for quote, _ in missed(HEAD + text, "content", "duties", "rights")]


def test_requisite(missed: Missed) -> None:
    """Each kind of requisite that the document lacks is told."""
    text = "УТВЕРЖДАЮ\n\n" + HEAD + "## 1. Общие положения\n\n1.1. Боцман свистит.\n"

    assert ["acknowledgement"] == [
        v["missing"] for _, v in missed(text, "requisite", "title", "approval", "acknowledgement")
    ]


def test_fact_and_its_marks(missed: Missed) -> None:
    """One fact of the kinds asked for, marked as asked for, is enough."""
    text = HEAD + "## 1. Общие положения\n\n1.1. Боцман подчиняется капитану.\n"

    assert [] == missed(text, "fact", "supervises", "reports_to")
    assert [] == missed(text, "fact", "reports_to", where={"form": ("position",)})
    assert [("", {"missing": ("reports_to",)})] == missed(text, "fact", "reports_to", where={"form": ("blank",)})


def test_act(missed: Missed) -> None:
    """An act cited anywhere is there."""
    text = HEAD + "## 1. Общие положения\n\n1.1. Действует по Трудовому кодексу РФ.\n"

    assert [] == missed(text, "act", "tk-rf")
    assert 1 == len(missed(text, "act", "uk-rf"))


def test_phrase(missed: Missed) -> None:
    """One phrase in the rule's sections is enough; without such a section nothing is asked."""
    text = HEAD + "## 2. Обязанности\n\n2.1. Чинит якорь.\n\n## 3. Права\n\n3.1. Ест.\n"
    ask = {"phrases": ("красить борт", "чинить якорь")}

    assert [] == missed(text, "phrase", **ask)
    assert [] == missed(text, "phrase", roles=(Role.DUTIES,), **ask)
    assert [("Права", {"missing": ("красить борт", "чинить якорь")})] == missed(
        text, "phrase", roles=(Role.RIGHTS,), **ask
    )
    assert [] == missed(text, "phrase", roles=(Role.TASKS,), **ask)
    assert [("", {"missing": ("варить уха",)})] == missed(text, "phrase", phrases=("варить уха",))


def test_unless_when_and_only_for(missed: Missed) -> None:
    """A phrase may lift the demand or give rise to it, and some positions alone may have to meet it."""
    text = HEAD + "## 2. Обязанности\n\n2.1. Чинит якорь.\n\n## 3. Права\n\n3.1. Ест.\n"
    ask = {"phrases": ("варить уха",)}

    assert [] == missed(text, "phrase", unless=("чинить якорь",), **ask)
    assert [] == missed(text, "phrase", when=("красить борт",), **ask)
    assert ["Чинит якорь"] == [quote for quote, _ in missed(text, "phrase", when=("чинить якорь",), **ask)]
    assert [] == missed(text, "phrase", when=("чинить якорь",), roles=(Role.RIGHTS,), **ask)
    assert 1 == len(missed(text, "phrase", only_for=("боцман",), **ask))
    assert [] == missed(text, "phrase", only_for=("лоцман",), **ask)


SAYS = {
    "слово": ("## 2. Обязанности\n\nЕсть.\n", []),
    "две буквы": ("## 2. Обязанности\n\nОн.\n", []),
    "одна буква": ("## 2. Обязанности\n\nЯ 5.\n", ["Обязанности"]),
    "латиницей": ("## 2. Обязанности\n\nGo.\n", []),
    "в скобках": ("## 2. Обязанности\n\n(перечислить)\n", ["Обязанности"]),
    "слово и скобки": ("## 2. Обязанности\n\nЕсть (перечислить).\n", []),
    "текст раздела": ("## 2. Обязанности\n\nТекст раздела 2.\n", ["Обязанности"]),
    "пункт 1": ("## 2. Обязанности\n\n2.1. Пункт 1\n\n2.2. Обязанность 2.\n", ["Обязанности"]),
    "текст важен": ("## 2. Обязанности\n\nТекст пишет сам.\n", []),
    "заполнитель и слово": ("## 2. Обязанности\n\n2.1. Текст.\n\n2.2. Свистит.\n", []),
    "слово перед пропуском": ("## 2. Обязанности\n\n2.1. Свистит ________.\n", []),
    "слово за пропуском": ("## 2. Обязанности\n\n2.1. ________ свистит.\n", []),
    "два пропуска": ("## 2. Обязанности\n\n2.1. [что] и [где]\n", ["Обязанности"]),
    "слово между пропусками": ("## 2. Обязанности\n\n2.1. [что] свистит [где]\n", []),
    "пустая ячейка": ("## 2. Обязанности\n\n| Свистит |  |\n|---|---|\n| утром |  |\n", []),
    "одна пустая ячейка": ("## 2. Обязанности\n\n|  |  |\n|---|---|\n| Свистит |  |\n", []),
    "за другим разделом": ("## 1. Общие положения\n\nСлужит.\n\n## 2. Обязанности\n", ["Обязанности"]),
    "вводная и пункт": ("## 2. Обязанности\n\nБоцман обязан:\n\n- свистеть.\n", []),
    "вводная и пустой пункт": ("## 2. Обязанности\n\nБоцман обязан:\n\n- ________;\n", ["Обязанности"]),
    "последний пустой": ("## 3. Права\n\n3.1. Ест.\n\n## 2. Обязанности\n", ["Обязанности"]),
    "глубже без номера": ("## Обязанности\n\n### Права\n\nЕст.\n", []),
    "тот же уровень": ("## Обязанности\n\n## Права\n\nЕст.\n", ["Обязанности"]),
    "подзаголовок пустой": ("## Обязанности\n\n### Права\n\n## Условия работы\n\nМёрзнет.\n", ["Права"]),
    "без уровней": ("2. ОБЯЗАННОСТИ\n\n3. ПРАВА\n\n3.1. Ест.\n", ["ОБЯЗАННОСТИ"]),
    "уровень у второго": ("2. ОБЯЗАННОСТИ\n\n## 3. ПРАВА\n\n3.1. Ест.\n", ["ОБЯЗАННОСТИ"]),
    "без уровней своё": ("2. ОБЯЗАННОСТИ\n\n3. ОБЯЗАННОСТИ НА ВАХТЕ\n\n3.1. Ест.\n", []),
}


@pytest.mark.parametrize(("text", "expected"), SAYS.values(), ids=SAYS)
def test_what_says_something(missed: Missed, text: str, expected: list[str]) -> None:
    """A word of two letters outside brackets and blanks; what templates have in place of clauses says nothing."""
    told = missed(HEAD + text, "content", "duties", "rights")

    assert expected == [quote for quote, _ in told]
    assert {"duties", "rights"} >= {values["role"] for _, values in told}


def test_an_implied_section_is_never_empty(missed: Missed) -> None:
    """A lead-in with nothing below it has no heading to be told at."""
    assert [] == missed(HEAD + "## 1. Общие положения\n\nСвистит.\n\nБоцман обязан:\n", "content", "duties")


def test_a_fact_stands_for_a_section(missed: Missed) -> None:
    """What is said elsewhere satisfies by its kind or by kind and form; nothing else does."""
    names = "requirements", "rights", "duties"
    text = HEAD + "## 1. Общие положения\n\n1.1. На должность назначается лицо, имеющее высшее образование.\n"

    assert ["rights", "duties"] == [values["missing"] for _, values in missed(text, "section", *names)]


def test_first_of_several_reasons(missed: Missed) -> None:
    """Where several words give rise to a demand it is told at the first place, whatever their order in the rule."""
    text = HEAD + "## 2. Обязанности\n\n2.1. Чинит якорь.\n\n2.2. Красит борт.\n\n## 3. Права\n\n3.1. Ест.\n"
    ask = {"phrases": ("варить уха",), "when": ("красить борт", "чинить якорь")}

    assert [("Чинит якорь", {"missing": ("варить уха",)})] == missed(text, "phrase", **ask)
    assert [] == missed(text.replace("3.1. Ест", "3.1. Варит уху"), "phrase", roles=(Role.DUTIES,), **ask)


@pytest.mark.parametrize(("count", "of"), [(1, "fact"), (1, "act"), (0, "phrase")])
def test_facts_and_acts_are_asked_of_the_document(missed: Missed, count: int, of: str) -> None:
    """Only a phrase is asked of a section alone, and of none that is not there."""
    text = HEAD + "## 3. Права\n\n3.1. Ест.\n"

    told = missed(text, of, *(["reports_to"] if of != "phrase" else []), roles=(Role.DUTIES,), phrases=("уха",))

    assert [("", {"missing": ("reports_to",)})] * count == told


def test_second_role_of_a_heading(missed: Missed) -> None:
    """A heading that names two roles asks for what either has to hold."""
    text = HEAD + "## 3. Права и ответственность\n\n3.1. Ест.\n"
    ask = {"phrases": ("варить уха",)}

    for role in (Role.RIGHTS, Role.RESPONSIBILITY):
        assert ["Права и ответственность"] == [q for q, _ in missed(text, "phrase", roles=(role,), **ask)]
    assert [] == missed(text, "section", "rights", "responsibility")


@pytest.mark.parametrize(
    ("count", "where"),
    [
        (0, {"form": ("position",), "line": ("direct",)}),
        (0, {"form": ("blank", "position")}),
        (1, {"form": ("position",), "line": ("functional",)}),
        (0, {"unheard": ("",)}),
        (1, {"unheard": ("said",)}),
    ],
)
def test_every_mark_has_to_fit(missed: Missed, count: int, where: dict[str, tuple[str, ...]]) -> None:
    """All marks named, each with one of its values; a mark that a fact lacks is empty."""
    text = HEAD + "## 1. Общие положения\n\n1.1. Боцман подчиняется капитану.\n"

    assert count == len(missed(text, "fact", "reports_to", where=where))
