"""The report of the review: its body by the pack's outline, its annexes of figures and of their quality."""

from tongket.dossier.material import Material, Occasion
from tongket.dossier.report.build import review_report
from tongket.dossier.report.claims import Claim, ClaimKind, claims_of

__all__ = ["Claim", "ClaimKind", "Material", "Occasion", "claims_of", "review_report"]
