"""A labour action told as a duty: «Проверка исправности весов» → «Проверяет исправность весов»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jdlint.annotate.morphology import Morphology
from jdlint.model.pattern import expression
from jdlint.model.reading import Parse

_WORD = expression(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+|[^\w\s]|\s+")
_JOINS = frozenset({"и", "или", ","})
_ATTRIBUTES = ("ADJF", "PRTF")
_ENDINGS = ("ание", "яние", "ение", "ация", "яция", "ка")
_VERB_ENDINGS = ("ать", "ять", "ивать", "ывать", "овать", "ировать")
_PRESENT = frozenset({"VERB", "3per", "sing", "pres"})
_EMPTY = "Осуществляет"


def finite(action: str, verbs: Mapping[str, str], morphology: Morphology) -> str:
    """The action with a verb in the third person, and its object in the accusative.

    `verbs` gives the verb of nouns that grammar does not show. A noun without a verb keeps its place after an empty
    one («Осуществляет разметку …»); what begins with no noun of action stays as it is.
    """
    words = _WORD.findall(" ".join(action.split()).rstrip(" .;"))
    nouns = _leading_nouns(words, morphology)
    if not nouns:
        return _finite_of_infinitive(words, morphology)
    told = [_verb(words[i], verbs, morphology) for i in nouns]
    after = nouns[-1] + 1
    if all(told):
        for i, verb in zip(nouns, told, strict=True):
            words[i] = verb or ""
        _accuse(words, after, morphology)
    else:
        for i in nouns:
            words[i] = _cased(words[i], "NOUN", {"nomn"}, {"accs"}, morphology) or words[i].lower()
        words.insert(0, f"{_EMPTY} ")
    text = "".join(words)
    return text[:1].upper() + text[1:]


def genitive(title: str, morphology: Morphology) -> str:
    """A position's title in the genitive, lower case: the head noun and the adjectives before it."""
    words = _WORD.findall(title.lower())
    for i, word in enumerate(words):
        following = next((w for w in words[i + 1 :] if not w.isspace()), "")
        # «Старший» may be a noun too, but not before the one it belongs to.
        attribute = any(_parse(following, pos, {"nomn"}, morphology) for pos in ("NOUN", "ADJF"))
        if attribute and (form := _cased(word, "ADJF", {"nomn"}, {"gent"}, morphology)):
            words[i] = form
            continue
        forms = (_cased(word, pos, {"nomn"}, {"gent"}, morphology) for pos in ("NOUN", *_ATTRIBUTES))
        if head := next(filter(None, forms), None):
            words[i] = head
            break
    return "".join(words)


def _leading_nouns(words: Sequence[str], morphology: Morphology) -> list[int]:
    """The indexes of the nouns in the nominative that begin the action, joined by «и» or a comma."""
    found: list[int] = []
    for i, word in enumerate(words):
        if word.isspace() or (found and word in _JOINS):
            continue
        if _parse(word, "NOUN", {"nomn"}, morphology) is None or (found and not _joined(words, i)):
            break
        found.append(i)
    return found


def _joined(words: Sequence[str], i: int) -> bool:
    before = [w for w in words[:i] if not w.isspace()]
    return bool(before) and before[-1] in _JOINS


def _parse(word: str, pos: str, cases: set[str], morphology: Morphology) -> Parse | None:
    return next((p for p in morphology.word(word).parses if p.pos == pos and p.case in cases), None)


def _verb(noun: str, verbs: Mapping[str, str], morphology: Morphology) -> str | None:
    """The verb of an action, present tense; None where neither the vocabulary nor its ending tells one."""
    low = noun.lower().replace("ё", "е")
    if low in verbs:
        return verbs[low]
    for ending in _ENDINGS:
        stem = low.removesuffix(ending)
        if stem == low or len(stem) < 3:
            continue
        for verb in (stem + e for e in _VERB_ENDINGS):
            present = morphology.inflect(verb, _PRESENT, lemma=verb, pos="INFN") if morphology.knows(verb) else None
            if present:
                return present
    return None


def _finite_of_infinitive(words: list[str], morphology: Morphology) -> str:
    lemma = words[0].lower() if words else ""
    present = morphology.inflect(lemma, _PRESENT, lemma=lemma.replace("ё", "е"), pos="INFN") if lemma else None
    text = "".join([present, *words[1:]] if present else words)
    return text[:1].upper() + text[1:]


def _accuse(words: list[str], start: int, morphology: Morphology) -> None:
    """Put the genitive object at `start`, and those joined to it, into the accusative; leave any other object."""
    group: list[int] = []
    for i in range(start, len(words)):
        word = words[i]
        if word.isspace() or word in _JOINS or (group and word in "()"):
            continue
        noun = _parse(word, "NOUN", {"gent"}, morphology)
        if noun is None and any(_parse(word, pos, {"gent"}, morphology) for pos in _ATTRIBUTES):
            group.append(i)
            continue
        if noun is None:
            return
        for j in group:
            words[j] = _agreeing(words[j], noun, morphology)
        words[i] = _noun(word, noun, morphology)
        group = []
        following = [j for j in range(i + 1, min(i + 5, len(words))) if not words[j].isspace()]
        if not following or words[following[0]] not in _JOINS:
            return
        then = following[1] if words[following[0]] == "," and len(following) > 1 else None
        if then is not None and _parse(words[then], "PRTF", {"gent"}, morphology):
            words[then] = _agreeing(words[then], noun, morphology)  # «меры, обеспечивающие …»
            return


def _noun(word: str, parse: Parse, morphology: Morphology) -> str:
    grammemes = frozenset({"accs", parse.number} - {""})
    return morphology.inflect(word, grammemes, lemma=parse.lemma, pos="NOUN") or word


def _agreeing(word: str, noun: Parse, morphology: Morphology) -> str:
    """An adjective of the accusative noun: of a living one it stays in the genitive, save of a woman."""
    for pos in _ATTRIBUTES:
        parse = _parse(word, pos, {"gent"}, morphology)
        if parse is None:
            continue
        if noun.animacy == "anim" and (noun.number == "plur" or noun.gender != "femn"):
            return word
        alive = set() if noun.number == "sing" and noun.gender != "masc" else {"inan"}
        gender = {noun.gender} if noun.number == "sing" else set()
        grammemes = frozenset({"accs", noun.number, *gender, *alive} - {""})
        return morphology.inflect(word, grammemes, lemma=parse.lemma, pos=pos) or word
    return word


def _cased(word: str, pos: str, cases: set[str], to: set[str], morphology: Morphology) -> str | None:
    parse = _parse(word, pos, cases, morphology)
    if parse is None:
        return None
    return morphology.inflect(word.lower(), frozenset(to | {parse.number} - {""}), lemma=parse.lemma, pos=pos)
