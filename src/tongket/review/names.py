"""The names of what a review leaves in its folder, in the order in which it lies on the table."""

import re
from collections.abc import Mapping

from tongket.vietnamese import accent_fold, search_key

START_PAGE = "00-MO-DAU-TIEN.html"
PROGRAMME = "01-chuong-trinh.docx"
REPORT = "02-bao-cao-so-ket.docx"
REPORT_CODES = "02-bao-cao-so-ket-co-ma.docx"
REPORT_PDF = "02-bao-cao-so-ket.pdf"
SUMMARY = "03-tom-tat-trinh-chu-tich.docx"
SUMMARY_IN_ENGLISH = "03-summary-in-english.docx"
FIGURES = "04-phu-luc-so-lieu.xlsx"
TASKS = "05-giao-nhiem-vu-sau-ket-luan.xlsx"
NOTICE = "06-thong-bao-ket-luan.docx"
COMMENDATION = "07-to-trinh-quyet-dinh-khen-thuong.docx"
COMMUNIQUE = "08-thong-cao.docx"
LETTERS = "09-thu-gui-don-vi"
URGING = "00-cong-van-don-doc.docx"
SLIDES = "10-trinh-chieu.pptx"
NEXT = "12-ky-sau"
OTHERS = "11-van-ban-khac"
PLAN = "01-ke-hoach-so-ket.docx"
REQUEST = "02-cong-van-yeu-cau-bao-cao.docx"
INVITATIONS = "03-giay-moi.docx"
BRIEF = "04-bao-cao-tom-tat.docx"
SCRIPT = "05-kich-ban-dieu-hanh.docx"
REGION = "06-bao-cao-quan-khu.docx"
MINUTES = "07-bien-ban-hop-hoi-dong.docx"
AWARD_LIST = "08-danh-sach-trao-thuong.docx"
CERTIFICATES = "09-bang-khen-in-phoi.pdf"
TRY_SHEET = "10-bang-khen-trang-in-thu.pdf"
DECISIONS = "can-xem-lai.xlsx"
DATA = "review.json"
PAPERS = "papers.json"
APPROVAL = "ban-chinh-thuc.xlsx"
SEAL = "ban-chinh-thuc.json"
REFUSED = "refused.json"
MANIFEST = "manifest.json"
SENTENCES = "sentences.json"
SOURCES = "sources"
CHARTS = "sources/bieu-do.html"

WITH_CHARTS = frozenset({REPORT, REPORT_CODES})
"""The papers in which charts stand; they are written last, when the charts are drawn."""

TITLES = {
    PROGRAMME: "Programme of the conference",
    REPORT: "Report of the review, with annexes",
    REPORT_CODES: "Report of the review with the code of every figure",
    REPORT_PDF: "Report of the review as PDF, page for page beside the Word file",
    SUMMARY: "Two pages for the chairman",
    SUMMARY_IN_ENGLISH: "Two-page summary in English",
    FIGURES: "Annex of figures, with formulas and sources",
    TASKS: "Tasks after the conclusions",
    NOTICE: "Notice of the conclusions",
    COMMENDATION: "Submission, decision and list of commendations",
    COMMUNIQUE: "Communiqué",
    LETTERS: "Letters to the units, with their review sheets",
    SLIDES: "Slides for the hall",
    OTHERS: "Other papers of the cycle, from the plan to the certificates",
    NEXT: "What the next review begins with: conclusions, tasks, targets with their baseline",
    CHARTS: "Charts of the review, each with its table",
    DECISIONS: "Points to decide, worst first",
    DATA: "All data for machines",
    MANIFEST: "The frozen cut: what went in and came out, by hash",
    SENTENCES: "The sentences that print figures, for comparing two reviews",
}
"""What each is, in a line (English msgids)."""

WRITTEN = frozenset(TITLES) | {START_PAGE, APPROVAL, PAPERS, REFUSED, SOURCES}
"""All that may stand at the top of the folder; anything else somebody has put there."""


def slugs(named: Mapping[str, str]) -> dict[str, str]:
    """For each code and its name letters, digits and hyphens; the code is added where two would be alike."""
    bare = {c: re.sub(r"[^a-z0-9]+", "-", accent_fold(search_key(n))).strip("-")[:50] for c, n in named.items()}
    seen = list(bare.values())
    return {code: slug if seen.count(slug) == 1 else f"{slug}-{code.lower()}" for code, slug in bare.items()}
