"""`show` prints the reading text as findings count it, and how each block was understood."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]
SAMPLES = Path(__file__).parents[1] / "samples"
TEXT = """\
УТВЕРЖДАЮ

# Должностная инструкция садовника

## 1. Общие положения

1.1. Садовник подчиняется начальнику парка.

1.2. Знает:

- розы;

## 2. Должностные обязанности

2.1. Поливает ____ (указать что) клумбы.
"""


def test_json(run: Run, put: Put) -> None:
    """Path, text, blocks with section, clause and blanks, sections and facts, as the contract says."""
    put({"a.md": TEXT})
    told = json.loads(run("show", "a.md", "--format", "json").out)

    assert ["path", "text", "blocks", "sections", "facts"] == list(told)
    assert ("a.md", TEXT) == (told["path"], told["text"])
    assert [
        (1, "paragraph", "", "УТВЕРЖДАЮ", "", ""),
        (3, "heading", "", "Должностная инструкция садовника", "", ""),
        (5, "heading", "1.", "1. Общие положения", "general", ""),
        (7, "paragraph", "1.1.", "1.1. Садовник подчиняется начальнику парка.", "general", "1.1"),
        (9, "paragraph", "1.2.", "1.2. Знает:", "general", "1.2"),
        (11, "item", "-", "- розы;", "general", ""),
        (13, "heading", "2.", "2. Должностные обязанности", "duties", ""),
        (15, "paragraph", "2.1.", "2.1. Поливает ____ (указать что) клумбы.", "duties", "2.1"),
    ] == [(b["line"], b["kind"], b["label"], b["text"], b["section"], b["clause"]) for b in told["blocks"]]
    assert [{"start": 14, "end": 18, "shape": "underscores", "hint": "указать что"}] == told["blocks"][-1]["blanks"]
    assert [("general", "Общие положения", 5), ("duties", "Должностные обязанности", 13)] == [
        (s["role"], s["heading"], s["line"]) for s in told["sections"]
    ]
    assert {"kind", "value", "line", "quote", "marks"} == {key for fact in told["facts"] for key in fact}
    assert ("начальник парка", 7) in [(f["value"], f["line"]) for f in told["facts"] if f["kind"] == "reports_to"]


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("docx/*.docx"))[:3], ids=lambda p: p.stem)
def test_blocks_of_a_word_document(run: Run, sample: Path) -> None:
    """Each block of a DOCX stands in the reading text at its line, with an address in the file."""
    told = json.loads(run("show", str(sample), "--format", "json").out)
    lines = told["text"].split("\n")

    assert told["blocks"]
    for block in told["blocks"]:
        assert (
            lines[block["line"] - 1].endswith(block["text"].split("\n")[0]) or block["text"] in lines[block["line"] - 1]
        )
        assert block["anchor"]
        assert all(block["text"][b["start"] : b["end"]] or b["shape"] for b in block["blanks"])


@pytest.mark.parametrize(("lang", "head"), [("ru", "Должность: садовник"), ("en", "Position: садовник")])
def test_text(run: Run, put: Put, lang: str, head: str) -> None:
    """The margin shows role, clause, formal part and blanks beside the numbered lines of the text."""
    put({"a.md": TEXT})
    ran = run("show", "a.md", "--lang", lang)
    rows = ran.out.splitlines()

    assert head == rows[0]
    assert " 1 │ — [approval] " in rows[1]
    assert " 7 │ general 1.1  " in rows[7]
    assert "15 │ duties 2.1 □1" in rows[15]
    assert [f"{line}".rstrip() for line in TEXT.split("\n")] == [row.split("│")[-1].strip() for row in rows[1:]]


def test_nobody_named(run: Run, put: Put) -> None:
    """A text that names no position says so; one that is empty is shown all the same."""
    put({"a.md": "Розы.\n", "b.md": " \n"})

    assert "Должность: не названа" == run("show", "a.md").out.splitlines()[0]
    assert "Position: not named" == run("show", "b.md", "--lang", "en").out.splitlines()[0]
    assert [] == json.loads(run("show", "b.md", "--format", "json").out)["blocks"]


def test_what_is_found_stands_where_show_says(run: Run, put: Put) -> None:
    """Line and column of a finding are those of the text that `show` prints."""
    put({"a.md": TEXT})
    text = json.loads(run("show", "a.md", "--format", "json").out)["text"].split("\n")
    findings = json.loads(run("check", "a.md", "--output-format", "json", "--select", "BLK").out)["findings"]

    assert findings
    for finding in findings:
        assert text[finding["line"] - 1][finding["column"] - 1 :].startswith(finding["quote"])
