"""Facts of all documents of an organisation → findings across documents; no document is read here."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from jdlint.agree.database import is_removed
from jdlint.agree.duty import shared_duties
from jdlint.agree.organisation import Organisation
from jdlint.agree.position import doubles, strangers
from jdlint.agree.post import Posts
from jdlint.agree.process import gaps
from jdlint.agree.rank import circles_of_command, disagreements
from jdlint.agree.recorder import Recorder
from jdlint.agree.refresh import refresh, stamps_of
from jdlint.agree.shelf import Shelf, shelf_in
from jdlint.agree.stand_in import replacements
from jdlint.check.engine import Told, World, placed_findings
from jdlint.errors import Fault, JdlintError
from jdlint.garbage import unsearched
from jdlint.model.collection import Charter, Clash, Files, Stated
from jdlint.model.finding import Finding
from jdlint.model.kind import Agree
from jdlint.model.rule import Rule
from jdlint.record import record

__all__ = ["Shelves", "across", "agree", "stamps_of"]

Read = Callable[[Sequence[str]], Iterable[Stated | None]]


@record
class Shelves:
    """Where collections are remembered (None: nowhere), and all that facts depend on besides the documents."""

    cache: Path | None
    origin: Mapping[str, Any]

    def of(self, files: Files, charter: Charter) -> tuple[Path | None, str]:
        """The file of a collection's shelf, and the state under which it may be used."""
        state = json.dumps([self.origin, charter.aliases], sort_keys=True, ensure_ascii=False)
        name = hashlib.sha256(files.root.encode("utf-8", "backslashreplace")).hexdigest()[:32]
        return self.cache / "collections" / f"{name}.sqlite" if self.cache else None, state


def across(
    asked: Mapping[str, Stated],
    files: Files,
    rules: Sequence[Rule],
    charter: Charter,
    world: World,
    shelves: Shelves,
    read: Read,
) -> list[Finding]:
    """Findings of these rules in the files asked for, given by absolute path with what they state.

    Every other file of the collection is `read` if it has changed since it was last; the answer is the same whatever
    is remembered.
    """
    known = {path: stated for path, stated in asked.items() if path in files.stamps}
    posts = Posts(world.vocabulary, charter)

    def shown(paths: Sequence[str]) -> Iterable[Stated | None]:
        return read([files.shown[path] for path in paths])

    def compare(file: Path | None, state: str) -> list[Finding]:
        with shelf_in(file, state, keep=files.kept) as shelf:
            refresh(shelf, Recorder(shelf, world.vocabulary, posts), files.stamps, known, shown)
            return agree(shelf, files.shown, known, rules, posts, charter, world)

    file, state = shelves.of(files, charter)
    try:
        return compare(file, state)
    except sqlite3.DatabaseError:
        if file is None or not is_removed(file):
            return compare(None, state)
    return compare(file, state)


@unsearched(settled=True)
def agree(
    shelf: Shelf,
    shown: Mapping[str, str],
    asked: Iterable[str],
    rules: Sequence[Rule],
    posts: Posts,
    charter: Charter,
    world: World,
) -> list[Finding]:
    """Findings of these rules in the files asked for, compared with everything on the shelf.

    `shown` gives for the path of every file on the shelf that by which it is reported, `asked` are paths of files.
    Raises Fault naming the rule when a rule's own code fails.
    """
    view = Organisation(shelf, posts, charter, shown, world.vocabulary["particulars"]["aside"])
    view.ask(asked)
    told: list[Told] = []
    for rule in rules:
        try:
            told += [_told(rule, clash) for clash in _clashes(rule, view, world)]
        except JdlintError:
            raise
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
            raise Fault(f"сбой правила {rule.code}: {why}", f"rule {rule.code} failed: {why}") from error
    return placed_findings(told, world)


def _told(rule: Rule, clash: Clash) -> Told:
    return rule, clash.place, {"position": clash.member.position, **clash.values}, clash.related


def _clashes(rule: Rule, view: Organisation, world: World) -> Iterator[Clash]:
    match rule.options:
        case Agree("duty", most):
            yield from shared_duties(view, most, world.vocabulary)
        case Agree("cycle"):
            yield from circles_of_command(view)
        case Agree("line"):
            yield from disagreements(view)
            yield from replacements(view)
        case Agree("position"):
            yield from doubles(view)
        case Agree("staff"):
            yield from strangers(view)
        case Agree("process"):
            yield from gaps(view, world.vocabulary)
