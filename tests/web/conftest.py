"""A server of its own for the tests, and a browser where there is one."""

from __future__ import annotations

import http.client
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from jdlint.settings import Settings
from jdlint.web.guard import Address
from jdlint.web.serve import listening, server

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BOUNDARY = "jdlint-tests"
SETTINGS = Settings(select=("ALL",))


class Reply(NamedTuple):
    """What a server answers."""

    status: int
    headers: dict[str, str]
    body: bytes
    path: str

    @property
    def text(self) -> str:
        """The body of a page."""
        return self.body.decode()


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, and what it complained of."""

    address: Address
    complaints: list[str] = field(default_factory=list)

    @property
    def own(self) -> dict[str, str]:
        """The headers of a form of its own page."""
        return {
            "Origin": f"http://127.0.0.1:{self.address.port}",
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        }

    def ask(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes | Iterator[bytes] = b""
    ) -> Reply:
        """Ask for a path below the token; a header of None is left out."""
        link = http.client.HTTPConnection("127.0.0.1", self.address.port, timeout=120)
        target = path if path.startswith("//") else f"/{self.address.token}/{path}"
        link.request(method, target.replace("//", "/", 1), body=body or None, headers=headers or {})
        reply = link.getresponse()
        told = Reply(reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read(), path)
        link.close()
        return told

    def send(self, files: Sequence[tuple[str, bytes]], lang: str = "ru") -> Reply:
        """Send files by the form."""
        return self.ask("POST", f"check?lang={lang}", self.own, form(files))

    def report(self, files: Sequence[tuple[str, bytes]], lang: str = "ru") -> Reply:
        """Send files and go where the answer stands."""
        sent = self.send(files, lang)
        assert 303 == sent.status, sent.text
        return self.ask("GET", sent.headers["location"])


def form(files: Sequence[tuple[str, bytes]]) -> bytes:
    """The body of a form with these files."""
    parts = [(f'name="files"; filename="{name}"', data) for name, data in files]
    lines = [
        f"--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode() + data + b"\r\n"
        for head, data in parts
    ]
    return b"".join([*lines, f"--{BOUNDARY}--\r\n".encode()])


@contextmanager
def running(settings: Settings, **told: float) -> Iterator[Server]:
    """A server that runs as long as the context."""
    with listening(0) as listener:
        one = Server(Address(listener.getsockname()[1], "tests-token"))
        runner = server(settings, one.address, one.complaints.append, **told)
        thread = threading.Thread(target=runner.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not runner.started:
            time.sleep(0.02)
        yield one
        runner.should_exit = True
        thread.join(timeout=90)
        assert not thread.is_alive()


@pytest.fixture(scope="session")
def site(cache_of_the_session: None) -> Iterator[Server]:
    """A server with every rule."""
    with running(SETTINGS) as one:
        yield one


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium without a window; skips where there is none."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    program = os.environ.get("JDLINT_CHROMIUM") or next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )
    if program is None:
        pytest.skip("no Chromium here (apt-get install chromium, or name one in JDLINT_CHROMIUM)")
    with api.sync_playwright() as playwright:
        rights = [] if os.name == "nt" or os.geteuid() else ["--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=program, args=rights)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def sample() -> Callable[[str], tuple[str, bytes]]:
    """A sample: its name and bytes."""
    folder = Path(__file__).parents[2] / "samples"
    return lambda name: (Path(name).name, (folder / name).read_bytes())
