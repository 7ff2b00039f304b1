"""Own rules that the settings name: folders beside them, and packs that were installed."""

from __future__ import annotations

import os
from pathlib import Path

from jdlint.marked import List, Listing, Page, Scalar, Text, did_you_mean
from jdlint.marked import Mapping as Keys

RULES = List(Text(), lone=True)
GROUP = "jdlint.rules"


def rules_at(home: Path, page: Page) -> list[Path]:
    """The folders under the key `rules` of settings that lie in `home`. A bare word that is no folder there is the
    name of a pack; one that is no pack either is a mistake.
    """
    node = page.root.get("rules") if isinstance(page.root, Keys) else None
    named = node.items if isinstance(node, Listing) else (node,) if isinstance(node, Scalar) else ()
    folders: list[Path] = []
    for item in named:
        if not isinstance(item, Scalar) or not item.text.strip():
            continue
        name = item.text.strip()
        bare = name not in (".", "..") and not set(name) & set("/\\")
        if not bare or os.path.isdir(home / name):  # noqa: PTH112 which bears names that no system can have
            folders.append(home / name)
        elif (installed := packs()) and name in installed:
            folders.append(installed[name])
        else:
            hint_ru, hint_en = did_you_mean(name, installed)
            page.blame(
                item,
                f"нет ни папки «{name}», ни установленного набора правил с таким именем{hint_ru}",
                f"neither a folder nor an installed pack of rules is called “{name}”{hint_en}",
            )
    return folders


def packs() -> dict[str, Path]:
    """The folders of all installed packs, by name.

    A pack is a package with an entry point of the group `jdlint.rules`: its name is the pack's, its value the module
    that holds the YAML files, or `module:folder`. None of its code is run.
    """
    from importlib.metadata import entry_points  # 15 ms: only where a pack is named
    from importlib.util import find_spec

    found: dict[str, Path] = {}
    for point in sorted(entry_points(group=GROUP), key=lambda p: p.name):
        spec = find_spec(point.module)
        for place in spec.submodule_search_locations or () if spec else ():
            found.setdefault(point.name, Path(place) / point.attr if point.attr else Path(place))
    return found
