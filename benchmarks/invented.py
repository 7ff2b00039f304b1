"""Job descriptions of an invented organisation, each made of its number alone, as facts or as Markdown.

Its duties are like those of real documents in what the cost of comparing them hangs on: how many things a duty names,
how unevenly actions and things are used, and that ever new ones come up as documents do (docs/scale.md tells what was
counted). Every document also has a superior, subordinates, a stand-in and a department, and these agree.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from lexicon import VERBS, Noun, nouns_of, verbs_of

from jdlint.annotate.morphology import Morphology
from jdlint.check.form import keyed, told
from jdlint.check.meaning import Meaning, Predication, Unit
from jdlint.check.normal import written
from jdlint.check.predication import meaning_of
from jdlint.check.words import words_of
from jdlint.installed import rules_folder
from jdlint.model.finding import Place
from jdlint.model.reading import Token
from jdlint.model.report import FactLine
from jdlint.model.span import Span
from jdlint.rulebook import load_rulebook

DUTIES, COPIES, TEAM = 30, 3, 8
KINDS = ("exact", "inflected", "paraphrased")
# How many things a duty names: the deciles of real ones, but for the tenth that names none and the one with fifteen.
THINGS = (2, 3, 3, 4, 5, 5, 6, 8, 10)
# The word of rank r is used in proportion to 1 / (r + FLATNESS).
ACTIONS, FLATNESS_OF_ACTIONS, FLATNESS_OF_THINGS = 400, 15, 12
JOBS = (
    *("инженер", "техник", "менеджер", "оператор", "мастер", "диспетчер"),
    *("экономист", "лаборант", "инспектор", "методист", "аналитик", "консультант"),
)
TAILS = (("по", "datv"), ("для", "gent"), ("из", "gent"), ("к", "datv"))
ADDED = ("в установленные сроки", "в начале смены", "по заявке цеха", "для архива", "совместно с технологом")


@dataclass(frozen=True, slots=True)
class Concept:
    """What a duty is about, however it is said: what is done to the first of the things, and the rest of them."""

    verb: int
    things: tuple[Noun, ...]

    @property
    def groups(self) -> Iterator[list[tuple[str, str]]]:
        """What stands after the thing itself, group by group: prepositions («» for none) and nouns in their cases."""
        first, *rest = self.things[1:]
        yield [("", first.gent)]
        for number, (preposition, case) in enumerate(TAILS):
            pair = rest[2 * number : 2 * number + 2]
            if pair:
                yield [(preposition, getattr(pair[0], case)), *(("", noun.gent) for noun in pair[1:])]


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph as it stands in the file, and the fact that it states."""

    text: str
    fact: FactLine | None = None


class _Page:
    """Knows where the next paragraph of a document stands."""

    def __init__(self, path: str) -> None:
        self.path, self.number, self.role = path, -1, ""

    def heading(self, text: str, role: str) -> _Line:
        """The heading of a section of that role."""
        self.number, self.role = self.number + 2, role
        return _Line(text)

    def line(
        self,
        label: str,
        said: str,
        kind: str,
        value: str,
        marks: Mapping[str, str] | None = None,
        *,
        clause: str = "",
        end: str = "",
        meaning: str = "",
        keys: str = "",
    ) -> _Line:
        """A paragraph of which `said` states the fact."""
        self.number += 2
        before = f"{clause}. {label}" if clause else label
        text, column = f"{before}{said}{end}", len(before) + 1
        context, anchor = text.removeprefix("# "), str(self.number)
        place = Place(
            self.path, self.number, column, self.number, column + len(said), said, context, self.role, clause, anchor
        )
        return _Line(text, FactLine(kind, value, place, marks or {}, meaning, keys))


class Organisation:
    """The generator."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.rulebook = load_rulebook([rules_folder()])
        self.words = words_of(self.rulebook.vocabulary)
        self.morphology = Morphology()
        self.verbs = (*VERBS, *verbs_of(self.morphology, self.words))[:ACTIONS]
        self.nouns = nouns_of(self.morphology, self.words)
        self._of_verbs = _falling(len(self.verbs), FLATNESS_OF_ACTIONS)
        self._of_nouns = _falling(len(self.nouns), FLATNESS_OF_THINGS)
        self._units: dict[tuple[str, str, bool], Unit] = {}
        self._acts: dict[str, Unit] = {}

    def concept(self, document: int, slot: int) -> Concept:
        """What an original duty is about; no thing is named twice in it."""
        dice = random.Random(f"{self.seed}/{document}/{slot}")  # noqa: S311 no secret
        (verb,) = dice.choices(range(len(self.verbs)), cum_weights=self._of_verbs)
        wanted, things = dice.choice(THINGS), list[Noun]()
        while len(things) < wanted:
            (noun,) = dice.choices(self.nouns, cum_weights=self._of_nouns)
            things += [noun] * (noun not in things)
        return Concept(verb, tuple(things))

    def source_of(self, document: int, slot: int, size: int) -> tuple[int, int]:
        """Of which duty the copy in that slot is one; an original is its own."""
        if slot >= COPIES or size < 2:
            return document, slot
        dice = random.Random(f"{self.seed}/{document}/{slot}/from")  # noqa: S311
        other = (document + dice.randrange(1, size)) % size
        return other, dice.randrange(COPIES, DUTIES)

    def title(self, document: int) -> str:
        """A title that nobody else has."""
        one, other = self._pair(document)
        if document % TEAM:
            return f"{JOBS[document % len(JOBS)]} по {one.datv} {other.gent}"
        return f"начальник {self.department(document)}"

    def department(self, document: int) -> str:
        """The department that the jobholder belongs to, in the genitive."""
        one, other = self._pair(document - document % TEAM)
        return f"отдела {one.gent} {other.gent}"

    def _pair(self, number: int) -> tuple[Noun, Noun]:
        step, first = divmod(number, len(self.nouns))
        return self.nouns[first], self.nouns[(first + step + 1) % len(self.nouns)]

    def facts(self, document: int, size: int) -> tuple[FactLine, ...]:
        """What reading the document states of what is compared across documents."""
        return tuple([line.fact for line in self._lines(document, size) if line.fact])

    def markdown(self, document: int, size: int) -> str:
        """The document as a file."""
        return "\n\n".join(line.text for line in self._lines(document, size)) + "\n"

    def _lines(self, document: int, size: int) -> Iterator[_Line]:
        """The paragraphs of a document, each with the fact that it states."""
        page = _Page(name(document))
        title = self.title(document)
        yield page.line("# Должностная инструкция: ", title, "position", title, meaning=written(self._named(title)))
        unit = self.department(document).partition(" ")[2]
        yield page.line("Подразделение: ", unit, "department", unit)
        yield page.heading("## 1. Общие положения", "general")
        for number, (kind, label, said, value, marks) in enumerate(self._relations(document, size), 1):
            yield page.line(label, said, kind, value, marks, clause=f"1.{number}", end="." * (said == value))
        yield page.heading("## 2. Должностные обязанности", "duties")
        for slot in range(DUTIES):
            said, meaning = self._duty(document, slot, size)
            keys, clause = told(keyed(meaning, self.words)), f"2.{slot + 1}"
            marks = {"clause": clause, "lead": ""}
            yield page.line("", said, "duty", said, marks, clause=clause, meaning=written(meaning), keys=keys)

    def _relations(self, document: int, size: int) -> Iterator[tuple[str, str, str, str, dict[str, str]]]:
        """What documents say of one another: kind, label, the words behind it, value and marks. Heads of departments
        are each other's superiors, and those of a team stand in for each other in pairs.
        """
        team, place = divmod(document, TEAM)
        head = document - place if place else ((team - 1) // TEAM) * TEAM
        if document:
            boss, marks = self.title(head), {"line": "direct", "form": "position"}
            yield "reports_to", "Непосредственный руководитель: ", boss, boss, marks
        if not place:
            below = [document + n for n in range(1, TEAM)] + [
                t * TEAM for t in range(team * TEAM + 1, (team + 1) * TEAM + 1)
            ]
            for other in (self.title(other) for other in below if other < size):
                yield "supervises", "В подчинении: ", other, other, {}
        mate = document - place + (TEAM - 1 - place)
        if mate < size:
            other = self.title(mate)
            job, _, rest = other.partition(" ")
            yield "substituted_by", "", f"Замещает работника в его отсутствие: {other}.", other, {}
            yield "substitutes", "", f"На время отсутствия работник замещает {job}а {rest}.", other, {}

    def _named(self, title: str) -> Meaning:
        """What a title is about: its words but for the person."""
        words = (word for word in map(self.morphology.word, title.split()[1:]) if word.pos == "NOUN")
        things = [word for word in words if not any(parse.animacy == "anim" for parse in word.best)]
        return Meaning((Predication(rest=[Unit(self.words.keys(word), word.pos) for word in things]),))

    def _duty(self, document: int, slot: int, size: int) -> tuple[str, Meaning]:
        """A duty in words, and its meaning."""
        concept = self.concept(*self.source_of(document, slot, size))
        kind = KINDS[slot] if slot < COPIES else KINDS[0]
        if kind == "exact":
            said, meaning = f"{self._plain(concept)}.", self._composed(concept)
        else:
            dice = random.Random(f"{self.seed}/{document}/{slot}/said")  # noqa: S311
            said = f"{dice.choice(list(self._ways(concept, kind, dice)))}."
            meaning = self._read(said.rstrip(".").split())
        return f"{said[0].upper()}{said[1:]}", meaning

    def _plain(self, concept: Concept) -> str:
        return f"{self.verbs[concept.verb][0]} {concept.things[0].accs} {_spoken(concept.groups)}"

    def _ways(self, concept: Concept, kind: str, dice: random.Random) -> Iterator[str]:
        third, infinitive, noun, other = self.verbs[concept.verb]
        thing, tail = concept.things[0], _spoken(concept.groups)
        if kind == "inflected":
            yield f"{infinitive} {thing.accs} {tail}"
            yield f"{noun} {thing.gent} {tail}"
            first, *rest = concept.groups
            if rest:
                yield f"{_spoken(rest)} {third} {thing.accs} {_spoken([first])}"
            return
        yield f"осуществляет {_accusative(noun)} {thing.gent} {tail}"
        yield f"обеспечивает {_accusative(noun)} {thing.gent} {tail}"
        yield f"{other} {thing.accs} {tail}" if other else f"{third} {thing.accs} {tail} {dice.choice(ADDED)}"

    def _read(self, said: Sequence[str]) -> Meaning:
        tokens = [Token(i, Span(i, i + 1), w, self.morphology.word(w.lower()), 0) for i, w in enumerate(said)]
        return meaning_of(tokens, self.words, frozenset({"работник", "сотрудник"}))

    def _composed(self, concept: Concept) -> Meaning:
        """The meaning of a plain duty, of words that are read once each: what `_read` gives, but sooner."""
        third = self.verbs[concept.verb][0]
        if third not in self._acts:
            self._acts[third] = self._read([third, "стол"]).predications[0].acts[0]
        head = self._unit(concept.things[0].accs, "", thing=True)
        rest = [self._unit(word, preposition) for group in concept.groups for preposition, word in group]
        return Meaning((Predication([self._acts[third]], [head], rest, verbal=True),))

    def _unit(self, word: str, preposition: str, *, thing: bool = False) -> Unit:
        asked = (word, preposition, thing)
        if asked not in self._units:
            said = ["проверяет", word] if thing else ["проверяет", "стол", *filter(None, [preposition]), word]
            (read,) = self._read(said).predications
            self._units[asked] = read.heads[-1] if thing else read.rest[-1]
        return self._units[asked]


@cache
def name(document: int) -> str:
    """The path of a document."""
    return f"/org/{document // 1000:03}/{document:06}.md"


def _spoken(groups: Iterable[Sequence[tuple[str, str]]]) -> str:
    return " ".join(word for group in groups for pair in group for word in pair if word)


def _accusative(noun: str) -> str:
    return f"{noun[:-1]}{'у' if noun[-1] == 'а' else 'ю'}" if noun[-1] in "ая" else noun


def _falling(count: int, flatness: int) -> list[float]:
    """How often each of so many ranks is drawn, summed up."""
    return list(accumulate(1 / (rank + flatness) for rank in range(count)))
