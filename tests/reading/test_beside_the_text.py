"""What a file carries beside its text: digital signatures, tracked changes, comments."""

import io
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.reading.build import (
    docx,
    opened,
    p,
    part,
    pdf,
    read,
    relations,
    rows,
    tables,
    tc,
    texts,
    zipped,
)  # fmt: skip

from tongket.reading import Document
from tongket.reports import Report
from tongket.review.notices import reading_notices
from tongket.review.wording import note_of

REPORT = Report(file="x.docx", sha256="a", org_unit=None, period=None)


def signed(data: bytes, folder: Path, name: str) -> bytes:
    """The PDF with a signature made with a certificate of our own."""
    pytest.importorskip("pyhanko")
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers

    key = ec.generate_private_key(ec.SECP256R1())
    owner = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(owner)
        .issuer_name(owner)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(datetime(2024, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2044, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    kept = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    (folder / "key.pem").write_bytes(key.private_bytes(serialization.Encoding.PEM, form, kept))
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    signer = signers.SimpleSigner.load(str(folder / "key.pem"), str(folder / "certificate.pem"))
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    made: io.BytesIO = signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name="S1"), signer=signer)
    return made.getvalue()


def test_who_signed_a_pdf_and_when_is_told(tmp_path: Path) -> None:
    plain = pdf([[(72, 700, "Bao cao ket qua thuc hien nam 2023"), (72, 680, "Hoan thanh 12/12 chi tieu")]])
    document = opened(signed(plain, tmp_path, "Lò Văn Thử"), "ky.pdf")
    assert isinstance(document, Document)
    (signature,) = document.signatures
    assert signature.signer == "Lò Văn Thử"
    assert signature.signed_at is not None
    assert [(x.code, x.fields["signer"]) for x in document.problems] == [("signed_digitally", "Lò Văn Thử")]


def test_a_pdf_without_signature_says_nothing_of_one() -> None:
    assert read(pdf([[(72, 700, "Bao cao ket qua thuc hien nam 2023")]]), "x.pdf").signatures == ()


def test_tracked_changes_are_read_as_accepted_and_counted() -> None:
    body = p("Giao quân ").replace("</w:p>", "") + (
        '<w:ins w:id="1" w:author="A"><w:r><w:t>45</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="A"><w:r><w:delText>40</w:delText></w:r></w:del>'
        "<w:r><w:t> công dân</w:t></w:r></w:p>"
    )
    document = read(docx(body), "x.docx")
    assert texts(document) == ["Giao quân 45 công dân"]
    assert [(x.code, x.fields["count"]) for x in document.problems] == [("changes_accepted", "2")]


def commented() -> bytes:
    """A Word document with two comments, one of them on a figure."""
    mark = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    body = p("Giao quân đạt ") + f"<w:p>{mark.format('<w:r><w:t>45 công dân</w:t></w:r>')}</w:p>"
    said = "".join(
        f'<w:comment w:id="{i}" w:author="A">{p(t)}</w:comment>' for i, t in enumerate(("Sao 40?", "Mở 99 lớp."))
    )
    return zipped(
        {
            "_rels/.rels": relations({"r1": ("officeDocument", "word/document.xml")}),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/comments.xml": part("comments", said),
            "word/_rels/document.xml.rels": relations({"r1": ("comments", "comments.xml")}),
        }
    )


def test_comments_are_not_read_but_counted_and_told() -> None:
    document = read(commented(), "x.docx")
    assert texts(document) == ["Giao quân đạt", "45 công dân"]
    assert [(x.code, x.fields["count"]) for x in document.problems] == [("comments_ignored", "2")]
    (told,) = reading_notices([replace(REPORT, problems=document.problems)])
    assert note_of(told, "vi") == "2 ý kiến ghi chú bên lề (comment) không được đọc là nội dung báo cáo."


def test_hidden_rows_and_words_of_word_are_not_read_and_told() -> None:
    hidden = f"<w:tr><w:trPr><w:hidden/></w:trPr>{tc('Lớp khác')}{tc('9')}</w:tr>"
    shown = f"<w:tr><w:trPr><w:hidden w:val='0'/></w:trPr>{tc('Lớp')}{tc('12')}</w:tr>"
    vanished = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>bản nháp</w:t></w:r>"
    document = read(
        docx(f"<w:p>{vanished}<w:r><w:t>Thân bài</w:t></w:r></w:p><w:tbl>{hidden}{shown}</w:tbl>"), "x.docx"
    )
    assert texts(document) == ["Thân bài"]
    assert [rows(t) for t in tables(document)] == [[["Lớp", "12"]]]
    assert tables(document)[0].cells[1].anchor == "body/table[1]/row[2]/cell[2]"
    assert [(x.code, x.fields["count"]) for x in document.problems] == [("hidden_passages", "2")]


def test_hidden_rows_and_cells_of_a_page_are_not_read_and_told() -> None:
    table = (
        "<table><tr><td>Chỉ tiêu<td style='display: none'>Mã<td>Số</tr><tr style='display:none'><td>Lớp khác<td>K1<td>9</tr>"
        "<tr><td>Lớp<td hidden>K2<td>12</tr><tr style='visibility:collapse'><td></tr></table>"
    )
    document = read(f"<html><body><p>Biểu</p>{table}</body></html>".encode(), "x.html")
    assert [rows(t) for t in tables(document)] == [[["Chỉ tiêu", "Số"], ["Lớp", "12"]]]
    assert [(x.code, x.fields["count"]) for x in document.problems] == [("hidden_passages", "3")]
