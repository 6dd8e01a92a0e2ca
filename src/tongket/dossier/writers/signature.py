"""Digital signatures of PDF files: the only module that knows pyHanko, loaded where it is needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from io import BytesIO
from pathlib import Path
from typing import Any

from tongket.problems import Problem, Where, WrongCallError, register

register(
    {
        "signature.no_package": "signatures need the package pyhanko; install tongket[sign].",
        "signature.certificate": "the certificate cannot be opened ({reason}); it must be a .p12 or .pfx file, and its passphrase right.",
        "signature.root": "this is no certificate ({reason}); name a .pem or .cer file.",
        "signature.not_pdf": "the signatures of this file cannot be read ({reason}); name the signed PDF itself.",
    }
)
FIELD = "tongket"


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfSignature:
    """A signature in a PDF: who, of which organisation, when as the signer's machine says; whether the signed bytes are
    unchanged, whether they are the whole file, and whether a given root vouches for the signer (None: none was given)."""

    signer: str
    organisation: str
    signed_at: datetime | None
    intact: bool
    whole: bool
    trusted: bool | None


def sign_pdf(pdf: bytes, *, certificate: Path, passphrase: str) -> bytes:
    """The file with a PAdES signature added at its end: what was there stays, byte for byte."""
    signers, fields, writer = _library("sign.signers", "sign.fields", "pdf_utils.incremental_writer")
    try:
        signer = signers.SimpleSigner.load_pkcs12(str(certificate), passphrase=passphrase.encode("utf-8"))
    except (OSError, ValueError) as error:
        raise _no_certificate(certificate, error) from error
    if signer is None:
        raise _no_certificate(certificate, ValueError("wrong passphrase"))
    meta = signers.PdfSignatureMetadata(
        field_name=FIELD, subfilter=fields.SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    out = signers.sign_pdf(writer.IncrementalPdfFileWriter(BytesIO(pdf)), meta, signer=signer)
    return bytes(out.getvalue())


def _no_certificate(certificate: Path, error: Exception) -> WrongCallError:
    fields = {"reason": str(error) or type(error).__name__}
    return WrongCallError([Problem(code="signature.certificate", where=Where(file=str(certificate)), fields=fields)])


def signatures_of(pdf: bytes, *, name: str, roots: Sequence[Path] = ()) -> tuple[PdfSignature, ...]:
    """The signatures of a PDF, in the order in which they were made; ``roots`` are certificates that are trusted."""
    reader, errors = _library("pdf_utils.reader", "pdf_utils.misc")
    try:
        found = reader.PdfFileReader(BytesIO(pdf), strict=False).embedded_signatures
        return tuple(_read(found, _context(roots)))
    except (errors.PdfReadError, ValueError, KeyError) as error:
        fields = {"reason": str(error) or type(error).__name__}
        raise WrongCallError([Problem(code="signature.not_pdf", where=Where(file=name), fields=fields)]) from error


def _context(roots: Sequence[Path]) -> Any:
    """Whom to trust; nothing is asked of the network."""
    keys, validation = _library("keys", "sign.validation")
    certificates = [_root(keys, path) for path in roots]
    return validation.ValidationContext(trust_roots=certificates, allow_fetching=False)


def _root(keys: Any, path: Path) -> Any:
    """A certificate that is trusted."""
    try:
        found = keys.load_cert_from_pemder(str(path))
        found.subject.native  # noqa: B018  (read only when it is asked for)
    except (OSError, ValueError) as error:
        fields = {"reason": str(error) or type(error).__name__}
        raise WrongCallError([Problem(code="signature.root", where=Where(file=str(path)), fields=fields)]) from error
    return found


def _read(found: Sequence[Any], context: Any) -> Iterator[PdfSignature]:
    (validation,) = _library("sign.validation")
    for one in found:
        status = validation.validate_pdf_signature(one, signer_validation_context=context, skip_diff=True)
        subject = one.signer_cert.subject.native
        yield PdfSignature(
            signer=str(subject.get("common_name", "")),
            organisation=str(subject.get("organization_name", "")),
            signed_at=one.self_reported_timestamp,
            intact=bool(status.intact and status.valid),
            whole=status.coverage.name == "ENTIRE_FILE",
            trusted=bool(status.trusted),
        )


def _library(*names: str) -> tuple[Any, ...]:
    """Modules of pyHanko."""
    try:
        import pyhanko.keys
        import pyhanko.pdf_utils.incremental_writer
        import pyhanko.pdf_utils.misc
        import pyhanko.pdf_utils.reader
        import pyhanko.sign.fields
        import pyhanko.sign.signers
        import pyhanko.sign.validation
    except ImportError as error:
        raise WrongCallError([Problem(code="signature.no_package")]) from error
    return tuple(reduce(getattr, name.split("."), pyhanko) for name in names)
