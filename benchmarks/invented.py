"""Job descriptions of an invented organisation, each made of its number alone, as facts or as Markdown.

Its duties are like those of real documents in what the cost of comparing them hangs on: how many things a duty names,
how unevenly actions and things are used, and that ever new ones come up as documents do (docs/scale.md tells what was
counted). Every document also has a superior, subordinates, a stand-in and a department, and these agree.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from jdlint.annotate.morphology import Morphology
from jdlint.check.form import keyed, told
from jdlint.check.meaning import Meaning, Predication, Unit
from jdlint.check.normal import written
from jdlint.check.predication import meaning_of
from jdlint.check.words import Words, words_of
from jdlint.installed import rules_folder
from jdlint.model.finding import Place
from jdlint.model.reading import Token
from jdlint.model.report import FactLine
from jdlint.model.span import Span
from jdlint.rulebook import load_rulebook

DUTIES, COPIES, TEAM, FIRST_DUTY = 30, 3, 8, 50
KINDS = ("exact", "inflected", "paraphrased")
# How many things a duty names: the deciles of real ones, but for the tenth that names none and the one with fifteen.
THINGS = (2, 3, 3, 4, 5, 5, 6, 8, 10)
# The word of rank r is used in proportion to 1 / (r + FLATNESS).
ACTIONS, FLATNESS_OF_ACTIONS, FLATNESS_OF_THINGS = 400, 15, 12
# The third person, the infinitive, the noun of the action, and another verb of the same meaning where there is one.
VERBS = (
    ("проверяет", "проверять", "проверка", ""),
    ("составляет", "составлять", "составление", ""),
    ("регистрирует", "регистрировать", "регистрация", ""),
    ("обрабатывает", "обрабатывать", "обработка", ""),
    ("закупает", "закупать", "закупка", "приобретает"),
    ("хранит", "хранить", "хранение", ""),
    ("устанавливает", "устанавливать", "установка", ""),
    ("ремонтирует", "ремонтировать", "ремонт", ""),
    ("настраивает", "настраивать", "настройка", ""),
    ("контролирует", "контролировать", "контроль", "отслеживает"),
    ("готовит", "готовить", "подготовка", ""),
    ("планирует", "планировать", "планирование", ""),
    ("проектирует", "проектировать", "проектирование", ""),
    ("тестирует", "тестировать", "тестирование", ""),
    ("описывает", "описывать", "описание", ""),
    ("измеряет", "измерять", "измерение", ""),
    ("перевозит", "перевозить", "перевозка", ""),
    ("доставляет", "доставлять", "доставка", ""),
    ("упаковывает", "упаковывать", "упаковка", ""),
    ("сортирует", "сортировать", "сортировка", ""),
    ("маркирует", "маркировать", "маркировка", ""),
    ("копирует", "копировать", "копирование", ""),
    ("чистит", "чистить", "чистка", ""),
    ("монтирует", "монтировать", "монтаж", ""),
    ("рассчитывает", "рассчитывать", "расчёт", ""),
    ("согласовывает", "согласовывать", "согласование", ""),
    ("разрабатывает", "разрабатывать", "разработка", ""),
    ("внедряет", "внедрять", "внедрение", ""),
    ("оценивает", "оценивать", "оценка", ""),
    ("сверяет", "сверять", "сверка", ""),
    ("обновляет", "обновлять", "обновление", ""),
    ("размещает", "размещать", "размещение", ""),
    ("распределяет", "распределять", "распределение", ""),
    ("выдаёт", "выдавать", "выдача", ""),
    ("осматривает", "осматривать", "осмотр", ""),
)
JOBS = (
    *("инженер", "техник", "менеджер", "оператор", "мастер", "диспетчер"),
    *("экономист", "лаборант", "инспектор", "методист", "аналитик", "консультант"),
)
TAILS = (("по", "datv"), ("для", "gent"), ("из", "gent"), ("к", "datv"))
ADDED = ("в установленные сроки", "в начале смены", "по заявке цеха", "для архива", "совместно с технологом")
_ODD = {"Geox", "Abbr", "Name", "Surn", "Patr", "Orgn", "Trad", "Arch", "Infr", "Slng", "Dist", "Erro", "Pltm"}
_PREFIXES = (
    *("ба", "ве", "во", "га", "да", "ка", "ко", "кр", "ла", "ма"),
    *("мо", "на", "па", "пл", "ре", "ру", "са", "ст", "та", "тр"),
)
_ACTION = ("ание", "ение", "тие", "ция", "ость", "ство", "ка", "изм")
# How the infinitive, the third person and the noun of an action end.
_VERBS = (("овать", "ует", "ование"), ("ывать", "ывает", "ывание"), ("ивать", "ивает", "ивание"))


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in the forms that duties need."""

    nomn: str
    gent: str
    datv: str
    accs: str


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


class Organisation:
    """The generator."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.rulebook = load_rulebook([rules_folder()])
        self.words = words_of(self.rulebook.vocabulary)
        self.morphology = Morphology()
        self.verbs = (*VERBS, *_verbs(self.morphology, self.words))[:ACTIONS]
        self.nouns = _nouns(self.morphology, self.words)
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
        """What reading the document would state."""
        path, title = name(document), self.title(document)
        place = Place(path, 1, 1, 1, 1 + len(title), title, title)
        stated = [FactLine("position", title, place, {}, written(self._read(title.split()[1:])))]
        for line, (kind, value, marks) in enumerate(self._relations(document, size), 2):
            said = Place(path, line, 6, line, 6 + len(value), value, f"1.{line}. {value}", "general")
            stated.append(FactLine(kind, value, said, marks))
        for slot in range(DUTIES):
            text, meaning = self._duty(document, slot, size)
            said = Place(
                path, FIRST_DUTY + slot, 6, FIRST_DUTY + slot, 6 + len(text), text, f"2.{slot + 1}. {text}", "duties"
            )
            keys = told(keyed(meaning, self.words))
            stated.append(FactLine("duty", text, said, {"lead": ""}, written(meaning), keys))
        return tuple(stated)

    def markdown(self, document: int, size: int) -> str:
        """The document as a file, its duties only."""
        texts = (self._duty(document, slot, size)[0] for slot in range(DUTIES))
        items = "".join(f"2.{n}. {text}\n\n" for n, text in enumerate(texts, 1))
        return f"# Должностная инструкция: {self.title(document)}\n\n## 2. Должностные обязанности\n\n{items}"

    def _relations(self, document: int, size: int) -> Iterator[tuple[str, str, dict[str, str]]]:
        """Kind, value and marks of what documents say of one another. Heads of departments are each other's superiors,
        and those of a team stand in for each other in pairs.
        """
        team, place = divmod(document, TEAM)
        head = document - place if place else ((team - 1) // TEAM) * TEAM
        yield "department", self.department(document).partition(" ")[2], {}
        if document:
            yield "reports_to", self.title(head), {"line": "direct", "form": "position"}
        if not place:
            below = [document + n for n in range(1, TEAM)] + [
                t * TEAM for t in range(team * TEAM + 1, (team + 1) * TEAM + 1)
            ]
            yield from (("supervises", self.title(other), {}) for other in below if other < size)
        mate = document - place + (TEAM - 1 - place)
        if mate < size:
            yield "substituted_by", self.title(mate), {}
            yield "substitutes", self.title(mate), {}

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


def same_forms(organisation: Organisation, read: Iterable[tuple[int, Sequence[FactLine]]], size: int) -> float:
    """The share of duties of which documents that were read tell the very form that the generator tells."""
    same = total = 0
    for document, facts in read:
        told_of = [(f.meaning, f.keys) for f in facts if f.kind == "duty"]
        given = [(f.meaning, f.keys) for f in organisation.facts(document, size) if f.kind == "duty"]
        total += len(given)
        same += sum(one == other for one, other in zip(told_of, given, strict=True))
    return same / total


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


def _verbs(morphology: Morphology, words: Words) -> list[tuple[str, str, str, str]]:
    """Verbs that make their noun the plain way («армировать», «армирование»), in an order of their own."""
    analyzer: Any = morphology.analyzer
    ends = tuple(end for end, *_ in _VERBS)
    known = sorted({word for word in analyzer.dictionary.words.iterkeys("") if word.endswith(ends)})
    listed = {verb[1] for verb in VERBS}
    made = []
    for verb, (end, third, noun) in (
        (word, made_by) for word in known for made_by in _VERBS if word.endswith(made_by[0])
    ):
        stem = verb.removesuffix(end)
        plain = verb not in listed and analyzer.word_is_known(stem + noun) and _is_plain(analyzer.parse(verb)[0].tag)
        if plain and not words.keys(morphology.word(verb)) & (words.light | words.ensures | words.before_carriers):
            made.append((stem + third, verb, stem + noun, ""))
    random.Random(5).shuffle(made)  # noqa: S311
    return made


def _is_plain(tag: Any) -> bool:
    return {"INFN", "impf", "tran"} <= tag.grammemes and not _ODD & tag.grammemes


def _nouns(morphology: Morphology, words: Words) -> list[Noun]:
    """Nouns of the dictionary for lifeless things that count when duties are compared, in an order of their own."""
    analyzer: Any = morphology.analyzer
    light = words.weak | words.empty | words.modal | words.carriers | words.fronts | words.things
    found: dict[str, Noun] = {}
    for parse in (p for prefix in _PREFIXES for p in analyzer.iter_known_word_parses(prefix)):
        tag, word = parse.tag, parse.word
        if not ({"nomn", "sing", "inan"} <= tag.grammemes and tag.POS == "NOUN") or _ODD & tag.grammemes:
            continue
        if word != parse.normal_form or not 4 < len(word) < 12 or word.endswith(_ACTION) or "-" in word:
            continue
        forms = [form.word for case in ("gent", "datv", "accs") if (form := parse.inflect({case, "sing"}))]
        if len(forms) == 3 and not light & {word, *forms} and all(morphology.word(f).pos == "NOUN" for f in forms):
            found.setdefault(word, Noun(word, *forms))
    taken = sorted(found)
    random.Random(5).shuffle(taken)  # noqa: S311
    return [found[word] for word in taken]
