"""Real documents: all are read, nothing fails, every finding stands where it says, the seed findings are found."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from jdlint.discover import read_source
from jdlint.lint import lint
from jdlint.linter import Linter
from jdlint.load import load_document
from jdlint.model.finding import Place
from jdlint.model.report import Report
from jdlint.model.rule import Rulebook
from jdlint.report import reporter
from jdlint.report.look import Look
from jdlint.settings import Settings

SHARED = Path(__file__).parents[2] / "shared"
CORPUS = SHARED / "corpus" / "dev"
SEED = SHARED / "data" / "seed_findings.tsv"
SEED_TEXT = SHARED / "seed.txt"
FILES = sorted(p for p in CORPUS.iterdir() if p.suffix in {".md", ".docx"}) if CORPUS.is_dir() else []

pytestmark = pytest.mark.skipif(not FILES, reason="the corpus is not beside this repository")


@pytest.fixture(scope="module")
def report(rulebook: Rulebook, linter: Linter) -> Report:
    """One run of every rule over every document."""
    return lint(FILES, rulebook, Settings(select=("ALL",), preview=True, jobs=1), as_of=linter.as_of)


def test_every_document_is_read(report: Report) -> None:
    """Nothing fails, and every document is read and taken for a job description."""
    assert () == report.faults
    assert [] == [d.path for d in report.documents if not d.read]
    assert [] == [f.place.path for f in report.findings if f.code.startswith("DOC")]
    assert len(FILES) == len(report.documents)


def test_findings_stand_where_they_say(report: Report) -> None:
    """The quotation is the text from line:column to its end; the context holds it; the same for related places."""
    texts = {path.as_posix(): load_document(read_source(path)).text for path in FILES}
    starts = {path: line_starts(text) for path, text in texts.items()}
    for finding in report.findings:
        for place in (finding.place, *finding.related):
            text, begin = texts[place.path], starts[place.path]
            start, end = begin[place.line - 1] + place.column - 1, begin[place.end_line - 1] + place.end_column - 1

            assert place.quote == text[start:end], (finding.code, place.path, place.line)
            assert place.quote in place.context or not place.quote.strip()


def line_starts(text: str) -> list[int]:
    """Offset of the first character of every line."""
    return [0, *(m.end() for m in re.finditer("\n", text))]


def test_fingerprints_tell_findings_apart(report: Report) -> None:
    """No two findings share a fingerprint."""
    prints = Counter(f.fingerprint for f in report.findings)

    assert [] == [p for p, count in prints.items() if count > 1]


def test_messages_are_filled(report: Report) -> None:
    """No message has a hole or a brace left in it, in either language."""
    for finding in report.findings:
        for lang in ("ru", "en"):
            message = report.message(finding, lang)

            assert not re.search(r"\{\w+\}|«»|“”|  |: *$", message), (finding.code, message)


# --- the seed documents -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the seed findings whose line stands in its document; no `quotes` when it is about the whole of it."""

    code: str
    line: str
    expected: bool
    quotes: tuple[str, ...]
    path: Path


def rows() -> Iterator[Row]:
    """What a lawyer found, or found in order, in the two seed documents: the part of the text that they hold."""
    if not SEED.is_file() or not FILES:
        return
    source = [" ".join(line.split()) for line in SEED_TEXT.read_text(encoding="utf-8").splitlines()]
    with SEED.open(encoding="utf-8") as lines:
        table: list[dict[str, Any]] = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for entry in table:
        path = next((p for p in FILES if p.name.startswith(f"seed_{entry['sample']}_")), None)
        if path is None or entry["expected"] not in {"yes", "no"}:
            continue
        text = " ".join(path.read_text(encoding="utf-8").split())
        if source[int(entry["line"]) - 1] in text:
            yield Row(entry["code"], entry["line"], entry["expected"] == "yes", quotes(entry["quote"], text), path)


def quotes(told: str, text: str) -> tuple[str, ...]:
    """The words of the text that a row quotes: several apart by «;», with «…» or a line for what is left out, and a
    remark in brackets behind them; nothing when it only describes.
    """
    if told in text:
        return (told,)
    parts = re.sub(r"\s*\([^()]*\)\W*$", "", told).split("; ")
    pieces = ([piece.strip() for piece in re.split("…|_+", part)] for part in parts)
    found = (max((piece for piece in of_part if piece in text), key=len, default="") for of_part in pieces)
    return tuple(words for words in found if re.search(r"[^\W\d]{2}", words))


@pytest.mark.parametrize("row", list(rows()), ids=lambda r: f"{r.code}-{'yes' if r.expected else 'no'}-{r.line}")
def test_seed(report: Report, rulebook: Rulebook, row: Row) -> None:
    """What should be found at that quotation is found, and what should not is not."""
    if row.code not in rulebook.rules:
        pytest.skip(f"{row.code} is not built yet")
    findings = [f for f in report.findings if f.code == row.code and f.place.path == row.path.as_posix()]
    places = [p for f in findings for p in (f.place, *f.related)]
    near = [any(set(re.findall(r"\w+", quote.lower())) & told(p, quote) for p in places) for quote in row.quotes]
    whole = [f for f in findings if not f.place.quote]

    if row.expected:
        assert findings
        assert whole or all(near)
    else:
        assert not any(near)


def told(place: Place, row: str) -> set[str]:
    """The words of a place in the block of the row's quotation; none for another block."""
    quote, context = (" ".join(text.split()) for text in (place.quote, place.context))
    return set(re.findall(r"\w+", quote.lower())) if row in context or (quote and quote in row) else set()


def test_rules_of_the_seed_are_in_the_default_set(rulebook: Rulebook) -> None:
    """What a lawyer found is found unasked, save what only shows in a document that is no draft any more."""
    preview = {row.code for row in rows() if row.code in rulebook.rules and rulebook.rules[row.code].preview}

    assert {"BLK008"} == preview


def test_report_is_json(report: Report) -> None:
    """The report on the whole corpus is JSON in both languages with as many findings as there are."""
    for lang in ("ru", "en"):
        assert len(report.findings) == len(json.loads(reporter("json")(report, Look(lang)))["findings"])
