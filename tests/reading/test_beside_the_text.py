"""What a file carries beside its text: digital signatures, tracked changes, comments."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.reading.build import docx, opened, p, pdf, read, texts

from tongket.reading import Document


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
