"""The skeleton of a job description in Markdown: its sections, and what a professional standard says for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from jdlint.model.standard import GeneralFunction, Standard
from jdlint.record import record

BLANK = "____________________"
_BLANK_DUTIES = 3
_EITHER = re.compile(r"\s*,?\s*\bи\s*(?:/\s*или\b|\(\s*или\s*\))", re.IGNORECASE)
Clause = tuple[str, Sequence[str]]  # its text, and the items listed under it


@record
class Grammar:
    """What puts words into form: actions without those said twice, an action as a duty, a position in the genitive."""

    once: Callable[[Sequence[str]], Sequence[str]]
    duty: Callable[[str], str]
    of_whom: Callable[[str], str]


def skeleton(
    position: str,
    roles: Sequence[str],
    told: Mapping[str, Any],
    grammar: Grammar,
    standard: Standard | None = None,
    functions: Sequence[GeneralFunction] = (),
    *,
    law: str = "",
    profile: str = "",
) -> str:
    """A document for a position with sections of these roles; what nobody can know is left blank.

    `told` is the vocabulary `draft`. With a standard the duties, knowledge, skills and requirements are those of its
    `functions`, «и (или)» told as «и». `law` is the one that sets the qualification for the position, "" where
    none does; the profile `strict` asks who is subordinate.
    """
    who = position if position[1:2].isupper() else position[:1].lower() + position[1:]
    names = {
        "who": who,
        "Who": who[:1].upper() + who[1:],
        "whose": grammar.of_whom(position),
        "blank": BLANK,
        "law": law,
    }
    parts = [told["approval"].format(**names), "# " + told["title"].format(**names)]
    for number, role in enumerate(roles, 1):
        section = told["sections"][role]
        parts.append(f"## {number}. {section['heading']}")
        clauses: list[Clause] = [(str(text), ()) for text in section["clauses"]]
        if role == "general" and standard:
            clauses[1:1] = [(text, ()) for text in _grounds(standard, functions, told)]
        if role == "general" and profile == "strict":
            clauses.append((told["subordinates"], ()))
        if role == "requirements":
            clauses += [(told["bound"], ())] if law else []
            clauses += _requirements(functions, told)
        if role == "duties":
            duties = dict.fromkeys(map(grammar.duty, grammar.once(_items(functions, "actions"))))
            clauses = [*((f"{duty}.", ()) for duty in duties or ["{blank}"] * _BLANK_DUTIES), *clauses]
        for place, (text, items) in enumerate(clauses, 1):
            parts.append(f"{number}.{place}. {text.format(**names)}")
            parts += [f"- {item.format(**names)}{'.' if item is items[-1] else ';'}" for item in items]
    parts += [told[end].format(**names) for end in ("agreement", "acquaintance")]
    return "\n\n".join(parts) + "\n"


def _grounds(standard: Standard, functions: Sequence[GeneralFunction], told: Mapping[str, Any]) -> Iterator[str]:
    """What the document rests on, and what for: the purpose is where a standard says what its abbreviations mean."""
    named = [told["function"].format(code=g.code, name=g.name, level=g.level) for g in functions]
    day = standard.date.strftime("%d.%m.%Y")
    yield _literal(told["based"].format(name=standard.name, date=day, order=standard.order, functions=", ".join(named)))
    if standard.purpose:
        yield _literal(told["purpose"].format(purpose=_small(standard.purpose.rstrip(" ."))))


def _requirements(functions: Sequence[GeneralFunction], told: Mapping[str, Any]) -> Iterator[Clause]:
    nothing = told["not_asked"] if functions else "{blank}"
    yield told["education"].replace("{asked}", _asked(functions, "education") or "{blank}"), ()
    yield told["experience"].replace("{asked}", _asked(functions, "experience") or nothing), ()
    if conditions := _asked(functions, "conditions"):
        yield told["conditions"].replace("{asked}", conditions), ()
    yield told["knowledge"], [_small(t) for t in _items(functions, "knowledge")] or told["known"]
    if skills := [_small(t) for t in _items(functions, "skills")]:
        yield told["skills"], skills


def _asked(functions: Sequence[GeneralFunction], name: str) -> str:
    """What the functions ask for, alternatives joined; a small letter at the start."""
    told = dict.fromkeys("; ".join(getattr(g, name)).replace("; или; ", " или ") for g in functions)
    return _literal("; ".join(_small(text.rstrip(" .;")) for text in told if text))


def _items(functions: Sequence[GeneralFunction], sort: str) -> list[str]:
    """The items of all functions once each, adapted."""
    every = (text for g in functions for labour in g.functions for text in getattr(labour, sort))
    return list(dict.fromkeys(_literal(_EITHER.sub(" и", text).rstrip(" .;")) for text in every))


def _literal(text: str) -> str:
    """A standard's own text, whose braces are no places to be filled in."""
    return text.replace("{", "{{").replace("}", "}}")


def _small(text: str) -> str:
    """The text with a small first letter, unless it begins with an abbreviation or a Latin name."""
    return text if text[1:2].isupper() or text[:1].isascii() else text[:1].lower() + text[1:]
