"""Word forms and their readings by pymorphy3; each form is analysed once."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from jdlint.model.reading import Parse, Word
from jdlint.model.spelling import normal

MOST_PARSES = 8
_MARKS = ("Name", "Surn", "Patr", "Orgn", "Geox", "Abbr", "Subx", "COMP", "impr", "pssv", "1per", "2per", "3per")


class Morphology:
    """A memo of word forms; the analyser is loaded on the first unknown form (50 ms, 24 MB)."""

    def __init__(self) -> None:
        self._words: dict[str, Word] = {}
        self._norms: dict[str, str] = {}
        self._forms: dict[str, frozenset[str]] = {}
        self._known: dict[str, bool] = {}
        self._inflected: dict[tuple[str, str, str, frozenset[str]], str | None] = {}

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
        if not norm[:1].isalpha():
            return Word(norm, (), frozenset((norm,)))
        seen: dict[Parse, None] = {}
        for p in self.analyzer.parse(norm):
            tag = p.tag
            lemma = p.normal_form.replace("ё", "е")
            marks = frozenset(str(m) for m in _MARKS if m in tag.grammemes)
            form = [str(g or "") for g in (tag.POS, tag.case, tag.number, tag.gender, tag.animacy)]
            parse = Parse(lemma, form[0], form[1], form[2], form[3], form[4], marks)
            seen.setdefault(parse)
        parses = tuple(seen)[: MOST_PARSES * 2]
        return Word(norm, parses, frozenset(p.lemma for p in parses) | {norm}, self.knows(norm))

    def lemmas(self, word: str) -> frozenset[str]:
        """The lemmas that a rule's word stands for: itself where it is a dictionary form, else those it belongs to."""
        norm = normal(word)
        lemmas = frozenset(p.lemma for p in self.word(norm).parses)
        return frozenset((norm,)) if norm in lemmas or not lemmas else lemmas

    def forms(self, word: str) -> frozenset[str]:
        """All forms of a rule's word, normalised; the word itself when it is unknown."""
        norm = normal(word)
        forms = self._forms.get(norm)
        if forms is None:
            wanted = self.lemmas(norm)
            forms = frozenset(
                f.word.replace("ё", "е")
                for p in self.analyzer.parse(norm)
                if p.normal_form.replace("ё", "е") in wanted
                for f in p.lexeme
            ) | {norm}
            self._forms[norm] = forms
        return forms

    def knows(self, word: str) -> bool:
        """Whether the dictionary holds the form (its readings are no guess)."""
        norm = normal(word)
        known = self._known.get(norm)
        if known is None:
            known = self._known[norm] = bool(self.analyzer.word_is_known(norm))
        return known

    def inflect(self, word: str, grammemes: frozenset[str], *, lemma: str, pos: str) -> str | None:
        """`word` put into another form, read as that lemma and part of speech; None where there is no such form."""
        key = (normal(word), lemma, pos, grammemes)
        if key not in self._inflected:
            self._inflected[key] = self._inflect(*key)
        return self._inflected[key]

    def _inflect(self, norm: str, lemma: str, pos: str, grammemes: frozenset[str]) -> str | None:
        for p in self.analyzer.parse(norm):
            if p.normal_form.replace("ё", "е") == lemma and pos == p.tag.POS and (form := p.inflect(set(grammemes))):
                return str(form.word)
        return None
