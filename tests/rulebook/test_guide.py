"""docs/writing-rules.md says what the rulebook does."""

import re
import textwrap
from pathlib import Path

import pytest

from jdlint.errors import RulebookError
from jdlint.marked import Page
from jdlint.model.outline import RequisiteKind, Role
from jdlint.rulebook import parse_rule
from jdlint.rulebook.kinds import ALWAYS, KINDS
from jdlint.rulebook.phrase import CASES, parse_phrase
from jdlint.rulebook.schema import RULE

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = {"ru": (DOCS / "writing-rules.md").read_text("utf-8"), "en": (DOCS / "writing-rules.en.md").read_text("utf-8")}
GUIDE = GUIDES["ru"]
ACTS = {"tk-rf": {"kind": "кодекс", "status": "in_force"}}


def blocks(language: str, guide: str = GUIDE) -> list[str]:
    """The fenced blocks of a guide, without the indent of a list they stand in."""
    return [textwrap.dedent(block) for block in re.findall(rf" *```{language}\n(.*?)```", guide, re.DOTALL)]


def section(title: str) -> str:
    """The text under a heading."""
    return GUIDE.split(f"\n## {title}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("lang", GUIDES)
def test_the_first_rule_is_a_rule(lang: str) -> None:
    """What a reader copies from the guide works as it stands."""
    rule = parse_rule("hr-rules/hourly-report.yaml", blocks("yaml", GUIDES[lang])[0], ACTS)

    assert "HR001" == rule.code


@pytest.mark.parametrize("lang", GUIDES)
def test_the_mistakes_are_those_told(lang: str) -> None:
    """The broken rule of the guide gives exactly the messages printed there."""
    with pytest.raises(RulebookError) as caught:
        parse_rule("night-duty.yaml", blocks("yaml", GUIDES[lang])[-1], ACTS)

    assert blocks("text", GUIDES[lang])[0].splitlines() == [mistake.say(lang) for mistake in caught.value.mistakes]


def test_every_phrase_of_the_notation_is_one() -> None:
    """Each example in the table of the notation can be read."""
    phrases = re.findall(r'`"([^`]+)"` \|$', section("Запись фраз"), re.MULTILINE)

    assert 9 == len(phrases)
    assert all(parse_phrase(phrase.replace("\\|", "|")).sequences for phrase in phrases)
    assert all(f"`<{case}>`" in section("Запись фраз") for case in CASES)


def test_every_option_of_a_kind_is_one() -> None:
    """Each snippet about a kind holds nothing that the rulebook would refuse."""
    text = section("Виды правил")
    snippets = [*re.findall(r"`((?:require|measure): \{.+?\})`", text), blocks("yaml")[1]]

    assert 10 == len(snippets)
    for snippet in snippets:
        page = Page("a.yaml", snippet)
        assert page.root is not None
        RULE.read(page.root, page)
        assert [] == [m.ru for m in page.mistakes if "нет обязательного ключа" not in m.ru]
    assert all(f"**{kind}**" in text for kind in KINDS)


def test_every_key_role_and_placeholder_is_named() -> None:
    """A key, a role, a requisite or a placeholder that exists is found in the guide."""
    kind_keys = {field.name for kind in KINDS.values() for field in kind.fields}
    keys = {field.name for field in RULE.fields}
    offers = section("Что можно назвать в сообщении")

    assert set() == {key for key in keys - kind_keys if f"| `{key}` |" not in section("Ключи по порядку")}
    assert set() == {key for key in kind_keys if f"{key}" not in section("Виды правил")}
    assert set() == {role for role in Role if f"`{role.value}`" not in section("Ключи по порядку")}
    assert set() == {name for name in ALWAYS if f"`{{{name}}}`" not in offers}
    assert set() == {name for kind in KINDS.values() for name in kind.offers if f"`{{{name}}}`" not in offers}
    named = set(re.findall(r"`(\w+)`", section("Виды правил"))) & {kind.value for kind in RequisiteKind}
    assert {"approval", "acknowledgement", "signature"} <= named
