"""The JSON report is what its schema says, no more and no less."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from jdlint.model.finding import Safety, Severity
from jdlint.model.outline import Role

ROOT = Path(__file__).parents[1]
SCHEMA: dict[str, Any] = json.loads((ROOT / "schemas/report.schema.json").read_text(encoding="utf-8"))


def closed(schema: Any) -> Any:
    """The schema with unknown keys forbidden in every object whose keys it lists."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: closed(part) for key, part in schema.items()}
    if isinstance(made.get("properties"), dict) and made.get("type") == "object":
        made["additionalProperties"] = False
    return made


def complaints(report: Any) -> list[str]:
    """What the schema, with nothing unsaid allowed, has against a report."""
    validator = Draft202012Validator(closed(SCHEMA), format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(report)]


def test_schema_is_a_schema() -> None:
    """It is valid JSON Schema 2020-12."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_samples(run: Callable[..., Any], lang: str) -> None:
    """The report on the samples, Markdown and Word, with every rule, fits the schema."""
    ran = run("check", str(ROOT / "samples"), "--select", "ALL", "--preview", "--output-format", "json", "--lang", lang)
    report = json.loads(ran.out)

    assert [] == complaints(report)
    assert {"docx", "markdown"} == {d["format"] for d in report["documents"]}
    assert any(f["related"] for f in report["findings"])
    assert any(d["facts"] for d in report["documents"])


def test_unread_and_empty(run: Callable[..., Any], put: Callable[[Mapping[str, str | bytes]], None]) -> None:
    """A report with an unread file, and one without any file, fit the schema."""
    assert [] == complaints(json.loads(run("check", ".", "--output-format", "json").out))
    put({"cut.docx": b"PK\x03\x04half", "blank.md": " \n"})
    report = json.loads(run("check", ".", "--output-format", "json").out)

    assert [] == complaints(report)
    assert {"cut.docx": False, "blank.md": True} == {d["path"]: d["read"] for d in report["documents"]}


def test_schema_refuses(
    run: Callable[..., Any], put: Callable[[Mapping[str, str | bytes]], None], gardener: str
) -> None:
    """The schema is no rubber stamp: a missing key, an unknown key, a wrong line and a wrong word are refused."""
    put({"a.md": gardener})
    told = json.loads(run("check", ".", "--output-format", "json").out)
    spoiled = [copy.deepcopy(told) for _ in range(4)]
    del spoiled[0]["findings"][0]["quote"]
    spoiled[1]["findings"][0]["extra"] = 1
    spoiled[2]["documents"][0]["sections"][0]["line"] = 0
    spoiled[3]["findings"][0]["severity"] = "fatal"

    assert [] == complaints(told)
    assert [1, 1, 1, 1] == [len(complaints(one)) for one in spoiled]


def test_words_of_the_schema_are_those_of_the_model() -> None:
    """Roles, severities and safeties of the schema are all that there are."""
    kinds = SCHEMA["$defs"]

    assert [r.value for r in Role] == kinds["role"]["enum"]
    assert [s.value for s in Severity] == kinds["finding"]["properties"]["severity"]["enum"]
    assert [s.value for s in Safety] == kinds["finding"]["properties"]["fix"]["anyOf"][1]["properties"]["safety"][
        "enum"
    ]
