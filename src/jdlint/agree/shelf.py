"""Where the facts of a collection stand between runs: a database of members, their duties, and the forms of these.

It holds nothing that cannot be had again, and is thrown away when damaged. Everything a run reads and writes is one
transaction: runs beside it wait, or keep a shelf of their own in memory.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from jdlint.agree.database import in_memory, in_use, opened
from jdlint.agree.job import Job, Use
from jdlint.check.form import LEAST_RATIO, Keyed
from jdlint.model.collection import MEANING, Stamp, Subject, fact_of, plain_fact, subject_of
from jdlint.model.report import FactLine
from jdlint.title import Key

_CHUNK = 500
_MEMBER = """
INSERT INTO member (file, job, position, meaning, department, employer, retired, facts) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_FRESH = """
CREATE TEMP TABLE fresh_key (hash INTEGER, form INTEGER);
CREATE TEMP TABLE fresh_chief (hash INTEGER, form INTEGER);
"""
# Pairs of forms of which the first is looked for, by the table of its chief keys, and the second stands in a table,
# where their lengths, actions and things allow that they are alike (`check/form.py`) and they are not duties of one
# post alone, which nobody asks about: else a document of many thousand duties would be compared with itself.
_MEETING = """
SELECT DISTINCT min(a.number, b.number), max(a.number, b.number)
FROM {outer} CROSS JOIN {inner} ON k.hash = c.hash AND k.form <> c.form
JOIN form a ON a.number = c.form JOIN form b ON b.number = k.form
WHERE {which} AND min(a.weight, b.weight) >= {ratio} * max(a.weight, b.weight) AND a.acts & b.acts <> 0
AND (a.need & ~b.sign = 0 OR b.need & ~a.sign = 0)
AND (a.sole <> b.sole OR a.sole = {several})
"""
# What stands for the one post that has a form, where there are more.
_SEVERAL = -1


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

    def put(self, path: str, stamp: Stamp, jobs: Sequence[Job]) -> None:
        """Set what a file that is not on the shelf holds."""
        link = self._link
        told = (_bytes(path), stamp.size, stamp.time, stamp.digest)
        file = link.execute("INSERT INTO file (path, size, time, digest) VALUES (?, ?, ?, ?)", told).lastrowid
        for ordinal, job in enumerate(jobs, 1):
            who = subject_of(job.facts)
            stated = _plain([plain_fact(f) for f in job.facts])
            row = (file, ordinal, who.position, who.meaning, who.department, who.employer, who.retired, stated)
            member = link.execute(_MEMBER, row).lastrowid
            names = {(_hash(key), member, use) for use, keys in job.names.items() for key in keys}
            link.executemany("INSERT INTO name VALUES (?, ?, ?)", sorted(names))
            rows = [(member, i, d.form, d.post, _unmeant(d.fact)) for i, d in enumerate(job.duties)]
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
            link.execute("DELETE FROM name WHERE member = ?", (member,))
        link.execute("DELETE FROM member WHERE file = ?", row)
        link.execute("DELETE FROM file WHERE number = ?", row)
        for form in sorted(forms):
            self._forget(form)

    def _forget(self, form: int) -> None:
        link = self._link
        if link.execute("SELECT 1 FROM duty WHERE form = ? LIMIT 1", (form,)).fetchone():
            return
        keys, chief = link.execute("SELECT keys, chief FROM said WHERE form = ?", (form,)).fetchone()
        link.executemany("DELETE FROM key WHERE hash = ? AND form = ?", [(h, form) for h in _unpacked(keys)])
        link.executemany("DELETE FROM chief WHERE hash = ? AND form = ?", [(h, form) for h in _unpacked(chief)])
        others = [other for (other,) in link.execute("SELECT other FROM alike WHERE form = ?", (form,))]
        link.executemany("DELETE FROM alike WHERE form = ? AND other = ?", [(other, form) for other in others])
        link.execute("DELETE FROM alike WHERE form = ?", (form,))
        link.execute("DELETE FROM said WHERE form = ?", (form,))
        link.execute("DELETE FROM form WHERE number = ?", (form,))

    def form(self, mark: int, post: int) -> int | None:
        """The number of the form of that mark, if there is one; new again when `post` is its second."""
        link = self._link
        row = link.execute("SELECT number, sole FROM form WHERE mark = ?", (mark,)).fetchone()
        if row is None:
            return None
        number, sole = row
        if sole not in (post, _SEVERAL):
            link.execute("UPDATE form SET sole = ?, joined = 0 WHERE number = ?", (_SEVERAL, number))
        return int(number)

    def add_form(self, mark: int, text: str, entry: Keyed, post: int, *, own: bool) -> int:
        """Put a form that is new on the shelf; its number. It may be somebody's `own` or is never compared."""
        told = (mark, entry.weight, entry.acts, entry.need, entry.sign, own, post)
        link = self._link
        into = "INSERT INTO form (mark, weight, acts, need, sign, own, sole) VALUES (?, ?, ?, ?, ?, ?, ?)"
        number = link.execute(into, told).lastrowid
        link.execute("INSERT INTO said VALUES (?, ?, ?, ?)", (number, text, _packed(entry.keys), _packed(entry.chief)))
        return int(number or 0)

    def post(self, text: str) -> int:
        """The number of a post, given to it when it is first asked for; 0 where there is no post."""
        if not text:
            return 0
        row = self._link.execute("SELECT number FROM post WHERE text = ?", (text,)).fetchone()
        return int(row[0] if row else self._link.execute("INSERT INTO post (text) VALUES (?)", (text,)).lastrowid or 0)

    def has_one_post(self) -> bool:
        """Whether no duty on the shelf can be another's too."""
        return bool(self._link.execute("SELECT count(*) < 2 FROM post").fetchone()[0])

    def candidates(self) -> set[tuple[int, int]]:
        """Pairs of forms that meet in the index, may be alike, and of which one is new; the lesser number first. Puts
        the new ones into the index.
        """
        link = self._link
        old = link.execute("SELECT 1 FROM form WHERE joined = 1 LIMIT 1").fetchone()
        self._file_new()
        # On a shelf where nothing is old, both tables are in the order of their hashes: one walk along the two.
        ways = [("chief c", "key k", "1")]
        if old:
            ways = [("fresh_chief c", "key k", "1"), ("fresh_key k", "chief c", "a.joined = 1")]
        found: set[tuple[int, int]] = set()
        for outer, inner, which in ways:
            found.update(
                link.execute(
                    _MEETING.format(outer=outer, inner=inner, which=which, ratio=LEAST_RATIO, several=_SEVERAL)
                )
            )
        for table in ("fresh_key", "fresh_chief"):
            link.execute(f"DROP TABLE {table}")
        return found

    def _file_new(self) -> None:
        """Put new forms into the index, in its order: a tree that is filled so is written once."""
        link = self._link
        for statement in filter(str.strip, _FRESH.split(";\n")):
            link.execute(statement)
        new = "SELECT s.form, s.{0} FROM form f JOIN said s ON s.form = f.number WHERE f.joined = 0 AND f.own"
        for table, column in (("key", "keys"), ("chief", "chief")):
            held = link.execute(new.format(column))
            rows = ((h, form) for form, hashes in held for h in _unpacked(hashes))
            link.executemany(f"INSERT INTO fresh_{table} VALUES (?, ?)", rows)  # noqa: S608
            link.execute(f"INSERT OR IGNORE INTO {table} SELECT hash, form FROM fresh_{table} ORDER BY hash, form")  # noqa: S608

    def texts(self, numbers: Iterable[int]) -> dict[int, str]:
        """The normal forms of these numbers."""
        found: dict[int, str] = {}
        wanted = sorted(set(numbers))
        for start in range(0, len(wanted), _CHUNK):
            part = wanted[start : start + _CHUNK]
            marks = ",".join("?" * len(part))
            found.update(self._link.execute(f"SELECT form, text FROM said WHERE form IN ({marks})", part))  # noqa: S608
        return found

    def join(self, alike: Iterable[tuple[int, int]]) -> None:
        """Note which forms were found alike; none is new after that."""
        rows = sorted({pair for one, other in alike for pair in ((one, other), (other, one))})
        self._link.executemany("INSERT OR IGNORE INTO alike VALUES (?, ?)", rows)
        self._link.execute("UPDATE form SET joined = 1 WHERE joined = 0")

    def members_of(self, files: Iterable[str]) -> list[int]:
        """The members of these files."""
        asked = "SELECT m.number FROM file f JOIN member m ON m.file = f.number WHERE f.path = ?"
        return [number for path in files for (number,) in self._link.execute(asked, (_bytes(path),))]

    def member(self, number: int) -> tuple[str, int, Subject]:
        """Path, job and subject of a member."""
        path, job, position, meaning, department, employer, retired = self._link.execute(
            "SELECT f.path, m.job, m.position, m.meaning, m.department, m.employer, m.retired"
            " FROM member m JOIN file f ON f.number = m.file WHERE m.number = ?",
            (number,),
        ).fetchone()
        return _name(path), job, Subject(position, meaning, department, employer, bool(retired))

    def facts(self, number: int) -> list[Any]:
        """The facts of a member but the duties, as plain values."""
        (facts,) = self._link.execute("SELECT facts FROM member WHERE number = ?", (number,)).fetchone()
        return list(json.loads(facts))

    def named(self, keys: Iterable[Key], use: Use) -> set[int]:
        """The members whose titles of that use have one of these keys."""
        asked = "SELECT member FROM name WHERE hash = ? AND use = ?"
        return {member for key in set(keys) for (member,) in self._link.execute(asked, (_hash(key), use))}

    def shared(self, member: int) -> list[tuple[int, int, int]]:
        """Ordinal, form and post of the duties of a member that another post has too, in the same form or in one that
        is alike; in the order of the text.
        """
        rows = self._link.execute(
            "SELECT d.ordinal, d.form, d.post FROM duty d JOIN form f ON f.number = d.form WHERE d.member = ? AND f.own"
            " AND (EXISTS (SELECT 1 FROM alike a WHERE a.form = d.form)"
            " OR EXISTS (SELECT 1 FROM duty e WHERE e.form = d.form AND e.post < d.post)"
            " OR EXISTS (SELECT 1 FROM duty e WHERE e.form = d.form AND e.post > d.post)) ORDER BY d.ordinal",
            (member,),
        )
        return rows.fetchall()

    def alike(self, form: int) -> list[int]:
        """The forms that are alike to one, and that one."""
        rows = self._link.execute("SELECT other FROM alike WHERE form = ?", (form,))
        return [form, *(other for (other,) in rows)]

    def posts(self, form: int) -> list[int]:
        """The posts that have a form."""
        rows = self._link.execute("SELECT DISTINCT post FROM duty WHERE form = ?", (form,))
        return [post for (post,) in rows]

    def holders(self, form: int, post: int) -> list[tuple[int, int]]:
        """Member and ordinal of the duties of that form and post, by path and place."""
        rows = self._link.execute(
            "SELECT d.member, d.ordinal FROM duty d JOIN member m ON m.number = d.member"
            " JOIN file f ON f.number = m.file WHERE d.form = ? AND d.post = ? ORDER BY f.path, m.job, d.ordinal",
            (form, post),
        )
        return rows.fetchall()

    def forms(self) -> Iterator[tuple[int, str]]:
        """Every form that may be somebody's own: its number and the form."""
        return self._link.execute(
            "SELECT f.number, s.text FROM form f JOIN said s ON s.form = f.number WHERE f.own ORDER BY f.number"
        )

    def holders_of(self, form: int) -> list[tuple[int, int]]:
        """Member and ordinal of all duties of a form."""
        return self._link.execute("SELECT member, ordinal FROM duty WHERE form = ?", (form,)).fetchall()

    def duty(self, member: int, ordinal: int, path: str) -> FactLine:
        """A duty as it stands in its document, which is reported by that path."""
        told, text = self._link.execute(
            "SELECT d.fact, s.text FROM duty d JOIN said s ON s.form = d.form WHERE d.member = ? AND d.ordinal = ?",
            (member, ordinal),
        ).fetchone()
        plain = json.loads(told)
        plain[MEANING] = text
        return fact_of(plain, path)


def _plain(told: list[Any]) -> str:
    return _ENCODER.encode(told)


def _unmeant(fact: FactLine) -> str:
    """A duty without its meaning, which stands with the form."""
    plain = plain_fact(fact)
    plain[MEANING] = ""
    return _plain(plain)


def _hash(key: Key) -> int:
    digest = hashlib.blake2b(repr(key).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _bytes(path: str) -> bytes:
    """A path as the database holds it: some file systems have names that are no text."""
    return path.encode("utf-8", "surrogatepass")


def _name(path: bytes) -> str:
    return path.decode("utf-8", "surrogatepass")


def _packed(hashes: Iterable[int]) -> bytes:
    return array("q", sorted(hashes)).tobytes()


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
    with in_use(file) if file else nullcontext():
        link = (opened(file, state) if file else None) or in_memory()
        try:
            yield Shelf(link)
            if keep:
                link.commit()
        finally:
            link.close()
