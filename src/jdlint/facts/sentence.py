"""One walk over a sentence: its pieces put together to acts and lists of articles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jdlint.facts import piece as lexis
from jdlint.facts.act import Acts, Clue
from jdlint.facts.cursor import Cursor
from jdlint.facts.mention import Barrier, Cited, Mention, Named, Run, listed, narrowed
from jdlint.facts.piece import Piece
from jdlint.facts.requisites import Requisites, requisites, told_by
from jdlint.model.pattern import expression
from jdlint.model.span import Span

# ТК is also a trade centre, УК a managing company, ЖК a block of flats: alone, they are codes only beside an article.
_WEAK = expression(r"(?:ТК|ГПК|АПК|УПК|УИК|ГрК|ГК|УК|НК|СК|ЖК|БК|ЗК)$")
_LOCAL_KINDS = frozenset({"приказ", "распоряжение", "положение", "указание", "письмо"})
_ALIAS = expression(
    r"\s*[,(]\s*дал(?:ее|\.)\s*(?:по\s+тексту\s*)?(?:именуем\w+\s*)?[-–—:]?\s*[«\"]?([^)»\"\n]{2,60})[»\"]?\)?",
    re.IGNORECASE,
)
_TITLED = expression(r"Основ\w*\s+законодательства\s+Р")
# So numbered are only orders registered by the Ministry of Justice.
_ORDER = expression(r"(?:№\s*)?\d{2,4}н(?:/\d{2,4}н)?")


def mentions(text: str, sentence: Span, register: Acts, aliases: dict[str, Named]) -> list[Mention]:
    """What the sentence mentions, in order; short names that it gives to acts are added to `aliases`."""
    parts = list(lexis.pieces(text, sentence.start, sentence.end))
    return _Scan(Cursor(text, sentence, parts), register, aliases).run() if parts else []


@dataclass(slots=True)
class _Scan:
    """One walk over the pieces of a sentence."""

    cursor: Cursor
    register: Acts
    aliases: dict[str, Named]
    found: list[Mention] = field(default_factory=list)

    def run(self) -> list[Mention]:
        steps = {
            "noise": self.cursor.skip_noise,
            "code": self._code,
            "kind": self._act,
            "number": self._act,
            "design": self._design,
            "date": self._dated,
        }
        steps |= dict.fromkeys(("article", "part", "point", "sub"), self._articles)
        while here := self.cursor.here:
            step = steps.get(here.kind)
            if step:
                step()
                continue
            if here.kind == "other":
                self.found.append(Barrier(here.span))
            self.cursor.take()
        return self.found

    def _articles(self) -> None:
        cursor = self.cursor
        start = end = cursor.parts[cursor.at].start
        cited: list[Cited] = []
        ahead: list[Piece] = []
        while part := cursor.here:
            gap = cursor.gap(end)
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
            end = cursor.take().end
        if cited:
            self.found.append(Run(Span(start, end), tuple(cited)))

    def _trails(self, part: Piece, gap: str) -> bool:
        """Whether a part or point named after an article is of that article, not of the next one."""
        rest = self.cursor.parts[self.cursor.at + 1 :]
        following = next((p for p in rest if p.kind not in {"part", "point", "sub"}), None)
        if following is None or following.kind != "article":
            return True
        return "," not in gap and "," in self.cursor.text[part.end : following.start]

    def _code(self) -> None:
        here = self.cursor.take()
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
        cursor, marks, end = self.cursor, dict(named.marks), named.span.end
        while part := cursor.here:
            if part.kind == "noise":
                cursor.skip_noise()
                continue
            tight = re.fullmatch(r"[\s,(]*(?:от\s+)?", cursor.gap(end))
            if not tight or part.kind not in {"date", "number"} or part.kind in marks:
                break
            marks |= told_by(part, marks)
            end = cursor.take().end
        return Named(Span(named.span.start, end), named.family, named.weak and "number" not in marks, marks)

    def _finish(self, named: Named) -> None:
        """Adds the act; takes in the short name in brackets behind it."""
        cursor = self.cursor
        alias = _ALIAS.match(cursor.text, named.span.end, cursor.sentence.end)
        if alias:
            word = alias[1].strip().lower()
            for key in ("кодекс", "закон"):
                if word.startswith(key):
                    self.aliases[key] = named
            cursor.skip_to(alias.end())
        elif self._is_said_again(named.span.end):
            cursor.take()
        self.found.append(named)

    def _is_said_again(self, end: int) -> bool:
        """Whether the next piece is the code's other name in brackets («Трудовой кодекс (ТК РФ)»)."""
        again = self.cursor.here
        if again is None or again.kind != "code" or not re.fullmatch(r"\s*\(\s*", self.cursor.gap(end)):
            return False
        return self.cursor.text[again.end : again.end + 1] == ")"

    def _design(self) -> None:
        here = self.cursor.take()
        number = lexis.designation(here.text)
        kind = lexis.standard(here.text)
        family, known = self.register.find(Clue(kind=kind, number=number))
        self._finish(
            Named(here.span, family, marks={"act": here.text, "number": number, "known": "name" if known else ""})
        )

    def _act(self) -> None:
        """An act from the word for its kind, or from a federal law's number, to the last of its requisites."""
        head = self.cursor.take()
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
        head = self.cursor.take()
        following = self.cursor.here
        if following is None or following.kind != "number" or len(self.cursor.gap(head.end)) > 3:
            return
        if re.search(r"\dн$", lexis.number(following.text)):
            self._fill(head, "приказ", {"number": "", "country": "", "date": lexis.date(head.text)})

    def _fill(self, head: Piece, kind: str, known: Mapping[str, str]) -> None:
        """Adds the act that begins with `head` and, of a list («приказами от … № …, от … № …»), those that follow."""
        following: Piece | None = head
        while following:
            read = requisites(self.cursor, following, known)
            following = self._following_act(read.span.end) if self._conclude(read, kind) else None
            if following:
                issuer = read.marks.get("issuer", "")
                known = {"number": "", "country": "", "issuer": issuer, **told_by(following, {})}

    def _conclude(self, read: Requisites, kind: str) -> bool:
        """Adds the act with these requisites; false when they are too few to tell which act it is."""
        span, marks = read.span, read.marks
        number, date, issuer = (marks.get(key, "") for key in ("number", "date", "issuer"))
        if number.isdigit() and re.match(r"федеральн|ФЗ", span.of(self.cursor.text), re.IGNORECASE):
            number = marks["number"] = f"{number}-ФЗ"
        local = kind in _LOCAL_KINDS and (read.owned or not issuer) and not re.search(r"\dн\b", number)
        family = known = ""
        if not local and not marks["country"] and (number or read.title):
            head = span.of(self.cursor.text)
            based = "основы законодательства " if head.lower().startswith("основ") else ""
            if not based or number or _TITLED.match(head):  # «знает основы законодательства о труде» names no law
                family, known = self.register.find(Clue(kind, issuer, number, date, based + read.title))
        if not number and not (kind == "закон" and (family or marks.get("title") or marks["country"])):
            self._unnumbered(span, kind)
            return False
        marks |= {"act": " ".join(span.of(self.cursor.text).split()), "known": known, "local": "yes" if local else ""}
        self._finish(Named(span, family, marks=marks))
        return True

    def _following_act(self, end: int) -> Piece | None:
        """The date or number that begins the next act of a list («приказами … от … № …, от … № …»)."""
        part = self.cursor.here
        if part is None or not re.fullmatch(r"\s*(?:,|и|,\s*и)\s*", self.cursor.gap(end)):
            return None
        if part.kind != "date" or not part.text.lower().startswith("от"):
            return None
        return self.cursor.take()

    def _unnumbered(self, span: Span, kind: str) -> None:
        if kind == "закон" and "закон" in self.aliases:
            self._alias(Piece("kind", span, span.of(self.cursor.text)), "закон")
        else:
            self.found.append(Barrier(span))
