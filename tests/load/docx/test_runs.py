"""The way back from the reading text to the runs of the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jdlint.load.docx import load
from jdlint.load.docx.runs import Map, RunPiece
from jdlint.model.document import Source
from jdlint.model.span import Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SEPARATE = '<r><fldChar fldCharType="separate"/></r>'
BOX = "<v:shape><v:textbox><txbxContent><p><r/><r/></p></txbxContent></v:textbox></v:shape>"
CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "dev"
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def either(need: str, choice: str, fallback: str) -> str:
    """Two versions of the same, the first for those that know some markup."""
    first = f'<mc:Choice Requires="{need}">{choice}</mc:Choice>'
    return f"<mc:AlternateContent>{first}<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"


def run_text(paragraph: Any, number: int) -> str:
    """What the run of that number shows, counted independently of the loader."""
    runs = [r for r in paragraph.iter(f"{W}r") if not any(a.tag == f"{W}txbxContent" for a in _up(r, paragraph))]
    out = ""
    for child in runs[number]:
        name = child.tag.removeprefix(W)
        out += (child.text or "").replace("\n", " ") if name == "t" else _SIGNS.get(name, "")
    return out


def _up(element: Any, top: Any) -> Any:
    for ancestor in element.iterancestors():
        if ancestor is top:
            return
        yield ancestor


def locate(source: Source, span: Span) -> tuple[RunPiece, ...]:
    """The pieces of runs that make up a place of the reading text."""
    return Map(source).locate(span)


def _paragraph(way: Map, anchor: str) -> Any:
    found = way.paragraph(anchor)
    assert found is not None
    return found[1]


def test_through_wrappers(x: Any) -> None:
    """Runs are counted in the order of the file, removed ones too; offsets count what the run shows."""
    body = (
        f"<p>{x.t('Ведёт ')}<del><r><delText>плохой </delText></r></del><ins>{x.t('полный учёт')}</ins>"
        f"<hyperlink>{x.t(' и сверку')}</hyperlink></p>"
    )
    source = Source("а.docx", x.pack(body))
    text = load(source).text
    start = text.index("учёт и")
    pieces = locate(source, Span(start, start + 6))

    assert [("word/document.xml", "body/p[1]", 2, 7, 11), ("word/document.xml", "body/p[1]", 3, 0, 2)] == [
        (p.part, p.anchor, p.run, p.start, p.end) for p in pieces
    ]


def test_drawn_blanks_lead_to_what_they_stand_for(x: Any) -> None:
    """A field's blank leads to the space in the first run of its result, a drawn line to the point where it is drawn."""
    begin = f'<r><fldChar fldCharType="begin"><ffData/></fldChar></r><r><instrText>FORMTEXT</instrText></r>{SEPARATE}'
    field = f"{begin}{x.t('  ')}{x.t('   ')}" + '<r><fldChar fldCharType="end"/></r>'
    line = '<r><t>да</t><w:pict><v:line from="0,0" to="200,0"/></w:pict></r>'
    source = Source("а.docx", x.pack(f"<p>{x.t('Отдел ')}{field}</p><p>{x.t('Подпись')}{line}</p>"))
    blanks = load(source).blanks

    assert [[(4, 0, 2)], [(1, 2, 2)]] == [
        [(p.run, p.start, p.end) for p in locate(source, blank.span)] for blank in blanks
    ]


@pytest.mark.parametrize(
    ("between", "number"),
    [
        ("", 1),
        ("<r/>", 2),
        ("<ins><r/></ins>", 2),
        ("<del><r/><r/></del>", 3),
        ("<sdt><sdtContent><r/></sdtContent></sdt>", 2),
        ("<m:oMath><r/><m:r/></m:oMath>", 2),
        ("<r><ruby><rt><r/></rt><rubyBase><r/></rubyBase></ruby></r>", 4),
        ("<r><ruby><rubyBase><r/></rubyBase><rt><r/><r/></rt></ruby></r>", 5),
        (f"<r><pict>{BOX}</pict></r>", 2),
        (f"<del><r><pict>{BOX}</pict></r></del>", 2),
        (either("no", "<r/><r/>", ""), 3),
        (either("no", f"<r><pict>{BOX}</pict></r>", "<r/>"), 3),
        (either("wps", "<r/>", "<r/><r/>"), 4),
    ],
)
def test_numbers_of_runs(x: Any, between: str, number: int) -> None:
    """Every run of the paragraph counts, read or not, in the order of the file; those of a text box in it do not."""
    source = Source("а.docx", x.pack(f"<p>{x.t('до ')}{between}{x.t('после')}</p>"))
    start = load(source).text.index("после")

    assert [(number, 0, 5)] == [(p.run, p.start, p.end) for p in locate(source, Span(start, start + 5))]


def test_labels_have_no_run(x: Any) -> None:
    """A computed number stands in no run; the words after it do."""
    numbering = x.numbering(x.level(0, "%1."))
    source = Source(
        "а.docx", x.pack(x.p("Текст", '<numPr><ilvl val="0"/><numId val="1"/></numPr>'), numbering=numbering)
    )

    assert [Span(3, 8)] == [p.span for p in locate(source, Span(0, 8))]


def test_trimmed_and_joined(x: Any) -> None:
    """Spaces cut off at the ends and paragraphs put together keep their own runs and offsets."""
    source = Source("а.docx", x.pack(x.p("  1.1. Принимается на работу по") + x.p(" приказу начальника. ")))
    text = load(source).text
    pieces = locate(source, Span(0, len(text)))

    assert [("body/p[1]", 2, 31), ("body/p[2]", 1, 20)] == [(p.anchor, p.start, p.end) for p in pieces]


def test_drawn_blank_leads_to_its_run(x: Any) -> None:
    """A line drawn by an underlined tab leads to that tab."""
    source = Source("а.docx", x.pack(f'<p>{x.t("Отдел ")}<r><rPr><u val="single"/></rPr><tab/></r></p>'))
    blank = load(source).blanks[0]

    assert [(1, 0, 1)] == [(p.run, p.start, p.end) for p in locate(source, blank.span)]


def test_what_word_draws_leads_to_a_point(x: Any) -> None:
    """A box that Word draws for a field stands where the field ends, behind what its run shows before."""
    begin = '<r><fldChar fldCharType="begin"><ffData><checkBox/></ffData></fldChar></r>'
    told = "<r><instrText>FORMCHECKBOX</instrText></r>"
    end = '<r><t>да</t><fldChar fldCharType="end"/><t>нет</t></r>'
    source = Source("а.docx", x.pack(f"<p>{x.t('Или ')}{begin}{told}{SEPARATE}{end}</p>"))

    assert "Или да☐нет" == load(source).text
    assert [(0, 0, 4), (4, 0, 2), (4, 2, 2), (4, 2, 5)] == [
        (p.run, p.start, p.end) for p in locate(source, Span(0, 10))
    ]


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 0), []),
        (Span(0, 1), [(0, 0, 1)]),
        (Span(2, 4), [(0, 2, 3), (1, 0, 1)]),
        (Span(3, 6), [(1, 0, 3)]),
        (Span(5, 8), [(1, 2, 3), (0, 0, 1)]),
        (Span(6, 7), []),
        (Span(7, 12), [(0, 0, 5)]),
    ],
)
def test_parts_of_runs(x: Any, span: Span, expected: list[tuple[int, int, int]]) -> None:
    """Of each run the characters inside the place are told, and nothing of what only touches it."""
    source = Source("а.docx", x.pack(f"<p>{x.t('раз')}{x.t('два')}</p>" + x.p("шесть")))

    assert "раздва\nшесть" == load(source).text
    assert expected == [(p.run, p.start, p.end) for p in locate(source, span)]


def test_addresses(x: Any) -> None:
    """The address of a place is that of the paragraph it begins in, also where no run holds it; a number has none."""
    numbering = x.numbering(x.level(0, "%1."))
    item = x.p("Текст", '<numPr><ilvl val="0"/><numId val="1"/></numPr>')
    control = "<sdt><sdtPr/><sdtContent><p/></sdtContent></sdt>"
    way = Map(Source("а.docx", x.pack(item + control, numbering=numbering)))

    assert "1. Текст\n____" == way.document.text
    assert ["", "body/p[1]", "body/p[1]", "body/p[2]"] == [
        way.anchor(Span(*place)) for place in ((0, 2), (0, 8), (7, 8), (9, 13))
    ]
    assert way.paragraph("body/p[3]") is None
    assert [f"{W}p"] * 2 == [_paragraph(way, f"body/p[{n}]").tag for n in (1, 2)]
    assert _paragraph(way, "body/p[1]") is not _paragraph(way, "body/p[2]")
    assert ["body/p[1]", "body/p[2]"] == [anchor for anchor, _ in way.paragraphs()]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
def test_round_trip_over_the_corpus() -> None:
    """Every character of every real document that stands in a run leads to that same character."""
    seen = 0
    for path in sorted(CORPUS.glob("*.docx")):
        source = Source(path.name, path.read_bytes())
        way = Map(source)
        text = way.document.text
        cache: dict[tuple[str, str, int], str] = {}
        for piece in way.locate(Span(0, len(text))):
            key = (piece.part, piece.anchor, piece.run)
            if key not in cache:
                cache[key] = run_text(_paragraph(way, piece.anchor), piece.run)
            if len(piece.span) == piece.end - piece.start:
                seen += 1
                assert piece.span.of(text) == cache[key][piece.start : piece.end], (path.name, piece)

    assert seen > 0
