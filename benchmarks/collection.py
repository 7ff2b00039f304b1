"""Comparing the documents of an organisation: time, memory, what is found of planted duplicates, and how cost grows.

    python benchmarks/collection.py [--sizes 100 1000 10000 100000] [--seed N] [--markdown]

A collection is made by a generator, as facts: 30 duties a document, three of them copies of duties of other documents
(exact, inflected or reordered, paraphrased, one of each kind). Duties are real sentences; their normal forms are made
by the program's own words and grammar, without the text of a whole document around them. `--check-texts N` reads N of
the documents as Markdown too and tells how many normal forms are the same.

Each size runs in a process of its own, the shelf on disk. What is timed: putting facts on the shelf and into the
index, joining alike forms, and all rules across documents for every document (asked for in portions of 10,000, as a
build server would). Making the facts is not timed. Seconds are the processor's; with nothing else to do, the clock on
the wall says the same. Then one document is changed, and only that one is asked for.
Exit code 1 when a bound is missed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

from jdlint.agree import agree
from jdlint.agree.post import Posts
from jdlint.agree.record import Recorder
from jdlint.agree.refresh import refresh
from jdlint.agree.shelf import shelf_in
from jdlint.annotate.morphology import Morphology
from jdlint.check.engine import World
from jdlint.check.form import keyed, told
from jdlint.check.normal import meaning_in, written
from jdlint.check.predication import meaning_of
from jdlint.check.words import words_of
from jdlint.installed import rules_folder
from jdlint.linter import Linter
from jdlint.model.collection import Charter, Stamp, Stated
from jdlint.model.document import Source
from jdlint.model.finding import Finding, Place
from jdlint.model.kind import Agree
from jdlint.model.reading import Token
from jdlint.model.report import FactLine
from jdlint.model.span import Span
from jdlint.rulebook import load_rulebook
from jdlint.settings import Settings

DUTIES, COPIES, NOUNS, PORTION = 30, 3, 3000, 10_000
KINDS = ("exact", "inflected", "paraphrased")
LEAST = {"exact": 0.95, "inflected": 0.95, "paraphrased": 0.85}
LEAST_PRECISION, MOST_SECONDS, MOST_BYTES, MOST_EXPONENT, MOST_AFTER_CHANGE = 0.95, 60.0, 2 * 2**30, 1.15, 2.0
TODAY = dt.date(2026, 11, 22)
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
ADDED = ("в установленные сроки", "в начале смены", "по заявке цеха", "для архива", "совместно с технологом")
_ODD = {"Geox", "Abbr", "Name", "Surn", "Patr", "Orgn", "Trad", "Arch", "Infr", "Slng", "Dist", "Erro", "Pltm"}
PREFIXES = (
    *("ба", "ве", "во", "га", "да", "ка", "ко", "кр", "ла", "ма"),
    *("мо", "на", "па", "пл", "ре", "ру", "са", "ст", "та", "тр"),
)
_ACTION = ("ание", "ение", "тие", "ция", "ость", "ство", "ка", "изм")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in the forms that duties need."""

    nomn: str
    gent: str
    datv: str
    accs: str


@dataclass(frozen=True, slots=True)
class Concept:
    """What a duty is about, however it is said."""

    verb: int
    thing: Noun
    of: Noun
    by: Noun


class Generator:
    """Documents of an invented organisation, each made of its number alone."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.rulebook = load_rulebook([rules_folder()])
        self.words = words_of(self.rulebook.vocabulary)
        self.morphology = Morphology()
        self.nouns = nouns(self.morphology.analyzer, NOUNS)
        self.weights = [1 / (rank + 20) for rank in range(len(self.nouns))]

    def concept(self, document: int, slot: int) -> Concept:
        """What an original duty is about: words are as unevenly spread as in texts (the share of a word falls with its
        rank).
        """
        dice = random.Random(f"{self.seed}/{document}/{slot}")  # noqa: S311 no secret
        thing, of, by = dice.choices(self.nouns, self.weights, k=3)
        return Concept(dice.randrange(len(VERBS)), thing, of, by)

    def source_of(self, document: int, slot: int, size: int) -> tuple[int, int]:
        """Of which duty the copy in that slot is one; an original is its own."""
        if slot >= COPIES or size < 2:
            return document, slot
        dice = random.Random(f"{self.seed}/{document}/{slot}/from")  # noqa: S311
        other = (document + dice.randrange(1, size)) % size
        return other, dice.randrange(COPIES, DUTIES)

    def duties(self, document: int, size: int) -> Iterator[str]:
        """The duties of a document."""
        for slot in range(DUTIES):
            concept = self.concept(*self.source_of(document, slot, size))
            dice = random.Random(f"{self.seed}/{document}/{slot}/said")  # noqa: S311
            yield said(concept, KINDS[slot] if slot < COPIES else "exact", dice)

    def title(self, document: int) -> str:
        """A title that nobody else has."""
        one, other = divmod(document, len(self.nouns))
        return f"специалист по {self.nouns[other].datv} {self.nouns[one % len(self.nouns)].gent}"

    def facts(self, document: int, size: int) -> tuple[FactLine, ...]:
        """What reading the document would state."""
        path, title = name(document), self.title(document)
        about = self._meaning(title.split()[1:])
        stated = [FactLine("position", title, Place(path, 1, 1, 1, 9, title, title), {}, about)]
        for slot, text in enumerate(self.duties(document, size)):
            place = Place(path, 10 + slot, 6, 10 + slot, 6 + len(text), text, f"2.{slot + 1}. {text}", "duties")
            meaning = self._meaning(text.rstrip(".").split())
            keys = told(keyed(meaning_in(meaning, self.words), self.words))
            stated.append(FactLine("duty", text, place, {"lead": ""}, meaning, keys))
        return tuple(stated)

    def _meaning(self, words: Sequence[str]) -> str:
        tokens = [Token(i, Span(i, i + 1), w, self.morphology.word(w), 0) for i, w in enumerate(words)]
        return written(meaning_of(tokens, self.words, frozenset({"работник", "сотрудник"})))

    def markdown(self, document: int, size: int) -> str:
        """The document as a file."""
        items = "".join(f"2.{n}. {text}\n\n" for n, text in enumerate(self.duties(document, size), 1))
        return f"# Должностная инструкция: {self.title(document)}\n\n## 2. Должностные обязанности\n\n{items}"


def said(concept: Concept, kind: str, dice: random.Random) -> str:
    """A duty in words."""
    third, infinitive, noun, other = VERBS[concept.verb]
    thing, of, by = concept.thing, concept.of, concept.by
    tail = f"{of.gent} по {by.datv}"
    plain = f"{third} {thing.accs} {tail}"
    ways = [plain]
    if kind == "inflected":
        moved = f"по {by.datv} {third} {thing.accs} {of.gent}"
        ways = [f"{infinitive} {thing.accs} {tail}", f"{noun} {thing.gent} {tail}", moved]
    if kind == "paraphrased":
        ways = [
            f"осуществляет {accusative(noun)} {thing.gent} {tail}",
            f"обеспечивает {accusative(noun)} {thing.gent} {tail}",
            f"{other or third} {thing.accs} {tail} {dice.choice(ADDED) if not other else ''}".rstrip(),
        ]
    text = dice.choice(ways)
    return f"{text[0].upper()}{text[1:]}."


def accusative(noun: str) -> str:
    """The accusative of a noun of action."""
    return f"{noun[:-1]}{'у' if noun[-1] == 'а' else 'ю'}" if noun[-1] in "ая" else noun


@cache
def name(document: int) -> str:
    """The path of a document."""
    return f"/org/{document // 1000:03}/{document:06}.md"


def nouns(analyzer: Any, count: int) -> list[Noun]:
    """Nouns of the dictionary for lifeless things, evenly taken from its first letters, in an order of their own."""
    found: dict[str, Noun] = {}
    for prefix in PREFIXES:
        for parse in analyzer.iter_known_word_parses(prefix):
            tag = parse.tag
            marks = {"nomn", "sing", "inan"} <= tag.grammemes and tag.POS == "NOUN" and not _ODD & tag.grammemes
            if not marks or parse.word != parse.normal_form or not 4 < len(parse.word) < 12:
                continue
            if parse.word.endswith(_ACTION) or "-" in parse.word:
                continue
            forms = [parse.inflect({case, "sing"}) for case in ("gent", "datv", "accs")]
            if all(forms):
                found.setdefault(parse.word, Noun(parse.word, *(form.word for form in forms)))
    taken = sorted(found)[:: max(1, len(found) // count)][:count]
    random.Random(5).shuffle(taken)  # noqa: S311
    return [found[word] for word in taken]


@dataclass(slots=True)
class Score:
    """Planted copies by kind, those found, and what was found that is no copy."""

    planted: dict[str, int]
    found: dict[str, int]
    right: int = 0
    wrong: int = 0

    def count(self, findings: Sequence[Finding], made: Generator, documents: Sequence[int], size: int) -> None:
        """Add the findings in these documents."""
        met: dict[tuple[int, int], set[tuple[int, int]]] = {}
        for finding in findings:
            here = cell(finding.place)
            root = made.source_of(*here, size)
            for place in finding.related:
                there = cell(place)
                same = made.source_of(*there, size) == root
                same = same or made.concept(*made.source_of(*there, size)) == made.concept(*root)
                self.right, self.wrong = self.right + same, self.wrong + (not same)
                met.setdefault(here, set()).add(made.source_of(*there, size))
        for document in documents:
            for slot, kind in enumerate(KINDS):
                self.planted[kind] += 1
                self.found[kind] += made.source_of(document, slot, size) in met.get((document, slot), ())


def cell(place: Place) -> tuple[int, int]:
    """Document and slot of a place."""
    return int(Path(place.path).stem), place.line - 10


class Watch:
    """Adds the processor seconds of a block under a name; `wall` is what the clock on the wall says."""

    def __init__(self, spent: dict[str, float], stage: str) -> None:
        self.spent, self.stage, self.wall = spent, stage, 0.0

    def __enter__(self) -> Self:
        self._start, self._wall = time.process_time(), time.perf_counter()
        return self

    def __exit__(self, *_: object) -> None:
        self.spent[self.stage] += time.process_time() - self._start
        self.wall = time.perf_counter() - self._wall


def measure(size: int, seed: int) -> dict[str, Any]:
    """One collection: seconds by stage, memory, what was found, and the check after one change."""
    made = Generator(seed)
    vocabulary = made.rulebook.vocabulary
    world = World(made.rulebook.acts, made.rulebook.register, vocabulary, TODAY)
    rules = [rule for rule in made.rulebook.rules.values() if isinstance(rule.options, Agree)]
    charter = Charter()
    posts = Posts(vocabulary, charter)
    spent = dict.fromkeys(("record", "join", "rules"), 0.0)
    waited = 0.0
    score = Score(dict.fromkeys(KINDS, 0), dict.fromkeys(KINDS, 0))
    shown = {name(i): name(i) for i in range(size)}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "shelf.sqlite"
        with shelf_in(file, "benchmark") as shelf:
            recorder = Recorder(shelf, vocabulary, posts)
            for document in range(size):
                facts = made.facts(document, size)
                with Watch(spent, "record") as watch:
                    recorder.record(name(document), Stamp(1, 1, "d"), facts)
                waited += watch.wall
            with Watch(spent, "join") as watch:
                recorder.join()
            waited += watch.wall
            for first in range(0, size, PORTION):
                part = range(first, min(first + PORTION, size))
                with Watch(spent, "rules") as watch:
                    findings = agree(shelf, shown, [name(i) for i in part], rules, posts, charter, world)
                waited += watch.wall
                score.count([f for f in findings if f.code == "ORG001"], made, part, size)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        changed = made.facts(size + 7, size)
        stamps = {path: Stamp(1, 1) for path in shown} | {name(0): Stamp(2, 2)}
        changes = {"change": 0.0}
        with Watch(changes, "change") as watch, shelf_in(file, "benchmark") as shelf:
            fresh = Posts(vocabulary, charter)
            known = {name(0): Stated("changed", changed)}
            refresh(shelf, Recorder(shelf, vocabulary, fresh), stamps, known, lambda paths: [None for _ in paths])
            agree(shelf, shown, known, rules, fresh, charter, world)
        held = file.stat().st_size
    return {
        "size": size,
        **spent,
        "total": sum(spent.values()),
        "wall": waited,
        "memory": memory,
        "shelf": held,
        "change": changes["change"],
        "change_wall": watch.wall,
        "recall": {kind: score.found[kind] / max(1, score.planted[kind]) for kind in KINDS},
        "precision": score.right / max(1, score.right + score.wrong),
    }


def check_texts(count: int, seed: int) -> float:
    """The share of normal forms that are the same when the documents are read as Markdown."""
    made = Generator(seed)
    linter = Linter(made.rulebook, Settings(assume_job_description=True), TODAY)
    same = total = 0
    for document in range(count):
        outcome = linter.lint(Source(name(document), made.markdown(document, count).encode()))
        read = [(fact.meaning, fact.keys) for fact in outcome.document.facts if fact.kind == "duty"]
        given = [(fact.meaning, fact.keys) for fact in made.facts(document, count) if fact.kind == "duty"]
        total += len(given)
        same += sum(one == other for one, other in zip(read, given, strict=True))
    return same / total


def exponent(results: Sequence[dict[str, Any]]) -> float:
    """How cost grows from the smallest collection of at least 1,000 documents to the largest: 1 is in proportion."""
    wide = [r for r in results if r["size"] >= 1000]
    if len(wide) < 2:
        return 1.0
    first, last = wide[0], wide[-1]
    return math.log(last["total"] / first["total"]) / math.log(last["size"] / first["size"])


HEADS = (
    *("documents", "record, s", "join, s", "rules, s", "total, s", "by the wall clock, s", "memory, MiB", "shelf, MiB"),
    *("recall: exact", "inflected", "paraphrased", "precision", "one change, s (wall)"),
)


def row(result: dict[str, Any]) -> str:
    """A line of the table."""
    seconds = (f"{result[name]:.1f}" for name in ("record", "join", "rules", "total", "wall"))
    sizes = (f"{result[name] / 2**20:,.0f}" for name in ("memory", "shelf"))
    recall = (f"{result['recall'][kind]:.3f}" for kind in KINDS)
    change = f"{result['change']:.2f} ({result['change_wall']:.2f})"
    return line((f"{result['size']:,}", *seconds, *sizes, *recall, f"{result['precision']:.3f}", change))


def line(cells: Sequence[str]) -> str:
    """Cells as a row of Markdown."""
    return f"| {' | '.join(cells)} |"


def missed(results: Sequence[dict[str, Any]]) -> list[str]:
    """The bounds that do not hold."""
    out = []
    for result in results:
        out += [f"{result['size']}: recall {k}" for k in KINDS if result["recall"][k] < LEAST[k]]
        if result["precision"] < LEAST_PRECISION:
            out.append(f"{result['size']}: precision")
        if result["size"] == 10_000 and (result["total"] > MOST_SECONDS or result["memory"] > MOST_BYTES):
            out.append("10000: time or memory")
        if result["size"] == 10_000 and result["change"] > MOST_AFTER_CHANGE:
            out.append("10000: after one change")
    return [*out, *(["exponent"] if exponent(results) > MOST_EXPONENT else [])]


def main() -> int:
    """Run the sizes, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10_000, 100_000])
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--check-texts", type=int, default=0, metavar="N")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, options.seed)))
        return 0
    if options.check_texts:
        print(f"normal forms the same when read as Markdown: {check_texts(options.check_texts, options.seed):.4f}")
    print(line(HEADS))
    print("|---:" * len(HEADS) + "|")
    results = []
    for size in sorted(options.sizes):
        done = subprocess.run(
            [sys.executable, __file__, "--one", str(size), "--seed", str(options.seed)],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        results.append(json.loads(done.stdout))
        print(row(results[-1]), flush=True)
    print(f"growth exponent from 1,000 up: {exponent(results):.3f}")
    for bound in missed(results):
        print(f"missed: {bound}")
    return 1 if missed(results) else 0


if __name__ == "__main__":
    sys.exit(main())
