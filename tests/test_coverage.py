"""A document against its professional standard: planted gaps are found and nothing else; the skeleton has none."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jdlint.check.coverage import without_repeats
from jdlint.linter import Linter
from jdlint.load.markdown import parse
from jdlint.model.coverage import ACTIONS, KNOWLEDGE, Coverage
from jdlint.model.document import Source
from jdlint.model.finding import Finding
from jdlint.model.rule import Rulebook
from jdlint.settings import Settings
from jdlint.standard.official import read_standards

DATA = Path(__file__).parent / "data/standards"
REAL = Path(__file__).parents[2] / "shared/data/professional_standards"
ZMEY = read_standards("zmey.xml", (DATA / "zmey.xml").read_bytes())
ROOT = Path(__file__).parents[1]
BLANKS = {"BLK001", "BLK007", "SUP005"}
OF_STANDARDS = tuple(f"PRO{number:03}" for number in range(1, 12))

# Three actions are missing (каркас, тяга, журнал), education is a level below, two duties are another job's.
DOCUMENT = """\
# Должностная инструкция мастера воздушных змеев

## 1. Общие положения

1.1. Инструкция составлена по профессиональному стандарту «Мастер воздушных змеев» (приказ Минтруда России \
от 14.03.2025 № 902н).

1.2. Мастер подчиняется непосредственно начальнику мастерской.

## 2. Квалификационные требования

2.1. Образование: {education}.

2.2. Опыт работы в мастерской: не менее одного года.

2.3. Мастер должен знать:

- свойства тканей и бумаги;

- основные виды каркасов;

- приёмы вязания узлов;

- правила полётов вблизи аэродромов;

- порядок записи испытаний.

## 3. Должностные обязанности

3.1. Раскраивает ткань по лекалам.

3.2. Проверяет прочность швов.

3.3. Крепит уздечку к каркасу.

3.4. Контролирует качество склеивания.

3.5. Запускает змеев на площадке.

3.6. Устраняет выявленные дефекты.

3.7. Соблюдает требования охраны труда.
{more}
## 4. Права

4.1. Запрашивать лекала и журналы испытаний.

## 5. Ответственность

5.1. За неисполнение обязанностей мастер отвечает по статье 192 Трудового кодекса Российской Федерации.
"""
FOREIGN = "\n3.8. Начисляет заработную плату водителям.\n\n3.9. Моет вагоны электричек.\n"
MISSING = ("Сборка каркаса змея из реек", "Измерение силы тяги леера", "Запись результатов испытаний в журнал")
CARRIED = (
    "\n3.8. Собирает каркас змея.\n\n3.9. Измеряет силу тяги.\n\n3.10. Записывает результаты испытаний в журнал.\n"
)


@pytest.fixture(scope="module")
def kite(rulebook: Rulebook) -> Linter:
    """A linter with the invented standard at hand."""
    settings = Settings(select=("ALL",), preview=True, assume_job_description=True)
    return Linter(rulebook, settings, dt.date(2026, 11, 22), ZMEY)


@pytest.fixture(scope="module")
def found(kite: Linter) -> Callable[[str], dict[str, Finding]]:
    """What the rules about standards say of a text, by code."""

    def of(text: str) -> dict[str, Finding]:
        findings = kite.lint(Source("a.md", text.encode())).findings
        return {f.code: f for f in findings if f.code in OF_STANDARDS}

    return of


def _coverage(linter: Linter, text: str) -> Coverage:
    reading = linter.read(linter.outlines(parse("a.md", text))[0])
    return linter.coverage(reading, linter.standards[0])


def test_planted_gaps_are_found_and_nothing_else(found: Callable[[str], dict[str, Finding]]) -> None:
    """Three actions, education a level below, two foreign duties: one finding for each matter."""
    told = found(DOCUMENT.format(education="профессиональное обучение", more=FOREIGN))

    assert {"PRO005", "PRO009", "PRO010"} == set(told)
    assert ("3", "9", "; ".join(MISSING)) == tuple(told["PRO009"].values[n] for n in ("count", "total", "found"))
    places = (told["PRO010"].place, *told["PRO010"].related)
    assert ["3.8", "3.9"] == [place.clause for place in places]
    assert "2.1" == told["PRO005"].place.clause


def test_a_whole_document_is_left_in_peace(found: Callable[[str], dict[str, Finding]]) -> None:
    """The same document with nothing planted, and one that names no standard."""
    whole = DOCUMENT.format(
        education="среднее профессиональное по программам специалистов среднего звена", more=CARRIED
    )

    assert {} == found(whole)
    unnamed = re.sub(r"1\.1\..*", "1.1. Инструкция составлена для мастерской.", whole.replace(CARRIED, FOREIGN))
    assert {} == found(unnamed)


def test_what_the_table_says(kite: Linter) -> None:
    """Each item with its clause or a gap, the foreign duties, and the powers that no right grants."""
    told = _coverage(kite, DOCUMENT.format(education="среднее", more=FOREIGN))

    assert (6, 9) == told.counts(ACTIONS)
    assert (5, 5) == told.counts(KNOWLEDGE)
    assert MISSING == tuple(x.text for x in told.lines if x.sort == ACTIONS and x.carrier is None)
    assert ["3.8", "3.9"] == [f.marks["clause"] for f in told.foreign]
    clauses = {x.text: x.carrier.marks["clause"] for x in told.lines if x.carrier}
    assert "3.1" == clauses["Раскрой ткани и (или) бумаги по лекалам"]
    assert () == told.powers
    mute = DOCUMENT.format(education="среднее", more="").replace("Запрашивать лекала и журналы испытаний", "Отдыхать")
    assert [("explanations", "Контроль качества склеивания деталей")] == [*_coverage(kite, mute).powers]


@pytest.fixture
def shelf(run: Callable[..., Any], desk: Path) -> Path:
    """A folder with the invented standard, its document, and settings that name the folder."""
    (desk / ".jdlint.yaml").write_text("standards: ./полка\n", "utf-8")
    (desk / "a.md").write_text(DOCUMENT.format(education="среднее", more=FOREIGN).replace("каркасов", "<b>"), "utf-8")
    assert 0 == run("standard", "import", str(DATA / "zmey.xml")).code
    return desk


def test_the_command(run: Callable[..., Any], shelf: Path) -> None:
    """Text, JSON and a page without scripts in which nothing of the document is markup."""
    text, data, page = (run("standard", "coverage", "a.md", "--format", f) for f in ("text", "json", "html"))

    assert (0, 0, 0) == (text.code, data.code, page.code)
    assert "– Сборка каркаса змея из реек" in text.out
    assert "→ 3.1 Раскраивает ткань по лекалам." in text.out
    told = json.loads(data.out)
    assert ("98.002", ["A"], 9) == (told["standard"]["code"], told["functions"], told["counts"]["actions"]["total"])
    assert '<td class="gap">нет</td>' in page.out
    assert "<script" not in page.out
    assert "<b>" not in page.out
    assert 0 == run("standard", "coverage", "a.md", "--function", "В", "--lang", "en").code
    assert shelf.is_dir()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("standard", "coverage", "нет.md"), "нет такого файла"),
        (("standard", "coverage", "a.md", "--standard", "98.003"), "нет стандарта 98.003"),
        (("standard", "coverage", "a.md", "--function", "Я"), "нет функции Я; есть A, B"),
        (("new", "Мастер", "--standard", "98.003"), "нет стандарта 98.003"),
        (("new", "Мастер", "--function", "A"), "нужен --standard"),
        (("new", "Мастер", "--output", "a.md"), "a.md уже есть"),
        (("new", " "), "назовите должность"),
    ],
)
@pytest.mark.usefixtures("shelf")
def test_a_wrong_call_is_told_in_one_line(run: Callable[..., Any], words: tuple[str, ...], told: str) -> None:
    """Exit 2 and what is wrong."""
    ran = run(*words)

    assert 2 == ran.code
    assert told in ran.err
    assert 1 == len(ran.err.splitlines())


def test_the_skeleton_is_whole_but_for_its_blanks(run: Callable[..., Any], shelf: Path) -> None:
    """Its coverage is 100 %, and `jdlint check` finds blanks alone; without a standard too."""
    (shelf / "a.md").unlink()  # another document for the same position would be told
    assert 0 == run("new", "Мастер воздушных змеев", "--standard", "98.002", "--function", "А", "--output", "b.md").code
    assert 0 == run("new", "старший кладовщик", "--output", "c.md").code
    text = Path("b.md").read_text("utf-8")

    assert "# Должностная инструкция мастера воздушных змеев\n" in text
    assert "3.1. Раскраивает ткань и бумагу по лекалам." in text
    assert "и (или)" not in text
    assert 1.0 == json.loads(run("standard", "coverage", "b.md", "--format", "json").out)["share"]
    for name in ("b.md", "c.md"):
        codes = {f["code"] for f in json.loads(run("check", name, "--output-format", "json").out)["findings"]}
        assert codes <= BLANKS, name
    assert "# Должностная инструкция старшего кладовщика\n" in Path("c.md").read_text("utf-8")


def test_actions_said_twice_are_one_duty(kite: Linter) -> None:
    """Of two actions that repeat each other the fuller one stays; actions on other things both do."""
    actions = (
        "Проверка прочности швов",
        "Контроль температуры клея",
        "Проверка прочности швов и узлов",
        "Контроль температуры воздуха",
    )

    assert [*actions[1:]] == without_repeats(actions, kite.rulebook.vocabulary, kite.annotator.tokens)


def test_the_sample_shows_the_part_of_its_standard(run: Callable[..., Any]) -> None:
    """The miller's document lacks three actions, asks for less education, and has two duties of other jobs."""
    sample = ROOT / "samples" / "melnik.md"
    told = json.loads(run("check", "--extend-select", "PRO", "--output-format", "json", str(sample)).out)["findings"]

    assert ["PRO005", "PRO009", "PRO010"] == sorted(f["code"] for f in told)
    values = {f["code"]: f["values"] for f in told}
    assert ("3", "9") == (values["PRO009"]["count"], values["PRO009"]["total"])
    assert "2" == values["PRO010"]["count"]


@pytest.mark.skipif(not REAL.is_dir(), reason="the official files are not beside the project")
def test_skeletons_of_real_standards_are_covered(run: Callable[..., Any], desk: Path) -> None:
    """Every generalised function of the real standards makes a skeleton that carries all of it, and has but blanks."""
    (desk / ".jdlint.yaml").write_text("standards: ./полка\n", "utf-8")
    assert 0 == run("standard", "import", *map(str, sorted(REAL.glob("*.xml")))).code
    for file in sorted(REAL.glob("*.xml")):
        for standard in read_standards(file.name, file.read_bytes()):
            for general in standard.functions:
                name = f"{standard.code}{general.code}.md"
                asked = ("--standard", standard.code, "--function", general.code)
                assert 0 == run("new", (*general.titles, standard.name)[0], *asked, "--output", name).code
                told = json.loads(run("standard", "coverage", name, *asked, "--format", "json").out)
                assert (1.0, [], []) == (told["share"], told["foreign"], told["powers"]), name
    told = json.loads(run("check", str(desk), "--ignore", "ORG", "--output-format", "json").out)
    outdated = "LAW010"  # the standard's own words are left as they are
    assert {f["code"] for f in told["findings"]} <= {*BLANKS, outdated}
