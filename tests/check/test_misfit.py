"""When an article is cited for what another one is about, by a register of a few invented claims."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import pytest

from jdlint.check.claim import misfits
from jdlint.model.outline import Outline
from jdlint.model.reading import Fact
from jdlint.model.span import Span

ACTS: Final = {"сад": {"short": "Кодекс сада", "title": {"ru": "Кодекс о садах"}}}
REGISTER: Final[dict[str, Any]] = {
    "act": "сад",
    "confidence": "medium",
    "renumbered": {"since": "2022-03-01", "articles": {"13": "20", "18": "19"}},
    "particular": [{"words": ["юнг"], "from": "30.2", "to": "30.11"}],
    "claims": [
        {
            "class": "полив",
            "keys": ["полив * клумб", "орошен"],
            "also": ["вод"],
            "allowed": ["10", "11", "12", "20", "21", "22"],
            "core": ["10", "11", "12", "21", "22"],
            "wrong_often": ["15"],
        },
        {"class": "стрижка", "keys": ["стрижк"], "allowed": ["14", "15"], "core": ["14"], "wrong_often": []},
        {
            "class": "стрижка газона",
            "keys": ["стрижк газон"],
            "allowed": ["16"],
            "wrong_often": ["14"],
            "over": "стрижка",
        },
        {"class": "уборка", "keys": ["уборк"], "allowed": ["17"], "wrong_often": ["25"]},
        {"class": "обрезка", "keys": ["обрезк"], "allowed": ["18"], "wrong_often": ["25"]},
    ],
}
Found = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def found(outline: Callable[[str], Outline]) -> Found:
    """The article and what is told instead, for each misfit in a document of these lines.

    Every «ст. N» is a citation of the code of the register; other words before the number change that.
    """

    def of(*lines: str, **more: Any) -> list[tuple[str, str]]:
        clauses = "\n\n".join(f"1.{n}. {line}" for n, line in enumerate(lines, 1))
        garden = outline(f"# Должностная инструкция садовника\n\n## 1. Общие положения\n\n{clauses}\n")
        facts = []
        for cited in re.finditer(r"(чужая |бывшая |внутри )?ст\. (\d+(?:\.\d+)?)", garden.document.plain):
            marks = {"article": cited[2]}
            marks |= {"stated_repealed": "yes"} if cited[1] == "бывшая " else {}
            marks |= {"within": "yes"} if cited[1] == "внутри " else {}
            act = "лес" if cited[1] == "чужая " else "сад"
            facts.append(Fact("citation", act, Span(*cited.span()), marks))
        hits = list(misfits(garden, facts, ACTS, {**REGISTER, **more}))
        assert all(hit.span in {fact.span for fact in facts} for hit in hits)
        return [(str(hit.values["article"]), str(hit.values["expected"])) for hit in hits]

    return of


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # a common mistake, an old number, an article that is about another claim alone
        ("Полив клумб по ст. 15.", [("15", "ст. 10, 11, 12, 21")]),
        ("Полив клумб по ст. 13.", [("13", "ст. 20")]),
        ("Полив клумб по ст. 14.", [("14", "ст. 10, 11, 12, 21")]),
        ("Полив клумб по ст. 18.", []),
        ("Полив клумб по ст. 10.", []),
        ("Полив клумб по ст. 99.", []),
        ("Стрижка по ст. 13.", []),
        ("Уборка по ст. 14.", []),
        ("Уборка по ст. 25.", [("25", "ст. 17")]),
        # what else the sentence speaks of
        ("Полив клумб и стрижка по ст. 15.", []),
        ("Полив клумб по ст. 15 и стрижка.", []),
        ("Полив клумб по ст. 15; стрижка.", [("15", "ст. 10, 11, 12, 21")]),
        ("Стрижка по ст. 10.", [("10", "ст. 14")]),
        ("Стрижка водой по ст. 10.", []),
        ("Водой по ст. 15.", []),
        # the narrower claim
        ("Стрижка газона по ст. 14.", [("14", "ст. 16")]),
        ("Стрижка газона по ст. 15.", []),
        ("Стрижка газона по ст. 16.", []),
        # the words of a claim
        ("Полив старых и больших клумб по ст. 15.", [("15", "ст. 10, 11, 12, 21")]),
        ("Полив старых, белых и больших клумб по ст. 15.", []),
        ("Орошение по ст. 15.", [("15", "ст. 10, 11, 12, 21")]),
        ("Самоорошение по ст. 15.", []),
    ],
)
def test_what_an_article_does_not_fit(found: Found, line: str, expected: list[tuple[str, str]]) -> None:
    """Only what the register names as wrong, and nothing that the sentence excuses; at most four articles are named."""
    assert expected == found(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("По ст. 25 уборка.", ["25"]),
        ("По ст. 25 идёт уборка, обрезка по ст. 18.", ["25"]),
        ("По ст. 25, уборка по ст. 17.", []),
        ("По ст. 25 порядок по ст. 99 и уборка по ст. 18.", []),
        ("Полив по ст. 25 уборка.", ["25"]),
        ("Полив клумб по ст. 25 уборка.", []),
        # in one breath
        ("Уборка по ст. 25, ст. 17.", []),
        ("Уборка по ст. 17 и ст. 25.", []),
        ("Уборка по ст. 25 или ст. 99.", ["25"]),
        ("Уборка по ст. 99 (ст. 25).", ["25"]),
        ("Уборка по ст. 25 – ст. 17.", []),
        ("Уборка по ст. 25, а также ст. 17.", []),
        ("Уборка по ст. 25 и чужая ст. 17.", ["25"]),
        ("Уборка по ст. 25 вместо ст. 17.", ["25"]),
        # what stands between two
        ("Уборка по ст. 99, обрезка по ст. 25.", ["25"]),
        ("Уборка по ст. 17 вместо ст. 25.", []),
        # sentences
        ("Уборка. Порядок по ст. 25.", []),
        ("Уборка! «Порядок» по ст. 25.", []),
        ("Уборка по ч. Б ст. 25.", ["25"]),
        ("Уборка по п. Б ст. 25.", ["25"]),
        ("Уборка по пп. Б ст. 25.", ["25"]),
        ("Уборка по абз. Б ст. 25.", ["25"]),
        ("Уборка с 2024 г. По ст. 25.", ["25"]),
        ("Уборка; порядок по ст. 25.", []),
        ("По ст. 25 порядок. Уборка после.", []),
        ("По ст. 25 порядок", []),
        # citations of another kind
        ("Уборка по чужая ст. 25.", []),
        ("Уборка по бывшая ст. 25.", []),
        ("Уборка по внутри ст. 25.", []),
        ("Уборка по внутри ст. 17 и ст. 25.", []),
    ],
)
def test_which_words_tell_what_it_is_cited_for(found: Found, line: str, expected: list[str]) -> None:
    """Those before it in its sentence, from the last article on; else those behind it, up to the next one."""
    assert expected == [article for article, _ in found(line)]
    assert expected == [article for article, _ in found("Уборка по чужая ст. 25.", line)]


@pytest.mark.parametrize(
    ("article", "expected"), [("30.1", 0), ("30.2", 1), ("30.9", 1), ("30.11", 1), ("30.12", 0), ("30", 0), ("31", 0)]
)
def test_chapters_on_other_workers(found: Found, article: str, expected: int) -> None:
    """Their articles are wrong where the document does not speak of these workers."""
    assert expected == len(found(f"Уборка по ст. {article}."))
    assert [] == found(f"Уборка по ст. {article}.", "Юнга моет вёдра.")


def test_what_is_told_of_a_misfit(outline: Callable[[str], Outline]) -> None:
    """The code by its short name or its title, the words wanted, the day of the new numbers."""
    garden = outline("# Должностная инструкция садовника\n\n## 1. Общие положения\n\n1.1. Полив клумб по ст. 13.\n")
    start = garden.document.plain.index("ст. 13")
    fact = Fact("citation", "сад", Span(start, start + 6), {"article": "13"})
    (hit,) = misfits(garden, [fact], ACTS, REGISTER)
    (bare,) = misfits(garden, [fact], {"сад": {"title": ACTS["сад"]["title"]}}, REGISTER)

    assert {
        "act": "Кодекс сада",
        "article": "13",
        "found": "ст. 13",
        "expected": "ст. 20",
        "confidence": "medium",
        "since": "01.03.2022",
    } == hit.values
    assert "Кодекс о садах" == bare.values["act"]
    assert [] == list(misfits(garden, [fact], ACTS, {}))
