"""Placeholders of a rule's message: each must be a value that the rule's hits offer."""

from __future__ import annotations

import re

from jdlint.marked import Page, Scalar
from jdlint.model.kind import Options
from jdlint.rulebook.kinds import Kind, offered

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


def check_messages(kind: Kind, options: Options, page: Page) -> None:
    """Blame placeholders that nothing will fill, and lone braces, in both languages."""
    known = offered(kind, options)
    for language in ("ru", "en"):
        node = page.node("message", language)
        if not isinstance(node, Scalar):
            continue
        for braces in _BRACES.finditer(node.text):
            name = braces[1]
            if name is None:
                page.blame(node, f"непарная скобка {braces[0]}", f"unbalanced {braces[0]}", braces.start())
            elif name not in known:
                noun = (f"правило вида {kind.name} не даёт значения", f"a rule of kind {kind.name} offers no")
                page.unknown(node, name, known, noun, braces.start())
