"""Runs the commands of the console blocks of README and docs and compares what they print with what stands there.

`--write` replaces the blocks by the real output.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
ENVIRONMENT = {**os.environ, "COLUMNS": "100", "LC_ALL": "ru_RU.UTF-8"}
BLOCK = re.compile(
    r"(?<=<!-- console:start -->\n)```console\n\$ (?P<command>[^\n]*)\n(?:(?!```).)*```\n(?=<!-- console:end -->)",
    re.DOTALL,
)


def output(command: str) -> str:
    """What `command` prints, run from the root with this environment's jdlint."""
    program, *arguments = shlex.split(command)
    done = subprocess.run(  # noqa: S603 the commands are this repository's own
        [Path(sys.executable).parent / Path(program).name, *arguments],
        cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode not in (0, 1):
        sys.exit(f"{command}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def main() -> int:
    """Exit code 1 when a block is stale."""
    stale = 0
    for path in [ROOT / "README.md", ROOT / "README.ru.md", *sorted(ROOT.glob("docs/*.md"))]:
        name = path.relative_to(ROOT).as_posix()
        text = path.read_text(encoding="utf-8")
        if name.startswith("README") and not BLOCK.search(text):
            sys.exit(f"{name}: no console block")
        fresh = BLOCK.sub(lambda m: f"```console\n$ {m['command']}\n{output(m['command']).rstrip()}\n```\n", text)
        if fresh == text:
            continue
        if "--write" in sys.argv:
            path.write_text(fresh, encoding="utf-8")
            continue
        print(f"{name}: the console block is stale; run .ci/readme_console.py --write")
        stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
