"""The command line: what it prints, where, and the exit code it leaves."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from jdlint import cli

Run = Callable[..., Any]
Put = Callable[[Mapping[str, str | bytes]], None]

PLAIN = "Просто записка о цветах.\n".encode()
CUT_ZIP = b"PK\x03\x04\x14\x00\x06\x00half a package"
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
README = "# Полив по таймеру\n\nСоберите пакет и запустите пример.\n"
RULE = (Path(__file__).parent / "data/rusty-can.yaml").read_text("utf-8")


def codes(ran: Any) -> list[str]:
    """Codes of the findings of a JSON report, in order."""
    return [finding["code"] for finding in json.loads(ran.out)["findings"]]


# --- exit codes -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "options"),
    [
        (1, ()),
        (1, ("--fail-on", "error")),
        (0, ("--fail-on", "never")),
        (0, ("--select", "FMT001", "--fail-on", "error")),
        (1, ("--select", "FMT001", "--fail-on", "info")),
        (0, ("--select", "FMT014")),
    ],
)
def test_exit_code_follows_fail_on(run: Run, put: Put, gardener: str, expected: int, options: tuple[str, ...]) -> None:
    """1 when a finding is at or above the severity asked for (warning unless told), else 0."""
    put({"a.md": gardener})

    assert expected == run("check", "a.md", *options).code


def test_info_alone_is_clean(run: Run, put: Put) -> None:
    """A finding of severity info does not fail a run unless asked."""
    put({"README.md": README})

    assert 0 == run("check", ".").code
    assert 1 == run("check", ".", "--fail-on", "info").code


def test_fault_of_ours_is_3(run: Run, put: Put, gardener: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure inside one document exits 3 and names the document; the others are still checked."""
    put({"bad.md": "не дойдёт", "good.md": gardener})
    monkeypatch.setattr("jdlint.load.markdown.find_blanks", _fail_on("не дойдёт"))
    ran = run("check", "bad.md", "good.md", "--output-format", "json")

    assert 3 == ran.code
    assert "bad.md" in ran.err
    assert "внутренний сбой" in ran.err
    assert {"good.md"} == {f["path"] for f in json.loads(ran.out)["findings"]}


def _fail_on(words: str) -> Callable[..., tuple[()]]:
    def fail(plain: str, *_: object) -> tuple[()]:
        if words in plain:
            raise ZeroDivisionError
        return ()

    return fail


def test_unforeseen_failure_is_3(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure outside of any document is told in one line and exits 3, never 1."""
    monkeypatch.setattr("jdlint.cli.check.discover", _raise(ZeroDivisionError("garden")))
    ran = run("check", ".")

    assert 3 == ran.code
    assert "ZeroDivisionError: garden" in ran.err


def test_interrupted_is_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C leaves a line, not a traceback, and the exit code that shells give it."""
    monkeypatch.setattr("jdlint.cli.check.discover", _raise(KeyboardInterrupt()))

    assert (130, "jdlint: interrupted\n") == ((ran := run("check", ".", "--lang", "en")).code, ran.err)


def _raise(error: BaseException) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


# --- bad input --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "reasons"),
    [
        (
            "ru",
            {"text.docx": "не документ Word", "cut.docx": "обрезан", "locked.docx": "парол", "nothing.docx": "пуст"},
        ),
        (
            "en",
            {
                "text.docx": "not a Word document",
                "cut.docx": "cut off",
                "locked.docx": "password",
                "nothing.md": "empty",
            },
        ),
    ],
)
def test_unreadable_files(run: Run, put: Put, gardener: str, lang: str, reasons: dict[str, str]) -> None:
    """Each file that is not what its name claims is DOC001 with the reason; the good one is still checked."""
    put({"text.docx": PLAIN, "cut.docx": CUT_ZIP, "locked.docx": LOCKED, "nothing.docx": b"", "nothing.md": b""})
    put({"binary.md": b"\x00\x01\x02" * 50, "good.md": gardener})
    ran = run("check", ".", "--lang", lang, "--output-format", "json")
    findings = json.loads(ran.out)["findings"]
    told = {f["path"]: f["message"] for f in findings if f["code"] == "DOC001"}

    assert 1 == ran.code
    assert {"text.docx", "cut.docx", "locked.docx", "nothing.docx", "nothing.md", "binary.md"} == set(told)
    for path, words in reasons.items():
        assert words in told[path], path
    assert {"STR001", "BLK001"} <= {f["code"] for f in findings if f["path"] == "good.md"}
    assert {False, True} == {d["read"] for d in json.loads(ran.out)["documents"]}


def test_unreadable_file_is_the_same_finding_in_both_languages(run: Run, put: Put) -> None:
    """The fingerprint of DOC001 does not depend on the language of its reason."""
    put({"cut.docx": CUT_ZIP})
    told = [json.loads(run("check", ".", "--lang", lang, "--output-format", "json").out) for lang in ("ru", "en")]

    assert told[0]["findings"][0]["fingerprint"] == told[1]["findings"][0]["fingerprint"]
    assert told[0]["findings"][0]["message"] != told[1]["findings"][0]["message"]


@pytest.mark.parametrize(
    ("words", "ru", "en"),
    [
        (("check", "нигде.md"), "нет такого файла или папки: нигде.md", "no such file or folder: нигде.md"),
        (("check", "--outptu-format", "json"), "--output-format", "unknown option: --outptu-format"),
        (("check", "--output-format", "jsom"), "«json»", "“json”"),
        (("check", "--output-format", "json="), "«json=»", "“json=”"),
        (("check", "--select", "STR001,STR909"), "нет такого правила: «STR909»", "no such rule: “STR909”"),
        (("check", "--ignore", "missing-secton"), "missing-section", "did you mean “missing-section”"),
        (("check", "--jobs", "две"), "«две»", "“две”"),
        (("check", "--jobs", "-1"), "«-1»", "“-1”"),
        (("check", "--as-of", "2026-02-30"), "«2026-02-30»", "“2026-02-30”"),
        (("check", "--select"), "--select: нужно значение", "--select: a value is missing"),
        (("check", "--fail-on", "warn"), "«warning»", "“warning”"),
        (("check", "-"), "--stdin-filename", "--stdin-filename"),
        (("check", "--config", "нет.yaml"), "не открыть настройки нет.yaml", "cannot open settings нет.yaml"),
        (("check", "--output-file", "нет/report.txt"), "не записать нет/report.txt", "cannot write нет/report.txt"),
        (("chekc", "a.md"), "«check»", "“check”"),
        (("show",), "не хватает: FILE (подробнее: --help)", "missing: FILE (for more: --help)"),
        (("show", "нигде.docx"), "нет такого файла", "no such file"),
        (("show", "cut.docx"), "cut.docx: ", "cut.docx: "),
        (("rule",), "назовите правило", "name a rule"),
        (("rule", "SUP0O1"), "нет такого правила", "no such rule"),
        (("test", "empty"), "нет правил", "no rules"),
        (("test", "нигде"), "нет папки с правилами", "no such folder"),
        (("init", "нигде"), "нет такой папки", "no such folder"),
        (("init", "made"), "уже есть", "exists already"),
    ],
)
def test_wrong_call(run: Run, put: Put, desk: Path, words: tuple[str, ...], ru: str, en: str) -> None:
    """A wrong call is one line on standard error in the language asked for, exit code 2, and no output."""
    put({"cut.docx": CUT_ZIP, "made/.jdlint.yaml": ""})
    (desk / "empty").mkdir()
    for lang, expected in (("ru", ru), ("en", en)):
        ran = run(*words, "--lang", lang)

        assert (2, "") == (ran.code, ran.out)
        assert expected in ran.err
        assert 1 == ran.err.count("\n")
        assert "_jobs" not in ran.err
        assert "_day" not in ran.err


def test_no_command_at_all(run: Run) -> None:
    """Without a command the complaint names what is missing."""
    ran = run()

    assert (2, "") == (ran.code, ran.out)
    assert "команда" in ran.err


def test_folder_without_documents(run: Run, desk: Path) -> None:
    """An empty folder is clean, and says so on standard error unless silenced."""
    (desk / "пусто").mkdir()

    assert "документов .docx и .md здесь нет\n" == run("check", "пусто").err
    assert (0, "") == ((ran := run("check", "пусто", "--quiet")).code, ran.err)
    assert "no .docx or .md documents here\n" == run("check", "пусто", "--lang", "en").err


def test_unknown_settings_key(run: Run, put: Put, gardener: str) -> None:
    """An unknown key of the settings is exit 2 with its line and the nearest known key."""
    put({".jdlint.yaml": "lang: ru\nselct: [SUP]\n", "a.md": gardener})
    ran = run("check", "a.md")

    assert (2, "") == (ran.code, ran.out)
    assert ".jdlint.yaml:2:1:" in ran.err
    assert "«select»" in ran.err


def test_three_mistakes_of_a_rule_are_told_at_once(run: Run, put: Put, gardener: str) -> None:
    """Every mistake of a rule file comes with its line, in one run; no document is read."""
    wrong = (
        RULE.replace("severity: warning", "severity: warm").replace("{match}", "{mtach}", 1).replace("why:", "whi:", 1)
    )
    put({".jdlint.yaml": "rules: [own]\n", "own/rusty-can.yaml": wrong, "a.md": gardener})
    for lang in ("ru", "en"):
        ran = run("check", "a.md", "--lang", lang)
        lines = [line.split(":")[1] for line in ran.err.splitlines() if "own/rusty-can.yaml:" in line]

        assert (2, "") == (ran.code, ran.out)
        assert {"3", "6", "9"} <= set(lines)


def test_file_name_that_is_no_text(run: Run, desk: Path, gardener: str) -> None:
    """A file whose name is no valid UTF-8 is checked and reported like any other."""
    try:
        (desk / "\udcff.md").write_text(gardener, encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")

    assert 1 == run("check", ".", "--output-file", "report.json", "--output-format", "json").code
    assert "BLK001" in (desk / "report.json").read_text(encoding="utf-8")


# --- several reports --------------------------------------------------------------------------------------------


def test_several_reports_at_once(run: Run, put: Put, desk: Path, gardener: str) -> None:
    """Each `FORMAT=FILE` is written, the format without a file is printed, and no half-written file stays behind."""
    put({"a.md": gardener, "отчёты/old.txt": ""})
    words = ("--output-format", "sarif=отчёты/out.sarif", "--output-format", "json=out.json", "--color", "always")
    ran = run("check", "a.md", *words, "--output-format", "concise")

    assert "\x1b[1ma.md:10:1:" in ran.out
    assert "2.1.0" == json.loads((desk / "отчёты/out.sarif").read_text(encoding="utf-8"))["version"]
    assert 1 == json.loads((desk / "out.json").read_text(encoding="utf-8"))["version"]
    assert {"out.sarif", "old.txt"} == {p.name for p in (desk / "отчёты").iterdir()}


def test_files_alone_print_nothing(run: Run, put: Put, desk: Path, gardener: str) -> None:
    """With files for all formats standard output is empty; `--output-file` is for the format without a file."""
    put({"a.md": gardener})
    words = ("--output-format", "jsonl=out.jsonl", "--output-format", "full", "--output-file", "full.txt")
    ran = run("check", "a.md", "--color", "always", *words)

    assert (1, "") == (ran.code, ran.out)
    assert "a.md\n" == (desk / "full.txt").read_text(encoding="utf-8")[:5]
    assert "BLK001" in {json.loads(line)["code"] for line in (desk / "out.jsonl").read_text("utf-8").splitlines()}


@pytest.mark.parametrize(
    "words",
    [
        ("--output-format", "full", "--output-format", "json"),
        ("--output-format", "json=one.txt", "--output-format", "full=./one.txt"),
        ("--output-format", "json=one.txt", "--output-file", "one.txt"),
    ],
)
def test_two_reports_for_one_place(run: Run, put: Put, desk: Path, gardener: str, words: tuple[str, ...]) -> None:
    """Reports never overwrite each other: the call is wrong, and nothing is written."""
    put({"a.md": gardener})
    ran = run("check", "a.md", *words)

    assert (2, "") == (ran.code, ran.out)
    assert "в одно место" in ran.err
    assert not (desk / "one.txt").exists()


# --- what is checked --------------------------------------------------------------------------------------------


def test_text_that_is_no_job_description(run: Run, put: Put) -> None:
    """A README gets DOC002 and nothing else, unless it is to be taken for a job description."""
    put({"README.md": README})

    assert ["DOC002"] == codes(run("check", ".", "--output-format", "json"))
    taken = codes(run("check", ".", "--output-format", "json", "--assume-job-description"))
    assert "STR001" in taken
    assert "DOC002" not in taken


@pytest.mark.parametrize(
    ("options", "present", "absent"),
    [
        (("--select", "BLK001"), {"BLK001"}, {"STR001", "FMT001"}),
        (("--select", "BLK,FMT001"), {"BLK001", "FMT001"}, {"STR001"}),
        (("--select", "blk001"), {"BLK001"}, {"STR001"}),
        (("--select", "underscore-blank"), {"BLK001"}, {"STR001"}),
        (("--select", "error"), {"STR001"}, {"FMT001"}),
        (("--select", "BLK", "--select", "FMT001"), {"BLK001", "FMT001"}, {"STR001"}),
        (("--select", "BLK", "--extend-select", "FMT001"), {"BLK001", "FMT001"}, {"STR001"}),
        (("--select", "ALL"), {"BLK001", "STR001", "FMT001"}, set()),
        (("--ignore", "STR"), {"BLK001"}, {"STR001"}),
        (("--select", "ALL", "--ignore", "error"), {"FMT001"}, {"STR001", "BLK001"}),
        ((), {"BLK001", "STR001", "FMT001"}, set()),
    ],
)
def test_selection(
    run: Run, put: Put, gardener: str, options: tuple[str, ...], present: set[str], absent: set[str]
) -> None:
    """Rules are chosen by code, beginning of a code, name, severity or ALL; `--ignore` has the last word."""
    put({"a.md": gardener})
    told = set(codes(run("check", "a.md", "--output-format", "json", *options)))

    assert present <= told
    assert not told & absent


def test_settings_and_options_together(run: Run, put: Put, gardener: str) -> None:
    """The file's selection holds until the command line replaces it; what is ignored adds up."""
    put({".jdlint.yaml": "select: [BLK, STR]\nignore: [STR]\nfail-on: never\nlang: en\n", "a.md": gardener})

    assert {"BLK001"} == set(codes(run("check", "a.md", "--output-format", "json")))
    assert {"FMT001"} == set(codes(run("check", "a.md", "--output-format", "json", "--select", "FMT001,STR")))
    ran = run("check", "a.md")
    assert 0 == ran.code
    assert "1 document: 1 error" in ran.out.splitlines()
    assert 1 == run("check", "a.md", "--fail-on", "error").code


def test_severity_override(run: Run, put: Put, gardener: str) -> None:
    """Settings may give a rule another severity, also one about the file itself, and it decides the exit code."""
    put({".jdlint.yaml": "severity: {BLK001: info, DOC002: error}\n", "a.md": gardener, "README.md": README})
    ran = run("check", ".", "--select", "BLK001,DOC002", "--output-format", "json", "--fail-on", "error")

    assert [("DOC002", "error"), ("BLK001", "info")] == [
        (f["code"], f["severity"]) for f in json.loads(ran.out)["findings"]
    ]
    assert 1 == ran.code


def test_per_file_ignores(run: Run, put: Put, gardener: str) -> None:
    """Rules may be off in some files only, those about the file itself too."""
    settings = 'per-file-ignores: {"old/**": [BLK001, DOC002]}\nselect: [BLK001, DOC]\n'
    put({".jdlint.yaml": settings, "old/a.md": gardener, "new/a.md": gardener, "old/README.md": README})
    ran = run("check", ".", "--output-format", "json")

    assert ["new/a.md"] == [f["path"] for f in json.loads(ran.out)["findings"]]


def test_exclusions(run: Run, put: Put, gardener: str) -> None:
    """What settings exclude is left out of folders, and of named files when forced."""
    put({".jdlint.yaml": "exclude: [old/]\nselect: [BLK001]\n", "old/a.md": gardener, "b.md": gardener})

    def paths(*words: str) -> list[str]:
        told = json.loads(run("check", *words, "--output-format", "json").out)
        return [document["path"] for document in told["documents"]]

    assert ["b.md"] == paths(".")
    assert ["old/a.md"] == paths("old/a.md")
    assert [] == paths("old/a.md", "--force-exclude")


def test_own_rules(run: Run, put: Put, gardener: str) -> None:
    """A folder of rules named in the settings is checked with ours."""
    text = gardener.replace("поливает клумбы", "чинит ржавую лейку")
    put({".jdlint.yaml": "rules: [own]\n", "own/rusty-can.yaml": RULE, "a.md": text})
    ran = run("check", "a.md", "--output-format", "concise", "--select", "ZZZ")

    assert "a.md:9:21: ZZZ901 предупреждение: п. 2.1: «ржавую лейку» течёт\n1 документ: 1 предупреждение\n" == ran.out


def test_standard_input(run: Run, gardener: str) -> None:
    """`-` reads standard input and reports it under the name given."""
    ran = run("check", "-", "--stdin-filename", "парк/садовник.md", "--select", "BLK001", stdin=gardener.encode())

    assert 1 == ran.code
    assert ran.out.startswith("парк/садовник.md\n")


def test_output_file(run: Run, put: Put, desk: Path, gardener: str) -> None:
    """The report goes to the file whole, nothing to standard output, and no temporary file stays behind."""
    put({"a.md": gardener, "report.json": "старый отчёт", "taken/inside.txt": "занято"})
    told = run("check", "a.md", "--output-format", "json").out
    ran = run("check", "a.md", "--output-format", "json", "--output-file", "report.json")
    refused = run("check", "a.md", "--output-file", "taken")

    assert (1, "") == (ran.code, ran.out)
    assert told == (desk / "report.json").read_text(encoding="utf-8")
    assert 2 == refused.code
    assert {".git", "a.md", "report.json", "taken"} == {p.name for p in desk.iterdir()}
    assert (desk / "a.md").stat().st_mode == (desk / "report.json").stat().st_mode


def test_two_processes_give_the_same_bytes(run: Run, put: Put, gardener: str) -> None:
    """The number of processes changes nothing in the report."""
    put({f"{n}.md": gardener.replace("лейку", f"лейку № {n}") for n in range(5)} | {"cut.docx": CUT_ZIP})
    one, two = (run("check", ".", "--output-format", "json", "--jobs", n) for n in ("1", "2"))

    assert one == two
    assert 6 == json.loads(one.out)["summary"]["documents"]


def test_order_of_paths_does_not_matter(run: Run, put: Put, gardener: str) -> None:
    """Files are reported in one order and once, however they are named."""
    put({"b.md": gardener, "a.md": gardener})

    assert run("check", "b.md", "a.md", "./b.md").out == run("check", ".").out


# --- how it looks -----------------------------------------------------------------------------------------------


def test_language_of_the_report(run: Run, put: Put, gardener: str) -> None:
    """`--lang en` tells the same findings in English."""
    put({"a.md": gardener})
    ru, en = (run("check", "a.md", f"--lang={lang}", "--output-format", "json") for lang in ("ru", "en"))

    assert codes(ru) == codes(en)
    assert "the section “Requirements” is missing" in en.out
    assert "the section" not in ru.out


@pytest.mark.parametrize(("expected", "color"), [(True, "always"), (False, "never"), (False, "auto")])
def test_colour(run: Run, put: Put, gardener: str, *, expected: bool, color: str) -> None:
    """Colour is used when asked for, and not unasked where no terminal is."""
    put({"a.md": gardener})

    assert expected == ("\x1b[" in run("check", "a.md", "--color", color).out)


def test_basis_and_statistics(run: Run, put: Put, gardener: str) -> None:
    """Legal bases and counts by rule are printed when asked for."""
    put({"a.md": gardener})
    ran = run("check", "a.md", "--select", "BLK001,STR001", "--show-basis", "--statistics")

    assert "основание: " in ran.out
    assert "    1  BLK001  " in ran.out


def test_progress_is_for_terminals(run: Run, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """While many documents are read, a terminal sees how many; a pipe never does."""
    put({f"{n:02}.md": README for n in range(21)})

    assert "" == run("check", ".", "--no-cache", "--jobs", "1").err
    monkeypatch.setattr("jdlint.cli.output.interactive", lambda: True)
    assert "21/21" in run("check", ".", "--no-cache", "--jobs", "1").err
    assert "" == run("check", ".", "--no-cache", "--jobs", "1", "--quiet").err


def test_profile_tells_the_stages(run: Run, put: Put, gardener: str) -> None:
    """`--profile` is a table on standard error: stages in the order of the flow, each once, and their sum."""
    put({"a.md": gardener, "b.md": gardener})
    ru, en = (run("check", ".", "--profile", "--jobs", "1", "--lang", lang) for lang in ("ru", "en"))
    ours = ("discover", "load", "segment", "engine", "annotate", "facts", "check", "report")
    rows = [line.split() for line in ru.err.splitlines()]

    assert "шаг" == rows[0][0]
    assert list(ours) == [row[0] for row in rows if row[0] in ours]
    assert "всего" == rows[-1][0]
    assert ["stage", "total"] == [en.err.split()[0], en.err.splitlines()[-1].split()[0]]
    assert run("check", ".", "--lang", "en").out == en.out


# --- the other commands -----------------------------------------------------------------------------------------


def test_rule_page(run: Run) -> None:
    """`rule` tells what a rule finds and why, by code or name; `--all` tells every rule."""
    ru, en = run("rule", "str001"), run("rule", "missing-section", "--lang", "en")

    assert (0, 0) == (ru.code, en.code)
    assert "STR001 missing-section · ошибка" == ru.out.splitlines()[0]
    assert "STR001 missing-section · error" == en.out.splitlines()[0]
    assert "Почему: " in ru.out
    assert "Why: " in en.out
    assert len(run("rule", "--all").out) > 10 * len(ru.out)


def test_examples_are_run(run: Run, put: Put) -> None:
    """`test DIR` runs the examples of that folder's rules; one that does not hold is exit 1 with its place."""
    put({"good/rusty-can.yaml": RULE, "bad/rusty-can.yaml": RULE.replace("новую лейку", "ржавую лейку")})
    good, bad = run("test", "good"), run("test", "bad", "--lang", "en")

    assert (0, "правил: 1, примеров: 2, не сошлось: 0\n") == (good.code, good.out)
    assert 1 == bad.code
    assert "bad/rusty-can.yaml:12: ZZZ901: must be silent, found: «ржавую лейку»" in bad.out
    assert "rules: 1, examples: 2, failures: 1" in bad.out


def test_init_writes_settings_that_load(run: Run, put: Put, desk: Path, gardener: str) -> None:
    """`init` writes a commented file that changes nothing until a line is uncommented, and works uncommented."""
    put({"a.md": gardener})
    before = run("check", "a.md").out
    ran = run("init")

    assert (0, "создан .jdlint.yaml\n") == (ran.code, ran.out)
    assert before == run("check", "a.md").out
    template = (desk / ".jdlint.yaml").read_text(encoding="utf-8")
    assert all(not line or line.startswith("#") for line in template.splitlines())


def test_help_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` and `--version` end with code 0; help is in the language asked for."""
    told = []
    for words in (["--help"], ["check", "--lang", "en", "--help"], ["--version"]):
        with pytest.raises(SystemExit) as ended:
            cli.main(words)
        assert 0 == ended.value.code
        told.append(capsys.readouterr().out)

    assert "проверить файлы и папки" in told[0]
    assert "codes, prefixes, names" in told[1]
    assert told[2].startswith("jdlint ")


def test_the_module_and_a_closed_pipe(desk: Path, put: Put, gardener: str) -> None:
    """`python -m jdlint` is the command; a reader that goes away leaves no traceback."""
    put({f"{n}.md": gardener * 40 for n in range(3)})
    command = [sys.executable, "-m", "jdlint", "check", ".", "--select", "ALL"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=desk) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        told = running.stderr.read().decode()
        running.wait()

    assert "Traceback" not in told
    assert "Exception ignored" not in told
