"""Which rules look at a file, and how severe they are: profile, settings file and command line together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from jdlint.errors import UsageError
from jdlint.installed import rules_folder
from jdlint.marked import did_you_mean
from jdlint.model.finding import Severity
from jdlint.model.kind import Require
from jdlint.model.project import name_in
from jdlint.model.rule import Rule, Rulebook
from jdlint.record import record
from jdlint.settings import Origins, Override, Settings

NOWHERE = Origins()
PER_FILE = "per-file-ignores"
GROUPS = ("STR", "SUP", "DUT", "BLK", "RGT", "LIA", "LAW", "REQ", "PRO", "FMT", "ORG", "DOC")


def rulebook_of(settings: Settings) -> Rulebook:
    """The rulebook that the settings ask for, from memory when none of its files has changed."""
    folders = rule_folders(settings)
    memory = None
    if settings.cache:
        from jdlint.cache.rulebook import RulebookMemory

        memory = RulebookMemory(settings.cache, folders)
        if rulebook := memory.recall():
            return rulebook
    rulebook = _compiled(folders)
    if memory:
        memory.keep(rulebook)
    return rulebook


def _compiled(folders: Sequence[Path]) -> Rulebook:
    """The rules of the folders; our own, when no others are asked for, may have come compiled."""
    if folders == [rules_folder()]:
        from jdlint.cache.ready import ready_rulebook

        if rulebook := ready_rulebook():
            return rulebook
    from jdlint.rulebook import load_rulebook

    return load_rulebook(folders)


def rule_folders(settings: Settings) -> list[Path]:
    """The folders of rules that the settings ask for: ours first."""
    return [rules_folder(), *settings.rules]


@record
class Choice:
    """The rules that look at a file, by code, and the severities that settings give to rules.

    `parts` are the codes that count in sections of a role for which settings say something of their own, and
    `part_levels` the severities there.
    """

    rules: tuple[Rule, ...]
    levels: Mapping[str, Severity]
    parts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    part_levels: Mapping[str, Mapping[str, Severity]] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()

    @property
    def codes(self) -> frozenset[str]:
        """Codes of the rules."""
        return frozenset(r.code for r in self.rules)

    def takes(self, code: str, section: str) -> bool:
        """Whether a finding of that rule counts in a section of that role (empty outside of sections)."""
        return code in self.parts.get(section, self.elsewhere)

    def plain(self) -> dict[str, Any]:
        """The choice as plain data: equal for equal choices."""
        return {
            "rules": sorted(self.elsewhere),
            "severity": _plain(self.levels),
            "parts": {role: sorted(codes) for role, codes in sorted(self.parts.items())},
            "part severity": {role: _plain(levels) for role, levels in sorted(self.part_levels.items())},
        }


class Selection:
    """What settings say about each file of a run."""

    def __init__(self, rulebook: Rulebook, settings: Settings) -> None:
        self.rulebook = rulebook
        self.settings = settings
        per_file = settings.per_file_ignores.items()
        ignores = [Override(files=(glob,), ignore=codes, key=PER_FILE) for glob, codes in per_file]
        self._overrides = (*settings.overrides, *ignores)
        self._choices: dict[tuple[int, ...], Choice] = {}
        self.rules = select(rulebook, settings)

    def choice(self, path: str) -> Choice:
        """The rules for one file. Globs count from the project's folder."""
        name = name_in(self.settings.root, path)
        held = tuple([n for n, o in enumerate(self._overrides) if not o.files or _matches(o.files, name)])
        if held not in self._choices:
            self._choices[held] = _choice(self.rulebook, self.settings, [self._overrides[n] for n in held])
        return self._choices[held]


def matching(rulebook: Rulebook, *selectors: str, key: str = "", origins: Origins = NOWHERE) -> frozenset[str]:
    """Codes meant by codes, prefixes, names, severities and ALL; former codes and names are those they have become.

    Raises UsageError for a word that means none, with its place under that key of the settings.
    """
    codes: set[str] = set()
    for selector in selectors:
        word = selector.strip()
        found = {
            r.code
            for r in rulebook.rules.values()
            if word == "ALL" or r.code.startswith(word.upper()) or word in (r.name, r.severity.value)
        }
        if not found and (present := present_code(rulebook, word)):
            found = {present}
        if not found and word.upper() not in GROUPS and word not in {s.value for s in Severity}:
            known = [*rulebook.rules, *(r.name for r in rulebook.rules.values()), *GROUPS, "ALL"]
            hint_ru, hint_en = did_you_mean(word, known)
            where = origins.of(key, word)
            begin = f"{where}: " if where else ""
            raise UsageError(f"{begin}нет такого правила: «{word}»{hint_ru}", f"{begin}no such rule: “{word}”{hint_en}")
        codes |= found
    return frozenset(codes)


def present_code(rulebook: Rulebook, word: str) -> str | None:
    """The code of the rule that has, or once had, that code or name; None when there is none."""
    for code, rule in rulebook.rules.items():
        if word.upper() == code or word.lower() == rule.name:
            return code
    return rulebook.renamed.get(word.upper()) or rulebook.renamed.get(word.lower())


def select(rulebook: Rulebook, settings: Settings) -> tuple[Rule, ...]:
    """The rules of a run, by code.

    By default all of severity error or warning and those about the file itself, with what the profile adds;
    preview rules only when asked for, all of them or by code or name.
    """
    profile = profile_of(rulebook, settings)
    rules = rulebook.rules

    def meant(key: str, words: Sequence[str]) -> frozenset[str]:
        return matching(rulebook, *words, key=key, origins=settings.origins)

    default = {r.code for r in rules.values() if r.severity is not Severity.INFO or r.code.startswith("DOC")}
    chosen = set(meant("select", settings.select)) if settings.select else default
    if not settings.select:
        chosen |= matching(rulebook, *profile.get("extend-select", ()))
    chosen |= meant("extend-select", settings.extend_select)
    if not settings.preview:
        asked = (*settings.select, *settings.extend_select)
        named = {code for word in asked if (code := present_code(rulebook, word))}
        chosen = {c for c in chosen if not rules[c].preview or c in named}
    chosen -= matching(rulebook, *profile.get("ignore", ())) | meant("ignore", settings.ignore)
    sections = settings.sections or tuple(profile.get("sections", ()))
    return tuple(_with_sections(rules[c], sections) for c in sorted(chosen))


def severities(rulebook: Rulebook, settings: Settings) -> Mapping[str, Severity]:
    """Severities that profile and settings give to rules, by code."""
    levels: dict[str, Severity] = {}
    for key, told in (("", profile_of(rulebook, settings).get("severity", {})), ("severity", settings.severity)):
        for word, level in told.items():
            codes = matching(rulebook, word, key=key, origins=settings.origins)
            levels |= dict.fromkeys(codes, Severity(level))
    return levels


def profile_of(rulebook: Rulebook, settings: Settings) -> Mapping[str, Any]:
    """The profile that the settings name; empty when the rulebook has none of its own."""
    found: Mapping[str, Any] = rulebook.vocabulary.get("profiles", {}).get(settings.profile, {})
    return found


def former_words(rulebook: Rulebook, settings: Settings) -> Iterator[tuple[str, str]]:
    """A sentence (ru, en) for each former code or name in the settings."""
    lists = {"select": settings.select, "extend-select": settings.extend_select, "ignore": settings.ignore}
    lists["severity"] = tuple(settings.severity)
    lists[PER_FILE] = tuple(w for codes in settings.per_file_ignores.values() for w in codes)
    lists["overrides"] = tuple(w for o in settings.overrides for w in (*o.select, *o.ignore, *o.severity))
    for key, words in lists.items():
        for word in dict.fromkeys(words):
            yield from former_word(rulebook, settings.origins.of(key, word), word)


def former_word(rulebook: Rulebook, where: str, word: str) -> Iterator[tuple[str, str]]:
    """The same for one word that stands there, if it is a former one."""
    new = present_code(rulebook, word)
    if new and word.upper() != new and word.lower() != rulebook.rules[new].name:
        begin = f"{where}: " if where else ""
        yield (
            f"{begin}правило {word} теперь {new} ({rulebook.rules[new].name}); прежнее имя пока действует",
            f"{begin}rule {word} is {new} now ({rulebook.rules[new].name}); the former name still works",
        )


def _choice(rulebook: Rulebook, settings: Settings, overrides: Sequence[Override]) -> Choice:
    """The choice made by these overrides, in order: a later one has the last word."""
    of_file = settings
    for override in overrides:
        if not override.sections:
            of_file = _overridden(of_file, override)
    rules = {r.code: r for r in select(rulebook, of_file)}
    elsewhere = frozenset(rules)
    parts: dict[str, frozenset[str]] = {}
    part_levels: dict[str, Mapping[str, Severity]] = {}
    for role in sorted({role for override in overrides for role in override.sections}):
        of_section = settings
        for override in overrides:
            if not override.sections or role in override.sections:
                of_section = _overridden(of_section, override)
        there = {r.code: r for r in select(rulebook, of_section)}
        parts[role], part_levels[role] = frozenset(there), severities(rulebook, of_section)
        rules |= there
    return Choice(tuple(rules[c] for c in sorted(rules)), severities(rulebook, of_file), parts, part_levels, elsewhere)


def _overridden(settings: Settings, override: Override) -> Settings:
    words = (*override.select, *override.ignore, *override.severity)
    return replace(
        settings,
        select=override.select or settings.select,
        ignore=(*settings.ignore, *override.ignore),
        severity={**settings.severity, **override.severity},
        origins=settings.origins.within(override.key, words, ("select", "ignore", "severity")),
    )


def _matches(globs: Sequence[str], name: str) -> bool:
    from pathspec import GitIgnoreSpec  # 20 ms: only where settings speak of some files

    return GitIgnoreSpec.from_lines(globs).match_file(name)


def _plain(levels: Mapping[str, Severity]) -> dict[str, str]:
    return {code: level.value for code, level in sorted(levels.items())}


def _with_sections(rule: Rule, sections: tuple[str, ...]) -> Rule:
    """The rule about required sections, asking for these."""
    if isinstance(rule.options, Require) and rule.options.of == "section" and sections:
        return replace(rule, options=replace(rule.options, names=sections))
    return rule
