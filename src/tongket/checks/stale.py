"""Figures that a report gives "as of" a day before its period began."""

import re
from collections.abc import Iterator

from tongket.checks.intake import Intake
from tongket.checks.model import Notice
from tongket.checks.notices import notice
from tongket.reading import Paragraph
from tongket.reports import Report
from tongket.vietnamese import accent_fold, find_dates, find_numbers

AS_OF = re.compile(
    r"\b(?:tính đến|tính tới|số liệu (?:đến|tại|thời điểm|chốt)|thống kê (?:đến|tại))(?: hết)?(?: ngày)?\s*$"
)
AS_OF_YEAR = re.compile(r"\b(?:tính đến|tính tới|theo số liệu|số liệu)(?: hết| cuối| của)?(?: năm)? (20\d\d)\b")
PAST = re.compile(r"so với|cùng kỳ|trước đây|khi đó|lúc đó|năm trước")


def stale_figures(intake: Intake) -> Iterator[Notice]:
    """One for each sentence with a figure as of a time before the year of its report."""
    for report in intake.current:
        document = intake.documents.get(report.file)
        for block in document.blocks if document is not None else ():
            if isinstance(block, Paragraph) and report.period is not None:
                yield from _of(report, block)


def _of(report: Report, paragraph: Paragraph) -> Iterator[Notice]:
    folded = accent_fold(paragraph.text)
    first = report.period.first_year if report.period else 0
    dates = (one for one in find_dates(paragraph.text) if AS_OF.search(folded[max(0, one.start - 30) : one.start]))
    years = [(one.year, one.start, one.end) for one in dates if one.year is not None]
    years += [(int(found[1]), found.start(), found.end()) for found in AS_OF_YEAR.finditer(folded)]
    for year, start, end in years:
        sentence = folded[max(folded.rfind(". ", 0, start), 0) : _stop(folded, end)]
        if year < first and find_numbers(sentence) and not PAST.search(sentence):
            fields = {"year": str(year), "place": paragraph.locate(start, end)}
            yield notice("stale", report, fields=fields)
            return


def _stop(folded: str, end: int) -> int:
    found = folded.find(". ", end)
    return len(folded) if found < 0 else found
