"""The peers, each installed by name in an environment of its own, and jdlint as its users have it: from a wheel.

Commands are lists of words; all files are below one folder, which a later run finds and uses again.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHON_PEERS = ("contract-lint", "proselint", "lawdocx")
NODE_PEERS = ("textlint", "textlint-rule-no-todo", "textlint-rule-stop-words", "markdownlint-cli2")
_TEXTLINT = '{"rules": {"no-todo": true, "stop-words": {"severity": "warning"}}}\n'


@dataclass(frozen=True, slots=True)
class Peers:
    """Where the programs are."""

    folder: Path

    def python(self, name: str, program: str = "") -> str:
        """A program of a Python environment."""
        return str(self.folder / name / "bin" / (program or name))

    def node(self, name: str) -> str:
        """A program of the Node environment, which has to be the working folder for textlint."""
        return str(self.folder / "node" / "node_modules" / ".bin" / name)

    @property
    def node_folder(self) -> Path:
        """Where textlint finds its settings."""
        return self.folder / "node"


def environment() -> dict[str, str]:
    """The environment of every measured process: bytecode is compiled and kept, nobody's path is searched."""
    return {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")}


def install(folder: Path) -> Peers:
    """Install what is not there yet; jdlint always anew, from the sources beside this file."""
    peers = Peers(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*PYTHON_PEERS, "jdlint"):
        if not (folder / name / "bin" / "pip").exists():
            _run(sys.executable, "-m", "venv", str(folder / name))
    for name in PYTHON_PEERS:
        if not Path(peers.python(name)).exists():
            _run(peers.python(name, "pip"), "install", "--quiet", name)
    pip = peers.python("jdlint", "pip")
    wheels = folder / "wheels"
    for old in wheels.glob("*.whl"):
        old.unlink()
    _run(pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
    _run(pip, "install", "--quiet", *map(str, wheels.glob("*.whl")))
    _run(pip, "install", "--quiet", "--no-deps", "--force-reinstall", *map(str, wheels.glob("*.whl")))
    peers.node_folder.mkdir(exist_ok=True)
    if not Path(peers.node("textlint")).exists():
        _run("npm", "install", "--silent", "--no-fund", "--prefix", str(peers.node_folder), *NODE_PEERS)
    (peers.node_folder / ".textlintrc.json").write_text(_TEXTLINT, "utf-8")
    return peers


def versions(peers: Peers) -> dict[str, str]:
    """What was installed, by name."""
    found = {}
    for name in (*PYTHON_PEERS, "jdlint"):
        said = _run(peers.python(name, "pip"), "show", name)
        found[name] = next(line.split()[1] for line in said.splitlines() if line.startswith("Version:"))
    listed = _run("npm", "ls", "--prefix", str(peers.node_folder), "--depth", "0", "--parseable", "--long")
    for line in listed.splitlines():
        name, _, version = line.rpartition(":")[2].rpartition("@")
        if name in NODE_PEERS:
            found[name] = version
    return found


def _run(*words: str) -> str:
    done = subprocess.run(words, check=True, capture_output=True, text=True, encoding="utf-8", env=environment())
    return done.stdout
