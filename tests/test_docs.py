"""What README, the samples and the hook file promise is there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from ruamel.yaml import YAML

from jdlint.cli.arguments import parse

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
            assert unquote(fragment) in map(anchor, headings), link


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_code_is_a_rule(page: Path) -> None:
    """No page names a rule that is not in the rulebook, but for made-up codes from 901 on in examples."""
    named = set(RULE_CODE.findall(page.read_text(encoding="utf-8")))

    assert set() == {code for code in named - rule_codes() if code[3] != "9"}


def commands(page: Path) -> list[str]:
    """What follows the word jdlint in the lines of a page's blocks for a shell."""
    blocks = re.findall(
        r"^ *```(?:sh|bat|console)\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    return re.findall(r"^(?:\$ | *- )?(?:\S*[\\/])?jdlint (.*)$", "\n".join(blocks), re.MULTILINE)


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda p: str(p.relative_to(ROOT)))
def test_commands_can_be_called(page: Path) -> None:
    """Every jdlint command of a page is one that the command line takes, with the options it shows."""
    for command in commands(page):
        told = command.split(" | ")[0].split(" > ")[0].split(" && ")[0]
        words = shlex.split(told.replace("\\", "/"), comments=True)
        assert parse(words, "ru").command == words[0]


def test_readmes_show_commands() -> None:
    """Both READMEs call the program."""
    assert all(commands(ROOT / name) for name in ("README.md", "README.ru.md"))


@pytest.mark.parametrize("script", ["docs/make_rules.py --check", "docs/make_reference.py --check", ".ci/console.py"])
def test_pages_are_up_to_date(script: str) -> None:
    """Generated pages say what they are made from says, and console blocks what their commands print."""
    done = subprocess.run([sys.executable, *script.split()], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stdout), "make docs"


def test_every_page_is_in_the_navigation() -> None:
    """The site leads to each page of docs; rules and decisions have lists of their own."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    named = set(re.findall(r": ([\w/-]+\.md)$", text, re.MULTILINE))
    pages = {
        p.relative_to(ROOT / "docs").as_posix() for p in [*ROOT.glob("docs/*.md"), *ROOT.glob("docs/reference/*.md")]
    }

    assert {name for name in pages if not name.endswith(".en.md")} <= named
    assert {name.replace(".en.md", ".md") for name in pages} <= named
    titles = re.findall(r"^ *- ([А-Я][^:]*):", text[text.index("\nnav:") :], re.MULTILINE)
    assert titles
    assert all(f"            {title}: " in text for title in titles), "a title without its English"


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
