"""Every example of every rule holds: what fires fires at its mark, what is silent is silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from jdlint.lint import Linter
from jdlint.model.kind import Find
from jdlint.model.rule import Rule, Rulebook
from jdlint.prove import prove
from jdlint.rulebook import load_rulebook, rules_folder

RULEBOOK = load_rulebook([rules_folder()])
EXAMPLES = [
    pytest.param(code, number, id=f"{code}-{'fires' if example.fires else 'silent'}-{number}")
    for code, rule in RULEBOOK.rules.items()
    for number, example in enumerate(rule.examples)
]


def with_rule(rule: Rule) -> Rulebook:
    """The rulebook with this rule in the place of that of its code."""
    return replace(RULEBOOK, rules={**RULEBOOK.rules, rule.code: rule})


@pytest.mark.parametrize(("code", "number"), EXAMPLES)
def test_example(linter: Linter, code: str, number: int) -> None:
    """The example holds by itself."""
    rule = RULEBOOK.rules[code]
    alone = replace(rule, examples=(rule.examples[number],))
    failures = [f for f in prove(with_rule(alone), [code], linter.as_of, linter=linter).failures if f.line != 1]

    assert [] == [failure.ru for failure in failures]
