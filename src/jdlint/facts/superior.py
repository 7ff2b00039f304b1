"""One superior in running text: where his name ends, and what kind of name it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdlint.facts.wording import Subordination
from jdlint.model.pattern import expression
from jdlint.model.reading import Reading, Token
from jdlint.model.span import Span
from jdlint.record import record

_QUOTES = expression(r"[«»\"„“”]\s*")
_INITIALS = expression(
    r"(?P<name>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)\s+[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?"
    r"|[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.\s?)?(?P<last>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)"
)
_PERSONAL = frozenset({"Name", "Surn", "Patr"})
# The name of an entrepreneur is that of the employer.
_ENTREPRENEUR = "предприниматель"
_CHIEF = expression(r"C[A-Z]{1,2}O|HRD|HRBP|PM")
_LATIN = expression(r"[A-Za-z][A-Za-z&-]*")
_DANGLING = {"и", "или", "либо", "по", "на", "при", "для", "с", "в"}
_ROW_ENDS = {".", ";", ")"}
_OBLIQUE = ("gent", "datv", "ablt", "accs")
_EMPTY = expression(
    r"^(?:(?:непосредственн|прям|вышестоящ|сво|соответствующ|друг|ин|должностн|линейн|уполномоченн|указанн|люб|кажд|ближайш|дежурн)[а-яё]+\s+)+"
)


# Words that say what to write stand where the name should.
ASKING = expression(
    r"\W*(?:[XxХх]{3,}|[NН]{3,}|…|\.{3,}"
    r"|(?:наименование|название)\s+должност|(?:указать|укажите|вписать|впишите)\b|должность\s+(?:\w+\s+)?руководител)",
    re.IGNORECASE,
)
_OF_NOBODY = ("руководств", "администрац", "работодател", "дирекци", "начальств")


@record
class Named:
    """One name in a list: the token after it, its nominative, its place, its form, and whether a person is named."""

    end: int
    value: str
    span: Span
    form: str
    person: bool = False


def text_from(reading: Reading, i: int, last: int) -> str:
    """The next words from token `i` on, with single spaces."""
    if i >= last:
        return ""
    stop = min(last, i + 9) - 1
    begin, end = reading.tokens[i].span.start, reading.tokens[stop].span.end
    return " ".join(reading.outline.document.plain[begin:end].split())


def name_at(
    reading: Reading, words: Subordination, i: int, last: int, cases: Sequence[str], depth: int = 0
) -> Named | None:
    """The superior named at token `i` in one of the cases, or None where nobody is named."""
    if i >= last or reading.tokens[i].word.pos == "PREP":
        return None
    end = person_end(reading, words, i, last)
    if end > i:
        whole = Span(reading.tokens[i].span.start, reading.tokens[end - 1].span.end)
        return _named(reading, i, end, whole.of(reading.outline.document.plain), "person", person=True)
    if shortened := _shortened(reading, words, i, last, cases, depth):
        return shortened
    for case in cases:
        stop = _stop(reading, words, i, last, case)
        phrase = reading.noun_phrase(i, case, stop)
        while phrase and phrase[0] > i + 1 and reading.tokens[phrase[0] - 1].word.norm in _DANGLING:
            phrase = reading.noun_phrase(i, case, phrase[0] - 1)
        if phrase is None:
            continue
        form = _form(reading.tokens[i : phrase[0]], phrase[1], case, words)
        if form is None:
            continue
        person = person_end(reading, words, phrase[0], last)
        if _ENTREPRENEUR in reading.tokens[phrase[0] - 1].word.lemmas or reading.tokens[i].text == "ИП":
            return _named(reading, i, max(person, phrase[0]), phrase[1], form, person=False)
        end = _latin_end(reading, phrase[0], last)
        end = _row_end(reading.tokens, end, last) if form == "position" else end
        said = text_from(reading, phrase[0], end)
        value = f"{phrase[1]}{'' if said.startswith(',') else ' '}{said}".rstrip()
        return _named(reading, i, end, value, form, person=person > phrase[0])
    return _foreign(reading, i, last)


def _foreign(reading: Reading, i: int, last: int) -> Named | None:
    """A title in Latin letters («Head of Sales», «CEO»)."""
    end = _latin_end(reading, i, last)
    if end - i < 2 and not (end > i and _CHIEF.fullmatch(reading.tokens[i].text)):
        return None
    whole = Span(reading.tokens[i].span.start, reading.tokens[end - 1].span.end)
    return _named(reading, i, end, whole.of(reading.outline.document.plain), "position", person=False)


def _latin_end(reading: Reading, i: int, last: int) -> int:
    """The token behind the words in Latin letters that begin at `i` («начальнику отдела SMM»), or `i`."""
    end = i
    while end < last and _LATIN.fullmatch(reading.tokens[end].text):
        end += 1
    return end


def _row_end(tokens: Sequence[Token], i: int, last: int) -> int:
    """The token behind the rest of a row that his name ends with («мастеру по добыче нефти, газа и конденсата»), or
    `i`: things in the genitive behind commas, the last of them behind «и», before another name or where all ends.
    """
    if i >= last or not _thing(tokens[i - 1]):
        return i
    at, commas = i, 0
    while at < last and tokens[at].text in (",", "и"):
        closes = tokens[at].text == "и"
        noun = next((j for j in range(at + 1, min(at + 4, last)) if tokens[j].word.pos != "ADJF"), last)
        if noun >= last or not _thing(tokens[noun]):
            return at if commas else i
        at, commas = noun + 1, commas + (not closes)
        if closes:
            goes_on = at < last and tokens[at].word.pos in ("VERB", "PRCL")
            return at if commas and not goes_on else i
    ended = at >= last or tokens[at].text in _ROW_ENDS
    return at if commas > 1 and ended else i


def _thing(token: Token) -> bool:
    """Whether the form is a thing in the genitive and can be no person's title."""
    nouns = [p for p in token.word.parses if p.pos == "NOUN" and not p.marks & _PERSONAL]
    return bool(nouns) and nouns[0].case == "gent" and nouns[0].animacy == "inan"


def _named(reading: Reading, i: int, end: int, value: str, form: str, *, person: bool) -> Named:
    tokens = reading.tokens
    extent = end
    if person and form != "person":
        extent = person_end(reading, None, end, len(tokens))
    span = Span(tokens[i].span.start, tokens[max(extent, end) - 1].span.end)
    clean = " ".join(_QUOTES.sub("", value).lower().split()).strip(" .,")
    return Named(max(extent, end), clean, span, form, person)


def _stop(reading: Reading, words: Subordination, i: int, last: int, case: str) -> int:
    """Where the name must end: before words that limit it, before a person, and before «и» with the next name."""
    tokens = reading.tokens
    by_area = bool(tokens[i].word.lemmas & words.titled_by_area)
    chief = bool(tokens[i].word.lemmas & words.titled_by_matters)
    for j in range(i + 1, min(last, i + 14)):
        by_area = by_area or bool(tokens[j].word.lemmas & words.titled_by_area)
        chief = chief or bool(tokens[j].word.lemmas & words.titled_by_matters)
        text = text_from(reading, j, last)
        titled = by_area or (chief and not words.area.match(text))
        if (
            words.trailing(text)
            or words.absence.match(text)
            or (words.narrows(text) and not (titled and text.lower().startswith("по ")))
        ):
            return j
        if person_end(reading, words, j, last) > j:
            return j
        phrase = reading.noun_phrase(j + 1, case, last) if tokens[j].word.norm in ("и", "или", "либо") else None
        form = _form(tokens[j + 1 : phrase[0]], phrase[1], case, words) if phrase else None
        if form == "position" or (form == "body" and "gent" not in tokens[j - 1].word.cases()):
            return j
    return last


def person_end(reading: Reading, words: Subordination | None, i: int, last: int) -> int:
    """The token after a person's name that begins at `i`, or `i`."""
    tokens = reading.tokens
    if i >= last or not tokens[i].text[:1].isupper() or _after_name(tokens, i):
        return i
    start = tokens[i].span.start
    found = _INITIALS.match(reading.outline.document.plain, start, tokens[last - 1].span.end + 1)
    if found and not _is_title(tokens[i] if found["name"] else None, words):
        return next((j for j in range(i, last) if tokens[j].span.start >= found.end()), last)
    j = i
    while j < last and tokens[j].text[:1].isupper() and not tokens[j].text.isupper() and _personal(tokens[j], words):
        j += 1
    if j - i >= 2:
        return j
    if j - i == 1 and _only_personal(tokens[i]) and tokens[i - 1].sentence == tokens[i].sentence and i > 0:
        return j
    return i


def _after_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word before is «имени», «КФХ» or a quotation mark: then it is an organisation that bears the name."""
    return i > 0 and tokens[i - 1].word.norm in ("им.", "имени", "кфх", "«", '"', "„", "“")


def _is_title(token: Token | None, words: Subordination | None) -> bool:
    if token is None or words is None:
        return False
    return bool(token.word.lemmas & (words.heads | words.bodies | words.vague | words.unnamed))


def _personal(token: Token, words: Subordination | None) -> bool:
    return any(_PERSONAL & p.marks for p in token.word.parses) and not _is_title(token, words)


def _only_personal(token: Token) -> bool:
    parses = token.word.parses
    return (
        bool(parses)
        and all(_PERSONAL & p.marks or "Geox" in p.marks for p in parses if p.pos == "NOUN")
        and bool(_PERSONAL & parses[0].marks)
    )


def _shortened(
    reading: Reading, words: Subordination, i: int, last: int, cases: Sequence[str], depth: int
) -> Named | None:
    """A name that begins with a shortened word: «зам. директора по персоналу», «ген. директору», «и. о. декана»."""
    tokens, plain = reading.tokens, reading.outline.document.plain
    start = tokens[i].span.start
    for pattern, full in words.shorts:
        found = pattern.match(plain, start, tokens[last - 1].span.end + 1)
        if not found or depth > 2:
            continue
        rest = next((j for j in range(i, last) if tokens[j].span.start >= found.end()), last)
        if plain[found.end() - 1] != "." and tokens[i].span.end != found.end():
            continue
        if full.endswith(("ый", "ий")) and full != "заведующий":
            following = name_at(reading, words, rest, last, cases, depth + 1)
            if following is None:
                continue
            return _named(reading, i, following.end, f"{full} {following.value}", following.form, person=False)
        stop = _stop(reading, words, rest, last, "nomn") if rest < last else rest
        for case in (*_OBLIQUE, "nomn"):
            phrase = reading.noun_phrase(rest, case, stop) if rest < stop else None
            if phrase:
                words_after = plain[tokens[rest].span.start : tokens[phrase[0] - 1].span.end]
                person = person_end(reading, words, phrase[0], last)
                return _named(reading, i, phrase[0], f"{full} {words_after}", "position", person=person > phrase[0])
    return None


def _form(tokens: Sequence[Token], value: str, case: str, words: Subordination) -> str | None:
    """What kind of name it is: position, body, vague; None for what is no superior."""
    head = next((t for t in tokens if any(p.pos == "NOUN" and p.case == case for p in t.word.parses)), tokens[0])
    if head.word.lemmas & words.things and not head.word.lemmas & words.heads:
        return None
    said = _QUOTES.sub(" ", value).lower().split()
    names = {part for word in said[:3] for part in (word, *word.split("-"))}
    names |= {part for lemma in head.word.lemmas for part in (lemma, *lemma.split("-"))}
    if _is_vague(" ".join(said), head, words):
        return "vague"
    if head.text[:1].isupper() and not names & words.heads and any(_PERSONAL & p.marks for p in head.word.parses):
        return None  # «Зайцев» is no plural of «заяц»
    body = head.word.lemmas & words.bodies
    animate = any(
        p.animacy == "anim" and p.case == case and not _PERSONAL & p.marks for p in head.word.parses if p.pos == "NOUN"
    )
    if body and not animate:
        return "body"
    if names & words.heads or animate:
        return "position"
    return None


def _is_vague(value: str, head: Token, words: Subordination) -> bool:
    if head.word.lemmas & words.vague and not head.word.lemmas & words.heads:
        return True
    bare = _EMPTY.sub("", f"{value} ").strip()
    first, _, whose = bare.partition(" ")
    if first == "представитель" and whose.startswith(_OF_NOBODY):
        return True
    return bare in words.vague_alone or bare.startswith(("лицо ", "лица ")) or value.startswith("вышестоящ")
