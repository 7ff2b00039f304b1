"""The JSON Schema of rule files."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from jdlint.marked import Page, plain_data
from jdlint.rulebook import rules_folder
from jdlint.rulebook.folder import is_rule, rule_files
from jdlint.rulebook.json_schema import rule_schema, schema_text

COMMITTED = Path(__file__).parents[2] / "schemas" / "rule.schema.json"


def data(text: str) -> Any:
    return plain_data(Page("a.yaml", text).root)


def test_the_committed_schema_is_up_to_date() -> None:
    """The file is what the tables of the validator say; see the head of `jdlint.rulebook.json_schema`."""
    assert schema_text() == COMMITTED.read_text(encoding="utf-8")


def test_the_schema_is_a_schema() -> None:
    """Editors can read it."""
    jsonschema.Draft7Validator.check_schema(rule_schema())


def test_the_schema_accepts_good_rules(find: str, require: str, measure: str) -> None:
    """What the rulebook accepts, the schema accepts."""
    for text in (find, require, measure):
        jsonschema.validate(data(text), rule_schema())


def test_the_schema_accepts_our_rules() -> None:
    """All rules that come with jdlint fit the schema."""
    validator = jsonschema.Draft7Validator(rule_schema())
    rules = [file for file in rule_files(rules_folder()) if is_rule(file)]
    misfits = {file.name: [e.message for e in validator.iter_errors(data(file.data.decode()))] for file in rules}

    assert {} == {name: messages for name, messages in misfits.items() if messages}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("severity: warning", "severity: bad"),
        ("code: ZZZ001", "code: zzz"),
        ("name: purple-teapot", "name: no-teapot"),
        ("in: [duties, general]", "in: [dutys]"),
        ("fix: {safety: manual", "fixx: {safety: manual"),
        ("fix: {safety: manual", "cite: {check: status}\nfix: {safety: manual"),
        ("find:", "once: true\nrequire: {act: tea-code}\naround:"),
        ("  - silent: ", "  - quiet: "),
    ],
)
def test_the_schema_refuses_bad_rules(find: str, old: str, new: str) -> None:
    """What an editor can know to be wrong, it can show."""
    assert old in find
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data(find.replace(old, new)), rule_schema())
