"""Reports for other programs hold what those programs ask for, whatever the documents say."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator, Draft202012Validator
from lxml import etree
from markdown_it import MarkdownIt

from jdlint.lint import lint
from jdlint.model.document import Source
from jdlint.model.finding import Finding, Severity
from jdlint.model.report import Report
from jdlint.model.rule import Rulebook
from jdlint.report import FORMATS, reporter
from jdlint.report.look import Look
from jdlint.report.markdown import MOST
from jdlint.report.sarif import uri
from jdlint.settings import Settings

ROOT = Path(__file__).parents[2]
SCHEMAS = Path(__file__).parent / "schemas"
RDJSON = Draft202012Validator(json.loads((SCHEMAS / "rdjson.schema.json").read_text(encoding="utf-8")))
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))
SARIF = json.loads((ROOT / "tests/data/sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
RU = Look("ru")
NASTY = "<script>alert(1)</script> &amp; [сюда](http://порт) ![x](y) `код` *всё* _так_ | ]]> \x0b\x1b[31m @боцман #12"


def told(name: str, report: Report, look: Look = RU) -> str:
    """The report in a format."""
    return reporter(name)(report, look)


@pytest.fixture
def nasty(report: Report) -> Report:
    """The shared report with every quotation and value hostile, and nothing set aside."""

    def spoil(finding: Finding) -> Finding:
        place = replace(finding.place, quote=NASTY, context=NASTY, line=3, column=1)
        return replace(finding, place=place, values=dict.fromkeys(finding.values, NASTY), suppressed="", baseline=False)

    return replace(report, findings=tuple(map(spoil, report.findings)))


@pytest.fixture(scope="module")
def unread(rulebook: Rulebook) -> Report:
    """A real report on files of which none can be read, one of them twins with a readable one."""
    sources = [Source("а.docx", b"PK\x03\x04"), Source("<б>&\x01.docx", b""), Source("в.md", b"\xff\xfe\x00")]
    return lint(sources, rulebook, Settings(jobs=1), as_of=dt.date(2026, 11, 22))


@pytest.fixture
def everything(report: Report, nasty: Report, unread: Report) -> list[Report]:
    """Reports of every kind: usual, hostile, about the unread, twins, suppressed or accepted alone, faulty, empty."""
    return [
        report,
        nasty,
        unread,
        replace(report, findings=report.findings * 3),
        replace(report, findings=report.findings[4:5]),
        replace(report, findings=report.findings[5:]),
        replace(report, faults=(("сбой", "failure"), ("сбой", "failure"))),
        replace(report, findings=()),
        replace(report, findings=(), documents=()),
    ]


@pytest.fixture(scope="module")
def samples(run_of_samples: Callable[[str], str]) -> Callable[[str], str]:
    """The report on the samples in a format."""
    return run_of_samples


# --- JSON Lines -------------------------------------------------------------------------------------------------


def test_jsonl_is_the_findings_of_json(report: Report) -> None:
    """Each line is one finding of the JSON report, in its order."""
    whole = json.loads(told("json", report))["findings"]

    assert whole == [json.loads(line) for line in told("jsonl", report).splitlines()]
    assert "" == told("jsonl", replace(report, findings=()))


def test_json_marks_and_counts_what_is_set_aside(report: Report) -> None:
    """What was accepted before is marked; what is suppressed is counted and not listed."""
    data = json.loads(told("json", report))

    assert ["f5"] == [f["fingerprint"] for f in data["findings"] if f.get("baseline")]
    assert 1 == data["summary"]["suppressed"]
    assert "f6" not in {f["fingerprint"] for f in data["findings"]}


# --- SARIF ------------------------------------------------------------------------------------------------------


def run_of(text: str) -> dict[str, Any]:
    """The only run of a SARIF log that fits the schema."""
    log = json.loads(text)
    wrong = [f"{list(e.absolute_path)}: {e.message}" for e in Draft4Validator(SARIF).iter_errors(log)]
    assert [] == wrong
    assert 1 == len(log["runs"])
    run: dict[str, Any] = log["runs"][0]
    return run


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_sarif_fits_the_schema(report: Report, nasty: Report, lang: str) -> None:
    """The shared report, a hostile one, an empty one and one with a fault of ours fit SARIF's schema."""
    faulty = replace(report, faults=(("сбой", "failure"),))
    for one in (report, nasty, replace(report, findings=(), documents=()), faulty):
        run_of(told("sarif", one, Look(lang)))

    assert not run_of(told("sarif", faulty))["invocations"][0]["executionSuccessful"]


def test_sarif_of_the_samples(samples: Callable[[str], str]) -> None:
    """The report on the samples, Word and Markdown, fits the schema and points only at what it declares."""
    run = run_of(samples("sarif"))
    rules, artifacts = run["tool"]["driver"]["rules"], run["artifacts"]

    assert "unicodeCodePoints" == run["columnKind"]
    assert len(run["results"]) > 50
    for result in run["results"]:
        assert result["ruleId"] == rules[result["ruleIndex"]]["id"]
        assert result["partialFingerprints"]["jdlint/v1"]
        for location in [*result["locations"], *result.get("relatedLocations", [])]:
            where = location["physicalLocation"]["artifactLocation"]
            assert where["uri"] == artifacts[where["index"]]["location"]["uri"]
            assert (ROOT / "samples" / unquote(where["uri"])).is_file()
    for rule in rules:
        assert rule["help"]["markdown"].startswith("**Почему.** ")
        assert rule["help"]["text"].startswith("Почему: ")
        assert "```" not in rule["help"]["text"]
        assert len(rule["properties"]["tags"]) <= 10


def test_sarif_keeps_what_is_set_aside(report: Report) -> None:
    """A suppressed result carries its reason; with a baseline every result tells its state."""
    results = {r["partialFingerprints"]["jdlint/v1"]: r for r in run_of(told("sarif", report))["results"]}
    alone = run_of(told("sarif", replace(report, findings=report.findings[:2])))["results"]

    assert "так велит <устав>" == results["f6"]["suppressions"][0]["justification"]
    assert {"f5": "unchanged"} == {k: r["baselineState"] for k, r in results.items() if r["baselineState"] != "new"}
    assert ["f6"] == [key for key, result in results.items() if "suppressions" in result]
    assert not any("baselineState" in result for result in alone)


def test_sarif_tells_places(report: Report) -> None:
    """Region, clause, second places and level of a finding; only a line where something is missing."""
    results = {r["partialFingerprints"]["jdlint/v1"]: r for r in run_of(told("sarif", report))["results"]}
    region = results["f3"]["locations"][0]["physicalLocation"]["region"]

    assert (12, 23, 13, 11) == tuple(region[k] for k in ("startLine", "startColumn", "endLine", "endColumn"))
    assert {"startLine": 1} == results["f1"]["locations"][0]["physicalLocation"]["region"]
    assert "duties/2.3" == results["f2"]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]
    assert [9, 12] == [r["physicalLocation"]["region"]["startLine"] for r in results["f2"]["relatedLocations"]]
    assert {"f4": "error", "f2": "warning", "f3": "note"} == {k: results[k]["level"] for k in ("f4", "f2", "f3")}
    assert ["О маяках № 12-М, ст. 7 ч. 2", "Обычай порта"] == results["f2"]["properties"]["basis"]


def test_sarif_mends_text_files_alone(report: Report) -> None:
    """The edits of a finding in Markdown are a fix; those in a Word file are not, for it is no text."""
    fix = {r["partialFingerprints"]["jdlint/v1"]: r for r in run_of(told("sarif", report))["results"]}["f2"]["fixes"][0]
    change = fix["artifactChanges"][0]
    moved = replace(report.findings[3], place=report.findings[0].place)
    word = run_of(told("sarif", replace(report, findings=(moved,))))["results"][0]

    assert "Уберите «иные поручения капитана порта»." == fix["description"]["text"]
    assert {"startLine": 13, "startColumn": 43, "endLine": 13, "endColumn": 52} == change["replacements"][0][
        "deletedRegion"
    ]
    assert "задачи" == change["replacements"][0]["insertedContent"]["text"]
    assert "fixes" not in word


@pytest.mark.parametrize(
    ("expected", "path"),
    [
        ("a/b.md", "a/b.md"),
        ("%D0%B1%D1%83%D0%B9%2C%202.md", "буй, 2.md"),
        ("100%25%20%231%3F.md", "100% #1?.md"),
        ("a%3Ab.md", "a:b.md"),
        ("file:///srv/%D1%8F.md", "/srv/я.md"),
        ("file:///C:/%D1%8F.md", "C:/я.md"),
        ("%FF.md", "\udcff.md"),
    ],
)
def test_uri(expected: str, path: str) -> None:
    """Paths are percent-encoded bytes: relative ones stay relative, absolute ones become file URIs."""
    assert expected == uri(path)


# --- GitLab -----------------------------------------------------------------------------------------------------


def gitlab_issues(text: str) -> list[dict[str, Any]]:
    """The issues of a Code Quality report that holds all that GitLab asks for."""
    issues: list[dict[str, Any]] = json.loads(text)
    for issue in issues:
        assert issue["description"].strip()
        assert issue["check_name"]
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not issue["location"]["path"].startswith(("/", "./"))
        assert issue["location"]["lines"]["begin"] >= 1
    prints = [issue["fingerprint"] for issue in issues]
    assert len(prints) == len(set(prints))
    return issues


def test_gitlab(report: Report, nasty: Report, samples: Callable[[str], str]) -> None:
    """Only new findings, with a clause in the description and a fingerprint of their own, twins too."""
    issues = gitlab_issues(told("gitlab", report))
    twins = gitlab_issues(told("gitlab", replace(report, findings=report.findings[:2] * 3)))
    gitlab_issues(told("gitlab", nasty))

    assert {"f4": "major", "f1": "major", "f3": "info", "f2": "minor"} == {
        i["fingerprint"]: i["severity"] for i in issues
    }
    assert issues[3]["description"].startswith("п. 2.3: ")
    assert 6 == len(twins)
    assert len(gitlab_issues(samples("gitlab"))) > 50


# --- JUnit ------------------------------------------------------------------------------------------------------


def suites_of(text: str) -> list[etree._Element]:
    """The suites of a report that fits the schema and whose counters are right."""
    root = etree.fromstring(text.encode())
    assert JUNIT.validate(root), JUNIT.error_log
    for holder in [root, *root]:
        cases = list(holder.iter("testcase"))
        for name, element in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert holder.get(name) == str(sum(case.find(element) is not None for case in cases))
        assert holder.get("tests") == str(len(cases))
    return list(root)


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_junit_fits_the_schema(everything: list[Report], samples: Callable[[str], str], lang: str) -> None:
    """Reports of every kind fit the schema; tests of one name, which servers would take for one, are numbered."""
    for one in everything:
        suites_of(told("junit", one, Look(lang)))
    suites_of(samples("junit"))
    names = [case.get("name") for case in suites_of(told("junit", everything[3], Look(lang)))[0]]

    assert [*names[:1], f"{names[0]} (2)", f"{names[0]} (3)"] == names


def test_the_schema_of_junit_refuses(report: Report) -> None:
    """What a server could not read does not fit."""
    right = told("junit", report)
    for old, new in (
        (' classname="', ' class="'), (' tests="', ' tests="-'), ('<failure message="', '<failure message="" x="'),
        ("<testcase", "<test"), (' line="', ' line="x'), (' name="', ' called="'), ("<failure", "<skipped/><failure"),
    ):  # fmt: skip
        assert right != right.replace(old, new)
        assert not JUNIT.validate(etree.fromstring(right.replace(old, new).encode(), etree.XMLParser(recover=True)))


def test_junit(report: Report, nasty: Report, samples: Callable[[str], str]) -> None:
    """A suite a document; errors and warnings fail, advice and the accepted are skipped, the unread are errors."""
    unread, read = suites_of(told("junit", report))
    suites_of(told("junit", nasty))
    faulty = suites_of(told("junit", replace(report, faults=(("сбой", "failure"),))))

    assert ("1", "0") == (unread.get("errors"), unread.get("failures"))
    assert ("2", "2") == (read.get("failures"), read.get("skipped"))
    assert "1" == faulty[-1].get("errors")
    assert "Что сделать: Уберите «иные поручения капитана порта»" in str(read[2][0].text)
    assert len(suites_of(samples("junit"))) >= 28


def test_junit_of_a_clean_document(report: Report) -> None:
    """A document without findings is one passed test."""
    suites = suites_of(told("junit", replace(report, findings=())))

    assert [("1", "0", "замечаний нет")] * 2 == [(s.get("tests"), s.get("failures"), s[0].get("name")) for s in suites]


# --- reviewdog --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_rdjson_fits_the_schema(everything: list[Report], samples: Callable[[str], str], lang: str) -> None:
    """Reports of every kind fit the schema, with a diagnostic for each finding that asks for something."""
    for one in everything:
        data = json.loads(told("rdjson", one, Look(lang)))
        assert [] == [f"{list(e.absolute_path)}: {e.message}" for e in RDJSON.iter_errors(data)]
        assert len(one.new) == len(data["diagnostics"])
    RDJSON.validate(json.loads(samples("rdjson")))


def test_the_schema_of_rdjson_refuses(report: Report) -> None:
    """Fields that there are not, columns at one end alone, numbers that count from nought, words for numbers."""
    for spoil in (
        {"path": "а.md", "range": {"start": {"line": 0}}},
        {"path": "а.md", "range": {"start": {"line": 1, "column": 2}, "end": {"line": 1}}},
        {"path": "а.md", "range": {"start": {"line": "1"}}},
        {"path": "а.md", "lines": {"start": {"line": 1}}},
        {"range": {"start": {"line": 1}}},
    ):
        data = json.loads(told("rdjson", report))
        data["diagnostics"][0]["location"] = spoil
        assert not RDJSON.is_valid(data)


def test_rdjson_suggests(report: Report) -> None:
    """An edit inside the words is a suggestion, its columns in bytes; one elsewhere, or with others, is none."""
    finding = report.findings[3]
    at = next(d for d in json.loads(told("rdjson", report))["diagnostics"] if "suggestions" in d)
    edit = finding.edits[0]
    others = (
        replace(finding, edits=(edit, replace(edit, column=38, end_column=42, old="иные", new="эти"))),
        replace(finding, edits=(replace(edit, line=12, end_line=12),)),
        replace(finding, edits=(replace(edit, old="другое"),)),
        replace(finding, place=replace(finding.place, byte=0)),
        replace(finding, place=replace(finding.place, path=report.documents[0].path)),
    )
    elsewhere = json.loads(told("rdjson", replace(report, findings=others)))["diagnostics"]
    start = at["location"]["range"]["start"]["column"]

    assert [
        {
            "range": {"start": {"line": 13, "column": start + 9}, "end": {"line": 13, "column": start + 27}},
            "text": "задачи",
        }
    ] == at["suggestions"]
    assert not any("suggestions" in diagnostic for diagnostic in elsewhere)


def test_rdjson_columns_are_bytes(samples: Callable[[str], str]) -> None:
    """The bytes of the file between start and end are the words quoted, in every Markdown sample."""
    quotes = [f for f in json.loads(samples("json"))["findings"] if f["quote"] and f["path"].endswith(".md")]
    ranges = [
        (d["location"]["path"], d["location"]["range"])
        for d in json.loads(samples("rdjson"))["diagnostics"]
        if d["location"]["path"].endswith(".md") and "column" in d["location"]["range"]["start"]
    ]

    assert len(quotes) == len(ranges) > 30
    for finding, (path, where) in zip(quotes, ranges, strict=True):
        lines = (ROOT / "samples" / path).read_bytes().splitlines(keepends=True)
        start, end = where["start"], where["end"]
        first = sum(map(len, lines[: start["line"] - 1])) + start["column"] - 1
        last = sum(map(len, lines[: end["line"] - 1])) + end["column"] - 1
        assert finding["quote"] == b"".join(lines)[first:last].decode()


# --- Markdown and HTML ------------------------------------------------------------------------------------------


def test_markdown_says_what_it_says(nasty: Report) -> None:
    """Rendered, the words of a document are words: no tag, no link, no image, no code, no mention."""
    text = told("markdown", nasty)
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)
    own = {"<details open>", "</details>", "<summary>", "</summary>", "<b>", "</b>", "<br>"}
    tags = set(re.findall(r"</?[a-z0-9]+[^>]*>", html))

    assert own | {"<h3>", "</h3>", "<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<strong>", "</strong>"} | {
        "<em>", "</em>", "<code>", "</code>"
    } >= tags  # fmt: skip
    assert set(re.findall(r"<code>(.*?)</code>", html)) <= set(nasty.rules)
    assert "@б" not in html
    assert "#1" not in html


def test_markdown_is_bounded(report: Report) -> None:
    """However much is found, the comment fits, is closed, and says how much it left out."""
    many = replace(report, findings=report.findings[:4] * 400)
    text = told("markdown", many)
    listed = len(re.findall(r"^- ", text, re.MULTILINE))

    assert len(text) <= MOST
    assert text.count("<details") == text.count("</details>")
    assert f"не поместилось замечаний: {1600 - listed};" in text
    assert listed > 100


def test_markdown_of_a_clean_run(report: Report) -> None:
    """Nothing found is one line."""
    assert "### jdlint — 2 документа: замечаний нет\n" == told("markdown", replace(report, findings=()))


# --- all of them ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FORMATS)
def test_pure(report: Report, name: str) -> None:
    """The same report is told in the same bytes, without colour escapes unless asked for."""
    assert told(name, report) == told(name, report)
    assert "\x1b" not in told(name, replace(report, findings=report.findings[:4]))


@pytest.mark.parametrize("name", FORMATS)
def test_suppressed_findings_are_told_by_sarif_alone(report: Report, name: str) -> None:
    """What a document allows is nowhere but in SARIF, which marks it."""
    assert (name == "sarif") == ("шторм" in told(name, report))


def test_severity_counts_leave_out_what_is_set_aside(report: Report) -> None:
    """The suppressed and the accepted fail nothing."""
    assert (2, 1, 1) == tuple(report.count(s) for s in Severity)
    assert (6, 5, 4) == (len(report.findings), len(report.shown), len(report.new))
