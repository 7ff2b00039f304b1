"""`jdlint settings` tells every value with its origin; the schema that editors read is the form itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from jdlint.marked import Page, plain_data
from jdlint.settings.form import FORM, LATER
from jdlint.settings.json_schema import schema_text, settings_schema
from jdlint.settings.template import TEMPLATES

Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]
COMMITTED = Path(__file__).parents[1] / "schemas" / "settings.schema.json"
FILES = {
    "base.yaml": "ignore: [LAW001]\nseverity: {SUP001: warning}\n",
    ".jdlint.yaml": 'extends: base.yaml\nselect: [BLK, STR]\nignore: [FMT]\nas-of: "2026-01-31"\n',
    "п/.jdlint.yaml": "extends: strict\noverrides:\n  - {files: x.md, ignore: BLK}\nbaseline: old.jsonl\n",
}


def values(run: Run, *words: str) -> dict[str, tuple[Any, list[str]]]:
    """Value and places of every key."""
    told = json.loads(run("settings", *words, "--format", "json").out)
    return {key: (entry["value"], entry["from"]) for key, entry in told.items()}


def test_every_key_with_its_place(run: Run, put: Put, desk: Path) -> None:
    """Each key of the form is there, with the file and line of each part of its value; nothing for a default."""
    put(FILES)
    told = values(run)

    assert {f.name for f in FORM.fields} - {"extends", *LATER} == set(told)
    assert (["LAW001", "FMT"], [f"{desk}/base.yaml:1", f"{desk}/.jdlint.yaml:3"]) == told["ignore"]
    assert (["BLK", "STR"], [f"{desk}/.jdlint.yaml:2"]) == told["select"]
    assert ({"SUP001": "warning"}, [f"{desk}/base.yaml:2"]) == told["severity"]
    assert ("2026-01-31", [f"{desk}/.jdlint.yaml:4"]) == told["as-of"]
    assert ("commercial", []) == told["profile"]


def test_settings_of_a_folder(run: Run, put: Put, desk: Path) -> None:
    """The settings told are those nearest to the path; a profile that is extended comes from that line."""
    put(FILES)
    told = values(run, "п")

    assert ("strict", [f"{desk}/п/.jdlint.yaml:1"]) == told["profile"]
    assert (f"{desk}/п/old.jsonl", [f"{desk}/п/.jdlint.yaml:4"]) == told["baseline"]
    assert ([{"files": ["x.md"], "ignore": ["BLK"]}], [f"{desk}/п/.jdlint.yaml:2"]) == told["overrides"]
    assert (["error", "warning"], []) == told["select"]


def test_as_text(run: Run, put: Put, desk: Path) -> None:
    """A line for each key, the project and the number of rules above, in both languages."""
    put(FILES)
    ru, en = run("settings").out.splitlines(), run("settings", "--lang", "en").out.splitlines()

    assert f"# проект: {desk}" == ru[0]
    assert ru[1].startswith("# правил включено: ")
    assert f"# project: {desk}" == en[0]
    assert any(line.split() == ["profile:", "commercial", "#", "by", "default"] for line in en)
    assert any(line.split() == ["lang:", "en", "#", "--lang"] for line in en)
    assert any(line.startswith("lang: ru ") and line.endswith("# язык системы") for line in ru)


def test_rules_in_force_follow_the_file(run: Run, put: Put) -> None:
    """Overrides for a file count when that file is asked about."""
    put({".jdlint.yaml": "select: [SUP001, BLK001]\noverrides: [{files: a.md, ignore: BLK}]\n", "a.md": "", "b.md": ""})
    counts = [run("settings", name).out.splitlines()[1].split()[-1].split("/")[0] for name in ("a.md", "b.md")]

    assert ["1", "2"] == counts


def test_nothing_there(run: Run) -> None:
    """A path that is not there is a wrong call."""
    assert (2, "нет такого файла или папки: нигде\n") == ((ran := run("settings", "нигде")).code, ran.err)


# --- schema -------------------------------------------------------------------------------------------------------


def test_the_committed_schema_is_up_to_date(run: Run) -> None:
    """The file is what the form says; the command prints it."""
    assert schema_text() == COMMITTED.read_text(encoding="utf-8") == run("settings", "--schema").out


def test_the_schema_is_a_schema_and_speaks_russian() -> None:
    """Editors can read it, and show what each key is for."""
    jsonschema.Draft7Validator.check_schema(settings_schema())
    silent = [name for name, told in settings_schema()["properties"].items() if not told.get("description")]

    assert [] == silent


@pytest.mark.parametrize("lang", TEMPLATES)
def test_the_template_fits_the_schema(lang: str) -> None:
    """All that `init` offers is valid in an editor."""
    lines = [line[2:] for line in TEMPLATES[lang].splitlines() if line.startswith("# ")]
    keys = "\n".join(line for line in lines if re.match(r"[a-z-]+:| +\S", line))
    data = plain_data(Page("a.yaml", keys).root)

    jsonschema.validate(data, settings_schema())
    assert len(data) > 10


@pytest.mark.parametrize(
    "text",
    ["selct: [A]", "lang: de", "jobs: -1", "overrides: [{files: a.md}]", "overrides: [{ignore: BLK}]", "sections: [x]"],
)
def test_the_schema_refuses_what_the_form_refuses(text: str) -> None:
    """What an editor can know to be wrong, it can show."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(plain_data(Page("a.yaml", text).root), settings_schema())
