"""Every example of every rule holds: what fires fires at its mark, what is silent is silent."""

from __future__ import annotations

import pytest

from jdlint.linter import Linter
from jdlint.model.rule import Rulebook
from jdlint.prove import Proof, prove
from jdlint.rulebook import load_rulebook, rules_folder

RULEBOOK = load_rulebook([rules_folder()], strict=True)
EXAMPLES = [
    pytest.param(code, number, id=f"{code}-{'fires' if example.fires else 'silent'}-{number}")
    for code, rule in RULEBOOK.rules.items()
    for number, example in enumerate(rule.examples)
]


@pytest.fixture(scope="module")
def proof(rulebook: Rulebook, linter: Linter) -> Proof:
    """One run of every example."""
    return prove(rulebook, sorted(rulebook.rules), linter.as_of, coverage=True)


@pytest.mark.parametrize(("code", "number"), EXAMPLES)
def test_example(proof: Proof, code: str, number: int) -> None:
    """The example holds."""
    line = RULEBOOK.rules[code].examples[number].line

    assert [] == [f.ru for f in proof.failures if (f.code, f.line) == (code, line)]


@pytest.mark.parametrize("code", sorted(RULEBOOK.rules))
def test_every_pattern_is_needed(proof: Proof, code: str) -> None:
    """Each pattern of the rule is needed by some example."""
    lines = {example.line for example in RULEBOOK.rules[code].examples}

    assert [] == [f.ru for f in proof.failures if f.code == code and f.line not in lines]


def test_all_examples_were_run(proof: Proof) -> None:
    """Nothing was left out."""
    assert (len(RULEBOOK.rules), len(EXAMPLES)) == (proof.rules, proof.examples)


@pytest.mark.parametrize("code", sorted(RULEBOOK.rules))
def test_a_page_for_every_rule(linter: Linter, code: str) -> None:
    """What a rule says is complete in both languages: nothing empty, the message shorter than its reason."""
    rule = linter.rulebook.rules[code]

    for texts in (rule.title, rule.why, rule.message):
        assert {"ru", "en"} == set(texts)
        assert all(text.strip() for text in texts.values())
    assert rule.title["ru"] != rule.title["en"]
