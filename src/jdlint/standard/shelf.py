"""A folder of standards, one JSON file each: what `jdlint standard import` fills and settings `standards` names."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jdlint.errors import UsageError, reason_of
from jdlint.marked import did_you_mean
from jdlint.model.standard import Entry, GeneralFunction, LabourFunction, Standard, latin
from jdlint.whole import write_whole

LAYOUT = 1


def put(folder: Path, standard: Standard) -> Path:
    """Write a standard to its file, all at once, in place of an earlier one; UsageError when it cannot be written."""
    file = folder / f"{standard.code}.json"
    data = {"layout": LAYOUT, **asdict(standard), "date": standard.date.isoformat()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(file, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())
    except OSError as error:
        why = reason_of(error)
        raise UsageError(f"не записать {file}: {why.ru}", f"cannot write {file}: {why.en}") from error
    return file


def standards_in(folder: Path) -> tuple[Standard, ...]:
    """The standards of a folder by code; UsageError when there is no folder, or a file of it is not one of ours."""
    if not folder.is_dir():
        raise UsageError(f"нет папки профессиональных стандартов: {folder}", f"no folder of standards: {folder}")
    return tuple(_read(file) for file in sorted(folder.glob("*.json")))


def by_code(standards: Sequence[Standard], code: str) -> Standard | None:
    """The standard of that code («06.001»), or None."""
    return next((s for s in standards if s.code == code), None)


def standard_in(folder: Path, code: str) -> Standard:
    """The standard of that code in a folder; UsageError, with the nearest code, when there is none."""
    shelf = standards_in(folder)
    standard = by_code(shelf, code)
    if standard is None:
        hint = did_you_mean(code, [s.code for s in shelf])
        raise UsageError(f"в папке {folder} нет стандарта {code}{hint[0]}", f"no standard {code} in {folder}{hint[1]}")
    return standard


def chosen_functions(standard: Standard, letters: Sequence[str]) -> tuple[GeneralFunction, ...]:
    """The generalised functions of these letters, Latin or Cyrillic; UsageError for a letter that is none's."""
    known = {general.code: general for general in standard.functions}
    wanted = [latin(letter.strip().upper()) for told in letters for letter in told.split(",")]
    for letter in wanted:
        if letter not in known:
            ru, en = f"в стандарте {standard.code} нет функции {letter}", f"no function {letter} in {standard.code}"
            raise UsageError(f"{ru}; есть {', '.join(known)}", f"{en}; there are {', '.join(known)}")
    return tuple(known[letter] for letter in dict.fromkeys(wanted))


def _read(file: Path) -> Standard:
    try:
        return standard_of(json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"{file}: не прочитать стандарт; импортируйте его заново: jdlint standard import ФАЙЛ.xml",
            f"{file}: the standard cannot be read; import it anew: jdlint standard import FILE.xml",
        ) from error


def standard_of(data: Mapping[str, Any]) -> Standard:
    """The standard that the data of a file say; ValueError, KeyError or TypeError when they say none."""
    if data["layout"] != LAYOUT:
        raise ValueError("written by another version")
    return Standard(
        **{key: value for key, value in data.items() if key != "layout"}
        | {
            "date": dt.date.fromisoformat(data["date"]),
            "entries": _entries(data),
            "functions": tuple(_general(item) for item in data["functions"]),
        }
    )


def _general(data: dict[str, Any]) -> GeneralFunction:
    functions = tuple(LabourFunction(**_tuples(item)) for item in data["functions"])
    return GeneralFunction(**_tuples(data) | {"entries": _entries(data), "functions": functions})


def _entries(data: Mapping[str, Any]) -> tuple[Entry, ...]:
    return tuple(Entry(**item) for item in data.get("entries", ()))


def _tuples(data: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
