"""What exactly is told of a citation, from a small register of invented acts."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest

from jdlint.check.cite import check_cite, is_standard, name_of
from jdlint.model.document import Document
from jdlint.model.kind import Cite
from jdlint.model.outline import Outline
from jdlint.model.reading import Fact
from jdlint.model.span import Span

DAY = dt.date(2026, 6, 15)
PLAIN: dict[str, Any] = {
    "kind": "приказ",
    "issuer": "Минтранс России",
    "number": "12",
    "date": "2011-03-05",
    "title": {"ru": "О якорях"},
    "status": "in_force",
    "confidence": "high",
}
GONE = {**PLAIN, "status": "repealed", "since": "2020-02-01", "replaced_by": "order"}
CODE = {**PLAIN, "kind": "кодекс", "number": "51-ФЗ", "date": "1994-11-30", "short": "МК РФ"}
ACTS: dict[str, Any] = {
    "order": PLAIN,
    "gone": GONE,
    "doubtful": {**GONE, "confidence": "low"},
    "several": {**GONE, "replaced_by": ["order", "приказ порта"]},
    "by": {**GONE, "replaced_by": None, "by": "приказом порта"},
    "alone": {**GONE, "replaced_by": ""},
    "tomorrow": {**GONE, "since": "2026-06-16"},
    "today": {**GONE, "since": "2026-06-15"},
    "rule": {**GONE, "kind": "правила"},
    "standard": {**GONE, "title": "Профстандарт «Боцман»"},
    "term": {**PLAIN, "until": "2026-12-12"},
    "later": {**PLAIN, "until": "2026-12-13"},
    "sea": {**CODE, "short": "МК РФ"},
    "code-1": CODE,
    "code-2": {**CODE, "number": "14-ФЗ", "date": "1996-01-26"},
    "yearly": {**PLAIN, "date_precision": "year"},
    "bare": {**PLAIN, "number": ""},
    "again": {**PLAIN, "also_dated": ["2012-04-06"]},
    "rail": {**CODE, "short": "ЖК РФ"},
    "local": PLAIN,
}
TABLE = {
    "act": "sea",
    "confidence": "high",
    "added_later": {"9": "закон"},
    "repealed": {"7": "закон от 01.02.2003 № 4"},
    "articles": {"1": {"parts": 2}, "2": {"points": 3, "parts": 5}, "3": {}},
}
RANGES = {"acts": {"rail": {"whole": ["1-5"], "inserted": ["2.1"], "repealed": ["4.1"]}}}
REGISTER = {"articles-tk": TABLE, "articles-gk": RANGES}
TEXT = "Плавает по закону и по обычаю порта."


def facts(*told: tuple[str, dict[str, str]]) -> tuple[Fact, ...]:
    """Citations of these acts with these marks, one after another."""
    return tuple(
        Fact("citation", act, Span(n, n + 2), {"act": "закон", **marks}) for n, (act, marks) in enumerate(told)
    )


def check(what: str, *told: tuple[str, dict[str, str]], only: tuple[str, ...] = (), day: dt.date = DAY) -> list[Any]:
    """Values of every hit."""
    outline = Outline(Document("a.md", "markdown", TEXT, TEXT), Span(0, len(TEXT)), None, "", None, (), (), ())
    reading: Any = SimpleNamespace(outline=outline, facts=facts(*told))
    return [dict(hit.values) for hit in check_cite(Cite(what, only), reading, ACTS, REGISTER, day)]


ARTICLES = {
    "есть": ("sea", {"article": "1"}, None),
    "нет": ("sea", {"article": "8"}, {"found": "ст. 8", "confidence": "high"}),
    "утратила силу": (
        "sea",
        {"article": "7"},
        {"found": "ст. 7", "replaced_by": "закон от 01.02.2003 № 4", "confidence": "high"},
    ),
    "сказано, что утратила": ("sea", {"article": "7", "stated_repealed": "1"}, None),
    "внутри другой": ("sea", {"article": "7", "within": "1"}, None),
    "без статьи": ("sea", {}, None),
    "добавлена потом": ("sea", {"article": "9"}, None),
    "часть на одну больше": ("sea", {"article": "1", "part": "3"}, None),
    "часть на две больше": (
        "sea",
        {"article": "1", "part": "4"},
        {"found": "ч. 4 ст. 1", "expected": "2", "part": "4", "confidence": "medium"},
    ),
    "части": (
        "sea",
        {"article": "1", "part": "1, 4"},
        {"found": "ч. 1, 4 ст. 1", "expected": "2", "part": "1, 4", "confidence": "medium"},
    ),
    "часть дробная": ("sea", {"article": "1", "part": "1.9"}, None),
    "без счёта частей": ("sea", {"article": "3", "part": "9", "point": "9"}, None),
    "последний пункт": ("sea", {"article": "2", "point": "3"}, None),
    "лишний пункт": (
        "sea",
        {"article": "2", "point": "4"},
        {"found": "п. 4 ст. 2", "expected": "3", "point": "4", "confidence": "high"},
    ),
    "лишний пункт части": (
        "sea",
        {"article": "2", "point": "4", "part": "9"},
        {"found": "п. 4 ч. 9 ст. 2", "expected": "3", "point": "4", "part": "9", "confidence": "high"},
    ),
    "пункт без чисел": ("sea", {"article": "2", "point": "«а»"}, None),
    "в промежутке": ("rail", {"article": "5"}, None),
    "вставленная": ("rail", {"article": "2.1"}, None),
    "за промежутком": ("rail", {"article": "6"}, {"found": "ст. 6", "confidence": "high"}),
    "вставленной нет": ("rail", {"article": "2.2"}, {"found": "ст. 2.2", "confidence": "medium"}),
    "вставленная утратила": ("rail", {"article": "4.1"}, {"found": "ст. 4.1", "confidence": "high"}),
    "без перечня статей": ("order", {"article": "999"}, None),
    "неизвестный акт": ("nothing", {"article": "999"}, None),
    "местный акт": ("sea", {"article": "8", "local": "1"}, None),
    "иностранный акт": ("sea", {"article": "8", "country": "BY"}, None),
}


@pytest.mark.parametrize(("act", "marks", "expected"), ARTICLES.values(), ids=ARTICLES)
def test_article(act: str, marks: dict[str, str], expected: dict[str, str] | None) -> None:
    """An article that is not there, stands no more, or has no such part or point; all else that it says is told."""
    whole = {"act": name_of(ACTS.get(act, PLAIN)), "article": marks.get("article", ""), **(expected or {})}

    assert ([whole] if expected else []) == check("article", (act, marks))


ORDER = "приказ Минтранса России от 05.03.2011 № 12"
GONE_SINCE = {"act": ORDER, "found": "закон", "since": "01.02.2020"}
STATUS = {
    "действует": ("order", {}, None),
    "утратил": ("gone", {}, {"replaced_by": ORDER, "confidence": "high"}),
    "по номеру": ("gone", {"known": "number"}, {"replaced_by": ORDER, "confidence": "medium"}),
    "по имени": ("gone", {"known": "name"}, {"replaced_by": ORDER, "confidence": "high"}),
    "номер правил": ("rule", {"known": "number"}, {"act": "12", "replaced_by": ORDER, "confidence": "high"}),
    "сомнительный": ("doubtful", {"known": "number"}, {"replaced_by": ORDER, "confidence": "low"}),
    "два взамен": ("several", {}, {"replaced_by": f"{ORDER}; приказ порта", "confidence": "high"}),
    "чем отменён": ("by", {}, {"replaced_by": "приказом порта", "confidence": "high"}),
    "без замены": ("alone", {}, {"confidence": "high"}),
    "завтра": ("tomorrow", {}, None),
    "сегодня": ("today", {}, {"since": "15.06.2026", "replaced_by": ORDER, "confidence": "high"}),
    "сказано, что утратил": ("gone", {"stated_repealed": "1"}, None),
    "вслед за другим": ("gone", {"follows": "1"}, None),
    "с чужой датой": ("gone", {"date": "2011-03-06"}, None),
    "профстандарт": ("standard", {}, None),
}


@pytest.mark.parametrize(("act", "marks", "expected"), STATUS.values(), ids=STATUS)
def test_status(act: str, marks: dict[str, str], expected: dict[str, str] | None) -> None:
    """An act that stands no more on that day, since when, and what stands for it."""
    assert ([{**GONE_SINCE, **expected}] if expected else []) == check("status", (act, marks))


def test_standard() -> None:
    """A standard is told by its own check alone."""
    assert [{**GONE_SINCE, "replaced_by": ORDER, "confidence": "high"}] == check("standard", ("standard", {}))
    assert [] == check("standard", ("gone", {}))
    assert [True, False] == [is_standard(ACTS[act]) for act in ("standard", "gone")]


REQUISITES = {
    "верные": ("order", {"date": "2011-03-05", "number": "12", "known": "name"}, None),
    "дата": ("order", {"date": "2011-03-06"}, {"found": "06.03.2011", "expected": "05.03.2011"}),
    "дата и номер": (
        "order",
        {"date": "2011-03-06", "number": "13"},
        {"found": "06.03.2011", "expected": "05.03.2011"},
    ),
    "вторая дата": ("again", {"date": "2012-04-06"}, None),
    "номер по имени": ("order", {"number": "13", "known": "name"}, {"found": "№ 13", "expected": "№ 12"}),
    "номер по названию": ("order", {"number": "13", "known": "title"}, {"found": "№ 13", "expected": "№ 12"}),
    "номер по дате и названию": (
        "order",
        {"number": "13", "date": "2011-03-05", "title": "О якорях", "known": "date"},
        {"found": "№ 13", "expected": "№ 12"},
    ),
    "номер по дате": ("order", {"number": "13", "date": "2011-03-05", "known": "date"}, None),
    "номер и название": ("order", {"number": "13", "title": "О якорях", "known": "number"}, None),
    "номер правил": ("rule", {"number": "13", "known": "name"}, None),
    "без точной даты": ("yearly", {"date": "2011-03-06"}, None),
    "без номера": ("bare", {"date": "2011-03-06"}, None),
    "другая часть кодекса": ("code-1", {"date": "1996-01-26", "number": "14-ФЗ", "known": "name"}, None),
    "чужой номер кодекса": (
        "code-1",
        {"number": "15-ФЗ", "known": "name"},
        {"act": "МК РФ", "found": "№ 15-ФЗ", "expected": "№ 51-ФЗ"},
    ),
    "вслед за другим": ("order", {"date": "2011-03-06", "follows": "1"}, None),
    "с чужой статьёй": ("sea", {"date": "2011-03-06", "article": "8"}, None),
}


@pytest.mark.parametrize(("act", "marks", "expected"), REQUISITES.values(), ids=REQUISITES)
def test_requisites(act: str, marks: dict[str, str], expected: dict[str, str] | None) -> None:
    """A date that is not the act's, else a number that is not, where the act is known without it."""
    whole = {"act": ORDER, "confidence": "high", **(expected or {})}

    assert ([whole] if expected else []) == check("requisites", (act, marks))


def test_expiring() -> None:
    """An act whose term ends in half a year is told once, one day later it is not yet."""
    whole = {"act": ORDER, "found": "закон", "until": "12.12.2026", "confidence": "high"}

    assert [whole] == check("expiring", ("order", {}), ("later", {}), ("term", {}), ("term", {}))
    assert [] == check("expiring", ("term", {"stated_repealed": "1"}))
    assert [] == check("expiring", ("term", {}), day=DAY - dt.timedelta(days=1))


def test_only_these_acts() -> None:
    """A rule may look at some acts alone."""
    told = ("gone", {}), ("several", {})

    assert [2, 1, 0] == [len(check("status", *told, only=only)) for only in ((), ("several",), ("order",))]


@pytest.mark.parametrize(
    ("expected", "entry"),
    [
        (ORDER, {}),
        ("МК РФ", {"short": "МК РФ"}),
        ("СанПиН 12", {"kind": "СанПиН"}),
        ("12", {"kind": "классификатор"}),
        ("12", {"kind": "правила"}),
        ("Закон РФ от 05.03.2011 № 12", {"kind": "закон"}),
        ("Федеральный закон от 05.03.2011 № 12-ФЗ", {"kind": "закон", "number": "12-ФЗ"}),
        ("постановление Правительства РФ от 05.03.2011 № 12", {"kind": "постановление", "issuer": "Правительство РФ"}),
        ("указ Президента РФ от 05.03.2011 № 12", {"kind": "указ", "issuer": "Президент РФ"}),
        (
            "приказ Минтруда России и Минздрава России от 05.03.2011 № 12",
            {"issuer": "Минтруд России и Минздрав России"},
        ),
        ("приказ МЧС России от 05.03.2011 № 12", {"issuer": "МЧС России"}),
        ("приказ МЧС России от  № 12", {"issuer": "МЧС России", "date": ""}),
    ],
)
def test_names(expected: str, entry: dict[str, str]) -> None:
    """Kind, issuer in the genitive, date and number, unless an act has a short name or only a number."""
    assert expected == name_of({**PLAIN, **entry})
