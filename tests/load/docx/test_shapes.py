"""Which drawings are a line to write on."""

from __future__ import annotations

from typing import Any

import pytest

from jdlint.model.document import Shape

PARTS = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"


def shapes(read: Any, x: Any, drawing: str) -> list[Shape]:
    """The blanks of a paragraph with that drawing."""
    return [b.shape for b in read(f"<p>{x.t('Подпись ')}<r>{drawing}</r></p>").blanks]


def drawing(form: str = "line", extent: str = 'cx="900000" cy="0"') -> str:
    """A drawing of one shape."""
    size = f"<wp:extent {extent}/>" if extent else ""
    shape = f'<wps:wsp><wps:spPr><a:prstGeom prst="{form}"/></wps:spPr></wps:wsp>'
    return f"<w:drawing><wp:inline>{size}<a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>"


@pytest.mark.parametrize(
    ("form", "extent", "line"),
    [
        ("line", 'cx="900000" cy="0"', True),
        ("lineInv", 'cx="900000" cy="0"', True),
        ("straightConnector1", 'cx="900000" cy="0"', True),
        ("rect", 'cx="900000" cy="0"', False),
        ("bentConnector3", 'cx="900000" cy="0"', False),
        # eight times as long as high
        ("line", 'cx="800" cy="100"', True),
        ("line", 'cx="800" cy="101"', False),
        ("line", 'cx="1" cy="0"', True),
        ("line", 'cx="0" cy="0"', False),
        ("line", 'cy="0"', False),
        ("line", 'cx="4"', True),
        ("line", "", True),
    ],
)
def test_drawings(x: Any, read: Any, form: str, extent: str, line: bool) -> None:  # noqa: FBT001
    """A level line drawn alone is one."""
    assert [Shape.DRAWING] * line == shapes(read, x, drawing(form, extent))


def test_lines_that_are_part_of_more(x: Any, read: Any) -> None:
    """A line in a drawing of many shapes, or around a picture, is none."""
    alone = drawing()
    group = alone.replace("<wps:wsp>", f'<g:wgp xmlns:g="{PARTS}"><wps:wsp>').replace(
        "</wps:wsp>", "</wps:wsp></g:wgp>"
    )
    picture = alone.replace("<wps:wsp>", "").replace("</wps:wsp>", "")

    assert [[Shape.DRAWING], [], []] == [shapes(read, x, one) for one in (alone, group, picture)]


@pytest.mark.parametrize(
    ("start", "end", "line"),
    [
        ("0,0", "200pt,0", True),
        ("0,0", "0,200", False),
        ("0,0", "200,25", True),
        ("0,0", "200,26", False),
        ("0,0", "1,0", True),
        ("300,5", "100,5", True),
        ("100,0", "-100,0", True),
        ("100,50", "300,-50", False),
        ("200,0", "200,0", False),
        ("0", "200,0", False),
        ("0,0", "200", False),
        ("", "", False),
    ],
)
def test_lines_of_old_word(x: Any, read: Any, start: str, end: str, line: bool) -> None:  # noqa: FBT001
    """So is one from point to point."""
    assert [Shape.DRAWING] * line == shapes(read, x, f'<w:pict><v:line from="{start}" to="{end}"/></w:pict>')


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ('type="#_x0000_t32" style="position:absolute;width:200pt;height:0"', True),
        ('type="#_x0000_t20" style="width:200pt;height:0"', True),
        ('type="_x0000_t32" style="height:25pt; width: 200pt"', True),
        ('type="#_x0000_t32" style="width:200pt;height:26pt"', False),
        ('type="#_x0000_t32" style="height:0"', False),
        ('type="#_x0000_t32" style="width:4pt"', True),
        ('type="#_x0000_t32"', False),
        ('type="#_x0000_t202" style="width:200pt;height:0"', False),
        ('style="width:200pt;height:0"', False),
        ('o:connectortype="straight" style="width:200pt;height:0"', True),
        ('o:connectortype="elbow" style="width:200pt;height:0"', False),
        ('type="#_x0000_t32" style="max-width:200pt"', False),
    ],
)
def test_shapes_of_old_word(x: Any, read: Any, told: str, line: bool) -> None:  # noqa: FBT001
    """And a shape of one of the kinds that are lines."""
    assert [Shape.DRAWING] * line == shapes(read, x, f"<w:pict><v:shape {told}/></w:pict>")


def test_hidden_line(x: Any, read: Any) -> None:
    """A line in a hidden run, or in a field's instruction, is not drawn."""
    begin, end = (f'<r><fldChar fldCharType="{kind}"/></r>' for kind in ("begin", "end"))

    assert [] == shapes(read, x, f"<rPr><vanish/></rPr>{drawing()}")
    assert () == read(f"<p>{x.t('Подпись')}{begin}<r>{drawing()}</r>{end}</p>").blanks
