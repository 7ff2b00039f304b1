"""Rules and the rulebook, as parsed from YAML and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

from jdlint.model.finding import Safety, Severity
from jdlint.model.kind import Options
from jdlint.model.outline import Role
from jdlint.record import record

Texts = Mapping[str, str]


@record
class Basis:
    """What a rule rests on: an act of the register and its provision (in both languages), or a method stated in words.

    `kind` is one of law, clarification, standard, method.
    """

    kind: str
    act: str = ""
    at: Texts = field(default_factory=dict)
    text: Texts = field(default_factory=dict)


@record
class Example:
    """A proof inside a rule file: a snippet that fires (with `[[…]]` around the finding) or is silent.

    `role` puts the snippet into a section of that role; `whole` means that it is a Markdown document itself.
    For a rule across documents `files` are several whole ones by name, and `settings` what is said of the organisation.
    `fixed` is the text as the rule's fix leaves it, empty where the example does not say.
    """

    fires: bool
    text: str
    why: str = ""
    role: Role | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    line: int = 0
    whole: bool = False
    files: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    fixed: str = ""

    @property
    def shown(self) -> str:
        """The example for a reader: the text, or every file under its name."""
        if not self.files:
            return self.text.rstrip()
        told = [f"{key}: {value}" for key, value in self.settings.items()]
        texts = [f"=== {name} ===\n\n{text.strip()}" for name, text in self.files.items()]
        return "\n\n".join(["\n".join(told), *texts] if told else texts)


@record
class Substitution:
    """A regular expression, and what to put for it (`\\1` for a group) where it touches the words found."""

    old: str
    new: str


class Mend(StrEnum):
    """The ways to mend that no substitution can say."""

    ALPHABET = "alphabet"
    CASE = "case"
    REMOVE = "remove"
    RENUMBER = "renumber"
    REORDER = "reorder"
    SLIP = "slip"
    SUCCESSOR = "successor"
    UNALLOW = "unallow"


@record
class FixNote:
    """How to mend: whether a program may, what a person should do, and how the program does it: by substitutions
    one after another, or in a way of its own. Without either only a person can.
    """

    safety: Safety
    note: Texts
    replace: tuple[Substitution, ...] = ()
    mend: Mend | None = None


@record
class Rule:
    """One rule file.

    `kind` is the key that says what to look for (find, require, measure, blank, repeat, cite, refer, agree)
    and `options` are its options, checked and compiled by that kind's schema. `yields` are codes of rules
    that say it better: a finding of theirs at the same place replaces this rule's.
    """

    code: str
    name: str
    severity: Severity
    since: str
    title: Texts
    why: Texts
    basis: tuple[Basis, ...]
    kind: str
    options: Options
    message: Texts
    examples: tuple[Example, ...]
    roles: frozenset[Role] = frozenset()
    fix: FixNote | None = None
    preview: bool = False
    yields: tuple[str, ...] = ()
    path: str = ""


@record
class Rulebook:
    """All rules by code, the register they cite, the vocabulary, and the digest of their files.

    `acts` are the acts of the register by id; `register` are its other files, and `vocabulary` the word lists,
    by file name without suffix: all plain data. `renamed` are present codes by former codes and names.
    """

    rules: Mapping[str, Rule]
    digest: str
    edition: str
    acts: Mapping[str, Any] = field(default_factory=dict)
    vocabulary: Mapping[str, Any] = field(default_factory=dict)
    register: Mapping[str, Any] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
