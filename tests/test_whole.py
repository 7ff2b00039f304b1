"""Files are written whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from jdlint.whole import write_whole

# Writes a large file again and again, and says when it has begun.
WRITER = """
import sys
from pathlib import Path
from jdlint.whole import write_whole
path = Path(sys.argv[1])
for turn in range(10_000):
    write_whole(path, (b"a" if turn % 2 else b"b") * 2_000_000)
    print(turn, flush=True)
"""


def test_keeps_permissions(tmp_path: Path) -> None:
    """The new content has the old permissions; a new file has those that any new file gets."""
    old, new, usual = tmp_path / "old", tmp_path / "new", tmp_path / "usual"
    old.write_bytes(b"1")
    old.chmod(0o640)
    usual.write_bytes(b"1")
    write_whole(old, b"2")
    write_whole(new, b"3")

    assert (b"2", 0o640) == (old.read_bytes(), old.stat().st_mode & 0o777)
    assert usual.stat().st_mode == new.stat().st_mode


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    """What is no file, such as a pipe or `/dev/null`, gets the content and is not replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(
        [sys.executable, "-c", f"print(open({str(pipe)!r}).read())"], stdout=subprocess.PIPE
    ) as reader:
        write_whole(pipe, b"told")
        assert b"told" == reader.communicate()[0].strip()

    assert pipe.is_fifo()


def test_long_names(tmp_path: Path) -> None:
    """A name as long as the system allows can be written."""
    path = tmp_path / ("ж" * 125 + ".docx")
    write_whole(path, b"1")

    assert [path] == list(tmp_path.iterdir())


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full the old file stays, and nothing else does."""
    path = tmp_path / "old"
    path.write_bytes(b"1")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"2")

    assert [(path, b"1")] == [(p, p.read_bytes()) for p in tmp_path.iterdir()]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nobody is killed here")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    """A process killed while it writes leaves one whole file or the other."""
    for number in range(12):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(b"b" * 2_000_000)
        process = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        for _ in range(1 + number % 4):
            process.stdout.readline()
        process.kill()
        process.wait()
        process.stdout.close()

        assert path.read_bytes() in {b"a" * 2_000_000, b"b" * 2_000_000}
