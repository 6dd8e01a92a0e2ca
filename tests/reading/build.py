"""Small files of every format, built in memory."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from tongket.reading import Document, Paragraph, Refusal, Table, read_document
from tongket.reading.door import admit_bytes

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def opened(data: bytes, name: str) -> Document | Refusal:
    """What the door makes of the bytes."""
    admitted = admit_bytes(data, name=name)
    return admitted if isinstance(admitted, Refusal) else read_document(admitted)


def read(data: bytes, name: str) -> Document:
    """The document; fails where it is refused."""
    document = opened(data, name)
    assert isinstance(document, Document), document
    return document


def code(data: bytes, name: str) -> str:
    """The code of the refusal; "" where the file is read."""
    result = opened(data, name)
    return result.problem.code if isinstance(result, Refusal) else ""


def paragraphs(document: Document) -> list[Paragraph]:
    return [b for b in document.blocks if isinstance(b, Paragraph)]


def texts(document: Document) -> list[str]:
    return [p.text for p in paragraphs(document)]


def tables(document: Document) -> list[Table]:
    return [b for b in document.blocks if isinstance(b, Table)]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip container."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relations(links: Mapping[str, tuple[str, str]]) -> str:
    """A .rels part: id -> (kind, target)."""
    items = "".join(f'<Relationship Id="{i}" Type="{OFFICE}/{k}" Target="{t}"/>' for i, (k, t) in links.items())
    return f'<Relationships xmlns="{PACKAGE}">{items}</Relationships>'


def docx(body: str, *, styles: str = "", numbering: str = "", header: str = "", footer: str = "") -> bytes:
    """A Word document of raw body XML."""
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations({"r1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
    }
    links = {}
    for kind, xml in {"styles": styles, "numbering": numbering, "header": header, "footer": footer}.items():
        if xml:
            root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
            parts[f"word/{kind}1.xml"] = part(root, xml)
            links[kind] = (kind, f"{kind}1.xml")
    parts["word/_rels/document.xml.rels"] = relations(links)
    return zipped(parts)


def part(root: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def p(text: str, *, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    inner = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def tbl(cells: Sequence[Sequence[str]]) -> str:
    """A table; a cell is text, or XML beginning with "<"."""
    return "<w:tbl>" + "".join("<w:tr>" + "".join(map(tc, row)) + "</w:tr>" for row in cells) + "</w:tbl>"


def tc(content: str) -> str:
    return f"<w:tc>{content if content.startswith('<') else p(content)}</w:tc>"


def textbox(content: str) -> str:
    """A paragraph that holds a text box, as Word writes it: twice."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>" + box + "</wps:txbx></mc:Choice>"
        "<mc:Fallback><v:textbox>" + box + "</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def xlsx(
    sheets: Mapping[str, str], *, styles: str = "", shared: str = "", hidden: Sequence[str] = (),
    beside: Mapping[str, str] | None = None,
) -> bytes:  # fmt: skip
    """A workbook of raw sheet XML (what stands inside <worksheet>); ``beside`` the first sheet: kind of part -> XML."""
    links = {f"r{i}": ("worksheet", f"worksheets/sheet{i}.xml") for i in range(1, len(sheets) + 1)}
    names = [f'<sheet name="{n}" sheetId="{i}" {"state=" + chr(34) + "hidden" + chr(34) if n in hidden else ""} r:id="r{i}"/>'
             for i, n in enumerate(sheets, 1)]  # fmt: skip
    parts: dict[str, str | bytes] = {
        "_rels/.rels": relations({"r1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>{"".join(names)}</sheets></workbook>',
    }
    for index, content in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{index}.xml"] = f'<worksheet xmlns="{SHEET}">{content}</worksheet>'
    for kind, xml, root in (("styles", styles, "styleSheet"), ("sharedStrings", shared, "sst")):
        if xml:
            parts[f"xl/{kind}.xml"] = f'<{root} xmlns="{SHEET}">{xml}</{root}>'
            links[kind] = (kind, f"{kind}.xml")
    parts["xl/_rels/workbook.xml.rels"] = relations(links)
    for kind, xml in (beside or {}).items():
        parts[f"xl/{kind}1.xml"] = xml
    if beside:
        parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations({kind: (kind, f"../{kind}1.xml") for kind in beside})
    return zipped(parts)


def sheet(cells: Mapping[str, object], *, merged: Sequence[str] = (), extra: str = "") -> str:
    """Sheet XML: address -> text or number; a row for each cell, as lax writers do."""
    items = "".join(f"<row>{cell(a, v)}</row>" for a, v in cells.items())
    ranges = "".join(f'<mergeCell ref="{m}"/>' for m in merged)
    return f"<sheetData>{items}</sheetData><mergeCells>{ranges}</mergeCells>{extra}"


def cell(address: str, value: object) -> str:
    if isinstance(value, int | float):
        return f'<c r="{address}"><v>{value}</v></c>'
    text = str(value)
    if text.startswith("<c"):
        return text
    return f'<c r="{address}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


Text = tuple[float, float, str]
Bar = tuple[float, float, float, float]


def pdf(pages: Sequence[Sequence[Text]], *, bars: Mapping[int, Sequence[Bar]] | None = None, size: float = 12,
        picture: bool = False, turn: str = "1 0 0 1", form: str = "",
        widths: Mapping[str, int] | None = None) -> bytes:  # fmt: skip
    """A PDF of text at (x, y, text) and lines from x, y to x, y; letters are half as wide as high.

    ``turn`` scales or turns the text, as the first four numbers of a text matrix; ``form`` the whole page,
    which is then drawn as a form; ``widths`` of single letters may differ, in thousandths of their height.
    """
    narrow = " ".join(f"{ord(sign)} [{width}]" for sign, width in (widths or {}).items())
    signs = sorted({s for page in pages for _, _, text in page for s in text})
    cmap = "".join(f"<{ord(s):04X}> <{s.encode('utf-16-be').hex()}>\n" for s in signs)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        3: b"<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        4: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Plain/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/DW 500/W[" + narrow.encode() + b"]/FontDescriptor 6 0 R>>",
        5: stream(f"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <0000><FFFF> endcodespacerange "
                  f"{len(signs)} beginbfchar {cmap} endbfchar endcmap end".encode()),
        6: b"<</Type/FontDescriptor/FontName/Plain/Flags 4/Ascent 800/Descent -200/CapHeight 700/ItalicAngle 0/StemV 80"
        b"/FontBBox[0 -200 1000 800]>>",
        7: stream(b"\x80", "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"),
    }  # fmt: skip
    kids = []
    for index, page in enumerate(pages):
        drawn = "".join(f"{a} {b} m {c} {d} l S\n" for a, b, c, d in (bars or {}).get(index, ()))
        written = "".join(
            f"BT /F {size} Tf {turn} {x} {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET\n" for x, y, text in page
        )
        image = "q 595 0 0 842 0 0 cm /I Do Q\n" if picture else ""
        number = 8 + index * 3
        kids.append(number)
        resources = f"/Resources<</Font<</F 3 0 R>>/XObject<</I 7 0 R/P {number + 2} 0 R>>>>"
        objects[number] = (f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {number + 1} 0 R"
                           f"{resources}>>").encode()  # fmt: skip
        content = (image + drawn + written).encode()
        objects[number + 1] = stream(f"q {form} cm /P Do Q".encode() if form else content)
        objects[number + 2] = stream(content, f"/Type/XObject/Subtype/Form/BBox[-99 -99 2999 2999]{resources}")
    objects[2] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{k} 0 R' for k in kids)}]>>".encode()
    return assembled(objects)


def drawn_letters(page: Sequence[Text]) -> bytes:
    """A PDF in a font of drawn signs (Type 3): set in size 1, though its letters are 6 wide and 8 high."""
    signs = sorted({s for _, _, text in page for s in text})
    code = {sign: number for number, sign in enumerate(signs, 1)}
    cmap = "".join(f"<{code[s]:02X}> <{s.encode('utf-16-be').hex()}>\n" for s in signs)
    names, procs = (" ".join(f"/g{n}{tail}" for n in code.values()) for tail in ("", " 8 0 R"))
    written = "".join(
        f"BT /F 1 Tf 1 0 0 1 {x} {y} Tm <{bytes(code[s] for s in text).hex()}> Tj ET\n" for x, y, text in page
    )
    return assembled({
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Count 1/Kids[6 0 R]>>",
        3: f"<</Type/Font/Subtype/Type3/FontBBox[0 -2 6 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 1/LastChar {len(signs)}/Widths"
           f"[{'6 ' * len(signs)}]/Encoding<</Differences[1 {names}]>>/CharProcs<<{procs}>>/ToUnicode 5 0 R>>".encode(),
        4: b"null",
        5: stream(f"/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <00><FF> endcodespacerange "
                  f"{len(signs)} beginbfchar {cmap} endbfchar endcmap end".encode()),
        6: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 7 0 R/Resources<</Font<</F 3 0 R>>>>>>",
        7: stream(written.encode()),
        8: stream(b"6 0 0 -2 6 9 d1 0 0 5 8 re f"),
    })  # fmt: skip


def stream(data: bytes, entries: str = "") -> bytes:
    return f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def assembled(objects: Mapping[int, bytes]) -> bytes:
    """The objects with their cross-reference table."""
    data, places = b"%PDF-1.7\n", {}
    for number in sorted(objects):
        places[number] = len(data)
        data += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    start, size = len(data), max(objects) + 1
    entries = "".join(f"{places[n]:010d} 00000 n \n" for n in range(1, size))
    head = f"xref\n0 {size}\n0000000000 65535 f \n{entries}"
    return data + f"{head}trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Bar]:
    """The lines of a full grid."""
    return [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[0], x, ys[-1]) for x in xs]
