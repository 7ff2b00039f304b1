"""`jdlint check` with a baseline: findings accepted before, and the file that holds them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jdlint.cli.output import deliver
from jdlint.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from jdlint.cli.arguments import Say
    from jdlint.gather import Group
    from jdlint.model.baseline import Accepted
    from jdlint.model.report import Report
    from jdlint.settings import Settings

MOST_TOLD = 10


def baseline_options(check: argparse.ArgumentParser, say: Say) -> None:
    """Declare the options about baselines."""
    check.add_argument(
        "--baseline", metavar="F", help=say("файл принятых замечаний", "file of findings accepted before")
    )
    check.add_argument(
        "--write-baseline",
        action="store_true",
        help=say("принять все нынешние замечания", "accept all findings there are now"),
    )
    check.add_argument(
        "--prune-baseline",
        action="store_true",
        help=say("убрать из принятых то, чего больше нет", "drop accepted findings that are gone"),
    )


def changes_baseline(arguments: argparse.Namespace) -> bool:
    """Whether the call writes a baseline."""
    return bool(arguments.write_baseline or arguments.prune_baseline)


def check_call(arguments: argparse.Namespace) -> None:
    """UsageError when the options exclude each other."""
    if arguments.write_baseline and arguments.prune_baseline:
        raise UsageError(
            "--write-baseline и --prune-baseline вместе не нужны: запись и так убирает лишнее",
            "--write-baseline and --prune-baseline exclude each other: writing drops what is gone anyway",
        )


def begun(settings: Settings, arguments: argparse.Namespace) -> Settings:
    """The settings to check by: without a baseline where this call is to make it."""
    if arguments.write_baseline and settings.baseline and not settings.baseline.exists():
        from dataclasses import replace  # not needed by a run that tells what an earlier one told

        return replace(settings, baseline=None)
    return settings


def update_baseline(
    arguments: argparse.Namespace, groups: Sequence[Group], reports: Sequence[Report], lang: str
) -> list[str]:
    """Write the baselines if the call asks for it; the lines to be told about them.

    Writing keeps what is known of files that were not looked at; pruning never adds anything.
    """
    lines: list[str] = []
    files = dict.fromkeys(group.settings.baseline for group in groups)
    if changes_baseline(arguments):
        if None in files:
            raise UsageError(
                "не сказано, в какой файл: --baseline ФАЙЛ (или ключ baseline в настройках)",
                "it is not said to which file: --baseline FILE (or the key baseline in the settings)",
            )
        if any(report.faults for report in reports):
            return ["принятые замечания не записаны: был сбой" if lang == "ru" else "baseline not written: a failure"]
    for file in files:
        if file is None:
            continue
        mine = [(g, r) for g, r in zip(groups, reports, strict=True) if g.settings.baseline == file]
        gone = sorted({entry for _, report in mine for entry in report.stale})
        if changes_baseline(arguments):
            lines.append(_write(file, mine, gone, lang, grow=arguments.write_baseline))
        elif gone:
            lines += _stale(file, gone, lang)
    return lines


def _write(file: Path, mine: Sequence[tuple[Group, Report]], gone: Sequence[Accepted], lang: str, *, grow: bool) -> str:
    from jdlint.baseline import accepted, read_baseline, written
    from jdlint.lock import locked

    with locked(file.parent):  # what another run accepts at the same time is not to be lost
        before = set(read_baseline(file)) if file.exists() or not grow else set()
        after = before - set(gone)
        if grow:
            held = {entry.fingerprint for entry in after}
            new = {e for group, report in mine for e in accepted(report.findings, group.settings.root)}
            after |= {entry for entry in new if entry.fingerprint not in held}
        if after != before or not file.exists():
            deliver(written(after), str(file))
    added, dropped = len(after - before), len(before - after)
    if lang == "en":
        return f"{_called(file)}: {len(after)} accepted, {added} added, {dropped} dropped"
    return f"{_called(file)}: принято замечаний — {len(after)}, добавлено — {added}, убрано — {dropped}"


def _called(file: Path) -> Path:
    """The file as a person in this folder would name it."""
    here = file.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file


def _stale(file: Path, gone: Sequence[Accepted], lang: str) -> list[str]:
    """What the baseline holds in vain."""
    head = f"{_called(file)}: принятых замечаний, которых больше нет, — {len(gone)}; их убирает --prune-baseline"
    if lang == "en":
        head = f"{_called(file)}: {len(gone)} accepted findings are gone; --prune-baseline drops them"
    shown = [f"  {e.path} {e.code}" + (f" «{e.quote}»" if e.quote else "") for e in gone[:MOST_TOLD]]
    return [head, *shown, *(["  …"] if len(gone) > MOST_TOLD else [])]
