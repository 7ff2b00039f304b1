"""From what was found to what a program may write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from jdlint.check.engine import World
from jdlint.check.mend import edits_of, unallowed
from jdlint.fix.text import applied
from jdlint.model.finding import Edit, Hit, Place, Safety, Severity
from jdlint.model.kind import Find
from jdlint.model.reading import Reading
from jdlint.model.rule import FixNote, Mend, Rule, Substitution
from jdlint.model.span import Lines, Span

SLIPS = {"sign": {"find": r"№(\d)", "put": r"№ \1"}, "dots": {"find": r"\.\."}}
ORDER = {"kind": "приказ", "issuer": "Минтранс России", "number": "12", "date": "2011-03-05", "replaced_by": "new"}
ACTS = {"old": ORDER, "new": {**ORDER, "number": "77"}}
HEAD = "# Должностная инструкция боцмана\n\n"
Mended = Callable[..., list[tuple[int, int, str, str]]]


@pytest.fixture
def mended(read: Callable[[str], Reading]) -> Mended:
    """The edits of a finding at these words, of a rule with this fix: line, column, what goes, what comes."""
    world = World(ACTS, {}, {"typography": SLIPS}, dt.date(2026, 11, 22))

    def run(text: str, words: str, fix: FixNote | None, **values: Any) -> list[tuple[int, int, str, str]]:
        start = text.index(words)
        rule = Rule("ZZZ001", "z", Severity.INFO, "0.1", {}, {}, (), "find", Find(), {}, (), fix=fix)
        hit = Hit(Span(start, start + len(words)), values)
        edits = edits_of(rule, hit, read(text), Lines(text), world)
        assert all((e.end_line, e.end_column) == _end(e) for e in edits)
        return [(e.line, e.column, e.old, e.new) for e in edits]

    return run


def _end(edit: Edit) -> tuple[int, int]:
    lines = edit.old.split("\n")
    return edit.line + len(lines) - 1, len(lines[-1]) + (edit.column if len(lines) == 1 else 1)


def put(*pairs: tuple[str, str], safety: Safety = Safety.SAFE) -> FixNote:
    """A fix of these substitutions."""
    return FixNote(safety, {}, tuple(Substitution(old, new) for old, new in pairs))


TEXT = HEAD + "## 1. Права\n\n1.1. Криминальный якорь, ржавый якорь и якорь.\n"


@pytest.mark.parametrize(
    ("expected", "words", "fix"),
    [
        ([(5, 6, "Криминальный", "Уголовный")], "Криминальный", put(("криминальный", "уголовный"))),
        ([(5, 33, "якорь", "фал")], "ржавый якорь", put(("якорь", "фал"))),
        ([(5, 33, "якорь", "фал"), (5, 41, "якорь", "фал")], "якорь и якорь", put(("якорь", "фал"))),
        ([(5, 19, "якорь", "фал")], "якорь", put(("ЯКОРЬ", "фал"))),
        ([(5, 26, "ржавый", "ржавая")], "ржавый", put((r"(ржав)ый", r"\1ая"))),
        ([(5, 26, "ржавый якорь", "фал")], "якорь и", put(("ржавый якорь", "фал"))),
        ([(5, 26, "ржавый", "старый")], "ржавый", put(("ржавый", "новый"), ("новый", "старый"))),
        ([(5, 26, "ржавый", "очень старый")], "ржавый", put(("ржавый", "и ветхий"), ("и ветхий", "очень старый"))),
        ([(1, 26, "боцмана", "юнги")], "инструкция", put(("инструкция боцмана", "инструкция юнги"))),
        ([], "ржавый", put(("якорь", "фал"))),
        ([], "ржавый", put((r"\s+якорь", "фал"), (r"якорь,\s+", "фал"))),
        ([], "ржавый", put(("ржавый", "ржавый"))),
        ([], "ржавый", put(("криминальный", "уголовный"))),
        ([], "ржавый", put(("ржавый", "новый"), safety=Safety.MANUAL)),
        ([(5, 26, "ржавый", "новый")], "ржавый", put(("ржавый", "новый"), safety=Safety.UNSAFE)),
        ([], "ржавый", FixNote(Safety.SAFE, {})),
        ([], "ржавый", None),
        ([], "", put(("Криминальный", "уголовный"))),
    ],
)
def test_substitutions(mended: Mended, expected: list[Any], words: str, fix: FixNote | None) -> None:
    """One after another, where they touch the words found and nowhere else, with the capital that was there."""
    assert expected == mended(TEXT, words, fix)


@pytest.mark.parametrize(
    ("expected", "words", "new"),
    [
        ("фал, проржавевший якорь и якорь", "якорь, ржавый", "проржавевший"),
        ("фал, мой якорь и якорь", "якорь, ржавый", "мой"),
        ("фал, мой фал и якорь", "якорь, ржавый я", "мой"),
        ("фал, проржавевший фал и якорь", "якорь, ржавый я", "проржавевший"),
        ("фал, проржавевший фал и фал", "якорь, ржавый якорь и я", "проржавевший"),
    ],
)
def test_words_found_grow_and_shrink(mended: Mended, expected: str, words: str, new: str) -> None:
    """After the first substitution the next one still reaches just as far as the words that were found."""
    told = mended(TEXT, words, put(("ржавый", new), ("якорь", "фал")))
    edits = [Edit(line, column, line, column + len(old), old, new) for line, column, old, new in told]

    assert f"1.1. Криминальный {expected}." == applied(TEXT, edits).split("\n")[4]


def test_what_only_touches_the_words_found(mended: Mended) -> None:
    """Words that end where those found begin, or begin where they end, even when these have grown, are left."""
    text = f"{HEAD}## 1. Права\n\nО якорь бьёт о борт.\n"

    assert [(5, 17, "й", "й –")] == mended(TEXT, "якорь, ржавый", put(("ржавый", "ржавый"), (r"\s+якорь", " – якорь")))
    assert [(5, 1, "О", "Об")] == mended(text, "О якорь", put((r"\bо\b", "об")))
    assert [(5, 1, "О", "Об")] == mended(text, "О", put((r"\bо\b", "об"), (" якорь", " фал")))


def test_no_markup_is_touched(mended: Mended) -> None:
    """A finding whose mending would run over markup is left whole, its other edits too."""
    text = HEAD + "## 1. Права\n\n1.1. Якорь и **ржавый** якорь.\n"
    over = put((r"ржавый +якорь", "новый фал"), ("^1.1. Якорь", "1.1. Фал"))

    assert [(5, 16, "ржавый", "новый")] == mended(text, "ржавый", put(("ржавый", "новый")))
    assert [] == mended(text, text[text.index("Якорь") : -2], over)


@pytest.mark.parametrize(
    ("expected", "text", "words", "value"),
    [
        ([(3, 7, "п", "П")], "## 1. права\n\nЕст.\n", "права", "lower"),
        ([(3, 7, "п", "П")], "## 1. права\n\nЕст.\n", "права", ("lower",)),
        ([(3, 7, "п", "П")], "## 1. права\n\nЕст.\n", "права", ("lower", "upper")),
        ([(3, 4, "iv", "IV")], "## iv. Права\n\nЕст.\n", "iv. Права", "roman"),
        ([], "## 4. Права\n\nЕст.\n", "Права", "roman"),
        ([], "## 1. ПРАВА\n\nЕст.\n", "ПРАВА", "upper"),
        ([], "## 1. права\n\nЕст.\n", "права", ()),
        ([], "Ест.\n\n## 1. права\n\nПьёт.\n", "Ест.", "lower"),
    ],
)
def test_case(mended: Mended, expected: list[Any], text: str, words: str, value: Any) -> None:
    """A heading gets its capital, or its Roman number in capitals; other slips of case take a person."""
    assert expected == mended(HEAD + text, words, FixNote(Safety.SAFE, {}, mend=Mend.CASE), format=value)


@pytest.mark.parametrize(
    ("expected", "value"),
    [
        ([(5, 10, "№", "№ "), (5, 19, "№", "№ ")], "sign"),
        ([(5, 10, "№", "№ "), (5, 19, "№", "№ ")], ("sign", "dots")),
        ([], "dots"),
        ([], "unheard_of"),
        ([], ()),
    ],
)
def test_slips(mended: Mended, expected: list[Any], value: Any) -> None:
    """Every slip of that sort in the block is mended, as the vocabulary says; one without a mending is not."""
    text = f"{HEAD}## 1. Права\n\n1.1. Акт №5 и акт №6..\n\n1.2. Акт №7.\n"

    assert expected == mended(text, "Акт №5", _mend(Mend.SLIP), slip=value)


def test_slips_of_the_title(mended: Mended) -> None:
    """The first line of a document is mended as any other."""
    text = f"{HEAD.rstrip()} №5\n\n## 1. Права\n\nЕст.\n"

    assert [(1, 34, "№", "№ ")] == mended(text, "№5", _mend(Mend.SLIP), slip="sign")


def _mend(way: Mend) -> FixNote:
    return FixNote(Safety.SAFE, {}, mend=way)


def test_each_way_to_mend(mended: Mended) -> None:
    """A rule names the way: one alphabet, taken out, counted anew, moved; a suppression is no matter of the text."""
    text = HEAD + "## 1. Ответственность\n\n1.1. Пьёт.\n\n1.3. Ведёт жуpнал.\n\n## 2. Права\n\nЕст.\n"

    assert [(7, 12, "жуpнал", "журнал")] == mended(text, "жуpнал", _mend(Mend.ALPHABET))
    assert [(11, 1, "Ест.", "")] == mended(text, "Ест.", _mend(Mend.REMOVE))
    assert [(7, 3, "3", "2")] == mended(text, "1.3. Ведёт", _mend(Mend.RENUMBER))
    assert "## 2. Ответственность" in "".join(new for *_, new in mended(text, "Ответственность", _mend(Mend.REORDER)))
    assert [] == mended(text, "Пьёт", _mend(Mend.UNALLOW))


def test_acts_of_the_register_succeed(mended: Mended) -> None:
    """The register tells by what act a repealed one is replaced."""
    text = f"{HEAD}## 1. Права\n\nЕст по приказу № 12.\n"
    act = "приказ Минтранса России от 05.03.2011 № 12"

    assert [(5, 18, "12", "77")] == mended(text, "приказу № 12", _mend(Mend.SUCCESSOR), act=act)


def allowed(text: str) -> Place:
    """The place of a suppression."""
    return Place("а.md", 3, 5, 3, 5 + len(text), text, text)


@pytest.mark.parametrize(
    ("expected", "text", "codes"),
    [
        ("", "<!-- jdlint: allow DUT001 -- так надо -->", ["DUT001"]),
        ("<!-- jdlint: allow DUT002 -- так надо -->", "<!-- jdlint: allow DUT001 DUT002 -- так надо -->", ["DUT001"]),
        ("<!-- jdlint: allow DUT001, FMT005 – да -->", "<!-- jdlint: allow DUT001; DUT002,FMT005 – да -->", ["DUT002"]),
        ("<!--jdlint:ALLOW-FILE DUT002 — да\nнет -->", "<!--jdlint:ALLOW-FILE DUT001:DUT002 — да\nнет -->", ["DUT001"]),
        ("", "<!-- jdlint: allow DUT001, DUT002 -- да -->", ["DUT001", "DUT002"]),
        (None, "<!-- jdlint: allow DUT001 -- да -->", []),
        ("", "<!-- jdlint: allow DUT001 -->", ["DUT001"]),
        (None, "<!-- jdlint: allow DUT001 ->", ["DUT001"]),
        (None, "сказано: <!-- jdlint: allow DUT001 -- да -->", ["DUT001"]),
    ],
)
def test_codes_go_out_of_a_suppression(expected: str | None, text: str, codes: list[str]) -> None:
    """The others stay with the reason; with the last one the whole suppression goes."""
    edits = unallowed(allowed(text), codes)

    assert (() if expected is None else (Edit(3, 5, 3, 5 + len(text), text, expected),)) == edits
