"""What the programs are given: copies of our samples, and one very long document."""

from __future__ import annotations

import shutil
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"
_VERBS = ("ведёт", "проверяет", "составляет", "готовит", "собирает", "передаёт", "учитывает", "хранит", "сверяет")
_THINGS = ("журнал", "ведомость", "отчёт", "опись", "карточку", "заявку", "счёт", "накладную", "акт", "перечень")
_MATTERS = ("поставок", "ремонта", "склада", "цеха", "заказов", "отгрузки", "приборов", "тары", "топлива")
_ENDS = (
    *("по форме {}", "и т. д. по листу {}", "в соответствии со ст. 57 ТК РФ, лист {}", "____________ дело {}"),
    *("согласно п. 2.{} настоящей инструкции", "выполняет иные поручения директора {}", "своевременно, том {}"),
)
_HEAD = """\
# Должностная инструкция кладовщика

## 1. Общие положения

1.1. Кладовщик подчиняется заведующему складом.

## 2. Должностные обязанности

Кладовщик:

"""
_TAIL = """
## 3. Права

3.1. Кладовщик вправе знакомиться с проектами решений.

## 4. Ответственность

4.1. Кладовщик несёт ответственность за сохранность ценностей.
"""


def copies(folder: Path, count: int, suffix: str) -> Path:
    """A folder of that many documents: our samples in turn."""
    target = folder / f"{suffix}{count}"
    samples = sorted((SAMPLES / "docx" if suffix == "docx" else SAMPLES).glob(f"*.{suffix}"))
    samples = [s for s in samples if s.stem != "README"]
    if not target.is_dir():
        target.mkdir(parents=True)
        for number in range(count):
            shutil.copyfile(samples[number % len(samples)], target / f"{number:05}.{suffix}")
    return target


def one(folder: Path) -> Path:
    """One document."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(SAMPLES / "kladovshchik.md", folder / "one.md"))


def changed(folder: Path, number: int) -> Path:
    """One document, another one for each number."""
    file = folder / "changed.md"
    file.write_text((SAMPLES / "kladovshchik.md").read_text("utf-8") + f"\n<!-- {number} -->\n", "utf-8")
    return file


def long(folder: Path, clauses: int) -> Path:
    """One document of that many duties, no two alike; 50,000 are six megabytes."""
    lines = []
    for i in range(1, clauses + 1):
        verb, thing, matter = (
            words[i // step % len(words)] for words, step in ((_VERBS, 1), (_THINGS, 9), (_MATTERS, 90))
        )
        end = _ENDS[i % len(_ENDS)].format(i * 7 % 1000)
        lines.append(f"2.{i}. {verb.capitalize()} {thing} {matter} участка № {i} {end}.\n")
    file = folder / f"long{clauses}.md"
    file.write_text(_HEAD + "".join(lines) + _TAIL, "utf-8")
    return file


def unlimited(folder: Path) -> Path:
    """Settings under which a document is not given up for what it takes."""
    file = folder / "unlimited.yaml"
    file.write_text("limits: {seconds: 3600, memory: 16384}\n", encoding="utf-8")
    return file
