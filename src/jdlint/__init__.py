"""Compliance linter for Russian job descriptions (должностные инструкции)."""

from importlib.metadata import version

__version__ = version("jdlint")
