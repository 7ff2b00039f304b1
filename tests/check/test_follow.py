"""What the kind `follow` finds, on facts that a document states: at both sides of every rung and number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import pytest

from jdlint.check.follow import check_follow
from jdlint.model.finding import Hit
from jdlint.model.kind import Follow
from jdlint.model.reading import Fact, Reading
from jdlint.model.span import Span
from jdlint.model.standard import GeneralFunction, LabourFunction, Standard

if TYPE_CHECKING:
    from jdlint.linter import Linter

DAY: Final = dt.date(2025, 3, 14)
LEVELS: Final = {
    "ladder": {str(rung): {"ru": f"ступень {rung}"} for rung in range(8)},
    "levels": {"3": {"least": 2, "most": 3}, "5": {"least": 4, "most": 4}},
    "plain": "сторож|дворник",
    "plain_most": 3,
    "floors": [{"position": "бухгалтер", "where": "ПАО", "least": 5, "law": {"ru": "по закону"}}],
}
TITLES: Final = {
    "privileges": r"вредн\w+ услови\w+",
    "entries": [
        {"position": "сварщик", "expected": "электросварщик", "privileged": True},
        {"position": "врач-кассир", "expected": "врач"},
    ],
}
Stated = Sequence[tuple[str, str, dict[str, str]]]
Found = Callable[..., list[tuple[str, dict[str, Any], list[str]]]]


@pytest.fixture(scope="module")
def found(linter: Linter, read: Callable[[str], Reading]) -> Found:
    """The words, values and related words of each hit of a check, in a document with these facts and no others.

    Each fact is stated by the line that it is told with; the first line names the document.
    """

    def of(
        check: str,
        stated: Stated,
        *lines: str,
        position: str = "смотрителя маяка",
        register: dict[str, Any] | None = None,
        standards: tuple[Standard, ...] = (),
    ) -> list[tuple[str, dict[str, Any], list[str]]]:
        named = [f"1.{n}. Факт {n}" for n in range(len(stated))]
        text = "\n\n".join([f"# Должностная инструкция {position}", "## 1. Общие положения", *named, *lines]) + "\n"
        reading = read(text)
        facts = [
            Fact(kind, value, Span(at := text.index(f"Факт {n}"), at + len(f"Факт {n}")), marks)
            for n, (kind, value, marks) in enumerate(stated)
        ]
        facts += [f for f in reading.facts if f.kind in {"duty", "known"}]
        known = {"levels": LEVELS, "titles": TITLES} if register is None else register
        hits: list[Hit] = list(
            check_follow(
                Follow(check),
                replace(reading, facts=tuple(facts)),
                linter.rulebook.vocabulary,
                known,
                standards,
                linter.annotator.tokens,
            )
        )
        return [(h.span.of(text), dict(h.values), [aside.span.of(text) for aside in h.related]) for h in hits]

    return of


def standard(name: str, *titles: str, code: str = "98.001", actions: tuple[str, ...] = ()) -> Standard:
    """A standard of one function that these positions hold."""
    function = LabourFunction("A/01.3", "Наладка", 3, actions=actions)
    return Standard(code, name, "901н", DAY, functions=(GeneralFunction("A", name, 3, titles, functions=(function,)),))


def follows(name: str, **marks: str) -> tuple[str, str, dict[str, str]]:
    """The fact that a document names a standard."""
    return "standard", "98.001", {"via": "name", "name": name, **marks}


def educated(least: int, most: int, value: str = "обучение") -> tuple[str, str, dict[str, str]]:
    """The fact that education between two rungs is asked for."""
    return "education", value, {"least": str(least), "most": str(most)}


@pytest.mark.parametrize(
    ("position", "name", "duties", "expected"),
    [
        ("смотрителя маяка", "Смотритель плотины", (), 0),
        ("смотрителя маяка", "Смотровой", (), 0),
        ("смотрителя маяка", "Повар", ("Варка", "Солит"), 1),
        ("смотрителя маяка", "Повар", (), 0),
        ("смотрителя маяка", "Повар маяка", (), 0),
        ("кока", "Кок", (), 0),
        ("ведущего специалиста", "Повар", (), 0),
        ("смотрителя маяка", "Ведущий специалист", (), 0),
        ("зажигателя огней", "Управление зажиганием", (), 0),
        ("техподдержки", "Поддержка лодок", (), 0),
        ("осветителя сцены", "Свет", ("Варка", "Солит"), 1),
        ("счётчика", "Счетчик", (), 0),
        ("смотрителя маяка", "Варка супа", ("Варка", "Солит"), 0),
        ("смотрителя маяка", "Варка супа каши", ("Варка", "Солит"), 1),
        ("смотрителя маяка", "Варка супа каши", ("Варка супа", "Солит"), 0),
        ("смотрителя маяка", "Варка супа каши рыбы", ("Варка супа", "Солит"), 0),
    ],
)
def test_a_standard_of_another_job(
    found: Found, position: str, name: str, duties: tuple[str, ...], expected: int
) -> None:
    """Its name shares no word with the title, by the first five letters, and less than half with the duties there are."""
    items = ("## 2. Должностные обязанности", *(f"2.{n}. {duty} мастера." for n, duty in enumerate(duties, 1)))
    told = found("wrong", [follows(name)], *items * bool(duties), position=position)

    assert [("Факт 0", {"standard": name, "found": "Факт 0"}, [])] * expected == told


def test_the_titles_of_a_standard_count_as_its_name(found: Found) -> None:
    """Those of the standard named, and only where the document names it itself."""
    named, cook = [follows("Повар")], standard("Повар", "Смотритель огня")
    duties = ("## 2. Должностные обязанности", "2.1. Зажигает фонари.")

    assert [] == found("wrong", named, *duties, standards=(cook,))
    assert 1 == len(found("wrong", named, *duties, standards=(replace(cook, code="98.002"),)))
    assert [] == found("wrong", [("standard", "98.001", {"via": "title", "name": "Повар"})], *duties)
    assert 2 == len(found("wrong", [follows("Повар"), follows("Смотритель"), follows("Пекарь")], *duties))
    assert 1 == len(
        found("wrong", [follows("Варка рассола"), follows("Пекарь")], "## 2. Обязанности", "2.1. Пьёт рассол.")
    )


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ([("level", "5", {}), educated(2, 3)], ("5", "ступень 4")),
        ([("level", "5", {}), educated(2, 4)], None),
        ([("level", "5", {}), ("level", "5", {}), educated(2, 3)], ("5", "ступень 4")),
        ([("level", "5", {}), ("level", "3", {}), educated(0, 0)], None),
        ([("level", "3", {}), educated(0, 1)], ("3", "ступень 2")),
        ([("level", "3", {}), educated(0, 2)], None),
        ([("level", "5", {})], None),
        ([educated(0, 0)], None),
        ([follows("Маяк"), educated(0, 0)], None),
        ([follows("Маяк", level="5"), educated(2, 3)], ("98.001", "ступень 4")),
        ([follows("Маяк", level="5"), follows("Мост", level="3"), educated(0, 0)], None),
        ([follows("Маяк", level="5", least="3"), educated(2, 3)], None),
        ([follows("Маяк", level="5", least="5"), educated(2, 4)], ("98.001", "ступень 5")),
        ([("level", "3", {}), follows("Маяк", level="5"), educated(2, 3)], None),
    ],
)
def test_education_below_the_level(found: Found, stated: Stated, expected: tuple[str, str] | None) -> None:
    """Below the least rung of the one level named, or else of the functions followed, as the standard itself says."""
    told = found("below", stated)
    value = {"level": expected[0], "expected": expected[1], "found": "обучение"} if expected else {}

    assert [value] * bool(expected) == [values for _, values, _ in told]
    assert [[f"Факт {len(stated) - 1}"]] * bool(expected) == [[words] for words, _, _ in told]
    assert [["Факт 0"]] * bool(expected) == [related for _, _, related in told]


def test_the_least_education_of_several_counts(found: Found) -> None:
    """By its lowest rung, then by its highest."""
    stated = [("level", "5", {}), educated(3, 4, "а"), educated(2, 3, "б"), educated(2, 2, "в")]

    assert ["в"] == [values["found"] for _, values, _ in found("below", stated)]
    assert ["а"] == [values["found"] for _, values, _ in found("above", [("level", "3", {}), educated(5, 5, "а")])]


@pytest.mark.parametrize(
    ("position", "line", "most", "expected"),
    [
        ("бухгалтера", "1.9. Работает в ПАО.", 4, 1),
        ("бухгалтера", "1.9. Работает в ПАО.", 5, 0),
        ("бухгалтера", "1.9. Работает в порту.", 4, 0),
        ("бухгалтера порта", "1.9. Работает в ПАО.", 4, 1),
        ("бухгалтера-кассира", "1.9. Работает в ПАО.", 4, 1),
        ("повара", "1.9. Работает в ПАО.", 4, 0),
        ("главного бухгалтера", "1.9. Работает в ПАО.", 4, 0),
    ],
)
def test_education_below_what_law_asks(found: Found, position: str, line: str, most: int, expected: int) -> None:
    """Where no level is told: of some posts of certain employers."""
    told = found("below", [educated(2, most)], line, position=position)

    assert [("Факт 0", {"level": "", "expected": "по закону", "found": "обучение"}, [])] * expected == told


@pytest.mark.parametrize(
    ("stated", "position", "expected"),
    [
        ([("level", "3", {}), educated(4, 6)], "смотрителя", None),
        ([("level", "3", {}), educated(5, 6)], "смотрителя", ("3", "ступень 3", "Факт 0")),
        ([educated(4, 6)], "сторожа", None),
        ([educated(5, 6)], "сторожа", ("", "ступень 3", "сторожа")),
        ([educated(5, 6)], "сторожа склада", ("", "ступень 3", "сторожа склада")),
        ([educated(5, 6)], "смотрителя", None),
        ([("level", "3", {})], "сторожа", None),
    ],
)
def test_education_above_the_level(
    found: Found, stated: Stated, position: str, expected: tuple[str, str, str] | None
) -> None:
    """Two rungs above the highest of the level, or of posts of plain work where no level is told."""
    told = found("above", stated, position=position)
    value = {"level": expected[0], "expected": expected[1], "found": "обучение"} if expected else {}

    assert [(f"Факт {len(stated) - 1}", value, [expected[2]] if expected else [])] * bool(expected) == told


def test_without_levels_nothing_is_compared(found: Found) -> None:
    """A rulebook without the register of levels."""
    stated = [("level", "5", {}), educated(0, 0), educated(7, 7)]

    assert [] == found("below", stated, register={})
    assert [] == found("above", stated[::-1], register={})


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("## 2. Трудовые действия и функции", "2.1. Моет огонь."),
            [("Трудовые действия и функции", "трудовые действия")],
        ),
        (("## 2. Необходимые умения", "2.1. A/01.3 моет огонь."), [("Необходимые умения", "необходимые умения")]),
        (("## 2. Обязанности", "2.1. Моет огонь (A/01.3)."), [("A/01.3", "A/01.3")]),
        (("## 2. Обязанности", "2.1. Моет огонь (В/10.5); чистит."), [("В/10.5", "В/10.5")]),
        (("## 2. Обязанности", "2.1. Моет огонь (A/01.35)."), []),
        (("## 2. Обязанности", "2.1. Моет огонь (xA/01.3)."), []),
        (("## 2. Обязанности", "2.1. Моет огонь (1/A/01.3)."), []),
        (("## 2. Обязанности", "2.1. Моет огонь (A/01.0)."), []),
        (("## 2. Права", "2.1. Моет огонь (A/01.3)."), []),
    ],
)
def test_the_words_of_a_standard(found: Found, lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    """The heading of its own list, or the code of a function in a duty; the first of them alone."""
    assert [(words, {"found": said}, []) for words, said in expected] == found("copied", [], *lines)


@pytest.mark.parametrize("spelled", ["и (или)", "и/или", "и или", "(или)", "и/(или)"])
def test_many_items_that_are_not_adapted(found: Found, spelled: str) -> None:
    """Five, the duties first, each item once."""
    known = [f"1.{n}. Знает {spelled} умеет {n}." for n in range(1, 4)]
    duties = ["## 2. Обязанности", "2.1. Моет огонь.", f"2.2. Моет {spelled} чистит огонь."]
    (hit,) = found("copied", [], *known, *duties, f"2.3. Носит {spelled} возит мел.")

    assert (f"Моет {spelled} чистит огонь.", {"found": "5"}) == hit[:2]
    assert [f"Носит {spelled} возит мел.", *(line[5:] for line in known)] == hit[2]
    assert [] == found("copied", [], *known, *duties)
    assert [] == found("copied", [], *known, *duties, "2.3. Носит или возит мел.")


@pytest.mark.parametrize(
    ("position", "line", "expected"),
    [
        ("врача-кассира", "1.9. Моет огонь.", "врач"),
        ("врача-кассира порта", "1.9. Моет огонь.", ""),
        ("сварщика", "1.9. Моет огонь.", ""),
        ("сварщика", "1.9. Имеет вредные условия.", "электросварщик"),
        ("смотрителя", "1.9. Имеет вредные условия.", "Огневой; Старший огневой"),
        ("смотрителя", "1.9. Моет огонь.", ""),
        ("огневого", "1.9. Имеет вредные условия.", ""),
    ],
)
def test_a_title_said_otherwise(found: Found, position: str, line: str, expected: str) -> None:
    """Than the nomenclature says it, or the standard where privileges hang on it."""
    shelf = (standard("Огонь", "Огневой", "Старший огневой"), standard("Мост", "Мостовой", code="98.002"))
    told = found("title", [follows("Огонь"), follows("Огонь")], line, position=position, standards=shelf)

    assert [expected] * bool(expected) == [values["expected"] for _, values, _ in told]
    assert [position] * bool(expected) == [words for words, _, _ in told]


def test_titles_need_a_register_and_a_shelf(found: Found) -> None:
    """Without titles of either nothing is told."""
    line = "1.9. Имеет вредные условия."

    assert [] == found("title", [], line, position="сварщика", register={})
    assert [] == found("title", [follows("Огонь")], line, position="смотрителя")
    assert [] == found("title", [follows("Огонь")], line, position="смотрителя", standards=(standard("Огонь"),))


ACTIONS: Final = ("Мойка огня", "Чистка стёкол", "Смазка петель", "Покраска двери", "Запись погоды", "Подъём флага")


@pytest.mark.parametrize(
    ("duties", "count", "said"),
    [
        (("Красит стены",), "6", "; ".join(ACTIONS[:5]) + "; …"),
        (("Моет огонь",), "5", "; ".join(ACTIONS[1:])),
        (("Моет огонь", "Чистит стёкла", "Смазывает петли", "Красит двери", "Записывает погоду"), "1", ACTIONS[5]),
        ((), "", ""),
    ],
)
def test_actions_that_no_duty_carries(found: Found, duties: tuple[str, ...], count: str, said: str) -> None:
    """Five of them by name; where no duty is listed at all nothing is asked."""
    lines = [f"2.{n}. {duty}." for n, duty in enumerate(duties, 1)]
    shelf = (standard("Маяк", actions=ACTIONS), standard("Мост", code="98.002", actions=ACTIONS))
    told = found("actions", [follows("Маяк")], *["## 2. Обязанности", *lines] * bool(lines), standards=shelf)

    values = {"standard": "Маяк", "count": count, "found": said, "total": "6"}
    assert [("Факт 0", values, [])] * bool(count) == told
    assert [] == found("actions", [("standard", "98.001", {"via": "title", "name": "Маяк"})], *lines, standards=shelf)


def test_duties_of_another_job(found: Found) -> None:
    """The first and the others, with the mark that ends them left out; not where another standard may know them."""
    lines = ("## 2. Обязанности", "2.1. Моет огонь.", "2.2. Красит вагоны;", "2.3. Сушит зерно.")
    shelf = (standard("Маяк", actions=ACTIONS[:1]),)
    (hit,) = found("foreign", [follows("Маяк")], *lines, standards=shelf)
    unknown = ("standard", "98.009", {"via": "name", "name": "Мост"})

    values = {"standard": "Маяк", "count": "2", "found": "Красит вагоны; Сушит зерно"}
    assert ("Красит вагоны;", values, ["Сушит зерно."]) == hit
    assert [] == found("foreign", [follows("Маяк"), unknown], *lines, standards=shelf)
    assert [] == found("foreign", [], *lines, standards=shelf)
    assert [] == found("foreign", [follows("Маяк")], *lines[:2], standards=shelf)
