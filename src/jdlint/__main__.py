"""`python -m jdlint` and the `jdlint` command."""

import sys

from jdlint.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
