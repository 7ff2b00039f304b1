"""The baseline file: findings accepted before, one a line, so that a run tells only what is new.

The lines are sorted and independent of each other: two branches that accept different findings merge, and a merge
that keeps lines twice does no harm.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from jdlint.errors import Mistake, Reason, RulebookError, UsageError, reason_of
from jdlint.model.baseline import Accepted
from jdlint.model.finding import Finding
from jdlint.model.project import name_in

VERSION = 1
_HEAD = {"jdlint-baseline": VERSION}
_HEAD_LINE = json.dumps(_HEAD)
_KEYS = ("path", "code", "fingerprint", "quote")
_LONGEST_QUOTE = 80
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def read_baseline(file: Path) -> tuple[Accepted, ...]:
    """The accepted findings, sorted and each once. UsageError when the file cannot be read; RulebookError holds every
    line that is none of a baseline.
    """
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise UsageError(
            f"нет файла принятых замечаний {file}: создайте его ключом --write-baseline",
            f"no baseline {file}: --write-baseline makes one",
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        why = reason_of(error) if isinstance(error, OSError) else Reason("файл не в кодировке UTF-8", "it is not UTF-8")
        raise UsageError(
            f"не прочесть принятые замечания {file}: {why.ru}", f"cannot read baseline {file}: {why.en}"
        ) from error
    mistakes: list[Mistake] = []
    lines = text.split("\n")
    read = [_line(line, number, file, mistakes) for number, line in enumerate(lines, 1) if line.strip()]
    if not mistakes and _HEAD_LINE not in map(str.strip, lines):
        told = f"первая строка должна быть {_HEAD_LINE}", f"the first line must be {_HEAD_LINE}"
        mistakes.append(Mistake(str(file), 1, 1, *told))
    if mistakes:
        raise RulebookError(mistakes)
    return tuple(sorted({entry for entry in read if entry}))


def written(entries: Collection[Accepted]) -> str:
    """The text of a baseline file."""
    lines = [_HEAD_LINE, *(json.dumps(asdict(e), ensure_ascii=False) for e in sorted(set(entries)))]
    return "\n".join(lines) + "\n"


def marked(findings: Sequence[Finding], entries: Collection[Accepted]) -> list[Finding]:
    """The findings, in the same order, those accepted before marked so."""
    known = {entry.fingerprint for entry in entries}
    return [replace(f, baseline=True) if f.fingerprint in known else f for f in findings]


def stale(
    entries: Collection[Accepted],
    findings: Sequence[Finding],
    ran: Mapping[str, Collection[str]],
    codes: Mapping[str, str],
    root: Path | None,
) -> tuple[Accepted, ...]:
    """Entries for which nothing is found any more, or only what has been allowed in the document, or whose file is
    gone from the project's folder.

    `ran` are the rules that looked at each file, by its name in the project: of other files and rules nothing is
    known. `codes` are present codes by the former ones.
    """
    found = {f.fingerprint for f in findings if not f.suppressed}
    looked = [e for e in entries if codes.get(e.code, e.code) in ran.get(e.path, ()) and e.fingerprint not in found]
    unseen = {e.path for e in entries} - set(ran)
    lost = {path for path in unseen if not ((root or Path()) / path).exists()}
    return tuple(sorted({*looked, *(e for e in entries if e.path in lost)}))


def accepted(findings: Sequence[Finding], root: Path | None) -> tuple[Accepted, ...]:
    """What a baseline holds of these findings: all but those allowed in the documents."""
    return tuple(
        [
            Accepted(name_in(root, f.place.path), f.code, f.fingerprint, _short(f.place.quote))
            for f in findings
            if not f.suppressed
        ]
    )


def _short(quote: str) -> str:
    text = " ".join(quote.split())
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"


def _line(line: str, number: int, file: Path, mistakes: list[Mistake]) -> Accepted | None:
    """The entry of a line; None for the head, and after a mistake."""

    def blame(ru: str, en: str) -> None:
        mistakes.append(Mistake(str(file), number, 1, ru, en))

    if line.startswith(_CONFLICT):
        blame(
            f"след слияния «{line[:7]}»: удалите эту строку, а записи обеих сторон оставьте",
            f"a mark of a merge, “{line[:7]}”: delete this line and keep the entries of both sides",
        )
        return None
    try:
        told: Any = json.loads(line)
    except ValueError:
        told = None
    if isinstance(told, dict) and set(told) == set(_HEAD):
        if told != _HEAD:
            blame(f"версия файла не {VERSION}, другой эта программа не знает", f"the only known version is {VERSION}")
        return None
    if not isinstance(told, dict) or set(told) != set(_KEYS) or not all(isinstance(v, str) for v in told.values()):
        keys = ", ".join(_KEYS)
        blame(
            f"это не запись: нужен объект JSON с текстами {keys}; восстановите строку или удалите её",
            f"no entry: expected a JSON object with the texts {keys}; restore the line or delete it",
        )
        return None
    return Accepted(**told)
