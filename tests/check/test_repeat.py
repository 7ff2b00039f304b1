"""Which duties are one duty said twice, measured on labelled pairs and on whole documents."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from ruamel.yaml import YAML

from jdlint.check.meaning import Meaning
from jdlint.check.repeat import check_repeat
from jdlint.check.words import noun_keys, same_word, verb_keys
from jdlint.discover import read_source
from jdlint.load import load_document
from jdlint.model.finding import Hit
from jdlint.model.kind import Repeat
from jdlint.model.reading import Reading
from jdlint.model.rule import Rulebook
from jdlint.rulebook import unmark

if TYPE_CHECKING:
    from jdlint.linter import Linter

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "dev"

Judge = Callable[[str, str], str]
Pairs = list[dict[str, str]]
WithDuties = Callable[[str], str]
Answers = list[tuple[str, dict[str, str]]]
Check = Callable[..., list[Hit]]


@pytest.fixture(scope="module")
def check(read: Callable[[str], Reading], rulebook: Rulebook, with_duties: WithDuties) -> Check:
    """Hits of one degree among duties: a list of items, or a whole document."""

    def run(degree: str, *items: str) -> list[Hit]:
        whole = items[0] if items[0].startswith("# ") else with_duties("".join(_numbered(items)))
        return list(check_repeat(Repeat("duty", degree), read(whole), rulebook.vocabulary))

    return run


@pytest.fixture(scope="module")
def judge(check: Check) -> Judge:
    """What two duties are to each other."""

    def one(first: str, second: str) -> str:
        return next((degree for degree in ("same", "near") if check(degree, first, second)), "different")

    return one


@pytest.fixture(scope="module")
def answers(judge: Judge, duty_pairs: Pairs) -> Answers:
    """Each labelled pair with what is said of it."""
    return [(judge(pair["first"], pair["second"]), pair) for pair in duty_pairs]


def _numbered(items: tuple[str, ...]) -> list[str]:
    return [f"2.{number}. {item}\n\n" for number, item in enumerate(items, 1)]


def test_the_table_of_pairs_is_fit_to_measure_with(duty_pairs: Pairs) -> None:
    """Enough pairs, half of them near misses, none twice."""
    degrees = Counter(pair["degree"] for pair in duty_pairs)

    assert {"same", "near", "different"} == set(degrees)
    assert len(duty_pairs) >= 150
    assert degrees["different"] >= 0.5 * len(duty_pairs)
    assert len(duty_pairs) == len({(pair["first"], pair["second"]) for pair in duty_pairs})


def test_precision_and_recall_on_pairs(answers: Answers) -> None:
    """Of what is called a repeat hardly any is a false alarm, and most repeats are found."""
    told = Counter((pair["degree"], said) for said, pair in answers)
    alarms = sum(n for (right, said), n in told.items() if right == "different" and said != "different")
    found = sum(n for (right, said), n in told.items() if right != "different" and said != "different")
    missed = sum(n for (right, said), n in told.items() if right != "different" and said == "different")
    confused = told["same", "near"] + told["near", "same"]
    precision, recall = found / (found + alarms), found / (found + missed)
    measured = f"pairs {len(answers)} · precision {precision:.3f} · recall {recall:.3f} · degree mistaken {confused}"
    sys.stdout.write(f"\n{measured}\n")

    assert precision >= 0.99
    assert recall >= 0.9
    assert confused == 0


def test_every_pair_is_judged_as_the_table_says(answers: Answers) -> None:
    """What is missed today stands in the table: whatever is judged otherwise, for better or worse, is told here. The
    table excuses misses alone, no false alarms and no mistaken degrees.
    """
    excused = [pair for _, pair in answers if pair["judged"]]

    assert [] == [(said, p["first"], p["second"]) for said, p in answers if said != (p["judged"] or p["degree"])]
    assert [] == [p for p in excused if p["judged"] != "different" or p["degree"] == "different"]


def test_no_near_miss_is_reported(judge: Judge, duty_pairs: Pairs) -> None:
    """Two duties that only look alike are left in peace, whichever stands first."""
    misses = [(p["first"], p["second"]) for p in duty_pairs if p["degree"] == "different"]
    both = [*misses, *((second, first) for first, second in misses)]

    assert [] == [pair for pair in both if judge(*pair) != "different"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Дежурит на причале.", "Несёт дежурство на причале."),
        ("Участвует в совещаниях.", "Принимает участие в планёрках."),
    ],
)
def test_two_words_are_enough_when_nothing_is_left_over(judge: Judge, first: str, second: str) -> None:
    """An action and a thing behind a preposition are one duty when neither says more."""
    assert "near" == judge(first, second)


@pytest.mark.parametrize("code", ["DUT001", "DUT002"])
def test_examples_of_the_rules(check: Check, rulebook: Rulebook, code: str) -> None:
    """Every example fires at its mark with its related place, or is silent."""
    rule = rulebook.rules[code]
    options: Any = rule.options
    for example in rule.examples:
        head = "" if example.whole else "# Должностная инструкция инженера\n\n## 2. Должностные обязанности\n\n"
        marked = unmark(head + example.text)
        hits = check(options.degree, marked.text)

        assert [s.of(marked.text) for s in marked.found] == [h.span.of(marked.text) for h in hits]
        assert list(marked.related) == [aside.span for h in hits for aside in h.related]


def test_no_place_gets_both_degrees(check: Check) -> None:
    """What repeats one duty word for word is not also reported as near to another."""
    items = ("Чинит сети и поплавки.", "Ремонтирует сети и поплавки артели.", "Чинит сети и поплавки.")
    same, near = check("same", *items), check("near", *items)

    assert not {hit.span for hit in same} & {hit.span for hit in near}
    assert [False] == [hit.related == () for hit in same]


def test_lead_in_belongs_to_its_items(check: Check, with_duties: WithDuties) -> None:
    """An item is compared together with the words that introduce it."""
    text = with_duties("2.1. Обеспечивает:\n\n- сохранность якорей.\n\n2.2. Обеспечивает сохранность якорей.\n")

    assert ["Обеспечивает сохранность якорей"] == [hit.span.of(text) for hit in check("same", text)]


def test_lead_in_that_tells_a_place_sets_items_apart(check: Check, with_duties: WithDuties) -> None:
    """The same work in two places is two duties."""
    text = with_duties("2.1. В доке:\n\n- красит борта катеров;\n\n2.2. В ангаре:\n\n- красит борта катеров.\n")

    assert [] == check("same", text)
    assert [] == check("near", text)


def test_topics_above_items_change_nothing(check: Check, with_duties: WithDuties) -> None:
    """A duty listed under two topics is listed twice."""
    text = with_duties("2.1. Работа с катерами:\n\n- красит борта;\n\n2.2. Подготовка сезона:\n\n- красит борта.\n")

    assert ["красит борта"] == [hit.span.of(text) for hit in check("same", text)]


def test_lead_in_is_no_repeat_of_its_items(check: Check, with_duties: WithDuties) -> None:
    """A numbered item that gathers details under it is not compared with them."""
    text = with_duties("2.1. Моет катер и прицеп\n\n- моет катер и прицеп снаружи;\n\n- вытирает стёкла.\n")

    assert [] == check("near", text)


def test_hints_and_blanks_are_no_duties(check: Check) -> None:
    """What is left to be filled in is no duty, however often it stands there."""
    assert [] == check("same", "(иные обязанности работника)", "(иные обязанности работника)")
    assert [] == check("same", "_________ (вид работ склада)", "_________ (вид работ склада)")


def test_a_duty_of_the_general_provisions_is_compared(check: Check, with_duties: WithDuties) -> None:
    """What the general provisions call the main duty is a repeat where the duties tell it too."""
    general = "## 1. Общие положения\n\n1.1. Основной обязанностью кладовщика является приёмка зерна от хозяйств.\n\n"
    text = with_duties("2.1. Принимает зерно от хозяйств.\n").replace("## 2.", general + "## 2.")
    (hit,) = check("same", text)

    assert "Принимает зерно от хозяйств" == hit.span.of(text)
    assert ["приёмка зерна от хозяйств"] == [aside.span.of(text) for aside in hit.related]


def test_giver_and_taker_are_told_apart(judge: Judge) -> None:
    """The same words with dative and genitive exchanged are another duty."""
    assert "different" == judge("Передаёт ключи боцмана шкиперу", "Передаёт ключи шкипера боцману")


def test_two_nouns_of_one_root_are_two_things() -> None:
    """«Заявка» is no «заявление», though both come from one verb; a noun and its verb are one action."""
    assert not same_word(noun_keys("заявка", {}), noun_keys("заявление", {}))
    assert same_word(noun_keys("заявление", {}), verb_keys("заявить", {}))


def test_many_duties_are_not_compared_all_with_all(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only duties that share an action and a thing are looked at closely."""
    from jdlint.check import repeat

    compared: list[Meaning] = []

    def looked(first: Meaning, _second: Meaning) -> bool:
        compared.append(first)
        return False

    monkeypatch.setattr(repeat, "is_same", looked)
    things = ("лодки", "вёсла", "якоря", "сети", "канаты", "паруса", "мачты", "катера", "буи", "причалы")
    verbs = ("Красит", "Чинит", "Моет", "Сушит", "Грузит", "Считает", "Осматривает", "Хранит", "Выдаёт", "Измеряет")
    check("same", *[f"{verb} {thing} артели" for verb in verbs for thing in things])

    assert len(compared) <= 0.1 * (100 * 99 / 2)


def test_corpus_labels(linter: Linter) -> None:
    """In real documents the sure labels are found, and next to nothing else is called a repeat."""
    missed: list[str] = []
    alarms: list[set[str]] = []
    labels = sorted((CORPUS / "gold").glob("*.yaml"))
    if not labels:
        pytest.skip("the labelled corpus is not here")
    for path in labels:
        gold = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
        said = _said_twice(linter, CORPUS / gold["file"])
        rows = [row for row in gold["findings"] if row["code"] in {"DUT001", "DUT002"}]
        missed += [r["quote"] for r in rows if r["sure"] and not any(_pins(r["quote"], words) for words in said)]
        alarms += [words for words in said if not any(_pins(row["quote"], words) for row in rows)]
    sys.stdout.write(f"\nsure labels missed {len(missed)}, false alarms {len(alarms)}\n")

    assert len(missed) <= 1
    assert len(alarms) <= 2


def _said_twice(linter: Linter, path: Path) -> list[set[str]]:
    """The words of both places of every hit in a file."""
    found = []
    for reading in map(linter.read, linter.outlines(load_document(read_source(path)))):
        for degree in ("same", "near"):
            for hit in check_repeat(Repeat("duty", degree), reading, linter.rulebook.vocabulary):
                places = (hit.span, hit.related[0].span)
                found.append(set(_words(" ".join(p.of(reading.outline.document.plain) for p in places))))
    return found


def _pins(quote: str, words: set[str]) -> bool:
    wanted = _words(quote)
    return sum(word in words for word in wanted) >= 0.7 * len(wanted)


def _words(text: str) -> list[str]:
    return re.findall(r"[0-9a-zа-я]+", text.lower().replace("ё", "е"))
