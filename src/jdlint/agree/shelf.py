"""Where the facts of a collection stand between runs: a database of members, their duties, and the forms of these.

It holds nothing that cannot be had again, and is thrown away when damaged. Everything a run reads and writes is one
transaction: runs beside it wait, or keep a shelf of their own in memory.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jdlint.check.form import Keyed
from jdlint.model.collection import Stamp, fact_of, plain_fact
from jdlint.model.report import FactLine

WAIT = 20.0
MANY = 500
_CHUNK = 500
_TABLES = """
CREATE TABLE state (text TEXT);
CREATE TABLE file (number INTEGER PRIMARY KEY, path BLOB UNIQUE, size INTEGER, time INTEGER, digest TEXT);
CREATE TABLE member (number INTEGER PRIMARY KEY, file INTEGER, job INTEGER, facts TEXT);
CREATE INDEX member_of_file ON member (file);
CREATE TABLE duty (member INTEGER, ordinal INTEGER, form INTEGER, post TEXT, fact TEXT, PRIMARY KEY (member, ordinal))
  WITHOUT ROWID;
CREATE INDEX duty_of_form ON duty (form, post);
CREATE TABLE form (number INTEGER PRIMARY KEY, text TEXT, mark INTEGER UNIQUE, weight INTEGER, own INTEGER,
  keys BLOB, chief BLOB, joined INTEGER DEFAULT 0);
CREATE INDEX form_to_join ON form (joined) WHERE joined = 0;
CREATE TABLE key (hash INTEGER, form INTEGER, PRIMARY KEY (hash, form)) WITHOUT ROWID;
CREATE TABLE chief (hash INTEGER, form INTEGER, PRIMARY KEY (hash, form)) WITHOUT ROWID;
CREATE TABLE alike (form INTEGER, other INTEGER, PRIMARY KEY (form, other)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Filed:
    """A duty to be put on the shelf: the number of its form, which is there already, and whose duty it is."""

    fact: FactLine
    form: int
    post: str


class Shelf:
    """The database of one collection; use `shelf_in`."""

    def __init__(self, link: sqlite3.Connection) -> None:
        self._link = link

    def stamps(self) -> dict[str, Stamp]:
        """The state of every file on the shelf, by path."""
        rows = self._link.execute("SELECT path, size, time, digest FROM file")
        return {_name(path): Stamp(size, time, digest) for path, size, time, digest in rows}

    def touch(self, path: str, stamp: Stamp) -> None:
        """The same content has another size or time now."""
        told = (stamp.size, stamp.time, stamp.digest, _bytes(path))
        self._link.execute("UPDATE file SET size = ?, time = ?, digest = ? WHERE path = ?", told)

    def put(self, path: str, stamp: Stamp, jobs: Sequence[tuple[Sequence[FactLine], Sequence[Filed]]]) -> None:
        """Set what a file that is not on the shelf holds: for each job description its facts but the duties, and the
        duties.
        """
        link = self._link
        told = (_bytes(path), stamp.size, stamp.time, stamp.digest)
        file = link.execute("INSERT INTO file (path, size, time, digest) VALUES (?, ?, ?, ?)", told).lastrowid
        for job, (facts, duties) in enumerate(jobs, 1):
            plain = json.dumps([plain_fact(f) for f in facts], ensure_ascii=False, separators=(",", ":"))
            row = (file, job, plain)
            member = link.execute("INSERT INTO member (file, job, facts) VALUES (?, ?, ?)", row).lastrowid
            rows = [(member, i, d.form, d.post, _plain(d.fact)) for i, d in enumerate(duties)]
            link.executemany("INSERT INTO duty VALUES (?, ?, ?, ?, ?)", rows)

    def drop(self, path: str) -> None:
        """Forget a file, and the forms that nobody else has."""
        link = self._link
        row = link.execute("SELECT number FROM file WHERE path = ?", (_bytes(path),)).fetchone()
        if row is None:
            return
        members = [number for (number,) in link.execute("SELECT number FROM member WHERE file = ?", row)]
        forms: set[int] = set()
        for member in members:
            forms.update(form for (form,) in link.execute("SELECT form FROM duty WHERE member = ?", (member,)))
            link.execute("DELETE FROM duty WHERE member = ?", (member,))
        link.execute("DELETE FROM member WHERE file = ?", row)
        link.execute("DELETE FROM file WHERE number = ?", row)
        for form in sorted(forms):
            self._forget(form)

    def _forget(self, form: int) -> None:
        link = self._link
        if link.execute("SELECT 1 FROM duty WHERE form = ? LIMIT 1", (form,)).fetchone():
            return
        keys, chief = link.execute("SELECT keys, chief FROM form WHERE number = ?", (form,)).fetchone()
        link.executemany("DELETE FROM key WHERE hash = ? AND form = ?", [(h, form) for h in _unpacked(keys)])
        link.executemany("DELETE FROM chief WHERE hash = ? AND form = ?", [(h, form) for h in _unpacked(chief)])
        others = [other for (other,) in link.execute("SELECT other FROM alike WHERE form = ?", (form,))]
        link.executemany("DELETE FROM alike WHERE form = ? AND other = ?", [(other, form) for other in others])
        link.execute("DELETE FROM alike WHERE form = ?", (form,))
        link.execute("DELETE FROM form WHERE number = ?", (form,))

    def form(self, mark: int) -> int | None:
        """The number of the form of that mark, if there is one."""
        row = self._link.execute("SELECT number FROM form WHERE mark = ?", (mark,)).fetchone()
        return row[0] if row else None

    def add_form(self, mark: int, text: str, entry: Keyed, *, own: bool) -> int:
        """Put a form that is new on the shelf, and into the index if it may be somebody's `own`; its number."""
        keys, chief = sorted(entry.keys), sorted(entry.chief)
        told = (text, mark, entry.weight, own, _packed(keys), _packed(chief))
        number = self._link.execute(
            "INSERT INTO form (text, mark, weight, own, keys, chief) VALUES (?, ?, ?, ?, ?, ?)", told
        ).lastrowid
        if own:
            self._link.executemany("INSERT INTO key VALUES (?, ?)", [(h, number) for h in keys])
            self._link.executemany("INSERT INTO chief VALUES (?, ?)", [(h, number) for h in chief])
        return int(number or 0)

    def candidates(self) -> Iterator[tuple[int, int, int, int]]:
        """Pairs of forms that meet in the index and of which one is new: their numbers and weights, the lesser number
        first, some pairs more than once.
        """
        link = self._link
        new = [n for (n,) in link.execute("SELECT number FROM form WHERE joined = 0 ORDER BY number")]
        if len(new) > MANY:
            # Both tables are in the order of their hashes: one walk along the two meets all pairs.
            rows = link.execute(
                "SELECT c.form, k.form, a.weight, b.weight"
                " FROM chief c JOIN key k ON k.hash = c.hash AND k.form <> c.form"
                " JOIN form a ON a.number = c.form JOIN form b ON b.number = k.form"
                " WHERE a.joined = 0 OR b.joined = 0"
            )
            yield from ((one, other, w, v) if one < other else (other, one, v, w) for one, other, w, v in rows)
            return
        for form in new:
            keys, chief, weight = link.execute(
                "SELECT keys, chief, weight FROM form WHERE number = ? AND own", (form,)
            ).fetchone() or (b"", b"", 0)
            for table, hashes in (("key", _unpacked(chief)), ("chief", _unpacked(keys))):
                for h in hashes:
                    rows = link.execute(
                        f"SELECT t.form, f.weight FROM {table} t JOIN form f ON f.number = t.form"  # noqa: S608
                        " WHERE t.hash = ? AND t.form <> ?",
                        (h, form),
                    )
                    for other, v in rows:
                        yield (form, other, weight, v) if form < other else (other, form, v, weight)

    def texts(self, numbers: Iterable[int]) -> dict[int, str]:
        """The normal forms of these numbers."""
        found: dict[int, str] = {}
        wanted = sorted(set(numbers))
        for start in range(0, len(wanted), _CHUNK):
            part = wanted[start : start + _CHUNK]
            marks = ",".join("?" * len(part))
            found.update(self._link.execute(f"SELECT number, text FROM form WHERE number IN ({marks})", part))  # noqa: S608
        return found

    def join(self, alike: Iterable[tuple[int, int]]) -> None:
        """Note which forms were found alike; none is new after that."""
        rows = sorted({pair for one, other in alike for pair in ((one, other), (other, one))})
        self._link.executemany("INSERT OR IGNORE INTO alike VALUES (?, ?)", rows)
        self._link.execute("UPDATE form SET joined = 1 WHERE joined = 0")

    def members(self) -> Iterator[tuple[int, str, int, list[Any]]]:
        """Every member: number, path, job, and its facts but the duties as plain values; by path and job."""
        rows = self._link.execute(
            "SELECT m.number, f.path, m.job, m.facts FROM member m JOIN file f ON f.number = m.file"
            " ORDER BY f.path, m.job"
        )
        return ((number, _name(path), job, json.loads(facts)) for number, path, job, facts in rows)

    def duties(self, member: int) -> list[tuple[int, int, str]]:
        """Ordinal, form and post of the duties of a member that may be somebody's own, in the order of the text."""
        rows = self._link.execute(
            "SELECT d.ordinal, d.form, d.post FROM duty d JOIN form f ON f.number = d.form"
            " WHERE d.member = ? AND f.own ORDER BY d.ordinal",
            (member,),
        )
        return rows.fetchall()

    def alike(self, form: int) -> list[int]:
        """The forms that are alike to one, and that one."""
        rows = self._link.execute("SELECT other FROM alike WHERE form = ?", (form,))
        return [form, *(other for (other,) in rows)]

    def posts(self, form: int, most: int) -> list[str]:
        """The posts that have a form, no more than `most` of them."""
        rows = self._link.execute("SELECT DISTINCT post FROM duty WHERE form = ? LIMIT ?", (form, most))
        return [post for (post,) in rows]

    def holders(self, form: int, post: str) -> list[tuple[int, int]]:
        """Member and ordinal of the duties of that form and post, by path and place."""
        rows = self._link.execute(
            "SELECT d.member, d.ordinal FROM duty d JOIN member m ON m.number = d.member"
            " JOIN file f ON f.number = m.file WHERE d.form = ? AND d.post = ? ORDER BY f.path, m.job, d.ordinal",
            (form, post),
        )
        return rows.fetchall()

    def forms(self) -> Iterator[tuple[int, str]]:
        """Every form that may be somebody's own: its number and the form."""
        return self._link.execute("SELECT number, text FROM form WHERE own ORDER BY number")

    def holders_of(self, form: int) -> list[tuple[int, int]]:
        """Member and ordinal of all duties of a form."""
        return self._link.execute("SELECT member, ordinal FROM duty WHERE form = ?", (form,)).fetchall()

    def duty(self, member: int, ordinal: int, path: str) -> FactLine:
        """A duty as it stands in its document, which is reported by that path."""
        (told,) = self._link.execute(
            "SELECT fact FROM duty WHERE member = ? AND ordinal = ?", (member, ordinal)
        ).fetchone()
        return fact_of(json.loads(told), path)


def _plain(fact: FactLine) -> str:
    return json.dumps(plain_fact(fact), ensure_ascii=False, separators=(",", ":"))


def _bytes(path: str) -> bytes:
    """A path as the database holds it: some file systems have names that are no text."""
    return path.encode("utf-8", "surrogateescape")


def _name(path: bytes) -> str:
    return path.decode("utf-8", "surrogateescape")


def _packed(hashes: Sequence[int]) -> bytes:
    return array("q", hashes).tobytes()


def _unpacked(data: bytes) -> Sequence[int]:
    held = array("q")
    held.frombytes(data)
    return held


@contextmanager
def shelf_in(file: Path | None, state: str, *, keep: bool = True) -> Iterator[Shelf]:
    """The shelf in that file, made anew when it was made under another `state`; or one in memory: without a file, and
    where the file cannot be written or is held by another run for too long. What was changed is kept when the block
    ends well, unless `keep` is false. Raises sqlite3.DatabaseError in the block when the file turns out to be damaged.
    """
    link = _opened(file, state) if file else None
    link = link or _empty()
    try:
        yield Shelf(link)
        if keep:
            link.commit()
    finally:
        link.close()


def _opened(file: Path, state: str) -> sqlite3.Connection | None:
    link = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)  # it holds the words of documents
        link = sqlite3.connect(file, timeout=WAIT, isolation_level=None)
        link.execute("BEGIN IMMEDIATE")
        tables = link.execute("SELECT COUNT(*) FROM sqlite_master WHERE name = 'state'").fetchone()
        if tables != (1,) or link.execute("SELECT text FROM state").fetchone() != (state,):
            _lay_out(link, state)
    except (sqlite3.OperationalError, OSError):
        # Read-only, full, or held by another run: this one is only slower.
        if link:
            link.close()
        return None
    except sqlite3.DatabaseError:
        if link:
            link.close()
        raise
    return link


def _empty() -> sqlite3.Connection:
    link = sqlite3.connect(":memory:", isolation_level=None)
    link.execute("BEGIN")
    _lay_out(link, "")
    return link


def _lay_out(link: sqlite3.Connection, state: str) -> None:
    """Make the tables anew, whatever stands there."""
    for (name,) in link.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        link.execute(f'DROP TABLE "{name}"')
    for statement in filter(str.strip, _TABLES.split(";\n")):
        link.execute(statement)
    link.execute("INSERT INTO state VALUES (?)", (state,))
