"""Running the examples of a rule tells exactly which of them does not hold, and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]
HEAD = """\
code: ZZZ902
name: rusty-can
severity: warning
since: "0.1"
title: {ru: Ржавая лейка, en: Rusty can}
why: {ru: Лейка течёт, en: The can leaks}
basis: [{kind: method, text: {ru: Опыт сада, en: Experience of the garden}}]
"""
FIND = """\
find: ["ржавый лейка", "носить <acc:thing>"]
unless: ["лейка на картинка"]
related: ["старый ведро"]
message: {ru: "«{match}» течёт", en: "“{match}” leaks"}
examples:
"""
GOOD = """\
  - fires: "Чистит [[ржавую лейку]]."
  - fires: "[[Носит лейку]]."
    values: {thing: лейка}
  - silent: "Видит ржавую лейку на картинке."
    why: нарисована
"""

WRONG = {
    "молчит": ('  - fires: "Чистит [[новую лейку]]."\n', "должно сработать, но молчит"),
    "срабатывает": ('  - {silent: "Чистит ржавую лейку.", why: нет}\n', "должно молчать, но найдено: «ржавую лейку»"),
    "не там": ('  - fires: "[[Чистит]] ржавую лейку."\n', "отмечено «Чистит», найдено «ржавую лейку»"),
    "связанное не там": ('  - fires: "Берёт старое ведро. Чистит [[ржавую лейку]] и ((сад))."\n', "связанные места"),
    "не то значение": ('  - {fires: "[[Носит воду]].", values: {thing: лейка}}\n', "thing: ожидалось лейка, найдено"),
}


@pytest.mark.parametrize(("example", "expected"), WRONG.values(), ids=WRONG)
def test_one_wrong_example(run: Run, put: Put, example: str, expected: str) -> None:
    """The failure names the file, the line of the example, the rule and the reason, in both languages."""
    put({"own/rusty-can.yaml": HEAD + FIND + GOOD + example})
    line = (HEAD + FIND + GOOD).count("\n") + 1
    ru, en = run("test", "own"), run("test", "own", "--lang", "en")

    assert 1 == ru.code
    assert f"own/rusty-can.yaml:{line}: ZZZ902: " in ru.out
    assert expected in ru.out
    assert "не сошлось: 1" in ru.out
    assert "failures: 1" in en.out
    assert expected not in en.out


def test_all_hold(run: Run, put: Put) -> None:
    """A rule whose examples hold is clean."""
    put({"own/rusty-can.yaml": HEAD + FIND + GOOD})

    assert (0, "правил: 1, примеров: 3, не сошлось: 0\n") == ((ran := run("test", "own")).code, ran.out)


def test_what_no_example_exercises(run: Run, put: Put) -> None:
    """A phrase that no example fires, and an excuse that no silent example needs, are failures."""
    examples = GOOD.replace("Видит ржавую лейку на картинке", "Видит новую лейку").replace(
        '"Чистит [[ржавую лейку]]."', '"[[Носит сад]]."'
    )
    put({"own/rusty-can.yaml": HEAD + FIND + examples})
    told, en = run("test", "own", "--coverage"), run("test", "own", "--coverage", "--lang", "en")

    assert 0 == run("test", "own").code
    assert 1 == told.code == en.code
    assert "own/rusty-can.yaml:8: ZZZ902: find: ни одному примеру не нужно «ржавый лейка»; добавьте fires" in told.out
    assert ":9: ZZZ902: unless: ни одному примеру не нужно «лейка на картинка»; добавьте silent" in told.out
    assert ":10: ZZZ902: related: ни одному примеру не нужно «старый ведро»; добавьте fires" in told.out
    assert "не сошлось: 3, образцов в деле: 1/4" in told.out
    assert "ZZZ902: find: no example needs “ржавый лейка”; add one, fires" in en.out
    assert "failures: 3, patterns needed: 1/4" in en.out


COVERED = """\
tokens: [[{LEMMA: лейка}, {LOWER: течёт}]]
regex: ["лейк[а-я]+ капает", "лейк[а-я]+ поёт"]
around: ["во сне"]
not_for: ["фонарщик"]
lead: ["запрещаться :"]
listed: ["лить воду"]
message: {ru: "«{match}»", en: "“{match}”"}
examples:
  - fires: "[[Лейка течёт]]."
  - fires: "[[Лейка капает]]."
  - silent: "Лейка капает во сне."
    why: сон
  - silent: |
      # Должностная инструкция фонарщика

      ## 1. Общие положения

      Лейка течёт.
    whole: true
    why: фонарщику можно
  - fires: |
      1.1. Садовнику запрещается:

      - [[лить воду]];
      - спать.
"""


def test_patterns_of_every_sort_are_weighed(run: Run, put: Put) -> None:
    """Token patterns, regular expressions, excuses, positions and lists under a lead-in count like phrases do."""
    put({"own/rusty-can.yaml": HEAD + COVERED})
    told = run("test", "own", "--coverage").out

    assert "own/rusty-can.yaml:9: ZZZ902: regex: ни одному примеру не нужно «лейк[а-я]+ поёт»" in told
    assert "не сошлось: 1, образцов в деле: 6/7" in told


REQUIRED = """\
require: {phrase: ["новый лейка", "медный лейка"]}
unless: ["шланг"]
when: ["поливать"]
message: {ru: "нет: {missing}", en: "missing: {missing}"}
examples:
  - fires: "[[Поливает]] сад."
  - silent: "Поливает сад, носит новую лейку."
    why: есть
"""


def test_what_is_required_is_shown_by_silence(run: Run, put: Put) -> None:
    """A required phrase, like what lifts the requirement, is proved by an example in which the rule is silent."""
    put({"own/rusty-can.yaml": HEAD + REQUIRED})
    told = run("test", "own", "--coverage").out

    assert ":8: ZZZ902: phrase: ни одному примеру не нужно «медный лейка»; добавьте silent" in told
    assert ":9: ZZZ902: unless: ни одному примеру не нужно «шланг»; добавьте silent" in told
    assert "образцов в деле: 2/4" in told


WHOLE = """\
require: {requisite: [approval]}
message: {ru: "нет: {missing}", en: "missing: {missing}"}
examples:
  - fires: "Поливает сад."
    values: {missing: approval}
  - silent: |
      УТВЕРЖДАЮ

      # Должностная инструкция садовника

      Поливает сад.
    whole: true
    why: гриф есть
"""


def test_whole_documents(run: Run, put: Put) -> None:
    """An example may be a document itself; what is missing from it needs no mark."""
    put({"own/rusty-can.yaml": HEAD + WHOLE})

    assert 0 == run("test", "own").code


def test_rules_about_the_file(run: Run, put: Put) -> None:
    """A rule about files as such is asked through the whole run."""
    rule = (
        HEAD.replace("ZZZ902", "DOC002")
        + """\
require: {fact: [job-description]}
message: {ru: не то, en: other}
examples:
  - fires: "# Сад"
    whole: true
  - fires: "# Должностная инструкция садовника"
    whole: true
  - silent: "# Сад и огород"
    whole: true
    why: нет
"""
    )
    put({"own/other.yaml": rule})
    told = run("test", "own").out

    assert ":13: DOC002: должно сработать, но молчит" in told
    assert ":15: DOC002: должно молчать, но сработало" in told
    assert "не сошлось: 2" in told
