"""The tables of a shelf, in a file or in memory."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from jdlint.lock import locked
from jdlint.whole import private_folder

WAIT = 20.0
# So much of the file is held in memory at most, in KiB: the index is a tree that is written in many places.
_HELD = 128 * 1024
_TABLES = """
CREATE TABLE state (text TEXT);
CREATE TABLE file (number INTEGER PRIMARY KEY, path BLOB UNIQUE, size INTEGER, time INTEGER, digest TEXT);
CREATE TABLE member (number INTEGER PRIMARY KEY, file INTEGER, job INTEGER, position TEXT, meaning TEXT,
  department TEXT, employer TEXT, retired INTEGER, facts TEXT);
CREATE INDEX member_of_file ON member (file);
CREATE TABLE name (hash INTEGER, member INTEGER, use INTEGER, PRIMARY KEY (hash, use, member)) WITHOUT ROWID;
CREATE INDEX name_of_member ON name (member);
CREATE TABLE post (number INTEGER PRIMARY KEY, text TEXT UNIQUE);
CREATE TABLE duty (member INTEGER, ordinal INTEGER, form INTEGER, post INTEGER, fact TEXT,
  PRIMARY KEY (member, ordinal)) WITHOUT ROWID;
CREATE INDEX duty_of_form ON duty (form, post);
CREATE TABLE form (number INTEGER PRIMARY KEY, mark INTEGER UNIQUE, weight INTEGER, acts INTEGER, need INTEGER,
  sign INTEGER, own INTEGER, sole INTEGER, joined INTEGER DEFAULT 0);
CREATE INDEX form_to_join ON form (joined) WHERE joined = 0;
CREATE TABLE said (form INTEGER PRIMARY KEY, text TEXT, keys BLOB, chief BLOB);
CREATE TABLE key (hash INTEGER, form INTEGER, PRIMARY KEY (hash, form)) WITHOUT ROWID;
CREATE TABLE chief (hash INTEGER, form INTEGER, PRIMARY KEY (hash, form)) WITHOUT ROWID;
CREATE TABLE alike (form INTEGER, other INTEGER, PRIMARY KEY (form, other)) WITHOUT ROWID;
"""


@contextmanager
def in_use(file: Path) -> Iterator[None]:
    """Nobody removes the file meanwhile: SQLite takes the journal of one that was removed for that of the next."""
    with suppress(OSError):
        private_folder(file.parent.parent)
        private_folder(file.parent)
    with locked(file.parent, shared=True):
        yield


def is_removed(file: Path) -> bool:
    """Remove a damaged file, unless it is in use; whether it is gone."""
    with locked(file.parent, wait=False) as alone:
        if not alone and os.name != "nt":
            return False
        try:
            file.unlink(missing_ok=True)
            file.with_name(f"{file.name}-journal").unlink(missing_ok=True)
        except OSError:
            return False
        return True


def opened(file: Path, state: str) -> sqlite3.Connection | None:
    """The database in that file, in a transaction; None where the file cannot be written or is held for too long.
    Raises sqlite3.DatabaseError when it is damaged.
    """
    link = None
    try:
        file.touch(mode=0o600)  # it holds the words of documents
        link = sqlite3.connect(file, timeout=WAIT, isolation_level=None)
        link.execute(f"PRAGMA cache_size = -{_HELD}")
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


def in_memory() -> sqlite3.Connection:
    """An empty database that nothing is kept of."""
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
