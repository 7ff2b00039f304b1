"""Which rules a run uses, and how severe they are: profile, settings file and command line together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from jdlint.errors import UsageError
from jdlint.installed import rules_folder
from jdlint.marked import did_you_mean
from jdlint.model.finding import Severity
from jdlint.model.kind import Require
from jdlint.model.rule import Rule, Rulebook
from jdlint.settings import Settings

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
    from jdlint.rulebook import load_rulebook

    rulebook = load_rulebook(folders)
    if memory:
        memory.keep(rulebook)
    return rulebook


def rule_folders(settings: Settings) -> list[Path]:
    """The folders of rules that the settings ask for: ours first."""
    return [rules_folder(), *settings.rules]


def matching(rulebook: Rulebook, *selectors: str) -> frozenset[str]:
    """Codes meant by codes, prefixes, names, severities and ALL; raises UsageError for a word that means none."""
    codes: set[str] = set()
    for selector in selectors:
        word = selector.strip()
        found = {
            r.code
            for r in rulebook.rules.values()
            if word == "ALL" or r.code.startswith(word.upper()) or word in (r.name, r.severity.value)
        }
        if not found and word.upper() not in GROUPS and word not in {s.value for s in Severity}:
            known = [*rulebook.rules, *(r.name for r in rulebook.rules.values()), *GROUPS, "ALL"]
            hint_ru, hint_en = did_you_mean(word, known)
            raise UsageError(f"нет такого правила: «{word}»{hint_ru}", f"no such rule: “{word}”{hint_en}")
        codes |= found
    return frozenset(codes)


def select(rulebook: Rulebook, settings: Settings) -> tuple[Rule, ...]:
    """The rules of a run, by code.

    By default all of severity error or warning and those about the file itself, with what the profile adds;
    preview rules only when asked for, all of them or by code or name.
    """
    profile = profile_of(rulebook, settings)
    rules = rulebook.rules
    default = {r.code for r in rules.values() if r.severity is not Severity.INFO or r.code.startswith("DOC")}
    chosen = set(matching(rulebook, *settings.select)) if settings.select else default
    if not settings.select:
        chosen |= matching(rulebook, *profile.get("extend-select", ()))
    chosen |= matching(rulebook, *settings.extend_select)
    if not settings.preview:
        asked = (*settings.select, *settings.extend_select)
        named = {c for word in asked for c in matching(rulebook, word) if word in (c, rules[c].name)}
        chosen = {c for c in chosen if not rules[c].preview or c in named}
    chosen -= matching(rulebook, *profile.get("ignore", ()), *settings.ignore)
    sections = settings.sections or tuple(profile.get("sections", ()))
    return tuple(_with_sections(rules[c], sections) for c in sorted(chosen))


def severities(rulebook: Rulebook, settings: Settings) -> Mapping[str, Severity]:
    """Severities that profile and settings give to rules, by code."""
    told: dict[str, str] = {**profile_of(rulebook, settings).get("severity", {}), **settings.severity}
    return {code: Severity(told[word]) for word in told for code in matching(rulebook, word)}


def profile_of(rulebook: Rulebook, settings: Settings) -> Mapping[str, Any]:
    """The profile that the settings name; empty when the rulebook has none of its own."""
    found: Mapping[str, Any] = rulebook.vocabulary.get("profiles", {}).get(settings.profile, {})
    return found


def _with_sections(rule: Rule, sections: tuple[str, ...]) -> Rule:
    """The rule about required sections, asking for these."""
    if isinstance(rule.options, Require) and rule.options.of == "section" and sections:
        return replace(rule, options=replace(rule.options, names=sections))
    return rule
