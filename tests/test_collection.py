"""Documents of an organisation are compared by what is remembered of them; only those asked for are reported."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from jdlint.agree.database import in_use

Put = Callable[[Mapping[str, str | bytes]], None]


def description(title: str, *duties: str, general: str = "") -> str:
    """A job description of one position."""
    items = "".join(f"2.{n}. {duty}\n\n" for n, duty in enumerate(duties, 1))
    return f"# Должностная инструкция {title}\n\n## 1. Общие положения\n\n{general}\n\n## 2. Обязанности\n\n{items}"


HARBOUR = {
    "порт/лоцман.md": description("лоцмана", "Ведёт журнал прихода буксиров.", "Проводит баржи к третьему причалу."),
    "порт/диспетчер.md": description(
        "диспетчера порта", "Ведение журнала прихода буксиров.", "Отвечает на вызовы барж."
    ),
    "порт/боцман.md": description("боцмана", "Красит швартовные тумбы весной."),
}


@pytest.fixture
def told(run: Callable[..., Any]) -> Callable[..., list[tuple[str, str, list[str]]]]:
    """Codes, paths and related paths of what a check of these paths finds across documents."""

    def check(*words: str) -> list[tuple[str, str, list[str]]]:
        report = json.loads(run("check", "--select", "ORG", "--output-format", "json", *words).out)
        return [(f["code"], f["path"], [r["path"] for r in f["related"]]) for f in report["findings"]]

    return check


def test_one_file_is_compared_with_all(put: Put, told: Callable[..., Any], run: Callable[..., Any]) -> None:
    """A duty that stands in an unchanged document is found, and nothing is said about that document."""
    put(HARBOUR)
    report = json.loads(run("check", "--output-format", "json", "порт/лоцман.md").out)

    assert [("ORG001", "порт/лоцман.md", ["порт/диспетчер.md"])] == told("порт/лоцман.md")
    assert ["порт/лоцман.md"] == [document["path"] for document in report["documents"]]
    assert [] == told("порт/боцман.md")


def test_a_change_elsewhere_is_seen(put: Put, told: Callable[..., Any], desk: Path) -> None:
    """What was added to, changed in or removed from the collection since the last check counts at once."""
    put({name: text for name, text in HARBOUR.items() if "диспетчер" not in name})
    before = told("порт/лоцман.md")
    put(HARBOUR)
    added = told("порт/лоцман.md")
    put({"порт/диспетчер.md": description("диспетчера порта", "Отвечает на вызовы барж.")})
    changed = told("порт/лоцман.md")
    put(HARBOUR)
    again = told("порт/лоцман.md")
    (desk / "порт/диспетчер.md").unlink()

    assert [0, 1, 0, 1, 0] == [len(found) for found in (before, added, changed, again, told("порт/лоцман.md"))]


def test_same_answer_without_memory(put: Put, run: Callable[..., Any]) -> None:
    """With and without memory, for any number of processes, the report is the same bytes."""
    put(HARBOUR)
    words = ("check", "--output-format", "json", ".")
    first = run(*words).out

    assert "ORG001" in first
    assert {first} == {run(*words, *more).out for more in ((), ("--no-cache",), ("--no-cache", "--jobs", "2"))}


def test_batches_tell_what_a_whole_run_tells(put: Put, run: Callable[..., Any]) -> None:
    """File by file, in any order, the findings are those of one run over everything."""
    put(HARBOUR)

    def findings(*paths: str) -> list[Any]:
        found: list[Any] = json.loads(run("check", "--output-format", "json", *paths).out)["findings"]
        return found

    def order(finding: Any) -> tuple[str, int, int, str]:
        return finding["path"], finding["line"], finding["column"], finding["code"]

    whole = findings(*HARBOUR)
    single = [f for name in sorted(HARBOUR, reverse=True) for f in findings(name)]

    assert whole == sorted(single, key=order)
    assert whole == findings(*reversed(HARBOUR))


def test_history_leaves_no_trace(put: Put, run: Callable[..., Any], desk: Path) -> None:
    """A shelf that has seen other documents come and go answers like one that has not."""
    put(HARBOUR)
    words = ("check", "--output-format", "json", ".")
    fresh = run(*words, "--no-cache").out
    for name in reversed(HARBOUR):
        put({name: description("водолаза", "Ведёт журнал прихода буксиров и барж.")})
        run(*words)
        (desk / name).unlink()
        run(*words)
    put(HARBOUR)

    assert fresh == run(*words).out


@pytest.mark.parametrize("others", [{}, {"порт/юнга.md": description("юнги", "Моет палубу.")}])
def test_what_one_position_repeats_counts_once_another_has_it(
    put: Put, run: Callable[..., Any], others: Mapping[str, str]
) -> None:
    """Duties of one position are not compared with each other, until one of them is another's too."""
    repeated = ("Ведёт журнал прихода буксиров.", "Ведение журнала прихода буксиров.")
    put({"порт/лоцман.md": description("лоцмана", *repeated), **others})
    run("check")
    put({"порт/юнга.md": description("юнги", repeated[0])})
    report = run("check", "--select", "ORG", "--output-format", "json").out

    assert ["2.1", "2.2", "2.1"] == [f["clause"] for f in json.loads(report)["findings"]]
    assert report == run("check", "--select", "ORG", "--output-format", "json", "--no-cache").out


def test_a_damaged_shelf_is_made_anew(put: Put, told: Callable[..., Any], tmp_path: Path) -> None:
    """Whatever stands in its place, the shelf is dropped silently and built again."""
    put(HARBOUR)
    before = told("порт/лоцман.md")
    (shelf,) = tmp_path.rglob("collections/*.sqlite")
    for damage in (b"", b"SQLite format 3\x00" + b"\x07" * 4000, b"{}"):
        shelf.write_bytes(damage)
        put({"порт/боцман.md": description("боцмана", f"Красит {len(damage)} тумб весной.")})

        assert before == told("порт/лоцман.md")
    assert shelf.read_bytes().startswith(b"SQLite format 3\x00")


def test_a_shelf_that_cannot_be_had_is_done_without(put: Put, told: Callable[..., Any], tmp_path: Path) -> None:
    """Where the file cannot be made the comparison is only slower."""
    put(HARBOUR)
    blocked = tmp_path / "no-folder"
    (blocked / "collections").parent.mkdir()
    (blocked / "collections").write_text("a file where a folder should be", "utf-8")

    assert 1 == len(told("порт/лоцман.md", "--cache-dir", str(blocked)))


@pytest.mark.skipif(os.name == "nt", reason="this system does not remove files in use anyway")
def test_a_damaged_shelf_in_use_stays(put: Put, told: Callable[..., Any], tmp_path: Path) -> None:
    """What another run works with is not taken away from it: this one does without, and the next makes it anew."""
    put(HARBOUR)
    before = told("порт/лоцман.md")
    (shelf,) = tmp_path.rglob("collections/*.sqlite")
    shelf.write_bytes(b"no database at all")
    put({"порт/боцман.md": description("боцмана", "Красит тумбы осенью.")})
    with in_use(shelf):
        assert before == told("порт/лоцман.md")
        assert b"no database at all" == shelf.read_bytes()

    assert before == told("порт/лоцман.md", "--preview")
    assert shelf.read_bytes().startswith(b"SQLite format 3\x00")


def test_clean_forgets_shelves(put: Put, told: Callable[..., Any], run: Callable[..., Any], tmp_path: Path) -> None:
    """`jdlint clean` leaves no facts behind."""
    put(HARBOUR)
    told("порт/лоцман.md")
    run("clean")

    assert [] == list(tmp_path.rglob("*.sqlite"))


def test_documents_says_what_belongs_together(put: Put, told: Callable[..., Any]) -> None:
    """`documents:` keeps other files of the project out, also one that is asked for."""
    put({**HARBOUR, ".jdlint.yaml": 'documents: ["порт/**"]\n', "склад/а.md": HARBOUR["порт/диспетчер.md"]})

    assert [("ORG001", "порт/лоцман.md", ["порт/диспетчер.md"])] == told("порт/лоцман.md")
    assert [] == told("склад/а.md")


def test_without_a_project_only_what_is_named(put: Put, told: Callable[..., Any], desk: Path) -> None:
    """With neither settings nor repository the documents of the call are compared with each other."""
    (desk / ".git").rmdir()
    put(HARBOUR)

    assert [] == told("порт/лоцман.md")
    assert 2 == len(told("порт"))


def test_from_a_subfolder(put: Put, told: Callable[..., Any], desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are those of the folder where the call is made."""
    put(HARBOUR)
    monkeypatch.chdir(desk / "порт")

    assert [("ORG001", "лоцман.md", ["диспетчер.md"])] == told("лоцман.md")


def test_standard_input_takes_part_and_leaves_no_trace(put: Put, run: Callable[..., Any]) -> None:
    """A text that an editor has not saved is compared, in place of its file."""
    put(HARBOUR)
    words = ("check", "--select", "ORG", "--output-format", "concise", "-", "--stdin-filename", "порт/боцман.md")
    unsaved = description("боцмана", "Ведёт журнал прихода буксиров.").encode()

    assert "диспетчер порта, лоцман" in run(*words, stdin=unsaved).out
    assert "боцман" not in run("check", "--select", "ORG", "порт/лоцман.md").out


def test_a_finding_across_documents_can_be_allowed(put: Put, told: Callable[..., Any], run: Callable[..., Any]) -> None:
    """A suppression in the document holds for it, and is not said to suppress nothing."""
    allowed = HARBOUR["порт/лоцман.md"].replace("2.1.", "<!-- jdlint: allow ORG001 -- пока нет второго -->\n2.1.")
    put({**HARBOUR, "порт/лоцман.md": allowed})
    report = json.loads(run("check", "--output-format", "json", "порт/лоцман.md").out)

    assert 1 == report["summary"]["suppressed"]
    assert not [f for f in report["findings"] if f["code"] == "DOC003"]


def test_per_file_ignores_and_severity(put: Put, told: Callable[..., Any], run: Callable[..., Any]) -> None:
    """Settings about rules hold for rules across documents too."""
    put({**HARBOUR, ".jdlint.yaml": 'severity: {ORG001: error}\nper-file-ignores: {"порт/лоцман.md": [ORG]}\n'})
    report = json.loads(run("check", "--select", "ORG", "--output-format", "json", "порт").out)

    assert [("порт/диспетчер.md", "error")] == [(f["path"], f["severity"]) for f in report["findings"]]


SHARED = [f"Проверяет {thing} склада номер {n}." for n, thing in enumerate(
    ("двери", "окна", "замки", "весы", "стеллажи", "лампы", "насосы", "краны", "печати"), 2)]  # fmt: skip


def test_a_copied_list_is_told_once(put: Put, run: Callable[..., Any]) -> None:
    """Many duties shared by the same documents are one finding that says how many."""
    put({"а.md": description("сторожа", *SHARED), "б.md": description("плотника", *SHARED)})
    report = json.loads(run("check", "--select", "ORG", "--output-format", "json", ".").out)

    assert [("а.md", "9"), ("б.md", "9")] == [(f["path"], f["values"]["count"]) for f in report["findings"]]


def test_a_duty_of_many_is_everybodys(put: Put, told: Callable[..., Any]) -> None:
    """What more than six positions have is nobody's own."""
    titles = ("маляра", "плотника", "сторожа", "садовника", "пекаря", "токаря", "швеи")
    put({f"{n}.md": description(title, "Запирает ворота со стороны реки.") for n, title in enumerate(titles)})

    assert [] == told(".")


def test_a_duty_that_many_hold_is_told_to_none(put: Put, told: Callable[..., Any]) -> None:
    """A short duty that many longer ones hold is nobody's own: neither it nor those tell of it."""
    titles = ("маляра", "плотника", "садовника", "пекаря", "токаря", "швеи", "грузчика")
    of = ("кирпича", "песка", "угля", "зерна", "соли", "масла", "досок")
    longer = {f"{n}.md": description(t, f"Запирает ворота склада {of[n]}.") for n, t in enumerate(titles)}
    put({"сторож.md": description("сторожа", "Запирает ворота склада."), **dict(list(longer.items())[:2])})
    few = told(".")
    put(longer)

    assert ["0.md", "1.md", "сторож.md"] == [path for _, path, _ in few]
    assert [] == told(".")


def test_a_duty_of_many_elsewhere_is_still_two_peoples_here(put: Put, told: Callable[..., Any]) -> None:
    """Whoever has the duty at another employer counts for nothing, however many they are and in whatever order."""
    titles = ("маляра", "плотника", "сторожа", "садовника", "пекаря", "токаря", "швеи", "грузчика", "кровельщика")
    duty = "Запирает ворота со стороны реки."
    at = {n: "ООО «Берег»" if n in (7, 8) else "ООО «Остров»" for n in range(len(titles))}
    put({f"{n}.md": f"{at[n]}\n\n{description(title, duty)}" for n, title in enumerate(titles)})

    assert [("ORG001", "7.md", ["8.md"]), ("ORG001", "8.md", ["7.md"])] == told(".")


def test_of_many_documents_for_one_position_the_first_are_told(put: Put, told: Callable[..., Any]) -> None:
    """Copies of one document are one finding each, however many there are; its Word form is no other document."""
    put({f"смена-{n:02}.md": description("лоцмана") for n in range(14)} | {"смена-00.markdown": description("лоцмана")})
    first = f"смена-{0:02}.md"

    [(code, _, related)] = told(first)
    assert ("ORG005", [f"смена-{n:02}.md" for n in range(1, 11)]) == (code, related)


def test_what_names_no_job_is_nobodys_copy(put: Put, told: Callable[..., Any]) -> None:
    """Two documents whose titles name a field of work alone are compared with nothing, and the run goes on."""
    text = description("маляра", "Красит забор.", general="1.1. Маляр обязан знать краски.")
    field = text.replace("Должностная инструкция маляра", "ДИ по охране труда")
    put({"склад.md": field, "цех.md": field.replace("забор", "дом")})

    assert [] == told(".")


def test_one_name_in_two_branches_is_no_copy(put: Put, told: Callable[..., Any]) -> None:
    """Files of one name in two formats are one document, unless they are for different branches."""
    duty = "Ведёт журнал прихода буксиров."
    tula = f"Филиал: Тульский\n\n{description('лоцмана', duty)}"
    put({"тула/вахта.md": tula, "калуга/вахта.markdown": f"Филиал: Калужский\n\n{description('боцмана', duty)}"})
    apart = told(".")
    put({"калуга/вахта.markdown": f"Филиал: Тульский\n\n{description('боцмана', duty)}"})

    assert ["калуга/вахта.markdown", "тула/вахта.md"] == [path for _, path, _ in apart]
    assert [] == told(".")


def test_one_file_takes_little_from_memory(put: Put, told: Callable[..., Any], tmp_path: Path) -> None:
    """A check of one file looks at what is remembered of documents that it has to do with, and of no other."""
    put({**HARBOUR, **{f"{n}.md": description("сторожа", f"Обходит пристань номер {n}.") for n in range(9)}})
    before = told("порт/лоцман.md")
    (shelf,) = tmp_path.rglob("collections/*.sqlite")
    with closing(sqlite3.connect(shelf)) as link:
        link.execute("UPDATE member SET facts = 'spoilt' WHERE facts LIKE '%сторож%'")
        link.commit()

    assert before == told("порт/лоцман.md")


def test_the_staff_list(put: Put, told: Callable[..., Any]) -> None:
    """Titles are held to the list that the settings name, other names included."""
    texts = {"а.md": description("лоцмана", general="1.1. Лоцман подчиняется начальнику вахты.")}
    settings = "staff: штат.csv\npositions: {капитан порта: [начальник вахты]}\n"
    put({**texts, ".jdlint.yaml": settings, "штат.csv": "Должность;Единиц\nлоцман;3\n"})
    unknown = told("а.md")
    put({"штат.csv": "Должность;Единиц\nлоцман;3\nкапитан порта;1\n"})

    assert [("ORG003", "а.md", [])] == unknown
    assert [] == told("а.md")


def test_a_staff_list_that_is_not_there_is_a_mistake_of_the_settings(put: Put, run: Callable[..., Any]) -> None:
    """One line and exit code 2."""
    put({**HARBOUR, ".jdlint.yaml": "staff: штат.csv\n"})
    ran = run("check", ".")

    assert 2 == ran.code
    assert "штат.csv" in ran.err


def test_who_leads_by_order_is_said_in_the_settings(put: Put, told: Callable[..., Any]) -> None:
    """`by-order` lifts the demand that both documents name each other."""
    texts = {
        "а.md": description("техника", general="1.1. Техник подчиняется начальнику бюро."),
        "б.md": description("начальника бюро", general="1.1. Начальник бюро подчиняется главному инженеру."),
        "в.md": description(
            "руководителя проекта",
            general="1.1. Руководитель проекта подчиняется главному инженеру.\n\n1.2. Ему подчиняется техник.",
        ),
    }
    put(texts)
    before = told(".")
    put({".jdlint.yaml": "positions: {руководитель проекта: {by-order: true, also: [проджект]}}\n"})

    assert {("ORG004", "а.md"), ("ORG004", "в.md")} == {(code, path) for code, path, _ in before}
    assert [] == told(".")
