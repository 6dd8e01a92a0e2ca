"""The papers of a review, written into its folder."""

from pathlib import Path

from tongket.dossier.annex_workbook import Ways, annex_workbook
from tongket.dossier.chairman import chairman_summary
from tongket.dossier.papers import OfficialPaper
from tongket.dossier.report import review_report
from tongket.dossier.writers.docx import write_docx
from tongket.exchange import write_workbook
from tongket.review.indicator_pages import indicator_page
from tongket.review.material import material_of
from tongket.review.names import FIGURES, REPORT, SUMMARY
from tongket.review.request import ReviewResult
from tongket.review.source_pages import source_page


def write_papers(result: ReviewResult, folder: Path) -> dict[str, tuple[OfficialPaper, ...]]:
    """Write what lies on the table; the papers by the name of their file."""
    material = material_of(result)
    if material is None:
        return {}
    papers: dict[str, tuple[OfficialPaper, ...]] = {
        REPORT: (review_report(material),),
        SUMMARY: (chairman_summary(material),),
    }
    for name, several in papers.items():
        write_docx(several, folder / name)
    write_workbook(annex_workbook(material, ways_of(result)), folder / FIGURES)
    return papers


def ways_of(result: ReviewResult) -> Ways:
    """Where the pages of indicators and reports are, seen from the folder."""
    pages = {f.report.file: source_page(i, f.report.file) for i, f in enumerate(result.files)}
    return Ways(indicator=indicator_page, report=lambda file: pages.get(file, ""))
