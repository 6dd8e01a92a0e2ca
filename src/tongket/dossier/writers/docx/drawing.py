"""Pictures inside the text of a Word file."""

from struct import unpack
from xml.sax.saxutils import quoteattr

from tongket.dossier.writers.docx import measures
from tongket.dossier.writers.docx.xml import Pieces

EMU = 36000
"""English metric units in a millimetre."""
TALLEST = 200
"""Millimetres that a picture may be high, so that its caption stays with it."""
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def picture(png: bytes, called: str, alternative: str, pieces: Pieces) -> str:
    """A run with the picture in the text's width, and its alternative text."""
    across, down = size_of(png)
    width = measures.text_width(landscape=False)
    height = width * down / across
    if height > TALLEST:
        width, height = width * TALLEST / height, TALLEST
    size = f'cx="{round(width * EMU)}" cy="{round(height * EMU)}"'
    number = len(pieces.pictures) + 1
    name = f'id="{number}" name={quoteattr(called)} descr={quoteattr(alternative)}'
    fill = f'<pic:blipFill><a:blip r:embed="{pieces.picture(png)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    shape = f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    drawn = f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>{fill}{shape}</pic:pic>'
    graphic = f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture">{drawn}</a:graphicData></a:graphic>'
    inline = f'<wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing"><wp:extent {size}/><wp:docPr {name}/>{graphic}</wp:inline>'
    return f"<w:r><w:drawing>{inline}</w:drawing></w:r>"


def size_of(png: bytes) -> tuple[int, int]:
    """Pixels across and down, as the head of a PNG file says."""
    across, down = unpack(">II", png[16:24])
    return int(across), int(down)
