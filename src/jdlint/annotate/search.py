"""Phrases of the rulebook compiled to spaCy Matcher patterns, and their search in a reading."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from jdlint.annotate.morphology import Morphology
from jdlint.model.kind import Element, Pattern
from jdlint.model.reading import Match, NounPhrase, Token, Word
from jdlint.model.span import Span, covered
from jdlint.record import record

_CASES = {"nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "prep": "loct"}
LONGEST_SLOT = 12
_FEW = 8
_PLAIN = {"word", "NORM"}


@dataclass(slots=True)
class _Run:
    """A stretch of a sequence between slots: as one Matcher, or as the forms of each word where it is words alone."""

    pattern: list[dict[str, Any]]
    slot: str = ""
    name: str = ""
    matcher: Any = None
    words: tuple[frozenset[str], ...] | None = None


@record
class _Sequence:
    """One way to say a phrase: its runs, and for each of its words the lemmas of which a sentence must hold one."""

    runs: tuple[_Run, ...]
    needs: tuple[frozenset[str], ...]


@dataclass(slots=True)
class Phrases:
    """All phrases of a rulebook, compiled when they are first needed."""

    morphology: Morphology
    vocab: Any
    _sequences: dict[str, list[_Sequence]] = field(default_factory=dict)
    _matchers: dict[str, Any] = field(default_factory=dict)

    def sequences(self, pattern: Pattern) -> list[_Sequence]:
        """The compiled sequences of a phrase."""
        compiled = self._sequences.get(pattern.source)
        if compiled is None:
            compiled = self._sequences[pattern.source] = [self._compile(s) for s in pattern.sequences]
        return compiled

    def _compile(self, sequence: Sequence[Element]) -> _Sequence:
        runs = [_Run([])]
        needs: list[frozenset[str]] = []
        for element in sequence:
            if element.op == "slot":
                case, _, name = element.text.partition(":")
                runs.append(_Run([], _CASES[case], name or case))
                continue
            step: dict[str, Any] = {}
            if element.op == "word":
                needs += (
                    []
                    if element.optional
                    else [frozenset().union(*map(self.morphology.lemmas, element.text.split("|")))]
                )
                step = {"word": element.text}
            elif element.op == "form":
                words = frozenset(w.lower().replace("ё", "е") for w in element.text.split("|"))
                needs += [] if element.optional else [words]
                step = {"NORM": {"IN": sorted(words)}}
            elif element.op == "number":
                step = {"LIKE_NUM": True}
            elif element.op == "gap":
                step = {"OP": "{0,3}"}
            if element.optional and element.op != "gap":
                step["OP"] = "?"
            runs[-1].pattern.append(step)
        return _Sequence(tuple(runs), tuple(needs))

    def matcher(self, run: _Run) -> Any:
        """The spaCy Matcher of a run, made on first need."""
        if run.matcher is None and run.pattern:
            from spacy.matcher import Matcher  # spaCy's door is this package

            run.matcher = Matcher(self.vocab, validate=False)
            run.matcher.add("run", [self._steps(run)], greedy="LONGEST")
        return run.matcher

    def words(self, run: _Run) -> tuple[frozenset[str], ...]:
        """The forms of each word of a run that is words alone, looked up on first need; nothing for any other."""
        if run.words is None:
            plain = all(step.keys() <= _PLAIN for step in run.pattern)
            run.words = tuple(frozenset(step["NORM"]["IN"]) for step in self._steps(run)) if plain else ()
        return run.words

    def _steps(self, run: _Run) -> list[dict[str, Any]]:
        """The pattern of a run as spaCy has it, with the forms of its words."""
        steps = []
        for step in run.pattern:
            if "word" in step:
                forms = frozenset().union(*map(self.morphology.forms, step["word"].split("|")))
                steps.append({k: v for k, v in step.items() if k != "word"} | {"NORM": {"IN": sorted(forms)}})
            else:
                steps.append(step)
        return steps

    def ask(self, pattern: Pattern) -> None:
        """Put all questions to the dictionary that finding the phrase will need an answer to."""
        for sequence in self.sequences(pattern):
            for run in sequence.runs:
                self._steps(run)

    def token_matcher(self, source: str, patterns: Sequence[Sequence[Mapping[str, object]]]) -> Any:
        """A Matcher for a rule's own spaCy token patterns."""
        matcher = self._matchers.get(source)
        if matcher is None:
            from spacy.matcher import Matcher  # spaCy's door is this package

            matcher = self._matchers[source] = Matcher(self.vocab, validate=True)
            matcher.add("tokens", [list(map(dict, p)) for p in patterns], greedy="LONGEST")
        return matcher


@dataclass(slots=True)
class TokenSearch:
    """Finds phrases in the tokens of one reading; sentences without a phrase's rarest word are not looked at.

    `doc` makes a spaCy Doc of a range of the tokens, of their norms alone: of a sentence, when something other than
    words is looked for in it. `whole` makes one of all tokens, with their grammar.
    """

    doc: Callable[[int, int], Any]
    whole: Callable[[], Any]
    tokens: Sequence[Token]
    sentences: Sequence[tuple[int, int]]
    phrases: Phrases
    noun_phrase: NounPhrase
    _cache: dict[str, list[Match]] = field(default_factory=dict)
    _index: dict[str, set[int]] = field(default_factory=dict)
    _lemmas: frozenset[str] = frozenset()
    _norms: list[str] = field(default_factory=list)
    _docs: dict[int, Any] = field(default_factory=dict)

    def __call__(self, phrase: Any, within: Sequence[Span]) -> Iterator[Match]:
        """Matches of a phrase (`model.kind.Pattern`) that lie inside one of the spans, in the order of the text."""
        found = self._cache.get(phrase.source)
        if found is None:
            found = self._cache[phrase.source] = self._find(phrase)
        if not found:
            return iter(())
        if len(within) * _FEW < len(found):
            return _inside(found, within)
        return (match for match in found if covered(match.span, within))

    def tokens_matching(self, source: str, patterns: Sequence[Sequence[Mapping[str, object]]]) -> list[Match]:
        """Matches of spaCy token patterns anywhere in the reading."""
        if not self.tokens:
            return []
        matcher = self.phrases.token_matcher(source, patterns)
        return sorted((self._match(a, b, {}) for _, a, b in matcher(self.whole())), key=lambda m: m.span)

    def _match(self, first: int, last: int, values: Mapping[str, str]) -> Match:
        return Match(Span(self.tokens[first].span.start, self.tokens[last - 1].span.end), first, last, values)

    def _find(self, pattern: Pattern) -> list[Match]:
        found: dict[tuple[int, int], Match] = {}
        held = self.lemmas
        for sequence in self.phrases.sequences(pattern):
            for need in sequence.needs:  # faster than `any` by half
                if held.isdisjoint(need):
                    break
            else:
                for first, last in self._where(sequence.needs):
                    for begin, end, values in self._chain(sequence.runs, first, last):
                        if end > begin:
                            found.setdefault((begin, end), self._match(begin, end, values))
        return [found[s] for s in _longest(found)] if found else []

    def _where(self, needs: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
        """Sentences (token ranges) that hold a word for each need."""
        index = self.index
        rarest: set[int] | None = None
        for need in needs:
            places = set().union(*(index.get(lemma, ()) for lemma in need))
            rarest = places if rarest is None else rarest & places
            if not rarest:
                return []
        return list(self.sentences) if rarest is None else [self.sentences[s] for s in sorted(rarest)]

    @property
    def index(self) -> Mapping[str, set[int]]:
        """Lemma or normal form → numbers of the sentences that hold it."""
        if not self._index and self.tokens:
            forms: dict[str, tuple[Word, set[int]]] = {}
            for token in self.tokens:
                forms.setdefault(token.word.norm, (token.word, set()))[1].add(token.sentence)
            for word, sentences in forms.values():
                for lemma in word.lemmas:
                    self._index.setdefault(lemma, set()).update(sentences)
        return self._index

    @property
    def lemmas(self) -> frozenset[str]:
        """The keys of the index as a set: of two sets it is the smaller that is gone through to see what they share."""
        if not self._lemmas:
            self._lemmas = frozenset(self.index)
        return self._lemmas

    def _chain(self, runs: Sequence[_Run], first: int, last: int) -> Iterator[tuple[int, int, dict[str, str]]]:
        starts = self._run(runs[0], first, last)
        if len(runs) == 1:
            for begin, end in starts:
                yield begin, end, {}
            return
        for begin, end in starts:
            values: dict[str, str] = {}
            at: int | None = end
            for run in runs[1:]:
                slot = self.noun_phrase(at, run.slot, last) if at is not None else None
                if slot is None:
                    at = None
                    break
                at, values[run.name] = slot
                if run.pattern:
                    following = [e for b, e in self._run(run, at, last) if b == at]
                    at = max(following, default=None)
            if at is not None:
                yield begin, at, values

    def _run(self, run: _Run, first: int, last: int) -> list[tuple[int, int]]:
        if not run.pattern:
            return [(i, i) for i in range(first, last)]
        if words := self.phrases.words(run):
            return self._word_for_word(words, first, last)
        number = self.tokens[first].sentence
        begin, end = self.sentences[number]
        if number not in self._docs:
            self._docs[number] = self.doc(begin, end)
        span = self._docs[number][first - begin : last - begin]
        return [(first + a, first + b) for _, a, b in self.phrases.matcher(run)(span)]

    def _word_for_word(self, words: Sequence[frozenset[str]], first: int, last: int) -> list[tuple[int, int]]:
        """Where these words follow one another, without overlap from the left: as a Matcher does, but faster."""
        if not self._norms:
            self._norms = [token.word.norm for token in self.tokens]
        norms, opening, size = self._norms, words[0], len(words)
        found: list[tuple[int, int]] = []
        at = first
        while at <= last - size:
            if norms[at] in opening and all(norms[at + i] in words[i] for i in range(1, size)):
                found.append((at, at + size))
                at += size
            else:
                at += 1
        return found


def _inside(found: Sequence[Match], within: Sequence[Span]) -> Iterator[Match]:
    """The matches, which are in order and do not hold one another, that lie inside one of a few spans."""
    inside: set[int] = set()
    for span in within:
        first = bisect_left(found, span.start, key=lambda m: m.span.start)
        last = bisect_right(found, span.end, key=lambda m: m.span.end)
        inside.update(range(first, last))
    for number in sorted(inside):
        yield found[number]


def _longest(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that no other holds, in order."""
    kept: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return kept
