"""`jdlint serve`: who is let in, what is taken, what comes back, and what is left behind."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from jdlint.comment import is_annotated
from jdlint.model.document import Source
from jdlint.settings import Settings
from jdlint.web.answer import MOST_ANSWERS, Answer, Answers
from jdlint.web.guard import Address
from jdlint.web.upload import MEGABYTE, MOST_BYTES, MOST_FILES

from .conftest import SETTINGS, Server, form, running

Sample = Callable[[str], tuple[str, bytes]]
WATCHMAN = "# Должностная инструкция сторожа\n\n## 1. Общие положения\n\n1.1. Сторож подчиняется {}.\n"


def watchman(name: str = "сторож.md", superior: str = "завхозу") -> tuple[str, bytes]:
    """A short document."""
    return name, WATCHMAN.format(superior).encode()


# --- who is let in ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{}", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:{}", ""])
def test_other_hosts_are_refused(site: Server, host: str) -> None:
    """A page that makes its own name lead to this computer learns nothing, even with the token."""
    told = site.ask("GET", "", {"Host": host.format(site.address.port)})

    assert 403 == told.status
    assert "не с нашей страницы" in told.text
    assert "did not come from our page" in told.text
    assert site.address.token not in told.text


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{}", "http://127.0.0.1:1", None])
def test_other_pages_cannot_send(site: Server, origin: str | None) -> None:
    """A form of another page is refused, and so is one that does not say where it comes from."""
    headers = {name: value for name, value in site.own.items() if name != "Origin"}
    if origin is not None:
        headers["Origin"] = origin.format(site.address.port)

    assert 403 == site.ask("POST", "check", headers, form([watchman()])).status


def test_other_pages_cannot_read(site: Server) -> None:
    """What a browser says of the page behind a request counts; the names of this computer are its own."""
    assert 403 == site.ask("GET", "", {"Origin": "http://evil.example"}).status
    assert 403 == site.ask("POST", "check", {**site.own, "Sec-Fetch-Site": "cross-site"}, form([watchman()])).status
    assert 200 == site.ask("GET", "", {"Host": f"localhost:{site.address.port}"}).status


@pytest.mark.parametrize("path", ["//", "//wrong/", "//wrong/check", "//%ff/", "//tests-token-and-more/"])
def test_the_token_has_to_be_known(site: Server, path: str) -> None:
    """Without the token there is no page, no check and no way in."""
    method = "POST" if path.endswith("check") else "GET"
    told = site.ask(method, path, site.own if method == "POST" else None)

    assert 403 == told.status
    assert "адрес, который напечатала программа" in told.text
    assert site.address.token not in told.text


def test_headers_keep_other_pages_out(site: Server) -> None:
    """No page may frame, embed or remember what is answered."""
    for told in (site.ask("GET", ""), site.ask("GET", "//wrong/"), site.ask("GET", "answers/none/")):
        assert "no-store" == told.headers["cache-control"]
        assert "DENY" == told.headers["x-frame-options"]
        assert "frame-ancestors 'none'" in told.headers["content-security-policy"]
        assert "nosniff" == told.headers["x-content-type-options"]
        assert "access-control-allow-origin" not in told.headers
        assert "server" not in told.headers


def test_it_listens_to_this_computer_alone(site: Server) -> None:
    """The address is that of the loopback, and a token cannot be guessed."""
    assert site.address.url.startswith("http://127.0.0.1:")
    assert {f"{name}:8" for name in ("127.0.0.1", "localhost")} == Address(8, "x").hosts


# --- what is taken ----------------------------------------------------------------------------------------------


def test_two_hundred_files_are_refused(site: Server) -> None:
    """Too many files are told by number, in the language of the page; as many as allowed are not too many."""
    sent = site.send([watchman(f"{n}.md") for n in range(200)])
    english = site.send([watchman(f"{n}.md") for n in range(200)], "en")

    assert 413 == sent.status == english.status
    assert f"до {MOST_FILES} файлов" in sent.text
    assert f"At most {MOST_FILES} files" in english.text
    assert 413 == site.send([(f"{n}.md", b"") for n in range(MOST_FILES + 1)]).status
    assert 303 == site.send([(f"{n}.md", b"x") for n in range(MOST_FILES)]).status


@pytest.mark.parametrize("told", [True, False], ids=["length told", "length not told"])
def test_what_is_too_large_is_refused(site: Server, *, told: bool) -> None:
    """Whether or not it says so beforehand; the answer comes though all has been sent."""
    head = form([("большой.md", b"|")]).split(b"|")[0]
    size = MOST_BYTES + 5 * MEGABYTE

    def chunks() -> Iterator[bytes]:
        yield head
        for _ in range(size // MEGABYTE):
            yield b" " * MEGABYTE

    headers = {**site.own, **({"Content-Length": str(len(head) + size)} if told else {})}
    sent = site.ask("POST", "check", headers, chunks())

    assert 413 == sent.status
    assert f"больше {MOST_BYTES // MEGABYTE} МБ" in sent.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"nonsense",
        form([]),
        form([("", b"")]),
        form([watchman()])[:-30],
        form([watchman()]).replace(b"name=", b"nm="),
    ],
)
def test_a_form_without_files_is_told(site: Server, body: bytes) -> None:
    """Nothing chosen, nothing whole: a sentence and a way back, never a failure."""
    sent = site.ask("POST", "check", site.own, body)

    assert 400 == sent.status
    assert site.address.token in sent.text
    assert [] == site.complaints


def test_other_ways_to_ask(site: Server) -> None:
    """Pages that are not there, methods that are not known, bodies of another kind."""
    assert 404 == site.ask("GET", "nothing").status
    assert 404 == site.ask("GET", "check").status
    assert 404 == site.ask("GET", "answers/../../etc/passwd").status
    assert 400 == site.ask("POST", "check", {**site.own, "Content-Type": "application/json"}, b"{}").status
    assert 400 == site.ask("POST", "check", {**site.own, "Content-Type": "multipart/form-data"}, b"{}").status
    assert 404 == site.ask("PUT", "check", site.own, b"").status


def test_a_zip_bomb_is_a_finding(site: Server, sample: Sample) -> None:
    """A file that unpacks to a quarter of a gigabyte is told as unreadable; the others are checked."""
    out = io.BytesIO()
    name, data = sample("docx/pekar.docx")
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bomb:
        for entry in whole.namelist():
            with bomb.open(entry, "w", force_zip64=True) as file:
                if entry != "word/document.xml":
                    file.write(whole.read(entry))
                for _ in range(256 if entry == "word/document.xml" else 0):
                    file.write(b" " * MEGABYTE)
    told = site.report([("бомба.docx", out.getvalue()), (name, data)])

    assert "DOC001" in told.text
    assert "не прочитан" in told.text
    assert 'lang="ru">пекарь' in told.text
    assert [] == site.complaints


@pytest.mark.parametrize(
    "name", ["а.docx", "а.md", "а.pdf", "а", "~$а.docx", "../../etc/passwd", "C:\\x\\а.docx", "а\x00.md"]
)
def test_whatever_comes_is_answered(site: Server, name: str) -> None:
    """Bytes that are no document are a finding under the last part of the name."""
    told = site.report([(name.replace('"', ""), bytes(range(256)) * 20)])

    assert "DOC00" in told.text
    assert "etc/" not in told.text
    assert "C:" not in told.text
    assert [] == site.complaints


# --- what comes back --------------------------------------------------------------------------------------------


def test_the_report_and_the_copies(site: Server, sample: Sample) -> None:
    """The page shows the documents, and offers the report, JSON, annotated copies and all of them in one archive."""
    told = site.report([sample("docx/kladovshchik.docx"), sample("docx/pekar.docx"), sample("marketolog.md")])
    files = {}
    for number in range(5):
        taken = site.ask("GET", f"{told.path}files/{number}")
        name = unquote(taken.headers["content-disposition"].split("''")[1])
        assert taken.headers["content-disposition"].startswith("attachment;")
        files[name] = taken.body
    page, data = files.pop("jdlint отчёт.html"), json.loads(files.pop("jdlint отчёт.json"))
    archive = zipfile.ZipFile(io.BytesIO(files.pop("jdlint копии с замечаниями.zip")))

    assert "полную материальную ответственность" in told.text
    assert 'class="actions"' in told.text
    assert 'class="actions"' not in page.decode()
    assert ["kladovshchik.docx", "marketolog.md", "pekar.docx"] == sorted(d["path"] for d in data["documents"])
    assert ["kladovshchik (замечания).docx", "pekar (замечания).docx"] == sorted(files) == sorted(archive.namelist())
    assert all(is_annotated(Source(name, data)) for name, data in files.items())
    assert files == {name: archive.read(name) for name in files}


def test_files_of_one_form_are_a_collection(site: Server) -> None:
    """Documents are compared with each other and with nothing that lies on this computer."""
    duty = "\n## 2. Должностные обязанности\n\n2.1. Ежедневно измеряет уровень воды в северном пруду.\n"
    one, other = (
        f"{WATCHMAN.format('завхозу')}{duty}",
        f"{WATCHMAN.format('завхозу')}{duty}".replace("торож", "адовник"),
    )
    together = site.report([("сторож.md", one.encode()), ("садовник.md", other.encode())])
    alone = site.report([("сторож.md", one.encode())])

    assert 'data-rule="ORG001"' in together.text
    assert 'data-rule="ORG001"' not in alone.text


def test_files_of_the_same_name(site: Server) -> None:
    """Two files of one name from two folders are both checked."""
    told = site.report([watchman(), watchman(superior="директору"), watchman(superior="коменданту")])

    assert all(f"<bdi>{name}</bdi>" in told.text for name in ("сторож.md", "сторож (2).md", "сторож (3).md"))


def test_english(site: Server) -> None:
    """The page, the report and the names of files are in the language of the page."""
    page = site.ask("GET", "?lang=en").text
    told = site.report([watchman()], "en")

    assert 'action="check?lang=en"' in page
    assert "Check other files" in told.text
    assert "Проверить" not in told.text
    assert "Report" in unquote(site.ask("GET", f"{told.path}files/0").headers["content-disposition"]).title()


def test_old_reports_are_forgotten(site: Server) -> None:
    """Only the last few reports are held; of the others the page says what to do."""
    first = site.report([watchman()])
    for _ in range(MOST_ANSWERS):
        site.report([watchman()])
    gone = site.ask("GET", first.path)

    assert 404 == gone.status == site.ask("GET", f"{first.path}files/0").status
    assert "Проверьте файлы ещё раз" in gone.text
    assert 404 == site.ask("GET", f"{site.report([watchman()]).path}files/99").status


def test_answers_have_names_that_nobody_guesses() -> None:
    """The names differ and are long."""
    answers = Answers()
    names = {answers.add(Answer("", ())) for _ in range(20)}

    assert 20 == len(names)
    assert min(map(len, names)) >= 20
    assert MOST_ANSWERS == sum(answers.get(name) is not None for name in names)


def test_a_check_that_takes_too_long_is_stopped(sample: Sample) -> None:
    """Its process is ended, the page says so, and the next check is answered."""
    many = [(f"{n}.docx", sample("docx/kladovshchik.docx")[1]) for n in range(MOST_FILES)]
    with running(SETTINGS, longest=1) as hasty:
        told = hasty.send(many)
        again = hasty.send(many)

    assert 503 == told.status == again.status
    assert "слишком долго" in told.text
    assert [] == hasty.complaints


def test_a_failure_is_one_line(tmp_path: Path) -> None:
    """What goes wrong with us is told without a traceback, to the person and on the terminal; settings by name."""
    with running(Settings(staff=tmp_path / "нет.csv")) as broken:
        told = broken.send([watchman()])

    assert 409 == told.status
    assert "нет.csv" in told.text
    assert "Traceback" not in told.text


# --- the command ------------------------------------------------------------------------------------------------


@pytest.fixture
def command(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], Server]]:
    """`jdlint serve` as a person starts it, in a folder of its own."""
    told = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "TMPDIR": str(tmp_path / "tmp"), "PYTHONUTF8": "1"}
    (tmp_path / "tmp").mkdir()
    (tmp_path / "desk").mkdir()
    words = [sys.executable, "-m", "jdlint", "serve", "--no-open", "--lang", "ru"]
    started = subprocess.Popen(
        words, cwd=tmp_path / "desk", env=told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert started.stdout is not None
    where = urlsplit(started.stdout.readline().strip())
    assert where.port is not None
    yield started, Server(Address(where.port, where.path.strip("/")))
    started.kill()
    started.communicate()


def test_the_command_leaves_nothing_behind(
    command: tuple[subprocess.Popen[str], Server], sample: Sample, tmp_path: Path
) -> None:
    """A check by the page writes no file but the compiled rules, and Ctrl+C ends the program with 0 and no traceback."""
    started, site = command
    told = site.report([sample("docx/kladovshchik.docx"), sample("marketolog.md")])
    left = sorted(file.relative_to(tmp_path) for file in tmp_path.rglob("*") if file.is_file())

    assert "kladovshchik.docx" in told.text
    assert {"CACHEDIR.TAG", "rulebook"} >= {file.parts[2] for file in left if file.parts[0] == "cache"}
    assert [] == [file for file in left if file.parts[0] != "cache"]
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=30)
    assert (0, "") == (started.returncode, out)
    assert ["остановить: Ctrl+C", "остановлено"] == err.splitlines()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_stays_bounded(command: tuple[subprocess.Popen[str], Server]) -> None:
    """Neither a quarter of a gigabyte at once nor full forms one after another make the server grow beyond some forms."""
    started, site = command
    head = form([("большой.md", b"|")]).split(b"|")[0]

    def body(size: int) -> Iterator[bytes]:
        yield head
        for _ in range(size):
            yield b" " * MEGABYTE

    def peak() -> int:
        status = Path(f"/proc/{started.pid}/status").read_text()
        return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    before = peak()
    assert 413 == site.ask("POST", "check", {**site.own}, body(256)).status
    assert peak() - before < 1.5 * MOST_BYTES / MEGABYTE
    full = form([("большой.docx", b"\0" * (MOST_BYTES - 4096))])
    for _ in range(3):
        assert 303 == site.ask("POST", "check", site.own, full).status
    assert peak() - before < 5 * MOST_BYTES / MEGABYTE


def test_a_taken_port(site: Server, run: Callable[..., object]) -> None:
    """A port that is taken, or none, is told in one line."""
    taken = run("serve", "--no-open", "--port", str(site.address.port))
    wrong = run("serve", "--no-open", "--port", "70000")

    assert 2 == taken.code == wrong.code  # type: ignore[attr-defined]
    assert f"не занять порт {site.address.port}" in taken.err  # type: ignore[attr-defined]
    assert "--port: «70000» не подходит" in wrong.err  # type: ignore[attr-defined]


def test_without_the_libraries(run: Callable[..., object], monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is told in one line."""
    for name in [name for name in sys.modules if name.startswith("jdlint.web")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    ran = run("serve", "--no-open")

    assert 2 == ran.code  # type: ignore[attr-defined]
    assert "pip install 'jdlint[serve]'" in ran.err  # type: ignore[attr-defined]
