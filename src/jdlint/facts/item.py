"""How duties are written: facts `vague`, `compound` and `odd_form`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jdlint.model.outline import Clause
from jdlint.model.pattern import compiled
from jdlint.model.reading import Fact, Reading, Token
from jdlint.model.span import Span
from jdlint.record import record

_CONTENT = {"NOUN", "ADJF", "ADJS", "PRTF", "PRTS", "VERB", "INFN", "GRND", "ADVB", "COMP", "NUMR"}
_VERBS = {"VERB", "INFN"}
_BEFORE_THE_VERB = {"ADVB", "PRCL", "ADJF", "PRTF", "COMP", "CONJ", "NPRO"}
_SUBORDINATE = {"который", "чтобы", "если", "когда", "где", "как", "что", "чей", "куда", "пока"}
_ACTION = ("ание", "ение", "яние", "тие", "ция")
_LONGEST_VAGUE = 20


@record
class Wording:
    """The vocabulary file `items`, as far as duties are judged by it."""

    verbs: frozenset[str]
    words: frozenset[str]
    leaning: frozenset[str]
    hollow: frozenset[str]
    most_verbs: int
    most_words: int

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Wording:
        """The word lists of the file."""
        verbs, words, leaning, hollow = (
            frozenset(map(str, told[name])) for name in ("vague_verbs", "vague_words", "leaning", "hollow")
        )
        return cls(verbs, words, leaning, hollow, int(told["most_verbs"]), int(told["most_words"]))


def weak_items(reading: Reading, duties: Sequence[Fact], vocabulary: Mapping[str, Any]) -> Iterator[Fact]:
    """Duties without an action or object that could be checked (`vague`), several in one item (`compound`), and the
    first item of each list that is in another grammatical form than most (`odd_form`: `value` is its form, mark
    `usual` the others').
    """
    told = vocabulary["items"]
    actions, things = (frozenset(map(str, vocabulary["verbs"][name])) for name in ("actions", "things"))
    words, purpose = Wording.of(told), compiled(told["empty_purpose"])
    for duty in duties:
        tokens = [t for t in reading.tokens_in(duty.span) if t.word.norm[:1].isalpha()]
        if _is_vague(tokens, words) or purpose.search(duty.value):
            yield _fact("vague", duty, reading)
        if _is_compound(duty, reading, words):
            yield _fact("compound", duty, reading)
    yield from _odd_forms(reading, duties, actions, things)


def _fact(kind: str, duty: Fact, reading: Reading) -> Fact:
    plain = reading.outline.document.plain
    text = duty.span.of(plain)
    return Fact(kind, duty.value, Span(duty.span.start, duty.span.start + len(text.rstrip(" .;,\n"))))


def _is_vague(tokens: Sequence[Token], words: Wording) -> bool:
    content = [t.word for t in tokens if t.word.pos in _CONTENT]
    if not content or len(content) > _LONGEST_VAGUE:
        return False
    leaning = {w.lemma for w in content if w.lemmas & words.leaning}
    if len(leaning) > 1:
        return True
    signs = any(
        (w.lemmas & words.verbs and w.pos in _VERBS) or w.lemmas & (words.words | words.leaning) for w in content
    )
    nouns = [w for w in content if w.pos == "NOUN"]
    abbreviated = any(t.text.isupper() and len(t.text) > 1 for t in tokens)
    return signs and bool(nouns) and not abbreviated and all(w.lemmas & words.hollow for w in nouns)


def _is_compound(duty: Fact, reading: Reading, words: Wording) -> bool:
    tokens = reading.tokens_in(duty.span)
    inner = duty.value.rstrip(" .;")
    if ";" in inner and ":" not in inner:
        return True
    if sum(t.word.pos in _CONTENT for t in tokens) >= words.most_words:
        return True
    return _own_objects(tokens) >= words.most_verbs


def _own_objects(tokens: Sequence[Token]) -> int:
    """How many verbs of the main sentence have a noun of their own before the next verb."""
    count, waiting, depth, main = 0, False, 0, ""
    for token in tokens:
        word = token.word
        depth += (token.text == "(") - (token.text == ")")
        if depth > 0:
            continue
        if word.lemmas & _SUBORDINATE or token.text == ":":
            break
        if word.pos in _VERBS and main in ("", word.pos):
            main, waiting = word.pos, True
        elif waiting and word.pos == "NPRO":
            waiting = False
        elif waiting and word.pos == "NOUN":
            count, waiting = count + 1, False
    return count


def _odd_forms(
    reading: Reading, duties: Sequence[Fact], actions: frozenset[str], things: frozenset[str]
) -> Iterator[Fact]:
    outline = reading.outline
    lists: dict[tuple[int, int], list[tuple[Fact, str, Clause | None]]] = {}
    for duty in duties:
        clause = outline.clause_at(duty.span.start)
        form = _form([t for t in reading.tokens_in(duty.span) if t.text != "«"], actions, things)
        if clause is not None and form and (clause.number or clause.bullet):
            lists.setdefault((clause.section, clause.parent), []).append((duty, form, clause))
    for (_, parent), members in lists.items():
        forms = [form for _, form, _ in members]
        usual = max(dict.fromkeys(forms), key=forms.count)
        lead = outline.clauses[parent].body.of(outline.document.plain).rstrip(" :").lower() if parent >= 0 else ""
        if lead.endswith(("обязан", "обязана", "обязаны", "должен", "должна")) and usual == "verb":
            usual = "infinitive"
        for duty, form, _ in members:
            if form != usual:
                start = Span(duty.span.start, _first_words(reading, duty))
                yield Fact("odd_form", form, start, {"usual": usual})
                break


def _first_words(reading: Reading, duty: Fact) -> int:
    tokens = [t for t in reading.tokens_in(duty.span) if t.word.norm[:1].isalpha()]
    return tokens[min(2, len(tokens) - 1)].span.end


def _form(tokens: Sequence[Token], actions: frozenset[str], things: frozenset[str]) -> str:
    """The form of the word that tells the action: infinitive, verb, imperative, noun, modal; "" when unclear."""
    for token in tokens[:5]:
        word = token.word
        if word.lemmas & {"обязанный", "обязать", "должный"}:
            return "modal"
        if word.pos == "INFN":
            return "infinitive"
        if word.pos == "VERB":
            marks = word.parses[0].marks
            return "imperative" if "impr" in marks else "verb"
        if word.pos == "NOUN":
            named = any(p.pos == "NOUN" and p.case == "nomn" for p in word.parses)
            action = word.lemma in actions or (word.lemma.endswith(_ACTION) and word.lemma not in things)
            return "noun" if named and action else ""
        if word.pos not in _BEFORE_THE_VERB:
            return ""
    return ""
