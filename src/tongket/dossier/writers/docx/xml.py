"""Pieces of WordprocessingML as text; a paper is some hundred kilobytes of it, parsed once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from tongket.dossier.papers import BindingKind, Run, Text

TWIPS = 56.6929
"""Twentieths of a point in a millimetre."""


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres * TWIPS)


@dataclass(slots=True)
class Pieces:
    """What runs need of the whole file: bookmarks are numbered through, links are kept outside the text."""

    bookmarks: int = 0
    links: dict[str, str] = field(default_factory=dict)
    """Target -> id of the relationship."""
    pictures: dict[bytes, str] = field(default_factory=dict)
    """PNG -> id of the relationship."""
    compact: bool = False
    """Whether the paper at hand is a working paper in smaller type."""

    def link(self, target: str) -> str:
        """The id of the relationship to ``target``."""
        return self.links.setdefault(target, f"rLink{len(self.links) + 1}")

    def picture(self, png: bytes) -> str:
        """The id of the relationship to a picture."""
        return self.pictures.setdefault(png, f"rPicture{len(self.pictures) + 1}")


def run(text: str, *, bold: bool = False, italic: bool = False, size: float = 0, underline: bool = False) -> str:
    """A run; line breaks in the text become breaks."""
    look = "".join(
        (
            "<w:b/>" if bold else "",
            "<w:i/>" if italic else "",
            '<w:u w:val="single"/>' if underline else "",
            f'<w:sz w:val="{round(2 * size)}"/><w:szCs w:val="{round(2 * size)}"/>' if size else "",
        )
    )
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{lines}</w:r>"


def runs(
    text: Text, pieces: Pieces, *, bold: bool = False, italic: bool = False, size: float = 0, capitals: bool = False
) -> str:
    """The runs of a text; each bound figure inside a bookmark that bears its code."""
    return "".join(_bound(one, pieces, bold=bold, italic=italic, size=size, capitals=capitals) for one in text)


def _bound(one: Run, pieces: Pieces, *, bold: bool, italic: bool, size: float, capitals: bool) -> str:
    text = one.text.upper() if capitals else one.text
    out = run(text, bold=bold or one.bold, italic=italic != one.italic, size=size, underline=bool(one.href))
    if one.href:
        out = f'<w:hyperlink r:id="{pieces.link(one.href)}">{out}</w:hyperlink>'
    if one.binding is not None and one.binding.kind is BindingKind.FIGURE:
        pieces.bookmarks += 1
        name = bookmark_name(one.binding.ref, pieces.bookmarks)
        out = f'<w:bookmarkStart w:id="{pieces.bookmarks}" w:name="{name}"/>{out}<w:bookmarkEnd w:id="{pieces.bookmarks}"/>'
    return out


def bookmark_name(code: str, number: int) -> str:
    """A legal name for a figure's bookmark (letters, digits, "_", at most 40), different for each place."""
    letters = "".join(c if c.isascii() and c.isalnum() else "_" for c in code.replace("@as_reported", ""))
    return f"s{number}_{letters}"[:40]


def paragraph(
    content: str,
    *,
    style: str = "",
    align: str = "",
    before: float = -1,
    after: float = -1,
    first_line: float | None = None,
    left: float = 0,
    right: float = 0,
    keep_next: bool = False,
    rule: bool = False,
    section: str = "",
) -> str:
    """A paragraph; ``rule`` draws a line under it, ``section`` ends a section with it."""
    spacing = "".join(
        (
            f' w:before="{round(20 * before)}"' if before >= 0 else "",
            f' w:after="{round(20 * after)}"' if after >= 0 else "",
            ' w:line="240" w:lineRule="auto"' if rule else "",
        )
    )
    indent = f' w:left="{twips(left)}" w:right="{twips(right)}"' if left or right else ""
    if first_line is not None:
        indent += f' w:firstLine="{twips(first_line)}"'
    properties = "".join(
        (
            f"<w:pStyle w:val={quoteattr(style)}/>" if style else "",
            "<w:keepNext/>" if keep_next else "",
            '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>' if rule else "",
            f"<w:spacing{spacing}/>" if spacing else "",
            f"<w:ind{indent}/>" if indent else "",
            f'<w:jc w:val="{align}"/>' if align else "",
            section,
        )
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def rule(width: float, share: float = 0.0, *, length: float = 0) -> str:
    """A line in the middle of ``width``: a share of it, or of a length in millimetres."""
    margin = (width - (length or width * share)) / 2
    return paragraph(
        run("", size=2), align="center", before=0, after=0, first_line=0, left=margin, right=margin, rule=True
    )


def table(rows: Iterable[str], widths: Iterable[float], *, borders: bool) -> str:
    """A table of fixed column widths in millimetres."""
    grid = "".join(f'<w:gridCol w:w="{twips(one)}"/>' for one in widths)
    line = 'w:val="single" w:sz="4" w:space="0" w:color="000000"' if borders else 'w:val="nil"'
    edges = "".join(f"<w:{edge} {line}/>" for edge in ("top", "left", "bottom", "right", "insideH", "insideV"))
    margins = '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    properties = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/>{margins}</w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(cells: Iterable[str], *, header: bool = False) -> str:
    """A row that stays on one page."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def cell(content: str, width: float, *, span: int = 1, middle: bool = False) -> str:
    """A cell; ``content`` is at least one paragraph."""
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    upright = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{merged}{upright}</w:tcPr>{content}</w:tc>'
