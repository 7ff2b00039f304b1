"""How a report is to look."""

from __future__ import annotations

from jdlint.model.finding import Severity
from jdlint.model.report import Report
from jdlint.record import record
from jdlint.report.place import is_whole, located

SEVERITIES = {
    "ru": {Severity.ERROR: "ошибка", Severity.WARNING: "предупреждение", Severity.INFO: "совет"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"},
}
_COUNTED = {
    Severity.ERROR: ("ошибка", "ошибки", "ошибок"),
    Severity.WARNING: ("предупреждение", "предупреждения", "предупреждений"),
    Severity.INFO: ("совет", "совета", "советов"),
}
_NOTHING = {"ru": "замечаний нет", "en": "nothing found"}
_COLORS = {"red": "31", "yellow": "33", "cyan": "36", "bold": "1", "dim": "2", "green": "32"}
COLOR_OF = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


@record
class Look:
    """Language, colour, whether to print legal bases and counts by rule, and the width of the terminal."""

    lang: str = "ru"
    color: bool = False
    basis: bool = False
    statistics: bool = False
    width: int = 100

    def paint(self, text: str, *styles: str) -> str:
        """`text` in colour when colour is on."""
        if not self.color or not text:
            return text
        return f"\x1b[{';'.join(_COLORS[s] for s in styles)}m{text}\x1b[0m"

    def severity(self, severity: Severity) -> str:
        """The severity in words."""
        return SEVERITIES[self.lang][severity]


def plural(count: int, one: str, few: str, many: str) -> str:
    """The Russian form that goes with a number: 1 ошибка, 2 ошибки, 5 ошибок."""
    if count % 10 == 1 and count % 100 != 11:
        return f"{count} {one}"
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return f"{count} {few}"
    return f"{count} {many}"


def counted(severity: Severity, count: int, lang: str) -> str:
    """So many findings of a severity, in words: «3 ошибки»."""
    if lang == "en":
        return f"{count} {severity.value}{'s' * (count != 1 and severity is not Severity.INFO)}"
    return plural(count, *_COUNTED[severity])


def summary(report: Report, look: Look) -> str:
    """The closing line: how many documents, how many findings of each severity."""
    documents = len(report.documents)
    total = {
        "ru": plural(documents, "документ", "документа", "документов"),
        "en": f"{documents} document{'s' * (documents != 1)}",
    }[look.lang]
    return f"{total}: {found(report, look)}"


def found(report: Report, look: Look) -> str:
    """How many findings of each severity, and what there is besides."""
    counts = {s: report.count(s) for s in Severity}
    told = ", ".join(counted(s, counts[s], look.lang) for s in Severity if counts[s])
    return f"{told or _NOTHING[look.lang]}{_set_aside(report, look)}"


def _set_aside(report: Report, look: Look) -> str:
    """What there is besides: accepted before, allowed in the documents, not read because the run was stopped."""
    accepted = len(report.shown) - len(report.new)
    left = sum(not d.read for d in report.documents) if report.stopped else 0
    words = {
        "ru": (
            f"принято ранее: {accepted}",
            f"разрешено в документах: {report.suppressed}",
            f"проверка остановлена, не прочитано: {left}",
        ),
        "en": (
            f"accepted before: {accepted}",
            f"allowed in the documents: {report.suppressed}",
            f"stopped, not read: {left}",
        ),
    }[look.lang]
    told = [word for word, count in zip(words, (accepted, report.suppressed, report.stopped), strict=True) if count]
    return f" ({'; '.join(told)})" if told else ""


def first_step(report: Report, look: Look) -> str:
    """What to do first, in plain words: the worst finding's place and how to learn more; empty when all is well."""
    if not report.new:
        return ""
    (worst,) = report.first(1) or report.new[:1]
    path = worst.place.path
    place = path if is_whole(worst.place) else f"{path}, {located(worst.place, report, look.lang)}"
    if look.lang == "en":
        return f"Begin with {place}. What is wrong and how to mend it: jdlint rule {worst.code}"
    return f"Начните с {place}. Что не так и как исправить: jdlint rule {worst.code}"


def statistics(report: Report, look: Look) -> list[str]:
    """Counts by rule, most first."""
    counts: dict[str, int] = {}
    for finding in report.new:
        counts[finding.code] = counts.get(finding.code, 0) + 1
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [f"{count:5}  {code}  {report.rules[code].title[look.lang]}" for code, count in rows]
