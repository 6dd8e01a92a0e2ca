"""Files made to do harm, by what they try; none of them may take long, take much, fetch anything, or break the reader."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from email.message import EmailMessage

from reading.build import OFFICE, PACKAGE, SHEET, assembled, cell, docx, p, part, relations, sheet, stream, xlsx, zipped
from reading.compound import compound

LARGE = 70_000_000
"""Bytes, beyond what any report unpacks to at such a ratio."""
LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(
    f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10)
) + "]>"  # fmt: skip
ODT = "application/vnd.oasis.opendocument.text"
MANIFEST = f"""<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODT}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
ODF = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def word(parts: Mapping[str, str | bytes], links: str = "") -> bytes:
    """A Word document with raw parts."""
    whole: dict[str, str | bytes] = {
        "_rels/.rels": relations({"r1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{p('Báo cáo')}</w:body>"),
    }
    return zipped(whole | ({"word/_rels/document.xml.rels": links} if links else {}) | dict(parts))


def outside(kind: str, target: str) -> str:
    """A .rels part that points out of the file."""
    return f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r9" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="External"/></Relationships>'


def odt(content: str, beside: Mapping[str, str | bytes] | None = None) -> bytes:
    """A text document of LibreOffice."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", ODT, compress_type=zipfile.ZIP_STORED)
        for name, text in {"META-INF/manifest.xml": MANIFEST, "content.xml": content, **(beside or {})}.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def odt_body(body: str, declared: str = "") -> str:
    return f"<?xml version='1.0'?>{declared}<office:document-content {ODF} office:version='1.2'><office:body><office:text>{body}</office:text></office:body></office:document-content>"


def page(
    content: bytes, *, kids: str = "[4 0 R]", count: int = 1, font: bytes = b"", box: str = "0 0 595 842"
) -> bytes:
    """A PDF of one page."""
    return assembled(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: f"<</Type/Pages/Count {count}/Kids{kids}>>".encode(),
            3: font or b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            4: f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Contents 5 0 R/Resources<</Font<</F 3 0 R>>>>>>".encode(),
            5: content,
            6: stream(b"begincmap 1 beginbfrange <00> <FF> <D800> endbfrange 3 beginbfchar <41> <> <42> <FFFF> <43> <0000>"
                      b" endbfchar endcmap"),
        }
    )  # fmt: skip


def deflated(data: bytes) -> bytes:
    packed = zlib.compress(data, 1)
    return f"<</Filter/FlateDecode/Length {len(packed)}>>stream\n".encode() + packed + b"\nendstream"


WRITTEN = b"BT /F 12 Tf 60 700 Td (Bao cao ket qua nam 2022) Tj ET"
ODD_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Odd/ToUnicode 6 0 R/FirstChar 0/LastChar 9/Widths[1e9 -5 0]>>"


def nested_zip(depth: int) -> bytes:
    data = zipped({"trong.txt": "Báo cáo"})
    for _ in range(depth):
        data = zipped({"a.zip": data})
    return data


def attached(count: int, depth: int = 0) -> bytes:
    letter = EmailMessage()
    letter.set_content("Kính gửi báo cáo.")
    for i in range(count):
        letter.add_attachment(b"x", maintype="application", subtype="octet-stream", filename=f"{i}.txt")
    for _ in range(depth):
        outer = EmailMessage()
        outer.set_content("Chuyển tiếp")
        outer.add_attachment(letter)
        letter = outer
    return letter.as_bytes()


def endless_parts(depth: int) -> bytes:
    """Parts in parts in parts of a letter."""
    opened = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\r\n\r\n--b{i}\r\n' for i in range(depth))
    return f"MIME-Version: 1.0\r\n{opened}Content-Type: text/plain\r\n\r\nBáo cáo".encode()


MANY_PARTS = b'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'


def files(port: int) -> dict[str, tuple[str, bytes, set[str]]]:
    """What it tries -> name, bytes, and what may come of it: "read", or codes of refusals. ``port`` is asked by nobody."""
    there = f"http://127.0.0.1:{port}/x"
    cells = {"A1": "Chỉ tiêu", "B1": 12}
    far = '<dimension ref="A1:BK1048501"/>' + sheet({"A1": "Gần", "BK1048501": "Xa"})
    merges = sheet(cells, merged=[f"A{i}:D{i}" for i in range(1, 10_001)])
    whole = sheet(cells, merged=["A1:XFD1048576"] * 50)
    many = "<sheetData>" + ("<row>" + "<c><v>1</v></c>" * 1000 + "</row>") * 2001 + "</sheetData>"
    deep = "<w:tbl><w:tr><w:tc>" * 5_000 + p("sâu") + "</w:tc></w:tr></w:tbl>" * 5_000
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>' + p("12") + "</w:tc>"
    styles = (
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    web = f"<img src='{there}'><iframe src='{there}'></iframe><link rel=stylesheet href='{there}'><object data='{there}'></object>"
    letter = f"MIME-Version: 1.0\r\nContent-Type: message/external-body; access-type=URL; URL={there}\r\n\r\nX: y\r\n\r\nBáo cáo".encode()
    return {
        "zip bomb in Word": ("a.docx", docx(p("a" * LARGE)), {"too_many_parts"}),
        "a bomb that says it is empty": ("a.docx", said_empty(docx(p("a" * LARGE))), {"file_damaged"}),
        "zip bomb in Excel": ("a.xlsx", xlsx({"S": "<!--" + " " * LARGE + "-->" + sheet(cells)}), {"too_many_parts"}),
        "zip bomb in an archive": ("a.zip", zipped({"a.txt": "a" * LARGE}), {"file_too_large"}),
        "bomb in a PDF stream": ("a.pdf", page(deflated(b" " * LARGE + WRITTEN)), {"read", "needs_ocr"}),
        "more files than a folder": ("a.zip", zipped({f"{i}.txt": "x" for i in range(10_001)}), {"archive_not_opened"}),
        "archives in archives": ("a.zip", nested_zip(40), {"archive_not_opened", "kind_unsupported"}),
        "deep nesting in Word": ("a.docx", docx(deep), {"read"}),
        "deep nesting in a page": ("a.html", b"<p>B\xc3\xa1o c\xc3\xa1o" + b"<table><tr><td>" * 20_000, {"read"}),
        "deep nesting in a letter": ("a.eml", endless_parts(3_000), {"too_many_parts"}),
        "a letter of countless parts": ("a.eml", MANY_PARTS + b"--b\r\n\r\nx\r\n" * 100_000, {"too_many_parts"}),
        "a letter with an endless name": ("a.eml", MANY_PARTS + b"--b\r\nContent-Disposition: attachment" + b"".join(
            b";\r\n filename*%d=a" % i for i in range(30_000)) + b"\r\n\r\nx\r\n--b--", {"too_many_parts"}),
        "letters in letters": ("a.eml", attached(1, depth=60), {"read", "file_damaged", "nothing_readable"}),
        "arrays in arrays in PDF": ("a.pdf", page(b"[" * 100_000, kids="[" * 5_000 + "4 0 R" + "]" * 5_000), {"file_damaged"}),
        "entity expansion in Word": ("a.docx", word({"word/document.xml": LAUGHS + f"<w:document {ODF}>&a9;</w:document>"}), {"file_damaged"}),
        "entity expansion in Excel": ("a.xlsx", xlsx({"S": ""}) if not LAUGHS else zipped({
            "_rels/.rels": relations({"r1": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'{LAUGHS}<workbook xmlns="{SHEET}">&a9;</workbook>'}), {"file_damaged"}),
        "entity expansion in a page": ("a.html", f"{LAUGHS}<html><body><p>Báo cáo &a9;</p></body></html>".encode(), {"read"}),
        "external files of Word": ("a.docx", word({}, outside("header", "file:///etc/passwd")), {"read"}),
        "external template of Word": ("a.docx", word({}, outside("attachedTemplate", there)), {"read"}),
        "external entity of Word": ("a.docx", word({"word/document.xml": f"<!DOCTYPE x SYSTEM '{there}'><x/>"}), {"file_damaged"}),
        "external things of a page": ("a.html", f"<p>Báo cáo</p>{web}".encode(), {"read"}),
        "external body of a letter": ("a.eml", letter, {"read", "nothing_readable", "file_damaged"}),
        "used range A1:BK1048501": ("a.xlsx", xlsx({"S": far}), {"read"}),
        "10,000 merges": ("a.xlsx", xlsx({"S": merges}), {"read"}),
        "merges over everything": ("a.xlsx", xlsx({"S": whole}), {"read"}),
        "2 million cells": ("a.xlsx", xlsx({"S": many}), {"too_many_parts"}),
        "spans of millions in Word": ("a.docx", docx("<w:tbl>" + ("<w:tr>" + wide * 60 + "</w:tr>") * 3 + "</w:tbl>"), {"read"}),
        "spans of millions in a page": ("a.html", b"<table>" + (b"<tr>" + b"<td colspan=99999999 rowspan=99999999>12" * 110) * 9 + b"</table>", {"too_many_parts"}),
        "more places than cells": ("a.html", b"<table>" + b"<tr><td>1" * 4_000 + b"<tr>" + b"<td>1" * 4_000 + b"</table>", {"too_many_parts"}),
        "lines that are almost a table": ("a.txt", "".join(f"{i}   a   b\n" if i % 9 else "x\n" for i in range(9_000)).encode(), {"read"}),
        "a property that is a folder": ("a.msg", compound({"__substg1.0_1000001F": {"x": bytes(4_096)}}), {"nothing_readable", "file_damaged"}),
        "broken list numbers": ("a.docx", docx(p("a", properties='<w:numPr><w:numId w:val="1"/></w:numPr>'), numbering="<w:num w:numId=1>"), {"file_damaged"}),
        "a sentence of pages": ("a.txt", ("Chi ngân sách năm 2019 đạt 96,5 tỷ đồng, " * 3_000).encode(), {"read"}),
        "a span of millions": ("a.html", b"<table><tr><td rowspan=99999999 colspan=99999999>B\xc3\xa1o c\xc3\xa1o</table>", {"read"}),
        "cyclic parts of Word": ("a.docx", word({}, relations({"r1": ("header", "document.xml"), "r2": ("styles", "document.xml")})), {"read"}),
        "cyclic styles": ("a.docx", docx(p("Báo cáo", properties='<w:pStyle w:val="A"/>'), styles=styles), {"read"}),
        "cyclic parts of Excel": ("a.xlsx", zipped({
            "_rels/.rels": relations({"r1": ("officeDocument", "xl/workbook.xml")}),
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations({"r1": ("worksheet", "workbook.xml"), "r2": ("sharedStrings", "workbook.xml")})}),
            {"nothing_readable", "file_damaged"}),
        "cyclic pages of PDF": ("a.pdf", page(stream(WRITTEN), kids="[2 0 R 4 0 R 2 0 R]", count=9), {"read", "file_damaged", "needs_ocr"}),
        "a billion pages": ("a.pdf", page(stream(WRITTEN), count=1_000_000_000), {"read", "file_damaged", "too_many_parts"}),
        "a page of kilometres": ("a.pdf", page(stream(WRITTEN), box="0 0 9e9 9e9"), {"read", "needs_ocr"}),
        "paths out of Word": ("a.docx", word({}, relations({"r1": ("header", "../../../../etc/passwd")})), {"read"}),
        "paths out of an archive": ("a.zip", zipped({"../../../tmp/ra.txt": "Báo cáo năm 2022"}), {"read"}),
        "macros": ("a.docx", word({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 5_000}), {"read"}),
        "embedded objects": ("a.docx", word({"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 900,
                                           "word/embeddings/a.exe": b"MZ" * 900}), {"read"}),
        "odd font maps": ("a.pdf", page(stream(WRITTEN), font=ODD_FONT), {"read", "needs_ocr"}),
        "truncated stream of PDF": ("a.pdf", page(deflated(WRITTEN * 50)[:80] + b"\nendstream"), {"read", "needs_ocr", "nothing_readable"}),
        "truncated stream of Word": ("a.docx", cut(docx(p("Báo cáo " * 5_000))), {"file_damaged"}),
        "truncated stream of Excel": ("a.xlsx", cut(xlsx({"S": sheet({f"A{i}": i for i in range(1, 3_000)})})), {"file_damaged"}),
        "truncated archive": ("a.zip", zipped({"a.txt": "Báo cáo"})[:-30], {"archive_not_opened", "file_damaged"}),
        "truncated attachment": ("a.eml", attached(3)[:-60], {"read"}),
    }  # fmt: skip


def said_empty(data: bytes) -> bytes:
    """A package whose largest part says that it unpacks to nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        largest = max(archive.infolist(), key=lambda item: item.file_size)
    size = largest.file_size.to_bytes(4, "little")
    return data.replace(size, bytes(4))


def cut(data: bytes) -> bytes:
    """A package whose first long part is cut short inside, its directory whole."""
    place = len(data) // 3
    return data[:place] + bytes(200) + data[place + 200 :]


def for_office(port: int) -> dict[str, tuple[str, bytes, set[str]]]:
    """The same for what LibreOffice opens for us."""
    there = f"http://127.0.0.1:{port}/x"
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    picture = f"<text:p {link}>Báo cáo<draw:frame><draw:image xlink:href='{there}' xlink:show='embed' xlink:actuate='onLoad'/></draw:frame></text:p>"
    kept = {"file_damaged", "program_failed", "nothing_readable"}
    return {
        "entity expansion in .odt": ("a.odt", odt(odt_body("<text:p>Báo cáo &a9;</text:p>", LAUGHS)), {"read", *kept}),
        "external picture of .odt": ("a.odt", odt(odt_body(picture)), {"read"}),
        "zip bomb in .odt": ("a.odt", odt(odt_body("<text:p>Báo cáo</text:p>" + " " * LARGE)), {"too_many_parts"}),
        "macros in .odt": ("a.odt", odt(odt_body("<text:p>Báo cáo</text:p>"), {"Basic/Standard/M.xml": "<x/>"}), {"read", *kept}),
        "truncated .odt": ("a.odt", cut(odt(odt_body("<text:p>Báo cáo</text:p>" * 3_000))), {"read", *kept}),
        "external things of .rtf": ("a.rtf", rb"{\rtf1 Bao cao{\field{\*\fldinst INCLUDEPICTURE \"" + there.encode() + rb"\" \\d}{\fldrslt x}}}", {"read"}),
    }  # fmt: skip


__all__ = ["cell", "files", "for_office"]
