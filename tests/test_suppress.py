"""A decision written in the document takes its finding out of the count, and nothing else."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from jdlint.model.document import Source
from jdlint.model.report import Report
from jdlint.model.rule import Rulebook

Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]
Lint = Callable[..., Report]

TWO = "подчиняется непосредственно начальнику цеха и главному технологу."
ALLOW = "<!-- jdlint: allow SUP001 -- приказ о двойном подчинении -->"


def text(*general: str, top: str = "", before_heading: str = "", duties: str = "2.1. Клеит корешки.") -> str:
    """A job description with these lines in its first section."""
    head = f"{top}# Должностная инструкция переплётчика\n\n{before_heading}## 1. Общие положения\n\n"
    rest = "\n\n## 2. Требования к квалификации\n\nСреднее образование.\n\n## 3. Должностные обязанности\n\n"
    rights = "\n\n## 4. Права\n\n4.1. Просить клей.\n\n## 5. Ответственность\n\n5.1. За брак.\n"
    return head + "\n".join(general) + rest + duties + rights


@pytest.fixture
def linted(rulebook: Rulebook, lint_sources: Lint) -> Callable[..., Report]:
    """Lint one Markdown text, by these rules."""
    assert rulebook.rules

    def one(words: str, *codes: str, path: str = "a.md") -> Report:
        return lint_sources([Source(path, words.encode())], select=codes or ("SUP001", "DOC"))

    return one


def told(report: Report) -> list[tuple[str, str]]:
    """Code and reason of every finding."""
    return [(f.code, f.suppressed) for f in report.findings]


REASON = "приказ о двойном подчинении"
ALLOWED = {
    "строкой выше": text(ALLOW, f"1.1. Переплётчик {TWO}"),
    "через пустую строку": text(ALLOW, "", f"1.1. Переплётчик {TWO}"),
    "в конце той же строки": text(f"1.1. Переплётчик {TWO} {ALLOW}"),
    "в начале той же строки": text(f"{ALLOW} 1.1. Переплётчик {TWO}"),
    "перед заголовком раздела": text("1.1. Клеит.", f"1.2. Переплётчик {TWO}", before_heading=ALLOW + "\n"),
    "перед названием": text(f"1.1. Переплётчик {TWO}", top=ALLOW + "\n\n"),
    "на весь файл": text(f"1.1. Переплётчик {TWO}", top=ALLOW.replace("allow", "allow-file") + "\n\n"),
    "на весь файл, не сверху": text(f"1.1. Переплётчик {TWO}", ALLOW.replace("allow", "allow-file")),
    "именем": text(ALLOW.replace("SUP001", "multiple-direct-supervisors"), f"1.1. Переплётчик {TWO}"),
    "строчными": text(ALLOW.replace("SUP001", "sup001"), f"1.1. Переплётчик {TWO}"),
    "с тире": text(ALLOW.replace("--", "—").replace("<!—", "<!--").replace("—>", "-->"), f"1.1. Переплётчик {TWO}"),
    "с дефисом": text(ALLOW.replace("SUP001 --", "SUP001 -"), f"1.1. Переплётчик {TWO}"),
    "с заглавной": text(ALLOW.replace("jdlint: allow", "Jdlint: Allow"), f"1.1. Переплётчик {TWO}"),
    "в таблице": text("| Подчинение | Переплётчик " + TWO + " |", "|---|---|", "| 1 | 2 |").replace(
        "| Подчинение", ALLOW + "\n\n| Подчинение"
    ),
    "в несколько строк": text(ALLOW.replace(" -- ", "\n  -- ").replace("о двойном", "о\n двойном"), f"1.1. Он {TWO}"),
}


@pytest.mark.parametrize("words", ALLOWED.values(), ids=ALLOWED)
def test_allowed(linted: Callable[..., Report], words: str) -> None:
    """Wherever the comment stands that means the place, the finding is kept with the reason, and nothing is new."""
    report = linted(words)

    assert [("SUP001", REASON)] == told(report)
    assert (1, ()) == (report.suppressed, report.new)


NOT_ALLOWED = {
    "у другого пункта": text(f"1.1. Переплётчик {TWO}", "", ALLOW, "1.2. Клеит."),
    "после всего текста": text(f"1.1. Переплётчик {TWO}") + "\n" + ALLOW + "\n",
    "у другого раздела": text(f"1.1. Переплётчик {TWO}").replace("## 4.", ALLOW + "\n## 4."),
}


@pytest.mark.parametrize("words", NOT_ALLOWED.values(), ids=NOT_ALLOWED)
def test_elsewhere(linted: Callable[..., Report], words: str) -> None:
    """A comment at another place allows nothing, and is told to be unused."""
    assert [("SUP001", ""), ("DOC003", "")] == sorted(told(linted(words)), reverse=True)


def test_section_ends_where_the_next_begins(linted: Callable[..., Report]) -> None:
    """Before the heading of a section the comment allows that section only."""
    words = text(
        f"1.1. Переплётчик {TWO}", before_heading=ALLOW + "\n", duties="3.1. Переплётчик " + TWO.replace("цеха", "бюро")
    )

    assert ["", REASON] == sorted(f.suppressed for f in linted(words).findings)


def test_several_codes(linted: Callable[..., Report]) -> None:
    """One comment may name several rules; those with nothing to allow are told."""
    report = linted(
        text(ALLOW.replace("SUP001", "SUP001, BLK001 LAW004"), f"1.1. Переплётчик {TWO}"), "SUP001", "BLK001", "DOC"
    )
    (unused,) = report.new

    assert ("DOC003", ("BLK001",)) == (unused.code, unused.values["codes"])
    assert ALLOW.replace("SUP001", "SUP001, BLK001 LAW004") == unused.place.quote


def test_what_is_missing_from_the_document(linted: Callable[..., Report]) -> None:
    """What lies nowhere in the text is allowed for the whole document only."""
    words = text("1.1. Клеит корешки.").replace("## 4. Права\n\n4.1. Просить клей.\n\n", "")
    order = "jdlint: allow STR001 -- прав нет намеренно"
    at_the_title, at_a_clause = (
        words.replace("# Д", f"<!-- {order} -->\n# Д", 1),
        words.replace("1.1.", f"<!-- {order} -->\n1.1."),
    )

    assert [("STR001", "прав нет намеренно")] == told(linted(at_the_title, "STR001", "DOC"))
    assert {("STR001", ""), ("DOC003", "")} == set(told(linted(at_a_clause, "STR001", "DOC")))


def test_a_reason_is_required(linted: Callable[..., Report]) -> None:
    """Without a reason the finding stays, and so does the question why."""
    report = linted(text("<!-- jdlint: allow SUP001 -->", f"1.1. Переплётчик {TWO}"))

    assert [("DOC004", ""), ("SUP001", "")] == told(report)


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("allow SUP091 -- так решено", ("SUP091",)),
        ("allow SUP -- так решено", ("SUP",)),
        ("allow ALL -- так решено", ("ALL",)),
        ("alow SUP001 -- так решено", ("alow",)),
        ("disable=SUP001", ("disable=SUP001",)),
        ("allow -- так решено", ("allow",)),
        ("", ("jdlint:",)),
    ],
)
def test_unknown(linted: Callable[..., Report], order: str, words: tuple[str, ...]) -> None:
    """Rules are allowed one by one; an order that names none, or says something else, is told with its word."""
    report = linted(text(f"<!-- jdlint: {order} -->", "1.1. Клеит корешки."))

    assert [("DOC005", words)] == [(f.code, f.values["codes"]) for f in report.findings]


def test_rules_that_did_not_run_are_not_unused(linted: Callable[..., Report]) -> None:
    """A comment about a rule that this run does not use may be needed by another run."""
    assert [] == told(linted(text(ALLOW, "1.1. Клеит корешки."), "BLK", "DOC"))


def test_two_equal_comments_are_two_findings(linted: Callable[..., Report]) -> None:
    """Each unused comment has an identity of its own."""
    report = linted(text(ALLOW, "1.1. Клеит корешки.", "", ALLOW, "1.2. Режет картон."))

    assert 2 == len({f.fingerprint for f in report.findings})


def test_another_kind_of_document(linted: Callable[..., Report]) -> None:
    """A file that is no job description may be allowed not to be one; its other comments are not spoken of."""
    note = "# Как разрешать\n\nПишите:\n\n" + ALLOW + "\n\nи причину.\n"
    allowed = note + "\n<!-- jdlint: allow-file DOC002 -- памятка для авторов -->\n"

    assert [("DOC002", "")] == told(linted(note))
    assert [("DOC002", "памятка для авторов")] == told(linted(allowed))


# --- Word ---------------------------------------------------------------------------------------------------------


def word_file(comments: Mapping[int, str], *, paragraphs: tuple[str, ...]) -> bytes:
    """A Word file of these paragraphs, with comments on some of them."""
    import docx

    document = docx.Document()
    for number, words in enumerate(paragraphs):
        run = document.add_paragraph().add_run(words)
        if number in comments:
            document.add_comment(run, text=comments[number], author="Отдел кадров")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


PARAGRAPHS = (
    "Должностная инструкция переплётчика",
    "1. Общие положения",
    f"1.1. Переплётчик {TWO}",
    "2. Должностные обязанности",
    "2.1. Клеит корешки.",
)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_word_comment(lint_sources: Lint, number: int) -> None:
    """A comment on the clause, on the heading of its section or on the title allows the finding."""
    data = word_file({number: "jdlint: allow SUP001 – приказ № 7"}, paragraphs=PARAGRAPHS)
    report = lint_sources([Source("a.docx", data)], select=("SUP001", "DOC"))

    assert [("SUP001", "приказ № 7")] == told(report)


def test_word_comment_on_the_file(lint_sources: Lint) -> None:
    """`allow-file` in any comment allows the rule in the whole file."""
    data = word_file({4: "jdlint: allow-file SUP001 -- приказ № 7"}, paragraphs=PARAGRAPHS)

    assert [("SUP001", "приказ № 7")] == told(lint_sources([Source("a.docx", data)], select=("SUP001", "DOC")))


def test_word_comment_with_a_defect(lint_sources: Lint) -> None:
    """What is wrong with a Word comment is told at the words it is about, with their clause."""
    data = word_file({4: "jdlint: allow SUP001 -- не здесь", 2: "jdlint: allow SUP001"}, paragraphs=PARAGRAPHS)
    report = lint_sources([Source("a.docx", data)], select=("DOC",))
    with_all = lint_sources([Source("a.docx", data)], select=("SUP001", "DOC"))

    assert [("DOC004", PARAGRAPHS[2], "1.1")] == [(f.code, f.place.quote, f.place.clause) for f in report.findings]
    assert ["DOC004", "SUP001", "DOC003"] == [f.code for f in with_all.findings]
    assert "body/" in with_all.findings[2].place.anchor


# --- the run as a whole -------------------------------------------------------------------------------------------


def test_remembered_outcomes(run: Run, put: Put) -> None:
    """A second run, which reads nothing, tells the same; another comment is another content."""
    put({"a.md": text(ALLOW, f"1.1. Переплётчик {TWO}"), "b.md": text(f"1.1. Переплётчик {TWO}")})
    first, second = (run("check", ".", "--select", "SUP001,DOC", "--output-format", "json") for _ in range(2))
    without = run("check", ".", "--select", "SUP001,DOC", "--output-format", "json", "--no-cache")
    put({"a.md": text(ALLOW.replace("SUP001", "SUP002"), f"1.1. Переплётчик {TWO}")})

    assert first == second == without
    assert 1 == json.loads(first.out)["summary"]["suppressed"]
    assert 2 == json.loads(run("check", ".", "--select", "SUP001", "--output-format", "json").out)["summary"]["error"]


def test_exit_code(run: Run, put: Put) -> None:
    """Allowed findings do not fail a run."""
    put({"a.md": text(ALLOW, f"1.1. Переплётчик {TWO}")})
    ran = run("check", "a.md", "--select", "SUP001,DOC")

    assert 0 == ran.code
    assert "SUP001" not in ran.out


def test_defects_can_be_switched_off_and_reweighed(run: Run, put: Put) -> None:
    """Findings about comments obey the settings as others do, and no comment can allow them."""
    put({"a.md": text(ALLOW, "<!-- jdlint: allow-file DOC003 -- не надо -->", "1.1. Клеит корешки.")})
    put({".jdlint.yaml": "severity: {DOC003: error}\n"})
    codes = [
        (f["code"], f["severity"])
        for f in json.loads(run("check", "a.md", "--select", "SUP001,DOC", "--output-format", "json").out)["findings"]
    ]

    assert [("DOC003", "error")] * 2 == codes
    assert 0 == run("check", "a.md", "--select", "SUP001,DOC", "--ignore", "DOC003").code


def test_findings_across_documents(run: Run, put: Put) -> None:
    """What only the comparison of documents finds is allowed and accepted like anything else, document by document."""
    duty = "3.1. Ведёт журнал учёта входящих писем предприятия.\n\n3.2. Сортирует входящую почту по отделам."
    one, two = (
        text("1.1. Клеит корешки.", duties=duty).replace("переплётчика", who).replace("Переплётчик", who.title())
        for who in ("переплётчика", "архивариуса")
    )
    put({"a.md": one, "b.md": two, ".jdlint.yaml": "select: [ORG001, DOC]\n"})
    found = json.loads(run("check", ".", "--output-format", "json").out)["findings"]
    allowed = two.replace("3.1.", "<!-- jdlint: allow ORG001 -- два журнала по приказу -->\n3.1.")
    put({"b.md": allowed})
    told = json.loads(run("check", ".", "--output-format", "json").out)

    assert {"ORG001"} == {f["code"] for f in found}
    assert told["summary"]["suppressed"] > 0
    assert not [f for f in told["findings"] if f["path"] == "b.md" and "журнал" in f["quote"]]
    assert "DOC003" not in {f["code"] for f in told["findings"]}
    run("check", ".", "--baseline", "old.jsonl", "--write-baseline")
    assert 0 == run("check", ".", "--baseline", "old.jsonl", "--fail-on", "info").code
