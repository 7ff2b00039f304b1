"""One walk over a sentence: its pieces put together to acts and lists of articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jdlint.facts import piece as lexis
from jdlint.facts.act import Acts, Clue
from jdlint.facts.mention import Barrier, Cited, Mention, Named, Run, listed, narrowed
from jdlint.facts.piece import Piece
from jdlint.model.span import Span

# ТК is also a trade centre, УК a managing company, ЖК a block of flats: alone, they are codes only beside an article.
_WEAK = re.compile(r"(?:ТК|ГПК|АПК|УПК|УИК|ГрК|ГК|УК|НК|СК|ЖК|БК|ЗК)$")
_LOCAL_KINDS = frozenset({"приказ", "распоряжение", "положение", "указание", "письмо"})
_QUOTED = re.compile(
    r"\s*(?:«([^«»\n]{2,250}(?:«[^«»\n]{1,120}»[^«»\n]{0,120})?)»|\"([^\"\n]{3,250})\"|“([^“”\n]{3,250})”)"
)
_UNQUOTED = re.compile(r"\s+(об?\s+[а-яё][^,;.()«»\"\n№\d]{5,120})", re.IGNORECASE)
_APPROVED = re.compile(r"[»\"]?,?\s*\(?\s*утв(?:\.|ержд[а-яё]*)\s*$", re.IGNORECASE)
_ALIAS = re.compile(
    r"\s*[,(]\s*дал(?:ее|\.)\s*(?:по\s+тексту\s*)?(?:именуем\w+\s*)?[-–—:]?\s*[«\"]?([^)»\"\n]{2,60})[»\"]?\)?",
    re.IGNORECASE,
)
# So numbered are only orders registered by the Ministry of Justice.
_ORDER = re.compile(r"(?:№\s*)?\d{2,4}н(?:/\d{2,4}н)?")
_LONGEST_ISSUER = 110


def mentions(text: str, sentence: Span, register: Acts, aliases: dict[str, Named]) -> list[Mention]:
    """What the sentence mentions, in order; short names that it gives to acts are added to `aliases`."""
    parts = list(lexis.pieces(text, sentence.start, sentence.end))
    scan = _Scan(text, sentence, parts, register, aliases) if parts else None
    return scan.run() if scan else []


@dataclass(slots=True)
class _Scan:
    """One walk over the pieces of a sentence."""

    text: str
    sentence: Span
    parts: Sequence[Piece]
    register: Acts
    aliases: dict[str, Named]
    at: int = 0
    found: list[Mention] = field(default_factory=list)

    def run(self) -> list[Mention]:
        steps = {
            "noise": self._noise,
            "code": self._code,
            "kind": self._act,
            "number": self._act,
            "design": self._design,
            "date": self._dated,
        }
        steps |= dict.fromkeys(("article", "part", "point", "sub"), self._articles)
        while self.at < len(self.parts):
            here = self.parts[self.at]
            step = steps.get(here.kind)
            if step:
                step()
            else:
                if here.kind == "other":
                    self.found.append(Barrier(here.span))
                self.at += 1
        return self.found

    def _gap(self, start: int) -> str:
        """The words between `start` and the next piece; a long string when there is none."""
        return self.text[start : self.parts[self.at].start] if self.at < len(self.parts) else "\n" * 200

    def _skip_to(self, offset: int) -> None:
        while self.at < len(self.parts) and self.parts[self.at].start < offset:
            self.at += 1

    def _noise(self) -> None:
        """Steps over an edition, an amending act or a registration: their requisites are not the act's."""
        here = self.parts[self.at]
        opened = self.text.rfind("(", max(here.start - 40, self.sentence.start), here.start)
        if opened >= 0 and ")" not in self.text[opened : here.start]:
            closed = self.text.find(")", here.end, self.sentence.end)
            self._skip_to(closed if closed >= 0 else self.sentence.end)
            return
        self.at += 1
        end, taken = here.end, set[str]()
        while self.at < len(self.parts):
            part = self.parts[self.at]
            limit = 40 if not taken else 12
            if (
                part.kind not in {"kind", "issuer", "date", "number"}
                or part.kind in taken
                or len(self._gap(end)) > limit
            ):
                return
            if "number" in taken and part.kind != "date":
                return
            taken.add(part.kind)
            end = part.end
            self.at += 1

    def _articles(self) -> None:
        start, end = self.parts[self.at].start, self.parts[self.at].start
        cited: list[Cited] = []
        ahead: list[Piece] = []
        while self.at < len(self.parts):
            part = self.parts[self.at]
            gap = self._gap(end)
            if part.kind not in {"article", "part", "point", "sub"} or not re.fullmatch(
                r"[\s,(]*(?:(?:и|или|а также)\s+)?", gap
            ):
                break
            if part.kind == "article":
                cited.extend(listed(part, ahead))
                ahead = []
            elif cited and self._trails(part, gap):
                cited[-1] = narrowed(cited[-1], part)
            else:
                ahead.append(part)
            end = part.end
            self.at += 1
        if cited:
            self.found.append(Run(Span(start, end), tuple(cited)))

    def _trails(self, part: Piece, gap: str) -> bool:
        """Whether a part or point named after an article is of that article, not of the next one."""
        rest = self.parts[self.at + 1 :]
        following = next((p for p in rest if p.kind not in {"part", "point", "sub"}), None)
        if following is None or following.kind != "article":
            return True
        return "," not in gap and "," in self.text[part.end : following.start]

    def _code(self) -> None:
        here = self.parts[self.at]
        self.at += 1
        country = lexis.country(here.text)
        family = "" if country else lexis.code(here.text)
        marks = {"act": here.text, "known": "name", "country": country}
        named = Named(here.span, family, bool(_WEAK.match(here.text)), marks)
        if re.fullmatch(r"кодекс[а-яё]*(?:\s.*)?", here.text, re.IGNORECASE) and not family and not country:
            self._alias(here, "кодекс")
            return
        self._finish(self._numbered(named))

    def _alias(self, here: Piece, word: str) -> None:
        known = self.aliases.get(word)
        if known:
            marks = {"act": here.text, "known": "name", "country": known.marks.get("country", "")}
            self._finish(Named(here.span, known.family, marks=marks))
        else:
            self.found.append(Named(here.span, weak=True, marks={"act": here.text}))

    def _numbered(self, named: Named) -> Named:
        """The code with the date, number and abbreviation that stand right behind its name."""
        marks, end = dict(named.marks), named.span.end
        while self.at < len(self.parts):
            part = self.parts[self.at]
            if part.kind == "noise":
                self._noise()
                continue
            tight = re.fullmatch(r"[\s,(]*(?:от\s+)?", self._gap(end))
            if not tight or part.kind not in {"date", "number"} or part.kind in marks:
                break
            marks[part.kind] = lexis.date(part.text) if part.kind == "date" else lexis.number(part.text)
            end = part.end
            self.at += 1
        return Named(Span(named.span.start, end), named.family, named.weak and "number" not in marks, marks)

    def _finish(self, named: Named) -> None:
        """Adds the act; takes in the short name in brackets behind it."""
        alias = _ALIAS.match(self.text, named.span.end, self.sentence.end)
        if alias:
            word = alias[1].strip().lower()
            for key in ("кодекс", "закон"):
                if word.startswith(key):
                    self.aliases[key] = named
            self._skip_to(alias.end())
        elif self.at < len(self.parts) and re.fullmatch(r"\s*\(\s*", self._gap(named.span.end)):
            again = self.parts[self.at]
            if again.kind == "code" and self.text[again.end : again.end + 1] == ")":
                self.at += 1
        self.found.append(named)

    def _design(self) -> None:
        here = self.parts[self.at]
        self.at += 1
        number = lexis.designation(here.text)
        kind = lexis.standard(here.text)
        family, known = self.register.find(Clue(kind=kind, number=number))
        self._finish(
            Named(here.span, family, marks={"act": here.text, "number": number, "known": "name" if known else ""})
        )

    def _act(self) -> None:
        """An act from the word for its kind, or from a federal law's number, to the last of its requisites."""
        head = self.parts[self.at]
        self.at += 1
        bare = head.kind == "number"
        number = lexis.number(head.text) if bare else ""
        order = bare and _ORDER.fullmatch(head.text) is not None
        if bare and not order and not number.endswith(("ФЗ", "ФКЗ")):
            return
        kind = "приказ" if order else "закон" if bare else lexis.kind(head.text)
        marks = {"number": number, "country": lexis.country(head.text)}
        if head.text.startswith("ПП"):
            marks["issuer"] = "Правительство РФ"
        self._fill(head, kind, marks)

    def _dated(self) -> None:
        """A registered order called by its date and number alone («29.09.2020 № 675н»)."""
        head = self.parts[self.at]
        self.at += 1
        following = self.parts[self.at] if self.at < len(self.parts) else None
        if following is None or following.kind != "number" or len(self._gap(head.end)) > 3:
            return
        if re.search(r"\dн$", lexis.number(following.text)):
            self._fill(head, "приказ", {"number": "", "country": "", "date": lexis.date(head.text)})

    def _fill(self, head: Piece, kind: str, marks: dict[str, str]) -> None:
        end, owned = head.end, False
        while True:
            end = end if owned else self._titled(end, marks)
            self._skip_to(end)
            if self.at >= len(self.parts):
                break
            part = self.parts[self.at]
            gap = self._gap(end)
            if part.kind == "noise":
                if len(gap) > 5:
                    break
                self._noise()
            elif part.kind == "owner" and not marks.get("number") and len(gap) < _LONGEST_ISSUER:
                owned = owned or not marks.get("issuer")
                self.at += 1
                end = part.end
            elif part.kind in {"issuer", "date", "number"} and _belongs(part, gap, marks, owned=owned):
                _take(part, marks)
                self.at += 1
                end = part.end
            else:
                break
        title = marks.get("title") or self._title_ahead(head.start) or self._title_behind(end)
        self._conclude(Span(head.start, end), kind, marks, title, owned=owned)

    def _conclude(self, span: Span, kind: str, marks: dict[str, str], title: str, *, owned: bool) -> None:
        number, date, issuer = (marks.get(key, "") for key in ("number", "date", "issuer"))
        if number.isdigit() and re.match(r"федеральн|ФЗ", span.of(self.text), re.IGNORECASE):
            number = marks["number"] = f"{number}-ФЗ"
        local = kind in _LOCAL_KINDS and (owned or not issuer) and not re.search(r"\dн\b", number)
        family = known = ""
        if not local and not marks["country"] and (number or title):
            family, known = self.register.find(Clue(kind, issuer, number, date, title))
        if not number and not (kind == "закон" and (family or marks.get("title") or marks["country"])):
            self._unnumbered(span, kind)
            return
        marks |= {"act": " ".join(span.of(self.text).split()), "known": known, "local": "yes" if local else ""}
        self._finish(Named(span, family, marks=marks))
        again = self._following_act(span.end)
        if again:
            rest = {"number": "", "country": "", "issuer": issuer}
            self._fill(again, kind, rest | _taken(again))

    def _following_act(self, end: int) -> Piece | None:
        """The date or number that begins the next act of a list («приказами … от … № …, от … № …»)."""
        if self.at >= len(self.parts) or not re.fullmatch(r"\s*(?:,|и|,\s*и)\s*", self._gap(end)):
            return None
        part = self.parts[self.at]
        if part.kind != "date" or not part.text.lower().startswith("от"):
            return None
        self.at += 1
        return part

    def _unnumbered(self, span: Span, kind: str) -> None:
        if kind == "закон" and "закон" in self.aliases:
            self._alias(Piece("kind", span, span.of(self.text)), "закон")
        else:
            self.found.append(Barrier(span))

    def _titled(self, end: int, marks: dict[str, str]) -> int:
        quoted = _QUOTED.match(self.text, end, self.sentence.end) if not marks.get("title") else None
        if not quoted:
            return end
        marks["title"] = next(filter(None, quoted.groups()))
        return quoted.end()

    def _title_ahead(self, start: int) -> str:
        """What is said to be approved by the act that begins here."""
        approved = _APPROVED.search(self.text, max(self.sentence.start, start - 30), start)
        return self.text[max(self.sentence.start, approved.start() - 200) : approved.start()] if approved else ""

    def _title_behind(self, end: int) -> str:
        found = _UNQUOTED.match(self.text, end, self.sentence.end)
        return found[1] if found else ""


def _belongs(part: Piece, gap: str, marks: Mapping[str, str], *, owned: bool) -> bool:
    if part.kind == "issuer":
        return not marks.get("number") and not marks.get("date") and len(gap) <= 20
    if marks.get(part.kind):
        return False
    loose = _LONGEST_ISSUER if owned or marks.get("issuer") else 60 if part.text.lower().startswith("от") else 3
    if part.kind == "number":
        return len(gap) <= (25 if marks.get("date") else loose)
    return len(gap) <= (3 if marks.get("number") else loose)


def _taken(part: Piece) -> dict[str, str]:
    marks: dict[str, str] = {}
    _take(part, marks)
    return marks


def _take(part: Piece, marks: dict[str, str]) -> None:
    if part.kind == "date":
        marks["date"] = lexis.date(part.text)
    elif part.kind == "number":
        marks["number"] = lexis.number(part.text)
    else:
        marks["issuer"] = marks.get("issuer") or lexis.issuer(part.text)
        marks["country"] = marks.get("country") or lexis.country(part.text)
