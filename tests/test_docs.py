"""What README, the samples and the hook file promise is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), ROOT / "samples/README.md", *ROOT.glob("docs/**/*.md")])
SAMPLES = sorted(p for p in ROOT.glob("samples/*.md") if p.name != "README.md")
EXPECTED = YAML(typ="safe").load(ROOT / "samples/expected.yaml")
RULE_CODE = re.compile(r"\b(?:STR|SUP|DUT|BLK|RGT|LAW|LIA|REQ|FMT|ORG|PRO|DOC)\d{3}\b")


def rule_codes() -> set[str]:
    """The codes of the rules in this tree."""
    found = set()
    for path in ROOT.glob("rules/*/*.yaml"):
        if not path.parent.name.startswith("_"):
            found |= set(re.findall(r"^code: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE))
    return found


def anchor(heading: str) -> str:
    """The anchor that GitHub makes of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """A relative link of a page points to a file of the tree, and its anchor to a heading there."""
    tokens = MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))
    links = [
        child.attrs["href"] for token in tokens for child in token.children or [] if child.type == "link_open"
    ]  # fmt: skip

    for link in map(str, links):
        if link.startswith(("http://", "https://")):
            continue
        target, _, fragment = link.partition("#")
        file = (page.parent / target).resolve() if target else page

        assert file.exists(), link
        if fragment:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert fragment in map(anchor, headings), link


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_code_is_a_rule(page: Path) -> None:
    """No page names a rule that is not in the rulebook, but for made-up codes from 901 on in examples."""
    named = set(RULE_CODE.findall(page.read_text(encoding="utf-8")))

    assert set() == {code for code in named - rule_codes() if code[3] != "9"}


@pytest.mark.parametrize("page", ["README.md", "README.ru.md"])
def test_commands_and_options_exist(page: str) -> None:
    """Every jdlint command of the README is a command of the program, with the options it shows."""
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"```(?:sh|bat|yaml|console)\n(.*?)```", text, re.DOTALL))
    commands = re.findall(r"(?<![\w/.-])(?:\S*[\\/])?jdlint ((?:check|show|rule|test|init)\b[^\n#]*)", blocks)
    helps: dict[str, str] = {}

    assert commands
    for command in commands:
        verb = command.split()[0]
        if verb not in helps:
            done = subprocess.run(
                [sys.executable, "-m", "jdlint", verb, "--help"], capture_output=True, text=True, check=True
            )
            helps[verb] = done.stdout
        for option in re.findall(r"(?<!\S)--[a-z-]+", command):
            assert option in helps[verb], command


@pytest.mark.parametrize("number", ["1", "2"])
def test_the_two_commands_stand_where_ci_reads_them(number: str) -> None:
    """`.ci/run` runs README's own words, not a copy of them."""
    done = subprocess.run(
        [sys.executable, ROOT / ".ci/readme_command.py", number], capture_output=True, text=True, check=True
    )

    assert {"1": ".venv/bin/jdlint check samples/", "2": ".venv/bin/pytest"}[number] in done.stdout


def test_expectations_cover_the_samples() -> None:
    """Every sample has its expectations and its row in the table, and no expectation is without a sample."""
    table = (ROOT / "samples/README.md").read_text(encoding="utf-8")

    assert {p.name for p in SAMPLES} == set(EXPECTED)
    for path in SAMPLES:
        row = next(line for line in table.splitlines() if f"({path.name})" in line)
        promised = set(RULE_CODE.findall(row.split("|")[5]))
        assert promised == {finding["code"] for finding in EXPECTED[path.name]}, path.name


def test_every_expected_code_is_a_rule() -> None:
    """What a sample must show is a rule of this tree."""
    assert set() == {f["code"] for findings in EXPECTED.values() for f in findings} - rule_codes()
