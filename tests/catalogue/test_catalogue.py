"""Every example of the catalogue, in a document of its own: the bad ones fire their rule, the good ones do not."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from jdlint.linter import Linter
from jdlint.load.markdown import parse
from jdlint.model.rule import Rulebook
from jdlint.settings import Settings

sys.path.insert(0, str(Path(__file__).parent))  # the modules beside this test are its own
from draft import Draft
from placing import BUILDERS, document
from remainder import REMAINDER
from table import Key

CATALOGUE = Path(__file__).parents[3] / "shared" / "catalogue.yaml"
ENOUGH = 0.97
ON = {("LAW008", "bad", 3): dt.date(2027, 4, 1), ("LAW008", "good", 3): dt.date(2026, 1, 15)}

pytestmark = pytest.mark.skipif(not CATALOGUE.is_file(), reason="the catalogue is not beside this repository")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an example."""

    key: Key
    example: str
    right: bool


def examples() -> Mapping[Key, str]:
    """The examples by code, kind and number."""
    catalogue = YAML(typ="safe").load(CATALOGUE)
    return {
        (rule["code"], kind, i): example
        for rule in catalogue["rules"]
        if not rule["code"].startswith("ORG")
        for kind in ("bad", "good")
        for i, example in enumerate(rule[kind])
    }


@pytest.fixture(scope="module")
def results(rulebook: Rulebook, linter: Linter) -> list[Result]:
    """Every example of a rule that exists, put to that rule alone on the day it speaks of."""
    settings = Settings(select=("ALL",), preview=True, assume_job_description=True)
    linters = {day: Linter(rulebook, settings, day) for day in ON.values()}
    out = []
    for key, example in examples().items():
        if rule := rulebook.rules.get(key[0]):
            chosen = linters[ON[key]] if key in ON else linter
            readings = [chosen.read(o) for o in chosen.outlines(parse("example.md", document(key, example)))]
            fired = any(chosen.check(reading, [rule]) for reading in readings)
            out.append(Result(key, example, fired == (key[1] == "bad")))
    return out


def table(results: list[Result]) -> str:
    """The examples that went wrong, a line each, with the reason that is known."""
    lines = [
        f"{code} {kind} {i}: {r.example}\n    {REMAINDER.get(r.key, 'НЕ ОБЪЯСНЕНО')}"
        for r in results
        for code, kind, i in [r.key]
    ]
    return "\n".join(lines)


@pytest.mark.parametrize("kind", ["bad", "good"])
def test_rate(results: list[Result], kind: str) -> None:
    """Of the bad examples at least 97 in a hundred fire, of the good ones at least 97 in a hundred are silent."""
    mine = [r for r in results if r.key[1] == kind]
    wrong = [r for r in mine if not r.right]
    told = f"{kind}: {len(mine) - len(wrong)} of {len(mine)} = {1 - len(wrong) / len(mine):.2%}\n{table(wrong)}"
    print(told)

    assert 1 - len(wrong) / len(mine) >= ENOUGH, told


def test_remainder_is_exact(results: list[Result]) -> None:
    """What goes wrong is what is listed with a reason: nothing more, and nothing that has been mended since."""
    wrong = [r for r in results if not r.right]
    judged = {r.key for r in results}

    assert [] == [r.key for r in wrong if r.key not in REMAINDER], table(wrong)
    assert [] == [key for key in REMAINDER if key in judged and key not in {r.key for r in wrong}]


def test_builders_stand_for_examples() -> None:
    """Every builder and every line of the remainder belongs to an example of the catalogue."""
    known = examples()

    assert [] == [key for key in (*BUILDERS, *REMAINDER, *ON) if key not in known]


def test_clean_document(rulebook: Rulebook, linter: Linter) -> None:
    """The document that examples are put into has no finding of its own."""
    readings = [linter.read(o) for o in linter.outlines(parse("clean.md", Draft().text()))]

    assert [] == [
        (f.code, f.place.quote)
        for r in readings
        for f in linter.check(r, [*rulebook.rules.values()])
        if f.code[:3] != "DOC"
    ]
