"""`python -m jdlint` and the `jdlint` command."""

import os
import sys
from typing import NoReturn

from jdlint.cli import main

__all__ = ["main", "run"]


def run() -> NoReturn:
    """The command as a process of its own, which ends with the exit code of `main`.

    Where nothing else runs in it the system takes back the memory at once: Python would take apart a language engine
    object by object. Elsewhere than on Linux what processes share has to be cleared away, and is.
    """
    code = main()
    if sys.platform == "linux" and _is_alone():
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:  # nobody listens any more, which is Python's to tell
            sys.exit(code)
        os._exit(code)
    sys.exit(code)


def _is_alone() -> bool:
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1


if __name__ == "__main__":
    run()
