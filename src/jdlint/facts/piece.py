"""The pieces that citations of law are made of: found in one pass, told apart, normalised."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from jdlint.model.pattern import expression
from jdlint.model.span import Span
from jdlint.record import record

_RUSSIA = r"(?:РФ|РСФСР|СССР|Росси[ия]|Российской\s+Федерации)(?!\w)"
_ABROAD = (
    r"(?:Республик[аи]\s+(?:Беларус[ьи]|Казахстана?|Узбекистана?|Таджикистана?|Армени[яи]|Молдов[аы])"
    r"|Кыргызской\s+Республики|Беларуси|Казахстана|Украины|Узбекистана|(?-i:РБ|РК))(?!\w)"
)
_STATE = rf"(?:\s*(?:{_RUSSIA}|{_ABROAD}))?"
_COUNTRIES = (
    ("RB", r"РБ"), ("RK", r"РК"), ("BY", r"беларус"), ("KZ", r"казахстан"), ("UA", r"украин"), ("UZ", r"узбекистан"),
    ("TJ", r"таджикистан"), ("AM", r"армени"), ("MD", r"молдов"), ("KG", r"кыргыз"),
)  # fmt: skip
_MONTHS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_ORDINALS = ("перв", "втор", "трет", "четв", "пят", "шест", "седьм", "восьм", "девят", "десят")

_ITEM = r"\d{1,4}(?:(?:\.\d{1,2}){1,2}(?:-\d{1,2}(?!\d|\.\d))?)?(?!\d|\.\d)"
_JOINT = r"(?:\s*,\s*(?:и\s+)?|\s+(?:и|или|по)\s+|\s*[-–—]\s*)"
_UNIT = r"(?!\s*(?:лет|год|дн|рабоч|календ|час|мес|руб|%|раз\b|человек|разряд))"
_ARTICLES = rf"{_ITEM}(?:{_JOINT}(?:ст\.\s*)?{_ITEM}{_UNIT})*"
_NUMBERS = r"\d{1,2}(?:\.\d{1,2})?(?!\d|\.\d)(?:\s*(?:,|и|[-–—])\s*\d{1,2}(?:\.\d{1,2})?(?!\d|\.\d))*"
_ORDINAL = rf"(?:{'|'.join(_ORDINALS)})[а-яё]{{1,6}}"
_SIGN = r"(?:№\s*№?|(?<!\w)(?-i:N[oоº]?)\.?(?=\s*[\dА-Я]))"

_CODE_STEMS = (
    r"трудов|гражданск\w+\s+процессуальн|гражданск|арбитражн\w+\s+процессуальн|уголовно-процессуальн"
    r"|уголовно-исполнительн|уголовн|налогов|семейн|жилищн|бюджетн|градостроительн|земельн|лесн|водн|воздушн|таможенн"
)
_FIGURES = r"\d+(?:\.\d+)*"
_DAY_IN_WORDS = rf"[«\"]?\d{{1,2}}[»\"]?\s+(?:{'|'.join(_MONTHS)})[а-яё]{{0,6}}\s+\d{{4}}"
_DAY_IN_FIGURES = r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})"
_ENDS = r"(?:а|у|ом|е|ы|ов|ам|ами|ах)?(?!\w)"
_NEUTER = r"(?:е|я|ю|ем|и|й|ям|ями|ях)(?!\w)"
_MINISTRIES = (
    ("Минздравсоцразвития России", r"минздравсоцразвити\w*|министерств\w+\s+здравоохр\w+\s+и\s+соц\w+\s+разв\w+"),
    ("Минтруд России", r"минтруд\w*(?:\s+и\s+соц\w+)?|министерств\w+\s+труда(?:\s+и\s+соц\w+\s+\w+(?:\s+насел\w+)?)?"),
    ("Минздрав России", r"минздрав\w*|министерств\w+\s+здравоохранения"),
    ("Главный государственный санитарный врач РФ", r"главн\w+\s+государственн\w+\s+санитарн\w+\s+врач\w*"),
    ("Правительство РФ", r"правительств\w+"),
    ("Президент РФ", r"президент\w*"),
    ("МЧС России", r"мчс|министерств\w+(?:\s+\w+){0,4}\s+по\s+делам\s+гражданской\s+обороны"),
    ("Минтранс России", r"минтранс\w*|министерств\w+\s+транспорта"),
    ("Минэнерго России", r"минэнерго|министерств\w+\s+энергетики"),
    ("Госгортехнадзор России", r"госгортехнадзор\w*"),
    ("Ростехнадзор", r"ростехнадзор\w*|федеральн\w+\s+служб\w+\s+по\s+экологическому,?\s+технологическому"),
    ("Минфин России", r"минфин\w*|министерств\w+\s+финансов"),
    ("Банк России", r"банк\w*\s+россии|(?-i:ЦБ)|центральн\w+\s+банк\w*"),
    ("Минпросвещения России", r"минпросвещени\w*|министерств\w+\s+просвещения"),
    ("Минобрнауки России", r"минобрнауки|министерств\w+\s+(?:образования\s+и\s+науки|науки\s+и\s+высшего\s+образ\w+)"),
    ("Минкультуры России", r"минкультур\w*|министерств\w+\s+культуры"),
    ("Роструд", r"роструд\w*|федеральн\w+\s+служб\w+\s+по\s+труду"),
    ("Госкомтруд СССР и Секретариат ВЦСПС", r"госкомтруд\w*"),
    ("", r"мин[а-яё]{4,}|министерств\w+|рос(?:стандарт|архив|потребнадзор|стат|реестр|обрнадзор)\w*"),
    ("", r"гос(?:стандарт|комстат)\w*|(?-i:ФНС|ФСБ|МВД|ФСТЭК)|(?:совет|кабинет)\w*\s+министров"),
)  # fmt: skip
_ISSUERS = tuple((name, expression(pattern, re.IGNORECASE)) for name, pattern in _MINISTRIES)
_OWNERS = (
    r"(?-i:ООО|ОАО|ЗАО|ПАО|АО|ИП|ГУП|МУП|ФГУП|ФГБУ|ГБУ|МБУ|ГБУЗ|ГБОУ|МБОУ|МКУ)|(?:генеральн\w+\s+)?директор\w*|руководител\w*"
    r"|ректор\w*|начальник\w*|главн\w+\s+врач\w*|организаци\w+|предприяти\w+|учреждени\w+|компани\w+|работодател\w+|обществ[ао]"
)

# What a piece may be, in the order of trial. Every alternative begins with a letter, a figure or the sign №.
_GRAMMAR = (
    ("noise", r"(?:в\s+)?ред(?:\.|акци\w+)\s+от|в\s+ред(?:\.|акци\w+)|с\s+(?:последующими\s+)?изм(?:\.|енени\w+)"),
    ("noise", r"зарегистрирован\w*|рег(?:\.|истрационн\w+)\s*(?:№|номер\w*)"),
    ("article", rf"ст(?:\.?\s?ст)?(?:\.|ат(?:ья|ьи|ье|ью|ьей|ей|ьям|ьями|ьях))?\s*(?:№\s*)?{_ARTICLES}"),
    ("part", rf"ч(?:\.|аст(?:ь|и|ью|ей|ям|ями|ях))\s*(?:{_NUMBERS}|{_ORDINAL}(?:\s+и\s+{_ORDINAL})?)"),
    ("point", rf"(?:п\.?\s?п\.?|п(?:\.|ункт\w*))\s*{_NUMBERS}"),
    ("sub", rf"(?:подп(?:\.|ункт\w*)\s*[«\"]?(?:[а-я]|\d{{1,2}})[»\"]?(?!\w)|абз(?:\.|ац\w*)\s*(?:\d+|{_ORDINAL}))"),
    ("other", r"кодекс\w*\s+(?:\w+\s+){0,2}(?:этик\w+|поведени\w+)"),
    ("code", rf"(?-i:ТК|ГПК|АПК|УПК|УИК|ГрК|ГК|УК|НК|К[оО]АП|СК|ЖК|БК|ЗК|К[зЗ][оО]Т)(?!\w){_STATE}"),
    ("code", rf"(?:{_CODE_STEMS})\w+\s+кодекс\w*{_STATE}|кодекс\w*\s+законов\s+о\s+труде{_STATE}"),
    ("code", rf"кодекс\w*{_STATE}\s+об\s+административных\s+правонарушениях{_STATE}"),
    ("code", rf"кодекс{_ENDS}{_STATE}|конституци[яиюей]{{1,2}}(?!\w){_STATE}"),
    ("design", rf"(?-i:ГОСТ(?:\s?Р)?|СанПиН|СП|ОК|ППБ|ПБ|ПОТ\s?Р?\s?М|ПБУ)[-–№\s]*{_FIGURES}(?:[-–/.]{_FIGURES})+"),
    ("number", rf"{_SIGN}?\s*\d{{1,4}}\s*[-–—]?\s*(?-i:Ф[ЗзK3]|ФКЗ|фз|фкз)(?!\w)"),
    ("number", rf"(?-i:ФЗ|фз)\s*[-–—]?\s*{_SIGN}?\s*\d{{1,4}}(?!\d|\.\d)"),
    ("number", rf"{_SIGN}\s*(?=[\w/-]*\d)[\w/.-]{{1,25}}(?:\s[нН](?!\w))?|\d{{2,4}}н(?:/\d{{2,4}}н)?(?!\w)"),
    ("number", r"(?<=[а-яё\d.]\s)\d{1,2}/\d{2}(?![\w/]|\.\d)"),  # a joint order, whose sign № was left out
    ("date", rf"(?:от\s+)?(?:{_DAY_IN_WORDS}|{_DAY_IN_FIGURES})(?!\d|\.\d)(?:\s*г(?:ода|\.)?(?!\w))?"),
    ("issuer", rf"(?:{'|'.join(p for _, p in _MINISTRIES)})(?!\w){_STATE}"),
    ("kind", rf"(?:федеральн\w+\s+(?:конституционн\w+\s+)?закон|закон){_ENDS}{_STATE}|(?-i:ФЗ|ФКЗ)(?!\w)"),
    ("kind", rf"основ(?:ы|ам|ами|ах)?\s+законодательства{_STATE}|(?:указ|приказ){_ENDS}|письм(?:о|а|у|ом|е|ах)(?!\w)"),
    ("kind", rf"(?:постановлени|распоряжени|указани|положени){_NEUTER}|(?-i:ПП)\s+РФ(?!\w)"),
    ("owner", rf"(?:{_OWNERS})(?!\w)"),
    ("other", r"устав\w*|(?:коллективн|трудов)\w+\s+договор\w*|инструкци\w+|правил(?:а|ам|ами|ах)?(?!\w)"),
    ("other", r"соглашени\w+|регламент\w*|конвенци\w+"),
)  # fmt: skip
# A look at the first letter spares most words the trial of every alternative.
_FIRST = r"(?=[№\dNabcрсзчпктгаужбмфоднцвлщ«\"])"
_PIECE = expression(
    rf"(?<![\w-]){_FIRST}(?:"
    + "|".join(f"(?P<k{i}_{name}>{pattern})" for i, (name, pattern) in enumerate(_GRAMMAR))
    + ")",
    re.IGNORECASE,
)
_DATE = expression(r"(\d{1,2})\W+(?:(\d{1,2})\.|([а-яё]+)\s+)(\d{2,4})", re.IGNORECASE)
_ARTICLE = expression(rf"{_ITEM}")
_FEDERAL = expression(r"(\d{1,4})\s*[-–—]?\s*(?:Ф[ЗK3]|ФКЗ)|ФЗ\D*(\d{1,4})", re.IGNORECASE)
_LOOKALIKE = str.maketrans("ABCEHKMOPTXYaceopxyN", "АВСЕНКМОРТХУасеорхуN")


# How codes are called: abbreviation, the name, family of ids in the register ("" when it has none).
_CODES = (
    ("ГПК", r"гражданск\w+\s+процесс", ""),
    ("АПК", r"арбитражн", ""),
    ("УПК", r"уголовно-процесс", ""),
    ("УИК", r"уголовно-исполн", ""),
    ("КОАП", r"кодекс\w*\W.*административн", "koap-rf"),
    ("КЗОТ", r"кодекс\w*\s+законов", "kzot-rsfsr"),
    ("ТК", r"трудов", "tk-rf"),
    ("ГК", r"гражданск", "gk-rf"),
    ("УК", r"уголовн", "uk-rf"),
    ("НК", r"налогов", "nk-rf"),
)
_KINDS = (
    ("закон", r"(?:федеральн\w+\s.*)?закон|фк?з|основ"),
    ("указ", r"указ(?!ан)"),
    ("приказ", r"приказ"),
    ("постановление", r"постановл|пп"),
    ("распоряжение", r"распоряж"),
    ("указание", r"указан"),
    ("положение", r"положен"),
    ("письмо", r"письм"),
)
_DESIGNS = (
    ("гост", "ГОСТ Р"),
    ("санпин", "СанПиН"),
    ("сп", "СП"),
    ("ок", "классификатор"),
    ("ппб", "правила"),
    ("пот", "правила"),
    ("пбу", ""),
    ("пб", "правила"),
)


@record
class Piece:
    """A stretch of text that may be part of a citation, and what it is."""

    kind: str
    span: Span
    text: str

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.span.start

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.span.end


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of `text[start:end]` in order; they do not overlap."""
    for found in _PIECE.finditer(text, start, end):
        name = (found.lastgroup or "").partition("_")[2]
        words = found[0]
        stop = found.end()
        if name == "number":
            stop -= len(words) - len(words.rstrip(".-/"))
        first = found.start() + len(words) - len(words.lstrip())
        yield Piece(name, Span(first, stop), text[first:stop])


def country(text: str) -> str:
    """The foreign state named at the end of a piece: a two-letter code, `RB` and `RK` for abbreviations, or ""."""
    for code, stem in _COUNTRIES:
        if re.search(rf"(?<!\w){stem}", text, 0 if code in {"RB", "RK"} else re.IGNORECASE):
            return code
    return ""


def date(text: str) -> str:
    """A written date as YYYY-MM-DD, "" when there is no such day."""
    found = _DATE.search(text)
    if not found:
        return ""
    word = (found[3] or "").lower()
    month = int(found[2]) if found[2] else next((i for i, m in enumerate(_MONTHS, 1) if word.startswith(m)), 0)
    year = int(found[4])
    if len(found[4]) == 2:
        year += 1900 if year > 45 else 2000
    try:
        return dt.date(year, month, int(found[1])).isoformat()
    except ValueError:
        return ""


def number(text: str) -> str:
    """An act's number in one form: `152-ФЗ`, `675н`, `2300-1`."""
    found = _FEDERAL.search(text)
    if found:
        return f"{found[1] or found[2]}-{'ФКЗ' if 'ФКЗ' in text.upper() else 'ФЗ'}"
    bare = re.sub(rf"^{_SIGN}\s*", "", text).replace("–", "-").replace("—", "-").replace(" ", "")
    bare = re.sub(r"-I$", "-1", bare).translate(_LOOKALIKE)
    return re.sub(r"(?<=\d)Н", "н", bare)


def designation(text: str) -> str:
    """The number of a standard, sanitary rules or a classifier: `2.2.3670-20`."""
    found = re.search(r"\d.*", text)
    return found[0].replace("–", "-") if found else ""


def code(text: str) -> str:
    """The family of ids that a code of Russia has in the register, "" when it has none."""
    short = re.match(r"[А-ЯЁ]+(?![А-ЯЁ])", text.upper())
    names = ((a, re.match(n, text, re.IGNORECASE), family) for a, n, family in _CODES)
    return next((family for a, named, family in names if named or (short and short[0] == a)), "")


def kind(text: str) -> str:
    """What kind of act a `kind` piece names, in the register's word."""
    return next(name for name, stem in _KINDS if re.match(stem, text, re.IGNORECASE))


def standard(text: str) -> str:
    """What kind of act a `design` piece names, "" for one that stands in the register under another kind."""
    return next(name for stem, name in _DESIGNS if text.lower().startswith(stem))


def articles(text: str) -> Iterator[tuple[Span, str, bool]]:
    """The articles of an `article` piece: place inside it, number, whether it closes a range."""
    last = 0
    for found in _ARTICLE.finditer(text):
        closes = re.search(r"\d\s*[-–—]\s*(?:ст\.\s*)?$", text[last : found.start()]) is not None
        yield Span(found.start(), found.end()), found[0], closes
        last = max(found.end() - 1, 0)


def numerals(text: str) -> str:
    """The numbers of a `part` or `point` piece, ordinals as figures: `7`, `5-11`, `1,2`."""
    low = text.lower()
    words = [str(i) for i, stem in enumerate(_ORDINALS, 1) if re.search(rf"(?<!\w){stem}", low)]
    if words:
        return ",".join(words)
    body = re.sub(r"^\D+", "", low)
    return re.sub(r"\s*(?:,|и)\s*", ",", re.sub(r"\s*[-–—]\s*", "-", body)).strip()


def issuer(text: str) -> str:
    """The body that issued an act, by its name in the register; as written when the register has no such body."""
    for name, pattern in _ISSUERS:
        if pattern.match(text):
            return name or text
    return text
