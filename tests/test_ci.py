"""What stands in action.yml and docs/ci.md works when it is run, and is what GitHub and GitLab understand."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
ACTION: dict[str, Any] = YAML(typ="safe").load(ROOT / "action.yml")
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"]}
PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
Put = Callable[[Mapping[str, str | bytes]], None]


@pytest.fixture
def shell(desk: Path, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a script in bash on the desk, with this tree's jdlint as the command."""
    programs = tmp_path / "bin"
    programs.mkdir()
    command = programs / "jdlint"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m jdlint "$@"\n', encoding="utf-8")
    command.chmod(0o755)

    def run(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", **variables}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=desk, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


def valid(file: Path, schema: str) -> None:
    """Nothing is wrong with the file by the schema that its reader publishes."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(file)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert 0 == done.returncode, done.stdout


def blocks(language: str) -> list[str]:
    """The code blocks of docs/ci.md in that language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


# --- the action -------------------------------------------------------------------------------------------------


def test_action_is_valid() -> None:
    """GitHub's schema for actions has nothing against it."""
    valid(ROOT / "action.yml", "github-actions")


def test_inputs_never_become_code() -> None:
    """No script of the action holds an expression: inputs come as variables."""
    assert all("${{" not in step.get("run", "") for step in STEPS.values())


def test_inputs_are_documented() -> None:
    """The page lists every input with its default, and every output."""
    for name, given in ACTION["inputs"].items():
        default = f"`{given['default']}`" if given["default"] else ""
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{name}` |"))
        assert default in row
    assert all(f"`{name}`" in PAGE for name in ACTION["outputs"])


@pytest.mark.parametrize(
    ("status", "fail_on", "paths"),
    [("1", "", "кадры\n"), ("0", "never", "кадры"), ("1", "error", "кадры/отдел кадров.md\n\nкадры/$(touch взлом).md")],
)
def test_check_step(shell: Any, put: Put, desk: Path, gardener: str, status: str, fail_on: str, paths: str) -> None:
    """The step passes on, keeps the exit code for the verdict, annotates and writes SARIF; paths are only paths."""
    put({"кадры/отдел кадров.md": gardener, "кадры/$(touch взлом).md": gardener})
    out = desk / "output"
    done = shell(
        STEPS["Check"]["run"],
        PATHS=paths, OPTIONS="--select\nBLK\n", FAIL_ON=fail_on, SARIF_FILE="отчёт.sarif", GITHUB_OUTPUT=str(out),
    )  # fmt: skip
    results = json.loads((desk / "отчёт.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]

    assert (0, f"exit-code={status}\n") == (done.returncode, out.read_text(encoding="utf-8")), done.stderr
    assert 2 == done.stdout.count("::error file=кадры/")
    assert ["BLK001", "BLK001"] == [result["ruleId"] for result in results]
    assert not list(desk.rglob("взлом"))


def test_check_step_stops_on_a_wrong_call(shell: Any, desk: Path) -> None:
    """Without a document there is nothing to upload: the step itself fails with the program's code."""
    words = {"PATHS": "нет", "OPTIONS": "", "FAIL_ON": "", "SARIF_FILE": "a.sarif", "GITHUB_OUTPUT": str(desk / "o")}

    assert 2 == shell(STEPS["Check"]["run"], **words).returncode
    assert not (desk / "a.sarif").exists()


@pytest.mark.parametrize("code", [0, 1])
def test_verdict(shell: Any, code: int) -> None:
    """The last step ends as the check did."""
    assert code == shell(STEPS["Verdict"]["run"], CODE=str(code)).returncode


# --- the page ---------------------------------------------------------------------------------------------------


def test_workflow_and_pipeline_are_valid(tmp_path: Path) -> None:
    """GitHub's and GitLab's schemas have nothing against the files that the page offers."""
    schemas = {"# .github/workflows/jdlint.yml": "github-workflows", "# .gitlab-ci.yml": "gitlab-ci"}
    offered = {block.splitlines()[0]: block for block in blocks("yaml")}

    assert set(schemas) == set(offered)
    for name, schema in schemas.items():
        file = tmp_path / f"{schema}.yml"
        file.write_text(offered[name], encoding="utf-8")
        valid(file, schema)


def test_pipeline_leaves_its_reports(shell: Any, put: Put, desk: Path, gardener: str) -> None:
    """GitLab's job fails on findings and leaves the reports that it names as artifacts."""
    job = YAML(typ="safe").load(next(b for b in blocks("yaml") if "gitlab" in b))["jdlint"]
    put({"instruktsii/a.md": gardener})
    done = shell("\n".join(line for line in job["script"] if line.startswith("jdlint ")))

    assert 1 == done.returncode
    assert "BLK001" in done.stdout
    assert all((desk / name).stat().st_size for name in job["artifacts"]["reports"].values())


@pytest.mark.parametrize("script", blocks("sh"), ids=lambda s: s.split(" --")[1].split("=")[0])
def test_commands_of_the_page(shell: Any, put: Put, desk: Path, gardener: str, script: str) -> None:
    """Every command of the page runs; reviewdog and gh, which are not here, are stood in for by what reads all."""
    put({"instruktsii/a.md": gardener})
    done = shell(f'reviewdog() {{ cat > piped.json; }}; gh() {{ cat "${{@: -1}}"; }}\n{script}')

    assert done.returncode == (0 if "--fail-on never" in script else 1), done.stderr
    if "reviewdog" in script:
        assert json.loads((desk / "piped.json").read_text(encoding="utf-8"))["diagnostics"]
    else:
        assert all((desk / name).stat().st_size for name in re.findall(r"--output-format \w+=(\S+)", script))
