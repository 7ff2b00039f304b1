"""What is found wrong with citations, and what is left in peace."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from ruamel.yaml import YAML

from jdlint.check.cite import check_cite, name_of
from jdlint.facts.citation import citations
from jdlint.model.document import Document
from jdlint.model.finding import Hit
from jdlint.model.kind import Cite
from jdlint.model.outline import Outline
from jdlint.model.span import Span
from jdlint.rulebook.example import unmark

RULES = Path(__file__).parents[2] / "rules"
TODAY = dt.date(2026, 11, 22)


def load(path: Path) -> Any:
    """The parsed YAML file."""
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


ACTS = {entry["id"]: entry for entry in load(RULES / "_register" / "acts.yaml")}
REGISTER = {path.stem: load(path) for path in (RULES / "_register").glob("*.yaml")}
LAW = [load(path) for path in sorted((RULES / "law").glob("*.yaml"))]
EXAMPLES = [
    pytest.param(rule["cite"], example, id=f"{rule['code']}-{number}")
    for rule in LAW
    if "cite" in rule
    for number, example in enumerate(rule["examples"], 1)
]


def check(text: str, what: str, *acts: str, as_of: dt.date = TODAY) -> list[Hit]:
    """Hits of one check over a text of one paragraph a line."""
    outline = Outline(Document("instruction.md", "md", text, text), Span(0, len(text)), None, "", None, (), (), ())
    reading: Any = SimpleNamespace(outline=outline, facts=citations(outline, ACTS))  # all that the kind asks for
    return list(check_cite(Cite(what, acts), reading, ACTS, REGISTER, as_of))


def values(text: str, what: str, key: str) -> list[Any]:
    """One value of every hit."""
    return [hit.values.get(key) for hit in check(text, what)]


@pytest.mark.parametrize(("options", "example"), EXAMPLES)
def test_examples_of_the_law_rules(options: dict[str, Any], example: dict[str, Any]) -> None:
    """Each example of a rule of kind `cite` holds: found at the mark with the values told, or silent."""
    marked = unmark(example.get("fires") or example["silent"])
    hits = check(marked.text, options["check"], *options.get("acts", ()))

    assert [span.of(marked.text) for span in marked.found] == [hit.span.of(marked.text) for hit in hits]
    for key, value in example.get("values", {}).items():
        assert [str(value)] == [hit.values[key] for hit in hits]


@pytest.mark.parametrize(
    "text",
    [
        "ст. 281.1 ТК РФ",
        "ч. 6 ст. 192 ТК РФ",
        "ст. 14 ТК РФ и п. 20 ст. 21 ТК РФ",
        "ст. 425 ГК РФ",
        "ст. 9.99 КоАП РФ",
        "абз. 9 ст. 192 ТК РФ",
    ],
)
def test_doubtful_articles_are_left_alone(text: str) -> None:
    """Articles added since, the estimate's margin, unnumbered points and codes without a table raise nothing."""
    assert [] == check(text, "article")


def test_other_codes_have_their_own_articles() -> None:
    """The same number is judged by the code that it belongs to."""
    assert ["ст. 999"] == values("По ст. 999 УК РФ и ст. 999 ГК РФ отвечает виновный.", "article", "found")
    assert ["УК РФ"] == values("По ст. 129 УК РФ и ст. 129 ГК РФ отвечает виновный.", "article", "act")


def test_status_is_that_of_the_day_asked_for() -> None:
    """An act is repealed from its day on, not before."""
    text = "Проводит инструктаж по приказу МЧС России от 18.11.2021 № 806."

    assert [] == check(text, "status", as_of=dt.date(2025, 8, 31))
    assert 1 == len(check(text, "status", as_of=dt.date(2025, 9, 1)))


def test_a_term_is_told_half_a_year_ahead_and_once() -> None:
    """An act whose term ends within half a year, or has ended, is told where it is first cited."""
    text = "Соблюдает постановление Правительства РФ от 16.09.2020 № 1479.\nИзучает ПП РФ от 16.09.2020 № 1479."

    assert [] == check(text, "expiring", as_of=dt.date(2026, 6, 1))
    assert ["31.12.2026"] == [hit.values["until"] for hit in check(text, "expiring", as_of=dt.date(2026, 7, 10))]
    assert 1 == len(check(text, "expiring", as_of=dt.date(2028, 1, 1)))


def test_a_professional_standard_has_a_check_of_its_own() -> None:
    """A repealed standard is found by `standard`, any other repealed act by `status`, never by both."""
    standard, other = "приказ Минтруда России от 04.08.2014 № 524н", "КЗоТ РФ"

    assert [[], [other]] == [values(text, "status", "found") for text in (standard, other)]
    assert [[standard], []] == [values(text, "standard", "found") for text in (standard, other)]


@pytest.mark.parametrize(
    ("confidence", "text"),
    [
        ("high", "постановление Минтруда России от 10.10.2003 № 69"),
        ("medium", "приказ Минтруда России от 17.09.2014 № 642н"),
        ("medium", "Федеральный закон № 94-ФЗ"),
        ("high", "Федеральный закон от 21.07.2005 № 94-ФЗ"),
    ],
)
def test_doubt_is_told(confidence: str, text: str) -> None:
    """A weak source, and a number alone, make a hit that only warns."""
    assert [confidence] == values(text, "status", "confidence")


@pytest.mark.parametrize(
    "text",
    [
        "Федеральный закон от 06.04.2011 № 63-ФЗ",
        "Федеральный закон № 181-ФЗ",
        "СанПиН 2.2.2/2.4.1340-03 от 30.05.2003",
        "ГК РФ от 26.01.1996 № 14-ФЗ",
        "приказ Минпросвещения России от 12.04.2021 № 148н",
        "ГОСТ Р 7.0.97-2025",
    ],
)
def test_right_or_unknown_requisites(text: str) -> None:
    """Right requisites, several acts of one number, a part of a code and another body's order raise nothing."""
    assert [] == check(text, "requisites")


@pytest.mark.parametrize(
    "text",
    [
        "ст. 85 Трудового кодекса РФ от 31.12.2001 № 197-ФЗ",
        "приказ МЧС России от 18.11.2022 № 806",
        "ст. 7 КЗоТ и законодательство Украины",
        "ст. 198, 199 ТК РБ",
        "КЗоТ РФ, приказ МЧС России от 18.11.2021 № 806, Трудовой кодекс РФ от 31.12.2001",
    ],
)
def test_no_citation_is_found_wrong_twice(text: str) -> None:
    """The checks never meet on one place."""
    spans = [
        hit.span
        for what in ("article", "status", "standard", "requisites", "foreign", "claim")
        for hit in check(text, what)
    ]

    assert spans
    assert len(set(spans)) == len(spans)


def test_a_list_of_articles_of_foreign_law_is_one_finding() -> None:
    """Foreign law is told at the first article of a list."""
    assert ["ТК РБ"] == values("Согласно ст. 198, 199 и 200 ТК РБ взыскания налагаются приказом.", "foreign", "found")


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, "Наниматель обязан.\nНаниматель вправе.\nНаниматель отвечает."),
        (1, "Действует на основании законодательства РБ.\nМесто работы — Минск."),
        (0, "Действует на основании законодательства РБ.\nМесто работы — Уфа."),
        (0, "Действует на основании законодательства РК.\nМесто работы — Петрозаводск."),
        (1, "Соблюдает нормы ТК РБ."),
        (0, "Соблюдает нормы ТК РБ.\nМесто работы — Улан-Удэ."),
        (1, "Квалификация по ЕКСД.\nМесто работы — Гродно."),
        (0, "Консультирует клиентов по законодательству Республики Казахстан."),
        (1, "За проступки отвечает в пределах, предусмотренных законодательством Республики Казахстан."),
        (0, "Знает Закон Республики Казахстан «О таможенном регулировании»."),
    ],
)
def test_foreign_terms_by_what_the_document_shows(count: int, text: str) -> None:
    """A term counts once; an abbreviation counts when the document shows the state and no region of Russia."""
    assert count == len(check(text, "foreign"))


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("ТК РФ", "tk-rf"),
        ("Федеральный закон от 27.07.2006 № 152-ФЗ", "152-fz"),
        ("Закон РФ от 07.02.1992 № 2300-1", "zakon-2300-1"),
        ("постановление Правительства РФ от 16.09.2020 № 1479", "pp-1479"),
        ("приказ Минтруда России и Минздрава России от 31.12.2020 № 988н/1420н", "mintrud-988n-1420n"),
        ("ГОСТ Р 7.0.97-2025", "gost-r-7-0-97-2025"),
        ("ОК 016-2025", "ok-016-2025"),
        ("указ Президента РФ от 06.03.1997 № 188", "ukaz-188"),
        ("указание Банка России от 11.03.2014 № 3210-У", "cb-3210-u"),
    ],
)
def test_acts_are_called_in_full(name: str, act: str) -> None:
    """An act is named by kind, body in the genitive, date and number."""
    assert name == name_of(ACTS[act])
