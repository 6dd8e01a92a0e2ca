"""A signed PDF held to what was issued: is it that paper, who signed, when."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tongket.dossier.verify import PaperComparison
from tongket.dossier.writers.signature import PdfSignature, signatures_of
from tongket.problems import translate
from tongket.reading import Document
from tongket.review.paper_record import IssuedPaper, load_papers
from tongket.review.verify import Verified, verified_json, verified_lines, verify_edited


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedPaper:
    """A signed PDF: the issued paper it was made from, whether its bytes begin with that file's, what differs, and its
    signatures."""

    verified: Verified
    same_bytes: bool
    signatures: tuple[PdfSignature, ...]

    @property
    def is_issued(self) -> bool:
        """Whether it says what was issued: no figure differs, no sentence is gone, come or reworded."""
        comparison: PaperComparison = self.verified.comparison
        return not (comparison.open or comparison.removed or comparison.added or comparison.reworded)

    @property
    def is_signed(self) -> bool:
        """Whether there is a signature and all are intact and the last covers the whole file."""
        return bool(self.signatures) and all(s.intact for s in self.signatures) and self.signatures[-1].whole


def accept_signed(document: Document, data: bytes, out: Path, *, roots: Sequence[Path] = ()) -> SignedPaper:
    """A signed PDF against the papers of a review."""
    signatures = signatures_of(data, name=document.name, roots=roots)
    verified = verify_edited(document, out)
    return SignedPaper(
        verified=verified,
        same_bytes=any(begins_as(data, paper) for paper in load_papers(out) if paper.file.endswith(".pdf")),
        signatures=signatures if roots else tuple(untold(one) for one in signatures),
    )


def begins_as(data: bytes, paper: IssuedPaper) -> bool:
    """Whether a file is an issued one with something added at its end, as signing does."""
    return len(data) >= paper.size and hashlib.sha256(data[: paper.size]).hexdigest() == paper.sha256


def untold(one: PdfSignature) -> PdfSignature:
    """A signature of which nobody said whom to trust."""
    return PdfSignature(
        signer=one.signer, organisation=one.organisation, signed_at=one.signed_at, intact=one.intact, whole=one.whole, trusted=None
    )  # fmt: skip


def signed_json(signed: SignedPaper, name: str) -> dict[str, Any]:
    """For machines."""
    return {
        "is_issued": signed.is_issued,
        "is_signed": signed.is_signed,
        "same_bytes": signed.same_bytes,
        "signatures": [
            {
                "signer": one.signer,
                "organisation": one.organisation,
                "signed_at": one.signed_at.isoformat() if one.signed_at else None,
                "intact": one.intact,
                "whole": one.whole,
                "trusted": one.trusted,
            }
            for one in signed.signatures
        ],
        **verified_json(signed.verified, name),
    }


def signed_lines(signed: SignedPaper, language: str) -> list[str]:
    """For people."""
    paper = signed.verified.paper.file
    told = "This is {paper} as it was issued." if signed.is_issued else "This is not {paper} as it was issued."
    lines = [translate(told, language, paper=paper)]
    if not signed.is_issued:
        lines += verified_lines(signed.verified, language)
    if not signed.signatures:
        return [*lines, translate("It bears no signature.", language)]
    return [*lines, *(signature_line(one, language) for one in signed.signatures)]


def signature_line(one: PdfSignature, language: str) -> str:
    """A signature in a line."""
    who = ", ".join(part for part in (one.signer, one.organisation) if part)
    when = f"{one.signed_at:%H:%M:%S %d/%m/%Y}" if one.signed_at else "–"
    state = "the file is as it was signed" if one.intact and one.whole else "the file was changed after it was signed"
    trust = {
        True: "the signer is vouched for",
        False: "nobody given vouches for the signer",
        None: "who vouches for the signer was not looked at",
    }
    words = (translate(state, language), translate(trust[one.trusted], language))
    return translate(
        "Signed by {who} at {when}: {state}; {trust}.", language, who=who, when=when, state=words[0], trust=words[1]
    )
