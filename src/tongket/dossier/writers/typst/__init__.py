"""Papers as PDF for the archive (PDF/A-2b, tagged), beside the Word files. The only door to typst."""

from tongket.dossier.writers.typst.overlay import write_overlay
from tongket.dossier.writers.typst.write import Typeface, can_write_pdf, typeface, write_pdf

__all__ = ["Typeface", "can_write_pdf", "typeface", "write_overlay", "write_pdf"]
