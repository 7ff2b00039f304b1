"""Kind `cite`: what a document cites, against the register of acts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jdlint.check import abroad, claim, mandatory
from jdlint.model.articles import VOLUMES, has_article
from jdlint.model.finding import Hit, Value
from jdlint.model.kind import Cite
from jdlint.model.once import once
from jdlint.model.pattern import expression
from jdlint.model.reading import Fact, Reading

# The register counts the parts of an article by its paragraphs: an estimate that may be one short.
_SLACK = 1
_GENITIVE = expression(
    r"\b(Минтруд|Минздрав|Минтранс|Минфин|Ростехнадзор|Роструд|Росстандарт|Госстандарт|Банк|Секретариат)\b"
)
_SOON = dt.timedelta(days=180)  # a job description lives for years: half a year is soon
_CONFIDENCE = ("high", "medium", "low")
_NUMBERED = frozenset({"кодекс", "закон", "постановление", "приказ"})


def check_cite(
    options: Cite, reading: Reading, acts: Mapping[str, Any], register: Mapping[str, Any], as_of: dt.date
) -> Iterator[Hit]:
    """Hits of one check over the citations of a document.

    `acts` is the register by id; `register` holds its other files by stem (`articles-tk`, `articles-uk`,
    `articles-gk`, `foreign`, `claims`, `mandatory`). Values, as far as the check knows them: `act`, `article`,
    `part`, `point`, `found`, `expected`, `replaced_by`, `since`, `until`, `country` and `confidence` — only `high`
    bears an error. No citation gets hits of two checks, but for that of its term.
    """
    if options.check == "mandatory":
        yield from mandatory.unsupported(reading, acts, register.get("mandatory", {}))
        return
    outside = abroad.foreign(reading, register.get("foreign", {}))
    if options.check == "foreign":
        yield from outside.values()
        return
    ours = [
        fact
        for fact in reading.facts
        if fact.kind == "citation" and fact.span not in outside and _known(fact, acts, options.acts)
    ]
    if options.check == "expiring":
        yield from _expiring(ours, acts, as_of)
    elif options.check == "claim":
        whole = [fact for fact in ours if not _article(fact, acts[fact.value], register)]
        yield from claim.misfits(reading.outline, whole, acts, register.get("claims", {}))
    else:
        yield from filter(None, (_check(options.check, fact, acts, register, as_of) for fact in ours))


def _known(fact: Fact, acts: Mapping[str, Any], only: tuple[str, ...]) -> bool:
    if fact.value not in acts or "local" in fact.marks or "country" in fact.marks:
        return False
    return not only or fact.value in only


def _check(what: str, fact: Fact, acts: Mapping[str, Any], register: Mapping[str, Any], as_of: dt.date) -> Hit | None:
    entry = acts[fact.value]
    wrong = _article(fact, entry, register)
    if what == "article":
        return wrong
    if wrong or "follows" in fact.marks:
        return None
    misquoted = _requisites(fact, entry, acts)
    if what == "requisites":
        return misquoted
    if misquoted or (what == "standard") != is_standard(entry):
        return None
    return _status(fact, entry, acts, as_of)


def is_standard(entry: Mapping[str, Any]) -> bool:
    """Whether the act of the register approves a professional standard."""
    title = entry["title"]
    return str(title["ru"] if isinstance(title, Mapping) else title).startswith("Профстандарт")


def _article(fact: Fact, entry: Mapping[str, Any], register: Mapping[str, Any]) -> Hit | None:
    """The article does not exist, stands no more, or has no such part or point."""
    article = fact.marks.get("article", "")
    if not article or "within" in fact.marks or "stated_repealed" in fact.marks:
        return None
    stands = has_article(register, fact.value, article)
    for stem in VOLUMES:
        volume = register.get(stem, {})
        if volume.get("act") == fact.value:
            return _in_table(fact, article, volume, entry)
        listed = volume.get("acts", {}).get(fact.value)
        if listed and not stands:
            confidence = "high" if article in listed["repealed"] or article.isdigit() else "medium"
            return _hit(fact, entry, found=f"ст. {article}", confidence=confidence)
    return None


def _in_table(fact: Fact, article: str, volume: Mapping[str, Any], entry: Mapping[str, Any]) -> Hit | None:
    if article in volume["added_later"]:
        return None
    limits = volume["articles"].get(article)
    confidence = str(volume["confidence"])
    if limits is None:
        by = str(volume["repealed"].get(article, ""))
        return _hit(fact, entry, found=f"ст. {article}", replaced_by=by, confidence=confidence)
    part, point = fact.marks.get("part", ""), fact.marks.get("point", "")
    last = int(limits.get("points", 0))
    if last and _highest(point) > last:
        where = f"ч. {part} ст. {article}" if part else f"ст. {article}"
        return _hit(fact, entry, found=f"п. {point} {where}", expected=str(last), confidence=confidence)
    parts = int(limits.get("parts", 0))
    if parts and _highest(part) > parts + _SLACK:
        return _hit(fact, entry, found=f"ч. {part} ст. {article}", expected=str(parts), confidence="medium")
    return None


def _highest(numbers: str) -> int:
    return max((int(n) for n in re.findall(r"(?<![\d.])\d+", numbers)), default=0)


def _status(fact: Fact, entry: Mapping[str, Any], acts: Mapping[str, Any], as_of: dt.date) -> Hit | None:
    """The act stands no more on that day, and the sentence does not say so itself."""
    since = str(entry.get("since", ""))
    if entry["status"] != "repealed" or since > as_of.isoformat() or "stated_repealed" in fact.marks:
        return None
    # A number comes back every year; without a date or a title it may be another act's.
    sure = fact.marks.get("known") != "number" or entry["kind"] not in {"закон", "приказ", "постановление"}
    confidence = entry["confidence"] if sure else max("medium", entry["confidence"], key=_CONFIDENCE.index)
    return _hit(
        fact,
        entry,
        found=fact.marks["act"],
        since=_day(since),
        replaced_by=_successor(entry, acts),
        confidence=confidence,
    )


def _expiring(facts: Iterable[Fact], acts: Mapping[str, Any], as_of: dt.date) -> Iterator[Hit]:
    """The first place of each act whose term has run out or will soon: it may have been prolonged."""
    seen: set[str] = set()
    soon = (as_of + _SOON).isoformat()
    for fact in facts:
        entry = acts[fact.value]
        until = str(entry.get("until", ""))
        if fact.value in seen or not until or until > soon or "stated_repealed" in fact.marks:
            continue
        seen.add(fact.value)
        yield _hit(fact, entry, found=fact.marks["act"], until=_day(until), confidence=entry["confidence"])


def _requisites(fact: Fact, entry: Mapping[str, Any], acts: Mapping[str, Any]) -> Hit | None:
    """The act is known, but its date or number is not its own."""
    date, number = fact.marks.get("date", ""), fact.marks.get("number", "")
    if "date_precision" in entry or not entry["number"]:
        return None
    right = {str(entry["date"]), *map(str, entry.get("also_dated", ()))}
    family = fact.value[:-1] if entry["kind"] == "кодекс" else None
    volumes = _volumes(family, acts) if family is not None else []
    numbers = {str(a["number"]) for a in (entry, *volumes)}
    right |= {str(a["date"]) for a in volumes}
    confidence = entry["confidence"]
    if date and date not in right:
        return _hit(fact, entry, found=_day(date), expected=_day(str(entry["date"])), confidence=confidence)
    named = fact.marks.get("known") in {"name", "title"} or bool(date and fact.marks.get("title"))
    if number and named and entry["kind"] in _NUMBERED and number not in numbers:
        return _hit(fact, entry, found=f"№ {number}", expected=f"№ {entry['number']}", confidence=confidence)
    return None


@once(32)
def _volumes(family: str, acts: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The parts that a code of several comes in."""
    return [act for name, act in acts.items() if name[:-1] == family]


def _hit(fact: Fact, entry: Mapping[str, Any], **values: str) -> Hit:
    said = {key: fact.marks.get(key, "") for key in ("article", "part", "point")}
    told: dict[str, Value] = {"act": name_of(entry), **said, **values}
    return Hit(fact.span, {key: value for key, value in told.items() if value})


def name_of(entry: Mapping[str, Any]) -> str:
    """How an act of the register is called in Russian, requisites in full."""
    if "short" in entry:
        return str(entry["short"])
    kind, number, issuer = str(entry["kind"]), str(entry["number"]), str(entry["issuer"])
    if kind in {"СП", "СанПиН", "ГОСТ Р"}:
        return f"{kind} {number}"
    if kind in {"классификатор", "правила"}:
        return number
    if kind == "закон":
        called = "Федеральный закон" if number.endswith("ФЗ") else "Закон РФ"
    else:
        of = (
            _GENITIVE.sub(r"\1а", issuer).replace("Правительство", "Правительства").replace("Президент ", "Президента ")
        )
        called = f"{kind} {of}"
    return f"{called} от {_day(str(entry['date']))} № {number}"


def _successor(entry: Mapping[str, Any], acts: Mapping[str, Any]) -> str:
    after = entry.get("replaced_by") or entry.get("by") or ""
    several = [after] if isinstance(after, str) else list(after)
    return "; ".join(name_of(acts[one]) if one in acts else str(one) for one in several)


def _day(iso: str) -> str:
    return ".".join(reversed(iso.split("-"))) if iso else ""
