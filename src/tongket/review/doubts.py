"""What a person should decide, worst first: findings, files of no known unit, figures that were read unsurely."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from tongket.checks import Finding
from tongket.exchange import DoubtRow, decisions_workbook
from tongket.exchange.workbook import Workbook
from tongket.problems import Severity, translate
from tongket.reports import SURE, DataValue, Decision
from tongket.review.decide import FindingSubjects, value_subject
from tongket.review.places import place_words
from tongket.review.request import ReviewResult
from tongket.review.source_pages import source_links, source_page
from tongket.review.wording import note_of, severity_word, suggestion_of
from tongket.vietnamese import format_number

ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}
WORST = (
    "over_100", "unit_mismatch", "outlier", "total_mismatch", "percent_mismatch", "prose_table_mismatch", "unit_unresolved",
    "missing_report", "unreadable", "not_comparable", "recycled_text", "duplicate_report", "late_report",
)  # fmt: skip
"""What bears most on the totals first: figures left out, figures that contradict, reports that are not there."""
NOT_TO_DECIDE = frozenset({"secrecy_mark"})


def doubts_workbook(result: ReviewResult) -> Workbook:
    """can-xem-lai.xlsx."""
    title = translate("Points to review", "vi")
    return decisions_workbook(list(doubt_rows(result)), title=title)


def doubt_rows(result: ReviewResult) -> Iterator[DoubtRow]:
    """All rows: findings by severity, then unsure figures, the least sure first; then what was decided on figures, and
    on what is not there any more."""
    shown = set()
    for row in (*_findings(result), *_unsure(result, source_links(result))):
        shown.add(row.subject)
        yield row
    yield from (_past(result, one) for one in result.decisions if one.subject not in shown)


def _findings(result: ReviewResult) -> Iterator[DoubtRow]:
    links, subjects = source_links(result), FindingSubjects(result.reports, result.refusals)
    pages = {f.report.file: source_page(i, f.report.file) for i, f in enumerate(result.files)}
    units = {f.report.file: f for f in result.files}
    for finding in sorted(result.findings, key=_worst_first):
        if finding.code == "unit_unresolved" and finding.files and finding.files[0] in units:
            yield _of_file(result, finding, pages, subjects)
        elif finding.code not in NOT_TO_DECIDE:
            yield _of_finding(result, finding, subjects, pages, links)


def _worst_first(finding: Finding) -> tuple[int, int, str, str, str]:
    rank = WORST.index(finding.code) if finding.code in WORST else len(WORST)
    return ORDER[finding.severity], rank, finding.org_unit or "", finding.period or "", finding.indicator or ""


def _of_finding(
    result: ReviewResult,
    finding: Finding,
    subjects: FindingSubjects,
    pages: dict[str, str],
    links: dict[DataValue, str],
) -> DoubtRow:
    value = subjects.figure(finding)
    return DoubtRow(
        level=severity_word(finding.severity, "vi"),
        org_unit=result.unit_name(finding.org_unit) if finding.org_unit else "",
        period=finding.period or "",
        indicator=_indicator(result, finding.indicator),
        text=value.source.text if value else "",
        read=_number(value) if value else "",
        matter=note_of(finding, "vi"),
        proposed=suggestion_of(finding, "vi"),
        link=links.get(value, "") if value else pages.get(finding.files[0], "") if finding.files else "",
        where=_where(finding, value),
        subject=subjects.of(finding),
        answered=finding.decision,
    )


def _where(finding: Finding, value: DataValue | None) -> str:
    """The report and the place in it."""
    fields = dict(finding.fields)
    place = (value.source.anchor if value else "") or fields.get("place", "") or fields.get("prose_place", "")
    file = value.source.file if value else finding.files[0] if finding.files else ""
    return ", ".join(one for one in (PurePosixPath(file).name, place_words(place, "vi") if place else "") if one)


def _of_file(result: ReviewResult, finding: Finding, pages: dict[str, str], subjects: FindingSubjects) -> DoubtRow:
    file = finding.files[0]
    report = next(f.report for f in result.files if f.report.file == file)
    return DoubtRow(
        level=severity_word(finding.severity, "vi"),
        org_unit="",
        period=finding.period or "",
        indicator="",
        text=report.unit_as_written or PurePosixPath(file).name,
        read="",
        matter=note_of(finding, "vi"),
        proposed=suggestion_of(finding, "vi"),
        link=pages.get(file, ""),
        subject=subjects.of(finding),
        answered=finding.decision,
    )


def _unsure(result: ReviewResult, links: dict[DataValue, str]) -> Iterator[DoubtRow]:
    told = [v for v in result.values if v.source.confidence < SURE or v.decision is not None]
    for value in sorted(
        told, key=lambda v: (v.decision is not None, v.source.confidence, v.source.file, v.source.anchor)
    ):
        yield DoubtRow(
            level=translate("notice", "vi"),
            org_unit=result.unit_name(value.org_unit, value.period),
            period=str(value.period),
            indicator=_indicator(result, value.indicator),
            text=value.source.text,
            read=_number(value),
            matter=_how_sure(value),
            link=links.get(value, ""),
            subject=value_subject(value),
            answered=value.decision,
        )


def _how_sure(value: DataValue) -> str:
    if value.decision is not None:
        return translate("A person decided on this figure.", "vi")
    sure = round(100 * value.source.confidence)
    return translate(
        "Read too unsurely ({sure}%): it enters no total until you confirm or correct it.", "vi", sure=sure
    )


def _past(result: ReviewResult, decision: Decision) -> DoubtRow:
    """What was decided on a figure left out, a report that came by another way, or something that is gone."""
    subject = decision.subject
    pages = {f.report.sha256: source_page(i, f.report.file) for i, f in enumerate(result.files)}
    return DoubtRow(
        level=translate("notice", "vi"),
        org_unit=result.unit_name(subject.org_unit) if subject.org_unit else "",
        period=subject.period,
        indicator=_indicator(result, subject.indicator),
        text=subject.text,
        read="",
        matter=translate("A person decided on this; the point does not come up any more.", "vi"),
        link=pages.get(subject.sha256, ""),
        subject=subject,
        answered=decision,
    )


def _indicator(result: ReviewResult, code: str | None) -> str:
    known = code in result.pack.framework.indicators
    return f"{code} {result.pack.framework[code].name}" if code and known else code or ""


def _number(value: DataValue) -> str:
    read = value.value if value.as_read is None else value.as_read
    return f"{format_number(read)} {value.unit_of_measure}".strip()
