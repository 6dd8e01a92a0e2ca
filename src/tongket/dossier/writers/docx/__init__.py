"""Papers as Word files in the layout of Decree 30/2020/NĐ-CP."""

from tongket.dossier.writers.docx.comments import Comment, commented
from tongket.dossier.writers.docx.write import write_docx

__all__ = ["Comment", "commented", "write_docx"]
