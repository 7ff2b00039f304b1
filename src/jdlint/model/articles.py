"""Which articles the codes of the register have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

VOLUMES = ("articles-tk", "articles-uk", "articles-gk")


def has_article(register: Mapping[str, Any], act: str, article: str) -> bool | None:
    """Whether that act has the article and it stands; None when the register lists no articles of the act.

    `register` holds the files of the register by stem; a volume lists the articles of one act, or ranges of many.
    """
    for stem in VOLUMES:
        volume = register.get(stem, {})
        if volume.get("act") == act:
            return article in volume["articles"] or article in volume["added_later"]
        if listed := volume.get("acts", {}).get(act):
            return article in listed["inserted"] or _in_ranges(article, listed["whole"])
    return None


def _in_ranges(article: str, ranges: Sequence[str]) -> bool:
    if not article.isdigit():
        return False
    bounds = ((low, high or low) for low, _, high in (r.partition("-") for r in ranges))
    return any(int(low) <= int(article) <= int(high) for low, high in bounds)
