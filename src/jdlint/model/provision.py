"""What acts and places in them are called in each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_CODES = ("кодекс", "code")
_PLACES = {
    "ст": "art.",
    "ч": "part",
    "п": "point",
    "пп": "points",
    "подп": "subpoint",
    "абз": "para.",
    "гл": "chapter",
    "разд": "section",
    "раздел": "section",
    "прил": "annex",
    "приложение": "annex",
    "и": "and",
}
_WORD = re.compile(r"[А-Яа-яЁё]+\.?")
_LATIN = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфх", "abvgdeziyklmnoprstufh", strict=True))
    | {"ж": "zh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "ё": "e"}
)


def act_name(act: Mapping[str, Any], name: str, lang: str) -> str:
    """The act as people cite it: a code by its short name, another act by its title and number.

    An act that has no English title keeps its official one, in quotation marks. `name` is its id, told when the
    register knows no more.
    """
    title = act.get("title", name)
    texts = title if isinstance(title, Mapping) else {"ru": str(title)}
    told = str(texts.get("ru", name))
    if lang == "en":
        told = str(texts["en"]) if texts.get("en") else f"“{told}”" if re.search("[а-яё]", told) else told
    elif act.get("short"):
        told = str(act["short"])
    if not act.get("number") or act.get("kind") in _CODES:
        return told
    number = str(act["number"])
    return f"{told} No. {romanised(number)}" if lang == "en" else f"{told} № {number}"


def romanised(number: str) -> str:
    """The number of an act in Latin letters: 63-FZ, 1061n."""
    return "".join(c.lower().translate(_LATIN).upper() if c.isupper() else c.translate(_LATIN) for c in number)


def in_english(place: str) -> str | None:
    """A place in an act in English, «ст. 64 ч. 2» as “art. 64 part 2”; None when it has other words."""
    if any(word.rstrip(".").lower() not in _PLACES for word in _WORD.findall(place)):
        return None
    return _WORD.sub(lambda found: _PLACES[found[0].rstrip(".").lower()], place)
