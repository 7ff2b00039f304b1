"""Which reports a run writes, and where: `--output-format FORMAT` or `FORMAT=FILE`, as often as wanted."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from jdlint.errors import UsageError
from jdlint.report import FORMATS, reporter

if TYPE_CHECKING:
    from jdlint.model.report import Report
    from jdlint.report.look import Look


class Output(NamedTuple):
    """A report of one format; `file` is empty for standard output."""

    format: str
    file: str = ""


def output(word: str) -> Output:
    """The value of one `--output-format`; argparse.ArgumentTypeError for a format that there is not."""
    name, equals, file = word.partition("=")
    if name not in FORMATS or (equals and not file):
        raise argparse.ArgumentTypeError(f"invalid choice: '{word}' (choose from {', '.join(FORMATS)})")
    return Output(name, file)


def outputs(asked: Sequence[Output], file: str | None) -> tuple[Output, ...]:
    """What to write, the files first, each to a place of its own; UsageError when two reports clash.

    `file` is for the format that has none, which is the full report when all others have one.
    """
    placed = [one if one.file else Output(one.format, file or "") for one in asked]
    if not placed or (file and all(one.file for one in asked)):
        placed.append(Output("full", file or ""))
    taken: dict[str, str] = {}
    for one in placed:
        key = str(Path(one.file).absolute()) if one.file else ""
        if key in taken:
            where_ru, where_en = (one.file, one.file) if one.file else ("экран", "the screen")
            raise UsageError(
                f"два отчёта ({taken[key]} и {one.format}) в одно место ({where_ru}): укажите файл, {one.format}=ФАЙЛ",
                f"two reports ({taken[key]} and {one.format}) for one place ({where_en}): say {one.format}=FILE",
            )
        taken[key] = one.format
    return tuple(sorted(placed, key=lambda one: not one.file))


def rendered(report: Report, placed: Sequence[Output], look: Look) -> tuple[tuple[str, str], ...]:
    """File and text of each report; colour is for standard output alone."""
    from dataclasses import replace

    plain = replace(look, color=False)
    return tuple((one.file, reporter(one.format)(report, plain if one.file else look)) for one in placed)
