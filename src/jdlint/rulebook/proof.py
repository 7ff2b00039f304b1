"""What is asked of a rule's examples."""

from __future__ import annotations

from jdlint.marked import Listing, Page, Scalar
from jdlint.marked import Mapping as Keys
from jdlint.rulebook.example import MarkError, has_marks, unmark
from jdlint.rulebook.kinds import Kind

OWN = 3
# A file that cannot be read has no text to show as an example.
WITHOUT_TEXT = frozenset({"DOC001"})


def check_examples(kind: Kind | None, page: Page, *, strict: bool) -> None:
    """Blame examples that prove nothing, and too few of them: one that fires, or with `strict` three of each sort."""
    listed = page.node("examples")
    if not isinstance(listed, Listing):
        return
    entries = [item for item in listed.items if isinstance(item, Keys)]
    for entry in entries:
        _check_example(entry, kind, page)
    code = page.node("code")
    if isinstance(code, Scalar) and code.text in WITHOUT_TEXT:
        return
    fires = sum(entry.get("fires") is not None for entry in entries)
    silent = sum(entry.get("silent") is not None for entry in entries)
    for sort, count, least in (("fires", fires, OWN if strict else 1), ("silent", silent, OWN if strict else 0)):
        if count < least:
            page.blame(
                listed,
                f"примеров «{sort}» {count}, а нужно не меньше {least}",
                f"{count} “{sort}” examples, at least {least} needed",
            )


def _check_example(entry: Keys, kind: Kind | None, page: Page) -> None:
    fires, silent = entry.get("fires"), entry.get("silent")
    if silent is not None:
        _check_silent(entry, silent, page)
    if isinstance(fires, Scalar):
        try:
            unmark(fires.text)
        except MarkError as error:
            page.blame(fires, error.ru, error.en, error.offset)
            return
        # What is missing from the whole document is nowhere in it: a thing that must be there, or a fact that a whole
        # document shows.
        unplaced = kind is not None and (kind.name == "require" or (kind.name == "measure" and entry.get("whole")))
        if "[[" not in fires.text and kind is not None and not unplaced:
            page.blame(
                fires,
                "в примере fires найденное место не отмечено: [[…]]",
                "a fires example must mark what is found: [[…]]",
            )
    if (role := entry.key("in")) and entry.get("whole") is not None:
        page.blame(role, "«in» не нужно там, где «whole»: разделы в тексте свои", "“in” does not go with “whole”")


def _check_silent(entry: Keys, silent: object, page: Page) -> None:
    if entry.get("why") is None:
        page.blame(entry, "в примере silent нужен «why»: почему правило молчит", "a silent example needs “why”")
    if (values := entry.key("values")) is not None:
        page.blame(values, "«values» бывает только у fires", "“values” goes with fires only")
    if isinstance(silent, Scalar) and has_marks(silent.text):
        page.blame(silent, "в примере silent отмечать нечего", "a silent example has nothing to mark")
