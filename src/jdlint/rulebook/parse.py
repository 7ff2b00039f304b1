"""One rule file → `Rule`; everything wrong with it is told at once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from jdlint.errors import RulebookError
from jdlint.marked import Mapping as Keys
from jdlint.marked import Page, Scalar
from jdlint.model.finding import Safety, Severity
from jdlint.model.kind import Options
from jdlint.model.outline import Role
from jdlint.model.rule import Basis, Example, FixNote, Mend, Rule, Substitution
from jdlint.rulebook.kinds import KINDS, OWNERS, SIGNS, Kind
from jdlint.rulebook.proof import check_examples, check_fix
from jdlint.rulebook.register import basis_kind, check_acts
from jdlint.rulebook.schema import RULE
from jdlint.rulebook.wording import check_messages


def parse_rule(
    path: str,
    text: str,
    acts: Mapping[str, Any] | None = None,
    register: Mapping[str, Any] = MappingProxyType({}),
    *,
    strict: bool = False,
) -> Rule:
    """Read one rule file; RulebookError holds all its mistakes.

    `acts` is the register that the rule's basis must be found in (None: not checked), `register` its other files,
    among them the articles of codes; `strict` asks of examples what we ask of our own rules.
    """
    rule = read_rule(page := Page(path, text), acts, register, strict=strict)
    if rule is None or page.mistakes:
        raise RulebookError(page.mistakes)
    return rule


def read_rule(
    page: Page, acts: Mapping[str, Any] | None, register: Mapping[str, Any], *, strict: bool = False
) -> Rule | None:
    """The rule of that page; None, or a rule not to be used, when the page has gained mistakes."""
    if page.root is None:
        if not page.mistakes:
            page.blame(None, "файл правила пуст", "the rule file is empty")
        return None
    values = RULE.read(page.root, page)
    if values is None or not isinstance(page.root, Keys):
        return None
    kind = _kind(page.root, page)
    options = kind.build(values, page) if kind else None
    check_acts(options, acts, register, page)
    check_examples(kind, page, strict=strict)
    check_fix(page, strict=strict)
    if kind and options:
        check_messages(kind, options, page)
    if page.mistakes or kind is None or options is None:
        return None
    return _rule(values, kind, options, acts or {}, page)


def _kind(root: Keys, page: Page) -> Kind | None:
    """The one kind of the rule, by its keys."""
    signed = [(SIGNS[key.text], key) for key, _ in root.pairs if key.text in SIGNS]
    if not signed:
        known = ", ".join(KINDS)
        page.blame(
            None, f"не сказано, что искать: нужен ключ из числа {known}", f"no kind key: one of {known} is needed"
        )
        return None
    kind, first = signed[0]
    for other, key in signed[1:]:
        if other is not kind:
            page.blame(
                key,
                f"«{first.text}» и «{key.text}» в одном правиле не бывают: сделайте два",
                f"“{first.text}” and “{key.text}” exclude each other: make two rules",
            )
    for key, _ in root.pairs:
        owners = OWNERS.get(key.text, ())
        if owners and kind.name not in owners:
            page.blame(
                key,
                f"«{key.text}» бывает только рядом с {' или '.join(owners)}, а здесь {kind.name}",
                f"“{key.text}” goes with {' or '.join(owners)} only, and this is {kind.name}",
            )
    return kind


def _rule(values: Mapping[str, Any], kind: Kind, options: Options, acts: Mapping[str, Any], page: Page) -> Rule:
    fix: Mapping[str, Any] | None = values.get("fix")
    return Rule(
        code=values["code"],
        name=values["name"],
        severity=Severity(values["severity"]),
        since=values["since"],
        title=values["title"],
        why=values["why"],
        basis=tuple([_basis(told, acts) for told in values["basis"]]),
        kind=kind.name,
        options=options,
        message=values["message"],
        examples=tuple([_example(told, page, index) for index, told in enumerate(values["examples"])]),
        roles=frozenset(map(Role, values.get("in", ()))),
        fix=_fix(fix) if fix else None,
        preview=values.get("preview", False),
        yields=values.get("yields", ()),
        path=page.path,
    )


def _fix(told: Mapping[str, Any]) -> FixNote:
    replace = tuple([Substitution(one["old"], one["new"]) for one in told.get("replace", ())])
    return FixNote(Safety(told["safety"]), told["note"], replace, Mend(told["mend"]) if "mend" in told else None)


def _basis(told: Mapping[str, Any], acts: Mapping[str, Any]) -> Basis:
    act = told.get("act", "")
    kind = told.get("kind") or basis_kind(acts.get(act))
    return Basis(kind, act, told.get("at", {}), told.get("text", {}))


def _example(told: Mapping[str, Any], page: Page, index: int) -> Example:
    node = page.node("examples", index)
    text = node.get("fires") or node.get("silent") if isinstance(node, Keys) else node
    said = told.get("fires", told.get("silent", ""))
    return Example(
        fires="fires" in told,
        text=said if isinstance(said, str) else "",
        why=told.get("why", ""),
        role=Role(told["in"]) if "in" in told else None,
        values=told.get("values", {}),
        line=text.line if isinstance(text, (Scalar, Keys)) else 0,
        whole=told.get("whole", False),
        files=said if isinstance(said, dict) else {},
        settings=told.get("settings", {}),
        fixed=told.get("fixed", ""),
    )
