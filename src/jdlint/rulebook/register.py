"""What a rule may rest on: the acts of the register; which of them are due to be looked through."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from jdlint.marked import Listing, Page, Scalar
from jdlint.marked import Mapping as Keys
from jdlint.model.articles import has_article
from jdlint.model.kind import Cite, Options, Require

_ARTICLE = re.compile(r"\bст\. ?(\d+(?:\.\d+)*)")
# Kinds of act that do not bind as law does; every other kind of the register is law.
_BASIS_OF_ACT = {
    "письмо": "clarification",
    "разъяснение": "clarification",
    "ГОСТ": "standard",
    "ГОСТ Р": "standard",
    "классификатор": "standard",
}


def basis_kind(act: Mapping[str, Any] | None) -> str:
    """What it means to rest on that act: law, clarification or standard."""
    return _BASIS_OF_ACT.get(str((act or {}).get("kind", "")), "law")


def stale_entries(acts: Mapping[str, Any], as_of: dt.date) -> list[tuple[str, dt.date]]:
    """The acts last looked through more than a year before that day, with the day, the longest ago first."""
    seen = [(name, dt.date.fromisoformat(str(act["checked"]))) for name, act in acts.items() if "checked" in act]
    return sorted([(name, day) for name, day in seen if _year_after(day) < as_of], key=lambda entry: entry[::-1])


def _year_after(day: dt.date) -> dt.date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)


def check_acts(
    options: Options | None, acts: Mapping[str, Any] | None, register: Mapping[str, Any], page: Page
) -> None:
    """Blame a basis that says too little, acts and articles that are not in the register, and a basis that is repealed.

    Without a register of acts (`acts` None) only the form of the basis is checked. `register` holds its other files.
    """
    listed = page.node("basis")
    for entry in listed.items if isinstance(listed, Listing) else ():
        if isinstance(entry, Keys):
            _check_basis(entry, acts, register, page)
    if acts is None:
        return
    place = {Cite: ("cite", "acts"), Require: ("require", "act")}.get(type(options)) if options else None
    if place and isinstance(options, Cite | Require) and (isinstance(options, Cite) or options.of == "act"):
        for name in _scalars(page.node(*place)):
            if name.text not in acts:
                page.unknown(name, name.text, acts, ("в реестре нет акта", "the register has no act"))


def _check_basis(entry: Keys, acts: Mapping[str, Any] | None, register: Mapping[str, Any], page: Page) -> None:
    act = entry.get("act")
    if act is None:
        if entry.get("text") is None or entry.get("kind") is None:
            page.blame(
                entry,
                "основание — это act и at либо kind и text",
                "a basis is act and at, or kind and text",
            )
        if at := entry.key("at"):
            page.blame(at, "«at» без «act»: в каком акте?", "“at” without “act”: of which act?")
        return
    if acts is None or not isinstance(act, Scalar):
        return
    if act.text not in acts:
        page.unknown(act, act.text, acts, ("в реестре нет акта", "the register has no act"))
        return
    known = acts[act.text]
    if known.get("status") == "repealed":
        since, instead = known.get("since"), known.get("replaced_by")
        ru = (
            f"акт «{act.text}» утратил силу"
            + (f" с {since}" if since else "")
            + (f", вместо него {instead}" if instead else "")
        )
        en = (
            f"act “{act.text}” is repealed"
            + (f" since {since}" if since else "")
            + (f", replaced by {instead}" if instead else "")
        )
        page.blame(act, ru, en)
    place = entry.get("at")
    for article in _ARTICLE.findall(place.text) if isinstance(place, Scalar) else ():
        if has_article(register, act.text, article) is False:
            page.blame(place, f"в акте «{act.text}» нет статьи {article}", f"act “{act.text}” has no article {article}")


def _scalars(node: object) -> Iterator[Scalar]:
    for item in node.items if isinstance(node, Listing) else (node,):
        if isinstance(item, Scalar):
            yield item
