"""What is asked of a rule's examples."""

from __future__ import annotations

from jdlint.marked import Listing, Node, Page, Scalar
from jdlint.marked import Mapping as Keys
from jdlint.model.finding import Safety
from jdlint.rulebook.example import MarkError, has_marks, unmark
from jdlint.rulebook.kinds import Kind

OWN = 3
# A file that cannot be read has no text to show as an example, nor has one that is too costly to read.
WITHOUT_TEXT = frozenset({"DOC001", "DOC006"})


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


def check_fix(page: Page, *, strict: bool) -> None:
    """Blame a fix that says two ways to mend, or one that nobody may use; with `strict` one that no example proves."""
    fix = page.node("fix")
    if not isinstance(fix, Keys):
        return
    replace, mend, safety = fix.key("replace"), fix.key("mend"), fix.get("safety")
    way = replace or mend
    if replace and mend:
        page.blame(mend, "«replace» и «mend» вместе не бывают", "“replace” and “mend” exclude each other")
    if way and isinstance(safety, Scalar) and safety.text == Safety.MANUAL:
        page.blame(way, "при manual программа не правит", "with manual the program mends nothing")
    listed = page.node("examples")
    entries = listed.items if isinstance(listed, Listing) else []
    proved = any(isinstance(e, Keys) and e.get("fixed") is not None for e in entries)
    if strict and way and not proved:
        page.blame(way, "ни один пример не показывает правку: нужен «fixed»", "no example proves the fix by “fixed”")


def _check_example(entry: Keys, kind: Kind | None, page: Page) -> None:
    fires, silent = entry.get("fires"), entry.get("silent")
    if silent is not None:
        _check_silent(entry, silent, page)
    for several in (fires, silent):
        if isinstance(several, Keys) and kind is not None and kind.name != "agree":
            page.blame(
                several,
                "несколько документов бывает только у agree",
                "only an “agree” rule has examples of several documents",
            )
    texts = _texts(fires)
    for text in texts:
        try:
            unmark(text.text)
        except MarkError as error:
            page.blame(text, error.ru, error.en, error.offset)
            return
    # What is missing from the whole document is nowhere in it: a thing that must be there, or a fact that a whole
    # document shows.
    unplaced = kind is None or kind.name == "require" or (kind.name == "measure" and entry.get("whole"))
    if texts and not any("[[" in text.text for text in texts) and not unplaced:
        page.blame(
            fires,
            "в примере fires найденное место не отмечено: [[…]]",
            "a fires example must mark what is found: [[…]]",
        )
    if (role := entry.key("in")) and entry.get("whole") is not None:
        page.blame(role, "«in» не нужно там, где «whole»: разделы в тексте свои", "“in” does not go with “whole”")


def _texts(example: Node | None) -> list[Scalar]:
    """The texts of an example: one, or one for each file."""
    values = [value for _, value in example.pairs] if isinstance(example, Keys) else [example]
    return [value for value in values if isinstance(value, Scalar)]


def _check_silent(entry: Keys, silent: Node, page: Page) -> None:
    if entry.get("why") is None:
        page.blame(entry, "в примере silent нужен «why»: почему правило молчит", "a silent example needs “why”")
    if (fixed := entry.key("fixed")) is not None:
        page.blame(fixed, "«fixed» бывает только у fires", "“fixed” goes with fires only")
    if (values := entry.key("values")) is not None:
        page.blame(values, "«values» бывает только у fires", "“values” goes with fires only")
    for text in (text for text in _texts(silent) if has_marks(text.text)):
        page.blame(text, "в примере silent отмечать нечего", "a silent example has nothing to mark")
