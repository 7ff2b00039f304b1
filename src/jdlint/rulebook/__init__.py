"""Folders of YAML → `Rulebook`: rules checked and compiled, all mistakes at once, with their lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jdlint.errors import Mistake, RulebookError
from jdlint.installed import rules_folder
from jdlint.marked import Page, Scalar, did_you_mean
from jdlint.model.rule import Rule, Rulebook
from jdlint.rulebook.example import MarkError, Unmarked, unmark
from jdlint.rulebook.folder import RuleFile, digest, is_rule, read_materials, rule_files, text_of
from jdlint.rulebook.parse import parse_rule, read_rule

__all__ = ["MarkError", "Unmarked", "load_rulebook", "parse_rule", "rules_folder", "unmark"]


def load_rulebook(folders: Sequence[Path], *, strict: bool = False) -> Rulebook:
    """Read all rules of the folders, in order: a later folder's rule replaces an earlier one of the same code.

    RulebookError holds every mistake of every file; UsageError says that a folder does not exist. `strict`
    asks of the rules what we ask of our own: three examples that fire and three that are silent.
    """
    files = [rule_files(folder) for folder in folders]
    materials, mistakes = read_materials(files)
    chosen: dict[str, tuple[Rule, Page]] = {}
    for group in files:
        pages, bad = _pages(group)
        mistakes += bad + _taken_twice(pages, "code") + _taken_twice(pages, "name")
        for page in pages:
            if rule := read_rule(page, materials.acts, materials.register, strict=strict):
                chosen[rule.code] = rule, page
            mistakes += page.mistakes
    mistakes += _taken_twice([page for _, page in chosen.values()], "name")
    for renaming in materials.renamed.values():
        if renaming.code not in chosen:
            hint = did_you_mean(renaming.code, chosen)
            said = f"нет правила «{renaming.code}»{hint[0]}", f"no rule “{renaming.code}”{hint[1]}"
            mistakes.append(Mistake(renaming.path, renaming.line, renaming.column, *said))
    if mistakes:
        raise RulebookError(list(dict.fromkeys(mistakes)))
    return Rulebook(
        rules={code: chosen[code][0] for code in sorted(chosen)},
        digest=digest(files),
        edition=materials.edition,
        acts=materials.acts or {},
        vocabulary=materials.vocabulary,
        register=materials.register,
        renamed={former: renaming.code for former, renaming in materials.renamed.items()},
    )


def _pages(files: Sequence[RuleFile]) -> tuple[list[Page], list[Mistake]]:
    """The rule files of one folder as trees."""
    read = [(file, *text_of(file)) for file in files if is_rule(file)]
    return [Page(file.path, text) for file, text, bad in read if not bad], [m for *_, bad in read for m in bad]


def _taken_twice(pages: Sequence[Page], key: str) -> list[Mistake]:
    """A mistake for every page whose code (or name) an earlier one has."""
    first: dict[str, Page] = {}
    mistakes: list[Mistake] = []
    for page in pages:
        node = page.node(key)
        if not isinstance(node, Scalar):
            continue
        holder = first.setdefault(node.text, page)
        if holder is not page:
            said = (f"«{node.text}» уже занято: {holder.path}", f"“{node.text}” is taken by {holder.path}")
            mistakes.append(Mistake(page.path, node.line, node.column, *said))
    return mistakes
