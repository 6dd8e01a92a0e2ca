"""The report of the review: its body by the pack's outline, its annexes of figures and of their quality."""

from tongket.dossier.report.build import review_report

__all__ = ["review_report"]
