"""Prints one of the two commands that README promises: `readme_command.py 1` or `2`."""

import re
import sys
from pathlib import Path

readme = Path(__file__).parent.parent.joinpath("README.md").read_text(encoding="utf-8")
found = re.search(rf"<!-- command:{re.escape(sys.argv[1])} -->\s*```sh\n(.*?)```", readme, re.DOTALL)
if not found:
    sys.exit(f"README.md has no command {sys.argv[1]}")
sys.stdout.write(found[1])
