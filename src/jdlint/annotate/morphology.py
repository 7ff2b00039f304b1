"""Word forms and their readings by pymorphy3; each form is analysed once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from jdlint.model.reading import Parse, Word
from jdlint.model.spelling import normal

MOST_PARSES = 8
MOST_ANSWERS = 60_000
_MARKS = ("Name", "Surn", "Patr", "Orgn", "Geox", "Abbr", "Subx", "COMP", "impr", "pssv", "1per", "2per", "3per")


class Morphology:
    """What the dictionary says of words; each question is put to it once.

    Answers are plain data (JSON) by question: those of earlier runs come from `recall`, and the dictionary itself is
    opened at the first question that has none there (50 ms, 24 MB).
    """

    def __init__(self, recall: Callable[[], dict[str, Any]] = dict) -> None:
        self._recall = recall
        self.answers: dict[str, Any] | None = None  # all so far, by question; None when nothing was asked
        self._words: dict[str, Word] = {}
        self._norms: dict[str, str] = {}
        self._forms: dict[str, frozenset[str]] = {}
        self._lemmas: dict[str, frozenset[str]] = {}

    def _answer(self, question: str, find: Callable[[], Any]) -> Any:
        if self.answers is None:
            self.answers = self._recall()
        if question not in self.answers:
            if len(self.answers) >= MOST_ANSWERS:
                for memo in (self.answers, self._words, self._norms, self._forms, self._lemmas):
                    memo.clear()
            self.answers[question] = find()
        return self.answers[question]

    @cached_property
    def analyzer(self) -> Any:
        """The pymorphy3 analyser."""
        import pymorphy3  # its door: nothing else in jdlint imports it

        return pymorphy3.MorphAnalyzer(lang="ru")

    def word(self, text: str) -> Word:
        """The readings of a word form as it stands in a text."""
        norm = self._norms.get(text)
        if norm is None:
            norm = self._norms[text] = normal(text)
        word = self._words.get(norm)
        if word is None:
            word = self._words[norm] = self._analyse(norm)
        return word

    def _analyse(self, norm: str) -> Word:
        known, *readings = self._told(norm)
        parses = tuple(map(_parse, readings))
        return Word(norm, parses, frozenset(p.lemma for p in parses) | {norm}, bool(known))

    def _told(self, norm: str) -> Sequence[str]:
        """What `_readings` gives, remembered; of what is no word there are none."""
        return self._answer(f"readings {norm}", lambda: self._readings(norm)) if norm[:1].isalpha() else ("",)

    def _readings(self, norm: str) -> list[str]:
        """ "known" or "", and each reading as `lemma|part of speech|case|number|gender|animacy|marks`, best first."""
        if norm.endswith("ться") and not self.analyzer.word_is_known(norm):
            meant = f"{norm.removesuffix('ться')}тся"  # «подчиняеться»
            norm = meant if self.analyzer.word_is_known(meant) else norm
        seen: dict[str, None] = {}
        for p in self.analyzer.parse(norm):
            tag = p.tag
            form = (tag.POS, tag.case, tag.number, tag.gender, tag.animacy)
            marks = " ".join(m for m in _MARKS if m in tag.grammemes)
            seen.setdefault("|".join((p.normal_form.replace("ё", "е"), *(str(g or "") for g in form), marks)))
        return ["known" if self.analyzer.word_is_known(norm) else "", *list(seen)[: MOST_PARSES * 2]]

    def lemmas(self, word: str) -> frozenset[str]:
        """The lemmas that a rule's word stands for: itself where it is a dictionary form, else those it belongs to."""
        known = self._lemmas.get(word)
        if known is None:
            norm = normal(word)
            lemmas = frozenset([reading.rsplit("|", 6)[0] for reading in self._told(norm)[1:]])
            known = self._lemmas[word] = frozenset((norm,)) if norm in lemmas or not lemmas else lemmas
        return known

    def forms(self, word: str) -> frozenset[str]:
        """All forms of a rule's word, normalised; the word itself when it is unknown."""
        norm = normal(word)
        forms = self._forms.get(norm)
        if forms is None:
            forms = self._forms[norm] = frozenset(self._answer(f"forms {norm}", lambda: self._lexeme(norm)))
        return forms

    def _lexeme(self, norm: str) -> list[str]:
        wanted = self.lemmas(norm)
        parses = [p for p in self.analyzer.parse(norm) if p.normal_form.replace("ё", "е") in wanted]
        return sorted({f.word.replace("ё", "е") for p in parses for f in p.lexeme} | {norm})

    def knows(self, word: str) -> bool:
        """Whether the dictionary holds the form (its readings are no guess)."""
        return self.word(word).known

    def inflect(self, word: str, grammemes: frozenset[str], *, lemma: str, pos: str) -> str | None:
        """`word` put into another form, read as that lemma and part of speech; None where there is no such form."""
        norm = normal(word)
        question = f"inflect {norm} {lemma} {pos} {' '.join(sorted(grammemes))}"
        form = self._answer(question, lambda: self._inflected(norm, grammemes, lemma, pos))
        return None if form is None else str(form)

    def _inflected(self, norm: str, grammemes: frozenset[str], lemma: str, pos: str) -> str | None:
        for p in self.analyzer.parse(norm):
            if p.normal_form.replace("ё", "е") == lemma and pos == p.tag.POS and (form := p.inflect(set(grammemes))):
                return str(form.word)
        return None


def _parse(reading: str) -> Parse:
    lemma, pos, case, number, gender, animacy, marks = reading.rsplit("|", 6)
    return Parse(lemma, pos, case, number, gender, animacy, frozenset(marks.split()))
