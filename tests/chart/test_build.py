"""Charts of whole organisations, read from their documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import permutations

import pytest

from jdlint.chart import Chart, Trouble, build_chart
from jdlint.linter import Linter
from jdlint.model.document import Source
from jdlint.model.report import DocumentReport
from jdlint.model.rule import Rulebook
from jdlint.model.staff import Post
from jdlint.title import Titles

Draw = Callable[..., Chart]
TEXT = "# Должностная инструкция {whose}\n\n## 1. Общие положения\n\n{said}\n\n## 2. Должностные обязанности\n\n2.1. Ведёт журнал.\n"


@pytest.fixture(scope="module")
def read(linter: Linter) -> Callable[[Mapping[str, str]], list[DocumentReport]]:
    """Documents by whose they are and what they say, as the linter reports them."""

    def reports(told: Mapping[str, str]) -> list[DocumentReport]:
        texts = {f"{n}.md": TEXT.format(whose=whose, said=said) for n, (whose, said) in enumerate(told.items())}
        return [linter.lint(Source(path, text.encode())).document for path, text in texts.items()]

    return reports


@pytest.fixture(scope="module")
def draw(rulebook: Rulebook, read: Callable[[Mapping[str, str]], list[DocumentReport]]) -> Draw:
    """The chart of such documents."""

    def chart(told: Mapping[str, str], **options: object) -> Chart:
        positions = options.pop("positions", {})
        assert isinstance(positions, dict)
        return build_chart(read(told), Titles(rulebook.vocabulary, positions), **options)  # type: ignore[arg-type]

    return chart


def _edges(chart: Chart) -> list[str]:
    """Edges in words, those with a trouble marked with it."""
    names = {node.id: node.name for node in chart.nodes}
    return sorted(
        " ".join([names[e.source], e.kind.value, names[e.target], *(f"!{t.value}" for t in e.troubles)])
        for e in chart.edges
    )


def _troubles(chart: Chart) -> dict[str, tuple[Trouble, ...]]:
    return {node.name: node.troubles for node in chart.nodes if node.troubles}


def test_a_line_of_command(draw: Draw) -> None:
    """Each superior is found among the documents, under a shorter or shortened title too."""
    chart = draw(
        {
            "токаря": "1.1. Токарь подчиняется мастеру участка.",
            "мастера механического участка": "1.1. Мастер подчиняется нач. цеха.",
            "начальника цеха": "1.1. Начальник цеха подчиняется совету директоров.",
        }
    )

    assert [
        "мастер механического участка commands токарь",
        "начальник цеха commands мастер механического участка",
        "совет директоров commands начальник цеха",
    ] == _edges(chart)
    assert [True, True, True, False] == [bool(node.documents) for node in chart.nodes]
    assert [False, False, False, True] == [node.body for node in chart.nodes]
    assert ("0.md", 5) == (chart.edges[0].mentions[0].path, chart.edges[0].mentions[0].line)
    assert {} == _troubles(chart)


def test_two_superiors(draw: Draw) -> None:
    """Two superiors in one document are two lines, both broken; a functional one is no second superior."""
    chart = draw(
        {
            "токаря": "1.1. Токарь подчиняется непосредственно мастеру и технологу.",
            "сварщика": "1.1. Сварщик подчиняется непосредственно мастеру, функционально – технологу.",
        }
    )

    assert [
        "мастер commands сварщик",
        "мастер commands токарь !two-bosses",
        "технолог commands токарь !two-bosses",
        "технолог leads сварщик",
    ] == _edges(chart)
    assert {"токарь": (Trouble.TWO_BOSSES,)} == _troubles(chart)


def test_superiors_in_a_circle(draw: Draw) -> None:
    """Who commands his own superior's superior stands in a circle; who is under one of them does not."""
    chart = draw(
        {
            "мастера": "1.1. Мастер подчиняется диспетчеру.",
            "диспетчера": "1.1. Диспетчер подчиняется технологу.",
            "технолога": "1.1. Технолог подчиняется мастеру.",
            "токаря": "1.1. Токарь подчиняется мастеру.",
        }
    )

    assert {"мастер", "диспетчер", "технолог"} == {n for n, t in _troubles(chart).items() if t == (Trouble.CYCLE,)}
    assert "мастер commands токарь" in _edges(chart)
    assert "мастер commands технолог !cycle" in _edges(chart)


def test_substitutes(draw: Draw) -> None:
    """Two may replace each other; three in a circle leave nobody. «Другой токарь» and «работник» are no positions."""
    away = "1.1. На время отсутствия {} его обязанности исполняет {}."
    chart = draw(
        {
            "токаря": away.format("токаря", "фрезеровщик"),
            "фрезеровщика": away.format("фрезеровщика", "токарь"),
            "кассира": away.format("кассира", "продавец"),
            "продавца": away.format("продавца", "кладовщик"),
            "кладовщика": away.format("кладовщика", "кассир"),
            "сварщика": away.format("сварщика", "другой сварщик"),
            "маляра": away.format("маляра", "работник, назначенный приказом"),
        }
    )

    assert [
        "кассир replaces кладовщик !cycle",
        "кладовщик replaces продавец !cycle",
        "продавец replaces кассир !cycle",
        "токарь replaces фрезеровщик",
        "фрезеровщик replaces токарь",
    ] == _edges(chart)


def test_a_list_of_subordinates(draw: Draw) -> None:
    """A superior's list agrees with those who name him; whom it leaves out, or takes from another, is one-sided."""
    chart = draw(
        {
            "мастера": "1.1. Мастеру подчиняются: токарь, сварщик.",
            "токаря": "1.1. Токарь подчиняется мастеру.",
            "маляра": "1.1. Маляр подчиняется мастеру.",
            "сварщика": "1.1. Сварщик подчиняется технологу.",
        }
    )

    assert [
        "мастер commands маляр !one-sided",
        "мастер commands сварщик !two-bosses !one-sided",
        "мастер commands токарь",
        "технолог commands сварщик !two-bosses",
    ] == _edges(chart)


def test_who_leads_by_order(draw: Draw) -> None:
    """Whoever leads by order, as the settings say, is a second superior only of those who name him as theirs."""
    told = {
        "руководителя проекта": "1.1. Руководителю проекта подчиняются: токарь, сварщик.",
        "токаря": "1.1. Токарь подчиняется мастеру.",
        "сварщика": "1.1. Сварщик подчиняется руководителю проекта.",
    }

    assert [
        "мастер commands токарь",
        "руководитель проекта commands сварщик",
        "руководитель проекта leads токарь",
    ] == _edges(draw(told, by_order=("руководитель проекта",)))
    assert "руководитель проекта commands токарь !two-bosses !one-sided" in _edges(draw(told))


def test_people_of_ones_people(draw: Draw) -> None:
    """A superior's superior who counts somebody among his people is no second superior."""
    chart = draw(
        {
            "директора": "1.1. Директору подчиняются: мастер, токарь.",
            "мастера": "1.1. Мастер подчиняется директору.",
            "токаря": "1.1. Токарь подчиняется мастеру.",
        }
    )

    assert ["директор commands мастер", "мастер commands токарь"] == _edges(chart)


def test_the_staff_list(draw: Draw) -> None:
    """With a staff list, who has neither a document nor a line there is unknown; without one nobody is."""
    told = {"токаря": "1.1. Токарь подчиняется мастеру.", "маляра": "1.1. Маляр подчиняется прорабу."}
    staff = (Post("Мастер", "Цех", 1.0, 2), Post("Токарь", "Цех", 4.0, 3))
    chart = draw(told, staff=staff)

    assert {"прораб": (Trouble.UNKNOWN,)} == _troubles(chart)
    assert ["токарь", "мастер"] == [node.name for node in chart.nodes if node.staff]
    assert {} == _troubles(draw(told))


def test_names_of_the_house(draw: Draw) -> None:
    """Two names of one position, by the settings, are one node under the name that they give."""
    told = {"токаря": "1.1. Токарь подчиняется звеньевому.", "бригадира": "1.1. Бригадир подчиняется мастеру."}
    chart = draw(told, positions={"бригадир": ("звеньевой",)})

    assert ["бригадир commands токарь", "мастер commands бригадир"] == _edges(chart)


def test_near_titles(draw: Draw) -> None:
    """Of several heads of departments, a shorter title means that of one's own; else nobody in particular."""
    chart = draw(
        {
            "начальника отдела кадров": "1.1. Начальник отдела подчиняется директору.",
            "начальника отдела сбыта": "1.1. Начальник отдела подчиняется директору.",
            "специалиста отдела сбыта": "1.1. Специалист подчиняется начальнику отдела.",
            "логиста": "1.1. Логист подчиняется начальнику отдела.",
        }
    )

    assert "начальник отдела сбыта commands специалист отдела сбыта" in _edges(chart)
    assert "начальник отдела commands логист" in _edges(chart)


def test_order_of_documents(rulebook: Rulebook, read: Callable[[Mapping[str, str]], list[DocumentReport]]) -> None:
    """The chart is the same in whatever order the documents come."""
    reports = read(
        {
            "токаря": "1.1. Токарь подчиняется мастеру.",
            "мастера": "1.1. Мастеру подчиняются маляр и токарь.",
            "маляра": "1.1. Маляр подчиняется технологу.",
        }
    )
    charts = {build_chart(order, Titles(rulebook.vocabulary)) for order in permutations(reports)}

    assert 1 == len(charts)
