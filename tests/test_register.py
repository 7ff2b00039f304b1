"""The register of acts is whole: every entry says what it is, whether it stands, and who says so."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from jdlint.model.day import today

FOLDER = Path(__file__).parents[1] / "rules" / "_register"


def load(name: str) -> Any:
    """The parsed file of the register."""
    return YAML(typ="safe").load((FOLDER / name).read_text(encoding="utf-8"))


ENTRIES: list[dict[str, Any]] = load("acts.yaml")
IDS = [entry["id"] for entry in ENTRIES]
ALLOWED = {
    *(
        "id",
        "kind",
        "issuer",
        "number",
        "date",
        "date_precision",
        "also_dated",
        "title",
        "short",
        "aka",
        "shared",
        "status",
    ),
    *("from", "since", "until", "by", "replaced_by", "trap", "note", "registered", "source", "checked", "confidence"),
}
CYRILLIC_LATIN = re.compile(r"(?i)(?:[а-яё][a-z]|[a-z][а-яё])")


def test_ids_are_unique_and_plain() -> None:
    """An id is a kebab name of its own."""
    assert [] == [name for name in IDS if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name)]
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize("entry", ENTRIES, ids=IDS)
def test_an_entry_has_its_fields(entry: dict[str, Any]) -> None:
    """Kind, issuer, date, title, status, source, day of the check and confidence; nothing unknown."""
    assert set() == set(entry) - ALLOWED
    for key in ("kind", "issuer", "date", "source", "checked"):
        assert entry[key].strip()
    assert entry["title"]["ru"].strip()
    assert entry["status"] in {"in_force", "repealed", "sunset", "unverified"}
    assert entry["confidence"] in {"high", "medium", "low"}
    assert entry["number"] or entry["id"] == "kzot-rsfsr"


@pytest.mark.parametrize("entry", ENTRIES, ids=IDS)
def test_dates_are_days_in_their_order(entry: dict[str, Any]) -> None:
    """Every date is a day; an act is repealed after it was made, and no check lies ahead."""
    days = {
        key: dt.date.fromisoformat(entry[key]) for key in ("date", "from", "since", "until", "checked") if key in entry
    }
    also = [dt.date.fromisoformat(day) for day in entry.get("also_dated", ())]

    assert days["checked"] <= today()
    assert all(days["date"] <= days[key] for key in ("from", "since", "until") if key in days)
    assert all(abs(day - days["date"]).days < 60 for day in also)


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e["status"] == "repealed"], ids=lambda e: e["id"])
def test_a_repealed_act_says_what_came_after(entry: dict[str, Any]) -> None:
    """A successor is an act of the register that is not repealed itself, or is told in words."""
    after = entry.get("replaced_by", entry.get("by"))
    status = {e["id"]: e["status"] for e in ENTRIES}

    assert after
    for one in [after] if isinstance(after, str) else after:
        assert one in status or re.search(r"[а-яё]{2}.*\d", one)
        assert status.get(one) != "repealed"
    assert entry["confidence"] != "high" or "since" in entry or entry["id"] in {"mintrud-779n", "potrm-016-2001"}


def test_only_repealed_acts_have_a_day_of_repeal_and_only_passing_ones_a_term() -> None:
    """`since` belongs to repealed acts, `until` to acts with a term."""
    assert [] == [e["id"] for e in ENTRIES if "since" in e and e["status"] != "repealed"]
    assert [] == [e["id"] for e in ENTRIES if "until" in e and e["status"] != "sunset"]


def test_no_entry_repeats_another() -> None:
    """No two entries have the same kind, issuer, number and date."""
    seen = [(e["kind"], e["issuer"], e["number"], e["date"]) for e in ENTRIES]

    assert len(set(seen)) == len(seen)


def test_no_word_mixes_alphabets() -> None:
    """A Latin look-alike inside a Russian word would never match a document."""
    told = [(e["id"], word) for e in ENTRIES for key in ("number", "issuer", "kind") for word in [e[key]]]
    told += [(e["id"], word) for e in ENTRIES for word in e["title"]["ru"].split()]

    assert [] == [(name, word) for name, word in told if CYRILLIC_LATIN.search(word)]


def test_what_no_source_confirms_makes_no_error() -> None:
    """An entry that rests on general knowledge alone is never of high confidence."""
    assert [] == [e["id"] for e in ENTRIES if e["source"].startswith("общие знания") and e["confidence"] == "high"]


def test_the_articles_of_the_labour_code() -> None:
    """Articles 1 to 424 are all there, in force or repealed; inserted ones too, and nothing beyond."""
    code = load("articles-tk.yaml")
    known = {*code["articles"], *code["repealed"]}

    assert [] == [str(n) for n in range(1, 425) if str(n) not in known]
    assert {"7", "85", "98", "175", "351.2", "360"} == set(code["repealed"])
    assert {"60.2", "195.3", "341.1-4", "348.11-1", "22.1"} <= set(code["articles"])
    assert not {"425", "11.1", "60.3"} & known
    assert {"parts": 7, "points": 14} == code["articles"]["81"]
    assert all(isinstance(article, str) for article in known)


@pytest.mark.parametrize("name", ["articles-uk.yaml", "articles-gk.yaml"])
def test_the_articles_of_other_codes(name: str) -> None:
    """Whole numbers stand in ascending ranges, and no article is both in force and repealed."""
    for act, listed in load(name)["acts"].items():
        bounds = [tuple(map(int, r.split("-"))) if "-" in r else (int(r), int(r)) for r in listed["whole"]]

        assert act in IDS
        assert sorted(bounds) == bounds
        assert all(low <= high for low, high in bounds)
        assert all("." in article for article in listed["inserted"])
        assert not set(listed["inserted"]) & set(listed["repealed"])
        assert not any(low <= int(a) <= high for a in listed["repealed"] if a.isdigit() for low, high in bounds)


def test_claims_name_articles_that_exist() -> None:
    """Every article a claim may rest on is in force; every renumbered one leads to one in force."""
    articles = load("articles-tk.yaml")["articles"]
    claims = load("claims.yaml")

    assert [] == [(c["class"], a) for c in claims["claims"] for a in c["allowed"] if a not in articles]
    assert [] == [c["class"] for c in claims["claims"] if set(c["allowed"]) & set(c["wrong_often"])]
    assert [] == [c["class"] for c in claims["claims"] if not set(c.get("core", ())) <= set(c["allowed"])]
    assert {c["over"] for c in claims["claims"] if "over" in c} <= {c["class"] for c in claims["claims"]}
    assert len({c["class"] for c in claims["claims"]}) == len(claims["claims"])
    assert [] == [new for new in claims["renumbered"]["articles"].values() if new not in articles]
    ends = [c[end] for c in (*claims["chapters"], *claims["particular"]) for end in ("from", "to")]
    assert [] == [a for a in ends if a not in articles]


def test_chapters_come_in_order() -> None:
    """Each ends before the next begins, and says by which words it is spoken of."""
    chapters = load("claims.yaml")["chapters"]
    ends = [tuple(int(part) for part in c[end].split(".")) for c in chapters for end in ("from", "to")]

    assert ends == sorted(ends)
    assert all(c["words"] for c in chapters)


def test_foreign_terms_are_patterns_of_known_states() -> None:
    """Every term and abbreviation names a state of the list, and every pattern compiles."""
    foreign = load("foreign.yaml")
    patterns = [foreign["labour"], foreign["rules_over"], foreign["knowledge"]]
    patterns += [state["evidence"] for state in foreign["states"].values()]
    patterns += [short["regions"] for short in foreign["abbreviations"].values()]
    patterns += [term[key] for term in foreign["terms"] for key in ("pattern", "unless") if key in term]

    assert all(re.compile(pattern) for pattern in patterns)
    assert {t["state"] for t in foreign["terms"]} <= set(foreign["states"])
    assert {a["state"] for a in foreign["abbreviations"].values()} <= set(foreign["states"])


def test_positions_with_a_law_of_their_own() -> None:
    """Every pattern compiles, every act is one of the register or a number, and the law is told in both languages."""
    mandatory = load("mandatory.yaml")

    assert re.compile(mandatory["named"])
    for entry in mandatory["positions"]:
        assert re.compile(entry["position"])
        assert {"ru", "en"} == set(entry["law"])
        assert [] == [act for act in entry["acts"] if act not in IDS and not re.fullmatch(r"\d+(?:-ФЗ|-\d|н)?", act)]
