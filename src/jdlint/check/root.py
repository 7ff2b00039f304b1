"""Roots of verbs and of the nouns made of them: «регистрировать» and «регистрация» share one."""

from __future__ import annotations

from functools import lru_cache

SHORTEST = 2
# Longest first. Some roots may keep a part of the ending: организация - организовать, установка - установить.
_VERB: tuple[str, ...] = (
    "изировать",
    "овывать",
    "евывать",
    "ировать",
    "овать",
    "евать",
    "ывать",
    "ивать",
    "авать",
    "ать",
    "ять",
)
_VERB += ("ить", "еть", "уть", "ыть", "оть", "ти")
_NOUN: tuple[str, ...] = (
    "овывание",
    "ирование",
    "изация",
    "ование",
    "евание",
    "ывание",
    "ивание",
    "авание",
    "ация",
    "яция",
    "ытие",
)
_NOUN += ("ировка", "овка", "ание", "яние", "ение", "ство", "тие", "ние", "ача", "ка", "аж", "ие", "ия")
_NOUN += ("а", "я", "ь", "й")
# A noun in these names nothing but the action, and so stands for its verb beside another noun.
_VERBAL = ("ирование", "изация", "ация", "яция", "ывание", "ивание")
_CONSONANTS = {
    "ж": ("д", "з", "г"), "жд": ("д",), "щ": ("т", "ст", "ск"), "ч": ("т", "к"), "ц": ("к",), "ш": ("с", "х"),
    "с": ("т", "д"), "вл": ("в",), "бл": ("б",), "пл": ("п",), "мл": ("м",), "й": ("",),
}  # fmt: skip
_VOWELS = (("вод", ("вед", "вес")), ("нос", ("нес",)), ("воз", ("вез",)), ("лож", ("лаг",)), ("бор", ("бир", "бер")))
_PREFIXES = ("про", "за", "по", "от", "с")


@lru_cache(maxsize=20_000)
def roots(lemma: str, *, verb: bool) -> frozenset[str]:
    """The roots a lemma may have: two words share an action when they share a root.

    A root is what is left without the ending, with the consonants and vowels that Russian changes before it
    (разместить - размещать, обработать - обрабатывать, провести - проведение). Empty where nothing is left.
    """
    word = lemma.removesuffix("ся").removesuffix("сь") if verb else lemma
    ending = next((e for e in (_VERB if verb else _NOUN) if word.endswith(e)), "")
    if verb and not ending:
        return frozenset()
    bare = {word.removesuffix(ending)}
    if ending in {"изировать", "изация"}:
        bare.add(word.removesuffix(ending) + "из")
    if verb and ending in {"изировать", "ировать"}:
        # A borrowed verb has no other sense with a prefix: проконсультировать, зарегистрировать.
        prefixed = [(b, p) for b in bare for p in _PREFIXES if b.startswith(p)]
        bare |= {b.removeprefix(p) for b, p in prefixed if len(b) - len(p) > SHORTEST + 1}
    if ending == "овка":
        bare.add(word.removesuffix("ка"))
    found = set(bare)
    for root in bare:
        changed = [(end, new) for end, news in _CONSONANTS.items() if root.endswith(end) for new in news]
        found |= {root.removesuffix(end) + new for end, new in changed}
    if ending in {"ывать", "ивать", "ывание", "ивание"}:
        found |= {_last_a_as_o(root) for root in tuple(found)}
    for to, ways in _VOWELS:
        found |= {root.removesuffix(way) + to for root in tuple(found) for way in ways if root.endswith(way)}
    return frozenset(root for root in found if len(root) >= SHORTEST)


def is_verbal(noun: str) -> bool:
    """Whether the ending of a noun says that it names an action and nothing else («консультирование»)."""
    return noun.endswith(_VERBAL)


def _last_a_as_o(root: str) -> str:
    head, a, tail = root.rpartition("а")
    return f"{head}о{tail}" if a else root
